/**
 * One reading of a large table of months by its bytes: rows whose texts are all known become numbers, every other row is read by the plain path,
 * there and then.
 */
import { FirmShelf, type StoredFirm, saidOf } from "../../ledger/firm-shelf.ts";
import { folderOf, noteFile } from "../../ledger/folders.ts";
import { joinLedgers, pour } from "../../ledger/join.ts";
import { emptyLedger, type FirmRecord, type Ledger } from "../../ledger/ledger.ts";
import { StoredMonths } from "../../ledger/stored-months.ts";
import { isBlank, type Quirks } from "../../records/sheet.ts";
import { ofWhich } from "../../reference/kind-words.ts";
import type { PlainWho } from "../intake.ts";
import { european, shows } from "../number-writing.ts";
import { type OpenTable, type TableRead, TableReading, type TableSetting } from "../read-table.ts";
import type { Seen } from "../row-counts.ts";
import type { SwiftColumns } from "./columns.ts";
import { givenUp, LineTexts, type ReadLine } from "./line-texts.ts";
import { lines } from "./lines.ts";
import { type Observed, observed } from "./observed.ts";
import type { PlainRow, PlainRows, StretchRead, Texts } from "./plain-rows.ts";
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

export class SwiftReading {
	private readonly table: OpenTable;
	private readonly columns: SwiftColumns;
	private readonly adding: boolean;
	private readonly plain: TableReading;
	/** What became of the row that the plain path reads: empty before each. */
	private readonly ofRow: Ledger;
	/** What became of such rows, but for those that are kept as numbers. */
	private held: Ledger;
	private readonly stored = new StoredMonths();
	/** Where another thread is to be told which rows were read plainly: it reads them once more, and only what becomes of them there counts. */
	private readonly notes: PlainRows | undefined;
	private readonly scanner: Scanner;
	/** All firms in the order in which they came, each with its numbers. */
	private readonly firms = new Map<string, StoredFirm[]>();
	private readonly texts: LineTexts;
	/** Of each lot of months, by firm, what the points of its amounts show. */
	private readonly shown = new Map<StoredMonths, Uint8Array>();
	/** Lines up to the header that are still to come. */
	private above: number;
	/** Rows behind the last one that was read here: of stretches that others read. */
	private rowsBehind = 0;
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

	/** With `notes`, of a stretch behind the header: its rows are counted as if they stood below it. */
	constructor(
		table: OpenTable,
		columns: SwiftColumns,
		setting: Omit<TableSetting, "ledger">,
		adding: boolean,
		notes?: PlainRows,
	) {
		this.table = table;
		this.columns = columns;
		this.notes = notes;
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
		const { line } = table.header.place;
		this.above = notes === undefined ? line : 0;
		this.scanner = new Scanner(columns, this.stored, line);
		this.texts = new LineTexts(columns.bytes.encoding, columns.separator);
	}

	/** Takes lines until they end, or until it is of no use. */
	async takeAll(pieces: AsyncIterable<Uint8Array>, markLength: number, isLost: () => boolean = () => false): Promise<void> {
		for await (const stretch of lines(pieces, markLength)) {
			if (stretch === undefined || isLost()) throw givenUp;
			this.take(stretch.bytes, stretch.length, stretch.open);
		}
	}

	/** Whole lines; `open`: the text ends in the last of them, without a newline. */
	take(bytes: Uint8Array, length: number, open: boolean): void {
		let at = 0;
		for (; this.above > 0 && at < length; this.above -= 1) {
			const end = bytes.indexOf(10, at);
			// A title whose quotes span lines makes rows and lines differ.
			if (this.texts.lineOf(bytes, at, end, open && end + 1 === length).split('"').length % 2 === 0) throw givenUp;
			at = end + 1;
		}
		while (at < length) {
			if (!this.plainNext) at = this.scanner.run(bytes, at, length);
			if (at >= length) break;
			if (this.plainNext) this.scanner.leave();
			const end = bytes.indexOf(10, at);
			this.readOther(this.texts.lineOf(bytes, at, end, open && end + 1 === length));
			at = end + 1;
		}
		this.seen.rows = this.seenBefore + this.scanner.row;
	}

