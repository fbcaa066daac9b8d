/**
 * Sources to a part: which table each sheet is, in which order they are read, and what became of each row.
 * Rows read = used + refused + skipped, always.
 */

import type { TableKind } from "../contract/tables.ts";
import { finding, remark } from "../findings/finding.ts";
import { add, closed, errorsOf, openTally, type TallyTerms } from "../findings/tally.ts";
import { Trouble, type TroubleFacts } from "../findings/trouble.ts";
import { FirmShelf } from "../ledger/firm-shelf.ts";
import { noteFolder, onlyHeard } from "../ledger/folders.ts";
import { emptyLedger, type Ledger, recordOf, recordsIn } from "../ledger/ledger.ts";
import { nothingSupplied, type Supplied, type SuppliedFactor } from "../ledger/supplied.ts";
import { type Encoding, isBlank } from "../records/sheet.ts";
import type { Source } from "../records/source.ts";
import type { Reference } from "../reference/reference.ts";
import { naturalDimensions, usualOf } from "./factored.ts";
import type { IntakeChoices } from "./intake.ts";
import { factsOf, glancedTable, ofFile, openTables } from "./open-tables.ts";
import { emptyPart, type Input, joinParts, type Part, settled } from "./part.ts";
import { type OpenTable, readTable, type TableSetting } from "./read-table.ts";
import { count, emptyCounts, type RowCounts, type RowTaker, type Seen } from "./row-counts.ts";
import type { SwiftColumns } from "./swift/columns.ts";
import type { StretchReaders } from "./swift/read-swiftly.ts";
import { readingOrder, tables as shelf } from "./tables/index.ts";

export interface IngestRequest {
	readonly sources: readonly Source[];
	/** Names of those that options name: only they may supply factors, targets, deflators and bases. */
	readonly byOption: ReadonlySet<string>;
	/** Names of those that were met in a folder or by a pattern: what is no table is passed over. */
	readonly met: ReadonlySet<string>;
	/** Files of kinds that are not read, and rules files, met or given among the inputs. */
	readonly passed: readonly PassedFile[];
	/** Why files could not be opened. */
	readonly unopened: readonly TroubleFacts[];
	/** Names of those that are operands, whatever options name them too. */
	readonly operands: ReadonlySet<string>;
	/** Kinds that the caller forces, by the source's name; of a workbook, which of its sheets are meant. */
	readonly kinds: ReadonlyMap<string, readonly TableKind[]>;
	readonly encoding: Encoding | undefined;
	readonly choices: Omit<IntakeChoices, "naturalDimensions" | "usual">;
	/** The fuel set whose units decide how a fuel may be metered. */
	readonly fuelSet: string;
	readonly adding: boolean;
	/** Blanks that merged cells left are filled from above. */
	readonly fillDown: boolean;
	/** The firm of tables that name none; empty where nobody says. */
	readonly assumedFirm: string;
	/** Hidden sheets, rows and columns of workbooks count. */
	readonly hidden: boolean;
	/** The header of texts that have none. */
	readonly header?: string;
	/** Counted up as rows are read and findings told. */
	readonly seen?: Seen;
	/** How grave findings are and which are known, where files of the run decide that. */
	readonly terms?: TallyTerms;
	/** Takes every row as it stands, where rows are wanted. */
	readonly takeRow?: RowTaker;
	/** Tables of so many bytes and more are read by the swift path, where it knows them; undefined for what is best. */
	readonly swiftFrom?: number;
	/** Who helps to read large tables. */
	readonly stretchReaders?: StretchReaders;
	/** Looks at what each table amounts to by itself, before it is joined with the others. */
	readonly eachTable?: (part: Part) => void;
}

/** A file that is not opened, and told. */
export interface PassedFile {
	readonly file: string;
	readonly what: "other-kind" | "no-regular-file" | "rules";
}

/** What the rows of a table are read with; who reads them tells findings to a part. */
type Setting = Omit<TableSetting, "ledger" | "supplied" | "tell" | "byOption">;

type RowsSetting = Setting & { readonly byOption: boolean };

const isReference = (kind: TableKind): boolean => shelf[kind].reach === null;

/** Whether an error in it ends the run: others are computed with it. */
function endsTheRun(kind: TableKind): boolean {
	const card = shelf[kind];
	return card.reach === null && card.aside !== true;
}

/**
 * Reads all sources, each table into a part of its own, and joins them. A file that cannot be read, or is no table that is known,
 * keeps none of the others from being read: the part says which those are.
 */
