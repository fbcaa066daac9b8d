/**
 * What reading a firm's months and assessing it finds by its amounts: a month whose unit slipped, amounts that look to date. Where none of it can
 * be told, and nothing else hangs on amounts, the firm's years are those of its shape.
 */
import { nearly } from "../../exact/exact.ts";
import { once } from "../once.ts";
import { slack } from "../shape.ts";
import { monthsInYear } from "./measures.ts";
import { isJudged } from "./outputs.ts";
import type { PlainCase, ShapeTerms } from "./plain-case.ts";
import { yearlyShapeOf } from "./yearly-shape.ts";

/**
 * True only where assessing the firm reports nothing but what it reports of any firm of the shape, and every year is whole and usable. Asked
 * before any rule: what rules clear a firm by presupposes it.
 */
export function clearsJudging(plain: PlainCase): boolean {
	return isClearShape(plain) && !mayHaveSlipped(plain) && !mayBeToDate(plain);
}

const known = once<ShapeTerms, { readonly isClear: boolean }>();

/**
 * Whether no amounts of a shape are held against each other: each series counts by itself, all is consumed and emits, so that nothing subtracts
 * and no total is nothing; the output is stated once; and no base is stated beside the rows.
 */
function isClearShape(plain: PlainCase): boolean {
	let found = known.get(plain.shape);
	if (found === undefined) {
		const { like } = plain.shape;
		const { kinds } = plain.numbers;
		const isClear =
			yearlyShapeOf(plain) !== undefined &&
			kinds.every(({ of }) => "output" in of || of.energy.use === "consumed") &&
			kinds.filter((_, kind) => isJudged(plain, kind)).length === 1 &&
			!like.firm.pooledViews.some(({ baseStated }) => baseStated) &&
			like.record.master.baseIntensities.size === 0 &&
			like.firm.years.every((_, year) => emits(plain, year));
		found = { isClear };
		known.set(plain.shape, found);
	}
	return found.isClear;
}

/** By its factors: those of another plan have the same signs. */
function emits({ numbers: { energies, years }, shape: { co2 } }: PlainCase, year: number): boolean {
	let isAny = false;
	for (let kind = 0; kind < energies; kind += 1) {
		const factor = co2[kind * years + year] as number;
		if (factor < 0) return false;
		isAny ||= factor > 0;
	}
	return isAny;
}

/**
 * Months so far apart that one of them may be in another unit: none is further from the middle of the others than the highest from the lowest.
 * Measures are not asked for it: where no rule is, nobody else does.
 */
function mayHaveSlipped({ numbers: { energies, years, amounts }, shape }: PlainCase): boolean {
	const far = nearly(shape.like.rules.facts.slipRatio) * (1 - slack);
	const months = years * monthsInYear;
	for (let kind = 0; kind < energies; kind += 1) {
		let [low, high] = [Number.POSITIVE_INFINITY, 0];
		for (let at = kind * months; at < (kind + 1) * months; at += 1) {
			low = Math.min(low, amounts[at] as number);
			high = Math.max(high, amounts[at] as number);
		}
		if (high >= low * far) return true;
	}
	return false;
}

/** How many times the first month of twelve the last is, at the least, where they are amounts to date: a quarter of the way from 1 to 12. */
const leastToDate = 1 + 11 / 4;

/** A year that rises as sums do; whose months fall more than once, does not. */
function mayBeToDate({ numbers: { kinds, years, amounts } }: PlainCase): boolean {
	const far = leastToDate * (1 - slack);
	for (let begin = 0; begin < kinds.length * years * monthsInYear; begin += monthsInYear) {
		if ((amounts[begin + monthsInYear - 1] as number) < (amounts[begin] as number) * far) continue;
		let falls = 0;
		for (let at = begin + 1; at < begin + monthsInYear; at += 1)
			if ((amounts[at] as number) < (amounts[at - 1] as number) * (1 - slack)) falls += 1;
		if (falls < 2) return true;
	}
	return false;
}
