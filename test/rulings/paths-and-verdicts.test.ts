/** The required path, the gap to it, and every word of the verdict, by numbers that can be checked on paper. */
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/index.ts";
import { report } from "../support/reading.ts";
import {
	codes,
	energy,
	findingOf,
	firms,
	output,
	type Row,
	reasonsOf,
	sectorOf,
	steadyFirm,
	steadyReport,
	tablesOf,
	targets,
	wordOf,
	yearOf,
} from "../support/tables.ts";

// Value added is 1000 in every year, so that 1000 t are an intensity of 1, and 961 t one of 0.961.

describe("the path", () => {
	const path = (from: Report): (string | null | undefined)[] =>
		[2021, 2022, 2023, 2024, 2025].map((year) => yearOf(from, "F1", year).ownPath?.requiredChangePercent);
	const flat = { 2020: "1000", 2021: "1000", 2022: "1000", 2023: "1000", 2024: "1000", 2025: "1000" };

	it("falls by an equal rate: 3.89, 7.63, 11.23, 14.68, 18.00%", async () => {
		const falls = path(await steadyReport(flat));
		// 0.82^(n/5) − 1, in per cent
		expect(falls).toEqual(["-3.891285038994", "-7.63114908544", "-11.225484361769", "-14.679953807239", "-18"]);
		expect(falls.map((fall) => Number(fall).toFixed(2))).toEqual(["-3.89", "-7.63", "-11.23", "-14.68", "-18.00"]);
	});

	it("falls by equal steps with path linear: 3.6 … 18%", async () => {
		const found = await steadyReport(flat, { path: "linear" });
		expect(path(found)).toEqual(["-3.6", "-7.2", "-10.8", "-14.4", "-18"]);
		expect(found.basis.path).toBe("linear");
	});

	it("and the gap to it are told in the year and at the end point", async () => {
		const found = await steadyReport({ 2020: "1000", 2023: "900" });
		// required 0.82^(3/5) = 0.887745…; gap 0.9 − that, of it 1.38%, times 1000 in tonnes; points −10 + 11.2254…
		// target 0.82; gap 0.08, of it 9.756…%; the cut still needed is 1 − (0.82/0.9)^(1/2)
		expect(yearOf(found, "F1", 2023).ownPath).toEqual({
			targets: "plan-14",
			prices: "constant-2020",
			baseYear: 2020,
			base: "1",
			required: "0.887745156382",
			requiredChangePercent: "-11.225484361769",
			gap: "0.012254843618",
			gapPercent: "1.380446125736",
			gapPoints: "1.225484361769",
			gapTonnes: "12.25484361769",
			target: "0.82",
			targetGap: "0.08",
			targetGapPercent: "9.756097560976",
			targetGapTonnes: "80",
			neededYearlyCutPercent: "4.54786",
		});
		// ln 0.9 / ln 0.82 = 53.09%; over three fifths of the time
		expect(yearOf(found, "F1", 2023).progress).toEqual({
			percent: "53.091468",
			completionPercent: null,
			scheduleRatio: "0.884858",
		});
		expect(yearOf(found, "F1", 2023).change).toEqual({ sinceBasePercent: "-10", sinceLastYearPercent: null });
	});

	it("measures progress by shares of the fall where it is linear", async () => {
		const found = await steadyReport({ 2020: "1000", 2023: "900" }, { path: "linear" });
		// 0.1/0.18 and 0.1/0.108; gap 0.9 − 0.892
		expect(yearOf(found, "F1", 2023).progress).toEqual({
			percent: "55.555556",
			completionPercent: null,
			scheduleRatio: "0.925926",
		});
		expect(yearOf(found, "F1", 2023).ownPath).toMatchObject({
			required: "0.892",
			gap: "0.008",
			gapPercent: "0.896860986547",
			gapTonnes: "8",
		});
	});

	it("has gap and progress 0 and no verdict in the base year", async () => {
		const year = yearOf(await steadyReport({ 2020: "1000", 2021: "900" }), "F1", 2020);
		expect(year.ownPath).toMatchObject({
			required: "1",
			gap: "0",
			gapPercent: "0",
			gapPoints: "0",
			gapTonnes: "0",
			requiredChangePercent: "0",
		});
		expect(year.progress?.percent).toBe("0");
		expect(year.verdict).toBeNull();
	});

	it("needs no cut where the end point is reached, and from the target year on none is known", async () => {
		const cut = (from: Report, year: number): string | null | undefined =>
			yearOf(from, "F1", year).ownPath?.neededYearlyCutPercent;
		const tonnes = { 2020: "1000", 2023: "820", 2024: "900", 2025: "900", 2026: "900" };
		const found = await steadyReport(tonnes, { targets: "plan-14" });
		expect(cut(found, 2023)).toBe("0");
		// One year left: 1 − 0.82/0.9 = 8.8888…%
		expect(cut(found, 2024)).toBe("8.888889");
		expect(cut(found, 2025)).toBeNull();
		expect(cut(found, 2026)).toBeNull();
	});

	it("does not reach the years before the base year", async () => {
		const year = yearOf(await steadyReport({ 2019: "1100", 2020: "1000", 2021: "900" }), "F1", 2019);
		expect(year).toMatchObject({ intensity: { value: "1.1" }, verdict: null, ownPath: null, progress: null });
	});

	it("ends with the target year: later ones have no path and no verdict, the target and its gap are still shown", async () => {
		const found = await steadyReport({ 2020: "1000", 2025: "820", 2026: "850" }, { targets: "plan-14" });
		const year = yearOf(found, "F1", 2026);
		expect(year.verdict).toBeNull();
		expect(year.progress).toBeNull();
		// 0.85 − 0.82; of 0.82 3.66%
		expect(year.ownPath).toMatchObject({
			required: null,
			requiredChangePercent: null,
			gap: null,
			gapPercent: null,
			gapPoints: null,
			gapTonnes: null,
			target: "0.82",
			targetGap: "0.03",
			targetGapPercent: "3.658536585366",
			targetGapTonnes: "30",
		});
	});
});

