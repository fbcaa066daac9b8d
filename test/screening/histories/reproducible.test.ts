/** What the rules over histories answer does not depend on how the tables are written, ordered or cut. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess } from "../../../src/assessment/assessment.ts";
import { openTally } from "../../../src/findings/tally.ts";
import { joinLedgers } from "../../../src/ledger/join.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { casesOf } from "../../../src/screening/case.ts";
import { historyRules, runRules } from "../../../src/screening/rules/histories.ts";
import { always } from "../../exact/numbers.ts";
import { answerToCases, limitIn, monthsFrom } from "../../support/histories.ts";
import { run } from "../../support/run.ts";
import { energy, output, type Row } from "../../support/tables.ts";

/** Two firms of which every rule has something to say or to let be; the row numbers stay with the rows. */
const rowsOf = (amounts: readonly number[]): Row[] => [
	...monthsFrom(2021, amounts, { firm: "A" }),
	...monthsFrom(2021, amounts.slice(0, 20), { firm: "B", carrier: "bituminous-coal", ncv: "22.364", ncv_unit: "GJ/t" }),
	...monthsFrom(
		2021,
		amounts.map((amount) => amount * 7),
		{ firm: "B", carrier: "electricity", unit: "10^4 kWh" },
	),
];
const made = output([
	...monthsFrom(
		2021,
		Array.from({ length: 30 }, (_, month) => 500 + ((month * 37) % 90)),
		{ firm: "A" },
	),
	...monthsFrom(
		2021,
		Array.from({ length: 30 }, (_, month) => 700 + ((month * 53) % 90)),
		{ firm: "B" },
	),
]);

const source = ({ name, text }: { readonly name: string; readonly text: string }) => ({
	name,
	bytes: async function* () {
		yield new TextEncoder().encode(text);
	},
});
const ran = (tables: readonly { readonly name: string; readonly text: string }[]) => run(tables.map(source), {});

/** Every answer of every rule; findings without their rows, which move with the order. */
function answers(assessment: Parameters<typeof casesOf>[0], ledger: Ledger): unknown {
	const cases = [...casesOf(assessment, ledger, limitIn())];
	const said = [
		...cases.flatMap((one) => historyRules.map((rule) => [one.firm.firm, rule.id, rule.judge(one)] as const)),
		...runRules.map((rule) => ["", rule.id, answerToCases(rule, cases)] as const),
	];
	return said.map(([firm, id, answer]) =>
		answer.kind !== "fail"
			? [firm, id, answer]
			: [
					...[firm, id],
					answer.suspicions.map(({ finding: { code, period, with: held }, year, impact }) =>
						JSON.stringify([code, period, { ...held, row: "" }, year, impact && [String(impact.over), String(impact.under)]]),
					),
				],
	);
}

const amounts = fc.array(
	fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 900, max: 1100 }) }, fc.integer({ min: 1, max: 99999 })),
	{
		minLength: 12,
		maxLength: 30,
	},
);

describe("the answers of all rules", () => {
	it("do not depend on the order of rows", async () => {
		await fc.assert(
			fc.asyncProperty(amounts, fc.infiniteStream(fc.nat()), async (list, keys) => {
				const rows = rowsOf(list);
				const keyed = rows.map((row) => [keys.next().value as number, row] as const);
				const shuffled = keyed.sort(([a], [b]) => a - b).map(([, row]) => row);
				const [one, other] = [await ran([energy(rows), made]), await ran([energy(shuffled), made])];
				expect(answers(other.assessment, other.part.ledger)).toEqual(answers(one.assessment, one.part.ledger));
			}),
			always(40),
		);
	});

	it("do not depend on how the rows were split between two ledgers that are joined", async () => {
		await fc.assert(
			fc.asyncProperty(amounts, fc.array(fc.boolean(), { minLength: 90, maxLength: 90 }), async (list, sides) => {
				const rows = rowsOf(list);
				const whole = await ran([energy(rows), made]);
				const half = (side: boolean) => rows.filter((_, index) => sides[index] === side);
				const parts = await Promise.all([true, false].map((side) => ran([energy(half(side)), made])));
				const [left, right] = parts.map(({ part }) => part.ledger) as [Ledger, Ledger];
				const copied = (): [Ledger, Ledger] => structuredClone([left, right]);
				const [there, back] = [copied(), copied()];
				for (const joined of [joinLedgers(...there), joinLedgers(back[1], back[0])]) {
					const assessment = assess(joined, [whole.assessment.rules], openTally());
					expect(answers(assessment, joined)).toEqual(answers(whole.assessment, whole.part.ledger));
				}
			}),
			always(30),
		);
	});

	it("hold something: the tables above make most rules speak", async () => {
		const spoken = new Set<string>();
		await fc.assert(
			fc.asyncProperty(amounts, async (list) => {
				const { assessment, part } = await ran([energy(rowsOf(list)), made]);
				for (const [, id, found] of answers(assessment, part.ledger) as [string, string, unknown][])
					if (Array.isArray(found)) spoken.add(id);
			}),
			always(60),
		);
		expect([...spoken].sort()).toEqual(expect.arrayContaining(["K-202", "M-301", "X-501"]));
	});
});

describe("the shelf", () => {
	it("names each rule once, by an id and a code of its own catalogue", () => {
		const ids = [...historyRules, ...runRules].map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.filter((id) => !/^[KMUX]-\d{3}(-[a-z]+)?$/.test(id))).toEqual([]);
	});
});
