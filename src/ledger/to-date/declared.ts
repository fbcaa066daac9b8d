/**
 * Amounts to date that are declared: by a word, by --amounts, or by spans that all begin in January and nest. Each stands for
 * the months since the one before it; the last is the amount of all months to its own.
 * Source: the reading rules of this tool, table 2.
 */
import { months as maskOf, type Period, write } from "../../domain/period.ts";
import { compare, difference, type Exact, equal, sum, zero } from "../../exact/exact.ts";
import { type Remark, remark, type Subject } from "../../findings/finding.ts";
import { amountOf, rowOf } from "../amounts.ts";
import { contradiction } from "../contradiction.ts";
import type { Claim } from "../entry.ts";
import { agree } from "../printed.ts";
import type { Item } from "../resolve.ts";
import { isCorrection } from "./looks-to-date.ts";

export interface FromToDate<P extends { readonly key: string }> {
	/** What the months and spans of the year are: none overlaps another. */
	readonly items: readonly Item<P>[];
	readonly broken: boolean;
	readonly reported: readonly { readonly about: Remark; readonly at: Claim; readonly period: Period }[];
}

/** Spans of one year that begin in January and nest: two or more that are not the whole year, or one longer than a quarter. */
export function nests<P extends { readonly key: string }>(items: readonly Item<P>[]): boolean {
	let [ends, parts] = [0, 0];
	for (const { period } of items) {
		if (period.from === 1 && period.to === 12) continue;
		if (period.from !== 1 || (ends & (1 << period.to)) !== 0) return false;
		ends |= 1 << period.to;
		parts += 1;
	}
	return parts > 1;
}

/**
 * The months of a year from its amounts to date, beside months that are given as such: where both are, they check each other.
 * `toDate` all begin in January.
 */
export function fromToDate<P extends { readonly key: string }>(
	what: Subject,
	toDate: readonly Item<P>[],
	months: readonly Item<P>[],
): FromToDate<P> {
	const reported: { about: Remark; at: Claim; period: Period }[] = [];
	const inTime = [...toDate].sort((a, b) => a.period.to - b.period.to);
	const last = inTime[inTime.length - 1];
	if (last === undefined) return { items: months, broken: false, reported };
	let broken = doubled(inTime, what, reported);
	const rising: Item<P>[] = [];
	for (const one of inTime) {
		const item = lead(one, what, reported);
		broken ||= item !== one;
		const before = rising[rising.length - 1];
		// One fall is one event, however many amounts it leaves behind: it is told against the amount before it.
		if (before !== undefined && compare(item.entry.amount, before.entry.amount) < 0) {
			const small = isCorrection(before.entry.amount, item.entry.amount);
			const about = small
				? remark("to-date-corrected", { what, before: amountOf(before.entry), after: amountOf(item.entry) })
				: remark("to-date-falls", { what, before: amountOf(before.entry), after: amountOf(item.entry) });
			reported.push({ about, at: item.entry, period: item.period });
			broken ||= !small;
		}
		// What was corrected is no amount any more: the span since the one before it stands by itself.
		while (rising.length > 0 && compare((rising[rising.length - 1] as Item<P>).entry.amount, item.entry.amount) > 0) rising.pop();
		rising.push(item);
	}
	// Heat values that change from month to month are those of amounts to date: the last one's holds for all of them.
	const measured = new Set(inTime.map((item) => item.measured.key)).size > 1;
	const spans = measured ? [last] : rising.map((item, at) => since(rising[at - 1], item));
	const beside = besideMonths(what, spans, months);
	return { items: beside.items, broken: broken || beside.broken, reported: [...reported, ...beside.reported] };
}

/** The first of rows that contradict each other, which is told; an item of one claim as it is. Months beside them would hide them. */
function lead<P extends { readonly key: string }>(
	item: Item<P>,
	what: Subject,
	reported: { about: Remark; at: Claim; period: Period }[],
): Item<P> {
	const { entry, period } = item;
	if (entry.others.length === 0) return item;
	const claims = [entry, ...entry.others];
	const about = contradiction(what, claims);
	for (const at of claims) reported.push({ about, at, period });
	return { ...item, entry: { ...entry, times: 1, others: [], copy: undefined } };
}

/** Two amounts to date for one month, of which each says something else. */
function doubled<P extends { readonly key: string }>(
	inTime: readonly Item<P>[],
	what: Subject,
	reported: { about: Remark; at: Claim; period: Period }[],
): boolean {
	let found = false;
	for (const [at, item] of inTime.entries()) {
		const next = inTime[at + 1];
		if (next === undefined || next.period.to !== item.period.to) continue;
		const claims = [item.entry, next.entry];
		const about = contradiction(what, claims);
		reported.push({ about, at: next.entry, period: item.period });
		found = true;
	}
	return found;
}

/** What an amount to date adds to the one before it. */
function since<P extends { readonly key: string }>(before: Item<P> | undefined, item: Item<P>): Item<P> {
	if (before === undefined) return item;
	const amount = difference(item.entry.amount, before.entry.amount);
	return {
		...item,
		period: { ...item.period, from: before.period.to + 1 },
		entry: { ...item.entry, amount },
		cells: [before.entry, item.entry],
	};
}

/** Months where they fill a span and agree with it, else the span. */
function besideMonths<P extends { readonly key: string }>(
	what: Subject,
	spans: readonly Item<P>[],
	months: readonly Item<P>[],
): FromToDate<P> {
	const reported: { about: Remark; at: Claim; period: Period }[] = [];
	const items: Item<P>[] = months.filter(({ period }) => spans.every((span) => period.from > span.period.to));
	let broken = false;
	for (const span of spans) {
		const inside = months.filter(({ period }) => period.from >= span.period.from && period.to <= span.period.to);
		const mask = inside.reduce((all, { period }) => all | maskOf(period), 0);
		if (mask !== maskOf(span.period)) {
			items.push(span);
			continue;
		}
		const added = inside.reduce<Exact>((all, { entry }) => sum(all, entry.amount), zero);
		const cells = [...(span.cells ?? [span.entry]), ...inside.flatMap((one) => one.cells ?? [one.entry])];
		const one = inside.every(({ entry }) => entry.unit === span.entry.unit);
		if (one && (equal(added, span.entry.amount) || agree(added, span.entry.amount, cells))) {
			items.push(...inside);
			continue;
		}
		if (!broken) {
			const values = [amountOf({ ...span.entry, amount: added }), amountOf(span.entry)] as const;
			reported.push({
				about: remark("months-against-to-date", {
					what,
					months: values[0],
					toDate: values[1],
					span: write(span.period),
					rows: [...inside.map(({ entry }) => rowOf(entry)), rowOf(span.entry)],
				}),
				at: span.entry,
				period: span.period,
			});
		}
		broken = true;
		items.push(span);
	}
	return { items, broken, reported };
}
