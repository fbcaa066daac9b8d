/** Where the table of a sheet begins: how the sheet is cut, which row is the header, what stands above it. */
import { type TableKind, tableOf } from "../contract/tables.ts";
import { longestHead, longestHeaderWord, longestTitle, mostColumns } from "../findings/bounds.ts";
import { remark } from "../findings/finding.ts";
import { Trouble } from "../findings/trouble.ts";
import { openingRecords } from "../records/csv.ts";
import type { Cut, PlacedRecord, Sheet } from "../records/sheet.ts";
import type { Reference } from "../reference/reference.ts";
import { assumedGiven, type Given, nameAmounts, readCaption, type TitleParts, titlePartsOf } from "./caption.ts";
import { isForm } from "./form-205-1.ts";
import { type Header, readHeaderRows } from "./header.ts";
import { headerRowsAt, oneRow } from "./header-rows.ts";
import { listsPurchases } from "./ledger-row.ts";
import { meaning } from "./meaning.ts";
import { type Unread, unreadLayout } from "./unread.ts";

export interface Opening extends Pick<Cut, "separator" | "read" | "bytes"> {
	readonly header: Header;
	/** Rows above the header that hold something. */
	readonly titles: readonly PlacedRecord[];
}

/** What stands first in a sheet that holds no table that is known. */
export interface NoTable {
	readonly firstWords: readonly string[];
}

const who: ReadonlySet<string> = new Set(["firm", "firm_name", "credit_code"]);

/** A header is looked for in so many rows: forms have a few title lines, never a page of them. */
const mostTitles = 30;

/** What the caller says of a table that does not say it. */
interface Said {
	/** Whose it is. */
	readonly assumedFirm?: string;
	/** The header of a text that has none, with commas. */
	readonly header?: string;
}

/**
 * Finds the header in the first rows of a sheet. Separators are tried as often as they occur; of the rows the first whose words
 * make a whole table, else the first that looks like one. The caller may say what it lacks.
 */
export function openingOf(
	sheet: Sheet,
	forced: TableKind | undefined,
	reference: Reference,
	{ assumedFirm = "", header: given }: Said = {},
): Opening | NoTable | Unread {
	const assumed = assumedFirm === "" ? [] : [assumedGiven(assumedFirm)];
	if (given !== undefined && sheet.decoded !== null) return underHeader(given, sheet, forced, reference, assumed);
	const quick = look(sheet, sheet.cuts(true), forced, reference, assumed);
	if ("header" in quick && isWhole(quick.header, forced)) return quick;
	if ("layout" in quick) return quick;
	const cuts = sheet.cuts(false);
	const found = look(sheet, cuts, forced, reference, assumed);
	if (!("firstWords" in found)) return found;
	const unread = unreadIn(cuts, reference);
	if (unread === undefined) refuseOversize(sheet.file, cuts);
	return unread ?? found;
}

/** A text without a header: all its rows stand below the one that is said. It is cut as its first row has as many cells. */
function underHeader(
	said: string,
	sheet: Sheet,
	forced: TableKind | undefined,
	reference: Reference,
	assumed: readonly Given[],
): Opening | NoTable {
	const [{ cells: firstWords }] = openingRecords(said, ",", 1) as [PlacedRecord];
	const header = readHeaderRows(oneRow(firstWords, { row: 0, line: 0 }), forced, reference, assumed);
	const cuts = sheet.cuts(false);
	const cut = cuts.find(({ opening }) => opening(1)[0]?.cells.length === firstWords.length) ?? cuts[0];
	return header === undefined || cut === undefined
		? { firstWords }
		: { separator: cut.separator, read: cut.read, ...(cut.bytes === undefined ? {} : { bytes: cut.bytes }), header, titles: [] };
}

