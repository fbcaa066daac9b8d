// What a run keeps for the next: a file in the user's cache folder, and nothing that a result depends on.
import { chmodSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { demoFiles, type Ended, folder, root, tanlu } from "./tanlu.ts";

// Whose a file is and who may write it is not asked on Windows.
const windows = process.platform === "win32";
const report = (env: Readonly<Record<string, string>>, cwd = folder()): Promise<Ended> =>
	tanlu(["report", ...demoFiles], { cwd, env });

it("is made of a program that reads the same as ASCII, regular expressions included", () => {
	const program = readFileSync(join(root, "dist", "tanlu.cjs"));
	expect(program.filter((byte) => byte > 0x7f)).toHaveLength(0);
});

describe.skipIf(windows)("what the engine made of the program", () => {
	it("is kept after the first run, for this user alone, and the next run says the same", async () => {
		const cache = folder();
		const cwd = folder();
		const first = await report({ XDG_CACHE_HOME: cache }, cwd);
		const [name = "", ...others] = readdirSync(join(cache, "tanlu"));
		expect([name.startsWith("report-"), others]).toEqual([true, []]);
		const file = join(cache, "tanlu", name);
		expect(statSync(file).mode & 0o077).toBe(0);
		const { mtimeMs } = statSync(file);
		expect(await report({ XDG_CACHE_HOME: cache }, cwd)).toEqual(first);
		expect(statSync(file).mtimeMs).toBe(mtimeMs);
		expect([first.code, readdirSync(cwd)]).toEqual([0, []]);
	});

	it("lies below the home folder where no cache folder is named, or none that is a whole path", async () => {
		const home = folder();
		const cwd = folder();
		await report({ HOME: home, XDG_CACHE_HOME: "cache" }, cwd);
		expect(readdirSync(join(home, ".cache", "tanlu"))).toHaveLength(1);
		expect(readdirSync(cwd)).toEqual([]);
	});

	it.each<[string, (file: string) => void]>([
		["has a damaged byte", (file) => damage(file)],
		["was cut off", (file) => truncateSync(file, 1000)],
		["is empty", (file) => truncateSync(file, 0)],
		["is of something else", (file) => writeFileSync(file, "x".repeat(5000))],
	])("is made anew where it %s", async (_, harm) => {
		const cache = folder();
		const first = await report({ XDG_CACHE_HOME: cache });
		const file = join(cache, "tanlu", readdirSync(join(cache, "tanlu"))[0] as string);
		const whole = readFileSync(file).length;
		harm(file);
		expect(await report({ XDG_CACHE_HOME: cache })).toEqual(first);
		// What is compiled in time for one run differs by a few bytes from another's.
		expect(readFileSync(file).length).toBeGreaterThan(whole * 0.8);
	});

	it("is not used where others could have written it", async () => {
		const cache = folder();
		const first = await report({ XDG_CACHE_HOME: cache });
		const file = join(cache, "tanlu", readdirSync(join(cache, "tanlu"))[0] as string);
		chmodSync(file, 0o666);
		expect(await report({ XDG_CACHE_HOME: cache })).toEqual(first);
		expect(statSync(file).mode & 0o077).toBe(0);
	});

	it("is kept nowhere with TANLU_CACHE=off, without a folder, and where the folder is a file", async () => {
		const cache = folder();
		const first = await report({ XDG_CACHE_HOME: cache, TANLU_CACHE: "off" });
		expect(readdirSync(cache)).toEqual([]);
		expect(await report({ XDG_CACHE_HOME: "", HOME: "" })).toEqual(first);
		writeFileSync(join(cache, "file"), "");
		expect(await report({ XDG_CACHE_HOME: join(cache, "file") })).toEqual(first);
	});

	it("is not kept of runs that compile little: help and misuse", async () => {
		const cache = folder();
		await tanlu(["report", "--help"], { env: { XDG_CACHE_HOME: cache } });
		await tanlu(["report", "--nope"], { env: { XDG_CACHE_HOME: cache } });
		await tanlu(["nope"], { env: { XDG_CACHE_HOME: cache } });
		expect(readdirSync(cache)).toEqual([]);
	});

	it("takes the place of the oldest, so that the folder stays small", async () => {
		const old = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`tanlu/report-${at}`, ""]));
		const cache = folder(old);
		await report({ XDG_CACHE_HOME: cache });
		expect(readdirSync(join(cache, "tanlu"))).toHaveLength(24);
	});
});

/** One byte in the middle, where code stands. */
function damage(file: string): void {
	const bytes = readFileSync(file);
	const middle = bytes.length >> 1;
	bytes[middle] = (bytes[middle] as number) ^ 0x5a;
	writeFileSync(file, bytes);
}
