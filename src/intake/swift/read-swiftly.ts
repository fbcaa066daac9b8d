/**
 * A large table of months, read by its bytes (D191). Rows whose texts are all known go into typed memory as numbers. Every other row is read by the
 * plain path, there and then: it alone decides what a text means and tells what is found. What one row says of others the swift path
 * does not see, so a table with such a row is given up and read again by the plain path alone.
 */

import { FirmShelf, type StoredFirm } from "../../ledger/firm-shelf.ts";
import { folderOf, noteFile } from "../../ledger/folders.ts";
import { joinLedgers, pour } from "../../ledger/join.ts";
import { emptyLedger, type FirmRecord, type Ledger } from "../../ledger/ledger.ts";
import { StoredMonths } from "../../ledger/stored-months.ts";
import { Cutter } from "../../records/cutter.ts";
import { isBlank, type Quirks } from "../../records/sheet.ts";
import { ofWhich } from "../../reference/kind-words.ts";
import { shows } from "../number-writing.ts";
import { type OpenTable, type TableRead, TableReading, type TableSetting } from "../read-table.ts";
import type { Seen } from "../row-counts.ts";
import type { SwiftColumns } from "./columns.ts";
import { lines } from "./lines.ts";
import { observed } from "./observed.ts";
import { Scanner } from "./scan.ts";

/** What a table comes to. */
export interface SwiftlyRead extends TableRead {
	readonly ledger: Ledger;
}

/** After so many rows, and each time they have doubled, it is asked whether too many of them are none that numbers are kept of. */
const asked = 1 << 9;
const mostUnkept = 1 / 4;
/** Kinds beyond these are not remembered: a column that differs in every row makes none that come again. */
const mostKinds = 1 << 14;

/** Some row says something of others, or is none that lines can be read by. */
const givenUp = Symbol("given up");

/** Undefined where the plain path has to read all of the table; what was told by then is to be dropped. */
export async function readSwiftly(
	table: OpenTable,
	columns: SwiftColumns,
	setting: Omit<TableSetting, "ledger">,
	adding: boolean,
): Promise<SwiftlyRead | undefined> {
	const reading = new SwiftReading(table, columns, setting, adding);
	try {
		for await (const stretch of lines(await columns.bytes.pieces(), columns.bytes.markLength)) {
			if (stretch === undefined) return undefined;
			reading.take(stretch.bytes, stretch.length, stretch.open);
		}
	} catch (error) {
		if (error === givenUp) return undefined;
		throw error;
	}
	return await reading.finish();
}

class SwiftReading {
	private readonly table: OpenTable;
	private readonly columns: SwiftColumns;
	private readonly adding: boolean;
	private readonly plain: TableReading;
	/** What became of the row that the plain path reads: empty before each. */
	private readonly ofRow: Ledger;
	/** What became of such rows, but for those that are kept as numbers. */
	private held: Ledger;
	private readonly stored = new StoredMonths();
	private readonly scanner: Scanner;
	/** All firms in the order in which they came, each with its numbers. */
	private readonly firms = new Map<string, StoredFirm[]>();
	private readonly decoder: InstanceType<typeof TextDecoder>;
	/** Lines up to the header. */
	private above: number;
	/** Findings so far. */
	private told = 0;
	private plainRows = 0;
	/** Of them, those that are not kept as numbers: the first row of a firm is. */
	private unkept = 0;
	private readonly seen: Seen;
	/** Rows of tables before this one. */
	private readonly seenBefore: number;
	private nextAsked = asked;
	/** The row that comes stands behind one that may go on in it. */
	private plainNext = false;

	constructor(table: OpenTable, columns: SwiftColumns, setting: Omit<TableSetting, "ledger">, adding: boolean) {
		this.table = table;
		this.columns = columns;
		this.adding = adding;
		this.seen = setting.seen;
		this.seenBefore = setting.seen.rows;
		this.ofRow = emptyLedger(adding);
		this.held = emptyLedger(adding);
		const tell: TableSetting["tell"] = (found) => {
			this.told += 1;
			setting.tell(found);
		};
		this.plain = new TableReading(table, { ...setting, ledger: this.ofRow, tell });
		this.above = table.header.place.line;
		this.scanner = new Scanner(columns, this.stored, this.above);
		this.decoder = new TextDecoder(columns.bytes.encoding, { fatal: true, ignoreBOM: true });
	}

	/** Whole lines; `open`: the text ends in the last of them, without a newline. */
	take(bytes: Uint8Array, length: number, open: boolean): void {
		let at = 0;
		for (; this.above > 0 && at < length; this.above -= 1) {
			const end = bytes.indexOf(10, at);
			// A title whose quotes span lines makes rows and lines differ.
			if (this.lineOf(bytes, at, end, open && end + 1 === length).split('"').length % 2 === 0) throw givenUp;
			at = end + 1;
		}
		while (at < length) {
			if (!this.plainNext) at = this.scanner.run(bytes, at, length);
			if (at >= length) break;
			if (this.plainNext) this.scanner.leave();
			const end = bytes.indexOf(10, at);
			this.readPlainly(this.lineOf(bytes, at, end, open && end + 1 === length));
			at = end + 1;
		}
		this.seen.rows = this.seenBefore + this.scanner.row;
	}

