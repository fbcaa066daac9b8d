// @vitest-environment-options { "counted": true }
/** Text for terminals: widths, lines, cuts, columns under each other, and nothing that steers a terminal. */
import "../support/counting.ts";

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type VerdictWord, verdictWords } from "../../src/domain/words.ts";
import { text as draw } from "../../src/views/formats/text.ts";
import { type Cell, type Column, heading, item, lines, type Page, type Sheet, sheet, text } from "../../src/views/page.ts";
import { clip, harmless, padEnd, padStart, width, wrap } from "../../src/views/width.ts";
import { growthOf, mostGrowth } from "../support/growth.ts";
import { cellsOf, columnsOf, figureText, harm, harmful, hostileText, someText } from "./letters.ts";

const plainly = (_: VerdictWord, words: string): string => words;
const drawn = (page: Page, columns: number): string[] => {
	const written = draw(page, { columns, paint: plainly });
	expect(written.endsWith("\n")).toBe(true);
	return written.slice(0, -1).split("\n");
};
const withoutBlanks = (words: string): string => words.replace(/\s/gu, "");

describe("the width of a text", () => {
	it.each([
		["", 0],
		["abc", 3],
		["汉字", 4],
		["F16 川禾水泥", 12],
		["（一）", 6],
		["ＡＢ", 4],
		["ｱｲ", 2],
		["한글", 4],
		["é", 1],
		["e\u0301", 1],
		["名\u0301\u0302\u0303", 2],
		["𠮷野家", 6],
		["😀", 2],
		["🏭 1", 4],
		["10^4 Nm3", 8],
		["−0.5", 4],
	])("of '%s' is %i", (words, columns) => {
		expect(width(words)).toBe(columns);
	});

	it.each(["✅", "❌", "⭐", "⚡", "⌛", "☔", "🀄", "🆗", "🈁", "ꥠ"])("of %s, which terminals draw two wide, is 2", (one) => {
		expect(width(one)).toBe(2);
	});

	it("is the sum of its letters' widths", () => {
		fc.assert(
			fc.property(someText, (words) => {
				expect(width(words)).toBe(columnsOf(words));
			}),
		);
	});

	it("is what padding fills up to, at either end", () => {
		fc.assert(
			fc.property(someText, fc.nat(80), (words, columns) => {
				const wanted = Math.max(columns, columnsOf(words));
				expect(columnsOf(padEnd(words, columns))).toBe(wanted);
				expect(columnsOf(padStart(words, columns))).toBe(wanted);
				expect(padEnd(words, columns).startsWith(words)).toBe(true);
				expect(padStart(words, columns).endsWith(words)).toBe(true);
			}),
		);
	});
});

describe("a cut", () => {
	it.each([
		["川禾水泥", 8, "川禾水泥"],
		["川禾水泥", 7, "川禾水…"],
		["川禾水泥", 6, "川禾…"],
		["abcdef", 4, "abc…"],
		["𠮷𠮷𠮷", 4, "𠮷…"],
	])("of '%s' to %i columns is '%s'", (words, columns, cut) => {
		expect(clip(words, columns)).toBe(cut);
	});

	it("fits, begins as the text does, is marked, and leaves alone what fits", () => {
		fc.assert(
			fc.property(someText, fc.integer({ min: 2, max: 60 }), (words, columns) => {
				const cut = clip(words, columns);
				expect(columnsOf(cut)).toBeLessThanOrEqual(columns);
				if (cut === words) return;
				expect(columnsOf(words) > columns || words.length > columns).toBe(true);
				expect(cut.endsWith("…")).toBe(true);
				expect(words.startsWith(cut.slice(0, -1))).toBe(true);
				expect(cut).not.toMatch(/\p{Cs}/u);
			}),
		);
	});

	it("ends marks that pile up without a width of their own", () => {
		expect(clip(`e${"\u0301".repeat(10_000)}`, 20).length).toBeLessThanOrEqual(61);
	});
});

