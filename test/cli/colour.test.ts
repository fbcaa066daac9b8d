/** Colour is for a person at a terminal: verdicts have it there, and nothing has it anywhere else. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { verdictWords } from "../../src/domain/words.ts";
import { languages } from "../../src/language/index.ts";
import { program } from "../support/memory-host.ts";
import { demoArgs, demoFolder, demoNames, demoText, tanlu } from "./tanlu.ts";

const esc = "\u001b";
const report = ["report", ...demoArgs];
const files = (): Map<string, string> => new Map(demoNames.map((name) => [name, demoText(name)]));
const years = ["--year", "2021,2022,2023,2024,2025"];
const inTerminal = (args: readonly string[], colour = true) => program(args, { files: files(), colour });
/** What stands between a colour and its end, with the colour. */
const coloured = (of: string): string[] =>
	of
		.split(`${esc}[`)
		.slice(1)
		.filter((part) => !part.startsWith("39m"));
const without = (of: string): string =>
	of
		.split(`${esc}[`)
		.map((part, index) => (index === 0 ? part : part.slice(part.indexOf("m") + 1)))
		.join("");

describe("in a terminal that takes colour", () => {
	it.each(
		languages.map((language) => [language.id, language] as const),
	)("verdicts have theirs, good and bad ones different, and nothing else does: %s", async (lang, { words }) => {
		const { stdout } = await inTerminal([...report, ...years, "--lang", lang]);
		const colours = new Map<string, Set<string>>();
		for (const part of coloured(stdout)) {
			const [, colour = "", said = ""] = /^(\d+)m(.*)$/s.exec(part) ?? [];
			const word = [...verdictWords].sort((a, b) => words.verdicts[b].length - words.verdicts[a].length);
			const verdict = word.find((one) => said.startsWith(words.verdicts[one]));
			if (verdict === undefined) throw new Error(`coloured, and no verdict: ${said}`);
			colours.set(verdict, (colours.get(verdict) ?? new Set()).add(colour));
		}
		expect([...colours.keys()].sort()).toEqual([...verdictWords].sort());
		for (const set of colours.values()) expect(set.size).toBe(1);
		const colourOf = (verdict: string): string => [...(colours.get(verdict) ?? [])][0] ?? "";
		expect(colourOf("met")).toBe(colourOf("on-track"));
		expect(colourOf("missed")).toBe(colourOf("off-track"));
		expect(new Set(["on-track", "behind", "off-track", "withheld"].map(colourOf)).size).toBe(4);
	});

	it("a page of one firm has it as well", async () => {
		expect((await inTerminal([...report, "--firm", "F01"])).stdout).toContain(esc);
	});

	it("columns stand where they stand without colour", async () => {
		for (const more of [[], ["--width", "80"], ["--width", "20"], ["--firm", "F03"], years]) {
			const plain = await inTerminal([...report, ...more], false);
			const bright = await inTerminal([...report, ...more]);
			expect(without(bright.stdout).replace(/ +$/gm, "")).toBe(plain.stdout.replace(/ +$/gm, ""));
			expect(bright.stderr).toBe(plain.stderr);
		}
	});

	it("every colour that begins ends in its line", async () => {
		const { stdout } = await inTerminal([...report, ...years]);
		for (const line of stdout.split("\n")) {
			const begun = line.split(`${esc}[`).length - 1;
			expect(begun % 2).toBe(0);
			if (begun > 0) expect(line).toContain(`${esc}[39m`);
		}
	});

	it.each([
		["--no-color", ["--no-color"]],
		["--format csv", ["--format", "csv"]],
		["--format json", ["--format", "json"]],
		["--format markdown", ["--format", "markdown"]],
	])("there is none with %s", async (_, more) => {
		const { stdout, stderr } = await inTerminal([...report, ...more]);
		expect(stdout).not.toBe("");
		expect(stdout + stderr).not.toContain(esc);
	});

	it("there is none before the command where --no-color stands there", async () => {
		expect((await inTerminal(["--no-color", ...report])).stdout).not.toContain(esc);
	});

	it("there is none in a file that --out names, and there is with --out -", async () => {
		const made = files();
		const { stdout } = await program([...report, "--out", "report.txt"], { files: made, colour: true });
		expect(stdout).toBe("");
		expect(made.get("report.txt")).toContain("F01");
		expect(made.get("report.txt")).not.toContain(esc);
		expect((await inTerminal([...report, "--out", "-"])).stdout).toContain(esc);
	});

	it.each([["sources"], ["schema"], ["init", "folder"], ["sources", "fuel"]])("there is none of %s", async (...args) => {
		const { stdout, stderr } = await inTerminal(args);
		expect(stdout + stderr).not.toBe("");
		expect(stdout + stderr).not.toContain(esc);
	});
});

describe("without a terminal", () => {
	const bright = { FORCE_COLOR: "3", COLORTERM: "truecolor", TERM: "xterm-256color", CLICOLOR_FORCE: "1" };

	it.each([
		["nothing set", {}, []],
		["colour forced from outside", bright, []],
		["NO_COLOR set", { ...bright, NO_COLOR: "1" }, []],
		["NO_COLOR set and empty", { ...bright, NO_COLOR: "" }, []],
		["--no-color", bright, ["--no-color"]],
	])("there is none: %s", async (_, env, more) => {
		const cwd = demoFolder();
		const { code, stdout, stderr } = await tanlu([...report, ...more], { cwd, env });
		expect(code).toBe(0);
		expect(stdout + stderr).not.toContain(esc);
	});

	it("there is none in the file of --out", async () => {
		const cwd = demoFolder();
		await tanlu([...report, "--out", "report.txt"], { cwd, env: bright });
		expect(readFileSync(join(cwd, "report.txt"), "utf8")).not.toContain(esc);
	});

	it.each([["report", "--help"], ["sources"], ["schema"], ["init"], ["rport"]])("there is none of %s", async (...args) => {
		const { stdout, stderr } = await tanlu(args, { cwd: demoFolder(), env: bright });
		expect(stdout + stderr).not.toBe("");
		expect(stdout + stderr).not.toContain(esc);
	});
});
