/** What `tanlu inspect` says of files, in English. */
import type { InspectTexts } from "../inspect-texts.ts";
import { list, number } from "./pieces.ts";
import { words } from "./words.ts";

const separators: Readonly<Record<string, string>> = { ",": "comma", "\t": "tab", ";": "semicolon" };
const toldBy = {
	asked: "as asked with --encoding",
	mark: "by its byte-order mark",
	"valid-utf-8": "all bytes are valid UTF-8",
	"not-utf-8": "no byte-order mark, and not valid UTF-8",
} as const;

const layouts = {
	long: "one amount a row (long)",
	wide: "one column for each amount (wide)",
	across: "one column for each month or year (across)",
	"side-by-side": "the month's amount and the amount to date side by side (side-by-side)",
} as const;

export const inspect: InspectTexts = {
	columns: {
		letter: "column",
		word: "header",
		means: "read as",
		unit: "unit",
		of: "of",
		units: "units in the file",
		year: "year",
		months: "months",
		by: "given by",
		outcome: "not used",
		code: "why",
		rows: "rows",
	},
	file: ({ kind, layout, text }) => {
		const table = `${words.tables[kind]} table, ${layouts[layout]}`;
		if (text === null) return `${table}.`;
		const { encoding, separator, newlines } = text;
		const ends = newlines.length === 0 ? "nothing: there is one" : list(newlines);
		return `${table}; ${encoding} (${toldBy[text.toldBy]}); cells divided by ${separators[separator] ?? separator}; lines end in ${ends}.`;
	},
	header: ({ row, line, titleRows }) =>
		`The header is row ${row}${row === line ? "" : ` (line ${line})`}${
			titleRows.length === 0
				? ""
				: `; above it ${titleRows.length === 1 ? "stands a title" : "stand titles"} in row ${list(titleRows.map(String))}`
		}.`,
	fromTitle: ({ column, value, row, text }) =>
		`No column says '${column}': '${value}' is taken for all rows from ${row === null ? "the name of the sheet" : `row ${row}`} ('${text}').`,
	hash: (sha256) => `sha256 ${sha256}`,
	firms: (count) => `${number(count, "firm")}.`,
	column: (_, column) => column,
	subject: (of, naming) => naming.carrier(of),
	map: "The sheet: T title, H header, K who, when and what, A amount, S total, N note, X refused, - left out.",
	rowsOf: "row",
	notUsed: "(not known, left out)",
	by: { year: "year", quarter: "quarter", month: "month" },
	rows: ({ read, used, refused, skipped }) =>
		`${number(read, "row")} below the header = ${used} used + ${refused} refused + ${skipped} skipped.`,
	outcome: { refused: "refused", skipped: "skipped" },
	blank: "blank",
	next: (files) =>
		`${number(files, "file")} shown; nothing was computed. Next: tanlu report with the same files, or tanlu explain CODE for what a code means.`,
};
