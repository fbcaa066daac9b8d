/** Rows of a ledger of one carrier: what each is the amounts of stands at its start, and it is read as a wide row of that. */
import { obtain } from "../domain/obtain.ts";
import { finding, remark } from "../findings/finding.ts";
import { ledgerRowReader } from "../layout/ledger-row.ts";
import { saysNothing } from "../reference/kind-words.ts";
import type { Outcome, RowReader, TableContext } from "./intake.ts";
import { type WideReader, wideReader } from "./wide-rows.ts";

/** `readerOf` makes the reader of long rows for a header. */
export function ledgerReader(context: TableContext, readerOf: (context: TableContext) => RowReader): WideReader {
	const { header } = context;
	const rowOf = ledgerRowReader(header.labels);
	const readers = new Map<string, WideReader>();
	const unclear = { said: saysNothing, unclear: remark("unknown-ledger-row", {}) };
	return {
		read: (cells, row, line): Outcome => {
			const is = rowOf(cells);
			if (is.is === "part" || is.is === "other") {
				const at = header.labels.find((index) => (cells[index] ?? "").trim() !== "") ?? 0;
				const place = { ...context.table, row, line, column: header.words[at] ?? "", value: (cells[at] ?? "").trim() };
				context.tell(finding(remark("ledger-row-left-out", {}), place));
				return "skipped";
			}
			// A row of purchases far below was not seen when the rows above it were read.
			const unseen = is.is === "amount" && is.column === "purchased" && header.listsPurchases !== true;
			if (is.is === "unclear" || unseen)
				return obtain(readers, "unclear", () =>
					wideReader({ ...context, header: { ...header, labels: [] }, rowWords: () => unclear }, readerOf),
				).read(cells, row, line);
			const { column, toDate } = is;
			return obtain(readers, `${column} ${toDate}`, () => wideReader(context, readerOf, column, toDate)).read(cells, row, line);
		},
		finish: (table) => {
			for (const { finish } of readers.values()) finish(table);
		},
	};
}
