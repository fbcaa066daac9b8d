/** The oracle itself, against examples worked by hand in the comments. */
import { describe, expect, it } from "vitest";
import { Fraction } from "./fraction.ts";
import { logRatioText } from "./logarithm.ts";
import { oracle } from "./oracle.ts";
import { compareSurd, integerRoot, surdText } from "./surd.ts";
import type { EnergyRow, FirmRow, Options, OutputRow, YearFigures } from "./types.ts";

const f = (text: string): Fraction => Fraction.from(text);
const ZERO = f("0");
const ONE = f("1");
const HUNDRED = f("100");

const use = (period: string, carrier: string, quantity: string, unit: string, more: EnergyRow = {}): EnergyRow => ({
	firm: "A",
	period,
	carrier,
	quantity,
	unit,
	...more,
});
const earned = (period: string, quantity: string, more: OutputRow = {}): OutputRow => ({
	firm: "A",
	sector: "steel",
	period,
	indicator: "value_added",
	quantity,
	unit: "万元",
	prices: "constant-2020",
	...more,
});
/** One firm that emits so many tonnes (a direct factor of 1) per 1 000 of value added. */
const plain = (tonnes: Readonly<Record<string, string>>): { energy: EnergyRow[]; output: OutputRow[] } => ({
	energy: Object.entries(tonnes).map(([year, amount]) => use(year, "coke", amount, "t", { emission_factor: "1" })),
	output: Object.keys(tonnes).map((year) => earned(year, "1000")),
});
const years = (
	rows: { energy: EnergyRow[]; output: OutputRow[]; firms?: FirmRow[] },
	options: Options = {},
): Map<number, YearFigures> => {
	const { firms } = oracle({ firms: [], ...rows }, options);
	return new Map(firms[0]?.years.map((year) => [year.year, year]));
};

describe("exact numbers", () => {
	it("rounds half to even", () => {
		// 0.125 → 0.12 (2 is even), 0.375 → 0.38, −0.125 → −0.12, 2.5 → 2, 3.5 → 4
		expect(["0.125", "0.375", "-0.125"].map((value) => f(value).text(2))).toEqual(["0.12", "0.38", "-0.12"]);
		expect(["2.5", "3.5"].map((value) => f(value).text(0))).toEqual(["2", "4"]);
		expect(f("-0.001").text(2)).toBe("0");
	});

	it("takes roots of whole numbers and of fractions", () => {
		// 3^5 = 243: the fifth root of 243 is 3, of 242 is 2.99…
		expect([integerRoot(243n, 5), integerRoot(242n, 5)]).toEqual([3n, 2n]);
		// √2 = 1.41421356237309504880168872…; √(9/4) = 1.5
		expect(surdText(ZERO, ONE, { x: f("2"), n: 2 }, 12)).toBe("1.414213562373");
		expect(surdText(ZERO, ONE, { x: f("2.25"), n: 2 }, 12)).toBe("1.5");
		// 1.5 is above √2 because 2.25 > 2; −1.5 is below −√2
		expect(compareSurd(f("1.5"), ONE, { x: f("2"), n: 2 })).toBe(1);
		expect(compareSurd(f("-1.5"), f("-1"), { x: f("2"), n: 2 })).toBe(-1);
	});

	it("takes quotients of logarithms", () => {
		// ln 8 / ln 2 = 3
		expect(logRatioText(ONE, f("8"), f("2"), 6)).toBe("3");
		// Qinghai 2009: T = 17 %, fall 4.87 %: ln 0.9513 / ln 0.83 = −0.04992580… / −0.18632957… = 0.267943549…, printed 26.8 %
		expect(logRatioText(HUNDRED, f("0.9513"), f("0.83"), 6)).toBe("26.794355");
		// Jiangxi: T = 18 %, fall 20.7 %: ln 0.793 / ln 0.82 = 0.231932 / 0.198451 = 1.1687, printed 117 %
		expect(logRatioText(HUNDRED, f("0.793"), f("0.82"), 1)).toBe("116.9");
	});
});

