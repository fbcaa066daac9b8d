/** The sheets of a workbook as sheets of rows with places, and what is to be told of those that are none. */
import { remark } from "../../findings/finding.ts";
import type { CellRemark, Cut, Merged, OpenedSheets, PlacedRecord, RecordReader, Sheet } from "../sheet.ts";
import type { Book, BookSheet } from "./book.ts";
import type { Grid, GridRow, Merge } from "./grid.ts";

/** What is known of the file. */
export interface BookFile {
	readonly file: string;
	readonly sha256: string;
	/** Opens it again, where its rows are too many to be kept. */
	readonly reopen: () => Promise<Book>;
	/** Hidden sheets count. */
	readonly hidden: boolean;
	/** How many cells may still be kept of all workbooks together. */
	readonly room: Room;
}

export interface Room {
	cells: number;
}

/** So many cells are kept from the first reading of all workbooks of a run; rows of larger ones are read again. */
export const keptCells = 4_000_000;
/** The first rows that hold something: titles and a header stand in them. */
const openingRows = 64;

export async function sheetsOf(book: Book, about: BookFile): Promise<OpenedSheets> {
	const sheets: Sheet[] = [];
	const remarks: CellRemark[] = [];
	const hidden: string[] = [];
	const hiddenWords: Sheet[] = [];
	const empty: string[] = [];
	for (const [index, one] of book.sheets.entries()) {
		if (one.hidden && !about.hidden) {
			const held = one.isTable ? await holds(one) : "numbers";
			if (held === "words") hiddenWords.push((await sheetOf(one, index, about)) as Sheet);
			else if (held === "numbers") hidden.push(one.name ?? "");
		} else if (!one.isTable) remarks.push(ofSheet(one.name ?? "", remark("sheet-passed-over", { why: "chart", header: [] })));
		else {
			const taken = await sheetOf(one, index, about);
			if (taken === undefined) empty.push(one.name ?? "");
			else {
				sheets.push(taken);
				if (one.hidden) hidden.push(one.name ?? "");
			}
		}
	}
	if (hidden.length > 0) {
		const particulars = { of: "sheets", names: hidden, count: hidden.length, counted: about.hidden } as const;
		remarks.push({ about: remark("hidden-cells", particulars), row: 0, column: "", value: "" });
	}
	if (empty.length > 0) remarks.push({ about: remark("empty-sheets", { names: empty }), row: 0, column: "", value: "" });
	return { sheets, hiddenWords, remarks };
}

function ofSheet(sheet: string, about: CellRemark["about"]): CellRemark {
	return { about, sheet, row: 0, column: "", value: "" };
}

async function holds(sheet: BookSheet): Promise<"nothing" | "words" | "numbers"> {
	let found: "nothing" | "words" = "nothing";
	for await (const { cells } of (await sheet.grid()).rows) {
		if (cells.some(mayBeAmount)) return "numbers";
		found = "words";
	}
	return found;
}

/** `1200`, `1,200吨`, `约3.5%`; years (`2020年`) are none. What a formula would show, or why it failed, is not known. */
const amount = /^[^\p{L}\p{N}]*(?:约|近|大约|about|ca\.?)?\s*(?!\d{4}年)[\d０-９][\d０-９,，.．\s]*[^\d０-９]{0,12}$|^[=#]/u;
/** No amount with its unit is longer; nor is the pattern asked of more. */
const longestAmount = 60;

/** Whether a cell may say how much of something there is. */
function mayBeAmount(cell: string): boolean {
	return cell.length <= longestAmount && amount.test(cell);
}

/** The sheet whose rows were taken once; undefined where none holds anything. */
async function sheetOf(sheet: BookSheet, index: number, { file, sha256, reopen, room }: BookFile): Promise<Sheet | undefined> {
	const grid = await sheet.grid();
	const opening: GridRow[] = [];
	let kept: GridRow[] | undefined = [];
	let cells = 0;
	let onlyWords = true;
	for await (const row of grid.rows) {
		onlyWords &&= !row.cells.some(mayBeAmount);
		if (opening.length < openingRows) opening.push(row);
		if (kept === undefined) continue;
		kept.push(row);
		cells += row.cells.length;
		if (cells > room.cells) kept = undefined;
	}
	if (opening.length === 0) return undefined;
	if (kept !== undefined) room.cells -= cells;
	const merges = verticalMerges(grid.merges());
	const again = async (): Promise<Grid["rows"]> => ((await reopen()).sheets[index] as BookSheet).grid().then(({ rows }) => rows);
	const cut: Cut = {
		separator: null,
		opening: (rows) => opening.slice(0, rows).map(({ row, cells: own }): PlacedRecord => ({ cells: own, row, line: row })),
		read: readerOf(kept, again, merges),
	};
	return {
		...{ file, sheet: sheet.name, sha256, decoded: null, mayHoldNul: true, onlyWords },
		remarks: grid.notes.remarks(),
		// All of its first rows are at hand: a glance would show no less.
		cuts: (glance) => (glance ? [] : [cut]),
	};
}

/** Apart from the rest, so that what is kept for reading does not hold the first rows. */
function readerOf(
	kept: readonly GridRow[] | undefined,
	again: () => Promise<Grid["rows"]>,
	merges: readonly Merge[],
): Cut["read"] {
	return async (reader) => {
		const filler = new MergeFiller(merges);
		let next = 1;
		for await (const { row, cells } of kept ?? (await again())) {
			// Rows that hold nothing count, as they do in a text.
			for (; next < row; next++) reader.record([], next, next);
			next = row + 1;
			tell(reader, cells, row, filler.under(row - 1, cells));
		}
	};
}

function tell(reader: RecordReader, cells: string[], row: number, merged: readonly Merged[]): void {
	if (merged.length === 0) reader.record([...cells], row, row);
	else reader.record([...cells], row, row, { letter: null, spans: null, merged });
}

function verticalMerges(merges: readonly Merge[]): readonly Merge[] {
	return merges.filter(({ top, bottom }) => bottom > top).sort((a, b) => a.top - b.top || a.left - b.left);
}

/** What cells of a row take from merged cells that begin in a row above. */
class MergeFiller {
	private readonly merges: readonly Merge[];
	private begun = 0;
	/** By column: cells that are merged do not overlap. */
	private readonly active = new Map<number, { readonly bottom: number; readonly value: string }>();

	/** In order of their first row. */
	constructor(merges: readonly Merge[]) {
		this.merges = merges;
	}

	/** `row` counts from 0, and rises from call to call. */
	under(row: number, cells: readonly string[]): Merged[] {
		const merged: Merged[] = [];
		for (const [index, { bottom, value }] of this.active)
			if (bottom >= row) merged.push({ index, value });
			else this.active.delete(index);
		for (let one = this.merges[this.begun]; one !== undefined && one.top <= row; one = this.merges[this.begun]) {
			this.begun += 1;
			// Where its first row is hidden nobody reads what it says.
			if (one.top === row && one.bottom > row) this.active.set(one.left, { bottom: one.bottom, value: cells[one.left] ?? "" });
		}
		return merged;
	}
}
