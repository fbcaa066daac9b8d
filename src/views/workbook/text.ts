/** Texts in the XML of a workbook: harmless as everywhere, and read back as they are. */
import { longestCell } from "../../findings/bounds.ts";
import { harmless } from "../width.ts";

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What a cell may hold of a text: no control, nothing that hides, and no more than a spreadsheet takes; a cut is marked. */
export function held(text: string): string {
	const shown = harmless(text).replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
	if (shown.length <= longestCell) return shown;
	const kept = shown.slice(0, longestCell - 1);
	// A character of two units is not halved.
	return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}

/** A text that is held, as XML writes it. `_x0041_` would be read as the letter of that number: its first sign is written so. */
export function written(text: string): string {
	return text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_").replace(/[&<>"]/g, (character) => entities[character] as string);
}

/** What a spreadsheet takes for a formula once the cell is edited, full-width signs and blanks before it too. */
export function beginsFormula(text: string): boolean {
	return /^[\s\u200b]*[=+\-@＝＋－＠]/.test(text);
}
