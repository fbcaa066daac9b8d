/**
 * Exact decimals: the one door to decimal.js. Sums, differences and products lose nothing.
 * Division lives in ratio.ts, rounding in round.ts.
 */
import { Decimal } from "decimal.js";

declare const exact: unique symbol;

/** A decimal number that has never been rounded. */
export type Exact = Decimal & { readonly [exact]: true };

/**
 * decimal.js keeps 20 digits unless told otherwise and drops the rest in silence. A billion digits is its limit and
 * costs nothing here: sums and products only ever use the digits they need. A clone, so that nobody else's settings reach it.
 */
const Wide = Decimal.clone({ precision: 1e9, minE: -9e15, maxE: 9e15, toExpNeg: -9e15, toExpPos: 9e15, modulo: 1, rounding: 6 });

/** Thirty digits before the point and twenty after: more than any meter prints. */
const notation = /^-?\d{1,30}(\.\d{1,20})?$/;

/** The number a plain decimal spells, or nothing: no hex, no exponents, no Infinity, no bare point, no plus sign. */
export function fromText(text: string): Exact | undefined {
	return notation.test(text) ? (new Wide(text) as Exact) : undefined;
}

/** Seeds and code write a few hundred numbers, and ask for them for every firm-year. */
const written = new Map<string, Exact>();

/** A number written in the seeds or in this code; anything but a plain decimal is a fault of ours. */
export function known(text: string): Exact {
	let value = written.get(text);
	if (value === undefined) {
		if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`not a plain decimal: ${text}`);
		value = new Wide(text) as Exact;
		written.set(text, value);
	}
	return value;
}

export const zero: Exact = known("0");
export const one: Exact = known("1");

/** augend + addend, exactly. */
export function sum(augend: Exact, addend: Exact): Exact {
	return augend.plus(addend) as Exact;
}

/** minuend − subtrahend, exactly. */
export function difference(minuend: Exact, subtrahend: Exact): Exact {
	return minuend.minus(subtrahend) as Exact;
}

/** multiplicand × multiplier, exactly. */
export function product(multiplicand: Exact, multiplier: Exact): Exact {
	return multiplicand.times(multiplier) as Exact;
}

/** Below zero, zero or above zero, as a is less than, equal to or more than b. */
export function compare(a: Exact, b: Exact): number {
	return a.comparedTo(b);
}

export function equal(a: Exact, b: Exact): boolean {
	return a.equals(b);
}

/** −1, 0 or 1. */
export function sign(a: Exact): number {
	return a.isZero() ? 0 : a.isNegative() ? -1 : 1;
}

/** Plain digits, never an exponent, no trailing zeros. */
export function toText(a: Exact): string {
	return a.isZero() ? "0" : a.toFixed();
}

/** The same number as a whole number of 10^−places. */
export function unscaled(a: Exact): { readonly digits: bigint; readonly places: number } {
	const text = toText(a);
	const point = text.indexOf(".");
	if (point < 0) return { digits: BigInt(text), places: 0 };
	return { digits: BigInt(text.slice(0, point) + text.slice(point + 1)), places: text.length - point - 1 };
}

/**
 * The natural logarithm of n/d (both above zero), to `digits` places, the last of them not certain: only for
 * what is displayed, and only where a binary float cannot tell how a figure rounds.
 */
export function logarithm(n: bigint, d: bigint, digits: number): { readonly digits: bigint; readonly places: number } {
	const Fine = Decimal.clone({ precision: digits + 12, toExpNeg: -9e15, toExpPos: 9e15 });
	const text = new Fine(n.toString()).dividedBy(d.toString()).ln().toFixed(digits);
	return { digits: BigInt(text.replace(".", "")), places: digits };
}

/** The power of ten of the leading digit: tells far apart from near without dividing. Zero has none that matters. */
export function magnitude(a: Exact): number {
	return a.e;
}

/** How many digits it is written with, zeros before and behind left out: 4 for 0.004050 × 10^n. Zero has none. */
export function significantDigits(a: Exact): number {
	return a.isZero() ? 0 : a.precision();
}

/** The power of ten of its last digit that is not 0: −2 for 1.25, 2 for 4800. Zero has none that matters. */
export function lastPlace(a: Exact): number {
	return a.e - a.precision() + 1;
}

const sevens: number[] = [1];

/** 10^(7n) as a float; off by at most n units in the last place. */
function wordPower(n: number): number {
	for (let i = sevens.length; i <= n; i++) sevens.push((sevens[i - 1] as number) * 1e7);
	return sevens[n] as number;
}

/**
 * A float within 1e-13 of it, relatively, and the same one for equal numbers: for filters whose margins allow for that, and
 * never for a result. decimal.js holds words of seven digits, the highest first; three of them are at least fifteen digits.
 */
export function nearly(a: Exact): number {
	if (a.isZero()) return 0;
	const { d, e, s } = a;
	const size = (d[0] as number) + (d.length > 1 ? (d[1] as number) / 1e7 : 0) + (d.length > 2 ? (d[2] as number) / 1e14 : 0);
	const words = Math.floor(e / 7);
	return s * (words >= 0 ? size * wordPower(words) : size / wordPower(-words));
}
