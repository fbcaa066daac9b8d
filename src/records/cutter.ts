/**
 * Text cut into records as RFC 4180 has them, in pieces of any length: cells, the row a spreadsheet shows, the physical line.
 *
 * A quote opens a cell where it stands first in it, and closes it where a separator or a newline follows; a quote written twice is
 * one. Anything else about quotes is told: a letter among others, a cell that closes early, one that never closes.
 */
import { longestRecord } from "../findings/bounds.ts";
import type { LostText, Quirks, RecordReader, Separator } from "./sheet.ts";

/** Strings from so many letters on are slices that keep the text they were cut from; they are copied. */
const sliced = 13;

const endOfFile = "\u001a";

const none: readonly string[] = [];

export class Cutter {
	private readonly separator: Separator;
	private readonly reader: RecordReader;
	/** At most so many records are wanted. */
	private readonly most: number;
	private row = 0;
	private line = 1;
	private carry = "";
	/** The record before, whose long cells often stand in the next one too. */
	private previous: readonly string[] = none;
	/** A record of nothing but the mark of a file's end: it is one where another follows. */
	private mark = false;
	/** The text ended in such a mark, behind its last record. */
	private ended = false;
	/** A quote is open for longer than a record: lines are counted, and nothing is read. */
	private overflow: { readonly lost: Omit<LostText, "skippedLines">; newlines: number; last: string } | undefined;

	constructor(separator: Separator, reader: RecordReader, most: number = Number.POSITIVE_INFINITY) {
		this.separator = separator;
		this.reader = reader;
		this.most = most;
	}

	/** Reads on. */
	push(chunk: string): void {
		this.cut(chunk, false);
	}

	/** The text ends; `cutOff`: within a character, so that its last record is none. */
	end(cutOff = false): void {
		if (cutOff && this.overflow === undefined) this.cutOff();
		else this.cut("", true);
		if (this.mark || this.ended) this.reader.endMark?.(this.row + 1, this.line);
		if (this.overflow === undefined) return;
		const { lost, newlines, last } = this.overflow;
		this.reader.lost({ ...lost, skippedLines: newlines + (last === "\n" || last === "\r" ? 0 : 1) });
	}

	/** What stands behind the last newline is the beginning of a record. */
	private cutOff(): void {
		// A newline of one letter was held for a second one.
		if (this.carry.endsWith("\r")) this.cut("", true);
		this.unmark();
		const rest = this.carry;
		this.carry = "";
		this.row += 1;
		const lines = rest === "" ? [] : rest.split(/\r\n|\n|\r/);
		const cell = rest.split(this.separator).length - 1;
		this.reader.lost({ why: "cut-off", row: this.row, line: this.line, cell, lines, whole: true, skippedLines: 1 });
	}

	private cut(chunk: string, final: boolean): void {
		if (this.overflow !== undefined) {
			this.skip(chunk);
			return;
		}
		let text = this.carry === "" ? chunk : this.carry + chunk;
		// Whether a newline is one or two letters is seen with the next piece.
		const held = !final && text.endsWith("\r") ? 1 : 0;
		if (final && text.endsWith(endOfFile)) {
			text = text.slice(0, -1);
			this.ended = true;
		}
		const length = text.length - held;
		let at = 0;
		let feed = nextOf(text, "\n", 0, length);
		let back = nextOf(text, "\r", 0, length);
		let quote = nextOf(text, '"', 0, length);
		while (at < length && this.row < this.most) {
			if (feed < at) feed = nextOf(text, "\n", at, length);
			if (back < at) back = nextOf(text, "\r", at, length);
			if (quote < at) quote = nextOf(text, '"', at, length);
			const end = feed < back ? feed : back;
			if (quote < end) {
				const next = this.quoted(text, at, length, final);
				if (next === undefined) break;
				at = next;
				continue;
			}
			if (end === Number.POSITIVE_INFINITY && !final) break;
			const stop = end === Number.POSITIVE_INFINITY ? length : end;
			this.plainly(text.slice(at, stop));
			at = stop + (end === back && text.charCodeAt(end + 1) === 10 ? 2 : 1);
		}
		this.carry = at >= text.length ? "" : text.slice(at);
		if (this.carry.length > longestRecord && this.overflow === undefined) this.plainOverflow();
	}

	/** A line without quotes. */
	private plainly(text: string): void {
		this.unmark();
		if (text === endOfFile) {
			this.mark = true;
			return;
		}
		const cells = text.split(this.separator);
		const previous = this.previous;
		for (let i = 0; i < cells.length; i++) {
			const cell = cells[i] as string;
			if (cell.length < sliced) continue;
			const before = previous[i];
			cells[i] = before === cell ? before : copied(cell);
		}
		this.previous = cells;
		this.row += 1;
		this.reader.record(cells, this.row, this.line);
		this.line += 1;
	}

	/** What was held for a mark at the end was a record: others follow. */
	private unmark(): void {
		if (!this.mark) return;
		this.mark = false;
		this.row += 1;
		this.reader.record([endOfFile], this.row, this.line);
		this.line += 1;
	}

