/**
 * Which of a great many hashes come more than once. Three bits in one word of a table note each; one whose bits are all there may have come
 * before and is kept, a few in a thousand that did not among them. So a hundred million take a fraction of their own size, and who looks
 * at all of them once more finds where those that are kept stand. A hash is only a hint: who finds one twice compares the numbers.
 */
import { FlatNumbers } from "./flat-numbers.ts";

/** Bits of the table for each hash that is expected: with eight to sixteen of them few are kept for nothing. */
const bitsEach = 8;

export class Recurring {
	private readonly words: Uint32Array;
	private readonly shift: number;
	private readonly kept = new FlatNumbers();
	/** Of no use but that what was asked for is needed. */
	protected touched = 0;

	/** `expected`: about how many hashes; of more than that, more are kept. */
	constructor(expected: number) {
		const size = Math.min(26, Math.max(10, Math.ceil(Math.log2(Math.max(1, (expected * bitsEach) / 32)))));
		this.words = new Uint32Array(2 ** size);
		this.shift = 32 - size;
	}

	/** Notes so many hashes, each in two halves of 32 bits. */
	add(highs: Int32Array, lows: Int32Array, count: number): void {
		const [words, shift] = [this.words, this.shift];
		// The table lies far apart in memory: all of it that is wanted is asked for before any is waited for.
		let touched = 0;
		for (let at = 0; at < count; at += 1) touched |= words[(highs[at] as number) >>> shift] as number;
		this.touched |= touched;
		for (let at = 0; at < count; at += 1) {
			const low = lows[at] as number;
			const word = (highs[at] as number) >>> shift;
			const bits = (1 << (low & 31)) | (1 << ((low >>> 5) & 31)) | (1 << ((low >>> 10) & 31));
			const there = words[word] as number;
			if ((there & bits) === bits) this.kept.add(whole(highs[at] as number, low));
			else words[word] = there | bits;
		}
	}

	/** Whether a hash is among those that may have come more than once; undefined where there is none. */
	recurs(): ((high: number, low: number) => boolean) | undefined {
		if (this.kept.size === 0) return undefined;
		const all = new Set(this.kept.values);
		const bits = Math.min(30, Math.max(5, Math.ceil(Math.log2(all.size * 16))));
		const [mask, filter] = [2 ** bits - 1, new Uint32Array(2 ** (bits - 5))];
		for (const hash of all) {
			const high = halvesOf(hash)[0];
			filter[(high & mask) >>> 5] = (filter[(high & mask) >>> 5] as number) | (1 << (high & 31));
		}
		return (high, low) => ((filter[(high & mask) >>> 5] as number) & (1 << (high & 31))) !== 0 && all.has(whole(high, low));
	}
}

/** Both halves of a hash as a whole number below 2^52. */
export function whole(high: number, low: number): number {
	return (high >>> 0) * 0x100000 + (low >>> 12);
}

/** A hash in two halves again, as far as it was kept. */
export function halvesOf(hash: number): readonly [high: number, low: number] {
	const high = Math.floor(hash / 0x100000);
	return [high | 0, ((hash - high * 0x100000) << 12) | 0];
}
