/**
 * The gallery of findings: each folder of fixtures/findings provokes the code it is named after, and says what is expected in
 * every language. UPDATE_GOLDENS=1 writes what is expected anew. The form of a folder is told in fixtures/README.md.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { compileFindings, compileTitles } from "../src/build/compile-findings.ts";
import { type Explanation, readDefinitions } from "../src/build/definitions.ts";
import { explanations } from "../src/build/explanations.ts";
import { expectedText, type GalleryCase, grown, readGallery } from "../src/build/gallery.ts";
import { lackingSentences } from "../src/build/sentences.ts";
import { common } from "../src/commands/arguments.ts";
import { commands } from "../src/commands/index.ts";
import type { Check, CheckFinding } from "../src/contract/check.ts";
import type { Explained } from "../src/contract/explain.ts";
import type { Code } from "../src/findings/finding.ts";
import { codes, gravities, gravity } from "../src/findings/gravity.ts";
import { languages } from "../src/language/index.ts";
import type { Language } from "../src/language/language.ts";
import { optionEntries } from "../src/run/options.ts";
import { aboutOf, placeOf } from "../src/views/finding-lines.ts";
import { width } from "../src/views/width.ts";
import { root } from "./cli/tanlu.ts";
import { compiled, faults, made } from "./contract/validator.ts";
import { heardIn } from "./support/in-folder.ts";
import { program } from "./support/memory-host.ts";
import { harm } from "./views/letters.ts";

const update = process.env["UPDATE_GOLDENS"] !== undefined && process.env["UPDATE_GOLDENS"] !== "";
const gallery = join(root, "fixtures", "findings");
const cases = readGallery(gallery);
const named = cases.map((one) => [one.code, one] as const);

/** Lines that a person reads in one go; longer files are made of their last row. */
const mostLines = 100;

interface Told {
	readonly exitCode: number;
	/** What is said of each code, without the newline at its end. */
	readonly groups: ReadonlyMap<string, string>;
}

/** The command of a case, run in its folder. Check is asked for json, and told in the form that report has on standard error. */
async function run(one: GalleryCase, language: Language, command = one.argv[0]): Promise<Told> {
	const long = one.files.some(({ lastRowTimes }) => lastRowTimes > 1);
	const folder = long ? mkdtempSync(join(tmpdir(), "tanlu-gallery-")) : one.folder;
	try {
		if (long) for (const file of one.files) writeFileSync(join(folder, file.name), grown(file));
		const asked = command === "check" ? ["--format", "json"] : [];
		const { exitCode, stdout, stderr } = await heardIn(folder, [
			command ?? "",
			...one.argv.slice(1),
			...asked,
			"--lang",
			language.id,
		]);
		if (command !== "check" || stdout === "") return { exitCode, groups: groupsOf(stderr, language) };
		const { findings } = JSON.parse(stdout) as Check;
		return { exitCode, groups: groupsOfCheck(findings.list, language) };
	} finally {
		if (long) rmSync(folder, { recursive: true, force: true });
	}
}

/** Findings that no baseline knows, in the form of standard error: one form for all that is expected. */
function groupsOfCheck(list: readonly CheckFinding[], { words, report }: Language): Map<string, string> {
	const byCode = new Map<string, CheckFinding[]>();
	for (const found of list) if (found.known === null) byCode.set(found.code, [...(byCode.get(found.code) ?? []), found]);
	return new Map(
		[...byCode].map(([code, group]) => {
			const count = group.length > 1 ? ` (${group.length})` : "";
			const oneWay = new Set(group.map(({ remedy }) => remedy)).size === 1;
			const told = group.flatMap((one) => {
				const about = aboutOf(one, 60);
				const line = [placeOf(one, 60), about === "" ? one.message : `${about}: ${one.message}`].filter((part) => part !== "");
				return [`  ${line.join("  ")}`, ...(oneWay ? [] : [`    ${report.remedy} ${one.remedy}`])];
			});
			const way = oneWay ? [`  ${report.remedy} ${group[0]?.remedy}`] : [];
			return [code, [`${words.gravities[gravity[code as Code]]}  ${code}${count}`, ...told, ...way].join("\n")] as const;
		}),
	);
}

