/** Exact decimals beside fractions of whole numbers. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	compare,
	difference,
	equal,
	fromText,
	known,
	lastPlace,
	magnitude,
	nearly,
	product,
	productOfDigits,
	sign,
	significantDigits,
	sum,
	sumOver,
	toText,
	unscaled,
	zero,
} from "../../src/exact/exact.ts";
import { Fraction, total } from "../oracle/fraction.ts";
import { always, exactly, PLAIN, spelling } from "./numbers.ts";

describe("a number is read as it is spelt, or not at all", () => {
	it.each([
		"0",
		"-0",
		"7",
		"-12.50",
		"007.700",
		"123456789012345678901234567890.12345678901234567890",
	])("%s is a number", (text) => {
		expect(toText(exactly(text))).toBe(Fraction.from(text).text(20));
	});

	it.each([
		["hexadecimal", "0x1F"],
		["octal", "0o17"],
		["binary", "0b11"],
		["an exponent", "1e3"],
		["a capital exponent", "1.5E+05"],
		["infinity", "Infinity"],
		["minus infinity", "-Infinity"],
		["not a number", "NaN"],
		["a bare point before", ".5"],
		["a bare point after", "5."],
		["a plus sign", "+5"],
		["a digit group", "1_000"],
		["a comma", "1,000"],
		["two points", "1.2.3"],
		["two signs", "--1"],
		["nothing", ""],
		["a lone sign", "-"],
		["a blank before", " 1"],
		["a blank after", "1 "],
		["a newline after", "1\n"],
		["full-width digits", "１２"],
		["digits of another script", "١٢"],
		["31 digits before the point", "1".repeat(31)],
		["31 digits of which the first is 0", `0${"1".repeat(30)}`],
		["21 digits after the point", `0.${"1".repeat(21)}`],
	])("%s is refused: %j", (_, text) => {
		expect(fromText(text)).toBeUndefined();
	});

	it("a figure of ours that is no plain decimal is a fault", () => {
		expect(() => known("1e3")).toThrow("not a plain decimal: 1e3");
		expect(toText(known(`0.${"1".repeat(40)}`))).toBe(`0.${"1".repeat(40)}`);
	});

	it("what is read is written back as the same number", () => {
		fc.assert(
			fc.property(spelling, (text) => {
				const written = toText(exactly(text));
				expect(written).toMatch(PLAIN);
				expect(written).toBe(Fraction.from(text).text(20));
			}),
			always(),
		);
	});

	it("what is read is so many whole units of its last place", () => {
		fc.assert(
			fc.property(spelling, (text) => {
				const { digits, places } = unscaled(exactly(text));
				expect(Fraction.of(digits, 10n ** BigInt(places)).equals(Fraction.from(text))).toBe(true);
			}),
			always(),
		);
	});
});

describe("sums, differences and products lose nothing", () => {
	it("0.1 + 0.2 is 0.3", () => {
		expect(toText(sum(exactly("0.1"), exactly("0.2")))).toBe("0.3");
		expect(equal(sum(exactly("0.1"), exactly("0.2")), exactly("0.3"))).toBe(true);
	});

	it("a million times 12345.678 is 12345678000", () => {
		const addend = exactly("12345.678");
		let added = zero;
		for (let i = 0; i < 1_000_000; i += 1) added = sum(added, addend);
		expect(toText(added)).toBe("12345678000");
	});

	it("four ten-thousandths are not lost beside twenty digits", () => {
		expect(toText(sum(exactly("12345678901234567890.123"), exactly("0.0004")))).toBe("12345678901234567890.1234");
	});

	it("the longest product has a hundred digits, all of them right", () => {
		const longest = `${"9".repeat(30)}.${"9".repeat(20)}`;
		const square = (10n ** 50n - 1n) ** 2n;
		const digits = square.toString();
		expect(toText(product(exactly(longest), exactly(longest)))).toBe(`${digits.slice(0, -40)}.${digits.slice(-40)}`);
	});

	it("zero has one writing", () => {
		expect(toText(exactly("-0.000"))).toBe("0");
		expect(toText(product(exactly("-3"), zero))).toBe("0");
		expect(toText(difference(exactly("-3"), exactly("-3")))).toBe("0");
		expect(sign(exactly("-0"))).toBe(0);
		expect(compare(exactly("-0"), zero)).toBe(0);
	});

	it("sums, differences and products are those of fractions", () => {
		fc.assert(
			fc.property(spelling, spelling, (a, b) => {
				const [x, y] = [Fraction.from(a), Fraction.from(b)];
				expect(toText(sum(exactly(a), exactly(b)))).toBe(x.add(y).text(20));
				expect(toText(difference(exactly(a), exactly(b)))).toBe(x.sub(y).text(20));
				expect(toText(product(exactly(a), exactly(b)))).toBe(x.mul(y).text(40));
			}),
			always(),
		);
	});

	it("a sum of any number of numbers is that of fractions, short ones and long ones mixed", () => {
		const short = fc.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 4 }));
		const cell = fc.oneof(
			spelling,
			short.map(([digits, places]) => Fraction.of(BigInt(digits), 10n ** BigInt(places)).text(4)),
			fc.constantFrom("9007199254740991", "-9007199254740991", "4503599627370496", "0.9007199254740991"),
		);
		fc.assert(
			fc.property(fc.array(cell, { maxLength: 14 }), (texts) => {
				const added = sumOver(texts, exactly);
				expect(toText(added)).toBe(texts.reduce((all, text) => all.add(Fraction.from(text)), Fraction.from("0")).text(20));
				expect(equal(added, texts.map(exactly).reduce(sum, zero))).toBe(true);
			}),
			always(),
		);
	});

	it("so many digits times a number are the number they spell times it", () => {
		const digits = fc.oneof(fc.integer({ min: 0, max: 10 ** 6 }), fc.integer({ min: 0, max: 10 ** 15 - 1 }));
		fc.assert(
			fc.property(digits, fc.integer({ min: 0, max: 15 }), spelling, (own, places, by) => {
				const made = productOfDigits(own, places, exactly(by));
				const spelt = Fraction.of(BigInt(own), 10n ** BigInt(places));
				expect(toText(made)).toBe(spelt.mul(Fraction.from(by)).text(40));
				expect(equal(made, product(exactly(spelt.text(15)), exactly(by)))).toBe(true);
			}),
			always(),
		);
	});

	it("a product of six numbers is that of fractions", () => {
		fc.assert(
			fc.property(fc.array(spelling, { minLength: 6, maxLength: 6 }), (texts) => {
				const made = texts.map(exactly).reduce(product);
				expect(toText(made)).toBe(
					texts
						.map(Fraction.from)
						.reduce((x, y) => x.mul(y))
						.text(120),
				);
			}),
			always(2_000),
		);
	});

	it("shuffling addends changes nothing", () => {
		const shuffled = fc.array(spelling, { maxLength: 12 }).chain((texts) => {
			return fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length, maxLength: texts.length }));
		});
		fc.assert(
			fc.property(shuffled, ([texts, other]) => {
				const added = toText(texts.map(exactly).reduce(sum, zero));
				expect(toText(other.map(exactly).reduce(sum, zero))).toBe(added);
				expect(added).toBe(total(texts.map(Fraction.from)).text(20));
			}),
			always(),
		);
	});

	it("adding in halves and joining them is adding in one go", () => {
		fc.assert(
			fc.property(fc.array(spelling, { maxLength: 12 }), fc.nat({ max: 12 }), (texts, cut) => {
				const add = (part: readonly string[]) => part.map(exactly).reduce(sum, zero);
				expect(toText(sum(add(texts.slice(0, cut)), add(texts.slice(cut))))).toBe(toText(add(texts)));
			}),
			always(),
		);
	});
});

describe("comparing is deciding, not estimating", () => {
	it("one in the fiftieth digit is a difference", () => {
		const a = `${"9".repeat(30)}.${"9".repeat(19)}8`;
		const b = `${"9".repeat(30)}.${"9".repeat(20)}`;
		expect(compare(exactly(a), exactly(b))).toBe(-1);
		expect(equal(exactly(a), exactly(b))).toBe(false);
	});

	it("2.50 and 2.5 are equal", () => {
		expect(equal(exactly("2.50"), exactly("2.5"))).toBe(true);
	});

	it("order, equality and sign are those of fractions", () => {
		fc.assert(
			fc.property(spelling, spelling, (a, b) => {
				const order = Fraction.from(a).compare(Fraction.from(b));
				expect(Math.sign(compare(exactly(a), exactly(b)))).toBe(order);
				expect(equal(exactly(a), exactly(b))).toBe(order === 0);
				expect(sign(exactly(a))).toBe(Fraction.from(a).sign);
			}),
			always(),
		);
	});

	it("one unit of the last place decides, either way", () => {
		fc.assert(
			fc.property(spelling, fc.constantFrom(-1, 0, 1), (text, side) => {
				const hair = exactly(`${side < 0 ? "-" : ""}0.0000000000000000000${side === 0 ? 0 : 1}`);
				expect(Math.sign(compare(sum(exactly(text), hair), exactly(text)))).toBe(side);
			}),
			always(),
		);
	});

	it("the magnitude is the power of ten of the leading digit", () => {
		fc.assert(
			fc.property(spelling, (text) => {
				const value = Fraction.from(text).abs();
				fc.pre(value.sign !== 0);
				const ten = Fraction.of(10n);
				const power = magnitude(exactly(text));
				expect(value.compare(ten.pow(power))).toBeGreaterThanOrEqual(0);
				expect(value.compare(ten.pow(power + 1))).toBe(-1);
			}),
			always(),
		);
	});
});

describe("digits of a number", () => {
	it.each([
		["1169.30", 5, -1],
		["4800", 2, 2],
		["0.00450", 2, -4],
		["-7", 1, 0],
		["100000000000000000000000000000.00000000000000000001", 50, -20],
	])("%s has %i, the last at 10^%i", (text, digits, place) => {
		expect(significantDigits(exactly(text))).toBe(digits);
		expect(lastPlace(exactly(text))).toBe(place);
	});

	it("zero has none", () => {
		expect(significantDigits(zero)).toBe(0);
	});
});

describe("the float of a number", () => {
	it("is within 1e-13 of it, and the same for equal numbers", () => {
		fc.assert(
			fc.property(spelling, (text) => {
				const value = exactly(text);
				const float = nearly(value);
				expect(nearly(known(toText(value)))).toBe(float);
				// Number() of a text is correctly rounded, and so within 1.2e-16.
				const right = Number(text);
				expect(Math.abs(float - right)).toBeLessThanOrEqual(Math.abs(right) * 1.1e-13);
			}),
			always(3000),
		);
	});

	it("is zero for zero", () => {
		expect(nearly(zero)).toBe(0);
	});
});
