/**
 * A month that stands 50 times or more above or below its own history: a slip of the unit, not of the works.
 * Asked only where the history is of one size, so that a heating season is not taken for a slip.
 */
import { fromCode, type Period, write } from "../../domain/period.ts";
import { compare, type Exact, known, magnitude, nearly, product, sign, sum } from "../../exact/exact.ts";
import { compare as compareRatios, constant, fromExact, per, type Ratio } from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import { type Finding, finding, remark, type Subject } from "../../findings/finding.ts";
import { amountOf, ratioLike } from "../amounts.ts";
import { type Entry, placeOf } from "../entry.ts";

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

/** More than floats of amounts, which are within 1e-13 of them, can be wrong of two of them. */
const slack = 1e-9;

/**
 * Whether any month of a series may have slipped: none is further from a median of the others than the highest is from the lowest. By floats,
 * which clear and never tell.
 */
export function mayHaveSlipped(
	years: Iterable<{ readonly items: readonly { readonly period: Period; readonly entry: Entry }[] }>,
	limit: Exact,
): boolean {
	let [high, low] = [0, Number.POSITIVE_INFINITY];
	for (const { items } of years)
		for (const { period, entry } of items) {
			const size = nearly(entry.amount);
			if (!(size > 0) || period.from !== period.to) continue;
			if (size > high) high = size;
			if (size < low) low = size;
		}
	return high * (1 + slack) >= low * nearly(limit);
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
		/** The others, in order: none is looked at but those in the middle and at the ends. */
		const other = (at: number): Exact => (sorted[at < index ? at : at + 1] as (typeof sorted)[number]).entry.amount;
		const others = sorted.length - 1;
		const twiceUsual = twiceMedianOf(others, other);
		const doubled = product(entry.amount, two);
		const above = compare(doubled, product(twiceUsual, limit)) >= 0;
		const below = compare(product(doubled, limit), twiceUsual) <= 0;
		if (!above && !below) continue;
		const [least, most] = [product(other(0), two), product(other(others - 1), two)];
		const steady = compare(most, product(twiceUsual, oneSize)) <= 0 && compare(product(least, oneSize), twiceUsual) >= 0;
		if (steady) slips.push({ period, entry, twiceUsual });
	}
	return slips;
}

/** Twice the median of amounts in order of size: whole, where the median itself would need halving. */
export function twiceMedian(sorted: readonly Exact[]): Exact {
	return twiceMedianOf(sorted.length, (at) => sorted[at] as Exact);
}

function twiceMedianOf(length: number, at: (index: number) => Exact): Exact {
	const half = length >> 1;
	return length % 2 === 1 ? product(at(half), two) : sum(at(half - 1), at(half));
}

/** A slip as it is told, with the year it withholds. `liquid`: the carrier is a liquid fuel held in tonnes, whose litres may stand there. */
export function slipFinding(
	{ period, entry, twiceUsual }: Slip,
	what: Subject,
	firm: string,
	liquid = false,
): { readonly finding: Finding; readonly year: number } {
	const at = fromCode(period);
	const twice = fromExact(twiceUsual);
	const usual = { over: twice.over, under: twice.under * 2n };
	const ratio = per(fromExact(entry.amount), usual);
	const told = {
		what,
		is: amountOf(entry),
		usual: ratioLike(usual, entry),
		ratio: rounded(ratio, 6),
		cause: liquid ? (causeOfLiquid(ratio) ?? nearestTen(ratio)) : nearestTen(ratio),
	};
	return { finding: finding(remark("unit-slip", told), placeOf(entry), firm, write(at)), year: at.year };
}

/** Litres of a tonne (0.84 kg each), or its thousand kilograms: what lies between the two, or as near beside them, may be either. */
function causeOfLiquid(value: Ratio): string | undefined {
	const isWithin = (low: string, high: string): boolean =>
		compareRatios(value, constant(low)) > 0 && compareRatios(value, constant(high)) < 0;
	if (isWithin("1150", "1250")) return "1190 L/t";
	return isWithin("950", "1400") ? "10^3, 1190 L/t" : undefined;
}

/** The power of ten nearest to a ratio: the slip that unit names suggest. */
function nearestTen(ratio: { readonly over: bigint; readonly under: bigint }): string {
	const up = ratio.over > ratio.under;
	const size = up ? ratio.over / ratio.under : ratio.under / ratio.over;
	// From sqrt(10) on, the next power is nearer on a logarithmic scale.
	const digits = size.toString();
	const power = digits.length - 1 + (Number(digits.slice(0, 3).padEnd(3, "0")) >= 316 ? 1 : 0);
	return up ? `10^${power}` : `10^-${power}`;
}