describe("the verdict", () => {
	const word = async (co2: Readonly<Record<number, string>>, year: number, options = {}): Promise<string | null> =>
		wordOf(await steadyReport({ 2020: "1000", ...co2 }, options), "F1", year);

	it("is on-track where both tests are met", async () => {
		const found = await steadyReport({ 2020: "1000", 2021: "960" });
		// 0.96 ≤ 0.96108…
		expect(yearOf(found, "F1", 2021).verdict).toEqual({
			word: "on-track",
			qualifiers: [],
			yearTest: "pass",
			cumulativeTest: "pass",
			reasons: [],
		});
	});

	it("is on-track-slowing where the cumulative test is met and the year's missed", async () => {
		const found = await steadyReport({ 2020: "1000", 2021: "900", 2022: "900" });
		// 0.9 ≤ 0.92368…, but 900/900 > 0.96108…
		expect(yearOf(found, "F1", 2022).verdict).toMatchObject({
			word: "on-track-slowing",
			qualifiers: [],
			yearTest: "fail",
			cumulativeTest: "pass",
		});
	});

	it("is behind where it fell since the base and the cumulative test is missed", async () => {
		// 0.97 > 0.96108…; ln 0.97 over the year's ln is 0.767
		expect(await word({ 2021: "970" }, 2021)).toBe("behind");
	});

	it("is behind and near where the schedule ratio is at least 0.9", async () => {
		// ln 0.964 / ln 0.96108… = 0.9238; for 0.965 it is 0.8976
		expect(await word({ 2021: "964" }, 2021)).toBe("behind near");
		expect(await word({ 2021: "965" }, 2021)).toBe("behind");
	});

	it("is behind and far where the schedule ratio is below 0.6", async () => {
		// 0.976: 0.6121; 0.977: 0.5863
		expect(await word({ 2021: "976" }, 2021)).toBe("behind");
		expect(await word({ 2021: "977" }, 2021)).toBe("behind far");
	});

	it("is near at exactly 0.9 and not far at exactly 0.6", async () => {
		const linear = { path: "linear" };
		// The line asks 3.6% in the first year: 0.9 of it is 3.24%, 0.6 of it 2.16%.
		expect(await word({ 2021: "967.6" }, 2021, linear)).toBe("behind near");
		expect(await word({ 2021: "967.6000001" }, 2021, linear)).toBe("behind");
		expect(await word({ 2021: "978.4" }, 2021, linear)).toBe("behind");
		expect(await word({ 2021: "978.4000001" }, 2021, linear)).toBe("behind far");
	});

	it("is catching-up where the year's test is met while behind", async () => {
		// 950/990 = 0.9596 ≤ 0.96108…; 0.95 > 0.92368…; ratio 0.646
		expect(await word({ 2021: "990", 2022: "950" }, 2022)).toBe("behind catching-up");
		// 930/990; ratio 0.914
		expect(await word({ 2021: "990", 2022: "930" }, 2022)).toBe("behind near catching-up");
		// 0.998 after 1.05: the fall of the year is 4.95%, the ratio next to nothing
		expect(await word({ 2021: "1050", 2022: "998" }, 2022)).toBe("behind far catching-up");
	});

	it("is off-track at or above the base, or up on the year", async () => {
		expect(await word({ 2021: "1000" }, 2021)).toBe("off-track");
		expect(await word({ 2021: "1001" }, 2021)).toBe("off-track");
		expect(await word({ 2021: "970", 2022: "970.001" }, 2022)).toBe("off-track");
		// The same as last year is not up.
		expect(await word({ 2021: "970", 2022: "970" }, 2022)).toBe("behind far");
		// At the base, though the year's test is met.
		expect(await word({ 2021: "1100", 2022: "1000" }, 2022)).toBe("off-track");
	});

	it("is met or missed at the target year, by the cumulative test only", async () => {
		expect(await word({ 2025: "820" }, 2025)).toBe("met");
		expect(await word({ 2025: "820.000000000001" }, 2025)).toBe("missed");
		// Up on the year, and met all the same; the year's test is still told.
		const found = await steadyReport({ 2020: "1000", 2024: "800", 2025: "810" });
		expect(yearOf(found, "F1", 2025).verdict).toMatchObject({ word: "met", qualifiers: [], yearTest: "fail" });
		expect(await word({ 2024: "1000", 2025: "900" }, 2025)).toBe("missed");
	});

	it("without the previous year uses the cumulative test, and says that the year's was not checked", async () => {
		const found = await steadyReport({ 2020: "1000", 2023: "800", 2024: "950" });
		expect(yearOf(found, "F1", 2023).verdict).toMatchObject({
			word: "on-track",
			yearTest: "not-checked",
			cumulativeTest: "pass",
		});
		const missed = await steadyReport({ 2020: "1000", 2023: "950" });
		// 0.95 > 0.8877…; ln 0.95 over three fifths of ln 0.82 is 0.43
		expect(yearOf(missed, "F1", 2023).verdict).toMatchObject({
			word: "behind",
			qualifiers: ["far"],
			yearTest: "not-checked",
			cumulativeTest: "fail",
		});
	});

	it("follows the year's own fall on a straight line: 0.964, then 0.928/0.964 of it", async () => {
		const found = await steadyReport({ 2020: "1000", 2021: "964", 2022: "928" }, { path: "linear" });
		expect(wordOf(found, "F1", 2021)).toBe("on-track");
		expect(wordOf(found, "F1", 2022)).toBe("on-track");
		const slower = await steadyReport({ 2020: "1000", 2021: "900", 2022: "870" }, { path: "linear" });
		// 870/900 = 0.9667 > 0.928/0.964 = 0.96266
		expect(wordOf(slower, "F1", 2022)).toBe("on-track-slowing");
	});

	it("is withheld without a base, and nothing is told of the path", async () => {
		const found = await steadyReport({ 2022: "900", 2023: "800" });
		expect(reasonsOf(found, "F1", 2023)).toEqual(["no-base"]);
		expect(yearOf(found, "F1", 2023)).toMatchObject({ intensity: { value: "0.8" }, change: null, ownPath: null, progress: null });
		expect(codes(found, "warning")).toContain("no-base@::");
	});
});

