/**
 * Tables of web pages: what many offices' systems hand over under a name that ends in .xls. What a spreadsheet program put into such a
 * page, stored numbers and formulas, is read as in its workbooks.
 */
import { mostColumns } from "../../findings/bounds.ts";
import type { Book, BookSheet } from "./book.ts";
import { unescaped } from "./entities.ts";
import { type Grid, GridNotes, type GridRow, type Merge } from "./grid.ts";
import { type PageTable, partOf, spansOf, tablesIn, tooMany } from "./html-tables.ts";
import { PageReader } from "./html-tags.ts";
import { percentText, plainNumber } from "./plain-number.ts";

/**
 * The tables of a page, each a sheet; the only one is the file itself, whose sheet has no name. Throws `beyond-bound`, and
 * `workbook-not-read` where the page is cut off.
 */
export function htmlBook(file: string, page: string, hidden: boolean): Book {
	const tables = tablesIn(page, file);
	const sheets = tables.map(
		(table, index): BookSheet => ({
			name: tables.length === 1 ? null : String(index + 1),
			hidden: false,
			isTable: true,
			grid: async () => gridOf(page, table, file, hidden),
		}),
	);
	return { sheets };
}

function gridOf(page: string, table: PageTable, file: string, hidden: boolean): Grid {
	const notes = new GridNotes(hidden);
	const merges: Merge[] = [];
	const rows = function* (): Generator<GridRow> {
		const row = new RowMaker(file, hidden, notes, merges);
		const reader = new PageReader(page, file, table.start);
		let inner = 0;
		for (let one = reader.next(); one !== undefined && reader.at <= table.end; one = reader.next()) {
			if (typeof one === "string") {
				row.text(one);
				continue;
			}
			const part = partOf(one);
			if (part === "table" && !one.closes) {
				// One within a cell is a table by itself, and no text of that cell.
				reader.at = table.within[inner]?.end ?? table.end;
				inner += 1;
			} else if (part === "cell") {
				row.endCell();
				if (!one.closes) {
					if (!row.isOpen) row.begin("");
					row.cell(one.attributes);
				}
			} else if (part === "row" || part === "group") {
				const done = row.end();
				if (done !== undefined) yield done;
				if (part === "row" && !one.closes) row.begin(one.attributes);
			} else if (one.name === "br" || ((one.name === "p" || one.name === "div") && one.closes)) row.newLine();
		}
		const last = row.end();
		if (last !== undefined) yield last;
	};
	return { rows: rows(), merges: () => merges, notes };
}

/** Puts cells of a table where they stand: beside those that cells above span. */
class RowMaker {
	isOpen = false;
	/** Counts from 0. */
	private row = -1;
	private attributes = "";
	private cells: string[] = [];
	private column = 0;
	private open: { readonly attributes: string; readonly column: number; text: string } | undefined;
	/** For each column, the row in which it is free again. */
	private readonly free: number[] = [];
	private readonly file: string;
	private readonly hidden: boolean;
	private readonly notes: GridNotes;
	private readonly merges: Merge[];

	constructor(file: string, hidden: boolean, notes: GridNotes, merges: Merge[]) {
		this.file = file;
		this.hidden = hidden;
		this.notes = notes;
		this.merges = merges;
	}

	begin(attributes: string): void {
		this.isOpen = true;
		this.row += 1;
		this.attributes = attributes;
		this.cells = [];
		this.column = 0;
	}

	cell(attributes: string): void {
		while ((this.free[this.column] ?? 0) > this.row) this.column += 1;
		const left = this.column;
		const { wide, tall } = spansOf(attributes);
		this.open = { attributes, column: left, text: "" };
		this.column = Math.max(left, Math.min(left + wide, mostColumns));
		if (left >= mostColumns) this.column = left + 1;
		else if (tall > 1) {
			this.merges.push({ top: this.row, bottom: this.row + tall - 1, left, right: this.column - 1 });
			while (this.free.length < left) this.free.push(0);
			for (let at = left; at < this.column; at++) this.free[at] = Math.max(this.free[at] ?? 0, this.row + tall);
		}
	}

	text(written: string): void {
		if (this.open !== undefined) this.open.text += unescaped(written.replace(/\s+/g, " "));
	}

	newLine(): void {
		if (this.open !== undefined) this.open.text += "\n";
	}

	endCell(): void {
		if (this.open === undefined) return;
		const { attributes, column, text } = this.open;
		this.open = undefined;
		const value = cellText(text.trim(), attributes, this.row + 1, column, this.notes);
		if (value === "") return;
		if (column >= mostColumns) tooMany(this.file, "columns", mostColumns);
		if (isHidden(attributes)) this.notes.hiddenCell(this.row + 1, column);
		if (!this.hidden && isHidden(attributes)) return;
		while (this.cells.length < column) this.cells.push("");
		this.cells[column] = value;
	}

	/** The row where it holds something and counts. */
	end(): GridRow | undefined {
		this.endCell();
		const { isOpen, cells } = this;
		this.isOpen = false;
		if (!isOpen || cells.length === 0) return undefined;
		const row = this.row + 1;
		const hides = isHidden(this.attributes);
		if (hides) this.notes.hiddenRow(row);
		return this.hidden || !hides ? { row, cells } : undefined;
	}
}

function isHidden(attributes: string): boolean {
	return /display\s*:\s*none/i.test(attributes) || /\shidden(\s|=|$)/i.test(attributes);
}

/** What a cell holds: the number that a spreadsheet program stored beside the text, where it did and the text is one. */
function cellText(text: string, attributes: string, row: number, column: number, notes: GridNotes): string {
	if (text !== "" && /\bx:fmla\s*=/i.test(attributes)) notes.formula(row, column);
	const stored = /\bx:num\s*=\s*["']?(-?[\d.]+(?:e[-+]?\d+)?)/i.exec(attributes)?.[1];
	if (stored === undefined) return text;
	const shown = text.replace(/[,\s]/g, "");
	if (!/^[-+]?[\d.]+%?$/.test(shown)) return text;
	const value = Number(stored);
	const exact = shown.endsWith("%") ? percentText(value) : plainNumber(value);
	if (Number(shown.replace("%", "")) !== Number(exact.replace("%", "")))
		notes.shownOtherwise(row, column, exact, { text, format: "" });
	return exact;
}
