/**
 * Rows of a wide table: each column of amounts is read as a row of its own, by the reader of long rows, so that a carrier means
 * the same in both layouts. A row with one bad amount is refused for that amount; its others count.
 */

import type { ColumnName } from "../contract/tables.ts";
import { obtain } from "../domain/obtain.ts";
import { readStamp } from "../domain/period.ts";
import { type Finding, finding, remark } from "../findings/finding.ts";
import type { Amount } from "../layout/amount.ts";
import { columnReader } from "../layout/cells.ts";
import type { LedgerColumn } from "../layout/ledger-row.ts";
import { longHeaders } from "../layout/long-header.ts";
import { unknownPeriod } from "../ledger/ledger.ts";
import { plain } from "../reference/spelling.ts";
import { besideReader } from "./beside.ts";
import type { Outcome, RowReader, TableContext } from "./intake.ts";
import { rowWordsReader } from "./row-words.ts";
import { type Totals, totalsOf, totalYear } from "./totals.ts";
import type { WholeTable } from "./whole-table.ts";

export interface WideReader {
	readonly read: RowReader;
	/** Tells of blanks once all rows are read: only then it is known whether a column was ever filled in. */
	readonly finish: (table: WholeTable) => void;
}

/** `readerOf` makes the reader of long rows for a header; `column` is what the cells are amounts of, nearly always the quantity. */
export function wideReader(
	context: TableContext,
	readerOf: (context: TableContext) => RowReader,
	column: LedgerColumn = "quantity",
	toDate = false,
): WideReader {
	const { header } = context;
	const rowWords = context.rowWords ?? once(rowWordsReader(header, context.reference.kindWords));
	const unread = once(besideReader(header, context.reference.kindWords));
	const all = longHeaders(header, column, toDate);
	const totals = all.flatMap(([amount, own]) =>
		amount.total === true && column === "quantity" && !toDate ? [acrossTotals({ ...context, header: own }, readerOf)] : [],
	);
	const columns = all
		.filter(([{ total }]) => total !== true)
		.map(([amount, own]) => {
			const blanks = new Map<string, Finding[]>();
			const tell = (found: Finding): void => {
				if (found.code === "missing-quantity") obtain(blanks, found.firm, () => []).push(found);
				else context.tell(found);
			};
			const reader = readerOf({ ...context, tell, header: own, rowWords, unread });
			return { amount, reader, blanks };
		});
	const stated = header.amounts.flatMap(({ states }) => states.map(([, text]) => text));

	return {
		read: (cells, row, line): Outcome => {
			const whole = [...cells, ...stated];
			let outcome: Outcome = "skipped";
			for (const { reader } of columns) {
				const one = reader(whole, row, line);
				if (one === "refused") outcome = "refused";
				else if (one === "used" && outcome === "skipped") outcome = "used";
			}
			for (const total of totals) total.note(whole, row, line);
			return outcome;
		},
		finish: (table) => {
			for (const total of totals) total.finish(table);
			if (columns.every(({ blanks }) => blanks.size === 0)) return;
			for (const { amount, blanks } of columns) tellBlanks(context, amount, blanks, table.filled());
		},
	};
}

/** A column of totals over the row's other amounts: each is compared with them, and is the amount where they are blank. */
function acrossTotals(
	context: TableContext,
	readerOf: (context: TableContext) => RowReader,
): { readonly note: (cells: readonly string[], row: number, line: number) => void } & Pick<Totals, "finish"> {
	const { header } = context;
	const columnOf = (column: ColumnName): ((cells: readonly string[]) => string) => columnReader(header, column);
	const [amountOf, yearOf, wordOf] = [columnOf("quantity"), columnOf("year"), columnOf("period")];
	const at = new Map([...header.at].filter(([column]) => column !== "year" && column !== "month"));
	const totals = totalsOf({ ...context, header: { ...header, at } }, readerOf);
	return {
		note: (cells, row, line) => {
			if (amountOf(cells).trim() === "") return;
			const word = wordOf(cells);
			const year = readStamp(plain(yearOf(cells)))?.period.year ?? yearIn(word);
			const period = year === undefined ? unknownPeriod : totalYear(year, word);
			// 2023年合计 is a word of total as 合计 is.
			const own = [...cells];
			const at = header.at.get("period");
			if (at !== undefined) own[at] = word.replace(/^\d{4}年/, "");
			totals.note(own, row, line, "period", word, { period });
		},
		finish: totals.finish,
	};
}

function yearIn(word: string): number | undefined {
	const year = /^(\d{4})年/.exec(word)?.[1];
	return year === undefined ? undefined : Number(year);
}

/** A reading of a row, made once for all its columns. */
function once<V>(read: (cells: readonly string[]) => V): (cells: readonly string[]) => V {
	let last: { readonly cells: readonly string[]; readonly value: V } | undefined;
	return (cells) => {
		if (last?.cells !== cells) last = { cells, value: read(cells) };
		return last.value;
	};
}

/** A firm that fills a column in somewhere has its blanks told one by one; a column it never fills in is told once. */
function tellBlanks(
	context: TableContext,
	{ word }: Amount,
	blanks: ReadonlyMap<string, readonly Finding[]>,
	filled: ReadonlyMap<string, ReadonlySet<string>>,
): void {
	const { header, table } = context;
	let rows = 0;
	let firms = 0;
	for (const [firm, found] of blanks) {
		if (filled.get(firm)?.has(word) === true) for (const one of found) context.tell(one);
		else {
			rows += found.length;
			firms += 1;
		}
	}
	if (firms === 0) return;
	const place = { ...table, ...header.place, column: word, value: word };
	context.tell(finding(remark("blank-column", { rows, firms }), place));
}
