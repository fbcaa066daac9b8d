/** Sheets named by a period: it is that of rows that no column and no title gives one, and nothing else changes. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/contract/report.ts";
import { folder } from "../cli/tanlu.ts";
import { tanlu } from "../support/in-process.ts";
import { type MadeSheet, row, xlsxOf } from "../support/xlsx.ts";

const output = "firm,period,indicator,quantity,unit,prices\nA,2023,value_added,1000,10^4 CNY,constant-2020\n";
/** 10^4 kWh at 0.5568 kg are 5.568 t, as published for 2021. */
const tonnes = (amount: number): string => String((amount * 5568) / 1000);

/** A sheet of one firm's power, without a column of periods. */
const sheet = (name: string, amount: number, title?: string, column = "消费量"): MadeSheet => ({
	name,
	rows: [
		...(title === undefined ? [] : [row(1, [title])]),
		row(2, ["企业", "能源品种", column, "计量单位"]),
		row(3, ["A", "电力", amount, "万千瓦时"]),
	].join(""),
});

async function reported(sheets: readonly MadeSheet[], cwd = folder()): Promise<Report> {
	writeFileSync(join(cwd, "book.xlsx"), xlsxOf({ sheets }));
	writeFileSync(join(cwd, "output.csv"), output);
	const { stdout, stderr } = await tanlu(["report", "book.xlsx", "output.csv", "--format", "json"], { cwd });
	if (stdout === "") throw new Error(stderr);
	return JSON.parse(stdout) as Report;
}

/** Of each year what is covered, and how much it comes to. */
const years = ({ firms }: Report) =>
	firms.flatMap((firm) => firm.years.map(({ year, coverage, emissions }) => [year, coverage, emissions.electricity]));
const told = ({ findings }: Report, code: string) => findings.list.filter((one) => one.code === code);

describe("a sheet that is named by a period", () => {
	it("gives its rows the period: twelve sheets are the twelve months, told once for each", async () => {
		const report = await reported(Array.from({ length: 12 }, (_, month) => sheet(`2023年${month + 1}月`, month + 1)));
		expect(years(report)).toEqual([[2023, "whole-year", tonnes(78)]]);
		const taken = told(report, "year-from-title");
		expect(taken.map(({ sheet: name, row: at }) => [name, at])).toHaveLength(12);
		const first = taken.find(({ sheet: name }) => name === "2023年1月");
		expect(first).toMatchObject({ gravity: "note", row: null });
		expect(first?.message).toBe("rows that name no months are of 2023年1月, as the sheet is named ('2023年1月')");
	});

	it.each(["2023", "2023年", "2023年度"])("gives the whole year: %s", async (name) => {
		expect(years(await reported([sheet(name, 500)]))).toEqual([[2023, "whole-year", tonnes(500)]]);
	});

	it.each([
		"2023-06",
		"2023年6月",
		"2023年1-6月",
		"2023年上半年",
		"2023Q2",
	])("gives a part of it, which is not the whole: %s", async (name) => {
		expect(years(await reported([sheet(name, 500)]))).toEqual([
			[2023, expect.not.stringMatching("whole-year"), expect.anything()],
		]);
	});

	it("by a part alone is of the title's year: months that were each taken for the year", async () => {
		const months = Array.from({ length: 12 }, (_, month) => sheet(`${month + 1}月`, month + 1, "2023年能源消费情况"));
		const report = await reported(months);
		expect(years(report)).toEqual([[2023, "whole-year", tonnes(78)]]);
		expect(report.findings.counts.error).toBe(0);
		const [only] = years(await reported(months.slice(0, 1)));
		expect(only?.[1]).not.toBe("whole-year");
	});

	it("gives the year to a part that the title names", async () => {
		const [only] = years(await reported([sheet("2023年", 500, "1-6月能源消费情况")]));
		// The output is of the whole year.
		expect(only?.slice(0, 2)).toEqual([2023, "months-missing"]);
	});
});

