/** K-205: round numbers. */
import { describe, expect, it } from "vitest";
import { gravity } from "../../../src/findings/gravity.ts";
import { roundAmounts } from "../../../src/screening/rules/round-amounts.ts";
import { answerTo, monthsFrom, onlyOf, said } from "../../support/histories.ts";
import { energy, type Row } from "../../support/tables.ts";

const asked = (amounts: readonly (string | number)[], cells: Row = {}) =>
	answerTo(roundAmounts, [energy(monthsFrom(2023, amounts, cells))]);

describe("a year of round numbers", () => {
	it("is a note: four in five of its months are multiples of 100", async () => {
		// 8 of 10.
		const answer = await asked([1200, 1300, 1100, 900, 800, 700, 800, 900, 1043, 1077]);
		expect(onlyOf("round-amounts", answer)).toMatchObject({ multiple: "100", round: 8, months: 10 });
		expect(gravity["round-amounts"]).toBe("note");
		// 7 of 9 are 77.8 %.
		expect(said(await asked([1200, 1300, 1100, 900, 800, 700, 800, 1043, 1077]))).toBe("pass");
	});

	it("may be multiples of 1000", async () => {
		expect(onlyOf("round-amounts", await asked([12000, 13000, 11000, 9000, 8000, 8000]))).toMatchObject({
			...{ multiple: "1000", round: 6, months: 6 },
		});
	});

	it("is round as it is written, not as it is held", async () => {
		// 118.7 × 10^4 kWh are 1187000 kWh; 1187300 kWh are not round in any unit of ours, but are to who wrote them.
		const power = { carrier: "electricity" };
		const tens = [118.7, 120.3, 119.1, 121.4, 117.9, 118.2];
		expect(said(await asked(tens, { ...power, unit: "10^4 kWh" }))).toBe("pass");
		expect(
			said(
				await asked(
					tens.map((amount) => Math.round(amount * 10) * 1000),
					{ ...power, unit: "kWh" },
				),
			),
		).toEqual(["2023-01 @2"]);
	});

	it.each([
		[["1,200", "1,300", "1,100", "1,400", "1,500", "1,600"], "with separators", ["2023-01 @2"]],
		[["1200.00", "1300.0", "1100.00", "1400.0", "1500.0", "1600.0"], "with zeros behind the point", ["2023-01 @2"]],
		[["1200.50", "1300.10", "1100.20", "1400.30", "1500.40", "1600.50"], "with digits behind the point", "pass"],
		[["1210", "1320", "1130", "1440", "1550", "1660"], "multiples of ten only", "pass"],
		[["0", "0", "0", "0", "0", "0", "0"], "zeros", "too-few-months"],
	])("%j: %s", async (amounts, _, expected) => {
		expect(said(await asked(amounts))).toEqual(expected);
	});
});

describe("not checked", () => {
	it("is a firm without months, or with less than half a year of them", async () => {
		expect(said(await answerTo(roundAmounts, [energy([{ quantity: "1200" }])]))).toBe("no-months");
		expect(said(await asked([100, 200, 300, 400, 500]))).toBe("too-few-months");
	});
});
