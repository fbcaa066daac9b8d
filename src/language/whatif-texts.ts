/** What `tanlu whatif` says around its figures, for people. */
import type { Closing, LeverObstacle } from "../domain/words.ts";

export interface WhatifTexts {
	/** The first line: what is changed, in which year of whom. `months` is null where it is the whole year. */
	readonly asked: (told: {
		readonly levers: readonly string[];
		readonly months: readonly number[] | null;
		readonly firm: string | null;
		readonly firms: number;
	}) => string;
	/** That nothing marked so is reported data; and what is kept where a fuel takes another's place. */
	readonly marked: (told: { readonly switches: boolean }) => string;
	/** Stands behind every figure that is not reported. */
	readonly mark: string;
	/** A lever by what it changes. */
	readonly output: string;
	readonly columns: {
		readonly figure: string;
		readonly reported: string;
		readonly whatIf: string;
		readonly difference: string;
		readonly lever: string;
		readonly needed: string;
		readonly firm: string;
		readonly year: string;
		readonly emissions: string;
		readonly intensity: string;
		readonly gapPercent: string;
		readonly verdict: string;
	};
	readonly rows: {
		readonly emissions: string;
		readonly energy: string;
		/** With the unit of the output. */
		readonly output: (unit: string) => string;
		readonly intensity: string;
		readonly required: string;
		readonly gap: string;
		readonly gapPercent: string;
		readonly gapTonnes: string;
		readonly progress: string;
		readonly verdict: string;
	};
	readonly year: (year: number) => string;
	readonly closing: (year: number) => string;
	readonly closings: { readonly [C in Closing]: string };
	/** How much, as printed. */
	readonly needed: (percent: string) => string;
	/** What a lever by itself means: others as they are, emissions as they are where it is output. */
	readonly alone: string;
	readonly hindrance: (lever: string, reason: LeverObstacle) => string;
	readonly notTold: (firm: string, year: number, why: readonly string[]) => string;
}
