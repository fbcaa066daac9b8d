/** Letters that a name should not hold: what they are, and how each is called. */

/** Control characters of both sets. A tab and the ends of lines are none: people type them, and they read as blanks. */
const control = /(?![\t\n\r])\p{Cc}/gu;

/** Drawn as nothing at all: marks without width, marks that turn a line round, and whatever else is never shown. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** The control characters of a text, each once, in the order they come in. */
export function controlsIn(text: string): string[] {
	return [...new Set(text.match(control))];
}

/** The invisible marks of a text, each once, in the order they come in. */
export function invisibleIn(text: string): string[] {
	return [...new Set(text.match(invisible))];
}

/** The text with its invisible marks taken out. */
export function seen(text: string): string {
	return text.replace(invisible, "");
}

/** As Unicode calls a letter: `U+202E`. */
export function codePoint(letter: string): string {
	return `U+${(letter.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;
}
