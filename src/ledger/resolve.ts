/**
 * Which entries of a year count: a year is the sum of its months or quarters; given whole and in parts, it is counted once
 * and only when the two agree, or when the parts are not complete.
 */
import { count, fromCode, months, type Period, write, writeMonths } from "../domain/period.ts";
import { type Exact, equal, sum, toText, zero } from "../exact/exact.ts";
import { type Place, type Remark, remark, type Subject } from "../findings/finding.ts";
import { amountText, type Entry, inOrder, placeOf, rowName } from "./entry.ts";

/** One entry of the year, with the parameters it was measured with (empty: none). */
export interface Item<P extends { readonly key: string }> {
	readonly period: Period;
	readonly entry: Entry;
	readonly measured: P;
}

export interface Resolved<P extends { readonly key: string }> {
	readonly counted: readonly Item<P>[];
	/** Months covered by what is counted. */
	readonly mask: number;
	/** Rows disagree: what the year amounts to is not known. */
	readonly broken: boolean;
	readonly told: readonly { readonly about: Remark; readonly at: Place; readonly period: string }[];
}

/** Counts the entries of one year. `what` names them in messages: carrier and use, or indicator. */
export function resolveYear<P extends { readonly key: string }>(
	what: Subject,
	year: number,
	items: readonly Item<P>[],
	adding: boolean,
): Resolved<P> {
	const told: { about: Remark; at: Place; period: string }[] = [];
	let conflict = false;
	for (const { entry, period } of items) {
		const period_ = write(period);
		if (entry.others.length > 0) {
			conflict = true;
			const claims = [entry, ...entry.others];
			const about = remark("conflicting-entries", { what, values: claims.map(amountText), rows: claims.map(rowName) });
			// Each row that claims something else is to be looked at.
			for (const claim of claims) told.push({ about, at: placeOf(claim), period: period_ });
		} else if (entry.times > 1) {
			told.push({
				about: adding
					? remark("repeats-added", { times: entry.times, what })
					: remark("repeated-entry", { times: entry.times, what, first: rowName(entry) }),
				at: placeOf(adding ? entry : (entry.copy ?? entry)),
				period: period_,
			});
		}
	}
	const inner = disjoint(items) ?? within({ year, from: 1, to: 12 }, items, what, told);
	return { counted: inner.counted, mask: inner.mask, broken: conflict || inner.broken, told };
}

/** The common year: months only, or the one entry. Then everything counts, and there is nothing to weigh. */
function disjoint<P extends { readonly key: string }>(items: readonly Item<P>[]): Counted<P> | undefined {
	if (items.length > 1 && items.some(({ period }) => period.from !== period.to)) return undefined;
	let mask = 0;
	for (const { period } of items) mask |= months(period);
	return { counted: items, mask, broken: false };
}

interface Counted<P extends { readonly key: string }> {
	readonly counted: readonly Item<P>[];
	readonly mask: number;
	readonly broken: boolean;
}

