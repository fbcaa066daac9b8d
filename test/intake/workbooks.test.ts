/** Workbooks through a whole run: the same figures as from files of text, and every sheet that does not count is told. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Report } from "../../src/contract/report.ts";
import { demoFiles, root } from "../cli/tanlu.ts";
import { heardIn } from "../support/in-folder.ts";
import { type Made, row, xlsxOf } from "../support/xlsx.ts";

const header = ["firm", "period", "carrier", "quantity", "unit"];
const output = "firm,period,indicator,quantity,unit,prices\nA,2020,value_added,1000,10^4 CNY,constant-2020\n";
/** The factor of the grid under plan-14, in kg per kWh, as published: 1 kWh is 0.5568 kg. */
const tonnesOf = (tenThousandKwh: number): number => (tenThousandKwh * 10_000 * 5568) / 10_000 / 1000;

function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
	const cwd = mkdtempSync(join(tmpdir(), "tanlu-books-"));
	onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
	for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
	return cwd;
}

const power = (firm: string | null, period: number | string, quantity: number): (string | number | null)[] => [
	firm,
	period,
	"electricity",
	quantity,
	"10^4 kWh",
];

async function reportOf(made: Made, ...options: readonly string[]): Promise<Report> {
	const cwd = folder({ "book.xlsx": xlsxOf(made), "output.csv": output });
	const { stdout, stderr } = await heardIn(cwd, [
		"report",
		"book.xlsx",
		"output.csv",
		"--format",
		"json",
		"--lang",
		"en",
		...options,
	]);
	if (stdout === "") throw new Error(stderr);
	return JSON.parse(stdout) as Report;
}

const emissions = (report: Report, year = 2020): number =>
	Number(report.firms[0]?.years.find((one) => one.year === year)?.emissions.total);
const codes = (report: Report): string[] => report.findings.list.map(({ code }) => code);

describe("the demonstration as a workbook", () => {
	it("gives the same bytes as its files of text", async () => {
		const book = join(root, "fixtures", "demo", "demo.xlsx");
		const asCsv = ["--format", "csv", "--quiet"];
		const fromText = await heardIn(root, ["report", ...demoFiles, ...asCsv]);
		const fromBook = await heardIn(root, ["report", book, "--firms", book, ...asCsv]);
		expect(fromText.stdout.length).toBeGreaterThan(10_000);
		expect(fromBook.stdout).toBe(fromText.stdout);
		expect(fromBook.exitCode).toBe(0);
	});

	it("counts bases and targets of its firms only where an option names it", async () => {
		const book = join(root, "fixtures", "demo", "demo.xlsx");
		const { stdout } = await heardIn(root, ["report", book, "--format", "json", "--lang", "en", "--quiet"]);
		expect(codes(JSON.parse(stdout) as Report)).toContain("reference-not-named");
	});

	it("is shown sheet by sheet, as its files are shown", async () => {
		const book = "fixtures/demo/demo.xlsx";
		const { stdout } = await heardIn(root, ["inspect", book, "--format", "json", "--quiet"]);
		const { files } = JSON.parse(stdout) as { files: { file: string; sheet: string; kind: string; rows: { used: number } }[] };
		expect(files.map(({ file, sheet, kind }) => [file, sheet, kind])).toEqual(
			["energy", "firms", "output"].map((kind) => [book, kind, kind]),
		);
		const lines = (name: string): number =>
			readFileSync(join(root, "fixtures", "demo", `${name}.csv`), "utf8")
				.trimEnd()
				.split("\n").length - 1;
		expect(files.map(({ rows }) => rows.used)).toEqual(["energy", "firms", "output"].map(lines));
	});
});

