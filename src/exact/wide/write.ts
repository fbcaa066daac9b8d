/** A register as a figure: the digits that `rounded` makes of the exact number, or nothing where the register cannot tell. */
import { minusSign, point, type Sheet, withoutZeros, writeNatural, writeNine, writeSix } from "./digits.ts";
import type { Registers } from "./registers.ts";

/** The longest figure that is written: a sign, 15 digits, the point, 12 digits, and the byte that the last word has too many. */
export const figureRoom = 30;

/** A register is taken to be within this share of its scale: 256 units. Add up those of a figure's steps and stay below. */
const trusted = 2 ** -98;

const million = 1e6;
const milliard = 1e9;
const billion = 1e12;

/**
 * Writes x, rounded half-even to at most 12 places, zeros behind dropped, and gives back the place behind it; −1 where the filter cannot decide: a
 * tie, what is too near to one, and numbers from 10^14 on. `scale` is a register whose size is not below what x was made of: for a difference a − b that
 * is |a| + |b|, else x itself. x must be within 2^-98 of it.
 */
export function write12(out: Sheet, at: number, r: Registers, x: number, scale: number): number {
	round(r, x, billion);
	if (!((rounding[margin] as number) > Math.abs(r[2 * scale] as number) * (trusted * billion))) return -1;
	const end = writeWhole(out, at, (r[2 * x] as number) < 0);
	const n = rounding[behind] as number;
	if (n === 0) return end;
	out.setUint8(end, point);
	const high = Math.floor(n / million);
	return withoutZeros(out, writeSix(out, writeSix(out, end + 1, high | 0), (n - high * million) | 0));
}

/** The same to at most 6 places; x is within the first float of the register `error`. */
export function write6(out: Sheet, at: number, r: Registers, x: number, error: number): number {
	round(r, x, million);
	if (!((rounding[margin] as number) > (r[2 * error] as number) * million)) return -1;
	const end = writeWhole(out, at, (r[2 * x] as number) < 0);
	const n = rounding[behind] as number;
	if (n === 0) return end;
	out.setUint8(end, point);
	return withoutZeros(out, writeSix(out, end + 1, n | 0));
}

/** What a number rounds to: its size as a whole number, a whole number of the last place behind the point, and what it is sure by, in last places. */
const rounding = new Float64Array(3);
const before = 0;
const behind = 1;
const margin = 2;

/** From here on a float has no digits left for the place that is rounded at. */
const tooLarge = 1e14;

const splitter = 2 ** 27 + 1;

/**
 * Rounds x at 1 / unit, a power of ten up to 10^12. The fraction f of the first float is exact, and so is f × unit as p and its rest (Dekker). What
 * stands behind the whole number n below p is added up with the second float × unit, t: the product and the sum lose 2^-53 of t each, the rest less
 * than 2^-51. So the rounding is sure by as much as that sum is farther from a half than 2^-50 + |t| × 2^-51.
 */
function round(r: Registers, x: number, unit: number): void {
	const first = r[2 * x] as number;
	const size = Math.abs(first);
	if (!(size < tooLarge)) {
		rounding[margin] = -1;
		return;
	}
	const second = r[2 * x + 1] as number;
	const t = (first < 0 ? -second : second) * unit;
	let whole = Math.floor(size);
	const f = size - whole;
	const p = f * unit;
	let n = Math.floor(p);
	const fs = splitter * f;
	const f1 = fs - (fs - f);
	const f2 = f - f1;
	const us = splitter * unit;
	const u1 = us - (us - unit);
	const u2 = unit - u1;
	const left = p - n + (f1 * u1 - p + f1 * u2 + f2 * u1 + f2 * u2) + t;
	const more = Math.floor(left);
	const half = left - more - 0.5;
	n += half > 0 ? more + 1 : more;
	if (n < 0) {
		n += unit;
		whole -= 1;
	} else if (n >= unit) {
		n -= unit;
		whole += 1;
	}
	rounding[before] = whole;
	rounding[behind] = n;
	rounding[margin] = Math.abs(half) - (2 ** -50 + Math.abs(t) * 2 ** -51);
}

/** What stands before the point. Nothing is below zero that rounds to nothing. */
function writeWhole(out: Sheet, at: number, below: boolean): number {
	const whole = rounding[before] as number;
	let end = at;
	if (below && (whole > 0 || (rounding[behind] as number) > 0)) {
		out.setUint8(end, minusSign);
		end += 1;
	}
	if (whole < milliard) return writeNatural(out, end, whole | 0);
	const high = Math.floor(whole / milliard);
	return writeNine(out, writeNatural(out, end, high | 0), (whole - high * milliard) | 0);
}
