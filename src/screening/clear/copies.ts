/** Months of a plain firm that equal earlier ones: whether chance makes such a month often enough that none of them is told as a copy. */
import { choices } from "../coincidence.ts";
import { slack } from "../shape.ts";
import { distanceAt } from "./distance.ts";
import { type Echoes, echoesOf, type Lag } from "./echoes.ts";
import { companionsOf, guideOf, isGood, itself } from "./guides.ts";
import { type Measures, measuresOf, monthsInYear, mostKinds, onceAFirm } from "./measures.ts";
import { middleOf, nth } from "./middles.ts";
import { keepsNear } from "./pairs.ts";
import type { Clears, PlainCase } from "./plain-case.ts";
import { shapeFactsOf } from "./shape-facts.ts";

/** How many months before, and what part of the chance is left to it: people copy the month before or last year's. */
export const partsOfChance = { 1: 0.4, 12: 0.4, 2: 0.1, 3: 0.1 } as const;
/** So many times as many firms may have a month that is noted: of what people copy most. */
export const timesNoted = { 1: 50, 12: 50, 2: 1, 3: 1 } as const;

export const clearsCopies: Clears = onceAFirm((plain) => {
	const all = measuresOf(plain);
	const echoes = echoesOf(plain, all);
	for (let place = 0; place < echoes.count; place += 1) {
		const count = gather(echoes, place);
		if (count === 0) continue;
		const [month, lag] = [echoes.months[place] as number, echoes.lags[place] as Lag];
		// How far months lie apart is looked for only where a bound of it leaves anything open.
		if (mayBeNoChance(plain, all, month, lag, count, apartAtMost) && mayBeNoChance(plain, all, month, lag, count, apartInMiddle))
			return false;
	}
	return true;
});

/** The kinds that are the same in the month that is asked. */
const same: Uint8Array = new Uint8Array(mostKinds);

/** All that is the same in an echo's month as so many months before, and how many they are; none where the month was asked before. */
function gather({ count, kinds, months, lags }: Echoes, place: number): number {
	const [month, lag] = [months[place], lags[place]];
	for (let before = 0; before < place; before += 1) if (months[before] === month && lags[before] === lag) return 0;
	let found = 0;
	for (let other = place; other < count; other += 1)
		if (months[other] === month && lags[other] === lag) {
			same[found] = kinds[other] as number;
			found += 1;
		}
	return found;
}

function isSame(kind: number, count: number): boolean {
	for (let place = 0; place < count; place += 1) if (same[place] === kind) return true;
	return false;
}

/** Whether chance may make such a month too seldom. */
function mayBeNoChance(plain: PlainCase, all: Measures, at: number, lag: Lag, count: number, apart: Apart): boolean {
	const tracks = all.energies + (all.output < 0 ? 0 : 1);
	const isAll = count >= all.energies && (count === tracks || !isSame(all.output, count));
	const isOutput = count === 1 && same[0] === all.output;
	let often = (isAll || isOutput ? 1 : choices(tracks, count)) * all.months * (1 - slack);
	for (let place = 0; place < count; place += 1) often *= atLeast(plain, all, same[place] as number, at, lag, apart);
	const seldom = (plain.limit("copied-chance") * timesNoted[lag] * partsOfChance[lag]) / often;
	// Where it is so seldom whatever the month is beside what moves with it, that is not asked.
	return !(seldom < 1 - slack) || !isAsOftenOdd(plain, all, at, count, seldom * (1 + slack));
}

/** The least share of honest months that would be such an echo, whatever else is the same in it. */
function atLeast(plain: PlainCase, all: Measures, kind: number, at: number, lag: Lag, apart: Apart): number {
	if (all.months - lag - 1 < plain.limit("history-months")) return 1;
	// Differences of floats are off by a share of the numbers.
	const most = apart(all, kind, lag) + (all.highest[kind] as number) * 1e-12;
	return Math.min(1, (lastStep(plain, all, kind, at) * (1 - slack)) / (2 * most));
}

