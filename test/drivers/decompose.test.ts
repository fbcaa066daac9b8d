/** The decomposition of any table of factors: published figures, the identities, zeros by their limits, and a second reckoning. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decomposeTable, type FactorTable } from "../../src/index.ts";
import "../support/seed.ts";
import { additive, Fine, multiplicative, type Rows, written } from "./oracle.ts";

const tableOf = (rows: Rows): FactorTable => ({
	factors: (rows[0]?.from ?? []).map((_, at) => `factor ${at + 1}`),
	rows: rows.map(({ from, to }, at) => ({ row: `row ${at + 1}`, from: from.map(String), to: to.map(String) })),
});

const valuesOf = (effects: { readonly factors: Readonly<Record<string, string>> }): string[] => Object.values(effects.factors);
const sumOf = (texts: readonly string[]): string => texts.reduce((all, one) => all.plus(one), new Fine(0)).toFixed();

/**
 * The example of the R package LMDIR 0.1 (M. K. Heun; tests/testthat/test_lmdi.R, which its authors checked by a spreadsheet): two rows of
 * three factors in four years.
 */
const lmdir = [
	[
		[1, 10, 2],
		[4, 5, 3],
	],
	[
		[4, 5, 3],
		[5, 6, 4],
	],
	[
		[8, 2, 4],
		[5, 7, 5],
	],
	[
		[10, 1, 5],
		[6, 8, 6],
	],
] as const;
const between = (then: readonly (readonly number[])[], now: readonly (readonly number[])[]): FactorTable =>
	tableOf(then.map((from, at) => ({ from, to: now[at] as readonly number[] })));
const year = (at: number): (typeof lmdir)[number] => lmdir[at] as (typeof lmdir)[number];

describe("the published example", () => {
	it.each([
		[0, [69.79006598, -9.455125793, 39.66505981], [1.761117821, 0.926191306, 1.379410116], 100, 2.25],
		[1, [42.96021467, -34.31902656, 50.3588119], [1.229284572, 0.847970248, 1.273773912], 59, 1.327777778],
		[2, [54.01064234, -9.021284671, 54.01064234], [1.208140223, 0.968911503, 1.208140223], 99, 1.414225941],
	] as const)("has the effects of year %i as they are printed", (at, sums, ratios, change, ratio) => {
		const { additive: tonnes, multiplicative: times } = decomposeTable(between(year(at), year(at + 1)), 9);
		const near = (found: readonly string[], wanted: readonly number[]): void => {
			expect(found).toHaveLength(wanted.length);
			// Printed to ten digits.
			for (const [index, one] of wanted.entries()) expect(Number(found[index]) / one).toBeCloseTo(1, 8);
		};
		near(valuesOf(tonnes), sums);
		near(valuesOf(times as NonNullable<typeof times>), ratios);
		expect(tonnes.change).toBe(String(change));
		expect(Number(times?.change)).toBeCloseTo(ratio, 8);
	});

	it("gives a row that comes or goes to the factor that was zero", () => {
		const from = (first: number): number[][] => [[first, 10, 2], [...year(0)[1]]];
		const came = decomposeTable(between(from(0), year(1)), 6).additive;
		// The second row's effects are printed as 19.31568569, 15.78206435 and 24.90224996; the first row is 60 after nothing.
		expect(valuesOf(came)).toEqual(["79.315686", "15.782064", "24.90225"]);
		const gone = decomposeTable(
			between(year(0), [
				[4, 5, 3],
				[5, 6, 0],
			]),
			6,
		).additive;
		expect(valuesOf(gone)).toEqual(["50.47438", "-25.23719", "-45.23719"]);
	});
});

describe("rows without a limit", () => {
	it("stand under entry and exit where two factors come from zero together", () => {
		const { additive: effects } = decomposeTable(tableOf([{ from: [0, 0, 3], to: [2, 5, 3] }]), 4);
		expect(valuesOf(effects)).toEqual(["0", "0", "0"]);
		expect([effects.entryExit, effects.change, effects.residue]).toEqual(["30", "30", "0"]);
	});

	it("stand outside where they are below zero, then or now", () => {
		const rows = [
			{ from: [2, 5], to: [4, 5] },
			{ from: [1, "-3"], to: [1, "-4"] },
			{ from: ["-1", "-1"], to: ["-2", "-1"] },
		];
		const { additive: effects, from, to } = decomposeTable(tableOf(rows), 4);
		expect([from, to]).toEqual(["8", "18"]);
		expect([...valuesOf(effects), effects.entryExit, effects.outside]).toEqual(["10", "0", "0", "0"]);
	});

	it("have no ratios where a sum is not above zero", () => {
		expect(decomposeTable(tableOf([{ from: [0, 1], to: [2, 1] }])).multiplicative).toBeNull();
		expect(decomposeTable(tableOf([{ from: [1, "-1"], to: [2, 1] }])).multiplicative).toBeNull();
	});
});

describe("a tie", () => {
	it("is rounded to the even digit: what is exactly a half is one", () => {
		// Both factors double, so each moved half of 1 to 4.
		const { additive: effects, multiplicative: ratios } = decomposeTable(tableOf([{ from: [1, 1], to: [2, 2] }]), 0);
		expect(valuesOf(effects)).toEqual(["2", "2"]);
		expect(effects.residue).toBe("-1");
		expect(valuesOf(ratios as NonNullable<typeof ratios>)).toEqual(["2", "2"]);
	});
});

