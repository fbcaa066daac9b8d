/** Where the tables of a web page stand, found in one pass over it; how many cells they make is bounded before any is made. */
import { cellsAnyway, cellsForEach, mostRows } from "../../findings/bounds.ts";
import { type Bound, Trouble } from "../../findings/trouble.ts";
import { PageReader, type PageTag } from "./html-tags.ts";

/** A table in a page, from behind its first tag to behind its last; both count in letters. */
export interface PageTable {
	readonly start: number;
	readonly end: number;
	/** Those that stand in its cells, in order. */
	readonly within: readonly PageTable[];
}

interface OpenTable {
	readonly start: number;
	end: number;
	readonly within: OpenTable[];
	readonly cells: CellCount;
}

/** Tables that hold rows, in the order they begin. Throws `beyond-bound`, `workbook-not-read`. */
export function tablesIn(page: string, file: string): PageTable[] {
	const reader = new PageReader(page, file);
	const all: OpenTable[] = [];
	const open: OpenTable[] = [];
	let [written, made] = [0, 0];
	for (let one = reader.next(); one !== undefined; one = reader.next()) {
		if (typeof one === "string") continue;
		const part = partOf(one);
		const inner = open.at(-1);
		if (part === "table" && !one.closes) {
			const table: OpenTable = { start: reader.at, end: page.length, within: [], cells: new CellCount(file) };
			inner?.within.push(table);
			all.push(table);
			open.push(table);
		} else if (inner === undefined) continue;
		else if (part === "table") {
			inner.end = reader.at;
			open.pop();
		} else if (part === "cell" && !one.closes) {
			made += inner.cells.cell(spansOf(one.attributes));
			written += 1;
			if (made > cellsAnyway + cellsForEach * written) tooMany(file, "cells", cellsAnyway);
		} else if (part === "row" && !one.closes) inner.cells.row();
		else if (part === "row" || part === "group") inner.cells.endRow();
	}
	return all.filter(({ cells }) => cells.rows > 0);
}

/** What a tag is to a table. `group`: rows that belong together. */
export function partOf({ name }: PageTag): "table" | "group" | "row" | "cell" | undefined {
	if (name === "td" || name === "th") return "cell";
	if (name === "tr") return "row";
	if (name === "tbody" || name === "thead" || name === "tfoot") return "group";
	return name === "table" ? name : undefined;
}

export interface Spans {
	/** In columns. */
	readonly wide: number;
	/** In rows. */
	readonly tall: number;
}

/** A cell spans no more, as browsers have it. */
const mostSpanned = { columns: 1_000, rows: 65_534 };
const single: Spans = { wide: 1, tall: 1 };
const [colspan, rowspan] = ["col", "row"].map((of) => new RegExp(`\\b${of}span\\s*=\\s*["']?\\s*(\\d{1,7})`, "i")) as [
	RegExp,
	RegExp,
];

export function spansOf(attributes: string): Spans {
	if (attributes === "") return single;
	const span = (of: RegExp, most: number): number => Math.max(1, Math.min(Number(of.exec(attributes)?.[1] ?? 1), most));
	return { wide: span(colspan, mostSpanned.columns), tall: span(rowspan, mostSpanned.rows) };
}

/** Counts the cells that a table makes, with those that others span; of a span below the last row nothing is made. */
class CellCount {
	rows = 0;
	private readonly file: string;
	/** Columns that cells above cover, and how many of them end before a row. */
	private covered = 0;
	private readonly ending = new Map<number, number>();
	private isOpen = false;
	private first = true;
	/** Columns of the row's last cell beyond its first: nothing is made of them if no cell follows. */
	private behind = 0;

	constructor(file: string) {
		this.file = file;
	}

	row(): void {
		this.rows += 1;
		if (this.rows > mostRows) tooMany(this.file, "rows", mostRows);
		this.covered -= this.ending.get(this.rows) ?? 0;
		this.ending.delete(this.rows);
		this.isOpen = true;
		this.first = true;
		this.behind = 0;
	}

	endRow(): void {
		this.isOpen = false;
	}

	/** How many more cells there are with this one. */
	cell({ wide, tall }: Spans): number {
		if (!this.isOpen) this.row();
		let made = 1 + this.behind + (this.first ? this.covered : 0);
		this.first = false;
		this.behind = wide - 1;
		if (tall === 1) return made;
		made += this.behind;
		this.behind = 0;
		// From the row below on; all of a row is counted at its first cell.
		this.covered += wide;
		this.ending.set(this.rows + tall, (this.ending.get(this.rows + tall) ?? 0) + wide);
		return made;
	}
}

export function tooMany(file: string, bound: Bound, most: number): never {
	throw new Trouble("beyond-bound", { file, bound, most });
}
