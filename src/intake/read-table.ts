/** One table, row by row: what is data goes to the reader of its kind, what is none is told; every row is accounted for. */
import { isBlank, type RecordReader, readRecords } from "../csv/records.ts";
import type { Source } from "../csv/source.ts";
import type { Survey } from "../csv/survey.ts";
import { type Period, read as readPeriodText, write as writePeriod } from "../domain/period.ts";
import { type Code, type Finding, finding, type Place, type Remark, remark } from "../findings/finding.ts";
import { gravity } from "../findings/gravity.ts";
import { bookOf, mark } from "../ledger/ledger.ts";
import type { Supplied } from "../ledger/supplied.ts";
import { plain } from "../reference/spelling.ts";
import { settleCommas } from "./commas.ts";
import { fillDown } from "./fill-down.ts";
import { type Header, readHeader } from "./header.ts";
import { cellReader, firmColumn, type Outcome, type RowReader, type TableContext, tellGiven } from "./intake.ts";
import { readName } from "./names.ts";
import { noDataReader } from "./no-data.ts";
import type { Opening } from "./opening.ts";
import { deflatorReader } from "./tables/deflator.ts";
import { energyReader } from "./tables/energy.ts";
import { factorsReader } from "./tables/factors.ts";
import { firmsReader } from "./tables/firms.ts";
import { outputReader } from "./tables/output.ts";
import { targetsReader } from "./tables/targets.ts";
import { type Totals, totalsOf } from "./totals.ts";
import { wideReader } from "./wide-rows.ts";

/** What a spreadsheet's own cells may hold; more is a quote that was never closed, or a text pasted into the wrong place. */
export const longestCell = 32_767;

/** What became of the rows below the header; of those not used, by the code that says why. */
export interface RowCounts {
	read: number;
	used: number;
	refused: number;
	skipped: number;
	readonly reasons: Map<`${"refused" | "skipped"} ${Code | "blank"}`, number>;
}

/** A row below the header, what stands above it, and what became of it. */
export interface TakenRow {
	readonly file: string;
	/** Rows above the header that hold something: what they say may stand in for a column. */
	readonly titles: readonly (readonly string[])[];
	/** The words of the header that the row is read by; a file may have several. */
	readonly header: readonly string[];
	/** As they stand in the file; where blanks of merged cells are filled, filled: alone the row would not say whose it is. */
	readonly cells: readonly string[];
	readonly outcome: Outcome;
	readonly row: number;
	/** The code that says why it was not used; empty where it was. */
	readonly why: string;
}

/** Is handed every row but blank ones. */
export type RowTaker = (row: TakenRow) => void;

export interface OpenTable extends Opening {
	readonly source: Source;
	readonly surveyed: Survey;
}

/** Everything a table is read with but the table itself. */
export type TableSetting = Omit<TableContext, "header" | "file" | "commas"> & {
	readonly fillDown: boolean;
	readonly supplied: Supplied;
	/** Counts findings that are too many to be told with their place. */
	readonly tellUnkept: (code: Code, count: number) => void;
	/** Called for every row, where rows are wanted. */
	readonly takeRow: RowTaker | undefined;
};

