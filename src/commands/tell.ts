/** How findings and troubles are told to a person on standard error: those of one code together, gravest first. */
import type { Code, Finding } from "../findings/finding.ts";
import { type Gravity, gravities } from "../findings/gravity.ts";
import { counted, listed, overflowing, type Tally } from "../findings/tally.ts";
import { Trouble } from "../findings/trouble.ts";
import type { Language, Naming } from "../language/language.ts";
import { clip, harmless, wrap } from "../views/width.ts";

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
const mostItems = 8;

/** The findings as lines: each code once with its number, the first few places, and the way out. `columns` of a terminal. */
export function tellFindings(tally: Tally, language: Language, naming: Naming, columns: number | undefined): string {
	const byCode = new Map<Code, Finding[]>();
	for (const found of listed(tally)) {
		const there = byCode.get(found.code);
		if (there === undefined) byCode.set(found.code, [found]);
		else there.push(found);
	}
	const lines: string[] = [];
	for (const level of gravities) {
		for (const [code, list] of byCode)
			if (tally.terms.gravityOf(code) === level)
				lines.push(...group(level, code, list, tally.counts.get(code) ?? list.length, language, naming));
	}
	const counts = counted(tally);
	if (counts.error + counts.warning + counts.note > 0) lines.push(language.report.findings(counts));
	return lines.length === 0 ? "" : `${lines.flatMap((line) => broken(line, columns)).join("\n")}\n`;
}

/** How many findings are left out, since they are of firms that nobody asked for: one line, or nothing. */
export function tellOthers(all: Tally, told: Tally, { report }: Language, columns: number | undefined): string {
	const [every, some] = [counted(all), counted(told)];
	const others = { error: every.error - some.error, warning: every.warning - some.warning, note: every.note - some.note };
	if (others.error + others.warning + others.note === 0) return "";
	// Of a code with more findings than are kept, nobody knows whose the others are.
	const beyond = overflowing(all).some((code) => all.counts.get(code) !== told.counts.get(code));
	return `${broken(report.otherFindings(others, beyond), columns).join("\n")}\n`;
}

/** On a terminal lines break between words; elsewhere a finding is one line, for programs that read it. */
export function broken(line: string, columns: number | undefined): string[] {
	return columns === undefined ? [line] : wrap(line, columns, "    ");
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
	const place = [at.file, at.row === 0 ? "" : String(at.row), clip(at.column, longest)].filter((part) => part !== "").join(":");
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
		return [...value.slice(0, mostItems).map((item) => clip(String(item), longestItem)), ...more] as V;
	}
	if (typeof value === "object" && value !== null)
		return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, short(one)])) as V;
	return value;
}
