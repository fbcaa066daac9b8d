/** How many columns of a terminal a text takes: 汉 takes two. What of a text may reach a terminal, and where lines break. */
import { eastAsianWidth } from "get-east-asian-width";
import { isEveryday } from "../domain/letters.ts";
import { uncommanded } from "./runner.ts";

const plain = /^[ -~]*$/;

/** Whether a character takes two columns (Unicode East Asian Width W and F). */
function isWide(character: string): boolean {
	const code = character.codePointAt(0) as number;
	// The most of them first: none stands before Korean letters, and what is written in Chinese is wide.
	return code >= 0x1100 && ((code >= 0x4e00 && code <= 0x9fff) || eastAsianWidth(code) === 2);
}

/** Whether a character stands on the one before: none of Latin, nor of ASCII, does. */
function isCombining(character: string): boolean {
	return character >= "\u0300" && !isEveryday(character) && /\p{Mn}|\p{Me}/u.test(character);
}

export function width(text: string): number {
	if (plain.test(text)) return text.length;
	let columns = 0;
	for (const character of text) columns += isWide(character) ? 2 : isCombining(character) ? 0 : 1;
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

/**
 * Control, bidirectional and zero-width characters made visible, and all else that is never drawn: none of them may steer a
 * terminal or hide in a name, and nothing commands the runner of a log.
 */
export function harmless(text: string): string {
	if (isEveryday(text)) return uncommanded(text);
	return uncommanded(text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu, escaped));
}

/** A character as its number: `\x1b`, `\u202e`, `\u{e0001}`. */
export function escaped(character: string): string {
	const code = character.codePointAt(0) as number;
	const digits = code.toString(16);
	return code < 256 ? `\\x${digits.padStart(2, "0")}` : code > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, "0")}`;
}

/** Marks that may not begin a line. */
const closing = /^[，。；：、！？）》〕】」』”’…,.;:!?)\]}%]/u;

/** Marks that may not end one. */
const opening = /[（《〔【「『“‘([{]$/u;

/** Behind these a Chinese line ends best. */
const stops = /[，。；：、！？]$/u;
/** So many columns a line gives up for that, and never more than this share of it. */
const givenUp = 14;
const givenUpShare = 6;

/** The text in lines of at most so many columns: broken at blanks and between Chinese characters; a longer word is cut. */
export function wrap(text: string, columns: number, indent = ""): string[] {
	if (width(text) <= columns) return [text];
	const most = Math.min(givenUp, Math.floor(columns / givenUpShare));
	const lines: string[] = [];
	let line = "";
	/** How much of the line stands before its last stop. */
	let stop = 0;
	for (const piece of pieces(text)) {
		if (width(line) + width(piece.trimEnd()) <= columns) {
			line += piece;
			if (stops.test(piece)) stop = line.length;
			continue;
		}
		// Between two Chinese characters may be the middle of a word; behind a stop is not.
		const tail = line.slice(stop);
		const early = stop > 0 && tail !== "" && width(tail) <= most && isWide(piece) && isWide([...line].at(-1) as string);
		if (early) line = line.slice(0, stop);
		if (line.trim() !== "") lines.push(line.trimEnd());
		line = (lines.length === 0 ? "" : indent) + (early ? tail.trimStart() : "") + piece.trimStart();
		stop = 0;
		while (width(line.trimEnd()) > columns) {
			const [head, rest] = cut(line, columns, lines.length === 0 ? 0 : indent.length);
			lines.push(head);
			line = indent + rest.trimStart();
		}
	}
	if (line.trim() !== "") lines.push(line.trimEnd());
	return lines;
}

/** So much of a line as fits, at least one character behind its indent, with the marks that stand on it; and the rest. */
function cut(line: string, columns: number, indent: number): [head: string, rest: string] {
	let head = line.slice(0, indent);
	for (const character of line.slice(indent)) {
		if (head.length > indent && width(head) + width(character) > columns) break;
		head += character;
	}
	return [head, line.slice(head.length)];
}

/** Words with the blanks behind them, and Chinese characters with the marks that open and close them; behind a stop a new one. */
function pieces(text: string): string[] {
	const found: string[] = [];
	let word = "";
	for (const character of text) {
		const begins = isWide(character) || opening.test(character) || (character !== " " && stops.test(word));
		const breaks = begins && !closing.test(character);
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
