/** Letters that a name should not hold: what they are, and how each is called. */

/** ASCII, Latin letters, Chinese and the marks of both: what nearly every text is made of, each drawn and none a command. */
const everyday =
	/^[ -~\u00a1-\u00ac\u00ae-\u00ff\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u3000-\u3020\u4e00-\u9fff\uff01-\uff5e]*$/;

/** Whether a text is made of everyday letters alone: asked first, since engines take long to learn the classes of Unicode. */
export function isEveryday(text: string): boolean {
	return everyday.test(text);
}

// The classes stand where they are used: an engine takes in what it comes by.

/** Control characters of both sets. A tab and the ends of lines are none: people type them, and they read as blanks. */
function controls(text: string): readonly string[] {
	return isEveryday(text) ? [] : (text.match(/(?![\t\n\r])\p{Cc}/gu) ?? []);
}

/** Drawn as nothing at all: marks without width, marks that turn a line round, and whatever else is never shown. */
const invisible = (): RegExp => /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** The control characters of a text, each once, in the order they come in. */
export function controlsIn(text: string): string[] {
	return [...new Set(controls(text))];
}

/** The invisible marks of a text, each once, in the order they come in. */
export function invisibleIn(text: string): string[] {
	return isEveryday(text) ? [] : [...new Set(text.match(invisible()))];
}

/** The text with its invisible marks taken out. */
export function seen(text: string): string {
	return isEveryday(text) ? text : text.replace(invisible(), "");
}

/** As Unicode calls a letter: `U+202E`. */
export function codePoint(letter: string): string {
	return `U+${(letter.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`;
}
