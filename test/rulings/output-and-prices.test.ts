/** The denominator: which output counts, in which prices, and when prices forbid a verdict. */
import { describe, expect, it } from "vitest";
import type { Report, ReportOptions, Table } from "../../src/index.ts";
import { report } from "../support/reading.ts";
import {
	codes,
	deflator,
	energy,
	findingOf,
	firms,
	monthly,
	output,
	type Row,
	reasonsOf,
	sectorOf,
	steadyFirm,
	wordOf,
	yearOf,
} from "../support/tables.ts";

/** 1000 t in 2020, 800 t in 2023: against 1000 of value added each, a fall of 20%, on track. */
const used = energy(steadyFirm({ co2: { 2020: "1000", 2023: "800" } }).energy);
const made = (in2020: Row, in2023: Row): Table =>
	output([
		{ period: "2020", quantity: "1000", ...in2020 },
		{ period: "2023", quantity: "1000", ...in2023 },
	]);
const run = (in2020: Row, in2023: Row, options: ReportOptions = {}, ...more: Table[]): Promise<Report> =>
	report([used, made(in2020, in2023), ...more], options);

const constant = { prices: "constant-2020" };
const current = { prices: "current" };
const unstated = { prices: "" };

describe("prices", () => {
	it("constant of 2020 are judged", async () => {
		const found = await run(constant, constant);
		expect(wordOf(found, "F1", 2023)).toBe("on-track");
		expect(yearOf(found, "F1", 2023).output).toEqual({
			value: "1000",
			unit: "10^4 CNY",
			prices: "constant-2020",
			deflated: false,
		});
		expect(yearOf(found, "F1", 2023).intensity).toEqual({ value: "0.8", unit: "tCO2/10^4 CNY" });
	});

	it("constant of another year are judged where base and year have the same", async () => {
		const of2015 = { prices: "2015年不变价" };
		expect(wordOf(await run(of2015, of2015), "F1", 2023)).toBe("on-track");
		expect(reasonsOf(await run(of2015, constant), "F1", 2023)).toEqual(["prices"]);
	});

	it("current: the intensity is shown, the verdict withheld", async () => {
		const found = await run(constant, current);
		expect(yearOf(found, "F1", 2023)).toMatchObject({ intensity: { value: "0.8" }, change: null, ownPath: null, progress: null });
		expect(reasonsOf(found, "F1", 2023)).toEqual(["prices"]);
		expect(findingOf(found, "prices-not-constant").message).toContain("current");
	});

	it("current in 2020 equal constant prices of 2020, with a note", async () => {
		const found = await run(current, constant);
		expect(wordOf(found, "F1", 2023)).toBe("on-track");
		expect(codes(found, "note")).toEqual(["current-equals-constant@output.csv:2:quantity"]);
	});

	it("unstated are not taken for constant, in the base year either", async () => {
		expect(reasonsOf(await run(constant, unstated), "F1", 2023)).toEqual(["prices"]);
		const base = await run(unstated, constant);
		expect(reasonsOf(base, "F1", 2023)).toEqual(["prices"]);
		expect(yearOf(base, "F1", 2020).output.prices).toBe("unstated");
	});

	it("mixed within a year withhold it", async () => {
		const [first, second] = [
			monthly({ quantity: "10", ...constant }).slice(0, 6),
			monthly({ quantity: "10", ...current }).slice(6),
		];
		const found = await report([used, output([{ period: "2020", quantity: "1000" }, ...first, ...second])]);
		expect(yearOf(found, "F1", 2023).output).toMatchObject({ value: "120", prices: "mixed" });
		expect(codes(found, "warning")).toContain("mixed-prices@output.csv:3:quantity");
		expect(reasonsOf(found, "F1", 2023)).toEqual(["prices"]);
	});

	it("asserted to be constant with prices are judged where none are stated, with a note", async () => {
		const found = await run(unstated, unstated, { prices: "constant-2020" });
		expect(wordOf(found, "F1", 2023)).toBe("on-track");
		expect(found.basis).toMatchObject({ prices: "constant-2020", assertions: ["prices=constant-2020"] });
		expect(codes(found, "note")).toEqual(["prices-asserted@output.csv:2:quantity", "prices-asserted@output.csv:3:quantity"]);
	});

	it("stated as current stay those of their own year, whatever is asserted", async () => {
		// 2020 is at the prices of 2020, 2023 at those of 2023: nothing in common.
		const found = await run(current, current, { prices: "constant-2020" });
		expect(reasonsOf(found, "F1", 2023)).toEqual(["prices"]);
		expect(yearOf(found, "F1", 2023).output.prices).toBe("current");
		expect(codes(found, "note")).toEqual(["current-equals-constant@output.csv:2:quantity"]);
	});

	it("constant win over current for one key, with a note", async () => {
		const found = await report([
			used,
			output([{ period: "2020", quantity: "1000" }, { quantity: "1200", ...current }, { quantity: "1000" }]),
		]);
		expect(yearOf(found, "F1", 2023).output).toMatchObject({ value: "1000", prices: "constant-2020" });
		expect(codes(found, "note")).toEqual(["constant-wins@output.csv:4:quantity"]);
		expect(wordOf(found, "F1", 2023)).toBe("on-track");
	});

	it.each(["2020年不变价", "2020年可比价", "constant-2020"])("are constant of 2020 where a cell says %s", async (prices) => {
		expect(yearOf(await run({ prices }, { prices }), "F1", 2023).output.prices).toBe("constant-2020");
	});

	it("constant without a year are those of 2020, with a note", async () => {
		const found = await run({ prices: "不变价" }, { prices: "可比价" });
		expect(yearOf(found, "F1", 2023).output.prices).toBe("constant-2020");
		expect(codes(found, "note")).toEqual([
			"constant-year-assumed@output.csv:2:prices",
			"constant-year-assumed@output.csv:3:prices",
		]);
	});

	it.each(["当年价", "现价", "当期价", "current"])("are current where a cell says %s", async (prices) => {
		expect(yearOf(await run(constant, { prices }), "F1", 2023).output.prices).toBe("current");
	});
});

