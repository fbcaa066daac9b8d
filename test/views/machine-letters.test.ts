/** Letters that steer or hide, in the formats for programs: csv spells them out, json writes them by number and keeps the value. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/contract/report.ts";
import { csvCell, neutral } from "../../src/views/formats/csv-cell.ts";
import { json } from "../../src/views/formats/json.ts";
import { harmful, hostileText } from "./letters.ts";

/** Never to be seen as they are: controls, marks without width or direction, and what is not drawn at all. */
const raw = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
/** Fillers and selectors that are letters or marks to Unicode, and drawn as nothing. */
const undrawn = ["\u034f", "\u115f", "\u1160", "\u180e", "\u3164", "\ufe0f", "\uffa0", "\u{e0100}"];
const texts = fc.oneof(
	hostileText,
	fc.constantFrom(...harmful, ...undrawn),
	fc.tuple(hostileText, fc.constantFrom(...undrawn)).map((two) => two.join("")),
);

describe("a text in csv", () => {
	it("holds none of them, and begins as no formula does", () => {
		fc.assert(
			fc.property(texts, (text) => {
				expect(csvCell(text, "text")).not.toMatch(raw);
				expect(neutral(text)).not.toMatch(/^[=+@\-\t]/);
			}),
		);
	});

	it.each([
		["\u001b[31m", "\\x1b[31m"],
		["甲\u200b", "甲\\u200b"],
		["\ufeff=1", "\\ufeff=1"],
		["甲\u{e0100}", "甲\\u{e0100}"],
		["=1", "'=1"],
		// A private letter is a letter: rare names in GB18030 hold them.
		["甲\ue815", "甲\ue815"],
	])("such as %j is %s", (text, cell) => {
		expect(csvCell(text, "text")).toBe(cell);
	});
});

describe("a text in json", () => {
	it("holds none of them, and is the same when it is read", () => {
		fc.assert(
			fc.property(texts, (text) => {
				// Whatever the object: the writer takes text by text.
				const written = json({ text } as unknown as Report);
				expect(written.replaceAll("\n", "")).not.toMatch(raw);
				expect(JSON.parse(written)).toEqual({ text });
			}),
		);
	});
});
