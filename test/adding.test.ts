/**
 * What is to be added is added in one place, and what is forgotten fails the build by its name: tried on a copy of the house. A
 * third language is the copy of English under another id.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { demoFiles, demoPaths, root } from "./cli/tanlu.ts";

let house = "";
const at = (path: string): string => join(house, path);
const change = (path: string, old: string, fresh: string): void => {
	const text = readFileSync(at(path), "utf8");
	expect(text).toContain(old);
	writeFileSync(at(path), text.replace(old, fresh));
};

interface Ended {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

function node(args: readonly string[], env: Readonly<Record<string, string>> = {}): Ended {
	try {
		const options = { cwd: house, encoding: "utf8", stdio: "pipe", env: { ...process.env, ...env } } as const;
		return { code: 0, stdout: execFileSync(process.execPath, args, options), stderr: "" };
	} catch (error) {
		const { status, stdout, stderr } = error as { readonly status: number; readonly stdout: string; readonly stderr: string };
		return { code: status, stdout, stderr };
	}
}

const build = (): Ended => node(["src/build/bundle.mjs"]);
const compile = (): Ended => node(["src/build/compile.mjs"]);
const tanlu = (...args: string[]): Ended => node(["bin/tanlu.js", ...args]);

/** Does it, builds, and undoes it: what the build said. */
function built(...changes: readonly (readonly [path: string, old: string, fresh: string])[]): Ended {
	const before = changes.map(([path]) => [path, readFileSync(at(path), "utf8")] as const);
	for (const [path, old, fresh] of changes) change(path, old, fresh);
	const ended = build();
	for (const [path, text] of before.reverse()) writeFileSync(at(path), text);
	return ended;
}

/** What a file says in English, said in the third language too. */
function alsoIn(path: string): void {
	const text = readFileSync(at(path), "utf8");
	const english = /^en:\n(?: .*\n|\n)+/m.exec(text)?.[0] ?? "";
	expect(english).not.toBe("");
	writeFileSync(at(path), `${text.trimEnd()}\n${english.replace("en:", "xx:")}`);
}

beforeAll(() => {
	house = mkdtempSync(join(tmpdir(), "tanlu-house-"));
	for (const name of ["src", "bin", "seeds", "package.json", "fixtures/findings", "fixtures/demo"])
		cpSync(join(root, name), at(name), { recursive: true });
	// The compiled seeds, which come with a build.
	for (const name of ["seeds.json", "reference.json"]) cpSync(join(root, "dist", name), at(`dist/${name}`));
	symlinkSync(join(root, "node_modules"), at("node_modules"));
	// One folder, and one line on the shelf…
	cpSync(at("src/language/en"), at("src/language/xx"), { recursive: true });
	change("src/language/xx/index.ts", 'id: "en"', 'id: "xx"');
	change("src/language/xx/index.ts", "export const en:", "export const xx:");
	change("src/language/index.ts", "[en, zh]", "[en, zh, xx]");
	change("src/language/index.ts", "import { zh }", 'import { xx } from "./xx/index.ts";\nimport { zh }');
	// …and its own pages, beside those of the others.
	cpSync(at("src/manual/en"), at("src/manual/xx"), { recursive: true });
	for (const code of readdirSync(at("fixtures/findings"))) {
		const folder = `fixtures/findings/${code}`;
		alsoIn(`${folder}/finding.yaml`);
		cpSync(at(`${folder}/expected/en.txt`), at(`${folder}/expected/xx.txt`));
	}
	for (const name of readdirSync(at("src/contract/tables"))) alsoIn(`src/contract/tables/${name}`);
	expect(compile()).toEqual({ code: 0, stdout: "", stderr: "" });
	expect(build()).toEqual({ code: 0, stdout: "", stderr: "" });
	cpSync(at("dist"), at("whole"), { recursive: true });
}, 120_000);

afterAll(() => rmSync(house, { recursive: true, force: true }));

describe("a third language", () => {
	it.each([
		["report", ...demoFiles],
		["check", ...demoFiles, "--format", "sarif"],
		["inspect", ...demoPaths],
		["explain"],
		["explain", "months-missing"],
		["sources"],
		["schema"],
		["schema", "energy"],
		["schema", "report", "--format", "json-schema"],
		["init", "filled"],
		["help"],
		["help", "verdicts"],
		["report", "--help"],
	])("is one that every command speaks: %s %s", (...args) => {
		mkdirSync(at("filled"), { recursive: true });
		const ended = tanlu(...args.filter((word) => word !== undefined), "--lang", "xx");
		expect(ended.code, ended.stderr).toBe(0);
		expect(ended.stdout.length).toBeGreaterThan(40);
		rmSync(at("filled"), { recursive: true });
	});

	it("is one that the environment may ask for, and that help names", () => {
		expect(node(["bin/tanlu.js", "--help"], { TANLU_LANG: "xx" }).stdout).toContain("en, zh, xx");
	});

	it("that nobody speaks is refused in one line", () => {
		const { code, stderr } = tanlu("sources", "--lang", "yy");
		expect([code, stderr]).toEqual([2, expect.stringMatching(/^tanlu: --lang 'yy' .*en, zh.*xx\.\n$/)]);
	});
});

