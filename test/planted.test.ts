/**
 * Faults planted in the demonstration and in monthly tables beside it: each is found at its cell, and nothing is told of tables
 * without one. UPDATE_PLANTED=1 writes the monthly tables anew.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Check, CheckFinding } from "../src/contract/check.ts";
import { codes, gravity } from "../src/findings/gravity.ts";
import { root } from "./cli/tanlu.ts";
import { monthlyTables } from "./support/monthly.ts";
import {
	check,
	type Fault,
	faults,
	findingsIn,
	inShort,
	isExpected,
	newIn,
	planted,
	sameRow,
	tablesOf,
	untouched,
} from "./support/planted.ts";

const place = (name: string): string => join(root, "fixtures", "planted", name);

beforeAll(() => {
	if (process.env["UPDATE_PLANTED"] === undefined) return;
	for (const { name, text } of monthlyTables()) writeFileSync(place(name), text);
});

const checks = new Map<string, Promise<Check>>();
/** What is found in the untouched tables; asked once for each set of options. */
const untouchedFindings = async ({ options = {} }: Pick<Fault, "options">): Promise<readonly CheckFinding[]> => {
	const key = JSON.stringify(options);
	const there = checks.get(key) ?? check(untouched, options);
	checks.set(key, there);
	return (await there).findings.list;
};

/** Codes of the README's table of what is left out. */
const leftOut = [...readFileSync(place("README.md"), "utf8").matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(
	([, code]) => code as string,
);

describe("the list of faults", () => {
	it("has every error and warning that data can raise, or the README says why not", () => {
		const grave = codes.filter((code) => gravity[code] !== "note");
		const listed = new Set(faults.map(({ expected }) => expected.code));
		expect(grave.filter((code) => !listed.has(code)).sort()).toEqual([...leftOut].sort());
		expect([...listed].filter((code) => !codes.some((one) => one === code))).toEqual([]);
	});

	it("is long, and names each fault once", () => {
		expect(faults.length).toBeGreaterThanOrEqual(45);
		expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
	});

	it("has short lists of consequences", () => {
		expect(faults.filter(({ consequences }) => consequences.length > 5).map(({ id }) => id)).toEqual([]);
	});
});

describe("the untouched tables", () => {
	it("are what their script makes", () => {
		for (const { name, text } of monthlyTables()) expect(readFileSync(place(name), "utf8")).toBe(text);
	});

	it("are told only what the demonstration shows on purpose", async () => {
		expect((await untouchedFindings({})).map(inShort).sort()).toEqual([
			"other-price-year@:: F01 2026",
			"other-price-year@:: F02 2026",
			"other-price-year@:: F09 2026",
			"other-price-year@:: F19 2026",
			"partial-year@:: F08 2025",
			"prices-not-constant@:: F05 2022",
			"prices-not-constant@:: F05 2023",
			"prices-not-constant@:: F05 2024",
			"prices-not-constant@:: F05 2025",
		]);
	});

	// Two need the date of the check, one an oxidation rate, one a claim that no table states; U-110 can be failed and never passed.
	it("are asked by every rule that needs nothing else", async () => {
		await untouchedFindings({});
		const { rules } = (await checks.get("{}")) as Check;
		const silent = rules.filter(({ passed, failed }) => passed + failed === 0).map(({ rule }) => rule);
		expect(silent.sort()).toEqual(["B-04", "F-04", "F-09", "T-207", "T-210", "U-110"]);
	});
});

describe("one fault at a time", () => {
	it.each(faults.map((fault) => [fault.id, fault] as const))("%s", async (_, fault) => {
		const found = await check(tablesOf(planted([fault])), fault.options);
		const fresh = newIn(found.findings.list, await untouchedFindings(fault));
		const hits = fresh.filter((one) => isExpected(one, fault.expected));
		if (hits.length !== 1) expect.fail(`${hits.length} at the cell; found are ${fresh.map(inShort).join("; ")}`);
		const others = fresh.filter((one) => !hits.includes(one));
		expect([...new Set(others.map(({ code }) => code))].sort()).toEqual([...fault.consequences].sort());
	});
});

describe("all faults at once", () => {
	it("are all found, those aside that cannot stand beside others", async () => {
		const together = faults.filter(({ alone, options }) => alone === undefined && options === undefined);
		expect(together.length).toBeGreaterThan(45);
		const all = planted(together);
		const { list } = (await check(tablesOf(all))).findings;
		const missed = together.filter((fault) => {
			const { table, row } = fault.expected;
			const moved = table === undefined || row === undefined ? row : sameRow(table, row, planted([fault]), all);
			return !list.some((one) => isExpected(one, { ...fault.expected, ...(moved === undefined ? {} : { row: moved }) }));
		});
		expect(missed.map(({ id }) => id)).toEqual([]);
	});
});

/** Factors of 8 and more by the names they are told by, as fractions; which series they happen to. */
const slips = [
	{ name: "10", over: 10n, under: 1n, of: undefined },
	{ name: "10^2", over: 100n, under: 1n, of: undefined },
	{ name: "10^3", over: 1000n, under: 1n, of: undefined },
	{ name: "10^4", over: 10_000n, under: 1n, of: undefined },
	{ name: "10^8", over: 100_000_000n, under: 1n, of: undefined },
	// GJ in a tonne of coal equivalent. By the 8.14 MWh of one no row in another unit slips: a lost digit looks like it.
	{ name: "29.3", over: 293_076n, under: 10_000n, of: ["bituminous-coal", "diesel", "natural-gas", "heat"] },
] as const;

/** An amount of two decimals times a fraction, to twelve places. */
const scaled = (amount: string, over: bigint, under: bigint): string => {
	const digits = (BigInt(amount.replace(".", "")) * 10n ** 10n * over) / under;
	const text = digits.toString().padStart(13, "0");
	return `${text.slice(0, -12)}.${text.slice(-12)}`;
};

describe("a slip of the unit", () => {
	const [energy, output] = untouched.filter(({ name }) => name.startsWith("monthly-"));
	if (energy === undefined || output === undefined) throw new Error("no monthly tables");
	const lines = energy.text.trimEnd().split("\n");
	const quantity = (lines[0] as string).split(",").indexOf("quantity");
	const carrier = (lines[0] as string).split(",").indexOf("carrier");

	it("in any month of any series is found at its cell, with its cause", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: lines.length - 1 }),
				fc.constantFrom(...slips),
				fc.boolean(),
				async (index, slip, above) => {
					const cells = (lines[index] as string).split(",");
					fc.pre(slip.of === undefined || slip.of.some((one) => one === cells[carrier]));
					const [over, under] = above ? [slip.over, slip.under] : [slip.under, slip.over];
					cells[quantity] = scaled(cells[quantity] as string, over, under);
					const text = `${lines.with(index, cells.join(",")).join("\n")}\n`;
					const here = (await findingsIn([{ ...energy, text }, output])).filter(
						({ at }) => at.file === energy.name && at.row === index + 1 && at.column === "quantity",
					);
					const causes = here.flatMap((found) => {
						// Of a liquid a thousand and litres lie so near that both are named.
						if (found.code === "unit-slip") return found.with.cause.replace("-", "").split(", ");
						return found.code === "suspected-unit-slip" ? found.with.causes.map(({ factor }) => factor) : [];
					});
					expect(causes).toContain(slip.name);
					// Upwards or downwards, too.
					for (const found of here) if (found.code === "unit-slip") expect(found.with.cause.startsWith("10^-")).toBe(!above);
				},
			),
			{ numRuns: 100 },
		);
	});
});
