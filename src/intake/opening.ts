/** Where the table begins: which separator cuts it, which row is the header, what stands above it. */
import { likelySeparators, openingRecords, type PlacedRecord, type Separator } from "../csv/records.ts";
import type { TableKind } from "../domain/words.ts";
import type { Reference } from "../reference/reference.ts";
import { readCaption } from "./caption.ts";
import { type Header, readHeader } from "./header.ts";

export interface Opening {
	readonly separator: Separator;
	readonly header: Header;
	/** Rows above the header that hold something. */
	readonly titles: readonly PlacedRecord[];
}

/** A header is looked for in so many rows: forms have a few title lines, never a page of them. */
const mostTitles = 30;

/** So much of a file holds its titles and its header, nearly always; looking at less of it is quicker. */
const quickLook = 4096;

/**
 * Finds the header in the first rows of a file. Separators are tried as often as they occur; of the rows the first whose words
 * make a whole table, else the first that looks like one. `firstWords` tell what stands first where there is none.
 */
export function openingOf(
	head: string,
	forced: TableKind | undefined,
	reference: Reference,
): Opening | { readonly firstWords: readonly string[] } {
	if (head.length > quickLook) {
		const quick = look(head.slice(0, quickLook), true, forced, reference);
		if ("header" in quick && isWhole(quick.header)) return quick;
	}
	return look(head, false, forced, reference);
}

/** `cut`: the text ends in the middle of a record, which says nothing. */
function look(
	head: string,
	cut: boolean,
	forced: TableKind | undefined,
	reference: Reference,
): Opening | { readonly firstWords: readonly string[] } {
	let firstWords: readonly string[] = [];
	let doubtful: Opening | undefined;
	for (const separator of likelySeparators(head)) {
		const found = openingRecords(head, separator, mostTitles);
		const records = cut ? found.slice(0, -1) : found;
		if (firstWords.length === 0) firstWords = records[0]?.cells ?? [];
		for (const [index, { cells, row, line }] of records.entries()) {
			const bare = readHeader(cells, forced, reference);
			if (bare === undefined) continue;
			const titles = records.slice(0, index);
			const given = titles.length === 0 ? [] : readCaption(titles, reference);
			const header =
				titles.length === 0 && row === 1 ? bare : (readHeader(cells, forced, reference, given, { row, line }) as Header);
			const opening = { separator, header, titles };
			if (isWhole(header)) return opening;
			doubtful = better(doubtful, opening);
		}
	}
	return doubtful ?? { firstWords };
}

/** A list of firms can be two labelled cells of a title: the table itself may stand below. */
function isWhole({ usable, kind }: Header): boolean {
	return usable && kind !== "firms";
}

/** One that is usable before one that is not, else the earlier. */
function better(a: Opening | undefined, b: Opening): Opening {
	return a === undefined || (!a.header.usable && b.header.usable) ? b : a;
}