function look(
	{ file, sheet }: Pick<Sheet, "file" | "sheet">,
	cuts: readonly Cut[],
	forced: TableKind | undefined,
	reference: Reference,
	assumed: readonly Given[],
): Opening | NoTable | Unread {
	let firstWords: readonly string[] = [];
	let doubtful: Opening | undefined;
	for (const { separator, opening: openingRows, read, bytes } of cuts) {
		const records = openingRows(mostTitles).filter(({ cut }) => cut !== true);
		/** What a layout is known by stands in short cells. */
		const below = (index: number): PlacedRecord[] => records.slice(index + 1).filter(({ cells }) => mayBeHeader(cells));
		if (firstWords.length === 0) firstWords = likeliest(records, reference);
		for (const [index, { cells }] of records.entries()) {
			if (!mayBeHeader(cells)) continue;
			const first = records[index] as PlacedRecord;
			const rows = isOwn(cells)
				? oneRow(cells, { row: first.row, line: first.line })
				: headerRowsAt([...records.slice(0, index + 1), ...below(index)], index, reference);
			const bare = readHeaderRows(rows, forced, reference, []);
			// A later list of firms is no better than the one that was found.
			if (bare?.kind === "firms" && doubtful?.header.usable === true) continue;
			const titles = records.slice(0, index);
			const short = titles.filter((title) => title.cells.every((cell) => cell.length <= longestTitle));
			// A wide table may have its unit in a title alone, and one of one carrier its name.
			if (bare === undefined && !nameAmounts(short, reference)) continue;
			const titled = short.length === 0 && sheet === null ? [] : readCaption(short, sheet, reference);
			const given = titled.some(({ column }) => who.has(column)) ? titled : [...titled, ...assumed];
			const found = given.length === 0 ? bare : readHeaderRows(rows, forced, reference, given);
			if (found === undefined) continue;
			if (short.length < titles.length && doubtful === undefined)
				throw new Trouble("beyond-bound", { file, bound: "title", most: longestTitle });
			const byForm = found.kind === "energy" && isForm(short, rows.texts, below(index), reference);
			const bought =
				found.labels.length > 0 &&
				listsPurchases(
					found.labels,
					below(index).map((one) => one.cells),
				);
			const told = withNumbers(found, below(rows.rows.length + index - 1), reference);
			const listed: Header = bought ? { ...told, listsPurchases: true } : told;
			const parts = tableOf(found.kind).form ? partsFor(listed, short, below(rows.rows.length + index - 1)) : undefined;
			const dated: Header = parts === undefined ? listed : { ...listed, titleParts: parts };
			const header = byForm ? { ...dated, toDate: true, byForm } : dated;
			const unread = tableOf(found.kind).form
				? unreadLayout(rows, [...records.slice(0, index + 1), ...below(index)], index, found, reference)
				: undefined;
			if (unread !== undefined) return unread;
			const opening = { separator, read, ...(bytes === undefined ? {} : { bytes }), header, titles };
			if (isWhole(header, forced)) return opening;
			doubtful = better(doubtful, opening);
		}
	}
	return doubtful ?? { firstWords };
}

const ownColumns = Object.keys(tableOf("totals").columns);

/** The header that `tanlu total` writes: the words of the row below it are never a part of it. */
function isOwn(cells: readonly string[]): boolean {
	return cells.length === ownColumns.length && cells.every((cell, at) => cell === ownColumns[at]);
}

/** What titles say of the years of a table, where any of its first rows or its columns is of a year that they name a part of. */
function partsFor(
	{ at, amounts }: Header,
	titles: readonly PlacedRecord[],
	rows: readonly PlacedRecord[],
): TitleParts | undefined {
	if (at.has("month") || at.has("period_end")) return undefined;
	const parts = titlePartsOf(titles);
	if (parts === undefined || parts.every !== undefined) return parts;
	const index = at.get("period") ?? at.get("year");
	const cells = index === undefined ? [] : rows.map((row) => row.cells[index] ?? "");
	const stated = amounts.flatMap(({ states }) => states.flatMap(([column, text]) => (column === "period" ? [text] : [])));
	const years = new Set([...cells, ...stated].flatMap((text) => /^\s*(\d{4})年?(?:度)?\s*$/.exec(text)?.[1] ?? []));
	// A month above rows of many years is the day on which the table was made, too.
	const months = [...parts.of.values()].every((part) => part === undefined || /年\d{1,2}月(?:份)?$/.test(part));
	if (months && years.size > 2) return undefined;
	// A month in a title and rows of other years alone: the day on which the table was made.
	return [...parts.of].some(([year, part]) => part !== undefined && years.has(year)) ? parts : undefined;
}

