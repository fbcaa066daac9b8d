/** What became of the rows below a header, counted and handed on: rows read = used + refused + skipped, always. */
import type { Code } from "../findings/finding.ts";
import type { Outcome } from "./intake.ts";

/** What became of the rows below the header; of those not used, by the code that says why. */
export interface RowCounts {
	read: number;
	used: number;
	refused: number;
	skipped: number;
	readonly reasons: Map<`${"refused" | "skipped"} ${Code | "blank"}`, number>;
}

export function emptyCounts(): RowCounts {
	return { read: 0, used: 0, refused: 0, skipped: 0, reasons: new Map() };
}

/** Counts a row that was not used. */
export function count(rows: RowCounts, reason: `${"refused" | "skipped"} ${Code | "blank"}`): void {
	rows.reasons.set(reason, (rows.reasons.get(reason) ?? 0) + 1);
}

/** What a run has seen so far, for who watches it: counted up in place, and no part of any result. */
export interface Seen {
	rows: number;
	findings: number;
}

/** A row below the header, what stands above it, and what became of it. */
export interface TakenRow {
	readonly file: string;
	/** Of a workbook. */
	readonly sheet?: string;
	/** Rows above the header that hold something: what they say may stand in for a column. */
	readonly titles: readonly (readonly string[])[];
	/** The words of the header that the row is read by; a file may have several. */
	readonly header: readonly string[];
	/** As they stand in the file; where blanks of merged cells are filled, filled: alone the row would not say whose it is. */
	readonly cells: readonly string[];
	readonly outcome: Outcome;
	readonly row: number;
	/** The code that says why it was not used; empty where it was. */
	readonly why: string;
}

/** Is handed every row but blank ones. */
export type RowTaker = (row: TakenRow) => void;
