/**
 * The XML of a sheet, read row by row as it is unpacked. Not by the library: that holds every formatted blank as an object, and takes
 * half a minute for a sheet of a million of them.
 */
import { longestRow, mostColumns, mostRows } from "../../findings/bounds.ts";
import { columnOf, rowOf } from "./cell-name.ts";
import type { Grid, GridNotes, GridRow, Merge } from "./grid.ts";
import type { NumberFormat } from "./number-format.ts";
import { attribute, element, elements, meant, prefixOf, withoutPrefix } from "./xml.ts";

/** What all sheets of a workbook share. */
export interface SharedByCells {
	readonly strings: readonly string[];
	/** By the number of a cell's style. */
	readonly formats: readonly NumberFormat[];
	/** What a date that is written out is read as. */
	readonly isoDate: (text: string) => string;
	/** Hidden rows and columns count. */
	readonly hidden: boolean;
	/** Ends the run: what the workbook says of its cells is not in it. */
	readonly damaged: () => never;
	/** Ends the run: a row is longer than any is. */
	readonly tooLong: () => never;
}

/** The rows of a sheet, whose text comes in pieces; to be taken once. */
export function gridOf(pieces: AsyncIterable<string>, shared: SharedByCells, notes: GridNotes): Grid {
	let merges: readonly Merge[] = [];
	const rows = async function* (): AsyncGenerator<GridRow> {
		const reader = new RowReader(shared, notes);
		const text = new Unread(shared);
		let stage: "head" | "rows" | "tail" | "over" = "head";
		for await (const piece of pieces) {
			if (stage === "over") continue;
			text.add(piece);
			if (stage === "head") {
				const head = text.before("<sheetData");
				if (head === undefined) continue;
				const tag = text.before(">");
				if (tag === undefined) continue;
				reader.columns(head);
				stage = tag.endsWith("/") ? "tail" : "rows";
			}
			if (stage === "rows") {
				const last = text.before("</sheetData");
				// What begins behind the last row's tag may not be whole yet.
				const whole = last ?? text.upToLast("<row");
				if (whole !== undefined) yield* reader.rows(whole);
				if (last !== undefined) stage = "tail";
			}
			if (stage === "tail") {
				const xml = text.between("<mergeCells", "</mergeCells>");
				if (xml === undefined) continue;
				merges = mergesOf(xml);
				stage = "over";
			}
		}
		if (stage === "head" || stage === "rows") shared.damaged();
	};
	return { rows: rows(), merges: () => merges, notes };
}

/** What is not read yet of a text that comes in pieces: each letter is looked at once, however it is cut. */
class Unread {
	private readonly shared: SharedByCells;
	private prefix: string | undefined;
	private first = true;
	private text = "";
	/** Up to here nothing was found of the mark that is looked for, nor of the one whose last is. */
	private looked = 0;
	private lookedForLast = 0;

	constructor(shared: SharedByCells) {
		this.shared = shared;
	}

	add(piece: string): void {
		if (this.first) this.prefix = prefixOf(piece);
		this.first = false;
		this.text += piece;
		if (this.text.length > longestRow) this.shared.tooLong();
	}

	/** What stands before a mark, taken with the mark; undefined where it has not come yet. */
	before(mark: string): string | undefined {
		return this.taken(this.text.indexOf(this.own(mark), this.looked), this.own(mark).length);
	}

	/** What stands before the last of a mark, without it. */
	upToLast(mark: string): string | undefined {
		const from = this.lookedForLast;
		this.lookedForLast = Math.max(0, this.text.length - longestMark);
		const at = this.text.slice(from).lastIndexOf(this.own(mark)) + from;
		return at < from || at === 0 ? undefined : this.taken(at, 0);
	}

	/** What stands between two marks; what stands before the first is dropped. */
	between(begin: string, end: string): string | undefined {
		const at = this.text.indexOf(this.own(begin));
		if (at < 0) {
			this.text = this.text.slice(-longestMark);
			return this.notYet();
		}
		this.text = this.text.slice(at);
		return this.before(end);
	}

	private taken(at: number, length: number): string | undefined {
		if (at < 0) return this.notYet();
		const before = this.text.slice(0, at);
		this.text = this.text.slice(at + length);
		this.looked = 0;
		this.lookedForLast = 0;
		return this.prefix === undefined ? before : withoutPrefix(before, this.prefix);
	}

	private notYet(): undefined {
		this.looked = Math.max(0, this.text.length - longestMark);
	}

	private own(mark: string): string {
		return this.prefix === undefined ? mark : mark.replace(/^(<\/?)(?=\w)/, `$1${this.prefix}:`);
	}
}

/** No mark has so many letters, nor a prefix beside it. */
const longestMark = 64;

function mergesOf(xml: string): Merge[] {
	return [...elements(xml, "mergeCell")].flatMap(({ tag }) => {
		const [from = "", to = from] = (attribute(tag, "ref") ?? "").split(":");
		const merge = { top: rowOf(from) - 1, bottom: rowOf(to) - 1, left: columnOf(from), right: columnOf(to) };
		return merge.top < 0 || merge.left < 0 ? [] : [merge];
	});
}

class RowReader {
	private readonly shared: SharedByCells;
	private readonly notes: GridNotes;
	private hiddenColumns: readonly (readonly [number, number])[] = [];
	private row = 0;

