/** Amounts to date that nobody declared: the worked examples of the reading rules, table 1, with the figures printed there. */
import { describe, expect, it } from "vitest";
import { known, toText } from "../../src/exact/exact.ts";
import { type LooksToDate, looksToDate, type SeriesYear, type YearlySeries } from "../../src/ledger/to-date/looks-to-date.ts";

const from = (start: number, ...amounts: readonly (number | string)[]): SeriesYear => ({
	months: amounts.map((amount, at) => ({ month: start + at, amount: known(String(amount)) })),
	whole: undefined,
	asked: true,
});
const whole = (amount: number): SeriesYear => ({ months: [], whole: known(String(amount)), asked: false });
const flat = (amount: number): SeriesYear => from(1, ...Array.from({ length: 12 }, () => amount));
const steps = (first: number, step: number, count: number): number[] =>
	Array.from({ length: count }, (_, at) => first + step * at);
const series = (years: Readonly<Record<number, SeriesYear>>, name = "coal"): YearlySeries => ({
	name,
	years: new Map(Object.entries(years).map(([year, given]) => [Number(year), given])),
});
const told = (...all: readonly YearlySeries[]): string[] =>
	looksToDate(all).map(
		({ name, year, evidence, ifToDate, ifMonthly }: LooksToDate) =>
			`${name} ${year} ${evidence ?? "doubt"} ${toText(ifToDate)} ${toText(ifMonthly)}`,
	);

const startUp = [40, 90, 160, 230, 300, 340, 370, 385, 390, 395, 400, 400];

describe("months that look like amounts to date", () => {
	it("L1: the year before given whole speaks for 4,980 and against 32,260", () => {
		const months = from(1, 410, 820, 1240, 1650, 2060, 2480, 2890, 3310, 3720, 4140, 4560, 4980);
		expect(told(series({ 2022: whole(5000), 2023: months }))).toEqual(["coal 2023 level 4980 32260"]);
	});
	it("L2: power that stands still speaks against coal that grows by 500 a month, and is not touched itself", () => {
		const coal = series({ 2023: from(1, ...steps(500, 500, 12)) });
		const power = series({ 2023: from(1, 310, 305, 298, 312, 300, 303, 296, 309, 311, 302, 299, 307) }, "power");
		expect(told(coal, power)).toEqual(["coal 2023 contrast 6000 39000"]);
	});
	it("L3: two years that each start anew", () => {
		const first = from(1, 300, 610, 905, 1200, 1500, 1800, 2100, 2400, 2700, 3000, 3300, 3600);
		const second = from(1, 290, 570, 870, 1160, 1450, 1750, 2040, 2330, 2620, 2910, 3200, 3500);
		expect(told(series({ 2021: first, 2022: second })).map((one) => one.split(" ").slice(1, 3).join(" "))).toEqual([
			"2021 fall",
			"2022 fall",
		]);
	});
	it("L4: a first year that starts up is only doubted", () => {
		expect(told(series({ 2023: from(1, ...startUp) }), series({ 2023: from(1, ...startUp) }, "output"))).toEqual([
			"coal 2023 doubt 400 3500",
			"output 2023 doubt 400 3500",
		]);
	});
	it("L4b: and is clear where the year before has 390 a month", () => {
		expect(told(series({ 2022: flat(390), 2023: from(1, ...startUp) }))).toEqual([]);
	});
	it("L5 and L6: slow growth is clear", () => {
		expect(told(series({ 2022: flat(100), 2023: from(1, ...steps(100, 4, 12).map((one) => Math.min(one, 154))) }))).toEqual([]);
		const second = from(1, 200, 210, 230, 260, 300, 340, 380, 420, 450, 470, 490, 500);
		expect(told(series({ 2022: flat(200), 2023: second }))).toEqual([]);
	});
	it("L7: a first quarter against last year's months", () => {
		expect(told(series({ 2025: flat(300), 2026: from(1, 290, 600, 905) }))).toEqual(["coal 2026 level 905 1795"]);
	});
	it("L8: a first quarter that rises as last year's did is clear", () => {
		expect(told(series({ 2025: from(1, 150, 120, 330), 2026: from(1, 150, 155, 330) }))).toEqual([]);
	});
	it("L9: a heating year against a year given whole", () => {
		const months = from(1, 120, 225, 300, 330, 340, 345, 350, 355, 362, 390, 470, 590);
		expect(told(series({ 2022: whole(600), 2023: months }))).toEqual(["coal 2023 level 590 4177"]);
	});
	it("L10: amounts that never change are clear", () => {
		expect(told(series({ 2022: flat(50), 2023: flat(50) }))).toEqual([]);
	});
	it("L11: one small correction does not hide them", () => {
		const months = from(1, 100, 210, 305, 300, 410, 515, 620, 730, 835, 940, 1050, 1160);
		expect(told(series({ 2022: whole(1250), 2023: months }))).toEqual(["coal 2023 level 1160 7175"]);
	});
	it("L12: half a year of nothing, then work: clear by level", () => {
		expect(told(series({ 2022: flat(100), 2023: from(1, 0, 0, 0, 0, 0, 0, 60, 125, 190, 250, 310, 375) }))).toEqual([]);
	});
	it("L13: January not given", () => {
		const months = from(2, 820, 1240, 1650, 2060, 2480, 2890, 3310, 3720, 4140, 4560, 4980);
		expect(told(series({ 2022: whole(5000), 2023: months }))).toEqual(["coal 2023 level 4980 31850"]);
	});
	it("L14: a recovery is clear by level", () => {
		const months = from(1, 260, 300, 330, 380, 430, 480, 530, 580, 620, 660, 700, 1000);
		expect(told(series({ 2022: flat(1000), 2023: months }))).toEqual([]);
	});
	it("L15: three months of a new works prove nothing", () => {
		expect(told(series({ 2023: from(1, 20, 40, 60) }))).toEqual([]);
	});
});
