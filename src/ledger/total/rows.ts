/**
 * A ledger as rows of a table of totals: one for each series and year, with its months apart, since rules ask for them. Nothing
 * that a figure, a verdict or a rule is made of is lost; rows of days, sites without amounts and cells nobody reads are.
 */
import { byCodeUnit, byKey } from "../../domain/order.ts";
import { fromCode, months } from "../../domain/period.ts";
import { type Exact, sum, toText, zero } from "../../exact/exact.ts";
import type { DayEntry, DayStamp } from "../days.ts";
import type { Claim } from "../entry.ts";
import { FirmShelf, isStored } from "../firm-shelf.ts";
import { heardOf } from "../folders.ts";
import type { FirmHead, FirmRecord, Ledger, Series } from "../ledger.ts";
import { amountCell, monthColumn, printedValue, sealed, type TotalColumn, type TotalRow, wholeNumber } from "./cells.ts";
import { energyCells, outputCells, unitCells } from "./series-cells.ts";
import { StoredRows } from "./stored-rows.ts";

type Row = { [C in TotalColumn]?: string | undefined };

/** So many days stand in one row at most: a cell that is longer is none. */
const mostStamps = 200;

/**
 * All rows, in order of firm; the last says how many there are before it. Those of a firm that is kept as numbers come together, and hold until the
 * next is asked for; the firm's cell is theirs.
 */
export function* totalRows(ledger: Ledger, terms: TotalTerms): Generator<TotalRow | FirmRows> {
	let count = 0;
	for (const row of lostByAll(ledger)) {
		count += 1;
		yield row;
	}
	for (const rows of byFirm(ledger)) {
		count += "numbers" in rows ? rows.numbers.count : 1;
		yield rows;
	}
	yield endRow(terms, count);
}

/** Rows of a firm that is kept as numbers. */
export interface FirmRows {
	readonly firm: string;
	readonly numbers: StoredRows;
}

/** A record is made when it is asked for, and let go: there may be half a million. */
function* byFirm({ firms, adding }: Ledger): Generator<TotalRow | FirmRows> {
	const shelf = firms instanceof FirmShelf ? firms : undefined;
	const numbers = shelf === undefined ? undefined : new StoredRows(shelf, adding);
	for (const firm of [...firms.keys()].sort(byCodeUnit)) {
		const slot = shelf?.slot(firm);
		if (shelf !== undefined && numbers !== undefined && slot !== undefined && isStored(slot) && numbers.read(slot)) {
			const cell = sealed(firm);
			if (slot.some(({ byCreditCode, said }) => byCreditCode || said.length > 0)) yield* whoRows(cell, shelf.head(firm));
			yield { firm: cell, numbers };
		} else yield* rowsOf(firms.get(firm) as FirmRecord);
	}
}

function endRow({ indicator, product, incomplete, options }: TotalTerms, count: number): TotalRow {
	return {
		...{ entry: "end", of: version, role: indicator, product: sealed(product), marks: incomplete ? "incomplete" : "" },
		...{ as_written: options.map(sealed).join(";"), sum: String(count) },
	};
}

/** What totals were made with. */
export interface TotalTerms {
	/** The output that intensities were per: rows of others that were refused, or left blank, are written nowhere. */
	readonly indicator: string;
	readonly product: string;
	/** Some were. */
	readonly incomplete: boolean;
	/** What the caller asserted of the rows, and what else decided how they were read. */
	readonly options: readonly string[];
}

/** Of the table's grammar: another one is not read. */
export const version = "1";

/** What nobody knows whose it was. */
function* lostByAll({ pooledUnknown, rowsLost, planLost }: Ledger): Generator<TotalRow> {
	if (pooledUnknown) yield { entry: "lost", of: "pooled" };
	if (rowsLost) yield { entry: "lost", of: "rows" };
	for (const indicator of [...planLost].sort()) yield { entry: "lost-plan", of: indicator };
}

