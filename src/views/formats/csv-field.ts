/** What a column of a csv output holds, for those who read it by program. */
import { type Cell, csvCell } from "./csv-cell.ts";

/** `C`: the columns there are. */
export interface CsvField<C extends string = string> {
	/** string is text, neutralised where a spreadsheet would run it; decimal and integer are figures and never are. */
	readonly type: "string" | "decimal" | "integer";
	/** null where it has none, or where it stands in another column. */
	readonly unit: string | null;
	/** The column that holds the unit, where rows may differ in it. */
	readonly unitColumn: C | null;
}

export const text: CsvField<never> = { type: "string", unit: null, unitColumn: null };
export const number: CsvField<never> = { type: "integer", unit: null, unitColumn: null };
/** A figure without a unit: a share, a ratio. */
export const bare: CsvField<never> = { type: "decimal", unit: null, unitColumn: null };
export const figure = (unit: string): CsvField<never> => ({ type: "decimal", unit, unitColumn: null });
export const inUnitOf = <C extends string>(unitColumn: C): CsvField<C> => ({ type: "decimal", unit: null, unitColumn });

/** A line without its end: each cell as its field has it. */
export function csvLine(cells: readonly (readonly [CsvField, Cell])[]): string {
	return cells.map(([{ type }, cell]) => csvCell(cell, type === "string" ? "text" : "figure")).join(",");
}
