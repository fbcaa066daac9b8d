/** Numbers that stand in two places of one period: a carrier's in the row of the output, and months copied from some months back. */
import { describe, expect, it } from "vitest";
import { rounded } from "../../../src/exact/round.ts";
import { copiedMonth } from "../../../src/screening/rules/copied-month.ts";
import { otherCarriersAmount } from "../../../src/screening/rules/other-carriers-amount.ts";
import { dice } from "../../mistakes/dice.ts";
import { answerTo, monthsFrom, onlyOf, said, suspicionsOf, yearsFrom } from "../../support/histories.ts";
import { energy, output } from "../../support/tables.ts";

const used = ["52310.44", "51872.19", "50944.63", "50120.27", "49655.81"];
const made = ["40120.33", "40988.71", "41240.92", "41877.14", "42310.05"];

describe("an output that holds a carrier's number", () => {
	const ask = (amounts: readonly string[]) =>
		answerTo(otherCarriersAmount, [
			energy([
				...yearsFrom(2020, used, { emission_factor: "1" }),
				...yearsFrom(2020, ["811.2", "803.9", "797.4", "790.8", "785.1"], { carrier: "electricity", unit: "10^4 kWh" }),
			]),
			output(yearsFrom(2020, amounts)),
		]);

	it("is told of a year at its row, and weighs what the years beside it let expect", async () => {
		const answer = await ask(made.with(2, used[2] as string));
		expect(said(answer)).toEqual(["2022 @4"]);
		expect(onlyOf("other-carriers-amount", answer)).toMatchObject({
			what: { of: "indicator", indicator: "value_added" },
			other: { of: "carrier", carrier: "coke" },
			month: "2022",
		});
		// By hand: (2021 + 2023) / 2 of t per 10^4 yuan, times the number that stands there, less what was emitted.
		const power = 5.568;
		const per = (year: number, mwh: number): number => (Number(used[year]) + mwh * power) / Number(made[year]);
		const expected = ((per(1, 803.9) + per(3, 790.8)) / 2) * Number(used[2]) - (Number(used[2]) + 797.4 * power);
		const [{ impact } = { impact: null }] = suspicionsOf(answer);
		expect(Number(rounded(impact ?? { over: 0n, under: 1n }, 6))).toBeCloseTo(expected, 0);
	});

	it("is none in more than two periods: then one is computed from the other", async () => {
		expect(said(await ask([...used.slice(0, 3), ...made.slice(3)]))).toBe("no-months");
	});

	it("is none with few digits, nor where another number differs in the last", async () => {
		expect(said(await ask(made.with(2, "50944.64")))).toBe("no-months");
	});

	it("is told of a month", async () => {
		const { roll } = dice("month");
		const scatter = (usual: number) => Array.from({ length: 24 }, () => (roll(usual * 97, usual * 103) / 100).toFixed(2));
		const [coke, power, output24] = [scatter(5200), scatter(310), scatter(5000)];
		output24[9] = coke[9] as string;
		const answer = await answerTo(otherCarriersAmount, [
			energy([...monthsFrom(2021, coke), ...monthsFrom(2021, power, { carrier: "electricity", unit: "10^4 kWh" })]),
			output(monthsFrom(2021, output24)),
		]);
		expect(said(answer)).toEqual(["2021-10 @11"]);
	});
});

describe("a month copied from two or three months back", () => {
	const { roll } = dice("back");
	const scatter = (usual: number) => Array.from({ length: 36 }, () => (roll(usual * 93, usual * 107) / 100).toFixed(2));
	const [coke, power, earned] = [scatter(8000), scatter(4100), scatter(9000)];
	const ask = (back: number) =>
		answerTo(copiedMonth, [
			energy([
				...monthsFrom(2021, coke.with(20, coke[20 - back] as string)),
				...monthsFrom(2021, power.with(20, power[20 - back] as string), { carrier: "electricity", unit: "10^4 kWh" }),
			]),
			output(monthsFrom(2021, earned)),
		]);

	it.each([2, 3])("is told: %i", async (back) => {
		expect(onlyOf("copied-month", await ask(back))).toMatchObject({
			from: `2022-0${9 - back}`,
			to: "2022-09",
			months: 1,
			others: 1,
		});
	});
});
