/** Tables as forms lay them out: titles above the header, one column for each carrier, totals, notes, merged cells. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Report, ReportOptions, Table } from "../../src/index.ts";
import { report } from "../support/reading.ts";
import { codes, energy, findingOf, output, yearOf } from "../support/tables.ts";

const file = (text: string, name = "energy.csv"): Table => ({ name, text });
const told = async (text: string, options: ReportOptions = {}): Promise<Report> => report([file(text)], options);
const carriers = (from: Report, firm: string, year: number): string[] =>
	yearOf(from, firm, year).carriers.map(({ carrier, quantity, unit }) => `${carrier} ${quantity} ${unit}`);
/** Without what every table of energy alone is told. */
const found = (from: Report): string[] =>
	codes(from).filter((one) => !/^(no-base|base-unusable|no-output|partial-year|part-changed)@/.test(one));

describe("a wide table", () => {
	const wide = "企业,年份,电力(万千瓦时),焦炭（吨）,工业增加值(万元，2020年不变价)\n甲,2020,100,20.5,50\n甲,2021,90,,40\n";

	it("is the same as the long tables that say the same", async () => {
		const long = [
			energy([
				{ firm: "甲", period: "2020", carrier: "电力", quantity: "100", unit: "万千瓦时" },
				{ firm: "甲", period: "2020", carrier: "焦炭", quantity: "20.5", unit: "吨" },
				{ firm: "甲", period: "2021", carrier: "电力", quantity: "90", unit: "万千瓦时" },
				{ firm: "甲", period: "2021", carrier: "焦炭", quantity: "", unit: "吨" },
			]),
			output([
				{ firm: "甲", period: "2020", quantity: "50" },
				{ firm: "甲", period: "2021", quantity: "40" },
			]),
		];
		const [a, b] = [await told(wide), await report(long)];
		expect(a.firms).toEqual(b.firms);
		expect(a.sectors).toEqual(b.sectors);
		expect(found(a)).toEqual(["missing-quantity@energy.csv:3:焦炭（吨）", "months-missing@::"]);
	});

	it("gives any firms, years and amounts the figures of the long table", async () => {
		const amount = fc.nat(10_000_000).map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, "0")}`);
		const row = fc.record({
			firm: fc.constantFrom("A", "B"),
			year: fc.integer({ min: 2020, max: 2025 }),
			coke: amount,
			power: amount,
		});
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(row, { minLength: 1, maxLength: 8, selector: ({ firm, year }) => `${firm}${year}` }),
				async (rows) => {
					const text = `firm,year,coke (t),electricity (MWh)\n${rows.map((one) => `${one.firm},${one.year},${one.coke},${one.power}\n`).join("")}`;
					const long = rows.flatMap(({ firm, year, coke, power }) => [
						{ firm, period: String(year), carrier: "coke", quantity: coke, unit: "t" },
						{ firm, period: String(year), carrier: "electricity", quantity: power, unit: "MWh" },
					]);
					expect((await told(text)).firms).toEqual((await report([energy(long)])).firms);
				},
			),
			{ numRuns: 60 },
		);
	});

	it("refuses a row for one bad amount and counts its others", async () => {
		const made = await told("firm,year,coke (t),diesel (t)\nF1,2020,1,x\nF1,2021,2,3\n");
		expect(found(made)).toEqual(["bad-number@energy.csv:2:diesel (t)"]);
		expect(made.inputs[0]?.rows).toEqual({ read: 2, used: 1, refused: 1, skipped: 0 });
		expect(carriers(made, "F1", 2020)).toEqual(["coke 1 t"]);
		expect(yearOf(made, "F1", 2020).emissions.total).toBeNull();
	});

	it("tells what is wrong with the firm or the period of a row once, not for each column", async () => {
		const made = await told("firm,year,coke (t),diesel (t),electricity (kWh)\n,2020,1,2,3\nF1,20x0,1,2,3\nF2,2020,1,2,3\n");
		expect(found(made)).toEqual(["bad-period@energy.csv:3:year", "missing-firm@energy.csv:2:firm", "pooled-figures-withheld@::"]);
	});

	it("tells of a column that a firm never fills in once, and of single blanks one by one", async () => {
		const made = await told("firm,month,year,coke (t),diesel (t)\nF1,1,2020,5,-\nF1,2,2020,,/\nF1,3,2020,6,无\n");
		expect(found(made)).toEqual([
			"blank-column@energy.csv:1:diesel (t)",
			"missing-quantity@energy.csv:3:coke (t)",
			"months-missing@energy.csv:2:coke (t)",
		]);
		expect(findingOf(made, "blank-column").message).toBe("'diesel (t)' is blank in all 3 rows: taken as not used");
	});

	it("needs a unit in each header; an amount without one is refused, with what is wanted", async () => {
		const made = await told("firm,year,coke,diesel (t)\nF1,2020,1,2\nF1,2021,,2\n");
		// A blank under a heading without a unit is a blank.
		expect(codes(made, "error")).toEqual(["missing-unit@energy.csv:2:coke"]);
	});

	it.each([
		["电力(万千瓦时)", "electricity 1 kWh"],
		["用电量（千瓦时）", "electricity 1 kWh"],
		["天然气用量(万立方米)", "natural-gas 1 10^4 Nm3"],
		["焦炉煤气（外购）(万立方米)", "coke-oven-gas 1 10^4 Nm3"],
		["外购蒸汽[吉焦]", "steam 1 GJ"],
		["coke, t", "coke 1 t"],
	])("knows the amount of %s", async (word, amount) => {
		const quantity = word.startsWith("电力") ? "0.0001" : "1";
		const made = await told(`firm,year,"${word}"\nF1,2020,${quantity}\n`);
		expect(carriers(made, "F1", 2020)).toEqual([amount]);
	});

	it("knows an amount that the firm made itself, and counts it zero beside what it is made from", async () => {
		const made = await told("firm,year,焦炉煤气（自产自用）(万立方米),洗精煤（吨）\nF1,2020,1,1000\n");
		expect(carriers(made, "F1", 2020)).toEqual(["cleaned-coal 1000 t"]);
		expect(findingOf(made, "own-made")).toMatchObject({ row: 2, column: "焦炉煤气（自产自用）(万立方米)", gravity: "note" });
		expect(findingOf(made, "own-made").message).toContain("coke-oven-gas: 1 × 10^4 Nm3 is own-made and counts zero");
	});

	it.each([
		["粗钢产量（吨）", "production", { per: "product:粗钢" }, "5"],
		["工业总产值(现价)(亿元)", "current", { per: "output-value" }, "50000"],
		["营业收入（万元）", "unstated", { per: "revenue" }, "5"],
	] as const)("of output knows %s", async (word, prices, options, value) => {
		const made = await told(`firm,year,coke (t),${word}\nF1,2020,1,5\n`, options);
		const { output: of } = yearOf(made, "F1", 2020);
		expect([of.value, of.prices ?? "production"]).toEqual([value, prices]);
	});
});

describe("titles above the header", () => {
	const titled = (lines: readonly string[]): string => `${lines.join("\n")}\n`;

	it("say whose the table is, where no column does", async () => {
		const made = await told(titled(["甲钢铁有限公司2023年能源消费台账,,,", "年月,能源品种,消费量,单位", "2023-01,焦炭,5,吨"]));
		expect(made.firms.map(({ firm }) => firm)).toEqual(["甲钢铁有限公司"]);
		expect(found(made)).toEqual(["firm-from-title@energy.csv:1:", "title-lines@energy.csv:1:"]);
		expect(findingOf(made, "title-lines").row).toBe(1);
	});

	it("prefer a credit code to a name, and keep the name", async () => {
		const made = await told(titled(["企业名称：乙公司,,", "统一社会信用代码：,9132021307Q41C8654,", "年份,焦炭(吨)", "2020,5"]));
		expect(made.firms.map(({ firm, name }) => [firm, name])).toEqual([["9132021307Q41C8654", "乙公司"]]);
	});

	it("never overrule a column", async () => {
		const made = await told(titled(["企业名称：乙公司,,,,", "企业,年份,能源品种,消费量,单位", "甲,2020,焦炭,5,吨"]));
		expect(made.firms.map(({ firm }) => firm)).toEqual(["甲"]);
		expect(found(made)).toEqual(["title-lines@energy.csv:1:"]);
	});

	it("complete months without a year, told once", async () => {
		const made = await told(titled(["2021年能源台账,,", "企业,月份,焦炭(吨)", "甲,1月,5", "甲,2月,6"]));
		expect(carriers(made, "甲", 2021)).toEqual(["coke 11 t"]);
		expect(found(made)).toEqual(["title-lines@energy.csv:1:", "year-from-title@energy.csv:1:"]);
	});

	it("that name two years name none", async () => {
		const made = await told(titled(["2020年至2021年能源台账,,", "企业,月份,焦炭(吨)", "甲,1月,5", "甲,2020-02,6"]));
		expect(found(made)).toEqual(["bad-period@energy.csv:3:月份", "title-lines@energy.csv:1:"]);
		expect(findingOf(made, "bad-period").message).toBe("'1月' is a month without a year, and no title line names one year");
	});

	it("state the unit of money that headers leave out", async () => {
		const made = await report([
			file(
				"单位：亿元,,\n企业,年份,工业增加值\n甲,2020,0.5\n"
					.replace("工业增加值", "工业增加值,粗钢产量(吨)")
					.replace("0.5", "0.5,7"),
				"output.csv",
			),
			energy([{ firm: "甲", period: "2020" }]),
		]);
		expect(yearOf(made, "甲", 2020).output.value).toBe("5000");
		expect(found(made)).toContain("unit-from-title@output.csv:1:");
	});

	it("may be separated by nothing while the table is by tabs", async () => {
		const made = await told("能源台账，2020年，含各厂区\n企业\t年份\t能源品种\t消费量\t单位\n甲\t2020\t焦炭\t5\t吨\n");
		expect([made.inputs[0]?.separator, ...carriers(made, "甲", 2020)]).toEqual(["\t", "coke 5 t"]);
	});

	it("of which there are more than thirty are no titles any more: the file is not recognised", async () => {
		const lines = Array.from({ length: 31 }, (_, index) => `title ${index}`);
		await expect(told(titled([...lines, "firm,period,carrier,quantity,unit", "F1,2020,coke,1,t"]))).rejects.toMatchObject({
			code: "not-recognised",
		});
	});
});

describe("rows that are no data", () => {
	const head = "firm,period,carrier,quantity,unit\n";

	it("a total of the months above it is compared with them", async () => {
		const made = await told(`${head}F1,2020-01,coke,1.5,t\nF1,2020-02,coke,2.25,t\nF1,合计,coke,3.75,t\n`);
		expect(found(made)).toEqual(["total-row@energy.csv:4:period"]);
		expect(findingOf(made, "total-row").message).toContain("it agrees with the rows above it");
		expect(carriers(made, "F1", 2020)).toEqual(["coke 3.75 t"]);
	});

	it.each([
		["3.8", "agrees", "3.75 lies half a step of the last place from it"],
		["3.7", "agrees", "so does it here: offices round a half up or down"],
		["3.6", "differs", "no rounding makes 3.75 of it"],
		["4", "agrees", "printed to whole tonnes"],
		["3.750", "agrees", "printed to more places"],
		["3.7499", "differs", "at four places 3.75 is 3.7500"],
	])("a total printed as %s %s: %s", async (printed, check) => {
		const made = await told(`${head}F1,2020-01,coke,1.5,t\nF1,2020-02,coke,2.25,t\nF1,合计,coke,${printed},t\n`);
		expect(found(made).filter((one) => one.startsWith("total-differs"))).toHaveLength(check === "differs" ? 1 : 0);
	});

	it("a subtotal is of the rows since the last one, a grand total of all", async () => {
		const made = await told(
			`${head}F1,2020-01,coke,1,t\nF1,2020-02,coke,2,t\nF1,小计,coke,3,t\nF1,2020-03,coke,4,t\nF1,2020-04,coke,5,t\nF1,小计,coke,9,t\nF1,总计,coke,12,t\n`,
		);
		expect(
			made.findings.list.filter(({ code }) => code === "total-row").map(({ message }) => /it \w+/.exec(message)?.[0]),
		).toEqual(["it agrees", "it agrees", "it agrees"]);
	});

	it.each([
		["6", "agrees", "1 + 2 + 3: the quarter is a sum of its months"],
		["12", "differs", "it holds the months twice"],
	])("a total of months with rows of quarters among them counts each month once: %s %s, %s", async (printed, check) => {
		const made = await told(
			`${head}F1,2020-01,coke,1,t\nF1,2020-02,coke,2,t\nF1,2020-03,coke,3,t\nF1,2020Q1,coke,6,t\nF1,合计,coke,${printed},t\n`,
		);
		expect(found(made).filter((one) => one.startsWith("total-differs"))).toHaveLength(check === "differs" ? 1 : 0);
		expect(carriers(made, "F1", 2020)).toEqual(["coke 6 t"]);
	});

	it("a total in another unit is compared in its own", async () => {
		const made = await told(`${head}F1,2020-01,电力,15000,kWh\nF1,2020-02,电力,25000,kWh\nF1,合计,电力,5,万千瓦时\n`);
		expect(findingOf(made, "total-differs").message).toBe(
			"the total of electricity is printed as 5 × 10^4 kWh, but its rows add up to 4 × 10^4 kWh",
		);
	});

	it("a total of all firms is compared with all", async () => {
		const made = await told(`${head}F1,2020,coke,1,t\nF2,2020,coke,2,t\n合计,2020,coke,3,t\n`);
		expect(findingOf(made, "total-row").message).toContain("it agrees");
		expect(made.firms.map(({ firm }) => firm)).toEqual(["F1", "F2"]);
	});

	it.each([
		"注：按结算单填列,,,,",
		"备注,,,,",
		"填表人：李某,,,,填报日期：2024/1/8",
		"审核人：,,,,",
		"说明：,,,,",
	])("%s is a note", async (note) => {
		const made = await told(`${head}F1,2020,coke,1,t\n${note}\n`);
		expect(found(made)).toEqual(["note-row@energy.csv:3:"]);
		expect(made.inputs[0]?.rows).toEqual({ read: 2, used: 1, refused: 0, skipped: 1 });
	});

	it("a firm called like a note is data: it has an amount", async () => {
		const made = await told(`${head}备注公司,2020,coke,1,t\n说明,2020,coke,2,t\n`);
		expect(made.firms).toHaveLength(2);
	});

	it("the header once more is skipped, another header of the table is read by", async () => {
		const made = await told(
			`${head}F1,2020,coke,1,t\n${head}F1,2021,coke,2,t\nperiod,firm,quantity,unit,carrier\n2022,F1,3,t,coke\n`,
		);
		expect(found(made)).toEqual(["header-changed@energy.csv:5:", "repeated-header@energy.csv:3:"]);
		expect([2020, 2021, 2022].map((year) => carriers(made, "F1", year))).toEqual([["coke 1 t"], ["coke 2 t"], ["coke 3 t"]]);
	});

	it("blank rows between data are told, those at the end are not", async () => {
		const made = await told(`${head}F1,2020,coke,1,t\n,,,,\n\nF1,2021,coke,2,t\n\n\n`);
		expect(found(made)).toEqual(["blank-rows@energy.csv:3:"]);
		expect(findingOf(made, "blank-rows").message).toBe("2 blank rows between rows of data, skipped");
		expect(made.inputs[0]?.rows).toEqual({ read: 6, used: 2, refused: 0, skipped: 4 });
	});
});

describe("merged cells", () => {
	const merged =
		"firm,period,carrier,quantity,unit\nF1,2020,coke,1,t\n,,diesel,2,t\n,2021,coke,3,t\nF2,2020,coke,4,t\n\n,,diesel,5,t\n";

	it("are refused where they are blank", async () => {
		const made = await told(merged);
		expect(codes(made, "error").filter((one) => one.startsWith("missing-firm"))).toEqual([
			"missing-firm@energy.csv:3:firm",
			"missing-firm@energy.csv:4:firm",
			"missing-firm@energy.csv:7:firm",
		]);
	});

	it("are filled from above on request, up to a blank row, each told with its columns", async () => {
		const made = await told(merged, { fillDown: true });
		expect(carriers(made, "F1", 2020)).toEqual(["coke 1 t", "diesel 2 t"]);
		expect(carriers(made, "F1", 2021)).toEqual(["coke 3 t"]);
		expect(carriers(made, "F2", 2020)).toEqual(["coke 4 t"]);
		expect(codes(made, "error")).toEqual(["missing-cell@energy.csv:7:period", "missing-firm@energy.csv:7:firm"]);
		expect(
			made.findings.list.filter(({ code }) => code === "filled-down").map(({ row, message }) => `${row} ${message}`),
		).toEqual([
			"3 blank cells of merged ones were filled from above, as asked with --fill-down: firm, period",
			"4 blank cells of merged ones were filled from above, as asked with --fill-down: firm",
		]);
		expect(made.basis.assertions).toEqual(["fill-down"]);
	});

	it("are never filled behind a cell that begins a block of its own", async () => {
		const made = await told("firm,period,carrier,quantity,unit\nF1,2020,coke,1,t\nF2,,coke,2,t\n", { fillDown: true });
		expect(codes(made, "error")).toEqual(["missing-cell@energy.csv:3:period"]);
	});

	it("never lend a code to another name", async () => {
		const made = await told(
			"firm_name,credit_code,period,carrier,quantity,unit\n甲,91330281MA9X7K2T6N,2020,coke,1,t\n乙,,2020,coke,2,t\n",
			{ fillDown: true },
		);
		expect(codes(made, "error")).toEqual(["missing-firm@energy.csv:3:credit_code"]);
	});

	it("never fill an amount", async () => {
		const made = await told("firm,period,carrier,quantity,unit\nF1,2020,coke,1,t\n,2021,,,\n", { fillDown: true });
		expect(found(made)).toContain("missing-unit@energy.csv:3:unit");
	});
});

describe("lines that end in several ways", () => {
	it("are all read, and told", async () => {
		const made = await told("firm,period,carrier,quantity,unit\r\nF1,2020,coke,1,t\nF1,2021,coke,2,t\rF1,2022,coke,3,t\r\n");
		expect(found(made)).toEqual(["mixed-newlines@energy.csv::"]);
		expect(made.inputs[0]?.rows.used).toBe(3);
	});
});

describe("a cell longer than a spreadsheet can hold", () => {
	it.each([
		[32_767, []],
		[32_768, ["cell-too-long@energy.csv:2:note", "pooled-figures-withheld@::"]],
	] as const)("%d characters", async (length, expected) => {
		const made = await told(
			`firm,period,carrier,quantity,unit,note\nF1,2020,coke,1,t,${"x".repeat(length)}\nF1,2021,coke,1,t,\n`,
		);
		expect(found(made)).toEqual(expected);
	});
});
