/** How a run ends, for scripts: 0, 1, 2, 3, and which of them where several apply. */
import { describe, expect, it } from "vitest";
import { demoFiles, demoFolder, listedFiles, small, tanlu } from "./tanlu.ts";

const demo = (...options: string[]) => tanlu(["report", ...demoFiles, ...options]);
const listed = (...options: string[]) => tanlu(["report", ...listedFiles, ...options]);

describe("exit code", () => {
	it("0: done, with warnings too", async () => {
		const { code, stderr } = await demo();
		expect(code).toBe(0);
		expect(stderr).toContain("0 errors, 5 warnings");
	});

	it("1: errors in the data, and the firms without them are reported", async () => {
		const { code, stdout, stderr } = await listed("--electricity", "0.6101", "--format", "csv");
		expect(code).toBe(1);
		expect(stdout).toContain("\nZHENGYE-PACK,");
		expect(stderr).toMatch(/^error {2}foreign-currency\b/m);
	});

	it("3: a year shown has a verdict that --fail-on names", async () => {
		const { code, stdout } = await demo("--year", "2023", "--fail-on", "behind");
		expect(code).toBe(3);
		expect(stdout).toContain("behind");
	});

	it("3: for any of several verdicts, and for withheld", async () => {
		expect((await demo("--year", "2023", "--fail-on", "met,missed, off-track")).code).toBe(3);
		expect((await demo("--year", "2025", "--fail-on", "withheld")).code).toBe(3);
	});

	it("0: the verdict stands only in years or firms that are not shown", async () => {
		expect((await demo("--format", "csv", "--fail-on", "missed")).code).toBe(3);
		expect((await demo("--year", "2023", "--fail-on", "missed")).code).toBe(0);
		expect((await demo("--year", "2023", "--firm", "F01", "--fail-on", "behind")).code).toBe(0);
	});

	it("2: --fail-on where nothing that is shown has a verdict; the result is written all the same", async () => {
		const { code, stdout, stderr } = await demo("--year", "2020", "--format", "csv", "--fail-on", "behind");
		expect(code).toBe(2);
		expect(stdout).toMatch(/^firm,name,/);
		expect(stderr).toContain("--fail-on: no firm and year that is shown has a verdict");
	});

	it("2: a year that no table names is refused, as a firm is", async () => {
		const { code, stdout, stderr } = await demo("--year", "2035");
		expect(code).toBe(2);
		expect(stdout).toBe("");
		expect(stderr).toContain("--year '2035' is not known.");
		expect(stderr).toContain("Known: 2020, 2021");
	});

	it("3: more warnings than --max-warnings allows", async () => {
		expect((await demo("--max-warnings", "0")).code).toBe(3);
		expect((await demo("--max-warnings", "4")).code).toBe(3);
		expect((await demo("--max-warnings", "5")).code).toBe(0);
	});

	it("3: the result is written all the same", async () => {
		const plain = await demo("--format", "csv");
		const failed = await demo("--format", "csv", "--fail-on", "behind");
		expect(failed.stdout).toBe(plain.stdout);
	});

	it("1 before 3: errors, and a condition that failed", async () => {
		expect((await listed("--format", "csv", "--fail-on", "withheld", "--max-warnings", "0")).code).toBe(1);
	});

	it("2 before 1 and 3: a file is missing beside one with errors", async () => {
		expect((await listed("missing.csv", "--format", "csv", "--fail-on", "withheld")).code).toBe(2);
	});

	it("2 before 1: the result cannot be written", async () => {
		const cwd = demoFolder();
		expect((await tanlu(["report", ...listedFiles, "--out", "no-such-folder/report.txt"], { cwd })).code).toBe(2);
	});

	it("2: no row of any table can be used, whatever else is in order", async () => {
		const cwd = demoFolder({ "bad.csv": small["energy.csv"].replaceAll("coke", "cook") });
		const { code, stdout, stderr } = await tanlu(["report", "bad.csv", "--firms", "firms.csv"], { cwd });
		expect(code).toBe(2);
		expect(stdout).toBe("");
		expect(stderr).toContain("unknown-carrier");
		expect(stderr.split("\n").at(-2)).toMatch(/^tanlu: no row .*bad\.csv/);
	});
});
