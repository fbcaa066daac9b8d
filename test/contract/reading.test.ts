/** Outputs read back by the catalogue: what was written is taken, and what is not as it says is told by its place. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readOutput } from "../../src/contract/reading.ts";
import { type Report, report } from "../../src/index.ts";
import { checkJson } from "../../src/views/formats/check-json.ts";
import { json } from "../../src/views/formats/json.ts";
import { small } from "../support/checks.ts";

const demo = ["energy.csv", "output.csv", "firms.csv"].map((name) => ({
	name,
	reference: name === "firms.csv",
	text: readFileSync(new URL(`../../fixtures/demo/${name}`, import.meta.url), "utf8"),
}));
const whole = json(await report(demo));

/** The demonstration's report with one change. */
const changed = (change: (value: Report) => unknown): string => {
	const value = JSON.parse(whole) as Report;
	change(value);
	return JSON.stringify(value);
};
type Open = Record<string, unknown>;
const year = (value: Report): Open => value.firms[0]?.years[1] as unknown as Open;

describe("a report", () => {
	it("that was written is read back as it was, with or without a byte-order mark", () => {
		const value: unknown = JSON.parse(whole);
		expect(readOutput("report", whole)).toEqual({ value });
		expect(readOutput("report", `\ufeff${whole}`)).toEqual({ value });
	});

	it.each<readonly [string, string, { path: string; wanted: string; found: string }]>([
		["is no JSON", "{", { path: "", wanted: "json", found: "{" }],
		["is a list", "[]", { path: "", wanted: "report", found: "[]" }],
		[
			"is of another version",
			changed((value) => Object.assign(value, { schemaVersion: 2 })),
			{ path: "schemaVersion", wanted: "=1", found: "2" },
		],
		[
			"lacks a key",
			changed((value) => delete year(value)["coverage"]),
			{ path: "firms[0].years[1].coverage", wanted: "of coverages", found: "nothing" },
		],
		[
			"has a key too many",
			changed((value) => Object.assign(year(value), { note: "x" })),
			{ path: "firms[0].years[1].note", wanted: "no such key", found: '"x"' },
		],
		[
			"has a figure with an exponent",
			changed((value) => Object.assign(year(value)["emissions"] as Open, { total: "1E3" })),
			{ path: "firms[0].years[1].emissions.total", wanted: "tonnes", found: '"1E3"' },
		],
		[
			"has a figure as a number",
			changed((value) => Object.assign(year(value)["emissions"] as Open, { total: 1000 })),
			{ path: "firms[0].years[1].emissions.total", wanted: "tonnes", found: "1000" },
		],
		[
			"has no inputs",
			changed((value) => Object.assign(value, { inputs: [] })),
			{ path: "inputs", wanted: "@input[+]", found: "[]" },
		],
	])("that %s is complained of by place, what was wanted and what was found", (_, text, complaint) => {
		expect(readOutput("report", text)).toMatchObject({ complaint });
	});
});

describe("findings", () => {
	it("that were written are read back, and are no report", () => {
		const text = checkJson(small);
		expect(readOutput("check", text)).toEqual({ value: JSON.parse(text) as unknown });
		expect(readOutput("report", text)).toMatchObject({ complaint: { path: "basis", wanted: "basis", found: "nothing" } });
	});
});