	/** A record that may hold quoted cells, from `start`: where the next begins; undefined where the text ends before it does. */
	private quoted(text: string, start: number, length: number, final: boolean): number | undefined {
		const cells: string[] = [];
		let letter: number | undefined;
		let spans: number | undefined;
		let at = start;
		for (;;) {
			if (text.charCodeAt(at) === 34) {
				const close = closing(text, at, length, final);
				if (close === undefined) return this.open(text, start, length, final, cells.length);
				if (close + 1 < length && !this.endsCell(text, close + 1))
					return this.early(text, { start, close, length, final, cell: cells.length });
				const cell = text.slice(at + 1, close);
				if (spans === undefined && /[\n\r]/.test(cell)) spans = cells.length;
				cells.push(copied(cell.includes('"') ? cell.replaceAll('""', '"') : cell));
				at = close + 1;
			} else {
				const end = this.cellEnd(text, at, length);
				if (end === length && !final) return undefined;
				const cell = text.slice(at, end);
				if (letter === undefined && cell.includes('"')) letter = cells.length;
				cells.push(copied(cell));
				at = end;
			}
			if (at < length && text[at] === this.separator) {
				at += 1;
				continue;
			}
			break;
		}
		// The record may end where the piece does, and its newline come with the next.
		if (at >= length && !final) return undefined;
		this.unmark();
		this.row += 1;
		this.previous = cells;
		const quirks: Quirks | undefined =
			letter === undefined && spans === undefined ? undefined : { letter: letter ?? null, spans: spans ?? null };
		this.reader.record(cells, this.row, this.line, quirks);
		this.line += 1 + newlinesIn(text.slice(start, at));
		return afterNewline(text, at);
	}

	/** A quoted cell closes and goes on: all lines that it touches are lost, and reading goes on behind them. */
	private early(
		text: string,
		{ start, close, length, final, cell }: { start: number; close: number; length: number; final: boolean; cell: number },
	): number | undefined {
		const end = lineEnd(text, close, length);
		if (end === length && !final) return undefined;
		this.unmark();
		this.row += 1;
		const lines = text.slice(start, end).split(/\r\n|\n|\r/);
		const why = text[close - 1] === "\\" ? "backslash" : "closes-early";
		this.reader.lost({ why, row: this.row, line: this.line, cell, lines, whole: true, skippedLines: lines.length });
		this.line += lines.length;
		return afterNewline(text, end);
	}

	/** A quoted cell that the text ends in. */
	private open(text: string, start: number, length: number, final: boolean, cell: number): number | undefined {
		const size = length - start;
		if (!final && size <= longestRecord) return undefined;
		this.unmark();
		this.row += 1;
		const swallowed = text.slice(start, length);
		const lines = size <= longestRecord ? swallowed.replace(/(\r\n|\n|\r)$/, "").split(/\r\n|\n|\r/) : [];
		const lost = { why: "never-closes", row: this.row, line: this.line, cell, lines, whole: size <= longestRecord } as const;
		this.overflow = { lost, newlines: 0, last: "\n" };
		this.skip(swallowed);
		return text.length;
	}

	/** A line longer than any record, with or without quotes: it is lost as one that never closes. */
	private plainOverflow(): void {
		this.unmark();
		this.row += 1;
		const lost = { why: "never-ends", row: this.row, line: this.line, cell: 0, lines: [], whole: false } as const;
		this.overflow = { lost, newlines: 0, last: "\n" };
		this.skip(this.carry);
		this.carry = "";
	}

	private skip(text: string): void {
		const { overflow } = this;
		if (overflow === undefined || text === "") return;
		if (overflow.last === "\r" && text.startsWith("\n")) overflow.newlines -= 1;
		overflow.newlines += newlinesIn(text);
		overflow.last = text.slice(-1);
	}

	private endsCell(text: string, at: number): boolean {
		const code = text.charCodeAt(at);
		return code === 10 || code === 13 || text[at] === this.separator;
	}

	/** Where an unquoted cell ends. */
	private cellEnd(text: string, from: number, length: number): number {
		let at = from;
		while (at < length && !this.endsCell(text, at)) at += 1;
		return at;
	}
}

/** Where a letter stands next before an end, else infinitely far. */
function nextOf(text: string, letter: string, from: number, end: number): number {
	const at = text.indexOf(letter, from);
	return at < 0 || at >= end ? Number.POSITIVE_INFINITY : at;
}

/** The quote that closes the cell opened at `open`; undefined where none does, or where the next piece may hold its twin. */
function closing(text: string, open: number, length: number, final: boolean): number | undefined {
	let at = text.indexOf('"', open + 1);
	while (at >= 0 && at < length) {
		if (at + 1 === length && !final) return undefined;
		if (text.charCodeAt(at + 1) !== 34 || at + 1 >= length) return at;
		at = text.indexOf('"', at + 2);
	}
	return undefined;
}

function lineEnd(text: string, from: number, length: number): number {
	let at = from;
	while (at < length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at += 1;
	return at;
}

function afterNewline(text: string, at: number): number {
	return at + (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1);
}

/** A cell that does not keep the text it was cut from. */
function copied(cell: string): string {
	return cell.length < sliced ? cell : ` ${cell}`.slice(1);
}

/** Newlines of every kind; `\r\n` is one. */
function newlinesIn(text: string): number {
	let n = 0;
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) n += 1;
	for (let at = text.indexOf("\r"); at >= 0; at = text.indexOf("\r", at + 1)) if (text[at + 1] !== "\n") n += 1;
	return n;
}
