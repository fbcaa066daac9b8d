/** A word as a shell reads it back: bare where that is safe, else in quotes. */
export function shellWord(word: string): string {
	return /^[\p{L}\p{N}_./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
