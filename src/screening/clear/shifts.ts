/** Years of a plain firm whose rows may stand a month off: by how much what one kind uses for one of another scatters, in its rows and moved. */
import { type Measures, measuresOf, monthsInYear, onceAFirm } from "./measures.ts";
import { scattersOf } from "./pairs.ts";
import type { Clears } from "./plain-case.ts";
import { shapeFactsOf } from "./shape-facts.ts";

/** From and up to how many times one scatter is another where a year is shifted. */
export const shiftBounds = { apart: 4, usuallyApart: 3.5, likeOthers: 2.5 } as const;

export const clearsShifts: Clears = onceAFirm((plain) => {
	const all = measuresOf(plain);
	// Without another year nobody knows how the works usually scatters.
	if (all.years < 2) return true;
	const { carrier, lines } = shapeFactsOf(plain);
	const scatters = scattersOf(plain);
	measureSpreads(all, lines);
	for (let place = 0; place < lines.length; place += 1)
		for (let beside = 0; beside < place; beside += 1) {
			const [line, other] = [lines[place] as number, lines[beside] as number];
			if (carrier[line] === carrier[other]) continue;
			boundMoved(all.years, line, other);
			if (mayBeMoved(all, scatters, line, other) || mayBeMoved(all, scatters, other, line)) return false;
		}
	return true;
});

function mayBeMoved(all: Measures, scatters: Float64Array, line: number, other: number): boolean {
	if (isAsFarMoved(scatters, (line * all.kinds + other) * all.years, all.years)) return false;
	gather(all, line, other);
	for (let year = 0; year < all.years; year += 1)
		if (mayBeShifted(all.years, year, before) || mayBeShifted(all.years, year, after)) return true;
	return false;
}

/** By kind and year, of months and of one over each: how far they are from their mean, as shares of it; as the root of their squares, and at most. */
let spreads: Float64Array = new Float64Array(0);
let farthest: Float64Array = new Float64Array(0);
/** By year the most that what one uses for one of another may scatter, in rows that are moved. */
let mostMoved: Float64Array = new Float64Array(16);

/** Of eleven months at most, whichever of the twelve they are. */
function measureSpreads(all: Measures, lines: readonly number[]): void {
	const { kinds, years, months, amounts, inverses, sums, inverseSums, lows, highs } = all;
	if (spreads.length < kinds * years) {
		spreads = new Float64Array(kinds * years);
		farthest = new Float64Array(kinds * years);
	}
	for (const line of lines)
		for (let year = 0; year < years; year += 1) {
			const place = line * years + year;
			let [squares, turned, turnedSquares] = [0, 0, 0];
			for (let at = line * months + year * monthsInYear, end = at + monthsInYear; at < end; at += 1) {
				const [size, inverse] = [amounts[at] as number, inverses[at] as number];
				squares += size * size;
				turned += inverse;
				turnedSquares += inverse * inverse;
			}
			const perMonth = (inverseSums[place] as number) * monthsInYear;
			// What the squares come to, of means that are 1.
			const own = squares * perMonth * perMonth;
			const beside = (turnedSquares * monthsInYear * monthsInYear) / (turned * turned);
			spreads[place] = Math.sqrt((Math.max(own, beside) - monthsInYear + lost) / (monthsInYear - 1));
			// The mean of one over each is so many times one over the mean.
			const times = (turned * (sums[place] as number)) / (monthsInYear * monthsInYear);
			const mean = (sums[place] as number) / monthsInYear;
			farthest[place] = Math.max((highs[place] as number) * perMonth * times, mean / (lows[place] as number)) - 1;
		}
}

/**
 * With amounts of the one as 1 + u of their mean and one over those of the other as 1 + v of theirs, what is used for one is 1 + u + v + uv of
 * the product. Roots of squares add up to no less than that of a sum, and uv is no larger than the largest u times v, or the other way round.
 * The mean of u is no further from 0 than what the month that is left out had, shared among eleven. One over 1 − x is at most 1 + x + 2x²
 * where x is up to a half.
 */
