/**
 * Exact decimals, as plain data that threads and processes can exchange, and the one door to decimal.js. Sums, differences
 * and products lose nothing. Division lives in ratio.ts, rounding in round.ts.
 */
import { Decimal } from "decimal.js";

declare const exact: unique symbol;

/** A whole number: a plain one as long as a float holds every whole number of its size, a bigint beyond. */
type Whole = number | bigint;

/**
 * A decimal number that has never been rounded: digits × 10^−places, with as few places as it needs, so that one number has
 * one form. Only this file makes one or looks into it.
 */
export interface Exact {
	readonly [exact]: true;
	readonly digits: Whole;
	readonly places: number;
}

/** Whether plain data is one of these numbers. */
export function isExact(value: object): value is Exact {
	return "digits" in value && "places" in value;
}

const largest = Number.MAX_SAFE_INTEGER;
/** 10^n, as long as a float holds every whole number of that size. */
const smallTens: readonly number[] = Array.from({ length: 16 }, (_, n) => 10 ** n);

function made(digits: Whole, places: number): Exact {
	return { digits, places } as Exact;
}

/** The one form of a number that a float holds: without the zeros behind the point. Adding 0 makes 0 of −0. */
function small(digits: number, places: number): Exact {
	let rest = digits + 0;
	let left = places;
	// A tenth of what is no multiple of ten stays a tenth away from whole numbers, and rounding moves it by a sixteenth at most.
	for (let tenth = rest / 10; left > 0 && tenth === Math.floor(tenth); tenth = rest / 10) {
		rest = tenth;
		left -= 1;
	}
	return made(rest, left);
}

/** The same of a number of any size. */
function large(digits: bigint, places: number): Exact {
	let rest = digits;
	let left = places;
	while (left > 0 && rest % 10n === 0n) {
		rest /= 10n;
		left -= 1;
	}
	return made(rest <= largest && rest >= -largest ? Number(rest) : rest, left);
}

/** Thirty digits before the point and twenty after: more than any meter prints. */
const notation = /^-?\d{1,30}(\.\d{1,20})?$/;

/** The number a plain decimal spells, or nothing: no hex, no exponents, no Infinity, no bare point, no plus sign. */
export function fromText(text: string): Exact | undefined {
	return fromShortText(text) ?? (notation.test(text) ? fromPlainText(text) : undefined);
}

/** The number that at most fifteen digits spell, nearly every cell; nothing where the text is longer or no plain decimal. */
function fromShortText(text: string): Exact | undefined {
	const { length } = text;
	if (length > 15) return undefined;
	let digits = 0;
	let point = -1;
	const negative = text.charCodeAt(0) === 0x2d;
	const first = negative ? 1 : 0;
	for (let at = first; at < length; at += 1) {
		const digit = text.charCodeAt(at) - 0x30;
		if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
		else if (digit === -2 && point < 0 && at > first) point = at;
		else return undefined;
	}
	if (length === first || point === length - 1) return undefined;
	return small(negative ? -digits : digits, point < 0 ? 0 : length - 1 - point);
}

/** The number of so many digits, of which `places` stand behind the point; at most fifteen of them. */
export function fromDigits(digits: number, places: number): Exact {
	return small(digits, places);
}

/** multiplicand × multiplier, where the former is so many digits, of which `places` stand behind the point; at most fifteen of them. */
export function productOfDigits(digits: number, places: number, multiplier: Exact): Exact {
	if (typeof multiplier.digits === "number") {
		const all = digits * multiplier.digits;
		if (Math.abs(all) <= largest) return small(all, places + multiplier.places);
	}
	return product(fromDigits(digits, places), multiplier);
}

/** The number that a plain decimal of any length spells, as `toText` writes it. */
export function fromPlainText(text: string): Exact {
	const point = text.indexOf(".");
	if (point < 0) return large(BigInt(text), 0);
	return large(BigInt(text.slice(0, point) + text.slice(point + 1)), text.length - point - 1);
}

/** Seeds and code write a few hundred numbers, and ask for them for every firm-year. */
const written = new Map<string, Exact>();

/** A number written in the seeds or in this code; anything but a plain decimal is a fault of ours. */
export function known(text: string): Exact {
	let value = written.get(text);
	if (value === undefined) {
		if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`not a plain decimal: ${text}`);
		value = fromPlainText(text);
		written.set(text, value);
	}
	return value;
}

// The first number made is of the largest kind, and is kept: engines then lay out all others for any kind at once, which is
// smaller and quicker than to find out in the middle of a run that small whole numbers are not all there is.
known(largest.toString().repeat(2));
export const zero: Exact = known("0");
export const one: Exact = known("1");

/** The digits of a number at so many places, of which it has no more, where a float holds them; NaN otherwise. */
function smallAt({ digits, places }: Exact, wanted: number): number {
	if (typeof digits !== "number") return Number.NaN;
	if (places === wanted) return digits;
	// What does not fit rounds to 2^53 or more, never to what fits.
	const scaled = digits * (smallTens[wanted - places] ?? Number.NaN);
	return Math.abs(scaled) <= largest ? scaled : Number.NaN;
}

