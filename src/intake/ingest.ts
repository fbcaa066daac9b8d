/**
 * Files to a ledger: which table each file is, in which order they are read, and what became of each row.
 * Rows read = used + refused + skipped, always.
 */
import { firstRecord, type RecordReader, readRecords, type Separator } from "../csv/records.ts";
import type { Source } from "../csv/source.ts";
import { type Encoding, keeper, type Survey, survey } from "../csv/survey.ts";
import { headText } from "../csv/text.ts";
import { read as readPeriodText, write as writePeriod } from "../domain/period.ts";
import type { TableKind } from "../domain/words.ts";
import { finding, type Place, type Remark, remark } from "../findings/finding.ts";
import { add, counted, emptyTally, type Tally } from "../findings/tally.ts";
import { Trouble } from "../findings/trouble.ts";
import { bookOf, emptyLedger, type Ledger, mark } from "../ledger/ledger.ts";
import { nothingSupplied, type Supplied } from "../ledger/supplied.ts";
import type { Reference } from "../reference/reference.ts";
import { identity, plain } from "../reference/spelling.ts";
import { type Header, nearColumns, readHeader } from "./header.ts";
import { cellReader, firmColumn, type IntakeChoices, type Outcome, type RowReader, type TableContext } from "./intake.ts";
import { deflatorReader } from "./tables/deflator.ts";
import { energyReader } from "./tables/energy.ts";
import { factorsReader } from "./tables/factors.ts";
import { firmsReader } from "./tables/firms.ts";
import { outputReader } from "./tables/output.ts";
import { targetsReader } from "./tables/targets.ts";

export interface IngestRequest {
	readonly sources: readonly Source[];
	/** Kinds that the caller forces, by the source's name. */
	readonly kinds: ReadonlyMap<string, TableKind>;
	readonly encoding: Encoding | undefined;
	readonly choices: Omit<IntakeChoices, "naturalDimensions">;
	/** The fuel set whose units decide how a fuel may be metered. */
	readonly fuelSet: string;
	readonly adding: boolean;
}

/** What was understood of one file. */
export interface Input {
	readonly file: string;
	readonly kind: TableKind;
	readonly sha256: string;
	readonly encoding: Encoding;
	readonly separator: Separator;
	readonly rows: { read: number; used: number; refused: number; skipped: number };
}

export interface Intake {
	readonly ledger: Ledger;
	readonly tally: Tally;
	readonly supplied: Supplied;
	/** In order of name. */
	readonly inputs: readonly Input[];
	/** Files that supply factors, deflators or targets and hold errors: nothing computed with them could be trusted. */
	readonly faultyReferences: readonly string[];
}

interface Opened {
	readonly source: Source;
	readonly surveyed: Survey;
	readonly separator: Separator;
	readonly header: Header;
}

/** Reference tables come first: how a fuel may be metered depends on the factors in force. */
const readingOrder: readonly TableKind[] = ["factors", "deflator", "targets", "firms", "energy", "output"];

/** Reads all sources. Throws trouble where a file cannot be read or is no table we know. */
export async function ingest(request: IngestRequest, reference: Reference): Promise<Intake> {
	const tally = emptyTally();
	const ledger = emptyLedger(request.adding);
	const supplied = nothingSupplied();
	const opened = await open(request, reference, tally);
	const choices: IntakeChoices = {
		...request.choices,
		naturalDimensions: naturalDimensions(reference, request.fuelSet, supplied),
	};
	const inputs: Input[] = [];
	const faulty: string[] = [];
	for (const kind of readingOrder) {
		for (const file of opened.filter(({ header }) => header.kind === kind)) {
			const before = counted(tally).error;
			inputs.push(
				await readTable(file, { reference, ledger, tally, file: file.source.name, header: file.header, choices }, supplied),
			);
			if (["factors", "deflator", "targets"].includes(kind) && counted(tally).error > before) faulty.push(file.source.name);
		}
	}
	// Nobody knows whose rows went: no firm of the run can be judged, in whichever file it stands.
	if (ledger.rowsLost) for (const book of ledger.firms.values()) mark(book, { year: null, what: "any" });
	inputs.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
	return { ledger, tally, supplied, inputs, faultyReferences: faulty };
}

/** Surveys every file and reads its header, in order of name; the same bytes twice are read once. */
async function open(request: IngestRequest, reference: Reference, tally: Tally): Promise<Opened[]> {
	const ordered = [...request.sources].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
	const opened: Opened[] = [];
	const hashes = new Map<string, string>();
	const keep = keeper();
	for (const source of ordered) {
		const surveyed = await survey(source, request.encoding);
		const twin = hashes.get(surveyed.content);
		if (twin !== undefined && surveyed.size > 0) {
			add(tally, finding(remark("same-file", { other: twin }), { file: source.name, row: 0, line: 0, column: "", value: "" }));
			continue;
		}
		hashes.set(surveyed.content, source.name);
		refuseBinary(source.name, surveyed);
		const { cells, separator } = firstRecord(headText(source.name, surveyed));
		const header = readHeader(cells, request.kinds.get(source.name), reference.columns);
		if (header === undefined)
			throw new Trouble("not-recognised", {
				file: source.name,
				header: cells.map((cell) => plain(cell).slice(0, 40)).slice(0, 12),
				near: nearColumns(cells, reference.columns),
			});
		opened.push({ source, surveyed: keep(surveyed), separator, header });
	}
	return opened;
}

