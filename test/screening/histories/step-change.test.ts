/** M-304: a step that stays. */
import { describe, expect, it } from "vitest";
import { stepChange } from "../../../src/screening/rules/step-change.ts";
import { answerTo, monthsFrom, onlyOf, said } from "../../support/histories.ts";
import { energy } from "../../support/tables.ts";

const asked = (amounts: readonly (string | number)[], limits: Readonly<Record<string, string>> = {}) =>
	answerTo(stepChange, [energy(monthsFrom(2021, amounts))], limits);

/** So many months of one level, with a little scatter that repeats every five months. */
const level = (size: number, months: number) =>
	Array.from({ length: months }, (_, month) => size + (((month * 3) % 5) - 2) * (size / 100));
const heating = [100, 95, 80, 30, 10, 10, 10, 10, 12, 35, 80, 98];

describe("a step that stays", () => {
	it("is told once, at its first month", async () => {
		// Fifteen months at 100, then at 180.
		const answer = await asked([...level(100, 15), ...level(180, 9)]);
		expect(said(answer)).toEqual(["2022-04 @17"]);
		expect(onlyOf("step-change", answer)).toMatchObject({ months: 6 });
	});

	it("is told downwards too", async () => {
		expect(said(await asked([...level(180, 15), ...level(100, 9)]))).toEqual(["2022-04 @17"]);
	});

	it("says how months stand to those of a year before, on either side", async () => {
		// Flat to the digit: 200/100 = 2 after, 100/100 = 1 before.
		expect(onlyOf("step-change", await asked([...Array(15).fill(100), ...Array(9).fill(200)]))).toMatchObject({
			...{ after: "2", before: "1" },
		});
	});

	it("is told by the factor 1.5, to the digit", async () => {
		expect(said(await asked([...Array(15).fill(100), ...Array(9).fill(150)]))).toEqual(["2022-04 @17"]);
		expect(said(await asked([...Array(15).fill(100), ...Array(8).fill(150), 149.9]))).toEqual(["2022-04 @17"]);
		expect(said(await asked([...Array(15).fill(100), ...Array(5).fill(150), 149.9, 150, 150, 150]))).toBe("pass");
	});

	it("is told of a history with seasons", async () => {
		// From October of the second year on twice as much, when the season rises by itself.
		const list = [...heating, ...heating, ...heating].map((amount, month) => (month >= 21 ? amount * 2 : amount));
		expect(said(await asked(list))).toEqual(["2022-10 @23"]);
	});
});

describe("what is no step", () => {
	it("a season", async () => {
		expect(said(await asked([...heating, ...heating, ...heating]))).toBe("pass");
	});

	it("steady growth", async () => {
		expect(said(await asked(Array.from({ length: 36 }, (_, month) => 100 * 1.02 ** month).map((x) => x.toFixed(2))))).toBe(
			"pass",
		);
	});

	it("months that come back", async () => {
		expect(said(await asked([...level(100, 15), ...level(180, 5), ...level(100, 4)]))).toBe("pass");
	});

	it("the echo of a step, a year later", async () => {
		// The step lies in the first year, where nothing shows it; in the second the ratio to last year falls from 1.8 to 1.
		expect(said(await asked([...level(100, 6), ...level(180, 18)]))).toBe("pass");
		expect(said(await asked([...level(100, 15), ...level(180, 21)]))).toEqual(["2022-04 @17"]);
	});

	it("a step across a gap, since nobody knows its month", async () => {
		const list = [...level(100, 15), ...level(180, 9)].map((amount, month) => (month === 14 ? "" : amount));
		expect(said(await asked(list))).toBe("pass");
	});
});

describe("not checked", () => {
	it("is a firm without months, or with fewer than a year, three months and six", async () => {
		expect(said(await answerTo(stepChange, [energy([{}])]))).toBe("no-months");
		expect(said(await asked(level(100, 20)))).toBe("too-few-months");
		expect(said(await asked(level(100, 21)))).toBe("pass");
	});
});
