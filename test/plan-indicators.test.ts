/** Water, waste and pollutants beside the Plan's targets of them, and totals of sectors beside what a targets file allows. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gravity } from "../src/findings/gravity.ts";
import { listed } from "../src/findings/tally.ts";
import type { Report, ReportYear, Table } from "../src/index.ts";
import { Stopped } from "../src/run/judge.ts";
import { report } from "./support/reading.ts";
import { run } from "./support/run.ts";
import {
	codes,
	energy,
	findingOf,
	firms,
	output,
	type Row,
	sectorOf,
	steadyFirm,
	tablesOf,
	targets,
	wordOf,
	yearOf,
} from "./support/tables.ts";

/** A firm that emits the same per output in all these years: its own verdict is another matter. */
const years = (list: readonly string[]): Table[] => [
	energy(list.map((period) => ({ period, quantity: "1000" }))),
	output(list.map((period) => ({ period, quantity: "1000" }))),
];
const stated = (indicator: string, amounts: Readonly<Record<string, string>>, cells: Row): Table =>
	output(
		Object.entries(amounts).map(([period, quantity]) => ({ period, indicator, quantity, prices: "", ...cells })),
		`${indicator}.csv`,
	);
const water = (amounts: Readonly<Record<string, string>>, unit = "m3"): Table => stated("water", amounts, { unit });
const plain = { noScreen: true } as const;
type Indicator = ReportYear["indicators"][number];
const of = (from: Report, indicator: string, year: number): Indicator | undefined =>
	yearOf(from, "F1", year).indicators.find((one) => one.indicator === indicator);

describe("water per output", () => {
	const five = ["2020", "2021", "2024", "2025"];

	it("falls by 16% until 2025, at the equal rate", async () => {
		// 0.84^(1/5) = 0.96573…: 96.6 lies above it in 2021, 96.5 below; 84 is the end point itself.
		const made = await report([...years(five), water({ 2020: "100", 2021: "96.6", 2024: "86.9", 2025: "84" })], plain);
		expect(of(made, "water", 2020)).toMatchObject({
			value: "100",
			unit: "m3",
			intensity: "0.1",
			sinceBasePercent: "0",
			verdict: null,
		});
		expect(of(made, "water", 2021)).toMatchObject({
			...{ kind: "change", targetYear: 2025, sinceBasePercent: "-3.4", level: null },
			verdict: { word: "behind", qualifiers: ["near"], yearTest: "fail", cumulativeTest: "fail" },
		});
		expect(of(made, "water", 2021)?.requiredChangePercent).toMatch(/^-3\.42\d/);
		expect(of(made, "water", 2024)?.verdict).toMatchObject({ word: "on-track", yearTest: "not-checked" });
		expect(of(made, "water", 2025)).toMatchObject({ requiredChangePercent: "-16", verdict: { word: "met", yearTest: "fail" } });
	});

	it("misses by the last digit", async () => {
		const made = await report([...years(five), water({ 2020: "100", 2025: "84.00000000000000000001" })], plain);
		expect(of(made, "water", 2025)?.verdict?.word).toBe("missed");
	});

	it("counts tonnes, ten thousands and thousandths of a cubic metre alike", async () => {
		const made = await report(
			[...years(five), water({ 2020: "1" }, "10^4 m3"), { ...water({ 2021: "10000" }, "t"), name: "b.csv" }],
			plain,
		);
		expect([of(made, "water", 2020)?.value, of(made, "water", 2021)?.value]).toEqual(["10000", "10000"]);
	});

	it("is read by its Chinese name, in long tables and in wide ones", async () => {
		const made = await report(
			[
				...years(five),
				{ name: "w.csv", text: "企业,年份,取水量(万立方米),二氧化硫排放量(千克)\nF1,2020,1.5,2500\n" },
				{ name: "l.csv", text: "企业,年份,指标,数量,单位\nF1,2021,新水量,1.5,万立方米\nF1,2021,化学需氧量,3,吨\n" },
			],
			plain,
		);
		expect(of(made, "water", 2020)?.value).toBe("15000");
		expect(of(made, "so2", 2020)).toMatchObject({ value: "2.5", unit: "t" });
		expect(of(made, "water", 2021)?.value).toBe("15000");
		expect(of(made, "cod", 2021)?.value).toBe("3");
	});

	it("adds months, makes months of amounts to date, and is unknown where one lacks", async () => {
		const months = (quantity: (month: number) => number, left = 0): Readonly<Record<string, string>> =>
			Object.fromEntries(
				Array.from({ length: 12 - left }, (_, at) => [`2021-${String(at + 1).padStart(2, "0")}`, String(quantity(at + 1))]),
			);
		const single = await report([...years(five), water({ 2020: "120", ...months((month) => 9 + (month % 2)) })], plain);
		expect(of(single, "water", 2021)?.value).toBe("114");
		const toDate = await report(
			[
				...years(five),
				water({ 2020: "120" }),
				stated(
					"water (ytd)",
					months((month) => 10 * month),
					{ unit: "m3" },
				),
			],
			plain,
		);
		expect(of(toDate, "water", 2021)?.value).toBe("120");
		const lacking = await report([...years(five), water({ 2020: "120", ...months(() => 10, 1) })], plain);
		expect(of(lacking, "water", 2021)).toMatchObject({ value: null, intensity: null, verdict: { reasons: ["months-missing"] } });
	});

	it("is no denominator, and makes no year of its own", async () => {
		await expect(report([...years(five), water({ 2020: "1" })], { ...plain, per: "water" })).rejects.toThrow();
		const made = await report([...years(five), water({ 2020: "1", 2022: "1" })], plain);
		expect(made.firms[0]?.years.map(({ year }) => year)).toEqual([2020, 2021, 2024, 2025]);
	});

	it("is compared at the prices that the year and its base share", async () => {
		const prices = "constant-2025";
		const made = await report(
			[
				energy([{ period: "2025" }, { period: "2026" }]),
				output([
					{ period: "2025", quantity: "1000", prices },
					{ period: "2026", quantity: "2000", prices },
				]),
				water({ 2025: "100", 2026: "180" }),
				targets([
					{ scope: "all", base_year: "2025", target_year: "2030", reduction_pct: "17", source: "ours" },
					{
						scope: "all",
						indicator: "water",
						value: "12",
						reduction_pct: "",
						base_year: "2025",
						target_year: "2030",
						source: "ours",
					},
				]),
			],
			plain,
		);
		expect(of(made, "water", 2026)).toMatchObject({ intensity: "0.09", sinceBasePercent: "-10", verdict: { word: "on-track" } });
	});
});