describe("a total at or below zero", () => {
	const sold = (period: string, quantity: string): Row => ({ period, quantity, use: "sold", emission_factor: "1" });
	const bought = (period: string, quantity: string): Row => ({ period, quantity, use: "consumed", emission_factor: "1" });
	const made = output(["2020", "2021"].map((period) => ({ period, quantity: "1000" })));

	it("is compared by sign, shows no progress, and is told", async () => {
		const found = await report([energy([bought("2020", "1000"), sold("2021", "100")]), made]);
		const year = yearOf(found, "F1", 2021);
		// −0.1 is below everything the path asks.
		expect(year).toMatchObject({ emissions: { total: "-100" }, intensity: { value: "-0.1" } });
		expect(year.verdict).toMatchObject({ word: "on-track", yearTest: "pass", cumulativeTest: "pass" });
		expect(year.progress).toEqual({ percent: null, completionPercent: null, scheduleRatio: null });
		expect(year.ownPath).toMatchObject({ target: "0.82", targetGap: "-0.92", neededYearlyCutPercent: "0" });
		expect(codes(found, "warning")).toContain("total-not-positive@::");
		expect(findingOf(found, "total-not-positive")).toMatchObject({ firm: "F1", period: "2021" });
	});

	it("of exactly zero is met too", async () => {
		const found = await report([energy([bought("2020", "1000"), bought("2021", "0")]), made]);
		expect(yearOf(found, "F1", 2021)).toMatchObject({
			intensity: { value: "0" },
			verdict: { word: "on-track" },
			progress: { percent: null },
		});
	});

	it("in the base year makes any total above zero off-track", async () => {
		const found = await report([energy([sold("2020", "100"), bought("2021", "50")]), made]);
		expect(yearOf(found, "F1", 2021)).toMatchObject({
			verdict: { word: "off-track", cumulativeTest: "fail" },
			progress: { percent: null },
		});
	});

	it("further below zero than the base is on-track", async () => {
		const found = await report([energy([sold("2020", "100"), sold("2021", "150")]), made]);
		expect(yearOf(found, "F1", 2021)).toMatchObject({ change: { sinceBasePercent: "50" }, verdict: { word: "on-track" } });
	});

	it("nearer to zero than the base is off-track", async () => {
		const found = await report([energy([sold("2020", "100"), sold("2021", "90")]), made]);
		expect(wordOf(found, "F1", 2021)).toBe("off-track");
	});
});