/** A group begins with gravity and code, and goes on as far as lines are indented. */
function groupsOf(stderr: string, { words }: Language): Map<string, string> {
	const groups = new Map<string, string>();
	const begins = new RegExp(`^(?:${Object.values(words.gravities).join("|")}) {2}([a-z0-9-]+)(?: \\(\\d+\\))?$`);
	let code: string | undefined;
	for (const line of stderr.split("\n")) {
		if (!line.startsWith("  ")) code = begins.exec(line)?.[1];
		if (code !== undefined) groups.set(code, groups.has(code) ? `${groups.get(code)}\n${line}` : line);
	}
	return groups;
}

describe("the gallery of findings", () => {
	it("has a folder for every code there is, and no other", () => {
		expect(cases.map(({ code }) => code)).toEqual([...codes].sort());
	});

	it("lets other findings in only by name and with a reason", () => {
		const also = cases.flatMap((one) => one.also.map((other) => ({ ...other, of: one.code })));
		const known: readonly string[] = codes;
		expect(also.filter(({ code, why, of }) => !known.includes(code) || why.length < 20 || code === of)).toEqual([]);
	});
});

describe.each(named)("the folder %s", (_, one) => {
	it("provokes its code, and no other but those of also.txt", async () => {
		for (const language of languages) {
			const { groups } = await run(one, language);
			expect([...groups.keys()].sort()).toEqual([one.code, ...one.also.map(({ code }) => code)].sort());
		}
	});

	it.each(languages.map((language) => [language.id, language] as const))("says in %s what is expected", async (id, language) => {
		const { groups } = await run(one, language);
		const said = groups.get(one.code) ?? "";
		const path = join(one.folder, "expected", `${id}.txt`);
		if (update) {
			mkdirSync(dirname(path), { recursive: true });
			writeFileSync(path, `${said}\n`);
		}
		expect(said).toBe(expectedText(one, id));
		expect(said.startsWith(language.words.gravities[gravity[one.code as keyof typeof gravity]])).toBe(true);
	});

	// What is asked of check alone is told nowhere else.
	if (one.argv[0] === "report")
		it("is told in check as in report", async () => {
			for (const language of languages) {
				const { groups } = await run(one, language, "check");
				expect(groups.get(one.code)).toBe(expectedText(one, language.id));
			}
		});

	it("ends the run as its gravest finding says", async () => {
		const { exitCode, groups } = await run(one, languages[0] as Language);
		const grave = [...groups.keys()].some((code) => gravity[code as keyof typeof gravity] === "error");
		expect(grave ? [1, 2] : [0]).toContain(exitCode);
	});

	it("holds the files that its command names, and few lines", () => {
		const unread = one.files.filter(
			({ name }) => !one.argv.some((word) => word === name || word === "." || name.startsWith(`${word}/`)),
		);
		expect(unread.map(({ name }) => name)).toEqual([]);
		const lines = one.files.map(({ bytes }) => Buffer.from(bytes).toString("latin1").split("\n").length);
		expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThan(mostLines);
	});

	it("is written in every language there is, and in no other", () => {
		const files = languages.map(({ id }) => join(one.folder, "expected", `${id}.txt`));
		expect(files.filter((path) => !existsSync(path))).toEqual([]);
		expect(readFileSync(files[0] as string, "utf8")).not.toBe(readFileSync(files[1] as string, "utf8"));
	});
});

/** What explains a code; its title is compiled by itself. */
type Explaining = Omit<Explanation, "title">;
const untitled = ({ title: _, ...explained }: Explanation): Explaining => explained;

/** What each language says, as the definitions write it. */
const definitions = readDefinitions(gallery);
const texts = Object.fromEntries(
	languages.map(({ id }) => [
		id,
		Object.fromEntries(definitions.map(({ code, explanations: said }) => [code, untitled(said.get(id) as Explanation)])),
	]),
) as Record<"en" | "zh", Record<Code, Explaining>>;
const { en, zh } = texts;
const eachText = languages.flatMap(({ id }) =>
	codes.flatMap((code) =>
		Object.entries(texts[id as "en"][code]).map(([part, text]) => ({ id, code, part, text, name: `${id} ${code} ${part}` })),
	),
);
/** A line of the list: wide enough for two lines of a terminal. */
const widestLine = 130;
const chinese = /[㐀-鿿]/;