	/** Undefined where a number may be another: who tells of it reads cells. */
	async finish(): Promise<SwiftlyRead | undefined> {
		const { plain, scanner } = this;
		this.addShown();
		if (plain.numbers.isAsked) return undefined;
		const swift = scanner.row - this.table.header.place.row - this.plainRows;
		plain.rows.read += swift;
		plain.rows.used += swift;
		const lost = await plain.finish();
		this.setAside();
		const { pooledUnknown, rowsLost, planLost } = this.ofRow;
		return { rows: plain.rows, lost, ledger: { firms: this.shelf(), pooledUnknown, rowsLost, planLost, adding: this.adding } };
	}

	/** What the numbers show that were kept; a measured value stands in as many rows as have its text. */
	private addShown(): void {
		const { numbers } = this.plain;
		const measured = numbers.shown & shows.onePointElsewhere;
		for (const [firm, stored] of this.firms)
			for (const { index } of stored) numbers.add(firm, (this.scanner.shows[index] as number) | measured);
	}

	private lineOf(bytes: Uint8Array, from: number, end: number, open: boolean): string {
		let text: string;
		try {
			text = this.decoder.decode(bytes.subarray(from, end));
		} catch {
			throw givenUp;
		}
		const line = !open && text.endsWith("\r") ? text.slice(0, -1) : text;
		// Other newlines, and the mark of a file's end, are for who reads the text as a whole.
		if (line.includes("\r") || line.endsWith("\u001a")) throw givenUp;
		return line;
	}

	/** The row that the scanner left. */
	private readPlainly(line: string): void {
		const { scanner, plain, ofRow, told } = this;
		const { row } = scanner;
		this.plainRows += 1;
		this.askWorth(row - this.table.header.place.row);
		const { cells, quirks } = this.cellsOf(line);
		// What 其中 is a part of stands in rows above.
		if (this.columns.named.some((index) => ofWhich(cells[index] ?? "") !== undefined)) throw givenUp;
		const used = plain.rows.used;
		plain.record(cells, row, row, quirks);
		if (plain.reliesOnRows) throw givenUp;
		const isUsed = plain.rows.used > used;
		this.plainNext = !isUsed || isBlank(cells);
		for (const firm of ofRow.firms.keys()) if (!this.firms.has(firm)) this.firms.set(firm, []);
		if (isUsed && this.told === told && scanner.whole && quirks === undefined && this.isLearnt(cells)) ofRow.firms.clear();
		else {
			this.unkept += 1;
			this.setAside();
		}
	}

	/** The cells of a line as the text is cut; a quote that does not close in it is for who reads the text as a whole. */
	private cellsOf(line: string): { readonly cells: readonly string[]; readonly quirks: Quirks | undefined } {
		if (!line.includes('"')) return { cells: line.split(this.columns.separator), quirks: undefined };
		const found: { cells: readonly string[]; quirks: Quirks | undefined }[] = [];
		let lost = false;
		const cutter = new Cutter(this.columns.separator, {
			record: (cells, _row, _line, quirks) => found.push({ cells, quirks }),
			lost: () => {
				lost = true;
			},
		});
		cutter.push(`${line}\n`);
		cutter.end();
		const [only, ...more] = found;
		if (only === undefined || lost || more.length > 0) throw givenUp;
		return only;
	}

	/** Whether rows like this one will be known from now on, and this one is kept as a number. */
	private isLearnt(cells: readonly string[]): boolean {
		const { scanner, columns, ofRow } = this;
		const amountAt = this.table.header.at.get("quantity") as number;
		const first = cells[columns.dated]?.charCodeAt(0) ?? 0;
		if (first < 48 || first > 57) return false;
		const seen = observed(ofRow, scanner.row, cells[amountAt] ?? "");
		// Where codes stand in a column, a firm without one may be refused by a row further down.
		if (seen === undefined || (columns.coded >= 0 && !seen.byCreditCode)) return false;
		if (scanner.what.size >= mostKinds && scanner.what.find(scanner) < 0) return false;
		const [who, when, what] = [scanner.who.add(scanner), scanner.when.add(scanner), scanner.what.add(scanner)];
		if (when === scanner.years.length) {
			scanner.years.push(seen.year);
			scanner.months.push(seen.month);
		}
		if (what === this.stored.kinds.length) this.stored.kinds.push(seen.kind);
		const own = this.firms.get(seen.firm) as StoredFirm[];
		if (!own.some(({ index }) => index === who)) {
			const { byCreditCode, said } = seen;
			this.stored.firm(who);
			own.push({ months: this.stored, index: who, file: this.table.sheet.file, byCreditCode, said });
		}
		return this.stored.put(who, what, seen.year, seen.month, scanner.digits, scanner.places, scanner.row);
	}

	/** Keeps what became of a row as the plain path made it. */
	private setAside(): void {
		const { ofRow, firms } = this;
		for (const firm of ofRow.firms.keys()) if (!firms.has(firm)) firms.set(firm, []);
		this.held = joinLedgers(this.held, ofRow);
		ofRow.firms.clear();
	}

	private askWorth(rows: number): void {
		if (rows < this.nextAsked) return;
		if (this.unkept > rows * mostUnkept) throw givenUp;
		this.nextAsked = rows * 2;
	}

	private shelf(): FirmShelf {
		const shelf = new FirmShelf(this.adding);
		const { file } = this.table.sheet;
		const folder = folderOf(file);
		for (const [firm, stored] of this.firms) {
			const held = this.held.firms.get(firm);
			if (stored.length > 0) shelf.keep(firm, stored);
			if (held === undefined) continue;
			if (folder !== undefined) noteFile(held.folders, folder, file);
			held.plain.clear();
			if (stored.length > 0) pour(shelf.hold(firm) as FirmRecord, held, this.adding);
			else shelf.keep(firm, held);
		}
		return shelf;
	}
}
