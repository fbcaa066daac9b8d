/** Headers among the rows of a table: another table begins there, and what follows is read by it or not at all. */
import { type ColumnName, tableOf } from "../contract/tables.ts";
import { remark } from "../findings/finding.ts";
import { firmColumn, remembering } from "./cells.ts";
import { type Header, readHeader } from "./header.ts";
import type { HeaderReference } from "./layout.ts";

/** By which column a row of data is told from a header: the first of these that the table has. */
const tellingColumns: readonly ColumnName[] = ["period", "year", "carrier", "indicator"];

/** A number that is no year: no header has one. */
const amountLike = /^\s*(?!(?:19|20)\d\d\s*$)[-+]?\d[\d.,]*\s*$/;

/**
 * The header that a row is, of energy or of output; one that cannot be used where the row is plainly a header and nobody can read it: by
 * the header above the rows below would be other amounts. Asked only of rows with a word where the others have a period or a carrier.
 */
export function otherHeaderReader(
	header: Header,
	reference: HeaderReference,
): (cells: readonly string[], row: number, line: number) => Header | undefined {
	const { kind, at } = header;
	const isThere = (column: ColumnName): boolean => (at.get(column) ?? header.width) < header.width;
	const telling = tellingColumns.find(isThere) ?? firmColumn(header);
	const index = at.get(telling) ?? -1;
	const isDated = telling === "period" || telling === "year";
	const other = kind === "energy" ? "output" : "energy";
	const columnOf = remembering((cell: string) => reference.columns.find(kind, cell) ?? reference.columns.find(other, cell));
	return (cells, row, line) => {
		const text = cells[index] ?? "";
		const first = text.charCodeAt(0);
		if (text === "" || (first >= 48 && first <= 57)) return undefined;
		const isWord = columnOf(text) !== undefined;
		if (!isWord && !isDated) return undefined;
		if (cells.filter((cell) => columnOf(cell) !== undefined).length < 2) return undefined;
		const found = readHeader(cells, undefined, reference, header.given, { row, line });
		if (found?.usable && tableOf(found.kind).form) return found;
		return isWord && !cells.some((cell) => amountLike.test(cell)) ? unusable(cells, { header, row, line }, reference) : undefined;
	};
}

/** A header of which only who and when are known. */
function unusable(
	cells: readonly string[],
	{ header, row, line }: { readonly header: Header } & Header["place"],
	{ columns }: HeaderReference,
): Header {
	const at = new Map<ColumnName, number>();
	for (const [index, cell] of cells.entries()) {
		const column = columns.find(header.kind, cell) as ColumnName | undefined;
		if (column !== undefined && !at.has(column)) at.set(column, index);
	}
	const have = cells.filter((word) => word !== "");
	return {
		...header,
		...{ at, place: { row, line }, rows: [cells], words: cells, width: cells.length, blankWords: [], unread: [] },
		...{ constants: [], standIns: [], amounts: [], labels: [], parts: new Map(), equivalents: undefined, units: new Map() },
		remarks: [{ about: remark("missing-column", { kind: header.kind, missing: "quantity", nearest: "", have }), word: "" }],
		usable: false,
	};
}