function* rowsOf(record: FirmRecord): Generator<TotalRow> {
	const firm = sealed(record.firm);
	yield* whoRows(firm, record);
	for (const row of lostRows(record)) yield { ...row, firm };
	for (const [, series] of [...record.energy].sort(byKey))
		yield* seriesRows({ entry: "energy", firm, ...energyCells(series) }, series);
	for (const [, series] of [...record.supplies].sort(byKey))
		yield* seriesRows({ entry: series.measure, firm, ...energyCells(series) }, series);
	for (const [, series] of [...record.totals.energy].sort(byKey))
		yield* seriesRows({ entry: "energy-total", firm, ...energyCells(series) }, series);
	for (const [, series] of [...record.output].sort(byKey))
		yield* seriesRows({ entry: "output", firm, ...outputCells(series) }, series);
	for (const [, series] of [...record.totals.output].sort(byKey))
		yield* seriesRows({ entry: "output-total", firm, ...outputCells(series) }, series);
	for (const [indicator, series] of [...record.planned.series].sort(byKey))
		yield* seriesRows({ entry: "plan", firm, of: indicator }, series);
	for (const [name, claim] of [...record.disputed].sort(byKey)) {
		const [indicator = "", product = "", prices = "", period = ""] = name.split("\u001f");
		const code = wholeNumber(period);
		yield* amountRows({ entry: "disputed", firm, ...outputCells({ indicator, product, prices }) }, [
			{ code, basis: "", layer: 0, claim, stamp: undefined },
		]);
	}
}

/** Names, sectors and provinces that rows say, each value once; and what firms tables of the firm's folders say. */
function* whoRows(firm: string, record: FirmHead): Generator<TotalRow> {
	const code = record.byCreditCode ? { marks: "code" } : {};
	yield* beside({ entry: "firm", firm, ...code }, record.names, record.sectors, record.provinces, record.byCreditCode);
	const [names, sectors, provinces] = (["names", "sectors", "provinces"] as const).map((what) => heardOf(record, what)) as [
		FirmRecord["names"],
		FirmRecord["names"],
		FirmRecord["names"],
	];
	yield* beside({ entry: "firms-table", firm }, names, sectors, provinces, false);
}

function* beside(
	row: Row,
	names: FirmRecord["names"],
	sectors: FirmRecord["names"],
	provinces: FirmRecord["names"],
	always: boolean,
): Generator<TotalRow> {
	const lists = [names, sectors, provinces].map((values) => [...values.keys()].sort(byCodeUnit).map(sealed));
	const length = Math.max(always ? 1 : 0, ...lists.map((list) => list.length));
	for (let at = 0; at < length; at++)
		yield { ...row, firm_name: lists[0]?.[at] ?? "", sector: lists[1]?.[at] ?? "", province: lists[2]?.[at] ?? "" };
}

/** What refused rows make unknown, the months they were of, and amounts that were left blank. */
function* lostRows({ marks, refused, planned, blanks }: FirmRecord): Generator<Row> {
	const ofYear = (year: number | null): Row => ({ year: year === null ? "" : String(year) });
	for (const [, { year, what, lost }] of [...marks].sort(byKey))
		yield { entry: "lost", of: what, ...ofYear(year), ...(lost ? { marks: "shared" } : {}) };
	for (const [, { carrier, use, year, mask }] of [...refused].sort(byKey)) {
		const row: Row = { entry: "lost-months", of: sealed(carrier), use, ...ofYear(year) };
		for (let month = 1; month <= 12; month++) if (mask & (1 << (month - 1))) row[monthColumn(month)] = "x";
		yield row;
	}
	for (const [, { indicator, year }] of [...planned.faults].sort(byKey))
		yield { entry: "lost-plan", of: indicator, ...ofYear(year) };
	for (const [, { carrier, series, period }] of [...blanks].sort(byKey)) {
		const { year, from, to } = fromCode(period);
		yield {
			...{ entry: "blank", of: sealed(carrier), marks: series.split("\u001f").map(sealed).join("|") },
			...{ year: String(year), spans: spanText(from, to) },
		};
	}
}

interface Amount {
	readonly code: number;
	readonly basis: "" | "to-date" | "form" | "days";
	/** Rows that contradict each other stand below each other. */
	readonly layer: number;
	readonly claim: Claim;
	readonly stamp: DayStamp | undefined;
}

function seriesRows(base: Row, { entries, toDate, byForm, days }: Series): Generator<TotalRow> {
	const amounts: Amount[] = [];
	const take = (code: number, basis: Amount["basis"], first: Claim, others: readonly Claim[], stamp?: DayStamp): void => {
		amounts.push({ code, basis, layer: 0, claim: first, stamp });
		for (let layer = 1; layer <= others.length; layer += 1)
			amounts.push({ code, basis, layer, claim: others[layer - 1] as Claim, stamp });
	};
	for (const [code, entry] of entries) take(code, "", entry, entry.others);
	for (const [code, entry] of toDate ?? []) take(code, byForm?.has(code) ? "form" : "to-date", entry, entry.others);
	for (const day of [...(days?.values() ?? [])].sort(inTime)) take(day.month, "days", day.first, day.others, day);
	return amountRows(base, amounts);
}

