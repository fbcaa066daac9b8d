/** What both languages say around findings: a name for every code, a reason for every silence, sentences that hold their figures. */
import { describe, expect, it } from "vitest";
import { codes, gravities } from "../src/findings/gravity.ts";
import type { CheckCounts, CheckStep, CheckTexts } from "../src/language/check-texts.ts";
import { languages } from "../src/language/index.ts";
import { whyNots } from "../src/screening/rule.ts";
import { ruleName, titleOf, whyOf } from "../src/views/check-facts.ts";
import { width } from "../src/views/width.ts";

const chinese = /[㐀-鿿]/;
const counts: CheckCounts = { error: 11, warning: 22, note: 33, known: 44, rules: 55, unchecked: 66 };
const none: CheckCounts = { error: 0, warning: 0, note: 0, known: 0, rules: 0, unchecked: 0 };
const steps: { readonly [S in CheckStep]: S } = {
	"mend-errors": "mend-errors",
	"look-at-warnings": "look-at-warnings",
	"give-date": "give-date",
	report: "report",
};

const repeated = (list: readonly string[]): string[] => list.filter((one, index) => list.indexOf(one) !== index);

describe.each(languages.map((language) => [language.id, language] as const))("in %s", (id, { check: texts, words }) => {
	it("every code has a title of its own, short enough for a list", () => {
		expect(codes.filter((code) => !Object.hasOwn(texts.titles, code))).toEqual([]);
		const titles = Object.keys(texts.titles).map((code) => titleOf(texts, code));
		expect(repeated(titles)).toEqual([]);
		expect(titles.filter((title) => width(title) > 44 || /[.,;:!?。，；：！？]$|^$/.test(title))).toEqual([]);
		expect(titles.filter((title) => chinese.test(title) !== (id === "zh"))).toEqual([]);
		if (id === "en") expect(titles.filter((title) => !/^[A-Z][\x20-\x7e]+$/.test(title))).toEqual([]);
	});

	it("a code that nobody has named yet is called by itself", () => {
		expect(titleOf(texts, "brand-new-code")).toBe("brand-new-code");
		expect(ruleName(texts, { rule: "screening", code: "screening" })).toBe("screening");
		expect(whyOf(texts, "brand-new-reason")).toBe("brand-new-reason");
	});

	it("every reason of a rule can be said, and of a run: each its own way", () => {
		const reasons = [...new Set([...whyNots, "no-as-of", "not-asked"])];
		expect(Object.keys(texts.whys).sort()).toEqual([...reasons].sort());
		const said = reasons.map((why) => whyOf(texts, why));
		expect(repeated(said)).toEqual([]);
		expect(said.filter((text) => text === "" || /[.。]$/.test(text))).toEqual([]);
		expect(said.filter((text) => chinese.test(text) !== (id === "zh"))).toEqual([]);
		expect(whyOf(texts, "no-as-of")).toContain("--as-of");
	});

	/** Sentences with what each must hold. */
	const inputs = { files: 77, rows: 88 };
	const group = { gravity: "error", code: "x-y", title: "Ttt", count: 99, known: 0, atLeast: false } as const;
	const sentences: readonly (readonly [sentence: string, ...holds: string[]])[] = [
		[texts.state(counts, inputs), "44", "77", "88"],
		[texts.state({ ...none, warning: 1 }, inputs), "77", "88"],
		[texts.state(none, inputs), "77", "88"],
		[texts.state({ ...none, unchecked: 1 }, inputs), "77", "88"],
		[texts.group(group), words.gravities.error, "x-y", "99", "Ttt"],
		[texts.group({ ...group, known: 12 }), "12"],
		[texts.group({ ...group, known: 12, atLeast: true }), "12"],
		[texts.weight("12.34", true), "12.34"],
		[texts.weight("12.34", false), "12.34"],
		[texts.weight("12.34", null), "12.34"],
		[texts.weight(null, true)],
		[texts.weight(null, false)],
		[texts.followsFrom("a.csv:5"), "a.csv:5"],
		[texts.knownHeading(44), "44"],
		[texts.accepted("Rrr", "2027-01-01"), "Rrr", "2027-01-01"],
		[texts.accepted("Rrr", null), "Rrr"],
		[texts.accepted("", null)],
		[texts.notChecked("Www", 12), "Www", "12"],
		[texts.notChecked("Www", null), "Www"],
		[texts.answers({ asked: 12, passed: 34, failed: 56 }), "12", "34", "56"],
		[texts.cameOut(counts), "11", "22", "33", "44", "55", "66"],
		[texts.cameOut({ ...none, rules: 5 }), "5"],
		[texts.cameOut(none), "0"],
		...Object.values(steps).map((step): [string] => [texts.next(step)]),
		[texts.next("give-date"), "--as-of"],
		[texts.noFinding],
		[texts.grouped("Ttt", "warning", 12, null), "Ttt", "12", words.gravities.warning],
		[texts.grouped("Ttt", "warning", 12, 345), "Ttt", "12", "345"],
		[texts.unannotated(12, 10), "12", "10"],
		[texts.ofTheRun],
		[texts.cut(12, 25_000), "12", "25000"],
		[texts.help],
		...gravities.map((gravity): [string] => [texts.meanings[gravity]]),
		[texts.notCheckedHeading],
	];

	it("sentences are whole, in their own language, and hold their figures", () => {
		for (const [sentence, ...holds] of sentences) {
			expect(sentence).not.toMatch(/undefined|null|\$\{|\[object|\n|^$/);
			expect([sentence, chinese.test(sentence)]).toEqual([sentence, id === "zh"]);
			for (const held of holds) expect(sentence).toContain(held);
		}
		// The same step stands twice in the list, once for what it must hold.
		const made = [...new Set(sentences.map(([sentence]) => sentence))];
		expect(made).toHaveLength(sentences.length - 1);
		if (id === "zh")
			expect(made.filter((one) => /[㐀-鿿）”] ?[,;:!?()]|[,;:!?()][㐀-鿿（“]|[㐀-鿿，。；：] [\w-]/.test(one))).toEqual([]);
	});

	it("message and remedy are two sentences, whatever the message ends with", () => {
		const [stop, blank] = id === "zh" ? ["。", ""] : [".", " "];
		const question = id === "zh" ? "？" : "?";
		expect(texts.sentences("Mmm", "Rrr.")).toBe(`Mmm${stop}${blank}Rrr.`);
		expect(texts.sentences(`Mmm${question}`, "Rrr.")).toBe(`Mmm${question}${blank}Rrr.`);
		expect(texts.sentences("Mmm", "")).toBe(`Mmm${stop}`);
	});

	it("nothing that is known to nobody is told", () => {
		expect(texts.weight(null, null)).toBe("");
	});
});

describe("a rule and what is told of it", () => {
	it.each([
		["en", "Unit slip suspected (U-104): not checked for 1 firm (too few months)"],
		["zh", "可能填错计量单位（U-104）：1家企业未检查（月份太少）"],
	])("are one line in %s", (id, line) => {
		const texts = languages.find((language) => language.id === id)?.check as CheckTexts;
		const name = ruleName(texts, { rule: "U-104", code: "unit-slip" });
		expect(texts.ruleNotChecked(name, texts.notChecked(whyOf(texts, "too-few-months"), 1))).toBe(line);
	});
});