describe("an error in a row of water", () => {
	const five = ["2020", "2021", "2025"];
	const wrong: readonly (readonly [string, Table])[] = [
		["below zero", water({ 2020: "100", 2021: "-5" })],
		["in no unit", water({ 2020: "100", 2021: "90" }, "furlong")],
		["by money", water({ 2020: "100", 2021: "90" }, "10^4 CNY")],
		[
			"that contradicts another",
			{
				name: "water.csv",
				text: "firm,period,indicator,quantity,unit\nF1,2020,water,100,m3\nF1,2021,water,90,m3\nF1,2021,water,91,m3\n",
			},
		],
		[
			"that names no firm",
			{
				name: "water.csv",
				text: "firm,period,indicator,quantity,unit\nF1,2020,water,100,m3\nF1,2021,water,90,m3\n,2021,water,-,m3\n,2021,water,91,m3\n",
			},
		],
		[
			"of a period that nobody can read",
			{
				name: "water.csv",
				text: "firm,period,indicator,quantity,unit\nF1,2020,water,100,m3\nF1,2021,water,90,m3\nF1,soon,water,91,m3\n",
			},
		],
	];
	it.each(wrong)("%s makes the water unknown and leaves the CO2 as it is", async (_, table) => {
		const without = await report(years(five), plain);
		const made = await report([...years(five), table], plain);
		expect(codes(made, "error").length).toBeGreaterThan(0);
		expect(of(made, "water", 2021)?.value ?? null).toBeNull();
		const bare = (from: Report): unknown[] => from.firms.flatMap((firm) => firm.years.map(({ indicators: _, ...year }) => year));
		expect(bare(made)).toEqual(bare(without));
		expect(made.sectors).toEqual(without.sectors);
	});
});

