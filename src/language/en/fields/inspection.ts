/** In English: what inspect gives. */
import type { Fields } from "../../fields.ts";

export const inspection: Fields["inspection"] = {
	inspection: {
		schemaVersion: "Version of this contract.",
		tool: "What made it.",
		files: "What was understood of each file, in order of name.",
		findings: "What was found while reading.",
	},
	file: {
		file: "Name of the file, relative, with / between folders.",
		sheet: "Sheet of the workbook; null where the file is the table.",
		kind: "Which input table it is.",
		sha256: "Hash of its bytes.",
		encoding: "Encoding it was read in.",
		encodingToldBy: "What told the encoding: asked for, a byte-order mark, valid UTF-8, or bytes that are not UTF-8.",
		separator: "What divides its cells.",
		newlines: "How its lines end, as far as the first MiB shows.",
		layout:
			"long: one amount a row; wide: a column for each carrier or indicator; across: a column for each month or year; side-by-side: the month's amount and the amount to date in two columns.",
		titleRows: "Rows above the header that hold something.",
		header: "Where the header stands.",
		fromTitles: "What titles say in place of columns.",
		columns: "Its columns, from left to right.",
		map: "The sheet from top to bottom, rows that are alike together; at most 200 pieces.",
		firms: "How many firms its rows name.",
		units: "Units as they are written, by carrier or indicator.",
		periods: "Months that used rows cover, by year.",
		rows: "What became of its rows: read = used + refused + skipped.",
	},
	header: { row: "Row as a spreadsheet counts; the first is 1.", line: "Physical line." },
	fromTitle: {
		column: "The column it stands in for.",
		value: "What is taken for every row.",
		row: "Row of the title; null where it is the name of the sheet.",
		text: "The cell it was read from.",
	},
	column: {
		letter: "The column as a spreadsheet names it.",
		word: "The header word.",
		column: "The column of the table that the word names; null where it is not known and was left out.",
		of: "Carrier or indicator of a column of amounts; null in other columns.",
		unit: "Unit in the header word; null where there is none.",
	},
	band: {
		from: "First row.",
		to: "Last row.",
		is: "What its rows are.",
		cells:
			"A letter for each column. T: title; H: header; K: who, when and what; A: amount; S: total; N: note; -: left out; X: refused; a point: nothing.",
	},
	units: { of: "Carrier or indicator.", units: "Units as they are written." },
	period: { year: "Calendar year.", months: "How many of its months are covered.", by: "How the amounts are given." },
	fileRows: { reasons: "Why rows were not used." },
	reason: {
		outcome: "What became of them.",
		code: "Code of the finding that says why; blank for rows with nothing in them.",
		rows: "How many rows.",
	},
};
