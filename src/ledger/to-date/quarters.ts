/**
 * Quarters to date that nobody declared, where no other year of the series says how large a year is (one that does is asked by screening): each
 * quarter is as many times the first as the year has gone on, and the next year, or what else the firm uses, says that this is no growth.
 */
import { compare, type Exact, known, product, sign, sum, zero } from "../../exact/exact.ts";
import { compare as compareRatios, constant, fromExact, per, type Ratio, times, whole } from "../../exact/ratio.ts";
import type { LooksToDate, MonthAmount, YearlySeries } from "./looks-to-date.ts";

/** Quarters of a steady works to date lie as near to one, two, three and four times the same. */
const [low, high] = [constant("0.85"), constant("1.15")];
const half = constant("0.5");
const two: Exact = known("2");
/** What four quarters that may be to date rise by: half of what one, two, three and four do. */
const rise: Exact = known("2.5");

export function quartersToDate(all: readonly YearlySeries[]): LooksToDate[] {
	return all.flatMap((series) => {
		const years = [...series.years].sort(([a], [b]) => a - b);
		const isWitness = ([, { quarters, asked, whole: given }]: (typeof years)[number]): boolean =>
			quarters === undefined ? asked || given !== undefined : quarters.length === 4 && !mayBeToDate(quarters);
		if (years.some(isWitness)) return [];
		return years.flatMap(([year, { quarters }]) => judge(series, year, quarters, all) ?? []);
	});
}

function judge(
	series: YearlySeries,
	year: number,
	quarters: readonly MonthAmount[] | undefined,
	all: readonly YearlySeries[],
): LooksToDate | undefined {
	if (quarters === undefined || !rises(quarters)) return undefined;
	const last = quarters[quarters.length - 1] as MonthAmount;
	const found = (evidence: LooksToDate["evidence"]): LooksToDate => ({
		...{ name: series.name, year, evidence, ifToDate: last.amount, last: last.month },
		ifMonthly: quarters.reduce((total, { amount }) => sum(total, amount), zero),
	});
	if (isLinear(quarters)) {
		if (startsAnew(series, year, quarters)) return found("fall");
		if (stands(series, year, all)) return found("contrast");
	}
	return last.month === 12 && mayBeToDate(quarters) ? found(null) : undefined;
}

/** Whether quarters rise from each to the next, and by as much as amounts to date of an uneven year do. */
function mayBeToDate(quarters: readonly MonthAmount[]): boolean {
	const [first, last] = [quarters[0] as MonthAmount, quarters[quarters.length - 1] as MonthAmount];
	return rises(quarters) && compare(last.amount, product(first.amount, rise)) >= 0;
}

/** Whether three quarters or more, from the first on and without a gap, rise from each to the next. */
function rises(quarters: readonly MonthAmount[]): boolean {
	return (
		quarters.length >= 3 &&
		quarters.every(
			({ month, amount }, at) =>
				month === 3 * (at + 1) && sign(amount) > 0 && (at === 0 || compare(amount, (quarters[at - 1] as MonthAmount).amount) > 0),
		)
	);
}

function isLinear(quarters: readonly MonthAmount[]): boolean {
	const each = quarters.map(({ amount }, at): Ratio => per(fromExact(amount), whole(at + 1)));
	const last = each[each.length - 1] as Ratio;
	return each.every((one) => compareRatios(one, times(last, low)) >= 0 && compareRatios(one, times(last, high)) <= 0);
}

/** Whether the year before ends, or the next one begins, as amounts to date do that start anew. */
function startsAnew(series: YearlySeries, year: number, own: readonly MonthAmount[]): boolean {
	return [-1, 1].some((step) => {
		const other = series.years.get(year + step)?.quarters;
		if (other === undefined || !rises(other) || !isLinear(other)) return false;
		const [earlier, later] = step < 0 ? [other, own] : [own, other];
		const end = earlier[earlier.length - 1] as MonthAmount;
		return (
			end.month === 12 && compareRatios(fromExact((later[0] as MonthAmount).amount), times(fromExact(end.amount), half)) <= 0
		);
	});
}

/** Whether another series of the firm-year less than doubles over as many quarters. */
function stands(series: YearlySeries, year: number, all: readonly YearlySeries[]): boolean {
	return all.some((other) => {
		const given = other === series ? undefined : other.years.get(year);
		const amounts = given?.quarters ?? given?.months ?? [];
		const [first, last] = [amounts[0], amounts[amounts.length - 1]];
		return (
			first !== undefined &&
			last !== undefined &&
			first.month <= 3 &&
			last.month >= 9 &&
			compare(last.amount, product(first.amount, two)) < 0
		);
	});
}
