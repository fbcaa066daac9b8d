/** Balances and boundary: value added inside output value, and products that no works makes without process emissions. */
import { describe, expect, it } from "vitest";
import { processMissing } from "../../../src/screening/rules/process-missing.ts";
import { valueAddedAboveOutput } from "../../../src/screening/rules/value-added-above-output.ts";
import { ask, impact, inWords, suspicionOf } from "../../support/screening.ts";
import { energy, firms, output, type Row } from "../../support/tables.ts";

describe("value added and output value (U-109)", () => {
	const money = (...rows: readonly Row[]) => [energy([{}]), output(rows)];
	const value = { indicator: "output_value", quantity: "100" };

	it("stand in their order, up to the same amount", async () => {
		expect(inWords(await ask(valueAddedAboveOutput, money({ quantity: "25" }, value)))).toBe("pass");
		expect(inWords(await ask(valueAddedAboveOutput, money({ quantity: "100" }, value)))).toBe("pass");
	});

	it("out of it are an error: the part is larger than the whole", async () => {
		// 1.2 × 10^8 yuan are 12000 × 10^4, 100 million are 10000.
		const found = suspicionOf(
			await ask(valueAddedAboveOutput, money({ quantity: "1.2", unit: "亿元" }, { ...value, unit: "RMB million" })),
		);
		expect(found.finding).toMatchObject({
			code: "value-added-above-output",
			at: { row: 2, value: "1.2" },
			period: "2023",
			with: {
				valueAdded: { exact: "12000", unit: "10^4 CNY", shown: { value: "1.2", unit: "10^8 CNY" } },
				outputValue: { exact: "10000", unit: "10^4 CNY", shown: { value: "1", unit: "10^8 CNY" } },
			},
		});
		expect([found.year, found.impact]).toEqual([2023, null]);
	});

	it("are compared at one kind of prices and in one period", async () => {
		const current = { prices: "current" };
		expect(inWords(await ask(valueAddedAboveOutput, money({ quantity: "120" }, { ...value, ...current })))).toBe(
			"not checked: no-price-basis",
		);
		expect(inWords(await ask(valueAddedAboveOutput, money({ quantity: "120" }, { ...value, period: "2022" })))).toBe(
			"not checked: no-price-basis",
		);
		expect(inWords(await ask(valueAddedAboveOutput, money({ quantity: "120", prices: "" }, { ...value, prices: "" })))).toEqual([
			"value-added-above-output@output.csv:2:quantity 120",
		]);
	});

	it("are not compared where there is only one, or where rows contradict each other", async () => {
		expect(inWords(await ask(valueAddedAboveOutput, money({ quantity: "25" })))).toBe("not checked: no-output");
		expect(inWords(await ask(valueAddedAboveOutput, money({ quantity: "120" }, { quantity: "12" }, value)))).toBe(
			"not checked: no-price-basis",
		);
	});
});

describe("process emissions of a product that has them (B-03)", () => {
	const made = (product: string, quantity = "1000") =>
		output([{ indicator: "production", product, quantity, unit: "t", prices: "" }]);
	const coal = { carrier: "bituminous-coal" };

	it("missing are an error, and of clinker the tonnes are known", async () => {
		const found = suspicionOf(await ask(processMissing, [energy([coal]), made("水泥熟料")]));
		expect(found.finding).toMatchObject({
			code: "process-emissions-missing",
			at: { file: "output.csv", row: 2, value: "1000" },
			firm: "F1",
			period: "2023",
			with: { product: "水泥熟料" },
		});
		// 1000 t × 0.535.
		expect([found.year, impact(found.impact)]).toEqual([2023, impact("535")]);
	});

	it.each(["lime", "浮法玻璃", "电解铝", "金属镁"])("are asked of %s, without a figure", async (product) => {
		expect(suspicionOf(await ask(processMissing, [energy([coal]), made(product)])).impact).toBeNull();
	});

	it("given are enough, if only as a zero or as a row that was refused", async () => {
		for (const quantity of ["500", "0", "-1"]) {
			const rows = [coal, { carrier: "水泥熟料", quantity }];
			expect(inWords(await ask(processMissing, [energy(rows), made("clinker")]))).toBe("pass");
		}
	});

	it("are asked of each year by itself", async () => {
		const rows = [
			{ ...coal, period: "2022" },
			{ carrier: "clinker-portland", period: "2022" },
			{ ...coal, period: "2023" },
		];
		const both = output(
			["2022", "2023"].map((period) => ({ indicator: "production", product: "熟料", period, unit: "t", prices: "" })),
		);
		expect(inWords(await ask(processMissing, [energy(rows), both]))).toEqual([
			"process-emissions-missing@output.csv:3:quantity 10",
		]);
	});

	it("are not asked of a year without energy, nor of one in which nothing was made", async () => {
		expect(inWords(await ask(processMissing, [energy([{ ...coal, period: "2022" }]), made("熟料")]))).toBe("pass");
		expect(inWords(await ask(processMissing, [energy([coal]), made("熟料", "0")]))).toBe("pass");
	});

	it("of ammonia are its feedstock, which the balance asks for its products", async () => {
		const gas = { carrier: "natural-gas", unit: "10^4 Nm3" };
		expect(inWords(await ask(processMissing, [energy([gas, { ...gas, use: "feedstock" }]), made("合成氨")]))).toBe("pass");
	});

	it("are not asked of a sector that grinds as well as burns; a sector named after the product is another matter", async () => {
		const of = (sector: string) => [energy([coal]), firms([{ sector }])];
		expect(inWords(await ask(processMissing, of("水泥")))).toBe("not checked: not-in-tables");
		expect(inWords(await ask(processMissing, of("3011")))).toBe("not checked: not-in-tables");
		expect(inWords(await ask(processMissing, of("steel")))).toBe("pass");
		expect(inWords(await ask(processMissing, of("水泥熟料")))).toEqual(["process-emissions-missing@:0:"]);
		expect(inWords(await ask(processMissing, [energy([coal])]))).toBe("not checked: no-sector");
	});

	it("of cement are none: it may be ground from clinker that was bought", async () => {
		expect(inWords(await ask(processMissing, [energy([coal]), made("水泥")]))).toBe("pass");
	});

	it("are not asked where the boundary leaves them out", async () => {
		expect(inWords(await ask(processMissing, [energy([coal]), made("熟料")], { boundary: "energy" }))).toBe(
			"not checked: switched-off",
		);
	});
});
