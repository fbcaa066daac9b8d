/** Sectors: pooled figures, the path that begins at them, and to which sector a firm belongs. */
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/index.ts";
import { report } from "../support/reading.ts";
import { codes, firms, type Row, sectorOf, steadyFirm, tablesOf, yearOf } from "../support/tables.ts";

const steel: Row = { sector: "steel" };
/** 1000 t over 1000 in 2020, 900 t in 2023; and 600 t over 200, then 500 t. */
const large = steadyFirm({ co2: { 2020: "1000", 2023: "900" }, cells: steel });
const small = steadyFirm({ firm: "F2", co2: { 2020: "600", 2023: "500" }, valueAdded: "200", cells: steel });

describe("a sector", () => {
	it("is total over total, not a mean of its firms", async () => {
		const found = await report(tablesOf(large, small));
		// (1000 + 600) / 1200 = 4/3 (the mean would be 2); (900 + 500) / 1200 = 7/6; together down by 12.5%
		expect(sectorOf(found, "steel", 2020)).toMatchObject({
			firms: 2,
			emissions: "1600",
			output: "1200",
			intensity: "1.333333333333",
		});
		// 4/3 × 0.82^(3/5) = 1.18366…; 7/6 lies 1.4357% below it
		expect(sectorOf(found, "steel", 2023)).toEqual({
			year: 2023,
			targets: "plan-14",
			firms: 2,
			emissions: "1400",
			output: "1200",
			intensity: "1.166666666667",
			comparable: 2,
			sinceBasePercent: "-12.5",
			required: "1.18366020851",
			gapPercent: "-1.435677377757",
			totalSinceBasePercent: "-12.5",
			// No target of a number of tonnes is given.
			cap: null,
		});
	});

	it("gives its firms a path from its pooled base", async () => {
		const found = await report(tablesOf(large, small));
		// base 4/3; required 4/3 × 0.82^(3/5); gap 0.9 − that, times 1000; target 4/3 × 0.82
		expect(yearOf(found, "F1", 2023).sectorPath).toEqual({
			base: "1.333333333333",
			firms: 2,
			thin: true,
			required: "1.18366020851",
			gap: "-0.28366020851",
			gapPercent: "-23.964665405698",
			gapTonnes: "-283.660208509747",
			target: "1.093333333333",
			targetGap: "-0.193333333333",
			targetGapPercent: "-17.682926829268",
			targetGapTonnes: "-193.333333333333",
		});
	});

	it("of one or two firms is marked thin, of three not", async () => {
		const thin = (from: Report): boolean | undefined => yearOf(from, "F1", 2023).sectorPath?.thin;
		const third = steadyFirm({ firm: "F3", co2: { 2020: "10" }, cells: steel });
		expect(thin(await report(tablesOf(large)))).toBe(true);
		expect(thin(await report(tablesOf(large, small)))).toBe(true);
		expect(thin(await report(tablesOf(large, small, third)))).toBe(false);
	});

	it("is told for all firms together in the last place, those without a sector too", async () => {
		const none = steadyFirm({ firm: "F3", co2: { 2020: "100", 2023: "50" }, valueAdded: "300" });
		const metal = steadyFirm({ firm: "F4", co2: { 2020: "100", 2023: "50" }, cells: { sector: "nonferrous" } });
		const found = await report(tablesOf(large, none, metal));
		expect(found.sectors.map(({ sector }) => sector)).toEqual(["nonferrous", "steel", "all"]);
		// 900 + 50 + 50 over 1000 + 300 + 1000
		expect(sectorOf(found, "all", 2023)).toMatchObject({ firms: 3, emissions: "1000", output: "2300" });
		expect(yearOf(found, "F3", 2023).sectorPath).toBeNull();
	});

	it("compares only the firms usable in both years, and tells both counts", async () => {
		const late = steadyFirm({ firm: "F3", co2: { 2023: "700" }, cells: steel });
		const gone = steadyFirm({ firm: "F4", co2: { 2020: "300" }, cells: steel });
		const found = await report(tablesOf(large, late, gone));
		// 2023: 900 + 700 over 2000. Against 2020: F1 alone, 900 for 1000.
		expect(sectorOf(found, "steel", 2023)).toMatchObject({
			firms: 2,
			emissions: "1600",
			intensity: "0.8",
			comparable: 1,
			sinceBasePercent: "-10",
			totalSinceBasePercent: "-10",
		});
		// The base is that of both firms that have 2020: 1300 over 2000.
		expect(yearOf(found, "F1", 2023).sectorPath).toMatchObject({ base: "0.65", firms: 2 });
	});

	it("tells the change of total emissions apart from that of the intensity", async () => {
		const rows = { ...large, output: large.output.map((row) => (row["period"] === "2023" ? { ...row, quantity: "1500" } : row)) };
		const found = await report(tablesOf(rows));
		// 900/1500 = 0.6, down by 40%; 900 t for 1000, down by 10%
		expect(sectorOf(found, "steel", 2023)).toMatchObject({ sinceBasePercent: "-40", totalSinceBasePercent: "-10" });
	});

	it("without a usable base year has no path", async () => {
		const found = await report(tablesOf(steadyFirm({ co2: { 2022: "900", 2023: "800" }, cells: steel })));
		expect(sectorOf(found, "steel", 2023)).toMatchObject({
			firms: 1,
			intensity: "0.8",
			comparable: 0,
			required: null,
			gapPercent: null,
		});
		expect(yearOf(found, "F1", 2023).sectorPath).toBeNull();
	});

	it("leaves out years that are partial or at other prices", async () => {
		const part = {
			...small,
			output: small.output.map((row) => (row["period"] === "2023" ? { ...row, prices: "current" } : row)),
		};
		const found = await report(tablesOf(large, part));
		expect(sectorOf(found, "steel", 2023)).toMatchObject({ firms: 1, emissions: "900", comparable: 1 });
		expect(sectorOf(found, "steel", 2020).firms).toBe(2);
	});
});

