/** Workbooks as sheets of rows: every cell as the text that a csv of it would hold, and what the workbook says besides. */
import XLSX from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Trouble } from "../../src/findings/trouble.ts";
import { survey } from "../../src/records/survey.ts";
import { numberFormat } from "../../src/records/workbook/number-format.ts";
import { plainNumber, rounded } from "../../src/records/workbook/plain-number.ts";
import { workbookSheets } from "../../src/records/workbook/workbook.ts";
import { type Made, row, xlsxOf, xlsxParts, zipOf } from "../support/xlsx.ts";
import { readSheets, rowsOf } from "./sheets.ts";
import { inPieces } from "./sources.ts";

const one = (rows: string, more: Partial<Made> = {}): Uint8Array => xlsxOf({ sheets: [{ rows }], ...more });
const styled = (style: number, value: number | string): { readonly xml: string } => ({
	xml: `<c s="${style}"><v>${value}</v></c>`,
});

async function refusal(bytes: Uint8Array): Promise<unknown> {
	try {
		return await readSheets(bytes);
	} catch (error) {
		if (!(error instanceof Trouble)) throw error;
		return [error.code, error.with];
	}
}
const notRead = (why: string) => ["workbook-not-read", { file: "book.xlsx", why }];

describe("numbers of a workbook", () => {
	it.each([
		[1108.4, "1108.4"],
		[0.1 + 0.2, "0.30000000000000004"],
		[1e21, "1000000000000000000000"],
		[1.5e-7, "0.00000015"],
		[-2.5e-10, "-0.00000000025"],
		[-0, "0"],
		[123456789012345680000, "123456789012345680000"],
	])("are the shortest decimal that names them: %s", async (value, text) => {
		expect(plainNumber(value)).toBe(text);
		expect(await rowsOf(one(row(1, [{ xml: `<c><v>${value}</v></c>` }])))).toEqual([[text]]);
	});

	it("have no more digits than that, whatever digits are stored", async () => {
		expect(
			await rowsOf(one(row(1, [{ xml: "<c><v>1108.4000000000001</v></c>" }, { xml: "<c><v>5.7000000000000002E-2</v></c>" }]))),
		).toEqual([["1108.4", "0.057"]]);
	});

	it("name the stored number and no other", () => {
		fc.assert(
			fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (value) => {
				const text = plainNumber(value);
				expect(text).toMatch(/^-?\d+(\.\d*[1-9])?$/);
				expect(Number(text)).toBe(value === 0 ? 0 : value);
			}),
		);
	});

	it.each([
		["1000.46", 1, "1000.5"],
		["1000.45", 1, "1000.5"],
		["-0.05", 1, "-0.1"],
		["-0.04", 1, "0.0"],
		["1.005", 2, "1.01"],
		["99.99", 1, "100.0"],
		["7", 2, "7.00"],
		["0.5", 0, "1"],
	])("are shown as a spreadsheet rounds them: %s at %i places", (text, places, shown) => {
		expect(rounded(text, places)).toBe(shown);
	});
});

