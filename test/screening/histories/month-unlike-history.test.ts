/** M-301: a month against its own history. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthUnlikeHistory } from "../../../src/screening/rules/month-unlike-history.ts";
import { always } from "../../exact/numbers.ts";
import { answerTo, monthOf, monthsFrom, onlyOf, said, stakesOf, suspicionsOf } from "../../support/histories.ts";
import { energy, type Row } from "../../support/tables.ts";

/** One tonne of CO2 for each tonne, so that a impact is a difference of amounts. */
const plain: Row = { emission_factor: "1" };
const asked = (amounts: readonly (string | number | bigint)[], limits: Readonly<Record<string, string>> = {}, from = 2023) =>
	answerTo(monthUnlikeHistory, [energy(monthsFrom(from, amounts.map(String), plain))], limits);

/** Slips of the unit are told by their own rule; without it M-301 has to answer for every month. */
const noSlips = { "slip-share": "0" };

const steady = [98, 99, 100, 101, 102, 100, 99, 101, 100, 98, 102];

describe("with twelve months", () => {
	it("a month entered twice is told, where a mean and three sigma could not", async () => {
		const amounts = [...steady, 210];
		const mean = amounts.reduce((sum, amount) => sum + amount, 0) / 12;
		const sigma = Math.sqrt(amounts.reduce((sum, amount) => sum + (amount - mean) ** 2, 0) / 11);
		// (12 − 1) / √12 = 3.175 is the largest score there can be; here it is 3.17. Four sigma could never be.
		expect((210 - mean) / sigma).toBeLessThan(11 / Math.sqrt(12));

		const answer = await asked(amounts, noSlips);
		expect(said(answer)).toEqual(["2023-12 @13"]);
		// In order: 98 98 99 99 100 100 100 101 101 102 102 210; the seventh is 100. 210 is 2.1 times that.
		expect(onlyOf("month-unlike-history", answer)).toMatchObject({
			usual: { shown: { value: "100", unit: "t" } },
			ratio: "2.1",
			season: false,
			months: 11,
		});
		expect(stakesOf(answer)).toEqual(["-110"]);
	});

	it("a month that lacks most of itself is told", async () => {
		const answer = await asked([...steady, 41], noSlips);
		expect(onlyOf("month-unlike-history", answer)).toMatchObject({ ratio: "0.41" });
		expect(stakesOf(answer)).toEqual(["59"]);
	});

	it("nothing is told within a factor of 1.5, however steady the rest", async () => {
		expect(said(await asked([...Array(11).fill(100), 149.9]))).toBe("pass");
		expect(said(await asked([...Array(11).fill(100), 150]))).toEqual(["2023-12 @13"]);
		expect(said(await asked([...Array(11).fill(150), 100]))).toEqual(["2023-12 @13"]);
		expect(said(await asked([...Array(11).fill(149.9), 100]))).toBe("pass");
	});

	it("nothing is told of a history that swings as far all the year", async () => {
		// A heating season: factors of the middle month are large too.
		expect(said(await asked([100, 95, 80, 30, 10, 10, 10, 10, 12, 35, 80, 98]))).toBe("pass");
	});

	it("zeros are no months of it", async () => {
		expect(said(await asked([0, 0, ...steady.slice(2), 101]))).toBe("pass");
	});
});

describe("the score", () => {
	// Five months of c = 2^30, three of c × 32, three of c / 32: the middle factor is 32. A month at c × 2^26 = 2^56 stands
	// 5.2 times as far on a logarithmic scale, exactly: 26 = 5.2 × 5.
	const c = 1n << 30n;
	const others = [c, c, c, c, c, c * 32n, c * 32n, c * 32n, c / 32n, c / 32n, c / 32n];

	it("is decided exactly at its limit, where no logarithm can tell", async () => {
		const at = 1n << 56n;
		expect(Math.log(Number(at - 1n))).toBe(Math.log(Number(at)));
		expect(said(await asked([...others, at]))).toEqual(["2023-12 @13"]);
		expect(said(await asked([...others, at - 1n]))).toBe("pass");
	});

	it("answers as a count by whole numbers does", async () => {
		const amount = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 900, max: 1100 }) }, fc.integer({ min: 100, max: 9000 }));
		await fc.assert(
			fc.asyncProperty(fc.array(amount, { minLength: 6, maxLength: 23 }), async (amounts) => {
				expect(suspicionsOf(await asked(amounts, noSlips)).map(({ finding }) => finding.period)).toEqual(counted(amounts));
			}),
			always(150),
		);
	});

	/** The same by fractions of whole numbers: factor f/g of the middle amount, told where f^5 · d^26 ≥ g^5 · m^26. */
	function counted(amounts: readonly number[]): string[] {
		const inOrder = [...amounts].sort((a, b) => a - b);
		const middle = inOrder[inOrder.length >> 1] as number;
		const factors = amounts.map((amount) => (amount > middle ? [amount, middle] : [middle, amount]) as [number, number]);
		const by = [...factors].sort(([a, b], [c, d]) => a * d - c * b);
		const [over, under] = (by[by.length >> 1] as [number, number]).map(BigInt) as [bigint, bigint];
		return factors.flatMap(([a, b], index) => {
			const far = BigInt(a) ** 5n * under ** 26n >= BigInt(b) ** 5n * over ** 26n;
			return a * 2 >= b * 3 && far ? [monthOf(2023, index)] : [];
		});
	}

	it("does not change with the unit or the size of the amounts", async () => {
		const amounts = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 6, maxLength: 40 });
		const times = fc.bigInt({ min: 1n, max: 10n ** 12n });
		await fc.assert(
			fc.asyncProperty(amounts, times, async (list, c) => {
				const scaled = await asked(
					list.map((amount) => BigInt(amount) * c),
					noSlips,
				);
				const told = (answer: typeof scaled) =>
					suspicionsOf(answer).map(({ finding }) => [finding.period, (finding.with as { readonly ratio: string }).ratio]);
				expect(told(scaled)).toEqual(told(await asked(list, noSlips)));
			}),
			always(60),
		);
	});
});