describe("base_intensity of the firms table", () => {
	it("is the base where there are no rows of the base year, and last year's intensity in the year after", async () => {
		const found = await report([...tablesOf(steadyFirm({ co2: { 2021: "1000" } })), firms([{ base_intensity: "1.1" }])]);
		// 1 ≤ 1.1 × 0.96108… = 1.0572; 1/1.1 = 0.909
		expect(yearOf(found, "F1", 2021).ownPath).toMatchObject({ base: "1.1", required: "1.057195864571" });
		expect(yearOf(found, "F1", 2021).verdict).toMatchObject({ word: "on-track", yearTest: "pass" });
		expect(codes(found)).not.toContain("no-base@::");
	});

	it("wins over the rows, with a note, and the firm stays out of the pooled base", async () => {
		const [one, two] = ["F1", "F2"].map((firm) => steadyFirm({ firm, co2: { 2020: "1000", 2021: "1000" } })) as [
			ReturnType<typeof steadyFirm>,
			ReturnType<typeof steadyFirm>,
		];
		const found = await report([
			...tablesOf(one, two),
			firms([
				{ sector: "steel", base_intensity: "1.1" },
				{ firm: "F2", sector: "steel" },
			]),
		]);
		expect(codes(found, "note")).toEqual(["base-intensity-differs@::"]);
		expect(findingOf(found, "base-intensity-differs")).toMatchObject({ firm: "F1" });
		expect(yearOf(found, "F1", 2021).ownPath?.base).toBe("1.1");
		// Last year's intensity is that of its rows: 1/1.
		expect(yearOf(found, "F1", 2021).verdict).toMatchObject({ word: "on-track-slowing", yearTest: "fail" });
		expect(yearOf(found, "F2", 2021).sectorPath).toMatchObject({ base: "1", firms: 1, thin: true });
	});

	it.each([
		["1", "1400", false],
		["1.0", "1049", false],
		["1.00", "1004", false],
		["1.00", "1006", true],
		["1.1", "1000", true],
	])("%s beside rows of %s/1000: a note only where they differ by more than its printed digits (%s)", async (stated, co2, noted) => {
		const found = await report([
			...tablesOf(steadyFirm({ co2: { 2020: co2 } })),
			firms([{ sector: "steel", base_intensity: stated }]),
		]);
		expect(codes(found, "note").includes("base-intensity-differs@::")).toBe(noted);
		expect(yearOf(found, "F1", 2020).sectorPath === null).toBe(noted);
	});

	it("given twice with two values is an error that withholds all years of the firm", async () => {
		const found = await report([
			...tablesOf(steadyFirm({ co2: { 2020: "1000", 2021: "900" } })),
			firms([{ base_intensity: "1" }, { base_intensity: "2" }]),
		]);
		expect(codes(found, "error")).toEqual(["conflicting-entries@firms.csv:2:"]);
		expect(reasonsOf(found, "F1", 2021)).toContain("errors");
	});
});

