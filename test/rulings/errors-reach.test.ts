/** How far an error reaches: a year and the next year's test, all years, or the figures pooled over firms. */
import { describe, expect, it } from "vitest";
import { report } from "../support/reading.ts";
import {
	codes,
	energy,
	findingOf,
	firms,
	monthly,
	output,
	type Row,
	reasonsOf,
	sectorOf,
	steadyFirm,
	tablesOf,
	wordOf,
	yearOf,
} from "../support/tables.ts";

/** Falls by 5% of the base each year: on track in every year, by both tests. */
const co2 = { 2020: "1000", 2021: "950", 2022: "900", 2023: "850", 2024: "800" };
const steel: Row = { sector: "steel" };
const good = steadyFirm({ co2 });
const other = steadyFirm({ firm: "F2", co2 });
const faulty = (row: Row): Row => ({ ...(good.energy[0] as Row), carrier: "diesel", quantity: "-1", ...row });

describe("a row error", () => {
	it("with a known period reaches that year and the next year's year test", async () => {
		const found = await report(tablesOf({ energy: [...good.energy, faulty({ period: "2022" })], output: good.output }));
		expect(codes(found, "error")).toEqual(["negative-quantity@energy.csv:7:quantity"]);
		expect(wordOf(found, "F1", 2021)).toBe("on-track");
		expect(yearOf(found, "F1", 2021).verdict?.yearTest).toBe("pass");
		expect(reasonsOf(found, "F1", 2022)).toEqual(["errors"]);
		// 850 ≤ 1000 × 0.8877: the cumulative test alone decides.
		expect(yearOf(found, "F1", 2023).verdict).toMatchObject({
			word: "on-track",
			yearTest: "not-checked",
			cumulativeTest: "pass",
		});
		expect(yearOf(found, "F1", 2023).change).toEqual({ sinceBasePercent: "-15", sinceLastYearPercent: null });
		expect(yearOf(found, "F1", 2024).verdict?.yearTest).toBe("pass");
	});

	it("makes unknown the part it belongs to, and leaves the others", async () => {
		const power = { firm: "F1", period: "2022", carrier: "electricity", quantity: "1", unit: "MWh" };
		const found = await report(tablesOf({ energy: [...good.energy, power, faulty({ period: "2022" })], output: good.output }));
		// 1 MWh × 0.5568
		expect(yearOf(found, "F1", 2022).emissions).toMatchObject({
			fuel: null,
			electricity: "0.5568",
			process: "0",
			heat: "0",
			total: null,
		});
	});

	it("of an unknown carrier leaves all parts that can be computed, and the total null", async () => {
		const row = faulty({ period: "2022", carrier: "phlogiston", quantity: "1" });
		const found = await report(tablesOf({ energy: [...good.energy, row], output: good.output }));
		expect(yearOf(found, "F1", 2022).emissions).toMatchObject({ fuel: "900", electricity: "0", total: null });
		expect(reasonsOf(found, "F1", 2022)).toEqual(["errors"]);
	});

	it("in the base year reaches all years", async () => {
		const found = await report(tablesOf({ energy: [...good.energy, faulty({ period: "2020" })], output: good.output }));
		expect(yearOf(found, "F1", 2020).verdict).toBeNull();
		for (const year of [2021, 2022, 2023, 2024]) expect(reasonsOf(found, "F1", year)).toEqual(["errors"]);
		// What is known is kept: 950 t over 1000.
		expect(yearOf(found, "F1", 2021)).toMatchObject({
			intensity: { value: "0.95" },
			change: null,
			ownPath: null,
			progress: null,
		});
	});

	it("in a year that is partial or missing last year leaves the year's test unchecked", async () => {
		const part = {
			energy: good.energy.map((row) => (row["period"] === "2022" ? { ...row, period: "2022Q1" } : row)),
			output: good.output,
		};
		const found = await report(
			tablesOf({ ...part, output: good.output.map((row) => (row["period"] === "2022" ? { ...row, period: "2022Q1" } : row)) }),
		);
		expect(reasonsOf(found, "F1", 2022)).toEqual(["partial"]);
		expect(yearOf(found, "F1", 2023).verdict).toMatchObject({ word: "on-track", yearTest: "not-checked" });
	});

	it("in the 2020 of a firm whose base year is 2021 does not reach its verdicts", async () => {
		const tables = tablesOf({ energy: [...good.energy, faulty({ period: "2020" })], output: good.output });
		const found = await report([...tables, firms([{ base_year: "2021" }])]);
		expect(yearOf(found, "F1", 2022).verdict).toMatchObject({ word: "on-track", yearTest: "pass" });
	});

	it("with an unreadable period reaches all years of the firm, and no other firm", async () => {
		const found = await report(
			tablesOf({ energy: [...good.energy, faulty({ period: "last year", quantity: "1" })], output: good.output }, other),
		);
		expect(codes(found, "error")).toEqual(["bad-period@energy.csv:7:period"]);
		for (const year of [2021, 2022, 2023, 2024]) {
			expect(reasonsOf(found, "F1", year)).toEqual(["errors"]);
			expect(wordOf(found, "F2", year)).toBe("on-track");
		}
	});

	it("without a firm reaches the pooled figures of its year and every firm that it may be of", async () => {
		const rows = { energy: [...good.energy, faulty({ firm: "", period: "2022", quantity: "1" })], output: good.output };
		const tables = [...tablesOf(rows, other), firms([steel, { ...steel, firm: "F2" }])];
		const found = await report(tables);
		expect(codes(found, "error")).toEqual(["missing-firm@energy.csv:7:firm"]);
		expect(codes(found, "warning")).toContain("pooled-figures-withheld@::");
		for (const sector of ["steel", "all"]) {
			expect(sectorOf(found, sector, 2022)).toMatchObject({
				emissions: null,
				output: null,
				intensity: null,
				sinceBasePercent: null,
				gapPercent: null,
				totalSinceBasePercent: null,
			});
			// The base year and what is measured from it do not rest on the row.
			for (const year of [2021, 2023]) {
				const pool = sectorOf(found, sector, year);
				expect([pool.emissions, pool.gapPercent, pool.required]).not.toContain(null);
			}
		}
		for (const firm of ["F1", "F2"]) {
			expect(yearOf(found, firm, 2022)).toMatchObject({ sectorPath: null, verdict: { word: "withheld" } });
		}
	});

	it("in one firm leaves the others untouched: they are reported as if alone", async () => {
		const both = await report(tablesOf({ energy: [...good.energy, faulty({ period: "2020" })], output: good.output }, other));
		const alone = await report(tablesOf(other));
		expect(both.firms.find(({ firm }) => firm === "F2")).toEqual(alone.firms[0]);
	});

	it("takes the firm-year out of the pool, and the others stay", async () => {
		const found = await report([
			...tablesOf({ energy: [...good.energy, faulty({ period: "2022" })], output: good.output }, other),
			firms([steel, { ...steel, firm: "F2" }]),
		]);
		// 2021: 950 + 950 over 2000; 2022: F2 alone, 900 over 1000.
		expect(sectorOf(found, "steel", 2021)).toMatchObject({ firms: 2, emissions: "1900", intensity: "0.95" });
		expect(sectorOf(found, "steel", 2022)).toMatchObject({ firms: 1, emissions: "900", intensity: "0.9", comparable: 1 });
	});

	it("of the output withholds the year, and keeps the emissions", async () => {
		const made = good.output.map((row) => (row["period"] === "2022" ? { ...row, quantity: "-1000" } : row));
		const found = await report(tablesOf({ energy: good.energy, output: made }));
		expect(codes(found, "error")).toEqual(["negative-quantity@output.csv:4:quantity"]);
		expect(yearOf(found, "F1", 2022)).toMatchObject({ emissions: { total: "900" }, intensity: { value: null } });
		expect(reasonsOf(found, "F1", 2022)).toEqual(["errors"]);
	});

	it("of another indicator than the chosen one does not reach the verdict", async () => {
		const revenue = { ...(good.output[2] as Row), indicator: "revenue", quantity: "-5" };
		const found = await report(tablesOf({ energy: good.energy, output: [...good.output, revenue] }));
		expect(codes(found, "error")).toEqual(["negative-quantity@output.csv:7:quantity"]);
		expect(wordOf(found, "F1", 2022)).toBe("on-track");
	});

	it("of the firms table reaches all years of the firm", async () => {
		const found = await report([...tablesOf(good, other), firms([{ base_year: "soon" }, { firm: "F2", base_year: "" }])]);
		expect(codes(found, "error")).toEqual(["bad-parameter@firms.csv:2:base_year"]);
		for (const year of [2021, 2024]) expect(reasonsOf(found, "F1", year)).toEqual(["errors"]);
		expect(wordOf(found, "F2", 2021)).toBe("on-track");
	});
});

