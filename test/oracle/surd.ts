/** Numbers of the form alpha + beta * x^(1/n), compared and rounded without any float. */
import { decimalText, Fraction } from "./fraction.ts";

/** A positive number written as its n-th power: `x^(1/n)`. */
export interface Root {
	readonly x: Fraction;
	readonly n: number;
}

/** The greatest whole number whose n-th power is at most `value`. */
export const integerRoot = (value: bigint, n: number): bigint => {
	if (value < 0n) throw new Error("no root of a negative number");
	if (value < 2n || n === 1) return value;
	const degree = BigInt(n);
	let guess = 1n << BigInt(Math.ceil(value.toString(2).length / n));
	for (;;) {
		const next = ((degree - 1n) * guess + value / guess ** (degree - 1n)) / degree;
		if (next >= guess) return guess;
		guess = next;
	}
};

/** The root itself where it is a fraction, else null. */
export const rootOf = ({ x, n }: Root): Fraction | null => {
	const num = integerRoot(x.num, n);
	const den = integerRoot(x.den, n);
	if (num ** BigInt(n) !== x.num || den ** BigInt(n) !== x.den) return null;
	return Fraction.of(num, den);
};

/** Rounds alpha + beta * root to so many places, half to even, whatever precision that takes. */
export const surdText = (alpha: Fraction, beta: Fraction, root: Root, places: number): string => {
	const exact = beta.sign === 0 ? Fraction.of(0n) : rootOf(root);
	if (exact !== null) return alpha.add(beta.mul(exact)).text(places);
	for (let digits = 40; digits <= 2560; digits *= 2) {
		const scale = 10n ** BigInt(digits);
		const low = integerRoot((root.x.num * scale ** BigInt(root.n)) / root.x.den, root.n);
		const ends = [low, low + 1n].map((end) => alpha.add(beta.mul(Fraction.of(end, scale))).rounded(places));
		const [first, second] = ends;
		if (first !== undefined && first === second) return decimalText(first, places);
	}
	throw new Error("an irrational number cannot sit on a rounding limit for so long");
};

/** The sign of value - beta * root, by whole powers. */
export const compareSurd = (value: Fraction, beta: Fraction, root: Root): -1 | 0 | 1 => {
	if (value.sign !== beta.sign) return value.sign > beta.sign ? 1 : -1;
	if (value.sign === 0) return 0;
	const n = BigInt(root.n);
	const left = value.abs().num ** n * beta.den ** n * root.x.den;
	const right = beta.abs().num ** n * value.den ** n * root.x.num;
	if (left === right) return 0;
	const larger = left > right ? 1 : -1;
	return value.sign > 0 ? larger : larger === 1 ? -1 : 1;
};
