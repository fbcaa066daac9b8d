// What is shipped: a package that installs without a network, and files that say nothing about the machine they came from.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const { version } = JSON.parse(read("package.json")) as { version: string };
const windows = process.platform === "win32";

/** A program run in a folder, with nothing of the surrounding npm run in its environment; its standard output. */
function run(program: string, args: readonly string[], cwd: string): string {
	const kept = Object.entries(process.env).filter(
		([name]) => !/^(npm_(?!config_cache)|NODE_ENV$|NODE_OPTIONS$|VITEST)/i.test(name),
	);
	return execFileSync(program, args, {
		cwd,
		env: Object.fromEntries(kept),
		encoding: "utf8",
		shell: windows,
		stdio: ["ignore", "pipe", "pipe"],
	});
}

describe.runIf(existsSync(join(root, "dist", "main.cjs")))("the packed package", () => {
	const folder = mkdtempSync(join(tmpdir(), "tanlu-package-"));
	const installed = join(folder, "node_modules", "tanlu");
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	beforeAll(() => {
		// Without its scripts: a second build would run under the feet of the tests beside this one.
		run("npm", ["pack", root, "--ignore-scripts", "--silent", "--pack-destination", folder], folder);
		writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "empty", version: "1.0.0", private: true }));
		const [archive = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
		run("npm", ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", `./${archive}`], folder);
	});

	it("installs without a network and brings no other package", () => {
		expect(readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["tanlu"]);
	});

	it("runs and tells its version", () => {
		const command = join(folder, "node_modules", ".bin", windows ? "tanlu.cmd" : "tanlu");
		expect(run(command, ["--version"], folder)).toBe(`${version}\n`);
	});

	it.runIf(existsSync(join(root, "dist", "index.js")))("can be imported by name", () => {
		const script = 'import("tanlu").then((all) => console.log(Object.keys(all).length > 0))';
		expect(run(process.execPath, ["-e", script], folder)).toBe("true\n");
	});

	it("carries its licence and those of the packages bundled into it", () => {
		expect(readFileSync(join(installed, "LICENSE"), "utf8")).toBe(read("LICENSE"));
		const texts = readFileSync(join(installed, "dist", "licenses.txt"), "utf8");
		expect([...texts.matchAll(/^(\S+) \d+\.\d+\.\d+ \((\S+)\)$/gm)].map(([, name, kind]) => `${name}: ${kind}`)).toEqual(
			expect.arrayContaining(["chalk: MIT", "decimal.js: MIT"]),
		);
	});

	it("leaves sources, tests and fixtures at home", () => {
		expect(readdirSync(installed)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(src|test|fixtures|\..*)$/)]));
	});
});

describe("the lock file", () => {
	const { packages } = JSON.parse(read("package-lock.json")) as { packages: Record<string, Record<string, unknown>> };

	it("names versions and checksums, and no address to fetch them from", () => {
		const locked = Object.entries(packages).filter(([path]) => path !== "");
		expect(locked.filter(([, entry]) => "resolved" in entry)).toEqual([]);
		expect(locked.filter(([, entry]) => entry["integrity"] === undefined)).toEqual([]);
	});

	it("holds no web address but those where authors ask for support", () => {
		const others = Object.values(packages).map(({ funding: _, ...entry }) => JSON.stringify(entry));
		expect(others.filter((entry) => /https?:/.test(entry))).toEqual([]);
	});
});

/** The files under version control and those about to be; nothing where git or the history is missing. */
function tracked(): readonly string[] | undefined {
	try {
		const list = run("git", ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], root);
		return list.split("\0").filter((path) => path !== "" && existsSync(join(root, path)));
	} catch {
		return undefined;
	}
}

const files = tracked();

describe.skipIf(files === undefined)("the tracked files", () => {
	it.each([
		["the folder of one machine", /(^|[^\w.*-])\/(work|root|home)\//m],
		["the address of a registry", /\bregistry[.=]\w|https?:\/\/(localhost\b|127\.|10\.|192\.168\.)/i],
	])("do not hold %s", (_, pattern) => {
		expect(files?.filter((path) => pattern.test(read(path)))).toEqual([]);
	});
});
