/**
 * Amounts to date that nobody declared: asked of each series and year by itself, from its own months and from witnesses: another
 * year's level, a fall where a year begins, another series that stands still. Every comparison is exact.
 * Source: the reading rules of this tool, table 1 (amounts to date, and nobody says so).
 */
import { compare, type Exact, known, product, sign, sum, zero } from "../../exact/exact.ts";
import { compare as compareRatios, constant, fromExact, per, type Ratio, times } from "../../exact/ratio.ts";

export interface MonthAmount {
	/** 1 to 12. */
	readonly month: number;
	readonly amount: Exact;
}

/** What is given of one series in one year. */
export interface SeriesYear {
	/** Single months in order, their lots added up. */
	readonly months: readonly MonthAmount[];
	/** The amount of the year given whole. */
	readonly whole: Exact | undefined;
	/** Months only, single ones, and nothing says whether they are to date. */
	readonly asked: boolean;
	/** Its quarters, each at its last month, where the year is given in quarters alone and nothing says whether they are to date. */
	readonly quarters?: readonly MonthAmount[];
}

/** One series of a firm: its years. Amounts of all years are in one unit. */
export interface YearlySeries {
	readonly name: string;
	readonly years: ReadonlyMap<number, SeriesYear>;
}

/** What speaks for amounts to date. */
export type Evidence = "level" | "fall" | "contrast";

export interface LooksToDate {
	readonly name: string;
	readonly year: number;
	/** null: nothing but the shape speaks for it (`may-be-to-date`). */
	readonly evidence: Evidence | null;
	/** The amount from January to the last month, if the amounts are to date. */
	readonly ifToDate: Exact;
	/** The sum, if they are months. */
	readonly ifMonthly: Exact;
	readonly last: number;
}

const two: Exact = known("2");
const quarter = constant("0.25");
const half = constant("0.5");
/** What is left after the largest fall that counts as a correction. */
const corrected = constant("0.95");
/** A series whose largest month is below this many times its smallest cannot be to date. */
const steady = constant("1.5");

/** Which years of which series look like amounts to date; nothing of a series that is clear. */
export function looksToDate(all: readonly YearlySeries[]): LooksToDate[] {
	return all.flatMap((series) =>
		[...series.years].sort(([a], [b]) => a - b).flatMap(([year, given]) => judge(series, year, given, all) ?? []),
	);
}

function judge(series: YearlySeries, year: number, given: SeriesYear, all: readonly YearlySeries[]): LooksToDate | undefined {
	const shape = given.asked ? shapeOf(given.months) : undefined;
	if (shape === undefined || compareRatios(shape.growth, quarter) < 0) return undefined;
	const found = (evidence: Evidence | null): LooksToDate => ({
		name: series.name,
		year,
		evidence,
		ifToDate: shape.last.amount,
		ifMonthly: shape.total,
		last: shape.last.month,
	});
	const level = levelOf(series, year, given, shape);
	if (level === "to-date") return found("level");
	// After a correction the level alone may find anything.
	if (level === "monthly" || shape.falls > 0 || compareRatios(shape.growth, half) < 0) return undefined;
	if (falls(series, year, shape)) return found("fall");
	if (stands(shape) && contrasts(series, year, all)) return found("contrast");
	return shape.amounts.length >= 6 || level === "undecided" ? found(null) : undefined;
}

interface Shape {
	/** From the first month above zero on, each with its count from where the year began. */
	readonly amounts: readonly { readonly count: number; readonly amount: Exact }[];
	readonly last: MonthAmount;
	readonly total: Exact;
	/** 1 for amounts to date of a steady works, 0 for steady months. */
	readonly growth: Ratio;
	readonly falls: number;
}

/** The shape of amounts that may be to date; undefined where they cannot be. */
function shapeOf(months: readonly MonthAmount[]): Shape | undefined {
	let start = 0;
	let before = 0;
	for (const { month, amount } of months) {
		if (sign(amount) !== 0) break;
		start += 1;
		before = month;
	}
	const used = months.slice(start);
	const [first, last] = [used[0], used[used.length - 1]];
	if (first === undefined || last === undefined || used.length < 3 || compare(last.amount, first.amount) <= 0) return undefined;
	let falls = 0;
	for (const [at, { amount }] of used.entries()) {
		const next = used[at + 1]?.amount;
		if (next === undefined || compare(next, amount) >= 0) continue;
		falls += 1;
		if (used.length < 6 || falls > 1 || !isCorrection(amount, next)) return undefined;
	}
	const [x1, xk] = [fromExact(first.amount), fromExact(last.amount)];
	const largest = used.reduce((most, { amount }) => (compare(amount, most) > 0 ? amount : most), last.amount);
	if (compareRatios(fromExact(largest), times(x1, steady)) < 0) return undefined;
	const [n1, nk] = [first.month - before, last.month - before];
	return {
		amounts: used.map(({ month, amount }) => ({ count: month - before, amount })),
		last,
		total: used.reduce((total, { amount }) => sum(total, amount), zero),
		growth: per(less(per(xk, x1)), less(per(of(nk), of(n1)))),
		falls,
	};
}

/** Whether three months or more rise as sums do, each to the last above zero; fewer prove nothing. */
export function growsAsSums(months: readonly MonthAmount[]): boolean {
	const start = months.findIndex(({ amount }) => sign(amount) !== 0);
	const used = start < 0 ? [] : months.slice(start);
	const [first, last] = [used[0], used[used.length - 1]];
	if (first === undefined || last === undefined || used.length < 3) return true;
	const before = start === 0 ? 0 : (months[start - 1] as MonthAmount).month;
	if (compare(last.amount, first.amount) <= 0) return false;
	const [rise, time] = [
		per(fromExact(last.amount), fromExact(first.amount)),
		per(of(last.month - before), of(first.month - before)),
	];
	return compareRatios(per(less(rise), less(time)), quarter) >= 0;
}

