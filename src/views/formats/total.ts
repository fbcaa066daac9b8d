/** The shelf of formats that totals are written in: the one that every command reads. */
import type { Ledger } from "../../ledger/ledger.ts";
import { type TotalRow, totalColumns } from "../../ledger/total/cells.ts";
import { type TotalTerms, totalRows } from "../../ledger/total/rows.ts";
import { csvCell } from "./csv-cell.ts";
import type { Formats } from "./format.ts";

export interface TotalView {
	readonly ledger: Ledger;
	readonly terms: TotalTerms;
}

export const totalFormats: Formats<TotalView> = {
	csv: { write: ({ ledger, terms }) => ({ pieces: piecesOf(totalRows(ledger, terms)) }) },
};

/** So many letters are handed on at a time: a table of all industry is longer than any text can be. */
const pieceLength: number = 1 << 16;

function* piecesOf(rows: Iterable<TotalRow>): Generator<string> {
	let piece = `${totalColumns.join(",")}\n`;
	for (const row of rows) {
		piece += `${totalColumns.map((column) => csvCell(row[column], "verbatim")).join(",")}\n`;
		if (piece.length < pieceLength) continue;
		yield piece;
		piece = "";
	}
	yield piece;
}
