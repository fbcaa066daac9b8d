/**
 * Total rows are skipped, and what they print is compared with the rows above them. They are read by the reader of the table
 * itself into a ledger of their own, so that units and names mean the same.
 */

import { obtain } from "../domain/obtain.ts";
import type { ColumnName } from "../domain/tables.ts";
import { compare, difference, type Exact, equal, known, product, sign, sum, toText, zero } from "../exact/exact.ts";
import { fromExact, per, times } from "../exact/ratio.ts";
import { rounded } from "../exact/round.ts";
import { finding, remark, type Subject } from "../findings/finding.ts";
import { type Entry, placeOf } from "../ledger/entry.ts";
import { emptyLedger, type Ledger } from "../ledger/ledger.ts";
import type { Header } from "./header.ts";
import { firmColumn, type RowReader, type TableContext } from "./intake.ts";
import { isTotalWord } from "./no-data.ts";
import { readNumber } from "./number.ts";

/** A total as printed, with what it is a total of. */
interface Printed {
	readonly row: number;
	readonly line: number;
	readonly column: string;
	readonly word: string;
	/** The firm it is of; empty for all firms of the table. */
	readonly firm: string;
	/** The period code it is of; undefined for all that stand above it. */
	readonly period: number | undefined;
	readonly amounts: readonly { readonly name: string; readonly what: Subject; readonly entry: Entry }[];
}

export interface Totals {
	/** Notes a total row. */
	readonly note: (cells: readonly string[], row: number, line: number, column: ColumnName, word: string) => void;
	/** Tells of every total once the table is read: whether it agrees with its rows. */
	readonly finish: () => void;
}

const two = known("2");

/** Stands in for the firm and the year of a total of all firms or all periods, where a row must have one. */
const anyFirm = "total";
const anyYear = "2000";

export function totalsOf(context: TableContext, readerOf: (context: TableContext) => RowReader): Totals {
	const { header, file } = context;
	const list: Printed[] = [];
	let scratch: { readonly ledger: Ledger; readonly reader: RowReader } | undefined;
	const columnAt = (column: ColumnName): number => header.at.get(column) ?? -1;
	const who = firmColumn(header);
	const when = header.at.has("period") ? "period" : "year";

	return {
		note: (cells, row, line, column, word) => {
			scratch ??= scratchOf(context, readerOf);
			scratch.ledger.firms.clear();
			const own = [...cells];
			const firmText = (own[columnAt(who)] ?? "").trim();
			const anyFirms = firmText === "" || isTotalWord(firmText);
			if (anyFirms && columnAt(who) >= 0) own[columnAt(who)] = anyFirm;
			const whenText = (own[columnAt(when)] ?? "").trim();
			const anyPeriods = whenText === "" || isTotalWord(whenText);
			if (anyPeriods && columnAt(when) >= 0) own[columnAt(when)] = anyYear;
			if (columnAt("month") >= 0 && anyPeriods) own[columnAt("month")] = "";
			scratch.reader(own, row, line);
			const [book] = scratch.ledger.firms.values();
			const amounts: Printed["amounts"][number][] = [];
			let period: number | undefined;
			for (const { carrier, use, entries } of book?.energy.values() ?? []) {
				for (const [code, entry] of entries) {
					if (!anyPeriods) period = code;
					amounts.push({ name: `${carrier}\u001f${use}`, what: { of: "carrier", carrier, use }, entry });
				}
			}
			for (const { indicator, product, prices, entries } of book?.output.values() ?? []) {
				for (const [code, entry] of entries) {
					if (!anyPeriods) period = code;
					amounts.push({
						name: `${indicator}\u001f${product}\u001f${prices}`,
						what: { of: "indicator", indicator, prices },
						entry,
					});
				}
			}
			const columnWord = header.words[columnAt(column)] ?? "";
			list.push({ row, line, column: columnWord, word, firm: anyFirms ? "" : (book?.firm ?? ""), period, amounts });
		},
		finish: () => {
			if (list.length === 0) return;
			const entries = entriesOf(context);
			let above = header.place.row;
			for (const total of list) {
				let check: "agrees" | "differs" | "not-checked" = "not-checked";
				for (const { name, what, entry } of total.amounts) {
					const summed = (from: number): Exact | undefined => sumOf(entries.get(name) ?? [], total, entry.unit, from);
					const [all, part] = [summed(header.place.row), summed(above)];
					if (all === undefined) continue;
					// A subtotal is of the rows since the last one, a grand total of all; the table does not say which it is.
					if ([all, part].some((one) => one !== undefined && printsAs(one, entry))) {
						if (check === "not-checked") check = "agrees";
						continue;
					}
					check = "differs";
					const about = remark("total-differs", {
						what,
						printed: `${entry.text.trim()} ${entry.from.unit}`,
						summed: inItsUnit(part ?? all, entry),
					});
					context.tell(finding(about, placeOf(entry), total.firm));
				}
				const place = { file, row: total.row, line: total.line, column: total.column, value: total.word };
				context.tell(finding(remark("total-row", { check }), place, total.firm));
				above = total.row;
			}
		},
	};
}

