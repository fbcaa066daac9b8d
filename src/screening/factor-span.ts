/** What an emission factor of a carrier can honestly be, and what is published of it: held against factors that users state. */
import { carbonToCo2 } from "../domain/carbon.ts";
import { known } from "../exact/exact.ts";
import { compare, constant, fromExact, per, plus, type Ratio, times } from "../exact/ratio.ts";
import type { Carrier } from "../reference/carriers.ts";
import type { FirmCase } from "./rule.ts";

/** t CO2 per unit an amount is held in; the ends are honest. */
export interface Span {
	readonly low: Ratio;
	readonly high: Ratio;
	/** Whether it is the carrier's own; else a factor outside it may be right, and only a cause makes it odd. */
	readonly known: boolean;
}

const thousandth: Ratio = { over: 1n, under: 1000n };
const half: Ratio = { over: 1n, under: 2n };
const twice: Ratio = { over: 2n, under: 1n };

/**
 * The span of a carrier in a unit: of a fuel what its heat values and carbon contents allow, of electricity from the cleanest grid
 * that is published to the worst works, of a process material half and double its factor. Undefined where nothing is known of it.
 */
export function spanOf(
	{ rules, limit }: FirmCase,
	{ id, group }: Carrier,
	unit: string,
	usual: Ratio | undefined,
): Span | undefined {
	const limitOf = (name: string): Ratio => fromExact(limit(name));
	switch (group) {
		case "electricity":
			return {
				low: times(limitOf("electricity-factor-low"), thousandth),
				high: times(limitOf("electricity-factor-most"), thousandth),
				known: true,
			};
		case "heat":
			return { low: limitOf("heat-factor-low"), high: limitOf("heat-factor-high"), known: true };
		case "fuel": {
			const rows = rules.reference.seeds.fuelRanges.filter(({ carrier }) => carrier === id);
			const range = rows.find((row) => row.unit === unit) ?? (unit === "GJ" ? rows[0] : undefined);
			if (range === undefined) return around(usual);
			const [leastCarbon, mostCarbon] = range.carbonContent.map((text) => times(constant(text), carbonToCo2)) as [Ratio, Ratio];
			const [leastHeat, mostHeat] =
				unit === "GJ" ? [constant("1"), constant("1")] : [constant(range.ncv[0]), constant(range.ncv[1])];
			return {
				low: times(times(leastHeat, leastCarbon), limitOf("oxidation-low")),
				high: times(mostHeat, mostCarbon),
				known: true,
			};
		}
		case "process":
			return around(usual);
		default:
			return undefined;
	}
}

function around(usual: Ratio | undefined): Span | undefined {
	return usual === undefined || usual.over <= 0n
		? undefined
		: { low: times(usual, half), high: times(usual, twice), known: false };
}

export function isWithin(value: Ratio, { low, high }: Pick<Span, "low" | "high">): boolean {
	return compare(value, low) >= 0 && compare(value, high) <= 0;
}

/** Every factor that some table publishes of a carrier, in t CO2 per held unit: of a fuel as burnt, of electricity of every grid and year. */
export function publishedOf({ rules }: FirmCase, { id, group }: Carrier, unit: string): readonly Ratio[] {
	const { electricity, otherGridFactors, fuelSets, heat } = rules.reference.seeds;
	if (group === "electricity")
		return [...electricity.map(({ factor }) => factor), ...otherGridFactors].map((factor) => times(constant(factor), thousandth));
	if (group === "heat") return [constant(heat.factor)];
	return fuelSets.flatMap(({ factors, forcedOxidation }) =>
		factors
			.filter((row) => row.carrier === id && row.unit === unit)
			.map(({ ncv, carbonContent, oxidationRate }) =>
				times(times(times(constant(ncv), constant(carbonContent)), constant(forcedOxidation ?? oxidationRate)), carbonToCo2),
			),
	);
}

/** GJ in the unit that a fuel is held in, by the factors in force; undefined where no table says. */
export function heatOf({ rules }: FirmCase, { id }: Carrier, unit: string): Ratio | undefined {
	const row = rules.factors.set.factors.find((one) => one.carrier === id && one.unit === unit);
	return row === undefined ? undefined : constant(row.ncv);
}

/** Whether a number as it is written is another one, rounded to its last digit. */
export function isRounding(value: Ratio, text: string, of: Ratio): boolean {
	const places = text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
	// Half a step of the last digit, as a share of the number.
	const slack = times(value, per(constant(`0.${"0".repeat(places)}5`), fromExact(known(text))));
	return compare(of, plus(value, slack)) <= 0 && compare(plus(of, slack), value) >= 0;
}
