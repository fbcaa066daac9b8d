/** How far a month of a plain firm is from what others say that it would be: one month, without making their guides. */
import { type Measures, monthsInYear } from "./measures.ts";
import { middleOfTwelve } from "./middles.ts";

/** Months that say what is usual, the month itself among them. */
const width = monthsInYear + 1;
const half = width >> 1;

const around: Float64Array = new Float64Array(monthsInYear);

/** How far a month of two years at least is from what some others let expect, in their middle: as the guides say that they are. */
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
		all += own / middleOfTwelve(around);
	}
	const times = all / others.length;
	return times < 1 ? 1 / times : times;
}
