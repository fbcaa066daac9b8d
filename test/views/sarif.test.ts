/** SARIF as GitHub and viewers take it: by the schema of the standard, and by what the standard and they say beside it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Check, CheckFinding } from "../../src/contract/check.ts";
import { en } from "../../src/language/en/index.ts";
import { languages } from "../../src/language/index.ts";
import { sarif } from "../../src/views/formats/sarif.ts";
import { harmless } from "../../src/views/width.ts";
import { anyCheck, checkOf, found, input, rule, small } from "../support/checks.ts";
import { readSarif, type SarifRun } from "./readers.ts";

const read = (check: Check): SarifRun => readSarif(sarif(check, en));
const resultOf = (more: Partial<CheckFinding>, others: Parameters<typeof checkOf>[1] = {}): SarifRun["results"][number] => {
	const [result] = read(checkOf([found(more)], others)).results;
	if (result === undefined) throw new Error("no result");
	return result;
};
/** Half a character is none: decoders put U+FFFD in its place. */
const whole = (text: string): string => text.replace(/\p{Cs}/gu, "\ufffd");

describe("a result", () => {
	it("says what is wrong first, then the way out", () => {
		expect(resultOf({}).message.text).toBe("-3.2 is below zero. Correct the row itself.");
		expect(resultOf({ message: "did you mean 'coke'?", remedy: "" }).message.text).toBe("did you mean 'coke'?");
	});

	it("stands at the line of its file, with whose and when beside it", () => {
		expect(resultOf({ row: 5, line: 8 }).locations).toEqual([
			{
				physicalLocation: { artifactLocation: { uri: "energy.csv", index: 0 }, region: { startLine: 8 } },
				logicalLocations: [
					{ name: "F1", kind: "firm" },
					{ name: "2023-05", kind: "period" },
				],
			},
		]);
		expect(resultOf({ row: null, line: null }).locations[0]?.physicalLocation?.region).toBeUndefined();
	});

	it("about no one file stands at the first, and says so: without a place the file would be refused", () => {
		const result = resultOf({ file: null, row: null, line: null }, { inputs: [input("a.csv"), input("b.csv")] });
		expect(result.locations[0]).toMatchObject({
			physicalLocation: { artifactLocation: { uri: "a.csv", index: 0 } },
			message: { text: "Not about one file: this one stands for all of them." },
		});
	});

	it("holds the facts as they are, each under its name", () => {
		expect(resultOf({ weightTonnes: "120.546", couldTurnVerdict: false, cause: "feedfeedfeedfeed" }).properties).toEqual({
			...{ row: 5, column: "消费量", value: "-3.2", firm: "F1", period: "2023-05", remedy: "Correct the row itself." },
			...{ weightTonnes: "120.546", couldTurnVerdict: false, cause: "feedfeedfeedfeed" },
		});
	});

	it.each([
		["数据/产出 2023.csv", "%E6%95%B0%E6%8D%AE/%E4%BA%A7%E5%87%BA%202023.csv"],
		["a b#c?d%e.csv", "a%20b%23c%3Fd%25e.csv"],
		["c:drive.csv", "c%3Adrive.csv"],
		["../round1/energy.csv", "../round1/energy.csv"],
		["-", "-"],
		["\ud800.csv", "%EF%BF%BD.csv"],
	])("of the file %j is addressed by %s", (file, uri) => {
		expect(resultOf({ file }, { inputs: [input(file)] }).locations[0]?.physicalLocation?.artifactLocation.uri).toBe(uri);
	});

	it("cannot be made to link or to stand for something else by what a table holds", () => {
		const { text } = resultOf({ message: "[click](http://example.org) {0} ![x](1)" }).message;
		expect(text).toBe("[click] (http://example.org) {{0}} ![x] (1). Correct the row itself.");
	});
});

describe("fingerprints", () => {
	it("are our own, and GitHub's with a running number: two findings alike are two", () => {
		const { results } = read(checkOf([found({ row: 5 }), found({ row: 6 }), found({ fingerprint: "feedfeedfeedfeed" })]));
		expect(results.map(({ partialFingerprints }) => partialFingerprints)).toEqual([
			{ "tanlu/v1": "0123456789abcdef", primaryLocationLineHash: "0123456789abcdef:1" },
			{ "tanlu/v1": "0123456789abcdef", primaryLocationLineHash: "0123456789abcdef:2" },
			{ "tanlu/v1": "feedfeedfeedfeed", primaryLocationLineHash: "feedfeedfeedfeed:1" },
		]);
	});

	it("stay when rows are inserted above", () => {
		const moved = small.findings.list.map((one) => ({ ...one, row: one.row === null ? null : one.row + 40, line: 77 }));
		const prints = (check: Check): unknown => read(check).results.map(({ partialFingerprints }) => partialFingerprints);
		expect(prints({ ...small, findings: { ...small.findings, list: moved } })).toEqual(prints(small));
	});
});

