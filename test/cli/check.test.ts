/** `tanlu check` as a script meets it: how it ends, where its result goes, and that the same data give the same bytes. */
import { spawn } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Check } from "../../src/contract/check.ts";
import { tanlu } from "../support/in-process.ts";
import { checkFormatNames } from "../support/write-check.ts";
import { readCsv, readJunit, readSarif } from "../views/readers.ts";
import { type Around, bin, demoFiles, folder, names, onlyLine, root, run, small } from "./tanlu.ts";

// Tests that need links, modes or pipes of Unix, or its shell, are left out where there are none.
const unix = process.platform !== "win32";
const bash = existsSync("/bin/bash") || existsSync("/usr/bin/bash");

const demo = (...options: string[]) => tanlu(["check", ...demoFiles, ...options]);

/** One error (an amount below zero) and one warning (a blank amount) beside a firm in order. */
const faulty = {
	...small,
	"energy.csv": `${small["energy.csv"]}A,2021,coke,-3,t,2.5\nB,2021,coke,,t,2.5\n`,
} as const;
const inFaulty = (args: readonly string[], more: Around = {}) =>
	tanlu(["check", "energy.csv", "output.csv", ...args], { cwd: folder(faulty), ...more });

async function checkOf(args: readonly string[], around: Around): Promise<Check> {
	const { stdout } = await tanlu(["check", ...args, "--format", "json"], around);
	return JSON.parse(stdout) as Check;
}

/** Blank amounts of so many firms: as many warnings, and a result larger than any pipe holds. */
const blanks = (firms: number): { readonly "energy.csv": string; readonly "output.csv": string } => ({
	"energy.csv": small["energy.csv"] + Array.from({ length: firms }, (_, n) => `P${n},2021,coke,,t,2.5\n`).join(""),
	"output.csv": small["output.csv"],
});

