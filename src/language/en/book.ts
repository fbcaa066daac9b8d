/** What a workbook says, in English: its columns have the names that the csv has. */
import { reportColumns, sheetColumns } from "../../contract/report.ts";
import type { BookTexts, Titles } from "../book-texts.ts";

function asInCsv<C extends object>(columns: C): Titles<C> {
	return Object.fromEntries(Object.keys(columns).map((column) => [column, column])) as Titles<C>;
}

export const book: BookTexts = {
	sheets: {
		years: "Firm-years",
		sectors: "Sectors",
		carriers: "Carriers",
		findings: "Findings",
		inputs: "Inputs",
		basis: "Basis",
		columns: "Columns",
	},
	titles: {
		years: asInCsv(reportColumns),
		sectors: asInCsv(sheetColumns.sectors),
		carriers: asInCsv(sheetColumns.carriers),
		findings: asInCsv(sheetColumns.findings),
		inputs: asInCsv(sheetColumns.inputs),
		columns: ["sheet", "column", "name in csv", "unit", "what stands in it"],
	},
	allSectors: "all usable firms",
	notes: [
		"Numbers have at most 15 digits, as many as a spreadsheet keeps; cells show fewer. Every digit stands in the csv: the same command with --format csv.",
		"An empty cell is a figure that is unknown or withheld, never zero; why a year is withheld stands in its last column, and in the findings.",
	],
	basis: {
		tool: "Made by",
		seeds: "Reference data",
		rules: "Rules",
		notChecked: "Not checked",
		ownTerms: "Firms with other targets",
		mappings: "Counted as another carrier",
		assertions: "Asserted",
		none: "nothing",
	},
};
