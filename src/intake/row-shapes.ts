/** Whether rows have the cells that their header asks for; what holds of many of them is told once, when the table is read. */
import { type Remark, remark } from "../findings/finding.ts";
import { columnLetter } from "../layout/cells.ts";
import type { Header } from "../layout/header.ts";
import { shortened } from "./intake.ts";
import type { TellAt } from "./opening-told.ts";

/** The first row of some, and how many they are. */
interface Rows {
	readonly row: number;
	readonly line: number;
	count: number;
}

/** The rows of one table. */
export class RowShapes {
	private readonly tellAt: TellAt;
	/** Columns without a header word that hold text; each is told once. */
	private readonly untitled = new Set<number>();
	/** By how much a first column without a header word is ahead of the count of rows. */
	private index: number | undefined;
	private short: Rows | undefined;
	/** Rows whose cell of notes is a number, which is counted by nobody. */
	private numbersInNotes: (Rows & { readonly column: string; readonly value: string }) | undefined;

	constructor(tellAt: TellAt) {
		this.tellAt = tellAt;
	}

	/**
	 * What is wrong with the number of a row's cells; `read`: which row of the table it is, from 1. Spreadsheets pad short rows and leave
	 * empty cells behind the last column: only cells with something in them count. Programs leave blank cells out at the end of a row.
	 */
	fault(cells: readonly string[], header: Header, read: number, row: number, line: number): Remark | undefined {
		const { width, least, blankWords } = header;
		const { length } = cells;
		if (length < least || (length > width && cells.slice(width).some((cell) => cell.trim() !== "")))
			return remark("ragged-row", { expected: width, found: length });
		for (const index of blankWords) {
			const cell = cells[index] ?? "";
			if (cell.trim() === "") continue;
			// 化石燃料燃烧*1: the number of a footnote is no amount.
			if (/\p{Nd}/u.test(cell.replace(/(?<=\p{L})\s*(?:[*＊※]|注)\d{1,2}\s*$/u, ""))) {
				if (index === 0 && this.counts(cell, read)) continue;
				const under = blankWords.filter((one) => (cells[one] ?? "").trim() !== "").length;
				return remark("ragged-row", { expected: width - blankWords.length, found: width - blankWords.length + under });
			}
			if (this.untitled.has(index)) continue;
			this.untitled.add(index);
			this.tellAt(remark("text-without-header", { column: columnLetter(index) }), row, line, "", shortened(cell));
		}
		if (length < width) {
			this.short ??= { row, line, count: 0 };
			this.short.count += 1;
		}
		return undefined;
	}

	/** A column of notes may be one of amounts whose word was lost. */
	note(cells: readonly string[], { at, words }: Header, row: number, line: number): void {
		const index = at.get("note");
		if (index === undefined) return;
		const value = cells[index] ?? "";
		if (!/^\s*\d[\d,]*(?:\.\d+)?\s*$/.test(value)) return;
		this.numbersInNotes ??= { row, line, column: words[index] ?? "", value: value.trim(), count: 0 };
		this.numbersInNotes.count += 1;
	}

	/** Tells what was counted. */
	finish(): void {
		const { short, numbersInNotes: notes } = this;
		if (short !== undefined) this.tellAt(remark("short-rows", { rows: short.count }), short.row, short.line);
		if (notes !== undefined)
			this.tellAt(remark("numbers-in-notes", { rows: notes.count }), notes.row, notes.line, notes.column, notes.value);
	}

	/** Whether a cell counts the rows, as data frames write them before the first column. */
	private counts(cell: string, read: number): boolean {
		if (!/^\d{1,9}$/.test(cell)) return false;
		const first = Number(cell) - read;
		this.index ??= first;
		return first === this.index && (first === 0 || first === -1);
	}
}
