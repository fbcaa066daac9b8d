/**
 * Layouts of offices that differ from the usual ones in a word or two: the figure is right, or the table is refused by name. All hold
 * 1,200 t of bituminous coal and 240 × 10^4 kWh in 2023, unless the case says otherwise.
 */
import { describe, expect, it } from "vitest";
import { ReportError } from "../../src/index.ts";
import { inFractions } from "../support/fractions.ts";
import { report } from "../support/reading.ts";

const coal = [100, 95, 105, 98, 102, 110, 90, 100, 97, 103, 101, 99];
const power = [20, 19, 21, 18, 22, 20, 20, 19, 21, 20, 20, 20];
const toDate = (months: readonly number[]): number[] => months.map((_, month) => sum(months.slice(0, month + 1)));
const sum = (months: readonly number[]): number => months.reduce((all, one) => all + one, 0);
const firm = "甲川钢铁有限公司";
const month = (index: number): string => `2023-${String(index + 1).padStart(2, "0")}`;

type Cells = readonly (readonly (string | number)[])[];

async function read(
	cells: Cells,
): Promise<{ readonly figures: Record<string, string | null>; readonly codes: string[] } | string> {
	const text = cells.map((row) => row.join(",")).join("\n");
	try {
		const { firms, findings } = await report([{ name: "energy.csv", text }]);
		const figures = firms.flatMap((one) => one.years.map((year) => [`${one.firm} ${year.year}`, year.emissions.total] as const));
		return { figures: Object.fromEntries(figures), codes: findings.list.map(({ code }) => code) };
	} catch (error) {
		if (!(error instanceof ReportError)) throw error;
		return error.message;
	}
}

const both = inFractions("1200*2.0715092552+240*5.568");
const onlyCoal = inFractions("1200*2.0715092552");
const title = `${firm}2023年能源消费台账`;

describe("a layout that is read", () => {
	const cases: readonly (readonly [name: string, cells: Cells, total: string])[] = [
		[
			"the word for the month behind the name, before the unit",
			[
				["企业名称", "年月", "烟煤本月(吨)", "烟煤累计(吨)", "电力本月(万千瓦时)", "电力累计(万千瓦时)"],
				...coal.map((amount, at) => [firm, month(at), amount, toDate(coal)[at] ?? 0, power[at] ?? 0, toDate(power)[at] ?? 0]),
			],
			both,
		],
		[
			"months numbered 1 to 12",
			[
				["企业名称", "年份", "能源品种", "计量单位", ...coal.map((_, at) => at + 1), "合计"],
				[firm, 2023, "烟煤", "吨", ...coal, 1200],
				[firm, 2023, "电力", "万千瓦时", ...power, 240],
			],
			both,
		],
		[
			"months as English spreadsheets write them",
			[
				["Company: Alpha Ltd"],
				["Energy", "Unit", ..."Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ").map((name) => `${name}-23`), "Total"],
				["Bituminous coal", "t", ...coal, 1200],
				["Electricity", "MWh", ...power.map((amount) => amount * 10), 2400],
			],
			both,
		],
		[
			"quarters to date across",
			[
				["企业名称", "年份", "能源品种", "计量单位", "一季度", "上半年", "前三季度", "全年"],
				[firm, 2023, "烟煤", "吨", 300, 610, 897, 1200],
				[firm, 2023, "电力", "万千瓦时", 60, 120, 180, 240],
			],
			both,
		],
		[
			"quarters among months, and their totals",
			[
				[title],
				["能源品种", "计量单位", ...["1月", "2月", "3月", "一季度", "4月", "5月", "6月", "上半年"], "全年"],
				["烟煤", "吨", 100, 95, 105, 300, 98, 102, 110, 610, 610],
				["电力", "万千瓦时", 20, 19, 21, 60, 18, 22, 20, 120, 120],
			],
			inFractions("610*2.0715092552+120*5.568"),
		],
		[
			"the firm in brackets behind the title, month and to date",
			[
				[`能源消费月报表（${firm}）`],
				["2023年12月"],
				["能源品种", "计量单位", "本月", "本年累计"],
				["烟煤", "吨", 99, 1200],
				["电力", "万千瓦时", 20, 240],
			],
			both,
		],
		[
			"the firm alone in a line above",
			[
				[firm],
				["报告期：2023年1-12月"],
				["能源名称", "计量单位", "本期", "上年同期", "增减%"],
				["烟煤", "吨", 1200, 1100, 9],
				["电力", "万千瓦时", 240, 230, 4],
			],
			both,
		],
		[
			"stocks of the last period and use of this one",
			[
				["企业名称", "年份", "能源品种", "计量单位", "上期结存", "本期购进", "本期消耗", "期末结存"],
				[firm, 2023, "烟煤", "吨", 100, 1150, 1200, 50],
				[firm, 2023, "电力", "万千瓦时", 0, 240, 240, 0],
			],
			both,
		],
		[
			"units in the names of the rows",
			[
				["企业名称", "年份", "能源名称", "消费量"],
				[firm, 2023, "烟煤（吨）", 1200],
				[firm, 2023, "电力（万千瓦时）", 240],
			],
			both,
		],
	];

	it.each(cases)("%s", async (_, cells, total) => {
		const found = await read(cells);
		expect(typeof found === "string" ? found : Object.values(found.figures)).toEqual([total]);
	});
});

