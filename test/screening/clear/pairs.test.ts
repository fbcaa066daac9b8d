/** What is certain of two series beside each other is so by the middles of the months around, as they are found by sorting. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepsNear, leastFar, nearIn } from "../../../src/screening/clear/pairs.ts";
import type { PlainCase } from "../../../src/screening/clear/plain-case.ts";
import { shapeFactsOf } from "../../../src/screening/clear/shape-facts.ts";
import { dice } from "../../mistakes/dice.ts";
import { casesIn } from "../../support/histories.ts";
import { plainCaseOf } from "../../support/plain-case.ts";
import { type Manner, manners, plants, tablesOf, type Works, worksOf } from "./firms.ts";

/** How many times each month of one beside another is the upper middle one of the twelve nearest others, or the other way round. */
const factorsOf = ({ numbers: { amounts, years } }: PlainCase, kind: number, by: number): number[] => {
	const months = years * 12;
	const quotients = Array.from(
		{ length: months },
		(_, at) => (amounts[kind * months + at] as number) / (amounts[by * months + at] as number),
	);
	return quotients.map((own, at) => {
		const first = Math.min(Math.max(at - 6, 0), months - 13);
		const others = quotients.slice(first, first + 13);
		others.splice(at - first, 1);
		const middle = others.sort((a, b) => a - b)[6] as number;
		return Math.max(own / middle, middle / own);
	});
};

interface Seen {
	/** How many times each month that is called near is what is usual. */
	readonly near: number[];
	/** Of each that is called a guide, how far its middle month is from what is usual. */
	readonly scatters: number[];
	readonly months: number;
}

const lookAt = (plain: PlainCase): Seen => {
	const { lines, carrier } = shapeFactsOf(plain);
	const seen: Seen = { near: [], scatters: [], months: plain.numbers.years * 12 };
	for (const kind of lines)
		for (const by of lines) {
			if (carrier[kind] === carrier[by]) continue;
			const factors = plain.numbers.years < 2 ? [] : factorsOf(plain, kind, by);
			for (let month = 0; month < seen.months; month += 1)
				if ((nearIn(plain, kind, by, Math.floor(month / 12)) & (1 << (month % 12))) !== 0)
					seen.near.push(factors[month] ?? Number.NaN);
			if (keepsNear(plain, kind, by)) seen.scatters.push(factors.sort((a, b) => a - b)[seen.months / 2] ?? Number.NaN);
		}
	return seen;
};

const works: fc.Arbitrary<Works> = fc
	.record({ manner: manners, plant: fc.constantFrom(...Object.keys(plants)), seed: fc.integer({ min: 0, max: 99_999 }) })
	.map(({ manner, plant, seed }) => {
		const one = worksOf(`pairs ${seed}`, { ...manner, carriers: Math.max(2, manner.carriers) });
		plants[plant]?.(one, dice(`plant ${seed}`));
		return one;
	});

const ratios = fc.option(fc.constantFrom("1", "1.02", "1.1", "2"), { nil: "1.5" });

describe("two series of a firm", () => {
	it("are near in no month that is farther from the middle of those around, and guide each other only where half of the months do", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(works, { minLength: 6, maxLength: 6 }), ratios, async (firms, ratio) => {
				for (const one of await casesIn(tablesOf(firms), { "month-ratio": ratio })) {
					const { near, scatters } = lookAt(plainCaseOf(one));
					expect(near.filter((factor) => !(factor <= leastFar))).toEqual([]);
					expect(scatters.filter((scatter) => !(scatter ** 2 <= Number(ratio)))).toEqual([]);
				}
			}),
			{ numRuns: 30 },
		);
	});

	it("guide each other in nineteen of twenty firms whose months scatter by a tenth, and are near in half of the months", async () => {
		const manner: Manner = {
			...{ years: 6, scatter: 100, made: true, alike: false, carriers: 4 },
			...{ tied: null, seasonal: false },
		};
		const firms = Array.from({ length: 40 }, (_, nr) => worksOf(`scattering ${nr}`, manner));
		const seen = (await casesIn(tablesOf(firms))).map((one) => lookAt(plainCaseOf(one)));
		const pairs = 20;
		const sum = (some: readonly number[]): number => some.reduce((all, each) => all + each, 0);
		expect(sum(seen.map(({ scatters }) => scatters.length))).toBeGreaterThan(0.75 * pairs * firms.length);
		expect(sum(seen.map(({ near, months }) => near.length / months))).toBeGreaterThan(0.5 * pairs * firms.length);
	});
});
