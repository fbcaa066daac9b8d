/** An office's growth rates: against corners of whole numbers that were written apart from the tool. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Table } from "../../src/index.ts";
import { folder } from "../cli/tanlu.ts";
import { Fraction, HUNDRED, ONE, whole } from "../oracle/fraction.ts";
import { compareSurd } from "../oracle/surd.ts";
import { tanlu } from "../support/in-process.ts";
import { energy, growth, output, type Row } from "../support/tables.ts";
import { asCsv, firmOf, followed } from "./following.ts";

const rate = (indicator: string, percent: string, more: Row = {}): Row => ({ indicator, growth_pct: percent, ...more });
/** The file of the issue: 2026-10, growth of CO2, energy and value added. */
const office = [rate("co2", "1.9"), rate("energy", "1.4"), rate("value_added", "6.1")];

/** Half a step of the last printed digit. */
const half = (text: string): Fraction => Fraction.of(1n, 2n * 10n ** BigInt(text.split(".")[1]?.length ?? 0));
const over = (percent: Fraction): Fraction => ONE.add(percent.div(HUNDRED));
/** All four corners of two rates, in per cent. */
const corners = (above: string, below: string): Fraction[] => {
	const ends = (text: string): Fraction[] => [Fraction.from(text).sub(half(text)), Fraction.from(text).add(half(text))];
	return ends(above).flatMap((a) => ends(below).map((b) => over(a).div(over(b)).sub(ONE).mul(HUNDRED)));
};
const lowest = (list: readonly Fraction[]): Fraction => list.reduce((a, b) => (a.sub(b).sign <= 0 ? a : b));
const highest = (list: readonly Fraction[]): Fraction => list.reduce((a, b) => (a.sub(b).sign >= 0 ? a : b));
const exact = (above: string, below: string): Fraction =>
	over(Fraction.from(above))
		.div(over(Fraction.from(below)))
		.sub(ONE)
		.mul(HUNDRED);

