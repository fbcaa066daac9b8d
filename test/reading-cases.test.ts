/**
 * Tables that were read wrongly somewhere: each comes out right, or not at all. `fixtures/reading-cases` has them with the sums
 * of their figures; `pending.txt` there names those that do not come out right yet. A case that does is struck from the list:
 * STRIKE_PENDING=1 does it, and never adds one.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { afterAll, describe, expect, it } from "vitest";
import { inFractions } from "./support/fractions.ts";
import { outTargets } from "./support/out-targets.ts";
import { casesFolder, figuresOf, otherwise, readingCases, worksOut } from "./support/reading-case.ts";

const cases = readingCases();
const named = new Set([
	...cases.flatMap(({ at, case: { commands } }) => commands.map(({ name }) => `${at}: ${name}`)),
	...Object.keys(outTargets).map((name) => `out: ${name}`),
]);
const list = join(casesFolder, "pending.txt");
const lines = readFileSync(list, "utf8").split("\n");
const pending = lines.filter((line) => line !== "" && !line.startsWith("#"));

const right = new Set<string>();
const striking = process.env["STRIKE_PENDING"] !== undefined;
afterAll(() => {
	if (striking) writeFileSync(list, lines.filter((line) => !right.has(line)).join("\n"));
});

describe("the second source", () => {
	it("works out sums, brackets and quotients in fractions, and rounds half to even", () => {
		expect(inFractions("1000*2.851825284+900*2.0715092552")).toBe("4716.18361368");
		expect(inFractions("2*(3-0.5)/3")).toBe("1.666666666667");
		expect(inFractions("1/8", 2)).toBe("0.12");
		expect(inFractions("3/8", 2)).toBe("0.38");
		expect(inFractions("1-2.5")).toBe("-1.5");
		expect(() => inFractions("1+")).toThrow("no number");
		expect(() => inFractions("1 coke")).toThrow("no expression");
	});

	it.each(cases.map((one) => [one.at, one] as const))("gives every figure of %s", (_, one) => {
		expect(figuresOf(one.case).filter((figure) => !worksOut(figure))).toEqual([]);
	});
});

describe("the list of what does not come out right yet", () => {
	it("names each case once, in order, and no other", () => {
		expect(pending.filter((name) => !named.has(name))).toEqual([]);
		expect(pending).toEqual([...new Set(pending)].sort());
	});
});

/** All is as it should be, or the list says that it is not yet. */
function judged(name: string, why: string, wrong: readonly string[]): void {
	if (wrong.length === 0) right.add(name);
	if (!pending.includes(name)) expect(wrong, [why, ...wrong].join("\n")).toEqual([]);
	else if (!striking) expect(wrong, "it comes out right: strike it from pending.txt").not.toEqual([]);
}

describe.each(cases.map((one) => [one.at, one] as const))("%s", (at, { case: { commands } }) => {
	it("names each command once", () => {
		expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
	});

	it.each(commands.map((command) => [command.name, command] as const))("%s", async (name, command) => {
		judged(`${at}: ${name}`, command.why, await otherwise(at, command));
	});
});

describe("out", () => {
	it.each(Object.entries(outTargets))("%s", async (name, ask) => {
		judged(`out: ${name}`, "--out writes where it is told", await ask());
	});
});
