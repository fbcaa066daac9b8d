/**
 * The findings as GitHub annotations: workflow commands that its runner reads from what a step prints, the heaviest first, and a
 * plain last line with the exact totals.
 *
 * A step shows ten errors, ten warnings and ten notices, and cuts a message at 4096 characters; more is not shown and counts for
 * nothing, so no more is written. Known findings carry no annotation. A command is one line: `%`, CR and LF are escaped in its
 * message, and `:` and `,` in its properties too.
 */

import type { Check, CheckFinding } from "../../contract/check.ts";
import { type Gravity, gravities } from "../../findings/gravity.ts";
import type { Language } from "../../language/language.ts";
import { countsOf, isKnown, titleOf } from "../check-facts.ts";
import { aboutOf } from "../finding-lines.ts";
import { harmless } from "../width.ts";

/** Of each gravity. */
const mostShown = 10;
/** Characters, as the runner counts them; a title may have 255. */
const longestTitle = 200;
const longestMessage = 2500;
const longestRemedy = 1500;

const commands: { readonly [G in Gravity]: string } = { error: "error", warning: "warning", note: "notice" };

export function github(check: Check, language: Language): string {
	const { check: texts } = language;
	const counts = countsOf(check);
	const fresh = check.findings.list.filter((one) => !isKnown(one));
	const shown = gravities.flatMap((level) => fresh.filter(({ gravity }) => gravity === level).slice(0, mostShown));
	const left = gravities.reduce((sum, level) => sum + counts[level], 0) - shown.length;
	const last = [texts.cameOut(counts), ...(left > 0 ? [texts.unannotated(left, mostShown)] : [])].join(" ");
	return [...shown.map((one) => command(one, language)), `${check.tool.name}: ${last}`, ""].join("\n");
}

function command(found: CheckFinding, { check: texts }: Language): string {
	const { gravity, file, line, column, message, remedy } = found;
	const about = [aboutOf(found, longestTitle), column ?? ""].filter((part) => part !== "").join(" ");
	const title = [texts.rule(titleOf(texts, found.code), found.code), about].filter((part) => part !== "").join(" ");
	const properties = [
		...(file === null ? [] : [`file=${property(file)}`]),
		...(file === null || line === null ? [] : [`line=${line}`]),
		`title=${property(title, longestTitle)}`,
	];
	const parts = [data(message, longestMessage), data(remedy, longestRemedy)].filter((part) => part !== "");
	return `::${commands[gravity]} ${properties.join(",")}::${parts.join("%0A")}`;
}

/** Nothing that steers a terminal reaches the log: a line break is a visible \x0a before anything is escaped. */
function data(text: string, longest: number = Number.POSITIVE_INFINITY): string {
	return cut(harmless(text), longest).replaceAll("%", "%25");
}

function property(text: string, longest?: number): string {
	return data(text, longest).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** No longer than that, and no character halved. */
function cut(text: string, longest: number): string {
	if (text.length <= longest) return text;
	const head = text.slice(0, longest - 1);
	return `${/[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head}…`;
}
