/** Up to four digits at a time, as the bytes of a word, the first of them the lowest: whoever writes a word writes over the bytes behind its digits. */
const [comma, point, zero] = [44, 46, 48];
const all = 10_000;

/** Of 0 to 9999 all four digits. */
export const inFull: Int32Array = new Int32Array(all);
/** The digits without zeros in front, and how many they are. */
export const leading: Int32Array = new Int32Array(all);
export const lengths: Uint8Array = new Uint8Array(all);

for (let value = 0; value < all; value += 1) {
	const length = value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : 4;
	inFull[value] = word(value, 4);
	leading[value] = word(value, length);
	lengths[value] = length;
}

/** Of 0 to 99 a point, both digits and a comma. */
export const behindPoint: Int32Array = Int32Array.from(
	{ length: 100 },
	(_, value) => point | (word(value, 2) << 8) | (comma << 24),
);

/** The last digits of a number, so many. */
function word(value: number, length: number): number {
	let [bytes, left] = [0, value];
	for (let at = length - 1; at >= 0; at -= 1) {
		bytes |= (zero + (left % 10)) << (8 * at);
		left = Math.floor(left / 10);
	}
	return bytes;
}