describe("emissions", () => {
	it("burns coal", () => {
		// 1000 × 23.204 × 0.02618 × 0.93 × 44/12: 23 204 × 0.02618 = 607.48072; × 0.93 = 564.9570696; × 11/3 = 2071.5092552
		// coal equivalent, derived: 1000 × 23.204 / 29.3076 = 791.740026477773…
		const [year] = years({ energy: [use("2020", "烟煤", "1000", "t")], output: [earned("2020", "1000")] }).values();
		expect(year?.emissions.fuel).toBe("2071.5092552");
		expect(year?.energy).toMatchObject({ value: "791.740026477774", derived: true });
	});

	it("converts units and adds power, heat and gas", () => {
		// gas: 5000 Nm3 = 0.5 × 389.31 × 0.0153 × 0.99 × 11/3 = 10.81094…: 194.655 × 0.0153 = 2.9782215; × 0.99 = 2.948439285; × 11/3 = 10.810944045
		// power: 2 万千瓦时 − 4 MWh sold = 16 MWh × 0.5568 = 8.9088; heat: 100 GJ × 0.11 = 11
		// tce: 0.5 × 13.3 = 6.65; 16 × 0.1229 = 1.9664; 100 × 0.03412 = 3.412; together 12.0284
		const energy = [
			use("2020", "natural-gas", "5000", "Nm3"),
			use("2020", "电力", "2", "万千瓦时"),
			use("2020", "electricity", "4000", "kWh", { use: "sold" }),
			use("2020", "热力", "100", "百万千焦"),
		];
		const year = years({ energy, output: [earned("2020", "10")] }).get(2020);
		expect(year?.emissions).toMatchObject({ fuel: "10.810944045", electricity: "8.9088", heat: "11", total: "30.719744045" });
		expect(year?.energy).toMatchObject({ value: "12.0284", derived: false, intensity: "1.20284" });
	});

	it("balances feedstock against products, subtracts fixed carbon, shows green power both ways", () => {
		// coke burnt: 10 t × 28.446 × 0.0294 × 0.93 × 11/3 = 28.51825284: what leaves in products does not touch it
		// in: lpg 2 t × 47.31 × 0.0172 × 11/3 = 5.967368; out: coke 4 t × 28.446 × 0.0294 × 11/3 = 12.2659152, without oxidation
		// process: 100 t limestone × 0.44 − 200 t steel × 0.037 + 5.967368 − 12.2659152 = 30.3014528; green 10 MWh × 0.5568 = 5.568
		const energy = [
			use("2020", "coke", "10", "t"),
			use("2020", "coke", "4000", "kg", { use: "product" }),
			use("2020", "lpg", "2", "t", { use: "feedstock" }),
			use("2020", "limestone-flux", "100", "t"),
			use("2020", "fixed-carbon-crude-steel-2024", "200", "t"),
			use("2020", "绿电", "10", "MWh"),
		];
		const rows = { energy, output: [earned("2020", "10")] };
		const year = years(rows).get(2020);
		expect(year?.emissions).toMatchObject({
			...{ fuel: "28.51825284", process: "30.3014528", electricity: "5.568" },
			total: "64.38770564",
		});
		// coal equivalent of the lpg that goes in: 2 × 1.7143
		expect(year?.apart).toEqual({ feedstock: "5.967368", feedstockTce: "3.4286", greenAtGrid: "5.568" });
		// without process: 28.51825284 + 5.568
		expect(years(rows, { boundary: "energy" }).get(2020)?.emissions).toMatchObject({ total: "34.08625284" });
	});

	it("knows no balance without a product where carbon stays or not", () => {
		// a chemical works: 10 t of lpg in and nothing said to leave; an explicit 0 says that nothing stays
		const fed = [use("2020", "lpg", "10", "t", { use: "feedstock" })];
		const output = [earned("2020", "10", { sector: "petrochemical" })];
		expect(years({ energy: fed, output }).get(2020)?.emissions).toMatchObject({ process: null, total: null });
		const none = use("2020", "coke", "0", "t", { use: "product" });
		expect(years({ energy: [...fed, none], output }).get(2020)?.emissions).toMatchObject({ process: "29.83684" });
	});

	it("takes measured parts one by one, direct factors per written unit, and steam by mass", () => {
		// coal measured at 20 GJ/t: 100 × 20 × 0.02618 × 0.93 × 11/3 = 178.5476; tce 2000 / 29.3076 = 68.241684750713
		// diesel at 0.003 t per kg: 500 × 0.003 = 1.5; steam: 10 t × (2783.74 − 83.74)/1000 = 27 GJ × 0.11 = 2.97
		const energy = [
			use("2020", "bituminous-coal", "100", "t", { ncv: "20" }),
			use("2020", "diesel", "500", "kg", { emission_factor: "0.003" }),
			use("2020", "steam", "10", "t", { enthalpy: "2783.74" }),
		];
		const year = years({ energy, output: [earned("2020", "10")] }).get(2020);
		expect(year?.emissions).toMatchObject({ fuel: "180.0476", heat: "2.97" });
	});
});

