/**
 * How often amounts that have nothing to do with each other agree to their last digit: by how far months usually lie apart, counted in
 * steps of the last digit that is written. Floats, by products and divisions alone: the same on every machine.
 */
import { lastPlace } from "../exact/exact.ts";
import { type Guide, type Track, usualBy } from "./guides.ts";

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

/**
 * How far the middle one of all months is from the one as far before; beside another track, from what it would be if it had moved with
 * that. Zero where too few months tell.
 */
function middleDifference({ track: { at, sizes }, index, back }: Echo, fewest: number, beside?: Track): number {
	const lag = (at[index] as number) - (at[back] as number);
	const differences: number[] = [];
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
		differences.push(Math.abs(size - last * moved));
	}
	if (differences.length < fewest) return 0;
	return Float64Array.from(differences).sort()[differences.length >> 1] as number;
}

/** One in the last place that the amount is written to, or most others are: 480.10 among hundredths has two decimals, too. */
function lastStep({ track, index }: Echo): number {
	const places = track.sizes.map((_, month) => lastPlace(track.amount(month))).sort((a, b) => a - b);
	return power(Math.min(places[places.length >> 1] as number, lastPlace(track.amount(index))));
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
	return track.sizes.map((size, index) => {
		let [all, count] = [0, 0];
		for (const guide of guides) {
			const times = timesUsual(track, guide, index, size);
			if (times === undefined) continue;
			all += times;
			count += 1;
		}
		const times = all / count;
		return times < 1 ? 1 / times : times;
	});
}

/** How many times what a guide says a month is; undefined where it says nothing. */
function timesUsual(track: Track, guide: Guide, index: number, size: number): number | undefined {
	const middle = guide.middles?.[index] ?? Number.NaN;
	if (middle > 0) return (guide.quotients[index] as number) / middle;
	const usual = size > 0 ? usualBy(track, guide, index, () => false) : undefined;
	return usual === undefined ? undefined : size / usual.near;
}

/**
 * The share of months that lie as far from what is usual: of the others by count, or, where none does, a third for each further
 * middle deviation: more than amounts that scatter evenly or by many small causes have there.
 */
export function shareAsOdd(factors: readonly number[], index: number): number {
	const factor = factors[index] as number;
	const others = factors.filter((one, place) => place !== index && one >= 1).sort((a, b) => a - b);
	const scatter = others[others.length >> 1];
	// Of what does not scatter at all nobody knows how seldom it does.
	if (scatter === undefined || scatter === 1 || !(factor > scatter)) return 1;
	let [share, far] = [1 / 2, scatter * scatter];
	// From a millionth on nothing is rarer.
	while (share > 1e-6 && far <= factor) [share, far] = [share / 3, far * scatter];
	return Math.max(share, others.filter((one) => one >= factor).length / others.length);
}

/** By divisions and products: powers differ between machines in their last digit. */
function power(of: number): number {
	let value = 1;
	for (let left = Math.abs(of); left > 0; left -= 1) value *= 10;
	return of < 0 ? 1 / value : value;
}
