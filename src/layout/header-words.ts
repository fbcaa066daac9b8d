/** Words of headers that name no column by themselves: amounts, parts of an amount, letters and numbers of the forms. */
import { ofWhich } from "../reference/kind-words.ts";
import { aspectOf } from "./aspect.ts";
import type { HeaderReference } from "./layout.ts";
import { meaning } from "./meaning.ts";

const amountWord =
	/^(?:实物量?|合计|总量|总计|数量|数值|本年实际|本期实际|实际|实际数|消费量|消耗量|使用量|用量|产量|amount|quantity|total|physical(?: amount| quantity)?)$/i;

/** Whether a word under another says that the column is the amount of what stands above: 实物量, 合计. */
export function isAmountWord(word: string): boolean {
	return amountWord.test(word);
}

/** Parts of a consumption that the forms list beside it: the first two are all of it. */
export type AmountPart = "industrial" | "non-industrial" | "transport" | "feedstock";

/** Which part a column is of, where the forms say how it lies in the whole. */
export function amountPart(header: string): AmountPart | undefined {
	const word = ofWhich(header) ?? header;
	if (/^(?:非工业生产消费|non-industrial)/i.test(word)) return "non-industrial";
	if (/^(?:工业生产消费|industrial)/i.test(word)) return "industrial";
	if (/运输工具|transport/i.test(word)) return "transport";
	return /原材料/.test(word) ? "feedstock" : undefined;
}

/** The row of letters and numbers that forms have below their header: 甲, 乙, 丙, 1, 2. */
export function isLetters(cells: readonly string[]): boolean {
	return cells.every((cell) => /^(?:[甲乙丙丁戊己庚辛壬癸]|\d{1,2}|[-—])$/.test(cell));
}

/** Whether a cell is a word that stands under others in a header: of an amount, of a part, of when, a unit. */
export function isMark(cell: string, { columns, units, kindWords }: HeaderReference): boolean {
	if (/^(?:合计|小计|总量|金额|增减|名称|产量)(?:\(.*\)|%)?$/.test(cell)) return true;
	if (kindWords.ofPart(cell) || isAmountWord(cell.replace(/\([^()]*\)$/, ""))) return true;
	if (units.find(cell.replace(/^\((.*)\)$/, "$1")) !== undefined) return true;
	const said = aspectOf(cell);
	if (said !== undefined && (said.rest === "" || /^(?:量|数|煤|准煤|同期|同月|实际|%)*(?:\([^()]*\))?$/.test(said.rest)))
		return true;
	return meaning(cell, "energy", columns)?.column === "quantity";
}