describe("a number format", () => {
	// By ECMA-376, part 1, 18.8.31; what is shown was looked up in a spreadsheet program.
	it.each([
		["General", 1234.5, "1234.5", undefined],
		["0.0", 1234.5, "1234.5", undefined],
		["0", 1234.5, "1234.5", "1235"],
		["#,##0.00", 1234.5, "1234.5", undefined],
		["#,##0", 1234567.89, "1234567.89", "1234568"],
		["0%", 0.93, "93%", undefined],
		["0%", 0.935, "93.5%", "94%"],
		["0.0%", 0.07, "7%", undefined],
		['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', 1234.567, "1234.567", "1234.57"],
		['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0, "0", undefined],
		['0.0"万元"', 12, "12", "12.0万元"],
		// Shown ten thousand times as large: a text that nobody takes for 12, nor for 120,000.
		['0"万"', 12, "12万", "12万"],
		["#,##0.0 \\亿", 1.25, "1.25亿", "1.3亿"],
		['G/通用格式"千"', 12, "12千", "12千"],
		['0.0"万";-0.0"万";0', -3, "-3万", "-3.0万"],
		['0.0"万";-0.0"万";0', 0, "0", undefined],
		// Digits are left out for it: the number is the same.
		['0!.0,"万"', 120000, "120000", null],
		['#,##0,"K"', 12000, "12000", null],
		["¥#,##0.00", 1234.5, "1234.5", undefined],
		["[Red]-0.00", -1.5, "-1.5", undefined],
		["0.00;[Red]0.00", -1.5, "-1.5", undefined],
		[";;;", 7, "7", ""],
		["0!.0,", 1234000, "1234000", null],
		["0,", 1234000, "1234000", null],
		["0.00E+00", 1234000, "1234000", null],
		["# ?/?", 0.5, "0.5", null],
		["@", 12, "12", undefined],
		["G/通用格式", 12.25, "12.25", undefined],
	] as const)("%s reads %d as %s", (code, value, text, shown) => {
		const format = numberFormat(code, 1900);
		expect([format.text(value), format.shown(value)?.text]).toEqual([text, shown]);
	});

	// Day 44927 is 2023-01-01 where days are counted from 1900; 43465 is it where they are counted from 1904.
	it.each([
		["yyyy-mm-dd", 44927, 1900, "2023-01-01"],
		["yyyy-mm-dd", 43465, 1904, "2023-01-01"],
		["m/d/yy", 44927, 1900, "2023-01-01"],
		["m/d/yy h:mm", 44927.75, 1900, "2023-01-01 18:00:00"],
		["yyyy-mm-dd", 44927.999_999_9, 1900, "2023-01-02"],
		['yyyy"年"m"月"', 44927, 1900, "2023-01"],
		['yyyy"年"m"月"', 44956, 1900, "2023-01"],
		["mmm-yy", 44927, 1900, "2023-01"],
		["yyyy", 44927, 1900, "2023"],
		['yyyy"年"', 44927, 1900, "2023"],
		['[$-804]yyyy"年"m"月"d"日"', 44927, 1900, "2023-01-01"],
		["d-mmm", 44932, 1900, "1月6日"],
		['m"月"d"日"', 44932, 1900, "1月6日"],
		["yyyy-mm-dd", 1, 1900, "1900-01-01"],
		["yyyy-mm-dd", 59, 1900, "1900-02-28"],
		["yyyy-mm-dd", 61, 1900, "1900-03-01"],
		["yyyy-mm-dd", 0, 1904, "1904-01-01"],
		["yyyy-mm-dd", 45351, 1900, "2024-02-29"],
		["h:mm", 0.5, 1900, "12:00:00"],
		["[h]:mm", 1.5, 1900, "36:00:00"],
		["yyyy-mm-dd", -1, 1900, "-1"],
		["yyyy-mm-dd", 3e7, 1900, "30000000"],
	] as const)("%s reads day %d of %d as %s", (code, day, epoch, text) => {
		expect(numberFormat(code, epoch).text(day)).toBe(text);
	});

	it("without a code is what its number means, in China where that depends on the language", async () => {
		const parts = xlsxParts({
			sheets: [{ rows: row(1, [styled(1, 44927), styled(2, 44927), styled(3, 44932), styled(4, 0.07)]) }],
		});
		const styles = ["", "14", "57", "58", "10"].map((id) => `<xf numFmtId="${id || 0}"/>`).join("");
		const own = parts.map(([name, content]) =>
			name.endsWith("styles.xml")
				? ([name, `<styleSheet><cellXfs>${styles}</cellXfs></styleSheet>`] as const)
				: ([name, content] as const),
		);
		expect(await rowsOf(zipOf(own))).toEqual([["2023-01-01", "2023-01", "1月6日", "7%"]]);
	});
});

describe("cells of a workbook", () => {
	it("are texts, whatever they are written as", async () => {
		const cells = [
			{ xml: '<c t="s"><v>0</v></c>' },
			{ xml: '<c t="str"><f>A1</f><v>a &amp; b</v></c>' },
			{ xml: '<c t="inlineStr"><is><r><t>两</t></r><r><t> 段</t></r><rPh sb="0" eb="1"><t>liang</t></rPh></is></c>' },
			{ xml: '<c t="b"><v>1</v></c>' },
			{ xml: '<c t="e"><v>#DIV/0!</v></c>' },
			{ xml: '<c t="d"><v>2023-01-01T00:00:00</v></c>' },
			{ xml: '<c t="s"><v>1</v></c>' },
			"1,234.5",
		];
		expect(await rowsOf(one(row(1, cells), { strings: ["企业 <甲>", "一行_x000D_\n二行"] }))).toEqual([
			["企业 <甲>", "a & b", "两 段", "TRUE", "#DIV/0!", "2023-01-01", "一行\r\n二行", "1,234.5"],
		]);
	});

	it("stand in the column and the row that they name, and next to the one before where they name none", async () => {
		const rows =
			'<row r="2"><c r="C2"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row><row r="6"><c r="AB6"><v>4</v></c></row>';
		const read = await rowsOf(one(rows));
		expect(read.map((cells) => cells.join(","))).toEqual(["", ",,1,2", "3", "", "", `${",".repeat(27)}4`]);
	});

	it("are the same whatever prefix the program writes before its names", async () => {
		const made: Made = { sheets: [{ rows: row(1, ["甲", 1.5]), behind: '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>' }] };
		expect(await readSheets(xlsxOf({ ...made, prefix: "x:" }))).toEqual(await readSheets(xlsxOf(made)));
	});

	it("are the same in whatever pieces the file comes, small or large", async () => {
		const rows = Array.from({ length: 3000 }, (_, index) => row(index + 1, ["企业", index / 8, `${index}`])).join("");
		const bytes = one(rows);
		const whole = await readSheets(bytes);
		expect(whole.sheets[0]?.rows[2999]).toEqual(["企业", "374.875", "2999"]);
		expect(await readSheets(bytes, { size: 1000 })).toEqual(whole);
	});

	it("with a formula are the stored value, told once; without one the formula itself, told once", async () => {
		const { sheets } = await readSheets(
			one(
				row(1, [{ xml: "<c><f>1+1</f><v>2</v></c>" }, { xml: "<c><f>1+2</f><v>3</v></c>" }]) +
					row(2, [{ xml: "<c><f>A1*&quot;2&quot;</f></c>" }, { xml: '<c t="str"><f>T(1)</f><v></v></c>' }]),
			),
		);
		expect(sheets[0]?.rows).toEqual([["2", "3"], ['=A1*"2"']]);
		expect(sheets[0]?.told).toEqual([
			["A1", "formula-values", { cells: 3 }],
			["A2", "formula-without-value", { cells: 1 }],
		]);
	});

	it("that show another number than they hold are told once for each column, with both", async () => {
		const bytes = one(
			row(1, [styled(1, 12.345), styled(2, 0.93)]) + row(2, [styled(1, 12.5), styled(2, 0.9351)]) + row(3, [styled(1, 1.26)]),
			{
				formats: ["0.0", "0%"],
			},
		);
		const { sheets } = await readSheets(bytes);
		expect(sheets[0]?.rows).toEqual([["12.345", "93%"], ["12.5", "93.51%"], ["1.26"]]);
		expect(sheets[0]?.told).toEqual([
			["A1", "shown-otherwise", { cells: 2, shown: "12.3", format: "0.0" }],
			["B2", "shown-otherwise", { cells: 1, shown: "94%", format: "0%" }],
		]);
	});
});

describe("what is hidden in a workbook", () => {
	const rows = [1, 2, 3, 4]
		.map((number) => row(number, ["甲", number], number === 2 || number === 3 ? ' hidden="1"' : ""))
		.join("");
	const made: Made = {
		sheets: [
			{ name: "一", rows, before: '<cols><col min="2" max="3" hidden="1"/></cols>' },
			{ name: "二", rows: row(1, ["乙", 2]), state: "hidden" },
			{ name: "三", rows: "", state: "veryHidden" },
		],
	};

	it("is left out and told", async () => {
		const { sheets, told } = await readSheets(xlsxOf(made));
		expect(sheets.map(({ name, rows: own }) => [name, own])).toEqual([["一", [["甲"], [], [], ["甲"]]]]);
		expect(sheets[0]?.told).toEqual([
			["", "hidden-cells", { of: "rows", names: ["2-3"], count: 2, counted: false }],
			["", "hidden-cells", { of: "columns", names: ["B"], count: 1, counted: false }],
		]);
		expect(told).toEqual([["", "hidden-cells", { of: "sheets", names: ["二"], count: 1, counted: false }]]);
	});

	it("counts where that is asked for, and is told", async () => {
		const { sheets, told } = await readSheets(xlsxOf(made), { hidden: true });
		expect(sheets.map(({ name, rows: own }) => [name, own.length])).toEqual([
			["一", 4],
			["二", 1],
		]);
		expect(sheets[0]?.rows[1]).toEqual(["甲", "2"]);
		expect(
			[...(sheets[0]?.told ?? []), ...told].map(([, code, about]) => [code, (about as { counted?: boolean }).counted]),
		).toEqual([
			["hidden-cells", true],
			["hidden-cells", true],
			["hidden-cells", true],
			["empty-sheets", undefined],
		]);
	});
});

describe("merged cells", () => {
	it("name what the rows below them take, up to their last row", async () => {
		const rows =
			row(1, ["企业", "年", "量"]) +
			row(2, ["甲", 2020, 1]) +
			row(3, [null, 2021, 2]) +
			row(4, [null, null, 3]) +
			row(5, ["乙", 2020, 4]);
		const merge = '<mergeCells count="3"><mergeCell ref="A2:A4"/><mergeCell ref="B3:B4"/><mergeCell ref="A1:B1"/></mergeCells>';
		const { sheets } = await readSheets(xlsxOf({ sheets: [{ rows, behind: merge }] }));
		expect(sheets[0]?.merged).toEqual([
			[3, [{ index: 0, value: "甲" }]],
			[
				4,
				[
					{ index: 0, value: "甲" },
					{ index: 1, value: "2021" },
				],
			],
		]);
	});
});

describe("a sheet that is read again, since its rows are too many to keep", () => {
	it("has the same rows, merged cells and remarks", async () => {
		const merge = '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>';
		const bytes = xlsxOf({ sheets: [{ rows: row(1, ["企业", "量"]) + row(2, ["甲", 1]) + row(5, [null, 2.5]), behind: merge }] });
		const source = inPieces(bytes, 100, "book.xlsx");
		const read = async (cells: number): Promise<unknown> => {
			const surveyed = await survey(source, undefined);
			const { sheets } = await workbookSheets(source, surveyed, { hidden: false, room: { cells } });
			const records: unknown[] = [];
			await sheets[0]?.cuts(false)[0]?.read({ record: (...record) => records.push(record), lost: () => undefined });
			return records;
		};
		expect(await read(0)).toEqual(await read(1000));
	});
});

describe("a workbook that cannot be read", () => {
	const parts = xlsxParts({ sheets: [{ rows: row(1, ["甲", 1]) }], strings: ["a"] });
	const whole = zipOf(parts);

	it("is refused wherever it is cut off", async () => {
		for (let length = 4; length < whole.length; length += 7)
			expect(await refusal(whole.subarray(0, length))).toEqual(notRead("cut-off"));
	});

	it("is refused, or read as it is, whichever byte is damaged", async () => {
		const expected = JSON.stringify((await readSheets(whole)).sheets[0]?.rows);
		const answers = new Set<string>();
		for (let at = 0; at < whole.length; at++) {
			const damaged = Buffer.from(whole);
			damaged[at] = (damaged[at] as number) ^ 0x10;
			const answer = await refusal(damaged);
			answers.add(
				Array.isArray(answer) ? String(answer[0]) : JSON.stringify((answer as { sheets: { rows: unknown }[] }).sheets[0]?.rows),
			);
		}
		answers.delete("workbook-not-read");
		answers.delete("not-a-table");
		answers.delete("cannot-decode");
		answers.delete("beyond-bound");
		expect([...answers]).toEqual([expected]);
	});

	it("is refused where a cell names a text that is not there, or a sheet has no end", async () => {
		expect(await refusal(one(row(1, [{ xml: '<c t="s"><v>3</v></c>' }])))).toEqual(notRead("damaged"));
		const open = parts.map(([name, content]) =>
			name.includes("worksheets/")
				? ([name, String(content).replace("</sheetData>", "").replace("</worksheet>", "")] as const)
				: ([name, content] as const),
		);
		expect(await refusal(zipOf(open))).toEqual(notRead("damaged"));
	});

	it.each([
		'<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
		'<row r="99999999999"><c><v>1</v></c></row>',
		'<row r="1"><c r="XFE1"><v>1</v></c></row>',
		'<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>',
	])("is refused where a cell stands beyond any sheet: %s", async (rows) => {
		expect(await refusal(one(rows))).toEqual(notRead("damaged"));
	});

	it("is refused where two of its parts have one name", async () => {
		expect(await refusal(zipOf([...parts, parts.at(-1) as (typeof parts)[number]]))).toEqual(notRead("damaged"));
	});

	it("is refused where it unpacks to more than any workbook does, before that fills the memory", async () => {
		const bomb = zipOf([
			...parts.filter(([name]) => !name.includes("worksheets/")),
			["xl/worksheets/sheet1.xml", Buffer.alloc(80 << 20, " ")],
		]);
		expect(await refusal(bomb)).toEqual(["beyond-bound", { file: "book.xlsx", bound: "row", most: 1 << 24 }]);
	});

	it("is refused where it unpacks to so many bytes in rows that nobody could count", async () => {
		const rows = Buffer.from(
			`<worksheet><sheetData>${`<row><c><v>1</v></c></row>${" ".repeat(1000)}`.repeat(70_000)}</sheetData></worksheet>`,
		);
		const bomb = zipOf([...parts.filter(([name]) => !name.includes("worksheets/")), ["xl/worksheets/sheet1.xml", rows]]);
		expect(await refusal(bomb)).toEqual(["beyond-bound", { file: "book.xlsx", bound: "unpacked", most: 200 }]);
	});

	it("is told by what it is where it is no workbook", async () => {
		const notATable = (what: string) => ["not-a-table", { file: "book.xlsx", what }];
		expect(
			await refusal(
				zipOf([
					["[Content_Types].xml", "<Types/>"],
					["word/document.xml", "<w:document/>"],
				]),
			),
		).toEqual(notATable("document"));
		expect(await refusal(zipOf([["energy.csv", "firm,period\n"]]))).toEqual(notATable("compressed"));
	});
});

describe("a sheet of a million formatted blanks", () => {
	it("is read, and holds what it holds", async () => {
		const blank = (number: number): string => `<row r="${number}" s="1" customFormat="1"><c s="1"/><c s="1"/><c s="1"/></row>`;
		const rows = Array.from({ length: 1_048_575 }, (_, index) => blank(index + 2));
		const bytes = one(row(1, ["甲", 1]) + rows.join(""));
		expect(await rowsOf(bytes)).toEqual([["甲", "1"]]);
	}, 60_000);
});

/** Cells as people have them in tables; a csv of the same holds the same text. */
const cell = fc.oneof(
	fc.constant(null),
	fc.integer({ min: -1e9, max: 1e9 }),
	fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((value) => (value === 0 ? 0 : value)),
	fc.string({
		unit: fc.constantFrom("甲", "a", "B", " ", ",", '"', "&", "<", ">", "_", "x", "1", ".", "\n"),
		minLength: 1,
		maxLength: 12,
	}),
);

describe("any sheet", () => {
	it("that the library writes holds what a csv of it would", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }), async (rows) => {
				fc.pre(rows.some((cells) => cells.some((value) => value !== null)));
				const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(rows.map((cells) => [...cells])), "数据");
				const bytes = XLSX.write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
				const text = (value: string | number | null): string =>
					value === null ? "" : typeof value === "number" ? plainNumber(value) : value;
				const expected = rows.map((cells) => trimmed(cells.map(text)));
				while (expected.at(-1)?.length === 0) expected.pop();
				expect(await rowsOf(new Uint8Array(bytes))).toEqual(expected);
			}),
			{ numRuns: 300 },
		);
	});
});

function trimmed(cells: string[]): string[] {
	while (cells.at(-1) === "") cells.pop();
	return cells;
}
