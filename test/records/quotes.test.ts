/** Quotes as people and programs leave them: what is read all the same is told, and what is lost is told with its lines. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestRecord } from "../../src/findings/bounds.ts";
import { Cutter } from "../../src/records/cutter.ts";
import type { LostText, Quirks } from "../../src/records/sheet.ts";

interface Cut {
	readonly records: readonly {
		readonly cells: readonly string[];
		readonly row: number;
		readonly line: number;
		readonly quirks?: Quirks;
	}[];
	readonly lost: readonly LostText[];
	readonly endMarks: readonly (readonly [number, number])[];
}

/** A text cut in pieces of so many letters. */
const cut = (text: string, size = text.length || 1): Cut => {
	const records: Cut["records"][number][] = [];
	const lost: LostText[] = [];
	const endMarks: [number, number][] = [];
	const cutter = new Cutter(",", {
		record: (cells, row, line, quirks) => records.push({ cells, row, line, ...(quirks === undefined ? {} : { quirks }) }),
		lost: (text) => lost.push(text),
		endMark: (row, line) => endMarks.push([row, line]),
	});
	for (let at = 0; at < text.length; at += size) cutter.push(text.slice(at, at + size));
	cutter.end();
	return { records, lost, endMarks };
};

const rows = ({ records }: Cut): string[] => records.map(({ cells, row, line }) => `${row}:${line} ${cells.join("|")}`);

describe("a quoted cell that closes and goes on", () => {
	it("loses its line, and reading goes on behind it", () => {
		const found = cut('a,b\n1,"x"y\n3,4\n');
		expect(rows(found)).toEqual(["1:1 a|b", "3:3 3|4"]);
		expect(found.lost).toEqual([
			{ why: "closes-early", row: 2, line: 2, cell: 1, lines: ['1,"x"y'], whole: true, skippedLines: 1 },
		]);
	});

	it("loses every line that it touches, which is what it swallowed", () => {
		const found = cut('a,b\n1,"first\n2,"last"\n5,6\n');
		expect(rows(found)).toEqual(["1:1 a|b", "3:4 5|6"]);
		expect(found.lost).toEqual([
			{ why: "closes-early", row: 2, line: 2, cell: 1, lines: ['1,"first', '2,"last"'], whole: true, skippedLines: 2 },
		]);
	});

	it("behind a backslash is told as what it is", () => {
		expect(cut('"Plant \\"A\\"",1\n').lost).toMatchObject([{ why: "backslash", row: 1, cell: 0 }]);
	});
});

describe("a quote that is read all the same", () => {
	it("is a letter inside a cell that does not begin with one", () => {
		expect(cut('1,12" pipe\n').records).toEqual([
			{ cells: ["1", '12" pipe'], row: 1, line: 1, quirks: { letter: 1, spans: null } },
		]);
	});

	it("is a letter behind a blank, too: the cell is not quoted", () => {
		expect(cut('1, "x"\n').records).toMatchObject([{ cells: ["1", ' "x"'], quirks: { letter: 1 } }]);
	});

	it("written twice is one, and nothing odd", () => {
		expect(cut('1,"a ""b"""\n').records).toEqual([{ cells: ["1", 'a "b"'], row: 1, line: 1 }]);
	});

	it("may hold newlines, which is told", () => {
		expect(cut('1,"a\nb"\n2,3\n').records).toEqual([
			{ cells: ["1", "a\nb"], row: 1, line: 1, quirks: { letter: null, spans: 1 } },
			{ cells: ["2", "3"], row: 2, line: 3 },
		]);
	});
});

describe("the mark of a file's end", () => {
	it.each([
		["on a line of its own", "a,b\n\u001a", ["1:1 a|b"], [[2, 2]]],
		["on a line that ends", "a,b\r\n\u001a\r\n", ["1:1 a|b"], [[2, 2]]],
		["behind the last cell", "a,b\u001a", ["1:1 a|b"], [[2, 2]]],
	] as const)("%s is no record", (_, text, expected, marks) => {
		for (let size = 1; size <= text.length; size += 1) {
			const found = cut(text, size);
			expect([size, rows(found), found.endMarks]).toEqual([size, expected, marks]);
		}
	});

	it("is a record where others follow", () => {
		const found = cut("a,b\n\u001a\n1,2\n");
		expect(rows(found)).toEqual(["1:1 a|b", "2:2 \u001a", "3:3 1|2"]);
		expect(found.endMarks).toEqual([]);
	});
});

describe("a quote that is open for longer than a record", () => {
	it("takes the rest of the text, of which only the lines are counted", () => {
		const text = `a,b\n1,"${"x,y\n".repeat(longestRecord / 4)}2,3\n4,5\n`;
		for (const size of [1 << 16, text.length]) {
			const found = cut(text, size);
			expect(rows(found)).toEqual(["1:1 a|b"]);
			const [one, ...more] = found.lost;
			expect(more).toEqual([]);
			expect(one).toMatchObject({ why: "never-closes", row: 2, line: 2, whole: false, lines: [] });
			expect(one?.skippedLines).toBe(longestRecord / 4 + 2);
		}
	});
});

describe("whatever stands in a text", () => {
	it("all its lines are in records or are told as lost, once each", () => {
		const wild = fc.string({ unit: fc.constantFrom("a", '"', '"', ",", "\n", "\r\n", "\\", "吨"), maxLength: 40 });
		fc.assert(
			fc.property(wild, fc.integer({ min: 1, max: 7 }), (text, size) => {
				const found = cut(text, size);
				expect(found).toEqual(cut(text));
				const lines = text === "" ? 0 : (text.match(/\r\n|\n|\r/g) ?? []).length + (/[\n\r]$/.test(text) ? 0 : 1);
				const inCells = found.records.reduce(
					(n, { cells }) => n + 1 + cells.reduce((m, cell) => m + (cell.match(/\r\n|\n|\r/g) ?? []).length, 0),
					0,
				);
				expect(inCells + found.lost.reduce((n, { skippedLines }) => n + skippedLines, 0)).toBe(lines);
			}),
			{ numRuns: 5_000, seed: 17 },
		);
	});
});
