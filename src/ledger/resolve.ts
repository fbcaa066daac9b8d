/**
 * Which entries of a year count: a year is the sum of its months, quarters or spans; given whole and in parts, it is counted once
 * and only where the two agree, or where the parts are not complete.
 */
import { obtain } from "../domain/obtain.ts";
import { months, monthsOf, type Period, write } from "../domain/period.ts";
import { without } from "../domain/without.ts";
import { compare, type Exact, sum, zero } from "../exact/exact.ts";
import { type Amount, type Place, type Remark, remark, type Subject } from "../findings/finding.ts";
import { amountLike, rowOf } from "./amounts.ts";
import { contradiction } from "./contradiction.ts";
import { byClaim, type Claim, type Entry, placeOf } from "./entry.ts";
import { agree } from "./printed.ts";

/** One entry of the year, with the parameters it was measured with (empty: none). */
export interface Item<P extends { readonly key: string }> {
	readonly period: Period;
	readonly entry: Entry;
	readonly measured: P;
	/** The cells it was made of, where they are more than the entry's own. */
	readonly cells?: readonly Claim[];
	/** The days of a month added up. */
	readonly days?: boolean;
	/** Its amount was settled for all months of its account, whatever its period is. */
	readonly ofAll?: true;
}

export interface Resolved<P extends { readonly key: string }> {
	readonly counted: readonly Item<P>[];
	/** Months covered by what is counted. */
	readonly mask: number;
	/** Rows disagree: what the year amounts to is not known. */
	readonly broken: boolean;
	readonly reported: readonly { readonly about: Remark; readonly at: Place; readonly period: string }[];
}

/** Counts the entries of one year. `what` names them in messages: carrier and use, or indicator. */
export function resolveYear<P extends { readonly key: string }>(
	what: Subject,
	items: readonly Item<P>[],
	adding: boolean,
): Resolved<P> {
	const reported: { about: Remark; at: Place; period: string }[] = [];
	let conflict = false;
	for (const { entry, period } of items) {
		if (entry.others.length > 0) {
			conflict = true;
			const claims = [entry, ...entry.others];
			const about = contradiction(what, claims);
			// Each row that claims something else is to be looked at.
			for (const claim of claims) reported.push({ about, at: placeOf(claim), period: write(period) });
		} else if (entry.times > 1) {
			reported.push({
				about: adding
					? remark("repeats-added", { times: entry.times, what })
					: remark("repeated-entry", { times: entry.times, what, first: rowOf(entry) }),
				at: placeOf(adding ? entry : (entry.copy ?? entry)),
				period: write(period),
			});
		}
	}
	const inner = disjoint(items) ?? outermost(items, { what, reported });
	return { counted: inner.counted, mask: inner.mask, broken: conflict || inner.broken, reported };
}

/** The common year: months only, or the one entry. Then everything counts, and there is nothing to weigh. */
function disjoint<P extends { readonly key: string }>(items: readonly Item<P>[]): Counted<P> | undefined {
	if (items.length > 1 && items.some(({ period, days }) => period.from !== period.to || days === true)) return undefined;
	let mask = 0;
	for (const { period } of items) mask |= months(period);
	return { counted: items, mask, broken: false };
}

interface Counted<P extends { readonly key: string }> {
	readonly counted: readonly Item<P>[];
	readonly mask: number;
	readonly broken: boolean;
}

interface Weighing {
	readonly what: Subject;
	readonly reported: { about: Remark; at: Place; period: string }[];
}

/** What counts of periods of which some may lie within others: each period that lies in no other, by what is known of it. */
function outermost<P extends { readonly key: string }>(items: readonly Item<P>[], weighing: Weighing): Counted<P> {
	const crossing = firstCrossing(items);
	if (crossing !== undefined) {
		reportOverlap(crossing, weighing);
		return { counted: items, mask: maskOf(items), broken: true };
	}
	// The longest first, so that what lies within another comes behind it.
	let rest = [...items].sort((a, b) => lengthOf(b) - lengthOf(a) || a.period.from - b.period.from);
	const counted: Item<P>[] = [];
	let broken = false;
	for (let [outer] = rest; outer !== undefined; [outer] = rest) {
		const range = outer.period;
		const inside = rest.filter(({ period }) => contains(range, period));
		rest = without(rest, inside);
		const one = weigh(range, inside, weighing);
		counted.push(...one.counted);
		broken ||= one.broken;
	}
	return { counted, mask: maskOf(counted), broken };
}

