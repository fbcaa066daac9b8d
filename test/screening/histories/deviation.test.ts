/** Deviations of months, by floats and by pairs: what looks and what decides are one kernel, and agree. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { known } from "../../../src/exact/exact.ts";
import { fromExact, toFloat } from "../../../src/exact/ratio.ts";
import { deviations, floats, pairs } from "../../../src/screening/deviation.ts";
import { always } from "../../exact/numbers.ts";

const history = fc.array(fc.option(fc.integer({ min: 1, max: 999_999 }), { nil: null, freq: 6 }), {
	minLength: 8,
	maxLength: 60,
});

describe("one kernel for two kinds of numbers", () => {
	it("gives the same distances, to nine digits", () => {
		fc.assert(
			fc.property(history, fc.boolean(), (amounts, seasonal) => {
				const months = amounts.flatMap((amount, at) => (amount === null ? [] : [{ at: 24_276 + at, amount }]));
				if (months.length === 0) return;
				const rough = deviations(floats, months, 6, seasonal);
				const exact = deviations(
					pairs,
					months.map(({ at, amount }) => ({ at, amount: fromExact(known(String(amount))) })),
					6,
					seasonal,
				);
				expect(rough.season).toBe(exact.season);
				expect(rough.each.map(({ index }) => index)).toEqual(exact.each.map(({ index }) => index));
				const near = (a: number, b: number): void => expect(Math.abs(a / b - 1)).toBeLessThan(1e-9);
				near(rough.middle, toFloat(exact.middle));
				for (const [at, { factor }] of rough.each.entries()) near(factor, toFloat(exact.each[at]?.factor ?? pairs.one));
			}),
			always(500),
		);
	});
});

describe("the usual size of a month", () => {
	const of = (amounts: readonly number[], seasonal: boolean) =>
		deviations(
			floats,
			amounts.map((amount, at) => ({ at, amount })),
			6,
			seasonal,
		);

	it("is the middle one of its history, the upper one of an even number", () => {
		expect(of([5, 1, 4, 2, 3], false).each.map(({ usual }) => usual)).toEqual([3, 3, 3, 3, 3]);
		expect(of([1, 2, 3, 4], false).each[0]).toMatchObject({ usual: 3, factor: 3 });
	});

	it("is last year's month at this year's level, or next year's, whichever is nearer", () => {
		const year = [8, 7, 6, 5, 4, 3, 3, 4, 5, 6, 7, 8];
		const doubled = year.map((amount) => amount * 2);
		const { each, season, middle } = of([...year, ...doubled, ...year], true);
		expect(season).toBe(true);
		expect(middle).toBe(1);
		expect(each.map(({ usual }) => usual)).toEqual([...year, ...doubled, ...year]);
		expect(each.every(({ like }) => like.length === 2)).toBe(true);
	});
});
