/**
 * The factors by which an amount is wrong when its unit is: powers of ten between units of one kind, and the constants
 * between kinds. Physics and definitions, not limits.
 */
import type { Part } from "../../domain/words.ts";
import { compare, constant, oneRatio, per, type Ratio, ratio, times } from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import type { SlipCause } from "../../findings/finding.ts";

/** One factor, with the pairs of units it lies between: one of the larger is so many of the smaller. */
export interface SlipFactor {
	/** As it is told: `10^4`, `3.6`. */
	readonly name: string;
	readonly value: Ratio;
	/** What it can happen to: parts of emissions, or the output; undefined: anything. */
	readonly of: readonly (Part | "output")[] | undefined;
	/** Smaller and larger unit. Without a pair a decimal point moved. */
	readonly pairs: readonly (readonly [smaller: string, larger: string])[];
}

/** GJ in a tonne of coal equivalent: 7000 kcal a kilogram, 4.1868 kJ each (GB/T 2589-2020). */
const coalEquivalent = constant("29.3076");
/** MJ in a kWh: 1000 W for 3600 s. */
const kilowattHour = constant("3.6");

const slipFactors: readonly SlipFactor[] = [
	{
		name: "10",
		value: constant("10"),
		of: undefined,
		pairs: [
			["MWh", "10^4 kWh"],
			["10^3 Nm3", "10^4 Nm3"],
		],
	},
	{ name: "100", value: constant("100"), of: undefined, pairs: [] },
	{
		name: "1000",
		value: constant("1000"),
		of: undefined,
		pairs: [
			["kg", "t"],
			["t", "kt"],
			["kWh", "MWh"],
			["MWh", "GWh"],
			["MJ", "GJ"],
			["GJ", "TJ"],
			["Nm3", "10^3 Nm3"],
			["kgce", "tce"],
			["10^3 CNY", "10^6 CNY"],
			["10^4 CNY", "10^7 CNY"],
		],
	},
	{
		name: "10^4",
		value: constant("10000"),
		of: undefined,
		pairs: [
			["kWh", "10^4 kWh"],
			["t", "10^4 t"],
			["Nm3", "10^4 Nm3"],
			["GJ", "10^4 GJ"],
			["tce", "10^4 tce"],
			["10^4 kWh", "10^8 kWh"],
			["10^4 Nm3", "10^8 Nm3"],
			["10^4 t", "10^8 t"],
			["CNY", "10^4 CNY"],
			["10^4 CNY", "10^8 CNY"],
		],
	},
	{
		name: "10^8",
		value: constant("100000000"),
		of: undefined,
		pairs: [
			["kWh", "10^8 kWh"],
			["t", "10^8 t"],
			["Nm3", "10^8 Nm3"],
			["CNY", "10^8 CNY"],
		],
	},
	{
		name: "3.6",
		value: kilowattHour,
		of: ["electricity", "heat"],
		pairs: [
			["MJ", "kWh"],
			["GJ", "MWh"],
		],
	},
	{
		name: "29.3",
		value: coalEquivalent,
		of: ["fuel", "heat"],
		pairs: [
			["GJ", "tce"],
			["MJ", "kgce"],
		],
	},
	{
		name: "8.14",
		// kWh in a kilogram of coal equivalent, by their heat: 29.3076 MJ / 3.6 MJ = 8.141.
		value: per(coalEquivalent, kilowattHour),
		of: ["electricity", "heat"],
		pairs: [
			["kWh", "kgce"],
			["MWh", "tce"],
		],
	},
	{
		name: "4.1868",
		value: constant("4.1868"),
		of: ["heat"],
		pairs: [
			["kJ", "kcal"],
			["GJ", "Gcal"],
		],
	},
	// Carbon dioxide by carbon, by their masses. Nobody takes a fuel for either, but what stands apart by 3.6 does so by this.
	{ name: "44/12", value: ratio(44n, 12n), of: ["process", "electricity", "heat"], pairs: [["CO2", "C"]] },
];

/**
 * Tonnes of coal equivalent in place of the carrier's own unit, or the reverse; undefined where the two are nearly one. `coefficient`
 * is tce in one of `unit`.
 */
export function coalEquivalentFactor(coefficient: Ratio, unit: string): SlipFactor | undefined {
	const larger = compare(coefficient, oneRatio) > 0;
	const value = larger ? coefficient : per(oneRatio, coefficient);
	if (compare(value, constant("1.18")) < 0) return undefined;
	return {
		name: rounded(coefficient, 4),
		value,
		of: ["fuel", "electricity", "heat"],
		pairs: [larger ? ["tce", unit] : [unit, "tce"]],
	};
}

/** Litres of a liquid fuel in place of tonnes: 0.84 kg a litre, about the middle of diesel (GB 19147: 0.81 to 0.845 at 20 °C). */
export const litres: SlipFactor = {
	name: "1190",
	value: per(constant("1000"), constant("0.84")),
	of: ["fuel"],
	pairs: [["L", "t"]],
};

/** An amount that could be meant, and the slip that would have made of it what is written. */
export interface Explained {
	readonly cause: Omit<SlipCause, "wouldBe">;
	/** In the unit the amount is held in. */
	readonly value: Ratio;
}

/** An amount that stands apart. */
export interface Standing {
	readonly amount: Ratio;
	/** Too large, not too small. */
	readonly above: boolean;
	/** What it should be about. */
	readonly usual: Ratio;
	readonly of: Part | "output";
	/** Symbol of the unit the row is written in; empty where it is not known. */
	readonly written: string;
	/** Factors of the carrier's own, beside those of all. */
	readonly own?: readonly SlipFactor[];
}

/**
 * The slips that explain an amount: those whose undoing `fits`, the one that comes nearest to the usual first. 3.6 and 44/12
 * are 1.9 % apart, so that both often fit and both are told.
 */
export function explain({ amount, above, usual, of, written, own = [] }: Standing, fits: (value: Ratio) => boolean): Explained[] {
	return [...slipFactors, ...own]
		.filter((factor) => factor.of === undefined || factor.of.includes(of))
		.map((factor) => ({ factor, value: above ? per(amount, factor.value) : times(amount, factor.value) }))
		.filter(({ value }) => fits(value))
		.sort((a, b) => compare(apart(a.value, usual), apart(b.value, usual)))
		.map(({ factor, value }) => ({
			cause: { factor: factor.name, ...unitsOf(factor, above, written) },
			value,
		}));
}

/**
 * Too large an amount was counted in the smaller unit and stands under the larger. Powers of ten name units only where the
 * row is written in one of them: else any figure of the number may have moved.
 */
function unitsOf({ pairs, of }: SlipFactor, above: boolean, written: string): Pick<SlipCause, "given" | "under"> {
	const ways = pairs.map(([smaller, larger]) => (above ? { given: smaller, under: larger } : { given: larger, under: smaller }));
	const [first] = ways;
	return ways.find(({ under }) => under === written) ?? (of === undefined ? undefined : first) ?? { given: "", under: "" };
}

/** How many times one is the other, whichever is larger. */
export function apart(a: Ratio, b: Ratio): Ratio {
	return compare(a, b) < 0 ? per(b, a) : per(a, b);
}
