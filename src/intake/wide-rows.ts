/**
 * Rows of a wide table: each column of amounts is read as a row of its own, by the reader of long rows, so that a carrier means
 * the same in both layouts. A row with one bad amount is refused for that amount; its others count.
 */

import { obtain } from "../domain/obtain.ts";
import type { ColumnName } from "../domain/tables.ts";
import { type Finding, finding, remark } from "../findings/finding.ts";
import type { Header } from "./header.ts";
import type { Outcome, RowReader, TableContext } from "./intake.ts";
import type { Amount } from "./wide-header.ts";

export interface WideReader {
	readonly read: RowReader;
	/** Tells of blanks once all rows are read: only then it is known whether a column was ever filled in. */
	readonly finish: () => void;
}

/** `readerOf` makes the reader of long rows for a header. */
export function wideReader(context: TableContext, readerOf: (context: TableContext) => RowReader): WideReader {
	const { header } = context;
	const columns = header.amounts.map((amount, order) => {
		const blanks = new Map<string, Finding[]>();
		const tell = (found: Finding): void => {
			if (found.code === "missing-quantity") obtain(blanks, found.firm, () => []).push(found);
			else context.tell(found);
		};
		const reader = readerOf({ ...context, tell, header: longHeader(header, amount, order) });
		return { amount, reader, blanks };
	});
	const constants = header.amounts.flatMap(({ name, prices }) => [name, prices]);

	return {
		read: (cells, row, line): Outcome => {
			const whole = [...cells, ...constants];
			let outcome: Outcome = "skipped";
			for (const { reader } of columns) {
				const one = reader(whole, row, line);
				if (one === "refused") outcome = "refused";
				else if (one === "used" && outcome === "skipped") outcome = "used";
			}
			return outcome;
		},
		finish: () => {
			for (const { amount, blanks } of columns) tellBlanks(context, amount, blanks);
		},
	};
}

/** The header that one column of amounts would have in a long table: its carrier or indicator stands behind the other cells. */
function longHeader(header: Header, amount: Amount, order: number): Header {
	const first = header.words.length + order * 2;
	const words = [...header.words];
	words[first] = amount.word;
	words[first + 1] = amount.word;
	const at = new Map<ColumnName, number>(header.at);
	at.set("quantity", amount.index);
	at.set(amount.kind === "energy" ? "carrier" : "indicator", first);
	if (amount.kind === "output") at.set("prices", at.get("prices") ?? first + 1);
	const units = new Map(header.units);
	if (amount.unit === "") units.delete("quantity");
	else units.set("quantity", amount.unit);
	return { ...header, kind: amount.kind, words, at, units, amounts: [] };
}

/** A firm that fills a column in somewhere has its blanks told one by one; a column it never fills in is told once. */
function tellBlanks(context: TableContext, { word }: Amount, blanks: ReadonlyMap<string, readonly Finding[]>): void {
	const { header, file } = context;
	let rows = 0;
	let firms = 0;
	for (const [firm, found] of blanks) {
		if (filledIn(firm, word, context)) for (const one of found) context.tell(one);
		else {
			rows += found.length;
			firms += 1;
		}
	}
	if (firms === 0) return;
	const place = { file, ...header.place, column: word, value: word };
	context.tell(finding(remark("blank-column", { rows, firms }), place));
}

/** Whether the ledger holds an amount of the firm from this column of this file. */
function filledIn(firm: string, word: string, { ledger, file }: TableContext): boolean {
	const book = ledger.firms.get(firm);
	if (book === undefined) return false;
	for (const { entries } of [...book.energy.values(), ...book.output.values()])
		for (const { from, others } of entries.values())
			if ([{ from }, ...others].some((one) => one.from.file === file && one.from.column === word)) return true;
	return false;
}
