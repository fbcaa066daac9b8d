/**
 * Random submissions through the tool and through the oracle, a second implementation that shares no code with it.
 * Every figure and verdict must agree. RANDOM_CASES sets how many; RANDOM_SEED where they start.
 */
import { expect, it } from "vitest";
import { difference } from "./oracle/difference.ts";
import { hairCase } from "./oracle/hair.ts";
import { oracle } from "./oracle/oracle.ts";
import { plansCase } from "./oracle/plansCase.ts";
import { slipCase } from "./oracle/slipCase.ts";
import { type Case, randomCase } from "./oracle/submission.ts";
import { toTables } from "./oracle/tables.ts";
import { report } from "./support/reading.ts";

const CASES = Number(process.env["RANDOM_CASES"] ?? 150);
const HAIRS = 60;
const SLIPS = 12;
const START = Number(process.env["RANDOM_SEED"] ?? 1);
const MINUTES = 10;

/** What differs, with all that is needed to see it again; null where the two agree. */
const disagreement = async (kind: string, { seed, submission, options, sound = false }: Case): Promise<string | null> => {
	const tables = toTables(submission);
	const expected = oracle(submission, { ...options, toDate: sound });
	const found = difference(expected, await report(tables, options));
	if (found === null) return null;
	return [
		`${kind} submission ${seed}, options ${JSON.stringify(options)}`,
		`at ${found.path}: the oracle says ${JSON.stringify(found.expected)}, the tool says ${JSON.stringify(found.actual)}`,
		...tables.map(({ name, text }) => `--- ${name}\n${text}`),
	].join("\n");
};

const agree = async (kind: string, make: (seed: number) => Case, cases: number): Promise<void> => {
	for (let seed = START; seed < START + cases; seed += 1) {
		const found = await disagreement(kind, make(seed));
		if (found !== null) expect.fail(found);
	}
};

it(
	"agrees with the oracle on random submissions",
	async () => {
		await agree("random", randomCase, CASES);
	},
	MINUTES * 60_000,
);

it(
	"agrees with the oracle over the turn of the plan",
	async () => {
		await agree("plans", plansCase, CASES);
	},
	MINUTES * 60_000,
);

it(
	"agrees with the oracle a hair beside every limit",
	async () => {
		await agree("hair", hairCase, HAIRS);
	},
	MINUTES * 60_000,
);

it("agrees with the oracle on months in another unit", async () => {
	await agree("slip", slipCase, SLIPS);
});