/** Reads a table to its end, telling what is found on the way. */
export async function readTable(table: OpenTable, setting: TableSetting): Promise<RowCounts> {
	const file = table.source.name;
	const { ledger } = setting;
	const rows: RowCounts = { read: 0, used: 0, refused: 0, skipped: 0, reasons: new Map() };
	const titles = table.titles.map(({ cells }) => cells);
	const sink = sinkOf(setting.tell);
	const commas: TableContext["commas"] = new Map();
	const context: TableContext = { ...setting, tell: sink.tell, file, header: table.header, commas };
	const tellAt = (about: Remark, row: number, line: number, column = "", value = ""): void =>
		sink.tell(finding(about, { file, row, line, column, value }));
	tellOpening(table, context, tellAt);
	let stretch = stretchOf(context, setting);
	let taken: readonly string[] = [];
	let blankRows: { readonly row: number; readonly line: number; count: number } | undefined;

	const judge = (given: readonly string[], row: number, line: number): Outcome => {
		let cells = given;
		taken = given;
		const fault = cellFault(cells, table.surveyed.hasNul);
		const { header } = stretch.context;
		if (fault !== undefined)
			return broken(stretch.context, cells, fault.about, { row, line, column: header.words[fault.at] ?? "", value: fault.value });
		const noData = stretch.noData?.(cells);
		if (noData?.kind === "header") {
			tellAt(remark("repeated-header", {}), row, line);
			return "skipped";
		}
		if (noData?.kind === "note") {
			tellAt(remark("note-row", {}), row, line, "", noData.word.slice(0, 120));
			return "skipped";
		}
		if (noData === undefined) {
			const other = stretch.otherHeader(cells, row, line);
			if (other !== undefined) {
				stretch.finish();
				stretch = stretchOf({ ...context, header: other }, setting);
				tellAt(remark("header-changed", { words: other.words.filter((word) => word !== "") }), row, line);
				tellHeader(other, context, tellAt);
				return "skipped";
			}
		}
		if (stretch.fill !== undefined) {
			const { cells: whole, filled } = stretch.fill.fill(cells);
			cells = whole;
			taken = whole;
			if (filled.length > 0) tellAt(remark("filled-down", { columns: filled }), row, line);
		}
		if (noData?.kind === "total") {
			stretch.totals?.note(withConstants(cells, header), row, line, noData.column, noData.word);
			return "skipped";
		}
		if (!header.usable) return unread(stretch.context, cells);
		// Spreadsheets pad short rows and leave empty cells behind the last column: only cells with something in them count.
		const extra = cells.length > header.width && cells.slice(header.width).some((cell) => cell.trim() !== "");
		if (extra || cells.length < header.width) {
			const about = remark("ragged-row", { expected: header.width, found: cells.length });
			return broken(stretch.context, cells, about, { row, line, column: "", value: "" });
		}
		return stretch.read(
			header.constants.length === 0 && header.amounts.length === 0 ? cells : withConstants(cells, header),
			row,
			line,
		);
	};

	const records: RecordReader = {
		record: (cells, row, line) => {
			if (row <= table.header.place.row) return;
			rows.read += 1;
			if (isBlank(cells)) {
				rows.skipped += 1;
				count(rows, "skipped blank");
				stretch.fill?.end();
				if (blankRows === undefined) blankRows = { row, line, count: 1 };
				else blankRows.count += 1;
				return;
			}
			if (blankRows !== undefined) {
				tellAt(remark("blank-rows", { rows: blankRows.count }), blankRows.row, blankRows.line);
				blankRows = undefined;
			}
			sink.begin(row);
			const outcome = judge(cells, row, line);
			rows[outcome] += 1;
			if (outcome !== "used") count(rows, `${outcome} ${sink.reason(outcome)}`);
			if (setting.takeRow !== undefined) {
				const { words, width } = stretch.context.header;
				const why = outcome === "used" ? "" : sink.reason(outcome);
				setting.takeRow({ file, titles, header: words.slice(0, width), cells: taken, outcome, row, why });
			}
		},
		unclosed: (row, line, skippedLines) => {
			rows.read += 1;
			rows.refused += 1;
			count(rows, "refused unclosed-quote");
			tellAt(remark("unclosed-quote", { skippedLines }), row, line);
			ledger.pooledUnknown = true;
			ledger.rowsLost = true;
		},
	};
	await readRecords(table.source, table.surveyed, table.separator, records);
	stretch.finish();
	settleCommas(commas, ledger, sink.tell, setting.tellUnkept);
	if (rows.read === 0) tellAt(remark("no-data", {}), 0, 0);
	return rows;
}

/** The rows under one header: nearly always all rows of the table. */
interface Stretch {
	readonly context: TableContext;
	readonly read: RowReader;
	/** Tells rows that are no data, in tables where there may be some. */
	readonly noData: ReturnType<typeof noDataReader> | undefined;
	readonly totals: Totals | undefined;
	readonly fill: ReturnType<typeof fillDown> | undefined;
	/** Another header of the same kind of table, where a row is one. */
	readonly otherHeader: (cells: readonly string[], row: number, line: number) => Header | undefined;
	readonly finish: () => void;
}