describe("paths, gaps and progress", () => {
	it("requires 3.89, 7.63, 11.23, 14.68, 18.00 per cent", () => {
		const figures = years(plain({ 2020: "1000", 2021: "1000", 2022: "1000", 2023: "1000", 2024: "1000", 2025: "1000" }));
		const required = [...figures.values()].map((year) => Number(year.ownPath?.requiredChangePercent).toFixed(2));
		expect(required).toEqual(["0.00", "-3.89", "-7.63", "-11.23", "-14.68", "-18.00"]);
	});

	it("states the gap at the end point", () => {
		// 0.9 against 0.82: gap 0.08, 9.756097560976 %, 80 t of 1 000; 8 points; required (1 − 0.18) exactly
		const year = years(plain({ 2020: "1000", 2025: "900" })).get(2025);
		expect(year?.ownPath).toMatchObject({ required: "0.82", gap: "0.08", gapPercent: "9.756097560976", gapTonnes: "80" });
		expect(year?.ownPath).toMatchObject({ gapPoints: "8", targetGap: "0.08", neededYearlyCutPercent: null });
		expect(year?.change).toEqual({ sinceBasePercent: "-10", sinceLastYearPercent: null });
		expect(year?.verdict).toMatchObject({ word: "missed", yearTest: "not-checked", cumulativeTest: "fail" });
		// ln 0.9 / ln 0.82 = 0.1053605156… / 0.1984509387… = 0.530914681…; and 10 of 18
		expect(year?.progress).toEqual({ percent: "53.091468", completionPercent: "55.555556", scheduleRatio: "0.530915" });
	});

	it("follows a line where asked", () => {
		// 3.6 points a year: 2022 requires 0.928; 0.95 is 0.022 above; fall 5 of 18 = 27.777778 %, schedule 5 / 7.2 = 0.694444
		const year = years(plain({ 2020: "1000", 2022: "950" }), { path: "linear" }).get(2022);
		expect(year?.ownPath).toMatchObject({ required: "0.928", requiredChangePercent: "-7.2", gap: "0.022", gapPoints: "2.2" });
		expect(year?.progress).toEqual({ percent: "27.777778", completionPercent: null, scheduleRatio: "0.694444" });
		// still needed: 1 − (0.82 / 0.95)^(1/3) = 1 − 0.952139… = 4.786…
		expect(Number(year?.ownPath?.neededYearlyCutPercent)).toBeCloseTo((1 - (0.82 / 0.95) ** (1 / 3)) * 100, 5);
	});

	it("keeps the yearly rate from another base year and takes a stated target", () => {
		// base 2021, two of five steps by 2023: 0.82^(2/5) = 0.92369…; own target of 19 % over four years: 0.81^(2/4) = 0.9
		const rows = plain({ 2021: "1000", 2023: "900" });
		const rate = years({ ...rows, firms: [{ firm: "A", base_year: "2021" }] }).get(2023);
		expect(Number(rate?.ownPath?.required)).toBeCloseTo(0.82 ** 0.4, 10);
		const stated = years({ ...rows, firms: [{ firm: "A", base_year: "2021", target_pct: "19" }] }).get(2023);
		expect(stated?.ownPath).toMatchObject({ required: "0.9", gap: "0", target: "0.81" });
		expect(stated?.verdict).toMatchObject({ word: "on-track", yearTest: "not-checked", cumulativeTest: "pass" });
		// half of the way in logarithms, exactly on schedule
		expect(stated?.progress).toEqual({ percent: "50", completionPercent: null, scheduleRatio: "1" });
	});

	it("pools a sector", () => {
		// A: 1000 t of 1000; B: 3000 t of 1000; base 4000 / 2000 = 2; 2025 requires 1.64
		const a = plain({ 2020: "1000", 2025: "800" });
		const b = plain({ 2020: "3000", 2025: "2600" });
		const named = <Row extends { firm?: string }>(rows: Row[]): Row[] => rows.map((row) => ({ ...row, firm: "B" }));
		const all = oracle({
			energy: [...a.energy, ...named(b.energy)],
			output: [...a.output, ...named(b.output)],
			firms: [],
		});
		// A at 0.8 is 0.84 below 1.64: −51.219512195122 %; sector 3400 / 2000 = 1.7: −15 %, 3.658536585366 % above
		expect(all.firms[0]?.years[1]?.sectorPath).toMatchObject({ base: "2", firms: 2, thin: true, required: "1.64", gap: "-0.84" });
		expect(all.firms[0]?.years[1]?.sectorPath).toMatchObject({ gapPercent: "-51.219512195122", gapTonnes: "-840" });
		expect(all.sectors[0]?.years[1]).toMatchObject({ intensity: "1.7", sinceBasePercent: "-15", gapPercent: "3.658536585366" });
		expect(all.sectors.map(({ sector }) => sector)).toEqual(["steel", "all"]);
	});
});

