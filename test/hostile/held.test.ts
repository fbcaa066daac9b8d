/** What comes once and is long: it goes to a temporary file, is read from there as any file is, and leaves nothing behind. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { realDisk } from "../../src/host/disk.ts";
import { heldSource, type Keeping } from "../../src/host/held.ts";
import { removeTemporary } from "../../src/host/temporary.ts";
import { languages } from "../../src/language/index.ts";
import type { Source } from "../../src/records/source.ts";
import { bin, folder as cliFolder, tanlu } from "../cli/tanlu.ts";
import { failingDisk } from "../support/failing-disk.ts";

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "tanlu-held-"));
});
afterEach(() => {
	removeTemporary();
	rmSync(folder, { recursive: true, force: true });
});

/** Pieces of ten bytes, each of its own letter; `ended` says whether somebody has left them or come to their end. */
async function* pieces(count: number, ended: { at?: number } = {}): AsyncGenerator<Uint8Array> {
	let n = 0;
	try {
		for (; n < count; n++) yield Buffer.alloc(10, 97 + (n % 26));
	} finally {
		ended.at = n;
	}
}
const textOf = async (bytes: AsyncIterable<Uint8Array>): Promise<string> => {
	const found: Buffer[] = [];
	for await (const piece of bytes) found.push(Buffer.from(piece));
	return Buffer.concat(found).toString();
};
const held = (count: number, more: Partial<Keeping> = {}, ended?: { at?: number }): Source =>
	heldSource("-", pieces(count, ended), { told: () => undefined, folder, room: 50, ...more });

describe("bytes that come once", () => {
	it("are the same as often as they are read, however many they are", async () => {
		for (const count of [0, 1, 5, 6, 30]) {
			const { bytes } = held(count);
			const first = await textOf(bytes());
			expect(first).toHaveLength(count * 10);
			expect(await textOf(bytes())).toBe(first);
			expect(await textOf(bytes())).toBe(first);
		}
	});

	it("stay in memory while they are few", async () => {
		const source = held(5);
		await textOf(source.bytes());
		expect([readdirSync(folder), source.size, source.places]).toEqual([[], undefined, undefined]);
	});

	it("are a file from their end on, which can be read from any place and nobody else may read", async () => {
		const told: string[] = [];
		const source = held(30, { told: (...what) => told.push(...what) });
		const whole = await textOf(source.bytes());
		const [name, ...others] = readdirSync(folder);
		expect([told, others, source.size]).toEqual([["-", folder], [], 300]);
		const stats = statSync(join(folder, name as string));
		expect(stats.size).toBe(300);
		if (process.platform !== "win32") expect(stats.mode & 0o777).toBe(0o600);
		expect(source.places?.path).toBe(join(folder, name as string));
		for (const place of [0, 1, 49, 50, 299, 300])
			expect(await textOf(source.places?.from(place) as AsyncIterable<Uint8Array>)).toBe(whole.slice(place));
		removeTemporary();
		expect(readdirSync(folder)).toEqual([]);
	});

	it("that are left before their end are kept no longer, nor waited for", async () => {
		const ended: { at?: number } = {};
		const source = held(30, {}, ended);
		let taken = 0;
		for await (const _ of source.bytes()) if (++taken === 10) break;
		expect([ended.at, readdirSync(folder)]).toEqual([9, []]);
		await expect(textOf(source.bytes())).rejects.toThrow("cannot be read again");
	});

	it("that never end are refused, and nothing is left of them", async () => {
		await expect(textOf(held(Number.POSITIVE_INFINITY, { most: 1000 }).bytes())).rejects.toMatchObject({
			code: "beyond-bound",
			with: { file: "-", bound: "held", most: 1000 },
		});
		expect(readdirSync(folder)).toEqual([]);
	});

	it("that another writes to meanwhile are refused", async () => {
		const source = held(30);
		await textOf(source.bytes());
		const { path } = source.places as NonNullable<Source["places"]>;
		const file = realDisk.openSync(path, "a");
		realDisk.writeSync(file, Buffer.from("more"));
		realDisk.closeSync(file);
		await expect(textOf(source.bytes())).rejects.toMatchObject({ code: "cannot-open", with: { why: "changed" } });
		expect(source.places?.check).toThrow(expect.objectContaining({ code: "cannot-open" }));
	});

	it.each([
		["openSync", 1, "ENOSPC", "full"],
		["writeSync", 1, "ENOSPC", "full"],
		["writeSync", 8, "EDQUOT", "quota"],
		["closeSync", 1, "EIO", "other"],
	] as const)("for which there is no room are told, and nothing is left: %s number %i says %s", async (call, at, code, why) => {
		const { disk, calls, open } = failingDisk(call, at, code);
		const source = held(30, { disk });
		await expect(textOf(source.bytes())).rejects.toMatchObject({ code: "cannot-keep", with: { file: "-", why } });
		expect([calls.get(call), open.size, readdirSync(folder)]).toEqual([at, 0, []]);
	});
});

