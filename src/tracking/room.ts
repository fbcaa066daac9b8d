/**
 * What is left of a year's path: the intensity and the tonnes that the months left may have, if the year is to end on it. What they put out is
 * the user's expectation, else what the same months of last year put out.
 */
import type { FirmYear } from "../assessment/standing.ts";
import { faultsOf, monthsOf, type ToDate, type ToDateTerms, upTo } from "../assessment/to-date.ts";
import { pricedAt } from "../assessment/year-basis.ts";
import { lastMonth, wholeYear } from "../domain/period.ts";
import { type Figure, surdFigure } from "../exact/figure.ts";
import { hundred, negative, per, plus, type Ratio, sign, times } from "../exact/ratio.ts";

export interface Room {
	/** How many months are left. */
	readonly months: number;
	/** Output of the months left, at the prices of the year's path, and whose word it is. */
	readonly output: Ratio;
	readonly from: "asked" | "last-year";
	/** t CO2 per unit of output, and t CO2, that these months may have; below zero where the path is out of reach. */
	readonly intensity: Figure;
	readonly tonnes: Figure;
	/** The allowed intensity against that of the months gone, in per cent: below zero is a cut. */
	readonly changePercent: Figure | null;
}

/** Undefined where no month is left or one is missing before the last, where there is no path, and where nobody says what the months left put out. */
export function roomLeft(one: FirmYear, { now }: ToDate, expected: Ratio | undefined, terms: ToDateTerms): Room | undefined {
	const { year, base, paths } = one;
	const path = paths?.own;
	const left = wholeYear & ~now.mask;
	if (path === undefined || base === undefined || left === 0 || faultsOf(now).length > 0) return undefined;
	// What a month that is missing has emitted is nobody's to say, so what is left after it is neither.
	if (now.mask !== upTo(lastMonth(now.mask))) return undefined;
	if (year <= path.baseYear || year > path.targetYear) return undefined;
	const { output: gone, emissions, intensity } = pricedAt(now.basis, base.priceYear);
	if (gone === null || gone.priceYear !== base.priceYear || emissions.total === null || intensity === null) return undefined;
	const output = expected ?? lastYears(year, left, base.priceYear, terms);
	if (output === undefined || sign(output) <= 0) return undefined;
	// (required × (output gone + left) − t CO2 gone) / output left
	const share = path.share(year);
	const all = times(base.intensity, plus(gone.value, output));
	const most = (by: Ratio): Figure => surdFigure(times(negative(emissions.total as Ratio), by), times(all, by), share);
	const one_ = { over: 1n, under: 1n };
	const inverse = per(one_, output);
	return {
		months: 12 - lastMonth(now.mask),
		output,
		from: expected === undefined ? "last-year" : "asked",
		intensity: most(inverse),
		tonnes: most(one_),
		changePercent:
			sign(intensity) <= 0
				? null
				: surdFigure(
						plus(times(hundred, times(negative(emissions.total), per(inverse, intensity))), negative(hundred)),
						times(hundred, times(all, per(inverse, intensity))),
						share,
					),
	};
}

/** What the same months of last year put out, at the prices asked for. */
function lastYears(year: number, mask: number, priceYear: number | null, terms: ToDateTerms): Ratio | undefined {
	const months = monthsOf(year - 1, mask, terms);
	if (months === undefined || months.uncut.includes(null) || months.lacking.includes(null)) return undefined;
	return months.basis.outputs?.at.get(priceYear)?.value;
}
