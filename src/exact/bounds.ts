/**
 * Numbers that no fraction is, between two whole numbers of 2^−bits: sums, products and quotients of such bounds, logarithms and
 * exponentials. What is shown of them is rounded only once both bounds round alike. Verdicts never come here: see power.ts.
 */
import { bits as bitsOf, compare, minus, type Ratio, ten } from "./ratio.ts";
import { nearest, placed, trimmed } from "./round.ts";

/** low × 2^−bits ≤ the number ≤ high × 2^−bits; `bits` is what all bounds of one reckoning share. */
export interface Bounds {
	readonly low: bigint;
	readonly high: bigint;
}

/** A number by its bounds at any number of bits: the more of them, the nearer they lie. */
export type Enclosed = (bits: number) => Bounds;

export const nothing: Bounds = { low: 0n, high: 0n };

/** The largest whole number not above the quotient; of a whole quotient below zero the one before it. */
function floor(over: bigint, under: bigint): bigint {
	const quotient = over / under;
	return over < 0n ? quotient - 1n : quotient;
}

function ceiling(over: bigint, under: bigint): bigint {
	return -floor(-over, under);
}

/** A pair of whole numbers, exactly where it is a whole number of 2^−bits. */
export function around({ over, under }: Ratio, bits: number): Bounds {
	const scaled = over << BigInt(bits);
	const low = scaled / under;
	const rest = scaled - low * under;
	return { low: rest < 0n ? low - 1n : low, high: rest > 0n ? low + 1n : low };
}

export function added(a: Bounds, b: Bounds): Bounds {
	return { low: a.low + b.low, high: a.high + b.high };
}

export function subtracted(a: Bounds, b: Bounds): Bounds {
	return { low: a.low - b.high, high: a.high - b.low };
}

/** a × b, a not below zero. */
export function multiplied(a: Bounds, b: Bounds, bits: number): Bounds {
	const shift = BigInt(bits);
	return {
		low: ((b.low < 0n ? a.high : a.low) * b.low) >> shift,
		high: -((-(b.high < 0n ? a.low : a.high) * b.high) >> shift),
	};
}

/** a / b, b above zero: undefined where its bounds do not yet say that it is. */
export function divided(a: Bounds, b: Bounds, bits: number): Bounds | undefined {
	if (b.low <= 0n) return undefined;
	const shift = BigInt(bits);
	return {
		low: floor(a.low << shift, a.low < 0n ? b.low : b.high),
		high: ceiling(a.high << shift, a.high < 0n ? b.high : b.low),
	};
}

/** Bits that logarithms and exponentials are reckoned with beyond those of their bounds, for what each step cuts off. */
const spareBits = 40;

/** A number of 2^−more that is wrong by less than `error` of its steps, in steps of 2^−bits. */
function narrowed(value: bigint, error: bigint, more: number, bits: number): Bounds {
	const shift = BigInt(more - bits);
	return { low: (value - error) >> shift, high: -(-(value + error) >> shift) };
}

/** 2 × (z + z³/3 + z⁵/5 + …), the logarithm of (1 + z)/(1 − z). Each term loses less than two steps. */
function series(z: bigint, bits: bigint): bigint {
	const square = (z * z) >> bits;
	let term = z;
	let sum = z;
	for (let n = 3n; term !== 0n && term !== -1n; n += 2n) {
		term = (term * square) >> bits;
		sum += term / n;
	}
	return 2n * sum;
}

/** Logarithms that every other one is made of, by bits: of 2, and of fractions near one. */
const kept = new Map<number, Map<bigint, bigint>>();

/** ln(over / under); `under` is a power of two that tells the kinds apart. */
function keptLogarithm(over: bigint, under: bigint, bits: number): bigint {
	let own = kept.get(bits);
	if (own === undefined) {
		own = new Map();
		kept.set(bits, own);
	}
	const name = over * 8192n + under;
	let value = own.get(name);
	if (value === undefined) {
		const z = ((over - under) << BigInt(bits)) / (over + under);
		value = series(z, BigInt(bits));
		own.set(name, value);
	}
	return value;
}

/** Of two such fractions a number is made, but for a rest so near to one that the series ends soon. */
const coarse = 64n;
const fine = 4096n;

/**
 * The natural logarithm of a pair above zero.
 *
 * The number is 2^k × a × c × r, with a in parts of `coarse` and c in parts of `fine`, so that r − 1 lies from 0 to 2^−12. All steps
 * together lose less than 1024 of the finest steps, and another 1024 for each unit of |k|: series of at most 2^9 terms, each of two.
 */
export function logarithm(value: Ratio, bits: number): Bounds {
	if (value.over <= 0n) throw new Error("no logarithm of a number that is not above zero");
	if (value.over === value.under) return nothing;
	const more = bits + spareBits;
	const b = BigInt(more);
	const k = bitsOf(value.over) - bitsOf(value.under);
	const shift = more - k;
	const scaled = shift >= 0 ? (value.over << BigInt(shift)) / value.under : value.over / (value.under << BigInt(-shift));
	const a = (scaled * coarse) >> b;
	const afterCoarse = (scaled * coarse) / a;
	const c = (afterCoarse * fine) >> b;
	const rest = (afterCoarse * fine) / c;
	const one = 1n << b;
	const z = ((rest - one) << b) / (rest + one);
	const sum =
		BigInt(k) * keptLogarithm(2n, 1n, more) + keptLogarithm(a, coarse, more) + keptLogarithm(c, fine, more) + series(z, b);
	return narrowed(sum, BigInt(1024 * (Math.abs(k) + 1) + 4 * more), more, bits);
}

