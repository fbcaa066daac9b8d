/** Years that stand apart from how a works goes on, and hide among the levels of years far from them. */
import { describe, expect, it } from "vitest";
import { partAsYear } from "../../../src/screening/rules/years-apart.ts";
import { answerTo, onlyOf, said } from "../../support/histories.ts";
import { energy, output } from "../../support/tables.ts";

/** Coke and power for one of the output, less by 6 per cent each year; the output grows by 3. */
const years = [2020, 2021, 2022, 2023, 2024];
const made = (at: number): number => 40_000 * 1.03 ** at;
const used = (at: number): number => made(at) * 0.94 ** at;

const tables = (share: Readonly<Record<number, number>>) => [
	energy([
		...years.map((year, at) => ({ period: String(year), quantity: used(at).toFixed(2) })),
		...years.map((year, at) => ({
			period: String(year),
			carrier: "electricity",
			quantity: (used(at) * 0.21 * (1 + (at % 2) / 200)).toFixed(2),
			unit: "10^4 kWh",
		})),
	]),
	output(years.map((year, at) => ({ period: String(year), quantity: (made(at) * (share[at] ?? 1)).toFixed(2) }))),
];

describe("nine months of output as a year", () => {
	it.each([1, 2, 3, 4])("are told in the year after the base by so many: %i", async (at) => {
		const answer = await answerTo(partAsYear, tables({ [at]: 0.75 }));
		expect(said(answer)).toHaveLength(1);
		expect(onlyOf("part-of-year-as-year", answer)).toMatchObject({ months: 9 });
	});

	it("are not told of a works that gets better by as much as ever", async () => {
		expect(said(await answerTo(partAsYear, tables({})))).toBe("pass");
	});

	it("are not told of a fall that is none of nine months", async () => {
		expect(said(await answerTo(partAsYear, tables({ 2: 0.69 })))).toBe("pass");
	});

	it("are not told where the years before go up and down as far", async () => {
		expect(said(await answerTo(partAsYear, tables({ 1: 1.18, 4: 0.75 })))).toBe("pass");
	});
});
