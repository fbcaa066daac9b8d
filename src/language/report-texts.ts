/** What the report says around its figures, for people. */
import type { Basis } from "../domain/basis.ts";
import type { PathShape, Qualifier, Reason, VerdictWord } from "../domain/words.ts";
import type { Finding } from "../findings/finding.ts";
import type { Naming } from "./language.ts";

/** A verdict that open findings outweigh, and what it would be. */
export interface SettleTold {
	readonly year: number;
	readonly findings: readonly Finding[];
	readonly further: number;
	readonly asWritten: VerdictWord;
	readonly asProposed: VerdictWord | null;
}

export interface Count<W> {
	readonly word: W;
	readonly count: number;
}

/** What is asked, and from when to when; `reduction` in per cent, as printed. */
export interface TargetTerms {
	readonly reduction: string;
	readonly baseYear: number;
	readonly targetYear: number;
}

/** Firms that are judged by other terms than the plan's: some by name, the rest by number. */
export interface OtherTerms {
	readonly terms: TargetTerms;
	readonly firms: readonly string[];
	readonly more: number;
}

/** The factor of a line, as far as a reader needs it to multiply: numbers as printed. */
export type FactorText =
	| { readonly kind: "direct"; readonly factor: string; readonly unit: string }
	| {
			readonly kind: "parts";
			/** GJ per `unit`; null where the amount is heat already. */
			readonly ncv: string | null;
			/** Of the amount. */
			readonly unit: string;
			/** tC per GJ. */
			readonly carbonContent: string;
			readonly oxidationRate: string;
	  };

/** What to do next, at the end of a report. */
export type NextStep =
	| { readonly step: "mend-errors"; readonly errors: number }
	| { readonly step: "lift-reason"; readonly reason: Reason; readonly firm: string }
	| { readonly step: "look-at-firm"; readonly firm: string; readonly gapPercent: string }
	| { readonly step: "cut-yearly"; readonly percent: string; readonly targetYear: number }
	| { readonly step: "end-point-reached"; readonly targetYear: number }
	| { readonly step: "add-years"; readonly baseYear: number }
	| { readonly step: "every-figure" };

