/**
 * Registers: numbers of about 32 digits, each the sum of two floats (a double-double). The first is the float nearest to the sum, the second
 * what is left. They stand side by side in one array and are known by their number, so that a firm-year makes no object: a float that is
 * handed to a function which is not inlined becomes one. What is computed with them is a filter: it decides a digit or a verdict where its
 * error cannot matter, and says so where it could.
 *
 * Errors are told in units of 2^-106 of a number. Numbers other than zero lie between 2^-300 and 2^300 in size, and products and quotients are asked
 * for only where they do: nothing overflows, and of no error of a product a digit is lost.
 */
import { bits, minus, type Ratio, ratio, sign, toFloat } from "../ratio.ts";

/** Register n holds its first float at 2n and its second at 2n + 1. */
export type Registers = Float64Array;

/** So many registers, all of them zero. */
export function registers(count: number): Registers {
	return new Float64Array(2 * count);
}

/** The register's number is this float. */
export function setFloat(r: Registers, z: number, value: number): void {
	r[2 * z] = value;
	r[2 * z + 1] = 0;
}

/** A whole number of less than 2^106 in size, exactly: what the first float leaves is half its last place at most, which is 53 bits. */
export function setWhole(r: Registers, z: number, value: bigint): void {
	const first = Number(value);
	r[2 * z] = first;
	r[2 * z + 1] = Number(value - BigInt(first));
}

/** The whole number that a register holds exactly. */
export function wholeOf(r: Registers, x: number): bigint {
	return BigInt(r[2 * x] as number) + BigInt(r[2 * x + 1] as number);
}

/**
 * A pair within 1.01 units: each float is within 2^-53 × (1 + 2^-10) of what it stands for, so the first leaves a rest of that share, and the second
 * is wrong by that share of the rest.
 */
export function setRatio(r: Registers, z: number, value: Ratio): void {
	const first = toFloat(value);
	const second = toFloat(minus(value, ofFloat(first)));
	const sum = first + second;
	r[2 * z] = sum;
	r[2 * z + 1] = second - (sum - first);
}

/** What a register holds, as a pair. */
export function ratioOf(r: Registers, x: number): Ratio {
	return minus(ofFloat(r[2 * x] as number), ofFloat(-(r[2 * x + 1] as number)));
}

/** A float is a whole number of some power of two. */
function ofFloat(value: number): Ratio {
	let [mantissa, halvings] = [value, 0];
	while (!Number.isInteger(mantissa)) {
		mantissa *= 2;
		halvings += 1;
	}
	return ratio(BigInt(mantissa), 1n << BigInt(halvings));
}

/** Whether a pair is zero or of a size that registers are asked to hold, with as much to spare as a dozen products of such numbers take. */
export function fits(value: Ratio): boolean {
	if (sign(value) === 0) return true;
	const size = bits(value.over < 0n ? -value.over : value.over) - bits(value.under);
	return size > -90 && size < 90;
}

export function copy(r: Registers, z: number, x: number): void {
	r[2 * z] = r[2 * x] as number;
	r[2 * z + 1] = r[2 * x + 1] as number;
}
