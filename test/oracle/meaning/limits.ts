/** Values that cannot be, in rows and in tables of factors: READING, with RULES F-04. */
import { Fraction, ONE } from "../fraction.ts";

export interface Parameters {
	/** GJ per natural unit */
	readonly ncv: Fraction | null;
	/** tC/GJ */
	readonly carbon: Fraction | null;
	/** a fraction, per cent already divided */
	readonly oxidation: Fraction | null;
	/** t CO2 per natural unit */
	readonly factor: Fraction | null;
}

const SOLID_HEAT = Fraction.of(33n);
const ALL_CARBON = Fraction.of(44n, 12n);
const HALF = Fraction.of(1n, 2n);
const GRID_LIMIT = Fraction.of(2n);

/** What is impossible about measured values of a fuel; empty where nothing is. */
export const impossible = (given: Parameters, fuel: { readonly solid: boolean; readonly byMass: boolean }): string[] => {
	const { ncv, carbon, oxidation, factor } = given;
	const found: string[] = [];
	if (fuel.solid && ncv !== null && ncv.compare(SOLID_HEAT) > 0) found.push("heat");
	if (fuel.byMass && ncv !== null && carbon !== null && ncv.mul(carbon).compare(ONE) > 0) found.push("carbon");
	if (fuel.byMass && factor !== null && factor.compare(ALL_CARBON) > 0) found.push("factor");
	if (oxidation !== null && (oxidation.compare(HALF) < 0 || oxidation.compare(ONE) > 0)) found.push("oxidation");
	return found;
};

/** kg CO2/kWh: above two, somebody wrote g/kWh or kg/MWh. */
export const impossibleGrid = (factor: Fraction): boolean => factor.compare(GRID_LIMIT) > 0;

/** A reduction in per cent below one is a fraction of one. */
export const impossiblePercent = (percent: Fraction): boolean => percent.compare(ONE) < 0;