describe("known findings", () => {
	const known = { reason: "meter was turned back", until: "2027-01-01" };

	it("are marked and not hidden: unchanged, suppressed from outside, with their reason", () => {
		const [first, second] = read(checkOf([found({ known }), found()])).results;
		expect([first?.baselineState, first?.suppressions]).toEqual([
			"unchanged",
			[{ kind: "external", status: "accepted", justification: known.reason, properties: { until: known.until } }],
		]);
		// The standard wants all or none: the others say that they are new, and not suppressed.
		expect([second?.baselineState, second?.suppressions]).toEqual(["new", []]);
	});

	it("are not spoken of where there is none: whether there was a list of them is not known", () => {
		const [only] = read(checkOf([found()])).results;
		expect(Object.keys(only ?? {})).not.toContain("baselineState");
		expect(Object.keys(only ?? {})).not.toContain("suppressions");
	});
});

describe("rules", () => {
	it("are every code that was found or asked for, with level and words in the language", () => {
		for (const language of languages) {
			const { rules } = readSarif(sarif(small, language)).tool.driver;
			expect(rules.map(({ id, defaultConfiguration: { level } }) => [id, level])).toEqual([
				["full-width", "note"],
				["months-missing", "warning"],
				["negative-quantity", "error"],
				["repeated-entry", "warning"],
				["unit-slip", "error"],
			]);
			expect(JSON.stringify(rules)).toContain(language.check.titles["negative-quantity"]);
			expect(JSON.stringify(rules)).toContain(language.check.meanings.error);
		}
	});

	it("that were not checked are notifications, each with its reason, its rule and its firms", () => {
		const [invocation] = read(small).invocations;
		const told = invocation?.toolExecutionNotifications ?? [];
		expect(told.map(({ descriptor, associatedRule, properties }) => [descriptor?.id, associatedRule?.id, properties])).toEqual([
			["no-months", "months-missing", { rule: "M-301", why: "no-months", firms: 1 }],
			["too-few-months", "unit-slip", { rule: "U-104", why: "too-few-months", firms: 1 }],
			["no-other-firm", "repeated-entry", { rule: "X-501", why: "no-other-firm", firms: 1 }],
			// Asked of nobody and found nowhere, it is no rule of this run.
			["no-as-of", undefined, { rule: "future-month", why: "no-as-of", firms: null }],
		]);
		expect(told[0]?.message.text).toBe(
			"Months missing that other tables have (M-301): not checked for 1 firm (no figures by month)",
		);
	});

	it("are told once, whether by the rule or by the run", () => {
		const check = checkOf([], {
			rules: [rule({ notChecked: [{ why: "no-months", firms: 2 }] })],
			notChecked: [
				{ rule: "M-301", why: "no-months" },
				{ rule: "months-missing", why: "no-months" },
				{ rule: "M-301", why: "switched-off" },
			],
		});
		const told = read(check).invocations[0]?.toolExecutionNotifications.map(({ properties }) => properties);
		expect(told).toEqual([
			{ rule: "M-301", why: "no-months", firms: 2 },
			{ rule: "M-301", why: "switched-off", firms: null },
		]);
	});
});

