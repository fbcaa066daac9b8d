/** Causes of odd months: what is told, by which value, and what is no such cause. */
import { describe, expect, it } from "vitest";
import { rounded } from "../../../src/exact/round.ts";
import type { FirmRule } from "../../../src/screening/rule.ts";
import { copiedMonth } from "../../../src/screening/rules/copied-month.ts";
import { decemberHoldsYear } from "../../../src/screening/rules/december-holds-year.ts";
import { filledSeries } from "../../../src/screening/rules/filled-series.ts";
import { meterReadings } from "../../../src/screening/rules/meter-readings.ts";
import { monthUnlikeHistory } from "../../../src/screening/rules/month-unlike-history.ts";
import { slippedMonth } from "../../../src/screening/rules/slipped-month.ts";
import { stepChange } from "../../../src/screening/rules/step-change.ts";
import { swappedRows } from "../../../src/screening/rules/swapped-rows.ts";
import { zeroMonths } from "../../../src/screening/rules/zero-months.ts";
import { answerTo, casesIn, monthsFrom, onlyOf, said, suspicionsOf } from "../../support/histories.ts";
import { energy, output } from "../../support/tables.ts";

type Amounts = readonly (string | number)[];

/** Two years from 2021 on within one per cent of a level, no two months alike. */
const level = (size: number, seed: number, months = 24): string[] =>
	Array.from({ length: months }, (_, month) => (size * (1 + (((month * 37 + seed * 11) % 97) - 48) / 5000)).toFixed(2));
const coke = (amounts: Amounts) => monthsFrom(2021, amounts, { emission_factor: "1" });
const power = (amounts: Amounts) => monthsFrom(2021, amounts, { carrier: "electricity", unit: "10^4 kWh" });
const earned = output(monthsFrom(2021, level(1000, 3)));
const put = (amounts: readonly string[], at: number, ...by: readonly string[]): string[] =>
	amounts.map((one, month) => by[month - at] ?? one);
const [plain, beside] = [level(80, 1), level(41, 2)];

const ask = (rule: FirmRule, ...[amounts, others = beside]: Amounts[]) =>
	answerTo(rule, [energy([...coke(amounts ?? []), ...power(others)]), earned]);

/** Tonnes by year of the only suspicion, to whole tonnes. */
const tonnes = async (rule: FirmRule, amounts: Amounts): Promise<Record<string, string>> => {
	const [one] = await casesIn([energy([...coke(amounts), ...power(beside)]), earned]);
	if (one === undefined) throw new Error("no firm");
	const [suspicion] = suspicionsOf(rule.judge(one));
	return Object.fromEntries([...(suspicion?.years?.(one) ?? [])].map(([year, weight]) => [year, rounded(weight, 0)]));
};

describe("zero for a month of use", () => {
	it("is told with what would be usual, and weighs it", async () => {
		const amounts = put(plain, 17, "0", "0");
		expect(said(await ask(zeroMonths, amounts))).toEqual(["2022-06 @19"]);
		expect(onlyOf("zero-months", await ask(zeroMonths, amounts))).toMatchObject({ months: 2, to: "2022-07" });
		// Two months of about 80 t.
		expect(Number((await tonnes(zeroMonths, amounts))["2022"])).toBeGreaterThanOrEqual(157);
		expect(Number((await tonnes(zeroMonths, amounts))["2022"])).toBeLessThanOrEqual(163);
	});

	it("is told of the last month too, and of a firm with one carrier and no monthly output", async () => {
		expect(said(await ask(zeroMonths, put(plain, 23, "0")))).toEqual(["2022-12 @25"]);
		expect(said(await answerTo(zeroMonths, [energy(coke(put(plain, 8, "0")))]))).toEqual(["2021-09 @10"]);
	});

	it("is none where the works stood still, by its output or by its other carriers", async () => {
		const still = output(monthsFrom(2021, put(level(1000, 3), 8, "0")));
		expect(said(await answerTo(zeroMonths, [energy([...coke(put(plain, 8, "0")), ...power(beside)]), still]))).toBe("pass");
		expect(said(await ask(zeroMonths, put(plain, 8, "0"), put(beside, 8, "0")))).toBe("pass");
	});

	it("is none where the same month is zero in another year, nor before the first use, nor for long", async () => {
		expect(said(await ask(zeroMonths, put(put(plain, 6, "0"), 18, "0")))).toBe("pass");
		expect(said(await ask(zeroMonths, put(plain, 0, "0", "0")))).toBe("pass");
		expect(said(await ask(zeroMonths, put(plain, 8, "0", "0", "0", "0")))).toBe("pass");
	});
});

