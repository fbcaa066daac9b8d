/** Text to records: cells, the row a spreadsheet shows and the physical line, however the file is cut. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likelySeparators } from "../../src/records/csv.ts";
import { survey } from "../../src/records/survey.ts";
import { gb18030, inPieces, type Reading, read, utf8, utf16be, utf16le } from "./sources.ts";

const lines = (text: string, options: Parameters<typeof read>[1] = {}): Promise<Reading> => read(inPieces(utf8(text)), options);

/** Cells with the row and the line they begin in: `1:1 a|b`. */
const flat = ({ records }: Reading): string[] => records.map(({ cells, row, line }) => `${row}:${line} ${cells.join("|")}`);

describe("the separator", () => {
	it.each([
		["firm,period,carrier", ","],
		["firm\tperiod\tcarrier", "\t"],
		["企业;期间;能源", ";"],
		["firm", ","],
		["", ","],
		['"a;b;c;d",e,f', ","],
		['"a,b,c"\td\te', "\t"],
		["a,b;c;d", ";"],
	] as const)("of %j is %j", (line, separator) => {
		expect(likelySeparators(line)[0]).toBe(separator);
	});
});

describe.each([
	["a small file", false],
	["a large file", true],
] as const)("records of %s", (_, large) => {
	it("rows and lines count from 1, blank ones too", async () => {
		expect(flat(await lines("a,b\n\n1,2\n", { large }))).toEqual(["1:1 a|b", "2:2 ", "3:3 1|2"]);
	});

	it("the last row needs no newline", async () => {
		expect(flat(await lines("a,b\n1,2", { large }))).toEqual(["1:1 a|b", "2:2 1|2"]);
	});

	it("an empty file has none", async () => {
		expect(await lines("", { large })).toEqual({ records: [], lost: [] });
	});

	it("newlines of every kind end a row, mixed in one file", async () => {
		expect(flat(await lines("a,b\r\n1,2\n3,4\r5,6\r\n7,8", { large }))).toEqual([
			"1:1 a|b",
			"2:2 1|2",
			"3:3 3|4",
			"4:4 5|6",
			"5:5 7|8",
		]);
	});

	it("blanks, commas and quotes in quotes are text", async () => {
		expect((await lines('" a ","b,c","d ""e"""\n', { large })).records[0]?.cells).toEqual([" a ", "b,c", 'd "e"']);
	});

	it("a stray quote is text and ends nothing", async () => {
		expect(flat(await lines('a,5" pipe\n1,2\n', { large }))).toEqual(['1:1 a|5" pipe', "2:2 1|2"]);
	});

	it("a newline in quotes ends no row, and the lines go on counting", async () => {
		const found = await lines('a,b\n"one\ntwo\r\nthree\rfour",1\n5,6\n', { large });
		expect(flat(found)).toEqual(["1:1 a|b", "2:2 one\ntwo\r\nthree\rfour|1", "3:6 5|6"]);
	});

	it("rows of other lengths are read as they are", async () => {
		expect((await lines("a,b\n1\n1,2,3\n", { large })).records.map(({ cells }) => cells.length)).toEqual([2, 1, 3]);
	});

	it("semicolons and tabs separate where they are asked to", async () => {
		expect(flat(await lines("a;b,c\n", { separator: ";", large }))).toEqual(["1:1 a|b,c"]);
		expect(flat(await lines("a\tb,c\n", { separator: "\t", large }))).toEqual(["1:1 a|b,c"]);
	});

	it("a quote that nothing closes is told at the row and line where it opens, with the lines it swallows", async () => {
		const found = await lines('a,b\n1,2\n3,"4\n5,6\n7,8\n', { large });
		expect(flat(found)).toEqual(["1:1 a|b", "2:2 1|2"]);
		expect(found.lost).toEqual([["never-closes", 3, 3, 3]]);
	});

	it("an unclosed quote after newlines in quotes still has its right line", async () => {
		const found = await lines('"a\nb",c\r\n1,2\r\n"3,4\r\n5,6', { large });
		expect(flat(found)).toEqual(["1:1 a\nb|c", "2:3 1|2"]);
		expect(found.lost).toEqual([["never-closes", 3, 4, 2]]);
	});

	it("an unclosed quote in the last row swallows that row alone", async () => {
		expect((await lines('a,b\n1,"', { large })).lost).toEqual([["never-closes", 2, 2, 1]]);
	});

	it("a closed quote is not told", async () => {
		expect((await lines('a,"b"\n"1","2\n3"\n', { large })).lost).toEqual([]);
	});
});