/** No less than the middle one of all differences but that of an echo, whichever: they are all nothing. */
type Apart = (all: Measures, kind: number, lag: Lag) => number;

/** By kind, and by how many months before: the turn in which it was found, and how far months lie apart at most. */
const turns: Int32Array = new Int32Array(mostKinds * (monthsInYear + 1));
const distances: Float64Array = new Float64Array(mostKinds * (monthsInYear + 1));
let differences: Float64Array = new Float64Array(0);

/** Their mean, where it is: nearly always. */
function apartAtMost(all: Measures, kind: number, lag: Lag): number {
	const place = kind * (monthsInYear + 1) + lag;
	if (turns[place] === all.turn) return distances[place] as number;
	turns[place] = all.turn;
	const count = differ(all, kind, lag);
	let sum = 0;
	for (let at = 0; at < count; at += 1) sum += differences[at] as number;
	const mean = sum / (count - 1);
	let below = 0;
	for (let at = 0; at < count; at += 1) below += Number((differences[at] as number) <= mean);
	// The echo's own is below as well.
	distances[place] = below - 1 > (count - 1) >> 1 ? mean : apartInMiddle(all, kind, lag);
	return distances[place] as number;
}

function apartInMiddle(all: Measures, kind: number, lag: Lag): number {
	const count = differ(all, kind, lag);
	return nth(differences, count, ((count - 1) >> 1) + 1);
}

/** How far each month is from the one so many before, and how many are. */
function differ({ months, amounts }: Measures, kind: number, lag: Lag): number {
	if (differences.length < months) differences = new Float64Array(months);
	const begin = kind * months;
	const count = months - lag;
	for (let at = begin; at < begin + count; at += 1)
		differences[at - begin] = Math.abs((amounts[at + lag] as number) - (amounts[at] as number));
	return count;
}

/** The turn in which a kind's last places were found, and the middle one of them. */
const placeTurns: Int32Array = new Int32Array(mostKinds);
const middlePlaces: Int8Array = new Int8Array(mostKinds);
/** How many months have their last digit at a place, the lowest first. */
const atPlace: Uint16Array = new Uint16Array(64);
const lowestPlace = -32;

/** One in the last place that the amount is written to, or most others are; zero where the unit is no power of ten. */
function lastStep(plain: PlainCase, { months, turn }: Measures, kind: number, at: number): number {
	const power = shapeFactsOf(plain).power[kind] as number;
	if (Number.isNaN(power)) return 0;
	if (placeTurns[kind] !== turn) {
		placeTurns[kind] = turn;
		middlePlaces[kind] = middlePlace(plain, kind * months, months);
	}
	return 10 ** (Math.min(middlePlaces[kind] as number, lastPlaceOf(plain, kind * months + at)) + power);
}

function middlePlace(plain: PlainCase, begin: number, months: number): number {
	atPlace.fill(0);
	for (let at = begin; at < begin + months; at += 1) {
		const place = lastPlaceOf(plain, at) - lowestPlace;
		atPlace[place] = (atPlace[place] as number) + 1;
	}
	let place = 0;
	for (let below = atPlace[0] as number; below <= months >> 1; below += atPlace[place] as number) place += 1;
	return place + lowestPlace;
}

/** The power of ten of the last digit that is not 0, as the number is written. */
function lastPlaceOf({ numbers: { digits, places } }: PlainCase, at: number): number {
	let place = -(places[at] as number);
	for (let tenth = (digits[at] as number) / 10; tenth === Math.floor(tenth); tenth /= 10) place += 1;
	return place;
}

let factors: Float64Array = new Float64Array(0);