describe("the decline that growth rates make", () => {
	it("is (1 + 1.9%) / (1 + 6.1%) - 1 = -3.96%, with what the digits allow, beside what the year asks", async () => {
		const { growthNow } = await firmOf([growth(office)]);
		expect(growthNow?.co2).toEqual({
			percent: "-3.958529688973",
			lowPercent: "-4.050871408384",
			highPercent: "-3.866100895804",
			askedPercent: "-3.65800871373",
			against: "met",
		});
		expect(growthNow?.period).toBe("2026-10");
		expect(growthNow?.targets).toBe("plan-15");
		expect(growthNow?.energy?.percent).toBe(exact("1.4", "6.1").text(12));
		// 10 % over five years: 2.09 % a year.
		expect(growthNow?.energy?.askedPercent).toMatch(/^-2\.0851/);
	});

	it("needs no table but that of the rates, and is told under the firm's name with why there is no more", async () => {
		const firm = await firmOf([growth(office)]);
		expect([firm.firm, firm.why, firm.month, firm.verdict, firm.toDate]).toEqual(["F1", "rates-only", null, null, null]);
	});

	const printed = (least: number, most: number) =>
		fc
			.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: least, max: most }))
			.map(([places, number]) => {
				const digits = String(Math.abs(number)).padStart(places + 1, "0");
				const cut = digits.length - places;
				const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
				return number < 0 && /[1-9]/.test(text) ? `-${text}` : text;
			})
			.filter((text) => Fraction.from(text).sub(whole(-100)).sign > 0);
	const rates = printed(-99, 400);
	const tenth = (n: number): string => `${n < 0 ? "-" : ""}${Math.floor(Math.abs(n) / 10)}.${Math.abs(n) % 10}`;
	/** CO2 that grows less than value added by about what a year asks for: where the digits may not decide. */
	const near = fc
		.tuple(fc.integer({ min: -80, max: 150 }), fc.integer({ min: -3, max: 3 }), rates)
		.map(([made, off, used]): [string, string, string] => [tenth(made - Math.round(37 + made * 0.037) + off), used, tenth(made)]);

	it("lies between the lowest and the highest of its four corners, of random rates; the word follows by whole powers", async () => {
		const keep = { co2: Fraction.of(83n, 100n), energy: Fraction.of(9n, 10n) };
		const words = { met: 0, "not-met": 0, undecided: 0 };
		await fc.assert(
			fc.asyncProperty(fc.oneof(fc.tuple(rates, rates, rates), near), async ([co2, used, made]) => {
				const { growthNow } = await firmOf([growth([rate("co2", co2), rate("energy", used), rate("value_added", made)])]);
				for (const [what, above] of [
					["co2", co2],
					["energy", used],
				] as const) {
					const found = growthNow?.[what];
					const all = corners(above, made);
					expect([found?.lowPercent, found?.percent, found?.highPercent]).toEqual([
						lowest(all).text(12),
						exact(above, made).text(12),
						highest(all).text(12),
					]);
					// value ≤ keep^(1/5), with value above zero.
					const falls = (percent: Fraction): boolean => compareSurd(over(percent), ONE, { x: keep[what], n: 5 }) <= 0;
					const word = falls(highest(all)) ? "met" : falls(lowest(all)) ? "undecided" : "not-met";
					expect([above, made, found?.against]).toEqual([above, made, word]);
					words[word] += 1;
				}
			}),
			{ numRuns: 300 },
		);
		for (const count of Object.values(words)) expect(count).toBeGreaterThan(0);
	}, 60_000);

	it("grows with the growth of CO2 and falls with that of value added", async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }), async (a, b) => {
				const of = async (co2: number, made: number): Promise<Fraction> => {
					const { growthNow } = await firmOf([growth([rate("co2", tenth(co2)), rate("value_added", tenth(made))])]);
					return Fraction.from(growthNow?.co2?.percent as string);
				};
				const now = await of(a, b);
				expect((await of(a + 1, b)).sub(now).sign).toBe(1);
				expect((await of(a, b + 1)).sub(now).sign).toBe(-1);
			}),
			{ numRuns: 40 },
		);
	});

	it("is undecided where the year's rate lies between the bounds, as -3.66% does between those of 1.4 and 5.2", async () => {
		const { growthNow } = await firmOf([growth([rate("co2", "1.4"), rate("value_added", "5.2")])]);
		expect(growthNow?.co2?.against).toBe("undecided");
		// Two more digits decide it: 1.38 / 5.24.
		const finer = await firmOf([growth([rate("co2", "1.38"), rate("value_added", "5.24")])]);
		expect(finer.growthNow?.co2?.against).toBe("met");
	});

	it("is beside the rate of the plan that the year belongs to, of the shape that is asked for, or of none", async () => {
		const asked = async (period: string, options = {}): Promise<readonly unknown[]> => {
			const rows = [rate("co2", "0.0"), rate("value_added", "3.7")].map((row) => ({ ...row, period }));
			const { growthNow } = await firmOf([growth(rows)], options);
			return [growthNow?.targets, growthNow?.co2?.askedPercent?.slice(0, 6), growthNow?.co2?.against];
		};
		expect(await asked("2024")).toEqual(["plan-14", "-3.891", "not-met"]);
		expect(await asked("2026")).toEqual(["plan-15", "-3.658", "undecided"]);
		expect(await asked("2026", { path: "linear" })).toEqual(["plan-15", "-3.4", "met"]);
		expect(await asked("2019")).toEqual([null, undefined, null]);
	});
});

