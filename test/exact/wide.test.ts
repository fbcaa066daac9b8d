/** Numbers of two floats: within the bounds that they are given, and written as the exact rounding writes them or not at all. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Ratio, ten } from "../../src/exact/ratio.ts";
import { add, div, inv, mul, side, sub } from "../../src/exact/wide/arithmetic.ts";
import { copy, fits, ratioOf, registers, setFloat, setRatio, setWhole, wholeOf } from "../../src/exact/wide/registers.ts";
import { figureRoom, write6, write12 } from "../../src/exact/wide/write.ts";
import { diceOf } from "../oracle/dice.ts";
import { Fraction, ONE } from "../oracle/fraction.ts";
import { always, fraction, natural, signed } from "./numbers.ts";

const r = registers(8);
const bytes = new Uint8Array(100);
const sheet = new DataView(bytes.buffer);
const [x, y, z, scale, error] = [0, 1, 2, 3, 4];

const held = (register: number): Fraction => fraction(ratioOf(r, register));
const unit = Fraction.of(1n, 2n ** 106n);

/** Whether a register is within so many units of a number, as a share of `of`. */
const isWithin = (register: number, value: Fraction, units: Fraction, of = value): boolean =>
	held(register).sub(value).abs().compare(of.abs().mul(unit).mul(units)) <= 0;

const hundredths = (n: bigint): Fraction => Fraction.of(n, 100n);

const written = (end: number): string | null => (end === -1 ? null : Buffer.from(bytes.subarray(3, end)).toString("latin1"));
const written12 = (value: Ratio): string | null => {
	setRatio(r, x, value);
	return written(write12(sheet, 3, r, x, x));
};
const written6 = (value: Ratio, by = 0): string | null => {
	setRatio(r, x, value);
	setFloat(r, error, by);
	return written(write6(sheet, 3, r, x, error));
};

/** Second floats that lie anywhere, also at their ends, where errors are largest. */
const anyRatio = fc.oneof(
	signed(30),
	fc
		.tuple(natural(16, 1n), fc.constantFrom(-1n, 1n), fc.integer({ min: 50, max: 60 }), natural(3, 1n))
		.map(([over, side, shift, by]): Ratio => ({ over: over * 2n ** BigInt(shift) + side * by, under: 2n ** BigInt(shift) })),
);
const notZero = anyRatio.filter(({ over }) => over !== 0n);

describe("a register", () => {
	it("holds a pair within 1.01 units", () => {
		fc.assert(
			fc.property(anyRatio, (value) => {
				setRatio(r, x, value);
				expect(isWithin(x, fraction(value), hundredths(101n))).toBe(true);
				const [first, second] = [r[2 * x] as number, r[2 * x + 1] as number];
				expect(first + second).toBe(first);
			}),
			always(),
		);
	});

	it("holds whole numbers of 32 digits exactly, and gives them back", () => {
		fc.assert(
			fc.property(fc.bigInt({ min: -(2n ** 106n) + 1n, max: 2n ** 106n - 1n }), (value) => {
				setWhole(r, x, value);
				copy(r, y, x);
				expect(wholeOf(r, y)).toBe(value);
			}),
			always(),
		);
	});

	it("is asked to hold zero and what lies between 10^-27 and 10^27", () => {
		expect([0n, 1n, 10n ** 26n, -(10n ** 26n)].map((over) => fits({ over, under: 1n }))).toEqual([true, true, true, true]);
		expect(fits({ over: 1n, under: 10n ** 26n })).toBe(true);
		expect(fits({ over: 10n ** 28n, under: 1n })).toBe(false);
		expect(fits({ over: 1n, under: 10n ** 28n })).toBe(false);
	});
});

