/**
 * Rows lost in one table, kept until all tables of a run are read: only then every name is known, and with it whose rows they may
 * have been. Plain data, and no more of it however bad the file.
 */

import { obtain } from "../domain/obtain.ts";
import { read as readPeriodText } from "../domain/period.ts";
import { keptFindings, longestName } from "../findings/bounds.ts";
import { type Code, type Finding, finding, type Place, type Remark } from "../findings/finding.ts";
import { firmColumn } from "../layout/cells.ts";
import type { Header } from "../layout/header.ts";
import { headsOf, type Ledger, type Mark, mark, recordOf } from "../ledger/ledger.ts";
import type { Reference } from "../reference/reference.ts";
import { plain } from "../reference/spelling.ts";
import { readIndicator } from "../reference/words.ts";
import { type Neighbours, neighboursOf } from "./neighbours.ts";
import { placeholders } from "./number.ts";
import { type Answer, type Doubt, indexNames, type LostRow, soundly, type Whereabouts, whose } from "./whose.ts";

/** So many different rows are asked one by one; a table that loses more is asked as a whole. */
const most = 10_000;
/** And so many letters of them. */
const mostLetters = 16 << 20;

/** A finding that waits for the names of the run. */
interface Pending {
	readonly about: Remark;
	readonly at: Place;
	readonly rows: readonly LostRow[];
	/** The rows stand in a cell that is read all the same: they count where one is soundly another firm's. */
	readonly around: LostRow | null;
	/** Told in place of `about` where none of such rows is. */
	readonly otherwise: Remark | null;
}

/** What was lost of one table. */
export interface LostInTable {
	readonly where: Whereabouts;
	/** What of a firm is unknown where one of its rows is lost. */
	readonly reach: Mark["what"];
	/** Firms that the table names, in rows or in a title. */
	readonly firms: readonly string[];
	readonly rows: readonly LostRow[];
	readonly pending: readonly Pending[];
	/** Findings like the pending ones that are too many to be kept. */
	readonly unkept: readonly (readonly [Code, number])[];
	/** More was lost than is kept. */
	readonly tooMany: boolean;
	/** Whose rows may have stood behind the place where the file was cut off; null where it was not. */
	readonly behind: readonly string[] | null;
	/** Something was lost of which nobody knows what it was. */
	readonly anything: boolean;
}

/** Notes what reading a table loses. */
export class Losses {
	private readonly header: Header;
	private readonly where: Whereabouts;
	private readonly reach: Mark["what"];
	private readonly isOther: (cell: string) => boolean;
	private readonly firms = new Set<string>();
	private readonly rows = new Map<string, LostRow>();
	private readonly pending: Pending[] = [];
	private readonly unkept = new Map<Code, number>();
	/** Cells of rows without a firm, by row. */
	private readonly unnamed = new Map<number, readonly string[]>();
	private letters = 0;
	private tooMany = false;
	private anything = false;
	private behind: readonly string[] | null = null;

	constructor(header: Header, separator: string, reach: Mark["what"], reference: Reference) {
		this.header = header;
		this.reach = reach;
		const { at, width, standIns } = header;
		const column = firmColumn(header);
		const inFile = (index: number | undefined): number => (index === undefined || index >= width ? -1 : index);
		const idAt = inFile(at.get(column));
		const nameAt = inFile(at.get("firm_name") ?? (column === "firm" ? undefined : at.get("firm")));
		this.where = {
			idAt,
			nameAt: nameAt === idAt ? -1 : nameAt,
			byCode: column === "credit_code",
			separator,
			dated: at.has("period") || at.has("year"),
		};
		const { carriers, units } = reference;
		this.isOther = (cell) =>
			carriers.find(cell) !== undefined || units.find(cell) !== undefined || readIndicator(cell) !== undefined;
		for (const given of standIns) if (given.column !== "year" && given.column !== "unit") this.names(given.value);
	}

	/** The table names a firm. */
	names(firm: string): void {
		this.firms.add(firm);
	}

	/** A row whose cells are not where they should be; `about` is told when it is known whose it may be. */
	broken(cells: readonly string[], about: Remark, at: Place): void {
		const row = this.rowOf(cells, "broken");
		this.add(row);
		for (let rest = this.joinedTo(cells); rest !== undefined; rest = this.joinedTo(rest)) this.add(this.rowOf(rest, "broken"));
		this.tellLater({ about, at, rows: [row], around: null, otherwise: null });
	}