describe("a run", () => {
	it("tells exact totals, whatever is listed", () => {
		const check: Check = {
			...small,
			findings: {
				...small.findings,
				counts: { error: 120_000, warning: 1, note: 0 },
				byCode: [{ code: "negative-quantity", count: 120_001 }],
			},
		};
		expect(read(check).properties).toMatchObject({
			counts: { error: 120_000, warning: 1, note: 0 },
			known: 1,
			byCode: [{ code: "negative-quantity", count: 120_001 }],
			listed: 5,
		});
	});

	it("holds no more results than GitHub takes, the heaviest, and tells how many it left out", () => {
		const list = Array.from({ length: 25_002 }, (_, index) => found({ row: index + 1, message: `finding ${index}` }));
		const { results, invocations, properties } = read(checkOf(list));
		expect([results.length, properties["listed"]]).toEqual([25_000, 25_000]);
		expect(results.at(-1)?.message.text).toMatch(/^finding 24999\./);
		expect(properties["counts"]).toEqual({ error: 25_002, warning: 0, note: 0 });
		expect(invocations[0]?.toolExecutionNotifications).toMatchObject([
			{ level: "warning", message: { text: expect.stringMatching(/^2 results left out/) } },
		]);
	});

	it("hangs together, whatever the tables hold", () => {
		fc.assert(
			fc.property(anyCheck, ({ check, language }) => {
				const run = readSarif(sarif(check, language));
				const { rules, notifications } = run.tool.driver;
				const { list } = check.findings;
				expect(run.columnKind).toBe("utf16CodeUnits");
				expect(run.artifacts.map(({ location, hashes }) => [decodeURIComponent(location.uri), hashes["sha-256"]])).toEqual(
					check.inputs.map(({ file, sha256 }) => [whole(file), sha256]),
				);
				expect(run.results).toHaveLength(list.length);
				expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
				for (const [index, result] of run.results.entries()) {
					const one = list[index] as CheckFinding;
					expect(rules[result.ruleIndex]?.id).toBe(result.ruleId);
					expect([result.ruleId, result.level]).toEqual([one.code, one.gravity]);
					expect(rules[result.ruleIndex]?.defaultConfiguration.level).toBe(one.gravity);
					const [place] = result.locations;
					const at = place?.physicalLocation?.artifactLocation;
					expect(run.artifacts[at?.index ?? -1]?.location.uri).toBe(at?.uri);
					expect(decodeURIComponent(at?.uri ?? "")).toBe(whole(one.file ?? check.inputs[0]?.file ?? ""));
					expect(place?.physicalLocation?.region?.startLine).toBe(one.line ?? undefined);
					expect(place?.message === undefined).toBe(one.file !== null);
					// By the pattern that viewers find links with.
					expect(result.message.text).not.toMatch(/\[([^\]]*)\]\(([^)]+)\)/);
					expect(result.message.text.replace(/\{\{|\}\}/g, "")).not.toMatch(/[{}]/);
					expect(harmless(result.message.text)).toBe(result.message.text);
					expect(result.properties["value"]).toBe(one.value);
				}
				const prints = run.results.map(({ partialFingerprints }) => partialFingerprints["primaryLocationLineHash"]);
				expect(new Set(prints).size).toBe(prints.length);
				const marked = run.results.filter(({ suppressions }) => suppressions !== undefined);
				expect(marked.length).toBe(check.findings.known === 0 ? 0 : list.length);
				expect(marked.filter(({ suppressions }) => suppressions?.length === 1)).toHaveLength(check.findings.known);
				for (const { descriptor, associatedRule } of run.invocations[0]?.toolExecutionNotifications ?? []) {
					expect(notifications[descriptor?.index ?? -1]?.id).toBe(descriptor?.id);
					if (associatedRule !== undefined) expect(rules[associatedRule.index]?.id).toBe(associatedRule.id);
				}
			}),
			{ numRuns: 200 },
		);
	});
});

describe("the schema of the standard", () => {
	it.each([
		["a result without a message", (log: Log) => delete (log.runs[0]?.results[0] as { message?: unknown }).message],
		["a level that there is not", (log: Log) => Object.assign(log.runs[0]?.results[0] ?? {}, { level: "grave" })],
		["a line before the first", (log: Log) => Object.assign(regionOf(log), { startLine: 0 })],
		["a key that nobody knows", (log: Log) => Object.assign(log.runs[0] ?? {}, { firms: [] })],
		["an address with a blank", (log: Log) => Object.assign(artifactOf(log), { uri: "a b.csv" })],
	])("refuses %s", (_, spoil) => {
		const log = JSON.parse(sarif(small, en)) as Log;
		readSarif(JSON.stringify(log));
		spoil(log);
		expect(() => readSarif(JSON.stringify(log))).toThrow();
	});
});

interface Log {
	readonly runs: readonly SarifRun[];
}
const regionOf = (log: Log): object => log.runs[0]?.results[0]?.locations[0]?.physicalLocation?.region ?? {};
const artifactOf = (log: Log): object => log.runs[0]?.results[0]?.locations[0]?.physicalLocation?.artifactLocation ?? {};
