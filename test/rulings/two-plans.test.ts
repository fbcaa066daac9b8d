/** Two plans, their price years and factors: the rows of table 6 of the reading rules, A1 to A15, and files of an officer in 2026. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ReportOptions, Table } from "../../src/index.ts";
import { report as screened } from "../../src/index.ts";
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
	tablesOf,
	targets,
	wordOf,
	yearOf,
} from "../support/tables.ts";

const t2071 = "2.0715092552";
/** Tonnes of bituminous coal by year; a tonne is 2.0715092552 t CO2. */
const coal = (tonnes: Readonly<Record<number, string>>): Table =>
	energy(
		Object.entries(tonnes).map(([period, quantity]) => ({ period, quantity, carrier: "bituminous-coal", emission_factor: "" })),
	);
/** Value added by year and prices: `2025 current`. */
const earned = (amounts: Readonly<Record<string, string>>, more: Row = {}): Table =>
	output(
		Object.entries(amounts).map(([at, quantity]) => {
			const [period = "", prices = ""] = at.split(" ");
			return { period, quantity, prices, ...more };
		}),
	);
const used = coal({ 2025: "1000", 2026: "960" });
const whole = coal({ 2020: "1100", 2024: "1020", 2025: "1000", 2026: "960" });

describe("the turn of the plan", () => {
	it("A1: each year is judged under its own plan, the hinge at both prices", async () => {
		const found = await report([
			whole,
			earned({
				...{ "2020 constant-2020": "1700", "2024 constant-2020": "1950", "2025 constant-2020": "2000" },
				...{ "2025 current": "2150", "2026 constant-2025": "2250" },
			}),
		]);
		// 1000 × 2.0715092552 / 2000; against 1100/1700: 1700/2200 − 1 = −22.7272…%
		expect(yearOf(found, "F1", 2025)).toMatchObject({
			intensity: { value: "1.0357546276" },
			output: { value: "2000", prices: "constant-2020" },
			change: { sinceBasePercent: "-22.727272727273" },
			ownPath: { targets: "plan-14", baseYear: 2020, prices: "constant-2020" },
			verdict: { word: "met" },
		});
		// Base 2071.5092552/2150 = 0.963492676837…; 960 × 2.0715092552 / 2250; 0.96 × 2150/2250 − 1 = −8.2666…%, and 3.66% are asked.
		expect(yearOf(found, "F1", 2026)).toMatchObject({
			intensity: { value: "0.883843948885" },
			output: { value: "2250", prices: "constant-2025" },
			change: { sinceBasePercent: "-8.266666666667", sinceLastYearPercent: "-8.266666666667" },
			ownPath: { targets: "plan-15", baseYear: 2025, prices: "constant-2025", base: "0.963492676837" },
			verdict: { word: "on-track", yearTest: "pass", cumulativeTest: "pass" },
		});
		expect(found.basis).toMatchObject({
			targets: "auto",
			plans: [
				{ targets: "plan-14", baseYear: 2020, targetYear: 2025, reductionPercent: "18", prices: "constant-2020" },
				{ targets: "plan-15", baseYear: 2025, targetYear: 2030, reductionPercent: "17", prices: "constant-2025" },
			],
		});
	});

	it("A2: current prices of the base year alone are its constant prices", async () => {
		const found = await report([used, earned({ "2025 current": "2150", "2026 constant-2025": "2250" })]);
		expect(yearOf(found, "F1", 2025)).toMatchObject({ ownPath: null, verdict: { word: "withheld", reasons: ["no-base"] } });
		expect(yearOf(found, "F1", 2026)).toMatchObject({
			intensity: { value: "0.883843948885" },
			change: { sinceBasePercent: "-8.266666666667" },
			ownPath: { base: "0.963492676837" },
			verdict: { word: "on-track" },
		});
		expect(codes(found, "note")).toContain("current-equals-constant@output.csv:2:quantity");
	});

	const apart = earned({ "2025 constant-2020": "2000", "2026 constant-2025": "2250" });
	it("A3: prices that the two have nothing of in common withhold, and both ways out are named", async () => {
		const found = await report([used, apart]);
		expect(reasonsOf(found, "F1", 2026)).toEqual(["prices"]);
		expect(yearOf(found, "F1", 2026)).toMatchObject({ change: null, ownPath: null, progress: null });
		const { message, remedy, period } = findingOf(found, "no-common-prices");
		expect(period).toBe("2026");
		expect(message).toContain("constant-2025");
		expect(message).toContain("constant-2020");
		expect(remedy).toContain("current prices");
		expect(remedy).toContain("--deflator");
	});

	it("A3: a deflator turns current prices into the plan's, and never a stated constant", async () => {
		const indices = deflator([
			{ year: "2025", index: "110", source: "s" },
			{ year: "2026", index: "121", source: "s" },
		]);
		expect(reasonsOf(await report([used, apart, indices]), "F1", 2026)).toEqual(["prices"]);
		const found = await report([used, earned({ "2025 current": "2150", "2026 current": "2475" }), indices]);
		// 2475 × 110/121 = 2250 at the prices of 2025: as A1.
		expect(yearOf(found, "F1", 2026)).toMatchObject({
			output: { value: "2250", prices: "constant-2025", deflated: true },
			ownPath: { base: "0.963492676837", prices: "constant-2025" },
			change: { sinceBasePercent: "-8.266666666667" },
		});
	});

	const at2020 = { "2025 constant-2020": "2000", "2026 constant-2020": "2090" };
	it("A4: another price year that both have will do, with a note", async () => {
		const found = await report([used, earned(at2020)]);
		// 0.96 × 2000/2090 − 1 = −8.1339712918660…%
		expect(yearOf(found, "F1", 2026)).toMatchObject({
			change: { sinceBasePercent: "-8.133971291866" },
			ownPath: { targets: "plan-15", baseYear: 2025, prices: "constant-2020", base: "1.0357546276" },
			verdict: { word: "on-track" },
		});
		expect(findingOf(found, "other-price-year")).toMatchObject({ gravity: "note", period: "2026" });
	});

	it("A5: the plan's own prices win where both have them", async () => {
		const found = await report([used, earned({ ...at2020, "2025 current": "2150", "2026 constant-2025": "2250" })]);
		expect(yearOf(found, "F1", 2026)).toMatchObject({
			output: { value: "2250", prices: "constant-2025" },
			ownPath: { prices: "constant-2025", base: "0.963492676837" },
		});
		expect(found.findings.list.filter(({ code }) => code === "other-price-year")).toEqual([]);
	});

	it("A6: of several in common the newest", async () => {
		const found = await report([
			coal({ 2020: "1000", 2021: "900" }),
			earned({
				...{ "2020 constant-2015": "1650", "2020 current": "1700" },
				...{ "2021 constant-2015": "1720", "2021 current": "1900" },
			}),
		]);
		// 0.9 × 1650/1720 − 1 = −13.6627906976744…%
		expect(yearOf(found, "F1", 2021)).toMatchObject({
			output: { value: "1720", prices: "constant-2015" },
			ownPath: { prices: "constant-2015" },
			change: { sinceBasePercent: "-13.662790697674" },
		});
		expect(findingOf(found, "other-price-year").gravity).toBe("note");
	});

	it("A7: current prices of two years have nothing in common", async () => {
		const found = await report([
			coal({ 2020: "1000", 2021: "900" }),
			earned({ "2020 constant-2020": "1700", "2021 current": "1900" }),
		]);
		expect(reasonsOf(found, "F1", 2021)).toEqual(["prices"]);
	});

	it("A8: a stated constant wins over current prices of its year, with a warning that weighs the difference", async () => {
		const found = await report([
			coal({ 2020: "1000", 2021: "900" }),
			earned({ "2020 constant-2020": "1700", "2020 current": "1705", "2021 constant-2020": "1700" }),
		]);
		expect(yearOf(found, "F1", 2020).output).toMatchObject({ value: "1700", prices: "constant-2020" });
		// 2071.5092552/1700 × 5 t
		expect(findingOf(found, "prices-differ")).toMatchObject({ gravity: "warning", period: "2020", weightTonnes: "6.09267428" });
		// Within the digits of both nothing is said.
		const near = await report([coal({ 2020: "1000" }), earned({ "2020 constant-2020": "1700", "2020 current": "1700.4" })]);
		expect(near.findings.list.filter(({ code }) => code === "prices-differ")).toEqual([]);
	});

	const officer = (electricity?: string): Promise<Awaited<ReturnType<typeof report>>> => {
		const bought: Row = { carrier: "electricity", unit: "10^4 kWh", quantity: "500", emission_factor: "" };
		const burnt: Row = { carrier: "bituminous-coal", emission_factor: "" };
		const ten = (row: Row): Row[] => monthly(row, "2026").slice(0, 10);
		return report(
			[
				energy([
					...monthly({ ...burnt, quantity: "1000" }, "2025"),
					...ten({ ...burnt, quantity: "960" }),
					...monthly(bought, "2025"),
					...ten(bought),
				]),
				output([
					...monthly({ quantity: "2000", prices: "constant-2025" }, "2025"),
					...ten({ quantity: "2080", prices: "constant-2025" }),
				]),
			],
			electricity === undefined ? {} : { electricity },
		);
	};

	it("A9: a part of a year is held against the same months, with the factor of its own plan", async () => {
		const found = await officer();
		// 12,000 × 2.0715092552 + 6,000 × 5.306, and with 5.568 under plan-14.
		expect(sectorOf(found, "all", 2025)).toMatchObject({ targets: "plan-14", emissions: null });
		const hinge = found.sectors.at(-1)?.years.filter(({ year }) => year === 2025);
		expect(hinge?.map(({ targets: plan, emissions }) => [plan, emissions])).toEqual([
			["plan-14", null],
			["plan-15", "56694.1110624"],
		]);
		expect(yearOf(found, "F1", 2025)).toMatchObject({ emissions: { total: "58266.1110624" }, verdict: { reasons: ["no-base"] } });
		// (9,600 × 2.0715092552 + 5,000 × 5.306) / 20,800 against 56,694.1110624/24,000 = 2.3622546276; ten sixtieths are gone.
		expect(yearOf(found, "F1", 2026)).toMatchObject({
			intensity: { value: "2.231561963938" },
			verdict: { word: "withheld", reasons: ["partial"] },
			toDate: {
				months: 10,
				intensity: "2.231561963938",
				sameMonthsPercent: "-5.53253921633",
				cumulativePercent: "-5.53253921633",
				requiredPercent: "-3.65800871373",
				timeGonePercent: "16.666667",
				verdict: { word: "on-track", qualifiers: ["to-date"], yearTest: "pass", cumulativeTest: "pass", reasons: [] },
			},
		});
		expect(JSON.stringify(found)).not.toContain("-8.08");
		expect(found.basis.plans.map(({ electricity }) => electricity)).toEqual(["national@2021", "national@2023"]);
	});

	it("A10: a factor that is asked for holds in both plans", async () => {
		const found = await officer("0.57");
		expect(found.basis.plans.map(({ electricity }) => electricity)).toEqual(["0.57", "0.57"]);
		// 24,858.1110624 + 6,000 × 5.7
		const hinge = found.sectors.at(-1)?.years.filter(({ year }) => year === 2025);
		expect(hinge?.map(({ emissions }) => emissions)).toEqual([null, "59058.1110624"]);
		expect(yearOf(found, "F1", 2025).emissions.total).toBe("59058.1110624");
	});

	const both = steadyFirm({ co2: { 2023: "1200", 2026: "1000" } });
	it("A11: a base without its year, in years of two plans, is an error that names what to say", async () => {
		const found = await report([...tablesOf(both), firms([{ base_intensity: "1.30", base_year: "" }])]);
		expect(findingOf(found, "base-year-needed")).toMatchObject({ gravity: "error", firm: "F1" });
		expect(findingOf(found, "base-year-needed").remedy).toContain("base_year");
		expect([reasonsOf(found, "F1", 2023), reasonsOf(found, "F1", 2026)]).toEqual([
			expect.arrayContaining(["errors"]),
			expect.arrayContaining(["errors"]),
		]);
		const said = await report([...tablesOf(both), firms([{ base_intensity: "1.30", base_year: "2020" }])]);
		// 1.3 × 0.82^(3/5) = 1.154…, and 1.2 is above it: ln(1.2/1.3) / ln(1.154/1.3) = 0.67.
		expect(yearOf(said, "F1", 2023).ownPath).toMatchObject({ targets: "plan-14", base: "1.3" });
		expect(wordOf(said, "F1", 2023)).toBe("behind");
		expect(reasonsOf(said, "F1", 2026)).toEqual(["no-base"]);
		// One plan's years alone leave no doubt.
		const one = await report([...tablesOf(steadyFirm({ co2: { 2023: "1200" } })), firms([{ base_intensity: "1.30" }])]);
		expect(yearOf(one, "F1", 2023).ownPath?.base).toBe("1.3");
	});

	it("A12: a base year in the middle of a plan belongs to that plan alone", async () => {
		const firm = steadyFirm({ co2: { 2022: "1000", 2023: "970", 2024: "940", 2025: "900", 2026: "860" } });
		const found = await report([...tablesOf(firm), firms([{ base_year: "2022", target_pct: "9" }])]);
		// 0.91 in three years from 2022: 0.91^(1/3) = 0.96905…; then from 2025 by the plan's own rate
		expect(yearOf(found, "F1", 2023).ownPath).toMatchObject({ targets: "plan-14", baseYear: 2022, base: "1", target: "0.91" });
		expect(wordOf(found, "F1", 2025)).toBe("met");
		expect(yearOf(found, "F1", 2026).ownPath).toMatchObject({ targets: "plan-15", baseYear: 2025, base: "0.9", target: "0.747" });
	});

	it("A13: one plan by name judges its own years, and says how the others would be", async () => {
		const found = await report([whole, earned({ "2020 constant-2020": "1700", ...at2020 })], { targets: "plan-14" });
		expect(wordOf(found, "F1", 2025)).toBe("met");
		expect(yearOf(found, "F1", 2026)).toMatchObject({ verdict: null, progress: null, ownPath: { required: null, gap: null } });
		expect(yearOf(found, "F1", 2026).ownPath?.targetGap).toMatch(/^-0\.1/);
		const { gravity, remedy, message } = findingOf(found, "years-outside-plans");
		expect([gravity, message.includes("2026"), remedy.includes("--targets auto")]).toEqual(["note", true, true]);
	});

	it("A14: years that no plan covers are told once, with the way out", async () => {
		const found = await report(tablesOf(steadyFirm({ co2: { 2031: "1000", 2032: "900" } })));
		for (const year of [2031, 2032]) expect(yearOf(found, "F1", year)).toMatchObject({ verdict: null, progress: null });
		const { message, remedy } = findingOf(found, "years-outside-plans");
		expect(message).toContain("2031");
		expect(message).toContain("2032");
		expect(remedy).toContain("--targets FILE");
	});

	it("A15: an assertion is of prices that no table states", async () => {
		const found = await report([used, earned({ "2025 ": "2000", "2026 ": "2090" })], { prices: "constant-2020" });
		expect(yearOf(found, "F1", 2026)).toMatchObject({
			change: { sinceBasePercent: "-8.133971291866" },
			ownPath: { prices: "constant-2020", base: "1.0357546276" },
		});
	});
});

