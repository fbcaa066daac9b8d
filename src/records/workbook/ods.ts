/** OpenDocument spreadsheets, .ods: which sheets there are, and what their cells hold. OASIS OpenDocument 1.3, part 3, 9 and 19. */
import { mostColumns, mostRows } from "../../findings/bounds.ts";
import type { Zip } from "../zip.ts";
import type { Book } from "./book.ts";
import { type Grid, GridNotes, type GridRow, type Merge } from "./grid.ts";
import { isSize } from "./number-format.ts";
import { type OdsStyles, odsStyles, type ShownParts } from "./ods-styles.ts";
import { textIn } from "./parts.ts";
import { percentText, plainNumber, rounded } from "./plain-number.ts";
import { attribute, type Element, elements, meant } from "./xml.ts";

/** What an archive says that it is, where it is one of these. */
const kinds = /^application\/vnd\.oasis\.opendocument\.spreadsheet(-template)?$/;

/** The sheets of a workbook; undefined where the archive is none. */
export async function odsBook(zip: Zip, hidden: boolean): Promise<Book | undefined> {
	if (!kinds.test((await textIn(zip, "mimetype")).trim()) || !zip.has("content.xml")) return undefined;
	if ((await textIn(zip, "META-INF/manifest.xml")).includes("encryption-data")) zip.encrypted();
	const xml = await textIn(zip, "content.xml");
	const body = xml.indexOf("<office:spreadsheet");
	if (body < 0) zip.damaged();
	const styles = odsStyles(xml.slice(0, body), await textIn(zip, "styles.xml"));
	return {
		sheets: [...elements(xml.slice(body), "table:table")].map(({ tag, inner }) => ({
			name: attribute(tag, "table:name") ?? "",
			hidden: styles.isHidden(attribute(tag, "table:style-name") ?? ""),
			isTable: true,
			grid: async (): Promise<Grid> => gridOf(inner, styles, { hidden, damaged: () => zip.damaged() }),
		})),
	};
}

/** Comments and drawings have text of their own, which is no part of the cell. */
function withoutBesides(xml: string): string {
	let kept = "";
	let from = 0;
	for (const { index, 1: name = "" } of xml.matchAll(/<(office:annotation|draw:[\w-]+)(?=[\s/>])/g)) {
		if (index < from) continue;
		const end = xml.indexOf(">", index);
		const close = xml[end - 1] === "/" ? end : xml.indexOf(`</${name}>`, end);
		kept += xml.slice(from, index);
		if (end < 0 || close < 0) return kept;
		from = close === end ? end + 1 : close + name.length + 3;
	}
	return kept + xml.slice(from);
}

function gridOf(
	inner: string,
	styles: OdsStyles,
	{ hidden, damaged }: { readonly hidden: boolean; readonly damaged: () => never },
): Grid {
	const notes = new GridNotes(hidden);
	const merges: Merge[] = [];
	const columns = columnsOf(inner);
	const rows = function* (): Generator<GridRow> {
		let next = 1;
		for (const { tag, inner: cellsXml } of elements(inner, "table:table-row")) {
			const times = repeatsOf(tag, "table:number-rows-repeated", mostRows);
			const first = next;
			next += times;
			const bare = cellsXml.includes("<office:annotation") || cellsXml.includes("<draw:") ? withoutBesides(cellsXml) : cellsXml;
			const isHidden = isOff(tag);
			for (let row = first; row < next; row++) {
				const cells = cellsOf(bare, row, attribute(tag, "table:default-cell-style-name"), {
					columns,
					styles,
					notes,
					merges,
					hidden,
				});
				if (cells.length === 0) break;
				if (row > mostRows) damaged();
				if (isHidden) notes.hiddenRow(row);
				if (!isHidden || hidden) yield { row, cells };
			}
		}
	};
	return { rows: rows(), merges: () => merges, notes };
}

interface Column {
	readonly hidden: boolean;
	readonly style: string;
	readonly from: number;
	readonly to: number;
}

function columnsOf(inner: string): Column[] {
	const found: Column[] = [];
	let next = 0;
	for (const { tag } of elements(inner, "table:table-column")) {
		const from = next;
		next += repeatsOf(tag, "table:number-columns-repeated", mostColumns);
		found.push({ hidden: isOff(tag), style: attribute(tag, "table:default-cell-style-name") ?? "", from, to: next });
	}
	return found;
}

function isOff(tag: string): boolean {
	const visibility = attribute(tag, "table:visibility") ?? "visible";
	return visibility === "collapse" || visibility === "filter";
}

function repeatsOf(tag: string, name: string, most: number): number {
	const times = tag.includes(name) ? Number(attribute(tag, name)) : 1;
	return Number.isInteger(times) && times >= 1 ? Math.min(times, most) : 1;
}

interface Sheet {
	readonly columns: readonly Column[];
	readonly styles: OdsStyles;
	readonly notes: GridNotes;
	readonly merges: Merge[];
	readonly hidden: boolean;
}

