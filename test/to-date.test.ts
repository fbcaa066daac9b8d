/** Months of a year that is not whole, beside those of last year: the same however they are written, and what the oracle says. */
import { describe, expect, it } from "vitest";
import { difference } from "./oracle/difference.ts";
import { oracle } from "./oracle/oracle.ts";
import { toTables } from "./oracle/tables.ts";
import type { Submission } from "./oracle/types.ts";
import { writingsOf } from "./oracle/writings.ts";
import { report } from "./support/reading.ts";
import { energy, monthly, output, type Row, steadyFirm, tablesOf, yearOf } from "./support/tables.ts";

const CASES = Number(process.env["RANDOM_CASES"] ?? 60);

describe("one history of months", () => {
	it("comes to the same by single months, by spans and to date, and to what the oracle says", async () => {
		const words = new Map<string, number>();
		for (let seed = 1; seed <= CASES; seed += 1) {
			const { single, spans, toDate } = writingsOf(seed);
			const partOf = async (one: Submission) => {
				const last = (await report(toTables(one))).firms[0]?.years.at(-1);
				return { emissions: last?.emissions, toDate: last?.toDate, verdict: last?.verdict };
			};
			const found = await partOf(single);
			const expected = oracle(single, { toDate: true }).firms[0]?.years.at(-1);
			expect(difference({ emissions: expected?.emissions, toDate: expected?.toDate }, found), `seed ${seed}`).toBeNull();
			expect(await partOf(spans), `seed ${seed}, spans`).toEqual(found);
			expect(await partOf(toDate), `seed ${seed}, to date`).toEqual(found);
			const word = found.toDate?.verdict.word ?? "none";
			words.set(word, (words.get(word) ?? 0) + 1);
		}
		// Random months fall and rise: more than one word occurs, and none is withheld.
		expect(words.size).toBeGreaterThan(1);
		expect([words.has("withheld"), words.has("none")]).toEqual([false, false]);
	});
});

describe("a part of a year", () => {
	const months = (row: Row, year: string, until: number): Row[] => monthly(row, year).slice(0, until);
	/** 12 t a month in 2020 and 2021, 11 in 2022 to a month; 10 of value added a month. */
	const history = (until: number, madeUntil = until): ReturnType<typeof report> =>
		report([
			energy([
				...monthly({ quantity: "12", emission_factor: "1" }, "2020"),
				...monthly({ quantity: "12", emission_factor: "1" }, "2021"),
				...months({ quantity: "11", emission_factor: "1" }, "2022", until),
			]),
			output([...monthly({}, "2020"), ...monthly({}, "2021"), ...months({}, "2022", madeUntil)]),
		]);

	it("is held against the same months and through last year, at the whole year's rate", async () => {
		// 11/12 − 1 = −8.3333…%: more than 3.89% in the year, and since 2020 more than the 7.63% that 2022 asks for.
		expect(yearOf(await history(3), "F1", 2022).toDate).toEqual({
			months: 3,
			intensity: "1.1",
			sameMonthsPercent: "-8.333333333333",
			cumulativePercent: "-8.333333333333",
			requiredPercent: "-7.63114908544",
			// 12 + 3 of sixty months
			timeGonePercent: "25",
			verdict: { word: "on-track", qualifiers: ["to-date"], yearTest: "pass", cumulativeTest: "pass", reasons: [] },
		});
	});

	it("leaves out the months that one table has and another lacks", async () => {
		const { toDate, coverage } = yearOf(await history(5, 4), "F1", 2022);
		expect([coverage, toDate?.months, toDate?.intensity, toDate?.verdict.word]).toEqual(["months-missing", 4, "1.1", "on-track"]);
	});

	it("has no intensity where an amount goes beyond the months, and says so", async () => {
		const bought: Row = { carrier: "electricity", unit: "MWh", emission_factor: "" };
		const found = await report([
			energy([
				...monthly({ quantity: "12", emission_factor: "1" }, "2021"),
				...months({ quantity: "11", emission_factor: "1" }, "2022", 4),
				...monthly({ ...bought, quantity: "5" }, "2021"),
				...[1, 2].map((quarter) => ({ ...bought, quantity: "15", period: `2022Q${quarter}` })),
			]),
			output([...monthly({}, "2021"), ...months({}, "2022", 4)]),
		]);
		expect(yearOf(found, "F1", 2022).toDate).toMatchObject({
			months: 4,
			intensity: null,
			sameMonthsPercent: null,
			verdict: { word: "withheld", reasons: ["no-base", "not-monthly"] },
		});
	});

	it("is shown beside last year's months where there is no base, and judged by nothing", async () => {
		const found = await report([
			energy([
				...monthly({ quantity: "12", emission_factor: "1" }, "2022"),
				...months({ quantity: "11", emission_factor: "1" }, "2023", 6),
			]),
			output([...monthly({}, "2022"), ...months({}, "2023", 6)]),
		]);
		expect(yearOf(found, "F1", 2023).toDate).toMatchObject({
			sameMonthsPercent: "-8.333333333333",
			cumulativePercent: null,
			verdict: { word: "withheld", reasons: ["no-base"] },
		});
	});

	it("is nothing of a whole year", async () => {
		const found = await report(tablesOf(steadyFirm({ co2: { 2020: "1000", 2021: "950" } })));
		expect(yearOf(found, "F1", 2021).toDate).toBeNull();
	});
});