describe("a firm's sector", () => {
	const named = async (sector: string): Promise<readonly (string | null | undefined)[]> => {
		const found = await report(tablesOf(steadyFirm({ co2: { 2020: "1000" }, cells: { sector } })));
		expect(codes(found, "warning")).toEqual([]);
		return [found.firms[0]?.sector, found.sectors[0]?.sector];
	};

	it.each([
		["steel", "steel", "steel"],
		["钢铁", "steel", "steel"],
		["Iron and steel", "steel", "steel"],
		["炼钢", "steel_steelmaking", "steel"],
		["C31 黑色金属冶炼和压延加工业", "steel", "steel"],
		["31", "steel", "steel"],
		["3120", "steel_steelmaking", "steel"],
		["C3120", "steel_steelmaking", "steel"],
		// A code that no division of ours has: the longest that it begins with is 31.
		["3199", "steel", "steel"],
		["0610", "mining_coal", "mining_coal"],
		// A spreadsheet drops the zero of 0610 and of 06.
		["610", "mining_coal", "mining_coal"],
		["6", "mining_coal", "mining_coal"],
		["B06", "mining_coal", "mining_coal"],
	])("written %s is %s, in the pool of %s", async (text, sector, pool) => {
		expect(await named(text)).toEqual([sector, pool]);
	});

	it("that two rows put into two level-1 sectors is an error: no sector path, and counted in all only", async () => {
		const rows = {
			energy: large.energy,
			output: large.output.map((row, at) => ({ ...row, sector: at === 0 ? "steel" : "nonferrous" })),
		};
		const found = await report(tablesOf(rows, small));
		expect(codes(found, "error").map((code) => code.split("@")[0])).toEqual(["two-sectors"]);
		expect(yearOf(found, "F1", 2023).sectorPath).toBeNull();
		expect(sectorOf(found, "steel", 2023).firms).toBe(1);
		expect(sectorOf(found, "all", 2023).firms).toBe(2);
		// Its own path and verdict do not depend on a sector.
		expect(yearOf(found, "F1", 2023).verdict?.word).toBe("behind");
	});

	it("that two rows put into two parts of one level-1 sector keeps its path", async () => {
		const rows = {
			energy: large.energy,
			output: large.output.map((row, at) => ({ ...row, sector: at === 0 ? "3110" : "3120" })),
		};
		const bare = rows.energy.map(({ sector: _, ...row }) => row);
		const found = await report(tablesOf({ ...rows, energy: bare }));
		expect(codes(found, "error")).toEqual([]);
		expect(yearOf(found, "F1", 2023).sectorPath?.firms).toBe(1);
		// The smallest by code unit, with a finding.
		expect(found.firms[0]?.sector).toBe("steel_ironmaking");
		expect(codes(found, "warning")).toEqual(["differs-between-rows@output.csv:3:"]);
	});

	it("is that of the firms table, with a note where rows differ", async () => {
		const found = await report([...tablesOf(large), firms([{ sector: "nonferrous" }])]);
		expect(found.firms[0]?.sector).toBe("nonferrous");
		expect(sectorOf(found, "nonferrous", 2023).firms).toBe(1);
		expect(codes(found)).toEqual(["master-data-differs@energy.csv:2:"]);
	});
});

