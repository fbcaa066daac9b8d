/** One amount a row: a column says of what it is, another how much. */
import { type ColumnName, type TableKind, tableKinds, tableOf } from "../../contract/tables.ts";
import type { Columns } from "../../reference/columns.ts";
import type { KindWords } from "../../reference/kind-words.ts";
import type { Layout } from "../layout.ts";
import { meaning, nearestWord } from "../meaning.ts";

export const long: Layout = {
	id: "long",
	recognise: (words, forced, { columns, kindWords }, given) => {
		const kind =
			forced ??
			kindOf(
				words,
				columns,
				kindWords,
				given.some(({ column }) => column === "carrier"),
			);
		return kind === undefined ? undefined : { kind, amounts: [] };
	},
};

/**
 * The first kind that has its marks, none of another's, and half of what its rows cannot do without. `ofCarrier`: a title says which
 * carrier the table is of.
 */
function kindOf(words: readonly string[], columns: Columns, kindWords: KindWords, ofCarrier: boolean): TableKind | undefined {
	const meanings = (kind: TableKind): Set<ColumnName> => {
		const found = new Set<ColumnName>(words.flatMap((word) => meaning(word, kind, columns)?.column ?? []));
		return kind === "energy" && ofCarrier ? found.add("carrier") : found;
	};
	for (const kind of tableKinds) {
		const found = meanings(kind);
		const { marks, never, required } = tableOf(kind);
		const has = (choice: readonly ColumnName[]): boolean => choice.some((column) => found.has(column));
		// Two marks are two columns, also where one word could be either.
		if (!marks.every(has) || found.size < marks.length) continue;
		if (never.some((one) => words.some((word) => meaning(word, one.kind, columns)?.column === one.column))) continue;
		if (required.filter(has).length >= Math.min(2, required.length)) return kind;
	}
	// A misspelt mark: all but one of what a form's rows cannot do without, and a word near to that one.
	for (const kind of tableKinds) {
		const { form, required } = tableOf(kind);
		if (!form) continue;
		const found = meanings(kind);
		const missing = required.filter((choice) => !choice.some((column) => found.has(column)));
		const unknown = words.filter((word) => meaning(word, kind, columns) === undefined && kindWords.mayBeMisspelt(word));
		if (missing.length === 1 && nearestWord(unknown, kind, missing[0]?.[0] as ColumnName, columns) !== "") return kind;
	}
	return undefined;
}
