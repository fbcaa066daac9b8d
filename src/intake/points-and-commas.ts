/**
 * Points that may be commas, and commas that may be points. `12.000` is read as 12 and `12,000` as 12000, unless the table shows, or may
 * be, European writing: then nobody can tell. Which numbers of a table show what is noted for each firm, since whoever fills in the
 * rows of a firm writes one way; where a question arises the table is read again, and asked cell by cell.
 */
import type { ColumnName } from "../contract/tables.ts";
import type { Finding, Place } from "../findings/finding.ts";
import type { Mark } from "../ledger/ledger.ts";
import type { Separator } from "../records/sheet.ts";
import { european, shows, twoWays } from "./number-writing.ts";

/** A cell of a row whose writing is more than plain. */
export interface WrittenCell {
	readonly shows: number;
	/** Its place in the row. */
	readonly index: number;
	readonly value: string;
}

/** The numbers of a row, whose they are, and what would be unknown if one of them were. */
export interface WrittenRow {
	/** All that its numbers show. */
	readonly shows: number;
	/** Those that are not plainly decimal. */
	readonly cells: readonly WrittenCell[];
	readonly at: (cell: WrittenCell) => Place;
	readonly tell: (found: Finding) => void;
	/** Empty where the row has none. */
	readonly firm: string;
	readonly period: string;
	/** Undefined where the row does not count. */
	readonly reach: Mark["what"] | "nothing" | undefined;
}

/** Who is told of the numbers of each row. */
export interface NumberWatch {
	readonly note: (row: WrittenRow) => void;
	/** Whether a number that was read may be another; asked when all rows are read. */
	readonly isDoubtful: (firm: string, shows: number, column: string) => boolean;
}

/** Columns of amounts: no size of theirs is impossible. Shares, heat values and factors are held to limits where they are read. */
const amounts: ReadonlySet<ColumnName> = new Set<ColumnName>([
	"quantity",
	"purchased",
	"opening_stock",
	"closing_stock",
	"transferred_out",
	"value",
]);

/** What a number shows, in the column it stands in. */
export function showsIn(column: ColumnName, bits: number): number {
	return bits === shows.onePoint && !amounts.has(column) ? shows.onePointElsewhere : bits;
}

/** What the numbers of a table show. */
export class PointsAndCommas implements NumberWatch {
	private readonly separator: Separator | null;
	private readonly firms = new Map<string, number>();
	/** The firm of the row before: rows of one firm stand together nearly always. */
	private last = { firm: "", shows: -1 };
	private all = 0;
	/** The first number in European writing: of the table, of each column, of each firm. */
	private first: Place | undefined;
	private readonly inColumn = new Map<string, Place>();
	/** Columns with a decimal comma that stands behind no points. */
	private readonly commaColumns = new Set<string>();
	private readonly ofFirm = new Map<string, Place>();

	constructor(separator: Separator | null) {
		this.separator = separator;
	}

	readonly note = (row: WrittenRow): void => {
		this.add(row.firm, row.shows);
		if ((row.shows & european) === 0) return;
		for (const cell of row.cells) {
			if ((cell.shows & european) === 0) continue;
			const at = row.at(cell);
			this.first ??= at;
			if (!this.inColumn.has(at.column)) this.inColumn.set(at.column, at);
			if ((cell.shows & shows.pointsInThousands) === 0) this.commaColumns.add(at.column);
			if (row.firm !== "" && !this.ofFirm.has(row.firm)) this.ofFirm.set(row.firm, at);
		}
	};

	/** Numbers of a firm show this. */
	add(firm: string, bits: number): void {
		if (firm === this.last.firm && (bits | this.last.shows) === this.last.shows) return;
		const known = (this.firms.get(firm) ?? 0) | bits;
		this.firms.set(firm, known);
		this.last = { firm, shows: known };
		this.all |= bits;
	}

	/** All that numbers of the table show. */
	get shown(): number {
		return this.all;
	}

	/** Whether any number of the table may have been read wrongly. */
	get isAsked(): boolean {
		const mayBeEuropean = (this.all & european) !== 0 || this.isUndecided(this.all);
		if (!mayBeEuropean || (this.all & twoWays) === 0) return false;
		if (this.commaColumns.size > 0 && (this.all & shows.oneComma) !== 0) return true;
		for (const [firm, bits] of this.firms)
			for (const one of [shows.onePoint, shows.onePointElsewhere, shows.oneComma])
				if ((bits & one) !== 0 && this.isDoubtful(firm, one, "")) return true;
		return false;
	}

	readonly isDoubtful = (firm: string, bits: number, column: string): boolean =>
		this.against(firm, bits, column) !== undefined || this.isUndecided(bits);

	/** What stands against a number that may be read two ways: the first of the column, of its firm, or of the table. */
	against(firm: string, bits: number, column: string): Place | undefined {
		if ((bits & twoWays) === 0) return undefined;
		const inColumn = this.inColumn.get(column);
		if ((bits & shows.oneComma) !== 0) {
			// A comma is no plain writing: one that is decimal makes all of its column doubtful (D32).
			if (this.commaColumns.has(column)) return inColumn;
			if (((this.firms.get(firm) ?? 0) & shows.commasInThousands) !== 0) return undefined;
		}
		return this.mayBeEuropean(firm) ? (inColumn ?? this.ofFirm.get(firm) ?? this.first) : undefined;
	}

	/**
	 * Whether a firm may write the European way: it does, or it shows no decimal point while others of the table have points between
	 * thousands, or decimal commas and nobody a decimal point.
	 */
	private mayBeEuropean(firm: string): boolean {
		const own = this.firms.get(firm) ?? 0;
		if ((own & european) !== 0) return true;
		if ((own & shows.decimalPoint) !== 0) return false;
		if ((this.all & shows.pointsInThousands) !== 0) return true;
		return (this.all & shows.decimalComma) !== 0 && (this.all & shows.decimalPoint) === 0;
	}

	/** Whether nothing in the table decides: semicolons between cells are there for decimal commas, and no number shows a point. */
	private isUndecided(bits: number): boolean {
		if (this.separator !== ";" || (this.all & (european | shows.decimalPoint)) !== 0) return false;
		return (bits & (shows.onePoint | shows.oneComma)) !== 0;
	}
}
