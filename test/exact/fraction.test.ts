/** Ratios as text and back, and figures of a contract to fewer places. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fractionOf, fractionText } from "../../src/exact/fraction.ts";
import { rounded } from "../../src/exact/round.ts";
import { fewer } from "../../src/views/figures.ts";

const whole = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
const above = fc.bigInt({ min: 1n, max: 10n ** 40n });

describe("a ratio as text", () => {
	it("is the same ratio when it is read", () => {
		fc.assert(
			fc.property(whole, above, (over, under) => {
				const { over: a, under: b } = fractionOf(fractionText({ over, under }));
				expect(a * under).toBe(over * b);
			}),
		);
	});

	it("has no common divisor, and none at all where it is a whole number", () => {
		expect(["44/12", "-6/4", "10/5", "0/7"].map((text) => fractionText(fractionOf(text)))).toEqual(["11/3", "-3/2", "2", "0"]);
	});
});

describe("a figure of twelve places to two", () => {
	it("is what the exact value is to two, or has a place more where that is not known", () => {
		fc.assert(
			fc.property(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 7n }), (over, under) => {
				const exact = { over, under };
				const shown = fewer(rounded(exact, 12), 2, "?");
				expect(shown.replace(/\.?0+$/, "")).toBe(rounded(exact, (shown.split(".")[1] as string).length));
			}),
		);
	});

	it.each([
		["0.005", "0.005"],
		["0.0050000001", "0.01"],
		["0.004999999999", "0.00"],
		["12", "12.00"],
		["-1.015", "-1.015"],
		[null, "?"],
	])("shows %s as %s", (value, wanted) => {
		expect(fewer(value, 2, "?")).toBe(wanted);
	});
});
