/** What is cleared by numbers alone is nothing that a rule would have told: of firms as they are, and of firms with something planted. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firmYears } from "../../../src/ledger/firm-years.ts";
import { clearsJudging } from "../../../src/screening/clear/judging.ts";
import { firmRules } from "../../../src/screening/rules/index.ts";
import { dice } from "../../mistakes/dice.ts";
import { casesIn } from "../../support/histories.ts";
import { plainCaseOf } from "../../support/plain-case.ts";
import { manners, plants, tablesOf, type Works, worksOf } from "./firms.ts";

const cleared = firmRules.flatMap(({ id, code, clears, judge }) =>
	typeof clears === "function" ? [{ id, code, clears, judge }] : [],
);

/** Rules over cells and months; those over years have firms of their own (`years.test.ts`). */
const overMonths: ReadonlySet<string> = new Set([
	...["S-15", "N-05", "N-10", "K-201", "K-203", "K-203-years", "K-204", "K-205", "K-207", "K-208", "K-209"],
	...["M-301", "M-311", "U-104", "U-111", "U-112", "U-113"],
]);
const monthly = cleared.filter(({ id }) => overMonths.has(id));

const hangOnAmounts: ReadonlySet<string> = new Set(["unit-slip", "looks-to-date", "may-be-to-date"]);

const works: fc.Arbitrary<Works> = fc
	.record({ manner: manners, plant: fc.constantFrom(...Object.keys(plants)), seed: fc.integer({ min: 0, max: 99_999 }) })
	.map(({ manner, plant, seed }) => {
		const one = worksOf(`works ${seed}`, manner);
		plants[plant]?.(one, dice(`plant ${seed}`));
		return one;
	});

/** Limits as a rules file may have them, on either side of those of the seeds. */
const limits: fc.Arbitrary<Readonly<Record<string, string>>> = fc.record(
	{
		"month-ratio": fc.constantFrom("1", "1.1", "2"),
		"month-deviation": fc.constantFrom("0.5", "8"),
		"slip-gap": fc.constantFrom("1", "1.3", "3"),
		"history-months": fc.constantFrom("3", "12", "14"),
		"season-months": fc.constantFrom("12", "100"),
		"copied-chance": fc.constantFrom("0.00001", "0.01", "0.5"),
		"same-months": fc.constantFrom("2", "4"),
		"filled-months": fc.constantFrom("3", "4"),
		"chance-digits": fc.constantFrom("2", "9"),
		"multiple-grain": fc.constantFrom("0.0001", "0.05"),
		"round-share": fc.constantFrom("0", "0.5", "1"),
		"dust-digits": fc.constantFrom("5", "10"),
	},
	{ requiredKeys: [] },
);

const plausible = (nr: number): Works =>
	worksOf(`plausible ${nr}`, {
		...{ years: 6, scatter: 100, made: true, alike: false, carriers: 4 },
		...{ tied: nr % 2 === 0 ? null : 30, seasonal: nr % 3 === 0 },
	});

describe("a firm that a rule clears by its numbers", () => {
	it("is one of which the rule has nothing to report, whatever is planted, and whatever the limits are", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(works, { minLength: 6, maxLength: 6 }), fc.option(limits, { nil: {} }), async (firms, own) => {
				for (const one of await casesIn(tablesOf(firms), own)) {
					const plain = plainCaseOf(one);
					// What the ledger finds explains months, and a firm of which it finds anything is asked as every firm is.
					if (!clearsJudging(plain)) continue;
					for (const { code, clears, judge } of cleared)
						if (clears(plain)) expect({ code, firm: one.record.firm, ...judge(one) }).not.toMatchObject({ kind: "fail" });
				}
			}),
			{ numRuns: 40 },
		);
	});
});

describe("a firm that the ledger clears by its numbers", () => {
	it("has no month that slipped and no amounts that look to date, whatever is planted", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(works, { minLength: 8, maxLength: 8 }), async (firms) => {
				for (const one of await casesIn(tablesOf(firms))) {
					if (!clearsJudging(plainCaseOf(one))) continue;
					const codes = firmYears(one.record, one.rules.facts).findings.map(({ code }) => code);
					expect(codes.filter((code) => hangOnAmounts.has(code))).toEqual([]);
				}
			}),
			{ numRuns: 40 },
		);
	});
});

describe("of firms whose months scatter by a tenth", () => {
	it("the ledger and each rule clear nineteen in twenty", async () => {
		const firms = await casesIn(tablesOf(Array.from({ length: 300 }, (_, nr) => plausible(nr))));
		const plain = firms.map(plainCaseOf);
		const all = [...monthly, { id: "the ledger", clears: clearsJudging }];
		const share = all.map(({ id, clears }) => [id, plain.filter((one) => clears(one)).length / firms.length] as const);
		expect(share.filter(([, part]) => part < 0.95)).toEqual([]);
	});
});

describe("what is planted", () => {
	it("makes each rule that is cleared by numbers speak of some firm", async () => {
		const firms = Object.keys(plants).flatMap((plant) =>
			Array.from({ length: 6 }, (_, nr) => {
				const one = plausible(nr);
				plants[plant]?.(one, dice(`${plant} ${nr}`));
				return one;
			}),
		);
		const cases = await casesIn(tablesOf(firms));
		const silent = monthly.filter(({ judge }) => !cases.some((one) => judge(one).kind === "fail")).map(({ id }) => id);
		expect(silent).toEqual([]);
	});
});
