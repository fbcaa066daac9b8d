/** What `tanlu diff` says. */
import type { diffCauses, diffKinds, EffectWay, rowChanges, sideFigures } from "../domain/words.ts";

export interface DiffTexts {
	readonly columns: {
		readonly what: string;
		readonly firm: string;
		readonly period: string;
		readonly year: string;
		readonly row: string;
		readonly column: string;
		readonly old: string;
		readonly new: string;
		readonly tonnes: string;
		readonly intensity: string;
		readonly verdict: string;
		readonly answers: string;
		readonly oldTonnes: string;
		readonly newTonnes: string;
		readonly change: string;
		readonly explained: string;
		readonly options: string;
		readonly remainder: string;
		readonly filed: string;
		readonly recomputed: string;
		readonly rows: string;
	};
	readonly headings: { readonly changes: string; readonly notUnique: string; readonly years: string; readonly filed: string };
	/** A side of the comparison: its files, whose figures it has, what was found in it. */
	readonly old: string;
	readonly new: string;
	readonly side: (told: {
		readonly name: string;
		readonly files: number;
		readonly what: "tables" | "report";
		readonly figures: (typeof sideFigures)[number];
		readonly findings: { readonly error: number; readonly warning: number; readonly note: number } | null;
	}) => string;
	readonly causes: { readonly [C in (typeof diffCauses)[number]]: string };
	readonly kinds: { readonly [K in (typeof diffKinds)[number]]: string };
	readonly changes: { readonly [C in (typeof rowChanges)[number]]: string };
	readonly ways: { readonly [W in EffectWay]: string };
	/** Stands behind tonnes that were not had by judging everything again. */
	readonly marks: { readonly [W in EffectWay]: string };
	readonly output: string;
	readonly unnamed: string;
	readonly notUnique: string;
	readonly remainder: string;
	readonly more: (count: number) => string;
	readonly counts: (told: { readonly changes: number; readonly years: number; readonly answered: number }) => string;
}
