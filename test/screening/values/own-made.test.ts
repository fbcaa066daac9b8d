/** Gases that carry the carbon of coal or coke that is counted, too (F-11): reported with the tonnes that are in doubt. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listed } from "../../../src/findings/tally.ts";
import { type Report, report } from "../../../src/index.ts";
import { loadReference } from "../../../src/reference/reference.ts";
import { run } from "../../support/run.ts";
import { energy, type Row, reasonsOf, yearOf } from "../../support/tables.ts";

const gas = { carrier: "焦炉煤气", quantity: "3", unit: "10^4 Nm3" };
const coal = { carrier: "洗精煤", quantity: "8000", unit: "吨" };
const told = (from: Report, wanted = "may-be-own-made"): string[] =>
	from.findings.list
		.filter(({ code }) => code === wanted)
		.map(({ row, column, value, period }) => `${row}:${column} ${value} ${period}`);
const of = async (rows: readonly Row[], wanted?: string): Promise<string[]> => told(await report([energy(rows)]), wanted);

describe("a by-product gas beside its coal", () => {
	it("is told once a year, at its first row, and counted as written", async () => {
		const found = await report([
			energy([coal, { ...gas, period: "2023-01" }, { ...gas, period: "2023-02" }, { ...gas, period: "2022" }]),
		]);
		expect(told(found)).toEqual(["3:quantity 3 2023"]);
		// 6 × 173.854 × 0.0136 × 0.99 × 11/3 = 51.496945632.
		expect(yearOf(found, "F1", 2023).carriers.find(({ carrier }) => carrier === "coke-oven-gas")?.co2).toBe("51.496945632");
		expect(reasonsOf(found, "F1", 2023)).not.toContain("errors");
	});

	it.each(["coking-coal", "烟煤", "cleaned-coal"])("comes from %s, and not from every fuel", async (carrier) => {
		expect(await of([{ ...coal, carrier }, gas])).toHaveLength(1);
		expect(await of([{ ...coal, carrier: "diesel" }, gas])).toEqual([]);
	});

	it.each([
		["高炉煤气", "焦炭"],
		["转炉煤气", "焦炭"],
		["密闭电石炉炉气", "coke"],
	])("%s comes from %s", async (carrier, from) => {
		expect(
			await of([
				{ ...coal, carrier: from },
				{ ...gas, carrier },
			]),
		).toHaveLength(1);
	});

	it("is no second emission where the gas or the coal was not burnt here", async () => {
		for (const use of ["sold", "product", "feedstock"]) expect(await of([coal, { ...gas, use }])).toEqual([]);
		expect(await of([{ ...coal, use: "feedstock" }, gas])).toEqual([]);
		expect(await of([coal, { ...gas, quantity: "0" }])).toEqual([]);
		expect(await of([{ ...coal, quantity: "0" }, gas])).toEqual([]);
	});

	it.each([
		"外购焦炉煤气",
		"焦炉煤气（外购）",
		"coke oven gas (purchased)",
	])("%s was bought: nothing to tell", async (carrier) => {
		expect(await of([coal, { ...gas, carrier }])).toEqual([]);
	});

	it("follows --map to what a name counts as", async () => {
		const tables = [energy([coal, { ...gas, carrier: "荒煤气" }])];
		expect(told(await report(tables, { map: ["荒煤气=coke-oven-gas"] }))).toEqual(["3:quantity 3 2023"]);
	});
});

describe("a gas that says it is made in the works", () => {
	it.each([
		"焦炉煤气（自产自用）",
		"自产焦炉煤气",
		"焦炉煤气(回收)",
		"coke oven gas (own)",
	])("%s counts zero, and is reported", async (carrier) => {
		const found = await report([energy([coal, { ...gas, carrier }])]);
		expect([told(found), told(found, "own-made")]).toEqual([[], ["3:quantity 3 2023"]]);
		// The coal alone: 8000 × 2.281759216.
		expect(yearOf(found, "F1", 2023).emissions.total).toBe("18254.073728");
	});

	it("leaves the rows that do not say so to be asked of", async () => {
		const rows = [coal, { ...gas, carrier: "自产焦炉煤气", period: "2023-01" }, { ...gas, period: "2023-02" }];
		expect(await of(rows)).toEqual(["4:quantity 3 2023"]);
		expect(await of(rows, "own-made")).toEqual(["3:quantity 3 2023"]);
		expect(await of([...rows].reverse())).toEqual(["2:quantity 3 2023"]);
	});

	it("is no double count where it is sold", async () => {
		expect(await of([coal, { ...gas, carrier: "自产焦炉煤气", use: "sold" }])).toEqual([]);
	});
});

describe("the table of a coking plant, as its office saved it", () => {
	const file = "03-utf16le-tab-unicode-text.txt";
	const bytes = readFileSync(new URL(`../../../fixtures/messy/${file}`, import.meta.url));
	const source = {
		name: file,
		bytes: async function* () {
			yield new Uint8Array(bytes);
		},
	};

	it("is read as it is: its own gas reported once and counted zero, its unit once, half a year without a verdict", async () => {
		const { part, tally, assessment } = await run([source], {});
		expect(part.inputs).toMatchObject([
			{ encoding: "utf-16le", separator: "\t", rows: { read: 18, used: 18, refused: 0, skipped: 0 } },
		]);
		const found = listed(tally).map(({ code, at }) => `${code}@${at.row}:${at.column}`);
		expect(found).toEqual(["no-base@0:", "no-output@0:", "partial-year@0:", "own-made@4:消费量", "ambiguous-unit@4:计量单位"]);
		expect(assessment.firms.map(({ firm, name }) => [firm, name])).toEqual([["91130209MAEH5W3U7C", "滦州焦化有限公司"]]);
		const year = assessment.firms[0]?.years[0];
		expect(year?.coverage).toBe("partial");
		expect(year?.emissions.carriers.map(({ carrier }) => carrier)).not.toContain("coke-oven-gas");
		expect(loadReference().units.find("百万立方米")?.symbol).toBe("10^6 Nm3");
	});
});