describe("a kind of table", () => {
	const said = (language: string): string =>
		`${language}:\n  name: meters\n  title: Meters table\n  about: Which meters a firm has.\n` +
		(language === "zh" ? "  headers:\n    meter: 户号\n" : "") +
		"  columns:\n    meter: Number of the meter.\n";

	it("is a file of what it is and is called, a reader with its line, and rows of spellings", () => {
		writeFileSync(
			at("src/contract/tables/meters.yaml"),
			"place: 70\nform: false\ncolumns:\n  firm: text\n  meter: text\nrequired: [[firm], [meter]]\nomissible: []\nmarks: [[meter]]\nnever: []\n" +
				["en", "zh", "xx"].map(said).join(""),
		);
		writeFileSync(
			at("src/intake/tables/meters.ts"),
			'import type { TableCard } from "../intake.ts";\nexport const meters: TableCard = { reach: null, unnamed: "factors", reader: () => () => "used" };\n',
		);
		change("src/intake/tables/index.ts", "firms, energy, output", "firms, meters, energy, output");
		change("src/intake/tables/index.ts", "import { output }", 'import { meters } from "./meters.ts";\nimport { output }');
		const spelling = (column: string, word: string): string => `meters,${column},${word},en,Test,project: test\n`;
		const rows = [spelling("firm", "firm"), spelling("meter", "meter"), spelling("firm", "企业"), spelling("meter", "户号")];
		writeFileSync(at("seeds/columns.csv"), `${readFileSync(at("seeds/columns.csv"), "utf8").trimEnd()}\n${rows.join("")}`);
		expect([compile(), build()]).toEqual([1, 2].map(() => ({ code: 0, stdout: "", stderr: "" })));
		for (const language of ["en", "xx"])
			expect(tanlu("schema", "meters", "--lang", language).stdout).toContain("Number of the meter.");
		expect(tanlu("schema", "--lang", "zh").stdout).toContain("Which meters a firm has.");
	});
});

describe("the build fails and names", () => {
	// A build that failed leaves half of its files; whoever comes next finds the whole ones.
	afterEach(() => {
		rmSync(at("dist"), { recursive: true });
		cpSync(at("whole"), at("dist"), { recursive: true });
	});

	it("an option that a command takes and does not read", () => {
		const { code, stderr } = built(["src/commands/inspect.ts", '"asOf"]]', '"asOf", "top"]]']);
		expect([code, stderr]).toEqual([1, expect.stringContaining("tanlu inspect takes --top and does not read it")]);
	});

	it("an option that no command takes", () => {
		const { code, stderr } = built(["src/commands/check.ts", '"reason", "split"', '"reason"']);
		expect([code, stderr]).toEqual([1, expect.stringContaining("no command takes the option split")]);
	});

	it("an option without a sentence in a language", () => {
		const { code, stderr } = built(["src/language/xx/options.ts", "\tsplit:", "\tsplitt:"]);
		expect([code, stderr]).toEqual([1, expect.stringContaining("xx: help.options.split\n")]);
	});

	it("a kind of table of which a language says nothing", () => {
		const path = "src/contract/tables/growth.yaml";
		const text = readFileSync(at(path), "utf8");
		writeFileSync(at(path), text.replace(/^xx:\n(?: .*\n|\n)+/m, "").replace("  headers:\n    growth_pct: 增速\n", ""));
		const { code, stderr } = compile();
		writeFileSync(at(path), text);
		expect([code, stderr]).toEqual([1, expect.stringContaining("growth: nothing is said in the language xx\n")]);
		expect(stderr).toContain("growth: zh has no header for the column growth_pct");
	});

	it("a command and a topic without their pages", () => {
		const pages = ["src/manual/xx/check.md", "src/manual/xx/verdicts.md"].map(
			(page) => [page, readFileSync(at(page), "utf8")] as const,
		);
		for (const [page] of pages) rmSync(at(page));
		const { code, stderr } = build();
		for (const [page, text] of pages) writeFileSync(at(page), text);
		expect([code, stderr]).toEqual([1, expect.stringContaining("xx: no page src/manual/xx/check.md")]);
		expect(stderr).toContain("xx: no topic src/manual/xx/verdicts.md");
	});
});
