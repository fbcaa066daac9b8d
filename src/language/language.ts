/** What a language must be able to say. Leave one out and it does not compile. */
import type { TableKind } from "../contract/tables.ts";
import type {
	Boundary,
	ClaimMetric,
	Coverage,
	GrowthIndicator,
	Indicator,
	Part,
	PathShape,
	PlanAmount,
	Prices,
	Qualifier,
	Reason,
	TestResult,
	Use,
	VerdictWord,
} from "../domain/words.ts";
import type { Chapters, Code, Finding, Particulars } from "../findings/finding.ts";
import type { Gravity } from "../findings/gravity.ts";
import type { Trouble, TroubleCode, TroubleParticulars } from "../findings/trouble.ts";
import type { BatchTexts } from "./batch-texts.ts";
import type { CheckTexts } from "./check-texts.ts";
import type { ComparisonTexts } from "./comparison-texts.ts";
import type { DerivationTexts } from "./derivation-texts.ts";
import type { DiffTexts } from "./diff-texts.ts";
import type { DriversTexts } from "./drivers-texts.ts";
import type { ExplainTexts } from "./explain-texts.ts";
import type { Help } from "./help.ts";
import type { InitTexts } from "./init-texts.ts";
import type { InspectTexts } from "./inspect-texts.ts";
import type { ReportTexts } from "./report-texts.ts";
import type { SchemaTexts } from "./schema-texts.ts";
import type { SourcesTexts } from "./sources-texts.ts";
import type { TrackTexts } from "./track-texts.ts";
import type { VerificationTexts } from "./verification-texts.ts";
import type { WhatifTexts } from "./whatif-texts.ts";

/** What a finding says, and what to do about it. */
export interface Sentence {
	readonly message: string;
	readonly remedy: string;
}

/** Names of things that reference tables name in each language. An id that is not known is given back. */
export interface Naming {
	readonly carrier: (id: string) => string;
	readonly sector: (id: string) => string;
	readonly province: (id: string) => string;
	/** A published set of factors. */
	readonly set: (id: string) => string;
}

/** Ids as they are: what machine formats and English messages say. */
export const plainNaming: Naming = { carrier: (id) => id, sector: (id) => id, province: (id) => id, set: (id) => id };

/** Words of a shape of a path. */
export interface ShapeWords {
	/** As the option takes it, with what it means where that is no English word. */
	readonly option: string;
	/** How what is required falls from year to year. */
	readonly falls: string;
	/** How it measures progress towards a reduction in per cent. */
	readonly progress: (reduction: string) => string;
	/** How what is required comes of the base: `keep` is what is left of it at the end, after `years` steps. */
	readonly required: (told: {
		readonly base: string;
		readonly keep: string;
		readonly step: number;
		readonly years: number;
	}) => string;
	/** How the two numbers of its tests are made. */
	readonly sides: (years: number) => string;
}

/** Words of the trade, one for one thing. */
export interface Words {
	readonly verdicts: { readonly [V in VerdictWord]: string };
	readonly qualifiers: { readonly [Q in Qualifier]: string };
	readonly reasons: { readonly [R in Reason]: string };
	readonly tests: { readonly [T in TestResult]: string };
	readonly coverage: { readonly [C in Coverage]: string };
	readonly gravities: { readonly [G in Gravity]: string };
	readonly parts: { readonly [P in Part]: string };
	readonly uses: { readonly [U in Use]: string };
	readonly indicators: { readonly [I in Indicator | PlanAmount]: string };
	readonly claimMetrics: { readonly [M in ClaimMetric]: string };
	readonly growthIndicators: { readonly [I in GrowthIndicator]: string };
	readonly tables: { readonly [K in TableKind]: string };
	readonly boundaries: { readonly [B in Boundary]: string };
	readonly shapes: { readonly [S in PathShape]: ShapeWords };
	readonly prices: (prices: Prices) => string;
	readonly unit: (symbol: string) => string;
	/** A set of targets by its id; a file's name stays. */
	readonly targets: (id: string) => string;
	/** Shown for a figure that is unknown. */
	readonly unknown: string;
	/** Shown where there is nothing to know: the verdict of the base year, the cut still needed when the last year is over. */
	readonly notApplicable: string;
	readonly yes: string;
	readonly no: string;
	/** Items of a list, put together. */
	readonly list: (items: readonly string[]) => string;
	/** Something and what is told of it: `withheld: no output`. */
	readonly with: (word: string, more: readonly string[]) => string;
}

/** The sentences of one language, as its files write them. */
export interface Said {
	readonly id: string;
	/** The language's name in itself. */
	readonly title: string;
	/** Which of a row's two names is this language's. */
	readonly named: (row: { readonly nameEn: string; readonly nameZh: string }) => string;
	/** Whether messages name carriers, sectors and provinces, or give their ids. */
	readonly namesInMessages: boolean;
	readonly sentences: Sentences;
	readonly troubles: Troubles;
	readonly words: Words;
	readonly help: Help;
	readonly report: ReportTexts;
	readonly explain: ExplainTexts;
	readonly derivation: DerivationTexts;
	readonly verification: VerificationTexts;
	readonly diff: DiffTexts;
	readonly batch: BatchTexts;
	readonly comparison: ComparisonTexts;
	readonly check: CheckTexts;
	readonly sources: SourcesTexts;
	readonly drivers: DriversTexts;
	readonly whatif: WhatifTexts;
	readonly schema: SchemaTexts;
	readonly init: InitTexts;
	readonly inspect: InspectTexts;
	readonly track: TrackTexts;
}

export type Sentences = {
	readonly [C in Code]: (particulars: Particulars[C], found: Finding, naming: Naming) => Sentence;
};
/** Those of one chapter of the catalogue, which stand in one file of each language. */
export type ChapterSentences<N extends keyof Chapters> = Pick<Sentences, Chapters[N]>;
export type Troubles = { readonly [C in TroubleCode]: (particulars: TroubleParticulars[C]) => string };

export interface Language extends Said {
	readonly tell: (found: Finding, naming: Naming) => Sentence;
	readonly explainTrouble: (trouble: Trouble) => string;
}

/** The two look-ups that every language does alike. */
export function speaker(said: Said): Language {
	type Tell = (particulars: unknown, found: Finding, naming: Naming) => Sentence;
	return {
		...said,
		tell: (found, naming) => (said.sentences[found.code] as Tell)(found.with, found, said.namesInMessages ? naming : plainNaming),
		explainTrouble: (trouble) => (said.troubles[trouble.code] as (particulars: unknown) => string)(trouble.with),
	};
}
