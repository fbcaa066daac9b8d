/** Findings for tests: a small run that can be read, and any run there may be, with whatever its tables may hold. */
import fc from "fast-check";
import type { Check, CheckFinding, CheckRule } from "../../src/contract/check.ts";
import type { ReportInput } from "../../src/contract/shared.ts";
import { codes, gravities, gravity } from "../../src/findings/gravity.ts";
import { languages } from "../../src/language/index.ts";
import type { Language } from "../../src/language/language.ts";
import { whyNots } from "../../src/screening/rule.ts";
import { hostileText } from "../views/letters.ts";

export const tool: Check["tool"] = {
	name: "tanlu",
	version: "1.2.3",
	seeds: `sha256:${"a".repeat(64)}`,
	rules: `sha256:${"b".repeat(64)}`,
};

export const input = (file: string, more: Partial<ReportInput> = {}): ReportInput => ({
	file,
	sheet: null,
	kind: "energy",
	sha256: "c".repeat(64),
	encoding: "utf-8",
	separator: ",",
	rows: { read: 9, used: 7, refused: 2, skipped: 0 },
	...more,
});

/** A finding that says only what the test is about. */
export const found = (more: Partial<CheckFinding> = {}): CheckFinding => ({
	code: "negative-quantity",
	gravity: "error",
	file: "energy.csv",
	sheet: null,
	row: 5,
	line: 5,
	column: "消费量",
	letter: null,
	value: "-3.2",
	firm: "F1",
	period: "2023-05",
	message: "-3.2 is below zero",
	remedy: "Correct the row itself.",
	weightTonnes: null,
	couldTurnVerdict: null,
	cause: null,
	fingerprint: "0123456789abcdef",
	known: null,
	...more,
});

export const rule = (more: Partial<CheckRule> = {}): CheckRule => ({
	...{ rule: "M-301", code: "months-missing", asked: 3, passed: 3, failed: 0, notChecked: [] },
	...more,
});

/** The findings with what follows from them: counts of what is new, of what is known, of each code. */
export function checkOf(
	list: readonly CheckFinding[],
	more: Partial<Pick<Check, "inputs" | "rules">> & { readonly notChecked?: Check["findings"]["notChecked"] } = {},
): Check {
	const of = (level: string): number => list.filter((one) => one.gravity === level && one.known === null).length;
	const { inputs = [input("energy.csv")], rules = [], notChecked = [] } = more;
	return {
		schemaVersion: 1,
		tool,
		inputs,
		rules,
		findings: {
			counts: { error: of("error"), warning: of("warning"), note: of("note") },
			known: list.filter(({ known }) => known !== null).length,
			byCode: [...new Set(list.map(({ code }) => code))].sort().map((code) => ({
				code,
				count: list.filter((one) => one.code === code).length,
			})),
			notChecked,
			list,
		},
	};
}

/** Two files, each kind of finding, one that is known, rules with each answer. */
export const small: Check = checkOf(
	[
		found({ weightTonnes: "120.546", couldTurnVerdict: true, fingerprint: "1111111111111111" }),
		found({ row: 6, line: 8, value: "-1", message: "-1 is below zero", period: "2023-06", fingerprint: "2222222222222222" }),
		found({
			...{ row: 7, line: 9, value: "-9", message: "-9 is below zero", period: "2023-07", fingerprint: "3333333333333333" },
			known: { reason: "meter was turned back", until: "2027-01-01" },
		}),
		found({
			...{ code: "months-missing", gravity: "warning", file: null, row: null, line: null, column: null, value: null },
			...{ period: "2023", message: "coke lacks 2023-05", remedy: "Fill in the months." },
			...{ cause: "1111111111111111", fingerprint: "4444444444444444" },
		}),
		found({
			...{ code: "full-width", gravity: "note", file: "数据/产出 2023.csv", row: 2, line: 2, column: "数量", value: "１２" },
			...{ firm: null, period: null, message: "'１２' was read as 12", remedy: "Nothing.", fingerprint: "5555555555555555" },
		}),
	],
	{
		inputs: [input("energy.csv"), input("数据/产出 2023.csv", { kind: "output", encoding: "gb18030" })],
		rules: [
			rule({ asked: 3, passed: 1, failed: 1, notChecked: [{ why: "no-months", firms: 1 }] }),
			rule({ rule: "U-104", code: "unit-slip", asked: 3, passed: 2, notChecked: [{ why: "too-few-months", firms: 1 }] }),
			rule({ rule: "X-501", code: "repeated-entry", asked: 1, passed: 0, notChecked: [{ why: "no-other-firm", firms: 1 }] }),
		],
		notChecked: [{ rule: "future-month", why: "no-as-of" }],
	},
);

/** What else a text may hold that a format could take for its own. */
const signs = [
	...[
		"::",
		"::error::",
		"%",
		"%0A",
		"%25",
		",",
		":",
		"=",
		"##[error]",
		"\n::set-output name=a::b",
		"]]>",
		"<![CDATA[",
		"&amp;",
		"<!--",
	],
	...[
		"-->",
		'"',
		"'",
		"</failure>",
		"{0}",
		"[a](http://example.org)",
		"](",
		"\u{1f600}",
		"\ufffe",
		"\uffff",
		"=1+2",
		"@SUM(1)",
		"#",
		"?",
	],
];

