/** What every reader of a table is given, and what it gives back for each row. */
import type { ColumnName } from "../contract/tables.ts";
import type { TableName } from "../domain/order.ts";
import { type Period, write } from "../domain/period.ts";
import { type Finding, finding, type Lost, type Particulars, type Place, type Remark, remark } from "../findings/finding.ts";
import { gravity } from "../findings/gravity.ts";
import type { Given } from "../layout/caption.ts";
import type { Header } from "../layout/header.ts";
import type { Ledger, Mark, ToldOfFirm } from "../ledger/ledger.ts";
import type { Supplied } from "../ledger/supplied.ts";
import type { Carrier } from "../reference/carriers.ts";
import type { Reference } from "../reference/reference.ts";
import type { EquivalentsCheck } from "./energy/coal-equivalents.ts";
import type { Usual } from "./impossible.ts";
import type { Losses } from "./losses.ts";
import { european, twoWays } from "./number-writing.ts";
import { type NumberWatch, showsIn, type WrittenCell } from "./points-and-commas.ts";
import type { RowWords } from "./row-words.ts";

/** Choices of the caller that decide how rows are read. */
export interface IntakeChoices {
	/** Carrier ids, or folded texts of unknown carriers, that count as another carrier. */
	readonly mappings: ReadonlyMap<string, Carrier>;
	/** Rows after this month are refused; undefined when no date was given. */
	readonly asOf: { readonly text: string; readonly year: number; readonly month: number } | undefined;
	/** The output the intensity is per: errors in rows of others do not reach the verdict. */
	readonly indicator: string;
	/** Folded product for `product:NAME`; empty otherwise. */
	readonly product: string;
	/** What constant prices without a year mean in a row of a year. */
	readonly priceYear: (year: number) => number;
	/** Dimensions (mass, gas-volume) in which the factors in force state a fuel; empty where no table has it. */
	readonly naturalDimensions: (carrier: string) => ReadonlySet<string>;
	/** Heat value and carbon content that the set in force has of a fuel in a unit. */
	readonly usual: Usual;
}

export type Outcome = "used" | "refused" | "skipped";

/** A firm by itself, and what its row says of it beside the amount. */
export interface PlainWho extends ToldOfFirm {
	readonly firm: string;
	readonly byCreditCode: boolean;
}

export interface RowReader {
	(cells: readonly string[], row: number, line: number): Outcome;
	/** Whom a row is about, read by itself: it is noted nowhere. Undefined where anything is to be told, or other rows have a say. */
	readonly who?: (cells: readonly string[], row: number, line: number) => PlainWho | undefined;
	/** Asked when the last row under the header is read. Throws Trouble where they are not all there. */
	readonly finish?: () => void;
}

export interface TableContext {
	readonly reference: Reference;
	readonly ledger: Ledger;
	/** Where findings of rows go. */
	readonly tell: (found: Finding) => void;
	readonly table: TableName;
	readonly header: Header;
	readonly choices: IntakeChoices;
	/** An option names the file: what it says may change verdicts. */
	readonly byOption: boolean;
	/** Is told of the numbers of each row. */
	readonly numbers: NumberWatch;
	readonly losses: Losses;
	/** Checks what the table prints in coal equivalent, where it does. */
	readonly equivalents?: EquivalentsCheck;
	/** What words beside the amounts say, where the columns of a wide table share them: they are read once for a row. */
	readonly rowWords?: (cells: readonly string[]) => RowWords | undefined;
	/** The same of the cells that nobody reads. */
	readonly unread?: (cells: readonly string[]) => string | undefined;
}

/** A kind of table as reading sees it; what it is to those who fill it in stands in `contract/tables/`. */
export type TableCard = {
	readonly reader: (context: TableContext, supplied: Supplied) => RowReader;
} & (
	| {
			/** What of a firm is unknown where one of the table's rows is lost. */
			readonly reach: Mark["what"];
	  }
	| {
			/** It supplies what others are computed with: an error in it ends the run. */
			readonly reach: null;
			/** What it is where no option names it: `--factors` for factors. */
			readonly unnamed: Particulars["reference-not-named"]["kind"];
			/** Nothing is computed with it: a row with an error is refused, and the run goes on. */
			readonly aside?: true;
	  }
);

