/**
 * A month that stands 50 times or more above or below its own history: a slip of the unit, not of the works.
 * Asked only where the history is of one size, so that a heating season is not taken for a slip.
 */
import { compare, type Exact, known, magnitude, product, sign, sum } from "../../exact/exact.ts";
import type { Entry } from "../entry.ts";

/** Fewer other months than this are no history. */
const enough = 5;
/** Other months may differ from their median by this factor and still be of one size. */
const oneSize = known("10");
const two = known("2");

export interface Slip {
	readonly period: number;
	readonly entry: Entry;
	/** Twice the median of the other months, kept twice so that it needs no division. */
	readonly twiceUsual: Exact;
}

/** The months of one series that slipped; `limit` is the factor from which a jump is one. */
export function unitSlips(months: readonly { readonly period: number; readonly entry: Entry }[], limit: Exact): Slip[] {
	const used = months.filter(({ entry }) => sign(entry.amount) > 0);
	if (used.length <= enough) return [];
	// Ten times apart at the most in every pair: no slip, and nothing to sort.
	let high = Number.NEGATIVE_INFINITY;
	let low = Number.POSITIVE_INFINITY;
	for (const { entry } of used) {
		high = Math.max(high, magnitude(entry.amount));
		low = Math.min(low, magnitude(entry.amount));
	}
	if (high === low) return [];
	// A month cannot be further from a median of the others than the highest is from the lowest.
	let [highest, lowest] = [used[0]?.entry.amount as Exact, used[0]?.entry.amount as Exact];
	for (const { entry } of used) {
		if (compare(entry.amount, highest) > 0) highest = entry.amount;
		if (compare(entry.amount, lowest) < 0) lowest = entry.amount;
	}
	if (compare(highest, product(lowest, limit)) < 0) return [];
	const sorted = [...used].sort((a, b) => compare(a.entry.amount, b.entry.amount));
	const slips: Slip[] = [];
	for (const [index, { period, entry }] of sorted.entries()) {
		const others = sorted.filter((_, other) => other !== index).map((item) => item.entry.amount);
		const twiceUsual = twiceMedian(others);
		const doubled = product(entry.amount, two);
		const above = compare(doubled, product(twiceUsual, limit)) >= 0;
		const below = compare(product(doubled, limit), twiceUsual) <= 0;
		if (!above && !below) continue;
		const steady = others.every((amount) => {
			const twice = product(amount, two);
			return compare(twice, product(twiceUsual, oneSize)) <= 0 && compare(product(twice, oneSize), twiceUsual) >= 0;
		});
		if (steady) slips.push({ period, entry, twiceUsual });
	}
	return slips;
}

function twiceMedian(sorted: readonly Exact[]): Exact {
	const half = sorted.length >> 1;
	return sorted.length % 2 === 1 ? product(sorted[half] as Exact, two) : sum(sorted[half - 1] as Exact, sorted[half] as Exact);
}