/** Any text: letters, what steers and hides, signs of formats; now and then longer than anybody reads. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
	{ weight: 5, arbitrary: hostileText },
	{
		weight: 5,
		arbitrary: fc.array(fc.oneof(hostileText, fc.constantFrom(...signs)), { maxLength: 6 }).map((parts) => parts.join("")),
	},
	{ weight: 1, arbitrary: fc.constantFrom(...signs).map((sign) => sign.repeat(300).slice(0, 300)) },
);
const word = anyText.map((text) => (text === "" ? "甲" : text));

/** Files by relative names with folders divided by a slash, as inputs are named. */
const fileName = word
	.map((text) => text.replace(/\\/g, "").replace(/^[/\\]+/, ""))
	.map((text) => (text.trim() === "" || text === "tanlu" ? "energy.csv" : text));

const hex = fc.constantFrom("0123456789abcdef", "fedcba9876543210", "00000000000000aa", "00000000000000bb");

/** What marks each finding in whatever is written of it. */
export const mark = (index: number): string => `§${index}§`;

interface Drawn {
	readonly check: Check;
	readonly language: Language;
}

function finding(files: readonly string[]): fc.Arbitrary<CheckFinding> {
	return fc
		.record({
			code: fc.constantFrom(...codes, ...codes.slice(0, 3)),
			file: fc.option(fc.constantFrom(...files)),
			sheet: fc.option(fc.constantFrom("Sheet1", "能源")),
			place: fc.option(fc.tuple(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 2e6 }))),
			column: fc.option(word),
			letter: fc.option(fc.constantFrom("A", "AB")),
			value: fc.option(anyText),
			firm: fc.option(word),
			period: fc.option(fc.constantFrom("2023", "2023-05", "2023Q2")),
			message: anyText,
			remedy: anyText,
			weightTonnes: fc.option(fc.constantFrom("0", "0.5", "120.546", "12345678901234567890123.000000000001")),
			couldTurnVerdict: fc.option(fc.boolean()),
			cause: fc.option(hex),
			fingerprint: hex,
			known: fc.option(fc.record({ reason: anyText, until: fc.option(fc.constant("2027-01-01")) }), { freq: 2 }),
		})
		.map(({ place, ...rest }) => ({
			...{ code: rest.code, gravity: gravity[rest.code], file: rest.file, sheet: rest.sheet },
			row: rest.file === null ? null : (place?.[0] ?? null),
			line: rest.file === null ? null : (place?.[1] ?? null),
			...{
				column: rest.column,
				letter: rest.letter,
				value: rest.value,
				firm: rest.firm,
				period: rest.period,
				message: rest.message,
			},
			...{ remedy: rest.remedy, weightTonnes: rest.weightTonnes, couldTurnVerdict: rest.couldTurnVerdict },
			...{ cause: rest.cause, fingerprint: rest.fingerprint, known: rest.known },
		}));
}

const anyRule = fc
	.record({
		code: fc.constantFrom(...codes),
		passed: fc.nat(9),
		failed: fc.nat(9),
		reasons: fc.uniqueArray(fc.constantFrom(...whyNots, "not-asked", "some-new-reason"), { maxLength: 3 }),
		firms: fc.integer({ min: 1, max: 9 }),
	})
	.map(
		({ code, passed, failed, reasons, firms }): Omit<CheckRule, "rule"> => ({
			code,
			asked: passed + failed + firms * reasons.length,
			passed,
			failed,
			notChecked: reasons.map((why) => ({ why, firms })),
		}),
	);

/** Any run: its findings are marked one by one, the gravest first. */
export const anyCheck: fc.Arbitrary<Drawn> = fc
	.uniqueArray(fileName, { minLength: 1, maxLength: 3 })
	.chain((files) =>
		fc.record({
			files: fc.constant(files),
			list: fc.array(finding(files), { maxLength: 24 }),
			rules: fc.array(anyRule, { maxLength: 4 }),
			notChecked: fc.uniqueArray(
				fc.constantFrom(
					...[
						{ rule: "future-month", why: "no-as-of" },
						{ rule: "M-301", why: "no-months" },
						{ rule: "screening", why: "not-asked" },
					],
				),
			),
			language: fc.constantFrom(...languages),
		}),
	)
	.map(({ files, list, rules, notChecked, language }) => ({
		language,
		check: checkOf(
			gravities
				.flatMap((level) => list.filter((one) => one.gravity === level))
				.map((one, index) => ({ ...one, message: `${mark(index)}${one.message}` })),
			{
				inputs: [...files].sort().map((file, index) => input(file, { sha256: String(index).repeat(64) })),
				rules: rules.map((one, index) => ({ rule: `M-30${index + 1}`, ...one })),
				notChecked,
			},
		),
	}));
