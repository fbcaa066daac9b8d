/** What `tanlu check` says around the findings: to people, and on the screens of programs that show them to people. */
import type { Code } from "../findings/finding.ts";
import type { Gravity } from "../findings/gravity.ts";

/** Why a rule was not checked: each reason that rules give, and those of a run. */
export type Why =
	| "no-months"
	| "too-few-months"
	| "no-output"
	| "no-measured-values"
	| "no-sector"
	| "no-earlier-year"
	| "no-other-firm"
	| "no-price-basis"
	| "no-such-carrier"
	| "no-as-of"
	| "not-in-tables"
	| "switched-off"
	| "not-asked";

/** What a run found: new findings by gravity, known ones apart; rules, and those of them that were not checked everywhere. */
export interface CheckCounts {
	readonly error: number;
	readonly warning: number;
	readonly note: number;
	readonly known: number;
	readonly rules: number;
	readonly unchecked: number;
}

/** What to do next, at the end. */
export type CheckStep = "mend-errors" | "look-at-warnings" | "give-date" | "report";

export interface CheckTexts {
	/** What a finding of a code is, in a few words and without particulars. A title may be there before its code is. */
	readonly titles: { readonly [C in Code]: string } & Readonly<Record<string, string>>;
	/** What findings of a gravity say of the data: a sentence. */
	readonly meanings: { readonly [G in Gravity]: string };
	/** Where a finding says what to do: a sentence. */
	readonly help: string;
	readonly whys: { readonly [W in Why]: string };
	/** A rule by what it looks for; `id` is the catalogue's. */
	readonly rule: (title: string, id: string) => string;
	/** Things that are told of one finding or rule, one after another. */
	readonly together: (parts: readonly string[]) => string;
	/** Message and remedy of a finding as two sentences. */
	readonly sentences: (message: string, remedy: string) => string;
	/** The first line: whether the data can be used. `rows` that were read. */
	readonly state: (counts: CheckCounts, inputs: { readonly files: number; readonly rows: number }) => string;
	/** Above the findings of one code: how many there are, and how many of them are known; `atLeast` where not all are listed. */
	readonly group: (told: {
		readonly gravity: Gravity;
		readonly code: string;
		readonly title: string;
		readonly count: number;
		readonly known: number;
		readonly atLeast: boolean;
	}) => string;
	/** t CO2 that a finding is about, and whether it could turn a verdict; null where nobody can say. Empty where neither is known. */
	readonly weight: (tonnes: string | null, couldTurn: boolean | null) => string;
	/** The place of the finding that this one follows from. */
	readonly followsFrom: (place: string) => string;
	readonly knownHeading: (count: number) => string;
	/** A known finding behind its place: why it is accepted, and until which day. */
	readonly accepted: (reason: string, until: string | null) => string;
	readonly notCheckedHeading: string;
	readonly notCheckedColumns: {
		readonly why: string;
		readonly rules: string;
		/** Answers that are missing: a rule for a firm is one. */
		readonly answers: string;
		readonly which: string;
	};
	/** `firms` is null where it was not checked for the whole run. */
	readonly notChecked: (why: string, firms: number | null) => string;
	/** The same with the rule before it. */
	readonly ruleNotChecked: (rule: string, notChecked: string) => string;
	/** What a rule answered. */
	readonly answers: (told: { readonly asked: number; readonly passed: number; readonly failed: number }) => string;
	readonly cameOut: (counts: CheckCounts) => string;
	readonly next: (step: CheckStep) => string;
	/** A file in which nothing was found. */
	readonly noFinding: string;
	/** Findings of one code in one file; `total` of this code in the run, where not all of them are listed. */
	readonly grouped: (title: string, gravity: Gravity, count: number, total: number | null) => string;
	/** Beside the counts: findings that carry no annotation, since the screen takes only so many of each gravity. */
	readonly unannotated: (count: number, most: number) => string;
	/** A finding that is about no one file, at the place of a file that stands for all of them. */
	readonly ofTheRun: string;
	/** Results left out of a file that may hold only so many. */
	readonly cut: (count: number, most: number) => string;
}
