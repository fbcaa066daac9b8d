/** Which factor a figure rests on: chosen once for each line, and kept with the figure. */
import type { Exact } from "../exact/exact.ts";
import type { Ratio } from "../exact/ratio.ts";

/** Heat value × carbon content × oxidation rate × 44/12. */
export interface PartsFactor {
	readonly kind: "parts";
	/** GJ per unit; null where the amount is heat already. */
	readonly ncv: Exact | null;
	/** tC per GJ. */
	readonly carbonContent: Exact;
	/** Fraction. */
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

/** 44/12: tonnes of CO2 in a tonne of carbon. Not a decimal, so it stays a pair. */
export const carbonToCo2: Ratio = { over: 11n, under: 3n };
