/** Middles of numbers in typed memory, without an object for each: as `screening/around.ts` and sorting give them. */

const width = 13;
const sorted: Float64Array = new Float64Array(width);

/** For each place the middle one of the twelve nearest others, of an even number the upper; of numbers above zero, two at least. */
export function middlesIn(numbers: Float64Array, begin: number, end: number, middles: Float64Array): void {
	const most = Math.min(width, end - begin);
	for (let place = 0; place < most; place += 1) insert(numbers[begin + place] as number, place);
	const middle = (most - 1) >> 1;
	let first = begin;
	for (let place = begin; place < end; place += 1) {
		// As many on either side, at the ends as many as there are.
		if (first < place - (width >> 1) && first + most < end) {
			exchange(numbers[first] as number, numbers[first + most] as number, most);
			first += 1;
		}
		const own = numbers[place] as number;
		// Without the month itself.
		middles[place] = sorted[own <= (sorted[middle] as number) ? middle + 1 : middle] as number;
	}
}

/** Puts a number among the first so many. */
function insert(number: number, count: number): void {
	let place = count;
	for (; place > 0 && (sorted[place - 1] as number) > number; place -= 1) sorted[place] = sorted[place - 1] as number;
	sorted[place] = number;
}

/** Puts a number in its place and takes another out. */
function exchange(out: number, put: number, count: number): void {
	let place = 0;
	while (sorted[place] !== out) place += 1;
	for (; place > 0 && (sorted[place - 1] as number) > put; place -= 1) sorted[place] = sorted[place - 1] as number;
	for (; place + 1 < count && (sorted[place + 1] as number) < put; place += 1) sorted[place] = sorted[place + 1] as number;
	sorted[place] = put;
}

/** The middle one of the first so many, of an even number the upper; they are left in another order. */
export function middleOf(numbers: Float64Array, count: number): number {
	return nth(numbers, count, count >> 1);
}

/**
 * The upper middle one of twelve: the one that seven are not above. Which are is counted without branches, since nobody can foresee them; only
 * where equal ones skip the seventh are they parted.
 */
export function middleOfTwelve(numbers: Float64Array): number {
	for (let place = 0; place < 12; place += 1) {
		const own = numbers[place] as number;
		let count = 0;
		for (let other = 0; other < 12; other += 6)
			count +=
				Number((numbers[other] as number) <= own) +
				Number((numbers[other + 1] as number) <= own) +
				Number((numbers[other + 2] as number) <= own) +
				Number((numbers[other + 3] as number) <= own) +
				Number((numbers[other + 4] as number) <= own) +
				Number((numbers[other + 5] as number) <= own);
		if (count === 7) return own;
	}
	return middleOf(numbers, 12);
}

/** The one that would stand at a place if the first so many were sorted; by parting them around one of them, again and again. */
export function nth(numbers: Float64Array, count: number, wanted: number): number {
	let low = 0;
	let high = count - 1;
	while (low < high) {
		const pivot = numbers[(low + high) >> 1] as number;
		let left = low;
		let right = high;
		while (left <= right) {
			while ((numbers[left] as number) < pivot) left += 1;
			while ((numbers[right] as number) > pivot) right -= 1;
			if (left > right) break;
			const one = numbers[left] as number;
			numbers[left] = numbers[right] as number;
			numbers[right] = one;
			left += 1;
			right -= 1;
		}
		if (wanted <= right) high = right;
		else if (wanted >= left) low = left;
		else break;
	}
	return numbers[wanted] as number;
}
