/** Words for units that say less than the unit they are read as (U-103): told once for each file and word. */
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/index.ts";
import { loadReference } from "../../src/reference/reference.ts";
import { report } from "../support/reading.ts";
import { energy, output, type Row, yearOf } from "../support/tables.ts";

const told = (from: Report): string[] =>
	from.findings.list
		.filter(({ code }) => code === "ambiguous-unit")
		.map(({ file, row, column, value, gravity }) => `${gravity} ${file}:${row}:${column} ${value}`);
const gas = (unit: string, more: Row = {}): Row => ({ carrier: "natural-gas", unit, ...more });

describe("cubic metres", () => {
	it.each([
		"m3",
		"m³",
		"方",
		"万立方米",
		"10^4 m3",
		"MILLION M3",
	])("of %s say nothing of temperature and pressure", async (unit) => {
		expect(told(await report([energy([gas(unit)])]))).toEqual([`note energy.csv:2:unit ${unit}`]);
	});

	it.each(["Nm3", "标方", "万标准立方米", "10^4 Nm3", "万Nm3"])("of %s do", async (unit) => {
		expect(told(await report([energy([gas(unit)])]))).toEqual([]);
	});

	it("are read as standard ones", async () => {
		const year = yearOf(await report([energy([gas("m3", { quantity: "20000" })])]), "F1", 2023);
		// 2 × 389.31 × 0.0153 × 0.99 × 11/3.
		expect([year.carriers[0]?.quantity, year.carriers[0]?.co2]).toEqual(["2", "43.24377618"]);
	});

	it("of goods are a volume and nothing more", async () => {
		const concrete = { indicator: "production", product: "混凝土", unit: "m3", prices: "" };
		expect(told(await report([energy([{}]), output([concrete])]))).toEqual([]);
	});
});

describe("a word with other meanings", () => {
	const power = (unit: string): Row => ({ carrier: "electricity", unit });

	it("is told: 度 by itself; 万度 can only be electricity", async () => {
		expect(told(await report([energy([power("度")])]))).toEqual(["note energy.csv:2:unit 度"]);
		expect(told(await report([energy([power("万度")])]))).toEqual([]);
	});

	it("stays refused where it has no meaning at all: ton", async () => {
		const found = await report([energy([{ unit: "ton" }, { period: "2022" }])]);
		expect(found.findings.list.filter(({ row }) => row === 2).map(({ code }) => code)).toEqual(["unknown-unit"]);
	});
});

describe("a table", () => {
	it("is told once for each word, however many rows and firms use it", async () => {
		const rows = ["m3", "方", "m3", "方"].map((unit, n) => gas(unit, { firm: `F${n % 3}`, period: `202${n}` }));
		expect(told(await report([energy(rows)]))).toEqual(["note energy.csv:2:unit m3", "note energy.csv:3:unit 方"]);
		expect(told(await report([energy(rows), energy([gas("方", { firm: "Z" })], "more.csv")]))).toHaveLength(3);
	});

	it("whose header has the unit is told at the amount", async () => {
		const text = "firm,period,carrier,quantity(万立方米)\nF1,2023,natural-gas,3\nF1,2022,natural-gas,3\n";
		expect(told(await report([{ name: "energy.csv", text }]))).toEqual(["note energy.csv:2:quantity(万立方米) 万立方米"]);
	});
});

describe("every word of the table", () => {
	it("is read as the unit it says, and no other word is doubted", () => {
		const { seeds, units } = loadReference();
		expect(seeds.ambiguousUnits.length).toBeGreaterThan(30);
		for (const { word, unit, why } of seeds.ambiguousUnits) {
			const found = units.find(word);
			expect([word, found?.symbol, found?.doubt]).toEqual([word, unit, why]);
			expect(units.bySymbol(unit).doubt).toBeUndefined();
		}
		const doubted = seeds.units.flatMap(({ symbol, aliases }) => [symbol, ...aliases]).filter((word) => units.find(word)?.doubt);
		expect(doubted.sort()).toEqual(seeds.ambiguousUnits.map(({ word }) => word).sort());
	});
});
