/** What a table holds once it is read to its end; made when it is first asked for, and once, however many headers the table has. */
import { byTable, type TableName } from "../domain/order.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { type SumsAbove, sumsAbove } from "./sums-above.ts";

export interface WholeTable {
	readonly sums: () => SumsAbove;
	/** Words of columns of the table from which the ledger holds an amount, by firm. */
	readonly filled: () => ReadonlyMap<string, ReadonlySet<string>>;
}

export function wholeTable(ledger: Ledger, table: TableName): WholeTable {
	let sums: SumsAbove | undefined;
	let filled: ReadonlyMap<string, ReadonlySet<string>> | undefined;
	return {
		sums: () => {
			sums ??= sumsAbove(ledger, table);
			return sums;
		},
		filled: () => {
			filled ??= filledIn(ledger, table);
			return filled;
		},
	};
}

function filledIn(ledger: Ledger, table: TableName): ReadonlyMap<string, ReadonlySet<string>> {
	const words = new Map<string, Set<string>>();
	for (const [firm, record] of ledger.firms) {
		const own = new Set<string>();
		for (const { entries } of [...record.energy.values(), ...record.output.values()])
			for (const { from, others } of entries.values())
				for (const one of [{ from }, ...others]) if (byTable(one.from, table) === 0) own.add(one.from.column);
		words.set(firm, own);
	}
	return words;
}
