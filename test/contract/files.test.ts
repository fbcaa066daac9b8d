/** What `tanlu schema rules` and `tanlu schema baseline` tell: true of the files that are read, by a validator not of our making. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { baselineText, readBaseline } from "../../src/commands/baseline.ts";
import { type FileName, fileNames } from "../../src/contract/outputs.ts";
import { readFile } from "../../src/contract/reading.ts";
import { readRules } from "../../src/run/rules-file.ts";
import { small } from "../support/checks.ts";
import { compiled, faults, made } from "./validator.ts";

const entry = { fingerprint: "0123456789abcdef", code: "bad-number", firm: "A", period: "2023", reason: "asked", until: null };
const baseline = (...entries: readonly unknown[]): unknown => ({ schemaVersion: 1, entries });
const limit = (change: unknown): unknown => ({ limits: { "slip-ratio": change } });

const good: { readonly [F in FileName]: readonly unknown[] } = {
	rules: [
		{},
		{ $schema: "rules.schema.json", off: {} },
		limit({ value: "60", reason: "batch plant" }),
		{ gravities: { "low-oxidation": { value: "note", reason: "stoker grates" } }, off: { "S-15": { reason: "forms of 2019" } } },
	],
	baseline: [
		baseline(),
		baseline(entry, { ...entry, fingerprint: "0123456789abcdee", until: "2026-12-31" }),
		// Firm, period and day may be left out; what else stands there is the user's.
		baseline({ fingerprint: entry.fingerprint, code: entry.code, reason: "asked", asked: "3 March" }),
		{ schemaVersion: 1, entries: [], note: "of our own" },
	],
};
const bad: { readonly [F in FileName]: readonly unknown[] } = {
	rules: [
		[],
		{ limit: {} },
		{ limits: [] },
		{ limits: null },
		limit("60"),
		limit({ value: 60, reason: "x" }),
		limit({ value: "60" }),
		limit({ value: "60", reason: " " }),
		limit({ value: "60", reason: "x", why: "y" }),
		{ off: { "S-15": { value: "yes", reason: "x" } } },
		{ gravities: { "low-oxidation": { value: "fatal", reason: "x" } } },
	],
	baseline: [
		[],
		{ schemaVersion: 2, entries: [] },
		{ schemaVersion: 1 },
		baseline(null),
		baseline({ ...entry, fingerprint: "0123" }),
		baseline({ ...entry, code: 7 }),
		baseline({ ...entry, firm: 7 }),
		baseline({ ...entry, reason: "" }),
		baseline({ ...entry, until: "2026-13-01" }),
	],
};
const readers: { readonly [F in FileName]: (text: string) => Promise<unknown> } = {
	rules: (text) => readRules("own.json", text),
	baseline: (text) => readBaseline("known.json", text),
};

describe.each(fileNames)("the schema of %s", (name) => {
	const validate = compiled(made.en.files[name]);

	it("takes what is read", async () => {
		for (const value of good[name]) {
			expect(faults(validate, value)).toEqual([]);
			expect(readFile(name, JSON.stringify(value))).toEqual({ value });
			await readers[name](JSON.stringify(value));
		}
	});

	it("refuses what is refused", async () => {
		for (const value of bad[name]) {
			expect([value, faults(validate, value).length > 0]).toEqual([value, true]);
			await expect(readers[name](JSON.stringify(value))).rejects.toMatchObject({
				code: `bad-${name === "rules" ? "rules-file" : name}`,
			});
		}
	});

	it.each(["en", "zh"] as const)("takes the example of the manual: %s", (language) => {
		const manual = readFileSync(new URL(`../../src/manual/${language}/rules.md`, import.meta.url), "utf8");
		const example = new RegExp(`<!-- ${name} -->\n\`\`\`json\n([^\`]+)`).exec(manual)?.[1] ?? "";
		expect(faults(validate, JSON.parse(example))).toEqual([]);
	});

	it("has a sentence in both languages for every key, and differs in nothing else", () => {
		const bare = (language: "en" | "zh", says: RegExp): unknown =>
			JSON.parse(JSON.stringify(made[language].files[name]), (key, value: unknown) => {
				if (typeof value !== "string" || (key !== "description" && key !== "title")) return value;
				expect(value).toMatch(says);
				return undefined;
			});
		expect(bare("zh", /[一-鿿]/)).toEqual(bare("en", /^[\x20-\x7e]+$/));
	});
});

describe("a baseline that is written", () => {
	it("is as its schema says", () => {
		expect(faults(compiled(made.zh.files.baseline), JSON.parse(baselineText(small.findings.list, "asked")))).toEqual([]);
	});
});
