/** Names of cells and columns as spreadsheets write them: `B7`, `B`. */

/** A, B … Z, AA; `column` counts from 0. */
export function letterOf(column: number): string {
	const letter = String.fromCharCode(65 + (column % 26));
	return column < 26 ? letter : letterOf(Math.floor(column / 26) - 1) + letter;
}

/** The column of a name such as `AB12` that begins at a place of a text, counted from 0; -1 where it names none. */
export function columnOf(text: string, from = 0): number {
	let column = 0;
	for (let at = from; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code < 65 || code > 90) break;
		column = column * 26 + (code - 64);
	}
	return column - 1;
}

/** The row of such a name; 0 where it names none. */
export function rowOf(name: string): number {
	return Number(/\d+$/.exec(name)?.[0] ?? 0);
}
