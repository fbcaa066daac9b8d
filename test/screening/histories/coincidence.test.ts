/** What chance makes alike is told of nobody; what it does not is told, also of one amount alone. */
import { describe, expect, it } from "vitest";
import { equal, known } from "../../../src/exact/exact.ts";
import { chanceOf, choices, shareAsOdd } from "../../../src/screening/coincidence.ts";
import type { Track } from "../../../src/screening/guides.ts";
import { copiedMonth } from "../../../src/screening/rules/copied-month.ts";
import { sameAsLastYear } from "../../../src/screening/rules/same-as-last-year.ts";
import { dice } from "../../mistakes/dice.ts";
import { answerTo, casesIn, monthsFrom, onlyOf, said, suspicionsOf } from "../../support/histories.ts";
import { energy, output, type Row } from "../../support/tables.ts";

const trackOf = (amounts: readonly string[]): Track => ({
	at: amounts.map((_, month) => 24_000 + month),
	sizes: amounts.map(Number),
	shape: { repeated: 1, recurs: false, echoes: true, even: false },
	amount: (index) => known(amounts[index] as string),
});

/** Within so many hundredths of a usual month, each by its own chance; to hundredths. */
const honest = (seed: string, months: number, usual: number, percent: number): string[] => {
	const { roll } = dice(seed);
	return Array.from({ length: months }, () => (roll(usual * (100 - percent), usual * (100 + percent)) / 100).toFixed(2));
};

describe("the chance that a month equals an earlier one", () => {
	it("is one step of the last digit in four middle differences", () => {
		// Neighbours lie 2.0 apart but for the copy: of 0.1 in twice 2.0.
		const amounts = ["100.1", "102.1", "100.1", "102.1", "100.1", "102.1", "102.1", "100.1", "102.1"];
		expect(chanceOf({ track: trackOf(amounts), index: 6, back: 5 }, 6)).toBeCloseTo(0.025, 12);
	});

	it("takes a zero at the end for a digit where most amounts have as many", () => {
		const amounts = ["100.11", "102.11", "100.11", "102.11", "100.11", "102.1", "102.1", "100.11", "102.11"];
		expect(chanceOf({ track: trackOf(amounts), index: 6, back: 5 }, 6)).toBeCloseTo(0.0025, 3);
	});

	it("is certain where too few months tell how far they lie apart", () => {
		expect(chanceOf({ track: trackOf(["100.1", "102.1", "102.1", "99.7"]), index: 2, back: 1 }, 6)).toBe(1);
	});

	it("comes to what can be counted: of even chances among so many steps one in as many, and at most three times that", () => {
		// 8,000 ± 5 per cent in hundredths: 80,000 steps.
		const amounts = honest("even", 600, 8000, 5);
		amounts[301] = amounts[300] as string;
		const chance = chanceOf({ track: trackOf(amounts), index: 301, back: 300 }, 6) * 80_000;
		expect(chance).toBeGreaterThanOrEqual(1);
		expect(chance).toBeLessThanOrEqual(3);
	});

	it("is that of what is left to chance where another amount of the month is the same", () => {
		const output = honest("output", 60, 8000, 20);
		const { roll } = dice("carrier");
		const carrier = output.map((made) => ((Number(made) * roll(9_990, 10_010)) / 20_000).toFixed(2));
		for (const one of [output, carrier]) one[31] = one[30] as string;
		const [own, other] = [trackOf(carrier), trackOf(output)];
		const alone = chanceOf({ track: own, index: 31, back: 30 }, 6);
		const beside = chanceOf({ track: own, index: 31, back: 30 }, 6, { track: other, index: 31, back: 30 });
		expect(beside).toBeGreaterThan(alone * 20);
	});

	it("counts in how many ways amounts can be the same", () => {
		expect([choices(4, 1), choices(4, 2), choices(4, 4), choices(5, 3)]).toEqual([4, 6, 1, 10]);
	});

	it("counts months by how odd they are, and never below what other months show", () => {
		const calm = Array.from({ length: 41 }, (_, month) => 1 + (month % 5) / 200);
		expect(shareAsOdd(calm, 0)).toBe(1);
		expect(shareAsOdd([...calm, 1.2], 41)).toBeLessThan(1e-5);
		expect(shareAsOdd([...calm, 1.2, 1.25], 41)).toBeCloseTo(1 / 42, 12);
	});
});

