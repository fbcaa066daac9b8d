/**
 * The report: what `--format json` writes and the library gives back, and the columns of its csv. Numbers are decimal strings.
 */
import type { Sentences, Shaped } from "./kinds.ts";
import type { shared } from "./shared.ts";

export const reportShapes = {
	report: {
		schemaVersion: "=1",
		tool: "@tool",
		basis: "@basis",
		/** In order of name. */
		inputs: "@input[+]",
		/** In order of firm, by code unit. */
		firms: "@firm[]",
		/** In order of sector id; `all` closes the list. */
		sectors: "@sector[]",
		findings: "@reportFindings",
	},
	/** With a baseline `known` stands beside the counts and in each finding: how many it knows, and why each is accepted. */
	reportFindings: { counts: "@counts", "known?": "count", notChecked: "@notChecked[]", list: "@reportFinding[]" },
	reportFinding: { "...": "finding", "known?": "@known?" },
	known: { reason: "text", until: "day?" },
	firm: { firm: "word", name: "word?", sector: "id?", province: "word?", years: "@year[+]" },
	year: {
		year: "year",
		coverage: "of coverages",
		emissions: "@emissions",
		/** Carbon of feedstock and what green power would be at the grid's factor, not in the total; coal equivalent of feedstock, in that of energy. */
		apart: "@apart",
		carriers: "@carrier[]",
		energy: "@energy",
		/** What else plans ask of, where the year has rows of it: water, waste, pollutants. */
		indicators: "@indicator[]",
		/** null where the year is whole, and where its tables have no month in common. */
		toDate: "@toDate?",
		output: "@output",
		intensity: "@intensity",
		/** null where the firm-year is withheld. */
		change: "@change?",
		ownPath: "@ownPath?",
		sectorPath: "@sectorPath?",
		/** null where the firm-year is withheld or outside the years of its path. */
		progress: "@progress?",
		verdict: "@verdict?",
		/** null where no open finding withholds the verdict. */
		settle: "@settle?",
	},
	emissions: { fuel: "tonnes?", process: "tonnes?", electricity: "tonnes?", heat: "tonnes?", total: "tonnes?", unit: "=tCO2" },
	apart: { feedstock: "tonnes?", feedstockTce: "tce?", greenAtGrid: "tonnes?" },
	carrier: {
		carrier: "id",
		use: "of uses",
		/** null where rows of it contradict each other. */
		quantity: "decimal?",
		unit: "word",
		/** As it counts in the total. */
		co2: "tonnes?",
		tce: "tce?",
		/** How its emissions were made. */
		factor: "@factorInParts|@directFactor?",
	},
	energy: {
		value: "tce?",
		unit: "=tce",
		derived: "flag",
		intensity: "decimal?",
		sinceBasePercent: "percent?",
		/** Without energy used as feedstock, which assessments deduct: what the verdict is of. */
		withoutFeedstock: "decimal?",
		withoutFeedstockSinceBasePercent: "percent?",
		requiredChangePercent: "percent?",
		/** null where the plan asks nothing of energy, and where the year has none. */
		verdict: "@verdict?",
	},
	indicator: {
		indicator: "of planIndicators",
		/** null where rows contradict each other, were refused or lack months. */
		value: "decimal?",
		/** m3, t, or % of the waste that was made. */
		unit: "word",
		/** `unit` per unit of output; null for a rate. */
		intensity: "decimal?",
		sinceBasePercent: "percent?",
		/** null where the plan asks nothing. */
		kind: "of goalKinds?",
		targetYear: "year?",
		requiredChangePercent: "percent?",
		/** To be reached in the target year; null for a change. */
		level: "decimal?",
		verdict: "@verdict?",
	},
	toDate: {
		/** How many months are compared: those that both years have in all tables. */
		months: "count",
		intensity: "intensity?",
		sameMonthsPercent: "percent?",
		cumulativePercent: "percent?",
		requiredPercent: "percent?",
		timeGonePercent: "short-percent?",
		verdict: "@verdict",
	},
	output: { value: "output?", unit: "word", prices: "prices?", deflated: "flag" },
	intensity: { value: "intensity?", unit: "intensity-unit" },
	change: { sinceBasePercent: "percent?", sinceLastYearPercent: "percent?" },
	ownPath: {
		/** The plan that the year is judged by. */
		targets: "word",
		baseYear: "year",
		/** Constant prices that the year and its base are compared at; null where the intensity is per product. */
		prices: "prices?",
		base: "intensity",
		required: "intensity?",
		requiredChangePercent: "percent?",
		gap: "intensity?",
		gapPercent: "percent?",
		gapPoints: "points?",
		gapTonnes: "tonnes?",
		target: "intensity?",
		targetGap: "intensity?",
		targetGapPercent: "percent?",
		targetGapTonnes: "tonnes?",
		neededYearlyCutPercent: "short-percent?",
	},
	sectorPath: {
		base: "intensity",
		firms: "count?",
		thin: "flag",
		required: "intensity?",
		gap: "intensity?",
		gapPercent: "percent?",
		gapTonnes: "tonnes?",
		target: "intensity?",
		targetGap: "intensity?",
		targetGapPercent: "percent?",
		targetGapTonnes: "tonnes?",
	},
	progress: { percent: "short-percent?", completionPercent: "short-percent?", scheduleRatio: "short-ratio?" },
	sector: { sector: "id", years: "@sectorYear[]" },
	sectorYear: {
		year: "year",
		/** The plan that the year is seen by: one that ends a plan and begins the next stands here under both. */
		targets: "word",
		firms: "count",
		emissions: "tonnes?",
		output: "output?",
		intensity: "intensity?",
		comparable: "count",
		sinceBasePercent: "percent?",
		required: "intensity?",
		gapPercent: "percent?",
		totalSinceBasePercent: "percent?",
		/** null where a targets file allows the sector no number of tonnes. */
		cap: "@cap?",
	},
	cap: {
		targetYear: "year",
		/** What is allowed in the target year. */
		cap: "tonnes",
		/** Firms whose emissions of the whole year are known. */
		firms: "count",
		/** null where those of a firm are not. */
		total: "tonnes?",
		/** By the path from a stated base; without one in the target year alone. */
		required: "tonnes?",
		gapTonnes: "tonnes?",
		capGapTonnes: "tonnes?",
		word: "of verdictWords?",
	},
} as const;

