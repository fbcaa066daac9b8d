/** The bytes of a table that may be packed: gzip is known by its first bytes, whatever the file is called. */
import { Buffer } from "node:buffer";
import type { Source } from "./source.ts";

export interface Unpacked {
	readonly packed: boolean;
	/** Of the table. Throws `damaged-gzip`. To be read once. */
	readonly bytes: AsyncIterable<Uint8Array>;
}

/** Begins to read a source; `stored` is called with its bytes as they are stored, packed or not, up to the last. */
export async function unpacked(source: Source, stored: (piece: Uint8Array) => void): Promise<Unpacked> {
	const pieces = watched(source, stored);
	let start: Uint8Array = new Uint8Array(0);
	while (start.length < 2) {
		const { done, value } = await pieces.next();
		if (done) break;
		start = start.length === 0 ? value : Buffer.concat([start, value]);
	}
	const all = async function* (): AsyncGenerator<Uint8Array> {
		if (start.length > 0) yield start;
		yield* pieces;
	};
	const packed = isPacked(start);
	// Streams load only for files that need them.
	return { packed, bytes: packed ? (await import("./gunzip.ts")).gunzip(source.name, all()) : all() };
}

function isPacked(start: Uint8Array): boolean {
	return start[0] === 0x1f && start[1] === 0x8b;
}

/** So many bytes are handed on at a time. */
const pieceLength = 1 << 16;

/**
 * A source to be read once from its start: where it has places, in the same memory, each piece until the next is asked for. What is packed is
 * read as ever, since whoever unpacks it reads ahead.
 */
export async function passing(source: Source): Promise<Source> {
	const { places } = source;
	if (places === undefined) return source;
	const pieces = places.from(0)[Symbol.asyncIterator]();
	const first: IteratorResult<Uint8Array, unknown> = await pieces.next();
	if (first.done === true || isPacked(first.value)) {
		await pieces.return?.();
		return source;
	}
	const bytes = async function* (): AsyncGenerator<Uint8Array> {
		try {
			for (let next: IteratorResult<Uint8Array, unknown> = first; next.done !== true; next = await pieces.next())
				for (let at = 0; at < next.value.length; at += pieceLength) yield next.value.subarray(at, at + pieceLength);
		} finally {
			await pieces.return?.();
		}
		places.check();
	};
	return { ...source, bytes };
}

async function* watched(source: Source, stored: (piece: Uint8Array) => void): AsyncGenerator<Uint8Array, undefined> {
	for await (const piece of source.bytes()) {
		stored(piece);
		yield piece;
	}
}
