/** A file as it is stored: its hash and its size. */
import { createHash } from "node:crypto";
import type { Source } from "./source.ts";

export interface Stored {
	/** What `sha256sum` says of it. */
	readonly sha256: string;
	readonly bytes: number;
}

/** Reads the source once. Throws `cannot-open`. */
export async function stored(source: Source): Promise<Stored> {
	const hash = createHash("sha256");
	let bytes = 0;
	for await (const piece of source.bytes()) {
		hash.update(piece);
		bytes += piece.length;
	}
	return { sha256: hash.digest("hex"), bytes };
}

/** The same of a text in UTF-8, before it is a file. */
export function storedText(text: string): Stored {
	const bytes = new TextEncoder().encode(text);
	return { sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length };
}