describe("however a file is cut", () => {
	const text = '企业,能源,"源\r\n电"\r\n㐂,"a ""b"", c",1\r2,\u{20000},3\n\n"力",,\r\n';
	const expected = ["1:1 企业|能源|源\r\n电", '2:3 㐂|a "b", c|1', "3:4 2|\u{20000}|3", "4:5 ", "5:6 力||"];

	it.each([
		["UTF-8", utf8(text)],
		["GB18030", gb18030(text)],
		["UTF-16 LE", utf16le(text)],
		["UTF-16 BE", utf16be(text)],
	])("its records, rows and lines are the same in %s, in pieces of every size", async (_, bytes) => {
		for (let size = 1; size <= bytes.length; size += 1) {
			for (const large of [false, true]) expect(flat(await read(inPieces(bytes, size), { large }))).toEqual(expected);
		}
	});

	it("so is the place of an unclosed quote", async () => {
		const bytes = utf8('a,b\r\n"c\r\nd",e\r\nf,"g\r\nh\r\ni');
		for (let size = 1; size <= bytes.length; size += 1) {
			for (const large of [false, true]) {
				const found = await read(inPieces(bytes, size), { large });
				expect([size, large, flat(found), found.lost]).toEqual([
					size,
					large,
					["1:1 a|b", "2:2 c\r\nd|e"],
					[["never-closes", 3, 4, 3]],
				]);
			}
		}
	});

	it("small and large are read alike, for any cells", async () => {
		const cell = fc.string({ unit: fc.constantFrom("a", "1", '"', ",", "\n", "\r", ";", " ", "吨", "=", "\t"), maxLength: 6 });
		const written = (cells: readonly string[]): string => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(",");
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
				fc.array(fc.constantFrom("\n", "\r\n", "\r"), { minLength: 6, maxLength: 6 }),
				fc.integer({ min: 1, max: 40 }),
				async (rows, ends, size) => {
					const whole = rows.map((cells, i) => `${written(cells)}${ends[i] as string}`).join("");
					// A row begins where all before it end: its cells' newlines and its own, `\r\n` being one.
					const begins = (i: number): number =>
						1 +
						(
							whole
								.slice(
									0,
									rows.slice(0, i).reduce((n, cells, k) => n + written(cells).length + (ends[k] as string).length, 0),
								)
								.match(/\r\n|\n|\r/g) ?? []
						).length;
					const wanted = rows.map((cells, i) => ({ cells, row: i + 1, line: begins(i) }));
					for (const large of [false, true]) {
						const found = await read(inPieces(utf8(whole), size), { large });
						expect(found).toEqual({ records: wanted, lost: [] });
					}
				},
			),
			{ numRuns: 2_000, seed: 11 },
		);
	});

	it("any text at all is read alike, in pieces or in one, stray and unclosed quotes included", async () => {
		const wild = fc.string({ unit: fc.constantFrom("a", '"', '"', ",", "\n", "\r", " ", "吨"), maxLength: 40 });
		await fc.assert(
			fc.asyncProperty(wild, fc.integer({ min: 1, max: 9 }), async (text, size) => {
				const once = await read(inPieces(utf8(text)));
				expect(await read(inPieces(utf8(text), size), { large: true })).toEqual(once);
				const rows = [...once.records.map(({ row }) => row), ...once.lost.map(([, row]) => row)].sort((a, b) => a - b);
				expect(rows).toEqual(rows.map((_, i) => i + 1));
			}),
			{ numRuns: 5_000, seed: 13 },
		);
	});

	it("a file of more than a megabyte, as the host reads it, loses no row", async () => {
		const row = '"企业\n一",2023-06,电力,"1,234.5",吨\r\n';
		const bytes = utf8(row.repeat(40_000));
		const source = inPieces(bytes, 65_536 - 1);
		expect((await survey(source, undefined)).size).toBeGreaterThan(1 << 20);
		const { records, lost } = await read(source);
		expect(lost).toEqual([]);
		expect(records.length).toBe(40_000);
		expect(records.at(-1)).toEqual({ cells: ["企业\n一", "2023-06", "电力", "1,234.5", "吨"], row: 40_000, line: 79_999 });
	});
});
