/** Pairs instead of quotients: intensities are compared by multiplying across. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	compare,
	divisor,
	fromExact,
	minus,
	negative,
	oneRatio,
	per,
	plus,
	power,
	type Ratio,
	reduced,
	sign,
	ten,
	times,
	toFloat,
	whole,
	zeroRatio,
} from "../../src/exact/ratio.ts";
import { Fraction, total } from "../oracle/fraction.ts";
import { above, always, beside, exactly, fraction, signed, spelling } from "./numbers.ts";

const same = (found: Ratio, expected: Fraction): void => {
	expect(found.under).toBeGreaterThan(0n);
	expect(fraction(found).equals(expected)).toBe(true);
};

describe("pairs are added, multiplied and divided without rounding", () => {
	it("a third and a sixth are a half", () => {
		expect(reduced(plus({ over: 1n, under: 3n }, { over: 1n, under: 6n }))).toEqual({ over: 1n, under: 2n });
	});

	it("44/12 is 11/3", () => {
		expect(reduced({ over: 44n, under: 12n })).toEqual({ over: 11n, under: 3n });
	});

	it("a thousand thirds stay thirds: the number below the line does not grow with the terms", () => {
		let added = zeroRatio;
		for (let i = 0; i < 1000; i += 1) added = plus(added, { over: 1n, under: 3n });
		expect(added).toEqual({ over: 1000n, under: 3n });
	});

	it("sums, differences, products, quotients and powers are those of fractions", () => {
		fc.assert(
			fc.property(signed(40), signed(40), fc.integer({ min: 0, max: 9 }), (a, b, n) => {
				const [x, y] = [fraction(a), fraction(b)];
				same(plus(a, b), x.add(y));
				same(minus(a, b), x.sub(y));
				same(times(a, b), x.mul(y));
				same(negative(a), x.neg());
				same(power(a, n), x.pow(n));
				if (b.over !== 0n) same(per(a, b), x.div(y));
				expect(sign(a)).toBe(x.sign);
			}),
			always(),
		);
	});

	it("shuffling terms changes nothing", () => {
		const shuffled = fc.array(signed(12), { maxLength: 10 }).chain((terms) => {
			return fc.tuple(fc.constant(terms), fc.shuffledSubarray(terms, { minLength: terms.length, maxLength: terms.length }));
		});
		fc.assert(
			fc.property(shuffled, ([terms, other]) => {
				same(terms.reduce(plus, zeroRatio), total(terms.map(fraction)));
				expect(compare(terms.reduce(plus, zeroRatio), other.reduce(plus, zeroRatio))).toBe(0);
			}),
			always(),
		);
	});

	it("lowest terms are one writing for one number", () => {
		fc.assert(
			fc.property(signed(30), fc.bigInt({ min: 1n, max: 10n ** 20n }), (a, common) => {
				const low = reduced({ over: a.over * common, under: a.under * common });
				expect(low).toEqual(reduced(a));
				expect(low).toEqual({ over: fraction(a).num, under: fraction(a).den });
				expect(divisor(low.over, low.under)).toBe(1n);
			}),
			always(),
		);
	});

	it("a decimal is the pair of its digits and a power of ten", () => {
		fc.assert(
			fc.property(spelling, (text) => {
				same(fromExact(exactly(text)), Fraction.from(text));
			}),
			always(),
		);
		expect(fromExact(exactly("-12.50"))).toEqual({ over: -125n, under: 10n });
		expect(whole(5)).toEqual({ over: 5n, under: 1n });
		expect(ten(25)).toBe(10n ** 25n);
	});
});

describe("intensities are compared by multiplying across", () => {
	it("200 t per 100 is 2 t per 1", () => {
		expect(compare(per(whole(200), whole(100)), whole(2))).toBe(0);
	});

	it("a third is above 0.33333333333333333333", () => {
		expect(compare({ over: 1n, under: 3n }, fromExact(exactly("0.33333333333333333333")))).toBe(1);
	});

	it("the order is that of fractions", () => {
		fc.assert(
			fc.property(signed(50), signed(50), (a, b) => {
				expect(compare(a, b)).toBe(fraction(a).compare(fraction(b)));
			}),
			always(),
		);
	});

	it("a relative 10^-30 decides, below and above, however the pair is written", () => {
		fc.assert(
			fc.property(signed(50), fc.integer({ min: -9, max: 9 }), fc.bigInt({ min: 1n, max: 10n ** 30n }), (a, side, common) => {
				const near = beside({ over: a.over * common, under: a.under * common }, side);
				expect(compare(near, a)).toBe(Math.sign(side) * sign(a) + 0);
				expect(compare(a, near)).toBe(0 - Math.sign(side) * sign(a));
			}),
			always(),
		);
	});

	it("emissions over output of two readings are ordered as their cross products are", () => {
		const reading = fc.tuple(spelling, spelling).filter(([, output]) => Fraction.from(output).sign > 0);
		fc.assert(
			fc.property(reading, reading, ([e1, v1], [e2, v2]) => {
				const intensity = (e: string, v: string): Ratio => per(fromExact(exactly(e)), fromExact(exactly(v)));
				const across = Fraction.from(e1)
					.mul(Fraction.from(v2))
					.compare(Fraction.from(e2).mul(Fraction.from(v1)));
				expect(compare(intensity(e1, v1), intensity(e2, v2))).toBe(across);
			}),
			always(),
		);
	});
});

describe("the float that filters use", () => {
	it("is the number itself where a float can hold it", () => {
		expect([zeroRatio, oneRatio, { over: -3n, under: 4n }, { over: 1n, under: 1024n }].map(toFloat)).toEqual([
			0,
			1,
			-0.75,
			2 ** -10,
		]);
	});

	it("is within two units of a float's last place, however long the pair", () => {
		fc.assert(
			fc.property(signed(120), (value) => {
				const found = toFloat(value);
				// A float is a fraction of whole numbers itself: the difference can be taken exactly.
				const [digits, exponent] = found.toExponential(40).split("e") as [string, string];
				const held = Fraction.of(BigInt(digits.replace(".", "")), 10n ** 40n).mul(Fraction.of(10n).pow(Number(exponent)));
				const far = held.sub(fraction(value)).abs();
				expect(
					far.compare(
						fraction(value)
							.abs()
							.mul(Fraction.of(1n, 2n ** 52n)),
					),
				).toBeLessThanOrEqual(0);
			}),
			always(),
		);
	});

	it("keeps its sign and its size for pairs no division of floats could hold", () => {
		fc.assert(
			fc.property(above(20), ({ over, under }) => {
				const long = { over: over * 10n ** 400n, under: under * 10n ** 400n };
				expect(toFloat(long) / toFloat({ over, under })).toBeCloseTo(1, 12);
			}),
			always(1_000),
		);
	});
});
