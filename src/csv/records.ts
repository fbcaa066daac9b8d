/** csv-parse behind one door: text to records, with the row a spreadsheet shows and the physical line. */
import { type Options, parse as parseAtOnce } from "csv-parse/sync";
import type { Source } from "./source.ts";
import { headLength, type Survey } from "./survey.ts";
import { text } from "./text.ts";

export const separators = [",", "\t", ";"] as const;
export type Separator = (typeof separators)[number];

function rulesOf(separator: Separator): Options {
	return {
		delimiter: separator,
		// csv-parse learns one newline from the first line and takes others for text: name them all.
		record_delimiter: ["\r\n", "\n", "\r"],
		relax_column_count: true,
		relax_quotes: true,
		skip_records_with_error: true,
	};
}

/** Files up to this size are parsed in one go: setting up streams costs more than reading them. */
const small = headLength;

/** What reading records calls back with; rows count from 1 and include blank ones. */
export interface RecordReader {
	readonly record: (cells: string[], row: number, line: number) => void;
	/** A quote was opened here and never closed: what followed, so many lines, is lost to reading. */
	readonly unclosed: (row: number, line: number, skippedLines: number) => void;
}

/**
 * Reads all records of a source in order. A stray quote inside a cell is kept as text (the cell's meaning is then judged
 * like any other); an unclosed one is told at the row where its record begins.
 */
export async function readRecords(source: Source, surveyed: Survey, separator: Separator, reader: RecordReader): Promise<void> {
	const rules = rulesOf(separator);
	let row = 0;
	let line = 1;
	let quotes = false;
	let newlines = 0;
	let lastCharacter = "\n";
	// Told after the end: records before the quote may still be waiting to be read.
	let unclosed = false;
	const take = (cells: string[]): void => {
		row += 1;
		reader.record(cells, row, line);
		line += 1;
		// Only a quoted cell can hold a newline; counting them for every cell would cost a tenth of the time.
		if (quotes) for (const cell of cells) line += newlinesIn(cell);
	};
	const finish = (): void => {
		if (!unclosed) return;
		const lines = newlines + (lastCharacter === "\n" || lastCharacter === "\r" ? 0 : 1);
		reader.unclosed(row + 1, line, lines - line + 1);
	};
	const watched = async function* (): AsyncGenerator<string> {
		for await (const chunk of text(source, surveyed)) {
			if (!quotes) quotes = chunk.includes('"');
			// Lines are counted only once a quote has been seen: before that, a row is a line.
			if (lastCharacter === "\r" && chunk.startsWith("\n")) newlines -= 1;
			newlines += newlinesIn(chunk);
			lastCharacter = chunk[chunk.length - 1] as string;
			yield chunk;
		}
	};
	const skipped = (): undefined => {
		unclosed = true;
	};
	if (surveyed.size <= small) {
		let whole = "";
		for await (const chunk of watched()) whole += chunk;
		for (const cells of parseAtOnce(whole, { ...rules, on_skip: skipped }) as string[][]) take(cells);
		finish();
		return;
	}
	// Streams load only for files that need them.
	const { readStream } = await import("./record-stream.ts");
	await readStream(watched(), rules, skipped, take);
	finish();
}

function newlinesIn(cell: string): number {
	let n = 0;
	for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) n += 1;
	// A lone carriage return ends a line too.
	for (let at = cell.indexOf("\r"); at >= 0; at = cell.indexOf("\r", at + 1)) if (cell[at + 1] !== "\n") n += 1;
	return n;
}

/** A record with the row a spreadsheet shows and the physical line it begins on. */
export interface PlacedRecord {
	readonly cells: readonly string[];
	readonly row: number;
	readonly line: number;
}

/** The first records of a text, blank ones left out: where titles and the header stand. The last may be cut. */
export function openingRecords(text: string, separator: Separator, most: number): PlacedRecord[] {
	const found: PlacedRecord[] = [];
	let line = 1;
	for (const [index, cells] of (parseAtOnce(text, { ...rulesOf(separator), to: most }) as string[][]).entries()) {
		if (!isBlank(cells)) found.push({ cells, row: index + 1, line });
		line += 1;
		for (const cell of cells) line += newlinesIn(cell);
	}
	return found;
}

/** Separators as often as they occur outside quotes, commonest first; the order of the list where they occur alike. */
export function likelySeparators(text: string): Separator[] {
	const bare = text.replace(/"[^"]*"/g, "");
	const times = new Map(separators.map((separator) => [separator, bare.split(separator).length]));
	return [...separators].sort((a, b) => (times.get(b) as number) - (times.get(a) as number));
}

/** Nothing but blanks in every cell. */
export function isBlank(cells: readonly string[]): boolean {
	return cells.every((cell) => cell === "" || cell.trim() === "");
}
