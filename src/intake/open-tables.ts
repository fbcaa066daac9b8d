/** Sources opened and their headers read: which tables they hold, what is passed over, and which cannot be used. */

import type { TableKind } from "../contract/tables.ts";
import { byCodeUnit } from "../domain/order.ts";
import { finding, type Place, type Remark, remark } from "../findings/finding.ts";
import { add, closed, openTally, type Tally } from "../findings/tally.ts";
import { Trouble, type TroubleFacts } from "../findings/trouble.ts";
import { nearColumns } from "../layout/header.ts";
import { openingOf } from "../layout/opening.ts";
import { glanceAt, opener } from "../records/open.ts";
import type { CellRemark, Sheet } from "../records/sheet.ts";
import type { Source } from "../records/source.ts";
import type { Reference } from "../reference/reference.ts";
import { plain } from "../reference/spelling.ts";
import type { IngestRequest } from "./ingest.ts";
import type { OpenTable } from "./read-table.ts";

/** Why a file that was met is passed over; undefined where it is damaged, or cannot be opened. */
function passedOver({ code, with: particulars }: TroubleFacts): Remark | undefined {
	if (code === "not-recognised") return remark("file-passed-over", { why: "no-table", header: particulars.header });
	if (code === "workbook-not-read" && particulars.why === "empty")
		return remark("file-passed-over", { why: "no-table", header: [] });
	if (code === "not-a-table") return remark("file-passed-over", { why: particulars.what, header: [] });
	return undefined;
}

/**
 * Opens every file and reads the header of each sheet: those that options name first, then in order of name. The same bytes twice
 * are read once.
 */
export async function openTables(
	request: IngestRequest,
	reference: Reference,
): Promise<{ readonly tables: readonly OpenTable[]; readonly tally: Tally; readonly unusable: readonly TroubleFacts[] }> {
	const tally = openTally(request.terms);
	const unusable: TroubleFacts[] = [];
	for (const { file, what } of request.passed) {
		const about =
			what === "rules"
				? remark("reference-not-named", { kind: "rules", option: "--rules", file, columns: [] })
				: remark("file-passed-over", { why: what, header: [] });
		add(tally, finding(about, ofFile(file)));
	}
	const rank = ({ name }: Source): number => (request.byOption.has(name) ? 0 : 1);
	const ordered = [...request.sources].sort((a, b) => rank(a) - rank(b) || byCodeUnit(a.name, b.name));
	const opened: OpenTable[] = [];
	const known = new Map<string, string>();
	const openSource = opener(request);
	const { header } = request;
	const openedWith = openedWithOf(request, reference);
	const openOne = async (source: Source): Promise<void> => {
		const { file, content, sheets } = await openSource(source);
		const twin = content === null ? undefined : known.get(content);
		if (twin !== undefined) {
			add(tally, finding(remark("same-file", { other: twin }), ofFile(file)));
			return;
		}
		// Of a stretch without a header nothing is no row.
		if (content === null && header !== undefined) return;
		if (content !== null) known.set(content, file);
		const { sheets: all, hiddenWords, remarks } = await sheets();
		const { tables, passed } = tablesOf(all, request.kinds.get(file) ?? [], request.operands.has(file), openedWith);
		// Where no sheet counts, what is hidden may be why.
		for (const { about, sheet, row, column, value } of [
			...remarks,
			...(tables.length === 0 ? [] : passed.map(passedSheet)),
			...hiddenSheets(hiddenWords, openedWith),
		])
			add(tally, finding(about, { ...(sheet === undefined ? { file } : { file, sheet }), row, line: row, column, value }));
		if (tables.length === 0) throw noTable(file, passed);
		opened.push(...tables);
	};
	for (const source of ordered) {
		try {
			await openOne(source);
		} catch (error) {
			if (!(error instanceof Trouble)) throw error;
			const facts = factsOf(error);
			const about = request.met.has(source.name) ? passedOver(facts) : undefined;
			if (about === undefined) unusable.push(facts);
			else add(tally, finding(about, ofFile(source.name)));
		}
	}
	return { tables: opened, tally: closed(tally), unusable };
}

/** Where there is no number, it does not matter which layout is not read. */
type NoTable = Trouble<"not-recognised"> | Trouble<"layout-not-read">;

/** What headers are read with. */
interface OpenedWith {
	readonly reference: Reference;
	readonly assumedFirm: string;
	readonly header?: string;
}

function openedWithOf({ assumedFirm, header }: IngestRequest, reference: Reference): OpenedWith {
	return { reference, assumedFirm, ...(header === undefined ? {} : { header }) };
}

/** The table that a large text will be, as far as its head shows; undefined where that shows none. */
export async function glancedTable(source: Source, request: IngestRequest, reference: Reference): Promise<OpenTable | undefined> {
	try {
		const sheet = await glanceAt(source, request.encoding);
		return sheet && tableOf(sheet, request.kinds.get(source.name)?.at(-1), openedWithOf(request, reference));
	} catch (error) {
		// Opening it says why.
		if (error instanceof Trouble) return undefined;
		throw error;
	}
}

interface PassedSheet {
	readonly sheet: Sheet;
	readonly why: NoTable | "other-table";
}

