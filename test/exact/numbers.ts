/** Random numbers for the properties of exact arithmetic, and the settings of their runs: the same cases every time. */
import fc from "fast-check";
import { fromText } from "../../src/exact/exact.ts";
import type { Ratio } from "../../src/exact/ratio.ts";
import { Fraction } from "../oracle/fraction.ts";

const CASES = 10_000;

/** So many cases, always the same ones. */
export const always = (numRuns = CASES): { numRuns: number; seed: number; endOnFailure: boolean } => ({
	numRuns,
	seed: 20_201_231,
	endOnFailure: false,
});

/** A decimal as a cell may spell it: up to 30 digits before the point and 20 after, either sign, zeros anywhere. */
export const spelling: fc.Arbitrary<string> = fc
	.tuple(
		fc.boolean(),
		fc.integer({ min: 1, max: 30 }),
		fc.integer({ min: 0, max: 20 }),
		fc.bigInt({ min: 0n, max: 10n ** 30n - 1n }),
		fc.bigInt({ min: 0n, max: 10n ** 20n - 1n }),
	)
	.map(([negative, before, after, whole, part]) => {
		const digits = whole
			.toString()
			.padStart(30, "0")
			.slice(30 - before);
		const places = part
			.toString()
			.padStart(20, "0")
			.slice(20 - after);
		return `${negative ? "-" : ""}${digits}${after === 0 ? "" : `.${places}`}`;
	});

/** Whole numbers of up to so many digits, short ones as often as long ones. */
export const natural = (digits: number, least = 0n): fc.Arbitrary<bigint> =>
	fc
		.tuple(fc.integer({ min: 1, max: digits }), fc.bigInt({ min: 0n, max: 10n ** BigInt(digits) }))
		.map(([length, value]) => least + (value % 10n ** BigInt(length)));

/** A pair above zero, each side of up to so many digits. */
export const above = (digits: number): fc.Arbitrary<Ratio> =>
	fc.record({ over: natural(digits, 1n), under: natural(digits, 1n) });

/** A pair of either sign, zero among them. */
export const signed = (digits: number): fc.Arbitrary<Ratio> =>
	fc
		.tuple(fc.constantFrom(-1n, -1n, -1n, 0n, 1n, 1n, 1n, 1n), above(digits))
		.map(([sign, { over, under }]) => ({ over: sign * over, under }));

export const fraction = ({ over, under }: Ratio): Fraction => Fraction.of(over, under);
export const pair = ({ num, den }: Fraction): Ratio => ({ over: num, under: den });

/** The exact number of a text that is known to spell one. */
export const exactly = (text: string) => {
	const value = fromText(text);
	if (value === undefined) throw new Error(`not a decimal: ${text}`);
	return value;
};

/** How decimals are written everywhere: no exponent, no trailing zeros, no "-0". */
export const PLAIN = /^(0|-?(?!0(?![.]))\d+(\.\d*[1-9])?)$/;

/** How many decimals a plain writing has. */
export const placesOf = (text: string): number => text.split(".")[1]?.length ?? 0;

/** The sign of a^n·keep^k against b^n, from whole powers: the question every equal-rate verdict asks. */
export const powerOrder = (value: Ratio, base: Ratio, keep: Ratio, k: number, n: number): number => {
	const sides = (v: bigint): number => (v > 0n ? 1 : v < 0n ? -1 : 0);
	const [left, right] = [sides(value.over), sides(base.over)];
	if (left * right <= 0) return Math.sign(left - right);
	const size = (x: bigint): bigint => (x < 0n ? -x : x);
	const [up, down] = k >= 0 ? [keep.over, keep.under] : [keep.under, keep.over];
	const times = BigInt(n);
	const turns = BigInt(Math.abs(k));
	const one = size(value.over * base.under) ** times * down ** turns;
	const other = size(base.over * value.under) ** times * up ** turns;
	return one === other ? 0 : one < other === left > 0 ? -1 : 1;
};

/** Pairs a relative 10^-30 below, on and above a pair. */
const HAIR = 10n ** 30n;
export const beside = ({ over, under }: Ratio, side: number): Ratio =>
	side === 0 ? { over, under } : { over: over * (HAIR + BigInt(side)), under: under * HAIR };
