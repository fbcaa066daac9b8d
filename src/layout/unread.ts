/**
 * Layouts that are known and not read: each is named, so that no amount of it is taken for another.
 * Source: the reading rules of this tool, headers.
 */
import type { UnreadLayout } from "../findings/trouble.ts";
import type { PlacedRecord } from "../records/sheet.ts";
import { headerText } from "../reference/spelling.ts";
import { unitChoice } from "../reference/unit-choice.ts";
import { amountOf } from "./amount.ts";
import { aspectOf } from "./aspect.ts";
import type { Header } from "./header.ts";
import type { HeaderRows } from "./header-rows.ts";
import type { HeaderReference } from "./layout.ts";
import { meaning } from "./meaning.ts";
import { periodColumn } from "./period-column.ts";

export interface Unread {
	readonly layout: UnreadLayout;
	readonly row: number;
	/** The words that show it. */
	readonly words: readonly string[];
}

const month =
	/^(?:(?:19|20)\d{2}[年./-])?(?:0?[1-9]|1[0-2])月(?:份)?$|^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?$/i;
const yearMonth = /^(?:19|20)\d{2}[-/.](?:0[1-9]|1[0-2])$/;
const year = /^(?:19|20)\d{2}(?:年(?:度)?)?(?:实际)?$/;
/** `2024年电力消费量(万千瓦时)`; the year of constant prices is none of the amount. */
const yearInName = /^(?:19|20)\d{2}年(?:度)?(?!度?$|实际$|(?:不变价|可比价|价))\D/;
const exported = /^[^;]+;(?:.*)(?:本年|本月|上年|去年|同期|累计|消费量|合计|增速)|^指标;/;
/** The first row of the balance that statistics offices draw up. */
const regional = /^(?:一、)?可供(?:本地区)?消费的?能源量/;
const composite = /\([^()]*(?:或|t\s?[,/、]\s?万|GJ\/t\s?[,、])[^()]*\)/i;
const oneCarrier = /^(?:能源名称|能源品种|品种名称|品种)\s?:\s?\S/;

/** What layout makes a row and those around it no table that is read; `header` is what it was read as, where it was. */
export function unreadLayout(
	rows: HeaderRows,
	records: readonly PlacedRecord[],
	index: number,
	header: Header | undefined,
	reference: HeaderReference,
): Unread | undefined {
	const record = records[index] as PlacedRecord;
	const balance = record.cells.map(headerText).find((cell) => regional.test(cell));
	if (balance !== undefined) return { layout: "regional-balance", row: record.row, words: [balance] };
	const words = rows.texts.map(headerText);
	const shown = (layout: UnreadLayout, test: (word: string) => boolean, least: number): Unread | undefined => {
		const found = words.filter((word) => word !== "" && test(word));
		return found.length < least ? undefined : { layout, row: record.row, words: found };
	};
	if (rows.unclear.length > 0) return { layout: "two-header-rows", row: rows.place.row, words: rows.unclear };
	const hasQuantity = header?.at.has("quantity") === true || (header?.amounts.length ?? 0) > 0;
	// One month or year is a column of amounts where the header has names of what they are of and no other amounts.
	const named = header?.at.has("carrier") === true || header?.at.has("indicator") === true;
	const least = named && !hasQuantity ? 1 : 2;
	const carrierAbove = records.slice(0, index).some(({ cells }) => cells.some((cell) => oneCarrier.test(headerText(cell))));
	const isMonth = (word: string): boolean => month.test(word) || yearMonth.test(word);
	const read = header?.layout === "across";
	const ofPeriod = new Set(read ? words.filter((word) => periodColumn(word) !== undefined) : []);
	return (
		(carrierAbove && !read ? shown("one-carrier", isMonth, 2) : undefined) ??
		(read ? undefined : shown("months-across", isMonth, least)) ??
		(read ? undefined : shown("years-across", (word) => year.test(word), least)) ??
		(header?.layout === "wide" && !saysWhen(header)
			? undefined
			: shown(
					"year-in-names",
					(word) =>
						!ofPeriod.has(word) &&
						yearInName.test(word) &&
						(names(word.replace(/^\d{4}年(?:度)?/, ""), reference) || (read && bought.test(word))),
					1,
				)) ??
		(words.some((word) => word !== "" && !word.includes(";")) ? shown("export", (word) => exported.test(word), 1) : undefined) ??
		shown("composite-units", (word) => composite.test(word) && measured(word) && !offersUnits(word, reference), 1) ??
		readings(words, record.row, header, reference) ??
		severalAmounts(words, record.row, header, reference) ??
		twoHeaderRows(words, records[index + rows.rows.length], reference)
	);
}

function saysWhen({ at }: Header): boolean {
	return at.has("period") || at.has("year") || at.has("month");
}

/** Purchases decide what counts of some carriers: beside years across they are not read, and not passed over. */
const bought = /(?:购进|购入|外购|购买|采购)(?!金额|价)/;

