/** Csv of the columns that a contract has: each cell is what stands at its key. */
import { type CsvColumn, csvColumnsOf, type OutputName } from "../../contract/outputs.ts";
import { type Cell, csvCell } from "./csv-cell.ts";

/** The objects of a row by the name of their shape, or what takes a value's place in a column. */
type Row = Readonly<Record<string, unknown>>;

/** An output as csv: its header, then a line for each row. `instead` says what stands in a column where that is not its value. */
export function csvText<R extends Row>(
	output: OutputName,
	rows: Iterable<R>,
	instead: Readonly<Record<string, (row: R) => Cell>> = {},
): string {
	return `${[...csvLines(output, rows, instead)].join("\n")}\n`;
}

/** The same line by line. */
export function* csvLines<R extends Row>(
	output: OutputName,
	rows: Iterable<R>,
	instead: Readonly<Record<string, (row: R) => Cell>> = {},
): Generator<string> {
	const columns = csvColumnsOf(output).map((one) => ({ one, of: instead[one.column] ?? ((all: R) => valueAt(all, one)) }));
	yield columns.map(({ one }) => one.column).join(",");
	for (const row of rows) yield columns.map(({ one, of }) => cell(of(row), one)).join(",");
}

/** The cells of one row, each by its column. */
export function csvCells(output: OutputName, row: Row): ReadonlyMap<string, string> {
	return new Map(csvColumnsOf(output).map((one) => [one.column, cell(valueAt(row, one), one)]));
}

function cell(value: Cell, { type }: CsvColumn): string {
	return csvCell(value, type === "string" ? "text" : "figure");
}

/** null on the way there is an empty cell; words of a list are divided by a blank. */
function valueAt(row: Row, { path }: CsvColumn): Cell {
	let value: unknown = row;
	for (const key of path) {
		if (value === null || value === undefined) return null;
		value = (value as Row)[key];
	}
	return Array.isArray(value) ? value.join(" ") : (value as Cell);
}
