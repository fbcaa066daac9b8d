/**
 * Hashes of stretches of numbers, one after another in a flat array: eight bytes each, so that a hundred million are less than
 * what their rows take. Which of them occur twice is told by bits, and the few that bits do not tell apart are sorted. A hash is only
 * a hint: who finds one twice compares the numbers.
 */
export interface Fingerprints {
	/** Notes the hash of the next place, in two halves of 32 bits. */
	readonly add: (high: number, low: number) => void;
	/** Notes that no stretch begins at the next place. */
	readonly addNone: () => void;
	/** How many places were noted. */
	readonly size: () => number;
	/** The hash of a place. */
	readonly at: (place: number) => number;
	/** The places whose hash was noted more than once; undefined where there is none. */
	readonly repeated: () => ((place: number) => boolean) | undefined;
}

/** Where no stretch begins. */
const none = -1;

export function fingerprints(): Fingerprints {
	let hashes = new Float64Array(1 << 14);
	let used = 0;
	const next = (): number => {
		if (used === hashes.length) {
			const more = new Float64Array(hashes.length * 2);
			more.set(hashes);
			hashes = more;
		}
		used += 1;
		return used - 1;
	};
	return {
		add: (high, low) => {
			// Whole numbers below 2^52.
			hashes[next()] = (high & 0x3ffffff) * 0x4000000 + (low & 0x3ffffff);
		},
		addNone: () => {
			hashes[next()] = none;
		},
		size: () => used,
		at: (place) => hashes[place] as number,
		repeated: () => {
			const all = hashes.subarray(0, used);
			const isDoubtful = doubtful(all);
			const sorted = all.filter(isDoubtful).sort();
			const found = new Set<number>();
			for (let place = 1; place < sorted.length; place += 1)
				if (sorted[place] === sorted[place - 1]) found.add(sorted[place] as number);
			return found.size === 0 ? undefined : (place) => isDoubtful(all[place] as number) && found.has(all[place] as number);
		},
	};
}

/**
 * Whether another hash has the last bits of a hash, too: all that occur twice, and an eighth of the others. One bit for each of eight
 * times as many ends as there are hashes.
 */
function doubtful(hashes: Float64Array): (hash: number) => boolean {
	const bits = Math.min(31, 35 - Math.clz32(hashes.length));
	const mask = 2 ** bits - 1;
	const [once, twice] = [new Uint32Array(2 ** Math.max(0, bits - 5)), new Uint32Array(2 ** Math.max(0, bits - 5))];
	for (let place = 0; place < hashes.length; place += 1) {
		const hash = hashes[place] as number;
		if (hash === none) continue;
		const word = (hash & mask) >>> 5;
		const bit = 1 << (hash & 31);
		if (((once[word] as number) & bit) === 0) once[word] = (once[word] as number) | bit;
		else twice[word] = (twice[word] as number) | bit;
	}
	return (hash) => hash !== none && ((twice[(hash & mask) >>> 5] as number) & (1 << (hash & 31))) !== 0;
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
