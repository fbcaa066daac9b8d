/** Logarithms, means and exponentials between bounds, against decimal.js at 150 digits and the mean's other form. */
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	around,
	type Bounds,
	divided,
	exponential,
	logarithm,
	logarithmicMean,
	multiplied,
	roundedEnclosed,
} from "../../src/exact/bounds.ts";
import { type Ratio, times } from "../../src/exact/ratio.ts";
import { above, always, natural } from "./numbers.ts";

const Fine = Decimal.clone({ precision: 170, toExpNeg: -9e15, toExpPos: 9e15 });
type Fine = InstanceType<typeof Fine>;
const decimal = ({ over, under }: Ratio): Fine => new Fine(over.toString()).dividedBy(under.toString());

/** Whether a number lies between bounds, and how many steps these are apart. */
const apart = (value: Fine, { low, high }: Bounds, bits: number): bigint => {
	const scaled = value.times(new Fine(2).pow(bits));
	expect(scaled.gte(low.toString())).toBe(true);
	expect(scaled.lte(high.toString())).toBe(true);
	return high - low;
};

const sizes = fc.constantFrom(64, 192, 384);
/** A pair near one: as near as 10^−40, and further off. */
const near = fc
	.tuple(natural(40, 1n), fc.integer({ min: 0, max: 40 }), fc.boolean())
	.map(
		([size, zeros, below]): Ratio => ({
			over: 10n ** 40n + (below ? -1n : 1n) * (size / 10n ** BigInt(zeros)),
			under: 10n ** 40n,
		}),
	)
	.filter(({ over }) => over > 0n);

describe("a logarithm", () => {
	it("lies between its bounds, which are a step or two apart", () => {
		fc.assert(
			fc.property(fc.oneof(above(30), near), sizes, (value, bits) => {
				expect(apart(decimal(value).ln(), logarithm(value, bits), bits)).toBeLessThanOrEqual(2n);
			}),
			always(3000),
		);
	});

	it("of one is nothing, and of what is not above zero there is none", () => {
		expect(logarithm({ over: 7n, under: 7n }, 192)).toEqual({ low: 0n, high: 0n });
		expect(() => logarithm({ over: 0n, under: 1n }, 192)).toThrow("not above zero");
	});

	it("of two has the digits that everybody knows", () => {
		const ln2 = roundedEnclosed((bits) => logarithm({ over: 2n, under: 1n }, bits), 60);
		// OEIS A002162.
		expect(ln2).toBe("0.69314718055994530941723212145817656807550013436025525412068");
	});
});

describe("a logarithmic mean", () => {
	const sinhForm = (a: Fine, b: Fine): Fine => {
		if (a.eq(b)) return a;
		const half = a.dividedBy(b).ln().dividedBy(2);
		return a.times(b).sqrt().times(half.sinh().dividedBy(half));
	};

	it("lies between its bounds, whether its numbers are far apart, near each other or equal", () => {
		fc.assert(
			fc.property(above(12), fc.oneof(above(6), near, fc.constant({ over: 1n, under: 1n })), sizes, (a, share, bits) => {
				const b = times(a, share);
				const size = sinhForm(decimal(a), decimal(b));
				const wide = apart(size, logarithmicMean(a, b, bits), bits);
				// A step or two of the quotient, and those of what is divided, as many times as the mean is large.
				expect(new Fine(wide.toString()).lte(size.plus(decimal(a)).plus(decimal(b)).times(2000).plus(200))).toBe(true);
			}),
			always(2000),
		);
	});
});

describe("an exponential", () => {
	it("lies between its bounds", () => {
		fc.assert(
			fc.property(fc.bigInt({ min: -40n * 10n ** 30n, max: 40n * 10n ** 30n }), sizes, (size, bits) => {
				const power = { over: size, under: 10n ** 30n };
				const value = exponential(around(power, bits), bits) as Bounds;
				apart(decimal(power).exp(), value, bits);
			}),
			always(2000),
		);
	});

	it("is not told of a power that nobody knows to a quarter", () => {
		expect(exponential({ low: 0n, high: 1n << 64n }, 64)).toBeUndefined();
	});
});

describe("products and quotients", () => {
	const pair = fc.tuple(above(8), fc.bigInt({ min: -(10n ** 8n), max: 10n ** 8n }), sizes);

	it("lie between their bounds, whatever the sign", () => {
		fc.assert(
			fc.property(pair, ([a, over, bits]) => {
				const b = { over, under: 997n };
				apart(decimal(a).times(decimal(b)), multiplied(around(a, bits), around(b, bits), bits), bits);
				apart(decimal(b).dividedBy(decimal(a)), divided(around(b, bits), around(a, bits), bits) as Bounds, bits);
			}),
			always(2000),
		);
	});
});

describe("rounding", () => {
	it("goes on until both bounds round alike, and takes a tie for the even digit", () => {
		const half = (bits: number): Bounds => ({ low: (1n << BigInt(bits - 1)) - 1n, high: (1n << BigInt(bits - 1)) + 1n });
		expect(roundedEnclosed(half, 0)).toBe("0");
		const oneAndHalf = (bits: number): Bounds => ({
			low: 3n * (1n << BigInt(bits - 1)) - 1n,
			high: 3n * (1n << BigInt(bits - 1)),
		});
		expect(roundedEnclosed(oneAndHalf, 0)).toBe("2");
		// A hair above the tie, which 192 bits do not show.
		const hair = (bits: number): Bounds => {
			const low = (1n << BigInt(bits - 1)) + (bits < 300 ? 0n : 1n << BigInt(bits - 300));
			return { low, high: low + 1n };
		};
		expect(roundedEnclosed((bits) => (bits < 300 ? { low: hair(bits).low - 1n, high: hair(bits).high } : hair(bits)), 0)).toBe(
			"1",
		);
	});
});
