/** Workbooks as others read them: by the library that tables are read with, and part by part. */
import { read, utils, type WorkBook } from "@e965/xlsx";
import type { BookTexts } from "../../src/language/book-texts.ts";
import { book as en } from "../../src/language/en/book.ts";
import { book as zh } from "../../src/language/zh/book.ts";
import { Zip } from "../../src/records/zip.ts";

/** What workbooks say, by language. */
export const bookTexts: Readonly<Record<string, BookTexts>> = { en, zh };

/** A sheet as rows of what its cells hold: numbers, texts, null where there is no cell. */
export type Grid = readonly (readonly (number | string | null)[])[];

export function opened(bytes: Uint8Array): WorkBook {
	return read(bytes, { type: "buffer", cellFormula: true, cellNF: true, cellStyles: true });
}

export function gridOf(book: WorkBook, sheet: string): Grid {
	return utils.sheet_to_json(book.Sheets[sheet] as never, { header: 1, raw: true, defval: null }) as Grid;
}

/** The text of each part by its name. */
export async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
	const zip = new Zip("made.xlsx", bytes);
	const parts = new Map<string, string>();
	for (const name of zip.names) parts.set(name, new TextDecoder("utf-8", { fatal: true }).decode(await zip.whole(name)));
	return parts;
}

/** Elements in the order the standard has them (ECMA-376, part 1, 18.3.1.99): in another order a workbook is refused as damaged. */
const order = [
	...["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection"],
	...[
		"protectedRanges",
		"scenarios",
		"autoFilter",
		"sortState",
		"dataConsolidate",
		"customSheetViews",
		"mergeCells",
		"phoneticPr",
	],
	...["conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter"],
	...["rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors"],
];

/** What a spreadsheet would refuse or repair in these parts; empty where it would take them as they are. */
export function faultsOf(parts: ReadonlyMap<string, string>): string[] {
	const faults: string[] = [];
	const say = (part: string, fault: string): void => {
		faults.push(`${part}: ${fault}`);
	};
	for (const [name, xml] of parts) {
		for (const fault of illFormed(xml)) say(name, fault);
		// XML 1.0, 2.2
		if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(xml)) say(name, "a character that XML cannot hold");
	}
	const workbook = parts.get("xl/workbook.xml") ?? "";
	const names = [...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => plain(name as string));
	for (const name of names)
		if (name === "" || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name) || /^history$/i.test(name))
			say(name, "no name of a sheet");
	if (new Set(names.map((name) => name.toLowerCase())).size < names.length) say("workbook", "two sheets of one name");
	const types = parts.get("[Content_Types].xml") ?? "";
	for (const name of parts.keys())
		if (!name.endsWith(".rels") && name !== "[Content_Types].xml" && !types.includes(`PartName="/${name}"`)) say(name, "no type");
	const styles = parts.get("xl/styles.xml") ?? "";
	for (const [, list, count, inner] of styles.matchAll(/<(numFmts|fonts|fills|borders|cellXfs) count="(\d+)">(.*?)<\/\1>/g)) {
		const item = { numFmts: "numFmt", fonts: "font", fills: "fill", borders: "border", cellXfs: "xf" }[list as string] as string;
		if ([...(inner as string).matchAll(new RegExp(`<${item}[ >/]`, "g"))].length !== Number(count))
			say("styles", `count of ${list}`);
	}
	const looks = Number(/<cellXfs count="(\d+)"/.exec(styles)?.[1]);
	for (const [name, xml] of parts) {
		if (!name.startsWith("xl/worksheets/")) continue;
		const top = topElements(xml).map((one) => order.indexOf(one));
		if (top.includes(-1) || top.some((place, at) => at > 0 && place <= (top[at - 1] as number)))
			say(name, "elements out of order");
		let [row, last, widest] = [0, 0, 1];
		for (const [, number, cells] of xml.matchAll(/<row r="(\d+)">(.*?)<\/row>/gs)) {
			if (Number(number) !== row + 1) say(name, `row ${number}`);
			row = Number(number);
			last = 0;
			for (const [, letters, at, style] of (cells as string).matchAll(/<c r="([A-Z]+)(\d+)" s="(\d+)"/g)) {
				const column = [...(letters as string)].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
				if (Number(at) !== row || column <= last || Number(style) >= looks) say(name, `cell ${letters}${at}`);
				last = column;
				widest = Math.max(widest, column);
			}
		}
		const [, letters = "", rows] = /<dimension ref="A1:([A-Z]+)(\d+)"\/>/.exec(xml) ?? [];
		const columns = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
		if (Number(rows) !== Math.max(1, row) || columns < widest) say(name, "dimension");
		if (/<f[ >]/.test(xml)) say(name, "a formula");
		for (const [, value] of xml.matchAll(/<v>([^<]*)<\/v>/g))
			if (!/^-?\d+(\.\d+)?$/.test(value as string)) say(name, `number ${value}`);
		for (const [, text] of xml.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g))
			if (plain(text as string).length > 32_767) say(name, "a text too long");
		const choices = /<dataValidations count="(\d+)">(.*?)<\/dataValidations>/.exec(xml);
		if (choices !== null && [...(choices[2] as string).matchAll(/<dataValidation /g)].length !== Number(choices[1]))
			say(name, "count of choices");
		for (const [, title] of xml.matchAll(/errorTitle="([^"]*)"/g))
			if (plain(title as string).length > 32) say(name, "title too long");
		for (const [, error] of xml.matchAll(/ error="([^"]*)"/g))
			if (plain(error as string).length > 225) say(name, "warning too long");
		for (const [, list] of xml.matchAll(/<dataValidation type="list".*?<formula1>([^<]*)<\/formula1>/g))
			if (!workbook.includes(`<definedName name="${list}">`)) say(name, `no list ${list}`);
	}
	return faults;
}

const plain = (text: string): string =>
	text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** Tags that do not close what was opened, ampersands that name nothing, one attribute twice. */
function illFormed(xml: string): string[] {
	const faults: string[] = [];
	const open: string[] = [];
	for (const [tag, close, name, attributes, empty] of xml
		.replace(/^<\?.*?\?>/, "")
		.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)(\/?)>/g)) {
		const own = [...(attributes as string).matchAll(/([\w:]+)=/g)].map(([, key]) => key);
		if (new Set(own).size < own.length) faults.push(`twice in ${tag}`);
		if (close === "/") {
			if (open.pop() !== name) faults.push(`${tag} closes nothing`);
		} else if (empty !== "/") open.push(name as string);
	}
	if (open.length > 0) faults.push(`open: ${open.join(" ")}`);
	const left = xml.replace(/^<\?.*?\?>/, "").replace(/<\/?[\w:]+(?:\s+[\w:]+="[^"<]*")*\/?>/g, "");
	if (left.includes("<")) faults.push("a tag that is none");
	if (/&(?!(?:amp|lt|gt|quot);)/.test(xml)) faults.push("an ampersand");
	return faults;
}

function topElements(xml: string): string[] {
	const names: string[] = [];
	let depth = 0;
	for (const [, close, name, , empty] of xml.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"]*")*)(\/?)>/g)) {
		if (close === "/") depth -= 1;
		else {
			if (depth === 1) names.push(name as string);
			if (empty !== "/") depth += 1;
		}
	}
	return names;
}
