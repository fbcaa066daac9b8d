/** Rows among the data that are none: totals, notes, the header once more. Told from a row of data by its key cells. */

import type { ColumnName } from "../contract/tables.ts";
import { readStamp, readYearAnd } from "../domain/period.ts";
import { longestName } from "../findings/bounds.ts";
import { plain } from "../reference/spelling.ts";
import { isTotalWord } from "../reference/words.ts";
import { firmColumn, sinceLast } from "./cells.ts";
import type { Header } from "./header.ts";

/** What a row is, if it is no data; `word` is the cell that tells. */
export type NoData =
	| { readonly kind: "total"; readonly column: ColumnName; readonly word: string }
	| { readonly kind: "note"; readonly word: string }
	| { readonly kind: "header" };

const noteWords =
	/^(注|备注|说明|附注|填表说明|数据来源|资料来源|填表人|填报人|制表人|制表|审核人|复核人|审核|复核|负责人|单位负责人|统计负责人|联系人|联系电话|note|notes|source|remark|remarks)\s*\d*\s*[:：.、]|^(注|备注|说明)\s*\d*$|^\*/;

const numeric = /^\s*[-+]?[.\d０-９]/;

/**
 * Tells rows that are no data. A row whose period begins with a digit is data, unless its firm is a total: that is nearly every
 * row, and all that is asked of it.
 */
export function noDataReader(header: Header): (cells: readonly string[]) => NoData | undefined {
	const { at } = header;
	const who = firmColumn(header);
	const when = at.has("period") ? "period" : at.has("year") ? "year" : who;
	const [firmAt, whenAt] = [at.get(who) ?? -1, at.get(when) ?? -1];
	const amountsAt = header.amounts.length > 0 ? header.amounts.map(({ index }) => index) : [at.get("quantity") ?? -1];
	const isTotal = sinceLast(isTotalWord);
	const yearAt = when === "period" ? (at.get("year") ?? -1) : -1;
	/** The row above is a note, which may go on. */
	let inNote = false;

	const read = (cells: readonly string[]): NoData | undefined => {
		const firm = cells[firmAt] ?? "";
		const whenText = cells[whenAt] ?? "";
		const first = whenText.charCodeAt(0);
		const data =
			first >= 48 && first <= 57 && (!whenText.endsWith("计") || readStamp(plain(whenText)) !== undefined) && firmAt !== whenAt;
		if (data) {
			if (isTotal(firm)) return { kind: "total", column: who, word: firm };
			// 合计 in the column that counts the rows, and no firm: a total of all of them.
			const first = firm.trim() === "" ? (cells.find((cell) => cell.trim() !== "") ?? "") : "";
			return first !== "" && isTotal(first) ? { kind: "total", column: who, word: first } : undefined;
		}
		// 合计 beside a year in a column of its own is that year.
		if (yearAt >= 0 && typeof readYearAnd(plain(cells[yearAt] ?? ""), plain(whenText)) !== "string")
			return isTotal(firm) ? { kind: "total", column: who, word: firm } : undefined;
		if (header.rows.some((row) => row.every((word, index) => (cells[index] ?? "").trim() === word.trim())))
			return { kind: "header" };
		if (isLettered(cells)) return { kind: "header" };
		if (isTotal(whenText)) return { kind: "total", column: when, word: whenText };
		if (isTotal(firm)) return { kind: "total", column: who, word: firm };
		const written = cells.find((cell) => cell.trim() !== "") ?? "";
		// What a note begins with, or a word of total, is among its first letters.
		const text = plain(written.slice(0, longestName));
		// A note stands by itself: it has no amount.
		if (noteWords.test(text.toLowerCase()) && amountsAt.every((index) => !numeric.test(cells[index] ?? "")))
			return { kind: "note", word: written };
		if (inNote && goesOn(written, text) && cells.every((cell) => cell === written || cell.trim() === ""))
			return { kind: "note", word: written };
		return isTotal(text) && when !== who && header.labels.length === 0 ? { kind: "total", column: when, word: text } : undefined;
	};
	return (cells) => {
		const found = read(cells);
		inNote = found?.kind === "note";
		return found;
	};
}

/** Whether what stands alone in a row below a note is more of it: a sentence, or a point of a list. */
function goesOn(written: string, text: string): boolean {
	return (
		/[。；=]/.test(written) || /^\s/.test(written) || /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、)]|^\(\d{1,2}\)/.test(text)
	);
}

const longestLetter = 4;

/** `甲,乙,丙,1,2,3`: how forms name their columns below the header. */
function isLettered(cells: readonly string[]): boolean {
	const filled = cells.filter((cell) => cell !== "");
	// The first that is longer than any such letter ends it.
	if (filled.some((cell) => cell.length > longestLetter && cell.trim().length > longestLetter)) return false;
	const written = filled.map(plain).filter((cell) => cell !== "");
	return (
		written.includes("甲") &&
		written.length > 1 &&
		written.every((cell) => /^(?:[甲乙丙丁戊己庚辛壬癸]|\d{1,2}|[-—])$/.test(cell))
	);
}
