/** What the report says around its figures, for people. */
import type { Boundary, Indicator, PathShape, Reason, VerdictWord } from "../domain/words.ts";

/** What a report was judged on. */
export interface ToldBasis {
	/** An id of a published set, or a file. */
	readonly targets: string;
	/** Per cent, as printed. */
	readonly reduction: string;
	readonly baseYear: number;
	readonly targetYear: number;
	readonly path: PathShape;
	readonly indicator: Indicator;
	/** For `production`. */
	readonly product: string;
	readonly outputUnit: string;
	readonly factors: string;
	readonly electricity: string;
	/** kgCO2 per kWh, where one factor serves all years. */
	readonly electricityFactor: string | null;
	readonly boundary: Boundary;
	readonly marketBased: boolean;
	/** Asserted prices; null where they count as stated. */
	readonly prices: string | null;
	readonly deflator: string | null;
	readonly mappings: readonly string[];
	readonly assertions: readonly string[];
}

export interface Count<W> {
	readonly word: W;
	readonly count: number;
}

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
		readonly emissions: string;
		readonly output: string;
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
		readonly carrier: string;
		readonly use: string;
		readonly quantity: string;
		readonly unit: string;
		readonly factor: string;
		readonly source: string;
	};
	/** The first line. `year` is null where several years are shown, `firm` is set where the report is of one. */
	readonly judged: (told: {
		readonly basis: ToldBasis;
		readonly year: number | null;
		readonly firms: number;
		readonly firm: string | null;
	}) => string;
	readonly chosen: (basis: ToldBasis) => string;
	readonly notThePlans: string;
	/** How to read the columns of the table of firms. */
	readonly legend: string;
	/** Firms whose base year or reduction (per cent) the firms table states in place of the plan's. */
	readonly ownTerms: (
		firms: readonly { readonly firm: string; readonly baseYear: number | undefined; readonly reduction: string | undefined }[],
	) => string;
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
		readonly carriers: (year: number) => string;
	};
	/** Where a factor comes from: the document stays as it is named; what the tool says itself is said in the language. */
	readonly factorFrom: (source: string) => string;
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
	readonly furtherFindings: (count: number) => string;
	readonly notChecked: (rules: readonly { readonly rule: string; readonly why: string }[]) => string;
	readonly remedy: string;
	/** Links in a folder that were not followed. */
	readonly linksLeftOut: (files: readonly string[]) => string;
	/** Standard input is a terminal: nothing happens until somebody types. */
	readonly typing: string;
	readonly fault: string;
}
