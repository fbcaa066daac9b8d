/** The report as csv: one row per firm and year, the same facts flat. Text a spreadsheet would run is made harmless. */
import type { Report, ReportFirm, ReportYear } from "../report.ts";

type Cell = string | number | null | undefined;

/** Columns in the order of the contract; text cells are neutralised, figures never. */
const columns: readonly (readonly [string, (firm: ReportFirm, year: ReportYear) => Cell, "text" | "figure"])[] = [
	["firm", ({ firm }) => firm, "text"],
	["name", ({ name }) => name, "text"],
	["sector", ({ sector }) => sector, "text"],
	["province", ({ province }) => province, "text"],
	["year", (_, { year }) => year, "figure"],
	["coverage", (_, { coverage }) => coverage, "text"],
	["fuel_tco2", (_, { emissions }) => emissions.fuel, "figure"],
	["process_tco2", (_, { emissions }) => emissions.process, "figure"],
	["electricity_tco2", (_, { emissions }) => emissions.electricity, "figure"],
	["heat_tco2", (_, { emissions }) => emissions.heat, "figure"],
	["total_tco2", (_, { emissions }) => emissions.total, "figure"],
	["energy_tce", (_, { energy }) => energy.value, "figure"],
	["output", (_, { output }) => output.value, "figure"],
	["output_unit", (_, { output }) => output.unit, "text"],
	["prices", (_, { output }) => output.prices, "text"],
	["intensity", (_, { intensity }) => intensity.value, "figure"],
	["intensity_unit", (_, { intensity }) => intensity.unit, "text"],
	["since_base_pct", (_, { change }) => change?.sinceBasePercent, "figure"],
	["since_last_year_pct", (_, { change }) => change?.sinceLastYearPercent, "figure"],
	["own_base", (_, { ownPath }) => ownPath?.base, "figure"],
	["own_required", (_, { ownPath }) => ownPath?.required, "figure"],
	["own_required_change_pct", (_, { ownPath }) => ownPath?.requiredChangePercent, "figure"],
	["own_gap", (_, { ownPath }) => ownPath?.gap, "figure"],
	["own_gap_pct", (_, { ownPath }) => ownPath?.gapPercent, "figure"],
	["own_gap_points", (_, { ownPath }) => ownPath?.gapPoints, "figure"],
	["own_gap_tonnes", (_, { ownPath }) => ownPath?.gapTonnes, "figure"],
	["own_target", (_, { ownPath }) => ownPath?.target, "figure"],
	["own_target_gap_pct", (_, { ownPath }) => ownPath?.targetGapPercent, "figure"],
	["needed_yearly_cut_pct", (_, { ownPath }) => ownPath?.neededYearlyCutPercent, "figure"],
	["sector_base", (_, { sectorPath }) => sectorPath?.base, "figure"],
	["sector_firms", (_, { sectorPath }) => sectorPath?.firms, "figure"],
	["sector_required", (_, { sectorPath }) => sectorPath?.required, "figure"],
	["sector_gap", (_, { sectorPath }) => sectorPath?.gap, "figure"],
	["sector_gap_pct", (_, { sectorPath }) => sectorPath?.gapPercent, "figure"],
	["sector_gap_tonnes", (_, { sectorPath }) => sectorPath?.gapTonnes, "figure"],
	["sector_target", (_, { sectorPath }) => sectorPath?.target, "figure"],
	["sector_target_gap_pct", (_, { sectorPath }) => sectorPath?.targetGapPercent, "figure"],
	["progress_pct", (_, { progress }) => progress?.percent, "figure"],
	["schedule_ratio", (_, { progress }) => progress?.scheduleRatio, "figure"],
	["year_test", (_, { verdict }) => verdict?.yearTest, "text"],
	["cumulative_test", (_, { verdict }) => verdict?.cumulativeTest, "text"],
	["verdict", (_, { verdict }) => verdict?.word, "text"],
	["qualifiers", (_, { verdict }) => verdict?.qualifiers.join(" "), "text"],
	["reasons", (_, { verdict }) => verdict?.reasons.join(" "), "text"],
];

export const csvHeader: readonly string[] = columns.map(([name]) => name);

export function csv(report: Report): string {
	const lines = [csvHeader.join(",")];
	for (const firm of report.firms) {
		for (const year of firm.years) lines.push(columns.map(([, of, kind]) => cellText(of(firm, year), kind)).join(","));
	}
	return `${lines.join("\n")}\n`;
}

/** A cell as csv writes it; an unknown figure is an empty cell. */
function cellText(value: Cell, kind: "text" | "figure"): string {
	if (value === null || value === undefined) return "";
	if (kind === "figure") return String(value);
	return quoted(neutral(String(value)));
}

/** What a spreadsheet would take for a formula gets an apostrophe before it; control characters become visible. */
export function neutral(text: string): string {
	const visible = text.replace(/\p{Cc}/gu, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
	return /^[=+\-@\t]/.test(visible) ? `'${visible}` : visible;
}

function quoted(text: string): string {
	return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