function stretchOf(context: TableContext, { fillDown: filling, supplied }: TableSetting): Stretch {
	const { header } = context;
	const long = (own: TableContext): RowReader => readerOf(own, supplied);
	const ofFirms = header.kind === "energy" || header.kind === "output";
	const of = (own: TableContext): { readonly read: RowReader; readonly finish?: () => void } =>
		own.header.amounts.length > 0 ? wideReader(own, long) : { read: long(own) };
	const { read, finish } = of(context);
	const totals = ofFirms && header.usable ? totalsOf(context, (own) => of(own).read) : undefined;
	return {
		context,
		read,
		noData: ofFirms ? noDataReader(header) : undefined,
		totals,
		fill: filling && ofFirms ? fillDown(header) : undefined,
		otherHeader: ofFirms ? otherHeaderReader(context) : () => undefined,
		finish: () => {
			finish?.();
			totals?.finish();
		},
	};
}

/** Asked only of rows whose period cell begins with a letter: a header's word, or a period that nobody can read. */
function otherHeaderReader({ header, reference }: TableContext): Stretch["otherHeader"] {
	const index = header.at.get("period") ?? header.at.get("year") ?? -1;
	return (cells, row, line) => {
		const text = cells[index] ?? "";
		const first = text.charCodeAt(0);
		if (text === "" || (first >= 48 && first <= 57)) return undefined;
		const known = cells.filter((cell) => reference.columns.find(header.kind, cell) !== undefined).length;
		if (known < 2) return undefined;
		const other = readHeader(cells, undefined, reference, header.given, { row, line });
		return other?.usable && other.kind === header.kind ? other : undefined;
	};
}

function withConstants(cells: readonly string[], { width, constants }: Header): readonly string[] {
	if (cells.length === width) return [...cells, ...constants];
	return [...cells.slice(0, width), ...Array.from({ length: Math.max(0, width - cells.length) }, () => ""), ...constants];
}

/** What a cell must not hold, whatever it means: NUL bytes, or more than a spreadsheet's cell can. */
function cellFault(
	cells: readonly string[],
	mayHoldNul: boolean,
): { readonly about: Remark; readonly at: number; readonly value: string } | undefined {
	for (let at = 0; at < cells.length; at++) {
		const cell = cells[at] as string;
		if (mayHoldNul && cell.includes("\0")) return { about: remark("nul-byte", {}), at, value: cell.slice(0, 120) };
		if (cell.length > longestCell)
			return { about: remark("cell-too-long", { length: cell.length, most: longestCell }), at, value: `${cell.slice(0, 20)}…` };
	}
	return undefined;
}

/** Titles, newlines, and what is wrong with the header. */
function tellOpening(
	{ titles, surveyed, header }: OpenTable,
	context: TableContext,
	tellAt: (about: Remark, row: number, line: number, column?: string, value?: string) => void,
): void {
	const [first] = titles;
	if (first !== undefined) {
		const words = first.cells.find((cell) => cell.trim() !== "") ?? "";
		tellAt(remark("title-lines", { rows: titles.length }), first.row, first.line, "", words.slice(0, 120));
	}
	if (surveyed.newlines.length > 1) tellAt(remark("mixed-newlines", { kinds: surveyed.newlines }), 0, 0);
	tellHeader(header, context, tellAt);
}

function tellHeader(
	header: Header,
	context: TableContext,
	tellAt: (about: Remark, row: number, line: number, column?: string, value?: string) => void,
): void {
	for (const { about, word } of header.remarks) tellAt(about, header.place.row, header.place.line, word, word);
	for (const given of header.given) if (given.column !== "year" || !header.at.has("period")) tellGiven(context, given);
}

function readerOf(context: TableContext, supplied: Supplied): RowReader {
	switch (context.header.kind) {
		case "energy":
			return energyReader(context);
		case "output":
			return outputReader(context);
		case "firms":
			return firmsReader(context);
		case "factors":
			return factorsReader(context, supplied);
		case "deflator":
			return deflatorReader(context, supplied);
		case "targets":
			return targetsReader(context, supplied);
	}
}

