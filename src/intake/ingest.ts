/**
 * Files to a ledger: which table each file is, in which order they are read, and what became of each row.
 * Rows read = used + refused + skipped, always.
 */
import type { Separator } from "../csv/records.ts";
import type { Source } from "../csv/source.ts";
import { type Encoding, keeper, type Survey, survey } from "../csv/survey.ts";
import { headText } from "../csv/text.ts";
import type { TableKind } from "../domain/words.ts";
import { finding, remark } from "../findings/finding.ts";
import { add, addUnkept, emptyTally, errorsOf, type Tally, type TallyTerms } from "../findings/tally.ts";
import { Trouble } from "../findings/trouble.ts";
import { emptyLedger, type Ledger, mark } from "../ledger/ledger.ts";
import { nothingSupplied, type Supplied } from "../ledger/supplied.ts";
import type { Reference } from "../reference/reference.ts";
import { plain } from "../reference/spelling.ts";
import { nearColumns } from "./header.ts";
import type { IntakeChoices } from "./intake.ts";
import { openingOf } from "./opening.ts";
import { type OpenTable, type RowCounts, type RowTaker, readTable } from "./read-table.ts";

export interface IngestRequest {
	readonly sources: readonly Source[];
	/** Kinds that the caller forces, by the source's name. */
	readonly kinds: ReadonlyMap<string, TableKind>;
	readonly encoding: Encoding | undefined;
	readonly choices: Omit<IntakeChoices, "naturalDimensions">;
	/** The fuel set whose units decide how a fuel may be metered. */
	readonly fuelSet: string;
	readonly adding: boolean;
	/** Blanks that merged cells left are filled from above. */
	readonly fillDown: boolean;
	/** How grave findings are and which are known, where files of the run decide that. */
	readonly terms?: TallyTerms;
	/** Takes every row as it stands, where rows are wanted. */
	readonly takeRow?: RowTaker;
}

/** What was understood of one file. */
export interface Input {
	readonly file: string;
	readonly kind: TableKind;
	readonly sha256: string;
	readonly encoding: Encoding;
	readonly separator: Separator;
	readonly rows: RowCounts;
	/** How the file was opened: where the header stands and what it means, the titles above it, the newlines. */
	readonly opened: OpenTable;
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

/** Reference tables come first: how a fuel may be metered depends on the factors in force. */
const readingOrder: readonly TableKind[] = ["factors", "deflator", "targets", "firms", "energy", "output"];

/** Reads all sources. Throws trouble where a file cannot be read or is no table we know. */
export async function ingest(request: IngestRequest, reference: Reference): Promise<Intake> {
	const tally = emptyTally(request.terms);
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
			const before = errorsOf(tally);
			const rows = await readTable(file, {
				reference,
				ledger,
				tell: (found) => add(tally, found),
				tellUnkept: (code, count) => addUnkept(tally, code, count),
				choices,
				fillDown: request.fillDown,
				takeRow: request.takeRow,
				supplied,
			});
			const { sha256, encoding } = file.surveyed;
			inputs.push({ file: file.source.name, kind, sha256, encoding, separator: file.separator, rows, opened: file });
			if (["factors", "deflator", "targets"].includes(kind) && errorsOf(tally) > before) faulty.push(file.source.name);
		}
	}
	// Nobody knows whose rows went: no firm of the run can be judged, in whichever file it stands.
	if (ledger.rowsLost) for (const book of ledger.firms.values()) mark(book, { year: null, what: "any" });
	inputs.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
	return { ledger, tally, supplied, inputs, faultyReferences: faulty };
}

/** Surveys every file and reads its header, in order of name; the same bytes twice are read once. */
async function open(request: IngestRequest, reference: Reference, tally: Tally): Promise<OpenTable[]> {
	const ordered = [...request.sources].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
	const opened: OpenTable[] = [];
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
		const opening = openingOf(headText(source.name, surveyed), request.kinds.get(source.name), reference);
		if ("firstWords" in opening)
			throw new Trouble("not-recognised", {
				file: source.name,
				header: opening.firstWords.map((cell) => plain(cell).slice(0, 40)).slice(0, 12),
				near: nearColumns(opening.firstWords, reference.columns),
			});
		opened.push({ source, surveyed: keep(surveyed), ...opening });
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