describe("base_year of the firms table", () => {
	const co2 = { 2020: "1000", 2021: "1000", 2022: "960", 2023: "920", 2024: "850", 2025: "850" };
	const of = (row: Row, options = {}): Promise<Report> => report([...tablesOf(steadyFirm({ co2 })), firms([row])], options);

	it("keeps the plan's yearly rate", async () => {
		const found = await of({ base_year: "2021" });
		// 0.82^(2/5) after two years, 0.82^(4/5) at the target year
		expect(yearOf(found, "F1", 2023).ownPath).toMatchObject({
			baseYear: 2021,
			base: "1",
			required: "0.923688509146",
			target: "0.853200461928",
		});
		expect(wordOf(found, "F1", 2023)).toBe("on-track");
		expect(wordOf(found, "F1", 2025)).toBe("met");
		expect(yearOf(found, "F1", 2021).verdict).toBeNull();
	});

	it("keeps the plan's yearly step on a straight line", async () => {
		const found = await of({ base_year: "2021" }, { path: "linear" });
		// 1 − 0.18 × 2/5 and 1 − 0.18 × 4/5
		expect(yearOf(found, "F1", 2023).ownPath).toMatchObject({ required: "0.928", target: "0.856" });
	});

	it("with target_pct asks for that fall by the target year", async () => {
		const found = await of({ base_year: "2021", target_pct: "10" });
		// 0.9^(2/4), and 0.9
		expect(yearOf(found, "F1", 2023).ownPath).toMatchObject({ required: "0.948683298051", target: "0.9" });
		expect(wordOf(found, "F1", 2025)).toBe("met");
	});

	it("stays the plan's where only target_pct is given", async () => {
		const found = await of({ target_pct: "10" });
		expect(yearOf(found, "F1", 2025).ownPath).toMatchObject({ baseYear: 2020, target: "0.9" });
	});

	it.each(["0", "-10", "100", "ten"])("beside a target_pct of %s is an error: a per cent is positive", async (target_pct) => {
		const found = await of({ base_year: "2021", target_pct });
		expect(codes(found, "error")).toHaveLength(1);
		expect(codes(found, "error")[0]).toMatch(/@firms\.csv:2:target_pct$/);
	});
});

describe("filters", () => {
	it("of firm and year choose what is shown, never what is computed", async () => {
		const [one, two] = ["F1", "F2"].map((firm) =>
			steadyFirm({ firm, co2: { 2020: "1000", 2021: "900" }, cells: { sector: "steel" } }),
		);
		const tables = tablesOf(one as ReturnType<typeof steadyFirm>, two as ReturnType<typeof steadyFirm>);
		const [whole, shown] = [await report(tables), await report(tables, { firm: ["F2"], year: [2021] })];
		expect(shown.firms.map(({ firm, years }) => [firm, years.map(({ year }) => year)])).toEqual([["F2", [2021]]]);
		expect(yearOf(shown, "F2", 2021)).toEqual(yearOf(whole, "F2", 2021));
		expect(sectorOf(shown, "steel", 2021)).toEqual(sectorOf(whole, "steel", 2021));
	});
});

