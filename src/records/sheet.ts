/**
 * What every kind of source comes to: sheets of rows with places. A text is one sheet, packed or not; a workbook is several.
 * A new kind of source fills these shapes in a file of its own and stands on the shelf in `open.ts`.
 */
import type { Remark } from "../findings/finding.ts";
import type { Places } from "./source.ts";

/** The separators a text may be cut by. */
export const separators = [",", "\t", ";"] as const;
export type Separator = (typeof separators)[number];

/** The encodings a text may be in. */
export const encodings = ["utf-8", "gb18030", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof encodings)[number];

export const newlineKinds = ["CRLF", "LF", "CR"] as const;
export type NewlineKind = (typeof newlineKinds)[number];

/** A record with the row a spreadsheet shows and the physical line it begins on; both count from 1. */
export interface PlacedRecord {
	readonly cells: readonly string[];
	readonly row: number;
	readonly line: number;
	/** What is looked at of the sheet ends in it. */
	readonly cut?: true;
}

/** What is odd about a record that was read all the same: its quotes, its merged cells. */
export interface Quirks {
	/** The first cell in which a quote is a letter among others; null where none is. */
	readonly letter: number | null;
	/** The first quoted cell that spans lines; null where none does. */
	readonly spans: number | null;
	/** Cells that are merged with one above: they are blank, and belong to it. */
	readonly merged?: readonly Merged[];
}

/** A cell that is merged with one above, and what that one holds. */
export interface Merged {
	readonly index: number;
	readonly value: string;
}

/** Text that a quote swallowed: nobody knows how many rows it was. */
export interface LostText {
	/**
	 * Where the quote closes and the cell goes on, or never does; a line that is longer than any record; what stands before the
	 * place where the file was cut off, within a character.
	 */
	readonly why: "closes-early" | "backslash" | "never-closes" | "never-ends" | "cut-off";
	/** Where the record begins that it stands in. */
	readonly row: number;
	readonly line: number;
	/** The cell that it opens. */
	readonly cell: number;
	/** Its lines from the first of the record on; none where they are too many to keep. */
	readonly lines: readonly string[];
	/** Whether the lines are all that was lost. */
	readonly whole: boolean;
	readonly skippedLines: number;
}

/** What reading records calls back with; rows count from 1 and include blank ones. */
export interface RecordReader {
	readonly record: (cells: string[], row: number, line: number, quirks?: Quirks) => void;
	readonly lost: (text: LostText) => void;
	/** The text ends in the mark that old systems end a file with. */
	readonly endMark?: (row: number, line: number) => void;
}

/** One way of cutting a sheet into records: a text has one for each separator it may have, a workbook has one. */
export interface Cut {
	/** Null where cells are not cut from text. */
	readonly separator: Separator | null;
	/** The first records that hold something, of so many rows at most. */
	readonly opening: (rows: number) => readonly PlacedRecord[];
	/** Reads all records in order; holds nothing of the first rows, and may be called long after. */
	readonly read: (reader: RecordReader) => Promise<void>;
	/** The text as bytes; not there where cells are not cut from the text of a file. */
	readonly bytes?: TextBytes;
}

/** A text before it is decoded, for who knows its bytes. */
export interface TextBytes {
	readonly encoding: Encoding;
	/** By what cells stand apart, where they are no text of a file and these bytes are written for who reads bytes: they hold no NUL. */
	readonly written?: Separator;
	/** Unpacked, with the byte-order mark; of what is written for that, about. */
	readonly size: number;
	/** Bytes of the byte-order mark. */
	readonly markLength: number;
	/** All of it from the start; may be called again. */
	readonly pieces: () => Promise<AsyncIterable<Uint8Array>>;
	/** The same from any place on; not there where they are packed, or can only be read from the start. */
	readonly places?: Places;
}

/** How a text was decoded, and what told it. */
export interface Decoded {
	readonly encoding: Encoding;
	readonly toldBy: "asked" | "mark" | "valid-utf-8" | "not-utf-8";
	/** How lines end, as far as the first bytes show; in the order of `newlineKinds`. */
	readonly newlines: readonly NewlineKind[];
}

/** What is known of a sheet before its cells have a meaning. */
export interface SheetFacts {
	/** The source's name. */
	readonly file: string;
	/** Its name in a workbook; null where the file is the table. */
	readonly sheet: string | null;
	/** Of the file as it is stored. */
	readonly sha256: string;
	/** Null where cells are not text of a file. */
	readonly decoded: Decoded | null;
	/** Cells may hold NUL characters. */
	readonly mayHoldNul: boolean;
	/** What is to be told of it before its cells have a meaning. */
	readonly remarks: readonly CellRemark[];
}

/** Something to be told of cells by what they are, whatever they mean. */
export interface CellRemark {
	readonly about: Remark;
	/** Only where it is about a sheet that is not read. */
	readonly sheet?: string;
	/** 0 where it is about the whole sheet, or the whole file. */
	readonly row: number;
	/** The column's letter; empty where it is about none. */
	readonly column: string;
	readonly value: string;
}

/** The sheets of a source. */
export interface OpenedSheets {
	readonly sheets: readonly Sheet[];
	/** Hidden sheets without a number, which do not count; whether they are tables is to be seen. */
	readonly hiddenWords: readonly Sheet[];
	/** What is to be told of the file, and of sheets in it that are none. */
	readonly remarks: readonly CellRemark[];
}

/** A sheet whose first rows are at hand: to be dropped once the way it is cut is known, since it holds them. */
export interface Sheet extends SheetFacts {
	/** No cell of it holds a number: it may be a guide, or a list to choose from. */
	readonly onlyWords: boolean;
	/**
	 * The ways it may be cut, likeliest first. At a glance only the first few thousand letters are looked at, which nearly always
	 * hold the header: quicker, and none where the sheet is no larger than that.
	 */
	readonly cuts: (glance: boolean) => readonly Cut[];
}

/** Nothing but blanks in every cell. */
export function isBlank(cells: readonly string[]): boolean {
	return cells.every((cell) => cell === "" || cell.trim() === "");
}
