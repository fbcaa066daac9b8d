/** What a firm is cleared of by its years beside a firm of its shape: no rule answers otherwise of the one than of the other. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/findings/finding.ts";
import type { Table } from "../../../src/index.ts";
import { casesOf } from "../../../src/screening/case.ts";
import { clearsJudging } from "../../../src/screening/clear/judging.ts";
import type { PlainCase } from "../../../src/screening/clear/plain-case.ts";
import type { FirmCase } from "../../../src/screening/rule.ts";
import { firmRules } from "../../../src/screening/rules/index.ts";
import { dice } from "../../mistakes/dice.ts";
import { limitIn, monthsFrom } from "../../support/histories.ts";
import { plainCaseOf } from "../../support/plain-case.ts";
import { run } from "../../support/run.ts";
import { energy, output } from "../../support/tables.ts";
import { type Manner, manners, plants, tablesOf, type Works, worksOf } from "./firms.ts";
import { yearPlants } from "./year-plants.ts";

const all = { ...plants, ...yearPlants };

/** A works, and the same as it was before anything was planted. */
const pairs = fc.record({
	manner: manners,
	plant: fc.constantFrom(...Object.keys(all)),
	seed: fc.integer({ min: 0, max: 99_999 }),
});

/** A limit in the place of the seeds'; most often none. */
const limits: fc.Arbitrary<Readonly<Record<string, string>>> = fc.constantFrom<Readonly<Record<string, string>>[]>(
	...Array.from({ length: 10 }, () => ({})),
	{ "elasticity-moved": "0.01" },
	{ "elasticity-still": "0.3", "elasticity-fit": "0" },
	{ "month-deviation": "0.5" },
	{ "slip-gap": "1.2" },
	{ "year-gap": "1.02" },
	{ "step-ratio": "1.05", "step-months": "2", "step-before": "1" },
	{ "change-carrier": "0.02" },
	{ "change-intensity": "0.02" },
	{ "material-share": "0.4" },
	{ "worth-most": "0.5" },
	{ "power-share-least": "0.3" },
);

const readAll = async (tables: readonly Table[], own: Readonly<Record<string, string>> = {}) => {
	const sources = tables.map(({ name, text }) => ({
		name,
		bytes: async function* () {
			yield new TextEncoder().encode(text);
		},
	}));
	const { assessment, part, tally } = await run(sources);
	const cases = new Map([...casesOf(assessment, part.ledger, limitIn(own))].map((one) => [one.record.firm, one]));
	const found = (firm: string): Finding[] => [...tally.first.values()].flat().filter((one) => one.firm === firm);
	return { cases, found };
};

const isClean = (one: FirmCase): boolean => firmRules.every(({ judge }) => judge(one).kind !== "fail");

const codesOf = (found: readonly Finding[]): string[] => found.map(({ code, period }) => `${code} ${period}`).sort();

/** Every rule that clears the firm answers of it what it answers of the one like it. */
const expectAlike = (plain: PlainCase, one: FirmCase): void => {
	for (const { code, clears, judge } of firmRules)
		if (clears === "by-shape" || clears?.(plain) === true)
			expect({ code, ...judge(one) }).toEqual({ code, ...judge(plain.shape.like) });
};

describe("a firm that is cleared beside one of its shape", () => {
	it("is answered and told as that one is, whatever is planted", async () => {
		let asked = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(pairs, { minLength: 5, maxLength: 5 }), limits, async (some, own) => {
				const works = some.flatMap(({ manner, plant, seed }): Works[] => {
					const planted = worksOf(`years ${seed}`, manner);
					all[plant]?.(planted, dice(`plant ${seed}`));
					return [worksOf(`years ${seed}`, manner), planted];
				});
				const { cases, found } = await readAll(tablesOf(works), own);
				const ordered = [...cases.values()];
				for (let at = 0; at < ordered.length; at += 2) {
					const [like, one] = [ordered[at] as FirmCase, ordered[at + 1] as FirmCase];
					if (!isClean(like)) continue;
					const plain = { ...plainCaseOf(one), shape: plainCaseOf(like).shape };
					if (!clearsJudging(plain)) continue;
					asked += 1;
					expect(codesOf(found(one.record.firm))).toEqual(codesOf(found(like.record.firm)));
					expectAlike(plain, one);
				}
			}),
			{ numRuns: 60 },
		);
		expect(asked).toBeGreaterThan(100);
	});
});

describe("value added beside what it is a part of", () => {
	it("is cleared only where it is less, and another number", async () => {
		const numbers = fc.record({
			added: fc.integer({ min: 900, max: 1100 }),
			share: fc.constantFrom(0.3, 0.99, 1, 1.01),
			indicator: fc.constantFrom("output_value", "revenue"),
			prices: fc.constantFrom("constant-2020", "current"),
			at: fc.integer({ min: 0, max: 11 }),
		});
		await fc.assert(
			fc.asyncProperty(numbers, async ({ added, share, indicator, prices, at }) => {
				const firm = (name: string, odd: number) => ({
					used: monthsFrom(
						2023,
						Array(12)
							.fill(0)
							.map((_, month) => 100 + ((month * 7) % 5)),
						{ firm: name },
					),
					made: [
						...monthsFrom(
							2023,
							Array(12)
								.fill(0)
								.map((_, month) => added + ((month * 5) % 9)),
							{ firm: name },
						),
						...monthsFrom(
							2023,
							Array(12)
								.fill(0)
								.map((_, month) => (month === at ? (added + ((month * 5) % 9)) / odd : 4000 + ((month * 3) % 7))),
							{ firm: name, indicator, prices },
						),
					],
				});
				const [like, one] = [firm("A", 0.4), firm("B", share)];
				const { cases } = await readAll([energy([...like.used, ...one.used]), output([...like.made, ...one.made])]);
				const [a, b] = [...cases.values()] as [FirmCase, FirmCase];
				expectAlike({ ...plainCaseOf(b), shape: plainCaseOf(a).shape }, b);
			}),
			{ numRuns: 40 },
		);
	});
});

describe("of firms whose energy follows their output within some per cent", () => {
	it("nineteen in twenty are judged as their shape is", async () => {
		const manner = (nr: number): Manner => ({
			...{ years: 6, scatter: 100, tied: 30, made: true, alike: false, carriers: 4 },
			seasonal: nr % 3 === 0,
		});
		const firms = Array.from({ length: 120 }, (_, nr) => worksOf(`shape ${nr}`, manner(nr)));
		const { cases } = await readAll(tablesOf(firms));
		const plain = [...cases.values()].map(plainCaseOf);
		expect(plain.filter(clearsJudging).length / plain.length).toBeGreaterThanOrEqual(0.95);
	});
});