describe("the boundary", () => {
	const stone = (period: string, quantity = "10"): Row => ({ period, carrier: "limestone-flux", quantity });
	const good = steadyFirm({ co2: { 2020: "1000", 2021: "900" } });
	const of = (rows: readonly Row[], options = {}): Promise<Report> =>
		report(tablesOf({ energy: [...good.energy, ...rows], output: good.output }), options);

	it("changed by process emissions that appear withholds the verdict", async () => {
		const found = await of([stone("2021")]);
		expect(reasonsOf(found, "F1", 2021)).toEqual(["boundary"]);
		expect(codes(found, "warning")).toContain("boundary-changed@::");
	});

	it("changed by process emissions that disappear withholds it too", async () => {
		expect(reasonsOf(await of([stone("2020")]), "F1", 2021)).toEqual(["boundary"]);
	});

	it("is the same where the other year has an explicit 0", async () => {
		expect(wordOf(await of([stone("2020", "0"), stone("2021")]), "F1", 2021)).toBe("on-track");
	});

	it("energy does not see process emissions", async () => {
		expect(wordOf(await of([stone("2021")], { boundary: "energy" }), "F1", 2021)).toBe("on-track");
	});

	it("changed by another part is a warning, and judged", async () => {
		const found = await of([{ period: "2021", carrier: "electricity", quantity: "1", unit: "MWh" }]);
		expect(codes(found, "warning")).toEqual(["part-changed@::"]);
		expect(wordOf(found, "F1", 2021)).toBe("on-track");
	});
});

