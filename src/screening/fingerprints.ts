/**
 * Hashes of stretches of numbers, one after another in a flat array: eight bytes each, so that a hundred million are less than
 * what their rows take. They are sorted to find those that occur twice, which needs no table to jump about in. A hash is only a
 * hint: who finds one twice compares the numbers.
 */
export interface Fingerprints {
	/** Notes the hash of the next place; `none` where no stretch begins there. */
	readonly add: (hash: number) => void;
	/** How many places were noted. */
	readonly size: () => number;
	/** The hash of a place. */
	readonly at: (place: number) => number;
	/** All hashes that were noted more than once. */
	readonly repeated: () => ReadonlySet<number>;
}

/** Where no stretch begins. */
export const none = -1;

export function fingerprints(): Fingerprints {
	let hashes = new Float64Array(1 << 14);
	let used = 0;
	return {
		add: (hash) => {
			if (used === hashes.length) {
				const more = new Float64Array(hashes.length * 2);
				more.set(hashes);
				hashes = more;
			}
			hashes[used] = hash;
			used += 1;
		},
		size: () => used,
		at: (place) => hashes[place] as number,
		repeated: () => {
			const sorted = doubtful(hashes.subarray(0, used)).sort();
			const found = new Set<number>();
			for (let place = 1; place < sorted.length; place += 1) {
				const hash = sorted[place] as number;
				if (hash === sorted[place - 1] && hash !== none) found.add(hash);
			}
			return found;
		},
	};
}

/**
 * The hashes whose last bits another one has, too: all that occur twice, and an eighth of the others. One bit for each of eight times as
 * many ends as there are hashes tells most of them apart, so that few are left to be sorted.
 */
function doubtful(hashes: Float64Array): Float64Array {
	const bits = Math.min(31, 35 - Math.clz32(hashes.length));
	const mask = 2 ** bits - 1;
	const [once, twice] = [new Uint32Array(2 ** Math.max(0, bits - 5)), new Uint32Array(2 ** Math.max(0, bits - 5))];
	let count = 0;
	for (let place = 0; place < hashes.length; place += 1) {
		const hash = hashes[place] as number;
		if (hash === none) continue;
		const word = (hash & mask) >>> 5;
		const bit = 1 << (hash & 31);
		if (((once[word] as number) & bit) === 0) once[word] = (once[word] as number) | bit;
		else twice[word] = (twice[word] as number) | bit;
	}
	const isDoubtful = (hash: number): boolean =>
		hash !== none && ((twice[(hash & mask) >>> 5] as number) & (1 << (hash & 31))) !== 0;
	for (let place = 0; place < hashes.length; place += 1) if (isDoubtful(hashes[place] as number)) count += 1;
	const found = new Float64Array(count);
	for (let place = 0; count > 0; place += 1) {
		const hash = hashes[place] as number;
		if (!isDoubtful(hash)) continue;
		count -= 1;
		found[count] = hash;
	}
	return found;
}

const cell = new Float64Array(1);
const halves = new Uint32Array(cell.buffer);

/** A number to 32 bits that differ wherever its own do. */
export function mixed(value: number): number {
	cell[0] = value;
	return stirred(Math.imul((halves[0] as number) ^ Math.imul(halves[1] as number, 0x85ebca6b), 0xc2b2ae35));
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
export function stirred(value: number): number {
	let bits = value ^ (value >>> 16);
	bits = Math.imul(bits, 0x85ebca6b);
	bits ^= bits >>> 13;
	bits = Math.imul(bits, 0xc2b2ae35);
	return bits ^ (bits >>> 16);
}

/** Two halves of a hash as one whole number below 2^52. */
export function joined(high: number, low: number): number {
	return (high & 0x3ffffff) * 0x4000000 + (low & 0x3ffffff);
}