describe("a table of growth rates", () => {
	const rowsOf = async (rows: readonly Row[]) => (await firmOf([growth(rows)])).growthNow;

	it("is read by its Chinese words, with a sign of per cent, and from January on where the period says so", async () => {
		const table: Table = {
			name: "增速.csv",
			reference: true,
			text: "企业,期间,指标,增速(%),数据来源\n甲,2026年1-10月,二氧化碳排放,1.9%,月报\n甲,2026-10累计,综合能源消费量,1.4,\n甲,2026年1-10月,工业增加值,6.1％,\n",
		};
		const { growthNow } = await firmOf([table]);
		expect(growthNow?.period).toBe("2026-01..2026-10");
		expect(growthNow?.co2?.percent).toBe("-3.958529688973");
		expect(growthNow?.energy?.percent).toBe(exact("1.4", "6.1").text(12));
		expect(growthNow?.rates.map(({ source }) => source)).toEqual(["月报", null, null]);
	});

	it("keeps a whole year, the months up to October and October alone apart", async () => {
		const periods = ["2025", "2026年1-10月", "2026-10"];
		const { growth: all, growthNow } = await firmOf([
			growth(periods.flatMap((period) => office.map((row) => ({ ...row, period })))),
		]);
		expect(all.map(({ period }) => period)).toEqual(["2025", "2026-01..2026-10", "2026-10"]);
		// What ends last counts; of those that end together the longest.
		expect(growthNow?.period).toBe("2026-01..2026-10");
	});

	it("takes a number that is printed twice by its finer print, in either order", async () => {
		const twice = [rate("co2", "1.9"), rate("co2", "1.90"), rate("value_added", "6.1")];
		for (const rows of [twice, [...twice].reverse()])
			expect((await rowsOf(rows))?.rates[0]).toMatchObject({ percent: "1.9", lowPercent: "1.895", highPercent: "1.905" });
	});

	it("names the rate that is missing, and makes no number of those that are there", async () => {
		expect(await rowsOf([rate("co2", "1.9"), rate("energy", "1.4")])).toMatchObject({
			...{ co2: null, energy: null, lacking: ["value_added"] },
		});
		expect(await rowsOf([rate("value_added", "6.1")])).toMatchObject({ co2: null, energy: null, lacking: ["co2", "energy"] });
		expect(await rowsOf([rate("energy", "1.4"), rate("value_added", "6.1")])).toMatchObject({ co2: null, lacking: [] });
	});

	it.each([
		["two rates of one firm, period and indicator", [rate("co2", "1.9"), rate("co2", "2.0")]],
		["a fall by all of it", [rate("co2", "-100")]],
		["a fall by more than all", [rate("co2", "-100.1%")]],
		["a rate that is blank", [rate("co2", "")]],
		["a rate that is no number", [rate("co2", "up")]],
		["an indicator that is not known", [rate("profit", "3")]],
		["a firm that is not named", [rate("co2", "3", { firm: "" })]],
		["months without a year", [rate("co2", "3", { period: "1-10月" })]],
	])("ends the run with %s", async (_, rows) => {
		await expect(followed([growth(rows)])).rejects.toMatchObject({ troubles: [{ code: "bad-reference-table" }] });
	});

	it("takes a fall that leaves next to nothing", async () => {
		expect((await rowsOf([rate("co2", "-99.99"), rate("value_added", "0")]))?.co2?.percent).toBe("-99.99");
	});

	it("counts only behind its option: among the inputs it is refused by name", async () => {
		const cwd = folder({ "gr.csv": "firm,period,indicator,growth_pct\nF1,2026-10,co2,1.9\nF1,2026-10,value_added,6.1\n" });
		const behind = await tanlu(["track", "--growth", "gr.csv", "--format", "csv"], { cwd });
		expect(behind.code).toBe(0);
		expect(behind.stdout).toContain(",2026-10,-3.958529688973,-4.050871408384,-3.866100895804,-3.65800871373,met");
		for (const command of ["track", "report"]) {
			const among = await tanlu([command, "gr.csv"], { cwd });
			expect(among.code).toBe(2);
			expect(among.stderr).toMatch(/reference-not-named[\s\S]*--growth gr\.csv/);
		}
	});
});