describe("verdicts", () => {
	const word = (tonnes: Readonly<Record<string, string>>, year: number, options: Options = {}): string => {
		const verdict = years(plain(tonnes), options).get(year)?.verdict;
		return [verdict?.word, ...(verdict?.qualifiers ?? []), ...(verdict?.reasons ?? [])].join(" ");
	};

	it("knows each word", () => {
		// 2021 asks for 0.96109, 2022 for 0.92369, each year for a factor of 0.96109
		expect(word({ 2020: "1000", 2021: "961" }, 2021)).toBe("on-track");
		expect(word({ 2020: "1000", 2021: "900", 2022: "900" }, 2022)).toBe("on-track-slowing");
		// ratio: ln 0.962 / ln 0.96109 = 0.976 near; ln 0.97 → 0.767 neither; ln 0.98 → 0.509 far
		expect(word({ 2020: "1000", 2021: "962" }, 2021)).toBe("behind near");
		expect(word({ 2020: "1000", 2021: "970" }, 2021)).toBe("behind");
		expect(word({ 2020: "1000", 2021: "980" }, 2021)).toBe("behind far");
		// up to 1.0, then down 5 %: the year is met; ln 0.95 / ln 0.92369 = 0.646
		expect(word({ 2020: "1000", 2021: "1000", 2022: "950" }, 2022)).toBe("behind catching-up");
		expect(word({ 2020: "1000", 2021: "1000" }, 2021)).toBe("off-track");
		expect(word({ 2020: "1000", 2021: "970", 2022: "971" }, 2022)).toBe("off-track");
		expect(word({ 2020: "1000", 2025: "820" }, 2025)).toBe("met");
		expect(word({ 2020: "1000", 2025: "820.00000000000000000001" }, 2025)).toBe("missed");
		expect(word({ 2021: "1000", 2022: "900" }, 2022)).toBe("withheld no-base");
	});

	it("compares totals at or below zero by sign", () => {
		// sold more than used: −1 per unit is below any path of a base above zero
		const rows = plain({ 2020: "1000" });
		const sold = use("2021", "coke", "1000", "t", { emission_factor: "1", use: "sold" });
		const year = years({ energy: [...rows.energy, sold], output: [...rows.output, earned("2021", "1000")] }).get(2021);
		expect(year?.verdict?.word).toBe("on-track");
		expect(year?.progress).toEqual({ percent: null, completionPercent: null, scheduleRatio: null });
	});

	it("withholds for prices, months, repeats that disagree and process that appears", () => {
		const at = (prices: string): OutputRow[] => [earned("2020", "10", { prices: "current" }), earned("2021", "10", { prices })];
		const { energy } = plain({ 2020: "10", 2021: "9" });
		expect(years({ energy, output: at("current") }).get(2021)?.verdict?.reasons).toEqual(["prices"]);
		// current prices of 2020 are constant prices of 2020
		expect(years({ energy, output: at("constant-2020") }).get(2021)?.verdict?.word).toBe("on-track");
		const output = at("constant-2020");
		const gas = use("2021-01", "natural-gas", "1", "10^4 Nm3");
		expect(years({ energy: [...energy, gas], output }).get(2021)?.verdict?.reasons).toEqual(["months-missing"]);
		expect(years({ energy: [...energy, gas], output }, { absentIsZero: true }).get(2021)?.verdict?.reasons).toEqual([]);
		const again = use("2021", "coke", "8", "t", { emission_factor: "1" });
		expect(years({ energy: [...energy, again], output }).get(2021)?.verdict?.reasons).toEqual(["errors"]);
		expect(years({ energy: [...energy, again], output }, { addRepeats: true }).get(2021)?.emissions.fuel).toBe("17");
		const stone = use("2021", "limestone-flux", "0", "t");
		expect(years({ energy: [...energy, stone], output }).get(2021)?.verdict?.reasons).toEqual(["boundary"]);
	});

	it("finds a month in another unit", () => {
		// eleven months of 10 t and one of 10 000: 1000 times the median
		const month = (index: number): string => `2020-${String(index).padStart(2, "0")}`;
		const energy = Array.from({ length: 12 }, (_, index) => use(month(index + 1), "coke", index === 3 ? "10000" : "10", "t"));
		expect(energy).toHaveLength(12);
		const later = plain({ 2021: "9" });
		const figures = years({ energy: [...energy, ...later.energy], output: [earned("2020", "10"), ...later.output] });
		expect(figures.get(2021)?.verdict?.reasons).toEqual(["errors"]);
		expect(figures.get(2020)?.coverage).toBe("whole-year");
	});
});
