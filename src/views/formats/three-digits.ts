/** Up to three digits at a time, as the four bytes of a word, the first of them the lowest: whoever writes a word writes over the bytes behind its digits. */
const [comma, point, zero] = [44, 46, 48];

/** Of 0 to 999 all three digits; the fourth byte is nothing. */
export const inFull: Int32Array = Int32Array.from({ length: 1000 }, (_, value) => word([...String(value).padStart(3, "0")]));

/** Of 0 to 999 the digits without zeros in front; the fourth byte is how many they are. */
export const leading: Int32Array = Int32Array.from({ length: 1000 }, (_, value) => {
	const digits = String(value);
	return word([...digits]) | (digits.length << 24);
});

export function lengthOf(word: number): number {
	return word >>> 24;
}

/** Of 0 to 99 a point, both digits and a comma. */
export const behindPoint: Int32Array = Int32Array.from(
	{ length: 100 },
	(_, value) => point | (word([...String(value).padStart(2, "0")]) << 8) | (comma << 24),
);

function word(digits: readonly string[]): number {
	return digits.reduce((bytes, digit, at) => bytes | ((zero + Number(digit)) << (8 * at)), 0);
}
