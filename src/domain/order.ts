/** The order of things, one comparator each: no locale has a say, and none depends on who came first. */

/** Texts by code unit. */
export function byCodeUnit(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Entries of a map by their key. */
export function byKey<V>([a]: readonly [string, V], [b]: readonly [string, V]): number {
	return byCodeUnit(a, b);
}

/** Tables by file, then by sheet. */
export function byTable(a: TableName, b: TableName): number {
	return a === b ? 0 : byCodeUnit(a.file, b.file) || byCodeUnit(a.sheet ?? "", b.sheet ?? "");
}

/** What stands in a table: by table, then by row. */
export function byRow(a: TableRow, b: TableRow): number {
	return byTable(a, b) || a.row - b.row;
}

/** A table: the file as the user named it, and its sheet where the file holds several. */
export interface TableName {
	readonly file: string;
	/** Not there where the file is the table, as a csv file is. */
	readonly sheet?: string;
}

export interface TableRow extends TableName {
	readonly row: number;
}
