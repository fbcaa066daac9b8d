/**
 * Where a run of numbers was seen first, by its hash: two 32-bit halves in flat arrays, so that a hundred million runs are some
 * gigabytes and no million objects. A hash is only a hint: who finds one compares the numbers.
 */

/** Where a run begins: which strip of numbers, and which place in it. */
export interface Seen {
	readonly strip: number;
	readonly start: number;
}

export interface Fingerprints {
	/** The first place of a run with this hash; a new one is kept and nothing given back. */
	readonly seen: (high: number, low: number, strip: number, start: number) => Seen | undefined;
}

export function fingerprints(): Fingerprints {
	let capacity = 1 << 14;
	let used = 0;
	// Four numbers a run: the halves of its hash, then strip and start. A strip is kept plus one, so that 0 is an empty place.
	let table = new Int32Array(capacity * 4);

	const placeOf = (from: Int32Array, size: number, high: number, low: number): number => {
		let at = (high ^ Math.imul(low, 0x9e3779b1)) & (size - 1);
		while (from[at * 4 + 2] !== 0 && (from[at * 4] !== high || from[at * 4 + 1] !== low)) at = (at + 1) & (size - 1);
		return at * 4;
	};
	const grow = (): void => {
		const old = table;
		// While it is small, growing costs more than room.
		capacity *= capacity < 1 << 22 ? 4 : 2;
		table = new Int32Array(capacity * 4);
		for (let at = 0; at < old.length; at += 4) {
			if (old[at + 2] === 0) continue;
			const to = placeOf(table, capacity, old[at] as number, old[at + 1] as number);
			for (let part = 0; part < 4; part += 1) table[to + part] = old[at + part] as number;
		}
	};

	return {
		seen: (high, low, strip, start) => {
			const at = placeOf(table, capacity, high, low);
			if (table[at + 2] !== 0) return { strip: (table[at + 2] as number) - 1, start: table[at + 3] as number };
			table[at] = high;
			table[at + 1] = low;
			table[at + 2] = strip + 1;
			table[at + 3] = start;
			used += 1;
			// Above two thirds full, places are looked for too long.
			if (used * 3 > capacity * 2) grow();
			return undefined;
		},
	};
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
