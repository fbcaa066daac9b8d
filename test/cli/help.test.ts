/** Help that fits a screen and begins with an example; and words that are not known, told with those that are near. */
import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sentenceOf } from "../../src/commands/help.ts";
import { commands } from "../../src/commands/index.ts";
import { verdictWords } from "../../src/domain/words.ts";
import type { Report } from "../../src/index.ts";
import { en } from "../../src/language/en/index.ts";
import { languages } from "../../src/language/index.ts";
import type { Language } from "../../src/language/language.ts";
import { optionEntries } from "../../src/run/options.ts";
import { tanlu } from "../support/in-process.ts";
import { pageOf } from "../support/manual.ts";
import { program } from "../support/memory-host.ts";
import { columnsOf } from "../views/letters.ts";
import { demoArgs, demoNames, demoText, onlyLine } from "./tanlu.ts";

const demo = (): Map<string, string> => new Map(demoNames.map((name) => [name, demoText(name)]));
const spoken = languages.map((language) => [language.id, language] as const);
const each = languages.flatMap((language) => commands.map((card) => [card.name, language.id, card, language] as const));

/** What a screen of help says, on standard output and with exit 0; asked for once. */
const screens = new Map<string, Promise<string>>();
function screen(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
	const key = JSON.stringify([args, env]);
	const known = screens.get(key);
	if (known !== undefined) return known;
	const asked = tanlu(args, { env }).then(({ code, stdout, stderr }) => {
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		return stdout;
	});
	screens.set(key, asked);
	return asked;
}

