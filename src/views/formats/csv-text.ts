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
	const columns = csvColumnsOf(output);
	const lines = [columns.map(({ column }) => column).join(",")];
	for (const row of rows)
		lines.push(columns.map((one) => cell((instead[one.column] ?? ((all) => valueAt(all, one)))(row), one)).join(","));
	return `${lines.join("\n")}\n`;
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
