/**
 * Roots of a run: base^(k/n), the few constants from which required intensities are displayed. Held as digits that can be
 * had to any length, so that every figure made from them is rounded correctly. Verdicts never come here: see power.ts.
 */
import { divisor, plus, power, type Ratio, ratio, reduced, ten, times } from "./ratio.ts";
import { nearest, placed, rounded, trimmed, written } from "./round.ts";

/** base^(k/n): either a ratio after all, or digits on request. */
export interface Root {
	/** The value where it is rational. */
	readonly rational: Ratio | undefined;
	/** The largest whole number of 10^−places not above the value. */
	readonly digits: (places: number) => bigint;
}

/** base^(k/n) for base above zero; k may be below zero, n is 1 or more. */
export function root(base: Ratio, k: number, n: number): Root {
	const common = Number(divisor(BigInt(Math.abs(k)), BigInt(n))) || 1;
	const up = Math.abs(k) / common;
	const degree = n / common;
	const inner = reduced(power(k < 0 ? ratio(base.under, base.over) : base, up));
	const over = integerRoot(inner.over, degree);
	const under = integerRoot(inner.under, degree);
	if (over ** BigInt(degree) === inner.over && under ** BigInt(degree) === inner.under) {
		return { rational: { over, under }, digits: (places) => (over * ten(places)) / under };
	}
	const kept = new Map<number, bigint>();
	return {
		rational: undefined,
		digits: (places) => {
			let value = kept.get(places);
			if (value === undefined) {
				value = integerRoot((inner.over * ten(places * degree)) / inner.under, degree);
				kept.set(places, value);
			}
			return value;
		},
	};
}

/** plain + part × root, a number that is shown and never judged by. */
export interface Surd {
	readonly plain: Ratio;
	readonly part: Ratio;
	readonly root: Root;
}

/**
 * plain + part × root, rounded half-even to at most `places` places, correctly: the root is taken to more and more digits
 * until both its bounds round to the same figure. It ends, because an irrational number is never a tie.
 */
export function roundedSurd({ plain, part, root }: Surd, places: number): string {
	if (root.rational !== undefined) return rounded(plus(plain, times(part, root.rational)), places);
	if (part.over === 0n) return rounded(plain, places);
	// plain + part × c as one fraction: (a + b·c) / under, with c between low and low + 1 of its last digit.
	const a = plain.over * part.under;
	const b = part.over * plain.under;
	const under = plain.under * part.under;
	const scale = ten(places);
	// Nearly always a dozen digits more than are shown decide.
	for (let digits = places + 12; ; digits *= 2) {
		const fine = ten(digits);
		const low = (a * fine + b * root.digits(digits)) * scale;
		const first = nearest(low, under * fine);
		if (first === nearest(low + b * scale, under * fine)) return written(first, places);
	}
}

/**
 * plain / (1 − root), rounded half-even to at most `places` places; undefined where the root is one. It ends as `roundedSurd` does: a
 * quotient by an irrational number is never a tie, unless plain is zero.
 */
export function roundedShareOfFall(plain: Ratio, root: Root, places: number): string | undefined {
	const { rational } = root;
	if (rational !== undefined) {
		const under = rational.under - rational.over;
		if (under === 0n) return undefined;
		return rounded(reduced(ratio(plain.over * rational.under, plain.under * under)), places);
	}
	if (plain.over === 0n) return "0";
	const scale = ten(places);
	for (let digits = 40; ; digits *= 2) {
		const fine = ten(digits);
		const low = fine - root.digits(digits);
		const of = (fall: bigint): bigint =>
			nearest(plain.over * fine * scale * (fall < 0n ? -1n : 1n), plain.under * (fall < 0n ? -fall : fall));
		// The fall lies between these two; where it is next to nothing more digits are needed to know its sign.
		if (low === 0n || low - 1n === 0n) continue;
		const first = of(low);
		if (first === of(low - 1n)) return trimmed(placed(first, places));
	}
}

/** The largest whole r with r^n ≤ value, by Newton's steps from above. */
export function integerRoot(value: bigint, n: number): bigint {
	if (value < 0n) throw new Error("no root of a number below zero");
	if (n === 1 || value < 2n) return value;
	const degree = BigInt(n);
	let guess = 1n << BigInt(Math.floor((value.toString(2).length - 1) / n) + 1);
	for (;;) {
		const next = ((degree - 1n) * guess + value / guess ** (degree - 1n)) / degree;
		if (next >= guess) return guess;
		guess = next;
	}
}
