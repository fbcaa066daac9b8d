/** Figures that firms claim of themselves, as they printed them. */
import { code, type Period } from "../domain/period.ts";
import type { ClaimMetric } from "../domain/words.ts";
import type { Ratio } from "../exact/ratio.ts";

/** A claimed figure in the unit that the tool computes in: t CO2, tce, or t CO2 per base unit of an output. */
export interface ClaimedFigure {
	readonly value: Ratio;
	/** One step of the last printed digit. */
	readonly step: Ratio;
	/** The number as it is printed, without separators, and its unit. */
	readonly digits: string;
	/** How many digits stand behind its point; below zero where the last one is of tens or more. */
	readonly places: number;
	readonly unit: string;
	/** What one of the printed unit is. */
	readonly scale: Ratio;
}

/** A row of a claims file. */
export interface SuppliedClaim {
	readonly firm: string;
	readonly period: Period;
	readonly metric: ClaimMetric;
	/** Of an intensity the dimension it is per: money, mass; empty for all others. */
	readonly per: string;
	/** `unread` where the row was refused; `contradicted` where two rows say different figures. */
	readonly figure: ClaimedFigure | "unread" | "contradicted";
	readonly at: { readonly file: string; readonly row: number; readonly line: number };
}

/** One figure has one claim: its firm, months and metric, of an intensity also what it is per. */
export function claimKey({ firm, period, metric, per }: Pick<SuppliedClaim, "firm" | "period" | "metric" | "per">): string {
	return `${code(period)} ${metric} ${per} ${firm}`;
}
