/** All that one firm's rows say about one year, before any path. */
import { count, groupBy } from "./counting.ts";
import { co2Of, coalOf, type Power, signOf } from "./emissions.ts";
import { type Fraction, total } from "./fraction.ts";
import type { EnergyEntry, Fault, OutputEntry } from "./reading.ts";
import type { Options, Part } from "./types.ts";

export interface YearRows {
	readonly year: number;
	readonly energy: readonly EnergyEntry[];
	readonly output: readonly OutputEntry[];
	/** refused rows of this year */
	readonly faults: readonly Fault[];
	/** rows without a quantity whose carrier the firm is known to use */
	readonly blanks: readonly Fault[];
	/** an error outside single rows: unreadable period of some row, unit slip */
	readonly error: boolean;
}

export interface FirmYear {
	readonly year: number;
	readonly parts: Readonly<Record<Part, Fraction | null>>;
	readonly total: Fraction | null;
	readonly feedstock: Fraction | null;
	readonly green: Fraction | null;
	readonly coal: Fraction | null;
	readonly derived: boolean;
	readonly output: Fraction | null;
	/** as told: constant-2020, current, unstated, mixed */
	readonly prices: string | null;
	/** the constant prices the year is in, null where that is not known */
	readonly basis: string | null;
	readonly process: boolean;
	readonly coverage: "whole-year" | "partial" | "months-missing";
	/** reasons that lie in the year itself, prices aside */
	readonly own: readonly string[];
	readonly intensity: Fraction | null;
	readonly coalIntensity: Fraction | null;
}

const PARTS: readonly Part[] = ["fuel", "process", "electricity", "heat"];

const sumOrNull = (values: readonly (Fraction | null)[]): Fraction | null =>
	values.some((value) => value === null) ? null : total(values.filter((value) => value !== null));

interface Span {
	readonly months: readonly number[];
}

const monthsOf = (spans: readonly Span[]): Set<number> => new Set(spans.flatMap(({ months }) => months));

/** A blank inside a longer period that is given is only an incomplete part of it; a blank whole is no gap where its parts are all there. */
const filled = (blank: Fault, entries: readonly EnergyEntry[]): boolean => {
	const same = entries.filter(({ carrier, use }) => carrier.id === blank.carrier?.id && use === blank.use);
	const longer = same.some(
		({ months }) => months.length > blank.months.length && blank.months.every((month) => months.includes(month)),
	);
	const parts = monthsOf(same.filter(({ months }) => months.length < blank.months.length));
	return longer || (blank.months.length > 1 && blank.months.every((month) => parts.has(month)));
};

const coverageOf = (rows: YearRows, options: Options): { gaps: boolean; partial: boolean } => {
	const refused = rows.faults.filter(({ scope }) => scope !== "output");
	const output = [...rows.output, ...rows.faults.filter(({ scope }) => scope === "output")];
	const union = monthsOf([...rows.energy, ...refused, ...output]).size;
	const carriers = groupBy(
		[...rows.energy, ...refused.filter(({ carrier }) => carrier !== null)],
		({ carrier }) => carrier?.id ?? "",
	);
	const short =
		carriers.some((spans) => monthsOf(spans).size < union) ||
		rows.blanks.some((blank) => blank.scope !== "output" && !filled(blank, rows.energy));
	const shortOutput = (output.length > 0 && monthsOf(output).size < union) || rows.blanks.some(({ scope }) => scope === "output");
	return { gaps: (short && options.absentIsZero !== true) || shortOutput, partial: union < 12 };
};

const pricesOf = (entries: readonly OutputEntry[], year: number, options: Options): [string | null, string | null] => {
	const asserted = options.prices;
	const words = new Set(
		entries.map(({ prices }) => (asserted !== undefined && (prices === "current" || prices === "unstated") ? asserted : prices)),
	);
	const bases = new Set([...words].map((word) => (word === "current" ? `constant-${year}` : word)));
	const [word = null] = words;
	const [basis = null] = bases;
	if (word === null) return [null, null];
	return [words.size > 1 ? "mixed" : word, bases.size > 1 || basis === "unstated" ? null : basis];
};