describe("pollutants", () => {
	it("have a path each, by the figure for all of them unless one has its own", async () => {
		const made = await report(
			[
				...years(["2020", "2025"]),
				stated("so2", { 2020: "10", 2025: "9" }, { unit: "t" }),
				stated("nox", { 2020: "10", 2025: "9" }, { unit: "t" }),
				targets([
					{ scope: "all", base_year: "2020", target_year: "2025", reduction_pct: "18", source: "ours" },
					...["pollutants", "nox"].map((indicator) => ({
						...{ scope: "all", indicator, kind: "change", unit: "%", source: "ours", reduction_pct: "" },
						...{ value: indicator === "nox" ? "10.1" : "10", base_year: "2020", target_year: "2025" },
					})),
				]),
			],
			plain,
		);
		expect(of(made, "so2", 2025)).toMatchObject({ requiredChangePercent: "-10", verdict: { word: "met" } });
		expect(of(made, "nox", 2025)).toMatchObject({ requiredChangePercent: "-10.1", verdict: { word: "missed" } });
	});
});

describe("the share of waste that is used", () => {
	const five = ["2020", "2024", "2025"];
	const amounts = (made: Readonly<Record<string, string>>, used: Readonly<Record<string, string>>): Table[] => [
		stated("solid_waste", made, { unit: "t" }),
		stated("solid_waste_used", used, { unit: "t" }),
	];

	it("is a level: shown before the target year, and judged in it at or above 57%", async () => {
		const met = await report([...years(five), ...amounts({ 2024: "200", 2025: "200" }, { 2024: "100", 2025: "114" })], plain);
		expect(of(met, "solid_waste_rate", 2024)).toMatchObject({
			...{ value: "50", unit: "%", kind: "level", level: "57" },
			verdict: null,
		});
		expect(of(met, "solid_waste_rate", 2025)).toMatchObject({ value: "57", targetYear: 2025, verdict: { word: "met" } });
		const missed = await report([...years(five), ...amounts({ 2025: "200" }, { 2025: "113.999" })], plain);
		expect(of(missed, "solid_waste_rate", 2025)?.verdict).toMatchObject({ word: "missed", cumulativeTest: "fail" });
	});

	it("is the stated rate where there is one, and unknown where more was used than made", async () => {
		const both = await report(
			[...years(five), ...amounts({ 2025: "100" }, { 2025: "120" }), stated("solid_waste_rate", { 2025: "80" }, { unit: "%" })],
			plain,
		);
		expect(of(both, "solid_waste_rate", 2025)?.value).toBe("80");
		const alone = await report([...years(five), ...amounts({ 2025: "100" }, { 2025: "120" })], plain);
		expect(of(alone, "solid_waste_rate", 2025)).toMatchObject({
			value: null,
			verdict: { word: "withheld", reasons: ["errors"] },
		});
	});

	it("takes no mean of months, and no fraction for per cent", async () => {
		const months = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`2025-${String(at + 1).padStart(2, "0")}`, "60"]));
		const made = await report([...years(five), stated("solid_waste_rate", months, { unit: "%" })], plain);
		expect(of(made, "solid_waste_rate", 2025)).toMatchObject({ value: null, verdict: { reasons: ["months-missing"] } });
		const fraction = await report([...years(five), stated("solid_waste_rate", { 2025: "0.6" }, { unit: "%" })], plain);
		expect(codes(fraction, "error")).toEqual(["bad-parameter@solid_waste_rate.csv:2:quantity"]);
	});
});