/** One row for each firm and year: each column with the key that stands in it. */
export const reportColumns = {
	firm: "firm.firm",
	name: "firm.name",
	sector: "firm.sector",
	province: "firm.province",
	year: "year.year",
	coverage: "year.coverage",
	fuel_tco2: "year.emissions.fuel",
	process_tco2: "year.emissions.process",
	electricity_tco2: "year.emissions.electricity",
	heat_tco2: "year.emissions.heat",
	total_tco2: "year.emissions.total",
	energy_tce: "year.energy.value",
	output: "year.output.value",
	output_unit: "year.output.unit",
	prices: "year.output.prices",
	intensity: "year.intensity.value",
	intensity_unit: "year.intensity.unit",
	since_base_pct: "year.change.sinceBasePercent",
	since_last_year_pct: "year.change.sinceLastYearPercent",
	own_targets: "year.ownPath.targets",
	own_base_year: "year.ownPath.baseYear",
	own_prices: "year.ownPath.prices",
	own_base: "year.ownPath.base",
	own_required: "year.ownPath.required",
	own_required_change_pct: "year.ownPath.requiredChangePercent",
	own_gap: "year.ownPath.gap",
	own_gap_pct: "year.ownPath.gapPercent",
	own_gap_points: "year.ownPath.gapPoints",
	own_gap_tonnes: "year.ownPath.gapTonnes",
	own_target: "year.ownPath.target",
	own_target_gap_pct: "year.ownPath.targetGapPercent",
	needed_yearly_cut_pct: "year.ownPath.neededYearlyCutPercent",
	sector_base: "year.sectorPath.base",
	sector_firms: "year.sectorPath.firms",
	sector_required: "year.sectorPath.required",
	sector_gap: "year.sectorPath.gap",
	sector_gap_pct: "year.sectorPath.gapPercent",
	sector_gap_tonnes: "year.sectorPath.gapTonnes",
	sector_target: "year.sectorPath.target",
	sector_target_gap_pct: "year.sectorPath.targetGapPercent",
	progress_pct: "year.progress.percent",
	completion_pct: "year.progress.completionPercent",
	schedule_ratio: "year.progress.scheduleRatio",
	year_test: "year.verdict.yearTest",
	cumulative_test: "year.verdict.cumulativeTest",
	verdict: "year.verdict.word",
	qualifiers: "year.verdict.qualifiers",
	reasons: "year.verdict.reasons",
} as const;