	/** A row that names no firm, or one by a code that is none; that is told already. */
	nameless(cells: readonly string[], doubt: Doubt, row: number): void {
		const own = cells.slice(0, this.header.width);
		if (doubt !== "no-firm") this.add(this.rowOf(own, doubt));
		else if (this.unnamed.size < most) this.unnamed.set(row, own);
		else this.tooMany = true;
	}

	/** Lines that a quote swallowed; `whole` where they are all it swallowed. */
	swallowed(lines: readonly (readonly string[])[], whole: boolean, about: Remark, at: Place): void {
		const rows = lines.map((cells) => this.rowOf(cells, "broken"));
		for (const row of rows) this.add(row);
		if (!whole) this.anything = true;
		this.tellLater({ about, at, rows: rows.slice(0, 2), around: null, otherwise: null });
	}

	/** The file was cut off: within a row, where it has cells, and with it whatever stood behind. */
	cutOff(cells: readonly string[] | undefined, about: Remark, at: Place): void {
		// Whatever its year, the firm's rows of others may have stood behind it.
		const row = cells === undefined ? undefined : { ...this.rowOf(cells, "broken"), year: null };
		if (row !== undefined) this.add(row);
		this.behind = [...this.firms];
		this.tellLater({ about, at, rows: row === undefined ? [] : [row], around: null, otherwise: null });
	}

	/** A cell that spans lines which may be rows: `about` is told where one is, `otherwise` where none is. */
	inside(
		lines: readonly (readonly string[])[],
		around: readonly string[],
		{ about, otherwise }: { readonly about: Remark; readonly otherwise: Remark },
		at: Place,
	): void {
		const rows = lines.slice(0, most).map((cells) => this.rowOf(cells, "broken"));
		this.tellLater({ about, at, rows, around: this.rowOf(around, "broken"), otherwise });
	}

	/** Nobody can say what was lost. */
	unknown(): void {
		this.anything = true;
	}

	/** What looks for the firms around rows that name none. */
	neighbours(): Neighbours {
		const { unnamed, where, header, firms } = this;
		// In a table in order of firm only the last one's rows may go on.
		const last =
			this.behind === null
				? undefined
				: (firm: string, together: boolean): void => {
						if (together && firm !== "") this.behind = [firm];
					};
		return neighboursOf({ header, idAt: where.idAt, firms, unnamed, last }, (cells, around) =>
			this.add({ ...this.rowOf(cells, "no-firm"), between: around }),
		);
	}

	/** What was lost, if anything. */
	get data(): LostInTable | undefined {
		if (this.rows.size === 0 && this.pending.length === 0 && this.behind === null && !this.tooMany && !this.anything)
			return undefined;
		return {
			where: this.where,
			reach: this.reach,
			firms: [...this.firms],
			rows: [...this.rows.values()],
			pending: this.pending,
			unkept: [...this.unkept],
			tooMany: this.tooMany,
			behind: this.behind,
			anything: this.anything,
		};
	}

	private rowOf(given: readonly string[], doubt: Doubt): LostRow {
		// No name is longer, and what is no name says nothing of whose row it is.
		const cells = given.map((cell) => (cell.length > longestName ? cell.slice(0, longestName) : cell));
		return { cells, doubt, words: cells.filter((cell) => this.isWord(cell)), year: this.yearOf(cells), between: null };
	}

	/**
	 * The row that stands behind another in one line, where a line break was lost: known by a period where its own would be. The last
	 * cell of the one and the first of the other may have become one.
	 */
	private joinedTo(cells: readonly string[]): readonly string[] | undefined {
		const { at, width } = this.header;
		const dated = [at.get("period"), at.get("year")].filter((index) => index !== undefined && index < width) as number[];
		if (dated.length === 0) return cells.length >= 2 * width - 1 ? cells.slice(width) : undefined;
		for (let start = 2; start <= cells.length - width + 1; start++) {
			const behind = dated.some(
				(own) => start > own && readPeriodText(plain((cells[start + own] ?? "").slice(0, 40))) !== undefined,
			);
			if (behind) return cells.slice(start);
		}
		return undefined;
	}

