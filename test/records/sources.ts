/** Named bytes for tests of reading: cut as asked, and read as a small file is or as a large one. */
import { Buffer } from "node:buffer";
import { readRecords } from "../../src/records/csv.ts";
import type { Encoding, RecordReader, Separator } from "../../src/records/sheet.ts";
import type { Source } from "../../src/records/source.ts";
import { type Survey, survey } from "../../src/records/survey.ts";
import { text } from "../../src/records/text.ts";

/** A source that gives its bytes in pieces of so many. */
export const inPieces = (bytes: Uint8Array, size: number = bytes.length || 1, name = "table.csv"): Source => ({
	name,
	bytes: async function* () {
		for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
	},
});

/** A small file is kept from its survey, a large one opened again and streamed: this survey says it is a large one. */
export const asLarge = (surveyed: Survey): Survey => ({ ...surveyed, size: surveyed.size + (1 << 30) });

export const readText = async (source: Source, surveyed: Survey): Promise<string> => {
	let whole = "";
	for await (const chunk of text(source, surveyed)) whole += chunk;
	return whole;
};

export interface Reading {
	readonly records: readonly { readonly cells: readonly string[]; readonly row: number; readonly line: number }[];
	/** Row, line and lines skipped of text that a quote swallowed. */
	readonly lost: readonly (readonly [string, number, number, number])[];
}

/** All records of a source, as a small file or as a large one is read. */
export const read = async (
	source: Source,
	{ separator = ",", large = false, encoding }: { separator?: Separator; large?: boolean; encoding?: Encoding } = {},
): Promise<Reading> => {
	const records: { cells: string[]; row: number; line: number }[] = [];
	const lost: [string, number, number, number][] = [];
	const reader: RecordReader = {
		record: (cells, row, line) => records.push({ cells: [...cells], row, line }),
		lost: ({ why, row, line, skippedLines }) => lost.push([why, row, line, skippedLines]),
	};
	const surveyed = await survey(source, encoding);
	await readRecords(source, large ? asLarge(surveyed) : surveyed, separator, reader);
	return { records, lost };
};

export const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf8"));
export const utf16le = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
export const utf16be = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le").swap16());
export const withMark = (bytes: Uint8Array): Uint8Array => new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]);

/** GB18030 of the few characters that tests use, from the standard's tables; ASCII is itself. */
const table: Readonly<Record<string, readonly number[]>> = {
	企: [0xc6, 0xf3],
	业: [0xd2, 0xb5],
	能: [0xc4, 0xdc],
	源: [0xd4, 0xb4],
	电: [0xb5, 0xe7],
	力: [0xc1, 0xa6],
	吨: [0xb6, 0xd6],
	"，": [0xa3, 0xac],
	"€": [0xa2, 0xe3],
	// Four bytes: U+3402, which GBK lacks, and U+20000, beyond the basic plane.
	㐂: [0x81, 0x39, 0xef, 0x31],
	"\u{20000}": [0x95, 0x32, 0x82, 0x36],
};
export const gb18030 = (text: string): Uint8Array =>
	new Uint8Array(
		[...text].flatMap((character) => {
			const code = character.codePointAt(0) as number;
			const bytes = code < 0x80 ? [code] : table[character];
			if (bytes === undefined) throw new Error(`no GB18030 here for ${character}`);
			return bytes;
		}),
	);
