/**
 * How much what one history uses for one of another scatters from month to month, in its own rows and moved by a month, year by year: sums
 * over all months at once. They only clear years of which no other history could say that their rows are shifted.
 */

/** Months since the year 0, rising, and what each has. */
interface Months {
	readonly at: readonly number[];
	readonly sizes: readonly number[];
}

/** From and up to how many times one scatter is another where a year is shifted, and how many months it must have. */
export interface ShiftBounds {
	readonly apart: number;
	readonly usuallyApart: number;
	readonly likeOthers: number;
	readonly fewest: number;
}

/** What sums of as many numbers lose of a scatter, and of one more. */
const lost = 1e-11;

/** Lags by which months are moved: those of the month before, its own, of the month after. */
const lags = 3;
/** How many, their sum, the sum of their squares. */
const sums = 3;

/** By the place of the year among `years` and by 1 or -1, whether any of the others may say that the year stands so many rows off. */
export function roughShifts(
	line: Months,
	others: readonly Months[],
	years: readonly number[],
	bounds: ShiftBounds,
): (year: number, by: 1 | -1) => boolean {
	const open = new Uint8Array(years.length * 2);
	const found = new Float64Array(years.length * lags * sums);
	for (const other of others) {
		found.fill(0);
		gather(line, other, years, found);
		for (let year = 0; year < years.length; year += 1)
			for (let side = 0; side < 2; side += 1)
				if (open[year * 2 + side] === 0 && maySay(found, year, years.length, side * 2, bounds)) open[year * 2 + side] = 1;
	}
	return (year, by) => open[year * 2 + (by === 1 ? 1 : 0)] === 1;
}

function gather(line: Months, other: Months, years: readonly number[], found: Float64Array): void {
	let place = 0;
	let year = 0;
	for (let index = 0; index < line.at.length; index += 1) {
		const now = line.at[index] as number;
		const size = line.sizes[index] as number;
		const own = Math.floor(now / 12);
		while ((years[year] as number) < own) year += 1;
		while ((other.at[place] as number) < now - 1) place += 1;
		if (!(size > 0)) continue;
		for (let there = place; (other.at[there] as number) <= now + 1; there += 1) {
			const then = other.at[there] as number;
			const beside = other.sizes[there] as number;
			if (!(beside > 0) || Math.floor(then / 12) !== own) continue;
			const quotient = size / beside;
			const at = (year * lags + then - now + 1) * sums;
			found[at] = (found[at] as number) + 1;
			found[at + 1] = (found[at + 1] as number) + quotient;
			found[at + 2] = (found[at + 2] as number) + quotient * quotient;
		}
	}
}

/** `moved`: the lag that the rows are moved by. */
function maySay(
	found: Float64Array,
	year: number,
	years: number,
	moved: number,
	{ apart, usuallyApart, likeOthers, fewest }: ShiftBounds,
): boolean {
	const scatter = (lag: number, elsewhere: boolean): number => {
		let [count, all, squares] = [0, 0, 0];
		for (let each = elsewhere ? 0 : year; each < (elsewhere ? years : year + 1); each += 1) {
			if (elsewhere && each === year) continue;
			const at = (each * lags + lag) * sums;
			count += found[at] as number;
			all += found[at + 1] as number;
			squares += found[at + 2] as number;
		}
		return count < fewest ? Number.NaN : (squares * count) / (all * all) - 1;
	};
	const most = (value: number): number => value + (Math.abs(value) + 1) * lost;
	const least = (value: number): number => value - (Math.abs(value) + 1) * lost;
	const own = most(scatter(1, false));
	const then = least(scatter(moved, false));
	if (!(own >= then * apart)) return false;
	const elsewhere = scatter(1, true);
	return then <= most(elsewhere) * likeOthers && most(scatter(moved, true)) >= least(elsewhere) * usuallyApart;
}
