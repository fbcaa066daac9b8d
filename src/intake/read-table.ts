/** One table, row by row: what is data goes to the reader of its kind, what is none is told; every row is accounted for. */
import type { TableName } from "../domain/order.ts";
import { longestCell, longestRecord } from "../findings/bounds.ts";
import { type Finding, finding, type Place, type Remark, remark } from "../findings/finding.ts";
import { lettered, withConstants, withStandIns } from "../layout/cells.ts";
import type { Header } from "../layout/header.ts";
import type { NoData } from "../layout/no-data.ts";
import type { Opening } from "../layout/opening.ts";
import type { Mark } from "../ledger/ledger.ts";
import type { Supplied } from "../ledger/supplied.ts";
import { openingRecords } from "../records/csv.ts";
import { isBlank, type LostText, type Quirks, type SheetFacts } from "../records/sheet.ts";
import { cellFault, unread } from "./broken-rows.ts";
import { tellDoubtful } from "./doubtful-numbers.ts";
import { HeadersBelow } from "./headers-below.ts";
import { type Outcome, type PlainWho, shortened, type TableContext } from "./intake.ts";
import { Losses, type LostInTable } from "./losses.ts";
import { lookAround } from "./neighbours.ts";
import { type TellAt, tellHeader, tellOpening } from "./opening-told.ts";
import { type NumberWatch, PointsAndCommas } from "./points-and-commas.ts";
import { count, emptyCounts, type RowCounts, type RowTaker, type Seen } from "./row-counts.ts";
import { RowShapes } from "./row-shapes.ts";
import { type Sink, sinkOf } from "./sink.ts";
import { type Stretch, stretchOf } from "./stretch.ts";
import { tables } from "./tables/index.ts";
import { wholeTable } from "./whole-table.ts";

export interface OpenTable extends Opening {
	readonly sheet: SheetFacts;
}

/** Everything a table is read with but the table itself. */
export type TableSetting = Omit<TableContext, "header" | "table" | "numbers" | "losses"> & {
	readonly fillDown: boolean;
	readonly supplied: Supplied;
	readonly seen: Seen;
	/** Called for every row, where rows are wanted. */
	readonly takeRow: RowTaker | undefined;
};

/** What became of a table's rows, and which of them may be whose. */
export interface TableRead {
	readonly rows: RowCounts;
	readonly lost: readonly LostInTable[];
}

/** Reads a table to its end, telling what is found on the way. */
export async function readTable(table: OpenTable, setting: TableSetting): Promise<TableRead> {
	const reading = new TableReading(table, setting);
	await readInto(reading, table);
	const lost = await reading.finish();
	return { rows: reading.rows, lost };
}

async function readInto(reading: TableReading, table: OpenTable): Promise<void> {
	await table.read({
		record: (cells, row, line, quirks) => reading.record(cells, row, line, quirks),
		lost: (text) => reading.lost(text),
		endMark: (row, line) => reading.endMark(row, line),
	});
}

function nameOf({ file, sheet }: SheetFacts): TableName {
	return sheet === null ? { file } : { file, sheet };
}

function reachOf({ kind }: Header): Mark["what"] {
	return tables[kind].reach ?? "any";
}

/** Whether no row of the table is anybody's: it supplies what others are computed with, or says only who firms are. */
function isReference({ header, byOption }: TableContext): boolean {
	return tables[header.kind].reach === null || (header.kind === "firms" && !byOption);
}

/** A table being read. */
export class TableReading {
	readonly rows: RowCounts = emptyCounts();
	/** Some row says something of others: it is a total of those above, or begins another header. */
	reliesOnRows = false;
	private readonly table: OpenTable;
	private readonly setting: TableSetting;
	private readonly sink: Sink;
	/** Of the first header; those below it have their own. */
	private readonly context: TableContext;
	/** One for each header. */
	private readonly losses: Losses[] = [];
	/** What tells of the rows under each header, once the table is read. */
	private readonly finishing: Stretch["finish"][] = [];
	private readonly shapes: RowShapes;
	private readonly titles: readonly (readonly string[])[];
	private stretch: Stretch;
	/** The row being read, with its blanks filled where they are. */
	private taken: readonly string[] = [];
	/** Rows that take cells from merged ones above, and the columns these are in. */
	private readonly merged = { rows: 0, columns: new Set<string>() };
	private readonly below: HeadersBelow;
	private blanks: { readonly row: number; readonly line: number; count: number } | undefined;
	/** What the table's numbers show by their points and commas. */
	readonly numbers: PointsAndCommas;

