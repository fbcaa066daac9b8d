/** Which factor a figure rests on: chosen once for each line, and kept with the figure. */
import { carbonToCo2 } from "../domain/carbon.ts";
import type { Exact } from "../exact/exact.ts";
import { fromExact, type Ratio, times } from "../exact/ratio.ts";

/** Heat value × carbon content × oxidation rate × 44/12. */
export interface PartsFactor {
	readonly kind: "parts";
	/** GJ per unit; null where the amount is heat already, and where the carbon content is of a unit. */
	readonly ncv: Exact | null;
	/** tC per GJ; per unit where it was measured by mass. */
	readonly carbonContent: Exact;
	/** Fraction; one for carbon that does not burn. */
	readonly oxidationRate: Exact;
	/** Which parts the row itself measured. */
	readonly measured: readonly string[];
	readonly source: string;
}

/** t CO2 per unit. */
export interface DirectFactor {
	readonly kind: "direct";
	readonly perUnit: Ratio;
	/** As printed, with its unit. */
	readonly text: string;
	readonly unit: string;
	readonly measured: readonly string[];
	readonly source: string;
}

export type Factor = PartsFactor | DirectFactor;

/** t CO2 per unit, exactly: heat value × carbon content × oxidation rate × 44/12, or the factor that is stated. */
export function perUnit(factor: Factor): Ratio {
	if (factor.kind === "direct") return factor.perUnit;
	const { ncv, carbonContent, oxidationRate } = factor;
	const carbon = times(fromExact(carbonContent), fromExact(oxidationRate));
	return times(ncv === null ? carbon : times(fromExact(ncv), carbon), carbonToCo2);
}
