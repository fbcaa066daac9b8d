/** Workbooks of every kind that offices have: the same ledger from each, whoever wrote it and whatever it is called. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import XLSX from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Report } from "../../src/contract/report.ts";
import { Trouble } from "../../src/findings/trouble.ts";
import { root } from "../cli/tanlu.ts";
import { readSheets, rowsOf } from "../records/sheets.ts";
import { inFractions } from "../support/fractions.ts";
import { heardIn } from "../support/in-folder.ts";
import { zipOf } from "../support/xlsx.ts";

const books = join(root, "fixtures", "workbooks");
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(books, name)));

/** 12775.93 t of bituminous coal by the factors of the guidelines, 158.1875 × 10^4 kWh at 0.5568 kg. */
const tonnes = inFractions("12775.93 * 23.204 * 0.02618 * 0.93 * 44 / 12 + 158.1875 * 10000 * 0.5568 / 1000", 12);

async function reportOf(file: string, bytes: Uint8Array, ...options: readonly string[]): Promise<Report> {
	const cwd = mkdtempSync(join(tmpdir(), "tanlu-kinds-"));
	onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
	writeFileSync(join(cwd, file), bytes);
	const { stdout, stderr } = await heardIn(cwd, ["report", file, "--format", "json", "--lang", "en", ...options]);
	if (stdout === "") throw new Error(stderr);
	return JSON.parse(stdout) as Report;
}

async function refusal(bytes: Uint8Array, name = "book.xls"): Promise<unknown> {
	try {
		return await readSheets(bytes, { name });
	} catch (error) {
		if (!(error instanceof Trouble)) throw error;
		return [error.code, error.with];
	}
}

describe.each(["office.xlsx", "office.xls", "office.ods", "page.xls"])("the ledger in %s", (name) => {
	it("comes to the tonnes that its amounts are worth, whatever the file is called", async () => {
		for (const file of [name, "能源", "table.csv"]) {
			const report = await reportOf(file, bytesOf(name));
			const [year] = report.firms[0]?.years ?? [];
			expect([report.firms[0]?.firm, year?.year, year?.coverage, year?.emissions.total]).toEqual([
				"甲厂",
				2023,
				"whole-year",
				tonnes,
			]);
		}
	});

	it("tells what is hidden, merged and shown otherwise", async () => {
		const { findings } = await reportOf(name, bytesOf(name));
		const told = findings.list.map(({ code, sheet, row, letter }) => [code, sheet, row, letter]);
		const sheet = name.startsWith("page") ? null : "台账";
		expect(told).toContainEqual(["hidden-cells", sheet, null, null]);
		expect(told).toContainEqual(["merged-filled", sheet, null, null]);
		expect(told).toContainEqual(["shown-otherwise", sheet, 5, "D"]);
		expect(findings.list.filter(({ code }) => code === "hidden-cells")).toHaveLength(sheet === null ? 1 : 2);
		expect(told.some(([code]) => code === "empty-sheets")).toBe(sheet !== null);
	});

	it("counts the hidden row where that is asked for: it contradicts the one that is shown", async () => {
		const { findings, basis } = await reportOf(name, bytesOf(name), "--hidden");
		expect(basis.assertions).toEqual(["hidden"]);
		expect(findings.list.some(({ code }) => code === "days-added" || code === "conflicting-entries")).toBe(true);
	});
});

describe("workbooks as offices hold them", () => {
	it.each([
		// Electricity of 25100 used and 18600 bought: what was bought counts.
		["205-1.xlsx", 2023, "whole-year", "18600 * 10000 * 0.5568 / 1000"],
		// Twelve months of 1000 t.
		["dates.xlsx", 2023, "whole-year", "12000 * 23.204 * 0.02618 * 0.93 * 44 / 12"],
		["export.xls", 2023, "partial", "1000 * 23.204 * 0.02618 * 0.93 * 44 / 12"],
	] as const)("%s comes to what its amounts are worth", async (name, of, coverage, sum) => {
		const { firms } = await reportOf(name, bytesOf(name));
		expect(firms.map(({ firm }) => firm)).toEqual(["河阳特种钢有限公司"]);
		const year = firms[0]?.years.find((one) => one.year === of);
		expect([year?.coverage, year?.emissions.total]).toEqual([coverage, inFractions(sum)]);
	});
});

describe("other programs' workbooks", () => {
	const rows = [
		["firm", "period", "carrier", "quantity", "unit"],
		["A", 2020, "electricity", 10.5, "10^4 kWh"],
		["A", 2021, "electricity", 11, "10^4 kWh"],
	];
	const made = (bookType: XLSX.BookType, cells: unknown[][] = rows): Uint8Array =>
		new Uint8Array(
			XLSX.write(XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(cells), "能源"), { type: "buffer", bookType }) as Buffer,
		);

	it.each(["xlsx", "xlsb", "xls", "ods", "xlml", "html"] as const)("%s has the same rows", async (kind) => {
		expect(await rowsOf(made(kind))).toEqual(rows.map((cells) => cells.map(String)));
	});

	it("of before 1997 is refused by what it is", async () => {
		expect(await refusal(made("biff5"))).toEqual(["workbook-not-read", { file: "book.xls", why: "old" }]);
	});

	it("of any numbers and texts in .xls and .ods holds what a csv would", async () => {
		const cell = fc.oneof(
			fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((value) => (value === 0 ? 0 : value)),
			fc.integer({ min: -1e9, max: 1e9 }),
			fc.string({ unit: fc.constantFrom("甲", "a", "B", "&", "<", "1", "."), minLength: 1, maxLength: 8 }),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (cells) => {
				const texts = cells.map((own) =>
					own.map((value) => (typeof value === "string" ? value : /e/.test(String(value)) ? null : String(value))),
				);
				fc.pre(texts.every((own) => own.every((text) => text !== null)));
				for (const kind of ["xls", "ods"] as const) expect(await rowsOf(made(kind, cells))).toEqual(texts);
			}),
			{ numRuns: 100 },
		);
	});
});

