/**
 * Two series of a plain firm beside each other, looked at once for all rules: how much what one uses for one of the other scatters within each
 * year, and in which months it is certainly near what is usual.
 */
import { slack } from "../shape.ts";
import { type Measures, measuresOf, monthsInYear } from "./measures.ts";
import type { PlainCase } from "./plain-case.ts";
import { shapeFactsOf } from "./shape-facts.ts";

/** Half a year, and how many months say what is usual: the month itself, and as many on either side. */
const half = monthsInYear / 2;
const width = 2 * half + 1;

/** A month that is certainly near is no further from what is usual: the least factor that rules ask about. */
export const leastFar = 1.2;

/** What there is of pairs, at (kind × kinds + other) × years + year; it grows. */
const room = {
	/** Of the ordered pair: the squared scatter of what one uses for one of the other, by its middle. */
	scatters: new Float64Array(0),
	/** Of the pair by its lower kind: its months above and below a range, as bits; and those of them that are certainly near. */
	above: new Uint16Array(0),
	below: new Uint16Array(0),
	near: new Uint16Array(0),
};
/** Of a pair how many are near, at its lower kind × kinds + the other; as many as are never where it is no guide in any case. */
let nearCounts: Uint16Array = new Uint16Array(0);
const lookedTwice = 0xffff;
/** The turn of the measures in which all pairs were looked at. */
let turn = -1;
/** Of one pair by year, from the year before the first on: the ratio of its sums, and the other way round. */
let ratios: Float64Array = new Float64Array(0);
let inverted: Float64Array = new Float64Array(0);

/** The squared scatters of what kinds that move together use for one of another: at (kind × kinds + other) × years + year. */
export function scattersOf(plain: PlainCase): Float64Array {
	look(plain);
	return room.scatters;
}

/** True only where the one is a good guide of the other: more than half of the months keep to it. */
export function keepsNear(plain: PlainCase, kind: number, by: number): boolean {
	const all = look(plain);
	const place = kind < by ? kind * all.kinds + by : by * all.kinds + kind;
	if (nearCounts[place] === lookedTwice) return false;
	if ((nearCounts[place] as number) > all.months >> 1) return true;
	// Where they are too few within the least factor, as far as a guide may be off they may be enough.
	const spare = all.kinds * all.kinds * all.years;
	const isGood = lookAgain(all, Math.min(kind, by), Math.max(kind, by), spare, usualOf(Math.sqrt(plain.limit("month-ratio"))));
	nearCounts[place] = isGood ? all.months : lookedTwice;
	return isGood;
}

function lookAgain(all: Measures, kind: number, by: number, spare: number, usual: number): boolean {
	compareYears(all, kind, by);
	lookAtYears(all, kind, by, spare, usual);
	return findNear(spare, all.years) > all.months >> 1;
}

/** The root of a factor, and a little less. */
function usualOf(factor: number): number {
	return Math.sqrt(factor * (1 - 8 * slack));
}

/** The months of a year, as bits, that are certainly within `leastFar` of what the one lets expect of the other. */
export function nearIn(plain: PlainCase, kind: number, by: number, year: number): number {
	const { kinds, years } = look(plain);
	return room.near[(kind < by ? kind * kinds + by : by * kinds + kind) * years + year] as number;
}

function look(plain: PlainCase): Measures {
	const all = measuresOf(plain);
	if (turn === all.turn) return all;
	makeRoom(all);
	const usual = usualOf(Math.min(leastFar, Math.sqrt(plain.limit("month-ratio"))));
	// Of one year alone there are no twelve others.
	const isShort = all.years < 2 || all.months < plain.limit("history-months");
	const { lines, carrier } = shapeFactsOf(plain);
	nearCounts.fill(lookedTwice, 0, all.kinds * all.kinds);
	room.near.fill(0, 0, all.kinds * all.kinds * all.years);
	for (let later = 1; later < lines.length; later += 1)
		for (let earlier = 0; earlier < later; earlier += 1) {
			// Kinds rise from line to line.
			const [kind, by] = [lines[earlier] as number, lines[later] as number];
			if (carrier[kind] === carrier[by]) continue;
			compareYears(all, kind, by);
			const place = kind * all.kinds + by;
			lookAtYears(all, kind, by, place * all.years, usual);
			if (!isShort) nearCounts[place] = findNear(place * all.years, all.years);
		}
	turn = all.turn;
	return all;
}

function makeRoom({ kinds, years }: Measures): void {
	// One pair more, that is looked at again.
	const size = (kinds * kinds + 1) * years;
	if (room.near.length < size) {
		room.scatters = new Float64Array(size);
		room.above = new Uint16Array(size);
		room.below = new Uint16Array(size);
		room.near = new Uint16Array(size);
	}
	if (nearCounts.length < kinds * kinds) nearCounts = new Uint16Array(kinds * kinds);
	if (ratios.length < years + 2) {
		ratios = new Float64Array(years + 2);
		inverted = new Float64Array(years + 2);
	}
}