describe("a title that names an end", () => {
	it.each([
		["截至2023年6月底", "partial"],
		["截至2023年6月30日", "partial"],
		["截至2023年12月31日", "whole-year"],
	])("%s is from January on", async (line, coverage) => {
		const text = `${line}\n企业名称,能源品种,计量单位,消费量\n${firm},烟煤,吨,1200\n`;
		const { firms } = await report([{ name: "energy.csv", text }]);
		expect(firms[0]?.years[0]).toMatchObject({ coverage, emissions: { total: onlyCoal } });
	});
});

describe("a title that names a part of the year", () => {
	it.each([
		"2023年1-9月能源消费情况",
		"2023年1月1日至6月30日",
		"1-6月（2023年）",
		"2023年Q2",
		"2023年半年报",
		"2023年月报（6月）",
		"2023年六月",
		"2023年元月",
		"2023年度截至9月",
		"2023年度前9个月",
		"2023年1、2月",
		"2023年一至九月",
		"2023年一季度至三季度",
	])("%s is no whole year", async (line) => {
		for (const table of [
			`企业名称,能源品种,计量单位,消费量\n${firm},烟煤,吨,1200`,
			`企业名称,年份,能源品种,计量单位,消费量\n${firm},2023,烟煤,吨,1200`,
			`企业名称,能源品种,计量单位,2023年\n${firm},烟煤,吨,1200`,
		]) {
			const { firms } = await report([{ name: "energy.csv", text: `${line}\n${table}\n` }]);
			expect(firms[0]?.years[0], table).toMatchObject({ year: 2023, coverage: "partial", emissions: { total: onlyCoal } });
		}
	});

	it.each([
		"2023年采暖季",
		"2023年冬季",
		"2023年第10周",
		"2023年3月上旬",
		"2023年计划",
		"2023年预计",
		"2023年1月、3月",
	])("%s says neither the year nor its months", async (line) => {
		const text = `${line}\n企业名称,能源品种,计量单位,消费量\n${firm},烟煤,吨,1200\n`;
		await expect(report([{ name: "energy.csv", text }])).rejects.toThrow(ReportError);
	});

	it("is of its own year; of another nobody knows whether it is whole", async () => {
		const text = `2023年1-9月\n企业名称,能源品种,计量单位,2022年,2023年\n${firm},烟煤,吨,1100,1200\n`;
		const { firms, findings } = await report([{ name: "energy.csv", text }]);
		expect(firms[0]?.years.filter(({ emissions }) => emissions.total !== null && emissions.total !== onlyCoal)).toEqual([]);
		expect(findings.list.map(({ code }) => code)).toContain("periods-disagree");
	});

	it("may name a year beside it as a whole", async () => {
		const text = `2022年、2023年1-9月\n企业名称,能源品种,计量单位,2022年,2023年\n${firm},烟煤,吨,1100,1200\n`;
		const { firms } = await report([{ name: "energy.csv", text }]);
		expect(firms[0]?.years.map(({ year, coverage }) => `${year} ${coverage}`)).toEqual(["2022 whole-year", "2023 partial"]);
	});

	it.each([
		"2024年12月",
		"2024年12月编制",
		"2023年6月起执行新系数",
		"注：2023年6月起煤改气",
		"说明：按季度填报，第1季度于4月15日前报送",
	])("above rows of many years is none: %s", async (line) => {
		const rows = [2020, 2021, 2022, 2023, 2024].map((year) => `${firm},${year},烟煤,吨,1200`).join("\n");
		const { firms } = await report([{ name: "energy.csv", text: `${line}\n企业名称,年份,能源品种,计量单位,消费量\n${rows}\n` }]);
		expect(new Set(firms[0]?.years.map(({ coverage }) => coverage))).toEqual(new Set(["whole-year"]));
	});

	it("of a later year is the day on which the table was made", async () => {
		const text = `2024年1月\n企业名称,年份,能源品种,计量单位,消费量\n${firm},2023,烟煤,吨,1200\n`;
		const { firms } = await report([{ name: "energy.csv", text }]);
		expect(firms[0]?.years[0]).toMatchObject({ coverage: "whole-year", emissions: { total: onlyCoal } });
	});
});

describe("readings of a meter", () => {
	const readings = (words: readonly string[]): Cells => [
		["企业名称", "年月", "能源品种", "计量单位", ...words],
		...power.map((amount, at) => [
			firm,
			month(at),
			"电力",
			"万千瓦时",
			1000 + sum(power.slice(0, at)),
			1000 + (toDate(power)[at] ?? 0),
			amount,
		]),
	];

	it("are no amounts where a column says what was used", async () => {
		const found = await read(readings(["期初表底", "期末表底", "用量"]));
		expect(typeof found === "string" ? found : Object.values(found.figures)).toEqual([inFractions("240*5.568")]);
	});

	it.each([
		["上月", "本月", "差"],
		["上月", "本月", "倍率"],
		["上次示数", "本月数", "差额"],
	])("are refused by name under %s, %s, %s", async (...words) => {
		expect(await read(readings(words))).toMatch(/readings of meters/);
	});
});