	constructor(shared: SharedByCells, notes: GridNotes) {
		this.shared = shared;
		this.notes = notes;
	}

	/** Which columns are hidden, as the sheet says before its rows. */
	columns(head: string): void {
		this.hiddenColumns = [...elements(element(head, "cols")?.inner ?? "", "col")]
			.filter(({ tag }) => isTrue(attribute(tag, "hidden")))
			.map(({ tag }) => [Number(attribute(tag, "min")) - 1, Number(attribute(tag, "max")) - 1] as const);
	}

	/** Rows of a text that holds whole ones. */
	*rows(text: string): Generator<GridRow> {
		for (let at = text.indexOf("<row"); at >= 0; at = text.indexOf("<row", at)) {
			const begin = at + 4;
			const end = text.indexOf(">", begin);
			if (end < 0) return;
			const tag = text.slice(begin, end);
			const number = Number(attribute(tag, "r"));
			this.row = number >= 1 ? number : this.row + 1;
			if (this.row > mostRows) this.shared.damaged();
			at = end;
			if (tag.endsWith("/")) continue;
			const close = text.indexOf("</row>", end);
			const last = close < 0 ? text.length : close;
			at = last;
			const cells = this.cells(text, end + 1, last);
			if (cells.length === 0) continue;
			if (tag.includes("hidden") && isTrue(attribute(tag, "hidden"))) {
				this.notes.hiddenRow(this.row);
				if (!this.shared.hidden) continue;
			}
			yield { row: this.row, cells };
		}
	}

	/** The cells of a row, up to the last that holds something; none where all are blank. */
	private cells(text: string, from: number, to: number): string[] {
		const cells: string[] = [];
		let column = -1;
		for (let at = text.indexOf("<c", from); at >= 0 && at < to; at = text.indexOf("<c", at)) {
			const begin = at + 2;
			const end = text.indexOf(">", begin);
			if (end < 0 || end > to) break;
			at = end;
			const next = text.charCodeAt(begin);
			// `<cols`, `<conditionalFormatting` are none.
			if (next !== 32 && next !== 62 && next !== 47 && next > 32) continue;
			// Nearly all cells begin with their name; of those that are formatted and blank it is all that is looked at.
			const named = text.startsWith(' r="', begin);
			const name = named ? undefined : attribute(text.slice(begin, end), "r");
			column = named ? columnOf(text, begin + 4) : name === undefined ? column + 1 : columnOf(name);
			if (text[end - 1] === "/") continue;
			const tag = text.slice(begin, end);
			const close = text.indexOf("</c>", end);
			const last = close < 0 || close > to ? to : close;
			at = last;
			const value = this.cell(tag, text.slice(end + 1, last), column);
			if (value === "" || column < 0) continue;
			if (this.hiddenColumns.some(([first, until]) => column >= first && column <= until)) {
				this.notes.hiddenCell(this.row, column);
				if (!this.shared.hidden) continue;
			}
			if (column >= mostColumns) this.shared.damaged();
			while (cells.length < column) cells.push("");
			cells[column] = value;
		}
		return cells;
	}

	private cell(tag: string, inner: string, column: number): string {
		const { strings, formats, isoDate } = this.shared;
		const type = attribute(tag, "t") ?? "n";
		if (type === "inlineStr") return textOf(inner);
		const stored = valueIn(inner);
		const formula = inner.includes("<f") ? element(inner, "f") : undefined;
		if (stored === undefined) {
			if (formula === undefined) return "";
			const written = `=${meant(formula.inner)}`;
			this.notes.formula(this.row, column, written);
			return written;
		}
		if (formula !== undefined) this.notes.formula(this.row, column);
		if (type === "s") return strings[Number(stored)] ?? this.shared.damaged();
		if (type === "b") return stored === "1" || stored === "true" ? "TRUE" : "FALSE";
		if (type === "d") return isoDate(stored);
		const value = type === "n" && stored.trim() !== "" ? Number(stored) : Number.NaN;
		if (!Number.isFinite(value)) return meant(stored);
		const format = formats[Number(attribute(tag, "s") ?? 0)] ?? formats[0];
		if (format === undefined) return String(value);
		const text = format.text(value);
		const shown = format.shown(value);
		if (shown !== undefined) this.notes.shownOtherwise(this.row, column, text, shown);
		return text;
	}
}

/** What a cell holds; undefined where nothing is stored. */
function valueIn(inner: string): string | undefined {
	const at = inner.indexOf("<v");
	if (at < 0) return undefined;
	const end = inner.indexOf(">", at);
	if (end < 0 || inner[end - 1] === "/") return undefined;
	const close = inner.indexOf("</v>", end);
	return inner.slice(end + 1, close < 0 ? inner.length : close);
}

/** The text of a string that is written in one piece or in runs; how it is pronounced is no part of it. */
export function textOf(inner: string): string {
	const bare = inner.includes("<rPh") ? inner.replace(/<rPh\b[\s\S]*?<\/rPh>/g, "") : inner;
	let text = "";
	for (const { inner: piece } of elements(bare, "t")) text += meant(piece);
	return text;
}

export function isTrue(value: string | undefined): boolean {
	return value === "1" || value === "true" || value === "on";
}