describe("a deflator", () => {
	// Indices with 2020 = 100: 110 for all in 2023, 125 for steel.
	const indices = deflator([
		{ year: "2020", index: "100", sector: "" },
		{ index: "110", sector: "" },
		{ index: "125", sector: "钢铁" },
	]);

	it("brings current prices to those of 2020, marked as deflated", async () => {
		// 1100 / 1.10 = 1000
		const found = await run(current, { ...current, quantity: "1100" }, {}, indices);
		expect(yearOf(found, "F1", 2023).output).toEqual({
			value: "1000",
			unit: "10^4 CNY",
			prices: "constant-2020",
			deflated: true,
		});
		expect(wordOf(found, "F1", 2023)).toBe("on-track");
		expect(found.basis.deflator).toBe("deflator.csv");
	});

	it("takes the row of the firm's sector before that for all", async () => {
		// Steel: 1100 / 1.25 = 880; a rolling mill is steel
		const found = await run(current, { ...current, quantity: "1100" }, {}, indices, firms([{ sector: "3130" }]));
		expect(yearOf(found, "F1", 2023).output.value).toBe("880");
	});

	it("without the year leaves prices as they are: withheld, and told", async () => {
		const found = await run(current, current, {}, deflator([{ year: "2022", index: "112.53" }]));
		expect(codes(found, "warning")).toContain("deflator-year-missing@output.csv:3:quantity");
		expect(yearOf(found, "F1", 2023).output).toMatchObject({ value: "1000", prices: "current", deflated: false });
		expect(reasonsOf(found, "F1", 2023)).toEqual(["prices"]);
	});

	it("does not touch constant prices", async () => {
		const found = await run(constant, constant, {}, indices);
		expect(yearOf(found, "F1", 2023).output).toMatchObject({ value: "1000", deflated: false });
	});

	it("whose 2020 is not 100 is refused: it would deflate wrongly without a sign", async () => {
		await expect(run(current, current, {}, deflator([{ year: "2020", index: "95" }, { index: "110" }]))).rejects.toMatchObject({
			code: "bad-reference-table",
		});
	});
});

describe("money", () => {
	it.each([
		["0.1", "亿元"],
		["10000000", "元"],
		["10", "RMB million"],
		["1000", "万元"],
		["10000", "千元"],
	])("of %s %s is 1000 of 10^4 CNY", async (quantity, unit) => {
		expect(yearOf(await run(constant, { quantity, unit }), "F1", 2023).output.value).toBe("1000");
	});

	it.each(["USD", "万美元", "HK$", "EUR million"])("in %s is refused by name", async (unit) => {
		const found = await run(constant, { unit });
		expect(codes(found, "error")).toEqual(["foreign-currency@output.csv:3:unit"]);
		expect(findingOf(found, "foreign-currency")).toMatchObject({ value: unit, firm: "F1", period: "2023" });
		expect(yearOf(found, "F1", 2023)).toMatchObject({ emissions: { total: "800" }, intensity: { value: null } });
	});

	it("of zero is no output: no intensity", async () => {
		const found = await run(constant, { quantity: "0" });
		expect(yearOf(found, "F1", 2023).intensity.value).toBeNull();
		expect(reasonsOf(found, "F1", 2023)).toEqual(["no-output"]);
	});

	it("that no row states is no output either", async () => {
		const found = await report([used, output([{ period: "2020", quantity: "1000" }])]);
		expect(yearOf(found, "F1", 2023)).toMatchObject({ emissions: { total: "800" }, output: { value: null, prices: null } });
		expect(reasonsOf(found, "F1", 2023)).toEqual(["no-output"]);
	});
});