function inTime(a: DayEntry, b: DayEntry): number {
	return a.month - b.month || a.day - b.day || byCodeUnit(a.time, b.time) || byCodeUnit(a.delivery, b.delivery);
}

/** Amounts of one series in as few rows as years, units and bases allow. */
function* amountRows(base: Row, amounts: readonly Amount[]): Generator<TotalRow> {
	const groups = new Map<string, { readonly row: Row; readonly amounts: Amount[] }>();
	const stamps = new Map<string, number>();
	let last: { readonly one: Amount; readonly into: Amount[] } | undefined;
	for (const one of amounts) {
		// Nearly all amounts stand in the row of the one before: no name is made for them.
		if (last !== undefined && isAlike(one, last.one)) {
			last.into.push(one);
			continue;
		}
		const { code, basis, layer, claim } = one;
		const { unit, held, per_unit, marks } = unitCells(claim);
		const year = yearText(code);
		const name = [year, basis, layer, unit, held, per_unit, marks].join("\u001f");
		// Nobody has so many readings a month but by the quarter of an hour.
		const month = `${name}\u001f${code}`;
		const before = basis === "days" ? (stamps.get(month) ?? 0) : 0;
		if (basis === "days") stamps.set(month, before + 1);
		const part = `${name}\u001f${Math.floor(before / mostStamps)}`;
		const group = groups.get(part) ?? { row: { ...base, unit, held, per_unit, basis, marks, year }, amounts: [] };
		groups.set(part, group);
		group.amounts.push(one);
		last = basis === "days" ? undefined : { one, into: group.amounts };
	}
	for (const [, group] of [...groups].sort(byKey)) yield filled(group.row, group.amounts);
}

/** Whether two amounts that name no day are of one year, basis and layer, and written in one unit of one table. */
function isAlike(one: Amount, other: Amount): boolean {
	const { claim, basis, layer, code } = one;
	const { claim: last } = other;
	const sameUnit = claim.from === last.from && claim.unit === last.unit;
	return sameUnit && basis === other.basis && layer === other.layer && fromCode(code).year === fromCode(other.code).year;
}

/** The row with its amounts, and their sum where there is one: of plain numbers, each month once. */
function filled(row: Row, amounts: readonly Amount[]): TotalRow {
	const toDate = row.basis === "to-date" || row.basis === "form";
	let added: Exact | undefined = toDate ? undefined : zero;
	let mask = 0;
	const cells: (string | undefined)[] = [...empty];
	for (const { code, claim, stamp } of amounts) {
		const { from, to } = fromCode(code);
		const value = printedValue(claim);
		const cell = amountCell(claim, value);
		const own = from === 0 ? 0 : months({ from, to });
		if (value === undefined || own === 0 || (stamp === undefined && (mask & own) !== 0)) added = undefined;
		mask |= own;
		if (added !== undefined) added = sum(added, value as Exact);
		const single = own !== 0 && (toDate ? from === 1 : from === to);
		const at = single ? to - 1 : spans;
		const item = stamp !== undefined ? `${stampText(stamp)}@${cell}` : single ? cell : `${spanText(from, to)}=${cell}`;
		cells[at] = cells[at] === undefined ? item : `${cells[at]};${item}`;
	}
	return withMonths(row, added === undefined ? undefined : toText(added), cells);
}

/** Where the cell of spans stands among those of months. */
const spans = 12;
const empty: readonly undefined[] = Array.from({ length: spans + 1 }, () => undefined);

/** Written out: columns that are put into a row by their names, one after another, take most of the time that totals take. */
function withMonths(row: Row, added: string | undefined, cells: readonly (string | undefined)[]): TotalRow {
	const [m01, m02, m03, m04, m05, m06, m07, m08, m09, m10, m11, m12, others] = cells;
	return { ...row, sum: added, m01, m02, m03, m04, m05, m06, m07, m08, m09, m10, m11, m12, spans: others };
}

function yearText(code: number): string {
	const { year } = fromCode(code);
	return year === 0 ? "" : String(year);
}

function spanText(from: number, to: number): string {
	const two = (month: number): string => String(month).padStart(2, "0");
	return `${two(from)}-${two(to)}`;
}

/** `05`, `05@08:30:00`, `05@@车A`: the day, its time, the delivery. */
function stampText({ day, time, delivery }: DayStamp): string {
	const two = String(day).padStart(2, "0");
	return delivery !== "" ? `${two}@${sealed(time)}@${sealed(delivery)}` : time !== "" ? `${two}@${sealed(time)}` : two;
}
