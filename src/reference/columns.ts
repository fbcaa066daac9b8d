/** Columns: which meaning a header word has in each input table. */
import { obtain } from "../domain/obtain.ts";
import type { ColumnSeed } from "./seeds.ts";
import { headerKey } from "./spelling.ts";

export interface Columns {
	/** The column of a table that a header word names. */
	readonly find: (table: string, header: string) => string | undefined;
	/** All words of one column, for near matches. */
	readonly words: (table: string, column: string) => readonly string[];
}

const mostKeys = 1000;

export function indexColumns(seeds: readonly ColumnSeed[]): Columns {
	const meanings = new Map<string, Map<string, string>>();
	for (const { table, column, aliases } of seeds) {
		const words = obtain(meanings, table, () => new Map());
		for (const word of [column, ...aliases]) words.set(headerKey(word), column);
	}
	// A word is asked about in every table.
	const keys = new Map<string, string>();
	return {
		find: (table, header) => {
			if (keys.size > mostKeys) keys.clear();
			return meanings.get(table)?.get(obtain(keys, header, () => headerKey(header)));
		},
		words: (table, column) => {
			const seed = seeds.find((one) => one.table === table && one.column === column);
			return seed === undefined ? [] : [seed.column, ...seed.aliases];
		},
	};
}
