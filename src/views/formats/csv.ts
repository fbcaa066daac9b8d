/** The report as csv: one row per firm and year, the same facts flat. Text a spreadsheet would run is made harmless. */
import type { CsvColumn } from "../../language/fields.ts";
import type { Report, ReportFirm, ReportYear } from "../report.ts";
import type { Cell } from "./csv-cell.ts";
import { bare, type CsvField, csvLine, figure, inUnitOf, number, text } from "./csv-field.ts";

type Column = readonly [CsvField<CsvColumn>, (firm: ReportFirm, year: ReportYear) => Cell];

const tonnes: CsvField<never> = figure("tCO2");
const percent: CsvField<never> = figure("%");
const output: CsvField<CsvColumn> = inUnitOf("output_unit");
const intensity: CsvField<CsvColumn> = inUnitOf("intensity_unit");

/** Columns in the order of the contract. */
const columns: { readonly [C in CsvColumn]: Column } = {
	firm: [text, ({ firm }) => firm],
	name: [text, ({ name }) => name],
	sector: [text, ({ sector }) => sector],
	province: [text, ({ province }) => province],
	year: [number, (_, { year }) => year],
	coverage: [text, (_, { coverage }) => coverage],
	fuel_tco2: [tonnes, (_, { emissions }) => emissions.fuel],
	process_tco2: [tonnes, (_, { emissions }) => emissions.process],
	electricity_tco2: [tonnes, (_, { emissions }) => emissions.electricity],
	heat_tco2: [tonnes, (_, { emissions }) => emissions.heat],
	total_tco2: [tonnes, (_, { emissions }) => emissions.total],
	energy_tce: [figure("tce"), (_, { energy }) => energy.value],
	output: [output, (_, year) => year.output.value],
	output_unit: [text, (_, year) => year.output.unit],
	prices: [text, (_, year) => year.output.prices],
	intensity: [intensity, (_, year) => year.intensity.value],
	intensity_unit: [text, (_, year) => year.intensity.unit],
	since_base_pct: [percent, (_, { change }) => change?.sinceBasePercent],
	since_last_year_pct: [percent, (_, { change }) => change?.sinceLastYearPercent],
	own_base: [intensity, (_, { ownPath }) => ownPath?.base],
	own_required: [intensity, (_, { ownPath }) => ownPath?.required],
	own_required_change_pct: [percent, (_, { ownPath }) => ownPath?.requiredChangePercent],
	own_gap: [intensity, (_, { ownPath }) => ownPath?.gap],
	own_gap_pct: [percent, (_, { ownPath }) => ownPath?.gapPercent],
	own_gap_points: [figure("percentage points"), (_, { ownPath }) => ownPath?.gapPoints],
	own_gap_tonnes: [tonnes, (_, { ownPath }) => ownPath?.gapTonnes],
	own_target: [intensity, (_, { ownPath }) => ownPath?.target],
	own_target_gap_pct: [percent, (_, { ownPath }) => ownPath?.targetGapPercent],
	needed_yearly_cut_pct: [percent, (_, { ownPath }) => ownPath?.neededYearlyCutPercent],
	sector_base: [intensity, (_, { sectorPath }) => sectorPath?.base],
	sector_firms: [number, (_, { sectorPath }) => sectorPath?.firms],
	sector_required: [intensity, (_, { sectorPath }) => sectorPath?.required],
	sector_gap: [intensity, (_, { sectorPath }) => sectorPath?.gap],
	sector_gap_pct: [percent, (_, { sectorPath }) => sectorPath?.gapPercent],
	sector_gap_tonnes: [tonnes, (_, { sectorPath }) => sectorPath?.gapTonnes],
	sector_target: [intensity, (_, { sectorPath }) => sectorPath?.target],
	sector_target_gap_pct: [percent, (_, { sectorPath }) => sectorPath?.targetGapPercent],
	progress_pct: [percent, (_, { progress }) => progress?.percent],
	schedule_ratio: [bare, (_, { progress }) => progress?.scheduleRatio],
	year_test: [text, (_, { verdict }) => verdict?.yearTest],
	cumulative_test: [text, (_, { verdict }) => verdict?.cumulativeTest],
	verdict: [text, (_, { verdict }) => verdict?.word],
	qualifiers: [text, (_, { verdict }) => verdict?.qualifiers.join(" ")],
	reasons: [text, (_, { verdict }) => verdict?.reasons.join(" ")],
};

const inOrder = Object.values<Column>(columns);

/** The columns with what each holds, in order. */
export function csvFields(): (readonly [CsvColumn, CsvField<CsvColumn>])[] {
	return (Object.entries(columns) as [CsvColumn, Column][]).map(([name, [field]]) => [name, field]);
}

export const csvHeader: readonly string[] = Object.keys(columns);

export function csv(report: Report): string {
	const lines = [csvHeader.join(",")];
	for (const firm of report.firms) {
		for (const year of firm.years) {
			lines.push(csvLine(inOrder.map(([field, of]) => [field, of(firm, year)])));
		}
	}
	return `${lines.join("\n")}\n`;
}