/** The digits of a number at so many places, of which it has no more. */
function largeAt({ digits, places }: Exact, wanted: number): bigint {
	return BigInt(digits) * 10n ** BigInt(wanted - places);
}

/** augend + addend, exactly. */
export function sum(augend: Exact, addend: Exact): Exact {
	const places = augend.places < addend.places ? addend.places : augend.places;
	const digits = smallAt(augend, places) + smallAt(addend, places);
	return Math.abs(digits) <= largest ? small(digits, places) : large(largeAt(augend, places) + largeAt(addend, places), places);
}

/** The exact sum of what some have. One number is made for all of them, as long as a float holds what they come to. */
export function sumOver<T>(all: readonly T[], amountOf: (one: T) => Exact): Exact {
	let places = 0;
	for (const one of all) places = Math.max(places, amountOf(one).places);
	let digits = 0;
	for (const one of all) {
		digits += smallAt(amountOf(one), places);
		// What does not fit makes this NaN, or more than fits; from there on it is added one by one.
		if (!(Math.abs(digits) <= largest)) return all.reduce((total, each) => sum(total, amountOf(each)), zero);
	}
	return small(digits, places);
}

/** minuend − subtrahend, exactly. */
export function difference(minuend: Exact, subtrahend: Exact): Exact {
	const places = Math.max(minuend.places, subtrahend.places);
	const digits = smallAt(minuend, places) - smallAt(subtrahend, places);
	return Math.abs(digits) <= largest
		? small(digits, places)
		: large(largeAt(minuend, places) - largeAt(subtrahend, places), places);
}

/** multiplicand × multiplier, exactly. */
export function product(multiplicand: Exact, multiplier: Exact): Exact {
	const places = multiplicand.places + multiplier.places;
	if (typeof multiplicand.digits === "number" && typeof multiplier.digits === "number") {
		const digits = multiplicand.digits * multiplier.digits;
		if (Math.abs(digits) <= largest) return small(digits, places);
	}
	return large(BigInt(multiplicand.digits) * BigInt(multiplier.digits), places);
}

/** Below zero, zero or above zero, as a is less than, equal to or more than b. */
export function compare(a: Exact, b: Exact): number {
	const places = Math.max(a.places, b.places);
	const [x, y] = [smallAt(a, places), smallAt(b, places)];
	if (x < y) return -1;
	if (x > y) return 1;
	if (x === y) return 0;
	const [p, q] = [largeAt(a, places), largeAt(b, places)];
	return p < q ? -1 : p > q ? 1 : 0;
}

export function equal(a: Exact, b: Exact): boolean {
	return a.digits === b.digits && a.places === b.places;
}

/** −1, 0 or 1. */
export function sign({ digits }: Exact): number {
	return digits > 0 ? 1 : digits < 0 ? -1 : 0;
}

/** Plain digits, never an exponent, no trailing zeros. */
export function toText({ digits, places }: Exact): string {
	if (places === 0) return digits.toString();
	const text = digits.toString();
	const size = digits < 0 ? text.slice(1) : text;
	const padded = size.padStart(places + 1, "0");
	return `${digits < 0 ? "-" : ""}${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

/** The same number as a whole number of 10^−places. */
export function unscaled({ digits, places }: Exact): { readonly digits: bigint; readonly places: number } {
	return { digits: BigInt(digits), places };
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

/** How many digits a whole number is written with. */
function length(digits: Whole): number {
	if (typeof digits === "bigint") return digits.toString().length - (digits < 0n ? 1 : 0);
	const size = Math.abs(digits);
	let count = 1;
	while (count < smallTens.length && size >= (smallTens[count] as number)) count += 1;
	return count;
}

/** How many zeros a whole number ends with. */
function zerosBehind(digits: Whole): number {
	const text = digits.toString();
	let count = 0;
	while (text.charCodeAt(text.length - 1 - count) === 0x30) count += 1;
	return count;
}

/** The power of ten of the leading digit: tells far apart from near without dividing. Zero has none that matters. */
export function magnitude({ digits, places }: Exact): number {
	return length(digits) - 1 - places;
}

/** How many digits it is written with, zeros before and behind left out: 4 for 0.004050 × 10^n. Zero has none. */
export function significantDigits({ digits, places }: Exact): number {
	if (places > 0) return length(digits);
	return digits.toString().replace("-", "").length - zerosBehind(digits);
}

/** The power of ten of its last digit that is not 0: −2 for 1.25, 2 for 4800. Zero has none that matters. */
export function lastPlace({ digits, places }: Exact): number {
	return places > 0 ? -places : zerosBehind(digits);
}

/**
 * A float within 1e-13 of it, relatively, and the same one for equal numbers: for filters whose margins allow for that, and
 * never for a result.
 */
export function nearly({ digits, places }: Exact): number {
	if (places === 0) return Number(digits);
	const scale = smallTens[places];
	return typeof digits === "number" && scale !== undefined ? digits / scale : Number(`${digits}e-${places}`);
}
