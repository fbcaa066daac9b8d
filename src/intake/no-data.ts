/** Rows among the data that are none: totals, notes, the header once more. Told from a row of data by its key cells. */
import type { ColumnName } from "../domain/tables.ts";
import { folded, plain } from "../reference/spelling.ts";
import type { Header } from "./header.ts";
import { firmColumn, remembering } from "./intake.ts";

/** What a row is, if it is no data; `word` is the cell that tells. */
export type NoData =
	| { readonly kind: "total"; readonly column: ColumnName; readonly word: string }
	| { readonly kind: "note"; readonly word: string }
	| { readonly kind: "header" };

const totalWords = /^(.*(合计|总计|小计|累计)|(grand |sub)?totals?|sum|合\s计)$/;
const noteWords =
	/^(注|备注|说明|附注|填表说明|数据来源|资料来源|填表人|填报人|制表人|制表|审核人|复核人|审核|复核|负责人|单位负责人|统计负责人|联系人|联系电话|note|notes|source|remark|remarks)\s*\d*\s*[:：.、]|^(注|备注|说明)\s*\d*$|^\*/;

const numeric = /^\s*[-+]?[.\d０-９]/;

/** Whether a cell says that its row is a total. */
export function isTotalWord(text: string): boolean {
	return totalWords.test(folded(text));
}

/**
 * Tells rows that are no data. A row whose period begins with a digit is data, unless its firm is a total: that is nearly every
 * row, and all that is asked of it.
 */
export function noDataReader(header: Header): (cells: readonly string[]) => NoData | undefined {
	const { at, words, width } = header;
	const who = firmColumn(header);
	const when = at.has("period") ? "period" : at.has("year") ? "year" : who;
	const [firmAt, whenAt] = [at.get(who) ?? -1, at.get(when) ?? -1];
	const amountsAt = header.amounts.length > 0 ? header.amounts.map(({ index }) => index) : [at.get("quantity") ?? -1];
	const isTotal = remembering(isTotalWord);

	return (cells) => {
		const firm = cells[firmAt] ?? "";
		const whenText = cells[whenAt] ?? "";
		const first = whenText.charCodeAt(0);
		const data = first >= 48 && first <= 57 && !whenText.endsWith("计") && firmAt !== whenAt;
		if (data) return isTotal(firm) ? { kind: "total", column: who, word: firm } : undefined;
		if (cells[0]?.trim() === words[0] && words.slice(0, width).every((word, index) => (cells[index] ?? "").trim() === word))
			return { kind: "header" };
		if (isTotal(whenText)) return { kind: "total", column: when, word: whenText };
		if (isTotal(firm)) return { kind: "total", column: who, word: firm };
		const written = cells.find((cell) => cell.trim() !== "") ?? "";
		const text = plain(written);
		// A note stands by itself: it has no amount.
		if (noteWords.test(text.toLowerCase()) && amountsAt.every((index) => !numeric.test(cells[index] ?? "")))
			return { kind: "note", word: written };
		return isTotal(text) && when !== who ? { kind: "total", column: when, word: text } : undefined;
	};
}
