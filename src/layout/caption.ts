/** What the title lines above a table say of all its rows: whose it is, of when, in which unit of money. */
import type { PlacedRecord } from "../records/sheet.ts";
import type { Reference } from "../reference/reference.ts";
import { plain } from "../reference/spelling.ts";
import { isDateLabel, isRemark, isUnclear, partIn, partOf, periodOfName, periodsIn, samePeriod } from "./title-period.ts";

/** Something a title says, in place of a column the table does not have. */
export interface Given {
	/** `to_date`: that the amounts run from January, whatever columns there are. */
	readonly column: "credit_code" | "firm" | "firm_name" | "carrier" | "year" | "unit" | "to_date";
	readonly value: string;
	/** The words it was read from. */
	readonly word: string;
	/** 0 where it is the name of the sheet, and no title. */
	readonly row: number;
	readonly line: number;
	/** No title says it, but the caller does. */
	readonly assumed?: true;
}

/** The firm that the caller names for tables that name none. */
export function assumedGiven(firm: string): Given {
	return { column: "firm", value: firm, word: firm, row: 0, line: 0, assumed: true };
}

const creditCode = /统一社会信用代码\s*[:：]?\s*([0-9A-Za-z]{15,20})(?![0-9A-Za-z])/;
const firmLabels =
	"企业名称|企业详细名称|单位名称|单位详细名称|法人单位名称|法人单位详细名称|用能单位名称|用能单位|填报单位名称|填报单位|报送单位|填报企业|报告主体|企业|公司名称|firm|firm name|company|company name|enterprise|reporting entity";
const firmName = new RegExp(`^(?:${firmLabels})\\s*[:：]\\s*(\\S.*)$`, "i");
/** What stands behind a name and is none of it: the place of a seal, a period. */
const behindName = /\s*\((?:盖章|公章|签章|章|加盖公章)\)$|\s+(?:19|20)\d{2}年.*$/;
/** A company's name as it opens a title: 禅城陶瓷有限公司2023年能源消费台账. */
const companyTitle =
	/^(?!(?:全|本|我|各|分)厂)([^\d表]{1,40}?(?:有限责任公司|股份有限公司|有限公司|集团公司|总公司|总厂|公司|集团|厂))(?=\s*(?:(?:19|20)\d{2}|历年|\D*(?:台账|台帐|报表|统计表|汇总表|明细表|消费表|情况表|情况|清单|月报|年报)))/;
/** A ledger of one carrier says which in a title. */
const carrierOfTitle = /^(?:能源名称|能源品种|能源种类|品种名称|品种)\s*[:：]\s*(\S+)$/;
const unitOfTitle = /^(?:计量|金额|货币)?单位\s*[:：]\s*(\S+)$/;
const label = new RegExp(`^(?:统一社会信用代码|${firmLabels.replace("|企业|", "|")})$`);
/** Amounts from January on; a title that says both leaves it to the columns. */
const toDate = /1\s?[-—–~～至到]\s?本月|累计/;
const ofMonth = /(?<![-—–~～至到]\s?)本月(?!止?累计)/;

/**
 * Reads the titles; of each column the first that says it, and a period only where all titles name the same one. The name of the sheet
 * says what of the period they leave open.
 */
export function readCaption(titles: readonly PlacedRecord[], sheet: string | null, reference: Reference): Given[] {
	const when = sheet === null ? periodOf(titles) : periodWithName(titles, sheet);
	const said = saidIn(titles, reference);
	return when === undefined ? said : [...said, when];
}

