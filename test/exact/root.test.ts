/** Roots that are only displayed: every figure made from them is rounded correctly, by the test of whole powers. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { surdFigure } from "../../src/exact/figure.ts";
import { oneRatio, type Ratio, ten, whole, zeroRatio } from "../../src/exact/ratio.ts";
import { integerRoot, root, roundedSurd } from "../../src/exact/root.ts";
import { Fraction, ONE } from "../oracle/fraction.ts";
import { above, always, fraction, natural, PLAIN, placesOf, signed } from "./numbers.ts";

const degrees = fc.oneof(
	{ weight: 8, arbitrary: fc.integer({ min: 1, max: 9 }) },
	{ weight: 1, arbitrary: fc.integer({ min: 10, max: 60 }) },
);
const terms = degrees.chain((n) => fc.record({ n: fc.constant(n), k: fc.integer({ min: -n - 1, max: n + 1 }) }));
const stated = fc.integer({ min: 1, max: 99_999 }).map((cut): Ratio => ({ over: BigInt(100_000 - cut), under: 100_000n }));

/** The sign of x − base^(k/n), by whole powers. */
const against = (x: Fraction, base: Fraction, k: number, n: number): number => {
	if (x.sign <= 0) return -1;
	const up = BigInt(Math.abs(k));
	const [over, under] = k < 0 ? [base.den, base.num] : [base.num, base.den];
	const left = x.num ** BigInt(n) * under ** up;
	const right = x.den ** BigInt(n) * over ** up;
	return left < right ? -1 : left > right ? 1 : 0;
};

/** By definition: plain + part × base^(k/n) is within half a unit of the text, and a tie has gone to the even digit. */
const isNearest = (text: string, plain: Ratio, part: Ratio, base: Ratio, k: number, n: number, places: number): boolean => {
	const shown = Fraction.of(BigInt(text.replace(".", "")), 10n ** BigInt(placesOf(text)));
	const half = Fraction.of(1n, 2n * 10n ** BigInt(places));
	if (part.over === 0n) return shown.compare(Fraction.of(fraction(plain).rounded(places), 10n ** BigInt(places))) === 0;
	const sides = [shown.sub(half), shown.add(half)].map((end) => end.sub(fraction(plain)).div(fraction(part)));
	const [low, high] = (part.over < 0n ? sides.reverse() : sides) as [Fraction, Fraction];
	const orders = [against(low, fraction(base), k, n), against(high, fraction(base), k, n)];
	if (orders[0] === 0 || orders[1] === 0) return shown.mul(Fraction.of(10n ** BigInt(places))).num % 2n === 0n;
	return orders[0] === -1 && orders[1] === 1;
};

describe("the whole root", () => {
	it.each([
		[0n, 3, 0n],
		[1n, 60, 1n],
		[26n, 3, 2n],
		[27n, 3, 3n],
		[28n, 3, 3n],
		[10n ** 60n - 1n, 60, 9n],
		[10n ** 60n, 60, 10n],
		[12345n, 1, 12345n],
	])("of %s and degree %i is %s", (value, n, expected) => {
		expect(integerRoot(value, n)).toBe(expected);
	});

	it("of a number below zero is a fault", () => {
		expect(() => integerRoot(-1n, 2)).toThrow("no root of a number below zero");
	});

	it("is the greatest whose power is not above the number", () => {
		fc.assert(
			fc.property(natural(200), degrees, (value, n) => {
				const found = integerRoot(value, n);
				expect(found ** BigInt(n) <= value && value < (found + 1n) ** BigInt(n)).toBe(true);
			}),
			always(),
		);
	});

	it("is right on a power and one beside it", () => {
		fc.assert(
			fc.property(natural(20, 2n), fc.integer({ min: 2, max: 60 }), (r, n) => {
				const powered = r ** BigInt(n);
				expect([powered - 1n, powered, powered + 1n].map((value) => integerRoot(value, n))).toEqual([r - 1n, r, r]);
			}),
			always(2_000),
		);
	});
});

describe("base^(k/n)", () => {
	it("of 0.82^(5/5) is 82/100 after all, and 0.64^(1/2) is 8/10", () => {
		expect(root({ over: 82n, under: 100n }, 5, 5).rational).toEqual({ over: 41n, under: 50n });
		expect(root({ over: 64n, under: 100n }, 1, 2).rational).toEqual({ over: 4n, under: 5n });
		expect(root({ over: 64n, under: 100n }, -1, 2).rational).toEqual({ over: 5n, under: 4n });
		expect(root({ over: 82n, under: 100n }, 0, 5).rational).toEqual(oneRatio);
		expect(root({ over: 82n, under: 100n }, 1, 5).rational).toBeUndefined();
	});

	it("has as many digits as are asked for, cut and not rounded", () => {
		// What the published rate of 3.891% a year leaves; the digits from the decimal arithmetic of another language.
		expect(root({ over: 82n, under: 100n }, 1, 5).digits(28)).toBe(9610871496100632962318224806n);
	});

	it("is bracketed by its digits, to any length, before the base year as after it", () => {
		fc.assert(
			fc.property(above(8), terms, fc.integer({ min: 0, max: 40 }), (base, { n, k }, places) => {
				const found = root(base, k, n);
				const low = found.digits(places);
				const order = against(Fraction.of(low, ten(places)), fraction(base), k, n);
				expect(low === 0n ? -1 : order).toBeLessThanOrEqual(0);
				expect(against(Fraction.of(low + 1n, ten(places)), fraction(base), k, n)).toBe(1);
				if (found.rational !== undefined) expect(against(fraction(found.rational), fraction(base), k, n)).toBe(0);
			}),
			always(),
		);
	});

	it("is known to be a ratio exactly where it is one", () => {
		fc.assert(
			fc.property(above(4), terms, fc.boolean(), (share, { n, k }, spoilt) => {
				const base = fraction(share).pow(n);
				const near = spoilt ? base.add(Fraction.of(1n, base.den)) : base;
				const { rational } = root({ over: near.num, under: near.den }, k, n);
				if (spoilt) expect(rational === undefined || against(fraction(rational), near, k, n) === 0).toBe(true);
				else expect(rational === undefined ? undefined : fraction(rational).equals(fraction(share).pow(k))).toBe(true);
			}),
			always(),
		);
	});
});

