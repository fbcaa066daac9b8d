/**
 * The registers of a simple firm-year: positive emissions and output, a base year with rows, an equal-rate path of its own. First what whoever
 * writes the rows of firms puts there, then what is the same for all firms, what the year asks of all of them, and what is reckoned.
 */
import { registers as made, type Registers } from "../../exact/wide/registers.ts";

/** Exact whole numbers below 2^104 in size, each over the denominator of its kind. */
export const given = {
	fuel: 0,
	process: 1,
	electricity: 2,
	heat: 3,
	/** As the boundary adds the parts up. */
	total: 4,
	tce: 5,
	output: 6,
	/** Of the base year. */
	baseTotal: 7,
	baseOutput: 8,
	/** Of the year before; not looked at where the shape of the year has none. */
	lastTotal: 9,
	lastOutput: 10,
} as const;

/** What is the same for all firms and years. */
export const common = {
	one: 11,
	hundred: 12,
	/** One over each denominator. */
	perCo2: 13,
	perTce: 14,
	perOutput: 15,
	/** The denominator of output over that of CO2: makes an intensity of two whole numbers. */
	perIntensity: 16,
} as const;

const firstAsked = 17;
/** What a year asks of all firms that have its shape. */
export const asked = {
	share: 17,
	hundredShare: 18,
	inverse: 19,
	yearly: 20,
	endShare: 21,
	endInverse: 22,
	/** Floats that make progress, schedule ratio and yearly cut of the logarithm of what is left of the base. */
	progress: 23,
	schedule: 24,
	cutStart: 25,
	cutPerYear: 26,
	/** Logarithms of what is left of the base where the schedule ratio is at its limits. */
	near: 27,
	far: 28,
	/** 1 / (1 − endShare). */
	perFall: 29,
	sectorRequired: 30,
	/** 100 over it. */
	sectorInverse: 31,
	sectorTarget: 32,
	sectorTargetInverse: 33,
} as const;
const askedCount = 17;

/** What is reckoned. A figure that is a difference has the size of what it was made of in the register behind it. */
export const reckoned = {
	fuel: 34,
	process: 35,
	electricity: 36,
	heat: 37,
	tonnes: 38,
	tce: 39,
	output: 40,
	intensity: 41,
	sinceBase: 42,
	sinceLast: 44,
	base: 46,
	required: 47,
	gap: 48,
	gapPercent: 50,
	gapPoints: 52,
	gapTonnes: 54,
	target: 56,
	targetGapPercent: 57,
	sectorGap: 59,
	sectorGapPercent: 61,
	sectorGapTonnes: 63,
	sectorTargetGapPercent: 65,
	/** Each with its error in the register behind. */
	cut: 67,
	progress: 69,
	schedule: 71,
	completion: 73,
	/** The logarithm of what is left of the base, with its error. */
	logarithm: 75,
	/** What is left of the base and of last year, and both by the hundred. */
	left: 77,
	leftPercent: 78,
	leftOfLast: 79,
	leftOfLastPercent: 80,
	/** For what is needed for a moment. */
	some: 81,
	other: 82,
} as const;
const all = 83;

export function yearRegisters(): Registers {
	return made(all);
}

/** What a year asks, made once for all firms of its shape. */
export function askedRegisters(): Registers {
	return made(all);
}

/** Puts what a year asks where it is reckoned with. */
export function ask(r: Registers, year: Registers): void {
	for (let i = 2 * firstAsked; i < 2 * (firstAsked + askedCount); i += 1) r[i] = year[i] as number;
}