	/** `watch` is told of numbers in place of the reading itself. */
	constructor(table: OpenTable, setting: TableSetting, watch?: NumberWatch) {
		this.table = table;
		this.setting = setting;
		this.sink = sinkOf(table.sheet.sheet === null ? setting.tell : (found) => setting.tell(this.withLetter(found)));
		this.titles = [...bySheet(table), ...table.titles.map(({ cells }) => cells)];
		this.numbers = new PointsAndCommas(table.separator);
		this.context = {
			...setting,
			tell: this.sink.tell,
			table: nameOf(table.sheet),
			header: table.header,
			numbers: watch ?? this.numbers,
			losses: this.lossesUnder(table.header),
		};
		this.shapes = new RowShapes(this.tellAt);
		this.below = new HeadersBelow(setting.reference, this.tellAt, {
			stretch: () => this.stretch,
			readBy: (header) => this.readBy(header),
			relies: () => {
				this.reliesOnRows = true;
			},
		});
		tellOpening(table, this.context, this.tellAt);
		this.stretch = this.under(this.context);
	}

	record(given: readonly string[], row: number, line: number, quirks?: Quirks): void {
		const { rows, sink, setting } = this;
		if (row <= this.table.header.place.row) return;
		rows.read += 1;
		setting.seen.rows += 1;
		const cells = this.whole(given, quirks);
		if (isBlank(cells)) {
			this.blank(row, line);
			return;
		}
		this.tellBlanks();
		sink.begin(row);
		if (quirks !== undefined) this.tellQuirks(cells, row, line, quirks);
		const outcome = this.judge(cells, row, line);
		rows[outcome] += 1;
		if (outcome !== "used") count(rows, `${outcome} ${sink.reason(outcome)}`);
		if (setting.takeRow === undefined) return;
		const { words, width } = this.stretch.context.header;
		const why = outcome === "used" ? "" : sink.reason(outcome);
		setting.takeRow({
			...this.context.table,
			titles: this.titles,
			header: words.slice(0, width),
			cells: this.taken,
			outcome,
			row,
			why,
		});
	}

	/** Whom a row is about of whose other cells it is known that they tell nothing; undefined where the row has to be read as others are. */
	whoOf(given: readonly string[], row: number, line: number): PlainWho | undefined {
		const { read, longest, noData, fill, context } = this.stretch;
		if (read.who === undefined || fill !== undefined || this.blanks !== undefined) return undefined;
		if (cellFault(given, this.table.sheet.mayHoldNul, longest) !== undefined || noData?.(given) !== undefined) return undefined;
		return read.who(withStandIns(given, context.header), row, line);
	}

	/** A quote swallowed lines, or a line was longer than any record: each line is asked whose row it may be. */
	lost({ why, row, line, cell, lines, whole, skippedLines }: LostText): void {
		if (row <= this.table.header.place.row) return;
		if (why === "cut-off") {
			this.cutOff(lines, row, line);
			return;
		}
		const about =
			why === "never-closes"
				? remark("unclosed-quote", { skippedLines })
				: why === "never-ends"
					? remark("cell-too-long", { length: longestRecord, most: longestCell })
					: remark("misplaced-quote", { why, lines: skippedLines });
		this.rows.read += 1;
		this.rows.refused += 1;
		count(this.rows, `refused ${about.code}`);
		const { context } = this.stretch;
		const column = why === "never-closes" ? "" : (context.header.words[cell] ?? "");
		const at = { ...context.table, row, line, column: cell < context.header.width ? column : "", value: "" };
		if (isReference(context)) this.sink.tell(finding(about, at));
		else context.losses.swallowed(lines.filter((text) => text.trim() !== "").map(this.cellsOf), whole, about, at);
	}