/** What counts inside a range that is itself given: the range, or what it is made of. */
function weigh<P extends { readonly key: string }>(range: Period, items: readonly Item<P>[], weighing: Weighing): Counted<P> {
	const whole = items.filter(({ period, days }) => days !== true && lengthOf({ period }) === lengthOf({ period: range }));
	const inside = without(items, whole);
	const mask = months(range);
	if (whole.length === 0) return { counted: inside, mask, broken: false };
	if (inside.length === 0) return { counted: whole, mask, broken: false };
	const ofDays = inside.every(({ days }) => days === true) && range.from === range.to;
	const parts = ofDays ? { counted: inside, mask, broken: false } : outermost(inside, weighing);
	const complete = parts.mask === mask && !ofDays;
	const sums = [sumOf(whole), sumOf(parts.counted)] as const;
	const cells = [...whole, ...parts.counted].flatMap(cellsOf);
	const alike = sums[0] !== undefined && sums[1] !== undefined && sums[0].unit === sums[1].unit;
	const equalSums = alike && agree(sums[0].amount, sums[1].amount, cells);
	const more = alike && !equalSums && compare(sums[1].amount, sums[0].amount) > 0;
	if (!complete && !ofDays && !equalSums && !isCalendar(range) && !parts.broken) {
		reportOverlap([...whole, ...parts.counted], weighing);
		return { counted: whole, mask, broken: true };
	}
	const chosen = choose(whole, parts.counted, equalSums);
	if (parts.broken || (complete && !equalSums) || more || chosen === undefined) {
		reportDifference(range, whole, parts.counted, sums, weighing);
		return { counted: whole, mask, broken: true };
	}
	// Reported where what is not counted stands.
	const left = chosen === whole ? parts.counted : whole;
	weighing.reported.push({
		about:
			complete || equalSums
				? remark("whole-equals-parts", { what: weighing.what, whole: write(range) })
				: remark("whole-and-parts", { what: weighing.what, whole: write(range) }),
		at: placeOf(left.map(({ entry }) => entry).reduce((least, one) => (byClaim(one, least) < 0 ? one : least))),
		period: write(range),
	});
	return { counted: chosen, mask, broken: false };
}

function reportDifference<P extends { readonly key: string }>(
	range: Period,
	whole: readonly Item<P>[],
	parts: readonly Item<P>[],
	[wholeSum, partsSum]: readonly [Sum | undefined, Sum | undefined],
	{ what, reported }: Weighing,
): void {
	const { from } = (whole[0] as Item<P>).entry;
	const shown = (one: Sum | undefined): Amount | null =>
		one === undefined ? null : amountLike(one.amount, { unit: one.unit, from });
	reported.push({
		about: remark("whole-against-parts", {
			what,
			whole: shown(wholeSum),
			parts: shown(partsSum),
			rows: [...whole, ...parts].map(({ entry }) => rowOf(entry)).slice(0, 14),
		}),
		at: placeOf((whole[0] as Item<P>).entry),
		period: write(range),
	});
}

/** Periods that share months without one being made of the other. */
function reportOverlap<P extends { readonly key: string }>(items: readonly Item<P>[], { what, reported }: Weighing): void {
	const inPlace = [...items].sort((a, b) => byClaim(a.entry, b.entry));
	const about = remark("overlapping-periods", {
		what,
		periods: [...new Set(inPlace.map(({ period }) => write(period)))].slice(0, 14),
		rows: inPlace.map(({ entry }) => rowOf(entry)).slice(0, 14),
	});
	const last = inPlace[inPlace.length - 1] as Item<P>;
	reported.push({ about, at: placeOf(last.entry), period: write(last.period) });
}

function firstCrossing<P extends { readonly key: string }>(items: readonly Item<P>[]): readonly Item<P>[] | undefined {
	// Only different periods cross, and a year has few: of those alike the first is looked at.
	const first = new Map<string, Item<P>>();
	for (const item of items) obtain(first, `${item.period.from}-${item.period.to}`, () => item);
	const different = [...first.values()];
	for (const [at, a] of different.entries())
		for (const b of different.slice(at + 1)) {
			const shared = months(a.period) & months(b.period);
			if (shared !== 0 && !contains(a.period, b.period) && !contains(b.period, a.period)) return [a, b];
		}
	return undefined;
}

function contains(outer: Period, inner: Period): boolean {
	return outer.from <= inner.from && inner.to <= outer.to;
}

function lengthOf({ period }: { readonly period: Period }): number {
	return period.to - period.from;
}

function maskOf<P extends { readonly key: string }>(items: readonly Item<P>[]): number {
	return items.reduce((mask, { period }) => mask | months(period), 0);
}

/** Years and quarters are given whole beside months that are not complete; a span beside some of its months is a contradiction. */
function isCalendar({ from, to }: Period): boolean {
	return (from === 1 && to === 12) || (to - from === 2 && from % 3 === 1) || from === to;
}

/**
 * Whole or parts, where either could stand for the year. With the same parameters the parts are used where they agree, since they
 * say more, else the whole; with others only the measured side may be, and only where the amounts agree: else they may be two
 * lots, and nobody could tell.
 */
function choose<P extends { readonly key: string }>(
	whole: readonly Item<P>[],
	parts: readonly Item<P>[],
	alike: boolean,
): readonly Item<P>[] | undefined {
	const keys = (items: readonly Item<P>[]): string =>
		[...new Set(items.map(({ measured }) => measured.key))].sort().join("\u001f");
	const [a, b] = [keys(whole), keys(parts)];
	if (a === b) return alike && maskOf(parts) === maskOf(whole) ? parts : whole;
	if (!alike) return undefined;
	return a === "" ? parts : b === "" ? whole : undefined;
}

interface Sum {
	readonly amount: Exact;
	readonly unit: string;
}

function sumOf<P extends { readonly key: string }>(items: readonly Item<P>[]): Sum | undefined {
	const unit = (items[0] as Item<P>).entry.unit;
	if (items.some(({ entry }) => entry.unit !== unit)) return undefined;
	return { amount: items.reduce((amount, { entry }) => sum(amount, entry.amount), zero), unit };
}

/** The cells that an item's amount was made of. */
export function cellsOf<P extends { readonly key: string }>({ entry, cells }: Item<P>): readonly Claim[] {
	return cells ?? [entry];
}

/** Months that are in one mask and not in another. */
export function lacking(year: number, wanted: number, have: number): string[] {
	return monthsOf(year, wanted & ~have);
}