describe("wrapping", () => {
	it.each([
		["breaks at blanks", "one two three", 8, ["one two", "three"]],
		["breaks between Chinese characters", "按照工业绿色发展规划", 8, ["按照工业", "绿色发展", "规划"]],
		["begins no line with a closing mark", "按照工业，绿色", 8, ["按照工", "业，绿色"]],
		["cuts a word that is longer than a line", "abcdefghij", 4, ["abcd", "efgh", "ij"]],
		["leaves alone what fits", "a b", 3, ["a b"]],
	])("%s", (_, words, columns, lines) => {
		expect(wrap(words, columns)).toEqual(lines);
	});

	it("indents the lines after the first", () => {
		expect(wrap("one two three four", 9, "  ")).toEqual(["one two", "  three", "  four"]);
	});

	it("loses no letter, and no line is wider than asked", () => {
		fc.assert(
			fc.property(someText, fc.integer({ min: 4, max: 200 }), fc.constantFrom("", "  "), (words, columns, indent) => {
				const lines = wrap(words, columns, indent);
				expect(withoutBlanks(lines.join(""))).toBe(withoutBlanks(words));
				for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
			}),
			{ numRuns: 500 },
		);
	});

	it("loses no letter however narrow the line, and comes to an end", () => {
		fc.assert(
			fc.property(someText, fc.integer({ min: 1, max: 4 }), fc.constantFrom("", "  "), (words, columns, indent) => {
				const lines = wrap(words, columns, indent);
				expect(withoutBlanks(lines.join(""))).toBe(withoutBlanks(words));
				for (const line of lines) expect(line).not.toMatch(/\p{Cs}/u);
			}),
		);
	});

	it("ends a Chinese line behind a stop where one is near, rather than in the middle of a word", () => {
		const said = "核算边界：燃料燃烧；电力：各年均为零；热力：不计";
		expect(wrap(said, 26)).toEqual(["核算边界：燃料燃烧；电力：", "各年均为零；热力：不计"]);
		// The stop is 4 columns back, and a line of 24 gives up no more than 4.
		expect(wrap(said, 24)).toEqual(["核算边界：燃料燃烧；", "电力：各年均为零；热力：", "不计"]);
		// Where the last stop is further back, the line is filled.
		expect(wrap(`甲：${"乙".repeat(20)}`, 24)).toEqual([`甲：${"乙".repeat(10)}`, "乙".repeat(10)]);
	});

	it("breaks behind a stop before Latin letters and digits", () => {
		expect(wrap("天然气 × 44/12；ndrc-guidelines", 20)).toEqual(["天然气 × 44/12；", "ndrc-guidelines"]);
	});

	it("breaks no word that fits a line, and fills lines as far as words go", () => {
		const word = fc.stringMatching(/^[a-z]{1,12}$/);
		fc.assert(
			fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 12, max: 80 }), (words, columns) => {
				const lines = wrap(words.join(" "), columns).map((line) => line.split(" "));
				expect(lines.flat()).toEqual(words);
				for (const [index, line] of lines.slice(0, -1).entries()) {
					const next = lines[index + 1]?.[0] as string;
					expect(`${line.join(" ")} ${next}`.length).toBeGreaterThan(columns);
				}
			}),
		);
	});

	it("of a long name takes work that follows its length", async () => {
		expect(wrap("名".repeat(100_000), 80)).toHaveLength(2500);
		expect(await growthOf(10_000, async (letters) => wrap("名".repeat(letters), 80))).toBeLessThanOrEqual(mostGrowth);
	});
});

describe("what may reach a reader", () => {
	it.each([
		["\u001b[31mred", "\\x1b[31mred"],
		["a\u202egnp.exe", "a\\u202egnp.exe"],
		["zero\u200bwidth", "zero\\u200bwidth"],
		["two\nlines", "two\\x0alines"],
		["\u009b2J", "\\x9b2J"],
		["half \ud83d pair", "half \\ud83d pair"],
		["汉字 é 😀 𠮷", "汉字 é 😀 𠮷"],
	])("%j is shown as %j", (words, shown) => {
		expect(harmless(words)).toBe(shown);
	});

	it("holds nothing that steers, turns or hides, and tells each such letter", () => {
		fc.assert(
			fc.property(hostileText, (words) => {
				expect(harmless(words)).not.toMatch(harm);
				expect(harmless(harmless(words))).toBe(harmless(words));
			}),
		);
		for (const one of harmful) expect(harmless(`a${one}b`)).toMatch(/^a\\[xu]/);
	});

	it.each([
		["a joiner of graphemes", "\u034f"],
		["a Hangul filler", "\u3164"],
		["a Hangul filler of a consonant", "\u115f"],
		["a half-width Hangul filler", "\uffa0"],
		["a Mongolian selector", "\u180b"],
		["a Khmer vowel that is never drawn", "\u17b4"],
	])("tells two names apart of which one holds %s, that nobody could see", (_, one) => {
		expect(harmless(`firm${one}A`)).not.toContain(one);
	});
});

