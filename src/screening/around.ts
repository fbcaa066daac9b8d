/** The middle of the months around each month of a history without gaps, all at once: a window of sorted numbers that moves on. */

/** The numbers around a place, in order of size. */
let sorted: Float64Array = new Float64Array(13);

/**
 * For each place the middle one of the `most` nearest others (an even number), of as many before as behind the upper; NaN where there is no other. Undefined where a
 * month is missing or a number is not above zero: then the nearest are not simply those beside it.
 */
export function middlesAround(at: readonly number[], numbers: readonly number[], most: number): Float64Array | undefined {
	const count = numbers.length;
	for (let place = 0; place < count; place += 1)
		if (!((numbers[place] as number) > 0) || at[place] !== (at[0] as number) + place) return undefined;
	const middles = new Float64Array(count).fill(Number.NaN);
	const width = Math.min(most + 1, count);
	if (width < 2) return middles;
	if (sorted.length < width) sorted = new Float64Array(width);
	for (let place = 0; place < width; place += 1) insert(numbers[place] as number, place);
	const middle = (width - 1) >> 1;
	let begin = 0;
	for (let place = 0; place < count; place += 1) {
		// As many on either side, at the ends as many as there are.
		if (begin < place - (most >> 1) && begin + width < count) {
			exchange(numbers[begin] as number, numbers[begin + width] as number, width);
			begin += 1;
		}
		const own = numbers[place] as number;
		// Without the month itself.
		middles[place] = sorted[own <= (sorted[middle] as number) ? middle + 1 : middle] as number;
	}
	return middles;
}

/** Puts a number among the first so many. */
function insert(number: number, count: number): void {
	let place = count;
	for (; place > 0 && (sorted[place - 1] as number) > number; place -= 1) sorted[place] = sorted[place - 1] as number;
	sorted[place] = number;
}

/** Puts a number in its place and takes another out. */
function exchange(out: number, put: number, width: number): void {
	let place = 0;
	while (sorted[place] !== out) place += 1;
	while (place > 0 && (sorted[place - 1] as number) > put) {
		sorted[place] = sorted[place - 1] as number;
		place -= 1;
	}
	while (place + 1 < width && (sorted[place + 1] as number) < put) {
		sorted[place] = sorted[place + 1] as number;
		place += 1;
	}
	sorted[place] = put;
}
