/**
 * Figures that are logarithms: one float each with the error it may have, as `shown.ts` allows it for a float logarithm. They are rounded to
 * few places, and where the error reaches the next rounding, exact arithmetic answers instead.
 */
import { allowance } from "../shown.ts";
import type { Registers } from "./registers.ts";

/** What a register may be wrong by, as a logarithm sees it: twice the share that figures are trusted by. */
const fromRegister = 2 ** -97;

/**
 * z = ln x as a float, x above zero and within 2^-98 of its number; the register `error` takes what it may be wrong by. Near one the logarithm is taken of what x
 * is beside one, which has all digits of a float however little it is.
 */
export function logarithm(r: Registers, z: number, error: number, x: number): void {
	const first = r[2 * x] as number;
	const value = first > 0.5 && first < 2 ? Math.log1p(first - 1 + (r[2 * x + 1] as number)) : Math.log(first);
	one(r, z, value);
	one(r, error, Math.abs(value) * allowance + fromRegister);
}

/** z = x × factor with its error, and that of x; `factor` is a float that may be wrong by twice the allowance. */
export function ofLogarithm(r: Registers, z: number, error: number, x: number, xError: number, factor: number): void {
	const by = r[2 * factor] as number;
	const value = (r[2 * x] as number) * by;
	one(r, z, value);
	one(r, error, Math.abs(by) * (r[2 * xError] as number) + Math.abs(value) * 3 * allowance);
}

/**
 * z = 100 × (1 − e^y) with its error, y = start − x / years: a yearly cut in per cent. 0 where y is not below zero. `start` may be wrong by twice the
 * allowance, `perYear` is 1 / years. Where y is below zero e^y is below one, so that an error of y is no larger in it.
 */
export function ofExponential(
	r: Registers,
	z: number,
	error: number,
	x: number,
	xError: number,
	start: number,
	perYear: number,
): void {
	const from = r[2 * start] as number;
	const by = r[2 * perYear] as number;
	const y = from - (r[2 * x] as number) * by;
	const value = y < 0 ? -100 * Math.expm1(y) : 0;
	const yError = by * (r[2 * xError] as number) + (Math.abs(from) + Math.abs(y)) * 3 * allowance;
	one(r, z, value);
	one(r, error, 100 * yError + value * allowance);
}

/** Whether ln x lies on or below a limit (−1), above it (1), or too near to tell (0); the limit may be wrong by twice the allowance. */
export function sideOfLimit(r: Registers, x: number, xError: number, limit: number): number {
	const at = r[2 * limit] as number;
	const apart = (r[2 * x] as number) - at;
	if (Math.abs(apart) > (r[2 * xError] as number) + Math.abs(at) * 3 * allowance) return apart < 0 ? -1 : 1;
	return 0;
}

function one(r: Registers, z: number, value: number): void {
	r[2 * z] = value;
	r[2 * z + 1] = 0;
}
