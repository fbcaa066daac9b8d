/** Whether no carrier and no intensity of a firm changed from one year to the next by more than is asked about. */
import { slack } from "../shape.ts";
import { measuresOf } from "./measures.ts";
import type { PlainCase } from "./plain-case.ts";
import { type YearPair, yearPairsOf } from "./year-pairs.ts";
import { countsIn, type Yearly, yearlyOf } from "./yearly.ts";

export function clearsYearChange(plain: PlainCase): boolean {
	const yearly = yearlyOf(plain);
	if (yearly === undefined || !areSteady(yearly, 1 + plain.limit("change-carrier"))) return false;
	const pairs = yearPairsOf(plain, yearly.shape);
	const usual = 1 + plain.limit("change-intensity");
	// Of two years alone nothing else says that one of them stands apart.
	const far = yearly.years === 2 ? Math.min(usual, plain.limit("year-gap")) : usual;
	return pairs?.every((pair) => isSteadyPair(plain, yearly, pair, far)) === true;
}

function areSteady({ shape, years, sums }: Yearly, far: number): boolean {
	for (let place = 0; place < shape.together.length; place += 1)
		for (let year = 1; year < years; year += 1)
			if (!isNear(sums[place * years + year - 1] as number, sums[place * years + year] as number, far)) return false;
	return true;
}

function isSteadyPair(plain: PlainCase, { shape }: Yearly, pair: YearPair, far: number): boolean {
	const { year, before, timesBefore, timesNow } = pair;
	const { sums, years, output } = measuresOf(plain);
	const { co2 } = plain.shape;
	let [then, now, thenSize, nowSize] = [0, 0, 0, 0];
	for (const one of shape.together) {
		if (!countsIn(one, plain)) continue;
		for (const kind of one.kinds) {
			const [last, own] = [
				(sums[kind * years + year - 1] as number) * (before[kind] as number),
				(sums[kind * years + year] as number) * (co2[kind * years + year] as number),
			];
			then += last;
			now += own;
			thenSize += Math.abs(last);
			nowSize += Math.abs(own);
		}
	}
	// What is nearly all subtracted again has lost its digits.
	if (!(then > thenSize * lost && now > nowSize * lost)) return false;
	const [madeThen, madeNow] = [sums[output * years + year - 1] as number, sums[output * years + year] as number];
	return isNear(then / (madeThen * timesBefore), now / (madeNow * timesNow), far);
}

const lost = 1e-3;

function isNear(a: number, b: number, far: number): boolean {
	return a <= b * far * (1 - slack) && b <= a * far * (1 - slack);
}
