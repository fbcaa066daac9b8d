/** What a table holds once it is read to its end; made when it is first asked for, and once, however many headers the table has. */

import type { ColumnName } from "../contract/tables.ts";
import { byTable, type TableName } from "../domain/order.ts";
import type { Entry } from "../ledger/entry.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { type SumsAbove, sumsAbove } from "./sums-above.ts";

export interface WholeTable {
	readonly sums: () => SumsAbove;
	/**
	 * What a total is of that does not say so: the one carrier (or indicator, at its prices) that all rows of the table are of, and
	 * their one unit, as cells of them. Undefined where they are of several.
	 */
	readonly only: () => Readonly<Partial<Record<ColumnName, string>>> | undefined;
	/** Words of columns of the table from which the ledger holds an amount, by firm. */
	readonly filled: () => ReadonlyMap<string, ReadonlySet<string>>;
}

export function wholeTable(ledger: Ledger, table: TableName): WholeTable {
	let sums: SumsAbove | undefined;
	let filled: ReadonlyMap<string, ReadonlySet<string>> | undefined;
	let only: { readonly cells: ReturnType<WholeTable["only"]> } | undefined;
	return {
		sums: () => {
			sums ??= sumsAbove(ledger, table);
			return sums;
		},
		only: () => {
			only ??= { cells: onlyIn(ledger, table) };
			return only.cells;
		},
		filled: () => {
			filled ??= filledIn(ledger, table);
			return filled;
		},
	};
}

function onlyIn(ledger: Ledger, table: TableName): ReturnType<WholeTable["only"]> {
	const kinds = new Map<string, Readonly<Partial<Record<ColumnName, string>>>>();
	const units = new Set<string>();
	const take = (entries: ReadonlyMap<number, Entry>, cells: Readonly<Partial<Record<ColumnName, string>>>): void => {
		for (const { from } of entries.values()) {
			if (byTable(from, table) !== 0) continue;
			kinds.set(JSON.stringify(cells), cells);
			units.add(from.unit);
		}
	};
	for (const { energy, output, supplies } of ledger.firms.values()) {
		for (const { carrier, use, entries } of [...energy.values(), ...supplies.values()]) take(entries, { carrier, use });
		for (const { indicator, product, prices, entries } of output.values()) take(entries, { indicator, product, prices });
	}
	const [cells, ...others] = kinds.values();
	const [unit, ...more] = units;
	return cells === undefined || unit === undefined || others.length + more.length > 0 ? undefined : { ...cells, unit };
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