/** What counts inside a range: the entry given for the whole of it, or its parts. */
function within<P extends { readonly key: string }>(
	range: Period,
	items: readonly Item<P>[],
	what: Subject,
	told: { about: Remark; at: Place; period: string }[],
): Counted<P> {
	const whole = items.filter(({ period }) => period.from === range.from && period.to === range.to);
	const inside = items.filter(
		({ period }) => period.from >= range.from && period.to <= range.to && !whole.some((item) => item.period === period),
	);
	const parts = partsOf(range, inside, what, told);
	if (whole.length === 0) return parts;
	const mask = months(range);
	if (parts.counted.length === 0) return { counted: whole, mask, broken: false };
	const complete = parts.mask === mask;
	const wholeAmount = total(whole);
	const partsAmount = total(parts.counted);
	const agree =
		wholeAmount !== undefined &&
		partsAmount !== undefined &&
		equal(wholeAmount.amount, partsAmount.amount) &&
		wholeAmount.unit === partsAmount.unit;
	const first = whole[0] as Item<P>;
	const chosen = choose(whole, parts.counted, agree);
	if (parts.broken || (complete && !agree) || chosen === undefined) {
		const rows = [...whole, ...parts.counted].map(({ entry }) => rowName(entry));
		const shown = (amount: { readonly amount: Exact; readonly unit: string } | undefined): string =>
			amount === undefined ? "?" : `${toText(amount.amount)} ${amount.unit}`;
		told.push({
			about: remark("whole-against-parts", {
				what,
				whole: shown(wholeAmount),
				parts: shown(partsAmount),
				rows: rows.slice(0, 14),
			}),
			at: placeOf(first.entry),
			period: write(range),
		});
		return { counted: whole, mask, broken: true };
	}
	// Told where what is not counted stands.
	const left = chosen === whole ? parts.counted : whole;
	told.push({
		about: complete
			? remark("whole-equals-parts", { what, whole: write(range) })
			: remark("whole-and-parts", { what, whole: write(range) }),
		at: placeOf(left.map(({ entry }) => entry).reduce((least, one) => (inOrder(one, least) < 0 ? one : least))),
		period: write(range),
	});
	return { counted: chosen, mask, broken: false };
}

/** Quarters and months inside a range; a quarter given whole and in months is judged on its own. */
function partsOf<P extends { readonly key: string }>(
	range: Period,
	inside: readonly Item<P>[],
	what: Subject,
	told: { about: Remark; at: Place; period: string }[],
): Counted<P> {
	if (range.to - range.from < 3)
		return { counted: inside, mask: inside.reduce((mask, { period }) => mask | months(period), 0), broken: false };
	let counted: readonly Item<P>[] = [];
	let mask = 0;
	let broken = false;
	for (let from = range.from; from <= range.to; from += 3) {
		const quarter = { year: range.year, from, to: from + 2 };
		const one = within(
			quarter,
			inside.filter(({ period }) => period.from >= quarter.from && period.to <= quarter.to),
			what,
			told,
		);
		counted = [...counted, ...one.counted];
		mask |= one.mask;
		broken ||= one.broken;
	}
	return { counted, mask, broken };
}

/**
 * Whole or parts, where either could stand for the year. With the same parameters the whole is used; with others only the
 * measured side may be, and only when the amounts agree: else they may be two lots, and nobody could tell.
 */
function choose<P extends { readonly key: string }>(
	whole: readonly Item<P>[],
	parts: readonly Item<P>[],
	agree: boolean,
): readonly Item<P>[] | undefined {
	const keys = (items: readonly Item<P>[]): string =>
		[...new Set(items.map(({ measured }) => measured.key))].sort().join("\u001f");
	const [a, b] = [keys(whole), keys(parts)];
	if (a === b) return whole;
	if (!agree) return undefined;
	return a === "" ? parts : b === "" ? whole : undefined;
}

function total<P extends { readonly key: string }>(
	items: readonly Item<P>[],
): { readonly amount: Exact; readonly unit: string } | undefined {
	const unit = (items[0] as Item<P>).entry.unit;
	if (items.some(({ entry }) => entry.unit !== unit)) return undefined;
	return { amount: items.reduce((amount, { entry }) => sum(amount, entry.amount), zero), unit };
}

/** The entries of a map of periods that lie in one year. */
export function itemsOf<P extends { readonly key: string }>(
	entries: ReadonlyMap<number, Entry>,
	measured: P,
): Map<number, Item<P>[]> {
	const years = new Map<number, Item<P>[]>();
	for (const [value, entry] of entries) {
		const period = fromCode(value);
		const list = years.get(period.year);
		const item = { period, entry, measured };
		if (list === undefined) years.set(period.year, [item]);
		else list.push(item);
	}
	return years;
}

/** Months that are in one mask and not in another, as text; empty where there are none. */
export function lacking(year: number, wanted: number, have: number): string {
	const missing = wanted & ~have;
	return count(missing) === 0 ? "" : writeMonths(year, missing);
}
