/** What every reader of a table is given, and what it gives back for each row. */
import type { Period } from "../domain/period.ts";
import { code as periodCode, read as readPeriodText, whyNoPeriod } from "../domain/period.ts";
import type { ColumnName } from "../domain/tables.ts";
import type { TableKind } from "../domain/words.ts";
import { type Finding, finding, type Remark, remark } from "../findings/finding.ts";
import { gravity } from "../findings/gravity.ts";
import type { Ledger, Mark } from "../ledger/ledger.ts";
import type { Carrier } from "../reference/carriers.ts";
import type { Reference } from "../reference/reference.ts";
import { plain } from "../reference/spelling.ts";
import type { Given } from "./caption.ts";
import { type Commas, noteGrouped, noteRefused } from "./commas.ts";
import type { Header } from "./header.ts";

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
	/** What constant prices without a year mean. */
	readonly priceYear: number;
	/** Dimensions (mass, gas-volume) in which the factors in force state a fuel; empty where no table has it. */
	readonly naturalDimensions: (carrier: string) => ReadonlySet<string>;
}

export type Outcome = "used" | "refused" | "skipped";

export type RowReader = (cells: readonly string[], row: number, line: number) => Outcome;

export interface TableContext {
	readonly reference: Reference;
	readonly ledger: Ledger;
	/** Where findings of rows go. */
	readonly tell: (found: Finding) => void;
	readonly file: string;
	readonly header: Header;
	readonly choices: IntakeChoices;
	readonly commas: Commas;
}

/** Tells what a title gave in place of a column. */
export function tellGiven({ tell, file }: Pick<TableContext, "tell" | "file">, { column, value, word, row, line }: Given): void {
	const place = { file, row, line, column: "", value: word };
	if (column === "year") tell(finding(remark("year-from-title", { year: value }), place));
	else if (column === "unit") tell(finding(remark("unit-from-title", { unit: value }), place));
	else if (column !== "firm_name") tell(finding(remark("firm-from-title", { firm: value }), place));
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

	/** Begins a row. */
	at(row: number, line: number): void {
		this.row = row;
		this.line = line;
		this.list.length = 0;
		this.failed = false;
	}

	/** Tells all that was noted; of a row that counts, `reach` is what would be unknown if one of its numbers were. */
	tell(firm: string, period: string, reach?: Mark["what"] | "nothing"): void {
		const { row, line } = this;
		if (this.list.length === 0) return;
		const { file, header, tell, commas } = this.context;
		for (const { about, index, value } of this.list) {
			const column = header.words[index] ?? "";
			// What stands in for a column stands in a title, or is a word of the header: no row is to be mended for it.
			const above = index < header.width ? undefined : (header.standIns[index - header.width] ?? header.place);
			if (above !== undefined) {
				tell(finding(about, { file, row: above.row, line: above.line, column, value }));
				continue;
			}
			const at = { file, row, line, column, value };
			tell(finding(about, at, firm, period));
			if (about.code === "thousands-separators" && reach !== undefined) noteGrouped(commas, at, firm, period, reach);
			else if (about.code === "bad-number" && about.with.why === "groups") noteRefused(commas, at);
		}
		this.list.length = 0;
	}
}

/** Reads cells of a row by the column's name, which the kind of table has; missing columns and short rows give an empty cell. */
export function cellReader<K extends TableKind = TableKind>(
	header: Header,
): (cells: readonly string[], column: ColumnName<K>) => string {
	return (cells, column) => {
		const at = header.at.get(column as ColumnName);
		return at === undefined ? "" : (cells[at] ?? "");
	};
}

/** One column's cell of a row, for cells that are read for every row. */
export function columnReader(header: Header, column: ColumnName): (cells: readonly string[]) => string {
	const at = header.at.get(column);
	return at === undefined ? () => "" : (cells) => cells[at] ?? "";
}

/** Who a row is about: the credit-code or id column where there is one, else the name. */
export function firmColumn(header: Header): "credit_code" | "firm" | "firm_name" {
	for (const column of ["credit_code", "firm", "firm_name"] as const) if (header.at.has(column)) return column;
	return "firm";
}

/** A memory for readings of cells that repeat: at most so many different texts, however long the file. */
export function remembering<V>(read: (text: string) => V): (text: string) => V {
	const known = new Map<string, V>();
	return (text) => {
		let value = known.get(text);
		if (value === undefined && !known.has(text)) {
			value = read(text);
			if (known.size < 100_000) known.set(text, value);
		}
		return value as V;
	};
}

export interface ReadPeriod {
	readonly period: Period;
	readonly code: number;
	/** Full-width digits or odd blanks were read as plain ones. */
	readonly widened: boolean;
	/** A month without a year, completed by the title's. */
	readonly fromTitle: boolean;
}

/** The period of a row, from its period column or from year and month; told where it cannot be read. */
export function periodReader(context: TableContext): (cells: readonly string[], remarks: RowRemarks) => ReadPeriod | undefined {
	const { header, choices } = context;
	const column = header.at.has("period") ? "period" : "year";
	const written = columnReader(header, column);
	const monthOf = columnReader(header, "month");
	const withMonth = column === "year" && header.at.has("month");
	const titleYear = header.given.find((one) => one.column === "year");
	let yearTaken = false;
	const spelt = (text: string): string => plain(text).replace(/ ?([年月日季度]) ?/g, "$1");
	const read = remembering((text: string): ReadPeriod | undefined => {
		const clean = spelt(text);
		const fromTitle = titleYear !== undefined && /^(0?[1-9]|1[0-2])月(份)?$/.test(clean);
		const period = readPeriodText(fromTitle ? `${titleYear.value}年${clean}` : clean);
		return period === undefined ? undefined : { period, code: periodCode(period), widened: clean !== text.trim(), fromTitle };
	});
	return (cells, remarks) => {
		let text = written(cells);
		if (withMonth) {
			const month = plain(monthOf(cells)).replace(/月(份)?$/, "");
			if (month !== "") text = `${plain(text).replace(/年(度)?$/, "")}-${month}`;
		}
		if (text.trim() === "") {
			remarks.note(remark("missing-cell", { what: "period" }), column, text);
			return undefined;
		}
		const found = read(text);
		if (found === undefined) {
			remarks.note(remark("bad-period", { why: whyNoPeriod(spelt(text)) }), column, text);
			return undefined;
		}
		if (found.fromTitle && !yearTaken && titleYear !== undefined) {
			yearTaken = true;
			tellGiven(context, titleYear);
		}
		if (found.widened) remarks.note(remark("full-width", { read: plain(text) }), column, text);
		const { asOf } = choices;
		if (
			asOf !== undefined &&
			(found.period.year > asOf.year || (found.period.year === asOf.year && endsAfter(found.period, asOf.month)))
		) {
			remarks.note(remark("future-month", { asOf: asOf.text }), column, text);
		}
		return found;
	};
}

/** A whole year may be given before it is over only month by month: its last month decides. */
function endsAfter(period: Period, month: number): boolean {
	return period.to > month;
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
