/** A text of separated values to records, and the separators it may be cut by. */
import { Cutter } from "./cutter.ts";
import { isBlank, type PlacedRecord, type RecordReader, type Separator, separators } from "./sheet.ts";
import type { Source } from "./source.ts";
import type { Survey } from "./survey.ts";
import { text } from "./text.ts";

/** Reads all records of a source in order; what quotes swallowed is told in its place. */
export async function readRecords(source: Source, surveyed: Survey, separator: Separator, reader: RecordReader): Promise<void> {
	const cutter = new Cutter(separator, reader);
	let cutOff = false;
	const note = (): void => {
		cutOff = true;
	};
	for await (const chunk of text(source, surveyed, note)) cutter.push(chunk);
	cutter.end(cutOff);
}

/**
 * The first records of a text, blank ones left out: where titles and the header stand. `ends`: where the text does, its last
 * record does, too; else that is cut.
 */
export function openingRecords(text: string, separator: Separator, most: number, ends = true): PlacedRecord[] {
	const found: PlacedRecord[] = [];
	let atEnd = false;
	const cutter = new Cutter(
		separator,
		{
			record: (cells, row, line) => {
				if (!isBlank(cells)) found.push({ cells, row, line, ...(atEnd && !ends ? { cut: true } : {}) });
			},
			// Of a quote that is still open the rest may close it.
			lost: ({ row, line }) => {
				if (atEnd && !ends) found.push({ cells: [], row, line, cut: true });
			},
		},
		most,
	);
	cutter.push(text);
	atEnd = true;
	cutter.end();
	return found;
}

/** Separators as often as they occur outside quotes, commonest first; the order of the list where they occur alike. */
export function likelySeparators(text: string): Separator[] {
	const bare = text.replace(/"[^"]*"/g, "");
	const times = new Map(separators.map((separator) => [separator, bare.split(separator).length]));
	return [...separators].sort((a, b) => (times.get(b) as number) - (times.get(a) as number));
}
