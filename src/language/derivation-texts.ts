/** What `tanlu explain FILE...` says around the derivation of a firm-year. */
import type { TestResult } from "../domain/words.ts";

export interface DerivationTexts {
	readonly title: (told: { readonly firm: string; readonly year: number; readonly targets: string }) => string;
	readonly headings: {
		readonly line: (carrier: string, use: string) => string;
		readonly emissions: string;
		readonly output: (prices: string | null) => string;
		readonly intensity: string;
		readonly path: string;
		readonly tests: string;
	};
	readonly columns: {
		readonly period: string;
		readonly quantity: string;
		readonly cell: string;
		readonly asWritten: string;
		readonly perUnit: string;
	};
	/** The sum of the rows. */
	readonly sum: string;
	/** Rows that contradict each other: nobody knows the amount. */
	readonly unknown: string;
	/** `source` of a factor, and which of its parts the row measured. */
	readonly source: (source: string, measured: readonly string[]) => string;
	readonly equivalent: (tce: string, perUnit: string) => string;
	/** A value that was rounded to be shown, or that is shown whole. */
	readonly exact: string;
	readonly rounded: (places: number) => string;
	readonly base: (told: { readonly year: number; readonly stated: boolean; readonly prices: string | null }) => string;
	/** What is required, behind how it comes of the base. */
	readonly required: (made: string, required: string) => string;
	readonly gap: (gap: string, tonnes: string) => string;
	readonly tests: {
		readonly year: string;
		readonly cumulative: string;
		readonly compared: (told: { readonly left: string; readonly right: string; readonly result: TestResult }) => string;
	};
	readonly verdict: (verdict: string) => string;
	readonly closing: string;
}
