/** Cells of a row by the names of their columns, and a memory for what was made of cells that repeat. */
import type { ColumnName, TableKind } from "../contract/tables.ts";
import type { Header } from "./header.ts";

/** Reads cells of a row by the column's name, which the kind of table has; missing columns and short rows give an empty cell. */
export function cellReader<K extends TableKind = TableKind>(
	header: Header,
): (cells: readonly string[], column: ColumnName<K>) => string {
	return (cells, column) => {
		const at = header.at.get(column as ColumnName);
		return at === undefined ? "" : (cells[at] ?? "");
	};
}

/** One column's cell of a row, for cells that are read for every row. */
export function columnReader(header: Header, column: ColumnName): (cells: readonly string[]) => string {
	const at = header.at.get(column);
	return at === undefined ? () => "" : (cells) => cells[at] ?? "";
}

/** Who a row is about: the credit-code or id column where there is one, else the name. */
export function firmColumn(header: Header): "credit_code" | "firm" | "firm_name" {
	for (const column of ["credit_code", "firm", "firm_name"] as const) if (header.at.has(column)) return column;
	return "firm";
}

/** A memory for readings of cells that repeat: at most so many different texts, however long the file. */
export function remembering<V>(read: (text: string) => V): (text: string) => V {
	const known = new Map<string, V>();
	return (text) => {
		let value = known.get(text);
		if (value === undefined && !known.has(text)) {
			value = read(text);
			if (known.size < 100_000) known.set(text, value);
		}
		return value as V;
	};
}

/** A memory of the last text alone, for cells that stay the same from row to row and would each be remembered for nothing. */
export function sinceLast<V>(read: (text: string) => V): (text: string) => V {
	let last: { readonly text: string; readonly value: V } | undefined;
	return (text) => {
		if (last?.text !== text) last = { text, value: read(text) };
		return last.value;
	};
}

/** Whether a text is met for the first time: what is said of a word is said once, not in each of its rows. */
export function firstTimes(): (text: string) => boolean {
	const met = new Set<string>();
	return (text) => {
		if (met.has(text)) return false;
		met.add(text);
		return true;
	};
}

/** A, B … Z, AA: as a spreadsheet counts columns. */
export function columnLetter(index: number): string {
	return index < 26
		? String.fromCharCode(65 + index)
		: columnLetter(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
}

/** The letter of the column that a word heads, for the places of a workbook's cells; nothing where the sheet is a file. */
export function lettered(
	{ sheet }: { readonly sheet?: string },
	word: string,
	{ words, width }: Pick<Header, "words" | "width">,
): { readonly letter?: string } {
	const index = sheet === undefined || word === "" ? -1 : words.indexOf(word);
	return index < 0 || index >= width ? {} : { letter: columnLetter(index) };
}

/** The cells of a row at the width of its header, and behind them what stands in for columns the file does not have. */
export function withConstants(cells: readonly string[], { width, constants }: Header): readonly string[] {
	if (cells.length === width) return [...cells, ...constants];
	return [...cells.slice(0, width), ...Array.from({ length: Math.max(0, width - cells.length) }, () => ""), ...constants];
}

/** The same as readers of rows take them: as they are, where nothing stands in for a column. */
export function withStandIns(cells: readonly string[], header: Header): readonly string[] {
	return header.constants.length === 0 && header.amounts.length === 0 ? cells : withConstants(cells, header);
}