export async function ingest(request: IngestRequest, reference: Reference): Promise<Part> {
	const { terms, adding, fillDown } = request;
	// Where rows cannot be taken no file is at fault: the run ends there.
	let refusal: unknown;
	const takeRow: RowTaker | undefined =
		request.takeRow &&
		((row) => {
			try {
				request.takeRow?.(row);
			} catch (error) {
				refusal = error;
				throw error;
			}
		});
	const stretchReaders = await readersAhead(request, reference);
	const { tables, tally, unusable } = await openTables(request, reference);
	const ordered = readingOrder.flatMap((kind) => tables.filter(({ header }) => header.kind === kind));
	// Of a workbook an option names the sheets of its kind.
	const byOption = ({ sheet: { file }, header: { kind } }: OpenTable): boolean =>
		request.byOption.has(file) && (request.kinds.get(file) ?? [kind]).includes(kind);
	const ofFirms = ordered.filter(({ header }) => !isReference(header.kind));
	const settingWith = (supplied: Supplied): Setting => ({
		reference,
		choices: {
			...request.choices,
			naturalDimensions: naturalDimensions(reference, request.fuelSet, supplied.factors),
			usual: usualOf(reference, request.fuelSet, supplied.factors),
		},
		fillDown,
		takeRow,
		seen: request.seen ?? { rows: 0, findings: 0 },
	});
	let part: Part = { ...emptyPart(adding), tally, unusable: [...request.unopened, ...unusable] };
	const join = async (next: Promise<Part>): Promise<void> => {
		try {
			const own = await next;
			request.eachTable?.(own);
			part = joinParts(part, own);
		} catch (error) {
			// It could be opened and cannot be read to its end.
			if (!(error instanceof Trouble) || error === refusal) throw error;
			part = { ...part, unusable: [...part.unusable, factsOf(error)] };
		}
	};
	// What the user supplies is one body of rules, whose rows are held against each other.
	const { supplied } = part;
	// How a fuel may be metered depends on the factors in force: they come first.
	for (const table of ordered.filter(({ header }) => isReference(header.kind))) {
		const named = byOption(table);
		await join(
			named
				? partOf(table, { ...settingWith(supplied), byOption: true }, adding, terms, supplied)
				: refusedPart(table, adding, terms, takeRow),
		);
	}
	const setting = settingWith(supplied);
	for (const table of ofFirms)
		await join(partOfRows(table, { ...setting, byOption: byOption(table) }, request, supplied.factors, stretchReaders));
	return settled({ ...part, supplied }, terms);
}

/**
 * Who helps to read large tables; they begin by what heads of files show, where nothing but the tables themselves says how they are read.
 */
async function readersAhead(request: IngestRequest, reference: Reference): Promise<StretchReaders | undefined> {
	const { stretchReaders: readers, sources, byOption, takeRow, fillDown, adding, fuelSet, choices } = request;
	if (readers === undefined || takeRow !== undefined || fillDown || byOption.size > 0) return readers;
	const large = sources.filter(({ size = 0, places }) => places !== undefined && readers.cuts(size).length > 0);
	if (large.length === 0) return readers;
	const glanced = await Promise.all(large.map((source) => glancedTable(source, request, reference)));
	const tables = readingOrder.flatMap((kind) => glanced.flatMap((table) => (table?.header.kind === kind ? [table] : [])));
	const { readAhead } = await import("./swift/ahead.ts");
	return readAhead(tables, { adding, fuelSet, factors: [], setting: { choices, byOption: false } }, readers);
}

/** Smaller tables are read sooner than the swift path is loaded. */
const swiftFrom = 1 << 18;

/** The part of a table of firms: by the swift path where that knows the table, else row by row. */
async function partOfRows(
	table: OpenTable,
	setting: RowsSetting,
	request: IngestRequest,
	factors: readonly SuppliedFactor[],
	readers: StretchReaders | undefined,
): Promise<Part> {
	const { adding, terms } = request;
	const size = table.bytes?.size ?? 0;
	if (size >= (request.swiftFrom ?? swiftFrom) && setting.takeRow === undefined && !setting.fillDown) {
		const { swiftColumns } = await import("./swift/columns.ts");
		const columns = swiftColumns(table);
		const { rows } = setting.seen;
		const swift = columns && (await swiftPart(table, columns, setting, request, factors, readers));
		if (swift !== undefined) return swift;
		setting.seen.rows = rows;
	}
	// Whatever reads the rows of totals keeps what it can as numbers.
	const asNumbers = size >= (request.swiftFrom ?? swiftFrom) && table.header.kind === "totals";
	const ledger = emptyLedger(adding);
	const into = asNumbers ? { ...ledger, firms: new FirmShelf(adding) } : ledger;
	return await partOf(table, setting, adding, terms, nothingSupplied(), into);
}

