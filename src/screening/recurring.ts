/**
 * Which of a great many hashes come more than once. Three bits in one word of a table note each; one whose bits are all there may have come
 * before, a few in a thousand that did not among them. Who looks at short hashes of all of them once more finds where the others of those
 * stand. A hash is only a hint: who finds one twice compares the numbers.
 */

/** Bits of the table for each hash that is expected: with twelve to twenty-four of them few are told for nothing. */
const bitsEach = 12;

/** A table for about so many hashes; of more than that, more are told for nothing. `isShared`: several threads note in it at once. */
export function bitsFor(expected: number, isShared: boolean): Int32Array {
	const size = 2 ** Math.min(26, Math.max(10, Math.ceil(Math.log2(Math.max(1, (expected * bitsEach) / 32)))));
	return isShared ? new Int32Array(new SharedArrayBuffer(size * 4)) : new Int32Array(size);
}

export class Recurring {
	private readonly words: Int32Array;
	private readonly shift: number;
	private readonly isShared: boolean;
	/** Of the hashes that were noted last those that may have come before, by their places. */
	again: Int32Array = new Int32Array(128);
	/** Of no use but that what was asked for is needed. */
	protected touched = 0;

	constructor(bits: Int32Array) {
		this.words = bits;
		this.shift = Math.clz32(bits.length) + 1;
		this.isShared = bits.buffer instanceof SharedArrayBuffer;
	}

	/**
	 * Notes so many hashes, each in two halves of 32 bits, and gives how many of them may have come before, in this thread or in another. Of two
	 * that are one hash it is the later, whichever thread has it.
	 */
	add(highs: Int32Array, lows: Int32Array, count: number): number {
		const [words, shift, isShared] = [this.words, this.shift, this.isShared];
		if (this.again.length < count) this.again = new Int32Array(count * 2);
		const again = this.again;
		// The table lies far apart in memory: all of it that is wanted is asked for before any is waited for.
		let touched = 0;
		for (let at = 0; at < count; at += 1) touched |= words[(highs[at] as number) >>> shift] as number;
		this.touched |= touched;
		let found = 0;
		for (let at = 0; at < count; at += 1) {
			const low = lows[at] as number;
			const word = (highs[at] as number) >>> shift;
			const bits = (1 << (low & 31)) | (1 << ((low >>> 5) & 31)) | (1 << ((low >>> 10) & 31));
			let there = words[word] as number;
			if ((there & bits) !== bits) {
				// What another thread notes in between is not lost, and the later of two sees the other's.
				if (isShared) there = Atomics.or(words, word, bits);
				else words[word] = there | bits;
				if ((there & bits) !== bits) continue;
			}
			again[found] = at;
			found += 1;
		}
		return found;
	}
}

/** Both halves of a hash as a whole number below 2^52. */
export function whole(high: number, low: number): number {
	return (high >>> 0) * 0x100000 + (low >>> 12);
}

function firstHalf(hash: number): number {
	return Math.floor(hash / 0x100000) | 0;
}

/** Hashes in short: the first half of each, one after another, in memory that threads share. */
export class ShortHashes {
	readonly chunks: Int32Array[] = [];
	size = 0;

	add(highs: Int32Array, count: number): void {
		let from = 0;
		while (from < count) {
			const at = this.size % perChunk;
			if (at === 0) this.chunks.push(new Int32Array(new SharedArrayBuffer(perChunk * 4)));
			const to = Math.min(count, from + perChunk - at);
			this.chunks[this.chunks.length - 1]?.set(highs.subarray(from, to), at);
			this.size += to - from;
			from = to;
		}
	}
}

const perChunk = 1 << 16;

/** Two bits of a word, so that of what is not looked for one in a hundred is not told by them. */
function bitsOf(high: number): number {
	return (1 << (high & 31)) | (1 << ((high >>> 5) & 31));
}

const only = new Int32Array(1);

/** Hashes that are looked for, by their first halves. */
export class Sought {
	readonly size: number;
	private readonly sorted: Int32Array;
	private readonly filter: Int32Array;
	private readonly shift: number;

	constructor(all: readonly Float64Array[]) {
		this.size = all.reduce((sum, hashes) => sum + hashes.length, 0);
		this.sorted = new Int32Array(this.size);
		let filled = 0;
		for (const hashes of all)
			for (const hash of hashes) {
				this.sorted[filled] = firstHalf(hash);
				filled += 1;
			}
		this.sorted.sort();
		const size = Math.min(25, Math.max(1, Math.ceil(Math.log2(this.size + 1))));
		this.filter = new Int32Array(2 ** size);
		this.shift = 32 - size;
		for (const high of this.sorted)
			this.filter[high >>> this.shift] = (this.filter[high >>> this.shift] as number) | bitsOf(high);
	}

	/** Of short hashes the next that is looked for, from one place on; `to` where there is none before it. */
	next(highs: Int32Array, from: number, to: number): number {
		const { filter, shift } = this;
		for (let at = from; at < to; at += 1) {
			const high = highs[at] as number;
			const bits = bitsOf(high);
			if (((filter[high >>> shift] as number) & bits) === bits && this.isThere(high)) return at;
		}
		return to;
	}

	/** Whether a hash may be one of them. */
	has(hash: number): boolean {
		only[0] = firstHalf(hash);
		return this.next(only, 0, 1) === 0;
	}

	private isThere(high: number): boolean {
		const sorted = this.sorted;
		let [least, most] = [0, sorted.length];
		while (least < most) {
			const middle = (least + most) >> 1;
			if ((sorted[middle] as number) < high) least = middle + 1;
			else most = middle;
		}
		return sorted[least] === high;
	}
}
