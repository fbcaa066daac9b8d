/** A cell as csv writes it: figures as they are, text quoted where it must be and harmless where a spreadsheet would run it. */

export type Cell = string | number | boolean | null | undefined;

/** What is unknown is an empty cell; yes and no are words. Text is neutralised, a figure never: a minus stays a minus. */
export function csvCell(value: Cell, kind: "text" | "figure"): string {
	if (value === null || value === undefined) return "";
	if (typeof value === "boolean") return value ? "yes" : "no";
	return kind === "figure" ? String(value) : quoted(neutral(String(value)));
}

/** What a spreadsheet would take for a formula gets an apostrophe before it; what UTF-8 or a cell cannot hold becomes visible. */
export function neutral(text: string): string {
	const visible = text.replace(/[\p{Cc}\p{Cs}]/gu, (character) => {
		const code = character.charCodeAt(0).toString(16);
		return code.length > 2 ? `\\u${code}` : `\\x${code.padStart(2, "0")}`;
	});
	return /^[=+\-@\t]/.test(visible) ? `'${visible}` : visible;
}

function quoted(text: string): string {
	return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
