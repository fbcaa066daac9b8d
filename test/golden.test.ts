/**
 * Whole outputs, byte for byte: a change of any of them is seen and meant. UPDATE_GOLDENS=1 writes them anew; what the figures
 * in them rest on is said in fixtures/README.md.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { codes } from "../src/findings/gravity.ts";
import { report } from "../src/index.ts";
import { languages } from "../src/language/index.ts";
import { root } from "./cli/tanlu.ts";
import { difference } from "./oracle/difference.ts";
import { oracle } from "./oracle/oracle.ts";
import { tanlu } from "./support/in-process.ts";

const fixtures = join(root, "fixtures");
const update = process.env["UPDATE_GOLDENS"] !== undefined && process.env["UPDATE_GOLDENS"] !== "";

/** How each command's result can be written: the file it is compared with, and the options that make it. */
const writings: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
	report: {
		"report.txt": [],
		"report-80.txt": ["--width", "80"],
		"report-140.txt": ["--width", "140"],
		"report.md": ["--format", "markdown"],
		"report.json": ["--format", "json"],
		"report.csv": ["--format", "csv"],
	},
	total: { "total.csv": [] },
	whatif: {
		"whatif.txt": [],
		"whatif.md": ["--format", "markdown"],
		"whatif.csv": ["--format", "csv"],
		"whatif.json": ["--format", "json"],
	},
	drivers: {
		"drivers.txt": [],
		"drivers-80.txt": ["--width", "80"],
		"drivers.md": ["--format", "markdown"],
		"drivers.csv": ["--format", "csv"],
		"drivers.json": ["--format", "json"],
	},
	diff: {
		"diff-100.txt": ["--width", "100"],
		"diff-140.txt": ["--width", "140"],
		"diff.md": ["--format", "markdown"],
		"diff.csv": ["--format", "csv"],
		"diff.json": ["--format", "json"],
	},
	track: {
		"track-80.txt": ["--width", "80"],
		"track-140.txt": ["--width", "140"],
		"track.md": ["--format", "markdown"],
		"track.json": ["--format", "json"],
		"track.csv": ["--format", "csv"],
	},
	batch: {
		"batch-80.txt": ["--width", "80"],
		"batch-140.txt": ["--width", "140"],
		"batch.md": ["--format", "markdown"],
		"batch.csv": ["--format", "csv"],
		"batch.json": ["--format", "json"],
		"batch.ndjson": ["--format", "ndjson"],
	},
	verify: {
		"verify-80.txt": ["--width", "80"],
		"verify-140.txt": ["--width", "140"],
		"verify.md": ["--format", "markdown"],
		"verify.json": ["--format", "json"],
		"verify.csv": ["--format", "csv"],
		"verify.ndjson": ["--format", "ndjson"],
	},
	sources: {
		"sources-80.txt": ["--width", "80"],
		"sources-140.txt": ["--width", "140"],
		"sources.csv": ["--format", "csv"],
		"sources.json": ["--format", "json"],
	},
};

/** What each case shows is told in fixtures/README.md; these are the names of the folders in fixtures/cases. */
const cases = readdirSync(join(fixtures, "cases")).sort();
const inEach = languages.flatMap(({ id }) => cases.map((name) => [name, id] as const));

function compared(path: string, found: string): void {
	if (update) {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, found);
	}
	expect(found).toBe(readFileSync(path, "utf8"));
}

/** Without what changes with each version of the tool and of its seeds. */
const lasting = (json: string): string =>
	json.replace(/^( {4}"(version|seeds|rules)": )"[^"]+"/gm, (_, key: string, name: string) => `${key}"<${name}>"`);

describe.each(inEach)("the case %s in %s", (name, lang) => {
	const cwd = join(fixtures, "cases", name);
	const expected = join(cwd, "expected", lang);
	const argv = readFileSync(join(cwd, "argv.txt"), "utf8").trimEnd().split("\n");
	const outputs = writings[argv[0] as string] ?? {};

	it.each(Object.entries(outputs))("is written as %s", async (file, options) => {
		const { stdout } = await tanlu([...argv, ...options, "--lang", lang], { cwd });
		compared(join(expected, file), file.endsWith(".json") ? lasting(stdout) : stdout);
	});

	it("tells the same findings and ends the same way whatever the format", async () => {
		for (const format of argv[0] === "total" ? ["csv"] : ["text", "csv", "json"]) {
			const { code, stderr } = await tanlu([...argv, "--format", format, "--lang", lang], { cwd });
			// A blank line parts the findings from the table below them.
			compared(join(expected, "stderr.txt"), `${stderr.trimEnd()}\n`);
			compared(join(expected, "exit-code.txt"), `${code}\n`);
		}
	});

	it("has no file that nothing is compared with", () => {
		const wanted = ["exit-code.txt", "stderr.txt", ...Object.keys(outputs)];
		expect(readdirSync(expected).sort()).toEqual(wanted.sort());
	});
});

describe("the cases together", () => {
	it("are each written in every language there is, and in no other", () => {
		for (const name of cases)
			expect(readdirSync(join(fixtures, "cases", name, "expected")).sort()).toEqual(languages.map(({ id }) => id).sort());
	});

	it.each(cases)("%s has the same figures in every language", (name) => {
		const csvOf = (lang: string): string[] =>
			readdirSync(join(fixtures, "cases", name, "expected", lang))
				.filter((file) => file.endsWith(".csv"))
				.map((file) => readFileSync(join(fixtures, "cases", name, "expected", lang, file), "utf8"));
		for (const { id } of languages) expect(csvOf(id)).toEqual(csvOf("en"));
	});
});

describe("the figures of the cases", () => {
	it.each(["hostile-names", "withheld"])("%s are those of the oracle", async (name) => {
		const folder = join(fixtures, "cases", name);
		const tables = readdirSync(folder)
			.filter((file) => file.endsWith(".csv"))
			.map((file) => ({ name: file, reference: file === "firms.csv", text: readFileSync(join(folder, file), "utf8") }));
		const rows = (file: string): [] =>
			parse(tables.find((table) => table.name === file)?.text ?? "", { columns: true, relax_quotes: true }) as [];
		const submission = { energy: rows("energy.csv"), output: rows("output.csv"), firms: rows("firms.csv") };
		expect(submission.energy.length).toBeGreaterThan(10);
		expect(difference(oracle(submission), await report(tables))).toBeNull();
	});
});

describe("the placeholders", () => {
	it("stand for version, seeds and rules, and for nothing else", () => {
		const text = readFileSync(join(fixtures, "cases", "two-firms", "expected", "en", "report.json"), "utf8");
		const { tool } = JSON.parse(text) as { tool: Record<string, string> };
		expect(tool).toEqual({ name: "tanlu", version: "<version>", seeds: "<seeds>", rules: "<rules>" });
		expect(text.match(/<(version|seeds|rules)>/g)).toHaveLength(3);
	});
});

describe("the codes of findings", () => {
	it("are those released: a code may be added, and is never renamed or taken away", () => {
		const list = `${[...codes].sort().join("\n")}\n`;
		compared(join(fixtures, "codes.txt"), list);
		expect(new Set(codes).size).toBe(codes.length);
		expect(codes.filter((code) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
	});
});