describe("a sheet's name says nothing", () => {
	const whole = [[2023, "whole-year", tonnes(500)]];

	it("against a title that names another year, or a part", async () => {
		expect(years(await reported([sheet("2022年", 500, "2023年能源消费情况")]))).toEqual(whole);
		const half = await reported([sheet("2023年6月", 500, "2023年1-6月能源消费情况")]);
		expect(told(half, "year-from-title")[0]?.message).toContain("2023年1-6月能源消费情况");
	});

	it("where rows say their period themselves", async () => {
		const rows = row(1, ["企业", "期间", "能源品种", "消费量", "计量单位"]) + row(2, ["A", "2023", "电力", 500, "万千瓦时"]);
		const report = await reported([{ name: "2022年1月", rows }]);
		expect(years(report)).toEqual(whole);
		expect(told(report, "year-from-title")).toEqual([]);
	});

	it.each(["月份", "期间"])("of months that stand in a column of %s, whose year the title says", async (column) => {
		const months = Array.from({ length: 12 }, (_, at) => row(at + 3, ["A", `${at + 1}月`, "电力", at + 1, "万千瓦时"])).join("");
		const rows = row(1, ["2023年能源消费情况"]) + row(2, ["企业", column, "能源品种", "消费量", "计量单位"]) + months;
		expect(years(await reported([{ name: "1月", rows }]))).toEqual([[2023, "whole-year", tonnes(78)]]);
	});

	it("of months across, whose year the title says", async () => {
		const header = ["企业", "能源品种", "计量单位", ...Array.from({ length: 12 }, (_, at) => `${at + 1}月`)];
		const amounts = ["A", "电力", "万千瓦时", ...Array.from({ length: 12 }, (_, at) => at + 1)];
		const titled = row(1, ["2023年能源消费情况"]) + row(2, header) + row(3, amounts);
		for (const name of ["1月", "2023年1月", "2023", "Sheet1"])
			expect(years(await reported([{ name, rows: titled }])), name).toEqual([[2023, "whole-year", tonnes(78)]]);
		// Without a title the name of the sheet is what says the year.
		const rows = row(1, header) + row(2, amounts);
		expect(years(await reported([{ name: "2023年", rows }]))).toEqual([[2023, "whole-year", tonnes(78)]]);
	});

	it.each([
		"2023年计划",
		"上年2022",
		"Sheet2023",
		"同比1月",
		"12",
		"2023-2024",
		"1月",
	])("where it says more than a period, or less: %s", async (name) => {
		const named = [
			sheet(name, 500),
			{
				name: "ok",
				rows: row(1, ["企业", "期间", "能源品种", "消费量", "计量单位"]) + row(2, ["A", "2023", "电力", 1, "万千瓦时"]),
			},
		];
		const report = await reported(named);
		expect(years(report)).toEqual(expect.not.arrayContaining([[2023, "whole-year", tonnes(501)]]));
		expect(told(report, "year-from-title")).toEqual([]);
		expect(report.findings.list.length).toBeGreaterThan(0);
	});
});

describe("what is written of such a sheet", () => {
	it("is the same when its rows are split into files", async () => {
		const cwd = folder();
		const sheets = ["1月", "2月"].map((name, at) => sheet(name, at + 1, "2023年能源消费情况"));
		const whole = years(await reported(sheets, cwd));
		await tanlu(["check", "book.xlsx", "output.csv", "--split", "parts"], { cwd });
		const used = readdirSync(join(cwd, "parts")).filter((name) => name.endsWith(".used.csv"));
		expect(used).toHaveLength(3);
		expect(readFileSync(join(cwd, "parts", used.find((name) => name.includes("1月")) as string), "utf8")).toContain(
			"period: 2023年1月",
		);
		const { stdout } = await tanlu(["report", ...used.map((name) => join("parts", name)), "--format", "json"], { cwd });
		expect(years(JSON.parse(stdout) as Report)).toEqual(whole);
	});

	it("is shown by inspect as the name of the sheet", async () => {
		const cwd = folder({ "book.xlsx": xlsxOf({ sheets: [sheet("2023年1月", 5)] }) });
		const { stdout } = await tanlu(["inspect", "book.xlsx", "--format", "json"], { cwd });
		expect(JSON.parse(stdout).files[0].fromTitles).toEqual([
			{ column: "year", value: "2023年1月", row: null, text: "2023年1月" },
		]);
		expect((await tanlu(["inspect", "book.xlsx"], { cwd })).stdout).toContain("the name of the sheet ('2023年1月')");
	});
});