describe("a firm's own amounts beside an office's rates", () => {
	const months = ["01", "02", "03"];
	const amounts = (year: string, quantity: readonly string[]): Row[] =>
		months.map((month, index) => ({ period: `${year}-${month}`, quantity: quantity[index] as string }));
	// CO2 300 → 294 (−2 %), value added 30 → 31.2 (+4 %).
	const tables = [
		energy(
			[...amounts("2025", ["100", "100", "100"]), ...amounts("2026", ["98", "98", "98"])].map((row) => ({
				...row,
				emission_factor: "1",
			})),
		),
		output(
			[...amounts("2025", ["10", "10", "10"]), ...amounts("2026", ["10.4", "10.4", "10.4"])].map((row) => ({
				...row,
				prices: "constant-2025",
			})),
		),
	];
	const told = async (rows: readonly Row[], given: readonly Table[] = tables, options = {}) => {
		const { growthNow } = await firmOf([...given, growth(rows.map((row) => ({ period: "2026年1-3月", ...row })))], options);
		return growthNow?.rates.map(({ indicator, ownPercent, agrees }) => [indicator, ownPercent, agrees]);
	};

	it("agree or disagree by the digits of each rate apart", async () => {
		expect(await told([rate("co2", "-2.0"), rate("energy", "-2.1"), rate("value_added", "4")])).toEqual([
			["co2", "-2", true],
			["energy", "-2", false],
			["value_added", "4", true],
		]);
		// The bounds themselves are allowed.
		expect(await told([rate("co2", "-2.1"), rate("value_added", "4.04")])).toEqual([
			["co2", "-2", false],
			["value_added", "4", false],
		]);
		expect(await told([rate("co2", "-2.05"), rate("value_added", "3.5")])).toEqual([
			["co2", "-2", false],
			["value_added", "4", false],
		]);
		expect(await told([rate("co2", "-1.95"), rate("value_added", "4.5")])).toMatchObject([
			["co2", "-2", false],
			["value_added", "4", false],
		]);
	});

	it("are not told where a month of either year is missing, or the prices have nothing in common", async () => {
		const rows = [rate("co2", "-2.0"), rate("value_added", "4")];
		const [used, made] = tables as [Table, Table];
		const cut = { ...used, text: used.text.replace(/^.*2025-02.*\n/m, "") };
		expect(await told(rows, [cut, made])).toEqual([
			["co2", null, null],
			["value_added", "4", true],
		]);
		const other = { ...made, text: made.text.replace(/(2025-0\d.*)constant-2025/g, "$1constant-2020") };
		expect(await told(rows, [used, other])).toEqual([
			["co2", "-2", true],
			["value_added", null, null],
		]);
	});

	it("are of the months that the rate is of, and of value added alone", async () => {
		expect(await told([rate("co2", "-2", { period: "2026-02" })])).toEqual([["co2", "-2", true]]);
		expect(await told([rate("co2", "-2", { period: "2026年1-4月" })])).toEqual([["co2", null, null]]);
		const revenue = tables.map((one) => ({ ...one, text: one.text.replaceAll("value_added", "revenue") }));
		expect(await told([rate("co2", "-2"), rate("value_added", "4")], revenue, { per: "revenue" })).toEqual([
			["co2", "-2", true],
			["value_added", null, null],
		]);
	});

	it("leave the firm's own figures as they are without the rates", async () => {
		const without = await firmOf(tables);
		const { growth: _, growthNow: __, ...withRates } = await firmOf([...tables, growth(office)]);
		const { growth: none, growthNow, ...own } = without;
		expect([none, growthNow]).toEqual([[], null]);
		expect(withRates).toEqual(own);
		// A base year alone is of the plan that begins with it, whatever plan the years of the rates belong to.
		const base = tables.map((one) => ({ ...one, text: one.text.replaceAll("2025-", "2020-").replace(/.*2026-.*\n/g, "") }));
		for (const period of ["2019", "2024", "2026-10"]) {
			const { growth: _, growthNow: __, ...beside } = await firmOf([...base, growth(office.map((row) => ({ ...row, period })))]);
			expect({ ...beside, growth: [], growthNow: null }).toEqual(await firmOf(base));
		}
	});

	it("stand in the csv with the period of the month that the firm is followed up to", async () => {
		const rows = ["2026年1-2月", "2026年1-3月", "2026-03", "2026年1-4月"].flatMap((period) =>
			[rate("co2", "-2.0"), rate("value_added", "4.0")].map((row) => ({ ...row, period })),
		);
		const csv = asCsv(await followed([...tables, growth(rows)]));
		expect(csv.split("\n")[1]).toMatch(/,2026-Q1,-5\.769230769231,/);
		const { growth: upTo } = await firmOf([...tables, growth(rows)], { month: { year: 2026, month: 2 } });
		expect(upTo.map(({ period }) => period)).toEqual(["2026-01..2026-02"]);
	});
});