/** A row whose cells are not where they should be: told, and it reaches as far as it seems to say. */
function broken(context: TableContext, cells: readonly string[], about: Remark, where: Omit<Place, "file">): Outcome {
	const { firm, period } = seemsToSay(context, cells);
	context.tell(finding(about, { file: context.file, ...where }, firm, period === undefined ? "" : writePeriod(period)));
	return lost(context, firm, period);
}

/** A row below a header that cannot be used: the header is told, and the row reaches as far as it seems to say. */
function unread(context: TableContext, cells: readonly string[]): Outcome {
	const { header, ledger } = context;
	const twice = header.remarks.flatMap(({ about }) => (about.code === "duplicate-column" ? [about.with.meaning] : []));
	const column = firmColumn(header);
	if (ofFirms(context) && (!header.at.has(column) || twice.includes(column))) {
		ledger.pooledUnknown = true;
		ledger.rowsLost = true;
		return "refused";
	}
	const { firm, period } = seemsToSay(context, cells);
	return lost(context, firm, twice.includes("period") || twice.includes("year") ? undefined : period);
}

function ofFirms({ header: { kind } }: TableContext): boolean {
	return kind === "energy" || kind === "output" || kind === "firms";
}

/** Firm and period of a row that nobody vouches for; empty and undefined where they cannot be read. */
function seemsToSay(
	context: TableContext,
	cells: readonly string[],
): { readonly firm: string; readonly period: Period | undefined } {
	const { header } = context;
	const cell = cellReader(header);
	const whole = withConstants(cells, header);
	const column = firmColumn(header);
	const named = cell(whole, column);
	const firm = ofFirms(context) && named.length <= longestCell ? (readName(column, named.replaceAll("\0", "")).name ?? "") : "";
	return { firm, period: readPeriodText(plain(cell(whole, header.at.has("period") ? "period" : "year").slice(0, 40))) };
}

/** What a row would have said is unknown of the firm and year it seems to name, else of the run. */
function lost(context: TableContext, firm: string, period: Period | undefined): Outcome {
	const { header, ledger } = context;
	if (!ofFirms(context)) return "refused";
	if (firm === "") ledger.pooledUnknown = true;
	else {
		const what = header.kind === "energy" ? "any" : header.kind === "output" ? "output" : "verdict";
		mark(bookOf(ledger, firm), { year: period?.year ?? null, what });
	}
	return "refused";
}

/**
 * Passes findings on, each once: the columns of a wide row share its firm and period, and what stands in for a column is the
 * same for every row. Remembers the first reason of the row being read.
 */
function sinkOf(tell: (found: Finding) => void): {
	readonly tell: (found: Finding) => void;
	readonly begin: (row: number) => void;
	readonly reason: (outcome: "refused" | "skipped") => Code | "blank";
} {
	let current = 0;
	const inRow = new Set<string>();
	const elsewhere = new Set<string>();
	let first: Code | undefined;
	let firstError: Code | undefined;
	return {
		tell: (found) => {
			const { row, column, value } = found.at;
			const name = `${found.code}\u001f${row}\u001f${column}\u001f${value}`;
			if (row === current) {
				if (inRow.has(name)) return;
				inRow.add(name);
			} else if (row < current) {
				if (elsewhere.has(name)) return;
				elsewhere.add(name);
			}
			first ??= found.code;
			if (gravity[found.code] === "error") firstError ??= found.code;
			tell(found);
		},
		begin: (row) => {
			current = row;
			inRow.clear();
			first = undefined;
			firstError = undefined;
		},
		reason: (outcome) => (outcome === "refused" ? (firstError ?? "missing-column") : (first ?? "total-row")),
	};
}

function count(rows: RowCounts, reason: `${"refused" | "skipped"} ${Code | "blank"}`): void {
	rows.reasons.set(reason, (rows.reasons.get(reason) ?? 0) + 1);
}