describe("a series error", () => {
	it("such as a unit slip of 50 times or more withholds the firm-year, changes nothing and names the cause", async () => {
		const monthsOf = (year: string, quantity: string): Row[] =>
			Array.from({ length: 12 }, (_, at) => ({
				period: `${year}-${String(at + 1).padStart(2, "0")}`,
				quantity,
				emission_factor: "1",
			}));
		const slipped = monthsOf("2022", "10").map((row) => (row["period"] === "2022-07" ? { ...row, quantity: "10000" } : row));
		const found = await report([
			energy([...monthsOf("2020", "10"), ...slipped, ...monthsOf("2023", "9")]),
			output(["2020", "2022", "2023"].map((period) => ({ period, quantity: "100" }))),
		]);
		// Header, 12 rows of 2020, then July 2022 is row 1 + 12 + 7.
		expect(codes(found, "error")).toEqual(["unit-slip@energy.csv:20:quantity"]);
		expect(findingOf(found, "unit-slip").message).toContain("1000 times");
		// 11 × 10 + 10000: the value itself stays as it is.
		expect(yearOf(found, "F1", 2022).emissions.total).toBe("10110");
		expect(reasonsOf(found, "F1", 2022)).toEqual(["errors"]);
		expect(reasonsOf(found, "F1", 2023)).toBeUndefined();
		expect(yearOf(found, "F1", 2023).verdict?.yearTest).toBe("not-checked");
	});

	it("is not told below 50 times, nor with fewer than five other months", async () => {
		const slip = async (months: number, quantity: string): Promise<string[]> => {
			const rows = monthly({ quantity: "10" }).slice(0, months);
			return codes(await report([energy([...rows.slice(1), { ...rows[0], quantity }]), output([{}])]), "error");
		};
		// 500 and 0.2 are 50 times and a fiftieth of 10.
		expect(await slip(6, "500")).toEqual(["unit-slip@energy.csv:7:quantity"]);
		expect(await slip(6, "0.2")).toEqual(["unit-slip@energy.csv:7:quantity"]);
		expect(await slip(6, "499.9")).toEqual([]);
		expect(await slip(6, "0.2001")).toEqual([]);
		expect(await slip(5, "500")).toEqual([]);
	});

	it("in one site withholds the firm's year, not its other years", async () => {
		const clash = [{ site: "east" }, { site: "east", quantity: "7" }].map((row) => ({ ...(good.energy[3] as Row), ...row }));
		const found = await report(tablesOf({ energy: [...good.energy, ...clash], output: good.output }));
		expect(reasonsOf(found, "F1", 2023)).toEqual(["errors"]);
		expect(reasonsOf(found, "F1", 2022)).toBeUndefined();
		expect(yearOf(found, "F1", 2024).verdict?.yearTest).toBe("not-checked");
	});
});

