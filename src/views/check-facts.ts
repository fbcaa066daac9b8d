/** What every writing of the findings needs to know of them: counts, groups, and what was not checked. */

import type { Check, CheckFinding } from "../contract/check.ts";
import type { CheckCounts, CheckTexts } from "../language/check-texts.ts";
import type { WhyNot } from "../screening/rule.ts";

/** A rule and a reason why it was not checked. */
export interface Unchecked {
	/** The catalogue's id, or what the run calls it: `M-301`, `future-month`. */
	readonly rule: string;
	readonly code: string;
	readonly why: string;
	/** For how many firms; null for the whole run. */
	readonly firms: number | null;
}

/** Each rule and reason once, rule by rule. */
export function uncheckedOf({ rules, findings }: Check): Unchecked[] {
	const ofRules = rules.flatMap(({ rule, code, notChecked }) =>
		notChecked.map(({ why, firms }): Unchecked => ({ rule, code, why, firms })),
	);
	const ofRun = findings.notChecked
		.filter(({ rule, why }) => !ofRules.some((one) => one.why === why && (one.rule === rule || one.code === rule)))
		.map(
			({ rule, why }): Unchecked => ({
				rule,
				code: rules.find((one) => one.rule === rule)?.code ?? rule,
				why,
				firms: null,
			}),
		);
	return [...ofRules, ...ofRun];
}

export function countsOf(check: Check): CheckCounts {
	const unchecked = new Set(uncheckedOf(check).map(({ rule }) => rule));
	return {
		...check.findings.counts,
		known: check.findings.known,
		rules: new Set([...check.rules.map(({ rule }) => rule), ...unchecked]).size,
		unchecked: unchecked.size,
	};
}

/** Things by what they have in common, each kind where its first stands. */
export function grouped<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of list) {
		const key = keyOf(one);
		const there = groups.get(key);
		if (there === undefined) groups.set(key, [one]);
		else there.push(one);
	}
	return groups;
}

export function isKnown({ known }: CheckFinding): boolean {
	return known !== null;
}

/** How many findings of each code there are, whatever is listed. */
export function totalsOf({ findings }: Check): ReadonlyMap<string, number> {
	return new Map(findings.byCode.map(({ code, count }) => [code, count]));
}

/** What a finding of this code is called; a code that nobody knows stays. */
export function titleOf({ titles }: CheckTexts, code: string): string {
	return titles[code] ?? code;
}

/** `Unit slip suspected (U-104)`; what has no name but its id is called by that. */
export function ruleName(texts: CheckTexts, { rule, code }: Pick<Unchecked, "rule" | "code">): string {
	const title = titleOf(texts, code);
	return rule === title ? rule : texts.rule(title, rule);
}

/** Why something was not checked, in words. */
export function whyOf({ whys }: CheckTexts, why: string): string {
	// A language that lacks a reason which rules give does not compile here.
	const said: { readonly [W in WhyNot]: string } & Readonly<Record<string, string>> = whys;
	return said[why] ?? why;
}
