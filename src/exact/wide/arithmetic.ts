/**
 * Sums, products and quotients of registers. A result may stand where an operand stood: operands are read first. The proofs write u for 2^-53, by
 * which a float operation is wrong at most as a share of its result: u² is one unit. The second float of a register is at most u of the first.
 * What is of the third order in u is in the hundredths of a unit that each bound is given beyond its sum.
 */
import type { Registers } from "./registers.ts";

/** Splits a float into two of 26 bits (Veltkamp), whose products are exact. */
const splitter = 2 ** 27 + 1;

/**
 * z = x + y, within 3.01 units of |x| + |y|; exactly where both are whole numbers below 2^104 in size.
 *
 * Firsts and seconds are added without loss (Knuth's two-sum: a sum and what it leaves). With m = |x| + |y|: what the firsts leave is at most u·m, the
 * sum of the seconds too, so adding these two loses 2u²·m; what is left then is at most u·m + u²·m, and adding the last rest loses u²·m.
 * Whole numbers below 2^104 have seconds up to 2^50, and what firsts leave is a whole number up to 2^51: all these sums are below 2^53, where floats
 * lose nothing.
 */
export function add(r: Registers, z: number, x: number, y: number): void {
	sum(r, z, x, r[2 * y] as number, r[2 * y + 1] as number);
}

/** z = x − y, as exact as a sum. */
export function sub(r: Registers, z: number, x: number, y: number): void {
	sum(r, z, x, -(r[2 * y] as number), -(r[2 * y + 1] as number));
}

function sum(r: Registers, z: number, x: number, first: number, second: number): void {
	const a = r[2 * x] as number;
	const b = r[2 * x + 1] as number;
	const s = a + first;
	const s1 = s - a;
	const sRest = a - (s - s1) + (first - s1);
	const t = b + second;
	const t1 = t - b;
	const tRest = b - (t - t1) + (second - t1);
	const c = sRest + t;
	const v = s + c;
	const v1 = v - s;
	const w = tRest + (s - (v - v1) + (c - v1));
	const high = v + w;
	const high1 = high - v;
	r[2 * z] = high;
	r[2 * z + 1] = v - (high - high1) + (w - high1);
}

/**
 * z = x × y, within 8.1 units; exactly where both are one float and their product is a whole number below 2^106 in size.
 *
 * The product of the firsts is had without loss (Dekker): p and its rest, up to u of it. The two products of a first and a second are at most u each: they lose
 * u² each, their sum 2u², the sum with the rest (3u) 3u². The product of the seconds is left out: u². That is 8u², of a product that is within
 * 2u of that of the firsts.
 */
export function mul(r: Registers, z: number, x: number, y: number): void {
	const a = r[2 * x] as number;
	const b = r[2 * y] as number;
	const cross = a * (r[2 * y + 1] as number) + (r[2 * x + 1] as number) * b;
	const p = a * b;
	const as = splitter * a;
	const a1 = as - (as - a);
	const a2 = a - a1;
	const bs = splitter * b;
	const b1 = bs - (bs - b);
	const b2 = b - b1;
	const rest = a1 * b1 - p + a1 * b2 + a2 * b1 + a2 * b2 + cross;
	const high = p + rest;
	r[2 * z] = high;
	r[2 * z + 1] = rest - (high - p);
}

/**
 * z = x / y within 13.1 units; y is not zero.
 *
 * q is the quotient of the firsts, within u of it. What x leaves beside q·y is (a − q·b) + (x₂ − q·y₂). The first bracket is a float, as of every
 * rounded quotient, and is had by the exact product q·b = p + rest: a − p loses nothing, since p is that near to a, and taking the rest away could lose
 * u² of a. q·y₂ (u) loses u², x₂ less it (2u) 2u², both brackets together (3u) 3u². The rest over b loses 3u², and to divide by b instead of y
 * is another 3u².
 */
export function div(r: Registers, z: number, x: number, y: number): void {
	quotient(r, z, r[2 * x] as number, r[2 * x + 1] as number, y);
}

/** z = 1 / x, within 13.1 units, as a quotient; x is not zero. */
export function inv(r: Registers, z: number, x: number): void {
	quotient(r, z, 1, 0, x);
}

function quotient(r: Registers, z: number, a: number, x2: number, y: number): void {
	const b = r[2 * y] as number;
	const q = a / b;
	const p = q * b;
	const qs = splitter * q;
	const q1 = qs - (qs - q);
	const q2 = q - q1;
	const bs = splitter * b;
	const b1 = bs - (bs - b);
	const b2 = b - b1;
	const rest = q1 * b1 - p + q1 * b2 + q2 * b1 + q2 * b2;
	const left = a - p - rest + (x2 - q * (r[2 * y + 1] as number));
	const correction = left / b;
	const high = q + correction;
	r[2 * z] = high;
	r[2 * z + 1] = correction - (high - q);
}

/**
 * The side on which x lies of y: −1 below, 1 above; 0 where they are nearer to each other than 2^-97 of x, and nothing is said. That is 512 units, which
 * is more than x and y may be wrong by together.
 *
 * Firsts within a factor of two are subtracted without loss; the seconds and the sum lose less than 4 units. Firsts that are farther apart differ by
 * half of x at least, and no loss turns the sign.
 */
export function side(r: Registers, x: number, y: number): number {
	const a = r[2 * x] as number;
	const apart = a - (r[2 * y] as number) + ((r[2 * x + 1] as number) - (r[2 * y + 1] as number));
	if (Math.abs(apart) > Math.abs(a) * sameFrom) return apart < 0 ? -1 : 1;
	return 0;
}

const sameFrom = 2 ** -97;
