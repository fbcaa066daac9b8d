/** Pairs of whole numbers: what division would give, without dividing. Compared by multiplying across. */
import { type Exact, known, unscaled } from "./exact.ts";

/** over / under; under is above zero. */
export interface Ratio {
	readonly over: bigint;
	readonly under: bigint;
}

export const zeroRatio: Ratio = { over: 0n, under: 1n };
/** Per cent of one. */
export const hundred: Ratio = { over: 100n, under: 1n };
export const oneRatio: Ratio = { over: 1n, under: 1n };

const powersOfTen: bigint[] = [1n];

/** 10^n, remembered: every decimal asks for a few of them. */
export function ten(n: number): bigint {
	for (let i = powersOfTen.length; i <= n; i++) powersOfTen.push((powersOfTen[i - 1] as bigint) * 10n);
	return powersOfTen[n] as bigint;
}

/** over / under as a pair; the sign moves above the line. Under must not be zero. */
export function ratio(over: bigint, under: bigint): Ratio {
	if (under === 0n) throw new Error("a ratio has nothing under the line");
	return under < 0n ? { over: -over, under: -under } : { over, under };
}

/** An exact decimal as a pair. */
export function fromExact(value: Exact): Ratio {
	const { digits, places } = unscaled(value);
	return { over: digits, under: ten(places) };
}

const constants = new Map<string, Ratio>();

/** A number written in the seeds or in this code, as a pair; made once. */
export function constant(text: string): Ratio {
	let value = constants.get(text);
	if (value === undefined) {
		value = fromExact(known(text));
		constants.set(text, value);
	}
	return value;
}

export function whole(value: number | bigint): Ratio {
	return { over: BigInt(value), under: 1n };
}

export function plus(a: Ratio, b: Ratio): Ratio {
	if (a.under === b.under) return { over: a.over + b.over, under: a.under };
	if (a.over === 0n) return b;
	if (b.over === 0n) return a;
	// A common denominator that does not grow with the number of terms.
	if (a.under % b.under === 0n) return { over: a.over + b.over * (a.under / b.under), under: a.under };
	if (b.under % a.under === 0n) return { over: a.over * (b.under / a.under) + b.over, under: b.under };
	const common = divisor(a.under, b.under);
	const rest = b.under / common;
	return { over: a.over * rest + b.over * (a.under / common), under: a.under * rest };
}

export function negative(a: Ratio): Ratio {
	return { over: -a.over, under: a.under };
}

export function minus(a: Ratio, b: Ratio): Ratio {
	return plus(a, negative(b));
}

export function times(a: Ratio, b: Ratio): Ratio {
	return { over: a.over * b.over, under: a.under * b.under };
}

/** a / b as a pair; b must not be zero. */
export function per(a: Ratio, b: Ratio): Ratio {
	return ratio(a.over * b.under, a.under * b.over);
}

/** Below zero, zero or above zero, as a is less than, equal to or more than b. */
export function compare(a: Ratio, b: Ratio): number {
	const left = a.over * b.under;
	const right = b.over * a.under;
	return left < right ? -1 : left > right ? 1 : 0;
}

/** −1, 0 or 1. */
export function sign(a: Ratio): number {
	return a.over < 0n ? -1 : a.over > 0n ? 1 : 0;
}

/** a^n for a whole n ≥ 0. */
export function power(a: Ratio, n: number): Ratio {
	return { over: a.over ** BigInt(n), under: a.under ** BigInt(n) };
}

export function divisor(a: bigint, b: bigint): bigint {
	let x = a < 0n ? -a : a;
	let y = b < 0n ? -b : b;
	while (y !== 0n) {
		const rest = x % y;
		x = y;
		y = rest;
	}
	return x;
}

/** The same pair in lowest terms: one writing for one number. */
export function reduced(a: Ratio): Ratio {
	const common = divisor(a.over, a.under);
	return common <= 1n ? a : { over: a.over / common, under: a.under / common };
}

/** The nearest float, or one beside it: for filters whose bounds allow for that, and never for a result. */
export function toFloat(a: Ratio): number {
	if (a.over === 0n) return 0;
	const size = a.over < 0n ? -a.over : a.over;
	const shift = bits(a.under) - bits(size) + 64;
	const quotient = shift >= 0 ? (size << BigInt(shift)) / a.under : size / (a.under << BigInt(-shift));
	const value = Number(quotient) * 2 ** -shift;
	return a.over < 0n ? -value : value;
}

/** A float within four units of its last place (4.5e-16 of the number), sooner than the nearest one: for filters, and never for a result. */
export function nearFloat(a: Ratio): number {
	const quotient = Number(a.over) / Number(a.under);
	const size = Math.abs(quotient);
	// Nearer to the ends floats have fewer digits, or a whole number is beyond them.
	return size > 1e-290 && size < 1e290 ? quotient : toFloat(a);
}

/** How many binary digits a whole number above zero has. */
export function bits(n: bigint): number {
	const hex = n.toString(16);
	return hex.length * 4 - (3 - Math.floor(Math.log2(Number.parseInt(hex[0] as string, 16))));
}