/** Whether what is left of a word is an amount of something. */
function names(word: string, reference: HeaderReference): boolean {
	return amountOf(word, 0, reference) !== undefined || /(?:消费|消耗|使用|用|产|发电|产值|增加值)[^()]*(?:\(|量|$)/.test(word);
}

/** Whether all that stands in brackets are units: which of them a row has follows from its carrier. */
function offersUnits(word: string, { units }: HeaderReference): boolean {
	const brackets = /\(([^()]*)\)$/.exec(word)?.[1];
	return brackets !== undefined && unitChoice(brackets, units) !== undefined;
}

function measured(word: string): boolean {
	return /消耗|消费|用量|数量|发热|热值|含碳|consum|quantity|heat/i.test(word);
}

/** What a meter showed, and what its difference is multiplied by. */
const reading = /表底|底数|示数|读数|抄见|[起止]码|[起止]度|[起止]数|倍率|变比|乘率|meter reading/i;
const differenceWord = /^(?:两次|本期|本月)?(?:之)?差(?:值|额|数|量)?$/;
/** 本月 alone: this month's amount, or what the meter showed at its end. */
const bareNow = /^(?:本月|当月|本期|本次)(?:数|值)?$/;

/** Readings of a meter, of which none is an amount: without a column of what was used, or with one that may be a reading. */
function readings(
	words: readonly string[],
	row: number,
	header: Header | undefined,
	{ columns }: HeaderReference,
): Unread | undefined {
	if (header === undefined || header.kind !== "energy" || header.amounts.length > 0) return undefined;
	const found = words.filter((word) => reading.test(word) || differenceWord.test(word));
	const used = words.filter((word) => word !== "" && meaning(word, "energy", columns)?.column === "quantity");
	if (found.length === 0 || !used.every((word) => bareNow.test(word) || reading.test(word))) return undefined;
	return { layout: "meter-readings", row, words: [...used, ...found.filter((word) => !used.includes(word))] };
}

/** Columns that each could be the amount of a row: this month's and from January on, or one that says neither. */
function severalAmounts(
	words: readonly string[],
	row: number,
	header: Header | undefined,
	reference: HeaderReference,
): Unread | undefined {
	if (header === undefined) return undefined;
	if (header.amounts.length > 0) return undefined;
	const amounts = words.filter((word) => word !== "" && meaning(word, header.kind, reference.columns)?.column === "quantity");
	// 实物量 beside 合计: a form that lost its upper header row. 工业生产消费 beside 消费量 is a part of it.
	const bare = words.filter((word) => bareAmount.test(word));
	if (amounts.length > 0 && bare.length > 0) return { layout: "several-amounts", row, words: [...amounts, ...bare] };
	const aspects = amounts.map((word) => aspectOf(word)?.aspect);
	if (amounts.length > 1 && aspects.some((one) => one !== undefined))
		return { layout: aspects.includes("to-date") ? "month-and-to-date" : "several-amounts", row, words: amounts };
	const titled = header.given.some(({ column, value }) => column === "year" && !/^\d{4}$/.test(value));
	const byMonth = header.at.has("period") || header.at.has("month") || titled;
	return aspects[0] === "year" && byMonth ? { layout: "month-or-to-date", row, words: amounts } : undefined;
}

/** An amount of a row that does not say of what; 用于 and its like are parts of one. */
const bareAmount = /^(?:合计|小计|总计|总量|其中)$/;

/** A row under the header that holds nothing but words of columns. */
function twoHeaderRows(
	words: readonly string[],
	under: PlacedRecord | undefined,
	reference: HeaderReference,
): Unread | undefined {
	const { columns, carriers } = reference;
	const known = words.some(
		(word) =>
			word !== "" &&
			(meaning(word, "energy", columns) !== undefined ||
				meaning(word, "output", columns) !== undefined ||
				carriers.find(word) !== undefined),
	);
	if (!known || under === undefined) return undefined;
	// A firm is named in a row of data, and in no header.
	const who = words.findIndex((word) =>
		["firm", "firm_name", "credit_code"].includes(meaning(word, "energy", columns)?.column ?? ""),
	);
	const named = who < 0 ? "" : headerText(under.cells[who] ?? "");
	if (named !== "" && !isPart(named, reference) && !lettered.test(named) && meaning(named, "energy", columns) === undefined)
		return undefined;
	const cells = under.cells.map(headerText).filter((cell) => cell !== "");
	const parts = cells.filter((cell) => isPart(cell, reference));
	const amounts = cells.some((cell) => /^[-+.\d]/.test(cell) && !isPart(cell, reference));
	const most = parts.length * 2 >= cells.length || (parts.length > 1 && headerText(under.cells[0] ?? "") === "");
	return amounts || parts.length === 0 || !most || cells.every((cell) => lettered.test(cell))
		? undefined
		: { layout: "two-header-rows", row: under.row, words: cells };
}

/** The row of letters and numbers that forms have below their header. */
const lettered = /^(?:[甲乙丙丁戊己庚辛壬癸]|\d{1,2})$/;

function isPart(cell: string, { columns, units }: HeaderReference): boolean {
	if (/^(?:合计|小计|总量|金额|增减|名称|产量)(?:\(.*\)|%)?$/.test(cell)) return true;
	if (units.find(cell.replace(/^\((.*)\)$/, "$1")) !== undefined) return true;
	const said = aspectOf(cell);
	if (said !== undefined && (said.rest === "" || /^(?:量|数|煤|准煤|同期|同月|实际|%)*(?:\([^()]*\))?$/.test(said.rest)))
		return true;
	return meaning(cell, "energy", columns)?.column === "quantity";
}
