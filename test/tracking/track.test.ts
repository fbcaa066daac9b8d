/** Firms by month: against sums and roots in whole numbers that were written apart from the tool. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Table } from "../../src/index.ts";
import { Fraction, HUNDRED, ONE, whole } from "../oracle/fraction.ts";
import { logRatioText } from "../oracle/logarithm.ts";
import { compareSurd, surdText } from "../oracle/surd.ts";
import { energy, output } from "../support/tables.ts";
import { asCsv, firmOf, followed } from "./following.ts";

const two = (month: number): string => String(month).padStart(2, "0");
const last = <T>(list: readonly T[]): T => list.at(-1) as T;

/** Tonnes of CO2 and 10^4 yuan of each month of each year: coke whose row says 1 t CO2 per t. */
type History = ReadonlyMap<number, readonly (readonly [co2: number, output: number])[]>;

const tablesOf = (history: History, factor = "1"): Table[] => {
	const rows = [...history].flatMap(([year, months]) =>
		months.map(([co2, made], index) => ({ year, month: index + 1, co2: String(co2), made: String(made) })),
	);
	const at = ({ year, month }: { readonly year: number; readonly month: number }): string => `${year}-${two(month)}`;
	return [
		energy(rows.map((row) => ({ period: at(row), quantity: row.co2, emission_factor: factor }))),
		output(rows.map((row) => ({ period: at(row), quantity: row.made, prices: "constant-2025" }))),
	];
};

const sum = (history: History, year: number, months: readonly number[], which: 0 | 1): Fraction =>
	months.reduce((all, month) => all.add(whole(history.get(year)?.[month - 1]?.[which] as number)), whole(0));
const upTo = (month: number, from = 1): number[] => Array.from({ length: month - from + 1 }, (_, index) => from + index);
const intensity = (history: History, year: number, months: readonly number[]): Fraction =>
	sum(history, year, months, 0).div(sum(history, year, months, 1));
const percent = (now: Fraction, then: Fraction): string => now.div(then).sub(ONE).mul(HUNDRED).text(12);

/** 17 % over five years from 2025. */
const KEEP = Fraction.of(83n, 100n);
const share = (year: number): { readonly x: Fraction; readonly n: number } => ({ x: KEEP.pow(year - 2025), n: 5 });

const month = fc.tuple(fc.integer({ min: 850, max: 1100 }), fc.integer({ min: 600, max: 800 }));
const year = fc.array(month, { minLength: 12, maxLength: 12 });
const histories = fc.record({
	2025: year,
	2026: year,
	2027: year,
	years: fc.constantFrom(2026, 2027),
	upto: fc.integer({ min: 1, max: 11 }),
});