/** Of rows of which none is a header the one with most words of columns, if it has two; else the first. */
function likeliest(records: readonly PlacedRecord[], { columns }: Reference): readonly string[] {
	const known = ({ cells }: PlacedRecord): number =>
		mayBeHeader(cells) ? new Set(cells.flatMap((cell) => meaning(cell, "energy", columns)?.column ?? [])).size : 0;
	const [best] = [...records].sort((a, b) => known(b) - known(a));
	return best === undefined || known(best) < 2 ? (records[0]?.cells ?? []) : best.cells;
}

/** A known layout among rows of which none is a header that is read. */
function unreadIn(cuts: readonly Cut[], reference: Reference): Unread | undefined {
	for (const { opening } of cuts) {
		const records = opening(mostTitles).filter(({ cells, cut }) => cut !== true && mayBeHeader(cells));
		for (const index of records.keys()) {
			const unread = unreadLayout(headerRowsAt(records, index, reference), records, index, undefined, reference);
			if (unread !== undefined) return unread;
		}
	}
	return undefined;
}

const aNumber = /^\s*[-+]?(?:0|[1-9][\d,]*)(?:\.\d+)?\s*$/;

/** Says of each column that is not known whether the first rows have numbers in it: they may be amounts that nobody counts. */
function withNumbers(header: Header, rows: readonly PlacedRecord[], { kindWords }: Reference): Header {
	const numbered = new Set(
		header.unread.flatMap((index) => {
			const word = header.words[index] as string;
			return rows.some(({ cells }) => aNumber.test(cells[index] ?? "")) && kindWords.mayBeMisspelt(word) ? [word] : [];
		}),
	);
	const holds = (word: string): boolean => numbered.has(word);
	const remarks = header.remarks.map((one) =>
		one.about.code === "unknown-column" && holds(one.word)
			? { ...one, about: remark("unknown-column", { ...one.about.with, numbers: true }) }
			: one,
	);
	return { ...header, remarks };
}

/** Longer words name no column, and more columns than a spreadsheet has are none: nothing is asked of them one by one. */
function mayBeHeader(cells: readonly string[]): boolean {
	return cells.length <= mostColumns && cells.every((cell) => cell.length <= longestHeaderWord);
}

/** Where no row could be a header: whether one is too long or too wide for it, or ends too late. Throws `beyond-bound`. */
function refuseOversize(file: string, cuts: readonly Cut[]): void {
	// However it is cut: another separator leaves whole lines as one cell.
	const [likely] = cuts;
	for (const { cells, cut } of likely?.opening(mostTitles) ?? []) {
		if (cells.length > mostColumns) throw new Trouble("beyond-bound", { file, bound: "columns", most: mostColumns });
		if (cells.some((cell) => cell.length > longestHeaderWord))
			throw new Trouble("beyond-bound", { file, bound: "header-word", most: longestHeaderWord });
		if (cut === true) throw new Trouble("beyond-bound", { file, bound: "head", most: longestHead });
	}
}

/** A list of firms can be two labelled cells of a title: the table itself may stand below, unless it is said that it is that list. */
function isWhole({ usable, kind }: Header, forced: TableKind | undefined): boolean {
	return usable && (kind !== "firms" || forced === "firms");
}

/** One that is usable before one that is not, else the earlier. */
function better(a: Opening | undefined, b: Opening): Opening {
	return a === undefined || (!a.header.usable && b.header.usable) ? b : a;
}