/**
 * The tables among the sheets of a source. A file that is one sheet is what it is forced to be. Of a workbook the sheets that are of
 * a forced kind by themselves are meant, and the others only where the workbook is an operand, too; where none is, all are forced.
 */
function tablesOf(
	sheets: readonly Sheet[],
	forced: readonly TableKind[],
	isOperand: boolean,
	reading: OpenedWith,
): { readonly tables: readonly OpenTable[]; readonly passed: readonly PassedSheet[] } {
	const kind = forced.at(-1);
	const [only] = sheets;
	if (only?.sheet === null) return { tables: [tableOf(only, kind, reading)], passed: [] };
	const tables: OpenTable[] = [];
	const passed: PassedSheet[] = [];
	for (const sheet of sheets) {
		try {
			const table = tableOf(sheet, undefined, reading);
			if (isOperand || kind === undefined || forced.includes(table.header.kind)) tables.push(table);
			else passed.push({ sheet, why: "other-table" });
		} catch (error) {
			if (!isNoTable(error, sheet)) throw error;
			passed.push({ sheet, why: error });
		}
	}
	if (kind === undefined || tables.some(({ header }) => forced.includes(header.kind))) return { tables, passed };
	const others = isOperand ? tables : [];
	const taken = new Set(others.map(({ sheet }) => sheet.sheet));
	const left = sheets.filter(({ sheet }) => !taken.has(sheet));
	return { tables: [...others, ...left.map((sheet) => tableOf(sheet, kind, reading))], passed: [] };
}

function isNoTable(error: unknown, { onlyWords }: Sheet): error is NoTable {
	return error instanceof Trouble && (error.code === "not-recognised" || (onlyWords && error.code === "layout-not-read"));
}

/** The words that a sheet begins with, as they are told. */
function firstWordsOf({ cuts }: Sheet): readonly string[] {
	const [first] = cuts(false).flatMap(({ opening }) => opening(1));
	return told(first?.cells ?? []);
}

/** Of the cells of a row, as many as fit into a line. */
function told(cells: readonly string[]): string[] {
	return cells.map((cell) => plain(cell).slice(0, 40)).slice(0, 12);
}

/** Why a source has no table: what its first sheet lacks, or that there is none. */
function noTable(file: string, [first]: readonly PassedSheet[]): Trouble {
	return first !== undefined && first.why !== "other-table"
		? first.why
		: new Trouble("workbook-not-read", { file, why: "empty" });
}

function passedSheet({ sheet, why }: PassedSheet): CellRemark {
	const { sheet: name, onlyWords } = sheet;
	const about =
		why === "other-table"
			? remark("sheet-passed-over", { why, header: [] })
			: onlyWords
				? remark("sheet-of-words", { header: firstWordsOf(sheet) })
				: remark("sheet-passed-over", { why: "no-table", header: firstWordsOf(sheet) });
	return { about, ...(name === null ? {} : { sheet: name }), row: 0, column: "", value: "" };
}

/** Hidden sheets without a number: guides and lists to choose from are told as such, tables as what does not count. */
function hiddenSheets(sheets: readonly Sheet[], reading: OpenedWith): CellRemark[] {
	const tables: string[] = [];
	const remarks: CellRemark[] = [];
	for (const sheet of sheets) {
		try {
			tableOf(sheet, undefined, reading);
			tables.push(sheet.sheet ?? "");
		} catch (error) {
			if (isNoTable(error, sheet)) remarks.push(passedSheet({ sheet, why: error }));
			else tables.push(sheet.sheet ?? "");
		}
	}
	if (tables.length > 0) {
		const about = remark("hidden-cells", { of: "sheets", names: tables, count: tables.length, counted: false });
		remarks.push({ about, row: 0, column: "", value: "" });
	}
	return remarks;
}

/** The table of a sheet. Throws `not-recognised` where it is none that is known, `layout-not-read` where its layout is not read. */
function tableOf(sheet: Sheet, forced: TableKind | undefined, { reference, assumedFirm, header }: OpenedWith): OpenTable {
	const opening = openingOf(sheet, forced, reference, { assumedFirm, ...(header === undefined ? {} : { header }) });
	const shown = sheet.sheet === null ? sheet.file : `${sheet.file}:${sheet.sheet}`;
	if ("firstWords" in opening)
		throw new Trouble("not-recognised", {
			file: shown,
			header: told(opening.firstWords),
			near: nearColumns(opening.firstWords, reference),
		});
	if ("layout" in opening) {
		const words = opening.words.map((cell) => cell.slice(0, 40)).slice(0, 12);
		throw new Trouble("layout-not-read", { file: shown, layout: opening.layout, headerRow: opening.row, words });
	}
	// What is kept of the sheet does not hold its first rows.
	const { file, sheet: name, sha256, decoded, mayHoldNul, remarks } = sheet;
	return { sheet: { file, sheet: name, sha256, decoded, mayHoldNul, remarks }, ...opening };
}

export function ofFile(file: string): Place {
	return { file, row: 0, line: 0, column: "", value: "" };
}

export function factsOf({ code, with: particulars }: Trouble): TroubleFacts {
	return { code, with: particulars } as TroubleFacts;
}
