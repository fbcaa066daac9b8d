/**
 * Total rows are skipped, and what they print is compared with the rows above them. They are read by the reader of the table
 * itself into a ledger of their own, so that units and names mean the same.
 */

import type { ColumnName } from "../contract/tables.ts";
import { code, fromCode, months, readStamp, wholeYear } from "../domain/period.ts";
import { compare, difference, type Exact, equal, known, product, sign, zero } from "../exact/exact.ts";
import { finding, type Place, type Remark, remark, type Subject } from "../findings/finding.ts";
import { firmColumn } from "../layout/cells.ts";
import type { Header } from "../layout/header.ts";
import { amountLike, amountOf } from "../ledger/amounts.ts";
import { type Entry, placeOf } from "../ledger/entry.ts";
import { emptyLedger, type FirmRecord, type Ledger, recordOf, unknownPeriod } from "../ledger/ledger.ts";
import { addEnergyTotal, addOutputTotal } from "../ledger/post.ts";
import { plain } from "../reference/spelling.ts";
import { isTotalWord } from "../reference/words.ts";
import type { EquivalentsCheck } from "./energy/coal-equivalents.ts";
import type { TotalCheck } from "./energy/equivalent-sums.ts";
import type { RowReader, TableContext } from "./intake.ts";
import { Losses } from "./losses.ts";
import { readName } from "./names.ts";
import { readNumber } from "./number.ts";
import type { NumberWatch } from "./points-and-commas.ts";
import { energyName, outputName } from "./sums-above.ts";
import type { WholeTable } from "./whole-table.ts";

/** A total as printed, with what it is a total of. */
interface Printed {
	readonly row: number;
	readonly line: number;
	readonly column: string;
	readonly word: string;
	/** The firm it is of; empty for all firms of the table. */
	readonly firm: string;
	/** It stands in a column of totals: what it is of stands in its own row. */
	readonly across: boolean;
	readonly amounts: readonly PrintedAmount[];
	/** Reads the row again, with what it leaves blank; undefined where it says what it is of. */
	readonly reread: ((of: OnlyOne) => readonly PrintedAmount[]) | undefined;
}

/** Cells that all rows of a table have in common, as one of them has it. */
type OnlyOne = Readonly<Partial<Record<ColumnName, string>>>;

interface PrintedAmount {
	readonly name: string;
	readonly what: Subject;
	readonly entry: Entry;
	/** Where each period has a column, the one it is of; undefined for all that stand above. */
	readonly period: number | undefined;
}

export interface Totals {
	/** Notes a total row; or a cell in a column of totals, with the period it is of. */
	readonly note: (
		cells: readonly string[],
		row: number,
		line: number,
		column: ColumnName,
		word: string,
		across?: { readonly period: number },
	) => void;
	/** Tells of every total once the table is read: whether it agrees with its rows. */
	readonly finish: (table: WholeTable) => void;
}

const two = known("2");

/** The columns by which a row says what its amount is of. */
const what: readonly ColumnName[] = ["carrier", "indicator", "unit"];

function saysNothing(cell: string): boolean {
	return cell.trim() === "" || isTotalWord(cell);
}

const totalBehind = /(?:合计|总计|小计|累计|total)$/i;

/** 全年 is the whole year; 合计 is of the months that there are rows of. */
export function totalYear(year: number, text: string): number {
	return /全年|年度|year/i.test(text) ? code({ year, from: 1, to: 12 }) : code({ year, from: 0, to: 0 });
}

/** Stands in for the firm and the year of a total of all firms or all periods, where a row must have one. */
const anyFirm = "total";
const anyYear = "2000";

