/** How many columns of a terminal a text takes: 汉 takes two. What of a text may reach a terminal, and where lines break. */

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

/** Cut to so many columns, the cut marked. Marks without width of their own are cut too where they pile up. */
export function clip(text: string, columns: number): string {
	if (width(text) <= columns && text.length <= columns * 3) return text;
	let kept = "";
	let taken = 0;
	for (const character of text) {
		const own = width(character);
		if (taken + own > columns - 1 || kept.length >= columns * 3) break;
		kept += character;
		taken += own;
	}
	return `${kept}…`;
}

/** Control, bidirectional and zero-width characters made visible: none of them may steer a terminal or hide in a name. */
export function harmless(text: string): string {
	return text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, (character) => {
		const code = character.codePointAt(0) as number;
		return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
	});
}

/** Marks that may not begin a line. */
const closing = /^[，。；：、！？）》〕】」』”’…,.;:!?)\]}%]/u;

/** Marks that may not end one. */
const opening = /[（《〔【「『“‘([{]$/u;

/** The text in lines of at most so many columns: broken at blanks and between Chinese characters; a longer word is cut. */
export function wrap(text: string, columns: number, indent = ""): string[] {
	if (width(text) <= columns) return [text];
	const lines: string[] = [];
	let line = "";
	for (const piece of pieces(text)) {
		if (width(line) + width(piece.trimEnd()) <= columns) {
			line += piece;
			continue;
		}
		if (line.trim() !== "") lines.push(line.trimEnd());
		line = indent + piece.trimStart();
		while (width(line) > columns) {
			let head = "";
			for (const character of line) {
				if (width(head) + width(character) > columns) break;
				head += character;
			}
			// A single character may be wider than the line: it is written all the same.
			if (head.trim() === "") head = line.slice(0, indent.length + 1);
			lines.push(head);
			line = line.length > head.length ? indent + line.slice(head.length) : "";
		}
	}
	if (line.trim() !== "") lines.push(line.trimEnd());
	return lines;
}

/** Words with the blanks behind them, and Chinese characters with the marks that open and close them. */
function pieces(text: string): string[] {
	const found: string[] = [];
	let word = "";
	for (const character of text) {
		const breaks = (wide.test(character) || opening.test(character)) && !closing.test(character);
		if (breaks && word !== "" && !opening.test(word)) {
			found.push(word);
			word = "";
		}
		word += character;
		if (character === " ") {
			found.push(word);
			word = "";
		}
	}
	if (word !== "") found.push(word);
	return found;
}
