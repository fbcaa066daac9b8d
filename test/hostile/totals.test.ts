/** Totals of a file that changes while it is read, of a packed one that is cut off, on a disk that fills up: named, and nothing is left. */
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { runProgram } from "../../src/commands/program.ts";
import type { Disk } from "../../src/host/disk.ts";
import { nodeHost } from "../../src/host/node.ts";
import { root } from "../cli/tanlu.ts";
import { failingDisk } from "../support/failing-disk.ts";

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "tanlu-changing-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const rows = (from: number, to: number): string =>
	Array.from({ length: to - from }, (_, at) => `F${from + at},2023,coke,${100 + at}.5,t\n`).join("");
const energy = (): string => {
	const file = join(folder, "energy.csv");
	writeFileSync(file, `firm,period,carrier,quantity,unit\n${rows(0, 9000)}`);
	return file;
};

/** A command over real files; `meanwhile` happens when a file was opened and none of it was read. */
const run = async (argv: readonly string[], meanwhile: () => void = () => undefined, disk?: Disk) => {
	let [stdout, stderr] = ["", ""];
	const real = nodeHost("0.0.0", join(root, "dist"), disk);
	const host = {
		...real,
		source: async (path: string) => {
			const found = await real.source(path);
			meanwhile();
			return found;
		},
		print: async (text: string | Uint8Array) => {
			stdout += String(text);
		},
		tell: (text: string) => {
			stderr += text;
		},
	};
	const code = await runProgram(argv, host);
	real.abandon();
	return { code, stdout, stderr };
};

it.each([
	["grows", (file: string) => appendFileSync(file, rows(9000, 9001))],
	["is cut off", (file: string) => truncateSync(file, 1000)],
	["is written to in place", (file: string) => utimesSync(file, 1, 1)],
] as const)("a file that %s while it is read ends the run, which names it and writes nothing", async (_, change) => {
	const file = energy();
	const { code, stdout, stderr } = await run(["total", file, "--out", join(folder, "out.csv")], () => change(file));
	expect(code).toBe(2);
	expect(stdout).toBe("");
	expect(stderr).toContain("energy.csv");
	expect(stderr).toContain("changed while it was read");
	expect(readdirSync(folder)).toEqual(["energy.csv"]);
});

it("a packed table that is cut off ends the run, which names it and writes nothing", async () => {
	const file = join(folder, "energy.csv.gz");
	const packed = gzipSync(readFileSync(energy()));
	writeFileSync(file, packed.subarray(0, packed.length / 2));
	const { code, stderr } = await run(["total", file, "--out", join(folder, "out.csv")]);
	expect(code).toBe(2);
	expect(stderr).toContain("energy.csv.gz");
	expect(readdirSync(folder).sort()).toEqual(["energy.csv", "energy.csv.gz"]);
});

it("totals on a disk that fills up leave nothing, and say so", async () => {
	const file = energy();
	const out = join(folder, "out.csv");
	// It is written piece by piece: the disk is full at the second, or at the last.
	for (const at of [1, 2, 3]) {
		const { disk, open } = failingDisk("writeSync", at, "ENOSPC");
		const { code, stderr } = await run(["total", file, "--out", out], undefined, disk);
		expect(code).toBe(2);
		expect(stderr).toContain("the disk is full");
		expect([...open]).toEqual([]);
		expect(readdirSync(folder)).toEqual(["energy.csv"]);
	}
});