describe("files of an officer in 2026", () => {
	const file = (name: string): Table => ({
		name,
		text: readFileSync(new URL(`../../fixtures/reading-cases/plan-hinge/${name}`, import.meta.url), "utf8"),
	});
	const run = (name: string, options: ReportOptions = {}): Promise<Awaited<ReturnType<typeof report>>> =>
		screened([file(`e${name}.csv`), file(`o${name}.csv`)], options);

	it("e3: 2025 given at both prices: nothing is withheld", async () => {
		const found = await run("3");
		expect(found.firms[0]?.years.map(({ year, verdict }) => [year, verdict?.word ?? null])).toEqual([
			[2020, null],
			[2024, "on-track"],
			[2025, "met"],
			[2026, "on-track"],
		]);
		expect(yearOf(found, "甲", 2025).intensity.value).toBe("1.0357546276");
		expect(yearOf(found, "甲", 2026).ownPath?.base).toBe("0.963492676837");
	});

	it("e5: the current amount of 2025 alone", async () => {
		expect(yearOf(await run("5"), "甲", 2026)).toMatchObject({
			change: { sinceBasePercent: "-8.266666666667" },
			verdict: { word: "on-track" },
		});
	});

	it("e1: prices of 2020 alone in 2025: 2026 is withheld", async () => {
		const found = await run("1");
		expect(reasonsOf(found, "甲", 2026)).toEqual(["prices"]);
		expect(findingOf(found, "no-common-prices").period).toBe("2026");
	});

	it("e26: ten months of 2026 fell by 5.53 per cent", async () => {
		const found = await run("26", { noScreen: true });
		expect(yearOf(found, "甲钢厂", 2026).toDate).toMatchObject({
			sameMonthsPercent: "-5.53253921633",
			verdict: { word: "on-track", qualifiers: ["to-date"] },
		});
	});
});

