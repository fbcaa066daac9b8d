/** Months of a plain firm that equal earlier ones: whether chance makes such a month often enough that none of them is told as a copy. */
import { choices } from "../coincidence.ts";
import { slack } from "../shape.ts";
import { distanceAt, keepsClose } from "./closeness.ts";
import { companionsOf, guideOf, isGood, itself } from "./guides.ts";
import { type Measures, measuresOf, monthsInYear, onceAFirm } from "./measures.ts";
import { middleOf } from "./middles.ts";
import type { Clears, PlainCase } from "./plain-case.ts";
import { shapeFactsOf } from "./shape-facts.ts";

/** How many months before, and what part of the chance is left to it: people copy the month before or last year's. */
export const partsOfChance = { 1: 0.4, 12: 0.4, 2: 0.1, 3: 0.1 } as const;
/** So many times as many firms may have a month that is noted: of what people copy most. */
export const timesNoted = { 1: 50, 12: 50, 2: 1, 3: 1 } as const;
type Lag = keyof typeof partsOfChance;

/** An amount that stands in an earlier month as well. */
interface Echo {
	readonly kind: number;
	readonly at: number;
	readonly lag: Lag;
}

export const clearsCopies: Clears = onceAFirm((plain) => {
	const all = measuresOf(plain);
	const tracks = [...Array(all.energies).keys(), ...(all.output < 0 ? [] : [all.output])];
	const echoes = tracks.flatMap((kind) => echoesOf(plain, all, kind));
	for (let place = 0; place < echoes.length; place += 1) {
		const { at, lag } = echoes[place] as Echo;
		const isOfMonth = (one: Echo): boolean => one.at === at && one.lag === lag;
		// A month is asked once, with all that is the same in it.
		if (echoes.findIndex(isOfMonth) === place && mayBeNoChance(plain, all, echoes.filter(isOfMonth))) return false;
	}
	return true;
});

const none: readonly Echo[] = [];

/** Months of a kind that equal an earlier one, without those that another rule tells of. */
function echoesOf(plain: PlainCase, all: Measures, kind: number): readonly Echo[] {
	if ((all.repeated[kind] as number) < 2 && all.echoes[kind] === 0) return none;
	const { amounts, months } = all;
	const own = kind * months;
	const isSame = (one: number, other: number): boolean => amounts[own + one] === amounts[own + other];
	const found: Echo[] = [];
	const pairs = plain.limit("same-months") > 2 ? pairsIn(months, isSame) : [];
	// The same two months equal in several years are shares of a year by a key, and no copies.
	for (const at of pairs)
		if (!pairs.some((other) => other !== at && other % monthsInYear === at % monthsInYear)) found.push({ kind, at, lag: 1 });
	for (const lag of [2, 3] as const)
		for (let at = lag; at < months; at += 1) if (isSame(at, at - lag) && !isSame(at, at - 1)) found.push({ kind, at, lag });
	for (let begin = monthsInYear; begin < months; begin += monthsInYear) {
		const equal: number[] = [];
		for (let at = begin; at < begin + monthsInYear; at += 1) if (isSame(at, at - monthsInYear)) equal.push(at);
		if (equal.length === monthsInYear && monthsInYear >= plain.limit("copied-months")) continue;
		for (const at of equal) found.push({ kind, at, lag: 12 });
	}
	return found;
}

/** The second of two months running that are one amount, where no third is. */
function pairsIn(months: number, isSame: (one: number, other: number) => boolean): number[] {
	const pairs: number[] = [];
	for (let first = 0; first < months; ) {
		let next = first + 1;
		while (next < months && isSame(next, first)) next += 1;
		if (next - first === 2) pairs.push(first + 1);
		first = next;
	}
	return pairs;
}

/** Whether chance may make such a month too seldom. */
function mayBeNoChance(plain: PlainCase, all: Measures, same: readonly Echo[]): boolean {
	const [first] = same as [Echo, ...Echo[]];
	const tracks = all.energies + (all.output < 0 ? 0 : 1);
	const isAll = same.length >= all.energies && same.every(({ kind }) => kind !== all.output || same.length === tracks);
	const isOutput = same.length === 1 && first.kind === all.output;
	let often = (isAll || isOutput ? 1 : choices(tracks, same.length)) * all.months * (1 - slack);
	for (const one of same) often *= atLeast(plain, all, one);
	const seldom = (plain.limit("copied-chance") * timesNoted[first.lag] * partsOfChance[first.lag]) / often;
	// Where it is so seldom whatever the month is beside what moves with it, that is not asked.
	return !(seldom < 1 - slack) || !isAsOftenOdd(plain, all, same, seldom * (1 + slack));
}

let differences: Float64Array = new Float64Array(0);

/** The least share of honest months that would be such an echo, whatever else is the same in it. */
function atLeast(plain: PlainCase, all: Measures, { kind, at, lag }: Echo): number {
	const { months, amounts, highest } = all;
	if (differences.length < months) differences = new Float64Array(months);
	let count = 0;
	for (let place = lag; place < months; place += 1) {
		if (place === at) continue;
		differences[count] = Math.abs((amounts[kind * months + place] as number) - (amounts[kind * months + place - lag] as number));
		count += 1;
	}
	if (count < plain.limit("history-months")) return 1;
	// Differences of floats are off by a share of the numbers.
	const apart = middleOf(differences, count) + (highest[kind] as number) * 1e-12;
	return Math.min(1, (lastStep(plain, months, kind, at) * (1 - slack)) / (2 * apart));
}

