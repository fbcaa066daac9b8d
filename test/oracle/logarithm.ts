/** Quotients of natural logarithms, by a fixed-point series with guard digits. */
import { decimalText, Fraction } from "./fraction.ts";

const GUARD = 64n;

/** atanh(num/den) in units of 2^-bits, for |num/den| at most 1/3. */
const inverseTangent = (num: bigint, den: bigint, bits: bigint): bigint => {
	const first = (num << bits) / den;
	const square = (first * first) >> bits;
	let power = first;
	let sum = 0n;
	for (let odd = 1n; power !== 0n && power !== -1n; odd += 2n) {
		sum += power / odd;
		power = (power * square) >> bits;
	}
	return sum;
};

/** ln(value) in units of 2^-bits; the error is far below 2^(GUARD/2) units. */
const fixedLogarithm = (value: Fraction, bits: bigint): bigint => {
	if (value.sign <= 0) throw new Error("no logarithm of a number at or below zero");
	let { num, den } = value;
	const twos = BigInt(num.toString(2).length - den.toString(2).length);
	if (twos > 0n) den <<= twos;
	else num <<= -twos;
	const rest = 2n * inverseTangent(num - den, num + den, bits);
	return rest + twos * 2n * inverseTangent(1n, 3n, bits);
};

/** factor * ln(a) / ln(b), rounded half to even. */
export const logRatioText = (factor: Fraction, a: Fraction, b: Fraction, places: number): string => {
	if (a.equals(Fraction.of(1n))) return "0";
	for (let bits = 256n; bits <= 8192n; bits *= 2n) {
		const top = fixedLogarithm(a, bits + GUARD);
		const bottom = fixedLogarithm(b, bits + GUARD);
		const doubt = 1n << (GUARD / 2n);
		const ends = [top - doubt, top + doubt].flatMap((t) =>
			[bottom - doubt, bottom + doubt].map((u) => factor.mul(Fraction.of(t, u)).rounded(places)),
		);
		const [first] = ends;
		if (first !== undefined && ends.every((end) => end === first)) return decimalText(first, places);
	}
	throw new Error("a quotient of logarithms cannot sit on a rounding limit for so long");
};