/** Where constant and current prices are given for one period, the constant ones count. */
const constantFirst = (entries: readonly OutputEntry[]): OutputEntry[] => {
	const key = ({ grain, months }: OutputEntry): string => `${grain} ${months[0]}`;
	const constant = new Set(entries.filter(({ prices }) => prices.startsWith("constant")).map(key));
	return entries.filter((entry) => entry.prices !== "current" || !constant.has(key(entry)));
};

export const firmYear = (rows: YearRows, options: Options, power: Power): FirmYear => {
	const series = groupBy(rows.energy, (entry) => entry.series).map((entries) => count(entries, options.addRepeats === true));
	const clashes = groupBy(rows.energy, (entry) => entry.series).filter((_, index) => series[index]?.clash);
	const spoiled = clashes.flatMap((entries) => entries.slice(0, 1));
	const used = series.flatMap((counted) => counted.used);
	const flow = used.filter(({ use }) => use !== "feedstock");
	const faults = [...rows.faults, ...spoiled.map(({ carrier, use }) => ({ scope: carrier.kind, carrier, use }))];

	const partOf = (part: Part): Fraction | null => {
		if (faults.some(({ scope }) => scope === part)) return null;
		const mine = flow.filter(({ carrier }) => carrier.kind === part);
		// Where no row could be read there is no sum.
		if (faults.some(({ scope }) => scope === "unknown") && used.length === 0) return null;
		return sumOrNull(mine.map((entry) => co2Of(entry, power)?.mul(signOf(entry)) ?? null));
	};
	const parts = Object.fromEntries(PARTS.map((part) => [part, partOf(part)])) as Record<Part, Fraction | null>;
	const unknown = faults.some(({ scope }) => scope === "unknown");
	const counted = PARTS.filter((part) => part !== "process" || options.boundary !== "energy");
	const sum = unknown || rows.energy.length === 0 ? null : sumOrNull(counted.map((part) => parts[part]));

	const feed = used.filter(({ use }) => use === "feedstock").map((entry) => co2Of(entry, power));
	const green = flow.filter(({ carrier }) => carrier.green).map((entry) => entry.amount.mul(power.grid).mul(signOf(entry)));
	const coals = used.map((entry) => ({ entry, ...coalOf(entry) }));
	const noCoal = faults.some(({ scope }) => scope !== "output" && scope !== "process");
	const coal = noCoal ? null : sumOrNull(coals.map(({ entry, tce }) => tce?.mul(signOf(entry)) ?? null));

	const outputs = count(constantFirst(rows.output), options.addRepeats === true);
	const outputFault = outputs.clash || rows.faults.some(({ scope }) => scope === "output");
	const output = outputFault || rows.output.length === 0 ? null : total(outputs.used.map(({ amount }) => amount));
	const [prices, basis] = outputFault ? [null, null] : pricesOf(outputs.used, rows.year, options);

	const { gaps, partial } = coverageOf(rows, options);
	const noFactor = flow.some((entry) => co2Of(entry, power) === null);
	const errors = rows.error || faults.length > 0 || outputFault || noFactor;
	const noOutput = !outputFault && (output === null || output.sign === 0);
	const own = [
		...(errors ? ["errors"] : []),
		...(noOutput ? ["no-output"] : []),
		...(gaps ? ["months-missing"] : []),
		...(partial ? ["partial"] : []),
	];
	const per = (value: Fraction | null): Fraction | null =>
		value === null || output === null || output.sign === 0 || gaps ? null : value.div(output);
	return {
		year: rows.year,
		parts,
		total: sum,
		feedstock: faults.some(({ use }) => use === "feedstock") ? null : sumOrNull(feed),
		green: faults.some(({ carrier }) => carrier?.green) ? null : total(green),
		coal,
		derived: coals.some(({ derived }) => derived),
		output,
		prices,
		basis,
		process: [...rows.energy, ...rows.faults].some(({ carrier }) => carrier?.kind === "process"),
		coverage: gaps ? "months-missing" : partial ? "partial" : "whole-year",
		own,
		intensity: per(sum),
		coalIntensity: per(coal),
	};
};
