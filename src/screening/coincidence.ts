/**
 * How often amounts that have nothing to do with each other agree to their last digit: by how far months usually lie apart, counted in
 * steps of the last digit that is written. Floats, by products and divisions alone: the same on every machine.
 */
import { lastPlace } from "../exact/exact.ts";
import { middleOf } from "./clear/middles.ts";
import type { Guide, Track } from "./guides.ts";

/** A month of a track that equals the one so many months before, by its place and that one's. */
export interface Echo {
	readonly track: Track;
	readonly index: number;
	readonly back: number;
}

/**
 * The share of honest months that would be such an echo. Half of the differences lie within the middle one on either side, and the
 * smallest are twice as dense as these; `beside` is another echo of the same months: then what follows from it is no chance besides.
 */
export function chanceOf(echo: Echo, fewest: number, beside?: Echo): number {
	const own = middleDifference(echo, fewest);
	const along = beside === undefined ? own : middleDifference(echo, fewest, beside.track);
	const apart = Math.min(own, along);
	return apart > 0 ? Math.min(1, lastStep(echo) / (2 * apart)) : 1;
}

/** Numbers whose middle one is looked for. */
let room: Float64Array = new Float64Array(128);

/**
 * How far the middle one of all months is from the one as far before; beside another track, from what it would be if it had moved with
 * that. Zero where too few months tell.
 */
function middleDifference({ track: { at, sizes }, index, back }: Echo, fewest: number, beside?: Track): number {
	const lag = (at[index] as number) - (at[back] as number);
	if (room.length < at.length) room = new Float64Array(at.length);
	let count = 0;
	let [then, now, before] = [0, 0, 0];
	for (let place = 0; place < at.length; place += 1) {
		const month = at[place] as number;
		while ((at[then] as number) < month - lag) then += 1;
		const [size, last] = [sizes[place] as number, sizes[then] as number];
		if (place === index || at[then] !== month - lag || !(size > 0) || !(last > 0)) continue;
		let moved = 1;
		if (beside !== undefined) {
			while ((beside.at[now] as number) < month) now += 1;
			while ((beside.at[before] as number) < month - lag) before += 1;
			if (beside.at[now] !== month || beside.at[before] !== month - lag) continue;
			moved = (beside.sizes[now] as number) / (beside.sizes[before] as number);
			if (!(moved > 0 && Number.isFinite(moved))) continue;
		}
		room[count] = Math.abs(size - last * moved);
		count += 1;
	}
	return count < fewest ? 0 : count === 0 ? Number.NaN : middleOf(room, count);
}

/** One in the last place that the amount is written to, or most others are: 480.10 among hundredths has two decimals, too. */
function lastStep({ track, index }: Echo): number {
	const months = track.sizes.length;
	if (room.length < months) room = new Float64Array(months);
	for (let month = 0; month < months; month += 1) room[month] = lastPlace(track.amount(month));
	return power(Math.min(middleOf(room, months), lastPlace(track.amount(index))));
}

/** In how many ways so many of some things can be taken. */
export function choices(of: number, taken: number): number {
	let ways = 1;
	for (let each = 0; each < taken; each += 1) ways = (ways * (of - each)) / (each + 1);
	return ways;
}

/**
 * How many times what its guides say each month is, or the other way round: in the middle of all guides, since each scatters by itself.
 * NaN where none says anything.
 */
export function deviations(track: Track, guides: readonly Guide[]): number[] {
	const factors: number[] = [];
	for (let index = 0; index < track.sizes.length; index += 1) {
		let [all, count] = [0, 0];
		for (const guide of guides) {
			const times = timesUsual(guide, index, track.sizes[index] as number);
			if (Number.isNaN(times)) continue;
			all += times;
			count += 1;
		}
		const times = all / count;
		factors.push(times < 1 ? 1 / times : times);
	}
	return factors;
}

/** How many times what a guide says a month is; NaN where it says nothing. */
function timesUsual({ middles, places, quotients, sizes }: Guide, index: number, size: number): number {
	if (middles !== undefined) return (quotients[index] as number) / (middles[index] as number);
	const place = places?.[index] ?? -1;
	return place < 0 ? Number.NaN : size / ((quotients[place] as number) * (sizes[index] as number));
}

/**
 * The share of months that lie as far from what is usual: of the others by count, or, where none does, a third for each further
 * middle deviation: more than amounts that scatter evenly or by many small causes have there.
 */
export function shareAsOdd(factors: readonly number[], index: number): number {
	const factor = factors[index] as number;
	if (room.length < factors.length) room = new Float64Array(factors.length);
	let [others, asFar] = [0, 0];
	for (let place = 0; place < factors.length; place += 1) {
		const other = factors[place] as number;
		if (place === index || !(other >= 1)) continue;
		room[others] = other;
		others += 1;
		if (other >= factor) asFar += 1;
	}
	const scatter = others === 0 ? 1 : middleOf(room, others);
	// Of what does not scatter at all nobody knows how seldom it does.
	if (scatter === 1 || !(factor > scatter)) return 1;
	let [share, far] = [1 / 2, scatter * scatter];
	// From a millionth on nothing is rarer.
	while (share > 1e-6 && far <= factor) [share, far] = [share / 3, far * scatter];
	return Math.max(share, asFar / others);
}

/** By divisions and products: powers differ between machines in their last digit. */
function power(of: number): number {
	let value = 1;
	for (let left = Math.abs(of); left > 0; left -= 1) value *= 10;
	return of < 0 ? 1 / value : value;
}
