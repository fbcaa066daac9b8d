/** What `tanlu verify` says. */
import type { ClaimCause, ClaimObstacle, ClaimOutcome, directions } from "../domain/words.ts";
import type { Naming } from "./language.ts";

export interface ComparisonTexts {
	readonly columns: {
		readonly period: string;
		readonly metric: string;
		readonly claimed: string;
		readonly recomputed: string;
		readonly unit: string;
		readonly difference: string;
		readonly percent: string;
		readonly outcome: string;
	};
	readonly outcomes: { readonly [O in ClaimOutcome]: string };
	readonly directions: { readonly [D in (typeof directions)[number]]: string };
	readonly obstacles: { readonly [O in ClaimObstacle]: string };
	/** What may have made the claim, in a few words; `detail` says which power, carrier, factor, set or year. */
	readonly causes: { readonly [C in ClaimCause]: (detail: string, naming: Naming) => string };
	/** How it is compared; null: by the printed digits alone. */
	readonly tolerance: (asked: string | null) => string;
	readonly counts: (told: {
		readonly claims: number;
		readonly of: readonly (readonly [outcome: ClaimOutcome, count: number])[];
	}) => string;
	/** Figures that nobody claims, by name where they are few. */
	readonly notClaimed: (count: number, named: readonly string[]) => string;
	/** Before the likely causes: how they are to be read. */
	readonly aboutCauses: string;
	/** Before claims of which there is no figure. */
	readonly aboutObstacles: string;
	readonly more: (count: number) => string;
}