async function swiftPart(
	table: OpenTable,
	columns: SwiftColumns,
	setting: RowsSetting,
	{ adding, terms, fuelSet }: IngestRequest,
	factors: readonly SuppliedFactor[],
	readers: StretchReaders | undefined,
): Promise<Part | undefined> {
	const { readSwiftly } = await import("./swift/read-swiftly.ts");
	const tally = openTally(terms);
	const telling: Pick<TableSetting, "tell"> = {
		tell: (found) => {
			setting.seen.findings += 1;
			add(tally, found);
		},
	};
	const own = { ...setting, ...telling, supplied: nothingSupplied() };
	const read = await readSwiftly(table, columns, { setting: own, adding, fuelSet, factors }, readers);
	if (read === undefined) return undefined;
	const { ledger, rows, lost } = read;
	return { ...emptyPart(adding), ledger, lost, tally: closed(tally), inputs: [inputOf(table, rows, setting.byOption)] };
}

/** One table's part; what it supplies is noted in `supplied`. */
async function partOf(
	table: OpenTable,
	setting: RowsSetting,
	adding: boolean,
	terms: TallyTerms | undefined,
	supplied: Supplied,
	ledger: Ledger = emptyLedger(adding),
): Promise<Part> {
	const tally = openTally(terms);
	const { rows, lost } = await readTable(table, {
		...setting,
		ledger,
		supplied,
		tell: (found) => {
			setting.seen.findings += 1;
			add(tally, found);
		},
	});
	for (const record of recordsIn(ledger)) record.plain.clear();
	const { kind } = table.header;
	// What is wrong in a list of names that no option names makes nobody's figures unknown.
	const onlyNames = kind === "firms" && !setting.byOption;
	if (kind !== "firms") noteFolder(ledger, table.sheet.file);
	return {
		...emptyPart(adding),
		ledger: onlyNames ? onlyHeard(ledger, emptyLedger(adding), recordOf) : ledger,
		tally: closed(tally),
		lost: onlyNames ? [] : lost,
		inputs: [inputOf(table, rows, setting.byOption)],
		faultyReferences: endsTheRun(kind) && errorsOf(tally) > 0 ? [table.sheet.file] : [],
	};
}

/** A table that would change verdicts, and that no option names: refused by name, and it touches nobody. */
async function refusedPart(
	table: OpenTable,
	adding: boolean,
	terms: TallyTerms | undefined,
	takeRow: RowTaker | undefined,
): Promise<Part> {
	const { sheet, header, titles } = table;
	const { file } = sheet;
	const rows = emptyCounts();
	const why = "reference-not-named";
	const refuse = (cells: readonly string[], row: number): void => {
		rows.read += 1;
		const outcome = isBlank(cells) ? "skipped" : "refused";
		rows[outcome] += 1;
		count(rows, outcome === "skipped" ? "skipped blank" : `refused ${why}`);
		if (takeRow === undefined || outcome === "skipped") return;
		const { words, width } = header;
		const name = sheet.sheet === null ? { file } : { file, sheet: sheet.sheet };
		takeRow({ ...name, titles: titles.map((one) => one.cells), header: words.slice(0, width), cells, outcome, row, why });
	};
	await table.read({
		record: (cells, row) => {
			if (row > header.place.row) refuse(cells, row);
		},
		lost: ({ row, lines }) => refuse(lines.slice(0, 1), row),
	});
	const tally = openTally(terms);
	const card = shelf[header.kind];
	if (card.reach !== null) throw new Error(`a table of ${header.kind} is nobody's reference`);
	add(tally, finding(remark(why, { kind: card.unnamed, option: `--${card.unnamed}`, file, columns: [] }), ofFile(file)));
	return { ...emptyPart(adding), tally: closed(tally), inputs: [inputOf(table, rows, false)] };
}

function inputOf({ sheet, separator, header, titles }: OpenTable, rows: RowCounts, byOption: boolean): Input {
	const { file, sheet: name, sha256, decoded } = sheet;
	const { kind, layout, place, rows: headerRows, words, width, labels, at, units, given, amounts } = header;
	return {
		...{ file, sheet: name, kind, sha256, encoding: decoded?.encoding ?? null, separator, rows, byOption },
		opened: {
			toldBy: decoded?.toldBy ?? null,
			newlines: decoded?.newlines ?? [],
			titleRows: titles.map(({ row }) => row),
			header: { layout, place, rows: headerRows, words, width, labels, at, units, given, amounts },
		},
	};
}