export interface ReportTexts {
	readonly columns: {
		readonly firm: string;
		readonly sector: string;
		readonly year: string;
		readonly plan: string;
		readonly emissions: string;
		/** With the unit of the output. */
		readonly output: (unit: string) => string;
		readonly intensity: string;
		/** Change of the intensity since the base year, per cent. */
		readonly sinceBase: string;
		readonly sinceLastYear: string;
		readonly required: string;
		readonly gap: string;
		readonly gapPercent: string;
		readonly gapPoints: string;
		readonly gapTonnes: string;
		readonly verdict: string;
		readonly firms: string;
		/** How many of the firms behind the base of a pool's path are in the pool. */
		readonly ofBase: string;
		/** Change of total emissions since the base year over the firms known in both, per cent. */
		readonly totalSinceBase: string;
		readonly progress: string;
		readonly scheduleRatio: string;
		readonly yearTest: string;
		readonly cumulativeTest: string;
		readonly target: string;
		readonly yearlyCut: string;
		readonly total: string;
		readonly feedstock: string;
		readonly greenAtGrid: string;
		readonly energy: string;
		readonly energyIntensity: string;
		readonly requiredChange: string;
		/** Water, a pollutant, a rate. */
		readonly indicator: string;
		/** What it amounts to, in its unit. */
		readonly amount: string;
		/** An amount over the output, with the unit of that. */
		readonly perOutput: (unit: string) => string;
		readonly carrier: string;
		readonly use: string;
		readonly quantity: string;
		readonly unit: string;
		readonly factor: string;
		readonly source: string;
	};
	/**
	 * The first line. `year` is null where several years are shown, `firm` is set where the report is of one. `terms` are those
	 * of the one firm where they are not the plan's, `others` those of some among many.
	 */
	readonly judged: (told: {
		readonly basis: Basis;
		readonly year: number | null;
		readonly firms: number;
		readonly firm: string | null;
		readonly terms: readonly TargetTerms[];
		readonly others: readonly OtherTerms[];
		/** Firms by yet other terms. */
		readonly further: number;
	}) => string;
	/** What a gap is, and the signs that stand for a figure: each only where it occurs. */
	readonly signs: (which: { readonly unknown: boolean; readonly notApplicable: boolean }) => string;
	readonly chosen: (basis: Basis, naming: Naming) => string;
	/** What of it is not the tool's own; empty where everything is. */
	readonly differs: (basis: Basis) => string;
	readonly notThePlans: string;
	/** What verdict words mean, for those that do not say it themselves; empty where there are none. Limits of the schedule ratio. */
	readonly key: (told: {
		readonly verdicts: readonly VerdictWord[];
		readonly qualifiers: readonly Qualifier[];
		readonly near: string;
		readonly far: string;
	}) => string;
	/** Of a year that is not whole: its months against last year's, and the word they have. */
	readonly toDate: (told: {
		readonly year: number;
		readonly months: number;
		readonly change: string | null;
		readonly verdict: string;
	}) => string;
	/** What a verdict waits for that open findings outweigh: the heaviest of them, how many more, and what it would be. */
	readonly settle: (told: SettleTold, naming: Naming) => string;
	/** Behind a verdict that is by other terms than the plan's. */
	readonly star: string;
	/** Firms of the tables that have no data of the years shown. */
	readonly withoutData: (firms: number) => string;
	/** Columns that a narrow screen leaves out. */
	readonly leftOut: (titles: readonly string[]) => string;
	/** Firms beyond the last row, by verdict; those without one are in the count alone. */
	readonly furtherFirms: (count: number, verdicts: readonly Count<VerdictWord>[]) => string;
	readonly headings: {
		readonly sectors: string;
		readonly years: string;
		readonly ownPath: (base: string | null, baseYear: number) => string;
		readonly sectorPath: (sector: string, base: string, baseYear: number, firms: number | null, thin: boolean) => string;
		readonly endPoint: (targetYear: number) => string;
		readonly parts: string;
		readonly energy: string;
		/** Water, waste and pollutants. */
		readonly indicators: string;
		/** Totals of sectors beside what they are allowed. */
		readonly caps: string;
		readonly carriers: (year: number) => string;
	};
	/** How many of the firms in the base of a pool are in it this year. */
	readonly ofBase: (both: number, base: number) => string;
	/** What the gap of a pool compares, where its firms are not those of its base. */
	readonly poolsDiffer: string;
	/** What progress and schedule ratio are. */
	readonly progress: (told: { readonly path: PathShape; readonly reduction: string }) => string;
	/** That a sector's path says little of one firm. */
	readonly sectorPathCaution: string;
	/** Below a table with years of more than one plan. */
	readonly plansApart: string;
	/** How electricity counts in coal equivalent (kgce/kWh), and what the targets ask of energy; null or empty where there is none. */
	readonly energy: (told: { readonly electricity: string | null; readonly terms: readonly TargetTerms[] }) => string;
	/** A rate to be reached, in per cent, and when. */
	readonly levelAsked: (percent: string, year: number) => string;
	/** How what plans ask besides CO2 and energy is judged. */
	readonly indicatorsTold: string;
	/** What an amount is multiplied by, and where that comes from. */
	readonly factor: (factor: FactorText, source: string) => string;
	/** Where a factor comes from: the document stays as it is named; what the tool says itself is said in the language. */
	readonly factorFrom: (source: string) => string;
	/** A sector that is part of another: Steel rolling (Iron and steel). */
	readonly sectorWithin: (sector: string, whole: string) => string;
	/** Why a firm has no path to show. */
	readonly noOwnPath: string;
	readonly noSectorPath: string;
	readonly allFirms: string;
	/** What came out: verdicts counted, withheld ones with why, and firms that carry none. */
	readonly cameOut: (told: {
		readonly firms: number;
		readonly year: number | null;
		readonly verdicts: readonly Count<VerdictWord>[];
		readonly withheld: readonly Count<Reason>[];
		readonly none: number;
	}) => string;
	/** `verdict` is null where the year carries none; `gapPercent` where no gap is known. */
	readonly firmCameOut: (told: {
		readonly firm: string;
		readonly year: number;
		readonly verdict: string | null;
		readonly gapPercent: string | null;
	}) => string;
	readonly next: (step: NextStep) => string;
	readonly notShown: string;
	readonly findings: (counts: { readonly error: number; readonly warning: number; readonly note: number }) => string;
	/** Findings that are not told, since they are of firms (or `years`) that are not shown; `beyond`: some may only be too many to list. */
	readonly otherFindings: (
		counts: { readonly error: number; readonly warning: number; readonly note: number },
		of: { readonly beyond: boolean; readonly years: boolean },
	) => string;
	readonly furtherFindings: (count: number) => string;
	readonly notChecked: (rules: readonly { readonly rule: string; readonly why: string }[]) => string;
	readonly remedy: string;
	/** Links in a folder that were not followed. */
	readonly linksLeftOut: (files: readonly string[]) => string;
	/** Patterns of files to be left out that none matches. */
	readonly nothingExcluded: (patterns: readonly string[]) => string;
	/** How many files of folders nobody read. */
	readonly passedOver: (files: number) => string;
	/** Findings that a baseline knows: they are not told one by one. */
	readonly knownFindings: (count: number) => string;
	/** Standard input is a terminal: nothing happens until somebody types. */
	readonly typing: string;
	/** What comes once is long, and goes to a temporary file in that folder. */
	readonly kept: (file: string, folder: string) => string;
	/** In one short line. */
	readonly underWay: (done: UnderWay) => string;
	readonly fault: string;
}

/** More rules that were not checked than this are counted by reason, not named. */
export const mostNotChecked = 3;

/** How often each text occurs: the commonest first, those that occur alike in the order they came. */
export function howOften(texts: readonly string[]): (readonly [text: string, times: number])[] {
	const times = new Map<string, number>();
	for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
	return [...times].sort(([, a], [, b]) => b - a);
}

/** How far a run is; null where nobody can say, or not yet. */
export interface UnderWay {
	/** Read so far, and to be read. */
	readonly bytes: number;
	readonly expected: number | null;
	readonly rows: number;
	readonly rowsPerSecond: number | null;
	readonly secondsLeft: number | null;
	readonly findings: number;
}
