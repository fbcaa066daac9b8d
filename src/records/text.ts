/** Bytes to text in a known encoding, strictly: a byte that does not belong is told with its place, never replaced. */
import { longestHead } from "../findings/bounds.ts";
import { Trouble } from "../findings/trouble.ts";
import { unpacked } from "./packed.ts";
import type { Source } from "./source.ts";
import type { Survey } from "./survey.ts";

/**
 * The text of a source in chunks, without its byte-order mark. Throws `cannot-decode` with the byte's offset; `cutOff` is called
 * instead where the last character begins and does not end.
 */
export async function* text(
	source: Source,
	{ encoding, markLength, head, size }: Survey,
	cutOff?: () => void,
): AsyncGenerator<string> {
	const decoder = strict(encoding);
	let offset = 0;
	let toSkip = markLength;
	const pieces = head.length === size ? [head] : (await unpacked(source, () => undefined)).bytes;
	for await (const chunk of pieces) {
		const bytes = toSkip > 0 ? chunk.subarray(toSkip) : chunk;
		toSkip -= Math.min(toSkip, chunk.length);
		let decoded: string;
		try {
			decoded = decoder.decode(bytes, { stream: true });
		} catch {
			throw new Trouble("cannot-decode", { file: source.name, encoding, offset: badByte(encoding, chunk, offset) });
		}
		offset += chunk.length;
		if (decoded !== "") yield decoded;
	}
	try {
		const rest = decoder.decode();
		if (rest !== "") yield rest;
	} catch {
		if (cutOff === undefined) throw new Trouble("cannot-decode", { file: source.name, encoding, offset });
		cutOff();
	}
}

/** The text at the start of a file, as far as whole characters go: to tell the separator and the header by. */
export function headText(name: string, { head, encoding, markLength }: Survey): string {
	const start = head.subarray(0, longestHead);
	try {
		return strict(encoding).decode(start.subarray(markLength), { stream: true });
	} catch {
		throw new Trouble("cannot-decode", { file: name, encoding, offset: badByte(encoding, start, 0) });
	}
}

function strict(encoding: string): InstanceType<typeof TextDecoder> {
	return new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
}

/** Where in the file decoding first fails, by halving; null when it only fails together with bytes of an earlier chunk. */
function badByte(encoding: string, chunk: Uint8Array, before: number): number | null {
	const decodes = (length: number): boolean => {
		try {
			strict(encoding).decode(chunk.subarray(0, length), { stream: true });
			return true;
		} catch {
			return false;
		}
	};
	if (decodes(chunk.length)) return null;
	let good = 0;
	let bad = chunk.length;
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		if (decodes(middle)) good = middle;
		else bad = middle;
	}
	return before + good;
}
