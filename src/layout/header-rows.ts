/**
 * Header rows that stand below each other, as one row of words: `消费量` over `合计`, `烟煤(吨)` over `实物量`. A cell above that spans
 * several columns stands in the first of them. Source: the reading rules of this tool, headers.
 */
import type { PlacedRecord } from "../records/sheet.ts";
import { headerText } from "../reference/spelling.ts";
import { amountOf } from "./amount.ts";
import { aspectOf } from "./aspect.ts";
import { isAmountWord, isLetters, isMark } from "./header-words.ts";
import type { HeaderReference } from "./layout.ts";
import { meaning } from "./meaning.ts";
import { periodColumn } from "./period-column.ts";

export interface HeaderRows {
	/** The words as they are shown, those of one column joined by a point. */
	readonly words: readonly string[];
	/** What each column's words come to, as one word. */
	readonly texts: readonly string[];
	/** Its rows as they stand. */
	readonly rows: readonly (readonly string[])[];
	/** Where its last row stands. */
	readonly place: { readonly row: number; readonly line: number };
	/** Columns whose words together are not understood, as they are shown. */
	readonly unclear: readonly string[];
}

/** Wider tables are exports of programs, which have one row of words. */
const mostColumns = 1000;

/** Headers of the forms have up to so many rows. */
const mostRows = 3;

/** A header of one row. */
export function oneRow(cells: readonly string[], place: HeaderRows["place"]): HeaderRows {
	const words = cells.map((cell) => cell.trim());
	const texts = withoutLetters(words).map((word) => exported(word) ?? word);
	return { words, texts, rows: [cells], place, unclear: [] };
}

const letterBefore = /^([A-Z])\s?(?:[(（]=[^()（）]*[)）])?\s?(?=\p{L}|$)/u;

/** `A序号`, `B燃料品种`, `E(=C×D)燃料热量`: the letters by which a form names its columns, one after the other, are no part of their words. */
function withoutLetters(words: readonly string[]): readonly string[] {
	const [first] = words;
	if (first === undefined || !/^A\s?[^A-Za-z]/.test(first)) return words;
	const letters = words.map((word) => letterBefore.exec(word)?.[1] ?? "");
	const inOrder = letters.every((letter, at) => letter !== "" && (at === 0 || letter > (letters[at - 1] as string)));
	return inOrder && words.length > 2 ? words.map((word) => word.replace(letterBefore, "")) : words;
}

/** The header that begins at a record: one row, or as many as stand below it and hold nothing but words of columns. */
export function headerRowsAt(records: readonly PlacedRecord[], index: number, reference: HeaderReference): HeaderRows {
	const first = records[index] as PlacedRecord;
	let found = oneRow(first.cells, { row: first.row, line: first.line });
	for (const under of records.slice(index + 1, index + mostRows)) {
		const { words, texts, rows, unclear } = found;
		if (!isUnder(texts, under, reference)) break;
		const { cells, row, line } = under;
		const width = Math.max(words.length, cells.length);
		const joined = Array.from({ length: width }, (_, at) => joinedAt(texts, words, cells, at, reference));
		found = {
			words: joined.map(({ word }) => word),
			texts: joined.map(({ text }) => text),
			rows: [...rows, cells],
			place: { row, line },
			unclear: [...unclear, ...joined.flatMap(({ word, clear }) => (clear ? [] : [word]))],
		};
	}
	// 甲, 乙, 1, 2 below the header are its last row.
	const letters = records[index + found.rows.length];
	if (letters === undefined || !letters.cells.some((cell) => headerText(cell) === "甲")) return found;
	const filled = letters.cells.map(headerText).filter((cell) => cell !== "");
	return isLetters(filled) && filled.length > 1
		? { ...found, rows: [...found.rows, letters.cells], place: { row: letters.row, line: letters.line } }
		: found;
}

