/** What moves with a month: a history is odd only beside its guides, and what cannot be believed weighs by them. */
import { describe, expect, it } from "vitest";
import { rounded } from "../../../src/exact/round.ts";
import { monthUnlikeHistory } from "../../../src/screening/rules/month-unlike-history.ts";
import { repeatedAmount } from "../../../src/screening/rules/repeated-amount.ts";
import { slippedMonth } from "../../../src/screening/rules/slipped-month.ts";
import { stepChange } from "../../../src/screening/rules/step-change.ts";
import { answerTo, casesIn, monthsFrom, said, suspicionsOf } from "../../support/histories.ts";
import { energy, output } from "../../support/tables.ts";

/** Three years from 2021 on, with a little scatter that repeats every five months. */
const scattered = (level: (month: number) => number, months = 36): string[] =>
	Array.from({ length: months }, (_, month) => (level(month) * (1 + (((month * 3) % 5) - 2) / 100)).toFixed(2));
const startingUp = (month: number): number => Math.min(100, 6 + 8 * month);
const coke = (amounts: readonly (string | number)[]) => monthsFrom(2021, amounts, { emission_factor: "1" });
const earned = (amounts: readonly (string | number)[]) => output(monthsFrom(2021, amounts));
const power = (amounts: readonly (string | number)[]) => monthsFrom(2021, amounts, { carrier: "electricity", unit: "10^4 kWh" });
const put = (amounts: readonly string[], at: number, amount: string): string[] =>
	amounts.map((one, month) => (month === at ? amount : one));

/** Tonnes by year of the only suspicion, to two places. */
const years = async (...asked: Parameters<typeof answerTo>): Promise<Record<string, string>> => {
	const [rule, ...tables] = asked;
	const [one] = await casesIn(...tables);
	if (one === undefined) throw new Error("no firm");
	const [suspicion, ...more] = suspicionsOf(rule.judge(one));
	if (suspicion === undefined || more.length > 0) throw new Error("not one suspicion");
	return Object.fromEntries([...(suspicion.years?.(one) ?? [])].map(([year, tonnes]) => [year, rounded(tonnes, 2)]));
};

describe("a works that starts up", () => {
	const amounts = scattered(startingUp);
	const made = earned(scattered((month) => startingUp(month) * 10));

	it("is told nothing where its output did the same", async () => {
		expect(said(await answerTo(monthUnlikeHistory, [energy(coke(amounts)), made]))).toBe("pass");
		expect(said(await answerTo(slippedMonth, [energy(coke(amounts)), made]))).toBe("pass");
	});

	it("nor where its other carriers did, and the output is of years", async () => {
		const whole = output(["2021", "2022", "2023"].map((period) => ({ period, quantity: "1000" })));
		const both = energy([...coke(amounts), ...power(scattered((month) => startingUp(month) * 3))]);
		expect(said(await answerTo(monthUnlikeHistory, [both, whole]))).toBe("pass");
	});

	it("is told of a month of one carrier ten times too large", async () => {
		// The third of them would be 22.44.
		const slipped = put(amounts, 2, "224.40");
		expect(said(await answerTo(slippedMonth, [energy(coke(slipped)), made]))).toEqual(["2021-03 @4"]);
	});
});

describe("most months of a year apart", () => {
	it("are no slips of the unit, whatever each of them would be", async () => {
		const amounts = scattered((month) => (month >= 12 && month < 22 ? 100 * (month - 11) : 100));
		expect(said(await answerTo(slippedMonth, [energy(coke(amounts)), earned(scattered(() => 1000))]))).toBe("pass");
	});
});

describe("a second shift", () => {
	const twice = (month: number): number => (month < 18 ? 100 : 180);

	it("is no step where the output made it too", async () => {
		const tables = [energy(coke(scattered(twice))), earned(scattered((month) => twice(month) * 10))];
		expect(said(await answerTo(stepChange, tables))).toBe("pass");
	});

	it("nor where the other carriers did", async () => {
		expect(said(await answerTo(stepChange, [energy([...coke(scattered(twice)), ...power(scattered(twice))])]))).toBe("pass");
	});

	it("is a step where only one carrier made it", async () => {
		const tables = [energy([...coke(scattered(twice)), ...power(scattered(() => 50))]), earned(scattered(() => 1000))];
		expect(said(await answerTo(stepChange, tables))).toEqual(["2022-07 @20"]);
	});
});

describe("the weight", () => {
	const flat = (from: number, low: number, high: number) => Array.from({ length: 36 }, (_, month) => (month < from ? low : high));

	it("of a step is what the later months would be at the earlier level, year by year", async () => {
		// From 2022-07 on 200 for 100 at one output: 6 and 12 months at half.
		const tables = [energy(coke(flat(18, 100, 200))), earned(flat(0, 0, 1000))];
		expect(await years(stepChange, tables)).toEqual({ 2022: "-600", 2023: "-1200" });
	});

	it("of a step within the base is what its earlier months would be at the later level", async () => {
		const months = (amounts: readonly number[]) => monthsFrom(2019, amounts, { emission_factor: "1" });
		const amounts = Array.from({ length: 60 }, (_, month) => (month < 18 ? 100 : 200));
		const tables = [energy(months(amounts)), output(monthsFrom(2019, Array(60).fill(1000)))];
		// The base is 2020: its six months to June, twice.
		expect(await years(stepChange, tables)).toEqual({ 2020: "600" });
	});

	it("of a repeated amount is what its months would be by the output, the first of them aside, and twice their chance", async () => {
		const amounts = scattered(() => 100);
		const repeated = amounts.map((one, month) => (month >= 13 && month <= 16 ? "50.00" : one));
		const made = earned(Array(36).fill("1000"));
		// Three months of 50 that would be 100; half of the months lie 2 % from that, three together by the root of three: 2 × √3 × 100 × 0.02.
		expect(await years(repeatedAmount, [energy(coke(repeated)), made])).toEqual({ 2022: "156.93" });
	});
});