describe("a workbook of the old kind that is damaged", () => {
	it("is refused in one line, or read; it never ends in a fault", async () => {
		const whole = bytesOf("office.xls");
		for (let at = 0; at < whole.length; at += 13) {
			const damaged = whole.slice();
			damaged[at] = (damaged[at] as number) ^ 0xff;
			await refusal(damaged);
		}
		for (let length = 8; length < whole.length; length += 211) await refusal(whole.subarray(0, length));
	}, 60_000);

	it("is told by what it is where it is no workbook", async () => {
		const other = XLSX.CFB.utils.cfb_new();
		XLSX.CFB.utils.cfb_add(other, "/WordDocument", Buffer.from("text"));
		const bytes = (file: unknown): Uint8Array => new Uint8Array(XLSX.CFB.write(file as never, { type: "buffer" }) as Buffer);
		expect(await refusal(bytes(other))).toEqual(["not-a-table", { file: "book.xls", what: "document" }]);
		const locked = XLSX.CFB.utils.cfb_new();
		XLSX.CFB.utils.cfb_add(locked, "/EncryptionInfo", Buffer.from("x"));
		XLSX.CFB.utils.cfb_add(locked, "/EncryptedPackage", Buffer.from("x"));
		expect(await refusal(bytes(locked))).toEqual(["workbook-not-read", { file: "book.xls", why: "encrypted" }]);
	});
});

describe("a page with tables", () => {
	const page = (body: string): Uint8Array => new TextEncoder().encode(`<html><body>${body}</body></html>`);

	it("has a sheet for each, in the order they begin, and one within another by itself", async () => {
		const { sheets } = await readSheets(page("<table><tr><td>a<td>b<table><tr><td>c</table></table><table><tr><td>d</table>"));
		expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
			["1", [["a", "b"]]],
			["2", [["c"]]],
			["3", [["d"]]],
		]);
	});

	it("has cells where they stand, whatever spans them, and text as it is meant", async () => {
		const { sheets } = await readSheets(
			page(
				'<TABLE><tr><th rowspan="2">a</th><th colspan=2>b &amp; c</th></tr><tr><td>d<br>e</td><td>&nbsp;1,234.5&#160;</td></tr><!-- <tr><td>no --><tr><td><script>x()</script>m<sup>2</sup></table>',
			),
		);
		expect(sheets[0]?.rows).toEqual([["a", "b & c"], ["", "d\ne", "1,234.5"], ["m2"]]);
		expect(sheets[0]?.merged).toEqual([[2, [{ index: 0, value: "a" }]]]);
	});

	it("that holds none is refused, and one that never ends is read", async () => {
		expect((await readSheets(page("<p>none"))).sheets).toEqual([]);
		await expect(reportOf("book.xls", page("<table></table>"))).rejects.toThrow("no sheet holds a table");
		expect(await rowsOf(new TextEncoder().encode("<table><tr><td>a"))).toEqual([["a"]]);
	});
});

describe("an OpenDocument spreadsheet", () => {
	const ods = (table: string, manifest = ""): Uint8Array =>
		zipOf([
			["mimetype", "application/vnd.oasis.opendocument.spreadsheet"],
			[
				"content.xml",
				`<office:document-content><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`,
			],
			["META-INF/manifest.xml", `<manifest:manifest>${manifest}</manifest:manifest>`],
		]);
	const text = (value: string): string =>
		`<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;

	it("has blanks, repeats, lines and comments as its program shows them", async () => {
		const rows = await rowsOf(
			ods(
				`<table:table table:name="1"><table:table-row>${text('a<text:s text:c="2"/>b')}<table:table-cell/><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="1.5"><text:p>1.5</text:p></table:table-cell></table:table-row>` +
					`<table:table-row table:number-rows-repeated="2">${text("c</text:p><text:p>d")}</table:table-row><table:table-row table:number-rows-repeated="1048500"><table:table-cell/></table:table-row>` +
					`<table:table-row><table:table-cell office:value-type="percentage" office:value="0.93"><office:annotation><text:p>why</text:p></office:annotation><text:p>93%</text:p></table:table-cell></table:table-row></table:table>`,
			),
		);
		expect(rows.filter((cells) => cells.length > 0)).toEqual([["a  b", "", "1.5", "1.5"], ["c\nd"], ["c\nd"], ["93%"]]);
	});

	it("whose format shows ten thousand times what is stored is read as what is shown, which is no amount", async () => {
		const cell = (value: string, shown: string): string =>
			`<table:table-cell office:value-type="float" office:value="${value}"><text:p>${shown}</text:p></table:table-cell>`;
		const cells = [
			cell("12", "12万"),
			cell("-12.34", "-12.3 万"),
			cell("120000", "12.0万"),
			cell("12.34", "12.3"),
			cell("12", "12吨"),
		];
		expect(
			await rowsOf(ods(`<table:table table:name="1"><table:table-row>${cells.join("")}</table:table-row></table:table>`)),
		).toEqual([["12万", "-12.34万", "120000", "12.34", "12"]]);
	});

	it("that is encrypted is refused", async () => {
		expect(await refusal(ods("<table:table/>", "<manifest:encryption-data/>"))).toEqual([
			"workbook-not-read",
			{ file: "book.xls", why: "encrypted" },
		]);
	});
});
