/** What a language says of each field that programs exchange: input columns, csv columns, keys of the json outputs. */
import type { ColumnName } from "../domain/tables.ts";
import type { TableKind } from "../domain/words.ts";

/** One short sentence for each; units and the meaning of a sign are said where they are not plain. */
export interface Fields {
	readonly tables: {
		readonly [K in TableKind]: Described & { readonly columns: { readonly [C in ColumnName<K>]: string } };
	};
	readonly outputs: { readonly [O in OutputName]: Described };
	/** Columns of the csv of the report, of the sources, of the findings. */
	readonly csv: { readonly [C in CsvColumn]: string };
	readonly sourcesCsv: { readonly [C in SourcesCsvColumn]: string };
	readonly checkCsv: { readonly [C in CheckCsvColumn]: string };
	readonly report: { readonly [O in keyof ReportKeys]: { readonly [K in ReportKeys[O]]: string } };
	readonly sources: { readonly [O in keyof SourcesKeys]: { readonly [K in SourcesKeys[O]]: string } };
	readonly check: { readonly [O in keyof CheckKeys]: { readonly [K in CheckKeys[O]]: string } };
}

/** The outputs that have a contract, in the order a reader should meet them. */
export const outputNames = ["report", "check", "sources"] as const;
export type OutputName = (typeof outputNames)[number];

/** A thing as a whole: its name, and what it is in a sentence or two. */
export interface Described {
	readonly title: string;
	readonly about: string;
}

/** Columns of the csv report; `views/formats/csv.ts` puts them in order. */
export type CsvColumn =
	| "firm"
	| "name"
	| "sector"
	| "province"
	| "year"
	| "coverage"
	| "fuel_tco2"
	| "process_tco2"
	| "electricity_tco2"
	| "heat_tco2"
	| "total_tco2"
	| "energy_tce"
	| "output"
	| "output_unit"
	| "prices"
	| "intensity"
	| "intensity_unit"
	| "since_base_pct"
	| "since_last_year_pct"
	| "own_base"
	| "own_required"
	| "own_required_change_pct"
	| "own_gap"
	| "own_gap_pct"
	| "own_gap_points"
	| "own_gap_tonnes"
	| "own_target"
	| "own_target_gap_pct"
	| "needed_yearly_cut_pct"
	| "sector_base"
	| "sector_firms"
	| "sector_required"
	| "sector_gap"
	| "sector_gap_pct"
	| "sector_gap_tonnes"
	| "sector_target"
	| "sector_target_gap_pct"
	| "progress_pct"
	| "schedule_ratio"
	| "year_test"
	| "cumulative_test"
	| "verdict"
	| "qualifiers"
	| "reasons";

/** Columns of the csv of the sources; `views/formats/sources-csv.ts` puts them in order. */
export type SourcesCsvColumn =
	| "section"
	| "in_force"
	| "id"
	| "name_en"
	| "name_zh"
	| "set"
	| "scope"
	| "basis"
	| "year"
	| "reporting_years"
	| "base_year"
	| "target_year"
	| "unit"
	| "value"
	| "ncv"
	| "carbon_content"
	| "oxidation_rate"
	| "oxidation_printed"
	| "co2_per_unit"
	| "lowest"
	| "highest"
	| "difference_pct"
	| "compared"
	| "from_in_force_pct"
	| "difference_points"
	| "refusal"
	| "formula"
	| "source"
	| "source_url"
	| "published"
	| "verified"
	| "evidence"
	| "note";

/** Columns of the csv of the findings; `views/formats/check-csv.ts` puts them in order. */
export type CheckCsvColumn =
	| "gravity"
	| "code"
	| "file"
	| "row"
	| "line"
	| "column"
	| "value"
	| "firm"
	| "period"
	| "message"
	| "remedy"
	| "weight_tonnes"
	| "could_turn_verdict"
	| "cause"
	| "fingerprint"
	| "known"
	| "known_until";