/** The cells of a row, up to the last that holds something. */
function cellsOf(
	xml: string,
	row: number,
	rowStyle: string | undefined,
	{ columns, styles, notes, merges, hidden }: Sheet,
): string[] {
	const cells: string[] = [];
	let next = 0;
	for (const element of eitherCell(xml)) {
		const { tag } = element;
		const from = next;
		next += repeatsOf(tag, "table:number-columns-repeated", mostColumns);
		if (element.inner === "" && !tag.includes("office:value")) continue;
		for (let column = from; column < next && column < mostColumns; column++) {
			const own = columns.find((one) => column >= one.from && column < one.to);
			const style = attribute(tag, "table:style-name") ?? rowStyle ?? own?.style ?? "";
			const value = cellText(element, styles.partsOf(style), { row, column, notes });
			if (value === "") break;
			noteMerge(tag, row - 1, column, merges);
			if (own?.hidden === true) notes.hiddenCell(row, column);
			if (own?.hidden === true && !hidden) continue;
			while (cells.length < column) cells.push("");
			cells[column] = value;
		}
	}
	return cells;
}

/** Cells in their order, those that others cover among them. */
function* eitherCell(xml: string): Generator<Element> {
	yield* elements(xml.replaceAll("table:covered-table-cell", "table:table-cell"), "table:table-cell");
}

function noteMerge(tag: string, top: number, left: number, merges: Merge[]): void {
	if (!tag.includes("-spanned")) return;
	const tall = repeatsOf(tag, "table:number-rows-spanned", mostRows);
	const wide = repeatsOf(tag, "table:number-columns-spanned", mostColumns);
	if (tall > 1) merges.push({ top, bottom: top + tall - 1, left, right: left + wide - 1 });
}

interface At {
	readonly row: number;
	readonly column: number;
	readonly notes: GridNotes;
}

function cellText({ tag, inner }: Element, parts: ShownParts | undefined, { row, column, notes }: At): string {
	const type = attribute(tag, "office:value-type") ?? "";
	const text = textOf(inner);
	const formula = tag.includes("table:formula") ? attribute(tag, "table:formula") : undefined;
	if (formula !== undefined && type === "" && text === "") {
		const written = `=${formula.replace(/^(of:|oooc:)?=/, "")}`;
		notes.formula(row, column, written);
		return written;
	}
	if (formula !== undefined) notes.formula(row, column);
	if (type === "date") return dateOf(attribute(tag, "office:date-value") ?? "", parts) ?? text;
	if (type === "time") return timeOf(attribute(tag, "office:time-value") ?? "") ?? text;
	if (type === "boolean") return (attribute(tag, "office:boolean-value") ?? "") === "true" ? "TRUE" : "FALSE";
	const value = ["float", "percentage", "currency"].includes(type) ? Number(attribute(tag, "office:value")) : Number.NaN;
	if (!Number.isFinite(value)) return attribute(tag, "office:string-value") || text;
	const exact = type === "percentage" ? percentText(value) : plainNumber(value);
	return noteShown(text, exact, { row, column, notes }) ?? exact;
}

/**
 * What is shown stands beside the number: where it is another one, or says a unit, that is told. What is read instead of the number where
 * words make it another one: of the two nobody can tell which is meant.
 */
function noteShown(text: string, exact: string, { row, column, notes }: At): string | undefined {
	if (text === "") return undefined;
	const shown = /-?\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replaceAll(",", "") ?? "";
	const words = text.replace(/[\d.,\s%+()-]/g, "");
	const sameNumber = shown !== "" && Math.abs(Number(shown)) === Math.abs(Number(exact.replace("%", "")));
	if (!sameNumber || /[\p{L}‰]/u.test(words)) notes.shownOtherwise(row, column, exact, { text, format: "" });
	if (shown === "" || !isSize(words)) return undefined;
	// Where digits are left out for the word, both say the same.
	return rounded(exact.replace(/[-%]/g, ""), (shown.split(".")[1] ?? "").length) === shown.replace("-", "")
		? `${exact}${words}`
		: undefined;
}

/** Paragraphs are lines; blanks that XML would drop stand as elements. */
function textOf(inner: string): string {
	const lines: string[] = [];
	for (const { inner: line } of elements(inner, "text:p"))
		lines.push(
			meant(
				line
					.replace(/<text:s\b([^>]*)\/>/g, (_, tag: string) => " ".repeat(Math.min(1000, Number(attribute(tag, "text:c") ?? 1))))
					.replace(/<text:tab\b[^>]*\/>/g, "\t")
					.replace(/<text:line-break\b[^>]*\/>/g, "\n")
					.replace(/<[^>]*>/g, ""),
			),
		);
	return lines.join("\n");
}

/** As `day-number.ts` reads days of other workbooks: the month where the format shows no day. */
function dateOf(value: string, parts: ShownParts | undefined): string | undefined {
	const [, date, time = ""] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(value) ?? [];
	if (date === undefined) return undefined;
	if (parts?.month && !parts.year && parts.day) return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
	if (parts?.month && !parts.day) return date.slice(0, 7);
	if (parts?.year && !parts.day) return date.slice(0, 4);
	return time === "" || time === "00:00:00" ? date : `${date} ${time}`;
}

function timeOf(value: string): string | undefined {
	const [, hours, minutes, seconds] = /^PT(\d+)H(\d+)M(\d+)/.exec(value) ?? [];
	return hours === undefined ? undefined : [hours, minutes, seconds].map((part) => (part as string).padStart(2, "0")).join(":");
}
