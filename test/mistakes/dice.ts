/** Chance that is the same everywhere and each time: whole numbers only. */

export interface Dice {
	/** From `least` to `most`, both included. */
	readonly roll: (least: number, most: number) => number;
	readonly of: <T>(some: readonly T[]) => T;
}

const spread = (text: string): number => {
	let state = 2_166_136_261;
	for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619);
	return state >>> 0;
};

/** The dice of a seed; another seed has nothing to do with it. */
export function dice(seed: string): Dice {
	let state = spread(seed);
	const next = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};
	const roll = (least: number, most: number): number => least + (next() % (most - least + 1));
	return { roll, of: (some) => some[roll(0, some.length - 1)] as (typeof some)[number] };
}
