/** The findings as people read them: can the data be used, what is wrong, what was not checked, what to do next. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Check } from "../../src/contract/check.ts";
import { en } from "../../src/language/en/index.ts";
import { languages } from "../../src/language/index.ts";
import { zh } from "../../src/language/zh/index.ts";
import { checkPage } from "../../src/views/check-page.ts";
import { markdown } from "../../src/views/formats/markdown.ts";
import { anyCheck, checkOf, found, rule, small } from "../support/checks.ts";
import { writeCheck } from "../support/write-check.ts";

const lines = (check: Check, columns = 100): string[] => writeCheck("text", check, en, columns).trimEnd().split("\n");
const groups = (check: Check): string[] => lines(check).filter((line) => /^(error|warning|note) {2}/.test(line));
const known = { reason: "meter was turned back", until: "2027-01-01" };

describe("the small run", () => {
	it("is told from what it comes to, to what to do", () => {
		expect(writeCheck("text", small, en, 100)).toBe(
			`The data have errors, 1 known finding aside: 2 files, 18 rows.

error  negative-quantity (3, 1 known)  Amount below zero
  energy.csv:5:消费量  F1 2023-05: -3.2 is below zero; 120.55 t CO2, could turn the verdict
  energy.csv:6:消费量  F1 2023-06: -1 is below zero
  -> Correct the row itself.

warning  months-missing (1)  Months missing that other tables have
  F1 2023: coke lacks 2023-05; follows from energy.csv:5:消费量
  -> Fill in the months.

note  full-width (1)  Full-width characters
  数据/产出 2023.csv:2:数量  '１２' was read as 12
  -> Nothing.

1 known finding, accepted with a reason
  error  negative-quantity (1)  Amount below zero; accepted: meter was turned back, until 2027-01-01

Not checked
because                        rules  answers  which
-----------------------------  -----  -------  ---------------------------------------------
no figures by month                1        1  Months missing that other tables have (M-301)
too few months                     1        1  Unit slip suspected (U-104)
no other firm to compare with      1        1  Rows that say the same (X-501)
no --as-of DATE                    1        -  Period in the future (future-month)

2 errors, 1 warning, 1 note; 1 known; 4 rules, 4 of them not checked, or not for every firm.
Next: correct the errors, the heaviest first, and check again.
`,
		);
	});

	it("keeps its margin where a line is broken", () => {
		expect(lines(small, 44).slice(3, 8)).toEqual([
			"error  negative-quantity (3, 1 known)",
			"Amount below zero",
			"  energy.csv:5:消费量  F1 2023-05: -3.2 is",
			"    below zero; 120.55 t CO2, could turn the",
			"    verdict",
		]);
	});

	it("is told in Chinese, in words of the trade", () => {
		const text = writeCheck("text", small, zh, 100);
		expect(text.split("\n")[0]).toBe("数据有错误（另有1个已知问题）：2个文件，18行。");
		expect(text).toContain("错误  negative-quantity（3个，其中已知的1个）  数量小于零");
		expect(text).toContain("；涉及120.55吨CO2，可能改变结论\n");
		expect(text).toContain("；由energy.csv:5:消费量引起\n");
		expect(text).toContain("已接受：meter was turned back，至2027-01-01");
		expect(text.trimEnd().split("\n").slice(-2)).toEqual([
			"错误2个，警告1个，提示1个，另有已知问题1个；共4条规则，其中4条没有检查，或没有对所有企业检查。",
			"下一步：从影响最大的开始改正错误，再检查一次。",
		]);
	});
});

describe("the first line", () => {
	const first = (check: Check): string | undefined => lines(check)[0];
	const unchecked = { notChecked: [{ rule: "future-month", why: "no-as-of" }] };

	it.each([
		["errors", checkOf([found()]), "The data have errors: 1 file, 9 rows."],
		[
			"warnings",
			checkOf([found({ gravity: "warning", code: "partial-year" })]),
			"The data are usable, with warnings: 1 file, 9 rows.",
		],
		["notes alone", checkOf([found({ gravity: "note", code: "full-width" })]), "The data are clean: 1 file, 9 rows."],
		["nothing", checkOf([]), "The data are clean: 1 file, 9 rows."],
		["known errors alone", checkOf([found({ known })]), "The data are clean, 1 known finding aside: 1 file, 9 rows."],
		["rules not checked", checkOf([], unchecked), "The data are clean as far as they were checked: 1 file, 9 rows."],
	])("says whether the data can be used: %s", (_, check, line) => {
		expect(first(check)).toBe(line);
	});
});

describe("the last line", () => {
	it.each([
		["correct the errors", checkOf([found()])],
		["look at the warnings", checkOf([found({ gravity: "warning", code: "partial-year" })])],
		["--as-of DATE", checkOf([], { notChecked: [{ rule: "future-month", why: "no-as-of" }] })],
		["tanlu report", checkOf([])],
		["tanlu report", checkOf([found({ known })])],
	])("says what to do next: %s", (step, check) => {
		expect(lines(check).at(-1)).toContain(`Next: `);
		expect(lines(check).at(-1)).toContain(step);
	});
});

describe("groups", () => {
	it("stand in the order of the findings, the heaviest first, each code once", () => {
		const check = checkOf([
			found({ code: "unit-slip", weightTonnes: "900" }),
			found({ weightTonnes: "12" }),
			found({ code: "unit-slip" }),
			found({ code: "partial-year", gravity: "warning" }),
		]);
		expect(groups(check)).toEqual([
			"error  unit-slip (2)  Unit slip suspected",
			"error  negative-quantity (1)  Amount below zero",
			"warning  partial-year (1)  Part of a year",
		]);
	});

	it("tell five places, and the exact number of all, listed or not", () => {
		const check = checkOf(Array.from({ length: 8 }, (_, index) => found({ row: index + 1 })));
		expect(lines(check).slice(2, 10)).toEqual([
			"error  negative-quantity (8)  Amount below zero",
			...[1, 2, 3, 4, 5].map((row) => `  energy.csv:${row}:消费量  F1 2023-05: -3.2 is below zero`),
			"  … and 3 more",
			"  -> Correct the row itself.",
		]);
		const more = { ...check, findings: { ...check.findings, byCode: [{ code: "negative-quantity", count: 120_000 }] } };
		expect(lines(more)[2]).toBe("error  negative-quantity (120000)  Amount below zero");
		expect(lines(more)[8]).toBe("  … and 119995 more");
	});

	it("give one way out where it is one, else one to those that share it", () => {
		const remedies = ["Do this.", "Do that.", "Do that.", "Do this."];
		const check = checkOf(remedies.map((remedy, index) => found({ row: index + 1, remedy })));
		expect(lines(check).slice(3, 10)).toEqual([
			"  energy.csv:1:消费量  F1 2023-05: -3.2 is below zero",
			"    -> Do this.",
			"  energy.csv:2:消费量  F1 2023-05: -3.2 is below zero",
			"  energy.csv:3:消费量  F1 2023-05: -3.2 is below zero",
			"    -> Do that.",
			"  energy.csv:4:消费量  F1 2023-05: -3.2 is below zero",
			"    -> Do this.",
		]);
	});

	it("leave known findings to a part of their own, by why they are accepted", () => {
		const check = checkOf([found({ known }), found({ known }), found({ known: { reason: "", until: null } })]);
		expect(lines(check).slice(2, 5)).toEqual([
			"3 known findings, accepted with a reason",
			"  error  negative-quantity (2)  Amount below zero; accepted: meter was turned back, until 2027-01-01",
			"  error  negative-quantity (1)  Amount below zero; accepted: no reason given",
		]);
	});

	it("do not say how many are known where not all are listed", () => {
		const check = checkOf([found(), found({ known })]);
		const more = { ...check, findings: { ...check.findings, byCode: [{ code: "negative-quantity", count: 9 }] } };
		expect(groups(more)).toEqual(["error  negative-quantity (9, at least 1 known)  Amount below zero"]);
	});

	it("say what a finding is worth as far as it is known", () => {
		const of = (weightTonnes: string | null, couldTurnVerdict: boolean | null): string | undefined =>
			lines(checkOf([found({ weightTonnes, couldTurnVerdict, message: "m" })]))[3]?.split(": m")[1];
		// Half-even, as everywhere: 120.545 is a tie, and 120.54 is even.
		expect(of("120.545", true)).toBe("; 120.54 t CO2, could turn the verdict");
		expect(of("0", false)).toBe("; 0.00 t CO2, could not turn the verdict");
		expect(of("7", null)).toBe("; 7.00 t CO2");
		expect(of(null, true)).toBe("; could turn the verdict");
		expect(of(null, null)).toBe("");
	});

	it("cut what nobody reads to the end", () => {
		const long = "名".repeat(400);
		const check = checkOf([found({ message: long, remedy: long, firm: long, column: long })]);
		expect(writeCheck("text", check, en, 1000).split("\n")[3]?.length).toBeLessThan(300);
	});
});

describe("rules that were not checked", () => {
	it("stand together by reason, with how many rules and how many answers are missing", () => {
		const check = checkOf([], {
			rules: [
				rule({ rule: "M-301", notChecked: [{ why: "no-months", firms: 2 }] }),
				rule({
					...{ rule: "U-104", code: "unit-slip" },
					notChecked: [
						{ why: "no-months", firms: 3 },
						{ why: "too-few-months", firms: 1 },
					],
				}),
			],
		});
		expect(lines(check).slice(2, -2)).toEqual([
			"Not checked",
			"because              rules  answers  which",
			"-------------------  -----  -------  ---------------------------------------------------------------",
			"no figures by month      2        5  Months missing that other tables have (M-301), Unit slip",
			"                                     suspected (U-104)",
			"too few months           1        1  Unit slip suspected (U-104)",
			"",
		]);
		expect(lines(check).at(-2)).toBe("0 errors, 0 warnings, 0 notes; 2 rules, 2 of them not checked, or not for every firm.");
	});

	it("are counted beyond the twelfth name", () => {
		const rules = Array.from({ length: 15 }, (_, index) =>
			rule({ rule: `M-3${10 + index}`, notChecked: [{ why: "no-months", firms: 1 }] }),
		);
		const text = lines(checkOf([], { rules })).join(" ");
		expect(text).toContain("(M-321), … and 3 more");
		expect(text).not.toContain("M-322");
	});

	it("are not spoken of where there are none", () => {
		const check = checkOf([], { rules: [rule()] });
		expect(lines(check)).toEqual([
			"The data are clean: 1 file, 9 rows.",
			"0 errors, 0 warnings, 0 notes; 1 rule, checked for every firm.",
			"Next: tanlu report gives each firm's intensity and its gap.",
		]);
	});
});

describe("the page", () => {
	it("has the exact number of every new code, whatever the tables hold", () => {
		fc.assert(
			fc.property(anyCheck, ({ check, language }) => {
				const text = writeCheck("text", check, language, 1000);
				const { list, byCode } = check.findings;
				for (const { code, count } of byCode) {
					const fresh = list.some((one) => one.code === code && one.known === null);
					const title = new RegExp(`^\\S+ {2}${code}[ （(]+${count}[^0-9].*$`, "m");
					expect([code, title.test(text)]).toEqual([code, fresh || title.test(text)]);
				}
			}),
			{ numRuns: 100 },
		);
	});

	it("fits a narrow terminal, and can be drawn as a document", () => {
		for (const language of languages) {
			for (const columns of [20, 40, 80]) expect(writeCheck("text", small, language, columns).length).toBeGreaterThan(300);
			expect(markdown(checkPage(small, language))).toContain("negative-quantity");
		}
	});
});