describe("what is no table", () => {
	it.each([
		[{ factors: ["a", "b"], rows: [{ row: "r", from: ["1"], to: ["1", "2"] }] }, 12, "row r: 2 factors are wanted"],
		[{ factors: ["a"], rows: [{ row: "r", from: ["1e5"], to: ["1"] }] }, 12, "row r: 1e5 is no plain decimal"],
		[{ factors: ["a", "a"], rows: [] }, 12, "factor a: given twice"],
		[{ factors: [], rows: [] }, 101, "places: a whole number from 0 to 100 is wanted"],
	] as const)("is refused: %j", (table, places, message) => {
		expect(() => decomposeTable(table, places)).toThrow(new TypeError(message));
	});
});

/** A factor: any size, zero now and then, below zero seldom; and what it becomes: another, nearly the same, or the same. */
const size = fc
	.tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: 0, max: 12 }))
	.map(([digits, places]) => new Fine(digits.toString()).times(new Fine(10).pow(-places)).toFixed());
const from = fc.oneof(
	{ weight: 12, arbitrary: size },
	{ weight: 1, arbitrary: fc.constant("0") },
	{ weight: 1, arbitrary: size.map((one) => `-${one}`) },
);
const change = fc.oneof(
	{ weight: 4, arbitrary: fc.constant((value: string) => value) },
	{
		weight: 4,
		arbitrary: fc
			.integer({ min: 1, max: 15 })
			.map((places) => (value: string) => new Fine(value).plus(new Fine(10).pow(-places)).toFixed()),
	},
	{ weight: 8, arbitrary: from.map((other) => () => other) },
);
const factor = fc.tuple(from, change).map(([then, become]) => [then, become(then)] as const);
const rows = fc
	.integer({ min: 1, max: 4 })
	.chain((count) => fc.array(fc.array(factor, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 5 }))
	.map((all): Rows => all.map((row) => ({ from: row.map(([then]) => then), to: row.map(([, now]) => now) })));

describe("any table", () => {
	it("has the effects that are reckoned a second time, to the fiftieth place", () => {
		fc.assert(
			fc.property(rows, (some) => {
				const count = some[0]?.from.length ?? 0;
				const wanted = additive(some, count);
				const { additive: found, from: then, to: now } = decomposeTable(tableOf(some), 50);
				expect([then, now]).toEqual([written(wanted.from, 50), written(wanted.to, 50)]);
				expect(valuesOf(found)).toEqual(wanted.factors.map((one) => written(one, 50)));
				expect([found.entryExit, found.outside]).toEqual([written(wanted.entryExit, 50), written(wanted.outside, 50)]);
			}),
			{ numRuns: 600 },
		);
	});

	it("has the ratios that are reckoned a second time, to the thirtieth place", () => {
		fc.assert(
			fc.property(rows, (some) => {
				const wanted = multiplicative(additive(some, some[0]?.from.length ?? 0));
				const { multiplicative: found } = decomposeTable(tableOf(some), 30);
				// A ratio that is nothing at these places leaves no product.
				if (wanted === null || [...wanted.factors, wanted.entryExit, wanted.outside].some((one) => one.lt("1e-30"))) {
					expect(found).toBeNull();
					return;
				}
				// So large that 120 digits do not reach to the place.
				if (wanted.factors.some((one) => one.gt("1e60"))) return;
				expect(valuesOf(found as NonNullable<typeof found>)).toEqual(wanted.factors.map((one) => written(one, 30)));
			}),
			{ numRuns: 400 },
		);
	});

	it("closes: effects and residue are the change, to the last digit that is written", () => {
		fc.assert(
			fc.property(rows, fc.integer({ min: 0, max: 50 }), (some, places) => {
				const { additive: found, from: then, to: now } = decomposeTable(tableOf(some), places);
				expect(sumOf([...valuesOf(found), found.entryExit, found.outside, found.residue])).toBe(new Fine(found.change).toFixed());
				// Each line is wrong by half a step at most, and so is the change.
				const lines = valuesOf(found).length + 3;
				expect(new Fine(found.residue).abs().lte(new Fine(10).pow(-places).times(lines).dividedBy(2))).toBe(true);
				expect(new Fine(now).minus(then).minus(found.change).abs().lte(new Fine(10).pow(-places).times("1.5"))).toBe(true);
			}),
			{ numRuns: 600 },
		);
	});

	it("gives the opposite effects backwards", () => {
		fc.assert(
			fc.property(rows, (some) => {
				const back = some.map(({ from: then, to: now }) => ({ from: now, to: then }));
				const [there, again] = [decomposeTable(tableOf(some), 40).additive, decomposeTable(tableOf(back), 40).additive];
				const opposite = (text: string): string => new Fine(text).negated().plus(0).toFixed();
				expect(valuesOf(again)).toEqual(valuesOf(there).map(opposite));
				expect([again.entryExit, again.outside]).toEqual([opposite(there.entryExit), opposite(there.outside)]);
			}),
			{ numRuns: 300 },
		);
	});
});
