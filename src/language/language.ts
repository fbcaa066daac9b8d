/** What a language must be able to say. Leave one out and it does not compile. */

import type { Coverage, Qualifier, Reason, VerdictWord } from "../domain/words.ts";
import type { Code, Finding, Particulars } from "../findings/finding.ts";
import type { Gravity } from "../findings/gravity.ts";
import type { Trouble, TroubleCode, TroubleParticulars } from "../findings/trouble.ts";

/** What a finding says, and what to do about it. */
export interface Sentence {
	readonly message: string;
	readonly remedy: string;
}

/** Options of commands that have a sentence in help. */
export type OptionName =
	| "format"
	| "out"
	| "year"
	| "firm"
	| "per"
	| "boundary"
	| "path"
	| "factors"
	| "electricity"
	| "prices"
	| "deflator"
	| "targets"
	| "map"
	| "marketBased"
	| "absentIsZero"
	| "addRepeats"
	| "failOn"
	| "maxWarnings"
	| "asOf"
	| "kind"
	| "encoding"
	| "digits"
	| "lang"
	| "color"
	| "quiet"
	| "help"
	| "version";

/** Titles and words of the text report. */
export interface Words {
	readonly verdicts: { readonly [V in VerdictWord]: string };
	readonly qualifiers: { readonly [Q in Qualifier]: string };
	readonly reasons: { readonly [R in Reason]: string };
	readonly coverage: { readonly [C in Coverage]: string };
	readonly gravities: { readonly [G in Gravity]: string };
	readonly columns: {
		readonly firm: string;
		readonly sector: string;
		readonly year: string;
		readonly emissions: string;
		readonly output: string;
		readonly intensity: string;
		readonly sinceBase: string;
		readonly required: string;
		readonly gap: string;
		readonly gapPercent: string;
		readonly verdict: string;
		readonly firms: string;
	};
	/** Shown for a figure that is unknown. */
	readonly unknown: string;
	readonly noVerdict: string;
}

export interface Language {
	readonly id: string;
	readonly sentences: { readonly [C in Code]: (particulars: Particulars[C], found: Finding) => Sentence };
	readonly troubles: { readonly [C in TroubleCode]: (particulars: TroubleParticulars[C]) => string };
	readonly words: Words;
	readonly help: {
		readonly program: string;
		readonly report: string;
		/** Shown before the options of a command. */
		readonly reportExample: string;
		/** Shown behind them: exit codes. */
		readonly exitCodes: string;
		readonly files: string;
		readonly options: { readonly [O in OptionName]: string };
		/** The argument parser's headings. */
		readonly headings: {
			readonly usage: string;
			readonly arguments: string;
			readonly options: string;
			readonly commands: string;
		};
	};
	readonly report: {
		readonly judged: (basis: {
			readonly targets: string;
			readonly reduction: string;
			readonly baseYear: number;
			readonly targetYear: number;
			readonly path: string;
		}) => string;
		readonly chosen: (basis: {
			readonly per: string;
			readonly factors: string;
			readonly electricity: string;
			readonly boundary: string;
		}) => string;
		readonly notThePlans: string;
		readonly sectors: string;
		readonly cameOut: (counts: readonly { readonly word: string; readonly count: number }[]) => string;
		readonly notShown: string;
		readonly findings: (counts: { readonly error: number; readonly warning: number; readonly note: number }) => string;
		readonly furtherFindings: (count: number) => string;
		readonly notChecked: (rules: readonly { readonly rule: string; readonly why: string }[]) => string;
		readonly remedy: string;
		readonly fault: string;
	};
	readonly tell: (found: Finding) => Sentence;
	readonly explainTrouble: (trouble: Trouble) => string;
}

/** The two look-ups that every language does alike. */
export function speaker(said: Omit<Language, "tell" | "explainTrouble">): Language {
	return {
		...said,
		tell: (found) => (said.sentences[found.code] as (particulars: unknown, found: Finding) => Sentence)(found.with, found),
		explainTrouble: (trouble) => (said.troubles[trouble.code] as (particulars: unknown) => string)(trouble.with),
	};
}