const fits = (help: string, lines: number): void => {
	const all = help.trimEnd().split("\n");
	expect(all.length).toBeLessThanOrEqual(lines);
	for (const line of all) expect(columnsOf(line), line).toBeLessThanOrEqual(80);
	expect(help).not.toMatch(/undefined|\[object|NaN/);
	expect(help.endsWith("\n")).toBe(true);
};

/** Where words first stand in a text; a test fails where they do not. */
const at = (help: string, words: string): number => {
	const place = help.indexOf(words);
	expect(place, words).toBeGreaterThanOrEqual(0);
	return place;
};
/** Without the line breaks of wrapping. */
const flowing = (help: string): string => help.replace(/\s+/g, "");

describe("the first screen", () => {
	it.each(spoken)("fits 80 columns and 34 lines, an example before the commands: %s", async (lang, { help }) => {
		const shown = await screen(["--help", "--lang", lang]);
		fits(shown, 34);
		const example = at(shown, pageOf(lang, "report").examples[0]?.[0] as string);
		expect(at(shown, help.headings.example)).toBeLessThan(example);
		expect(example).toBeLessThan(at(shown, `\n${help.headings.commands}\n`));
		expect(example).toBeLessThan(at(shown, `\n${help.headings.options}\n`));
	});

	it.each(spoken)("names every command with its summary, and the options of all: %s", async (lang, { help }) => {
		const shown = await screen(["--help", "--lang", lang]);
		for (const { name } of commands) {
			expect(shown).toMatch(new RegExp(`^ {2}${name} {2,}\\S`, "m"));
			expect(flowing(shown)).toContain(flowing(pageOf(lang, name).summary));
		}
		for (const option of ["--lang", "--no-color", "--quiet", "--help", "--version"])
			expect(shown).toMatch(new RegExp(`^ {2}${option}\\b`, "m"));
		expect(shown).toContain(help.more);
	});

	it("is the same for -h and for help", async () => {
		const shown = await screen(["--help"]);
		expect(await screen(["-h"])).toBe(shown);
		expect(await screen(["help"])).toBe(shown);
	});

	it("goes to standard error where nothing was typed, exit 2", async () => {
		const shown = await screen(["--help"]);
		expect(await tanlu([])).toEqual({ code: 2, stdout: "", stderr: shown });
	});

	it("goes where the host prints, as every result does", async () => {
		expect(await program(["--help"])).toEqual({ code: 0, stdout: await screen(["--help"]), stderr: "" });
	});
});

/** A key, and the signature of a report by it. */
function signedBy(text: string): [string, string][] {
	const { privateKey, publicKey } = generateKeyPairSync("ed25519");
	return [
		["pub.pem", publicKey.export({ type: "spki", format: "pem" }) as string],
		["report.json.sig", `${sign(null, Buffer.from(text), privateKey).toString("base64")}\n`],
	];
}

describe.each(each)("help of %s in %s", (name, lang, card, language) => {
	const { help } = language;
	const shown = (): Promise<string> => screen([name, "--help", "--lang", lang]);
	const options = [...card.options.flat()];

	it("fits a screen: 80 columns, 52 lines", async () => {
		fits(await shown(), 52);
	});

	it("begins with what it does and an example, before usage and options", async () => {
		const text = await shown();
		expect(flowing(text).startsWith(flowing(`tanlu ${name}: ${pageOf(lang, name).summary}`))).toBe(true);
		const places = [help.headings.example, help.headings.usage, help.headings.options].map((word) => at(text, `\n${word}`));
		expect(places).toEqual([...places].sort((a, b) => a - b));
		for (const [line, does] of pageOf(lang, name).examples) {
			expect(text).toContain(line);
			expect(flowing(text)).toContain(flowing(does));
			expect(at(text, line)).toBeLessThan(at(text, `\n${help.headings.options}\n`));
		}
	});

	it("lists every option it takes, each with its sentence, and no other", async () => {
		const text = await shown();
		const listed = [...text.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option);
		expect(listed).toEqual([
			...options.filter((option) => optionEntries[option].old !== true).map((option): string => optionEntries[option].flag),
			"--lang",
			"--no-color",
			"--quiet",
			"--help",
		]);
		for (const option of options.filter((one) => optionEntries[one].old !== true))
			expect(flowing(text)).toContain(flowing(sentenceOf(option, card.formats, language)));
		for (const format of card.formats) expect(text).toContain(format);
	});

	it("names its limits and the exit codes it may end with", async () => {
		const text = flowing(await shown());
		for (const limit of pageOf(lang, name).limits) expect(text).toContain(flowing(limit));
		for (const code of card.exitCodes) expect(text).toContain(flowing(`${code} ${help.exitCodes[code]}`));
		for (const code of [0, 1, 2, 3, 70] as const) {
			if (!card.exitCodes.includes(code)) expect(text).not.toContain(flowing(`${code} ${help.exitCodes[code]}`));
		}
	});

	it("is the same for -h and for help COMMAND", async () => {
		const text = await shown();
		expect(await screen([name, "-h", "--lang", lang])).toBe(text);
		expect(await screen(["help", name, "--lang", lang])).toBe(text);
	});

	it("has examples that run", async () => {
		for (const [line] of pageOf(lang, name).examples) {
			const files = demo();
			// The names an example calls tables by: those of the demonstration, whatever they are called.
			const [energy, firms, output] = demoNames.map(demoText) as [string, string, string];
			const words = line
				.split(" ")
				.slice(1)
				.flatMap((word) => (word === "*.csv" ? demoNames.filter((name) => name !== "firms.csv") : [word]));
			const tables = words.filter((word) => word.endsWith(".csv") && !files.has(word));
			for (const [index, table] of tables.entries()) files.set(table, [energy, output, firms][index] as string);
			if (words.includes("c.csv")) {
				const { stdout } = await program(["report", ...demoNames, "--firm", "F01", "--year", "2023", "--format", "json"], {
					files,
				});
				const [year] = (JSON.parse(stdout) as Report).firms[0]?.years ?? [];
				files.set("c.csv", `firm,period,metric,quantity,unit\nF01,2023,total_co2,${year?.emissions.total},tCO2\n`);
			}
			if (words.includes("report.json")) {
				const made = await program(["report", ...demoNames, "--format", "json"], { files });
				files.set("report.json", made.stdout);
				for (const name of demoNames) files.set(`SD-233/${name}`, demoText(name));
				for (const [name, text] of signedBy(made.stdout)) files.set(name, text);
			}
			for (const side of words.filter((word) => name === "diff" && !word.startsWith("-"))) {
				const made = await program(["report", ...demoNames, "--format", "json"], { files });
				if (side.endsWith(".json")) files.set(side, made.stdout);
				else for (const name of demoNames) files.set(`${side}/${name}`, demoText(name));
			}
			if (words[1] === "submissions")
				for (const name of ["energy.csv", "output.csv"]) files.set(`submissions/A/${name}`, demoText(name));
			const { code, stderr } = await program(words, { files });
			expect([line, code], stderr).toEqual([line, 0]);
		}
	});
});

describe("the language", () => {
	const [first, other] = languages;

	it("is that of --lang, before or behind the command, with = or without", async () => {
		for (const { id } of languages) {
			for (const args of [
				["report", "--help", "--lang", id],
				["report", "--help", `--lang=${id}`],
				["--lang", id, "report", "--help"],
				[`--lang=${id}`, "help", "report"],
			])
				expect(flowing(await screen(args)), args.join(" ")).toContain(flowing(pageOf(id, "report").summary));
		}
	});

	it("is that of TANLU_LANG where no option says otherwise, whatever the locale", async () => {
		for (const { id, help } of languages) {
			const shown = await screen(["--help"], { TANLU_LANG: id, LANG: "de_DE.UTF-8", LC_ALL: "zh_CN.UTF-8" });
			expect(flowing(shown)).toContain(flowing(help.program));
		}
		expect(flowing(await screen(["--help"], { LANG: "zh_CN.UTF-8" }))).toContain(flowing(en.help.program));
	});

	it.runIf(first !== undefined && other !== undefined)("of an option wins over that of the environment", async () => {
		const [one, two] = [first as Language, other as Language];
		const shown = await screen(["--help", "--lang", one.id], { TANLU_LANG: two.id });
		expect(shown).toBe(await screen(["--help", "--lang", one.id]));
	});

	it("of the environment that nobody speaks is English; of an option it is misuse, told in that of the environment", async () => {
		expect(flowing(await screen(["--help"], { TANLU_LANG: "tlh" }))).toContain(flowing(en.help.program));
		for (const { id, explainTrouble } of languages) {
			const { code, stderr } = await program(["--help", "--lang", "tlh"], { environment: { TANLU_LANG: id } });
			expect(code).toBe(2);
			expect(stderr).toContain("tlh");
			for (const known of languages) expect(stderr).toContain(known.id);
			expect(explainTrouble).toBeTypeOf("function");
		}
	});
});

describe("a word that is not known", () => {
	const report = ["report", ...demoArgs];
	const cases: readonly (readonly [what: string, args: readonly string[], wrong: string, near: string])[] = [
		["a command", ["rport", "x"], "rport", "report"],
		["a command, on its own", ["source"], "source", "sources"],
		["a command to be helped with", ["help", "rport"], "rport", "report"],
		["a command asked for its help", ["rport", "--help"], "rport", "report"],
		["an option", [...report, "--formt", "csv"], "--formt", "--format"],
		["an option of a command", ["sources", "--factor", "x"], "--factor", "--factors"],
		["an option before a command", ["--langg", "en"], "--langg", "--lang"],
		["an option with =", [...report, "--widht=80"], "--widht", "--width"],
		["an option with a quote in it", [...report, "--for'mat"], "--for'mat", "--format"],
		["a verdict", [...report, "--fail-on", "offtrack"], "offtrack", "off-track"],
		["a fuel set", [...report, "--factors", "mee-2042"], "mee-2042", "mee-2024"],
		["a fuel set of sources", ["sources", "--factors", "mee-2042"], "mee-2042", "mee-2024"],
		["a set of targets", [...report, "--targets", "plan14"], "plan14", "plan-14"],
		["a set of targets of sources", ["sources", "--targets", "pln-15"], "pln-15", "plan-15"],
		["a firm", [...report, "--firm", "F0l"], "F0l", "F01"],
		["a section", ["sources", "fuel"], "fuel", "fuels"],
		["a format", [...report, "--format", "markdwon"], "markdwon", "markdown"],
		["a format of sources", ["sources", "--format", "jsn"], "jsn", "json"],
		["a path", [...report, "--path", "linaer"], "linaer", "linear"],
		["a boundary", [...report, "--boundary", "enrgy"], "enrgy", "energy"],
		["a denominator", [...report, "--per", "value-addd"], "value-addd", "value-added"],
		["a kind of table", [...report, "--kind", "energy.csv=enrgy"], "enrgy", "energy"],
		["an encoding", [...report, "--encoding", "gb18033"], "gb18033", "gb18030"],
		["a carrier", [...report, "--map", "x=anthracit"], "anthracit", "anthracite"],
		["a year of the grid", [...report, "--electricity", "national@2019"], "national@2019", "national@2021"],
	];
	const inEach = languages.flatMap(({ id }) => cases.map(([what, args, wrong, near]) => [what, id, args, wrong, near] as const));

	it.each(inEach)("is told with one that is near, exit 2: %s (%s)", async (_, lang, args, wrong, near) => {
		const ended = await program([...args, "--lang", lang], { files: demo() });
		expect([ended.code, ended.stdout]).toEqual([2, ""]);
		const line = onlyLine(ended);
		expect(line).toContain(wrong);
		expect(line.replace(wrong, "")).toContain(near);
	});

	it.each(spoken)("and is like no verdict is told with all there are: %s", async (lang) => {
		const ended = await program([...report, "--fail-on", "zzz", "--lang", lang], { files: demo() });
		expect(ended.code).toBe(2);
		for (const word of verdictWords) expect(onlyLine(ended)).toContain(word);
	});

	it.each(spoken)("and is a table without its command is told with the whole command line: %s", async (lang) => {
		const ended = await program(["energy.csv", "output.csv", "--lang", lang], { files: demo() });
		expect(ended.code).toBe(2);
		expect(onlyLine(ended)).toContain("tanlu report energy.csv");
	});

	it("is not offered as what it might have been", async () => {
		// A folder may be called as a command is; `--out` is an option of that command, and none of this one.
		const ended = await program(["init", "report", "--out", "x"]);
		expect(ended.code).toBe(2);
		expect(onlyLine(ended).replace("'--out'", "")).not.toContain("--out");
	});
});
