/** Repeatable chance: the same seed, the same throws. */

export interface Dice {
	/** 0 ≤ n < limit */
	readonly below: (limit: number) => number;
	/** low ≤ n ≤ high */
	readonly between: (low: number, high: number) => number;
	/** true in so many cases of a hundred */
	readonly chance: (percent: number) => boolean;
	readonly pick: <T>(items: readonly T[]) => T;
	readonly shuffle: <T>(items: readonly T[]) => T[];
	readonly digits: (count: number) => string;
}

export const diceOf = (seed: number): Dice => {
	let state = (seed * 2654435761 + 97) >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};
	const below = (limit: number): number => next() % limit;
	const pick = <T>(items: readonly T[]): T => {
		const item = items[below(items.length)];
		if (item === undefined) throw new Error("nothing to pick from");
		return item;
	};
	return {
		below,
		between: (low, high) => low + below(high - low + 1),
		chance: (percent) => below(100) < percent,
		pick,
		shuffle: (items) => {
			const keyed = items.map((item) => ({ item, key: next() }));
			return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
		},
		digits: (count) => Array.from({ length: count }, () => below(10)).join(""),
	};
};
