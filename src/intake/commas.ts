/**
 * Commas that may be points. `1,234` is read as 1234; where the same column has a `1,5`, its commas are decimal points, or some
 * of them are, and nobody can tell which. A column without such commas is never looked at.
 */
import { keptFindings } from "../findings/bounds.ts";
import { type Code, type Finding, finding, type Place, remark, rowAt } from "../findings/finding.ts";
import { type Ledger, type Mark, mark, recordOf } from "../ledger/ledger.ts";
import { plain } from "../reference/spelling.ts";

/** What one column of one table has of them, by the column's name. */
export type Commas = Map<string, CommaColumn>;

interface CommaColumn {
	/** The first cells that were read as thousands; no more than are ever listed. */
	readonly cells: { readonly at: Place; readonly firm: string; readonly period: string }[];
	count: number;
	/** What becomes unknown if they were not thousands, by its own name. */
	readonly reaches: Map<string, { readonly firm: string; readonly reach: Mark }>;
	/** The first cell whose comma is no separator. */
	decimal: Place | undefined;
}

/** One group of three and no point: thousands, or three decimals. */
const ambiguous = /^-?[1-9]\d{0,2},\d{3}$/;
/** One comma with one or two digits behind it, or a zero before it: no thousands for certain. */
const decimalComma = /^-?(\d+,\d{1,2}|0,\d+)$/;

/** Notes a cell that was read as thousands, in a row that counts; `what` it concerns, and in which year (null for all). */
export function noteGrouped(commas: Commas, at: Place, firm: string, period: string, what: Mark["what"] | "nothing"): void {
	if (!ambiguous.test(plain(at.value))) return;
	const column = columnOf(commas, at.column);
	column.count += 1;
	if (column.cells.length < keptFindings) column.cells.push({ at, firm, period });
	if (what === "nothing") return;
	const year = period === "" ? null : Number(period.slice(0, 4));
	column.reaches.set(`${firm}|${year ?? ""}|${what}`, { firm, reach: { year, what } });
}

/** Notes a cell that was refused for its commas. */
export function noteRefused(commas: Commas, at: Place): void {
	if (!decimalComma.test(plain(at.value))) return;
	const column = columnOf(commas, at.column);
	column.decimal ??= at;
}

/** When the table is read: columns that have both are told, and what their cells concern is unknown. */
export function settleCommas(
	commas: Commas,
	ledger: Ledger,
	tell: (found: Finding) => void,
	tellUnkept: (code: Code, count: number) => void,
): void {
	for (const { cells, count, reaches, decimal } of commas.values()) {
		if (decimal === undefined || count === 0) continue;
		const about = remark("ambiguous-separators", { other: decimal.value, row: rowAt(decimal) });
		for (const { at, firm, period } of cells) tell(finding(about, at, firm, period));
		tellUnkept(about.code, count - cells.length);
		for (const { firm, reach } of reaches.values()) mark(recordOf(ledger, firm), reach);
	}
}

function columnOf(commas: Commas, name: string): CommaColumn {
	let column = commas.get(name);
	if (column === undefined) {
		column = { cells: [], count: 0, reaches: new Map(), decimal: undefined };
		commas.set(name, column);
	}
	return column;
}