/** Longer than what is held, by a column that nobody reads. */
const rows = Array.from({ length: 2000 }, (_, n) => `F${n},2023,coke,${n + 1},t,`);
const long = ["firm,period,carrier,quantity,unit,remarks", ...rows.map((row) => row + "x".repeat(10_000)), ""].join("\n");

describe("standard input that is long", () => {
	it.each(
		languages.map((one) => [one.id, one] as const),
	)("is read like the file, and a line says where it is kept, in %s", async (lang, { report }) => {
		const cwd = cliFolder({ "long.csv": long });
		const args = ["--lang", lang, "--format", "csv"];
		const [piped, quiet, named] = await Promise.all([
			tanlu(["report", "-", ...args], { cwd, input: long, env: { TMPDIR: folder, TEMP: folder } }),
			tanlu(["report", "-", ...args, "--quiet"], { cwd, input: long, env: { TMPDIR: folder, TEMP: folder } }),
			tanlu(["report", "long.csv", ...args], { cwd }),
		]);
		expect(piped.stderr).toContain(`tanlu: ${report.kept("-", folder)}\n`);
		expect(piped.stdout === named.stdout).toBe(true);
		expect(piped.stdout.split("\n").length).toBeGreaterThan(2000);
		expect([quiet.stdout === piped.stdout, piped.code, quiet.code]).toEqual([true, named.code, named.code]);
		expect(quiet.stderr).not.toContain(folder);
		expect(readdirSync(folder)).toEqual([]);
	});

	it("for which there is no folder ends the run, and no result is written", async () => {
		const cwd = cliFolder();
		const missing = join(folder, "none");
		const { code, stderr } = await tanlu(["check", "-", "--out", "found.csv"], {
			cwd,
			input: long,
			env: { TMPDIR: missing, TEMP: missing },
		});
		expect(code).toBe(2);
		expect(stderr).toContain(`cannot be kept in ${missing}: the folder does not exist.`);
		expect(readdirSync(cwd)).toEqual([]);
	});

	it.runIf(process.platform !== "win32").each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
		"leaves nothing where %s ends the run",
		async (signal) => {
			mkdirSync(join(folder, "tmp"));
			const env = { ...process.env, TMPDIR: join(folder, "tmp") };
			const child = spawn(process.execPath, [bin, "check", "-"], { cwd: folder, env, stdio: ["pipe", "ignore", "pipe"] });
			const ended = new Promise((resolve) => child.on("close", (_, by) => resolve(by)));
			const begun = new Promise((resolve) => child.stderr.once("data", resolve));
			child.stdin.on("error", () => undefined);
			child.stdin.write(long);
			await begun;
			expect(readdirSync(join(folder, "tmp"))).toHaveLength(1);
			child.kill(signal);
			expect([await ended, readdirSync(join(folder, "tmp"))]).toEqual([signal, []]);
		},
	);
});
