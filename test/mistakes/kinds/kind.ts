/** A kind of mistake: what it needs, and how it is laid into a clean submission. */
import { type Draft, first, type Needs, rowsOf } from "../draft.ts";
import type { Row, Sheet } from "../sheet.ts";

export interface Kind {
	readonly needs?: Needs;
	readonly lay: (draft: Draft) => void;
	/** Words of a message or a remedy that would lead to a wrong figure. */
	readonly misleads?: RegExp;
	/** The factor that the amount really slipped by; any other that is proposed is wrong. */
	readonly slip?: RegExp;
}

export type Family = Readonly<Record<string, Kind>>;

/** Changes the written line of a row. */
export function rewriteLine(sheet: Sheet, row: Row, change: (line: string) => string): void {
	const { afterwards } = sheet;
	sheet.afterwards = (text) => {
		const lines = text.split("\n");
		const at = sheet.titles.length + 1 + sheet.rows.indexOf(row);
		lines[at] = change(lines[at] ?? "");
		return afterwards(lines.join("\n"));
	};
}

/** The row that the mistake happens to: the carrier's first of the year. */
export const theRow = (draft: Draft): Row => first(rowsOf(draft, draft.carrier, draft.year));

/** Every row of the firm, and of the firm beside it, gets a cell. */
export function fill(sheet: Sheet, key: string, cell: (row: Row) => string): void {
	for (const row of sheet.rows) row.cells[key] = cell(row);
}
