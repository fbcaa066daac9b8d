/**
 * Where the year ends if it goes on so: the intensity of the months gone, moved as the firm's own earlier years moved from the same months to
 * their end. An extrapolation, and named so: nothing is judged by it.
 */
import type { FirmYear } from "../assessment/standing.ts";
import { changeOf, faultsOf, monthsOf, type ToDate, type ToDateTerms } from "../assessment/to-date.ts";
import { pricedAt } from "../assessment/year-basis.ts";
import { wholeYear } from "../domain/period.ts";
import { compare, type Ratio, times } from "../exact/ratio.ts";

export interface Pace {
	/** The intensity so far, at the prices of the year's path. */
	readonly soFar: Ratio;
	/** The lowest and the highest that the firm's own earlier years lead to; both null where it has none by month. */
	readonly low: Ratio | null;
	readonly high: Ratio | null;
	/** The years that the range is from, in order. */
	readonly years: readonly number[];
}

/** Undefined where the year is whole, or its months cannot be compared. */
export function paceOf({ year, base }: FirmYear, { now }: ToDate, terms: ToDateTerms): Pace | undefined {
	if (now.mask === wholeYear || faultsOf(now).length > 0) return undefined;
	const priced = base === undefined ? now.basis : pricedAt(now.basis, base.priceYear);
	if (priced.intensity === null) return undefined;
	const soFar = priced.intensity;
	const moves = terms.facts
		.filter((one) => one.year < year)
		.flatMap((one) => {
			const [whole, part] = [monthsOf(one.year, wholeYear, terms), monthsOf(one.year, now.mask, terms)];
			if (whole === undefined || part === undefined || faultsOf(whole).length + faultsOf(part).length > 0) return [];
			const move = changeOf(whole, part, terms.rules);
			return move === undefined ? [] : [{ year: one.year, end: times(soFar, move) }];
		});
	const ends = moves.map(({ end }) => end).sort(compare);
	return { soFar, low: ends[0] ?? null, high: ends.at(-1) ?? null, years: moves.map((move) => move.year) };
}