/** The same but for the period. */
function saidIn(titles: readonly PlacedRecord[], { units }: Reference): Given[] {
	const found: Given[] = [];
	const note = (column: Given["column"], value: string, word: string, { row, line }: PlacedRecord): void => {
		const there = found.find((one) => one.column === column && kindOf(one, units) === kindOf({ column, value }, units));
		if (there === undefined) found.push({ column, value, word, row, line });
		else if (alone.includes(column) && there.value !== value) contradicted.add(there);
	};
	/** Where titles say two units, or two carriers, nobody knows which is meant. */
	const contradicted = new Set<Given>();
	for (const title of titles) {
		for (const [at, cell] of title.cells.entries()) {
			for (const [text, word] of labelled(cell, title.cells[at + 1] ?? "")) {
				const code = creditCode.exec(text);
				if (code !== null) note("credit_code", code[1] as string, word, title);
				const unit = unitOfTitle.exec(text);
				if (unit !== null && units.find(unit[1] as string) !== undefined) note("unit", unit[1] as string, word, title);
				const carrier = carrierOfTitle.exec(text);
				if (carrier !== null) note("carrier", carrier[1] as string, word, title);
				const name = (firmName.exec(text) ?? companyTitle.exec(text))?.[1]?.replace(behindName, "").trim() ?? "";
				if (name !== "") note("firm", name, word, title);
			}
		}
	}
	if (!found.some(({ column }) => column === "firm")) for (const one of named(titles)) found.push(one);
	const words = titles.flatMap(({ cells }) => cells.map(plain));
	const declared = words.find((text) => toDate.test(text));
	const place = titles.find(({ cells }) => cells.some((cell) => plain(cell) === declared));
	if (declared !== undefined && place !== undefined && !words.some((text) => ofMonth.test(text)))
		note("to_date", declared, declared, place);
	return found.filter((one) => !contradicted.has(one));
}

/** Whether titles say a unit or a carrier: without either no row below them is a header that its own words do not make one. */
export function nameAmounts(titles: readonly PlacedRecord[], reference: Reference): boolean {
	return saidIn(titles, reference).some(({ column }) => column === "unit" || column === "carrier");
}

const company = "[^\\d()表:]{2,40}?(?:有限责任公司|股份有限公司|有限公司|集团公司|总公司)";
const inBrackets = new RegExp(`(?:表|台[账帐]|清单|月报|年报|情况)\\s*\\((${company})\\)`);
const onlyCompany = new RegExp(`^${company}$`);

/** A company that a title names without a label: behind its words in brackets, or by itself; none where there are several. */
function named(titles: readonly PlacedRecord[]): Given[] {
	const names = new Map<string, Given>();
	for (const { cells, row, line } of titles) {
		for (const [at, cell] of cells.entries()) {
			const text = plain(cell.normalize("NFKC"));
			const labelled = at > 0 && /[:：]\s*$|单位$|机构$|部门$|机关$/.test(cells[at - 1] as string);
			const value = inBrackets.exec(text)?.[1] ?? (onlyCompany.test(text) && !labelled ? text : undefined);
			if (value !== undefined && !names.has(value)) names.set(value, { column: "firm", value, word: cell.trim(), row, line });
		}
	}
	return names.size === 1 ? [...names.values()] : [];
}

const alone: readonly Given["column"][] = ["unit", "carrier"];

/** A title may state a unit of money, and another one of energy. */
function kindOf({ column, value }: Pick<Given, "column" | "value">, units: Reference["units"]): string {
	return column === "unit" && units.find(value)?.dimension === "money" ? "money" : column;
}

/** A cell's pieces, parted by two blanks, each with the value that stands beside its label; and the words they are read from. */
function labelled(cell: string, beside: string): (readonly [string, string])[] {
	const pieces = cell
		.normalize("NFKC")
		.split(/\s{2,}(?<![:：]\s*)/)
		.flatMap((piece) => (plain(piece) === "" ? [] : [plain(piece)]));
	return pieces.map((text, index) => {
		// A label may have its value in the cell beside it.
		const needs = index === pieces.length - 1 && (/[:：]$/.test(text) || label.test(text));
		const word = pieces.length === 1 ? cell.trim() : text;
		return needs ? [`${text.replace(/[:：]$/, "")}:${plain(beside)}`, `${word} ${beside}`.trim()] : [text, word];
	});
}

