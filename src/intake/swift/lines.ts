/** A text's bytes as whole lines: however it comes in pieces, each stretch ends in a newline. */

import { slack } from "./dictionary.ts";

const feed = 10;
/** A line longer than this is none that the swift path reads. */
const longest = 1 << 20;

/** Stretches of whole lines; the last line gets a newline where it has none, and `open` says so. Undefined where a line is too long. */
export async function* lines(
	pieces: AsyncIterable<Uint8Array>,
	markLength: number,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly length: number; readonly open: boolean } | undefined> {
	let work = new Uint8Array(1 << 17);
	let filled = 0;
	let toSkip = markLength;
	for await (const piece of pieces) {
		const skipped = Math.min(toSkip, piece.length);
		toSkip -= skipped;
		const own = skipped === 0 ? piece : piece.subarray(skipped);
		if (filled + own.length + 1 + slack > work.length) {
			const more = new Uint8Array((filled + own.length + 1 + slack) * 2);
			more.set(work.subarray(0, filled));
			work = more;
		}
		work.set(own, filled);
		filled += own.length;
		const length = work.subarray(0, filled).lastIndexOf(feed) + 1;
		if (length > 0) yield { bytes: work, length, open: false };
		work.copyWithin(0, length, filled);
		filled -= length;
		if (filled > longest) {
			yield undefined;
			return;
		}
	}
	if (filled === 0) return;
	work[filled] = feed;
	yield { bytes: work, length: filled + 1, open: true };
}

/** Of bytes from `from` − 1 on (from 0 on: from the start) the lines that begin from there on and before `to`; the last ends where it ends. */
export async function* linesBetween(pieces: AsyncIterable<Uint8Array>, from: number, to: number): AsyncGenerator<Uint8Array> {
	let place = Math.max(0, from - 1);
	let begun = from === 0;
	for await (const piece of pieces) {
		let start = 0;
		if (!begun) {
			start = piece.indexOf(feed) + 1;
			begun = start > 0;
		}
		// The line that ends at this newline or behind it is the last.
		const last = place + piece.length < to ? -1 : piece.indexOf(feed, Math.max(0, to - 1 - place));
		if (begun && place + start < to) yield piece.subarray(start, last < 0 ? undefined : last + 1);
		else if (begun && place + start >= to) return;
		if (last >= 0) return;
		place += piece.length;
	}
}
