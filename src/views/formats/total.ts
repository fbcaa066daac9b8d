/** The shelf of formats that totals are written in: the one that every command reads. */
import type { Ledger } from "../../ledger/ledger.ts";
import { type TotalRow, totalColumns } from "../../ledger/total/cells.ts";
import { type TotalTerms, totalRows } from "../../ledger/total/rows.ts";
import { csvCell } from "./csv-cell.ts";
import type { Formats } from "./format.ts";
import { inPieces } from "./pieces.ts";

export interface TotalView {
	readonly ledger: Ledger;
	readonly terms: TotalTerms;
}

export const totalFormats: Formats<TotalView> = {
	csv: { write: ({ ledger, terms }) => inPieces(linesOf(totalRows(ledger, terms))) },
};

function* linesOf(rows: Iterable<TotalRow>): Generator<string> {
	yield totalColumns.join(",");
	for (const row of rows) yield totalColumns.map((column) => csvCell(row[column], "verbatim")).join(",");
}
