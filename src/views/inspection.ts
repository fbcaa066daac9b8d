/** What was understood of each file, as one value: every guess is in it, and every row. */
import type { TableKind } from "../domain/words.ts";
import type { ReportFindings, ReportInput } from "./report.ts";

export interface Inspection {
	readonly schemaVersion: 1;
	readonly tool: { readonly name: "tanlu"; readonly version: string; readonly seeds: string; readonly rules: string };
	/** In order of name. */
	readonly files: readonly InspectedFile[];
	/** What was found while reading; nothing is computed. */
	readonly findings: ReportFindings;
}

export interface InspectedFile {
	readonly file: string;
	readonly kind: TableKind;
	readonly sha256: string;
	readonly encoding: ReportInput["encoding"];
	/** What told the encoding: it was asked for, a byte-order mark, valid UTF-8, or bytes that are not UTF-8. */
	readonly encodingToldBy: "asked" | "mark" | "valid-utf-8" | "not-utf-8";
	readonly separator: ReportInput["separator"];
	/** How lines end, as far as the first MiB shows. */
	readonly newlines: readonly ("CRLF" | "LF" | "CR")[];
	/** wide: a column for each carrier. */
	readonly layout: "long" | "wide";
	/** Rows above the header that hold something. */
	readonly titleRows: readonly number[];
	readonly header: { readonly row: number; readonly line: number };
	/** What titles say in place of columns. */
	readonly fromTitles: readonly InspectedTitle[];
	/** In the order of the file. */
	readonly columns: readonly InspectedColumn[];
	readonly firms: number;
	/** Units as they are written, by carrier or indicator. */
	readonly units: readonly InspectedUnits[];
	/** Months that used rows cover, by year. */
	readonly periods: readonly InspectedPeriod[];
	readonly rows: InspectedRows;
}

export interface InspectedTitle {
	readonly column: string;
	readonly value: string;
	readonly row: number;
	/** The cell it was read from. */
	readonly text: string;
}

export interface InspectedColumn {
	/** `A`, `B` …, as a spreadsheet names it. */
	readonly letter: string;
	readonly word: string;
	/** The column of the table that the word names; null where it is not known and not used. */
	readonly column: string | null;
	/** Of a column of amounts in a wide table, the carrier or indicator. */
	readonly of: string | null;
	/** Unit in the word. */
	readonly unit: string | null;
}

export interface InspectedUnits {
	readonly of: string;
	readonly units: readonly string[];
}

export interface InspectedPeriod {
	readonly year: number;
	readonly months: number;
	/** How the amounts are given. */
	readonly by: readonly ("year" | "quarter" | "month")[];
}

/** read = used + refused + skipped. */
export interface InspectedRows {
	readonly read: number;
	readonly used: number;
	readonly refused: number;
	readonly skipped: number;
	/** Of rows that were not used, how many for each code; `blank` for rows with nothing in them. */
	readonly reasons: readonly { readonly outcome: "refused" | "skipped"; readonly code: string; readonly rows: number }[];
}