describe("a firm named with full-width brackets", () => {
	it("is one firm however wide its brackets, in sound rows, in broken rows and to --firm", async () => {
		const energyText =
			"firm,period,carrier,quantity,unit\n华东（集团）厂,2020,coke,100,t\n华东(集团)厂,2021,coke,90,t\n华东（集团）厂,2021,diesel\n";
		const outputText =
			"firm,period,indicator,quantity,unit,prices\n华东（集团）厂,2020,value_added,100,万元,constant-2020\n华东（集团）厂,2021,value_added,100,万元,constant-2020\n";
		const tables = [
			{ name: "energy.csv", text: energyText },
			{ name: "output.csv", text: outputText },
		];
		const found = await report(tables, { firm: ["华东（集团）厂"] });
		expect(found.firms.map(({ firm }) => firm)).toEqual(["华东(集团)厂"]);
		// The ragged row is an error of 2021.
		expect(reasonsOf(found, "华东(集团)厂", 2021)).toEqual(["errors"]);
	});

	it("whose name differs by an invisible mark is another firm", async () => {
		const text = "firm,period,carrier,quantity,unit\n甲厂,2020,coke,100,t\n甲\u200b厂,2020,coke,90,t\n";
		const found = await report([{ name: "energy.csv", text }]);
		expect(found.firms.map(({ firm }) => firm)).toEqual(["甲\u200b厂", "甲厂"]);
	});
});