describe("the indicator", () => {
	const both = output([
		...["2020", "2023"].map((period) => ({ period, quantity: "1000", product: "" })),
		...["2020", "2023"].map((period) => ({ period, quantity: "4000", product: "", indicator: "output_value" })),
		...["2020", "2023"].map((period) => ({ period, quantity: "5000", product: "", indicator: "revenue" })),
		...["2020", "2023"].map((period) => ({
			period,
			quantity: "2",
			unit: "10^4 t",
			indicator: "production",
			product: "粗钢",
			prices: "",
		})),
	]);

	it.each([
		// 800 t over 1000, 4000 and 5000
		["value-added", "value_added", "0.8"],
		["output-value", "output_value", "0.2"],
		["revenue", "revenue", "0.16"],
	])("chosen with per %s is the denominator, and named in the basis", async (per, named, intensity) => {
		const found = await report([used, both], { per });
		expect(found.basis.per).toBe(named);
		expect(yearOf(found, "F1", 2023).intensity).toEqual({ value: intensity, unit: "tCO2/10^4 CNY" });
		expect(wordOf(found, "F1", 2023)).toBe("on-track");
	});

	it("may be a product: tonnes have no prices and are judged", async () => {
		const found = await report([used, both], { per: "product:粗钢" });
		// 800 t over 20000 t
		expect(yearOf(found, "F1", 2023).intensity).toEqual({ value: "0.04", unit: "tCO2/t" });
		expect(yearOf(found, "F1", 2023).output).toMatchObject({ value: "20000", unit: "t", prices: null });
		expect(found.basis.per).toBe("product:粗钢");
		expect(wordOf(found, "F1", 2023)).toBe("on-track");
	});

	it("that the firm does not state leaves the year without output", async () => {
		const found = await run(constant, constant, { per: "revenue" });
		expect(reasonsOf(found, "F1", 2023)).toEqual(["no-output", "no-base"]);
	});

	it("that is not known is refused, with what is known", async () => {
		await expect(run(constant, constant, { per: "value-aded" })).rejects.toMatchObject({ code: "unknown-choice" });
		await expect(run(constant, constant, { per: "value-aded" })).rejects.toThrow("value-added");
	});

	it("may carry its prices in brackets: 工业增加值(2020年不变价)", async () => {
		const words = { indicator: "工业增加值(2020年不变价)", ...unstated };
		const found = await run(words, words);
		expect(yearOf(found, "F1", 2023).output.prices).toBe("constant-2020");
		expect(wordOf(found, "F1", 2023)).toBe("on-track");
	});

	it("may carry current prices in full-width brackets: 工业总产值（现价）", async () => {
		const words = { indicator: "工业总产值（现价）", ...unstated };
		const found = await run(words, words, { per: "output-value" });
		expect(yearOf(found, "F1", 2023).output.prices).toBe("current");
		expect(reasonsOf(found, "F1", 2023)).toEqual(["prices"]);
	});

	it("may name its product: 粗钢产量", async () => {
		const words = { indicator: "粗钢产量", unit: "吨", prices: "" };
		expect(yearOf(await run(words, words, { per: "product:粗钢" }), "F1", 2023).intensity.value).toBe("0.8");
	});

	it.each(["工业增加值", "增加值", "Industrial value added"])("%s is value added", async (indicator) => {
		expect(yearOf(await run({ indicator }, { indicator }), "F1", 2023).output.value).toBe("1000");
	});
});

describe("a deflated year", () => {
	it("counts in the pool of its sector", async () => {
		const found = await run(
			current,
			{ ...current, quantity: "1100" },
			{},
			deflator([{ index: "110" }]),
			firms([{ sector: "steel" }]),
		);
		expect(sectorOf(found, "steel", 2023)).toMatchObject({ firms: 1, output: "1000", intensity: "0.8" });
	});

	it("at other constant prices than the plan's does, where all base years share them", async () => {
		const of2015 = { prices: "constant-2015" };
		const found = await run(of2015, of2015, {}, firms([{ sector: "steel" }]));
		expect(sectorOf(found, "steel", 2023)?.firms).toBe(1);
		expect(codes(found).filter((code) => code.startsWith("not-pooled"))).toEqual([]);
	});
});
