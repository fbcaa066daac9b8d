/**
 * A ledger as rows of a table of totals: one for each series and year, with its months apart, since rules ask for them. Nothing
 * that a figure, a verdict or a rule is made of is lost; rows of days, sites without amounts and cells nobody reads are.
 */
import { byCodeUnit, byKey } from "../../domain/order.ts";
import { fromCode, months } from "../../domain/period.ts";
import { type Exact, fromPlainText, fromText, sum, toText } from "../../exact/exact.ts";
import type { DayEntry, DayStamp } from "../days.ts";
import type { Claim } from "../entry.ts";
import { heardOf } from "../folders.ts";
import type { FirmRecord, Ledger, Series } from "../ledger.ts";
import { amountCell, monthColumn, sealed, type TotalColumn, type TotalRow, wholeNumber } from "./cells.ts";
import { measuredCells } from "./measured.ts";

type Row = { [C in TotalColumn]?: string };

/** So many days stand in one row at most: a cell that is longer is none. */
const mostStamps = 200;

/** All rows, in order of firm; the last says how many there are before it. */
export function* totalRows(ledger: Ledger, { indicator, product, incomplete, options }: TotalTerms): Generator<TotalRow> {
	let count = 0;
	const counted = function* (rows: Iterable<TotalRow>): Generator<TotalRow> {
		for (const row of rows) {
			count += 1;
			yield row;
		}
	};
	yield* counted(lostByAll(ledger));
	// A record is made when it is asked for, and let go: there may be half a million.
	for (const firm of [...ledger.firms.keys()].sort(byCodeUnit)) yield* counted(rowsOf(ledger.firms.get(firm) as FirmRecord));
	yield {
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
		yield* seriesRows({ entry: "energy", firm, ...energyKey(series) }, series);
	for (const [, series] of [...record.supplies].sort(byKey))
		yield* seriesRows({ entry: series.measure, firm, ...energyKey(series) }, series);
	for (const [, series] of [...record.totals.energy].sort(byKey))
		yield* seriesRows({ entry: "energy-total", firm, ...energyKey(series) }, series);
	for (const [, series] of [...record.output].sort(byKey))
		yield* seriesRows({ entry: "output", firm, ...outputKey(series) }, series);
	for (const [, series] of [...record.totals.output].sort(byKey))
		yield* seriesRows({ entry: "output-total", firm, ...outputKey(series) }, series);
	for (const [indicator, series] of [...record.planned.series].sort(byKey))
		yield* seriesRows({ entry: "plan", firm, of: indicator }, series);
	for (const [name, claim] of [...record.disputed].sort(byKey)) {
		const [indicator = "", product = "", prices = "", period = ""] = name.split("\u001f");
		const code = wholeNumber(period);
		yield* amountRows({ entry: "disputed", firm, ...outputKey({ indicator, product, prices }) }, [
			{ code, basis: "", layer: 0, claim },
		]);
	}
}

function energyKey(series: FirmRecord["energy"] extends Map<string, infer S> ? S : never): Row {
	const { site, carrier, use, role, measured } = series;
	return { site: sealed(site), of: sealed(carrier), use, role: sealed(role), ...measuredCells(measured) };
}

function outputKey({ indicator, product, prices }: Readonly<Record<"indicator" | "product" | "prices", string>>): Row {
	return { of: indicator, product: sealed(product), prices };
}

/** Names, sectors and provinces that rows say, each value once; and what firms tables of the firm's folders say. */
function* whoRows(firm: string, record: FirmRecord): Generator<TotalRow> {
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
	readonly stamp?: DayStamp;
}

function seriesRows(base: Row, { entries, toDate, byForm, days }: Series): Generator<TotalRow> {
	const amounts: Amount[] = [];
	const take = (code: number, basis: Amount["basis"], claims: readonly Claim[], stamp?: DayStamp): void => {
		for (const [layer, claim] of claims.entries())
			amounts.push({ code, basis, layer, claim, ...(stamp === undefined ? {} : { stamp }) });
	};
	for (const [code, entry] of entries) take(code, "", [entry, ...entry.others]);
	for (const [code, entry] of toDate ?? []) take(code, byForm?.has(code) ? "form" : "to-date", [entry, ...entry.others]);
	for (const day of [...(days?.values() ?? [])].sort(inTime)) take(day.month, "days", [day.first, ...day.others], day);
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
		const row: Row = { ...unitCells(claim), basis, marks: marksOf(claim), year: yearText(code) };
		const name = [row.year, basis, layer, row.unit, row.held, row.per_unit, row.marks].join("\u001f");
		// Nobody has so many readings a month but by the quarter of an hour.
		const month = `${name}\u001f${code}`;
		const before = basis === "days" ? (stamps.get(month) ?? 0) : 0;
		if (basis === "days") stamps.set(month, before + 1);
		const part = `${name}\u001f${Math.floor(before / mostStamps)}`;
		const group = groups.get(part) ?? { row: { ...base, ...row }, amounts: [] };
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

function unitCells({ unit: held, from: { unit, perUnit } }: Claim): Row {
	return { unit: sealed(unit), held, per_unit: perUnit === undefined ? "" : toText(perUnit) };
}

function marksOf({ from: { total, purchases, form } }: Claim): string {
	return [
		...(purchases ? ["purchases"] : []),
		...(form ? ["form"] : []),
		...(total === undefined ? [] : [`total:${sealed(total)}`]),
	].join(";");
}

/** The row with its amounts, and their sum where there is one: of plain numbers, each month once. */
function filled(row: Row, amounts: readonly Amount[]): TotalRow {
	let added: Exact | undefined = row.basis === "to-date" || row.basis === "form" ? undefined : fromPlainText("0");
	let mask = 0;
	for (const { code, basis, claim, stamp } of amounts) {
		const { from, to } = fromCode(code);
		const cell = amountCell(claim);
		const own = from === 0 ? 0 : months({ from, to });
		if (cell.includes("=") || own === 0 || (stamp === undefined && (mask & own) !== 0)) added = undefined;
		mask |= own;
		if (added !== undefined) added = sum(added, fromText(cell) ?? fromPlainText(cell));
		const single = basis === "to-date" || basis === "form" ? from === 1 : from === to;
		const column = own !== 0 && single ? monthColumn(to) : "spans";
		const item =
			stamp !== undefined ? `${stampText(stamp)}@${cell}` : column === "spans" ? `${spanText(from, to)}=${cell}` : cell;
		row[column] = row[column] === undefined ? item : `${row[column]};${item}`;
	}
	return added === undefined ? row : { ...row, sum: toText(added) };
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