/** How gzip within gzip, xz, Zstandard, 7z and RAR begin. */
const packings: readonly (readonly number[])[] = [
	[0x1f, 0x8b],
	[0xfd, 0x37, 0x7a, 0x58, 0x5a],
	[0x28, 0xb5, 0x2f, 0xfd],
	[0x37, 0x7a, 0xbc, 0xaf],
	[0x52, 0x61, 0x72, 0x21, 0x1a],
];

/** What a spreadsheet or a browser may hand over in place of a table, by its first bytes. */
function refuseBinary(file: string, { size, head }: Survey): void {
	const begins = (...bytes: readonly number[]): boolean => bytes.every((byte, at) => head[at] === byte);
	if (size === 0) throw new Trouble("not-a-table", { file, what: "empty" });
	if (begins(0x50, 0x4b, 3, 4) || begins(0xd0, 0xcf, 0x11, 0xe0)) throw new Trouble("not-a-table", { file, what: "workbook" });
	if (packings.some((bytes) => begins(...bytes))) throw new Trouble("not-a-table", { file, what: "compressed" });
}

async function readTable(file: Opened, context: TableContext, supplied: Supplied): Promise<Input> {
	const { header } = file;
	const rows = { read: 0, used: 0, refused: 0, skipped: 0 };
	const tell = (about: Parameters<typeof finding>[0], row: number, line: number, column = "", value = ""): void =>
		add(context.tally, finding(about, { file: context.file, row, line, column, value }));
	const reader = readerOf(context, supplied);
	let headerSeen = false;
	const records: RecordReader = {
		record: (cells, row, line) => {
			const blank = cells.every((cell) => cell === "" || cell.trim() === "");
			if (!headerSeen) {
				if (blank) return;
				headerSeen = true;
				for (const { about, word } of header.remarks) tell(about, row, line, word, word);
				if (!header.usable && (header.kind === "energy" || header.kind === "output")) context.ledger.pooledUnknown = true;
				return;
			}
			rows.read += 1;
			const outcome: Outcome = blank ? "skipped" : !header.usable ? "refused" : judge(cells, row, line);
			rows[outcome] += 1;
		},
		unclosed: (row, line, skippedLines) => {
			rows.read += 1;
			rows.refused += 1;
			tell(remark("unclosed-quote", { skippedLines }), row, line);
			context.ledger.pooledUnknown = true;
			context.ledger.rowsLost = true;
		},
	};
	const judge = (cells: string[], row: number, line: number): Outcome => {
		if (file.surveyed.hasNul) {
			const at = cells.findIndex((cell) => cell.includes("\0"));
			if (at >= 0) {
				return broken(context, cells, remark("nul-byte", {}), {
					row,
					line,
					column: header.words[at] ?? "",
					value: cells[at] as string,
				});
			}
		}
		// Spreadsheets pad short rows and leave empty cells behind the last column: only cells with something in them count.
		const extra = cells.slice(header.words.length).some((cell) => cell.trim() !== "");
		if (extra || cells.length < header.words.length) {
			const about = remark("ragged-row", { expected: header.words.length, found: cells.length });
			return broken(context, cells, about, { row, line, column: "", value: "" });
		}
		return reader(cells, row, line);
	};
	await readRecords(file.source, file.surveyed, file.separator, records);
	if (rows.read === 0) tell(remark("no-data", {}), 0, 0);
	return {
		file: context.file,
		kind: header.kind,
		sha256: file.surveyed.sha256,
		encoding: file.surveyed.encoding,
		separator: file.separator,
		rows,
	};
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

/** A row whose cells are not where they should be: the error reaches the firm and year it seems to name, else the run. */
function broken(context: TableContext, cells: readonly string[], about: Remark, where: Omit<Place, "file">): Outcome {
	const { header, ledger, tally, file } = context;
	const cell = cellReader(header);
	const ofFirms = header.kind === "energy" || header.kind === "output" || header.kind === "firms";
	const firm = ofFirms ? identity(cell(cells, firmColumn(header)).replaceAll("\0", "")) : "";
	const period = readPeriodText(plain(cell(cells, header.at.has("period") ? "period" : "year")));
	add(tally, finding(about, { file, ...where }, firm, period === undefined ? "" : writePeriod(period)));
	if (!ofFirms) return "refused";
	if (firm === "") ledger.pooledUnknown = true;
	else {
		const what = header.kind === "energy" ? "any" : header.kind === "output" ? "output" : "verdict";
		mark(bookOf(ledger, firm), { year: period?.year ?? null, what });
	}
	return "refused";
}

/** In which dimensions the factors in force state each fuel: the set's, the user's, and any set's where the set lacks it. */
function naturalDimensions(reference: Reference, fuelSet: string, supplied: Supplied): (carrier: string) => ReadonlySet<string> {
	const dimension = (symbol: string): string => reference.units.bySymbol(symbol).dimension;
	const known = new Map<string, Set<string>>();
	return (carrier) => {
		let found = known.get(carrier);
		if (found === undefined) {
			found = new Set();
			const sets = reference.seeds.fuelSets;
			const rows = sets.filter(({ id }) => id === fuelSet).flatMap(({ factors }) => factors);
			const own = rows.filter((row) => row.carrier === carrier);
			const any = own.length > 0 ? own : sets.flatMap(({ factors }) => factors).filter((row) => row.carrier === carrier);
			for (const { unit } of any.length > 0 ? any : reference.seeds.coalEquivalents.filter((row) => row.carrier === carrier))
				found.add(dimension(unit));
			for (const factor of supplied.factors) if (factor.carrier === carrier) found.add(dimension(factor.unit));
			known.set(carrier, found);
		}
		return found;
	};
}
