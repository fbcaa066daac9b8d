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
const tanlu = (...args: string[]): Ended => node(["bin/tanlu.js", ...args]);

/** Does it, builds, and undoes it: what the build said. */
function built(...changes: readonly (readonly [path: string, old: string, fresh: string])[]): Ended {
	const before = changes.map(([path]) => [path, readFileSync(at(path), "utf8")] as const);
	for (const [path, old, fresh] of changes) change(path, old, fresh);
	const ended = build();
	for (const [path, text] of before.reverse()) writeFileSync(at(path), text);
	return ended;
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
		const definition = readFileSync(at(`${folder}/finding.yaml`), "utf8");
		const english = /^en:\n(?: .*\n|\n)+/m.exec(definition)?.[0] ?? "";
		writeFileSync(at(`${folder}/finding.yaml`), `${definition.trimEnd()}\n${english.replace("en:", "xx:")}`);
		cpSync(at(`${folder}/expected/en.txt`), at(`${folder}/expected/xx.txt`));
	}
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