function compareYears({ years, sums, inverseSums }: Measures, kind: number, by: number): void {
	for (let year = 0; year < years; year += 1) {
		ratios[year + 1] = (sums[kind * years + year] as number) * (inverseSums[by * years + year] as number);
		inverted[year + 1] = (sums[by * years + year] as number) * (inverseSums[kind * years + year] as number);
	}
	// Before the first year and behind the last things are as in them.
	[ratios[0], inverted[0]] = [ratios[1] as number, inverted[1] as number];
	[ratios[years + 1], inverted[years + 1]] = [ratios[years] as number, inverted[years] as number];
}

/**
 * Of a pair, from a place on: a year's range is its ratio, times and by a factor: so that a month in the range, and the middle of months in the ranges of this year and those
 * beside it, are within `usual` × `usual` of each other. That is so where the factor is no more than `usual` by the root of how far the ratios
 * are apart, which is at least 1 − x where x is half of what they are further apart than 1, and whose inverse is at most 1 + x + 2x² where x is up
 * to a half.
 */
function lookAtYears(all: Measures, kind: number, by: number, first: number, usual: number): void {
	const { kinds, years, months, amounts, inverses } = all;
	const { scatters, above, below } = room;
	const inverse = 1 / usual;
	for (let year = 0; year < years; year += 1) {
		const ratio = ratios[year + 1] as number;
		const turnedRatio = inverted[year + 1] as number;
		const apart = Math.max(
			Math.max(ratio * (inverted[year] as number), (ratios[year] as number) * turnedRatio),
			Math.max(ratio * (inverted[year + 2] as number), (ratios[year + 2] as number) * turnedRatio),
		);
		const x = Math.min(apart - 1, 1) / 2;
		const high = ratio * usual * (1 - x);
		const low = ratio * inverse * (1 + x + 2 * x * x);
		const a = kind * months + year * monthsInYear;
		const b = by * months + year * monthsInYear;
		let [over, under] = [0, 0];
		let [sum, squares, turned, turnedSquares] = [0, 0, 0, 0];
		for (let month = 0; month < monthsInYear; month += 1) {
			const quotient = (amounts[a + month] as number) * (inverses[b + month] as number);
			const other = (amounts[b + month] as number) * (inverses[a + month] as number);
			sum += quotient;
			squares += quotient * quotient;
			turned += other;
			turnedSquares += other * other;
			// Nobody can foresee these: as numbers they cost no branch.
			over |= Number(quotient > high) << month;
			under |= Number(quotient < low) << month;
		}
		above[first + year] = over;
		below[first + year] = under;
		scatters[(kind * kinds + by) * years + year] = (squares * monthsInYear) / (sum * sum) - 1;
		scatters[(by * kinds + kind) * years + year] = (turnedSquares * monthsInYear) / (turned * turned) - 1;
	}
}

const inHalf = (1 << half) - 1;
const inWindow = (1 << width) - 1;
/** How many of thirteen bits there are. */
const counts = new Uint8Array(inWindow + 1);
for (let bits = 1; bits <= inWindow; bits += 1) counts[bits] = (counts[bits >> 1] as number) + (bits & 1);

/**
 * Marks the months in range around which the middle is in the range of one of their years: at most five of the other twelve are above, and at
 * most five below. Gives how many they are.
 */
function findNear(first: number, years: number): number {
	const { above, below, near } = room;
	let count = 0;
	for (let year = first; year < first + years; year += 1) {
		const [over, under] = [above[year] as number, below[year] as number];
		// The windows of half a year's months lie in it and in the half years beside it; at either end they stand still.
		const [isFirst, isLast] = [year === first, year === first + years - 1];
		const before = isFirst ? 0 : ((above[year - 1] as number) >> half) | (over << half);
		const beforeUnder = isFirst ? 0 : ((below[year - 1] as number) >> half) | (under << half);
		const after = isLast ? before : over | (((above[year + 1] as number) & inHalf) << monthsInYear);
		const afterUnder = isLast ? beforeUnder : under | (((below[year + 1] as number) & inHalf) << monthsInYear);
		const early = isFirst ? aroundAll(after & inWindow, afterUnder & inWindow) : around(before, beforeUnder);
		const late = isLast ? aroundAll(after >> (half - 1), afterUnder >> (half - 1)) : around(after, afterUnder);
		const found = (early | (late << half)) & ~(over | under);
		near[year] = found;
		count += (counts[found & inHalf] as number) + (counts[found >> half] as number);
	}
	return count;
}

/** For six months whether few are above and below in the window around each, by those of three half years. */
function around(over: number, under: number): number {
	if (isFew(over & inWindow, over >> width) && isFew(under & inWindow, under >> width)) return inHalf;
	let found = 0;
	for (let month = 0; month < half; month += 1)
		found |=
			(Number((counts[(over >> month) & inWindow] as number) < half) &
				Number((counts[(under >> month) & inWindow] as number) < half)) <<
			month;
	return found;
}

/** The same where one window is that of all. */
function aroundAll(over: number, under: number): number {
	return (counts[over] as number) < half && (counts[under] as number) < half ? inHalf : 0;
}

function isFew(some: number, others: number): boolean {
	return (counts[some] as number) + (counts[others] as number) < half;
}