/** Columns of the other tables of a report, where they are sheets of a workbook. */
export const sheetColumns = {
	sectors: {
		sector: "sector.sector",
		year: "sectorYear.year",
		targets: "sectorYear.targets",
		firms: "sectorYear.firms",
		total_tco2: "sectorYear.emissions",
		output: "sectorYear.output",
		intensity: "sectorYear.intensity",
		comparable: "sectorYear.comparable",
		since_base_pct: "sectorYear.sinceBasePercent",
		required: "sectorYear.required",
		gap_pct: "sectorYear.gapPercent",
		total_since_base_pct: "sectorYear.totalSinceBasePercent",
	},
	carriers: {
		firm: "firm.firm",
		name: "firm.name",
		year: "year.year",
		carrier: "carrier.carrier",
		use: "carrier.use",
		quantity: "carrier.quantity",
		unit: "carrier.unit",
		co2_tco2: "carrier.co2",
		energy_tce: "carrier.tce",
		ncv: "factorInParts.ncv",
		carbon_content: "factorInParts.carbonContent",
		oxidation_rate: "factorInParts.oxidationRate",
		emission_factor: "directFactor.emissionFactor",
		emission_factor_unit: "directFactor.unit",
		measured: "factorInParts.measured",
		source: "factorInParts.source",
	},
	indicators: {
		firm: "firm.firm",
		name: "firm.name",
		year: "year.year",
		indicator: "indicator.indicator",
		value: "indicator.value",
		unit: "indicator.unit",
		intensity: "indicator.intensity",
		output_unit: "year.output.unit",
		since_base_pct: "indicator.sinceBasePercent",
		kind: "indicator.kind",
		target_year: "indicator.targetYear",
		required_change_pct: "indicator.requiredChangePercent",
		level: "indicator.level",
		year_test: "indicator.verdict.yearTest",
		cumulative_test: "indicator.verdict.cumulativeTest",
		verdict: "indicator.verdict.word",
		qualifiers: "indicator.verdict.qualifiers",
		reasons: "indicator.verdict.reasons",
	},
	caps: {
		sector: "sector.sector",
		year: "sectorYear.year",
		targets: "sectorYear.targets",
		firms: "cap.firms",
		total_tco2: "cap.total",
		required_tco2: "cap.required",
		gap_tonnes: "cap.gapTonnes",
		target_year: "cap.targetYear",
		cap_tco2: "cap.cap",
		cap_gap_tonnes: "cap.capGapTonnes",
		verdict: "cap.word",
	},
	findings: {
		gravity: "finding.gravity",
		code: "finding.code",
		file: "finding.file",
		sheet: "finding.sheet",
		row: "finding.row",
		column: "finding.column",
		letter: "finding.letter",
		value: "finding.value",
		firm: "finding.firm",
		period: "finding.period",
		message: "finding.message",
		remedy: "finding.remedy",
		weight_tonnes: "finding.weightTonnes",
		could_turn_verdict: "finding.couldTurnVerdict",
	},
	inputs: {
		file: "input.file",
		sheet: "input.sheet",
		kind: "input.kind",
		read: "rows.read",
		used: "rows.used",
		refused: "rows.refused",
		skipped: "rows.skipped",
		encoding: "input.encoding",
		separator: "input.separator",
		sha256: "input.sha256",
	},
} as const;

type Shapes = typeof shared & typeof reportShapes;
export type ReportSentences = Sentences<typeof reportShapes>;

/** A decimal number, rounded half-even at no more than 12 places; null where it is unknown. */
export type Decimal = string | null;
export type Report = Shaped<Shapes, "report">;
export type ReportFirm = Shaped<Shapes, "firm">;
export type ReportYear = Shaped<Shapes, "year">;
export type ReportCarrier = Shaped<Shapes, "carrier">;
export type ReportFactor = Shaped<Shapes, "factorInParts"> | Shaped<Shapes, "directFactor">;
export type ReportOwnPath = Shaped<Shapes, "ownPath">;
export type ReportSectorPath = Shaped<Shapes, "sectorPath">;
/** What both paths have: the gap to what is required in the year, and to the target. */
export type ReportGap = Pick<ReportOwnPath, keyof ReportOwnPath & Exclude<keyof ReportSectorPath, "base">>;
export type ReportIndicator = Shaped<Shapes, "indicator">;
export type ReportCap = Shaped<Shapes, "cap">;
export type ReportSector = Shaped<Shapes, "sector">;