/** Titles hold a letter that no cell holds, so that a drawn table is known by its head. */
const columnOf = (index: number): fc.Arbitrary<Column> =>
	fc
		.record({
			title: fc.constantFrom("firm", "企业", "intensity", "gap %", "差距 %", "verdict", "碳排放强度").map((t) => `${t}¹${index}`),
			align: fc.constantFrom("left" as const, "right" as const),
			name: fc.boolean(),
			spare: fc.constantFrom(0, 0, 1, 2, 3, 4),
		})
		.map(({ name, spare, ...rest }) => ({ ...rest, ...(name ? { name: true as const } : {}), ...(spare > 0 ? { spare } : {}) }));

const someSheet = (cellText: fc.Arbitrary<string>): fc.Arbitrary<Sheet> =>
	fc.integer({ min: 1, max: 7 }).chain((many) => {
		const tone = fc.option(fc.constantFrom(...verdictWords), { nil: undefined });
		const cell: fc.Arbitrary<Cell> = fc
			.tuple(cellText, tone)
			.map(([of, colour]) => ({ text: of, ...(colour === undefined ? {} : { tone: colour }) }));
		return fc
			.record({
				columns: fc.tuple(...Array.from({ length: many }, (_, index) => columnOf(index))),
				rows: fc.array(fc.array(cell, { minLength: many, maxLength: many }), { maxLength: 6 }),
				notes: fc.array(cellText, { maxLength: 2 }),
			})
			.map((made) => ({ ...made, leftOut: (titles: readonly string[]) => `left out: ${titles.join(" ")}` }));
	});

const cellText = fc.oneof(
	{ weight: 2, arbitrary: figureText },
	{ weight: 1, arbitrary: someText },
	{ weight: 1, arbitrary: fc.constantFrom("", "::warning::", "on track", "withheld: prices not constant", "未判定：价格") },
);
const someItem = (of: fc.Arbitrary<string>): fc.Arbitrary<Page[number]> =>
	fc.tuple(of, fc.integer({ min: 1, max: 3 })).map(([words, depth]) => item(words, depth));
const somePage = (of: fc.Arbitrary<string>): fc.Arbitrary<Page> =>
	fc.array(
		fc.oneof(
			of.map(text),
			of.map(heading),
			someItem(of),
			fc.array(of, { minLength: 1, maxLength: 4 }).map(lines),
			someSheet(of).map(sheet),
		),
		{ minLength: 1, maxLength: 5 },
	);
const room = fc.integer({ min: 20, max: 200 });

/** What a table of one sheet shows, taken apart by the columns of the terminal; undefined where rows are below each other. */
function takenApart(lines: readonly string[], of: Sheet) {
	const rule = lines[1] ?? "";
	// Below each other, a title has a colon behind it.
	const [head = ""] = lines;
	if (!/^-+( {2}-+)*$/.test(rule) || !/¹\d(?!:)/.test(head) || head.startsWith("left out")) return undefined;
	const places = [...rule.matchAll(/-+/g)].map((dashes) => ({ from: dashes.index, to: dashes.index + dashes[0].length }));
	const parts = (line: string): string[] => {
		const cells = cellsOf(line);
		return places.map(({ from, to }) => cells.slice(from, to).join(""));
	};
	const between = (line: string): string => {
		const cells = cellsOf(line);
		return places
			.slice(1)
			.map(({ from }) => cells.slice(from - 2, from).join("") || "  ")
			.join("");
	};
	const titles = parts(head).map((title) => title.trim());
	return {
		shown: titles.map((title) => of.columns.findIndex((column) => column.title === title)),
		rows: lines.slice(2, 2 + of.rows.length).map((line) => ({ line, parts: parts(line), between: between(line) })),
		after: lines.slice(2 + of.rows.length),
	};
}