/** The reader of the table with nothing to tell and a ledger to throw away; the firm of a total is no code to be checked. */
function scratchOf(context: TableContext, readerOf: (context: TableContext) => RowReader): { ledger: Ledger; reader: RowReader } {
	const ledger = emptyLedger(false);
	const at = new Map(context.header.at);
	const who = firmColumn(context.header);
	const index = at.get(who);
	for (const column of ["credit_code", "firm", "firm_name", "sector", "province", "site"] as const) at.delete(column);
	if (index !== undefined) at.set("firm", index);
	const header: Header = { ...context.header, at };
	return { ledger, reader: readerOf({ ...context, ledger, header, tell: () => undefined, commas: new Map() }) };
}

interface Counted {
	readonly firm: string;
	readonly period: number;
	readonly entry: Entry;
}

/** What the ledger holds from this table, by what it is of. */
function entriesOf({ ledger, file }: TableContext): Map<string, Counted[]> {
	const found = new Map<string, Counted[]>();
	const take = (name: string, firm: string, entries: ReadonlyMap<number, Entry>): void => {
		for (const [period, entry] of entries) {
			if (entry.from.file === file) obtain(found, name, () => []).push({ firm, period, entry });
		}
	};
	for (const { firm, energy, output } of ledger.firms.values()) {
		for (const { carrier, use, entries } of energy.values()) take(`${carrier}\u001f${use}`, firm, entries);
		for (const { indicator, product, prices, entries } of output.values())
			take(`${indicator}\u001f${product}\u001f${prices}`, firm, entries);
	}
	return found;
}

/** The rows between `from` and the total that it is of, added up; undefined where there are none, or where they contradict each other. */
function sumOf(entries: readonly Counted[], { row, firm, period }: Printed, unit: string, from: number): Exact | undefined {
	const own = entries.filter(
		(one) =>
			one.entry.row > from && one.entry.row < row && (firm === "" || one.firm === firm) && (period ?? one.period) === one.period,
	);
	if (own.length === 0 || own.some(({ entry }) => entry.unit !== unit || entry.others.length > 0)) return undefined;
	return own.reduce((all, { entry }) => sum(all, entry.amount), zero);
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

/** A sum in the unit that the total is printed in. */
function inItsUnit(summed: Exact, entry: Entry): string {
	const printed = printedNumber(entry);
	if (printed === undefined || sign(printed) === 0) return `${toText(summed)} ${entry.unit}`;
	const value = per(times(fromExact(summed), fromExact(printed)), fromExact(entry.amount));
	return `${rounded(value, Math.max(places(entry), 4))} ${entry.from.unit}`;
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
