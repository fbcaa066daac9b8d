/** What was understood of each file, as `inspect --format json` writes it: every guess is in it, and every row. */
import type { Sentences, Shaped } from "./kinds.ts";
import type { shared } from "./shared.ts";

export const inspectionShapes = {
	inspection: {
		schemaVersion: "=1",
		tool: "@tool",
		/** In order of name. */
		files: "@file[]",
		/** What was found while reading; nothing is computed. */
		findings: "@findings",
	},
	file: {
		file: "word",
		/** Of a workbook; null where the file is the table. */
		sheet: "word?",
		kind: "of tableKinds",
		sha256: "hash",
		encoding: "=utf-8|=gb18030|=utf-16le|=utf-16be?",
		encodingToldBy: "=asked|=mark|=valid-utf-8|=not-utf-8?",
		separator: "=,|=\t|=;?",
		/** How lines end, as far as the first MiB shows. */
		newlines: "=CRLF|=LF|=CR[]",
		/** wide: a column for each carrier. */
		layout: "=long|=wide|=across|=side-by-side",
		/** Rows above the header that hold something. */
		titleRows: "place[]",
		header: "@header",
		/** What titles say in place of columns. */
		fromTitles: "@fromTitle[]",
		/** In the order of the file. */
		columns: "@column[]",
		/** The sheet from top to bottom, rows that are alike together; at most so many pieces. */
		map: "@band[]",
		firms: "count",
		/** Units as they are written, by carrier or indicator. */
		units: "@units[]",
		/** Months that used rows cover, by year. */
		periods: "@period[]",
		rows: "@fileRows",
	},
	header: { row: "place", line: "place" },
	/** `row` is null where it is the name of the sheet. */
	fromTitle: { column: "word", value: "word", row: "place?", text: "word" },
	column: {
		letter: "letter",
		word: "text",
		/** The column of the table that the word names; null where it is not known and not used. */
		column: "word?",
		/** Of a column of amounts in a wide table, the carrier or indicator. */
		of: "word?",
		unit: "word?",
	},
	band: {
		from: "place",
		to: "place",
		is: "=title|=header|=used|=total|=note|=left-out|=refused|=blank",
		/**
		 * A letter for each column. T: title; H: header; K: who, when, what; A: amount; S: total; N: note; -: left out; X: refused; a point:
		 * nothing.
		 */
		cells: "text",
	},
	units: { of: "word", units: "word[]" },
	period: { year: "year", months: "month", by: "=year|=quarter|=month[+]" },
	/** read = used + refused + skipped. */
	fileRows: { "...": "rows", reasons: "@reason[]" },
	/** Of rows that were not used, how many for each code; `blank` for rows with nothing in them. */
	reason: { outcome: "=refused|=skipped", code: "code", rows: "place" },
} as const;

type Shapes = typeof shared & typeof inspectionShapes;
export type InspectionSentences = Sentences<typeof inspectionShapes>;

export type Inspection = Shaped<Shapes, "inspection">;
export type InspectedFile = Shaped<Shapes, "file">;
export type InspectedColumn = Shaped<Shapes, "column">;
export type InspectedBand = Shaped<Shapes, "band">;
export type InspectedUnits = Shaped<Shapes, "units">;
export type InspectedPeriod = Shaped<Shapes, "period">;