/** Tells what a title gave in place of a column. */
export function tellGiven(
	{ tell, table }: Pick<TableContext, "tell" | "table">,
	{ column, value, word, row, line, assumed }: Given,
): void {
	const place = { ...table, row, line, column: "", value: word };
	if (assumed === true) {
		tell(finding(remark("firm-assumed", { firm: value }), place));
		return;
	}
	if (column === "year") tell(finding(remark("year-from-title", { year: value }), place));
	else if (column === "unit") tell(finding(remark("unit-from-title", { unit: value }), place));
	else if (column === "carrier") tell(finding(remark("carrier-from-title", { carrier: value }), place));
	else if (column !== "firm_name" && column !== "to_date") tell(finding(remark("firm-from-title", { firm: value }), place));
}

/** More of a cell than this is never repeated in a finding. */
const longest = 120;

export function shortened(value: string): string {
	return value.length > longest ? `${value.slice(0, longest)}…` : value;
}

/** The faults and remarks of the row being read; told together, so that a row's faults all come in one run. */
export class RowRemarks {
	private readonly context: TableContext;
	/** `index` is the column's place in the row, below 0 where the file has no such column. */
	private readonly list: { about: Remark; index: number; value: string }[] = [];
	/** Whether any remark is an error: the row is then refused. */
	failed = false;
	/** What the row would have added, where it is refused. */
	lost: Lost | undefined;
	/** What the numbers of the row show by their writing, and those that are not plainly decimal. */
	private shows = 0;
	private readonly written: WrittenCell[] = [];
	/** Where the row stands; set before it is read. */
	row = 0;
	line = 0;

	constructor(context: TableContext) {
		this.context = context;
	}

	/** Notes a remark on the cell of a column; `value` is the cell as it stands. */
	note(about: Remark, column: ColumnName, value: string): void {
		this.list.push({ about, index: this.context.header.at.get(column) ?? -1, value: shortened(value) });
		if (gravity[about.code] === "error") this.failed = true;
	}

	/** A number of the row stands in a column, or at a place in the row, and shows `bits` by its writing. */
	wrote(bits: number, value: string, column: ColumnName, place?: number): void {
		if (bits === 0) return;
		const shows = showsIn(column, bits);
		this.shows |= shows;
		if ((shows & (european | twoWays)) === 0) return;
		this.written.push({ shows, index: place ?? this.context.header.at.get(column) ?? -1, value: shortened(value) });
	}

	/** Begins a row. */
	at(row: number, line: number): void {
		this.row = row;
		this.line = line;
		this.list.length = 0;
		this.failed = false;
		this.lost = undefined;
		this.shows = 0;
		this.written.length = 0;
	}

	/**
	 * Tells all that was noted, of the firm and the period where they are known; of a row that counts, `reach` is what would be
	 * unknown if one of its numbers were.
	 */
	tell(ofFirm: string | undefined, of: Period | string | undefined, reach?: Mark["what"] | "nothing"): void {
		const { row, line } = this;
		if (this.list.length === 0 && this.shows === 0) return;
		const firm = ofFirm ?? "";
		const period = typeof of === "object" ? write(of) : (of ?? "");
		const { table, header, tell } = this.context;
		for (const { about, index, value } of this.list) {
			const column = header.words[index] ?? "";
			// What stands in for a column stands in a title, or is a word of the header: no row is to be mended for it.
			const above = index < header.width ? undefined : (header.standIns[index - header.width] ?? header.place);
			if (above !== undefined) {
				tell(finding(about, { ...table, row: above.row, line: above.line, column, value }));
				continue;
			}
			const at = { ...table, row, line, column, value };
			const found = finding(about, at, firm, period);
			tell(this.lost !== undefined && gravity[about.code] === "error" ? { ...found, lost: this.lost } : found);
		}
		this.list.length = 0;
		if (this.shows !== 0) this.tellNumbers(firm, period, reach);
	}

	private tellNumbers(firm: string, period: string, reach: Mark["what"] | "nothing" | undefined): void {
		const { row, line, shows, written: cells } = this;
		const { table, header, tell, numbers } = this.context;
		const at = ({ index, value }: WrittenCell): Place => ({ ...table, row, line, column: header.words[index] ?? "", value });
		numbers.note({ shows, cells, at, tell, firm, period, reach });
		this.shows = 0;
		this.written.length = 0;
	}
}

/**
 * Words that are near, looked for only when somebody is told: of a million rows with one fault each, a thousand are ever shown.
 */
export function lazily(find: () => readonly string[]): { readonly near: readonly string[] } {
	let found: readonly string[] | undefined;
	return {
		get near() {
			found ??= find();
			return found;
		},
	};
}
