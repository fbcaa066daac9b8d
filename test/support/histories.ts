/** Firms with histories, for the rules that screen them: a row says only what the test is about. And ways to read an answer. */

import { known } from "../../src/exact/exact.ts";
import { rounded } from "../../src/exact/round.ts";
import type { Code, Finding, Particulars } from "../../src/findings/finding.ts";
import type { ReportOptions, Table } from "../../src/index.ts";
import { loadReference } from "../../src/reference/reference.ts";
import { casesOf } from "../../src/screening/case.ts";
import type { Answer, FirmCase, FirmRule, RunRule, Suspicion } from "../../src/screening/rule.ts";
import { run } from "./run.ts";
import type { Row } from "./tables.ts";

/** What the tables amount to, firm by firm. `limits` stand in place of the seeds'. */
export async function casesIn(
	tables: readonly Table[],
	limits: Readonly<Record<string, string>> = {},
	options: ReportOptions = {},
): Promise<FirmCase[]> {
	const sources = tables.map(({ name, text, reference = false }) => ({
		name,
		reference,
		bytes: async function* () {
			yield new TextEncoder().encode(text);
		},
	}));
	const { assessment, part } = await run(sources, options);
	return [...casesOf(assessment, part.ledger, limitIn(limits))];
}

/** Limits by name: those of the seeds, unless a test has its own. */
export const limitIn =
	(limits: Readonly<Record<string, string>> = {}): FirmCase["limit"] =>
	(name) =>
		known(limits[name] ?? loadReference().limit(name));

/** What a rule answers of the only firm of some tables. */
export async function answerTo(rule: FirmRule, ...asked: Parameters<typeof casesIn>): Promise<Answer> {
	const [one, ...more] = await casesIn(...asked);
	if (one === undefined || more.length > 0) throw new Error(`${more.length + 1} firms where one was meant`);
	return rule.judge(one);
}

/** What a rule answers of all firms of some tables. */
export async function answerOfAll(rule: RunRule, ...asked: Parameters<typeof casesIn>): Promise<Answer> {
	return answerToCases(rule, await casesIn(...asked), limitIn(asked[1]));
}

/** What a rule answers of all firms, handed over one by one. */
export function answerToCases({ begin }: RunRule, cases: Iterable<FirmCase>, limit = limitIn()): Answer {
	const { take, answer } = begin(limit, 0);
	for (const one of cases) take(one);
	return answer();
}

/** `pass`, or why not checked, or of each suspicion its period and row: `2023-05 @6`. */
export function said(answer: Answer): string | string[] {
	if (answer.kind === "pass") return "pass";
	if (answer.kind === "not-checked") return answer.why;
	return answer.suspicions.map(({ finding: { period, at } }) => `${period} @${at.row}`);
}

/** The suspicions of an answer; none where it passes. */
export function suspicionsOf(answer: Answer): readonly Suspicion[] {
	if (answer.kind === "not-checked") throw new Error(`not checked: ${answer.why}`);
	return answer.kind === "fail" ? answer.suspicions : [];
}

/** What the only finding of an answer holds; it has to be of this code. */
export function onlyOf<C extends Code>(code: C, answer: Answer): Particulars[C] {
	const [found, ...more] = suspicionsOf(answer).map(({ finding }): Finding => finding);
	if (found === undefined || more.length > 0) throw new Error(`${more.length + (found === undefined ? 0 : 1)} findings`);
	if (found.code !== code) throw new Error(`${found.code}, not ${code}`);
	return found.with as Particulars[C];
}

/** The impacts of an answer in t CO2, to six places; null where nobody can say. */
export function stakesOf(answer: Answer): (string | null)[] {
	return suspicionsOf(answer).map(({ impact }) => (impact === null ? null : rounded(impact, 6)));
}

/** One row for each amount, month after month from the January of a year on; a blank amount leaves its month out. */
export function monthsFrom(year: number, amounts: readonly (string | number)[], cells: Row = {}): Row[] {
	return amounts.flatMap((quantity, index) =>
		quantity === "" ? [] : [{ ...cells, period: monthOf(year, index), quantity: String(quantity) }],
	);
}

/** One row for each year's amount, from a year on. */
export function yearsFrom(year: number, amounts: readonly (string | number)[], cells: Row = {}): Row[] {
	return amounts.map((quantity, index) => ({ ...cells, period: String(year + index), quantity: String(quantity) }));
}

/** The month so many months after January of a year: `2023-05`. */
export function monthOf(year: number, index: number): string {
	return `${year + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}
