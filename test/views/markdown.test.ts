/** Markdown read back by a parser of the GitHub flavour: every cell is itself again, and nothing of the data becomes markup. */
import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { markdown } from "../../src/views/formats/markdown.ts";
import { type Column, heading, lines, type Page, type Sheet, sheet, text } from "../../src/views/page.ts";
import { harmless } from "../../src/views/width.ts";
import { harm, hostileText } from "./letters.ts";

interface Node {
	readonly type: string;
	readonly value?: string;
	readonly align?: readonly (string | null)[];
	readonly children?: readonly Node[];
}

// The parser's own rules make links of addresses; its second look at finished text, blind to escapes, is not part of them.
const rules = gfmFromMarkdown().map(({ transforms: _, ...rest }) => rest);
const read = (page: Page): readonly Node[] => {
	const written = markdown(page);
	expect(written.replaceAll("\n", "")).not.toMatch(harm);
	const tree = fromMarkdown(written, { extensions: [gfm()], mdastExtensions: rules }) as unknown as Node;
	return tree.children ?? [];
};

const told = ({ value, children }: Node): string => value ?? (children ?? []).map(told).join("");
const codes = ({ type, value = "", children }: Node): string[] => [
	...(type === "inlineCode" ? [value] : []),
	...(children ?? []).flatMap(codes),
];
const types = (node: Node): string[] => [node.type, ...(node.children ?? []).flatMap(types)];
/** What a reader is shown of a text: its harmful letters told, no blanks around it. */
const shown = (of: string): string => harmless(of).replace(/^[ \t]+|[ \t]+$/g, "");

const hostile: readonly string[] = [
	...["a|b", "a\\|b", "a\\\\|b", "\\", "\\\\", "|", "||", "`code`", "``", "`|`", "*bold*", "__init__", "~~gone~~", "$x$"],
	...["<b>bold</b>", "<script>alert(1)</script>", "<!-- hidden -->", "&lt;", "&amp;", "&", "&#60;", "<https://example.org>"],
	...["[link](http://example.org)", "![image](x.png)", "[^1]", "[^1]: note", "[x]", "[ ] task", "[a]: http://example.org"],
	...["http://example.org", "https://example.org/a_b", "HTTP://EXAMPLE.ORG", "ftp://example.org", "mailto:a@example.org"],
	...["www.example.org", "WWW.EXAMPLE.ORG", "(www.example.org)", "https://www.example.org"],
	...[
		"- list",
		"-",
		"--",
		"---",
		"----",
		":--",
		"--:",
		"+ list",
		"* list",
		"1. list",
		"1) list",
		"2024. list",
		"# title",
		"## title",
	],
	...["> quote", "===", "***", "___", "~~~", "```", "a\nb", "a\r\nb", "a\tb", "\u001b[31m", "\u202egnp", "=1+2", "@SUM(A1)"],
	...["川禾水泥（一）", "甲|乙", "0.00", "-3.2", "?", "a  b", "trailing\\", "#", "!", "名：<甲>"],
];
const mails = ["a@example.org", "firm+1@mail.example.org", "xmpp:a@example.org", "https://a@example.org"];

/** Pieces that are harmless alone, put together. */
const mixed = fc
	.array(
		fc.oneof(
			fc.constantFrom(...hostile),
			fc.constantFrom(" ", "\\", "|", "`", "*", "_", "[", "]", "(", ")", "<", ">", "!", "~", "#", "&", ";", ":", "/", ".", "-"),
			hostileText,
		),
		{ minLength: 1, maxLength: 6 },
	)
	.map((pieces) => pieces.join(""));
const anyText = fc.oneof(mixed, fc.string({ unit: "binary", maxLength: 20 })).map((of) => of.replaceAll("@", "＠"));

const columnsOf = (aligns: readonly ("left" | "right")[]): Column[] =>
	aligns.map((align, index) => ({ title: `column ${index}`, align, ...(index > 1 ? { spare: index } : {}) }));
const sheetOf = (
	aligns: readonly ("left" | "right")[],
	rows: readonly (readonly string[])[],
	notes: readonly string[],
): Sheet => ({
	columns: columnsOf(aligns),
	rows: rows.map((row) => row.map((of) => ({ text: of }))),
	leftOut: () => "left out",
	notes,
});
const anySheet = fc
	.integer({ min: 1, max: 6 })
	.chain((many) =>
		fc.tuple(
			fc.array(fc.constantFrom("left" as const, "right" as const), { minLength: many, maxLength: many }),
			fc.array(fc.array(anyText, { minLength: many, maxLength: many }), { maxLength: 5 }),
		),
	);

