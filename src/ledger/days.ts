/**
 * Rows that name a day: readings, deliveries, shifts. What the days of a month amount to, or why nobody can say.
 * Source: the reading rules of this tool, table 3 (days add up).
 */
import { lastDay } from "../domain/period.ts";
import { compare, type Exact, equal, sum } from "../exact/exact.ts";
import type { Remark, Subject } from "../findings/finding.ts";
import { remark } from "../findings/finding.ts";
import { amountOf, rowOf } from "./amounts.ts";
import { contradiction } from "./contradiction.ts";
import { byClaim, type Claim, type Entry, isSummed } from "./entry.ts";

/** When in its month a row stands. */
export interface DayStamp {
	/** 1 to 31. */
	readonly day: number;
	/** `08:30:00`; empty where none is named, and at midnight. */
	readonly time: string;
	/** Number of the vehicle, the slip or the lot: rows that differ in it are two deliveries. */
	readonly delivery: string;
	/** All other cells of the row but the note, in one text: two rows that agree in it are copies. */
	readonly rest: string;
}

interface DayClaim extends Claim {
	readonly rest: string;
}

/** What rows of one day, time and delivery say. */
export interface DayEntry extends DayStamp {
	/** Code of the month. */
	readonly month: number;
	readonly first: DayClaim;
	/** How many rows say it. */
	times: number;
	/** Rows of the same moment that say something else, in order of place. */
	others: readonly DayClaim[];
	/** Where it stands a second time. */
	copy: Claim | undefined;
}

/** By month, day, time and delivery. */
export type Days = Map<string, DayEntry>;

const remembered = 8;

/** Adds one row that names a day. */
export function addDay(days: Days, month: number, stamp: DayStamp, claim: Claim, adding: boolean): void {
	mergeDay(days, { ...stamp, month, first: { ...bare(claim), rest: stamp.rest }, times: 1, others: [], copy: undefined }, adding);
}

/** Days of one ledger into those of another. Associative, and blind to order. */
export function mergeDays(into: Days, from: Days, adding: boolean): void {
	for (const entry of from.values()) mergeDay(into, { ...entry }, adding);
}

function mergeDay(days: Days, entry: DayEntry, adding: boolean): void {
	const name = `${entry.month}|${entry.day}|${entry.time}|${entry.delivery}`;
	const there = days.get(name);
	days.set(name, there === undefined ? entry : merged(there, entry, adding));
}

function merged(a: DayEntry, b: DayEntry, adding: boolean): DayEntry {
	const [first, second] = byClaim(a.first, b.first) <= 0 ? [a, b] : [b, a];
	const times = a.times + b.times;
	if (adding && first.first.unit === second.first.unit) {
		const amount = sum(first.first.amount, second.first.amount);
		return { ...first, first: { ...first.first, amount }, times, others: [], copy: undefined };
	}
	const alike = same(first.first, second.first);
	const distinct: DayClaim[] = [];
	for (const claim of [first.first, ...first.others, ...(alike ? [] : [second.first]), ...second.others].sort(byClaim))
		if (!distinct.some((one) => same(one, claim))) distinct.push(claim);
	const copies = [first.copy, ...(alike ? [bare(second.first)] : []), second.copy].filter((one) => one !== undefined);
	return {
		...first,
		times,
		others: distinct.slice(1, remembered + 1),
		copy: copies.length === 0 ? undefined : copies.reduce((least, one) => (byClaim(one, least) < 0 ? one : least)),
	};
}

function same(a: DayClaim, b: DayClaim): boolean {
	return a.unit === b.unit && equal(a.amount, b.amount) && a.rest === b.rest && !isSummed(a, b);
}

function bare({ amount, unit, from, row, line, text, beside }: Claim): Claim {
	return beside === undefined ? { amount, unit, from, row, line, text } : { amount, unit, from, row, line, text, beside };
}

/** What the days of one month amount to. */
export interface MonthOfDays {
	/** Code of the month. */
	readonly month: number;
	/** The days added up, at the first of their rows. */
	readonly entry: Entry;
	/** The rows that were added, in order of place. */
	readonly rows: readonly Claim[];
	/** Nobody can say what the month amounts to. */
	readonly broken: boolean;
}

export interface ReadDays {
	readonly months: readonly MonthOfDays[];
	readonly reported: readonly { readonly about: Remark; readonly at: Claim; readonly month: number }[];
}

