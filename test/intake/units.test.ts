/** Units written as so many of another, and what is proposed for a unit that is not known. */
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/index.ts";
import { report } from "../support/reading.ts";
import { energy, type Row, yearOf } from "../support/tables.ts";

const asked = (row: Row): Promise<Report> => report([energy([row, { period: "2022" }])]);

describe("so many of a known unit", () => {
	it.each([
		// 1 t of bituminous coal: 23.204 × 0.02618 × 0.93 × 11/3 = 2.0715092552; 10^4 Nm3 of gas: 389.31 × 0.0153 × 0.99 × 11/3 = 21.62188809.
		["bituminous-coal", "2", "万t", "41430.185104"],
		["bituminous-coal", "2", "千t", "4143.0185104"],
		["bituminous-coal", "2000", "千克", "4.1430185104"],
		["natural-gas", "3", "10^8 m3", "648656.6427"],
		["natural-gas", "3", "亿立方", "648656.6427"],
		["natural-gas", "30000", "立方", "64.86566427"],
	])("%s, %s %s", async (carrier, quantity, unit, co2) => {
		expect(yearOf(await asked({ carrier, quantity, unit }), "F1", 2023).carriers[0]?.co2).toBe(co2);
	});

	it("is none where no unit has that size, or the word is none", async () => {
		for (const unit of ["百吨", "万ton", "万", "万万吨", "10^4"])
			expect(
				(await asked({ unit })).findings.list.map(({ code }) => code),
				unit,
			).toContain("unknown-unit");
	});
});

describe("a proposal", () => {
	it.each([
		["万砘", /万吨/, /百万吨|千吨|“t”|“吨”|Mt|kt/],
		["千方米", /千立方米|千方/, /万|亿/],
	])("for %s is of the same size", async (unit, right, wrong) => {
		const { findings } = await report(
			[energy([{ carrier: unit.startsWith("千") ? "natural-gas" : "coke", unit }, { period: "2022" }])],
			{
				lang: "zh",
			},
		);
		const text = findings.list.find(({ code }) => code === "unknown-unit")?.message ?? "";
		const proposals = text.slice(text.indexOf("无法识别"));
		expect(proposals).toMatch(right);
		expect(proposals).not.toMatch(wrong);
	});
});