describe("targets", () => {
	it("of plan-15 run from 2025 to 2030 by 17%, with the grid of 2023", async () => {
		const firm = steadyFirm({
			co2: { 2020: "1200", 2025: "1000", 2026: "963", 2027: "940" },
			cells: { prices: "constant-2025" },
		});
		const found = await report(tablesOf(firm), { targets: "plan-15" });
		expect(found.basis).toMatchObject({
			targets: "plan-15",
			plans: [
				{
					...{ targets: "plan-15", baseYear: 2025, targetYear: 2030, reductionPercent: "17" },
					...{ prices: "constant-2025", electricity: "national@2023" },
				},
			],
		});
		// 0.83^(1/5) = 0.96342; 0.83^(2/5) = 0.92818; 940/963 > 0.963
		expect(yearOf(found, "F1", 2026).ownPath).toMatchObject({ base: "1", required: "0.963419912863", target: "0.83" });
		expect(wordOf(found, "F1", 2026)).toBe("on-track");
		expect(wordOf(found, "F1", 2027)).toBe("behind");
		// Years outside the plan carry no path and no verdict.
		expect(yearOf(found, "F1", 2020)).toMatchObject({ verdict: null, ownPath: null });
	});

	it("of provinces apply where a province has its own: Zhejiang 20%", async () => {
		const found = await report(tablesOf(steadyFirm({ co2: { 2020: "1000", 2025: "810" }, cells: { province: "浙江省" } })), {
			targets: "provincial",
		});
		expect(found.basis.targets).toBe("provincial");
		expect(yearOf(found, "F1", 2025).ownPath).toMatchObject({ required: "0.8", requiredChangePercent: "-20" });
		expect(wordOf(found, "F1", 2025)).toBe("missed");
		expect(codes(found, "note")).toEqual([]);
	});

	it.each(["Hebei", ""])("of provinces are the national ones for a firm in '%s', with a note", async (province) => {
		const found = await report(tablesOf(steadyFirm({ co2: { 2020: "1000", 2025: "810" }, cells: { province } })), {
			targets: "provincial",
		});
		expect(yearOf(found, "F1", 2025).ownPath?.required).toBe("0.82");
		expect(codes(found, "note")).toEqual(["national-target-used@::"]);
	});

	it("of provinces may be of energy alone: Chongqing 14.5%", async () => {
		const firm = steadyFirm({ co2: { 2020: "1000", 2023: "900" }, cells: { province: "重庆市" } });
		const found = await report(tablesOf(firm), { targets: "provincial" });
		// Carbon as the nation, 0.82^(3/5) − 1; energy 0.855^(3/5) − 1
		expect(yearOf(found, "F1", 2023).ownPath?.requiredChangePercent).toBe("-11.225484361769");
		expect(yearOf(found, "F1", 2023).energy.requiredChangePercent).toBe("-8.971021583571");
		expect(codes(found, "note")).toEqual(["national-target-used@::"]);
	});

	it("of the plan ask 13.5% of energy per output", async () => {
		const found = await steadyReport({ 2020: "1000", 2023: "900" });
		// 900 t of coke × 0.9714 over 1000; 0.865^(3/5) − 1
		expect(yearOf(found, "F1", 2023).energy).toEqual({
			value: "874.26",
			unit: "tce",
			derived: false,
			intensity: "0.87426",
			sinceBasePercent: "-10",
			// Nothing went in as feedstock: −10% is more than was asked.
			withoutFeedstock: "0.87426",
			withoutFeedstockSinceBasePercent: "-10",
			requiredChangePercent: "-8.333707904616",
			verdict: { word: "on-track", qualifiers: [], yearTest: "not-checked", cumulativeTest: "pass", reasons: [] },
		});
	});

	it("of a file replace the plan", async () => {
		const found = await report([
			...tablesOf(steadyFirm({ co2: { 2020: "1000", 2023: "880" } })),
			targets([{ reduction_pct: "20" }]),
		]);
		expect(found.basis).toMatchObject({
			targets: "targets.csv",
			plans: [{ targets: "targets.csv", baseYear: 2020, targetYear: 2025, reductionPercent: "20" }],
		});
		// 0.8^(3/5) = 0.87469 < 0.88
		expect(yearOf(found, "F1", 2023).ownPath).toMatchObject({ required: "0.874689659155", target: "0.8" });
		expect(wordOf(found, "F1", 2023)).toBe("behind near");
	});

	it("of a file may have years of their own", async () => {
		const found = await report([
			...tablesOf(steadyFirm({ co2: { 2021: "1000", 2023: "900", 2026: "800" } })),
			targets([{ base_year: "2021", target_year: "2026", reduction_pct: "20" }]),
		]);
		// 0.8^(2/5) after two of five years
		expect(yearOf(found, "F1", 2023).ownPath).toMatchObject({ baseYear: 2021, required: "0.914610103855" });
		expect(wordOf(found, "F1", 2026)).toBe("met");
	});

	it("of a file for a sector give it its fall and its base", async () => {
		const found = await report([
			...tablesOf(
				steadyFirm({ co2: { 2020: "1000", 2023: "880" }, cells: { sector: "steel" } }),
				steadyFirm({ firm: "F2", co2: { 2020: "1000", 2023: "880" } }),
			),
			targets([{}, { scope: "sector", scope_id: "钢铁", reduction_pct: "18", base_intensity: "2.5" }]),
		]);
		// 2.5 × 0.82^(3/5), and 2.5 × 0.82
		expect(yearOf(found, "F1", 2023).sectorPath).toMatchObject({
			base: "2.5",
			firms: null,
			thin: false,
			required: "2.219362890956",
			target: "2.05",
		});
		expect(sectorOf(found, "steel", 2023).required).toBe("2.219362890956");
	});

	it("of a file for one province leave the others at the plan's", async () => {
		const co2 = { 2020: "1000", 2025: "810" };
		const found = await report([
			...tablesOf(
				steadyFirm({ co2, cells: { province: "Hebei" } }),
				steadyFirm({ firm: "F2", co2, cells: { province: "Shanxi" } }),
			),
			targets([{ scope: "province", scope_id: "河北", reduction_pct: "20" }]),
		]);
		expect(wordOf(found, "F1", 2025)).toBe("missed");
		expect(wordOf(found, "F2", 2025)).toBe("met");
	});

	it("that contradict each other are refused", async () => {
		const run = report([...tablesOf(steadyFirm({ co2: { 2020: "1000" } })), targets([{}, { reduction_pct: "20" }])]);
		await expect(run).rejects.toMatchObject({ code: "bad-reference-table" });
	});
});