	/** The year in the period's cell, or the one that a title says of all rows. */
	private yearOf(cells: readonly string[]): number | null {
		const { at, width, constants } = this.header;
		const index = at.get("period") ?? at.get("year");
		if (index === undefined) return null;
		const text = index < width ? (cells[index] ?? "") : (constants[index - width] ?? "");
		return readPeriodText(plain(text.slice(0, 40)))?.year ?? null;
	}

	private isWord(cell: string): boolean {
		if (!/\p{L}/u.test(cell) || cell.length > 200) return false;
		const text = plain(cell);
		return readPeriodText(text) === undefined && !placeholders.has(text.toLowerCase()) && !this.isOther(cell);
	}

	private add(row: LostRow): void {
		const { idAt, nameAt } = this.where;
		// Amounts say nothing of whose row it is.
		const signs = [row.cells[idAt], row.cells[nameAt], row.cells.filter((cell) => /\p{L}/u.test(cell))];
		const key = JSON.stringify([row.doubt, row.year, ...signs, row.between]);
		if (this.rows.has(key)) return;
		this.letters += key.length;
		if (this.rows.size < most && this.letters < mostLetters) this.rows.set(key, row);
		else this.tooMany = true;
	}

	private tellLater(one: Pending): void {
		if (this.pending.length < keptFindings) this.pending.push(one);
		else {
			this.unkept.set(one.about.code, (this.unkept.get(one.about.code) ?? 0) + 1);
			// The finding is one of many; what it loses is not.
			if (one.otherwise !== null) this.tooMany = true;
		}
	}
}

/** When all tables are read: marks those whose rows they may have been, and tells what was kept back. */
export function settleLosses(
	tables: readonly LostInTable[],
	ledger: Ledger,
	tell: (found: Finding) => void,
	tellUnkept: (code: Code, count: number) => void,
): void {
	if (tables.length === 0) return;
	const known = indexNames(
		[...headsOf(ledger)].map(({ firm, names, master }): [string, string[]] => [
			firm,
			[firm, ...names.keys(), ...master.names.keys()],
		]),
	);
	for (const { where, reach, firms, rows, pending, unkept, tooMany, behind, anything } of tables) {
		// Many rows may be anybody's of the same many firms: these are marked once.
		const lost = new Map<readonly string[], Set<number | null>>();
		const lose = (answer: Answer | undefined): void => {
			if (answer === undefined) {
				ledger.pooledUnknown = true;
				ledger.rowsLost = true;
				return;
			}
			const isNew = ({ firms: some, year }: Pick<Answer, "firms" | "year">): boolean => {
				const years = obtain(lost, some, () => new Set());
				const fresh = !years.has(year);
				years.add(year);
				return fresh;
			};
			if (!isNew(answer)) return;
			const wide = known.affords(answer.firms.length) ? answer : { firms: known.everybody, year: null };
			if (wide !== answer && !isNew(wide)) return;
			for (const firm of wide.firms) mark(recordOf(ledger, firm), { year: wide.year, what: reach, lost: true });
		};
		for (const row of rows) lose(whose(row, where, known, firms));
		if (tooMany) lose(firms.length === 0 ? undefined : { firms, year: null, step: 8 });
		if (behind !== null) lose(behind.length === 0 ? undefined : { firms: behind, year: null, step: 8 });
		if (anything) lose(undefined);
		for (const { about, at, rows: own, around, otherwise } of pending) {
			const answers = own.flatMap((row) => soundly(row, where, known) ?? []);
			// A note may quote a row of its own firm; no note of one firm is a row of another.
			const within = around === null ? undefined : whose(around, where, known, firms);
			const inside = new Set(within?.firms);
			const foreign = answers.some((answer) => answer.firms.some((firm) => !inside.has(firm)));
			if (around !== null && foreign) for (const answer of [...answers, within]) lose(answer);
			// Nobody is charged with a finding but the one firm that its row surely names.
			const [only] = own.length === 1 ? answers : [];
			const firm = only?.firms.length === 1 ? (only.firms[0] as string) : "";
			const year = firm === "" || only?.year == null ? "" : String(only.year);
			tell(finding(otherwise !== null && !foreign ? otherwise : about, at, firm, year));
		}
		for (const [code, count] of unkept) tellUnkept(code, count);
	}
}
