/** What rows say of what plans ask besides CO2 and energy: water, waste, pollutants. */
import type { PlanAmount } from "../domain/words.ts";
import type { Series } from "./ledger.ts";

/** All entries of one firm and one such amount, by period code. */
export interface PlanSeries extends Series {
	readonly indicator: PlanAmount;
}

/** What rows say of such amounts of a firm, and of which of them a row could not be read. */
export interface PlanRecord {
	readonly series: Map<PlanAmount, PlanSeries>;
	/** By `indicator|year`; without a year: any. */
	readonly faults: Map<string, { readonly indicator: PlanAmount; readonly year: number | null }>;
}

export function emptyPlanRecord(): PlanRecord {
	return { series: new Map(), faults: new Map() };
}

/** Notes that a row of an amount could not be read: of a year, or of nobody knows which. */
export function markPlanFault({ faults }: PlanRecord, indicator: PlanAmount, year: number | null): void {
	faults.set(`${indicator}|${year ?? ""}`, { indicator, year });
}
