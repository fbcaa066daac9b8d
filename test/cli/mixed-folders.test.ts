/** Folders as offices hand them in: texts, packed ones, workbooks, pages, and files that are none of them. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { readExclusion } from "../../src/commands/pattern.ts";
import type { Report } from "../../src/contract/report.ts";
import { heardIn } from "../support/in-folder.ts";
import { row, xlsxOf, zipOf } from "../support/xlsx.ts";

function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
	const cwd = mkdtempSync(join(tmpdir(), "tanlu-mixed-"));
	onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(dirname(join(cwd, name)), { recursive: true });
		writeFileSync(join(cwd, name), content);
	}
	return cwd;
}

const header = ["firm", "period", "carrier", "quantity", "unit"];
const power = (firm: string): (string | number)[] => [firm, 2020, "electricity", 10, "10^4 kWh"];
const text = (firm: string): string => `${header.join(",")}\n${power(firm).join(",")}\n`;
const book = (firm: string): Uint8Array => xlsxOf({ sheets: [{ name: "表", rows: row(1, header) + row(2, power(firm)) }] });

const mixed = {
	"in/a.csv": text("A"),
	"in/b.csv.gz": gzipSync(text("B")),
	"in/c.xlsx": book("C"),
	"in/packed/d.xlsx.gz": gzipSync(book("D")),
	"in/e.xls": `<table>${[header, power("E")].map((cells) => `<tr>${cells.map((cell) => `<td>${cell}`).join("")}`).join("")}</table>`,
	"in/letter.docx": zipOf([["[Content_Types].xml", "<Types/>"]]),
	"in/picture.png": "\u0089PNG",
	"in/scan.pdf": "%PDF-1.7",
};

async function reportOf(cwd: string, ...args: readonly string[]): Promise<{ report: Report; stderr: string; exitCode: number }> {
	const { stdout, stderr, exitCode } = await heardIn(cwd, ["report", ...args, "--format", "json", "--lang", "en"]);
	return { report: JSON.parse(stdout) as Report, stderr, exitCode };
}
const firms = (report: Report): string[] => report.firms.map(({ firm }) => firm);

describe("a folder of files of many kinds", () => {
	it("is every table in it, and the others are told and counted in one line", async () => {
		const { report, stderr, exitCode } = await reportOf(folder(mixed), "in");
		expect([firms(report), exitCode]).toEqual([["A", "B", "C", "D", "E"], 0]);
		// 100,000 kWh at 0.5568 kg.
		expect(report.firms.map(({ years }) => Number(years[0]?.emissions.total))).toEqual(Array.from({ length: 5 }, () => 55.68));
		expect(report.findings.list.filter(({ code }) => code === "file-passed-over").map(({ file }) => file)).toEqual([
			"in/letter.docx",
			"in/picture.png",
			"in/scan.pdf",
		]);
		expect(stderr.match(/^3 files passed over: nothing of them counts\.$/gm)).toHaveLength(1);
	});

	it("ends the run where a workbook in it is damaged, and says so", async () => {
		const cwd = folder({ ...mixed, "in/z.xlsx": book("Z").subarray(0, 300) });
		const { exitCode, stderr } = await heardIn(cwd, ["report", "in", "--lang", "en"]);
		expect(exitCode).toBe(2);
		expect(stderr).toContain("in/z.xlsx is a workbook and ends too early");
	});

	it("leaves out what --exclude names, and tells nothing of it", async () => {
		const cwd = folder(mixed);
		const left = async (...patterns: readonly string[]): Promise<string[]> =>
			firms((await reportOf(cwd, "in", ...patterns.flatMap((pattern) => ["--exclude", pattern]))).report);
		expect(await left("*.xlsx")).toEqual(["A", "B", "D", "E"]);
		expect(await left("packed")).toEqual(["A", "B", "C", "E"]);
		expect(await left("in/packed/", "a.csv")).toEqual(["B", "C", "E"]);
		expect(await left("**/*.gz")).toEqual(["A", "C", "E"]);
		const { stderr } = await reportOf(cwd, "in", "--exclude", "*.{png,pdf,docx}");
		expect(stderr).not.toContain("passed over");
	});

	it("does not leave out a file that is named by itself, and tells a pattern that leaves out none", async () => {
		const { report, stderr } = await reportOf(folder(mixed), "in/a.csv", "--exclude", "*.csv");
		expect(firms(report)).toEqual(["A"]);
		expect(stderr).toContain("no file is left out by --exclude *.csv");
	});
});

describe("a pattern that leaves files out", () => {
	it.each([
		["*.csv", "a/b.csv", true],
		["*.csv", "a/b.csv.gz", false],
		["old", "a/old/b.csv", true],
		["old", "a/older/b.csv", false],
		["a/*.csv", "a/b.csv", true],
		["a/*.csv", "x/a/b.csv", false],
		["./a", "a/b/c.csv", true],
		["a/b/", "a/b/c.csv", true],
		["**/c.csv", "a/b/c.csv", true],
		["能源表(1).csv", "in/能源表(1).csv", true],
	])("%s and %s", async (pattern, path, expected) => {
		expect((await readExclusion(pattern))(path)).toBe(expected);
	});
});

describe("rows of a workbook written apart", () => {
	it("go to a file for each sheet", async () => {
		const sheets = ["能源", "a/b"].map((name, index) => ({ name, rows: row(1, header) + row(2, power(`F${index}`)) }));
		const cwd = folder({ "book.xlsx": xlsxOf({ sheets }) });
		await heardIn(cwd, ["check", "book.xlsx", "--split", "out", "--quiet"]);
		expect(readdirSync(join(cwd, "out")).sort()).toEqual(
			["book-a_b", "book-能源"].flatMap((name) => [`${name}.refused.csv`, `${name}.used.csv`]),
		);
	});
});
