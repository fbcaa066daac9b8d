/** The report as a contract: the shape that `--format json` writes and the library gives back. Numbers are decimal strings. */
import type {
	Boundary,
	Coverage,
	PathShape,
	Qualifier,
	Reason,
	TableKind,
	TestResult,
	Use,
	VerdictWord,
} from "../domain/words.ts";
import type { Gravity } from "../findings/gravity.ts";

/** A decimal number, rounded half-even at no more than 12 places; null where it is unknown. */
export type Decimal = string | null;

export interface Report {
	readonly schemaVersion: 1;
	readonly tool: { readonly name: "tanlu"; readonly version: string; readonly seeds: string; readonly rules: string };
	readonly basis: ReportBasis;
	/** In order of name. */
	readonly inputs: readonly ReportInput[];
	/** In order of firm, by code unit. */
	readonly firms: readonly ReportFirm[];
	/** In order of sector id; `all` closes the list. */
	readonly sectors: readonly ReportSector[];
	readonly findings: ReportFindings;
}

/** What was chosen: everything needed to do the run again. */
export interface ReportBasis {
	readonly targets: string;
	readonly baseYear: number;
	readonly targetYear: number;
	readonly reductionPercent: string;
	readonly path: PathShape;
	readonly per: string;
	readonly boundary: Boundary;
	readonly factors: string;
	readonly electricity: string;
	readonly marketBased: boolean;
	readonly prices: string;
	readonly deflator: string | null;
	readonly mappings: readonly string[];
	readonly assertions: readonly string[];
}

export interface ReportInput {
	readonly file: string;
	readonly kind: TableKind;
	readonly sha256: string;
	readonly encoding: "utf-8" | "gb18030" | "utf-16le" | "utf-16be";
	readonly separator: "," | "\t" | ";";
	readonly rows: { readonly read: number; readonly used: number; readonly refused: number; readonly skipped: number };
}

export interface ReportFirm {
	readonly firm: string;
	readonly name: string | null;
	readonly sector: string | null;
	readonly province: string | null;
	readonly years: readonly ReportYear[];
}

/** How a carrier's emissions were made. */
export type ReportFactor =
	| {
			readonly kind: "parts";
			/** GJ per unit; null where the amount is heat already. */
			readonly ncv: Decimal;
			/** tC per GJ. */
			readonly carbonContent: string;
			/** Fraction. */
			readonly oxidationRate: string;
			readonly measured: readonly string[];
			readonly source: string;
	  }
	| {
			readonly kind: "direct";
			readonly emissionFactor: string;
			readonly unit: string;
			readonly measured: readonly string[];
			readonly source: string;
	  };

export interface ReportCarrier {
	readonly carrier: string;
	readonly use: Use;
	/** null where rows of it contradict each other. */
	readonly quantity: Decimal;
	readonly unit: string;
	/** t CO2 as it counts in the total. */
	readonly co2: Decimal;
	readonly tce: Decimal;
	readonly factor: ReportFactor | null;
}

export interface ReportGap {
	readonly required: Decimal;
	readonly gap: Decimal;
	readonly gapPercent: Decimal;
	readonly gapTonnes: Decimal;
	readonly target: Decimal;
	readonly targetGap: Decimal;
	readonly targetGapPercent: Decimal;
	readonly targetGapTonnes: Decimal;
}

export interface ReportYear {
	readonly year: number;
	readonly coverage: Coverage;
	readonly emissions: {
		readonly fuel: Decimal;
		readonly process: Decimal;
		readonly electricity: Decimal;
		readonly heat: Decimal;
		readonly total: Decimal;
		readonly unit: "tCO2";
	};
	/** Not in the total: carbon of feedstock, and what green power would be at the grid's factor. */
	readonly apart: { readonly feedstock: Decimal; readonly greenAtGrid: Decimal };
	readonly carriers: readonly ReportCarrier[];
	readonly energy: {
		readonly value: Decimal;
		readonly unit: "tce";
		readonly derived: boolean;
		readonly intensity: Decimal;
		readonly sinceBasePercent: Decimal;
		readonly requiredChangePercent: Decimal;
	};
	readonly output: { readonly value: Decimal; readonly unit: string; readonly prices: string | null; readonly deflated: boolean };
	readonly intensity: { readonly value: Decimal; readonly unit: string };
	/** null where the firm-year is withheld. */
	readonly change: { readonly sinceBasePercent: Decimal; readonly sinceLastYearPercent: Decimal } | null;
	readonly ownPath:
		| ({
				readonly baseYear: number;
				readonly base: string;
				readonly requiredChangePercent: Decimal;
				readonly gapPoints: Decimal;
				readonly neededYearlyCutPercent: Decimal;
		  } & ReportGap)
		| null;
	readonly sectorPath: ({ readonly base: string; readonly firms: number | null; readonly thin: boolean } & ReportGap) | null;
	/** At no more than 6 places; null where the firm-year is withheld or outside the years of its path. */
	readonly progress: { readonly percent: Decimal; readonly scheduleRatio: Decimal } | null;
	readonly verdict: {
		readonly word: VerdictWord;
		readonly qualifiers: readonly Qualifier[];
		readonly yearTest: TestResult;
		readonly cumulativeTest: TestResult;
		readonly reasons: readonly Reason[];
	} | null;
}

export interface ReportSector {
	readonly sector: string;
	readonly years: readonly {
		readonly year: number;
		readonly firms: number;
		readonly emissions: Decimal;
		readonly output: Decimal;
		readonly intensity: Decimal;
		readonly comparable: number;
		readonly sinceBasePercent: Decimal;
		readonly required: Decimal;
		readonly gapPercent: Decimal;
		readonly totalSinceBasePercent: Decimal;
	}[];
}

export interface ReportFinding {
	readonly code: string;
	readonly gravity: Gravity;
	readonly file: string | null;
	readonly row: number | null;
	readonly line: number | null;
	readonly column: string | null;
	readonly value: string | null;
	readonly firm: string | null;
	readonly period: string | null;
	readonly message: string;
	readonly remedy: string;
	readonly weightTonnes: Decimal;
	readonly couldTurnVerdict: boolean | null;
	readonly cause: string | null;
	readonly fingerprint: string;
}

export interface ReportFindings {
	/** Exact, whatever is listed. */
	readonly counts: { readonly error: number; readonly warning: number; readonly note: number };
	readonly notChecked: readonly { readonly rule: string; readonly why: string }[];
	readonly list: readonly ReportFinding[];
}
