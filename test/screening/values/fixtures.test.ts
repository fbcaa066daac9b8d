/** The rules over tables that are kept: clean ones raise no question, and of published ones each answer is known. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ReportOptions, report, type Table } from "../../../src/index.ts";
import { valueRules } from "../../../src/screening/rules/values.ts";
import { casesIn, inWords } from "../../support/screening.ts";

const tablesOf = (folder: string, names: readonly string[]): Table[] =>
	names.map((name) => ({
		name,
		reference: name === "firms.csv",
		text: readFileSync(new URL(`../../../fixtures/${folder}/${name}`, import.meta.url), "utf8"),
	}));
const demo = tablesOf("demo", ["energy.csv", "firms.csv", "output.csv"]);
const listed = tablesOf("listed-firms", ["energy.csv", "output.csv"]);

/** How many firms got which answer, by rule. */
const answers = async (
	tables: readonly Table[],
	options: ReportOptions = {},
): Promise<Record<string, Record<string, number>>> => {
	const cases = await casesIn(tables, options);
	return Object.fromEntries(
		valueRules.map((rule) => {
			const counts: Record<string, number> = {};
			for (const one of cases) {
				const said = inWords(rule.judge(one));
				for (const text of typeof said === "string" ? [said] : said) counts[text] = (counts[text] ?? 0) + 1;
			}
			return [rule.code, counts];
		}),
	);
};
const unchecked = (why: string): string => `not checked: ${why}`;

describe("the demonstration", () => {
	it("passes what it can be asked: twenty firms, and not one question", async () => {
		expect(await answers(demo)).toEqual({
			"cut-off-value": { pass: 20 },
			"float-dust": { pass: 20 },
			"placeholder-amount": { pass: 20 },
			"coarse-measurement": { pass: 2, [unchecked("no-measured-values")]: 18 },
			"output-and-energy-disagree": { pass: 2, [unchecked("no-output")]: 18 },
			"mixed-units": { pass: 2, [unchecked("no-months")]: 18 },
			"value-added-above-output": { [unchecked("no-output")]: 20 },
			"value-added-is-output": { [unchecked("no-output")]: 20 },
			"rate-as-output": { pass: 16, [unchecked("no-earlier-year")]: 4 },
			"clinker-against-fuel": { pass: 2, [unchecked("no-such-carrier")]: 18 },
			"gas-unlike-sector": { [unchecked("no-such-carrier")]: 20 },
			"coal-basis": { [unchecked("not-in-tables")]: 9, [unchecked("no-such-carrier")]: 11 },
			"zero-before-month-ends": { [unchecked("no-as-of")]: 20 },
			"series-out-of-date": { [unchecked("no-as-of")]: 20 },
			"low-oxidation": { [unchecked("no-measured-values")]: 20 },
			"heat-value-out-of-range": { pass: 2, [unchecked("no-measured-values")]: 18 },
			"carbon-content-out-of-range": { [unchecked("no-measured-values")]: 20 },
			"coal-carbon-out-of-range": { pass: 2, [unchecked("no-measured-values")]: 6, [unchecked("no-such-carrier")]: 12 },
			"factor-of-another-size": { [unchecked("no-measured-values")]: 20 },
			"heat-and-carbon-apart": { [unchecked("no-measured-values")]: 20 },
			"process-emissions-missing": { pass: 19, [unchecked("not-in-tables")]: 1 },
		});
	});

	it("on the day its tables were made, too: only F08, which ends in September 2025, is out of date", async () => {
		const found = await answers(demo, { asOf: "2026-01-31" });
		expect(found["zero-before-month-ends"]).toEqual({ pass: 20 });
		expect(found["series-out-of-date"]).toMatchObject({ pass: 1, [unchecked("no-months")]: 18 });
		const questions = Object.values(found).flatMap((counts) => Object.keys(counts).filter((text) => text.includes("@")));
		expect(questions.map((text) => text.split("@")[0])).toEqual(["series-out-of-date", "series-out-of-date"]);
	});

	it("gets no finding of these rules in a report: its coke oven gas is bought, and says so", async () => {
		const { findings } = await report(demo);
		const mine = ["ambiguous-separators", "ambiguous-unit", "may-be-own-made", ...valueRules.map(({ code }) => code as string)];
		expect(findings.list.filter(({ code }) => mine.includes(code))).toEqual([]);
		const silent = demo.map(({ name, text }) => ({ name, text: text.replaceAll("外购焦炉煤气", "coke-oven-gas") }));
		const told = (await report(silent)).findings.list.filter(({ code }) => code === "may-be-own-made");
		expect(told.map(({ firm, period }) => `${firm} ${period}`)).toEqual(
			[2021, 2022, 2023, 2024, 2025].map((year) => `F13 ${year}`),
		);
	});
});

describe("published figures of listed firms", () => {
	it("raise one question, of cubic metres at conditions that are not said", async () => {
		const found = await answers(listed, { electricity: "0.6101" });
		const questions = Object.values(found).flatMap((counts) => Object.keys(counts).filter((text) => text.includes("@")));
		expect(questions).toEqual([]);
		expect(found["placeholder-amount"]).toEqual({ pass: 6, [unchecked("not-in-tables")]: 2 });
		expect(found["coal-basis"]).toEqual({ [unchecked("no-such-carrier")]: 7, [unchecked("not-in-tables")]: 1 });
		const { findings } = await report(listed, { electricity: "0.6101" });
		expect(findings.list.filter(({ code }) => code === "ambiguous-unit").map(({ row, value }) => `${row} ${value}`)).toEqual([
			"5 10000 m³",
		]);
	});
});
