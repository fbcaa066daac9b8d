/**
 * Names of files that are no UTF-8, as an archive from another system leaves them: a path keeps each such byte as half a
 * surrogate pair, which no text has alone, and is opened by its bytes.
 */
import { Buffer, isUtf8 } from "node:buffer";

const first = 0xdc00;
const alone = /[\udc80-\udcff]/u;
const eachAlone = /[\udc80-\udcff]/gu;
/** What an escaped byte looks like. */
const looksEscaped = /\\x(?:5c|[89a-f][0-9a-f])/;

/** A name as the system has it. Where it is no UTF-8 as a whole, no part of it is: two bytes of another encoding may be a letter. */
export function nameOf(bytes: Buffer): string {
	if (isUtf8(bytes)) return bytes.toString("utf8");
	return Array.from(bytes, (byte) => String.fromCharCode(byte < 0x80 ? byte : first + byte)).join("");
}

/** A path as the system takes it. */
export function onDisk(path: string): string | Buffer {
	if (!alone.test(path)) return path;
	return Buffer.concat(
		[...path].map((letter) => (alone.test(letter) ? Buffer.of(letter.charCodeAt(0) - first) : Buffer.from(letter))),
	);
}

/** A path as people see it, `\xNN` for each such byte. No other path looks the same: in one that would, `\` itself is escaped. */
export function escaped(path: string): string {
	if (!alone.test(path) && !looksEscaped.test(path)) return path;
	const hex = (byte: number): string => `\\x${byte.toString(16).padStart(2, "0")}`;
	return path.replaceAll("\\", hex(0x5c)).replace(eachAlone, (letter) => hex(letter.charCodeAt(0) - first));
}