describe("sheets of a workbook", () => {
	it("each count, and rows are named by sheet, row and letter", async () => {
		const report = await reportOf({
			sheets: [
				{ name: "甲", rows: row(1, header) + row(2, power("A", 2020, 10)) },
				{ name: "乙", rows: row(1, header) + row(2, power("A", 2021, -5)) },
			],
		});
		expect(emissions(report)).toBe(tonnesOf(10));
		const [negative] = report.findings.list.filter(({ code }) => code === "negative-quantity");
		expect(negative).toMatchObject({ file: "book.xlsx", sheet: "乙", row: 2, column: "quantity", letter: "D", value: "-5" });
		expect(report.inputs.map(({ file, sheet, encoding, separator }) => [file, sheet, encoding, separator])).toEqual([
			["book.xlsx", "乙", null, null],
			["book.xlsx", "甲", null, null],
			["output.csv", null, "utf-8", ","],
		]);
	});

	it("that repeat each other's rows are copies of them, as files are", async () => {
		const rows = row(1, header) + row(2, power("A", 2020, 10));
		const report = await reportOf({
			sheets: [
				{ name: "1", rows },
				{ name: "2", rows },
			],
		});
		expect(emissions(report)).toBe(tonnesOf(10));
		expect(codes(report)).toContain("repeated-entry");
	});

	it("that are no table are told, and the workbook is refused where none is one", async () => {
		const notes = { name: "说明", rows: row(1, ["填表说明", 12]) };
		const report = await reportOf({ sheets: [notes, { name: "数据", rows: row(1, header) + row(2, power("A", 2020, 10)) }] });
		expect(emissions(report)).toBe(tonnesOf(10));
		expect(report.findings.list.find(({ code }) => code === "sheet-passed-over")).toMatchObject({ sheet: "说明", row: null });
		await expect(reportOf({ sheets: [notes] })).rejects.toThrow("book.xlsx:说明 is no table we know");
	});

	it("that hold words and no number are told by a note, hidden or not; a hidden table of words is told as hidden", async () => {
		const energy = { name: "数据", rows: row(1, header) + row(2, power("A", 2020, 10)) };
		const guide = { name: "填表说明", rows: row(1, ["填表说明"]) + row(3, ["数量按2023年6月的计量填写"]) };
		const list = {
			name: "选项",
			state: "hidden",
			rows: row(1, ["计量单位"]) + row(2, ["10^4 kWh"]) + row(3, ["2020年不变价"]),
		} as const;
		const firms = { name: "企业", state: "hidden", rows: row(1, ["firm", "sector"]) + row(2, ["A", "steel"]) } as const;
		const told = async (...sheets: Made["sheets"]) =>
			(await reportOf({ sheets: [energy, ...sheets] })).findings.list.flatMap(({ code, gravity, sheet, message }) =>
				/sheet|hidden/.test(code) ? [[code, gravity, sheet ?? message.replace(/;.*/, "")]] : [],
			);
		expect(await told(guide, list)).toEqual([
			["sheet-of-words", "note", "填表说明"],
			["sheet-of-words", "note", "选项"],
		]);
		expect(await told(firms)).toEqual([["hidden-cells", "warning", "1 hidden sheet that holds something: 企业"]]);
		for (const amount of [1200, "1,200吨", "约3.5%", "=A1", "#N/A"]) {
			expect(await told({ ...guide, rows: row(1, ["填表说明", amount]) })).toEqual([
				["sheet-passed-over", "warning", "填表说明"],
			]);
			expect((await told({ ...list, rows: row(1, ["计量单位", amount]) }))[0]?.[0]).toBe("hidden-cells");
		}
	});

	it("of another kind than its option asks for do not count, unless the workbook is an operand too", async () => {
		const firms = { name: "firms", rows: row(1, ["firm", "sector"]) + row(2, ["A", "steel"]) };
		const energy = { name: "energy", rows: row(1, header) + row(2, power("A", 2020, 10)) };
		const cwd = folder({ "book.xlsx": xlsxOf({ sheets: [energy, firms] }), "output.csv": output });
		const told = async (...operands: readonly string[]): Promise<Report> =>
			JSON.parse((await heardIn(cwd, ["report", ...operands, "--firms", "book.xlsx", "--format", "json"])).stdout) as Report;
		const both = await told("book.xlsx", "output.csv");
		expect([emissions(both), both.firms[0]?.sector, codes(both).includes("sheet-passed-over")]).toEqual([
			tonnesOf(10),
			"steel",
			false,
		]);
		const named = await told("output.csv");
		expect(codes(named)).toContain("sheet-passed-over");
		expect(named.inputs.map(({ sheet }) => sheet)).toEqual(["firms", null]);
	});
});

