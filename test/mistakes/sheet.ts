/** A table as an office would write it: header words over rows of cells, titles above, and what happens to its bytes last. */
import type { Table } from "../../src/index.ts";
import type { Fact } from "./firms.ts";

export interface Row {
	/** By the key of the column. */
	cells: Record<string, string>;
	/** What it says, where it says something that was; absent in rows that a mistake adds. */
	readonly fact?: Fact;
}

export interface Sheet {
	name: string;
	titles: string[];
	/** Keys of the columns in order, each with its header word. */
	columns: { key: string; word: string }[];
	rows: Row[];
	/** What happens to the written text. */
	afterwards: (text: string) => string;
}

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export function written({ name, titles, columns, rows, afterwards }: Sheet): Table {
	const lines = [
		...titles,
		columns.map(({ word }) => quoted(word)).join(","),
		...rows.map(({ cells }) => columns.map(({ key }) => quoted(cells[key] ?? "")).join(",")),
	];
	return { name, text: afterwards(`${lines.join("\n")}\n`) };
}

/** Hundredths as a decimal: 123450 is `1234.50`. */
export function hundredths(amount: bigint): string {
	const digits = (amount < 0n ? -amount : amount).toString().padStart(3, "0");
	return `${amount < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The other way round; of a cell with two decimals. */
export const inHundredths = (cell: string): bigint => BigInt(cell.replace(".", ""));

export function addColumn(sheet: Sheet, key: string, word: string, before?: string): void {
	const at = before === undefined ? sheet.columns.length : sheet.columns.findIndex((column) => column.key === before);
	sheet.columns.splice(at, 0, { key, word });
}

export function dropColumn(sheet: Sheet, key: string): void {
	sheet.columns = sheet.columns.filter((column) => column.key !== key);
}

export function renameColumn(sheet: Sheet, key: string, word: string): void {
	for (const column of sheet.columns) if (column.key === key) column.word = word;
}

/** A row like another with some cells changed, put behind it. */
export function addBehind(sheet: Sheet, row: Row, cells: Readonly<Record<string, string>>): Row {
	const added: Row = { cells: { ...row.cells, ...cells } };
	sheet.rows.splice(sheet.rows.indexOf(row) + 1, 0, added);
	return added;
}

export function removeRows(sheet: Sheet, gone: readonly Row[]): void {
	sheet.rows = sheet.rows.filter((row) => !gone.includes(row));
}
