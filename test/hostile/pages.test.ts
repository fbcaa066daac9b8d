// @vitest-environment-options { "counted": true }
/** Web pages with tables: work grows with the page, whatever its tags say of cells that it does not hold. */
import "../support/counting.ts";

import { describe, expect, it } from "vitest";
import { cellsAnyway, mostColumns, mostRows } from "../../src/findings/bounds.ts";
import { Trouble } from "../../src/findings/trouble.ts";
import { htmlBook } from "../../src/records/workbook/html.ts";
import { sheetsOf } from "../../src/records/workbook/sheets.ts";
import { readSheets } from "../records/sheets.ts";
import { growthOf, mostGrowth } from "../support/growth.ts";

const header = "<table><tr><td>firm<td>period<td>carrier<td>quantity<td>unit";
const row = "<tr><td>F1<td>2020<td>coke<td>1<td>t";

/** Each of a number of repeats. */
const shapes: Readonly<Record<string, (times: number) => string>> = {
	"many tables": (times) => `${header}${row}</table>`.repeat(times),
	"tables in tables": (times) => "<table><tr><td>a".repeat(times) + "</table>".repeat(times),
	"tables that never close": (times) => "<table><tr><td>a".repeat(times),
	"cells without rows": (times) => `<table>${"<td>".repeat(times)}`,
	"rows without cells": (times) => header + "<tr>".repeat(times) + row,
	"cells that span nine rows": (times) => header + "<tr><td rowspan=9 colspan=2>a".repeat(times),
	"tags that never end": (times) => header + row + "<a".repeat(times),
	"quotes that never close": (times) => header + row + `<a b="`.repeat(2 * times + 1),
	"comments that never close": (times) => header + row + "<!--".repeat(times),
	"scripts that never close": (times) => header + row + "<script>".repeat(times),
	scripts: (times) => header + row + "<script></script>".repeat(times),
	"a cell of `<`": (times) => `${header}<tr><td>${"<".repeat(times)}`,
	"a cell of entities": (times) => `${header}<tr><td>${"&amp;".repeat(times)}${"&#1".repeat(times)}${"&a".repeat(times)}`,
	"a cell of lines": (times) => `${header}<tr><td>${"<br>".repeat(times)}`,
	"a cell of blanks": (times) => `${header}<tr><td>a${" ".repeat(times)}b${"&nbsp;".repeat(times)}c`,
	"long attributes": (times) =>
		`${header}<tr ${"a ".repeat(times)}><td ${"x:num=".repeat(times)} ${"colspan ".repeat(times)} style='${"display ".repeat(times)}'>F1`,
	"blanks in attributes": (times) => {
		const blanks = " ".repeat(times);
		return `${header}<tr><td colspan${blanks}x:num${blanks} hidden${blanks}x>F1`;
	},
};

async function readPage(page: string): Promise<void> {
	try {
		const room = { cells: 4_000_000 };
		const book = htmlBook("page.xls", page, false);
		const { sheets } = await sheetsOf(book, { file: "page.xls", sha256: "", reopen: async () => book, hidden: false, room });
		for (const sheet of sheets) await sheet.cuts(false)[0]?.read({ record: () => undefined, lost: () => undefined });
	} catch (error) {
		if (!(error instanceof Trouble)) throw error;
	}
}

describe("a page", () => {
	it.each(Object.entries(shapes))("of %s costs no more than its length", { timeout: 120_000 }, async (_, shape) => {
		expect(await growthOf(2_000, (times) => readPage(shape(times)))).toBeLessThanOrEqual(mostGrowth);
	});
});

async function refusal(page: string): Promise<unknown> {
	try {
		return (await readSheets(new TextEncoder().encode(page), { name: "page.xls" })).sheets.map(({ rows }) => rows);
	} catch (error) {
		if (!(error instanceof Trouble)) throw error;
		return [error.code, error.with];
	}
}

describe("a page whose tables make more than it holds", () => {
	const bound = (of: string, most: number): unknown => ["beyond-bound", { file: "page.xls", bound: of, most }];

	it("is refused by its cells before any is made, those that others span among them", async () => {
		const cells = bound("cells", cellsAnyway);
		expect(await refusal(header + "<tr><td rowspan=2000 colspan=2>a".repeat(8_000))).toEqual(cells);
		expect(await refusal(header + "<tr><td colspan=1000><td>a".repeat(17_000))).toEqual(cells);
		expect(await refusal(`<table><tr>${"<td rowspan=1000000>a".repeat(9_000)}${"<tr><td>a".repeat(2_000)}`)).toEqual(cells);
		const part = `<table>${"<tr><td rowspan=999 colspan=2>a".repeat(999)}</table>`;
		expect(await refusal(part.repeat(20))).toEqual(cells);
	});

	it("is refused by columns and rows that no sheet has", async () => {
		expect(await refusal(`<table>${"<td>a".repeat(mostColumns + 1)}`)).toEqual(bound("columns", mostColumns));
		expect(await refusal(`<table>${"<tr>".repeat(mostRows + 1)}<td>a`)).toEqual(bound("rows", mostRows));
	});

	it("is read where nothing comes of the spans: of rows that are not there, of columns behind the last cell", async () => {
		expect(await refusal(`<table>${"<tr><td>a<td colspan=16384>b".repeat(2_000)}`)).toEqual([
			Array.from({ length: 2_000 }, () => ["a", "b"]),
		]);
		expect(await refusal("<table><tr><td rowspan=1048576 colspan=16384>a<tr><tr>")).toEqual([[["a"]]]);
	});
});

describe("a page that was cut off", () => {
	it.each(["<td", '<td title="5>6', "<!-- 5", "<script>5", "</td", "<!x"])("within %s is refused as damaged", async (end) => {
		expect(await refusal(`${header}${row}${end}`)).toEqual(["workbook-not-read", { file: "page.xls", why: "damaged" }]);
	});

	it("between tags is read", async () => {
		expect(await refusal("<table><tr><td>a < b<td>&constructor;<!x><td title='>'>c</tr><td>d")).toEqual([
			[["a < b", "&constructor;", "c"], ["d"]],
		]);
	});
});