/** Whether certainly more than this share of months is as far from what moves with them and is not the same. */
function isAsOftenOdd(plain: PlainCase, all: Measures, at: number, among: number, share: number): boolean {
	const kind = same[0] as number;
	const asked = guidesBeside(plain, kind, among);
	// Where floats leave open which guides are asked, nothing is known.
	if (asked === undefined) return false;
	if (areFarther(all, kind, at, asked, share)) return true;
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

/** Months that are looked at one by one; where more are asked for it is cheaper to look at all at once. */
const mostSingly = 20;

/** Whether of some months enough are certainly farther; false where that is not found so soon. */
function areFarther(all: Measures, kind: number, at: number, asked: readonly number[], share: number): boolean {
	const wanted = Math.floor(share * (all.months - 1)) + 1;
	// Such guides speak of all months, by twelve others each.
	if (wanted > mostSingly || asked.length === 0 || (asked[0] as number) >= mostKinds || all.years < 2) return false;
	const own = distanceAt(all, kind, asked, at) * (1 + slack);
	const { months, count } = farMonths(all, kind);
	let farther = 0;
	for (let tried = 0; tried < count && farther + count >= wanted + tried; tried += 1) {
		if (months[tried] !== at && farDistance(all, asked, tried) >= own) farther += 1;
		if (farther === wanted) return true;
	}
	return false;
}

const far = {
	...{ turn: -1, kind: -1, count: 0, months: new Uint16Array(mostSingly) },
	/** How many of their distances are known, from which others. */
	...{ known: 0, from: [] as readonly number[], distances: new Float64Array(mostSingly) },
};

/** How far one of these months is from what others say that it would be. */
function farDistance(all: Measures, asked: readonly number[], tried: number): number {
	if (far.from !== asked) [far.from, far.known] = [asked, 0];
	for (; far.known <= tried; far.known += 1)
		far.distances[far.known] = distanceAt(all, far.kind, asked, far.months[far.known] as number);
	return far.distances[tried] as number;
}

/** The months of a kind that are most likely far from what moves with it: of each year the largest and the least, the farthest of them first. */
function farMonths({ turn, years, months, amounts, inverseSums, lows, highs }: Measures, kind: number): typeof far {
	if (far.turn === turn && far.kind === kind) return far;
	[far.turn, far.kind, far.count, far.known] = [turn, kind, 0, 0];
	let most = 0;
	for (let year = 0; year < years && far.count < mostSingly - 1; year += 1) {
		const [begin, place] = [kind * months + year * monthsInYear, kind * years + year];
		const [low, high] = [lows[place] as number, highs[place] as number];
		for (const size of low < high ? [high, low] : [high]) {
			let month = 0;
			while (amounts[begin + month] !== size) month += 1;
			far.months[far.count] = year * monthsInYear + month;
			const away = Math.abs(size * (inverseSums[place] as number) * monthsInYear - 1);
			if (away > most) {
				most = away;
				far.months[far.count] = far.months[0] as number;
				far.months[0] = year * monthsInYear + month;
			}
			far.count += 1;
		}
	}
	return far;
}

const ownGuides: readonly number[] = Object.values(itself);

/** The guides that are not the same in the month and are worth asking; undefined where floats leave open which these are. */
function guidesBeside(plain: PlainCase, kind: number, among: number): readonly number[] | undefined {
	const companions = companionsOf(plain, kind);
	const beside = goodOf(plain, kind, among === 1 ? companions : companions.filter((by) => !isSame(by, among)));
	return beside === undefined || beside.length > 0 ? beside : among > 1 ? beside : goodOf(plain, kind, ownGuides);
}

/** Nearly always all of them, and certainly: then no list is made. */
function goodOf(plain: PlainCase, kind: number, some: readonly number[]): readonly number[] | undefined {
	let found: number[] | undefined;
	for (let place = 0; place < some.length; place += 1) {
		const by = some[place] as number;
		const good = (by < mostKinds && keepsNear(plain, kind, by)) || isGood(plain, guideOf(plain, kind, by));
		if (good === undefined) return undefined;
		if (!good) found ??= some.slice(0, place);
		else found?.push(by);
	}
	return found ?? some;
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
