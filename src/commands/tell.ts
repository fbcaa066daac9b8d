/** How findings and troubles are told to a person on standard error: those of one code together, gravest first. */

import { obtain } from "../domain/obtain.ts";
import type { Code, Finding } from "../findings/finding.ts";
import { type Gravity, gravities } from "../findings/gravity.ts";
import { counted, gravityIn, listed, type OpenTally, overflowing } from "../findings/tally.ts";
import { Trouble } from "../findings/trouble.ts";
import type { Language, Naming } from "../language/language.ts";
import { placeOf } from "../views/finding-lines.ts";
import type { Frame } from "../views/frame.ts";
import { unstarted } from "../views/runner.ts";
import { clip, harmless, wrap } from "../views/width.ts";
import type { Host } from "./host.ts";

/** Why a run could not be done: whatever a file name or an option holds, it is one line and steers no terminal. */
export function troubleLine(trouble: Trouble, language: Language): string {
	return toldLine(language.explainTrouble(shortTrouble(trouble)));
}

export function toldLine(text: string): string {
	return `tanlu: ${harmless(text.replace(/\s+/g, " "))}\n`;
}

/** What is known of options is short enough; what a user typed or a file holds may not be. */
function shortTrouble(trouble: Trouble): Trouble {
	const known = "known" in trouble.with ? { known: trouble.with.known } : {};
	return new Trouble(trouble.code, { ...short(trouble.with), ...known });
}

/** How many findings of one code are told with their place; the rest are counted. */
const told = 5;
/** A name or a cell is not told with more than this. */
const longest = 60;
/** A text that belongs to a message, such as a formula; an item of a list; and how many items. */
const longestParticular = 160;
const longestItem = 40;
const mostItems = 12;

/** The findings as lines: each code once with its number, the first few places, and the way out. `columns` of a terminal. */
export function tellFindings(tally: OpenTally, language: Language, naming: Naming, columns: number | undefined): string {
	const byLevel = new Map(gravities.map((level) => [level, new Map<Code, Finding[]>()]));
	for (const found of listed(tally))
		obtain(byLevel.get(gravityIn(tally, found)) as Map<Code, Finding[]>, found.code, () => []).push(found);
	const whole = new Set(overflowing(tally));
	const lines: string[] = [];
	for (const [level, byCode] of byLevel)
		for (const [code, list] of byCode) {
			const minor = tally.minor.get(code) ?? 0;
			const all = level === tally.terms.gravityOf(code) ? (tally.counts.get(code) ?? 0) - minor : minor;
			lines.push(...group(level, code, list, whole.has(code) ? all : list.length, language, naming));
		}
	lines.push(...countLines(tally, language));
	return lines.length === 0 ? "" : `${lines.flatMap((line) => broken(line, columns)).join("\n")}\n`;
}

/** How many findings there are, and no more. */
export function tellCounts(tally: OpenTally, language: Language): string {
	return countLines(tally, language)
		.map((line) => `${line}\n`)
		.join("");
}

function countLines(tally: OpenTally, { report }: Language): string[] {
	const counts = counted(tally);
	const files = tally.counts.get("file-passed-over") ?? 0;
	return [
		...(counts.error + counts.warning + counts.note > 0 ? [report.findings(counts)] : []),
		...(files > 0 ? [report.passedOver(files)] : []),
	];
}

/** How many findings are left out, since they are of firms, or years, that nobody asked for: one line, or nothing. */
export function tellOthers(
	all: OpenTally,
	told: OpenTally,
	{ report }: Language,
	columns: number | undefined,
	years = false,
): string {
	const [every, some] = [counted(all), counted(told)];
	const others = { error: every.error - some.error, warning: every.warning - some.warning, note: every.note - some.note };
	if (others.error + others.warning + others.note === 0) return "";
	// Of a code with more findings than are kept, nobody knows whose the others are.
	const beyond = overflowing(all).some((code) => all.counts.get(code) !== told.counts.get(code));
	return `${broken(report.otherFindings(others, { beyond, years }), columns).join("\n")}\n`;
}

/** What the run counts by that is not the tool's own: csv and findings have no place for it. */
export function tellBasis({ basis, language }: Frame, host: Host): void {
	const words = language.report.differs(basis);
	if (words !== "") host.tell(`${broken(harmless(words), host.columns("talk")).join("\n")}\n`);
}

/** On a terminal lines break between words; elsewhere a finding is one line, for programs that read it. */
export function broken(line: string, columns: number | undefined): string[] {
	return (columns === undefined ? [line] : wrap(line, columns, "    ")).map(unstarted);
}

/**
 * ```
 * error  negative-quantity (7)
 *   energy.csv:17:消费量  F1 2023-05: -3.2 is below zero
 *   … and 6 more
 *   -> Correct the row itself; …
 * ```
 */
function group(
	level: Gravity,
	code: Code,
	list: readonly Finding[],
	count: number,
	language: Language,
	naming: Naming,
): string[] {
	const shown = list.slice(0, told).map((found) => ({ found, ...language.tell(shortened(found), naming) }));
	const remedies = new Set(shown.map(({ remedy }) => remedy));
	const lines = [`${language.words.gravities[level]}  ${code}${count > 1 ? ` (${count})` : ""}`];
	for (const { found, message, remedy } of shown) {
		lines.push(`  ${line(found, message)}`);
		if (remedies.size > 1) lines.push(`    ${language.report.remedy} ${harmless(remedy)}`);
	}
	if (count > told) lines.push(`  ${language.report.furtherFindings(count - told)}`);
	if (remedies.size === 1) lines.push(`  ${language.report.remedy} ${harmless(shown[0]?.remedy ?? "")}`);
	return lines;
}

/** `energy.csv:17:消费量  F1 2023-05: -3.2 is below zero`, so that an editor can jump there. */
function line({ at, firm, period }: Finding, message: string): string {
	const place = placeOf(at, longest);
	const about = [clip(firm, longest), period].filter((part) => part !== "").join(" ");
	return harmless([place, about === "" ? message : `${about}: ${message}`].filter((part) => part !== "").join("  "));
}

/** A cell of a thousand characters is told by its beginning, and a list of a hundred by its first. */
function shortened(found: Finding): Finding {
	const at = { ...found.at, value: clip(found.at.value, longest), column: clip(found.at.column, longest) };
	return { ...found, at, with: short(found.with) } as Finding;
}

/** The same particulars, each text and list no longer than a person reads. */
export function short<V>(value: V): V {
	if (typeof value === "string") return clip(value, longestParticular) as V;
	if (Array.isArray(value)) {
		const more = value.length > mostItems ? [`… (${value.length})`] : [];
		// Rows and amounts are few, and each is told whole.
		if (typeof value[0] === "object") return value.map(short) as V;
		return [...value.slice(0, mostItems).map((item) => clip(String(item), longestItem)), ...more] as V;
	}
	if (typeof value === "object" && value !== null)
		return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, short(one)])) as V;
	return value;
}