describe("exit code", () => {
	it("0: nothing wrong, and with warnings", async () => {
		const clean = await tanlu(["check", "energy.csv", "output.csv"], { cwd: folder(small) });
		expect(clean).toMatchObject({ code: 0, stderr: "" });
		expect(clean.stdout).toMatch(/^The data are clean as far as they were checked: 2 files, 4 rows\.\n/);
		const warned = await demo();
		expect(warned.code).toBe(0);
		// What it counts by that is not the tool's own is told, and nothing else.
		expect(warned.stderr).toMatch(/^Other than the tool's own: bases and targets of firms: \S*firms\.csv\.\n$/);
		expect(warned.stdout).toContain("0 errors, 5 warnings, 4 notes;");
	});

	it("1: errors, and the result is there all the same", async () => {
		const { code, stdout, stderr } = await inFaulty([]);
		expect([code, stderr]).toEqual([1, ""]);
		expect(stdout).toMatch(/^The data have errors: 2 files, 6 rows\.\n/);
		expect(stdout).toMatch(/^error {2}negative-quantity \(1\)/m);
	});

	it("3: more warnings than --max-warnings allows", async () => {
		// The demonstration has five.
		expect((await demo("--max-warnings", "4")).code).toBe(3);
		expect((await demo("--max-warnings", "5")).code).toBe(0);
	});

	it("1 before 3: errors, and a condition that failed", async () => {
		expect((await inFaulty(["--max-warnings", "0"])).code).toBe(1);
	});

	it.each([
		["a missing file", ["missing.csv"], /^missing\.csv: no such file/],
		["no file at all", [], /^no files/],
		["a format there is not", ["energy.csv", "--format", "markdown"], /^--format 'markdown' is not known/],
		["an option of report", ["energy.csv", "--digits", "2"], /--digits/],
		["a number that is none", ["energy.csv", "--max-warnings", "few"], /^--max-warnings 'few' cannot be used/],
		["a baseline that is not there", ["energy.csv", "--baseline", "known.json"], /^known\.json: no such file/],
		["a rules file that is not there", ["energy.csv", "--rules", "own.json"], /^own\.json: no such file/],
		["a byte-order mark on what is no csv", ["energy.csv", "--bom"], /--bom/],
	])("2, with one line and no result: %s", async (_, args, said) => {
		const ended = await tanlu(["check", ...args], { cwd: folder(faulty) });
		expect([ended.code, ended.stdout]).toEqual([2, ""]);
		expect(onlyLine(ended)).toMatch(said);
	});

	it("2: no row can be used; what is wrong with them is told first", async () => {
		const cwd = folder({ "bad.csv": small["energy.csv"].replaceAll("coke", "cook") });
		const { code, stdout, stderr } = await tanlu(["check", "bad.csv"], { cwd });
		expect([code, stdout]).toEqual([2, ""]);
		expect(stderr).toMatch(/^error {2}unknown-carrier/);
		expect(stderr.split("\n").at(-2)).toMatch(/^tanlu: no row .*bad\.csv/);
	});

	it("2 before 1: the result cannot be written", async () => {
		expect((await inFaulty(["--out", "no-such-folder/check.txt"])).code).toBe(2);
	});

	// A copy of what is installed, with a letter changed: the product itself has no switch that makes it fail.
	const damaged = (damage: (program: string) => string | undefined): string => {
		const cwd = folder(small);
		for (const part of ["bin", "dist"]) cpSync(join(root, part), join(cwd, part), { recursive: true });
		const program = join(cwd, "dist", "tanlu.cjs");
		const changed = damage(readFileSync(program, "utf8"));
		if (changed === undefined) rmSync(program);
		else writeFileSync(program, changed);
		return cwd;
	};
	const started = (cwd: string) =>
		run(process.execPath, [join(cwd, "bin", "tanlu.js"), "check", "energy.csv", "output.csv"], { cwd });

	it("70: a fault of ours, with the command and the trace, and no result", async () => {
		const place = '===null)throw new Error("a check without rules")';
		const cwd = damaged((program) => {
			expect(program.split(place)).toHaveLength(2);
			return program.replace(place, place.replace("===", "!=="));
		});
		const { code, stdout, stderr } = await started(cwd);
		expect([code, stdout]).toEqual([70, ""]);
		expect(stderr).toMatch(/^This is a fault of tanlu, not of your data\./);
		expect(stderr).toContain("\n  tanlu check energy.csv output.csv\nError: a check without rules\n    at ");
	});

	it.each([
		["is not there", (): undefined => undefined],
		["is cut off", (program: string): string => program.slice(0, program.length / 2)],
	])("70, not the 1 of wrong data: the program %s", async (_, damage) => {
		const { code, stdout, stderr } = await started(damaged(damage));
		expect([code, stdout]).toEqual([70, ""]);
		expect(stderr).toMatch(/^This is a fault of tanlu, not of your data:\n/);
	});
});

describe("the result", () => {
	it.each(checkFormatNames)("as %s is all that is written, to standard output or to the file of --out", async (format) => {
		const cwd = folder(faulty);
		const args = ["check", "energy.csv", "output.csv", "--format", format];
		const printed = await tanlu(args, { cwd });
		const filed = await tanlu([...args, "--out", "result"], { cwd });
		expect(printed).toMatchObject({ code: 1, stderr: "" });
		expect(filed).toEqual({ code: 1, stdout: "", stderr: "" });
		expect(readFileSync(join(cwd, "result"), "utf8")).toBe(printed.stdout);
		expect(names(cwd)).toEqual(["energy.csv", "output.csv", "result"]);
		expect(printed.stdout.endsWith("\n")).toBe(true);
	});

	it("tells the error before the warning wherever findings stand in a list", async () => {
		const cwd = folder(faulty);
		for (const format of ["text", "json", "csv", "github"]) {
			const { stdout } = await tanlu(["check", "energy.csv", "output.csv", "--format", format], { cwd });
			const [error, warning] = ["-3 is below zero", "no amount ("].map((message) => stdout.indexOf(message));
			expect(error, format).toBeGreaterThan(0);
			expect(warning, format).toBeGreaterThan(error as number);
		}
	});

	it("can be read by those who take each format", async () => {
		const cwd = folder(faulty);
		const as = async (format: string): Promise<string> =>
			(await tanlu(["check", "energy.csv", "output.csv", "--format", format], { cwd })).stdout;
		expect(readCsv(await as("csv")).map(({ code }) => code)).toContain("negative-quantity");
		expect(JSON.stringify(readSarif(await as("sarif")))).toContain("negative-quantity");
		expect(JSON.stringify(await readJunit(await as("junit")))).toContain("negative-quantity");
		expect(await as("github")).toMatch(/^::error file=energy\.csv,line=4,/);
	});

	it("of csv takes a byte-order mark for Excel", async () => {
		const plain = await inFaulty(["--format", "csv"]);
		expect((await inFaulty(["--format", "csv", "--bom"])).stdout).toBe(`\ufeff${plain.stdout}`);
	});

	it("never overwrites what is read", async () => {
		const cwd = folder({ ...faulty, "own.json": "{}", "known.json": '{ "schemaVersion": 1, "entries": [] }' });
		const files = ["energy.csv", "./energy.csv", "own.json", "known.json"];
		for (const file of files) {
			const args = ["check", "energy.csv", "output.csv", "--rules", "own.json", "--baseline", "known.json", "--out", file];
			const before = readFileSync(join(cwd, file), "utf8");
			expect(onlyLine(await tanlu(args, { cwd }))).toBe(`--out ${file} would overwrite an input. Name another file.`);
			expect(readFileSync(join(cwd, file), "utf8")).toBe(before);
		}
	});
});

describe("the heaviest", () => {
	it("stands first: gravity, then tonnes, then place", async () => {
		// Measured oxidation of 0.79 in place of 0.93: the more coal, the more is in doubt.
		const rows = ["A,2020,5", "A,2021,50", "B,2020,20"].map((row) => row.replace(/(\d+)$/, "bituminous-coal,$1,t,0.79\n"));
		const cwd = folder({
			"energy.csv": `firm,period,carrier,quantity,unit,oxidation_rate\n${rows.join("")}B,2021,bituminous-coal,-1,t,\n`,
		});
		const { findings } = await checkOf(["energy.csv"], { cwd });
		const told = findings.list.filter(({ code }) => ["low-oxidation", "negative-quantity"].includes(code));
		expect(told.map(({ gravity, row }) => `${gravity} ${row}`)).toEqual(["error 5", "warning 3", "warning 4", "warning 2"]);
		// A tonne: 23.204 × 0.02618 × (0.93 − 0.79) × 44/12 = 0.60748072 × 0.14 × 44/12 = 0.0850473008 × 44/12 = 0.311840102933…
		// 50 t: 15.5920051466…; 20 t: 6.2368020586…; 5 t: 1.5592005146…
		// The refused tonne by what B's coal makes elsewhere: 0.60748072 × 0.79 × 44/12 = 0.4799097688 × 44/12 = 1.75966915226666…
		expect(told.map(({ weightTonnes }) => weightTonnes)).toEqual([
			"1.759669152267",
			"15.592005146667",
			"6.236802058667",
			"1.559200514667",
		]);
	});
});

describe("pipes", () => {
	const piped = (script: string, cwd: string) =>
		run("bash", ["-c", `set -o pipefail; ${script}`, process.execPath, bin], { cwd });

	it.runIf(unix && bash)("closed by a reader who has seen enough: exit 0, and not a word", async () => {
		const cwd = folder(blanks(2000));
		for (const format of ["json", "csv", "sarif", "junit"]) {
			const { code, stdout, stderr } = await piped(`"$0" "$1" check *.csv --format ${format} | head -1`, cwd);
			expect([format, code, stderr, stdout.split("\n").length]).toEqual([format, 0, "", 2]);
		}
	});

	it.runIf(unix && bash)("closed: an exit code that is not 0 still arrives", async () => {
		const script = '"$0" "$1" check *.csv --format json --max-warnings 0 | head -1';
		expect((await piped(script, folder(blanks(2000)))).code).toBe(3);
	});

	it("read slowly hold everything", async () => {
		const cwd = folder(blanks(2000));
		const args = ["check", "energy.csv", "output.csv", "--format", "json"];
		await tanlu([...args, "--out", "whole"], { cwd });
		const whole = readFileSync(join(cwd, "whole"));
		// A pipe holds 64 KiB.
		expect(whole.length).toBeGreaterThan(500_000);
		const child = spawn(process.execPath, [bin, ...args], { cwd, stdio: ["ignore", "pipe", "ignore"] });
		const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
		const pieces: Buffer[] = [];
		for await (const piece of child.stdout) {
			pieces.push(piece as Buffer);
			if (pieces.length < 10) await new Promise((resolve) => setTimeout(resolve, 25));
		}
		expect(await ended).toBe(0);
		expect(Buffer.concat(pieces).equals(whole)).toBe(true);
	});

	it("from standard input: a table is read for -, and called so", async () => {
		const cwd = folder({ "output.csv": faulty["output.csv"] });
		const { findings } = await checkOf(["-", "output.csv"], { cwd, input: faulty["energy.csv"] });
		expect(findings.list.map(({ code, file, row }) => `${code} ${file}:${row}`)).toContain("negative-quantity -:4");
	});
});

describe("the same data", () => {
	it.each(checkFormatNames)("give the same bytes as %s in any time zone, locale and window", async (format) => {
		const args = ["check", "energy.csv", "output.csv", "--format", format];
		const cwd = folder(faulty);
		const plain = await tanlu(args, { cwd, env: { LC_ALL: "C", TZ: "UTC" } });
		const chinese = { TZ: "Asia/Shanghai", LC_ALL: "zh_CN.UTF-8", LANG: "zh_CN.UTF-8", LANGUAGE: "zh" };
		const german = { TZ: "America/St_Johns", LC_ALL: "de_DE.UTF-8", LC_NUMERIC: "de_DE.UTF-8", COLUMNS: "40", LINES: "10" };
		for (const env of [chinese, german]) expect(await tanlu(args, { cwd, env })).toEqual(plain);
	});

	it("give the same bytes in any order of files", async () => {
		const cwd = folder(faulty);
		for (const format of checkFormatNames) {
			const one = await tanlu(["check", "energy.csv", "output.csv", "--format", format], { cwd });
			expect(await tanlu(["check", "output.csv", "energy.csv", "--format", format], { cwd })).toEqual(one);
		}
	});

	it("in another order of rows give the same findings, each at the row where it now is", async () => {
		const turned = (text: string): string => {
			const [head, ...rows] = text.trimEnd().split("\n");
			return [head, ...rows.reverse(), ""].join("\n");
		};
		const rows = faulty["energy.csv"].trimEnd().split("\n").length;
		const found = async (energy: string, rowOf: (row: number) => number): Promise<unknown[]> => {
			const { findings } = await checkOf(["energy.csv", "output.csv"], { cwd: folder({ ...faulty, "energy.csv": energy }) });
			return findings.list
				.map(({ line: _, row, ...rest }) => JSON.stringify({ ...rest, row: row === null ? null : rowOf(row) }))
				.sort();
		};
		// The rows 2 to 6 become 6 to 2: row n stands at 8 − n.
		expect(rows).toBe(6 - 1);
		expect(await found(turned(faulty["energy.csv"]), (row) => rows + 2 - row)).toEqual(
			await found(faulty["energy.csv"], (row) => row),
		);
	});
});

describe("what was not checked", () => {
	it("is told for each rule that could not be asked, and counted", async () => {
		const cwd = folder(small);
		const { rules, findings } = await checkOf(["energy.csv", "output.csv"], { cwd });
		for (const { asked, passed, failed, notChecked } of rules)
			expect(passed + failed + notChecked.reduce((all, { firms }) => all + firms, 0)).toBe(asked);
		expect(findings.notChecked).toContainEqual({ rule: "future-month", why: "no-as-of" });
		const dated = await checkOf(["energy.csv", "output.csv", "--as-of", "2022-01-31"], { cwd });
		expect(dated.findings.notChecked.map(({ why }) => why)).not.toContain("no-as-of");
	});
});