/** `原煤;本年-1-本月`: how platforms export what stands below each other in their forms. Undefined where it does not say of when. */
function exported(word: string): string | undefined {
	const parts = /^([^;；]+)[;；]([^;；]+)$/.exec(word);
	if (parts === null) return undefined;
	const above = headerText(parts[1] as string);
	const under = headerText(parts[2] as string).replace(/^(?:本年|今年)[-—](?=[本当]月)/, "");
	const said = aspectOf(under);
	if (said === undefined || said.aspect === "year" || said.aspect === "now") return undefined;
	return beside.has(said.aspect) ? `${above}(${under})` : withUnitLast(above, under);
}

interface Joined {
	readonly word: string;
	readonly text: string;
	readonly clear: boolean;
}

/** A column's word from the one above and the one below. */
function joinedAt(
	texts: readonly string[],
	words: readonly string[],
	below: readonly string[],
	at: number,
	reference: HeaderReference,
): Joined {
	const under = headerText(below[at] ?? "");
	const own = texts[at] ?? "";
	if (under === "") return { word: words[at] ?? "", text: own, clear: true };
	let from = at;
	while (from > 0 && headerText(texts[from] ?? "") === "" && headerText(below[from - 1] ?? "") !== "") from -= 1;
	const above = headerText(texts[from] ?? "");
	const lower = (below[at] ?? "").trim();
	if (above === "") return { word: lower, text: under, clear: true };
	const text = together(above, under, reference);
	return { word: `${words[from]}·${lower}`, text: text ?? `${above}·${under}`, clear: text !== undefined };
}

const lastBrackets = /^(.*?)\s*(\([^()]*\))$/;

/** What a word and the word below it come to; undefined where they are not understood. */
function together(above: string, under: string, reference: HeaderReference): string | undefined {
	const { units } = reference;
	const [, bare = under, brackets = ""] = lastBrackets.exec(under) ?? [];
	if (units.find(under.replace(/^\((.*)\)$/, "$1")) !== undefined) return `${above}(${under.replace(/^\((.*)\)$/, "$1")})`;
	const months = periodColumn(under);
	if (periodColumn(above)?.of === "year" && months !== undefined) {
		if (months.of === "month") return `${periodColumn(above)?.text}年${under}`;
		return months.of === "total" ? `${above}${under}` : undefined;
	}
	const group = aspectOf(above);
	const said = aspectOf(under);
	// 上年同期 over 本月, 金额 under 购进量: none of this year's amounts, whatever the other word is.
	if (group !== undefined && beside.has(group.aspect)) return `${above}${under}`;
	const quantity = meaning(above, "energy", reference.columns)?.column === "quantity";
	// 合计(tce) among the carriers under 消费量 is the total of all of them.
	if (quantity && /^(?:合计|总计)$/.test(bare) && brackets !== "") return under;
	if (isAmountWord(bare)) return group?.aspect === "year" && group.rest === "" ? under : `${above}${brackets}`;
	if (group?.rest === "" && said !== undefined) return under;
	if (said?.aspect === "equivalent") return `${above.replace(unitLast(above, units), "")}(${bare})${brackets || "(tce)"}`;
	if (said !== undefined && beside.has(said.aspect)) return `${above.replace(unitLast(above, units), "")}(${bare})${brackets}`;
	if (said !== undefined && said.rest.replace(/\([^()]*\)$/, "") === "") return `${withUnitLast(above, bare)}${brackets}`;
	if (reference.kindWords.ofPart(under)) return under;
	// 消费量 over 烟煤(吨) says what the amount is of; any other word there would say that it is none.
	if (quantity && amountOf(under, 0, reference) !== undefined) return under;
	// 电力 over 外购 and 自发: what stands behind a name in brackets.
	if (
		reference.carriers.find(above.replace(unitLast(above, units), "")) !== undefined &&
		reference.kindWords.inBrackets(bare) !== undefined
	)
		return `${withUnitLast(above, bare)}${brackets}`;
	const { columns, carriers } = reference;
	const known = (word: string): boolean =>
		meaning(word, "energy", columns) !== undefined || meaning(word, "output", columns) !== undefined;
	const named = known(above) || carriers.find(above) !== undefined || periodColumn(above) !== undefined;
	// A heading over several columns says nothing of any of them.
	if (!named && known(under)) return under;
	return undefined;
}

