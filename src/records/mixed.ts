/** Files put together from several, in more than one encoding: told by line, since each half alone would be read as garbage. */
import { isUtf8 } from "node:buffer";

export interface Mixed {
	/** The first line that is UTF-8 beyond doubt. */
	readonly utf8Line: number;
	/** The first line that is not UTF-8, and where it begins. */
	readonly otherLine: number;
	readonly otherOffset: number;
}

/** So many three-byte characters make a line UTF-8 beyond doubt: as GB18030 they would be twice as many rare ones in a row. */
const enough = 3;
const newline = 10;

/** Where a file that is not UTF-8 as a whole holds lines that are; undefined where no line is. */
export async function mixedEncodings(chunks: AsyncIterable<Uint8Array>): Promise<Mixed | undefined> {
	let line = 1;
	let offset = 0;
	let carry: Uint8Array = new Uint8Array(0);
	let utf8Line = 0;
	let other: Pick<Mixed, "otherLine" | "otherOffset"> | undefined;
	const judge = (bytes: Uint8Array): void => {
		if (!isUtf8(bytes)) other ??= { otherLine: line, otherOffset: offset };
		else if (utf8Line === 0 && threeByteCharacters(bytes) >= enough) utf8Line = line;
	};
	for await (const chunk of chunks) {
		let start = 0;
		for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
			const piece = chunk.subarray(start, end + 1);
			const whole = carry.length === 0 ? piece : joined(carry, piece);
			judge(whole);
			if (utf8Line > 0 && other !== undefined) return { utf8Line, ...other };
			line += 1;
			offset += whole.length;
			start = end + 1;
			carry = carry.length === 0 ? carry : new Uint8Array(0);
		}
		if (start < chunk.length) carry = carry.length === 0 ? chunk.slice(start) : joined(carry, chunk.subarray(start));
	}
	if (carry.length > 0) judge(carry);
	return utf8Line > 0 && other !== undefined ? { utf8Line, ...other } : undefined;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
	const whole = new Uint8Array(a.length + b.length);
	whole.set(a);
	whole.set(b, a.length);
	return whole;
}

/** How many, of bytes that are UTF-8; none where other lengths occur: a GB18030 word may by chance be made of those. */
function threeByteCharacters(bytes: Uint8Array): number {
	let n = 0;
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at] as number;
		if (byte < 0x80) continue;
		if (byte < 0xe0 || byte >= 0xf0) return 0;
		n += 1;
		at += 2;
	}
	return n;
}