describe("merged cells of a workbook", () => {
	const rows = row(1, header) + row(2, power("A", 2020, 10)) + row(3, power(null, 2021, 20)) + row(4, power("B", 2020, 1));
	const merge = (reference: string): string => `<mergeCells><mergeCell ref="${reference}"/></mergeCells>`;

	it("give their rows the firm that they hold, and that is told", async () => {
		const report = await reportOf({ sheets: [{ rows, behind: merge("A2:A3") }] });
		expect([emissions(report), emissions(report, 2021)]).toEqual([tonnesOf(10), tonnesOf(20)]);
		expect(report.findings.list.find(({ code }) => code === "merged-filled")).toMatchObject({ sheet: "Sheet1" });
	});

	it("leave a blank that is not merged as it is: refused", async () => {
		const report = await reportOf({ sheets: [{ rows }] });
		expect(codes(report)).toContain("missing-firm");
	});

	it("give no row an amount: one over two months is missing in the second", async () => {
		const months = row(1, header) + row(2, power("A", "2020-01", 10)) + row(3, ["A", "2020-02", "electricity", null, "10^4 kWh"]);
		const report = await reportOf({ sheets: [{ rows: months, behind: merge("D2:D3") }] });
		expect(codes(report)).not.toContain("merged-filled");
		expect(report.findings.list.some(({ code, row: at }) => code === "missing-quantity" && at === 3)).toBe(true);
	});
});

describe("an amount that nobody can read", () => {
	it.each([
		["a formula without a stored value", "<c><f>SUM(B2:B9)</f></c>"],
		["a formula that failed", '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'],
		["a date", '<c s="1"><v>44927</v></c>'],
	])("is refused and its year withheld: %s", async (_, xml) => {
		const report = await reportOf({
			sheets: [{ rows: row(1, header) + row(2, ["A", 2020, "electricity", { xml }, "10^4 kWh"]) }],
			formats: ["yyyy-mm-dd"],
		});
		expect(report.findings.list.find(({ code }) => code === "bad-number")).toMatchObject({
			row: 2,
			letter: "D",
			gravity: "error",
		});
		expect(report.firms[0]?.years.every(({ emissions: { total } }) => total === null)).toBe(true);
	});
});

describe("dates of a workbook", () => {
	it("that show a month are months, whichever day is stored; other days are days", async () => {
		// The first days of the months of 2020, counted from the end of 1899.
		const months = [43831, 43862, 43891, 43922, 43952, 43983, 44013, 44044, 44075, 44105, 44136, 44166];
		const rows = months.map((day, index) =>
			row(index + 2, ["A", { xml: `<c s="1"><v>${day}</v></c>` }, "electricity", 1.5, "10^4 kWh"]),
		);
		const report = await reportOf({ sheets: [{ rows: row(1, header) + rows.join("") }], formats: ['yyyy"年"m"月"'] });
		expect(emissions(report)).toBe(tonnesOf(18));
		expect(report.firms[0]?.years.find(({ year }) => year === 2020)?.coverage).toBe("whole-year");
	});

	it("that a spreadsheet made of 1-6 are refused", async () => {
		const made = { xml: '<c s="1"><v>45297</v></c>' };
		const report = await reportOf({
			sheets: [{ rows: row(1, header) + row(2, ["A", made, "electricity", 1, "10^4 kWh"]) }],
			formats: ["d-mmm"],
		});
		expect(codes(report)).toContain("bad-period");
	});
});