/** Days of a series, month by month; what is to be reported of them. */
export function readDays(days: Days, what: Subject): ReadDays {
	const byMonth = new Map<number, DayEntry[]>();
	for (const entry of [...days.values()].sort((a, b) => byClaim(a.first, b.first))) {
		const list = byMonth.get(entry.month);
		if (list === undefined) byMonth.set(entry.month, [entry]);
		else list.push(entry);
	}
	const reported: { about: Remark; at: Claim; month: number }[] = [];
	const doubted = twiceStamped(byMonth, what, reported) || likeReadings(byMonth, what, reported);
	const months: MonthOfDays[] = [];
	let added = 0;
	let firstAdded: { readonly at: Claim; readonly month: number } | undefined;
	for (const [month, list] of [...byMonth].sort(([a], [b]) => a - b)) {
		const [first] = list as [DayEntry, ...DayEntry[]];
		let broken = doubted;
		for (const one of list) broken = reportDay(one, what, reported) || broken;
		const mixed = list.some((one) => one.first.unit !== first.first.unit);
		if (list.length > 1) {
			added += list.length;
			firstAdded ??= { at: first.first, month };
		}
		const amount = mixed
			? first.first.amount
			: list.slice(1).reduce((total, one) => sum(total, one.first.amount), first.first.amount);
		months.push({
			month,
			entry: { ...bare(first.first), amount, times: 1, others: [], copy: undefined },
			rows: list.map((one) => one.first),
			broken: broken || mixed,
		});
	}
	if (firstAdded !== undefined && !doubted)
		reported.push({ about: remark("days-added", { what, rows: added }), at: firstAdded.at, month: firstAdded.month });
	return { months, reported };
}

/** Reports a day that is said twice; whether its rows contradict each other. */
function reportDay(one: DayEntry, what: Subject, reported: { about: Remark; at: Claim; month: number }[]): boolean {
	if (one.others.length > 0) {
		const claims = [one.first, ...one.others];
		const about = contradiction(what, claims);
		for (const claim of claims) reported.push({ about, at: claim, month: one.month });
		return true;
	}
	if (one.copy !== undefined)
		reported.push({
			about: remark("repeated-entry", { times: one.times, what, first: rowOf(one.first) }),
			at: one.copy,
			month: one.month,
		});
	return false;
}

/** Two equal rows in every month, one on its first day and one on its last: one month stamped twice, or two readings. */
function twiceStamped(
	byMonth: ReadonlyMap<number, readonly DayEntry[]>,
	what: Subject,
	reported: { about: Remark; at: Claim; month: number }[],
): boolean {
	for (const [month, list] of byMonth) {
		const [a, b] = [...list].sort((one, other) => one.day - other.day);
		if (list.length !== 2 || a === undefined || b === undefined) return false;
		// A month of twenty-eight days may be stamped with its 28th in any year.
		const ends = b.day >= Math.min(28, lastDay(Math.floor(month / 10000), month % 100));
		if (a.day !== 1 || !ends || a.first.unit !== b.first.unit || !equal(a.first.amount, b.first.amount)) return false;
	}
	for (const [month, list] of byMonth) {
		const claims = list.map((one) => one.first);
		const about = contradiction(what, claims);
		reported.push({ about, at: claims[0] as Claim, month });
	}
	return byMonth.size > 0;
}

/** How many days of a month must rise, and in how many months, to be taken for readings of a meter. */
const risingDays = 5;
const risingMonths = 3;

/** Amounts that only rise within the month, in three months or more: to date in the month, or the figures of a meter. */
function likeReadings(
	byMonth: ReadonlyMap<number, readonly DayEntry[]>,
	what: Subject,
	reported: { about: Remark; at: Claim; month: number }[],
): boolean {
	const rising = [...byMonth].flatMap(([month, list]) => {
		const inTime = [...list].sort((a, b) => a.day - b.day || (a.time < b.time ? -1 : 1));
		const [first, last] = [inTime[0]?.first, inTime[inTime.length - 1]?.first];
		if (first === undefined || last === undefined || inTime.length < risingDays) return [];
		const rises = inTime.every(({ first: { amount } }, at) => {
			const before: Exact | undefined = inTime[at - 1]?.first.amount;
			return before === undefined || compare(before, amount) <= 0;
		});
		return rises && compare(first.amount, last.amount) < 0 ? [{ month, first, last }] : [];
	});
	if (rising.length < risingMonths) return false;
	const [{ month, first, last }] = rising as [(typeof rising)[number]];
	const about = remark("looks-like-readings", { what, first: amountOf(first), last: amountOf(last), months: rising.length });
	reported.push({ about, at: first, month });
	return true;
}
