/** All files of a run, or none: whatever call of the system fails while they are written, and whatever signal comes. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bin, demoArgs, demoFolder, folder, onlyLine, small } from "../cli/tanlu.ts";
import { type Call, failingDisk } from "../support/failing-disk.ts";
import { tanlu } from "../support/in-process.ts";

const all = ["--format", "json", "--out", "r.json", "--write-baseline", "b.json", "--reason", "test", "--split", "rows"];
const old = { "r.json": "old\n", "b.json": "old\n", "rows/energy.used.csv": "old\n", "rows/mine.txt": "mine\n" };

/** Every file of a folder by its path, with what it holds. */
function held(cwd: string): Map<string, string> {
	const files = (readdirSync(cwd, { recursive: true, withFileTypes: true }) as import("node:fs").Dirent[]).filter((one) =>
		one.isFile(),
	);
	return new Map(
		files.map(({ parentPath, name }) => [
			join(parentPath, name).slice(cwd.length + 1),
			readFileSync(join(parentPath, name), "utf8"),
		]),
	);
}

async function failed(kind: Call, at: number, code: string) {
	const cwd = demoFolder(old);
	const { disk, calls, open } = failingDisk(kind, at, code);
	const before = held(cwd);
	const ended = await tanlu(["check", ...demoArgs, ...all], { cwd, disk });
	const after = held(cwd);
	const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
	return { ended, calls, open, changed, gone: [...before.keys()].filter((path) => !after.has(path)), cwd };
}

/** What is said of each cause. */
const said: Readonly<Record<string, RegExp>> = {
	ENOSPC: /cannot be written: the disk is full\./,
	EDQUOT: /cannot be written: your share of the disk is used up\./,
	EROFS: /cannot be written: the disk is read-only\./,
	ENOENT: /cannot be written: its folder does not exist\./,
	EACCES: /cannot be written: permission denied\./,
	EIO: /cannot be written: EIO: made to fail/,
};
/** In the order of tables as they are read; the result and the baseline behind them. */
const outputs = [
	...["rows/firms.used.csv", "rows/firms.refused.csv"],
	...["rows/energy.used.csv", "rows/energy.refused.csv", "rows/output.used.csv", "rows/output.refused.csv"],
	...["r.json", "b.json"],
];
const plan: readonly (readonly [Call, readonly string[]])[] = [
	["mkdirSync", ["EROFS", "EACCES"]],
	["statSync", ["EIO"]],
	["accessSync", ["EROFS", "EACCES"]],
	["openSync", ["ENOSPC", "EROFS", "ENOENT"]],
	["writeSync", ["ENOSPC", "EDQUOT", "EIO"]],
	["fchmodSync", ["EROFS"]],
	["fsyncSync", ["ENOSPC", "EIO"]],
	["closeSync", ["ENOSPC", "EDQUOT", "EIO"]],
	["renameSync", ["ENOENT", "EROFS", "ENOSPC"]],
];

describe("a run with eight files", () => {
	it("puts them in place, in order, where nothing fails", async () => {
		const { ended, calls, open, changed } = await failed("openSync", 0, "");
		expect([ended.code, ended.stdout]).toEqual([0, ""]);
		expect(changed.sort()).toEqual([...outputs].sort());
		expect([calls.get("openSync"), calls.get("closeSync"), calls.get("fsyncSync"), calls.get("renameSync")]).toEqual([
			8, 8, 8, 8,
		]);
		expect(calls.get("writeSync")).toBeGreaterThanOrEqual(8);
		expect(open.size).toBe(0);
	});

	it.each(plan)("says so and leaves all as it was, whichever %s fails", { timeout: 120_000 }, async (kind, codes) => {
		const times = (await failed(kind, 0, "")).calls.get(kind) ?? 0;
		expect(times).toBeGreaterThan(0);
		for (let at = 1; at <= times; at++) {
			const code = codes[at % codes.length] as string;
			const { ended, open, changed, gone } = await failed(kind, at, code);
			const which = `${kind} ${at} of ${times}: ${code}`;
			expect([ended.code, ended.stdout], which).toEqual([2, ""]);
			expect(onlyLine(ended), which).toMatch(said[code] as RegExp);
			expect(open.size, which).toBe(0);
			expect(gone, which).toEqual([]);
			const done = kind === "renameSync" ? outputs.slice(0, at - 1) : [];
			expect(changed.sort(), which).toEqual([...done].sort());
			if (kind !== "renameSync") continue;
			expect(onlyLine(ended).startsWith(outputs[at - 1] as string), which).toBe(true);
			if (done.length > 0) expect(onlyLine(ended), which).toContain(`New from this run: ${done.join(", ")};`);
		}
	});

	it("finds a place that is a folder before it reads", async () => {
		const cwd = demoFolder();
		mkdirSync(join(cwd, "rows", "output.refused.csv"), { recursive: true });
		const ended = await tanlu(["check", ...demoArgs, ...all], { cwd });
		expect([ended.code, ended.stdout, readdirSync(join(cwd, "rows"))]).toEqual([2, "", ["output.refused.csv"]]);
		expect(onlyLine(ended)).toBe("rows/output.refused.csv is a folder. Name a file in it.");
		expect(ended.stderr.split("\n")).toHaveLength(2);
	});
});

describe("templates", () => {
	it.each([
		"openSync",
		"writeSync",
		"fsyncSync",
		"closeSync",
	] as const)("are all there or none, whichever %s fails", async (kind) => {
		for (let at = 1; at <= 4; at++) {
			const cwd = folder();
			const { disk, open } = failingDisk(kind, at, "ENOSPC");
			const ended = await tanlu(["init", "new"], { cwd, disk });
			expect([ended.code, ended.stdout, open.size]).toEqual([2, "", 0]);
			expect(onlyLine(ended)).toMatch(said["ENOSPC"] as RegExp);
			expect([...held(cwd).keys()]).toEqual([]);
		}
	});
});

describe.runIf(process.platform !== "win32")("a signal while rows are written apart", () => {
	it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s leaves no file, and ends the run by itself", async (signal) => {
		const rows = Array.from({ length: 150_000 }, (_, n) => `P${n % 50},${2000 + (n % 20)},coke,${n},t,1\n`);
		const cwd = folder({ "energy.csv": `${small["energy.csv"].split("\n")[0]}\n${rows.join("")}` });
		const child = spawn(process.execPath, [bin, "check", "energy.csv", "--split", "rows"], { cwd, stdio: "ignore" });
		const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on("close", (_, by) => resolve(by)));
		const begun = (): boolean => existsSync(join(cwd, "rows")) && readdirSync(join(cwd, "rows")).length > 0;
		while (!begun() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
		expect(readdirSync(join(cwd, "rows")).every((name) => /^\.tanlu-\d+-\d+\.tmp$/.test(name))).toBe(true);
		child.kill(signal);
		expect(await ended).toBe(signal);
		expect(readdirSync(join(cwd, "rows"))).toEqual([]);
	});
});
