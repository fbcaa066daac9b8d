/**
 * What assessing a firm finds by its amounts: a month whose unit slipped, amounts that look to date, emissions that are none, prices that
 * contradict each other. Where none of it can be told, and nothing else hangs on amounts, the firm's years are those of its shape.
 */
import { nearly } from "../../exact/exact.ts";
import { once } from "../once.ts";
import { slack } from "../shape.ts";
import { measuresOf, monthsInYear } from "./measures.ts";
import { monthlyOutput } from "./output-months.ts";
import { isJudged } from "./outputs.ts";
import type { PlainCase, ShapeTerms } from "./plain-case.ts";
import { yearPairsOf } from "./year-pairs.ts";
import { countsIn, yearlyOf } from "./yearly.ts";

/**
 * True only where assessing the firm reports nothing but what it reports of any firm of the shape, and every year is whole and usable. Asked
 * before any rule: what rules clear a firm by presupposes it.
 */
export function clearsJudging(plain: PlainCase): boolean {
	return isClearShape(plain) && !mayHaveSlipped(plain) && !mayBeToDate(plain) && emits(plain) && pricesAgree(plain);
}

const known = once<ShapeTerms, { readonly isClear: boolean }>();

/** What a shape's own words decide: no base that is stated beside the rows, no carbon that leaves in products, no output at other prices first. */
function isClearShape(plain: PlainCase): boolean {
	let found = known.get(plain.shape);
	if (found === undefined) {
		const { like, output } = plain.shape;
		const isClear =
			yearlyOf(plain) !== undefined &&
			!like.firm.views.some(({ baseStated }) => baseStated) &&
			like.record.master.baseIntensities.size === 0 &&
			!plain.numbers.kinds.some(({ of }) => "energy" in of && of.energy.use === "product") &&
			(output < 0 || monthlyOutput(plain) === output);
		found = { isClear };
		known.set(plain.shape, found);
	}
	return found.isClear;
}

/** Months so far apart that one of them may be in another unit. */
function mayHaveSlipped(plain: PlainCase): boolean {
	const { energies, lowest, highest } = measuresOf(plain);
	const far = nearly(plain.shape.like.rules.facts.slipRatio) * (1 - slack);
	for (let kind = 0; kind < energies; kind += 1) if ((highest[kind] as number) >= (lowest[kind] as number) * far) return true;
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

/** What is subtracted may be so much of what is counted, and leave something, whichever plan's factors count it. */
const mostSubtracted = 0.5;

/** Whether each year, and each as the plan of the next one sees it, emits more than nothing. */
function emits(plain: PlainCase): boolean {
	const yearly = yearlyOf(plain);
	if (yearly === undefined) return false;
	const { sums } = measuresOf(plain);
	const { together } = yearly.shape;
	const isPositive = (factorOf: (kind: number) => number, year: number): boolean => {
		let [plus, minus] = [0, 0];
		for (const one of together) {
			if (!countsIn(one, plain)) continue;
			for (const kind of one.kinds) {
				const tonnes = (sums[kind * yearly.years + year] as number) * factorOf(kind);
				if (tonnes > 0) plus += tonnes;
				else if (tonnes < 0) minus -= tonnes;
			}
		}
		return plus > 0 && minus <= plus * mostSubtracted;
	};
	for (let year = 0; year < yearly.years; year += 1)
		if (!isPositive((kind) => plain.shape.co2[kind * yearly.years + year] as number, year)) return false;
	// A year that is seen by the factors of another plan is the earlier of a pair.
	return (
		yearPairsOf(plain, yearly.shape)?.every(({ year, before }) => isPositive((kind) => before[kind] as number, year - 1)) === true
	);
}

/** Whether current prices of a year and the constant prices of that year add up to one, by every digit that is printed. */
function pricesAgree(plain: PlainCase): boolean {
	const { kinds, firstYear, years } = plain.numbers;
	for (let a = plain.numbers.energies; a < kinds.length; a += 1) {
		const current = kinds[a]?.of;
		if (current === undefined || !("output" in current) || current.output.prices !== "current" || !isJudged(plain, a)) continue;
		for (let b = plain.numbers.energies; b < kinds.length; b += 1) {
			const stated = kinds[b]?.of;
			if (stated === undefined || !("output" in stated) || !isJudged(plain, b)) continue;
			for (let year = 0; year < years; year += 1)
				if (stated.output.prices === `constant-${firstYear + year}` && !agree(plain, a, b, year)) return false;
		}
	}
	return true;
}

/** Within half a step of the last printed place of each month, added up. */
function agree(plain: PlainCase, a: number, b: number, year: number): boolean {
	const { kinds, years, places } = plain.numbers;
	const { sums } = measuresOf(plain);
	let steps = 0;
	for (const kind of [a, b])
		for (let month = 0; month < monthsInYear; month += 1)
			steps +=
				nearly((kinds[kind] as (typeof kinds)[number]).factor) /
				10 ** (places[(kind * years + year) * monthsInYear + month] as number);
	const [x, y] = [sums[a * years + year] as number, sums[b * years + year] as number];
	return Math.abs(x - y) + slack * x * 1e-3 <= (steps / 2) * (1 - slack);
}