function boundMoved(years: number, line: number, other: number): void {
	if (mostMoved.length < years) mostMoved = new Float64Array(years);
	for (let year = 0; year < years; year += 1) {
		const [own, beside] = [line * years + year, other * years + year];
		const [u, v] = [spreads[own] as number, spreads[beside] as number];
		const [mostU, mostV] = [farthest[own] as number, farthest[beside] as number];
		const x = (mostU + mostV) / (monthsInYear - 1) + u * v;
		const scatter = (u + v + Math.min(mostU * v, mostV * u)) * (1 + x + 2 * x * x);
		mostMoved[year] = x <= 1 / 2 ? scatter * scatter : Number.POSITIVE_INFINITY;
	}
}

/** Whether the other years, whichever one is asked, certainly scatter about as much in their rows as they could in moved ones. */
function isAsFarMoved(scatters: Float64Array, first: number, years: number): boolean {
	let [here, moved] = [0, 0];
	for (let year = 0; year < years; year += 1) {
		here += scatters[first + year] as number;
		moved += mostMoved[year] as number;
	}
	const open = (1 + shiftBounds.usuallyApart) * moreLost * years;
	for (let year = 0; year < years; year += 1) {
		const usual = here - (scatters[first + year] as number);
		if (!(moved - (mostMoved[year] as number) + open < usual * shiftBounds.usuallyApart)) return false;
	}
	return true;
}

/** Sums and squares of a year, in the rows of the month before, of its own, of the month after. */
const sums = 6;
const [before, here, after] = [0, 2, 4];
let found: Float64Array = new Float64Array(0);

function gather({ years, months, amounts, inverses }: Measures, line: number, other: number): void {
	if (found.length < years * sums) found = new Float64Array(years * sums);
	for (let year = 0; year < years; year += 1) {
		const begin = line * months + year * monthsInYear;
		const beside = other * months + year * monthsInYear - begin;
		let earlier = 0;
		let earlierSquares = 0;
		let own = 0;
		let ownSquares = 0;
		let later = 0;
		let laterSquares = 0;
		let last = 0;
		let inverse = inverses[begin + beside] as number;
		for (let at = begin; at < begin + monthsInYear; at += 1) {
			const size = amounts[at] as number;
			const now = size * inverse;
			own += now;
			ownSquares += now * now;
			if (at > begin) {
				const moved = size * last;
				earlier += moved;
				earlierSquares += moved * moved;
			}
			last = inverse;
			if (at + 1 === begin + monthsInYear) break;
			inverse = inverses[at + 1 + beside] as number;
			const moved = size * inverse;
			later += moved;
			laterSquares += moved * moved;
		}
		const at = year * sums;
		found[at] = earlier;
		found[at + 1] = earlierSquares;
		found[at + 2] = own;
		found[at + 3] = ownSquares;
		found[at + 4] = later;
		found[at + 5] = laterSquares;
	}
}

/** What sums of as many numbers lose of a scatter, and of one more. */
const lost = 1e-10;
/** What is lost where such scatters are added up. */
const moreLost = 1e-8;

/** Whether a year scatters less where its rows are moved, by itself and as the others do in theirs. */
function mayBeShifted(years: number, year: number, moved: number): boolean {
	const own = scatterAt(year, here, monthsInYear);
	const other = scatterAt(year, moved, monthsInYear - 1);
	if (own + (own + 1) * lost < (other - (other + 1) * lost) * shiftBounds.apart) return false;
	const usual = elsewhere(years, year, here, monthsInYear);
	if (other - (other + 1) * lost > (usual + (usual + 1) * lost) * shiftBounds.likeOthers) return false;
	const usualMoved = elsewhere(years, year, moved, monthsInYear - 1);
	return usualMoved + (usualMoved + 1) * lost >= (usual - (usual + 1) * lost) * shiftBounds.usuallyApart;
}

function scatterAt(year: number, place: number, months: number): number {
	const all = found[year * sums + place] as number;
	return ((found[year * sums + place + 1] as number) * months) / (all * all) - 1;
}

/** The scatter of all other years, each by itself. */
function elsewhere(years: number, year: number, place: number, months: number): number {
	let all = 0;
	for (let each = 0; each < years; each += 1) if (each !== year) all += scatterAt(each, place, months);
	return all / (years - 1);
}
