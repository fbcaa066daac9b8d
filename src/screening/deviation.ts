/**
 * How far each month of a history stands from its usual size, as a factor of one or more; and how far the middle one does.
 * Written once for two kinds of numbers: floats look whether there is anything at all, pairs of whole numbers decide.
 *
 * A month is compared with the middle month of the history. From two years on it is compared with the same month of the
 * years next to its own, each brought to the level of its year, and the nearest of these counts: a month is strange that is
 * like none of them. Middles are amounts of the table, never a mean of two: the upper one of an even number.
 */
import { compare, oneRatio, per, type Ratio, times } from "../exact/ratio.ts";

/** What the comparison needs of numbers above zero. */
export interface Numbers<N> {
	readonly per: (a: N, b: N) => N;
	readonly times: (a: N, b: N) => N;
	/** Below zero, zero or above zero, as a is less than, equal to or more than b. */
	readonly compare: (a: N, b: N) => number;
	readonly one: N;
}

export const floats: Numbers<number> = { per: (a, b) => a / b, times: (a, b) => a * b, compare: (a, b) => a - b, one: 1 };
export const pairs: Numbers<Ratio> = { per, times, compare, one: oneRatio };

/** One month's distance. */
export interface Deviation<N> {
	/** Where it stands in the list that was given. */
	readonly index: number;
	/** What would be usual. */
	readonly usual: N;
	/** How many times one is the other; one or more. */
	readonly factor: N;
	/** The months it was compared with, where these are the same month of other years; else empty. */
	readonly like: number[];
}

export interface Deviations<N> {
	readonly each: readonly Deviation<N>[];
	/** The factor of the middle month. */
	readonly middle: N;
	/** Whether months were compared with the same month of other years. */
	readonly season: boolean;
}

/** A month's amount, above zero, and when it was: months since the year 0. */
export interface Dated<N> {
	readonly at: number;
	readonly amount: N;
}

/** `months` in order of time, not empty; `fewest` months two years must share to be compared. */
export function deviations<N>(
	numbers: Numbers<N>,
	months: readonly Dated<N>[],
	fewest: number,
	seasonal: boolean,
): Deviations<N> {
	const bySeason = seasonal ? againstOtherYears(numbers, months, fewest) : [];
	const season = bySeason.length > 0;
	const each = season ? bySeason : againstMiddle(numbers, months);
	return {
		each,
		middle: middleOf(
			numbers,
			each.map(({ factor }) => factor),
		),
		season,
	};
}

function againstMiddle<N>(numbers: Numbers<N>, months: readonly Dated<N>[]): Deviation<N>[] {
	const usual = middleOf(
		numbers,
		months.map(({ amount }) => amount),
	);
	return months.map(({ amount }, index) => ({ index, usual, factor: factorOf(numbers, amount, usual), like: [] }));
}

/** Each year beside the next two that are there; of a month's distances the least. Months without a like one are left out. */
function againstOtherYears<N>(numbers: Numbers<N>, months: readonly Dated<N>[], fewest: number): Deviation<N>[] {
	const years = yearsOf(months);
	const nearest: (Deviation<N> | undefined)[] = [];
	const amountOf = (index: number): N => (months[index] as Dated<N>).amount;
	const liken = (index: number, other: number, usual: N): void => {
		const there = nearest[index];
		const like = there?.like ?? [];
		like.push(other);
		const factor = factorOf(numbers, amountOf(index), usual);
		if (there === undefined || numbers.compare(factor, there.factor) < 0) nearest[index] = { index, usual, factor, like };
	};
	for (const [position, year] of years.entries()) {
		for (const other of years.slice(position + 1, position + 3)) {
			const quotients: N[] = [];
			for (const [month, a] of year.entries()) {
				const b = other[month] as number;
				if (a >= 0 && b >= 0) quotients.push(numbers.per(amountOf(b), amountOf(a)));
			}
			if (quotients.length < fewest) continue;
			const level = middleOf(numbers, quotients);
			for (const [month, a] of year.entries()) {
				const b = other[month] as number;
				if (a < 0 || b < 0) continue;
				liken(a, b, numbers.per(amountOf(b), level));
				liken(b, a, numbers.times(amountOf(a), level));
			}
		}
	}
	return nearest.filter((one) => one !== undefined);
}

/** Year by year, in order: where each of its twelve months stands in the list; −1 where it does not. */
function yearsOf(months: readonly Dated<unknown>[]): number[][] {
	const years: number[][] = [];
	let last = Number.NaN;
	for (const [index, { at }] of months.entries()) {
		const year = Math.floor(at / 12);
		if (year !== last) years.push([-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1]);
		last = year;
		(years.at(-1) as number[])[at % 12] = index;
	}
	return years;
}

/** How many times one is the other, whichever is larger. */
export function factorOf<N>({ per, compare, one }: Numbers<N>, a: N, b: N): N {
	const quotient = per(a, b);
	return compare(quotient, one) < 0 ? per(b, a) : quotient;
}

function middleOf<N>({ compare }: Numbers<N>, values: readonly N[]): N {
	return [...values].sort(compare)[values.length >> 1] as N;
}
