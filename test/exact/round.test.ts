/** Figures that are shown: divided and rounded once, half to even. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figure } from "../../src/exact/figure.ts";
import { fromExact, type Ratio, ratio } from "../../src/exact/ratio.ts";
import { nearest, placed, rounded, trimmed, written } from "../../src/exact/round.ts";
import { Fraction } from "../oracle/fraction.ts";
import { above, always, exactly, fraction, PLAIN, placesOf, signed, spelling } from "./numbers.ts";

const places = fc.integer({ min: 0, max: 12 });

/** A number that lies exactly half way between two figures of so many places. */
const tie = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), places, fc.bigInt({ min: 1n, max: 10n ** 12n }));
const half = (low: bigint, at: number, common: bigint): Ratio => ({
	over: (2n * low + 1n) * common,
	under: 2n * 10n ** BigInt(at) * common,
});

/** By definition: no figure of so many places is nearer, and of two as near it is the even one. */
const isNearest = (text: string, value: Fraction, at: number): boolean => {
	const far = Fraction.of(BigInt(text.replace(".", "")), 10n ** BigInt(placesOf(text)))
		.sub(value)
		.abs()
		.mul(Fraction.of(2n * 10n ** BigInt(at)));
	const order = far.compare(Fraction.of(1n));
	const last = BigInt(text.replace(".", "").concat("0".repeat(at - placesOf(text))));
	return order < 0 || (order === 0 && last % 2n === 0n);
};

describe("a figure is rounded half to even", () => {
	it("its digits are written without zeros at their end", () => {
		const value = fc.tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 14 }));
		fc.assert(
			fc.property(value, fc.integer({ min: 0, max: 16 }), ([digits, zeros], at) => {
				const number = digits * 10n ** BigInt(zeros);
				expect(written(number, at)).toBe(trimmed(placed(number, at)));
			}),
		);
	});

	it.each([
		["0.5", 0, "0"],
		["1.5", 0, "2"],
		["2.5", 0, "2"],
		["3.5", 0, "4"],
		["-0.5", 0, "0"],
		["-1.5", 0, "-2"],
		["-2.5", 0, "-2"],
		["0.125", 2, "0.12"],
		["0.375", 2, "0.38"],
		["-0.125", 2, "-0.12"],
		["0.1250000000000000001", 2, "0.13"],
		["0.1249999999999999999", 2, "0.12"],
		["1.0000000000005", 12, "1"],
		["1.0000000000015", 12, "1.000000000002"],
		["-0.0000000000004", 12, "0"],
		["99999.9999999999999", 12, "100000"],
		["1234500", 0, "1234500"],
		["10.10", 12, "10.1"],
	])("%s at %i places is %s", (value, at, text) => {
		expect(figure(fromExact(exactly(value)))(at)).toBe(text);
	});

	it("a third is a third: three of them are one, and it is shown with as many threes as asked", () => {
		const third = ratio(1n, 3n);
		expect(figure(third)(12)).toBe("0.333333333333");
		expect(figure(third)(1)).toBe("0.3");
		expect(rounded({ over: third.over * 3n, under: third.under }, 12)).toBe("1");
		expect(figure(ratio(2n, 3n))(4)).toBe("0.6667");
		expect(figure(ratio(-2n, 3n))(4)).toBe("-0.6667");
	});

	it("a sign below the line moves above it, and nothing under the line is a fault", () => {
		expect(ratio(1n, -2n)).toEqual({ over: -1n, under: 2n });
		expect(() => ratio(1n, 0n)).toThrow("nothing under the line");
	});

	it("a figure is made from the exact value each time, so that nothing is rounded twice", () => {
		const value = figure(fromExact(exactly("0.4549")));
		expect([value(2), value(1), value(3)]).toEqual(["0.45", "0.5", "0.455"]);
	});

	it("quotients are shown as fractions round", () => {
		fc.assert(
			fc.property(signed(60), places, (value, at) => {
				expect(rounded(value, at)).toBe(fraction(value).text(at));
				expect(figure(value)(at)).toBe(rounded(value, at));
			}),
			always(),
		);
	});

	it("quotients of two readings are shown as fractions round", () => {
		fc.assert(
			fc.property(spelling, spelling, places, (a, b, at) => {
				fc.pre(Fraction.from(b).sign !== 0);
				const [x, y] = [fromExact(exactly(a)), fromExact(exactly(b))];
				const text = rounded(ratio(x.over * y.under, x.under * y.over), at);
				expect(text).toBe(Fraction.from(a).div(Fraction.from(b)).text(at));
				expect(isNearest(text, Fraction.from(a).div(Fraction.from(b)), at)).toBe(true);
			}),
			always(),
		);
	});

	it("an exact tie goes to the even digit, on either side of zero", () => {
		fc.assert(
			fc.property(tie, ([low, at, common]) => {
				const text = rounded(half(low, at, common), at);
				const even = low % 2n === 0n ? low : low + 1n;
				expect(text).toBe(Fraction.of(even, 10n ** BigInt(at)).text(at));
				expect(isNearest(text, fraction(half(low, at, common)), at)).toBe(true);
			}),
			always(),
		);
	});

	it("a hair beside a tie goes to the nearer digit", () => {
		fc.assert(
			fc.property(tie, fc.constantFrom(-1n, 1n), ([low, at, common], side) => {
				const { over, under } = half(low, at, common);
				const text = rounded({ over: over * 10n ** 40n + side, under: under * 10n ** 40n }, at);
				expect(text).toBe(Fraction.of(side < 0n ? low : low + 1n, 10n ** BigInt(at)).text(at));
			}),
			always(),
		);
	});

	it("no figure has an exponent, trailing zeros, a minus before zero or too many places", () => {
		fc.assert(
			fc.property(signed(40), places, (value, at) => {
				const text = rounded(value, at);
				expect(text).toMatch(PLAIN);
				expect(placesOf(text)).toBeLessThanOrEqual(at);
			}),
			always(),
		);
	});

	it("a number and its negative are shown with the same digits", () => {
		fc.assert(
			fc.property(above(40), places, ({ over, under }, at) => {
				const text = rounded({ over, under }, at);
				expect(rounded({ over: -over, under }, at)).toBe(text === "0" ? "0" : `-${text}`);
			}),
			always(),
		);
	});
});

describe("the steps of rounding", () => {
	it("nearest takes a tie to the even whole number", () => {
		expect([-5n, -3n, -1n, 1n, 3n, 5n].map((over) => nearest(over, 2n))).toEqual([-2n, -2n, 0n, 0n, 2n, 2n]);
	});

	it("placed writes every place, trimmed drops the zeros behind the point and no others", () => {
		expect(placed(-5n, 3)).toBe("-0.005");
		expect(placed(1200n, 2)).toBe("12.00");
		expect(placed(1200n, 0)).toBe("1200");
		expect(trimmed("12.00")).toBe("12");
		expect(trimmed("0.500")).toBe("0.5");
		expect(trimmed("1200")).toBe("1200");
	});
});