describe("a firm by month", () => {
	it("has the figures of an independent sum, of random months", async () => {
		await fc.assert(
			fc.asyncProperty(histories, async ({ years, upto, ...all }) => {
				const history: History = new Map(
					[2025, 2026, 2027].flatMap((one) =>
						one > years ? [] : [[one, (all[one as 2025] as [number, number][]).slice(0, one === years ? upto : 12)] as const],
					),
				);
				const firm = await firmOf(tablesOf(history));
				const months = upTo(upto);
				const now = intensity(history, years, months);
				const then = intensity(history, years - 1, months);
				const base = intensity(history, 2025, upTo(12));
				const before = intensity(history, years - 1, upTo(12));
				const sinceBase = now.div(then).mul(before).div(base);
				expect(firm.month).toBe(`${years}-${two(upto)}`);
				expect(firm.toDate).toMatchObject({
					emissions: sum(history, years, months, 0).text(12),
					intensity: now.text(12),
					lastYear: then.text(12),
					onLastYearPercent: percent(now, then),
					base: intensity(history, 2025, months).text(12),
					onBasePercent: percent(now, intensity(history, 2025, months)),
					leftOut: years - 1 === 2025 ? [] : firm.toDate?.leftOut,
				});
				// Twelve months: the end of last year and the beginning of this.
				const rest = upto === 12 ? [] : upTo(12, upto + 1);
				const rolling = sum(history, years - 1, rest, 0)
					.add(sum(history, years, months, 0))
					.div(sum(history, years - 1, rest, 1).add(sum(history, years, months, 1)));
				expect(firm.twelveMonths?.intensity).toBe(rolling.text(12));
				expect(firm.inMonth?.intensity).toBe(intensity(history, years, [upto]).text(12));
				expect(firm.inMonth?.onYearPercent).toBe(
					percent(intensity(history, years, [upto]), intensity(history, years - 1, [upto])),
				);
				// The path: what the year asks, how much of the time is gone, where time alone would have it.
				const gone = 12 * (years - 2026) + upto;
				expect(firm.path).toMatchObject({
					cumulativePercent: sinceBase.sub(ONE).mul(HUNDRED).text(12),
					requiredPercent: surdText(HUNDRED.neg(), HUNDRED, share(years), 12),
					gapPoints: surdText(sinceBase.mul(HUNDRED), HUNDRED.neg(), share(years), 12),
					atMonth: surdText(whole(0), base, { x: KEEP.pow(gone), n: 60 }, 12),
					timeGonePercent: whole(gone).mul(HUNDRED).div(whole(60)).text(6),
					progressPercent: logRatioText(HUNDRED, sinceBase, KEEP, 6),
				});
				// The two tests, by whole powers.
				const yearMet = compareSurd(now.div(then), ONE, { x: KEEP, n: 5 }) <= 0;
				const cumulativeMet = compareSurd(sinceBase, ONE, share(years)) <= 0;
				expect(firm.verdict).toMatchObject({
					yearTest: yearMet ? "pass" : "fail",
					cumulativeTest: cumulativeMet ? "pass" : "fail",
					word: cumulativeMet
						? yearMet
							? "on-track"
							: "on-track-slowing"
						: sinceBase.compare(ONE) >= 0 || now.compare(then) > 0
							? "off-track"
							: "behind",
				});
				expect(last(firm.verdict?.qualifiers ?? [])).toBe("to-date");
				// What is left, with last year's output in the rest.
				const left = sum(history, years - 1, rest, 1);
				const whole_ = sum(history, years, months, 1).add(left).mul(base);
				expect(firm.room).toMatchObject({
					months: 12 - upto,
					output: left.text(12),
					outputFrom: "last-year",
					tonnes: surdText(sum(history, years, months, 0).neg(), whole_, share(years), 12),
					intensity: surdText(sum(history, years, months, 0).neg().div(left), whole_.div(left), share(years), 12),
				});
				// The range: this year moved as earlier ones did.
				const ends = [2025, 2026]
					.filter((one) => one < years)
					.map((one) => now.mul(intensity(history, one, upTo(12))).div(intensity(history, one, months)))
					.sort((a, b) => a.compare(b));
				expect(firm.pace).toMatchObject({ low: (ends[0] as Fraction).text(12), high: last(ends).text(12) });
			}),
			{ numRuns: 60 },
		);
	});

	it("is the same to the byte whether the months are written singly, to date or as spans", async () => {
		const amounts = upTo(10).map((one) => [900 + 7 * one, 700 + 3 * one] as const);
		const lastYear = upTo(12).map((one) => [1000 + 5 * one, 700 + 2 * one] as const);
		const history: History = new Map([
			[2025, lastYear],
			[2026, amounts],
		]);
		const [singly] = [tablesOf(history)];
		const cumulated = (
			which: 0 | 1,
			wording: (month: number) => string,
		): { readonly period: string; readonly quantity: string }[] =>
			upTo(10).map((one) => ({ period: wording(one), quantity: sum(history, 2026, upTo(one), which).text(0) }));
		const writing = (wording: (month: number) => string): Table[] => [
			energy([
				...lastYear.map(([co2], index) => ({ period: `2025-${two(index + 1)}`, quantity: String(co2), emission_factor: "1" })),
				...cumulated(0, wording).map((row) => ({ ...row, emission_factor: "1" })),
			]),
			output(
				[
					...lastYear.map(([, made], index) => ({ period: `2025-${two(index + 1)}`, quantity: String(made) })),
					...cumulated(1, wording),
				].map((row) => ({ ...row, prices: "constant-2025" })),
			),
		];
		const plain = asCsv(await followed(singly as Table[]));
		expect(plain).toContain("2026-10");
		expect(asCsv(await followed(writing((one) => `2026年${one}月累计`)))).toBe(plain);
		expect(asCsv(await followed(writing((one) => `2026年1-${one}月`)))).toBe(plain);
	});
});

