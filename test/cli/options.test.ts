/** What the options do, seen from outside. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/index.ts";
import { en } from "../../src/language/en/index.ts";
import { tanlu } from "../support/in-process.ts";
import { type Around, demoArgs, demoFiles, demoFolder, demoNames, demoText, folder, small } from "./tanlu.ts";

const demo = (...options: string[]) => tanlu(["report", ...demoFiles, ...options]);
const rows = (csv: string): string[] => csv.trimEnd().split("\n");

async function json(args: readonly string[], around?: Around): Promise<Report> {
	const { stdout } = await tanlu(["report", ...args, "--format", "json"], around);
	return JSON.parse(stdout) as Report;
}

const smallReport = (options: readonly string[], files: Readonly<Record<string, string>> = {}) =>
	json(["energy.csv", "output.csv", ...options], { cwd: folder({ ...small, ...files }) });

const yearOf = (report: Report, year: number) => {
	const found = report.firms[0]?.years.find((one) => one.year === year);
	if (found === undefined) throw new Error(`no ${year}`);
	return found;
};

describe("--help", () => {
	it("fits one screen, on standard output, exit 0", async () => {
		const { code, stdout, stderr } = await tanlu(["--help"]);
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		expect(stdout.split("\n").length).toBeLessThan(36);
	});

	it("of report tells every option, an example and the exit codes", async () => {
		const { code, stdout, stderr } = await tanlu(["report", "--help"]);
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		for (const said of ["--format", "--fail-on", "--electricity", "tanlu report energy.csv", "Exit codes"]) {
			expect(stdout).toContain(said);
		}
		expect(stdout).not.toMatch(/undefined|\[object/);
		expect(stdout.split("\n").length).toBeLessThan(60);
		expect(await tanlu(["help", "report"])).toEqual({ code, stdout, stderr });
		expect(await tanlu(["report", "-h"])).toEqual({ code, stdout, stderr });
	});

	it("--version is the version and nothing else", async () => {
		const { code, stdout, stderr } = await tanlu(["--version"]);
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
	});
});

describe("--year and --firm", () => {
	it("show a part of what is computed, to the last digit", async () => {
		const [head, ...all] = rows((await demo("--format", "csv")).stdout);
		const some = rows(
			(await demo("--format", "csv", "--year", "2022", "--year", "2024", "--firm", "F03", "--firm", "F15")).stdout,
		);
		const wanted = all.filter((row) => /^(F03|F15),/.test(row) && /,(2022|2024),(whole-year|partial),/.test(row));
		expect(wanted).toHaveLength(4);
		expect(some).toEqual([head, ...wanted]);
	});

	it("leave the sectors' figures as they are: other firms count on", async () => {
		const whole = await json([...demoFiles]);
		const part = await json([...demoFiles, "--year", "2023", "--firm", "F01"]);
		const steel = (report: Report) =>
			report.sectors.find(({ sector }) => sector === "steel")?.years.find(({ year }) => year === 2023);
		expect(steel(part)).toEqual(steel(whole));
		expect(part.firms.map(({ firm, years }) => [firm, years.map(({ year }) => year)])).toEqual([["F01", [2023]]]);
	});

	it("--year leaves the findings and their numbers as they are", async () => {
		const [whole, part] = [await demo("--quiet"), await demo("--quiet", "--year", "2021")];
		expect(part).toMatchObject({ code: whole.code, stderr: whole.stderr });
	});

	// Before, all findings were told: an officer who asked for one firm had to read what is wrong with nineteen others.
	it("--firm tells the findings of that firm on standard error, and counts those of others in one line", async () => {
		// F05 has four warnings, F08 one; F01, F02, F09 and F19 have a note each of prices in 2026; there is no other finding.
		// What differs from the tool's own is no finding, and has a line of its own.
		const lines = async (...more: string[]): Promise<string[]> =>
			(await demo(...more)).stderr
				.trimEnd()
				.split("\n")
				.filter((line) => !line.startsWith("Other than the tool's own: "));
		const [five, eight, one] = [await lines("--firm", "F05"), await lines("--firm", "F08"), await lines("--firm", "F03")];
		expect(five.filter((line) => /^ {2}F\d\d /.test(line)).map((line) => line.slice(2, 10))).toEqual(
			["2022", "2023", "2024", "2025"].map((year) => `F05 ${year}`),
		);
		expect(eight.filter((line) => /^ {2}F\d\d /.test(line)).map((line) => line.slice(2, 10))).toEqual(["F08 2025"]);
		expect(five.slice(-3, -1)).toEqual(["0 errors, 4 warnings, 0 notes", "of other firms: 0 errors, 1 warning, 4 notes"]);
		expect(eight.slice(-3, -1)).toEqual(["0 errors, 1 warning, 0 notes", "of other firms: 0 errors, 4 warnings, 4 notes"]);
		expect(one).toEqual(["of other firms: 0 errors, 5 warnings, 4 notes", expect.stringMatching(/^not checked: /)]);
		expect(await lines("--quiet", "--firm", "F05")).toEqual(five.slice(-3, -1));
		// All together are all there are: nothing is left to count.
		const told = ["F01", "F02", "F05", "F08", "F09", "F19"].flatMap((firm) => ["--firm", firm]);
		expect((await lines(...told)).join("\n")).toBe((await lines()).join("\n"));
	});

	it("--firm changes neither the exit code nor the findings of json, whosever they are", async () => {
		const tables = {
			"energy.csv": `${small["energy.csv"]}B,2020,coke,-1,t,2.5\n,2020,coke,5,t,2.5\n`,
			"output.csv": small["output.csv"],
		};
		const report = (...more: string[]) => tanlu(["report", "energy.csv", "output.csv", ...more], { cwd: folder(tables) });
		const [whole, part] = [await report(), await report("--firm", "A")];
		expect([whole.code, part.code]).toEqual([1, 1]);
		expect(whole.stderr).toContain("negative-quantity");
		expect(part.stderr).not.toContain("negative-quantity");
		// A row that names no firm may be anybody's.
		expect(part.stderr).toContain("missing-firm");
		expect(part.stderr).toMatch(/^of other firms: 1 error, \d+ warnings?, \d+ notes?$/m);
		const findings = async (...more: string[]): Promise<unknown> =>
			(JSON.parse((await report("--format", "json", ...more)).stdout) as Report).findings;
		expect(await findings("--firm", "A")).toEqual(await findings());
		// What the last line asks to be mended is what was told.
		expect(part.stdout).toContain(en.report.next({ step: "mend-errors", errors: 1 }));
	});

	it("--firm says so where a code has more findings than are kept, since nobody knows whose the others are", async () => {
		const row = (firm: string, n: number): string => `${firm},2020,coke${n},1,t,1\n`;
		const rows = (firm: string, count: number): string => Array.from({ length: count }, (_, n) => row(firm, n)).join("");
		const energy = `${small["energy.csv"]}${rows("B", 1100)}${rows("A", 3)}`;
		const { stderr } = await tanlu(["report", "energy.csv", "output.csv", "--firm", "A"], {
			cwd: folder({ ...small, "energy.csv": energy }),
		});
		expect(stderr).toMatch(/^of other firms, or beyond the first of a code: 1103 errors, /m);
	});

	it("that match nothing: a firm that no table names is told with those near, a year without data with those there are", async () => {
		const { code, stderr } = await tanlu(["report", ...demoArgs, "--firm", "F0l"], { cwd: demoFolder() });
		expect(code).toBe(2);
		expect(stderr).toMatch(/--firm 'F0l'.*'F01'/);
		const year = await demo("--format", "csv", "--year", "1999");
		expect([year.code, year.stdout]).toEqual([2, ""]);
		expect(year.stderr).toContain("--year '1999' is not known. Known: 2020, 2021,");
	});
});

describe("--digits", () => {
	const figures = async (...options: string[]): Promise<string> => {
		const { stdout } = await tanlu(["report", "energy.csv", "output.csv", "--year", "2021", ...options], {
			// 0.8 t at 2.5 t CO2 over 3 (10^4 CNY) in 2021.
			cwd: folder({
				"energy.csv": small["energy.csv"].replace("360", "0.8"),
				"output.csv": small["output.csv"].replace("2021,value_added,1000", "2021,value_added,3"),
			}),
		});
		return stdout;
	};

	it("sets the places of intensities in text, four unless said", async () => {
		expect(await figures()).toMatch(/ 0\.6667 /);
		expect(await figures("--digits", "0")).toMatch(/ 3\.00 +1 /);
		expect(await figures("--digits", "12")).toContain(" 0.666666666667 ");
		expect(await figures("--digits", "12")).not.toContain("0.6666666666667");
	});

	it("changes nothing in csv and json", async () => {
		for (const format of ["csv", "json"])
			expect(await figures("--digits", "1", "--format", format)).toBe(await figures("--format", format));
	});
});

describe("the language", () => {
	it("is English, by option, by environment, and whatever the locale says", async () => {
		const plain = await demo();
		expect(await demo("--lang", "en")).toEqual(plain);
		const env = { TANLU_LANG: "en", LANG: "zh_CN.UTF-8" };
		expect(await tanlu(["report", ...demoFiles], { env })).toEqual(plain);
	});

	it("of the environment that we do not speak stops nothing", async () => {
		expect((await tanlu(["report", ...demoFiles], { env: { TANLU_LANG: "tlh" } })).code).toBe(0);
	});
});

describe("--kind", () => {
	it("forces what a file is", async () => {
		const cwd = demoFolder();
		const plain = await tanlu(["report", ...demoArgs, "--format", "csv"], { cwd });
		const forced = await tanlu(
			["report", ...demoArgs, "--format", "csv", "--kind", "energy.csv=energy", "--kind", "output.csv=output"],
			{ cwd },
		);
		expect(forced).toEqual(plain);
	});

	it("knows the file by the path that was typed", async () => {
		const path = join(demoFolder(), "energy.csv");
		const { code } = await tanlu(["report", path, "--kind", `${path}=energy`]);
		expect(code).toBe(0);
	});

	it("knows the file with and without ./", async () => {
		const { code } = await tanlu(["report", "./energy.csv", "--kind", "./energy.csv=energy"], { cwd: demoFolder() });
		expect(code).toBe(0);
	});
});

describe("--deflator", () => {
	const current = {
		"output.csv": small["output.csv"].replace(
			"2021,value_added,1000,10^4 CNY,constant-2020",
			"2021,value_added,1100,10^4 CNY,current",
		),
	};
	const index = { "index.csv": "year,index\n2020,100\n2021,110\n" };

	it("brings current prices to those of the price year: 1100 / 1.10 = 1000", async () => {
		const without = await smallReport([], current);
		expect(yearOf(without, 2021).verdict?.word).toBe("withheld");
		const report = await smallReport(["--deflator", "index.csv"], { ...current, ...index });
		expect(report.basis.deflator).toBe("index.csv");
		expect(yearOf(report, 2021).output).toMatchObject({ value: "1000", deflated: true });
		expect(yearOf(report, 2021).intensity.value).toBe("0.9");
		expect(yearOf(report, 2021).verdict?.word).toBe("on-track");
	});

	it("takes a path with ./", async () => {
		expect((await smallReport(["--deflator", "./index.csv"], { ...current, ...index })).schemaVersion).toBe(1);
	});
});

describe("--targets FILE", () => {
	const decree = (percent: string) => ({
		"targets.csv": `scope,scope_id,base_year,target_year,reduction_pct,base_intensity,source\nall,,2020,2025,${percent},,a decree\n`,
	});

	it("judges by its own figure", async () => {
		// A tenth less after one of five years: enough for 18 in 100, not for 50 (0.5^(1/5) = 0.8706).
		const report = await smallReport(["--targets", "targets.csv"], decree("50"));
		expect(report.basis).toMatchObject({ targets: "targets.csv", plans: [{ reductionPercent: "50" }] });
		expect(yearOf(report, 2021).ownPath?.required).toMatch(/^0\.870550563296/);
		expect(yearOf(report, 2021).verdict?.word).toBe("behind");
	});

	it("takes a path from the root", async () => {
		const cwd = folder({ ...small, ...decree("50") });
		expect((await json(["energy.csv", "output.csv", "--targets", join(cwd, "targets.csv")], { cwd })).schemaVersion).toBe(1);
	});
});

describe("--factors FILE", () => {
	const plain = { "energy.csv": "firm,period,carrier,quantity,unit\nA,2020,coke,1000,t\nA,2021,coke,900,t\n" };
	const own = { "own.csv": "carrier,unit,emission_factor,source\ncoke,t,2.5,laboratory\n" };

	it("goes before the published set: 900 t × 2.5 = 2250 t", async () => {
		// The set's own: 900 × 28.446 × 0.0294 × 0.93 × 44/12 = 2566.6427556 t.
		expect(yearOf(await smallReport([], plain), 2021).emissions.fuel).toBe("2566.6427556");
		const report = await smallReport(["--factors", "own.csv"], { ...plain, ...own });
		expect(yearOf(report, 2021).emissions.fuel).toBe("2250");
		expect(report.basis.factors).toBe("ndrc-guidelines");
	});

	it("stands beside a published set named for the rest", async () => {
		const report = await smallReport(["--factors", "own.csv", "--factors", "mee-2024"], { ...plain, ...own });
		expect(report.basis.factors).toBe("mee-2024");
		expect(yearOf(report, 2021).emissions.fuel).toBe("2250");
	});
});

describe("errors in a file of factors, prices or targets", () => {
	it.each([
		["--deflator", "index.csv", "year,index\n2020,100\n2021,abc\n", /^error {2}bad-number\n {2}index\.csv:3:index {2}/],
		[
			"--targets",
			"targets.csv",
			"scope,scope_id,base_year,target_year,reduction_pct,source\nall,,2020,2025,x,me\n",
			/^error {2}bad-number\n {2}targets\.csv:2:reduction_pct {2}/,
		],
		[
			"--factors",
			"own.csv",
			"carrier,unit,emission_factor,source\ncoke,t,2.5,\n",
			/^error {2}missing-cell\n {2}own\.csv:2:source {2}/,
		],
		["--deflator", "energy.csv", small["energy.csv"], /^error {2}missing-column \(2\)\n {2}energy\.csv:1 {2}/],
	])("stop the run: %s %s", async (option, name, text, told) => {
		const cwd = folder({ ...small, [name]: text });
		const { code, stdout, stderr } = await tanlu(["report", "energy.csv", "output.csv", option, name], { cwd });
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		expect(stderr).toMatch(told);
		expect(stderr.split("\n").at(-2)).toMatch(new RegExp(`^tanlu: ${name}: .*without errors`));
	});
});

describe("json", () => {
	it("names inputs by their way from here, with /, in order of name", async () => {
		const files = [
			"fixtures/demo/output.csv",
			"./fixtures/demo/firms.csv",
			join(process.cwd(), "fixtures", "demo", "energy.csv"),
		];
		const { inputs } = await json(files, { cwd: process.cwd() });
		expect(inputs.map(({ file }) => file)).toEqual([
			"fixtures/demo/energy.csv",
			"fixtures/demo/firms.csv",
			"fixtures/demo/output.csv",
		]);
	});

	it("counts rows: read = used + refused + skipped", async () => {
		const { inputs } = await json([...demoFiles]);
		for (const { rows: count } of inputs) expect(count.read).toBe(count.used + count.refused + count.skipped);
		expect(inputs.map(({ rows: count }) => count.read)).toEqual(
			demoNames.map((name) => demoText(name).trimEnd().split("\n").length - 1),
		);
	});
});

describe("text", () => {
	const withB = (table: string): string => table + table.split("\n").slice(1).join("\n").replaceAll("A,", "B,");
	const two = () => folder({ "energy.csv": withB(small["energy.csv"]), "output.csv": withB(small["output.csv"]) });

	it("shows the latest whole year of several firms unless a year is asked for; csv shows all", async () => {
		const cwd = two();
		// The intensity tells the year: 1000 t over 1000 in 2020, 900 t in 2021.
		const shown = async (...options: string[]): Promise<string[]> => {
			const { stdout } = await tanlu(["report", "energy.csv", "output.csv", ...options], { cwd });
			return [...stdout.matchAll(/^A\b.*? (1\.0000|0\.9000) /gm)].map(([, value]) => (value === "0.9000" ? "2021" : "2020"));
		};
		expect(await shown()).toEqual(["2021"]);
		expect(await shown("--year", "2020")).toEqual(["2020"]);
		expect(await shown("--year", "2020,2021")).toEqual(["2020", "2021"]);
		const { stdout } = await tanlu(["report", "energy.csv", "output.csv", "--format", "csv"], { cwd });
		expect(rows(stdout).map((row) => row.split(",")[4])).toEqual(["year", "2020", "2021", "2020", "2021"]);
	});

	it("shows every year of one firm, whether it is the only one or asked for", async () => {
		const years = async (cwd: string, ...options: string[]): Promise<Set<string>> => {
			const { stdout } = await tanlu(["report", "energy.csv", "output.csv", ...options], { cwd });
			return new Set([...stdout.matchAll(/^(20\d\d) +\d/gm)].map(([, year = ""]) => year));
		};
		expect(await years(folder(small))).toEqual(new Set(["2020", "2021"]));
		expect(await years(two(), "--firm", "A")).toEqual(new Set(["2020", "2021"]));
		expect(await years(two(), "--firm", "A", "--year", "2021")).toEqual(new Set(["2021"]));
		expect(await years(two())).toEqual(new Set());
	});
});

describe("what is no table", () => {
	it("a workbook that is no whole one is refused by what it is", async () => {
		const cwd = folder({ "book.xlsx": "PK\u0003\u0004rest of the archive" });
		const { code, stderr } = await tanlu(["report", "book.xlsx"], { cwd });
		expect(code).toBe(2);
		expect(stderr).toBe("tanlu: book.xlsx is a workbook and ends too early. Copy it again.\n");
	});
});

describe("--out", () => {
	it("never overwrites an input", async () => {
		const cwd = demoFolder();
		const { code, stderr } = await tanlu(["report", ...demoArgs, "--out", "./energy.csv"], { cwd });
		expect(code).toBe(2);
		expect(stderr).toBe("tanlu: --out ./energy.csv would overwrite an input. Name another file.\n");
	});
});