	/** The file ends within a character: its last row is none, and rows may be missing behind it. */
	private cutOff(lines: readonly string[], row: number, line: number): void {
		const about = remark("file-cut-off", {});
		const [last] = lines.slice(-1);
		if (last !== undefined) {
			this.rows.read += 1;
			this.rows.refused += 1;
			count(this.rows, `refused ${about.code}`);
		}
		const { context } = this.stretch;
		const at = { ...context.table, row, line, column: "", value: shortened(last ?? "") };
		if (isReference(context)) this.sink.tell(finding(about, at));
		else context.losses.cutOff(lines[0] === undefined ? undefined : this.cellsOf(lines[0]), about, at);
	}

	endMark(row: number, line: number): void {
		this.tellAt(remark("end-mark", {}), row, line);
	}

	async finish(): Promise<LostInTable[]> {
		const whole = wholeTable(this.setting.ledger, this.context.table);
		for (const finish of this.finishing) finish(whole);
		this.shapes.finish();
		const { rows, columns } = this.merged;
		if (rows > 0) this.tellAt(remark("merged-filled", { columns: [...columns], rows }), 0, 0);
		const { numbers, table, setting } = this;
		if (numbers.isAsked)
			await tellDoubtful(numbers, setting, (again, watch) => readInto(new TableReading(table, again, watch), table));
		if (this.rows.read === 0) this.tellAt(remark("no-data", {}), 0, 0);
		await lookAround(
			this.losses.map((losses) => losses.neighbours()),
			this.table.read,
		);
		return this.losses.flatMap(({ data }) => data ?? []);
	}

	private readonly tellAt: TellAt = (about, row, line, column = "", value = "", letter = "") => {
		const at = { ...this.context.table, row, line, column, value };
		this.sink.tell(finding(about, letter === "" ? at : { ...at, letter }));
	};

	/** A finding of a workbook names the letter of its column. */
	private withLetter(found: Finding): Finding {
		const { at } = found;
		const { header } = (this.stretch ?? { context: this.context }).context;
		return at.letter === undefined ? { ...found, at: { ...at, ...lettered(at, at.column, header) } } : found;
	}

	private lossesUnder(header: Header): Losses {
		// Cells of a workbook are cut by no separator: no text holds this one.
		const { separator } = this.table;
		const losses = new Losses(header, separator ?? "\u001f", reachOf(header), this.setting.reference);
		this.losses.push(losses);
		return losses;
	}

	/** A line as the cells it would be, whatever its quotes. */
	private readonly cellsOf = (text: string): readonly string[] => {
		const { separator } = this.table;
		if (separator === null) return [text];
		return openingRecords(text, separator, 1)[0]?.cells ?? text.replaceAll('"', "").split(separator);
	};

	/** Quotes that are letters, and cells that span lines which may be rows. */
	private tellQuirks(cells: readonly string[], row: number, line: number, { letter, spans }: Quirks): void {
		const { context } = this.stretch;
		const { words, width } = context.header;
		const columnOf = (cell: number): string => (cell < width ? (words[cell] as string) : "");
		if (letter !== null) this.tellAt(remark("quote-in-cell", {}), row, line, columnOf(letter), shortened(cells[letter] ?? ""));
		if (spans === null) return;
		const inside = (cells[spans] ?? "").split(/\r\n|\n|\r/);
		const lines = inside.slice(1).map(this.cellsOf);
		const full = words.slice(0, width).filter((word) => word !== "").length;
		if (!lines.some((one) => one.length >= full)) return;
		const [about, otherwise] = [
			remark("rows-in-cell", { lines: inside.length }),
			remark("cell-spans-lines", { lines: inside.length }),
		];
		const at = { ...context.table, row, line, column: columnOf(spans), value: shortened(inside[0] ?? "") };
		if (isReference(context)) this.sink.tell(finding(otherwise, at));
		else context.losses.inside(lines, cells, { about, otherwise }, at);
	}

	private under(context: TableContext): Stretch {
		const stretch = stretchOf(context, this.setting.fillDown, this.setting.supplied);
		this.finishing.push(stretch.finish);
		return stretch;
	}

	private blank(row: number, line: number): void {
		this.rows.skipped += 1;
		count(this.rows, "skipped blank");
		this.stretch.fill?.end();
		if (this.blanks === undefined) this.blanks = { row, line, count: 1 };
		else this.blanks.count += 1;
	}