describe("arithmetic of registers", () => {
	const both = (a: Ratio, b: Ratio): [Fraction, Fraction] => {
		setRatio(r, x, a);
		setRatio(r, y, b);
		return [held(x), held(y)];
	};

	it("adds and subtracts within 3.01 units of what is added, also where nearly all of it goes away", () => {
		const near = fc
			.tuple(anyRatio, fc.integer({ min: 0, max: 110 }), fc.integer({ min: -3, max: 3 }))
			.map(([a, shift, by]): [Ratio, Ratio] => [
				a,
				{ over: -a.over * 2n ** BigInt(shift) + a.over * BigInt(by), under: a.under * 2n ** BigInt(shift) },
			]);
		fc.assert(
			fc.property(fc.oneof(fc.tuple(anyRatio, anyRatio), near), ([one, other]) => {
				const [a, b] = both(one, other);
				const of = a.abs().add(b.abs());
				add(r, z, x, y);
				expect(isWithin(z, a.add(b), hundredths(301n), of)).toBe(true);
				sub(r, z, x, y);
				expect(isWithin(z, a.sub(b), hundredths(301n), of)).toBe(true);
			}),
			always(),
		);
	});

	it("multiplies within 8.1 units and divides within 13.1", () => {
		fc.assert(
			fc.property(anyRatio, notZero, (one, other) => {
				const [a, b] = both(one, other);
				mul(r, z, x, y);
				expect(isWithin(z, a.mul(b), hundredths(810n))).toBe(true);
				div(r, z, x, y);
				expect(isWithin(z, a.div(b), hundredths(1310n))).toBe(true);
				inv(r, z, y);
				expect(isWithin(z, ONE.div(b), hundredths(1310n))).toBe(true);
			}),
			always(),
		);
	});

	it("puts a result where an operand stood", () => {
		for (const [over, f] of [
			[9n, add],
			[3n, sub],
			[18n, mul],
			[2n, div],
		] as const) {
			setWhole(r, x, 6n);
			setWhole(r, y, 3n);
			f(r, y, x, y);
			expect(wholeOf(r, y)).toBe(over);
		}
		setFloat(r, x, 0.25);
		inv(r, x, x);
		expect(wholeOf(r, x)).toBe(4n);
		setWhole(r, x, 7n);
		mul(r, x, x, x);
		add(r, x, x, x);
		expect(wholeOf(r, x)).toBe(98n);
	});

	it("adds whole numbers below 2^104 exactly", () => {
		const wholes = fc.tuple(fc.bigInt({ min: -(2n ** 104n) + 1n, max: 2n ** 104n - 1n }), fc.integer({ min: 0, max: 103 }));
		const whole = wholes.map(([value, shift]) => value / 2n ** BigInt(shift));
		fc.assert(
			fc.property(whole, whole, (a, b) => {
				setWhole(r, x, a);
				setWhole(r, y, b);
				add(r, z, x, y);
				expect(BigInt(r[2 * z] as number) + BigInt(r[2 * z + 1] as number)).toBe(a + b);
			}),
			always(),
		);
	});

	it("multiplies amounts below 2^50 by factors below 2^53 exactly", () => {
		fc.assert(
			fc.property(fc.bigInt({ min: 0n, max: 2n ** 50n }), fc.bigInt({ min: -(2n ** 53n), max: 2n ** 53n }), (a, b) => {
				setWhole(r, x, a);
				setWhole(r, y, b);
				mul(r, z, x, y);
				expect(wholeOf(r, z)).toBe(a * b);
			}),
			always(),
		);
	});

	it("says on which side a number lies, and nothing of what lies too near", () => {
		fc.assert(
			fc.property(notZero, fc.integer({ min: 0, max: 120 }), fc.integer({ min: -3, max: 3 }), (a, shift, by) => {
				const b = { over: a.over * (2n ** BigInt(shift) + BigInt(by)), under: a.under * 2n ** BigInt(shift) };
				setRatio(r, x, a);
				setRatio(r, y, b);
				const found = side(r, x, y);
				if (found !== 0) expect(found).toBe(fraction(a).compare(fraction(b)));
				else expect(by === 0 || shift >= 95).toBe(true);
			}),
			always(),
		);
	});
});

