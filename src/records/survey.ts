/** A first reading of a file's bytes: its hash, how its text is encoded and why, whether it holds NUL bytes. */
import { Buffer, isAscii, isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { longestRecord } from "../findings/bounds.ts";
import { Trouble } from "../findings/trouble.ts";
import { beginsAsMarkup } from "./markup.ts";
import { mixedEncodings } from "./mixed.ts";
import { isText } from "./no-text.ts";
import { passing, unpacked } from "./packed.ts";
import { type Decoded, type Encoding, type NewlineKind, newlineKinds } from "./sheet.ts";
import type { Source } from "./source.ts";

/** What the bytes say: of what they hold as text too, which nobody asks where they hold none. */
export interface Survey extends Decoded {
	/** Of the file as it is stored: what `sha256sum` says of it. */
	readonly sha256: string;
	/** Of the table in it: the same for the same table, packed or not. */
	readonly content: string;
	/** Bytes of the byte-order mark, to be left out. */
	readonly markLength: number;
	readonly hasNul: boolean;
	/** Bytes of the table, unpacked; so is the head. */
	readonly size: number;
	/** The first bytes, to tell the separator by; of a small file, all of it. */
	readonly head: Uint8Array;
}

const nothing: Uint8Array = new Uint8Array(0);
const [lf, cr, quote] = [10, 13, 34];
/** How many bytes are read of a source of so many: a large one is surveyed, and read once more. */
export function bytesRead(size: number): number {
	return size > headLength ? 2 * size : size;
}

/** The most bytes a letter takes. */
const widest = 4;

/** Files up to this size are kept from the first reading: opening them again costs more than keeping them. */
const headLength: number = 1 << 20;

/**
 * Reads the whole source once, in chunks; `forced` wins over what the bytes say: a byte-order mark, then strict UTF-8, then GB18030. Throws `utf-16-without-mark` for what its zeros show to be that, and `mixed-encodings` where some lines are
 * UTF-8 and others are not: what is not UTF-8 is read once more to see that.
 */
export async function survey(source: Source, forced: Encoding | undefined): Promise<Survey> {
	const hash = createHash("sha256");
	const { packed, bytes } = await unpacked((source.size ?? 0) > headLength ? await passing(source) : source, (piece) =>
		hash.update(piece),
	);
	const own = packed ? createHash("sha256") : undefined;
	const heads: Uint8Array[] = [];
	let size = 0;
	let strict = true;
	/** No byte so far is of a character of several. */
	let ascii = true;
	/** A line has ended: bytes of newlines are the same in every encoding. */
	let broken = false;
	let hasNul = false;
	let carry: Uint8Array = nothing;
	for await (const chunk of bytes) {
		own?.update(chunk);
		if (!broken) broken = chunk.includes(lf) || chunk.includes(cr);
		if (!broken && size > longestRecord * widest && !beginsAsMarkup(heads[0] as Uint8Array))
			throw new Trouble("beyond-bound", { file: source.name, bound: "record", most: longestRecord });
		if (size < headLength) heads.push(Buffer.from(chunk.subarray(0, headLength - size)));
		size += chunk.length;
		if (!hasNul) hasNul = chunk.includes(0);
		if (strict) {
			const whole = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
			const end = whole.length - unfinished(whole);
			const judged = whole.subarray(0, end);
			ascii &&= isAscii(judged);
			strict = ascii || isUtf8(judged);
			carry = end === whole.length ? nothing : Buffer.from(whole.subarray(end));
		}
	}
	const head = heads.length === 1 ? (heads[0] as Uint8Array) : Buffer.concat(heads);
	const mark = byteOrderMark(head);
	const unmarked = forced === undefined && mark === undefined && hasNul && isText(head) ? wideWithoutMark(head) : undefined;
	if (unmarked !== undefined) throw new Trouble("utf-16-without-mark", { file: source.name, encoding: unmarked });
	// Behind characters of UTF-8, the beginning of one is where the file was cut off; behind plain letters it may be one of GB18030.
	const ends = carry.length === 0 || (!ascii && beginsCharacter(carry[0] as number));
	const encoding = forced ?? mark?.encoding ?? (strict && ends ? "utf-8" : "gb18030");
	if (forced === undefined && mark === undefined && encoding === "gb18030" && isText(head)) {
		const mixed = await mixedEncodings((await unpacked(source, () => undefined)).bytes);
		if (mixed !== undefined) throw new Trouble("mixed-encodings", { file: source.name, ...mixed });
	}
	const sha256 = hash.digest("hex");
	const content = own?.digest("hex") ?? sha256;
	// Every other byte of UTF-16 may be NUL; there it is looked for in the text.
	return { sha256, content, ...asText(head, encoding, forced, mark), hasNul: hasNul || isWide(encoding), size, head };
}

/** What the head of a large text lets expect of it, for who cannot wait for its survey: no hash. Undefined of anything else. */
export async function glimpse({ size = 0, places }: Source, forced: Encoding | undefined): Promise<Survey | undefined> {
	if (places === undefined || size <= headLength) return undefined;
	const head = new Uint8Array(headLength);
	let length = 0;
	for await (const piece of places.from(0)) {
		const own = piece.subarray(0, headLength - length);
		head.set(own, length);
		length += own.length;
		if (length === headLength) break;
	}
	// Who surveys the whole reads them once more.
	places.passed(-length);
	if (length < headLength || !isText(head) || head.includes(0)) return undefined;
	const mark = byteOrderMark(head);
	const isStrict = isUtf8(head.subarray(0, length - unfinished(head)));
	const encoding = forced ?? mark?.encoding ?? (isStrict ? "utf-8" : "gb18030");
	return { sha256: "", content: "", ...asText(head, encoding, forced, mark), hasNul: false, size, head };
}

type Mark = ReturnType<typeof byteOrderMark>;

/** How a text is encoded, and by what that is told. */
function asText(
	head: Uint8Array,
	encoding: Encoding,
	forced: Encoding | undefined,
	mark: Mark,
): Decoded & Pick<Survey, "markLength"> {
	const told = mark !== undefined ? "mark" : encoding === "utf-8" ? "valid-utf-8" : "not-utf-8";
	return {
		encoding,
		toldBy: forced !== undefined ? "asked" : told,
		newlines: newlinesOf(head, isWide(encoding)),
		markLength: mark?.encoding === encoding ? mark.length : 0,
	};
}

function isWide(encoding: Encoding): boolean {
	return encoding === "utf-16le" || encoding === "utf-16be";
}

/** Which newlines end lines. Their bytes are the same in every encoding we read; UTF-16 has a zero beside each. */
function newlinesOf(head: Uint8Array, wide: boolean): NewlineKind[] {
	const step = wide ? 2 : 1;
	const found = new Set<NewlineKind>();
	// One kind is the rule: then nothing needs to be told apart.
	if (!head.includes(cr)) return head.includes(lf) ? ["LF"] : [];
	let quoted = false;
	for (let at = 0; at < head.length && found.size < newlineKinds.length; at++) {
		const byte = head[at];
		if (byte !== lf && byte !== cr && byte !== quote) continue;
		if (wide && head[at + 1] !== 0 && head[at - 1] !== 0) continue;
		// A newline inside quotes ends no line.
		if (byte === quote) quoted = !quoted;
		else if (quoted) continue;
		else if (byte === lf) found.add(head[at - step] === cr ? "CRLF" : "LF");
		else if (head[at + step] !== lf && at + step < head.length) found.add("CR");
	}
	return newlineKinds.filter((kind) => found.has(kind));
}

/**
 * What is kept of surveys until the tables are read: small files whole, up to so many bytes together; of the others nothing,
 * since they are opened again.
 */
export function keeper(): (surveyed: Survey) => Survey {
	let left = keptTogether;
	return (surveyed) => {
		if (surveyed.head.length < surveyed.size || surveyed.size > left) return { ...surveyed, head: new Uint8Array(0) };
		left -= surveyed.size;
		return surveyed;
	};
}

const keptTogether = 64 << 20;

function byteOrderMark(head: Uint8Array): { readonly encoding: Encoding; readonly length: number } | undefined {
	if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", length: 3 };
	if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", length: 2 };
	if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", length: 2 };
	// The mark that GB18030 gives to the same character.
	if (head[0] === 0x84 && head[1] === 0x31 && head[2] === 0x95 && head[3] === 0x33) return { encoding: "gb18030", length: 4 };
	return undefined;
}

/**
 * UTF-16 by its zeros: separators, digits and newlines have one beside them, always on the same side. A text in another encoding has
 * none, and other bytes have them on both sides.
 */
function wideWithoutMark(head: Uint8Array): Encoding | undefined {
	const zeros: [number, number] = [0, 0];
	const asked = head.subarray(0, 4096);
	for (const [at, byte] of asked.entries()) if (byte === 0) zeros[(at % 2) as 0 | 1] += 1;
	const [even, odd] = zeros;
	const many = asked.length / 20;
	if (even === 0 && odd > many) return "utf-16le";
	return odd === 0 && even > many ? "utf-16be" : undefined;
}

/** Whether a byte is the first of a character of several bytes. */
function beginsCharacter(byte: number): boolean {
	return byte >= 0xc2 && byte <= 0xf4;
}

/** How many bytes at the end begin a UTF-8 character that the next chunk finishes. */
function unfinished(bytes: Uint8Array): number {
	for (let back = 1; back <= 3 && back <= bytes.length; back++) {
		const byte = bytes[bytes.length - back] as number;
		if ((byte & 0xc0) === 0x80) continue;
		const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
		return length > back ? back : 0;
	}
	return 0;
}
