/** What no cell may hold, and rows below a header that cannot be used. */

import type { CellKind } from "../contract/cell-kinds.ts";
import { type ColumnName, cellsOf } from "../contract/tables.ts";
import { type Period, read as readPeriodText } from "../domain/period.ts";
import { longestCell, longestName, longestValue, longestWord } from "../findings/bounds.ts";
import { type Remark, remark } from "../findings/finding.ts";
import { cellReader, firmColumn, withConstants } from "../layout/cells.ts";
import type { Header } from "../layout/header.ts";
import { mark, recordOf } from "../ledger/ledger.ts";
import { plain } from "../reference/spelling.ts";
import type { Outcome, TableContext } from "./intake.ts";
import { readName } from "./names.ts";
import { tables } from "./tables/index.ts";

/** How long a cell of each column may be, for what it is: nothing is made of it before that is known. */
export function longestCells({ kind, at, width, amounts }: Header): readonly number[] {
	const longest = new Array<number>(width).fill(longestCell);
	for (const { index } of amounts) longest[index] = longestValue;
	// A column of another kind of table stands in a wide one: its name says what it holds.
	const known = new Map([...cellsOf("energy"), ...cellsOf("output"), ...cellsOf(kind)]);
	for (const [column, index] of at) {
		const cell = known.get(column);
		if (index < width && cell !== undefined) longest[index] = longestOf(cell, column);
	}
	return longest;
}

const words: ReadonlySet<CellKind> = new Set(["use", "indicator", "prices", "scope", "growth-indicator", "claim-metric"]);

function longestOf(kind: CellKind, column: ColumnName): number {
	if (kind === "coded") return longestCell;
	if (kind === "text") return column === "note" || column === "source" ? longestCell : longestName;
	return words.has(kind) ? longestWord : longestValue;
}

/** What a cell must not hold, whatever it means: NUL bytes, or more than a cell of its column. */
export function cellFault(
	cells: readonly string[],
	mayHoldNul: boolean,
	longest: readonly number[],
): { readonly about: Remark; readonly at: number; readonly value: string } | undefined {
	for (let at = 0; at < cells.length; at++) {
		const cell = cells[at] as string;
		if (mayHoldNul && cell.includes("\0")) return { about: remark("nul-byte", {}), at, value: cell.slice(0, 120) };
		if (cell.length <= longestValue) continue;
		const most = longest[at] ?? longestCell;
		if (cell.length > most)
			return { about: remark("cell-too-long", { length: cell.length, most }), at, value: `${cell.slice(0, 20)}…` };
	}
	return undefined;
}

/** A row below a header that cannot be used: the header is told, and the row reaches as far as it seems to say. */
export function unread(context: TableContext, cells: readonly string[]): Outcome {
	const { header } = context;
	const twice = header.remarks.flatMap(({ about }) => (about.code === "duplicate-column" ? [about.with.meaning] : []));
	const column = firmColumn(header);
	if (tables[context.header.kind].reach !== null && (!header.at.has(column) || twice.includes(column))) {
		context.losses.unknown();
		return "refused";
	}
	const { firm, period } = seemsToSay(context, cells);
	return lost(context, firm, twice.includes("period") || twice.includes("year") ? undefined : period);
}

/** Firm and period of a row that nobody vouches for; empty and undefined where they cannot be read. */
function seemsToSay(
	context: TableContext,
	cells: readonly string[],
): { readonly firm: string; readonly period: Period | undefined } {
	const { header } = context;
	const cell = cellReader(header);
	const whole = withConstants(cells, header);
	const column = firmColumn(header);
	const named = cell(whole, column);
	const firm =
		tables[context.header.kind].reach !== null && named.length <= longestName
			? (readName(column, named.replaceAll("\0", "")).name ?? "")
			: "";
	return { firm, period: readPeriodText(plain(cell(whole, header.at.has("period") ? "period" : "year").slice(0, 40))) };
}

/** What a row would have said is unknown of the firm and year it seems to name, else of the run. */
function lost(context: TableContext, firm: string, period: Period | undefined): Outcome {
	const { header, ledger } = context;
	const { reach } = tables[header.kind];
	if (reach === null) return "refused";
	if (firm === "") ledger.pooledUnknown = true;
	else mark(recordOf(ledger, firm), { year: period?.year ?? null, what: reach });
	return "refused";
}