describe("a page of any sheets", () => {
	it("has no line wider than the columns asked", () => {
		fc.assert(
			fc.property(somePage(cellText), room, (page, columns) => {
				// A line that begins with two colons is broken after it was measured.
				for (const line of drawn(page, columns)) expect(width(line.replace("\\x3a:", "::")), line).toBeLessThanOrEqual(columns);
			}),
			{ numRuns: 500 },
		);
	});

	it("holds no control, bidirectional or zero-width character, wherever it stood", () => {
		fc.assert(
			fc.property(somePage(hostileText), room, (page, columns) => {
				for (const line of drawn(page, columns)) expect(line).not.toMatch(harm);
			}),
		);
	});

	it("is the same with colours, but for the colours", () => {
		const inColour = (word: VerdictWord, words: string): string => `⟦${word}⟧${words}⟦⟧`;
		fc.assert(
			fc.property(somePage(cellText), room, (page, columns) => {
				const coloured = draw(page, { columns, paint: inColour });
				const without = coloured.replace(/⟦[a-z-]*⟧/g, "");
				expect(without.replace(/ +$/gm, "")).toBe(drawn(page, columns).join("\n").replace(/ +$/gm, "").concat("\n"));
			}),
		);
	});

	it("loses no letter of its sentences", () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof(someText.map(text), someText.map(heading), someItem(someText), fc.array(someText).map(lines)), {
					minLength: 1,
				}),
				room,
				(page, columns) => {
					const said = page.map((block) =>
						block.is === "sheet" || block.is === "picture" ? "" : block.is === "lines" ? block.lines.join("") : block.text,
					);
					// What could command a runner at the start of a line is broken there, and stands.
					const whole = (letters: string): string => withoutBlanks(letters).replaceAll("\\x3a:", "::");
					expect(whole(drawn(page, columns).join(""))).toBe(whole(said.join("")));
				},
			),
		);
	});

	it("has lines as they stand, moved in, with the sentence above them", () => {
		const page = [text("energy.csv"), lines(["firm,period", "", 'A,"2020"']), text("Told:")];
		expect(drawn(page, 40)).toEqual(["energy.csv", "  firm,period", "", '  A,"2020"', "", "Told:"]);
		expect(drawn([heading("Example"), lines(["$ tanlu report energy.csv"])], 20)).toEqual([
			"Example",
			"  $ tanlu report",
			"    energy.csv",
		]);
	});

	it("keeps the margin of what stands further in, on every line it takes", () => {
		fc.assert(
			fc.property(someText, fc.integer({ min: 1, max: 3 }), room, (words, depth, columns) => {
				const [first = "", ...more] = drawn([item(words, depth)], columns);
				if (words !== "") expect(first.search(/\S/)).toBe(depth * 2);
				for (const line of more) expect(line.search(/\S/)).toBe(depth * 2 + 2);
			}),
		);
	});

	it("has air between parts, and none within one", () => {
		const page = [text("a"), text("b"), heading("c"), item("d"), item("e", 2), heading("f"), item("g"), text("h"), text("i")];
		expect(drawn(page, 80)).toEqual(["a", "b", "", "c", "  d", "    e", "", "f", "  g", "", "h", "i"]);
		expect(drawn([text("a"), item("b"), text("c")], 80)).toEqual(["a", "", "  b", "", "c"]);
	});
});

