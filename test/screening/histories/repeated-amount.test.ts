/** K-201: the same amount, month after month. */
import { describe, expect, it } from "vitest";
import { repeatedAmount } from "../../../src/screening/rules/repeated-amount.ts";
import { answerTo, monthsFrom, onlyOf, said, stakesOf } from "../../support/histories.ts";
import { energy, type Row } from "../../support/tables.ts";

const asked = (amounts: readonly (string | number)[], cells: Row = {}) =>
	answerTo(repeatedAmount, [energy(monthsFrom(2023, amounts, cells))]);

describe("one amount in months running", () => {
	it("is told from the third on, once, at the first of them", async () => {
		const answer = await asked([1180.2, 1169.3, 1169.3, 1169.3, 1169.3, 1201.7]);
		expect(said(answer)).toEqual(["2023-02 @3"]);
		expect(onlyOf("repeated-amount", answer)).toMatchObject({
			amount: { shown: { value: "1169.3", unit: "t" } },
			months: 4,
			to: "2023-05",
		});
		// What the months really were, nobody can say.
		expect(stakesOf(answer)).toEqual([null]);
	});

	it("is no matter in two, nor in three that a month lies between", async () => {
		expect(said(await asked([10, 11, 11, 12, 11]))).toBe("pass");
		expect(said(await asked([11, 11, "", 11, 12]))).toBe("pass");
	});

	it("runs on over the turn of the year", async () => {
		expect(said(await asked([1, 2, 3, 4, 5, 6, 5, 8, 9, 10, 11.5, 11.5, 11.5]))).toEqual(["2023-11 @12"]);
	});

	it("is let be where it is zero", async () => {
		expect(said(await asked([0, 0, 0, 0, 7, 8, 9]))).toBe("pass");
	});

	it("is compared as a number, however it is written", async () => {
		expect(said(await asked(["11.5", "11.50", "1.15E+01", 12]))).toEqual(["2023-01 @2"]);
	});

	it("differs where the last of thirty digits does, which no float could tell", async () => {
		const [a, b] = ["100000000000000000000000000001", "100000000000000000000000000002"];
		expect(said(await asked([a, a, b, 5, 6]))).toBe("pass");
		expect(said(await asked([a, a, a, 5, 6]))).toEqual(["2023-01 @2"]);
	});

	it("is asked of each site by itself", async () => {
		const rows = ["north", "south", "north", "south"].map((site, index) => ({
			...{ site, quantity: "9.75" },
			period: `2023-0${index + 1}`,
		}));
		const more = [{ site: "north", period: "2023-05", quantity: "8" }];
		expect(said(await answerTo(repeatedAmount, [energy([...rows, ...more])]))).toBe("pass");
	});

	it("is asked for as many months as the limits say", async () => {
		const tables = [energy(monthsFrom(2023, [10, 11, 11, 12, 13]))];
		expect(said(await answerTo(repeatedAmount, tables, { "same-months": "2" }))).toEqual(["2023-02 @3"]);
	});
});

describe("not checked", () => {
	it("is a firm whose tables are of years, or whose months are too few", async () => {
		expect(said(await answerTo(repeatedAmount, [energy([{ period: "2023" }])]))).toBe("no-months");
		expect(said(await asked([5, 5]))).toBe("too-few-months");
	});
});