	/** What a stretch of a reading with notes came to. */
	get read(): StretchRead {
		const { scanner, stored, table, notes } = this;
		const { years, months, shows: shown, row } = scanner;
		return { lines: row - table.header.place.line, memory: stored.memory, years, months, shown, plain: notes?.rows ?? [] };
	}

	/** The header is read. */
	get isBelowHeader(): boolean {
		return this.above === 0;
	}

	/**
	 * Takes what another thread made of the stretch behind: its months as they are. The rows that it read plainly are read here, in their order, so
	 * that what is told of them has one author; where they come to anything else than there, the table is given up.
	 */
	join({ lines: length, memory, years, months, shown, plain }: StretchRead): void {
		const above = this.scanner.row + this.rowsBehind - this.table.header.place.line;
		const stored = new StoredMonths(memory, above);
		this.shown.set(stored, shown);
		const firms: string[] = [];
		for (const one of plain) {
			const row = above + one.row;
			const before = this.told;
			const { cells, quirks } = this.texts.cellsOf(one.line);
			if (one.firmAlone && quirks === undefined && this.joinFirm(stored, one, cells, row, firms)) continue;
			this.plainRows += 1;
			if (this.recordPlainly(cells, row, quirks) !== one.used) throw givenUp;
			if (one.texts !== undefined) {
				const seen = this.told === before ? this.meaningOf(cells, row) : undefined;
				const { who, when, what } = one.texts;
				if (seen === undefined || seen.year !== years[when] || seen.month !== months[when]) throw givenUp;
				firms[who] ??= seen.firm;
				if (firms[who] !== seen.firm) throw givenUp;
				stored.kinds[what] ??= seen.kind;
				this.noteFirm(stored, who, seen.firm, seen.byCreditCode, seen.said);
			}
			if (one.kept) this.ofRow.firms.clear();
			else this.setAside();
		}
		this.rowsBehind += length;
		this.seen.rows = this.seenBefore + this.scanner.row + this.rowsBehind;
	}

	/** A row that needed no more there than that its firm was read; false where here it has to be read as a whole. */
	private joinFirm(stored: StoredMonths, { texts }: PlainRow, cells: readonly string[], row: number, firms: string[]): boolean {
		if (texts === undefined || stored.kinds[texts.what] === undefined) return false;
		const own = this.whoOf(cells, row);
		if (own === undefined) return false;
		firms[texts.who] = own.firm;
		this.noteFirm(stored, texts.who, own.firm, own.byCreditCode, saidOf(own));
		return true;
	}

	/** Undefined where a number may be another: who tells of it reads cells. */
	async finish(): Promise<SwiftlyRead | undefined> {
		const { plain, scanner } = this;
		this.addShown();
		if (plain.numbers.isAsked) return undefined;
		const swift = scanner.row + this.rowsBehind - this.table.header.place.row - this.plainRows;
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
		this.shown.set(this.stored, this.scanner.shows);
		for (const [firm, stored] of this.firms)
			for (const { index, months } of stored) numbers.add(firm, (this.shown.get(months)?.[index] as number) | measured);
	}

	/** The row that the scanner left. */
	private readOther(line: string): void {
		const { scanner } = this;
		const read = this.texts.cellsOf(line);
		const texts = scanner.firmAlone && read.quirks === undefined ? this.readFirm(read.cells) : undefined;
		if (texts === undefined) this.readPlainly(line, read);
		else this.notes?.rows.push({ line, row: scanner.row, used: true, texts, kept: true, firmAlone: true });
	}

	/** A row of which nothing but the firm is not known yet; undefined where it has to be read as a whole. */
	private readFirm(cells: readonly string[]): Texts | undefined {
		const { scanner, stored } = this;
		const own = this.whoOf(cells, scanner.row);
		if (own === undefined) return undefined;
		const texts = scanner.addFirm();
		stored.firm(texts.who);
		this.noteFirm(stored, texts.who, own.firm, own.byCreditCode, saidOf(own));
		return scanner.putRow(texts) ? texts : undefined;
	}

