/** How many columns of a terminal a text takes: 汉 takes two. And what of a text may reach a terminal at all. */

/** Ranges of wide characters (Unicode East Asian Width W and F), as far as names and units use them. */
const wide =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const plain = /^[ -~]*$/;
const combining = /\p{Mn}|\p{Me}/u;

export function width(text: string): number {
	if (plain.test(text)) return text.length;
	let columns = 0;
	for (const character of text) columns += wide.test(character) ? 2 : combining.test(character) ? 0 : 1;
	return columns;
}

/** Filled with blanks to so many columns, at the end or at the start. */
export function padEnd(text: string, columns: number): string {
	return text + " ".repeat(Math.max(0, columns - width(text)));
}

export function padStart(text: string, columns: number): string {
	return " ".repeat(Math.max(0, columns - width(text))) + text;
}

/** Cut to so many columns, the cut marked. */
export function clip(text: string, columns: number): string {
	if (width(text) <= columns) return text;
	let kept = "";
	let taken = 0;
	for (const character of text) {
		const own = width(character);
		if (taken + own > columns - 1) break;
		kept += character;
		taken += own;
	}
	return `${kept}…`;
}

/** Control, bidirectional and zero-width characters made visible: none of them may steer a terminal or hide in a name. */
export function harmless(text: string): string {
	return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
		const code = character.codePointAt(0) as number;
		return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
	});
}
