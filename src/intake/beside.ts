/**
 * What stands beside a row's amount in columns that nobody reads: rows of one key and one amount that differ there are no copies,
 * but two meters, devices or deliveries whose column has a name that is not known. Source: the reading rules of this tool, table 3.
 */
import type { Header } from "../layout/header.ts";
import { besideCell } from "../ledger/contradiction.ts";
import type { KindWords } from "../reference/kind-words.ts";

/** Whole numbers, and dates and times behind them: what a column that counts rows holds. A device has letters. */
const counted = /^[\s\d]*$/;

/** What the unread columns of a header are, by their index; the columns of a wide table share it. */
const kindsOf = new WeakMap<Header["unread"], ReadonlyMap<number, "count" | "made" | "">>();

/**
 * Whether a cell only counts its row, or says when and by whom it was entered: 序号 1 and 序号 7 may stand before one and the same row.
 * The first argument is the index of the column.
 */
export function countsOrDates({ unread, words }: Header, kindWords: KindWords): (index: number, cell: string) => boolean {
	const kinds = kindsOf.get(unread) ?? new Map(unread.map((index) => [index, kindWords.ofEntry(words[index] ?? "")]));
	kindsOf.set(unread, kinds);
	return (index, cell) => {
		const kind = kinds.get(index);
		return kind === "made" || (kind === "count" && counted.test(cell));
	};
}

/**
 * The text of a row's unread cells, each with its header word, in an order that is not the table's; undefined where the table has no
 * such columns. A column without a word is none where its cell is blank.
 */
export function besideReader(header: Header, kindWords: KindWords): (cells: readonly string[]) => string | undefined {
	const { unread, words } = header;
	const idle = countsOrDates(header, kindWords);
	const asked = unread
		.map((index) => ({ index, word: words[index] as string }))
		.sort((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : a.index - b.index));
	if (asked.length === 0) return () => undefined;
	const named = asked.some(({ word, index }) => word !== "" && !idle(index, ""));
	return (cells) => {
		let text = "";
		for (const { index, word } of asked) {
			const cell = (cells[index] ?? "").trim();
			if (cell !== "" && !idle(index, cell)) text += besideCell(word, cell);
		}
		return named || text !== "" ? text : undefined;
	};
}