export function totalsOf(context: TableContext, readerOf: (context: TableContext) => RowReader): Totals {
	const { header, table } = context;
	const list: Printed[] = [];
	let scratch: { readonly ledger: Ledger; readonly reader: RowReader } | undefined;
	const columnAt = (column: ColumnName): number => header.at.get(column) ?? -1;
	const { ownerOf, periodOf } = namesOfTotals(header);
	const who = firmColumn(header);
	const when = header.at.has("period") ? "period" : "year";

	/** What a row comes to, as the reader of the table has it. */
	const recordIn = (own: readonly string[], row: number, line: number): FirmRecord | undefined => {
		scratch ??= scratchOf(context, readerOf);
		scratch.ledger.firms.clear();
		scratch.reader(own, row, line);
		const [record] = scratch.ledger.firms.values();
		return record;
	};

	return {
		note: (cells, row, line, column, word, across) => {
			const own = [...cells];
			const firmText = (own[columnAt(who)] ?? "").trim();
			const anyFirms = firmText === "" || isTotalWord(firmText);
			const owner = anyFirms ? ownerOf(own) : readName(who, firmText).name;
			if (anyFirms && columnAt(who) >= 0) own[columnAt(who)] = anyFirm;
			const whenText = (own[columnAt(when)] ?? "").trim();
			// Columns that state their period say it for the total, too.
			const stated = columnAt(when) < 0 && header.amounts.length > 0;
			const anyPeriods = !stated && (whenText === "" || isTotalWord(whenText));
			const of = across?.period ?? (anyPeriods ? periodOf(own, whenText) : undefined);
			if (anyPeriods && columnAt(when) >= 0) own[columnAt(when)] = anyYear;
			if (columnAt("month") >= 0 && anyPeriods) own[columnAt("month")] = "";
			const record = recordIn(own, row, line);
			if (anyPeriods && owner && record !== undefined)
				postTotals(() => recordOf(context.ledger, owner), record, of ?? unknownPeriod, word.trim());
			const amounts = printedIn(record, anyPeriods);
			// A year that stands in a title is no column of the row.
			const columnWord = columnAt(column) < header.width ? (header.words[columnAt(column)] ?? "") : "";
			const firm = anyFirms ? "" : (record?.firm ?? "");
			const blank = what.filter((one) => columnAt(one) >= 0 && saysNothing(own[columnAt(one)] ?? ""));
			const reread =
				amounts.length > 0 || blank.length === 0
					? undefined
					: (only: OnlyOne): readonly PrintedAmount[] => {
							const filled = [...own];
							for (const [one, text] of Object.entries(only) as [ColumnName, string][])
								if (columnAt(one) >= 0 && saysNothing(filled[columnAt(one)] ?? "")) filled[columnAt(one)] = text;
							return printedIn(recordIn(filled, row, line), anyPeriods);
						};
			list.push({ row, line, column: columnWord, word, firm, across: across !== undefined, amounts, reread });
		},
		finish: (whole) => {
			if (list.length === 0) return;
			const sumOf = whole.sums();
			let above = header.place.row;
			for (const total of list) {
				const only = total.reread === undefined ? undefined : whole.only();
				const amounts = (only && total.reread?.(only)) ?? total.amounts;
				const of = checked({ ...total, amounts }, sumOf, { header: header.place.row, above });
				for (const { about, at } of of.differing) context.tell(finding(about, at, total.firm));
				const place = { ...table, row: total.row, line: total.line, column: total.column, value: total.word };
				const check = of.check === "not-checked" ? (context.equivalents?.checked(total.row) ?? of.check) : of.check;
				// Each row of a table may have a total: one that agrees is nothing to tell.
				if (!total.across || check === "not-checked") context.tell(finding(remark("total-row", { check }), place, total.firm));
				if (!total.across) above = total.row;
			}
		},
	};
}

/** Whose a total of all firms may be, and of which period a total of all periods. */
function namesOfTotals(header: Header): {
	/** Of a table whose column of codes is blank the firm that stands by its name. */
	readonly ownerOf: (own: readonly string[]) => string | undefined;
	/** What a total of periods is of: what its word or the column of years says, else the title; the months where no word says the year. */
	readonly periodOf: (own: readonly string[], text: string) => number | undefined;
} {
	const columnAt = (column: ColumnName): number => header.at.get(column) ?? -1;
	const who = firmColumn(header);
	return {
		ownerOf: (own) => {
			if (who !== "credit_code") return undefined;
			const column = (["firm", "firm_name"] as const).find((one) => header.at.has(one));
			const text = column === undefined ? "" : (own[columnAt(column)] ?? "").trim();
			return column === undefined || text === "" || isTotalWord(text) ? undefined : readName(column, text).name;
		},
		periodOf: (own, text) => {
			const said = readStamp(plain(text).replace(totalBehind, ""))?.period;
			if (said !== undefined) return said.from === 1 && said.to === 12 ? totalYear(said.year, text) : code(said);
			const title = header.given.find(({ column }) => column === "year")?.value ?? "";
			const column = header.at.has("period") ? plain(own[columnAt("year")] ?? "") : "";
			const stated = readStamp(column) ?? readStamp(plain(title));
			if (stated === undefined) return undefined;
			const { period } = stated;
			return period.from === 1 && period.to === 12 ? totalYear(period.year, text) : code(period);
		},
	};
}

/** The amounts of a row that was read as if it were none of total. */
function printedIn(record: FirmRecord | undefined, anyPeriods: boolean): PrintedAmount[] {
	if (record === undefined) return [];
	const at = (code: number): number | undefined => (anyPeriods ? undefined : code);
	return [
		...[...record.energy.values()].flatMap(({ carrier, use, entries }) =>
			[...entries].map(([code, entry]): PrintedAmount => {
				return { name: energyName(carrier, use), what: { of: "carrier", carrier, use }, entry, period: at(code) };
			}),
		),
		...[...record.output.values()].flatMap(({ indicator, product, prices, entries }) =>
			[...entries].map(([code, entry]): PrintedAmount => {
				const of: Subject = { of: "indicator", indicator, prices };
				return { name: outputName(indicator, product, prices), what: of, entry, period: at(code) };
			}),
		),
	];
}

