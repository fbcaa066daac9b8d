/** Small pieces that Chinese sentences share. Between Chinese and Latin letters or digits no blank is written. */

export const list = (items: readonly string[]): string => items.join("、");

/** What the user wrote, as it stands in the file or on the command line. */
export const quoted = (text: string): string => (text === "" ? "（空白）" : `“${text}”`);

/** The question behind a word that is not known; the sentence goes on before it. */
export const nearby = (items: readonly string[]): string =>
	items.length === 0 ? "" : `，是否指${items.map(quoted).join("或")}？`;
