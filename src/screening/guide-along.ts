/** A guide of a history: what its months use for one of another's, or of its own, and the middle one of these around each month. */
import type { Exact } from "../exact/exact.ts";
import { fromExact, oneRatio, type Ratio } from "../exact/ratio.ts";
import { middlesAround } from "./around.ts";
import { middleOf } from "./clear/middles.ts";
import type { Series } from "./series.ts";
import type { Shape } from "./shape.ts";

/** Amounts month by month: a carrier's, or the output's. */
export interface Track {
	/** Months since the year 0, rising. */
	readonly at: readonly number[];
	readonly sizes: readonly number[];
	readonly shape: Shape;
	readonly amount: (index: number) => Exact;
}

export interface Guide {
	readonly by: "output" | "carrier" | "own";
	/** The other carrier; undefined for all else. */
	readonly series: Series | undefined;
	/** For each month of the history what it uses for one of the guide's; NaN where either is not above zero. */
	readonly quotients: readonly number[];
	/** The guide's own size in each month; NaN where it has none. */
	readonly sizes: readonly number[];
	readonly exactly: (index: number) => Ratio;
	/** The middle one of the quotients around each month, where they were looked for all at once: there `usualBy` finds no other. */
	readonly middles: Float64Array | undefined;
	/** Where they were not: for each month the place of the usual one; below zero where there is none. */
	readonly places: readonly number[] | undefined;
	/** How many times each month is what the guide says, or the other way round: one or more; NaN where the guide says nothing. */
	readonly factors: readonly number[];
	/** The same of the middle month. */
	readonly scatter: number;
}

/** So many months say what is usual: half a year on either side. */
export const around = 12;

/** What a guide is by. */
type By = Pick<Guide, "by" | "series">;

/** One month after another beside what the track has so many months before. */
export function guideAlong(own: Track, by: By, track: Track, lag: number, fewest: number): Guide | undefined {
	if (lag === 0 && isBeside(own, track)) return guideOf(own, by, track.sizes, (index) => fromExact(track.amount(index)), fewest);
	const places: number[] = [];
	let place = 0;
	for (const now of own.at) {
		while ((track.at[place] as number) < now - lag) place += 1;
		places.push(track.at[place] === now - lag ? place : -1);
	}
	const sizes = places.map((at) => (at < 0 ? Number.NaN : (track.sizes[at] as number)));
	return guideOf(own, by, sizes, (index) => fromExact(track.amount(places[index] as number)), fewest);
}

/** Whether two tracks have the same months, without a gap. */
function isBeside({ at }: Track, other: Track): boolean {
	const [count, first] = [at.length, at[0] as number];
	const isWhole = (some: readonly number[]): boolean => some.length === count && some[count - 1] === first + count - 1;
	return count > 0 && other.at[0] === first && isWhole(at) && isWhole(other.at);
}

export const byItself: By = { by: "own", series: undefined };

/** Months around as they are. */
export function levelOf(own: Track, fewest: number): Guide | undefined {
	return guideOf(
		own,
		byItself,
		own.at.map(() => 1),
		() => oneRatio,
		fewest,
	);
}

function guideOf(
	{ at, sizes: own }: Track,
	{ by, series }: By,
	sizes: readonly number[],
	exactly: (index: number) => Ratio,
	fewest: number,
): Guide | undefined {
	// A copy is an array of floats from the beginning, and as long as it will be.
	const quotients = own.slice();
	for (let index = 0; index < own.length; index += 1) {
		const size = own[index] as number;
		const beside = sizes[index] as number;
		quotients[index] = size > 0 && beside > 0 ? size / beside : Number.NaN;
	}
	const middles = middlesAround(at, quotients, around);
	const places = middles === undefined ? usualPlaces(at, quotients) : undefined;
	const factors = quotients.slice();
	let known = 0;
	for (let index = 0; index < quotients.length; index += 1) {
		const quotient = quotients[index] as number;
		const place = places === undefined ? index : (places[index] as number);
		const isKnown = quotient > 0 && place >= 0;
		const factor = isKnown ? timesApart(quotient, (middles ?? quotients)[place] as number) : Number.NaN;
		factors[index] = factor;
		if (factor > 0) known += 1;
	}
	// Of a history without gaps all months count.
	if (middles !== undefined && factors.length > 1) known = factors.length;
	if (known < fewest) return undefined;
	return { by, series, quotients, sizes, exactly, middles, places, factors, scatter: middleFactor(factors) };
}

/** How many times one is the other, whichever is larger. */
function timesApart(a: number, b: number): number {
	const quotient = a / b;
	return quotient < 1 ? b / a : quotient;
}

let above: Float64Array = new Float64Array(around);

/** The middle one of the factors that there are. */
function middleFactor(factors: readonly number[]): number {
	if (above.length < factors.length) above = new Float64Array(factors.length);
	let count = 0;
	for (let index = 0; index < factors.length; index += 1) {
		const factor = factors[index] as number;
		if (!(factor > 0)) continue;
		above[count] = factor;
		count += 1;
	}
	return count === 0 ? Number.NaN : middleOf(above, count);
}

/** For each month the place of the usual one beside all others; below zero where it has none, or nothing is known of it. */
function usualPlaces(at: readonly number[], quotients: readonly number[]): number[] {
	const places: number[] = [];
	for (let index = 0; index < quotients.length; index += 1) {
		const isKnown = (quotients[index] as number) > 0;
		places.push((isKnown ? usualPlace(at, quotients, index, undefined, around) : undefined) ?? -1);
	}
	return places;
}

/** The nearest months, in order of their quotients. */
let near: number[] = [];

/** The month whose quotient is the middle one of the nearest that are not aside; of an even number the upper. */
export function usualPlace(
	at: readonly number[],
	quotients: readonly number[],
	index: number,
	isAside: ((index: number) => boolean) | undefined,
	most: number,
): number | undefined {
	const now = at[index] as number;
	// Whoever is asked whether a month is aside may ask the same of another history.
	const own = near;
	near = [];
	let count = 0;
	let back = index - 1;
	let on = index + 1;
	while (count < most && (back >= 0 || on < at.length)) {
		const isBack = on >= at.length || (back >= 0 && now - (at[back] as number) <= (at[on] as number) - now);
		const place = isBack ? back : on;
		if (isBack) back -= 1;
		else on += 1;
		const quotient = quotients[place] as number;
		if (!(quotient > 0) || isAside?.(place) === true) continue;
		let before = count;
		for (; before > 0; before -= 1) {
			const other = own[before - 1] as number;
			const size = quotients[other] as number;
			if (size < quotient || (size === quotient && other < place)) break;
			own[before] = other;
		}
		own[before] = place;
		count += 1;
	}
	near = own;
	return count === 0 ? undefined : own[count >> 1];
}
