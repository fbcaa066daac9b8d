/** Growth rates that the user supplies, as an office printed them. */
import { code, type Period } from "../domain/period.ts";
import type { GrowthIndicator } from "../domain/words.ts";
import type { Exact } from "../exact/exact.ts";

/** A row of a growth file: against the same months of the year before, at comparable prices. */
export interface SuppliedGrowth {
	readonly firm: string;
	readonly period: Period;
	readonly indicator: GrowthIndicator;
	/** Above −100. */
	readonly percent: Exact;
	/** How many digits were printed behind the point. */
	readonly places: number;
	/** Empty where none is named. */
	readonly source: string;
	readonly at: { readonly file: string; readonly row: number; readonly line: number };
}

/** One rate has one row: its firm, months and indicator. */
export function growthKey(firm: string, period: Period, indicator: GrowthIndicator): string {
	return `${code(period)} ${indicator} ${firm}`;
}