describe("a total that a targets file allows", () => {
	const cap = (cells: Row): Table =>
		targets([
			{ scope: "all", base_year: "2020", target_year: "2025", reduction_pct: "18", source: "ours" },
			{ ...{ scope: "all", kind: "absolute", unit: "t", target_year: "2025", source: "ours", reduction_pct: "" }, ...cells },
		]);
	const firm = (name: string, co2: Readonly<Record<number, string>>): ReturnType<typeof steadyFirm> =>
		steadyFirm({ firm: name, co2 });
	const two = [firm("F1", { 2020: "1000", 2021: "950", 2025: "600" }), firm("F2", { 2020: "1000", 2021: "950", 2025: "400" })];

	it("is held against the total of the firms, with a word in the target year", async () => {
		const made = await report([...tablesOf(...two), cap({ value: "999.9" })], plain);
		expect(sectorOf(made, "all", 2021).cap).toEqual({
			...{ targetYear: 2025, cap: "999.9", firms: 2, total: "1900" },
			...{ required: null, gapTonnes: null, capGapTonnes: "900.1", word: null },
		});
		expect(sectorOf(made, "all", 2025).cap).toMatchObject({ total: "1000", gapTonnes: "0.1", word: "missed" });
		const met = await report([...tablesOf(...two), cap({ value: "0.1", unit: "10^4 t" })], plain);
		expect(sectorOf(met, "all", 2025).cap).toMatchObject({ required: "1000", gapTonnes: "0", word: "met" });
	});

	it("has a path where a base is stated", async () => {
		// 2000 → 64 over five years: half each year, so that every requirement is a whole number… 2000/2^5 = 62.5.
		const made = await report([...tablesOf(...two), cap({ value: "62.5", base_year: "2020", base_intensity: "2000" })], plain);
		expect(sectorOf(made, "all", 2021).cap).toMatchObject({ required: "1000", gapTonnes: "900" });
		expect(sectorOf(made, "all", 2020).cap).toMatchObject({ required: "2000", gapTonnes: "0" });
	});

	it("is of one sector where the row is", async () => {
		const made = await report(
			[
				...tablesOf(...two),
				firms([
					{ firm: "F1", sector: "steel" },
					{ firm: "F2", sector: "cement" },
				]),
				cap({ scope: "sector", scope_id: "steel", value: "600" }),
			],
			plain,
		);
		expect(sectorOf(made, "steel", 2025).cap).toMatchObject({ firms: 1, total: "600", word: "met" });
		expect(sectorOf(made, "all", 2025).cap).toBeNull();
	});

	it("is withheld where the emissions of a firm are not known, and needs no prices", async () => {
		const [first, second] = two as [(typeof two)[0], (typeof two)[0]];
		const broken = {
			...second,
			energy: second.energy.map((row) => (row["period"] === "2025" ? { ...row, quantity: "-1" } : row)),
		};
		const made = await report([...tablesOf(first, broken), cap({ value: "10000" })], plain);
		expect(sectorOf(made, "all", 2025).cap).toMatchObject({ firms: 1, total: null, gapTonnes: null, word: "withheld" });
		const unpriced = { ...second, output: second.output.map((row) => ({ ...row, prices: "current" })) };
		const priced = await report([...tablesOf(first, unpriced), cap({ value: "1000" })], plain);
		expect(sectorOf(priced, "all", 2025).cap).toMatchObject({ firms: 2, total: "1000", word: "met" });
	});
});

/** Codes of the errors that a run stops with. */
const stopped = async (tables: readonly Table[]): Promise<string[]> => {
	try {
		await run(
			tables.map(({ name, text, reference }) => ({
				...{ name, reference },
				bytes: async function* (): AsyncGenerator<Uint8Array> {
					yield new TextEncoder().encode(text);
				},
			})),
		);
	} catch (fault) {
		if (!(fault instanceof Stopped)) throw fault;
		return listed(fault.tally).flatMap((found) => (gravity[found.code] === "error" ? [found.code] : []));
	}
	return [];
};

