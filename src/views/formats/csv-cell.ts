/** A cell as csv writes it: figures as they are, text quoted where it must be and harmless where a spreadsheet would run it. */
import { uncommanded, unstarted } from "../runner.ts";
import { escaped } from "../width.ts";

export type Cell = string | number | boolean | null | undefined;

/** What is unknown is an empty cell; yes and no are words. Text is neutralised, a figure never: a minus stays a minus. */
export function csvCell(value: Cell, kind: "text" | "figure" | "verbatim"): string {
	if (value === null || value === undefined) return "";
	if (typeof value === "boolean") return value ? "yes" : "no";
	if (kind === "verbatim") return quoted(String(value));
	return kind === "figure" ? String(value) : quoted(neutral(String(value)));
}

/**
 * What a spreadsheet would take for a formula gets an apostrophe before it; what steers or hides, and what UTF-8 cannot hold,
 * becomes visible. Spreadsheets also run full-width signs, and look behind blanks. Nothing commands the runner of a log.
 */
export function neutral(text: string): string {
	const visible = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu, escaped);
	const dead = unstarted(uncommanded(visible));
	return /^[\s\u200b]*[=+\-@＝＋－＠\t]/.test(dead) ? `'${dead}` : dead;
}

function quoted(text: string): string {
	return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
