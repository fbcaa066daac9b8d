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
		indicators: "Other indicators",
		caps: "Caps",
		findings: "Findings",
		inputs: "Inputs",
		basis: "Basis",
		columns: "Columns",
		lists: "Lists",
	},
	titles: {
		years: asInCsv(reportColumns),
		sectors: asInCsv(sheetColumns.sectors),
		carriers: asInCsv(sheetColumns.carriers),
		indicators: asInCsv(sheetColumns.indicators),
		caps: asInCsv(sheetColumns.caps),
		findings: asInCsv(sheetColumns.findings),
		inputs: asInCsv(sheetColumns.inputs),
		columns: ["sheet", "column", "name in csv", "unit", "what stands in it"],
	},
	lists: {
		carriers: "carriers to choose from",
		energyUnits: "units of energy tables",
		uses: "uses to choose from",
		indicators: "indicators to choose from",
		outputUnits: "units of output tables",
		prices: "prices to choose from",
		sectors: "sectors to choose from",
		provinces: "provinces to choose from",
	},
	otherwise: {
		list: {
			title: "Not in the list",
			text: "Other names can be read, too: tanlu sources lists fuels and materials, tanlu schema the words. Yes keeps what you wrote; what is not known is told and not counted.",
		},
		amount: {
			title: "Not an amount",
			text: "Write a number, zero or more, without its unit. 0 means that nothing was used; a blank cell is missing.",
		},
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
