/** What a fuel's measured values can be and usually are, by the ranges in the seeds. */
import { perUnit } from "../../carbon/factor.ts";
import { carbonToCo2 } from "../../domain/carbon.ts";
import { compare, type Exact, known, product } from "../../exact/exact.ts";
import { fromExact, compare as moreThan, type Ratio, times } from "../../exact/ratio.ts";
import type { LikelyUnit } from "../../findings/finding.ts";
import { likelyUnit as likely } from "../../reference/likely-unit.ts";
import type { FuelRangeSeed, Range } from "../../reference/seeds.ts";
import type { FirmCase } from "../rule.ts";
import type { Lot } from "./lots.ts";

/** The ranges of a lot's fuel in its unit; of a heat amount, those of its carbon in any unit. */
export function rangesOf({ rules }: FirmCase, { carrier, unit }: Lot): FuelRangeSeed | undefined {
	const own = rules.reference.seeds.fuelRanges.filter((row) => row.carrier === carrier);
	return own.find((row) => row.unit === unit) ?? (unit === "GJ" ? own[0] : undefined);
}

/** Whether a value lies from the lower to the upper end, ends included. */
export function inside(value: Exact, [low, high]: Range): boolean {
	return compare(value, known(low)) >= 0 && compare(value, known(high)) <= 0;
}

/** Tonnes of carbon in a tonne, where a part of it was measured; undefined where the lot is not weighed or the parts are unknown. */
export function carbonPerTonne({ unit, factor }: Lot): Exact | undefined {
	if (unit !== "t" || factor?.kind !== "parts" || factor.ncv === null) return undefined;
	const ofIt = factor.measured.includes("ncv") || factor.measured.includes("carbon_content");
	return ofIt ? product(factor.ncv, factor.carbonContent) : undefined;
}

/** t CO2 from a tonne of the fuel, where the row states it. */
export function co2PerTonne({ unit, factor }: Lot): Ratio | undefined {
	return unit === "t" && factor?.kind === "direct" && factor.measured.length > 0 ? perUnit(factor) : undefined;
}

/** More carbon than fuel, or more CO2 than carbon gives: it cannot be, whatever was measured. */
export function isImpossible(one: FirmCase, lot: Lot): boolean {
	const most = one.limit("carbon-share-most");
	const carbon = carbonPerTonne(lot);
	const co2 = co2PerTonne(lot);
	return (
		(carbon !== undefined && compare(carbon, most) > 0) ||
		(co2 !== undefined && moreThan(co2, times(fromExact(most), carbonToCo2)) > 0)
	);
}

/** A measured heat value that lies outside the range of its fuel. */
export function heatOutside(one: FirmCase, lot: Lot): boolean {
	const range = rangesOf(one, lot);
	const { ncv } = lot.measured;
	return ncv !== undefined && range !== undefined && lot.unit !== "GJ" && !inside(ncv, range.ncv);
}

/** A measured carbon content that lies outside the range of its fuel. */
export function carbonOutside(one: FirmCase, lot: Lot): boolean {
	const range = rangesOf(one, lot);
	const { carbonContent } = lot.measured;
	return carbonContent !== undefined && range !== undefined && !inside(carbonContent, range.carbonContent);
}

/**
 * A heat value of coal above what it has as received, and below that of pure carbon: a dry basis, or gross heat. Where a unit
 * explains it, that is the likelier cause.
 */
export function isOtherBasis(one: FirmCase, lot: Lot): boolean {
	const range = rangesOf(one, lot);
	const { ncv } = lot.measured;
	if (ncv === undefined || range?.family !== "coal" || lot.unit !== "t") return false;
	return (
		compare(ncv, known(range.ncv[1])) > 0 &&
		compare(ncv, one.limit("solid-heat-most")) <= 0 &&
		likelyUnit(one, ncv, "ncv-mass", range.ncv) === null
	);
}

/** The unit that would bring a value into its range, for one that was read in the base unit of its kind; null where none would. */
export function likelyUnit(
	{ rules }: FirmCase,
	value: Exact | undefined,
	dimension: "ncv-mass" | "ncv-gas" | "carbon-content",
	range: Range | undefined,
): LikelyUnit | null {
	if (value === undefined || range === undefined || inside(value, range)) return null;
	return likely(rules.reference.seeds.units, value, dimension, (read) => inside(read, range));
}

/** The dimension of heat values of a lot in this unit. */
export function heatDimension(unit: string): "ncv-mass" | "ncv-gas" {
	return unit === "t" ? "ncv-mass" : "ncv-gas";
}
