/** Single amounts that look like something else: what a field can hold, what fills a field, what a binary float leaves over. */
import { describe, expect, it } from "vitest";
import { cutOffValue } from "../../../src/screening/rules/cut-off-value.ts";
import { floatDust } from "../../../src/screening/rules/float-dust.ts";
import { placeholderAmount } from "../../../src/screening/rules/placeholder-amount.ts";
import { ask, casesIn, impact, inWords, suspicionOf } from "../../support/screening.ts";
import { energy, output } from "../../support/tables.ts";

const amount = (quantity: string) => [energy([{ quantity }])];
/** A firm whose one row was refused: nothing of it is left to ask about. */
const nothing = [energy([{ quantity: "many" }]), output([{ indicator: "revenue", firm: "F2" }])];

describe("a value as large or as long as a field can be (S-15)", () => {
	it.each([
		"32767",
		"65535",
		"2147483647",
		"65,535",
		"32767.0",
		" 65535 ",
	])("%s is the largest that some field holds", async (quantity) => {
		expect(inWords(await ask(cutOffValue, amount(quantity)))).toEqual([`cut-off-value@energy.csv:2:quantity ${quantity}`.trim()]);
	});

	it.each(["32766", "32768", "655.35", "65534.9", "327670"])("%s is an amount like any other", async (quantity) => {
		expect(inWords(await ask(cutOffValue, amount(quantity)))).toBe("pass");
	});

	it("an output too, and nobody can say what it should be", async () => {
		const found = suspicionOf(await ask(cutOffValue, [...amount("1"), output([{ quantity: "65535" }])]));
		expect(found.finding).toMatchObject({ firm: "F1", period: "2023", with: { of: "number", limit: "65535" } });
		expect([found.year, found.impact]).toEqual([2023, null]);
	});

	it("a name of 255 characters may be cut off, one of 250 is only long", async () => {
		const named = (length: number) => [energy([{ firm_name: "企".repeat(length) }])];
		const found = suspicionOf(await ask(cutOffValue, named(255)));
		expect(found.finding).toMatchObject({ at: { row: 2 }, with: { of: "text", limit: "255" } });
		expect(inWords(await ask(cutOffValue, named(250)))).toBe("pass");
	});
});

describe("an amount that only fills the field (N-10)", () => {
	it.each(["999", "9999", "123456", "0.0001", "9,999", "999.00"])("%s is one", async (quantity) => {
		const found = suspicionOf(await ask(placeholderAmount, amount(quantity)));
		expect(found.finding).toMatchObject({ code: "placeholder-amount", at: { row: 2, column: "quantity", value: quantity } });
		expect([found.year, found.impact]).toEqual([2023, null]);
	});

	it.each(["998", "99.9", "9990", "123457", "0.001", "0"])("%s is none", async (quantity) => {
		expect(inWords(await ask(placeholderAmount, amount(quantity)))).toBe("pass");
	});
});

describe("what a binary float leaves over (N-05)", () => {
	it.each([
		"0.30000000000000004",
		"1234.4999999999998",
		"2.4000000000000004",
		"19.999999999999996",
		"-0",
	])("is seen in %s, and in nothing shorter", async (quantity) => {
		const wanted = quantity === "-0" ? "pass" : [`float-dust@energy.csv:2:quantity ${quantity}`];
		expect(inWords(await ask(floatDust, amount(quantity)))).toEqual(wanted);
	});

	it.each([
		// Fifteen digits, and no run in them.
		"123456.789012345",
		// A run, and few digits.
		"1000000.05",
		"99999.9",
		// Padded to fifteen places: nothing is left over.
		"0.300000000000000",
		"1000000000000000",
	])("is not seen in %s", async (quantity) => {
		expect(inWords(await ask(floatDust, amount(quantity)))).toBe("pass");
	});

	it("is told once for a column, at its first cell, and weighs nothing", async () => {
		const rows = ["1", "0.30000000000000004", "0.7000000000000001"].map((quantity, month) => ({
			quantity,
			period: `2023-0${month + 1}`,
		}));
		const found = suspicionOf(await ask(floatDust, [energy(rows)]));
		expect(found.finding).toMatchObject({ at: { row: 3, value: "0.30000000000000004" }, with: { cells: 2 } });
		expect(impact(found.impact)).toBe("0/1");
		const turned = suspicionOf(await ask(floatDust, [energy([...rows].reverse())]));
		expect(turned.finding).toMatchObject({ at: { row: 2, value: "0.7000000000000001" }, with: { cells: 2 } });
	});
});

describe("a firm without a usable row", () => {
	it("is asked nothing", async () => {
		const [first] = await casesIn(nothing);
		for (const rule of [cutOffValue, placeholderAmount, floatDust])
			expect(first && inWords(rule.judge(first))).toBe("not checked: not-in-tables");
	});
});