describe("what is shown of a path is rounded correctly", () => {
	const official = (year: number): string =>
		surdFigure(whole(-100), whole(100), root({ over: 82n, under: 100n }, year - 2020, 5))(2);

	it("the path of 18% over five years falls 3.89, 7.63, 11.23, 14.68 and 18%", () => {
		expect([2020, 2021, 2022, 2023, 2024, 2025].map(official)).toEqual(["0", "-3.89", "-7.63", "-11.23", "-14.68", "-18"]);
	});

	it("a share that is a ratio may be a tie, and goes to the even digit", () => {
		const half = root({ over: 1n, under: 4n }, 1, 2);
		expect(["0", "1", "2", "3"].map((n) => roundedSurd({ plain: whole(BigInt(n)), part: oneRatio, root: half }, 0))).toEqual([
			"0",
			"2",
			"2",
			"4",
		]);
	});

	it("the required intensity is the base times the share, to within half a unit", () => {
		fc.assert(
			fc.property(above(25), stated, terms, fc.integer({ min: 0, max: 12 }), (base, keep, { n, k }, places) => {
				const text = roundedSurd({ plain: zeroRatio, part: base, root: root(keep, k, n) }, places);
				expect(text).toMatch(PLAIN);
				expect(placesOf(text)).toBeLessThanOrEqual(places);
				expect(isNearest(text, zeroRatio, base, keep, k, n, places)).toBe(true);
			}),
			always(),
		);
	});

	it("the gap is the intensity less the required one, to within half a unit, on either side of zero", () => {
		fc.assert(
			fc.property(
				signed(20),
				signed(20),
				stated,
				terms,
				fc.integer({ min: 0, max: 12 }),
				(value, base, keep, { n, k }, places) => {
					const part = { over: -base.over, under: base.under };
					const text = surdFigure(value, part, root(keep, k, n))(places);
					expect(text).toMatch(PLAIN);
					expect(placesOf(text)).toBeLessThanOrEqual(places);
					expect(isNearest(text, value, part, keep, k, n, places)).toBe(true);
				},
			),
			always(),
		);
	});

	it("a gap that all but vanishes keeps its digits", () => {
		fc.assert(
			fc.property(above(12), stated, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 12 }), (base, keep, k, places) => {
				// The value is base × share cut off at 45 digits: what is left of the gap is far below every place shown.
				const share = root(keep, k, 5);
				const value = fraction(base).mul(Fraction.of(share.digits(45), ten(45)));
				const part = { over: -base.over, under: base.under };
				const text = roundedSurd({ plain: { over: value.num, under: value.den }, part, root: share }, places);
				expect(text).toBe("0");
				expect(isNearest(text, { over: value.num, under: value.den }, part, keep, k, 5, places)).toBe(true);
			}),
			always(),
		);
	});

	it("a figure a hair beside a tie goes to the nearer digit", () => {
		fc.assert(
			fc.property(
				stated,
				fc.integer({ min: 1, max: 4 }),
				fc.integer({ min: -999, max: 999 }),
				fc.integer({ min: 0, max: 12 }),
				(keep, k, unit, places) => {
					// plain + share is half way between two figures, but for what the seventieth digit of the share leaves.
					const share = root(keep, k, 5);
					const tie = Fraction.of(BigInt(2 * unit + 1), 2n * ten(places));
					const plain = tie.sub(Fraction.of(share.digits(70), ten(70)));
					const text = roundedSurd({ plain: { over: plain.num, under: plain.den }, part: oneRatio, root: share }, places);
					expect(isNearest(text, { over: plain.num, under: plain.den }, oneRatio, keep, k, 5, places)).toBe(true);
					if (share.rational === undefined) expect(text).toBe(Fraction.of(BigInt(unit + 1), ten(places)).text(places));
				},
			),
			always(),
		);
	});

	it("a share of a ratio is rounded as a quotient is", () => {
		fc.assert(
			fc.property(
				signed(15),
				signed(15),
				above(3),
				terms,
				fc.integer({ min: 0, max: 12 }),
				(plain, part, share, { n, k }, places) => {
					const base = fraction(share).pow(n);
					const text = roundedSurd({ plain, part, root: root({ over: base.num, under: base.den }, k, n) }, places);
					const rational = k === 0 ? ONE : fraction(share).pow(k);
					expect(text).toBe(fraction(plain).add(fraction(part).mul(rational)).text(places));
				},
			),
			always(),
		);
	});
});
