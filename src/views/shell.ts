/** A word as a shell reads it back: bare where that is safe, else in quotes. */
export function shellWord(word: string): string {
	// What is ASCII is told by itself: an engine takes long to learn the classes of Unicode.
	return /^[\w./-]+$/.test(word) || /^[\p{L}\p{N}_./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
