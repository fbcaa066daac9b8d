/**
 * Values that cannot be, whatever was measured: more carbon in a tonne of fuel than the tonne weighs, more CO2 from it than carbon
 * gives, more heat than carbon has. Asked of rows and of the user's factors alike; ranges that are merely usual are no matter here.
 */
import { carbonToCo2 } from "../domain/carbon.ts";
import { compare, type Exact, known, product, toText } from "../exact/exact.ts";
import { compare as compareRatios, constant, fromExact, type Ratio, times } from "../exact/ratio.ts";
import { rounded } from "../exact/round.ts";
import { type Remark, remark } from "../findings/finding.ts";
import type { Carrier } from "../reference/carriers.ts";
import { likelyUnit } from "../reference/likely-unit.ts";
import type { Reference } from "../reference/reference.ts";
import type { FuelRangeSeed, Range } from "../reference/seeds.ts";

/** What a row or a factor states of a carrier, each in its base unit. */
export interface Stated {
	readonly carrier: Carrier;
	/** Symbol of the unit that amounts are held in: t, 10^4 Nm3, GJ, kWh. */
	readonly held: string;
	readonly ncv?: Exact | undefined;
	readonly carbonContent?: Exact | undefined;
	/** tC per held unit. */
	readonly carbonPerUnit?: Exact | undefined;
	/** t CO2 per held unit. */
	readonly co2?: Ratio | undefined;
}

/** What the factors in force have of a fuel in a unit. */
export type Usual = (carrier: string, unit: string) => { readonly ncv: string; readonly carbonContent: string } | undefined;

export interface Impossible {
	readonly about: Remark;
	readonly column: "ncv" | "carbon_content" | "emission_factor";
}

/** What of a carrier's stated values cannot be; undefined where all can. */
export function impossible(reference: Reference, stated: Stated, usual: Usual): Impossible | undefined {
	return stated.co2 === undefined ? impossibleParts(reference, stated, usual) : impossibleFactor(reference, stated, stated.co2);
}

/** Limits of the factor per held unit, and what would have been written for each by mistake. */
function impossibleFactor(reference: Reference, { carrier, held }: Stated, co2: Ratio): Impossible | undefined {
	const limit = (name: string): Ratio => constant(reference.limit(name));
	const ofCarbon = (name: string): Ratio => times(limit(name), carbonToCo2);
	const [per, most] =
		held === "kWh"
			? (["kWh", times(limit("electricity-factor-most"), thousandth)] as const)
			: held === "GJ"
				? (["GJ", limit("heat-factor-most")] as const)
				: held === "t"
					? (["t", ofCarbon("carbon-share-most")] as const)
					: (["10^4 Nm3", ofCarbon("gas-carbon-most")] as const);
	if (compareRatios(co2, most) <= 0) return undefined;
	// Power is spoken of in kilograms per kilowatt-hour, all else in tonnes.
	const scale = per === "kWh" ? thousand : one;
	const less = times(co2, thousandth);
	const likely =
		compareRatios(less, most) > 0
			? null
			: {
					written: per === "kWh" ? "gCO2/kWh" : `kgCO2/${per}`,
					value: rounded(times(less, scale), 8),
					unit: per === "kWh" ? "kgCO2/kWh" : `tCO2/${per}`,
				};
	const value = { value: rounded(times(co2, scale), 4), most: rounded(times(most, scale), 4), likely };
	const of = per === "kWh" ? "electricity" : "co2";
	return { about: remark("impossible-carbon", { carrier: carrier.id, of, unit: per, ...value }), column: "emission_factor" };
}

function impossibleParts(
	reference: Reference,
	{ carrier, held, ncv, carbonContent, carbonPerUnit }: Stated,
	usual: Usual,
): Impossible | undefined {
	if (carrier.group !== "fuel" || (ncv ?? carbonContent ?? carbonPerUnit) === undefined) return undefined;
	const { seeds } = reference;
	const limit = (name: string): Exact => known(reference.limit(name));
	const ranges = seeds.fuelRanges.filter((row) => row.carrier === carrier.id);
	const range = ranges.find(({ unit }) => unit === held) ?? ranges[0];
	const mass = held === "t";
	const told = (of: "heat" | "carbon", value: Exact, most: Exact, column: "ncv" | "carbon_content"): Impossible => {
		const dimension = column === "carbon_content" ? "carbon-content" : mass ? "ncv-mass" : "ncv-gas";
		const written = (column === "ncv" ? ncv : carbonContent) ?? value;
		const where = column === "ncv" ? range?.ncv : range?.carbonContent;
		const likely = where === undefined ? null : likelyUnit(seeds.units, written, dimension, (read) => inside(read, where));
		const shown = { value: rounded(fromExact(value), 4), most: toText(most), likely };
		return { about: remark("impossible-carbon", { carrier: carrier.id, of, unit: mass ? "t" : held, ...shown }), column };
	};
	if (held !== "t" && held !== "10^4 Nm3") {
		// An amount of heat: its carbon alone can be too much.
		const most = limit("heat-carbon-most");
		return carbonContent !== undefined && compare(carbonContent, most) > 0
			? told("carbon", carbonContent, most, "carbon_content")
			: undefined;
	}
	const mostCarbon = limit(mass ? "carbon-share-most" : "gas-carbon-most");
	if (carbonPerUnit !== undefined && compare(carbonPerUnit, mostCarbon) > 0)
		return told("carbon", carbonPerUnit, mostCarbon, "carbon_content");
	const row = usual(carrier.id, held);
	// Where no factor in force has the other half, the least that it could be.
	const heat = ncv ?? maybe(row?.ncv ?? range?.ncv[0]);
	const carbon =
		carbonPerUnit !== undefined ? undefined : (carbonContent ?? maybe(row?.carbonContent ?? range?.carbonContent[0]));
	const both = heat === undefined || carbon === undefined ? undefined : product(heat, carbon);
	if (both !== undefined && compare(both, mostCarbon) > 0) {
		const byHeat = ncv !== undefined && (range === undefined || !inside(ncv, range.ncv) || carbonContent === undefined);
		const byCarbon = carbonContent !== undefined && (range === undefined || !inside(carbonContent, range.carbonContent));
		return told(
			"carbon",
			both,
			mostCarbon,
			byHeat || !byCarbon ? (ncv === undefined ? "carbon_content" : "ncv") : "carbon_content",
		);
	}
	const mostHeat = mass ? (isSolid(range) ? limit("solid-heat-most") : limit("liquid-heat-most")) : limit("gas-heat-most");
	if (ncv !== undefined && compare(ncv, mostHeat) > 0) return told("heat", ncv, mostHeat, "ncv");
	return undefined;
}

function isSolid(range: FuelRangeSeed | undefined): boolean {
	return range?.family === "coal" || range?.family === "coke";
}

function inside(value: Exact, [low, high]: Range): boolean {
	return compare(value, known(low)) >= 0 && compare(value, known(high)) <= 0;
}

function maybe(text: string | undefined): Exact | undefined {
	return text === undefined ? undefined : known(text);
}

const one: Ratio = { over: 1n, under: 1n };
const thousand: Ratio = { over: 1000n, under: 1n };
const thousandth: Ratio = { over: 1n, under: 1000n };
