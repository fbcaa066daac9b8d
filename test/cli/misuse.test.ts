/** What a run that could not be done says: one line, on standard error, with the way out. Never a stack, never half a result. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tanlu } from "../support/in-process.ts";
import { demoFolder, demoNames, folder, names, onlyLine, small } from "./tanlu.ts";

const header = "firm,period,carrier,quantity,unit\n";

/** A folder with a table and what can be wrong beside it; the run's only line. */
async function refused(...args: string[]): Promise<string> {
	const cwd = demoFolder({
		"what.csv": "a,b,c\n1,2,3\n",
		"header.csv": header,
		"empty.csv": "",
		"small.csv": small["energy.csv"],
	});
	mkdirSync(join(cwd, "sheets"));
	const ended = await tanlu(args, { cwd });
	expect(ended.code).toBe(2);
	expect(ended.stdout).toBe("");
	const line = onlyLine(ended);
	expect(line).not.toMatch(/\bat \S+:\d+:\d+|Error:|undefined|\[object/);
	return line;
}

const report = (...options: string[]) => refused("report", "energy.csv", "output.csv", ...options);

describe("files that cannot be used", () => {
	it.each([
		["a missing file", ["report", "missing.csv"], /missing\.csv.*no such file.*path/],
		["a missing file beside one that is there", ["report", "energy.csv", "missing.csv"], /missing\.csv.*no such file/],
		["a folder without a table", ["report", "sheets"], /sheets holds no file.*\.csv.*name the files/],
		[
			"a folder where an option wants a file",
			["report", "energy.csv", "--deflator", "sheets"],
			/sheets is a folder.*files in it/,
		],
		["a table that is none we know", ["report", "what.csv"], /what\.csv.*a, b, c.*firm, period, carrier, quantity, unit.*--kind/],
		["an empty file", ["report", "empty.csv"], /empty\.csv is empty/],
		["no file at all", ["report"], /no files.*tanlu report energy\.csv output\.csv/],
	])("%s", async (_, args, said) => {
		expect(await refused(...args)).toMatch(said);
	});

	it("a file with a header and no rows: the finding first, then the line", async () => {
		const ended = await tanlu(["report", "header.csv"], { cwd: folder({ "header.csv": header }) });
		expect(ended.code).toBe(2);
		expect(ended.stdout).toBe("");
		expect(ended.stderr).toMatch(/^warning {2}no-data\n {2}header\.csv {2}/);
		expect(ended.stderr.split("\n").at(-2)).toMatch(/^tanlu: no row .*header\.csv/);
	});

	it("the data of one sheet under the header of another kind forced on it: every missing column at once", async () => {
		const cwd = demoFolder();
		const ended = await tanlu(["report", "energy.csv", "--kind", "energy.csv=output"], { cwd });
		expect(ended.code).toBe(2);
		expect(ended.stderr).toContain("missing-column");
		expect(ended.stderr.split("\n").at(-2)).toMatch(/^tanlu: no row /);
	});
});

describe("words that are not known", () => {
	it.each([
		["an option", ["--formt", "csv"], /--formt.*--format/],
		["a format", ["--format", "jsn"], /--format 'jsn'.*'json'/],
		["a fuel set", ["--factors", "ndrc-guideline"], /--factors.*'ndrc-guidelines'/],
		["a plan", ["--targets", "plan14"], /--targets.*'plan-14'/],
		["a path", ["--path", "linaer"], /--path.*'linear'/],
		["a verdict", ["--fail-on", "behnd"], /--fail-on.*'behind'/],
		["a verdict beside one that is known", ["--fail-on", "missed,on-trak"], /--fail-on 'on-trak'.*'on-track'/],
		["an output", ["--per", "value-addd"], /--per.*'value-added'/],
		["a boundary", ["--boundary", "enrgy"], /--boundary.*'energy'/],
		["an encoding", ["--encoding", "utf-9"], /--encoding.*'utf-8'/],
		["a kind of table", ["--kind", "energy.csv=enrgy"], /--kind.*'energy'/],
		["a carrier to count as", ["--map", "x=cole"], /--map 'cole'.*'coke'/],
		["a year of the grid", ["--electricity", "national@2012"], /--electricity.*'national@202\d'/],
	])("%s is told with one that is near", async (_, options, said) => {
		expect(await report(...options)).toMatch(said);
	});

	it("a command is told with one that is near", async () => {
		expect(await refused("rport", "energy.csv")).toMatch(/rport.*report/);
	});

	it.each([
		["a set", ["--factors", "zzz"], /Known: .*mee-2024.*ndrc-guidelines/],
		["a verdict", ["--fail-on", "zzz"], /Known: on-track, .*withheld/],
		["a format", ["--format", "zzz"], /Known: text, csv, json/],
	])("%s like nothing we know is told with all that are", async (_, options, said) => {
		const line = await report(...options);
		expect(line).toMatch(said);
		expect(line).not.toContain("Did you mean");
	});

	it.each([
		["--year", "20x3"],
		["--digits", "-1"],
		["--digits", "1.5"],
		["--digits", "21"],
		["--max-warnings", "few"],
		["--electricity", "-1"],
		["--electricity", "0.5e3"],
		["--electricity", "nationl"],
		["--prices", "current"],
		["--as-of", "tomorrow"],
		["--map", "x"],
		["--kind", "energy"],
	])("%s %s is told with what to give", async (option, value) => {
		expect(await report(option, value)).toMatch(new RegExp(`^${option} '${value.replace(".", "\\.")}' .*give .+`));
	});

	it("an option without its value", async () => {
		expect(await report("--format")).toContain("--format");
	});

	it("a file that an option names and that is not there", async () => {
		expect(await report("--deflator", "missing.csv")).toMatch(/missing\.csv: no such file/);
		expect(await report("--targets", "missing.csv")).toMatch(/missing\.csv: no such file/);
		expect(await report("--factors", "./missing")).toMatch(/missing: no such file/);
	});

	it("two published sets, which are never mixed", async () => {
		expect(await report("--factors", "mee-2024", "--factors", "ipcc-2006")).toMatch(/--factors 'ipcc-2006'.*one published set/);
	});

	it("market-based beside a grid factor that cannot be market-based", async () => {
		expect(await report("--market-based", "--electricity", "provincial")).toMatch(/--market-based needs national/);
	});

	it("--kind for a file that is not among them", async () => {
		expect(await report("--kind", "other.csv=energy")).toContain("other.csv");
	});

	it("a language", async () => {
		expect(await report("--lang", "de")).toMatch(/--lang 'de'.*Known: en/);
	});

	it("a date that is in no calendar", async () => {
		expect(await report("--as-of", "2025-02-30")).toContain("--as-of");
	});
});

describe("what is told", () => {
	it("steers no terminal: escape sequences of a name are made visible", async () => {
		const { stderr } = await tanlu(["report", "a\u001b[31mb.csv"]);
		expect(stderr).not.toContain("\u001b");
	});

	it("steers no terminal: nor do those of a header", async () => {
		const { stderr } = await tanlu(["report", "x.csv"], { cwd: folder({ "x.csv": "\u001b[31mred\u0007,b\n1,2\n" }) });
		expect(stderr.slice(0, -1)).not.toMatch(/\p{Cc}/u);
	});

	it("stays one line, whatever was typed", async () => {
		await report("--format", "c\nsv");
	});

	it("stays one line with names of 300 characters", async () => {
		const long = "x".repeat(300);
		expect(await report(long)).toContain(long.slice(0, 50));
		expect(await report("--format", long)).toContain(long.slice(0, 50));
	});
});

describe("a result that cannot be written", () => {
	it.each([
		["into a folder that is not there", "no-such-folder/report.txt"],
		["over a folder", "sheets"],
	])("%s: told before anything is read", async (_, out) => {
		const cwd = demoFolder();
		mkdirSync(join(cwd, "sheets"));
		const ended = await tanlu(["report", "energy.csv", "output.csv", "--out", out], { cwd });
		expect([ended.code, ended.stdout]).toEqual([2, ""]);
		expect(onlyLine(ended)).toMatch(new RegExp(`^${out} (cannot be written|is a folder)`));
		expect(names(cwd)).toEqual([...demoNames, "sheets"]);
	});
});

describe("no arguments", () => {
	it("exit 2, with the commands on standard error", async () => {
		const { code, stdout, stderr } = await tanlu([]);
		expect(code).toBe(2);
		expect(stdout).toBe("");
		expect(stderr).toContain("report");
	});
});