describe("the explanations", () => {
	it("are written in every language there is, and in no other", () => {
		const ids = languages.map(({ id }) => id).sort();
		expect(definitions.map(({ code }) => code)).toEqual(codes);
		for (const { code, explanations: said } of definitions) expect([code, [...said.keys()].sort()]).toEqual([code, ids]);
	});

	it("are whole sentences of their own language, each said once", () => {
		const broken = /^\s|\s$| {2}|\n|\$\{|undefined|null|。。|，，/;
		const faulty = eachText.filter(
			({ id, text }) => broken.test(text) || !(id === "zh" ? /。$/ : /\.$/).test(text) || (id === "zh" && !chinese.test(text)),
		);
		expect(faulty.map(({ name }) => name)).toEqual([]);
		// In English, Chinese stands only for what tables hold; in Chinese, no blank stands beside a Chinese letter.
		const spaced = eachText.filter(({ id, text }) => id === "zh" && /[㐀-鿿] | [㐀-鿿]/.test(text));
		expect(spaced.map(({ name }) => name)).toEqual([]);
		// What needs no mending may say so, and rows of one kind are refused in the same words; a finding has a meaning of its own.
		for (const part of ["means", "why"])
			for (const { id } of languages) {
				const own = eachText.filter((one) => one.id === id && one.part === part).map(({ text }) => text);
				expect(own.filter((text, index) => own.indexOf(text) !== index)).toEqual([]);
			}
	});

	it("begin with a sentence that stands in a list", () => {
		const long = languages.flatMap((language) =>
			codes
				.map((code) => language.explain.firstSentence(texts[language.id as "en"][code].means))
				.filter((sentence) => width(sentence) > widestLine),
		);
		expect(long).toEqual([]);
	});

	it("name only options and commands that there are", () => {
		const options = new Set(
			commands.flatMap((card) => [...card.options.flat(), ...common]).map((name): string => optionEntries[name].flag),
		);
		const named = (pattern: RegExp): string[] =>
			eachText.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, word]) => word ?? ""));
		const flags = named(/(--[a-z][a-z-]*)/g);
		const names = named(/tanlu ([a-z]+)/g);
		expect(flags.length).toBeGreaterThan(20);
		expect(flags.filter((flag) => !options.has(flag))).toEqual([]);
		expect(names.filter((name) => !commands.some((card) => card.name === name))).toEqual([]);
	});

	it("name the same options and columns in every language", () => {
		const marks = (text: string): string[] =>
			[...new Set([...text.matchAll(/--[a-z][a-z-]*|\b[a-z]+_[a-z_]+\b/g)].map(([word]) => word))].sort();
		const options = (list: readonly string[]): string[] => list.filter((word) => word.startsWith("--"));
		for (const code of codes) {
			const [first, second] = [en[code], zh[code]].map(({ means, why, mend }) => marks(`${means} ${why} ${mend}`));
			expect([code, options(first ?? [])]).toEqual([code, options(second ?? [])]);
		}
	});

	it("say of errors that something is refused, withheld, ended or left out, and of notes that nothing is", () => {
		const consequence = /withheld|run ends|ends the run|withhold|no sector path|its rows change nothing/;
		const without = codes.filter((code) => gravity[code] === "error" && !consequence.test(en[code].why));
		expect(without).toEqual([]);
		const grave = codes.filter(
			(code) => gravity[code] === "note" && /(?<!nothing is )\b(withheld|refused)\b/i.test(en[code].why),
		);
		expect(grave).toEqual([]);
	});

	// What was just written is not built yet.
	// While what is expected is rewritten, what was built from it is of before.
	it.skipIf(update)("are in dist as they are here, with the files of the gallery", async () => {
		const { written, lacking } = await explanations(gallery);
		expect(lacking).toEqual([]);
		expect(JSON.parse(readFileSync(join(root, "dist", "explain.json"), "utf8"))).toEqual(JSON.parse(JSON.stringify(written)));
		expect(written["en"]?.map(({ code }) => code)).toEqual(codes);
	});

	it("burden no start: the program and the library hold none of them", () => {
		for (const bundle of ["tanlu.cjs", "index.js"]) {
			const program = readFileSync(join(root, "dist", bundle), "utf8");
			expect(eachText.filter(({ text }) => text.length > 30 && program.includes(text)).map(({ name }) => name)).toEqual([]);
			expect(program).not.toContain(en["months-missing"].why.slice(0, 30));
		}
	});

	it("leave out what the gallery does not show yet, and name it", async () => {
		const { lacking, written } = await explanations(withDefinition(read("no-data")));
		expect([lacking, written]).toEqual([["no-data"], { en: [], zh: [] }]);
	});

	it("end the build where a language has none", async () => {
		const yaml = read("no-data");
		await expect(explanations(withDefinition(yaml.slice(0, yaml.indexOf("zh:"))))).rejects.toThrow(
			"no-data is not explained in the language zh",
		);
	});
});