const cellsIn = (table: Node | undefined): string[][] => {
	expect(table?.type).toBe("table");
	return (table?.children ?? []).map((row) => (row.children ?? []).map(told));
};
const onlyText = (node: Node): void => {
	const allowed = ["table", "tableRow", "tableCell", "paragraph", "heading", "text"];
	// The sign of an address, a person or an issue is written as code: what stands around it is then a link for no reader.
	expect(types(node).filter((type) => !allowed.includes(type) && type !== "inlineCode")).toEqual([]);
	expect(codes(node).filter((code) => !/^(?:@+|#|-)$/.test(code))).toEqual([]);
};

describe("a sheet as markdown", () => {
	it("has as many columns and rows, and each cell is itself again", () => {
		fc.assert(
			fc.property(anySheet, ([aligns, rows]) => {
				const [table, ...more] = read([sheet(sheetOf(aligns, rows, []))]);
				expect(more).toEqual([]);
				const [head, ...body] = cellsIn(table);
				expect(head).toEqual(aligns.map((_, index) => `column ${index}`));
				expect(table?.align).toEqual(aligns.map((align) => (align === "right" ? "right" : null)));
				expect(body).toEqual(rows.map((row) => row.map(shown)));
				onlyText(table as Node);
			}),
			{ numRuns: 500 },
		);
	});

	it.each(hostile)("shows %j as it is, as a cell of its own", (of) => {
		const [table, ...more] = read([
			sheet(
				sheetOf(
					["left", "right"],
					[
						[of, "1.00"],
						[`x ${of}`, of],
					],
					[],
				),
			),
		]);
		expect(more).toEqual([]);
		expect(cellsIn(table).slice(1)).toEqual([
			[shown(of), "1.00"],
			[shown(`x ${of}`), shown(of)],
		]);
		onlyText(table as Node);
	});

	it.each(mails)("makes no address to write to of %s", (of) => {
		const [table] = read([sheet(sheetOf(["left"], [[of]], []))]);
		expect(cellsIn(table)[1]).toEqual([of]);
		onlyText(table as Node);
	});

	it("makes no link of anything that looks like an address", () => {
		const piece = fc.constantFrom(..."ab1Z@@@.-_+:/`|\\*!~ 汉，", "www.", "http://", "xmpp:", "mailto:", "example.org", "@b.c");
		const address = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join("").trim());
		fc.assert(
			fc.property(address, (of) => {
				const [table, ...more] = read([sheet(sheetOf(["left"], [[of]], []))]);
				expect(more).toEqual([]);
				expect(cellsIn(table)[1]).toEqual([of]);
				onlyText(table as Node);
			}),
			{ numRuns: 5000 },
		);
	});

	it("has every column, and does not speak of room", () => {
		const written = markdown([sheet(sheetOf(["left", "left", "left", "left"], [["a", "b", "c", "d"]], []))]);
		expect(written).toBe("| column 0 | column 1 | column 2 | column 3 |\n| --- | --- | --- | --- |\n| a | b | c | d |\n");
	});

	it("cuts no name, however long", () => {
		const long = "名".repeat(300);
		expect(cellsIn(read([sheet(sheetOf(["left"], [[long]], []))])[0])[1]).toEqual([long]);
	});
});

describe("sentences as markdown", () => {
	const trimmed = anyText.map((of) => shown(of)).filter((of) => of !== "");
	it.each(
		[...hostile, ...hostile.map((of) => `${of} in 2023: behind.`)].filter((of) => shown(of) !== ""),
	)("beginning with %j are a paragraph of just that", (of) => {
		const blocks = read([text(of)]);
		expect(blocks.map(({ type }) => type)).toEqual(["paragraph"]);
		expect(told(blocks[0] as Node)).toBe(shown(of));
		onlyText(blocks[0] as Node);
	});

	it("are each a paragraph, and headings are headings", () => {
		const block = fc.oneof(trimmed.map(text), trimmed.map(heading));
		fc.assert(
			fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (page) => {
				const blocks = read(page);
				expect(blocks.map(({ type }) => type)).toEqual(page.map(({ is }) => (is === "heading" ? "heading" : "paragraph")));
				for (const [index, one] of blocks.entries()) {
					const from = page[index];
					if (from === undefined || from.is === "sheet" || from.is === "lines") continue;
					// Number signs at the end of a heading are no part of it.
					if (from.is === "text") expect(told(one)).toBe(shown(from.text));
					onlyText(one);
				}
			}),
			{ numRuns: 500 },
		);
	});

	it("that stand as lines are code, whatever fences they hold", () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof(anyText, fc.constantFrom("```", "````", "~~~", "::error::x", "  ::", " :a")), { minLength: 1 }),
				(of) => {
					const [block, ...more] = read([lines(of)]);
					expect([block?.type, more]).toEqual(["code", []]);
					// But for a line that would command the runner of a log: its first colon is told by its number.
					const drawn = of.map((line) => harmless(line).replace(/^(\s*):(?=:)/u, "$1\\x3a"));
					expect(block?.value).toBe(drawn.join("\n"));
				},
			),
		);
	});

	it("below a sheet stand apart from it", () => {
		fc.assert(
			fc.property(trimmed, (note) => {
				const blocks = read([sheet(sheetOf(["left"], [["a"]], [note])), text("after")]);
				expect(blocks.map(({ type }) => type)).toEqual(["table", "paragraph", "paragraph"]);
				expect(told(blocks[1] as Node)).toBe(shown(note));
			}),
		);
	});
});