describe("with two years and more", () => {
	const heating = [100, 95, 80, 30, 10, 10, 10, 10, 12, 35, 80, 98];
	const grown = heating.map((amount) => amount * 1.5);
	const put = (year: readonly number[], month: number, amount: number) => year.map((old, at) => (at === month ? amount : old));

	it("a month is compared with the same month, each year at its own level", async () => {
		expect(said(await asked([...heating, ...grown]))).toBe("pass");
		// April: 45 would be usual after 30; 90 hides among the winter months, but not in April.
		const answer = await asked([...heating, ...put(grown, 3, 90)]);
		expect(said(answer)).toEqual(["2024-04 @17"]);
		expect(onlyOf("month-unlike-history", answer)).toMatchObject({
			usual: { shown: { value: "45", unit: "t" } },
			ratio: "2",
			season: true,
			months: 1,
		});
		expect(stakesOf(answer)).toEqual(["-45"]);
	});

	it("of two years alike from each other the month is told that is further from those beside it", async () => {
		// The April of the first year now: 80, 60, 10 instead of 80, 30, 10.
		expect(said(await asked([...put(heating, 3, 75), ...grown]))).toEqual(["2023-04 @5"]);
	});

	it("of three years only the strange one is told, first, in the middle or last", async () => {
		const years = [heating, grown, heating.map((amount) => amount * 1.2)];
		for (const at of [0, 1, 2]) {
			const list = years.flatMap((year, index) => (index === at ? put(year, 7, 40) : year));
			expect(said(await asked(list, noSlips))).toEqual([`${2023 + at}-08 @${at * 12 + 9}`]);
		}
	});

	it("a year that has only begun is compared at the level of the months it has", async () => {
		// Half a year of a works twice as large; its winter is no surprise, its May is.
		const begun = heating.slice(0, 6).map((amount) => amount * 2);
		expect(said(await asked([...heating, ...heating, ...begun]))).toBe("pass");
		expect(said(await asked([...heating, ...heating, ...put(begun, 4, 60)], noSlips))).toEqual(["2025-05 @30"]);
	});

	it("years that share too few months are not matched: all months are compared with one another", async () => {
		// January to August, May to December, September to April of the same year: any two share four months.
		const parts = [
			[0, 1, 2, 3, 4, 5, 6, 7],
			[4, 5, 6, 7, 8, 9, 10, 11],
			[0, 1, 2, 3, 8, 9, 10, 11],
		];
		const list = parts.flatMap((months) => heating.map((_, at) => (months.includes(at) ? 100 + at : "")));
		expect(said(await asked(list))).toBe("pass");
		const doubled = list.map((amount, at) => (at === 20 ? 200 : amount));
		expect(onlyOf("month-unlike-history", await asked(doubled))).toMatchObject({ season: false, months: 23 });
	});
});

describe("a slip of the unit", () => {
	it("is left to the rule that names it", async () => {
		expect(said(await asked([...steady, 1000]))).toBe("pass");
		expect(said(await asked([...steady, 1000], noSlips))).toEqual(["2023-12 @13"]);
		// A hundred times is an error of the ledger.
		expect(said(await asked([...steady, 10_000], noSlips))).toBe("pass");
	});
});

describe("not checked", () => {
	it("is a firm without months, or with less than half a year of them above zero", async () => {
		expect(said(await answerTo(monthUnlikeHistory, [energy([{}])]))).toBe("no-months");
		expect(said(await asked([1, 2, 3, 4, 5, 0, 0, 0]))).toBe("too-few-months");
		expect(said(await asked([1, 1, 1, 1, 1, 1]))).toBe("pass");
	});
});