describe("what cannot be computed is named, and no number stands in its place", () => {
	const flat = (amount: number, made: number, count = 12) => Array.from({ length: count }, () => [amount, made] as const);
	const rowsOf = (years: Readonly<Record<number, readonly (readonly [number, number])[]>>, factor?: string): Table[] =>
		tablesOf(new Map(Object.entries(years).map(([one, months]) => [Number(one), months])), factor);

	it("output a month late: the month is left out on both sides, and named", async () => {
		const [e, o] = rowsOf({ 2025: flat(1000, 700), 2026: flat(950, 700, 10) }) as [Table, Table];
		const late = {
			...o,
			text: o.text
				.split("\n")
				.filter((line) => !line.includes("2026-10"))
				.join("\n"),
		};
		const firm = await firmOf([e, late]);
		expect(firm.month).toBe("2026-09");
		expect(firm.toDate?.leftOut).toEqual(["2026-10"]);
		expect(firm.toDate?.intensity).toBe(Fraction.of(950n, 700n).text(12));
		expect(firm.verdict?.word).toBe("on-track");
	});

	it("a month missing inside the window of one carrier withholds the word", async () => {
		const [e, o] = rowsOf({ 2025: flat(1000, 700), 2026: flat(950, 700, 10) }) as [Table, Table];
		const power = energy(
			[2025, 2026].flatMap((one) =>
				upTo(one === 2025 ? 12 : 10)
					.filter((each) => one === 2025 || each !== 5)
					.map((each) => ({ carrier: "electricity", unit: "MWh", period: `${one}-${two(each)}`, quantity: "10" })),
			),
			"power.csv",
		);
		const firm = await firmOf([e, o, power]);
		expect(firm.verdict).toMatchObject({ word: "withheld", reasons: ["months-missing"] });
		expect(firm.room).toBeNull();
		expect(firm.pace).toBeNull();
	});

	it("a month that no table has is named, and nobody says what is left after it", async () => {
		const [e, o] = rowsOf({ 2025: flat(1000, 700), 2026: flat(990, 700, 7) }) as [Table, Table];
		const without = (table: Table): Table => ({
			...table,
			text: table.text
				.split("\n")
				.filter((line) => !line.includes("2026-04"))
				.join("\n"),
		});
		const firm = await firmOf([without(e), without(o)]);
		expect(firm.toDate?.months).toEqual(["2026-01", "2026-02", "2026-03", "2026-05", "2026-06", "2026-07"]);
		expect(firm.toDate?.intensity).toBe(Fraction.of(990n, 700n).text(12));
		expect(firm.room).toBeNull();
		expect((await firmOf([e, o])).room?.months).toBe(5);
	});

	it("a month of output that slipped its unit withholds a word that it could turn, the levels, what is left and the pace", async () => {
		// A works whose intensity scatters a little, so that no month is another's copy.
		let seed = 11n;
		const some = (most: number): number => {
			seed = (seed * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
			return Number((seed >> 33n) % BigInt(most));
		};
		const months = (kilos: number, count: number) =>
			Array.from({ length: count }, () => {
				const made = 60_013 + some(20_000);
				return [Math.round((made * (kilos + some(40))) / 1000), made] as const;
			});
		const [e, o] = rowsOf({ 2025: months(1400, 12), 2026: months(1390, 8) }, "2.86") as [Table, Table];
		const sound = await firmOf([e, o], { screen: true });
		expect(sound.verdict?.word).not.toBe("withheld");
		expect(sound.room).not.toBeNull();
		const slipped = { ...o, text: o.text.replace(/^([^\n]*2026-08[^\n]*?,)(\d{5})\b/m, "$1$20") };
		expect(slipped.text).not.toBe(o.text);
		const firm = await firmOf([e, slipped], { screen: true });
		expect(firm.verdict).toMatchObject({ word: "withheld", reasons: ["cannot-conclude"] });
		expect(firm.task?.levels ?? []).toEqual([]);
		expect([firm.room, firm.pace]).toEqual([null, null]);
		// Nor does a word stand that it could not turn: an eighth of the output is known to be wrong.
		const [e2, o2] = rowsOf({ 2025: months(1400, 12), 2026: months(1250, 8) }, "2.86") as [Table, Table];
		const wrong = { ...o2, text: o2.text.replace(/^([^\n]*2026-08[^\n]*?,)(\d{5})\b/m, "$1$20") };
		const [right, doubted] = [await firmOf([e2, o2], { screen: true }), await firmOf([e2, wrong], { screen: true })];
		expect([right.verdict?.word, doubted.verdict?.word]).toEqual(["on-track", "withheld"]);
		expect(right.room).not.toBeNull();
		expect([doubted.room, doubted.pace]).toEqual([null, null]);
	});

	it("last year by quarters cannot be cut at October", async () => {
		const [e, o] = rowsOf({ 2026: flat(950, 700, 10) }) as [Table, Table];
		const quarters = (table: Table, amount: string): Table => ({
			...table,
			text:
				table.text +
				upTo(4)
					.map((quarter) =>
						table.text
							.split("\n")[1]
							?.replace("2026-01", `2025Q${quarter}`)
							.replace(/,(950|700),/, `,${amount},`),
					)
					.join("\n") +
				"\n",
		});
		const firm = await firmOf([quarters(e, "3000"), quarters(o, "2100")]);
		expect(firm.verdict).toMatchObject({ word: "withheld", reasons: ["not-monthly"] });
		expect(firm.toDate?.onLastYearPercent).toBeNull();
		const september = await firmOf([quarters(e, "3000"), quarters(o, "2100")], { month: { year: 2026, month: 9 } });
		expect(september.verdict?.word).toBe("on-track");
		expect(september.toDate?.onLastYearPercent).toBe(Fraction.of(-5n).text(12));
	});

	it("a base year that is given whole is compared through last year, and said to be a year", async () => {
		const months = rowsOf({ 2026: flat(970, 700), 2027: flat(930, 700, 6) }) as [Table, Table];
		const whole_ = [
			energy([{ period: "2025", quantity: "12000", emission_factor: "1" }], "base-e.csv"),
			output([{ period: "2025", quantity: "8400", prices: "constant-2025" }], "base-o.csv"),
		];
		const firm = await firmOf([...months, ...whole_]);
		expect(firm.toDate).toMatchObject({ baseIs: "year", onBasePercent: null });
		expect(firm.path?.cumulativePercent).toBe(whole(-7).text(12));
		expect(firm.verdict?.cumulativeTest).toBe("fail");
	});

	it("one month of data has neither last year nor twelve months", async () => {
		const firm = await firmOf(rowsOf({ 2026: flat(950, 700, 1) }));
		expect(firm).toMatchObject({ month: "2026-01", twelveMonths: null, room: null });
		expect(firm.verdict).toMatchObject({ word: "withheld", reasons: ["no-base", "no-last-year"] });
	});

	it("January and February in one span are no month by themselves, and count in all that holds both", async () => {
		const [e, o] = rowsOf({ 2025: flat(1000, 700), 2026: flat(950, 700, 3) }) as [Table, Table];
		const joined = (table: Table, amount: string): Table => ({
			...table,
			text: table.text
				.split("\n")
				.flatMap((line) =>
					line.includes("2026-02")
						? []
						: [line.includes("2026-01") ? line.replace("2026-01", "2026年1-2月").replace(/,(950|700),/, `,${amount},`) : line],
				)
				.join("\n"),
		});
		const firm = await firmOf([joined(e, "1900"), joined(o, "1400")]);
		expect(firm.month).toBe("2026-03");
		expect(firm.toDate?.onLastYearPercent).toBe("-5");
		expect(firm.months.map(({ intensity: own }) => own === null)).toEqual([true, true, false]);
		expect(firm.inMonth?.onMonthPercent).toBeNull();
	});

	it("energy without output has no month to show", async () => {
		const [e] = rowsOf({ 2026: flat(950, 700, 3) }) as [Table, Table];
		expect(await firmOf([e])).toMatchObject({ month: null, why: "no-months", toDate: null, verdict: null });
	});

	it("a month that the tables lack is not another", async () => {
		const tables = rowsOf({ 2025: flat(1000, 700), 2026: flat(950, 700, 3) });
		expect(await firmOf(tables, { month: { year: 2026, month: 4 } })).toMatchObject({ month: null, why: "no-such-month" });
	});
});

describe("many firms", () => {
	it("stand the worst first, and those that cannot be followed last", async () => {
		const rows = ["A", "B", "C"].flatMap((firm, index) =>
			[2025, 2026].flatMap((one) =>
				upTo(one === 2025 ? 12 : 6).map((each) => ({
					firm,
					period: `${one}-${two(each)}`,
					quantity: String(one === 2025 ? 1000 : 900 + 60 * index),
				})),
			),
		);
		const { firms } = await followed([
			energy([...rows.map((row) => ({ ...row, emission_factor: "1" })), { firm: "D", period: "2026-01", emission_factor: "1" }]),
			output(rows.map(({ firm, period }) => ({ firm, period, quantity: "700", prices: "constant-2025" }))),
		]);
		expect(firms.map(({ firm }) => firm)).toEqual(["A", "B", "C", "D"]);
	});
});