	/** Whose a row is that tells nothing; undefined where that cannot be said of its firm alone. */
	private whoOf(cells: readonly string[], row: number): PlainWho | undefined {
		const { plain, columns, firms } = this;
		// Whose numbers are written the European way is noted row by row.
		const own = (plain.numbers.shown & european) === 0 ? plain.whoOf(cells, row, row) : undefined;
		if (own === undefined || (columns.coded >= 0 && !own.byCreditCode)) return undefined;
		if (!firms.has(own.firm)) firms.set(own.firm, []);
		return own;
	}

	private readPlainly(line: string, { cells, quirks }: ReadLine): void {
		const { scanner, ofRow, told } = this;
		const { row } = scanner;
		this.plainRows += 1;
		this.askWorth(row - this.table.header.place.row);
		const used = this.recordPlainly(cells, row, quirks);
		this.plainNext = !used || isBlank(cells);
		const texts = used && this.told === told && scanner.whole && quirks === undefined ? this.learnt(cells) : undefined;
		const kept = texts?.kept === true;
		if (kept) ofRow.firms.clear();
		else {
			this.unkept += 1;
			this.setAside();
		}
		this.notes?.rows.push({ line, row, used, texts, kept, firmAlone: false });
	}

	/** Reads a row as the plain path does; whether it is used. */
	private recordPlainly(cells: readonly string[], row: number, quirks: Quirks | undefined): boolean {
		const { plain, ofRow, firms } = this;
		// What 其中 is a part of stands in rows above.
		if (this.columns.named.some((index) => ofWhich(cells[index] ?? "") !== undefined)) throw givenUp;
		const before = plain.rows.used;
		plain.record(cells, row, row, quirks);
		if (plain.reliesOnRows) throw givenUp;
		for (const firm of ofRow.firms.keys()) if (!firms.has(firm)) firms.set(firm, []);
		return plain.rows.used > before;
	}

	/** What a row means whose texts may be known from now on. */
	private meaningOf(cells: readonly string[], row: number): Observed | undefined {
		const amountAt = this.table.header.at.get("quantity") as number;
		const first = cells[this.columns.dated]?.charCodeAt(0) ?? 0;
		if (first < 48 || first > 57) return undefined;
		const seen = observed(this.ofRow, row, cells[amountAt] ?? "");
		// Where codes stand in a column, a firm without one may be refused by a row further down.
		return seen === undefined || (this.columns.coded >= 0 && !seen.byCreditCode) ? undefined : seen;
	}

	/** The numbers of a row's texts, if rows like this one will be known from now on; and whether this one is kept as a number. */
	private learnt(cells: readonly string[]): (Texts & { readonly kept: boolean }) | undefined {
		const { scanner, stored } = this;
		const seen = this.meaningOf(cells, scanner.row);
		if (seen === undefined) return undefined;
		if (scanner.what.size >= mostKinds && scanner.what.find(scanner) < 0) return undefined;
		const [who, when, what] = [scanner.who.add(scanner), scanner.when.add(scanner), scanner.what.add(scanner)];
		if (when === scanner.years.length) {
			scanner.years.push(seen.year);
			scanner.months.push(seen.month);
		}
		if (what === stored.kinds.length) stored.kinds.push(seen.kind);
		if (this.noteFirm(stored, who, seen.firm, seen.byCreditCode, seen.said)) stored.firm(who);
		const kept = stored.put(who, what, seen.year, seen.month, scanner.digits, scanner.places, scanner.row);
		return { who, when, what, kept };
	}

	/** Notes which firm a text means; false where that was noted before. */
	private noteFirm(months: StoredMonths, index: number, firm: string, byCreditCode: boolean, said: StoredFirm["said"]): boolean {
		const own = this.firms.get(firm) as StoredFirm[];
		if (own.some((one) => one.index === index && one.months === months)) return false;
		own.push({ months, index, file: this.table.sheet.file, byCreditCode, said });
		return true;
	}

	/** Keeps what became of a row as the plain path made it. */
	private setAside(): void {
		const { ofRow, firms } = this;
		for (const firm of ofRow.firms.keys()) if (!firms.has(firm)) firms.set(firm, []);
		// Who reads the row once more keeps it there.
		if (this.notes === undefined) this.held = joinLedgers(this.held, ofRow);
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