	/** Blank rows are told where rows follow them: spreadsheets leave some at the end of every file. */
	private tellBlanks(): void {
		if (this.blanks === undefined) return;
		this.tellAt(remark("blank-rows", { rows: this.blanks.count }), this.blanks.row, this.blanks.line);
		this.blanks = undefined;
	}

	/**
	 * The row as the sheet has it: those of a workbook have all their cells, and cells that are merged with one above are what that one
	 * is.
	 */
	private whole(given: readonly string[], quirks: Quirks | undefined): readonly string[] {
		const { context, fillMerged } = this.stretch;
		const { width } = context.header;
		const padded =
			this.table.separator === null && given.length < width
				? [...given, ...Array.from({ length: width - given.length }, () => "")]
				: given;
		if (quirks?.merged === undefined || isBlank(given)) return padded;
		const { cells, filled } = fillMerged(padded, quirks.merged);
		if (filled.length > 0) this.merged.rows += 1;
		for (const word of filled) this.merged.columns.add(word);
		return cells;
	}

	/** What becomes of a row that is not blank. */
	private judge(given: readonly string[], row: number, line: number): Outcome {
		this.taken = given;
		const { noData: noDataOf } = this.stretch;
		const fault = cellFault(given, this.table.sheet.mayHoldNul, this.stretch.longest);
		if (fault !== undefined) {
			const { about, at, value } = fault;
			return this.refuse(given, about, { row, line, column: this.stretch.context.header.words[at] ?? "", value });
		}
		const noData = noDataOf?.(given);
		if (noData !== undefined && noData.kind !== "total") return this.notData(noData, row, line);
		if (noData === undefined && this.below.isNoData(given, row, line)) return "skipped";
		this.below.beforeRows();
		const { context, fill } = this.stretch;
		const { header } = context;
		const cells = fill === undefined ? given : this.filled(fill, given, row, line);
		if (noData !== undefined) {
			this.reliesOnRows = true;
			this.stretch.totals?.note(withConstants(cells, header), row, line, noData.column, noData.word);
			return "skipped";
		}
		if (!header.usable) return unread(context, cells);
		const ragged = this.shapes.fault(cells, header, this.rows.read, row, line);
		if (ragged !== undefined) return this.refuse(cells, ragged, { row, line, column: "", value: "" });
		this.shapes.note(cells, header, row, line);
		return this.stretch.read(withStandIns(cells, header), row, line);
	}

	/** A row whose cells are not where they should be. */
	private refuse(cells: readonly string[], about: Remark, where: Omit<Place, keyof TableName>): Outcome {
		const { context } = this.stretch;
		const at = { ...context.table, ...where };
		if (isReference(context)) this.sink.tell(finding(about, at));
		else {
			this.sink.defer(about.code);
			context.losses.broken(cells.length > 1000 ? cells.slice(0, 1000) : cells, about, at);
		}
		return "refused";
	}

	private notData(noData: Exclude<NoData, { kind: "total" }>, row: number, line: number): Outcome {
		if (noData.kind === "header") this.below.repeated(row, line);
		else this.tellAt(remark("note-row", {}), row, line, "", noData.word.slice(0, 120));
		return "skipped";
	}

	/** Reads the rows that follow by another header. */
	private readBy(header: Header): void {
		this.stretch = this.under({ ...this.context, header, losses: this.lossesUnder(header) });
		tellHeader(header.usable ? header : { ...header, given: [] }, this.context, this.tellAt);
	}

	private filled(fill: NonNullable<Stretch["fill"]>, given: readonly string[], row: number, line: number): readonly string[] {
		const { cells, filled } = fill.fill(given);
		this.taken = cells;
		if (filled.length > 0) this.tellAt(remark("filled-down", { columns: filled }), row, line);
		return cells;
	}
}

/** What the name of a sheet says of its rows, as a title of a file that holds them: there it has no such name. */
function bySheet({ header }: OpenTable): string[][] {
	return header.given.flatMap(({ column, row, value }) => (column === "year" && row === 0 ? [[`period: ${value}`]] : []));
}