describe("a month that is a copy", () => {
	// Each by its own chance: amounts that move as one are equal as one.
	const large = Array.from({ length: 24 }, (_, month) => (8000 + ((month * 61) % 89) * 3.37).toFixed(2));
	const larger = Array.from({ length: 24 }, (_, month) => (4100 + ((month * 29) % 83) * 1.93).toFixed(2));

	it("is told once where all carriers are those of the month before", async () => {
		const answer = await ask(copiedMonth, put(large, 9, large[8] as string), put(larger, 9, larger[8] as string));
		// The row whose number has most digits.
		expect(said(answer)).toEqual(["2021-10 @11"]);
		expect(onlyOf("copied-month", answer)).toMatchObject({ from: "2021-09", months: 1, others: 1 });
	});

	it("is told once where months running are those of a year before", async () => {
		const answer = await ask(copiedMonth, put(large, 14, ...large.slice(2, 5)), put(larger, 14, ...larger.slice(2, 5)));
		expect(onlyOf("copied-month", answer)).toMatchObject({ from: "2021-03", months: 3, to: "2022-05", others: 1 });
	});

	it("is none where few digits agree, nor where the same two months agree in every year", async () => {
		expect(said(await ask(copiedMonth, put(plain, 9, plain[8] as string)))).toBe("pass");
		const shares = put(put(large, 9, large[8] as string), 21, large[20] as string);
		const others = put(put(larger, 9, larger[8] as string), 21, larger[20] as string);
		expect(said(await ask(copiedMonth, shares, others))).toBe("pass");
	});
});

describe("months filled by a spreadsheet", () => {
	const from = (step: number, months: number) =>
		put(plain, 12, ...Array.from({ length: months }, (_, at) => (80 + step * at).toFixed(2)));

	it("are told with the step, up and down", async () => {
		const up = onlyOf("filled-series", await ask(filledSeries, from(0.01, 6)));
		expect(up).toMatchObject({ months: 6, to: "2022-06", step: { exact: "0.01" } });
		expect(onlyOf("filled-series", await ask(filledSeries, from(-0.5, 6)))).toMatchObject({ step: { exact: "-0.5" } });
	});

	it("are none of four months, and of small numbers", async () => {
		expect(said(await ask(filledSeries, from(0.01, 4)))).toBe("pass");
		expect(said(await ask(filledSeries, [10, 11, 12, 13, 14, 13, 12, 14, 10, 12, 13, 11]))).toBe("pass");
	});
});

describe("readings of a meter", () => {
	const readings = (start: number) => {
		const till = (at: number): number => plain.slice(12, at + 1).reduce((all, used) => all + Number(used), start);
		return plain.map((used, at) => (at < 12 ? used : till(at).toFixed(2)));
	};

	it("are told, and weigh what they are above the differences", async () => {
		const amounts = readings(5000);
		const told = onlyOf("meter-readings", await ask(meterReadings, amounts));
		expect(told).toMatchObject({ months: 12, to: "2022-12", next: { exact: String(Number(plain[13])) } });
		const sum = (some: Amounts): number => some.reduce<number>((all, one) => all + Number(one), 0);
		// Of the first month nobody knows the reading before: about 80 t.
		const differ = Number((await tonnes(meterReadings, amounts))["2022"]) - sum(plain.slice(12)) + sum(amounts.slice(12));
		expect(Math.abs(differ)).toBeLessThan(3);
	});

	it("are told alone: neither slips nor steps nor odd months beside them", async () => {
		for (const rule of [slippedMonth, monthUnlikeHistory, stepChange]) expect(said(await ask(rule, readings(5000)))).toBe("pass");
	});

	it("are no amounts to date", async () => {
		const sums = plain.map((used, at) => (at < 12 ? used : String(80 * (at - 11))));
		expect(said(await ask(meterReadings, sums))).toBe("pass");
	});

	it("are no growth", async () => {
		const growing = Array.from({ length: 24 }, (_, month) => (80 * 1.08 ** month).toFixed(2));
		expect(said(await ask(meterReadings, growing))).toBe("pass");
	});
});

describe("a December that holds the year", () => {
	const sum = (till: number): string =>
		String(
			Number(
				plain
					.slice(12, till)
					.reduce((all, one) => all + Number(one), 0)
					.toFixed(2),
			),
		);

	it("is told with what would be left for it", async () => {
		const answer = await ask(decemberHoldsYear, put(plain, 23, sum(24)));
		expect(onlyOf("december-holds-year", answer)).toMatchObject({
			others: { exact: sum(23) },
			wouldBe: { exact: String(Number(plain[23])) },
		});
	});

	it("is told without a proposal where nothing is left", async () => {
		expect(onlyOf("december-holds-year", await ask(decemberHoldsYear, put(plain, 23, sum(23))))).toMatchObject({ wouldBe: null });
	});

	it("is told alone, and a December ten times too large is a slip", async () => {
		expect(said(await ask(slippedMonth, put(plain, 23, sum(24))))).toBe("pass");
		const slipped = put(plain, 23, (Number(plain[23]) * 10).toFixed(2));
		expect(said(await ask(decemberHoldsYear, slipped))).toBe("pass");
		expect(said(await ask(slippedMonth, slipped))).toEqual(["2022-12 @25"]);
	});
});

describe("two carriers in each other's rows", () => {
	it("are told once, with both", async () => {
		const months = [14, 15, 16];
		const [own, others] = [[...plain], [...beside]];
		for (const at of months) [own[at], others[at]] = [beside[at] as string, plain[at] as string];
		const answer = await ask(swappedRows, own, others);
		expect(onlyOf("swapped-rows", answer)).toMatchObject({
			...{ what: { carrier: "coke" }, other: { carrier: "electricity" }, months: 3, to: "2022-05" },
		});
	});

	it("are none where one of them only doubled, nor where both are of one size", async () => {
		expect(said(await ask(swappedRows, put(plain, 14, "41.20", "40.90")))).toBe("pass");
		const like = level(80, 7);
		expect(said(await ask(swappedRows, put(plain, 14, like[14] as string), put(like, 14, plain[14] as string)))).toBe("pass");
	});
});