const read = (code: string): string => readFileSync(join(gallery, code, "finding.yaml"), "utf8");
/** A gallery of one finding that has a definition and no more. */
function withDefinition(yaml: string): string {
	const folder = mkdtempSync(join(tmpdir(), "tanlu-gallery-"));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	mkdirSync(join(folder, "no-data"));
	writeFileSync(join(folder, "no-data", "finding.yaml"), yaml);
	return folder;
}

describe("a definition", () => {
	it.each([
		["gravity: grave", "no-data: gravity is one of error, warning, note"],
		["chapter: last", "no-data: chapter is one of file, shape,"],
		["particulars: { a: amuont }", "no-data: a: a particular is a list of words or one of text,"],
		["particulars: { a: list of null }", "no-data: a: a particular is"],
		["en: { title: T, means: It is. }", "no-data: en lacks 'why'"],
		["en: { means: A., why: B., mend: C. }", "no-data: en lacks 'title'"],
		["en: { title: T, means: A., why: B., mend: C., more: D. }", "no-data: en has no place for 'more'"],
	])("with a fault, %s, is refused by name", (line, fault) => {
		const key = line.slice(0, line.indexOf(":"));
		const others = ["gravity: note", "chapter: run", "particulars: {}", "en: { title: T, means: A., why: B., mend: C. }"];
		const yaml = [...others.filter((other) => !other.startsWith(`${key}:`)), line].join("\n");
		expect(() => readDefinitions(withDefinition(yaml))).toThrow(fault);
	});

	it("becomes the type of its particulars, and no start reads more of it", () => {
		const yaml = [
			"gravity: note",
			"chapter: run",
			"particulars: { what: subject or null, years: list of year, why: [word, other] }",
			"en: { title: T, means: A., why: B., mend: C. }",
		].join("\n");
		const compiled = compileFindings(readDefinitions(withDefinition(yaml)));
		expect(compiled).toContain(
			'readonly "no-data": { readonly what: Subject | null; readonly years: readonly number[]; readonly why: "word" | "other" };',
		);
		expect(compiled).toContain('"no-data": "note"');
		expect(compiled).not.toContain("A.");
	});

	it("becomes a title in each language, and the build ends where one is forgotten", () => {
		const [en, zh] = [`en: { title: "It's", means: A., why: B., mend: C. }`, "zh: { title: 题, means: A., why: B., mend: C. }"];
		const head = ["gravity: note", "chapter: run", "particulars: {}"];
		const made = compileTitles(readDefinitions(withDefinition([...head, en, zh].join("\n"))));
		expect([...made.keys()]).toEqual(["en", "zh"]);
		expect(made.get("en")).toContain(`"no-data": "It's",`);
		expect(made.get("zh")).toContain('"no-data": "题",');
		const folder = withDefinition([...head, en].join("\n"));
		mkdirSync(join(folder, "no-base"));
		writeFileSync(join(folder, "no-base", "finding.yaml"), [...head, en, zh].join("\n"));
		expect(() => compileTitles(readDefinitions(folder))).toThrow("no-data is not explained in the language zh");
	});
});

describe("the sentences", () => {
	it("are whole in every language, or the build names what is missing", () => {
		expect(lackingSentences()).toEqual([]);
		const [first, second] = languages as [Language, Language];
		const { "unit-slip": _, ...others } = second.sentences;
		const without = { ...second, sentences: others as Language["sentences"] };
		expect(lackingSentences([first, without])).toEqual([`${second.id}: sentences.unit-slip`]);
	});
});

