/** K-203: a year that is last year's over again. */
import { describe, expect, it } from "vitest";
import { copiedYear } from "../../../src/screening/rules/copied-year.ts";
import { answerTo, monthsFrom, onlyOf, said } from "../../support/histories.ts";
import { energy } from "../../support/tables.ts";

const year = [412.7, 380.1, 365.9, 301.4, 288.8, 279.3, 281.6, 284.2, 290.5, 318.7, 371.2, 402.6];
const asked = (amounts: readonly (string | number)[], limits = {}) =>
	answerTo(copiedYear, [energy(monthsFrom(2022, amounts))], limits);

describe("a year whose months equal those of the year before", () => {
	it("is told, once", async () => {
		const answer = await asked([...year, ...year]);
		expect(said(answer)).toEqual(["2023-01 @14"]);
		expect(onlyOf("copied-year", answer)).toMatchObject({ lastYear: 2022, months: 12, shift: "none" });
	});

	it("is told where it has only begun", async () => {
		expect(onlyOf("copied-year", await asked([...year, ...year.slice(0, 3)]))).toMatchObject({ months: 3 });
		expect(said(await asked([...year, ...year.slice(0, 2)]))).toBe("pass");
	});

	it("is no copy with one month of its own", async () => {
		expect(said(await asked([...year, ...year.slice(0, 11), 402.5]))).toBe("pass");
	});

	it("may be shifted by a month, later or earlier: the month that falls out of the year is not asked", async () => {
		// This February has last January's amount, and so on.
		const later = await asked([...year, 377.7, ...year.slice(0, 11)]);
		expect(onlyOf("copied-year", later)).toMatchObject({ months: 11, shift: "later" });
		const earlier = await asked([...year, ...year.slice(1), 377.7]);
		expect(onlyOf("copied-year", earlier)).toMatchObject({ months: 11, shift: "earlier" });
	});

	it("is asked of the months that both years have", async () => {
		const gaps = (at: number) => year.map((amount, index) => (index === at ? "" : amount));
		expect(onlyOf("copied-year", await asked([...gaps(4), ...gaps(7)]))).toMatchObject({ months: 10 });
	});

	it("is told of each year that is one", async () => {
		expect(said(await asked([...year, ...year, ...year]))).toEqual(["2023-01 @14", "2024-01 @26"]);
	});
});

describe("months that agree by chance", () => {
	it("are let be: a flat history equals itself, and so do a few small numbers", async () => {
		expect(said(await asked(Array(24).fill(1169.3)))).toBe("pass");
		// Leading digits and repeats say nothing: 12, 13, 12 are one digit each, three in all.
		expect(said(await asked([12, 13, 12, ...Array(9).fill(""), 12, 13, 12]))).toBe("pass");
		// 12.4, 13.1, 12.2: two digits each, six in all.
		expect(said(await asked([12.4, 13.1, 12.2, ...Array(9).fill(""), 12.4, 13.1, 12.2]))).toEqual(["2023-01 @5"]);
	});

	it("are as many as the limits say", async () => {
		expect(said(await asked([12, 13, 12, ...Array(9).fill(""), 12, 13, 12], { "chance-digits": "3" }))).toEqual(["2023-01 @5"]);
	});

	it("are none where all is zero", async () => {
		expect(said(await asked([...year.slice(0, 6), 0, 0, 0, 0, 0, 0, ...Array(6).fill(""), 0, 0, 0, 0, 0, 0]))).toBe("pass");
	});
});

describe("not checked", () => {
	it("is a firm without months, or with fewer than two copies take", async () => {
		expect(said(await answerTo(copiedYear, [energy([{ period: "2022" }, { period: "2023" }])]))).toBe("no-months");
		expect(said(await asked(year.slice(0, 5)))).toBe("too-few-months");
	});
});
