/**
 * The findings as JUnit XML, for the screens of GitLab and Jenkins. A suite for each file and one for the run; in them a case for
 * each code that was found there, and for each rule. No time: nothing here depends on a clock.
 *
 * What fails here is what makes the exit code 1: errors that are not known. Warnings, notes and known findings stand as the output
 * of a case that passes; a rule that was not checked is skipped with its reason. A rule that found something has its findings'
 * cases and none of its own.
 *
 * What the screens do with it: GitLab shows `classname` as suite, `name` and the text of a failure, takes the first of two cases
 * with the same two names, and refuses files of 30 MB or of some hundred thousand elements: so findings of one code share a case.
 * Jenkins splits `classname` at its last point, and shortens the output of a passing case to a thousand characters.
 */

import type { Check, CheckFinding, CheckRule } from "../../contract/check.ts";
import type { ReportInput } from "../../contract/shared.ts";
import type { Language } from "../../language/language.ts";
import { countsOf, grouped, isKnown, ruleName, titleOf, totalsOf, type Unchecked, uncheckedOf, whyOf } from "../check-facts.ts";
import { type Lengths, linesOf, placesOf } from "../finding-lines.ts";
import { element, textElement } from "./xml.ts";

const lengths: Lengths = { name: 400, message: 2000 };

interface Case {
	readonly name: string;
	/** The first line is what a list of cases shows. */
	readonly failure?: { readonly type: string; readonly lines: readonly string[] };
	readonly skipped?: string;
	readonly output: readonly string[];
}

interface Suite {
	readonly name: string;
	/** null for the suite of the run. */
	readonly file: string | null;
	readonly properties: Readonly<Record<string, string | number>>;
	readonly cases: readonly Case[];
	readonly output: readonly string[];
}

export function junit(check: Check, language: Language): string {
	const suites = suitesOf(check, language);
	const cases = suites.flatMap((suite) => suite.cases);
	const root = element("testsuites", { name: check.tool.name, ...tally(cases) }, suites.map(suiteElement));
	return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function tally(cases: readonly Case[]): Record<"tests" | "failures" | "errors" | "skipped", number> {
	return {
		tests: cases.length,
		failures: cases.filter(({ failure }) => failure !== undefined).length,
		errors: 0,
		skipped: cases.filter(({ skipped }) => skipped !== undefined).length,
	};
}

function suiteElement({ name, file, properties, cases, output }: Suite): string {
	return element("testsuite", { name, ...tally(cases) }, [
		element(
			"properties",
			{},
			Object.entries(properties).map(([key, value]) => element("property", { name: key, value })),
		),
		...cases.map((one) => caseElement(one, name, file)),
		...outputElement(output),
	]);
}

function caseElement({ name, failure, skipped, output }: Case, classname: string, file: string | null): string {
	return element("testcase", { name, classname, file }, [
		...(failure === undefined
			? []
			: [textElement("failure", { message: failure.lines[0] ?? "", type: failure.type }, failure.lines)]),
		...(skipped === undefined ? [] : [textElement("skipped", { message: skipped }, [skipped])]),
		...outputElement(output),
	]);
}

function outputElement(output: readonly string[]): string[] {
	return output.length === 0 ? [] : [textElement("system-out", {}, output)];
}

function suitesOf(check: Check, language: Language): Suite[] {
	const { tool, inputs, findings } = check;
	const byFile = grouped(findings.list, ({ file }) => file ?? "");
	const inputOf = new Map(inputs.map((input) => [input.file, input]));
	const files = [...new Set([...inputOf.keys(), ...byFile.keys()])].filter((file) => file !== "");
	const casesOf = caseMaker(check, language);
	const ofFiles = files.map((file): Suite => {
		const cases = casesOf(byFile.get(file) ?? []);
		return {
			name: file,
			file,
			properties: propertiesOf(inputOf.get(file)),
			cases: cases.length > 0 ? cases : [{ name: language.check.noFinding, output: [] }],
			output: [],
		};
	});
	const unchecked = uncheckedOf(check);
	const ofRun: Suite = {
		name: tool.name,
		file: null,
		properties: {
			...{ version: tool.version, seeds: tool.seeds, rules: tool.rules },
			...{ ...findings.counts, known: findings.known },
		},
		cases: [...casesOf(byFile.get("") ?? []), ...ruleCases(check.rules, unchecked, language)],
		output: [language.check.cameOut(countsOf(check)), ...unchecked.map((one) => uncheckedLine(one, language))],
	};
	return [...ofFiles, ofRun];
}

function propertiesOf(input: ReportInput | undefined): Record<string, string | number> {
	if (input === undefined) return {};
	const { kind, sha256, rows } = input;
	return { kind, sha256, ...Object.fromEntries(Object.entries(rows).map(([key, value]) => [`rows.${key}`, value])) };
}

/** Makes the cases of findings that stand in one suite: one for each code. */
function caseMaker(check: Check, language: Language): (list: readonly CheckFinding[]) => Case[] {
	const { check: texts } = language;
	const totals = totalsOf(check);
	const listed = grouped(check.findings.list, ({ code }) => code);
	const places = placesOf(check);
	const reported = (found: readonly CheckFinding[], code: string): string[] => {
		const [first] = found;
		if (first === undefined) return [];
		const total = totals.get(code) ?? 0;
		const incomplete = total > (listed.get(code)?.length ?? 0);
		const { findings, remedy } = linesOf(found, places, language, lengths);
		return [
			texts.grouped(titleOf(texts, code), first.gravity, found.length, incomplete ? total : null),
			...findings.flatMap((one) => [one.text, ...(one.remedy === null ? [] : [`  ${one.remedy}`])]),
			...(remedy === null ? [] : [remedy]),
		];
	};
	return (list) =>
		[...grouped(list, ({ code }) => code)].map(([code, found]): Case => {
			const fails = (one: CheckFinding): boolean => one.gravity === "error" && !isKnown(one);
			const failing = found.filter(fails);
			const output = reported(
				found.filter((one) => !fails(one)),
				code,
			);
			return {
				name: `${code}: ${titleOf(texts, code)}`,
				...(failing.length === 0 ? {} : { failure: { type: "error", lines: reported(failing, code) } }),
				output,
			};
		});
}

/** A case for each rule that found nothing, and for each that could not be asked. */
function ruleCases(rules: readonly CheckRule[], unchecked: readonly Unchecked[], language: Language): Case[] {
	const { check: texts } = language;
	const reasons = (rule: string): string[] =>
		unchecked.filter((one) => one.rule === rule).map(({ why, firms }) => texts.notChecked(whyOf(texts, why), firms));
	const asked = rules
		.filter(({ failed }) => failed === 0)
		.map((rule): Case => {
			const name = ruleName(texts, rule);
			const reported = [texts.answers(rule), ...reasons(rule.rule)];
			return rule.passed > 0 ? { name, output: reported } : { name, skipped: texts.together(reported), output: [] };
		});
	const others = unchecked.filter(({ rule }) => !rules.some((one) => one.rule === rule));
	const ofRun = [...grouped(others, ({ rule }) => rule)].flatMap(([rule, [one]]): Case[] =>
		one === undefined ? [] : [{ name: ruleName(texts, one), skipped: texts.together(reasons(rule)), output: [] }],
	);
	return [...asked, ...ofRun];
}

function uncheckedLine(one: Unchecked, { check: texts }: Language): string {
	return texts.ruleNotChecked(ruleName(texts, one), texts.notChecked(whyOf(texts, one.why), one.firms));
}
