/**
 * The rows of a table added up between any two of its rows, as its totals ask for them: a table of many totals is added up once,
 * not once for each of them.
 */
import { obtain } from "../domain/obtain.ts";
import { byTable, type TableName } from "../domain/order.ts";
import { fromCode } from "../domain/period.ts";
import { difference, type Exact, sum, zero } from "../exact/exact.ts";
import type { Entry } from "../ledger/entry.ts";
import type { Ledger } from "../ledger/ledger.ts";

/** Which rows are added up. */
export interface Asked {
	/** What the amounts are of, as `energyName` and `outputName` say it. */
	readonly name: string;
	/** Empty for all firms of the table. */
	readonly firm: string;
	/** Code of the period; undefined for all. */
	readonly period: number | undefined;
	/** All periods of the year that the period is of. */
	readonly anyOfYear?: boolean;
	/** The unit that all of them must be held in. */
	readonly unit: string;
}

interface Counted {
	readonly firm: string;
	readonly period: number;
	readonly entry: Entry;
	/** Other rows of the same are of months within its own: 一季度 below its three months is a sum of them. */
	readonly isSum: boolean;
}

/** Entries in order of row; each with all up to it. */
interface Column {
	readonly entries: readonly Entry[];
	readonly sums: readonly Exact[];
	/** Rows that other rows contradict. */
	readonly contradicted: readonly number[];
	/** Rows in another unit than the one before. */
	readonly changes: readonly number[];
}

export function energyName(carrier: string, use: string): string {
	return `${carrier}\u001f${use}`;
}

export function outputName(indicator: string, product: string, prices: string): string {
	return `${indicator}\u001f${product}\u001f${prices}`;
}

/**
 * The sum of what is asked between two rows, both left out; undefined where there is nothing, or where rows contradict each other
 * or are in several units.
 */
export type SumsAbove = (asked: Asked, from: number, to: number) => Exact | undefined;

/** Adds up what the ledger holds from a table. */
export function sumsAbove(ledger: Ledger, table: TableName): SumsAbove {
	const all = countedOf(ledger, table);
	/** By name, and by what of firm and period is asked: the columns of each firm and period. */
	const columns = new Map<string, Map<string, Column>>();
	const columnsOf = (name: string, byFirm: boolean, by: (period: number) => string, kind: string): Map<string, Column> =>
		obtain(columns, `${name}\u001f${byFirm}\u001f${kind}`, () => {
			const parts = new Map<string, Entry[]>();
			for (const { firm, period, entry, isSum } of all.get(name) ?? [])
				if (kind === "period" || !isSum) obtain(parts, `${byFirm ? firm : ""}\u001f${by(period)}`, () => []).push(entry);
			return new Map([...parts].map(([key, entries]) => [key, columnOf(entries)]));
		});
	return ({ name, firm, period, unit, anyOfYear = false }, from, to) => {
		const kind = period === undefined ? "all" : anyOfYear ? "year" : "period";
		const by = { all: () => "", year: (code: number) => String(fromCode(code).year), period: String }[kind];
		const column = columnsOf(name, firm !== "", by, kind).get(`${firm}\u001f${period === undefined ? "" : by(period)}`);
		if (column === undefined) return undefined;
		const [start, end] = [firstFrom(column, from + 1), firstFrom(column, to)];
		if (start >= end || column.entries[start]?.unit !== unit) return undefined;
		const counted = (counts: readonly number[], since: number): number => (counts[end - 1] ?? 0) - (counts[since] ?? 0);
		// Whether the first of them differs from the one before it is nobody's business.
		if (counted(column.contradicted, start - 1) > 0 || counted(column.changes, start) > 0) return undefined;
		return difference(column.sums[end - 1] ?? zero, column.sums[start - 1] ?? zero);
	};
}

/** What the ledger holds from this table, by what it is of. */
function countedOf(ledger: Ledger, table: TableName): ReadonlyMap<string, readonly Counted[]> {
	const found = new Map<string, Counted[]>();
	const take = (name: string, firm: string, entries: ReadonlyMap<number, Entry>): void => {
		const own = [...entries].filter(([, { from }]) => byTable(from, table) === 0);
		const isSum = (period: number): boolean => !isMonth(period) && own.some(([other]) => isWithin(other, period));
		for (const [period, entry] of own) obtain(found, name, () => []).push({ firm, period, entry, isSum: isSum(period) });
	};
	for (const { firm, energy, output } of ledger.firms.values()) {
		for (const { carrier, use, entries } of energy.values()) take(energyName(carrier, use), firm, entries);
		for (const { indicator, product, prices, entries } of output.values())
			take(outputName(indicator, product, prices), firm, entries);
	}
	return found;
}

function isMonth(period: number): boolean {
	const { from, to } = fromCode(period);
	return from === to;
}

/** Whether a period is a part of another, and not all of it. */
function isWithin(part: number, whole: number): boolean {
	const [inner, outer] = [fromCode(part), fromCode(whole)];
	return part !== whole && inner.year === outer.year && inner.from >= outer.from && inner.to <= outer.to;
}

function columnOf(unordered: readonly Entry[]): Column {
	const entries = [...unordered].sort((a, b) => a.row - b.row);
	const sums: Exact[] = [];
	const contradicted: number[] = [];
	const changes: number[] = [];
	let [amount, others, units] = [zero, 0, 0];
	for (const [at, entry] of entries.entries()) {
		amount = sum(amount, entry.amount);
		if (entry.others.length > 0) others += 1;
		if (at > 0 && entry.unit !== entries[at - 1]?.unit) units += 1;
		sums.push(amount);
		contradicted.push(others);
		changes.push(units);
	}
	return { entries, sums, contradicted, changes };
}

/** The index of the first entry in a row or behind it. */
function firstFrom({ entries }: Column, row: number): number {
	let [low, high] = [0, entries.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((entries[middle] as Entry).row < row) low = middle + 1;
		else high = middle;
	}
	return low;
}
