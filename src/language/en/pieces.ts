/** Small pieces that English sentences share. */

export const number = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;
export const list = (items: readonly string[]): string => items.join(", ");
export const nearby = (items: readonly string[]): string =>
	items.length === 0 ? "" : ` Did you mean ${items.map((item) => `'${item}'`).join(" or ")}?`;
