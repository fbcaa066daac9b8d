/** The header that one column of amounts would have in a long table: what its word states stands behind the other cells. */
import type { ColumnName } from "../contract/tables.ts";
import type { Amount } from "./amount.ts";
import type { Header } from "./header.ts";
import type { LedgerColumn } from "./ledger-row.ts";

/**
 * The long header of each column of amounts, in their order. They share their words: a table may have thousands. `column` is what
 * the cells are amounts of, `toDate` whether they run from January.
 */
export function longHeaders(
	header: Header,
	column: LedgerColumn = "quantity",
	toDate = false,
): readonly (readonly [Amount, Header])[] {
	// Cells of a row are those of the file, what titles state, and then what the columns of amounts state, one after the other.
	const words = [...header.words, ...header.amounts.flatMap(({ word, states }) => states.map(() => word))];
	let first = header.words.length;
	return header.amounts.map((amount) => {
		const own = longHeader({ ...header, words }, { ...amount, toDate: amount.toDate || toDate }, first, column);
		first += amount.states.length;
		return [amount, own];
	});
}

/** `first` is where in the words stands what the column's word states. */
function longHeader(header: Header, amount: Amount, first: number, measure: LedgerColumn): Header {
	const at = new Map<ColumnName, number>(header.at);
	at.set(measure, amount.index);
	for (const [index, [column]] of amount.states.entries()) {
		// A column of the table says more than a word over all its rows.
		if (!at.has(column)) at.set(column, first + index);
	}
	const units = new Map(header.units);
	if (amount.unit === "") units.delete("quantity");
	else units.set("quantity", amount.unit);
	return { ...header, kind: amount.kind, at, units, amounts: [], labels: [], toDate: header.toDate || amount.toDate };
}
