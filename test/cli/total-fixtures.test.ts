/** Totals of the tables that offices hold, of those that were read wrongly once, and of ledgers: the report is that of the tables. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { heardIn } from "../support/in-folder.ts";
import { readingCases } from "../support/reading-case.ts";
import { root } from "./tanlu.ts";

const scratch = mkdtempSync(join(tmpdir(), "tanlu-totals-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const under = (folder: string): string[] =>
	readdirSync(join(root, "fixtures", folder)).map((name) => join("fixtures", folder, name));
const inputs = [
	...readingCases().map(({ at }) => join("fixtures", "reading-cases", at)),
	...under("messy").filter((path) => /\.(csv|tsv|xlsx)$/.test(path)),
	...["fixtures/monthly", "fixtures/listed-firms"],
];

it.each(inputs)("of %s", async (input) => {
	const file = join(scratch, "totals.csv");
	const made = await heardIn(root, ["total", input, "--out", file, "--quiet"]);
	const whole = await heardIn(root, ["report", input, "--format", "csv", "--quiet"]);
	// What holds nothing that is read makes no totals either.
	if (whole.exitCode === 2) return;
	expect(made.exitCode).toBeLessThanOrEqual(1);
	const after = await heardIn(root, ["report", file, "--format", "csv", "--quiet"]);
	expect(after.stdout).toBe(whole.stdout);
});
