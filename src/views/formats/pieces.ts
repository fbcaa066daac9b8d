/** A result that may be longer than any text: made while it is written. */

/** So many letters are handed on at a time. */
export const pieceLength: number = 1 << 16;

/** Lines, each with its newline, handed on together. */
export function inPieces(lines: Iterable<string>): { readonly pieces: Iterable<string> } {
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
