/** The findings as a page: can the data be used, what is wrong and how to mend it, what was not checked, what to do next. */

import type { Check, CheckFinding } from "../contract/check.ts";
import type { CheckCounts, CheckStep } from "../language/check-texts.ts";
import type { Language } from "../language/language.ts";
import { countsOf, grouped, isKnown, ruleName, titleOf, totalsOf, type Unchecked, uncheckedOf, whyOf } from "./check-facts.ts";
import { type Lengths, linesOf, placesOf } from "./finding-lines.ts";
import { type Block, heading, item, type Page, sheet, text } from "./page.ts";
import { clip } from "./width.ts";

/** How many findings of one code are reported with their place, and how many rules of one reason by name; the rest are counted. */
const mostFindings = 5;
const mostRules = 12;
/** A name or a message is not shown with more than this. */
const lengths: Lengths = { name: 60, message: 300 };

export function checkPage(check: Check, language: Language): Page {
	const { check: texts } = language;
	const counts = countsOf(check);
	const unchecked = uncheckedOf(check);
	const rows = check.inputs.reduce((sum, { rows: { read } }) => sum + read, 0);
	return [
		text(texts.state(counts, { files: new Set(check.inputs.map(({ file }) => file)).size, rows })),
		...newFindings(check, language),
		...knownFindings(check, language),
		...(unchecked.length === 0 ? [] : notChecked(unchecked, language)),
		text(texts.cameOut(counts)),
		text(texts.next(nextStep(counts, unchecked))),
	];
}

/** Code by code, the heaviest first: how many, the first few places, one way out. */
function newFindings(check: Check, language: Language): Block[] {
	const { check: texts, report } = language;
	const totals = totalsOf(check);
	const places = placesOf(check);
	return [...grouped(check.findings.list, ({ code }) => code)].flatMap(([code, list]): Block[] => {
		const fresh = list.filter((one) => !isKnown(one));
		const [first] = fresh;
		if (first === undefined) return [];
		const count = totals.get(code) ?? list.length;
		const known = list.length - fresh.length;
		const shown = fresh.slice(0, mostFindings);
		const { findings, remedy } = linesOf(shown, places, language, lengths);
		const more = count - known - shown.length;
		const title = titleOf(texts, code);
		return [
			heading(texts.group({ gravity: first.gravity, code, title, count, known, atLeast: known > 0 && count > list.length })),
			...findings.flatMap((one) => [item(one.text), ...(one.remedy === null ? [] : [item(one.remedy, 2)])]),
			...(more > 0 ? [item(report.furtherFindings(more))] : []),
			...(remedy === null ? [] : [item(remedy)]),
		];
	});
}

/** Those that are accepted, by code and by why: they fail nothing, and they are not forgotten. */
function knownFindings({ findings }: Check, { check: texts, report }: Language): Block[] {
	if (findings.known === 0) return [];
	const list = findings.list.filter(isKnown);
	const alike = ({ code, known }: CheckFinding): string => JSON.stringify([code, known?.reason, known?.until]);
	const lines = [...grouped(list, alike).values()].flatMap(([one, ...others]): Block[] => {
		if (one === undefined || one.known === null) return [];
		const { gravity, code, known } = one;
		const group = texts.group({
			...{ gravity, code, title: titleOf(texts, code) },
			...{ count: others.length + 1, known: 0, atLeast: false },
		});
		return [item(texts.together([group, texts.accepted(clip(known.reason, lengths.message), known.until)]))];
	});
	const more = findings.known - list.length;
	return [heading(texts.knownHeading(findings.known)), ...lines, ...(more > 0 ? [item(report.furtherFindings(more))] : [])];
}

/** Rules that were not checked, reason by reason. */
function notChecked(unchecked: readonly Unchecked[], { check: texts, words, report }: Language): Block[] {
	const { notCheckedColumns: titles } = texts;
	const rows = [...grouped(unchecked, ({ why }) => why)].map(([why, list]) => {
		const names = [...grouped(list, ({ rule }) => rule).values()].flatMap(([one]) =>
			one === undefined ? [] : [ruleName(texts, one)],
		);
		const answers = list.reduce((sum, { firms }) => sum + (firms ?? 0), 0);
		const more = names.length - mostRules;
		return [
			{ text: whyOf(texts, why) },
			{ text: String(names.length) },
			// A rule that did not run at all was asked of no firm.
			{ text: list.some(({ firms }) => firms === null) ? words.notApplicable : String(answers) },
			{ text: words.list([...names.slice(0, mostRules), ...(more > 0 ? [report.furtherFindings(more)] : [])]) },
		];
	});
	return [
		heading(texts.notCheckedHeading),
		sheet({
			columns: [
				{ title: titles.why, align: "left" },
				{ title: titles.rules, align: "right" },
				{ title: titles.answers, align: "right" },
				{ title: titles.which, align: "left", prose: true },
			],
			rows,
			leftOut: report.leftOut,
		}),
	];
}

function nextStep({ error, warning }: CheckCounts, unchecked: readonly Unchecked[]): CheckStep {
	if (error > 0) return "mend-errors";
	if (warning > 0) return "look-at-warnings";
	return unchecked.some(({ why }) => why === "no-as-of") ? "give-date" : "report";
}
