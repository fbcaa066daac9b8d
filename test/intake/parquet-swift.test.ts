/** Large tables of Parquet: read by the swift path as texts are, to the part that row by row comes of them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Part } from "../../src/intake/part.ts";
import { writePart } from "../../src/intake/part-text.ts";
import type { Source } from "../../src/records/source.ts";
import { understand } from "../../src/run/choices.ts";
import { given } from "../../src/run/given.ts";
import { valuesOf } from "../../src/run/options.ts";
import { read } from "../../src/run/read.ts";
import { rowsOf } from "../records/sheets.ts";
import { inPieces } from "../records/sources.ts";
import { header, keptAsNumbers, names, odd, regular, reportOf, sourceOf } from "../support/months.ts";
import { parquetOf } from "../support/parquet.ts";
import { totalText } from "../support/total-text.ts";

const partOf = (source: Source, swiftFrom: number): Promise<Part> =>
	read({ ...given([source]), swiftFrom }, understand(valuesOf({})));

/** Both paths, from bytes that can be read from any place and from others; how many firms are kept as numbers. */
async function agree(bytes: Uint8Array): Promise<number> {
	const plainly = await partOf(inPieces(bytes, 1000, "e.parquet"), Number.POSITIVE_INFINITY);
	let kept = 0;
	for (const source of [inPieces(bytes, 1000, "e.parquet"), sourceOf("e.parquet", bytes)]) {
		const swiftly = await partOf(source, 0);
		expect([...writePart(swiftly)]).toEqual([...writePart(plainly)]);
		expect(await totalText(swiftly)).toBe(await totalText(plainly));
		kept = keptAsNumbers(swiftly);
		expect(reportOf(swiftly)).toBe(reportOf(plainly));
	}
	return kept;
}

const columns = header.split(",");
const months = regular(names, 12).map((line) => line.split(","));
/** Another name for a firm. */
const renamed =
	(name: string) =>
	(rows: string[][]): void => {
		for (const row of rows) if (row[0] === "F2") row[0] = name;
	};
const cells: fc.Arbitrary<string> = fc.oneof(
	{ weight: 5, arbitrary: fc.constantFrom("a", "煤,焦", 'say "no"', "two\nlines", "back\r", "", " ", "\ufeffx", "0") },
	{ weight: 1, arbitrary: fc.string({ unit: "grapheme" }) },
);

describe("a table of Parquet", () => {
	it("is what was written, in whatever groups and pages", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(cells, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 30 }),
				fc.integer({ min: 1, max: 12 }),
				fc.integer({ min: 1, max: 12 }),
				async (rows, group, paged) => {
					// A mark at the start of a text is none of its letters.
					const said = rows.map((row) => row.map((cell) => cell.replace(/^\ufeff/, "")));
					for (const row of said) while (row.at(-1) === "") row.pop();
					while (said.at(-1)?.length === 0) said.pop();
					expect(await rowsOf(parquetOf(["a", "b", "c"], rows, { group, paged }), "a.parquet")).toEqual([
						["a", "b", "c"],
						...said,
					]);
				},
			),
		);
	});

	it("has the values of each of two columns that are called alike", async () => {
		expect(await rowsOf(parquetOf(["a", "a"], [["1", "2"]]), "a.parquet")).toEqual([
			["a", "a"],
			["1", "2"],
		]);
	});

	it("of months is kept as numbers, and comes to the same", async () => {
		for (const [group, paged] of [
			[1 << 20, 1 << 20],
			[100, 7],
		] as const)
			expect(await agree(parquetOf(columns, months, { group, paged }))).toBe(names.length);
	});

	it.each([
		["rows that hold nothing", (rows: string[][]) => rows.splice(40, 0, [], [], ["", "", "", "", ""])],
		["rows that hold nothing at its end", (rows: string[][]) => rows.push([], [])],
		["a cell that is missing at the end of a row", (rows: string[][]) => rows[50]?.pop()],
		["a cell that is missing at its start", (rows: string[][]) => rows[51]?.splice(0, 1, "")],
		["a name with a comma", renamed("F2, Ltd")],
		["a name with quotes", renamed('"F2" Ltd')],
		["a name over two lines", (rows: string[][]) => rows[60]?.splice(0, 1, "F2\nLtd")],
		["a name with a letter of NUL", (rows: string[][]) => rows[61]?.splice(0, 1, "F\u00002")],
		["two letters of NUL in a row", (rows: string[][]) => rows[61]?.splice(0, 2, "F\u00002", "2021\u0000-01")],
		["the mark of a file's end", (rows: string[][]) => rows[62]?.splice(4, 1, "t\u001a")],
		["titles above its header", (rows: string[][]) => rows.unshift(["能源消费情况"], [], columns)],
	])("with %s is read as it is row by row", async (_, change) => {
		const rows = months.map((row) => [...row]);
		change(rows);
		await agree(parquetOf(columns, rows, { group: 100, paged: 30 }));
	});

	it("with odd rows among others is read as it is row by row", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(fc.nat({ max: months.length }), odd), { maxLength: 6 }), async (more) => {
				const rows = months.map((row) => [...row]);
				for (const [at, line] of more) rows.splice(at, 0, line.split(",").slice(0, 5));
				await agree(parquetOf(columns, rows, { group: 100, paged: 30 }));
			}),
			{ numRuns: 12 },
		);
	});
});
