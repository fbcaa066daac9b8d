/** The rows the oracle reads and the figures it gives. */

type Cells<Name extends string> = { readonly [Key in Name]?: string };

export type EnergyRow = Cells<
	| "firm"
	| "site"
	| "province"
	| "period"
	| "carrier"
	| "use"
	| "quantity"
	| "unit"
	| "ncv"
	| "carbon_content"
	| "oxidation_rate"
	| "emission_factor"
	| "enthalpy"
>;
export type OutputRow = Cells<"firm" | "sector" | "period" | "indicator" | "product" | "quantity" | "unit" | "prices">;
export type FirmRow = Cells<"firm" | "firm_name" | "sector" | "province" | "base_intensity" | "base_year" | "target_pct">;

export type DeflatorRow = Cells<"year" | "index" | "sector">;

export interface Submission {
	readonly energy: readonly EnergyRow[];
	readonly output: readonly OutputRow[];
	readonly firms: readonly FirmRow[];
	readonly deflator?: readonly DeflatorRow[];
}

export interface Options {
	readonly per?: string;
	readonly boundary?: string;
	readonly path?: string;
	readonly electricity?: string;
	readonly prices?: string;
	readonly targets?: string;
	readonly marketBased?: boolean;
	readonly absentIsZero?: boolean;
	readonly addRepeats?: boolean;
	/** whether parts of a year are asked about: no option of the tool */
	readonly toDate?: boolean;
}

export type Part = "fuel" | "process" | "electricity" | "heat";
export type Text = string | null;

export interface PathFigures {
	base: Text;
	required: Text;
	gap: Text;
	gapPercent: Text;
	gapTonnes: Text;
	target: Text;
	targetGap: Text;
	targetGapPercent: Text;
	targetGapTonnes: Text;
}

interface OwnPathFigures extends PathFigures {
	targets: string;
	prices: Text;
	baseYear: number;
	requiredChangePercent: Text;
	gapPoints: Text;
	neededYearlyCutPercent: Text;
}

interface SectorPathFigures extends PathFigures {
	firms: number;
	thin: boolean;
}

export type Test = "pass" | "fail" | "not-checked";

export interface Verdict {
	word: string;
	qualifiers: string[];
	yearTest: Test;
	cumulativeTest: Test;
	reasons: string[];
}

export interface ToDateFigures {
	months: number;
	intensity: Text;
	sameMonthsPercent: Text;
	cumulativePercent: Text;
	requiredPercent: Text;
	timeGonePercent: Text;
	verdict: Verdict;
}

export interface YearFigures {
	year: number;
	coverage: string;
	emissions: Record<Part | "total", Text> & { unit: string };
	apart: { feedstock: Text; feedstockTce: Text; greenAtGrid: Text };
	energy: {
		value: Text;
		unit: string;
		derived: boolean;
		intensity: Text;
		sinceBasePercent: Text;
		withoutFeedstock: Text;
		withoutFeedstockSinceBasePercent: Text;
		requiredChangePercent: Text;
		verdict: Verdict | null;
	};
	/** undefined: not asked */
	toDate?: ToDateFigures | null;
	output: { value: Text; unit: string; prices: Text; deflated: boolean };
	intensity: { value: Text; unit: string };
	change: { sinceBasePercent: Text; sinceLastYearPercent: Text } | null;
	ownPath: OwnPathFigures | null;
	sectorPath: SectorPathFigures | null;
	progress: { percent: Text; completionPercent: Text; scheduleRatio: Text } | null;
	verdict: Verdict | null;
}

export interface FirmFigures {
	firm: string;
	sector: Text;
	years: YearFigures[];
}

export interface SectorYear {
	year: number;
	targets: string;
	firms: number;
	emissions: Text;
	output: Text;
	intensity: Text;
	comparable: number;
	sinceBasePercent: Text;
	required: Text;
	gapPercent: Text;
	totalSinceBasePercent: Text;
}

export interface SectorFigures {
	sector: string;
	years: SectorYear[];
}

/** A plan in force, as the basis names it. */
export interface BasisPlan {
	targets: string;
	baseYear: number;
	targetYear: number;
	reductionPercent: string;
	prices: Text;
	electricity: string;
}

export interface Figures {
	basis: { plans: BasisPlan[] };
	firms: FirmFigures[];
	sectors: SectorFigures[];
}