/**
 * The logarithmic mean of two pairs above zero: (a − b) / (ln a − ln b), and a where they are equal. `difference` are the bounds of
 * ln a − ln b where the caller has them. Where the two are near each other nothing is divided by a small logarithm: with
 * z = (a − b)/(a + b) the mean is (a + b)/2 ÷ (1 + z²/3 + z⁴/5 + …), which loses no digit however near they are.
 */
export function logarithmicMean(a: Ratio, b: Ratio, bits: number, difference?: () => Bounds): Bounds {
	const order = compare(a, b);
	if (order === 0) return around(a, bits);
	const over = a.over * b.under - b.over * a.under;
	const under = a.over * b.under + b.over * a.under;
	const size = over < 0n ? -over : over;
	if (size * 256n < under) {
		const half = around({ over: under, under: 2n * a.under * b.under }, bits);
		return divided(half, nearOne((size << BigInt(bits)) / under, bits), bits) as Bounds;
	}
	const logarithms = difference?.() ?? logarithm({ over: a.over * b.under, under: a.under * b.over }, bits);
	const apart = around(minus(a, b), bits);
	const mean = order > 0 ? divided(apart, logarithms, bits) : divided(turned(apart), turned(logarithms), bits);
	return mean as Bounds;
}

function turned({ low, high }: Bounds): Bounds {
	return { low: -high, high: -low };
}

/**
 * 1 + z²/3 + z⁴/5 + … for z from 0 to a 256th, given in whole steps not above it. Terms lose less than three steps each, and z one; what is
 * left out is less than a step.
 */
function nearOne(z: bigint, bits: number): Bounds {
	const shift = BigInt(bits);
	const square = (z * z) >> shift;
	let term = 1n << shift;
	let sum = term;
	let steps = 4n;
	for (let n = 3n; term > 0n; n += 2n) {
		term = (term * square) >> shift;
		sum += term / n;
		steps += 3n;
	}
	return { low: sum, high: sum + steps };
}

/** e to a number whose bounds lie near each other; undefined where they are too far apart to tell anything. */
export function exponential(power: Bounds, bits: number): Bounds | undefined {
	const shift = BigInt(bits);
	const middle = (power.low + power.high) >> 1n;
	const reach = power.high - middle + 1n;
	if (reach << 2n > 1n << shift) return undefined;
	const value = exponentialOf(middle, bits);
	// e^δ − 1 < 2δ for δ below a quarter.
	const spread = (size: bigint): bigint => ((2n * reach * size) >> shift) + 1n;
	const low = value.low - spread(value.high);
	return { low: low < 0n ? 0n : low, high: value.high + spread(value.high) };
}

const halvings = 12;

/** e^(power × 2^−bits): 2^k × (e^(r/2^12))^(2^12), |r| below a half. */
function exponentialOf(power: bigint, bits: number): Bounds {
	if (power === 0n) return { low: 1n << BigInt(bits), high: 1n << BigInt(bits) };
	// To a few digits: any whole number near it will do.
	const estimate = Number(nearest(power * 1000n, (1n << BigInt(bits)) * 693n));
	if (Math.abs(estimate) > 100_000) throw new Error("a power beyond any figure");
	const more = bits + spareBits + halvings * 2 + Math.max(0, estimate) + 16;
	const b = BigInt(more);
	const exponent = power << BigInt(more - bits);
	const rest = (exponent - BigInt(estimate) * keptLogarithm(2n, 1n, more)) >> BigInt(halvings);
	let term = 1n << b;
	let sum = term;
	for (let n = 1n; term !== 0n && term !== -1n; n += 1n) {
		term = ((term * rest) >> b) / n;
		sum += term;
	}
	for (let n = 0; n < halvings; n += 1) sum = (sum * sum) >> b;
	const value = estimate >= 0 ? sum << BigInt(estimate) : sum >> BigInt(-estimate);
	// Less than 2^12 steps before squaring, doubled by each squaring, with what the logarithm of two is wrong by; then 2^k times as much.
	const error = (1n << BigInt(26 + Math.max(0, estimate))) * BigInt(Math.abs(estimate) + 1 + (bits >> 6));
	return narrowed(value, error, more, bits);
}

/** Bits to begin with, which are 57 digits after the point; and how many take a rounding that they do not decide for a tie. */
const firstBits = 192;
const lastBits = 3400;

/**
 * Rounded half-even to at most so many places, trailing zeros dropped. Bounds are had to more and more bits until both round alike. A
 * number that a thousand digits do not tell from a tie is that tie: what is made of whole numbers comes no nearer to one by chance.
 */
export function roundedEnclosed(value: Enclosed, places: number): string {
	const scale = ten(places);
	for (let bits = Math.max(firstBits, 4 * places + 64); ; bits *= 2) {
		const unit = 1n << BigInt(bits);
		const { low, high } = value(bits);
		const [down, up] = [nearest(low * scale, unit), nearest(high * scale, unit)];
		if (down === up) return trimmed(placed(down, places));
		if (bits > lastBits) {
			if (up - down > 1n) throw new Error("bounds that do not close in");
			return trimmed(placed(down % 2n === 0n ? down : up, places));
		}
	}
}