describe("a firm's name and province", () => {
	it("are those of the firms table, with a note where rows differ", async () => {
		const rows = steadyFirm({ co2: { 2020: "1000" }, cells: { firm_name: "Old Works", province: "Shanxi" } });
		const found = await report([...tablesOf(rows), firms([{ firm_name: "New Works", province: "河北省" }])]);
		expect(found.firms[0]).toMatchObject({ name: "New Works", province: "Hebei" });
		expect(codes(found)).toEqual(["master-data-differs@energy.csv:2:", "master-data-differs@energy.csv:2:firm_name"]);
	});

	it("are the smallest by code unit where rows differ and no firms table decides, with a finding", async () => {
		const rows = steadyFirm({ co2: { 2020: "1000", 2021: "900" } });
		const differing = {
			...rows,
			energy: rows.energy.map((row, at) => ({ ...row, firm_name: ["Works B", "Works A"][at] as string })),
		};
		const found = await report(tablesOf(differing));
		expect(found.firms[0]?.name).toBe("Works A");
		expect(codes(found, "warning")).toEqual(["differs-between-rows@energy.csv:2:firm_name"]);
	});
});

describe("prices of a pool", () => {
	const two = async (second: string) =>
		report([
			{
				name: "energy.csv",
				text: "firm,period,carrier,quantity,unit,emission_factor\nA,2020,coke,100,t,1\nA,2021,coke,90,t,1\nB,2020,coke,100,t,1\nB,2021,coke,90,t,1\n",
			},
			{
				name: "output.csv",
				text: `firm,sector,period,indicator,quantity,unit,prices\nA,steel,2020,value_added,10,万元,constant-2020\nA,steel,2021,value_added,10,万元,constant-2020\nB,steel,2020,value_added,10,万元,${second}\nB,steel,2021,value_added,10,万元,${second}\n`,
			},
		]);

	it("are constant prices of one year: a firm at others keeps its own path and stays out, with a warning", async () => {
		const found = await two("constant-2015");
		expect(found.findings.list.filter(({ code }) => code === "not-pooled").map(({ firm }) => firm)).toEqual(["B"]);
		expect(found.sectors.find(({ sector }) => sector === "steel")?.years.map(({ firms }) => firms)).toEqual([1, 1]);
		// 9 against 10 × 0.82^(1/5) = 9.61…: on track by its own path, without a sector path.
		const year = found.firms.find(({ firm }) => firm === "B")?.years[1];
		expect([year?.verdict?.word, year?.sectorPath]).toEqual(["on-track", null]);
	});

	it("at the same constant prices hold every firm", async () => {
		const found = await two("constant-2020");
		expect(found.findings.list.some(({ code }) => code === "not-pooled")).toBe(false);
		expect(found.sectors.find(({ sector }) => sector === "steel")?.years.map(({ firms }) => firms)).toEqual([2, 2]);
	});
});
