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

/** A history made ready to be held against others. */
export interface Rows extends Months {
	/** One over each number, where no month is missing and none is zero; then months of two such are side by side. */
	readonly inverses: Float64Array | undefined;
	/** The years it has months of, and where each begins and the last ends. */
	readonly years: readonly number[];
	readonly begins: readonly number[];
}

export function rowsOf({ at, sizes }: Months): Rows {
	const years: number[] = [];
	const begins: number[] = [];
	const inverses = new Float64Array(at.length);
	let isWhole = true;
	for (let index = 0; index < at.length; index += 1) {
		const year = Math.floor((at[index] as number) / 12);
		if (year !== years[years.length - 1]) {
			years.push(year);
			begins.push(index);
		}
		inverses[index] = 1 / (sizes[index] as number);
		if (!((sizes[index] as number) > 0) || at[index] !== (at[0] as number) + index) isWhole = false;
	}
	begins.push(at.length);
	return { at, sizes, years, begins, inverses: isWhole ? inverses : undefined };
}

/** By the place of the year and by 1 or -1, whether any of the others may say that the year stands so many rows off. */
export function roughShifts(line: Rows, others: readonly Rows[], bounds: ShiftBounds): (year: number, by: 1 | -1) => boolean {
	const years = line.years.length;
	const open = new Uint8Array(years * 2);
	const found = new Float64Array(years * lags * sums);
	for (const other of others) {
		if (line.inverses !== undefined && isBeside(line, other)) gatherWhole(line, other.inverses as Float64Array, found);
		else gather(line, other, found);
		for (let year = 0; year < years; year += 1) {
			const own = most(scatterAt(found, year, 1));
			for (let side = 0; side < 2; side += 1) {
				if (!(own >= least(scatterAt(found, year, side * 2)) * bounds.apart)) continue;
				if (maySay(found, year, years, side * 2, bounds)) open[year * 2 + side] = 1;
			}
		}
	}
	return (year, by) => open[year * 2 + (by === 1 ? 1 : 0)] === 1;
}

function isBeside({ at }: Rows, other: Rows): boolean {
	return other.inverses !== undefined && other.at.length === at.length && other.at[0] === at[0];
}

/** What sums over the months of a year come to, of those that both have. */
function gatherWhole({ sizes, begins }: Rows, inverses: Float64Array, found: Float64Array): void {
	for (let year = 0; year + 1 < begins.length; year += 1) {
		const begin = begins[year] as number;
		const last = (begins[year + 1] as number) - 1;
		let before = 0;
		let beforeSquares = 0;
		let here = 0;
		let hereSquares = 0;
		let after = 0;
		let afterSquares = 0;
		for (let index = begin; index <= last; index += 1) {
			const size = sizes[index] as number;
			const own = size * (inverses[index] as number);
			here += own;
			hereSquares += own * own;
			if (index > begin) {
				const then = size * (inverses[index - 1] as number);
				before += then;
				beforeSquares += then * then;
			}
			if (index < last) {
				const then = size * (inverses[index + 1] as number);
				after += then;
				afterSquares += then * then;
			}
		}
		const at = year * lags * sums;
		const months = last - begin + 1;
		// Written out: a number that is handed to a function may become an object, one for each.
		found[at] = months - 1;
		found[at + 1] = before;
		found[at + 2] = beforeSquares;
		found[at + 3] = months;
		found[at + 4] = here;
		found[at + 5] = hereSquares;
		found[at + 6] = months - 1;
		found[at + 7] = after;
		found[at + 8] = afterSquares;
	}
}

function gather(line: Rows, other: Rows, found: Float64Array): void {
	found.fill(0);
	let place = 0;
	let year = 0;
	for (let index = 0; index < line.at.length; index += 1) {
		const now = line.at[index] as number;
		const size = line.sizes[index] as number;
		const own = Math.floor(now / 12);
		while ((line.years[year] as number) < own) year += 1;
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

/** NaN where there is none. */
function scatterOf(count: number, all: number, squares: number): number {
	return (squares * count) / (all * all) - 1;
}

function scatterAt(found: Float64Array, year: number, lag: number): number {
	const at = (year * lags + lag) * sums;
	return scatterOf(found[at] as number, found[at + 1] as number, found[at + 2] as number);
}

const most = (value: number): number => value + (Math.abs(value) + 1) * lost;
const least = (value: number): number => value - (Math.abs(value) + 1) * lost;

/** `moved`: the lag that the rows are moved by. The year scatters so much less in its place, by itself. */
function maySay(
	found: Float64Array,
	year: number,
	years: number,
	moved: number,
	{ usuallyApart, likeOthers, fewest }: ShiftBounds,
): boolean {
	const countOf = (lag: number): number => found[(year * lags + lag) * sums] as number;
	if (countOf(1) < fewest || countOf(moved) < fewest) return false;
	// Each year by itself: from year to year works get better, and that is no scatter.
	const elsewhere = (lag: number): number => {
		let [count, all] = [0, 0];
		for (let each = 0; each < years; each += 1) {
			const months = found[(each * lags + lag) * sums] as number;
			if (each === year || months === 0) continue;
			count += months;
			all += months * scatterAt(found, each, lag);
		}
		return count < fewest ? Number.NaN : all / count;
	};
	const usual = elsewhere(1);
	return (
		least(scatterAt(found, year, moved)) <= most(usual) * likeOthers && most(elsewhere(moved)) >= least(usual) * usuallyApart
	);
}