describe.skipIf(update)("tanlu explain", () => {
	const one = (code: string): GalleryCase => cases.find((other) => other.code === code) as GalleryCase;

	it.each(codes)("%s tells meaning, consequence, remedy and example in both languages", async (code) => {
		for (const { id } of languages) {
			const { code: exitCode, stdout, stderr } = await program(["explain", code, "--lang", id, "--width", "1000"]);
			expect([exitCode, stderr]).toEqual([0, ""]);
			for (const text of Object.values(texts[id as "en"][code])) expect(stdout).toContain(`\n${text}\n`);
			for (const line of (expectedText(one(code), id) ?? "").split("\n")) expect(stdout).toContain(`\n  ${line}`);
			for (const { name } of one(code).files) expect(stdout).toContain(`\n${name}\n`);
			expect(stdout).toContain(`\n  $ tanlu ${one(code).argv[0]} `);
			expect(stdout.replaceAll("\n", "")).not.toMatch(harm);
		}
	});

	it("keeps to the width that is asked for", async () => {
		for (const columns of [20, 40, 80])
			for (const { id } of languages)
				for (const args of [[], ["unit-slip"], ["not-listed"], ["nul-byte"]]) {
					const { stdout } = await program(["explain", ...args, "--lang", id, "--width", String(columns)]);
					expect(stdout.split("\n").filter((line) => width(line) > columns)).toEqual([]);
				}
	});

	it("without a code lists all of them by gravity, a line each", async () => {
		const { code, stdout } = await program(["explain", "--width", "200"]);
		const listed = stdout.split("\n").flatMap((line) => /^([a-z][a-z0-9-]+) {2,}\S/.exec(line)?.slice(1) ?? []);
		expect(code).toBe(0);
		const byGravity = gravities.flatMap((level) => codes.filter((other) => gravity[other] === level));
		expect(listed.filter((word) => word !== "code")).toEqual(byGravity);
	});

	it("writes json that keeps its contract, of one code and of all", async () => {
		for (const { id } of languages) {
			const validate = compiled(made[id as "en"].outputs.explain);
			for (const [args, wanted] of [
				[[], codes],
				[["no-base"], ["no-base"]],
			] as const) {
				const { stdout } = await program(["explain", ...args, "--format", "json", "--lang", id]);
				const value = JSON.parse(stdout) as Explained;
				expect(faults(validate, value)).toEqual([]);
				expect(Object.keys(value)).toEqual(["schemaVersion", "tool", "codes"]);
				expect(value.codes.map(({ code }) => code)).toEqual(wanted);
				expect(value.codes.every(({ code, gravity: level }) => gravity[code as "no-base"] === level)).toBe(true);
			}
		}
	});

	it("has examples that say what they say when their files are written out", async () => {
		const { stdout } = await program(["explain", "unit-disagrees", "--format", "json"]);
		const [told] = (JSON.parse(stdout) as Explained).codes;
		if (told === undefined) throw new Error("no code");
		const { command, files } = told.example;
		const again = await program(command.split(" ").slice(1), { files: new Map(files.map(({ name, text }) => [name, text])) });
		expect(again.stderr).toContain(told.example.told);
	});

	it("tells a misspelt code with those that are near, and ends with 2", async () => {
		const near = async (word: string): Promise<string> => {
			const { code, stdout, stderr } = await program(["explain", word]);
			expect([code, stdout]).toEqual([2, ""]);
			return stderr;
		};
		expect(await near("negative-quantty")).toContain("'negative-quantity'");
		expect(await near("missing-month")).toContain("'months-missing'");
		expect(await near("base")).toContain("'no-base'");
		expect(await near("xyz")).toBe("tanlu: no finding is called 'xyz'. tanlu explain lists them all.\n");
		// Words that every object has are no codes.
		expect(await near("constructor")).toContain("no finding is called 'constructor'");
	});

	it("writes to a file", async () => {
		const files = new Map<string, string>();
		const { code, stdout } = await program(["explain", "no-base", "--out", "a.txt"], { files });
		expect([code, stdout]).toEqual([0, ""]);
		expect(files.get("a.txt")).toMatch(/^no-base\n/);
	});
});

describe("a file that is long", () => {
	it("has its last row so many times, and the rest once", () => {
		const text = (lastRowTimes: number): string =>
			Buffer.from(grown({ name: "a.csv", bytes: Buffer.from("h\n1\n2\n"), lastRowTimes })).toString();
		expect([text(1), text(2), text(4)]).toEqual(["h\n1\n2\n", "h\n1\n2\n2\n", "h\n1\n2\n2\n2\n2\n"]);
	});
});