describe("a sheet", () => {
	/** A cell as it is drawn: what would command the runner of a log at the start of a line is told by its number. */
	const toldOf = (cell: string): string => cell.replace(/^(\s*):(?=:)/u, "$1\\x3a");
	const eachTable = (check: (table: NonNullable<ReturnType<typeof takenApart>>, of: Sheet, columns: number) => void): void => {
		let tables = 0;
		fc.assert(
			fc.property(someSheet(cellText), room, (of, columns) => {
				const table = takenApart(drawn([sheet(of)], columns), of);
				if (table === undefined) return;
				tables += 1;
				check(table, of, columns);
			}),
			{ numRuns: 500 },
		);
		expect(tables).toBeGreaterThan(100);
	};

	it("has every cell under its title, two blanks between columns, numbers to the right", () => {
		eachTable(({ shown, rows }, of) => {
			expect(shown).not.toContain(-1);
			for (const [at, row] of rows.entries()) {
				expect(row.between.trim()).toBe("");
				for (const [place, index] of shown.entries()) {
					const part = row.parts[place] as string;
					const whole = toldOf(of.rows[at]?.[index]?.text ?? "");
					if (whole === "") expect(part.trim()).toBe("");
					else if (of.columns[index]?.align === "right") expect(part).toBe(part.trimEnd());
					else expect(part).toBe(part.trimStart());
				}
			}
		});
	});

	it("cuts names and nothing else", () => {
		eachTable(({ shown, rows }, of) => {
			for (const [at, row] of rows.entries()) {
				for (const [place, index] of shown.entries()) {
					const part = (row.parts[place] as string).trim();
					const whole = toldOf(of.rows[at]?.[index]?.text ?? "");
					if (part === whole) continue;
					expect(of.columns[index]?.name).toBe(true);
					expect(part.endsWith("…")).toBe(true);
					expect(whole.startsWith(part.slice(0, -1).trimEnd())).toBe(true);
				}
			}
		});
	});

	it("has nothing behind the last word of a line", () => {
		fc.assert(
			fc.property(someSheet(cellText.map((of) => (of === "" ? "?" : of))), room, (of, columns) => {
				for (const line of drawn([sheet({ ...of, notes: [] })], columns)) expect(line).toBe(line.trimEnd());
			}),
		);
	});

	it("leaves out what is most to spare, and tells it", () => {
		eachTable(({ shown, after }, of) => {
			const gone = of.columns.filter((_, index) => !shown.includes(index));
			const kept = of.columns.filter((_, index) => shown.includes(index)).map(({ spare }) => spare ?? 0);
			const least = Math.min(...gone.map(({ spare }) => spare ?? 0));
			for (const own of kept) expect(own).toBeLessThanOrEqual(least);
			const told = withoutBlanks(after.join(""));
			for (const { title } of gone) expect(told).toContain(withoutBlanks(title));
			expect(told.startsWith("leftout:")).toBe(gone.length > 0);
		});
	});

	it("shows at least as many columns where there is more room", () => {
		fc.assert(
			fc.property(someSheet(cellText), room, fc.nat(60), (of, columns, more) => {
				const shown = (wide: number): number[] => takenApart(drawn([sheet(of)], wide), of)?.shown ?? [];
				const few = shown(columns);
				expect(shown(columns + more).filter((index) => few.includes(index))).toEqual(few);
			}),
		);
	});

	const narrow: Sheet = {
		columns: [
			{ title: "firm", align: "left", name: true },
			{ title: "emissions", align: "right", spare: 1 },
			{ title: "gap %", align: "right" },
			{ title: "verdict", align: "left" },
		],
		rows: ["川禾水泥有限责任公司川禾水泥", "Chuanhe"].map((name) => [
			{ text: name },
			{ text: "123456.78" },
			{ text: "+20.73" },
			{ text: "withheld: months missing, prices not constant" },
		]),
		leftOut: (titles) => `left out: ${titles.join(", ")}`,
	};

	it("too wide for any table has its rows below each other, each cell with its title", () => {
		const lines = drawn([sheet(narrow)], 20);
		expect(lines.slice(0, 6)).toEqual([
			"川禾水泥有限责任公…",
			"gap %: +20.73",
			"verdict: withheld:",
			"  months missing,",
			"  prices not",
			"  constant",
		]);
	});

	it("too wide for any table tells what it leaves out as well", () => {
		expect(drawn([sheet(narrow)], 20)).toContain("left out: emissions");
	});

	it("of Chinese names stands aligned in 80 and in 140 columns", () => {
		const named: Sheet = { ...narrow, rows: narrow.rows.map((row) => [...row.slice(0, 3), { text: "落后" }]) };
		expect(drawn([sheet(named)], 80)).toEqual([
			"firm                          emissions   gap %  verdict",
			"----------------------------  ---------  ------  -------",
			"川禾水泥有限责任公司川禾水泥  123456.78  +20.73  落后",
			"Chuanhe                       123456.78  +20.73  落后",
		]);
		expect(drawn([sheet(named)], 140)).toEqual(drawn([sheet(named)], 80));
		expect(drawn([sheet(named)], 48)).toEqual([
			"firm                  emissions   gap %  verdict",
			"--------------------  ---------  ------  -------",
			"川禾水泥有限责任公…   123456.78  +20.73  落后",
			"Chuanhe               123456.78  +20.73  落后",
		]);
	});
});
