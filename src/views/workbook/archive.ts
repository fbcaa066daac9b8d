/**
 * Parts of a document as one file: a zip archive. It is packed in JavaScript, since what `node:zlib` makes of the same bytes differs
 * from machine to machine, and its hour is a fixed one.
 */
import { Zip, ZipDeflate } from "fflate/browser";

export interface Part {
	/** Its path in the archive. */
	readonly name: string;
	/** Its text, piece by piece. */
	readonly pieces: () => Iterable<string>;
}

/** The first hour that such an archive can name; without a zone, so that it is the same in each. */
const hour = "1980-01-01T12:00:00";

/** So much text is gathered before it is packed. */
const gathered = 1 << 16;

export function archive(parts: readonly Part[]): Uint8Array {
	const packed: Uint8Array[] = [];
	const zip = new Zip((error, bytes) => {
		if (error !== null) throw error;
		packed.push(bytes);
	});
	const encoder = new TextEncoder();
	for (const { name, pieces } of parts) {
		const entry = new ZipDeflate(name, { level: 6 });
		entry.mtime = hour;
		zip.add(entry);
		let text = "";
		for (const piece of pieces()) {
			text += piece;
			if (text.length < gathered) continue;
			entry.push(encoder.encode(text));
			text = "";
		}
		entry.push(encoder.encode(text), true);
	}
	zip.end();
	return joined(packed);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}