/** The unit in brackets with which a word ends; empty where it has none. */
function unitLast(word: string, units: HeaderReference["units"]): string {
	const brackets = lastBrackets.exec(word)?.[2] ?? "";
	return units.find(brackets.slice(1, -1)) === undefined ? "" : brackets;
}

const beside: ReadonlySet<string> = new Set(["last-year", "plan", "change", "money", "equivalent"]);

/** `烟煤(吨)` over `累计`: `烟煤(累计)(吨)`. */
function withUnitLast(above: string, bare: string): string {
	const parts = lastBrackets.exec(above);
	return parts === null ? `${above}(${bare})` : `${parts[1]}(${bare})${parts[2]}`;
}

/** Whether a row holds nothing but words of columns, and stands under words that need some. */
function isUnder(above: readonly string[], { cells, cut }: PlacedRecord, reference: HeaderReference): boolean {
	if (cut === true || above.length > mostColumns || cells.length > mostColumns) return false;
	const under = cells.map(headerText);
	const filled = under.filter((cell) => cell !== "");
	if (filled.length === 0 || isLetters(filled)) return false;
	// The header once more is no second row of it.
	if (under.some((cell, at) => cell !== "" && cell === headerText(above[at] ?? ""))) return false;
	if (!above.some((word) => isKnown(word, reference))) return false;
	if (filled.some((cell) => /^[-+.\d]/.test(cell) && !isMark(cell, reference) && periodColumn(cell) === undefined)) return false;
	// A period, a carrier or a unit below a column of them is one, and its row is of data.
	if (under.some((cell, at) => cell !== "" && isValueUnder(above[at] ?? "", cell, reference))) return false;
	// A firm is named in a row of data, and in no header.
	const who = above.findIndex((word) =>
		["firm", "firm_name", "credit_code"].includes(meaning(word, "energy", reference.columns)?.column ?? ""),
	);
	const named = who < 0 ? "" : (under[who] ?? "");
	if (named !== "" && !isMark(named, reference) && meaning(named, "energy", reference.columns) === undefined) return false;
	const marks = filled.filter(
		(cell) =>
			isMark(cell, reference) ||
			isKnownColumn(cell, reference) ||
			periodColumn(cell) !== undefined ||
			(amountOf(cell, 0, reference)?.unit ?? "") !== "" ||
			reference.kindWords.inBrackets(cell) !== undefined,
	);
	return marks.length * 2 > filled.length || (marks.length > 1 && (under[0] ?? "") === "");
}

const keys: ReadonlySet<string> = new Set(["period", "year", "month", "carrier", "indicator", "unit", "use", "prices"]);

function isValueUnder(word: string, cell: string, reference: HeaderReference): boolean {
	const { columns, units } = reference;
	const meant = meaning(word, "energy", columns) ?? meaning(word, "output", columns);
	if (word === "" || meant === undefined || !keys.has(meant.column)) return false;
	return units.find(cell) !== undefined || !(isMark(cell, reference) || isKnownColumn(cell, reference));
}

function isKnownColumn(cell: string, { columns }: HeaderReference): boolean {
	return meaning(cell, "energy", columns) !== undefined || meaning(cell, "output", columns) !== undefined;
}

function isKnown(word: string, reference: HeaderReference): boolean {
	return (
		word !== "" &&
		(isKnownColumn(word, reference) ||
			reference.carriers.find(word) !== undefined ||
			reference.carriers.find(word.replace(lastBrackets, "$1")) !== undefined ||
			periodColumn(word) !== undefined)
	);
}
