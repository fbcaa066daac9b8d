/** What `tanlu batch` says. */
import type { LeftOutReason } from "../domain/words.ts";

export interface BatchTexts {
	readonly columns: {
		readonly submission: string;
		readonly verdict: string;
		readonly gapTonnes: string;
		readonly heaviest: string;
		readonly weight: string;
		readonly couldTurn: string;
		readonly byDefault: string;
		readonly asserted: string;
		readonly notRead: string;
		readonly findings: string;
		readonly why: string;
		readonly sector: string;
		readonly year: string;
		readonly firms: string;
		readonly intensity: string;
		readonly gapPercent: string;
	};
	readonly headings: { readonly unusable: string; readonly sectors: string; readonly leftOut: string };
	readonly counts: (told: { readonly submissions: number; readonly judged: number; readonly unusable: number }) => string;
	/** How the row is to be read. */
	readonly reading: string;
	/** Reference tables of their own, in so many submissions. */
	readonly ownTables: (told: { readonly submissions: number; readonly used: boolean }) => string;
	readonly answers: { readonly yes: string; readonly no: string };
	/** Errors and warnings in a cell. */
	readonly errorsAndWarnings: (errors: number, warnings: number) => string;
	/** How many years came out so. */
	readonly verdictCount: (word: string, count: number) => string;
	readonly pools: (told: { readonly submissions: number; readonly leftOut: number }) => string;
	readonly leftOut: { readonly [R in LeftOutReason]: string };
	/** All sectors together. */
	readonly all: string;
	readonly beside: (count: number) => string;
	readonly more: (count: number) => string;
	/** Told while it runs, of one that is passed over. */
	readonly passedOver: (submission: string, why: string) => string;
	readonly evidence: (told: { readonly folder: string; readonly made: number; readonly kept: number }) => string;
}
