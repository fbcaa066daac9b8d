/** The demonstration: what its script makes, what the oracle expects of it, and what the tool says. UPDATE_DEMO=1 rewrites it. */
import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { report } from "../src/index.ts";
import { demo, demoFigures, demoTables } from "./oracle/demo.ts";
import { difference } from "./oracle/difference.ts";
import type { Figures, Verdict } from "./oracle/types.ts";

const place = (name: string): URL => new URL(`../fixtures/demo/${name}`, import.meta.url);
const read = (name: string): string => readFileSync(place(name), "utf8");

const WORDS = ["behind", "met", "missed", "off-track", "on-track", "on-track-slowing", "withheld"];
const QUALIFIERS = ["catching-up", "far", "near"];

const tables = demoTables(demo());
const expected = (): Figures => JSON.parse(read("expected.json")) as Figures;
const verdicts = (): Verdict[] =>
	expected().firms.flatMap(({ years }) => years.flatMap(({ verdict }) => (verdict === null ? [] : [verdict])));

beforeAll(() => {
	if (process.env["UPDATE_DEMO"] === undefined) return;
	for (const { name, text } of tables) writeFileSync(place(name), text);
	writeFileSync(place("expected.json"), `${JSON.stringify(demoFigures(), null, "\t")}\n`);
});

describe("the demonstration", () => {
	it("is what its script makes", () => {
		for (const { name, text } of tables) expect(read(name)).toBe(text);
	});

	it("expects what the oracle says", () => {
		expect(expected()).toEqual(demoFigures());
	});

	it("shows every verdict and every qualifier", () => {
		expect([...new Set(verdicts().map(({ word }) => word))].sort()).toEqual(WORDS);
		expect([...new Set(verdicts().flatMap(({ qualifiers }) => qualifiers))].sort()).toEqual(QUALIFIERS);
		expect([...new Set(verdicts().flatMap(({ reasons }) => reasons))].sort()).toEqual(["partial", "prices"]);
	});

	it("is read by the tool without an error, to the same figures", async () => {
		// The table of firms is reference: it is named, so that its base and target count.
		const found = await report(tables.map((table) => ({ ...table, text: read(table.name) })));
		expect(difference(expected(), found)).toBeNull();
		expect(found.findings.counts.error).toBe(0);
	});
});
