/** Numbers that are no amount of money, and value added that is a copy: told by the numbers themselves (U-109). */
import { describe, expect, it } from "vitest";
import { rateAsOutput } from "../../../src/screening/rules/rate-as-output.ts";
import { valueAddedIsOutput } from "../../../src/screening/rules/value-added-is-output.ts";
import { ask, inWords, suspicionOf } from "../../support/screening.ts";
import { energy, output, type Row } from "../../support/tables.ts";

const coke = (...amounts: readonly number[]) =>
	energy(amounts.map((amount, index) => ({ period: String(2020 + index), quantity: String(amount) })));
const money = (amounts: readonly string[], cells: Row = {}) =>
	output(amounts.map((quantity, index) => ({ period: String(2020 + index), quantity, ...cells })));
const told = async (amounts: readonly string[], cells: Row = {}, used = [1000, 990, 980, 975, 960]) =>
	inWords(await ask(rateAsOutput, [coke(...used.slice(0, amounts.length)), money(amounts, cells)]));

describe("a rate where an amount should stand", () => {
	it.each([
		["a growth rate", ["2000", "2030", "6.5", "2118", "2160"], 4],
		["a growth rate of two years of data", ["2000", "5.2"], 3],
		["a growth rate in the base", ["3.7", "2030", "2075"], 2],
		["an index of last year's", ["2000", "2030", "2075", "106.5", "2160"], 5],
		["an index below a hundred", ["2000", "97.4", "2075"], 3],
		["an index whose thousandfold is near", ["112812.45", "113904.12", "106.5"], 4],
		["a share in per cent", ["20000", "20300", "24.85"], 4],
	])("%s", async (_, amounts, row) => {
		expect(await told(amounts)).toEqual([`rate-as-output@output.csv:${row}:quantity ${amounts[row - 2]}`]);
	});

	it("names the year beside it", async () => {
		const found = suspicionOf(await ask(rateAsOutput, [coke(1000, 990, 980), money(["2000", "2030", "6.5"])]));
		expect(found.finding).toMatchObject({
			period: "2022",
			with: { why: "growth", year: 2021, value: { exact: "6.5" }, other: { exact: "2030" } },
		});
		expect(found.impact).toBeNull();
	});

	it.each([
		["a decimal point that moved", ["2000", "2030", "20.8"], {}],
		["yuan by the ten thousand in 10^8", ["2100", "2200", "0.22"], {}],
		["small works", ["12.5", "13.1", "6.5"], {}],
		["amounts in 10^8 yuan", ["2.1", "2.2", "6.5"], { unit: "亿元" }],
		["a year that halved", ["200", "210", "96"], {}],
		["more digits than a rate has", ["2000", "2030", "6.5173"], {}],
		["months", ["2000", "2030", "6.5"], { period: "2022-03" }],
	])("is not %s", async (_, amounts, cells) => {
		expect(await told(amounts, cells)).not.toEqual(expect.arrayContaining([expect.stringContaining("rate-as-output")]));
	});

	it("is not asked of a works that stood still, since it may have made so little", async () => {
		expect(await told(["2000", "2030", "6.5"], {}, [1000, 990, 12])).toBe("pass");
		expect(await told(["2000"])).toBe("not checked: no-earlier-year");
	});
});

describe("value added that is a copy", () => {
	const both = async (valueAdded: Row, other: Row) =>
		inWords(await ask(valueAddedIsOutput, [coke(1000), output([valueAdded, other])]));
	const year = { period: "2020" };

	it("of the output value or of the revenue is told, whatever the prices and the unit", async () => {
		const expected = ["value-added-is-output@output.csv:2:quantity 3120.5"];
		const amount = { ...year, quantity: "3120.5" };
		expect(await both(amount, { ...amount, indicator: "output_value", prices: "current" })).toEqual(expected);
		expect(await both(amount, { ...year, indicator: "revenue", quantity: "0.31205", unit: "亿元", prices: "" })).toEqual(
			expected,
		);
	});

	it("is none where they differ, and nobody asks where only one stands", async () => {
		const amount = { ...year, quantity: "3120.5" };
		expect(await both(amount, { ...amount, indicator: "output_value", quantity: "12000" })).toBe("pass");
		expect(await both({ ...year, quantity: "0" }, { ...year, indicator: "output_value", quantity: "0" })).toBe(
			"not checked: no-output",
		);
		expect(inWords(await ask(valueAddedIsOutput, [coke(1000), output([amount])]))).toBe("not checked: no-output");
	});
});
