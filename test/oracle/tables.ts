/** Writes a submission as the text of its three tables. */
import type { EnergyRow, FirmRow, OutputRow, Submission } from "./types.ts";

export interface Table {
	readonly name: string;
	readonly text: string;
	/** Whoever makes the report vouches for it. */
	readonly reference?: boolean;
}

const ENERGY_COLUMNS: readonly (keyof EnergyRow)[] = [
	"firm",
	"site",
	"province",
	"period",
	"carrier",
	"use",
	"quantity",
	"unit",
	"ncv",
	"carbon_content",
	"oxidation_rate",
	"emission_factor",
	"enthalpy",
];
const OUTPUT_COLUMNS: readonly (keyof OutputRow)[] = [
	"firm",
	"sector",
	"period",
	"indicator",
	"product",
	"quantity",
	"unit",
	"prices",
];
const FIRM_COLUMNS: readonly (keyof FirmRow)[] = ["firm", "sector", "province", "base_intensity", "base_year", "target_pct"];

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const csvOf = <Name extends string>(
	rows: readonly { readonly [Key in Name]?: string }[],
	columns: readonly Name[],
): string =>
	[columns.join(","), ...rows.map((row) => columns.map((column) => quoted(row[column] ?? "")).join(","))].join("\n").concat("\n");

export const toTables = ({ energy, output, firms, deflator = [] }: Submission): Table[] => [
	{ name: "energy.csv", text: csvOf(energy, ENERGY_COLUMNS) },
	{ name: "output.csv", text: csvOf(output, OUTPUT_COLUMNS) },
	...(firms.length === 0 ? [] : [{ name: "firms.csv", reference: true, text: csvOf(firms, FIRM_COLUMNS) }]),
	...(deflator.length === 0
		? []
		: [
				{
					...{ name: "deflator.csv", reference: true },
					text: csvOf(
						deflator.map((row) => ({ ...row, source: "the bureau" })),
						["year", "index", "source"],
					),
				},
			]),
];
