/** A result that may be longer than any text: made while it is written. */
import type { Pieces } from "./format.ts";

/** So many letters are handed on at a time. */
const pieceLength: number = 1 << 16;

/** Lines, each with its newline, handed on together. */
export function inPieces(lines: Iterable<string>): Pieces {
	return { pieces: piecesOf(lines) };
}

function* piecesOf(lines: Iterable<string>): Generator<string> {
	let piece = "";
	for (const line of lines) {
		piece += `${line}\n`;
		if (piece.length < pieceLength) continue;
		yield piece;
		piece = "";
	}
	yield piece;
}