describe("firms whose amounts repeat by chance", () => {
	// Four digits within three per cent: one month in two hundred equals the one before.
	const firms = Array.from({ length: 150 }, (_, nr) => `F${nr}`);
	const rows = (firm: string, carrier: string, unit: string, usual: number): Row[] =>
		monthsFrom(
			2020,
			honest(`${firm} ${carrier}`, 60, usual, 3).map((amount) => Number(amount).toFixed(0)),
			{ firm, carrier, unit },
		);

	it("are told nothing of it", async () => {
		const cases = await casesIn([
			energy(firms.flatMap((firm) => [...rows(firm, "coke", "t", 4000), ...rows(firm, "electricity", "10^4 kWh", 2500)])),
			output(firms.flatMap((firm) => monthsFrom(2020, honest(`${firm} output`, 60, 5000, 3), { firm }))),
		]);
		expect(cases).toHaveLength(firms.length);
		const repeats = cases.filter(({ series }) =>
			series.some(({ steps }) => steps.some(({ amount }, at) => at > 0 && equal(amount, steps[at - 1]?.amount ?? amount))),
		);
		expect(repeats.length).toBeGreaterThan(firms.length / 8);
		expect(cases.flatMap((one) => suspicionsOf(copiedMonth.judge(one)).map(({ finding }) => finding.period))).toEqual([]);
	});
});

describe("one amount alone that is a copy", () => {
	const made = honest("made", 36, 5000, 8);
	const used = (share: number, at?: number): string[] =>
		made.map((each, month) =>
			((Number(each) * share * (month === at ? 1.3 : 1) * (1000 + ((month * 7) % 11))) / 1005).toFixed(2),
		);
	const tables = (earned: readonly string[], at?: number) => [
		energy([
			...monthsFrom(2021, used(0.8, at), { emission_factor: "1" }),
			...monthsFrom(2021, used(0.05, at), { carrier: "electricity", unit: "10^4 kWh" }),
		]),
		output(monthsFrom(2021, earned)),
	];
	const copied = made.map((each, month) => (month === 20 ? (made[19] as string) : each));

	it("is told where what was used says that the month was another", async () => {
		const answer = await answerTo(copiedMonth, tables(copied, 20));
		expect(said(answer)).toEqual(["2022-09 @22"]);
		expect(onlyOf("copied-month", answer)).toMatchObject({ from: "2022-08", months: 1, others: 0 });
	});

	it("is no more than a note, held against no verdict, where the month is as what was used lets expect", async () => {
		const [coke, power] = [used(0.8), used(0.05)];
		coke[20] = (Number(coke[19]) * 1.003).toFixed(2);
		power[20] = (Number(power[19]) * 1.002).toFixed(2);
		const rows = [...monthsFrom(2021, coke), ...monthsFrom(2021, power, { carrier: "electricity", unit: "10^4 kWh" })];
		const files = [energy(rows), output(monthsFrom(2021, copied))];
		expect(suspicionsOf(await answerTo(copiedMonth, files)).map(({ finding, aside }) => [finding.minor, aside])).toEqual([
			[true, true],
		]);
		// Thirty-six months that differ by some hundred hundredths: two of them are equal in one firm of a few.
		const coarse = copied.map((each) => Number(each).toFixed(0));
		expect(said(await answerTo(copiedMonth, [energy(rows), output(monthsFrom(2021, coarse))]))).toBe("pass");
	});
});

describe("an output typed for two years", () => {
	const years = (amounts: readonly string[], prices: (year: number) => string): Row[] =>
		amounts.map((quantity, nr) => ({ period: String(2020 + nr), quantity, prices: prices(2020 + nr) }));
	const used = energy(
		["81000", "80100", "75200", "84300", "79900"].map((quantity, nr) => ({ period: String(2020 + nr), quantity })),
	);
	const ask = (amounts: readonly string[], prices = (_: number): string => "constant-2020") =>
		answerTo(sameAsLastYear, [used, output(years(amounts, prices))]);

	it("is told, and once", async () => {
		expect(said(await ask(["51234.17", "52380.62", "52380.62", "53119.40", "51877.03"]))).toEqual(["2022 @4"]);
	});

	it("is told under other prices, too: no two years at two prices come to one number", async () => {
		const answer = await ask(["51234.17", "52380.62", "52380.62", "53119.40", "51877.03"], (year) =>
			year < 2022 ? "constant-2020" : "constant-2025",
		);
		expect(said(answer)).toEqual(["2022 @4"]);
	});

	it("is not told of few digits", async () => {
		expect(said(await ask(["51200", "52300", "52300", "53100", "51800"]))).toBe("pass");
	});
});
