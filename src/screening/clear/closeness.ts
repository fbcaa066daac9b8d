/**
 * Whether a kind of a plain firm certainly keeps to another within what makes it a guide, without the middle of each month: where more than half
 * of a month's neighbours lie within a range, their middle does; and where more than half of the months do with it, so does the middle month.
 */
import { slack } from "../shape.ts";
import { type Measures, measuresOf, monthsInYear, mostKinds } from "./measures.ts";
import { middleOf } from "./middles.ts";
import type { PlainCase } from "./plain-case.ts";

/** Months that say what is usual, the month itself among them. */
const width = 13;
const half = width >> 1;

/** How many of the first months from half a year before a year on lie within its range. */
const within: Uint8Array = new Uint8Array(2 * monthsInYear + 1);

/** In which turn of the measures a pair of kinds was asked, and what was found. */
const turns: Int32Array = new Int32Array(mostKinds * mostKinds);
const answers: Uint8Array = new Uint8Array(mostKinds * mostKinds);

/** True only where the guide is good; where it is false the guide is to be made. */
export function keepsClose(plain: PlainCase, kind: number, by: number): boolean {
	const { turn } = measuresOf(plain);
	const place = kind * mostKinds + by;
	if (turns[place] !== turn) {
		answers[place] = isClose(plain, kind, by) ? 1 : 0;
		turns[place] = turn;
	}
	return answers[place] === 1;
}

function isClose(plain: PlainCase, kind: number, by: number): boolean {
	const { years, months, sums } = measuresOf(plain);
	if (months < width || months < plain.limit("history-months")) return false;
	// A month and its middle are at most twice as far apart as each is from the middle of the range.
	const range = plain.limit("month-ratio") ** (1 / 4) * (1 - slack);
	const wanted = (months >> 1) + 1;
	let close = 0;
	for (let year = 0; year < years && close < wanted; year += 1) {
		const usual = (sums[kind * years + year] as number) / (sums[by * years + year] as number);
		close += closeIn(measuresOf(plain), kind, by, year, usual / range, usual * range);
	}
	return close >= wanted;
}

/** How many months of a year lie within a range together with most of their neighbours. */
function closeIn(
	{ months, amounts, inverses }: Measures,
	kind: number,
	by: number,
	year: number,
	low: number,
	high: number,
): number {
	const begin = Math.max(0, year * monthsInYear - half);
	const end = Math.min(months, (year + 1) * monthsInYear + half);
	const [own, beside] = [kind * months, by * months];
	let count = 0;
	for (let at = begin; at < end; at += 1) {
		const quotient = (amounts[own + at] as number) * (inverses[beside + at] as number);
		if (quotient >= low && quotient <= high) count += 1;
		within[at - begin + 1] = count;
	}
	let close = 0;
	for (let at = year * monthsInYear; at < (year + 1) * monthsInYear; at += 1) {
		const first = Math.min(Math.max(at - half, 0), months - width) - begin;
		const isWithin = within[at - begin] !== within[at - begin + 1];
		// Seven of twelve others, and the month itself.
		if (isWithin && (within[first + width] as number) - (within[first] as number) > half + 1) close += 1;
	}
	return close;
}

const around: Float64Array = new Float64Array(width - 1);

/** How far a month is from what some others say that it would be, in their middle: the same of each month as by the guides that they are. */
export function distanceAt({ months, amounts, inverses }: Measures, kind: number, others: readonly number[], at: number): number {
	const first = Math.min(Math.max(at - half, 0), months - width);
	let all = 0;
	for (const by of others) {
		let count = 0;
		for (let month = first; month < first + width; month += 1) {
			if (month === at) continue;
			around[count] = (amounts[kind * months + month] as number) * (inverses[by * months + month] as number);
			count += 1;
		}
		const own = (amounts[kind * months + at] as number) * (inverses[by * months + at] as number);
		all += own / middleOf(around, count);
	}
	const times = all / others.length;
	return times < 1 ? 1 / times : times;
}