let lastPlaces: Float64Array = new Float64Array(0);

/** One in the last place that the amount is written to, or most others are; zero where the unit is no power of ten. */
function lastStep(plain: PlainCase, months: number, kind: number, at: number): number {
	const power = shapeFactsOf(plain).power[kind] as number;
	if (Number.isNaN(power)) return 0;
	if (lastPlaces.length < months) lastPlaces = new Float64Array(months);
	for (let month = 0; month < months; month += 1) lastPlaces[month] = lastPlaceOf(plain, kind * months + month);
	const own = lastPlaces[at] as number;
	return 10 ** (Math.min(middleOf(lastPlaces, months), own) + power);
}

/** The power of ten of the last digit that is not 0, as the number is written. */
function lastPlaceOf({ numbers: { digits, places } }: PlainCase, at: number): number {
	let place = -(places[at] as number);
	for (let tenth = (digits[at] as number) / 10; tenth === Math.floor(tenth); tenth /= 10) place += 1;
	return place;
}

let factors: Float64Array = new Float64Array(0);

/** Whether certainly more than this share of months is as far from what moves with them and is not the same. */
function isAsOftenOdd(plain: PlainCase, all: Measures, same: readonly Echo[], share: number): boolean {
	const [{ kind, at }] = same as [Echo, ...Echo[]];
	if (areFarther(plain, all, same, share)) return true;
	const asked = guidesBeside(plain, kind, same);
	if (asked === undefined) return false;
	const count = deviate(plain, all, kind, asked);
	const own = factors[at] as number;
	// What no guide speaks of is not odd.
	if (Number.isNaN(own)) return true;
	factors[at] = Number.NaN;
	const [least, most] = [own * (1 - slack), own * (1 + slack)];
	let farther = 0;
	let known = 0;
	for (let month = 0; month < all.months; month += 1) {
		const factor = factors[month] as number;
		if (Number.isNaN(factor)) continue;
		if (factor >= most) farther += 1;
		factors[known] = factor;
		known += 1;
	}
	if (count < 2 || farther > share * known) return true;
	const scatter = middleOf(factors, known);
	if (most < scatter) return true;
	// Of what hardly scatters floats leave open how far a month is.
	if (scatter < 1 + slack) return false;
	let [left, far] = [1 / 2, scatter * scatter];
	for (; left > 1e-6 && far * (least / own) <= own; far *= scatter) left /= 3;
	return left > share;
}

/** So many months are looked at one by one; from some more on it is cheaper to look at all at once. */
const mostSingly = 20;

/** Whether of some months enough are certainly farther; false where that is not found so soon. */
function areFarther(plain: PlainCase, all: Measures, same: readonly Echo[], share: number): boolean {
	const [{ kind, at }] = same as [Echo, ...Echo[]];
	const asked = companionsOf(plain, kind).filter((by) => !same.some((one) => one.kind === by));
	const wanted = Math.floor(share * (all.months - 1)) + 1;
	if (wanted > mostSingly || asked.length === 0 || !asked.every((by) => keepsClose(plain, kind, by))) return false;
	const own = distanceAt(all, kind, asked, at) * (1 + slack);
	let farther = 0;
	for (let tried = 1; tried <= mostSingly && farther + mostSingly >= wanted + tried - 1; tried += 1) {
		// Here and there, since neighbours move alike.
		const other = (at + tried * 31) % all.months;
		if (other !== at && distanceAt(all, kind, asked, other) >= own) farther += 1;
		if (farther === wanted) return true;
	}
	return false;
}

/** The guides that are not the same in the month; undefined where floats leave open which these are. */
function guidesBeside(plain: PlainCase, kind: number, same: readonly Echo[]): readonly number[] | undefined {
	const isSame = (by: number): boolean => same.some((one) => one.kind === by);
	for (const some of [companionsOf(plain, kind).filter((by) => !isSame(by)), same.length > 1 ? [] : Object.values(itself)]) {
		const good = some.map((by) => isGood(plain, guideOf(plain, kind, by)));
		if (good.includes(undefined)) return undefined;
		if (good.includes(true)) return some.filter((_, place) => good[place] === true);
	}
	return [];
}

/** How far each month is from what the guides say in their middle; NaN where none speaks of it. How many are spoken of. */
function deviate(plain: PlainCase, { months }: Measures, kind: number, asked: readonly number[]): number {
	if (factors.length < months) factors = new Float64Array(months);
	const all = asked.map((by) => guideOf(plain, kind, by));
	let known = 0;
	for (let at = 0; at < months; at += 1) {
		let sum = 0;
		let count = 0;
		for (const { quotients, middles, begin, end } of all) {
			if (at < begin || at >= end) continue;
			sum += (quotients[at] as number) / (middles[at] as number);
			count += 1;
		}
		const times = sum / count;
		factors[at] = times < 1 ? 1 / times : times;
		if (count > 0) known += 1;
	}
	return known;
}