/** Keys of the json report, object by object; the contract in `workshop` does not compile with another set. */
export interface ReportKeys {
	readonly report: "schemaVersion" | "tool" | "basis" | "inputs" | "firms" | "sectors" | "findings";
	readonly tool: ToolKey;
	readonly basis:
		| "targets"
		| "baseYear"
		| "targetYear"
		| "reductionPercent"
		| "path"
		| "per"
		| "boundary"
		| "factors"
		| "electricity"
		| "marketBased"
		| "prices"
		| "deflator"
		| "mappings"
		| "assertions";
	readonly input: "file" | "kind" | "sha256" | "encoding" | "separator" | "rows";
	readonly rows: "read" | "used" | "refused" | "skipped";
	readonly firm: "firm" | "name" | "sector" | "province" | "years";
	readonly year:
		| "year"
		| "coverage"
		| "emissions"
		| "apart"
		| "carriers"
		| "energy"
		| "output"
		| "intensity"
		| "change"
		| "ownPath"
		| "sectorPath"
		| "progress"
		| "verdict";
	readonly emissions: "fuel" | "process" | "electricity" | "heat" | "total" | "unit";
	readonly apart: "feedstock" | "greenAtGrid";
	readonly carrier: "carrier" | "use" | "quantity" | "unit" | "co2" | "tce" | "factor";
	/** Of both kinds of factor. */
	readonly factor: "kind" | "measured" | "source";
	readonly factorInParts: "ncv" | "carbonContent" | "oxidationRate";
	readonly directFactor: "emissionFactor" | "unit";
	readonly energy: "value" | "unit" | "derived" | "intensity" | "sinceBasePercent" | "requiredChangePercent";
	readonly output: "value" | "unit" | "prices" | "deflated";
	readonly intensity: "value" | "unit";
	readonly change: "sinceBasePercent" | "sinceLastYearPercent";
	/** Of the own path and of the sector's. */
	readonly gap: "required" | "gap" | "gapPercent" | "gapTonnes" | "target" | "targetGap" | "targetGapPercent" | "targetGapTonnes";
	readonly ownPath: "baseYear" | "base" | "requiredChangePercent" | "gapPoints" | "neededYearlyCutPercent";
	readonly sectorPath: "base" | "firms" | "thin";
	readonly progress: "percent" | "scheduleRatio";
	readonly verdict: "word" | "qualifiers" | "yearTest" | "cumulativeTest" | "reasons";
	readonly sector: "sector" | "years";
	readonly sectorYear:
		| "year"
		| "firms"
		| "emissions"
		| "output"
		| "intensity"
		| "comparable"
		| "sinceBasePercent"
		| "required"
		| "gapPercent"
		| "totalSinceBasePercent";
	readonly findings: "counts" | "notChecked" | "list";
	readonly counts: "error" | "warning" | "note";
	readonly notChecked: "rule" | "why";
	readonly finding:
		| "code"
		| "gravity"
		| "file"
		| "row"
		| "line"
		| "column"
		| "value"
		| "firm"
		| "period"
		| "message"
		| "remedy"
		| "weightTonnes"
		| "couldTurnVerdict"
		| "cause"
		| "fingerprint";
}

/** Keys of the json of `sources`, object by object. */
export interface SourcesKeys {
	readonly sources:
		| "schemaVersion"
		| "tool"
		| "chosen"
		| "factorSets"
		| "fuels"
		| "electricity"
		| "heat"
		| "processes"
		| "coalEquivalents"
		| "targets"
		| "limits"
		| "deflators";
	readonly tool: ToolKey;
	readonly chosen: "factors" | "electricity" | "targets";
	/** Where a figure comes from: of most rows. */
	readonly origin: "source" | "sourceUrl" | "published" | "verified" | "evidence" | "note";
	readonly names: "nameEn" | "nameZh";
	readonly factorSet: "id" | "title" | "titleZh" | "inForce" | "forcedOxidation" | "fuels";
	readonly fuel: "carrier" | "unit" | "inForce" | "alternatives" | "lowest" | "highest" | "differencePercent";
	readonly fuelFactor:
		| "set"
		| "ncv"
		| "carbonContent"
		| "oxidationRate"
		| "oxidationPrinted"
		| "co2PerUnit"
		| "fromInForcePercent";
	readonly electricity: "mode" | "given" | "inForce" | "alternatives";
	readonly gridFactor: "region" | "level" | "year" | "basis" | "reportingYears" | "factor" | "compared" | "fromInForcePercent";
	readonly heat: "id" | "unit" | "value";
	readonly process: "id" | "sector" | "unit" | "factor" | "kind" | "co2PerUnit" | "refusal" | "formula";
	readonly coalEquivalents: "definition" | "rows";
	readonly coalDefinition: "gigajoulesPerTonne";
	readonly coalEquivalent: "carrier" | "unit" | "tce";
	readonly targets: "inForce" | "alternatives";
	readonly target:
		| "set"
		| "plan"
		| "scope"
		| "scopeId"
		| "indicator"
		| "baseYear"
		| "targetYear"
		| "reductionPercent"
		| "differencePoints";
	readonly limit: "name" | "value";
	readonly deflators: "informingOnly" | "rows";
	readonly deflator: "sector" | "year" | "series" | "value" | "unit" | "base";
}

/** Keys of the json of `check` beside those it shares with the report: inputs, counts, findings. */
export interface CheckKeys {
	readonly check: "schemaVersion" | "tool" | "inputs" | "rules" | "findings";
	readonly tool: ToolKey;
	readonly rule: "rule" | "code" | "asked" | "passed" | "failed" | "notChecked";
	readonly unanswered: "why" | "firms";
	readonly findings: "counts" | "known" | "byCode" | "notChecked" | "list";
	readonly byCode: "code" | "count";
	readonly finding: "known";
	readonly known: "reason" | "until";
}

type ToolKey = "name" | "version" | "seeds" | "rules";