const of = (count: number): Ratio => ({ over: BigInt(count), under: 1n });

/** a − 1. */
function less({ over, under }: Ratio): Ratio {
	return { over: over - under, under };
}

/** A fall of at most a twentieth: what was given before was corrected. */
export function isCorrection(before: Exact, after: Exact): boolean {
	const [b, a] = [fromExact(before), fromExact(after)];
	return compareRatios(times(b, corrected), a) <= 0;
}

/** Which reading lies nearer to another year's level; undefined where no other year can tell. */
function levelOf(
	series: YearlySeries,
	year: number,
	{ months }: SeriesYear,
	{ last, total }: Shape,
): "to-date" | "monthly" | "undecided" | undefined {
	const evidence = levelElsewhere(series, year, months, last.month);
	if (evidence === undefined) return undefined;
	// |ln a| − |ln b| ≥ (ln s)/2 is (A/B)² ≥ s, where A and B are a and b or their inverses, whichever is 1 or more.
	const toDate = apart(fromExact(last.amount), evidence.toDate);
	const monthly = apart(fromExact(total), evidence.monthly);
	const between = per(fromExact(total), fromExact(last.amount));
	const beyond = (a: Ratio, b: Ratio): boolean => compareRatios(times(per(a, b), per(a, b)), between) >= 0;
	return beyond(monthly, toDate) ? "to-date" : beyond(toDate, monthly) ? "monthly" : "undecided";
}

/** How many times one is the other, 1 or more. */
function apart(a: Ratio, b: Ratio): Ratio {
	return compareRatios(a, b) >= 0 ? per(a, b) : per(b, a);
}

/** What the nearest other year that can tell has from January to the last month, and in the months given. */
function levelElsewhere(
	series: YearlySeries,
	year: number,
	months: readonly MonthAmount[],
	last: number,
): { readonly toDate: Ratio; readonly monthly: Ratio } | undefined {
	const others = [...series.years].filter(([other]) => other !== year);
	others.sort(([a], [b]) => Math.abs(a - year) - Math.abs(b - year) || a - b);
	for (const [, other] of others) {
		const found = levelIn(other, months, last);
		if (found !== undefined && found.toDate.over > 0n && found.monthly.over > 0n) return found;
	}
	return undefined;
}

function levelIn(
	other: SeriesYear,
	months: readonly MonthAmount[],
	last: number,
): { readonly toDate: Ratio; readonly monthly: Ratio } | undefined {
	if (other.whole !== undefined) {
		const share = (count: number): Ratio => times(fromExact(other.whole as Exact), { over: BigInt(count), under: 12n });
		return { toDate: share(last), monthly: share(months.length) };
	}
	const there = new Map(other.months.map(({ month, amount }) => [month, amount]));
	for (let month = 1; month <= last; month++) if (!there.has(month)) return undefined;
	// It must be clear by its own shape, else it may be to date itself.
	const shape = other.asked ? shapeOf(other.months) : undefined;
	if (shape !== undefined && compareRatios(shape.growth, quarter) >= 0) return undefined;
	const added = (wanted: (month: number) => boolean): Ratio =>
		fromExact([...there].reduce((total, [month, amount]) => (wanted(month) ? sum(total, amount) : total), zero));
	const given = new Set(months.map(({ month }) => month));
	return { toDate: added((month) => month <= last), monthly: added((month) => given.has(month)) };
}

/** A year begins low where the year before it ended high: amounts to date start anew. */
function falls(series: YearlySeries, year: number, own: Shape): boolean {
	for (const [other, given] of series.years) {
		if (other === year || !given.asked) continue;
		const shape = shapeOf(given.months);
		if (shape === undefined || shape.falls > 0 || compareRatios(shape.growth, half) < 0) continue;
		if (levelOf(series, other, given, shape) === "monthly") continue;
		const [earlier, later] = other < year ? [shape, own] : [own, shape];
		if (earlier.amounts.length < 6) continue;
		const begins = perMonth(later.amounts[0] as Shape["amounts"][number]);
		if (compareRatios(begins, times(fromExact(earlier.last.amount), half)) <= 0) return true;
	}
	return false;
}

function perMonth({ count, amount }: Shape["amounts"][number]): Ratio {
	return per(fromExact(amount), of(count));
}

/** Six months or more, each as much a month as the last, within a quarter. */
function stands({ amounts }: Shape): boolean {
	if (amounts.length < 6) return false;
	const last = perMonth(amounts[amounts.length - 1] as Shape["amounts"][number]);
	const [low, high] = [times(last, constant("0.75")), times(last, constant("1.25"))];
	return amounts.every((one) => compareRatios(perMonth(one), low) >= 0 && compareRatios(perMonth(one), high) <= 0);
}

/** Another series of the firm-year that less than doubles from its first month to its last. */
function contrasts(series: YearlySeries, year: number, all: readonly YearlySeries[]): boolean {
	return all.some((other) => {
		const months = other === series ? undefined : other.years.get(year)?.months;
		const [first, last] = [months?.[0], months?.[months.length - 1]];
		if (months === undefined || first === undefined || last === undefined || months.length < 6) return false;
		return compare(last.amount, product(first.amount, two)) < 0;
	});
}