/** Notes the amounts of a total of all periods: where there is nothing else of them, they are what there is. */
function postTotals(owner: () => FirmRecord, { energy, output }: FirmRecord, period: number, total: string): void {
	const written = (entry: Entry): Entry => ({ ...entry, from: { ...entry.from, total } });
	for (const series of energy.values())
		for (const entry of series.entries.values()) addEnergyTotal(owner(), series, period, written(entry));
	for (const series of output.values())
		for (const entry of series.entries.values()) addOutputTotal(owner(), series, period, written(entry));
}

/** Whether a total agrees with the rows that it can be of: all since the header, or those since the last total; else what it differs by. */
function checked(
	{ firm, row, across, amounts }: Printed,
	sumOf: ReturnType<WholeTable["sums"]>,
	since: { readonly header: number; readonly above: number },
): { readonly check: TotalCheck; readonly differing: readonly { readonly about: Remark; readonly at: Place }[] } {
	let check: TotalCheck = "not-checked";
	const differing: { about: Remark; at: Place }[] = [];
	for (const { name, what, entry, period } of amounts) {
		const isYear = period !== undefined && months(fromCode(period)) === wholeYear;
		// Where there are months of a year and no row of the year, its total is of the months.
		const summed = (from: number, to: number): Exact | undefined =>
			sumOf({ name, firm, period, unit: entry.unit }, from, to) ??
			(isYear ? sumOf({ name, firm, period, unit: entry.unit, anyOfYear: true }, from, to) : undefined);
		const all = across ? summed(row - 1, row + 1) : summed(since.header, row);
		const part = across ? undefined : summed(since.above, row);
		if (all === undefined) continue;
		// A subtotal is of the rows since the last one, a grand total of all; the table does not say which it is.
		if ([all, part].some((one) => one !== undefined && printsAs(one, entry))) {
			if (check === "not-checked") check = "agrees";
			continue;
		}
		check = "differs";
		const about = remark("total-differs", { what, printed: amountOf(entry), summed: amountLike(part ?? all, entry) });
		differing.push({ about, at: placeOf(entry) });
	}
	return { check, differing };
}

/** The reader of the table with nothing to tell and a ledger to throw away; the firm of a total is no code to be checked. */
function scratchOf(context: TableContext, readerOf: (context: TableContext) => RowReader): { ledger: Ledger; reader: RowReader } {
	const ledger = emptyLedger(false);
	const { equivalents } = context;
	const at = new Map(context.header.at);
	const who = firmColumn(context.header);
	const index = at.get(who);
	for (const column of ["credit_code", "firm", "firm_name", "sector", "province"] as const) at.delete(column);
	if (index !== undefined) at.set("firm", index);
	const header: Header = { ...context.header, at };
	return {
		ledger,
		reader: readerOf({
			...context,
			...(equivalents === undefined ? {} : { equivalents: ofTotals(equivalents) }),
			ledger,
			header,
			tell: () => undefined,
			numbers: watchedFor(context),
			losses: new Losses(header, "", "any", context.reference),
		}),
	};
}

/** A total may be all that stands of an amount: its number is asked as others are. */
function watchedFor({ numbers: { note, isDoubtful }, tell }: TableContext): NumberWatch {
	return {
		isDoubtful,
		note: (row) => {
			const [anybody, whenever] = [row.firm === anyFirm, row.period === anyYear];
			const [firm, period] = [anybody ? "" : row.firm, whenever ? "" : row.period];
			note({ ...row, tell, firm, period, reach: anybody ? undefined : row.reach });
		},
	};
}

/** What is read here is a total; that it is one is told here. */
function ofTotals(equivalents: EquivalentsCheck): EquivalentsCheck {
	return { ...equivalents, row: () => undefined, total: (row, text) => equivalents.total(row, text, "totals") };
}

/** Whether a sum lies within half a step of the last place printed: a total is rounded once, and nothing else is let pass. */
function printsAs(summed: Exact, entry: Entry): boolean {
	if (equal(summed, entry.amount)) return true;
	const printed = printedNumber(entry);
	if (printed === undefined || sign(printed) === 0) return false;
	// In the unit of the row a step is 10^-places; amount / printed turns it into the unit amounts are held in.
	const doubled = product(product(two, difference(summed, entry.amount)), printed);
	const last = places(entry);
	const step = product(entry.amount, known(last === 0 ? "1" : `0.${"1".padStart(last, "0")}`));
	return compare(size(doubled), size(step)) <= 0;
}

function printedNumber({ text }: Entry): Exact | undefined {
	const read = readNumber(text);
	return read.kind === "number" ? read.value : undefined;
}

function places({ text }: Entry): number {
	return /\.(\d+)\s*$/.exec(text)?.[1]?.length ?? 0;
}

function size(value: Exact): Exact {
	return sign(value) < 0 ? difference(zero, value) : value;
}