/** The period that titles name; where they name none, or a year and no part of it, what the name of the sheet adds. */
function periodWithName(titles: readonly PlacedRecord[], sheet: string): Given | undefined {
	const own = periodOf(titles);
	const named = periodOfName(sheet);
	if (named === undefined) return own;
	const given = (value: string): Given => ({ column: "year", value, word: sheet, row: 0, line: 0 });
	if (own !== undefined) {
		// A title is nearer to the table than the name of its sheet.
		const open = /^\d{4}$/.test(own.value) && (named.year ?? own.value) === own.value;
		if (!open || named.part === undefined) return own;
		const value = named.year === undefined ? partOf(own.value, named.part) : named.part;
		return value === undefined ? own : given(value);
	}
	const cells = titles.flatMap((title) => title.cells);
	// Titles that contradict each other are not helped by a third word.
	if (named.year === undefined || cells.some((cell) => periodsIn(cell).length > 0)) return undefined;
	const { year } = named;
	const said = [
		...(named.part === undefined ? [] : [named.part]),
		...cells.flatMap((cell) => partOf(year, partIn(cell) ?? "") ?? []),
	];
	const [first] = said;
	if (first === undefined) return given(year);
	return said.every((one) => samePeriod(one, first)) ? given(first) : undefined;
}

/** Which months the years of a table are of, where its titles name a part of a year and its rows or columns name the year alone. */
export interface TitleParts {
	/** A part by itself, of every year. */
	readonly every: string | undefined;
	/** By year the part that stands beside it; none where a title names the whole year, or no months. */
	readonly of: ReadonlyMap<string, string | undefined>;
	/** The title that says it. */
	readonly word: string;
	readonly row: number;
	readonly line: number;
}

/** The parts of years in the titles; undefined where they name none. */
export function titlePartsOf(titles: readonly PlacedRecord[]): TitleParts | undefined {
	const of = new Map<string, string | undefined>();
	const every = new Set<string>();
	let place: Pick<TitleParts, "word" | "row" | "line"> | undefined;
	for (const { cells, row, line } of titles) {
		for (const [at, cell] of cells.entries()) {
			if (isRemark(cell) || (at > 0 && isDateLabel(plain(cells[at - 1] as string)))) continue;
			const here = { word: cell.trim(), row, line };
			for (const { year, part } of periodsIn(cell)) {
				if (part !== undefined || !of.has(year)) of.set(year, part);
				if (part !== undefined) place ??= here;
			}
			const part = partIn(cell);
			if (part === undefined) continue;
			every.add(part);
			place ??= here;
		}
	}
	const [own] = every;
	const one = every.size === 1 ? own : undefined;
	const none = one === undefined && [...of.values()].every((part) => part === undefined);
	return none || place === undefined ? undefined : { every: one, of, ...place };
}

/** The one period that the titles name: of a year and a part of it the part; nothing where they name two. */
function periodOf(titles: readonly PlacedRecord[]): Given | undefined {
	const years = new Map<string, Given>();
	const parts: Given[] = [];
	const yearless: { readonly part: string; readonly word: string; readonly row: number; readonly line: number }[] = [];
	for (const { cells, row, line } of titles) {
		for (const [at, cell] of cells.entries()) {
			if (isRemark(cell) || (at > 0 && isDateLabel(plain(cells[at - 1] as string)))) continue;
			const word = cell.trim();
			for (const { year, part } of periodsIn(cell)) {
				if (!years.has(year)) years.set(year, { column: "year", value: year, word, row, line });
				if (part !== undefined) parts.push({ column: "year", value: part, word, row, line });
			}
			// A season, a week, a plan: which months the amounts are of is not known.
			if (isUnclear(cell)) return undefined;
			const part = partIn(cell);
			if (part !== undefined) yearless.push({ part, word, row, line });
		}
	}
	const [year, ...otherYears] = years.values();
	if (year === undefined || otherYears.length > 0) return undefined;
	for (const { part, ...place } of yearless) {
		const value = partOf(year.value, part);
		if (value !== undefined) parts.push({ column: "year", value, ...place });
	}
	const [part] = parts;
	if (part === undefined) return year;
	return parts.every(({ value }) => samePeriod(value, part.value)) ? part : undefined;
}