describe("a register as a figure", () => {
	it.each([
		[0n, 1n, "0"],
		[1n, 1n, "1"],
		[-1n, 1n, "-1"],
		[-1n, 10n ** 13n, "0"],
		[1n, 3n, "0.333333333333"],
		[2n, 3n, "0.666666666667"],
		[-12_345_678_901_234n, 1n, "-12345678901234"],
		[99_999_999_999_999n, 1n, "99999999999999"],
		[1_000_000_000n, 1n, "1000000000"],
		[-1_002_003_004_005n, 10n ** 3n, "-1002003004.005"],
		[10n ** 14n - 1n, 10n ** 12n, "99.999999999999"],
		[9_999_999_999_999_999n, 10n ** 16n, "1"],
		[-99_999_999_999_999_999n, 10n ** 14n, "-1000"],
		[5n, 10n ** 12n, "0.000000000005"],
	])("%s / %s is %s", (over, under, text) => {
		expect(written12({ over, under })).toBe(text);
	});

	it("is none at a tie, and from 10^14 on", () => {
		expect(written12({ over: 5n, under: 10n ** 13n })).toBeNull();
		expect(written12({ over: 123_456n * ten(13) + 15n, under: ten(13) })).toBeNull();
		expect(written12({ over: 10n ** 14n, under: 1n })).toBeNull();
		expect(written6({ over: 5n, under: 10n ** 7n })).toBeNull();
		expect(written6({ over: 10n ** 14n, under: 1n })).toBeNull();
	});

	it("is the exact rounding to 12 and to 6 places of any number below 10^14", () => {
		fc.assert(
			fc.property(signed(20), (value) => {
				const own = fraction(value);
				const [twelve, six] = [written12(value), written6(value)];
				if (twelve !== null) expect(twelve).toBe(own.text(12));
				if (six !== null) expect(six).toBe(own.text(6));
			}),
			always(),
		);
	});

	it("is none of fewer than one in a hundred thousand figures of random digits", () => {
		const dice = diceOf(20_201_231);
		let none = 0;
		for (let i = 0; i < 200_000; i += 1) {
			const own = { over: BigInt(dice.digits(dice.between(1, 22))), under: BigInt(dice.digits(16)) + 1n };
			const text = written12(own);
			if (text === null) none += 1;
			else if (i % 20 === 0) expect(text).toBe(fraction(own).text(12));
		}
		expect(none).toBeLessThanOrEqual(1);
	});

	it("is right or none beside ties and at them, however near", () => {
		fc.assert(
			fc.property(
				natural(26),
				fc.boolean(),
				fc.integer({ min: 12, max: 40 }),
				fc.integer({ min: -9, max: 9 }),
				fc.constantFrom(6, 12),
				(n, below, digits, by, places) => {
					// n and a half in the last place, and so many parts of 10^digits beside it.
					const tie = Fraction.of(2n * n + 1n, 2n * 10n ** BigInt(places));
					const value = tie.add(Fraction.of(BigInt(by), 10n ** BigInt(places + digits)));
					const own = below ? value.neg() : value;
					const text = (places === 12 ? written12 : written6)({ over: own.num, under: own.den });
					if (text !== null) expect(text).toBe(own.text(places));
					// A register knows 29 digits: those of 10^10 decide where the rest stands behind another ten.
					else expect(by === 0 || digits >= 14 || n >= 10n ** BigInt(places)).toBe(true);
				},
			),
			always(),
		);
	});

	it("is right or none where few digits make ties, and where thirteen decimals are all there are", () => {
		let ties = 0;
		fc.assert(
			fc.property(
				natural(24),
				fc.constantFrom(2n ** 12n, 2n ** 13n, ten(13), 2n * ten(12), 4n * ten(12), 3n * ten(13)),
				(n, under) => {
					const value = Fraction.of(n, under);
					const text = written12({ over: n, under });
					if (text === null) ties += 1;
					else expect(text).toBe(value.text(12));
				},
			),
			always(),
		);
		expect(ties).toBeGreaterThan(100);
	});

	it("heeds what a number was made of, and its own error", () => {
		// 0.1 + 10^-13 is sure beside nothing, and not as the difference of numbers of 10^15.
		setRatio(r, x, { over: 10n ** 12n + 6n, under: 10n ** 13n });
		setFloat(r, scale, 1e18);
		expect(written(write12(sheet, 3, r, x, scale))).toBeNull();
		setFloat(r, scale, 1);
		expect(written(write12(sheet, 3, r, x, scale))).toBe("0.100000000001");
		expect(written6({ over: 16n, under: 10n ** 7n }, 0.99e-7)).toBe("0.000002");
		expect(written6({ over: 16n, under: 10n ** 7n }, 1.01e-7)).toBeNull();
	});

	it("stays in its room", () => {
		const ends = [
			{ over: -(10n ** 26n) + 1n, under: 10n ** 12n },
			{ over: -999_999_999_999_999n, under: 10n },
		].map((value) => {
			setRatio(r, x, value);
			return write12(sheet, 0, r, x, x);
		});
		for (const end of ends) expect(end).toBeLessThan(figureRoom);
	});
});