describe("a targets table", () => {
	const base = { scope: "all", base_year: "2020", target_year: "2025", source: "ours" };
	const co2 = { ...base, reduction_pct: "18" };
	const refused: readonly (readonly [string, Row, string])[] = [
		["a level of water", { ...base, indicator: "water", kind: "level", value: "10" }, "unsupported-target"],
		["a fall of a rate", { ...base, indicator: "solid_waste_rate", value: "10" }, "unsupported-target"],
		[
			"tonnes of a province",
			{ ...base, scope: "province", scope_id: "Hebei", kind: "absolute", value: "1", unit: "t" },
			"unsupported-target",
		],
		["a kind that is none", { ...base, indicator: "water", kind: "soon", value: "10" }, "unsupported-target"],
		["an indicator that is none", { ...base, indicator: "noise", value: "10" }, "unknown-indicator"],
		["waste made", { ...base, indicator: "solid_waste", value: "10" }, "unknown-indicator"],
		["a fall without a figure", { ...base, indicator: "water" }, "missing-cell"],
		[
			"a fall that two columns tell otherwise",
			{ ...base, indicator: "water", value: "10", reduction_pct: "11" },
			"word-against-column",
		],
		["a fall in tonnes", { ...base, indicator: "water", value: "10", unit: "t" }, "wrong-unit-kind"],
		["a fall as a fraction", { ...base, indicator: "water", value: "0.16" }, "bad-parameter"],
		["a level above all", { ...base, indicator: "solid_waste_rate", kind: "level", value: "101" }, "bad-parameter"],
		["tonnes without a unit", { ...base, kind: "absolute", value: "10" }, "missing-unit"],
		["tonnes in per cent", { ...base, kind: "absolute", value: "10", unit: "%" }, "wrong-unit-kind"],
	];
	it.each(refused)("refuses %s by name", async (_, row, code) => {
		const ran = await stopped([...years(["2020", "2021"]), targets([co2, { reduction_pct: "", ...row }])]);
		expect(ran).toEqual([code]);
	});

	it("refuses two levels for one year, and takes one twice", async () => {
		const level = (value: string): Row => ({ ...base, indicator: "solid_waste_rate", kind: "level", value, reduction_pct: "" });
		expect(await stopped([...years(["2020"]), targets([co2, level("57"), level("60")])])).toEqual(["target-row-conflict"]);
		expect(codes(await report([...years(["2020"]), targets([co2, level("57"), level("57.0")])], plain), "error")).toEqual([]);
	});

	it("without CO2 leaves the Plan as it is and replaces what the Plan asks of its own indicators", async () => {
		const made = await report(
			[
				...years(["2020", "2025"]),
				water({ 2020: "100", 2025: "84" }),
				stated("so2", { 2020: "10", 2025: "9" }, { unit: "t" }),
				targets([{ ...base, indicator: "water", value: "17", reduction_pct: "" }]),
			],
			plain,
		);
		expect(made.basis).toMatchObject({ targets: "targets.csv", plans: [{ targets: "plan-14", reductionPercent: "18" }] });
		expect(of(made, "water", 2025)?.verdict?.word).toBe("missed");
		expect(of(made, "so2", 2025)?.verdict?.word).toBe("met");
	});

	it("asks of energy, too", async () => {
		const made = await report(
			[
				energy([
					{ period: "2020", quantity: "100", carrier: "bituminous-coal" },
					{ period: "2025", quantity: "80", carrier: "bituminous-coal" },
				]),
				output([{ period: "2020" }, { period: "2025" }]),
				targets([co2, { ...base, indicator: "energy", value: "20", reduction_pct: "" }]),
			],
			plain,
		);
		expect(yearOf(made, "F1", 2025).energy).toMatchObject({ requiredChangePercent: "-20", verdict: { word: "met" } });
		expect(wordOf(made, "F1", 2025)).toBe("met");
	});

	it("tells of a row that is of no plan of the run", async () => {
		const made = await report(
			[
				...years(["2020", "2021"]),
				targets([co2, { ...base, indicator: "water", value: "5", base_year: "2021", target_year: "2026", reduction_pct: "" }]),
			],
			plain,
		);
		expect(findingOf(made, "target-without-plan")).toMatchObject({ gravity: "warning", file: "targets.csv", row: 3 });
	});
});

describe("the verdict of water, against whole numbers alone", () => {
	const amount = fc.bigInt({ min: 1n, max: 10n ** 12n });

	it("is that of powers multiplied across", async () => {
		await fc.assert(
			fc.asyncProperty(
				...[amount, amount, amount, amount, amount, amount],
				fc.integer({ min: 1, max: 99 }),
				async (w0, w1, w2, v0, v1, v2, cut) => {
					const list = [
						[2020, w0, v0],
						[2021, w1, v1],
						[2022, w2, v2],
					] as const;
					const made = await report(
						[
							energy(list.map(([year]) => ({ period: String(year) }))),
							output(list.map(([year, , v]) => ({ period: String(year), quantity: String(v) }))),
							water(Object.fromEntries(list.map(([year, w]) => [year, String(w)]))),
							targets([
								{ scope: "all", base_year: "2020", target_year: "2025", reduction_pct: "18", source: "ours" },
								{
									scope: "all",
									indicator: "water",
									value: String(cut),
									reduction_pct: "",
									base_year: "2020",
									target_year: "2025",
									source: "ours",
								},
							]),
						],
						plain,
					);
					// (w2/v2)/(w0/v0) ≤ (1 − T)^(2/5), both sides to the fifth; and the same of one year to the year before.
					const keep = BigInt(100 - cut);
					const power5 = (x: bigint): bigint => x ** 5n;
					const cumulative = power5(w2 * v0) * 100n ** 2n <= power5(w0 * v2) * keep ** 2n;
					const year = power5(w2 * v1) * 100n <= power5(w1 * v2) * keep;
					const verdict = of(made, "water", 2022)?.verdict;
					expect(verdict?.cumulativeTest).toBe(cumulative ? "pass" : "fail");
					expect(verdict?.yearTest).toBe(year ? "pass" : "fail");
				},
			),
			{ numRuns: 60 },
		);
	});
});
