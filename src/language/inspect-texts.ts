/** What `tanlu inspect` says of files, for people. */
import type { TableKind } from "../contract/tables.ts";
import type { Naming } from "./language.ts";

export interface InspectTexts {
	readonly columns: {
		readonly letter: string;
		readonly word: string;
		readonly means: string;
		readonly unit: string;
		readonly of: string;
		readonly units: string;
		readonly year: string;
		readonly months: string;
		readonly by: string;
		readonly outcome: string;
		readonly code: string;
		readonly rows: string;
	};
	/** What the file is: its table, layout, encoding and why, separator, newlines. */
	readonly file: (what: {
		readonly kind: TableKind;
		readonly layout: "long" | "wide" | "across" | "side-by-side";
		/** Null where cells are not text of a file. */
		readonly text: {
			readonly encoding: string;
			readonly toldBy: "asked" | "mark" | "valid-utf-8" | "not-utf-8";
			readonly separator: string;
			readonly newlines: readonly string[];
		} | null;
	}) => string;
	/** Where the header stands, and what stands above it. */
	readonly header: (what: { readonly row: number; readonly line: number; readonly titleRows: readonly number[] }) => string;
	/** Something a title says in place of a column, or the name of the sheet where the row is null. */
	readonly fromTitle: (what: {
		readonly column: string;
		readonly value: string;
		readonly row: number | null;
		readonly text: string;
	}) => string;
	readonly hash: (sha256: string) => string;
	readonly firms: (count: number) => string;
	/** A column of the table, by the name that tables have for it. */
	readonly column: (kind: TableKind, column: string) => string;
	/** An amount column's carrier or indicator, or what units are told of. */
	readonly subject: (of: string, naming: Naming) => string;
	/** What the letters of the map mean. */
	readonly map: string;
	/** Above its rows; of letters one column wide. */
	readonly rowsOf: string;
	/** A column whose word is not known. */
	readonly notUsed: string;
	readonly by: { readonly year: string; readonly quarter: string; readonly month: string };
	/** `24 rows = 24 used + 0 refused + 0 skipped`. */
	readonly rows: (rows: {
		readonly read: number;
		readonly used: number;
		readonly refused: number;
		readonly skipped: number;
	}) => string;
	readonly outcome: { readonly refused: string; readonly skipped: string };
	readonly blank: string;
	/** The last line. */
	readonly next: (files: number) => string;
}
