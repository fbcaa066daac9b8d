/** What is cleared by numbers alone is nothing that a rule would have told: of firms as they are, and of firms with something planted. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firmRules } from "../../../src/screening/rules/index.ts";
import { dice } from "../../mistakes/dice.ts";
import { casesIn } from "../../support/histories.ts";
import { plainCaseOf } from "../../support/plain-case.ts";
import { type Manner, plants, tablesOf, type Works, worksOf } from "./firms.ts";

const cleared = firmRules.flatMap(({ code, clears, judge }) => (typeof clears === "function" ? [{ code, clears, judge }] : []));

const manners: fc.Arbitrary<Manner> = fc.record({
	years: fc.constantFrom(1, 2, 3, 6),
	scatter: fc.constantFrom(1, 30, 100, 200),
	tied: fc.constantFrom(null, 2, 30),
	made: fc.boolean(),
	seasonal: fc.boolean(),
	alike: fc.boolean(),
	carriers: fc.integer({ min: 1, max: 4 }),
});

const works: fc.Arbitrary<Works> = fc
	.record({ manner: manners, plant: fc.constantFrom(...Object.keys(plants)), seed: fc.integer({ min: 0, max: 99_999 }) })
	.map(({ manner, plant, seed }) => {
		const one = worksOf(`works ${seed}`, manner);
		plants[plant]?.(one, dice(`plant ${seed}`));
		return one;
	});

const plausible = (nr: number): Works =>
	worksOf(`plausible ${nr}`, {
		...{ years: 6, scatter: 100, made: true, alike: false, carriers: 4 },
		...{ tied: nr % 2 === 0 ? null : 30, seasonal: nr % 3 === 0 },
	});

describe("a firm that a rule clears by its numbers", () => {
	it("is one of which the rule has nothing to report, whatever is planted", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(works, { minLength: 6, maxLength: 6 }), async (firms) => {
				for (const one of await casesIn(tablesOf(firms))) {
					const plain = plainCaseOf(one);
					for (const { code, clears, judge } of cleared)
						if (clears(plain)) expect({ code, firm: one.record.firm, ...judge(one) }).not.toMatchObject({ kind: "fail" });
				}
			}),
			{ numRuns: 40 },
		);
	});
});

describe("of firms whose months scatter by a tenth", () => {
	it("each rule clears nineteen in twenty", async () => {
		const firms = await casesIn(tablesOf(Array.from({ length: 300 }, (_, nr) => plausible(nr))));
		const plain = firms.map(plainCaseOf);
		const share = cleared.map(({ code, clears }) => [code, plain.filter((one) => clears(one)).length / firms.length] as const);
		expect(share.filter(([, part]) => part < 0.95)).toEqual([]);
	});
});