describe("what the plans share", () => {
	it("joining files changes no figure: a year belongs to one plan whatever other years there are", async () => {
		const bought: Row = { carrier: "electricity", unit: "MWh", quantity: "1000", emission_factor: "" };
		const of = async (...years: readonly string[]): Promise<readonly string[]> => {
			const found = await report([
				energy(years.map((period) => ({ ...bought, period }))),
				output(years.map((period) => ({ period }))),
			]);
			return years.map((year) => yearOf(found, "F1", Number(year)).emissions.total ?? "");
		};
		// 1000 MWh × 0.5568 to 2025, × 0.5306 from 2026 on
		expect(await of("2019")).toEqual(["556.8"]);
		expect(await of("2019", "2026")).toEqual(["556.8", "530.6"]);
		expect(await of("2020", "2026")).toEqual(["556.8", "530.6"]);
		expect(await of("2025")).toEqual(["556.8"]);
		expect(await of("2026", "2031")).toEqual(["530.6", "530.6"]);
	});

	it("a firm that has the base alone is in the pool of the next plan's base, and is told nothing", async () => {
		const all = steadyFirm({ co2: { 2025: "1000", 2026: "950" }, cells: { sector: "steel", prices: "constant-2025" } });
		const late = steadyFirm({ firm: "F2", co2: { 2025: "500" }, cells: { sector: "steel", prices: "constant-2025" } });
		const found = await report(tablesOf(all, late));
		// (1000 + 500) / 2000
		expect(yearOf(found, "F1", 2026).sectorPath).toMatchObject({ base: "0.75", firms: 2 });
		const named = await report(tablesOf(all, late), { targets: "plan-15" });
		expect(yearOf(named, "F1", 2026).sectorPath).toEqual(yearOf(found, "F1", 2026).sectorPath);
	});

	it("an output that slipped in the year after the turn is told, though the two years are shown at other prices", async () => {
		const tables = [
			coal({ 2024: "1000", 2025: "1000", 2026: "1000" }),
			earned({
				...{ "2024 constant-2020": "1000", "2025 constant-2020": "1000", "2025 current": "1100" },
				"2026 constant-2025": "11500",
			}),
		];
		const { list } = (await screened(tables)).findings;
		const told = list.filter(({ code, period }) => code === "year-on-year-change" && period === "2026");
		// 2071.5092552 t over 1100 and over 11500 at the prices of 2025, not over 1000 at those of 2020
		expect(told.map(({ message }) => /1\.883\d* .*0\.180\d* /.test(message))).toEqual([true]);
		const found = await screened(tables);
		expect(yearOf(found, "F1", 2026).verdict).toMatchObject({ word: "withheld", reasons: ["cannot-conclude"] });
	});

	it("one firm at other prices stays out of the pools, and sends nobody else out", async () => {
		const cells = { sector: "steel" };
		const [a, b] = ["A", "B"].map((firm) => steadyFirm({ firm, co2: { 2025: "1000", 2026: "950" }, cells }));
		const c = steadyFirm({ firm: "C", co2: { 2025: "1000", 2026: "950" }, cells: { ...cells, prices: "constant-2025" } });
		const found = await report(tablesOf(a as typeof c, b as typeof c, c));
		expect(yearOf(found, "A", 2026).sectorPath).toMatchObject({ base: "1", firms: 2 });
		expect(yearOf(found, "C", 2026)).toMatchObject({ sectorPath: null, verdict: { word: "on-track" } });
		expect(findingOf(found, "not-pooled").firm).toBe("C");
	});

	it("provincial figures are of their own plan, the next one's are national, with a note", async () => {
		const firm = steadyFirm({ co2: { 2020: "1000", 2025: "810", 2026: "790" }, cells: { province: "浙江省" } });
		const found = await report(tablesOf(firm), { targets: "provincial" });
		expect(yearOf(found, "F1", 2025).ownPath).toMatchObject({ targets: "plan-14", required: "0.8" });
		expect(yearOf(found, "F1", 2026).ownPath).toMatchObject({ targets: "plan-15", target: "0.6723" });
		expect(codes(found, "note")).toContain("national-target-used@::");
	});

	it("a targets file may hold two plans; a year in neither has no path", async () => {
		const firm = steadyFirm({ co2: { 2020: "1000", 2022: "900", 2023: "900", 2024: "880", 2026: "800" } });
		const found = await report([
			...tablesOf(firm),
			targets([
				{ base_year: "2020", target_year: "2022", reduction_pct: "10" },
				{ base_year: "2023", target_year: "2025", reduction_pct: "19" },
			]),
		]);
		expect(found.basis.plans.map(({ baseYear, targetYear }) => [baseYear, targetYear])).toEqual([
			[2020, 2022],
			[2023, 2025],
		]);
		expect(wordOf(found, "F1", 2022)).toBe("met");
		expect(yearOf(found, "F1", 2023)).toMatchObject({ verdict: null, ownPath: { baseYear: 2023, gap: "0" } });
		// 0.9 × 0.81^(1/2) = 0.81
		expect(yearOf(found, "F1", 2024).ownPath).toMatchObject({ base: "0.9", required: "0.81" });
		expect(yearOf(found, "F1", 2026).verdict).toBeNull();
	});
});

it("the coal of these tables is what the guideline says", async () => {
	const found = await report([coal({ 2020: "1" }), earned({ "2020 constant-2020": "1" })]);
	expect(yearOf(found, "F1", 2020).emissions.total).toBe(t2071);
});
