/** A sheet of a workbook as it is taken in: rows of text, and what is to be told of them. Each kind of workbook fills it. */
import { type Remark, remark } from "../../findings/finding.ts";
import type { CellRemark } from "../sheet.ts";
import { letterOf } from "./cell-name.ts";
import type { Shown } from "./number-format.ts";

/** A row that holds something. */
export interface GridRow {
	/** Counts from 1. */
	readonly row: number;
	/** Up to the last cell that holds something. */
	readonly cells: string[];
}

/** A block of merged cells; rows and columns count from 0, both ends are in it. */
export interface Merge {
	readonly top: number;
	readonly bottom: number;
	readonly left: number;
	readonly right: number;
}

export interface Grid {
	readonly rows: Iterable<GridRow> | AsyncIterable<GridRow>;
	/** Known when all rows were taken. */
	readonly merges: () => readonly Merge[];
	readonly notes: GridNotes;
}

interface Counted {
	cells: number;
	readonly row: number;
	readonly value: string;
	readonly shown?: Shown;
}

/** What is noted while cells are taken: each kind once for a sheet or a column, with the first place and how often. */
export class GridNotes {
	private readonly shown = new Map<number, Counted>();
	private readonly formulas = new Map<"formula-values" | "formula-without-value", Counted & { readonly column: number }>();
	private readonly rows = new Ranges();
	private readonly columns = new Map<number, number>();
	private readonly counted: boolean;

	/** `counted`: rows and columns that are hidden count all the same. */
	constructor(counted: boolean) {
		this.counted = counted;
	}

	/** A cell with a formula; `written` where no program has worked it out. */
	formula(row: number, column: number, written?: string): void {
		const code = written === undefined ? "formula-values" : "formula-without-value";
		const known = this.formulas.get(code);
		if (known === undefined) this.formulas.set(code, { cells: 1, row, column, value: written?.slice(0, 120) ?? "" });
		else known.cells += 1;
	}

	/** A cell that shows another number than it holds. */
	shownOtherwise(row: number, column: number, value: string, shown: Shown): void {
		const known = this.shown.get(column);
		if (known === undefined) this.shown.set(column, { cells: 1, row, value, shown });
		else known.cells += 1;
	}

	/** A hidden row that holds something. */
	hiddenRow(row: number): void {
		this.rows.add(row);
	}

	/** A cell that holds something, in a hidden column. */
	hiddenCell(row: number, column: number): void {
		if (!this.columns.has(column)) this.columns.set(column, row);
	}

	remarks(): CellRemark[] {
		const ofSheet = (about: Remark): CellRemark => ({ about, row: 0, column: "", value: "" });
		const columns = [...this.columns.keys()].sort((a, b) => a - b).map(letterOf);
		return [
			...(this.rows.count > 0
				? [
						ofSheet(
							remark("hidden-cells", { of: "rows", names: this.rows.texts(), count: this.rows.count, counted: this.counted }),
						),
					]
				: []),
			...(columns.length > 0
				? [ofSheet(remark("hidden-cells", { of: "columns", names: columns, count: columns.length, counted: this.counted }))]
				: []),
			...[...this.formulas].map(([code, { cells, row, column, value }]) => ({
				about: remark(code, { cells }),
				...{ row, column: letterOf(column), value },
			})),
			...[...this.shown]
				.sort(([a], [b]) => a - b)
				.map(([column, { cells, row, value, shown }]) => ({
					about: remark("shown-otherwise", { cells, shown: shown?.text ?? null, format: shown?.format ?? "" }),
					...{ row, column: letterOf(column), value },
				})),
		];
	}
}

/** How many of a kind are kept with their place. */
const most = 1_000;

/** Row numbers as they come, in order, as `3`, `5-9`. */
class Ranges {
	count = 0;
	private readonly ranges: [number, number][] = [];

	add(row: number): void {
		this.count += 1;
		const last = this.ranges.at(-1);
		if (last !== undefined && last[1] === row - 1) last[1] = row;
		else if (this.ranges.length < most) this.ranges.push([row, row]);
	}

	texts(): string[] {
		return this.ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
	}
}
