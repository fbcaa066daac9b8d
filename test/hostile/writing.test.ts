/** What is written: whole or told, and never over what is read or written besides, by whatever name. */
import { linkSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeNow, writeWhole } from "../../src/host/whole.ts";
import { bin, demoArgs, demoFolder, onlyLine, run, tanlu } from "../cli/tanlu.ts";

describe("a text", () => {
	it("is written whole where the system takes a little at a time", () => {
		for (const most of [1, 2, 3, 7, 1000]) {
			const taken: Uint8Array[] = [];
			writeWhole("碳路,a\n☃".repeat(20), (bytes) => {
				taken.push(bytes.slice(0, most));
				return Math.min(most, bytes.length);
			});
			expect(Buffer.concat(taken).toString("utf8")).toBe("碳路,a\n☃".repeat(20));
		}
	});

	it("that is taken no further is told, not left", () => {
		let room = 10;
		const write = (bytes: Uint8Array): number => {
			const taken = Math.min(room, bytes.length);
			room -= taken;
			return taken;
		};
		expect(() => writeWhole("x".repeat(100), write)).toThrow("no space left");
	});

	it("that a full pipe does not take is left for later, and any other fault is told", () => {
		let room = 10;
		const write = (bytes: Uint8Array): number => {
			if (room === 0) throw Object.assign(new Error("full"), { code: "EAGAIN" });
			const taken = Math.min(room, 4, bytes.length);
			room -= taken;
			return taken;
		};
		const fails = (): number => {
			throw Object.assign(new Error("gone"), { code: "EPIPE" });
		};
		const bytes = Buffer.from("abcdefghijklmnop");
		expect(Buffer.from(writeNow(bytes, write)).toString()).toBe("klmnop");
		expect(() => writeNow(bytes, fails)).toThrow("gone");
		expect(writeNow(bytes, (left) => left.length)).toHaveLength(0);
	});
});

describe.runIf(process.platform !== "win32")("a result that is led into a file", () => {
	it("is written whole, or the run says that it is not", async () => {
		const cwd = demoFolder();
		const line = `'${process.execPath}' '${bin}' report ${demoArgs.join(" ")} --format json --quiet`;
		const whole = await run("sh", ["-c", `${line} > whole.json`], { cwd });
		expect(whole.code, whole.stderr).toBe(0);
		const { length } = readFileSync(join(cwd, "whole.json"));
		// The shell lets a file have a few kilobytes: the system takes so many of the text, and then none.
		const cut = await run("sh", ["-c", `ulimit -f 8; ${line} > cut.json`], { cwd, env: { TANLU_CACHE: "off" } });
		expect(readFileSync(join(cwd, "cut.json")).length).toBeLessThan(length);
		expect(cut.code).toBe(2);
		expect(cut.stderr.trimEnd().split("\n").at(-1)).toMatch(/^tanlu: standard output cannot be written: /);
	});

	it("is refused where it would go over what is led into standard input", async () => {
		const cwd = demoFolder();
		const before = readFileSync(join(cwd, "energy.csv"), "utf8");
		for (const options of ["--out energy.csv", "--write-baseline energy.csv --reason test", "--out parts/../energy.csv"]) {
			const line = `'${process.execPath}' '${bin}' check - output.csv --kind -=energy ${options} --quiet < energy.csv`;
			const ended = await run("sh", ["-c", `mkdir -p parts; ${line}`], { cwd });
			expect([ended.code, ended.stdout]).toEqual([2, ""]);
			expect(onlyLine(ended)).toMatch(/would overwrite/);
			expect(readFileSync(join(cwd, "energy.csv"), "utf8")).toBe(before);
		}
	});
});

describe.runIf(process.platform !== "win32")("an output is refused before anything is written", () => {
	const rules = '{"limits":{"slip-ratio":{"value":"60","reason":"test"}}}';
	const known = '{"schemaVersion":1,"entries":[]}';
	const cases: readonly (readonly [string, readonly string[]])[] = [
		["--out over an input by a hard link", ["--out", "hard-energy.csv"]],
		["--out over an input by a symbolic link", ["--out", "soft-energy.csv"]],
		["--out over the known findings", ["--baseline", "known.json", "--out", "known.json"]],
		["--out over the rules file", ["--rules", "rules.json", "--out", "rules.json"]],
		["--out over the rules file by a hard link", ["--rules", "rules.json", "--out", "hard-rules.json"]],
		["--write-baseline over an input by a hard link", ["--write-baseline", "hard-energy.csv", "--reason", "test"]],
		["--write-baseline over the rules file", ["--rules", "rules.json", "--write-baseline", "rules.json", "--reason", "test"]],
		["--write-baseline over --out", ["--out", "new.txt", "--write-baseline", "./new.txt", "--reason", "test"]],
		["--split over an input by a hard link", ["--split", "parts"]],
	];
	it.each(cases)("%s", async (_, options) => {
		const cwd = demoFolder({ "rules.json": rules, "known.json": known, "parts/keep": "" });
		linkSync(join(cwd, "energy.csv"), join(cwd, "hard-energy.csv"));
		linkSync(join(cwd, "energy.csv"), join(cwd, "parts", "energy.used.csv"));
		symlinkSync("energy.csv", join(cwd, "soft-energy.csv"));
		linkSync(join(cwd, "rules.json"), join(cwd, "hard-rules.json"));
		const before = readFileSync(join(cwd, "energy.csv"), "utf8");
		const ended = await tanlu(["check", ...demoArgs, ...options, "--quiet"], { cwd });
		expect([ended.code, ended.stdout]).toEqual([2, ""]);
		expect(onlyLine(ended)).toMatch(/would overwrite/);
		expect(readFileSync(join(cwd, "energy.csv"), "utf8")).toBe(before);
		expect(readFileSync(join(cwd, "rules.json"), "utf8")).toBe(rules);
	});
});
