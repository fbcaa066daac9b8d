/** The checksum of zip archives, CRC-32 of ISO 3309, over bytes as they come. */

/** Four tables take four bytes at a time. */
const tables: readonly Int32Array[] = made();

function made(): Int32Array[] {
	const first = new Int32Array(256);
	for (let n = 0; n < 256; n++) {
		let value = n;
		for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
		first[n] = value;
	}
	const all = [first];
	for (let table = 1; table < 4; table++) {
		const before = all[table - 1] as Int32Array;
		all.push(before.map((value) => (value >>> 8) ^ (first[value & 0xff] as number)));
	}
	return all;
}

export class Checksum {
	private state = -1;

	/** As an unsigned number. */
	get value(): number {
		return (this.state ^ -1) >>> 0;
	}

	add(bytes: Uint8Array): void {
		const [first, second, third, fourth] = tables as [Int32Array, Int32Array, Int32Array, Int32Array];
		let state = this.state;
		let at = 0;
		for (const end = bytes.length - 3; at < end; at += 4) {
			state ^=
				(bytes[at] as number) |
				((bytes[at + 1] as number) << 8) |
				((bytes[at + 2] as number) << 16) |
				((bytes[at + 3] as number) << 24);
			state =
				(fourth[state & 0xff] as number) ^
				(third[(state >>> 8) & 0xff] as number) ^
				(second[(state >>> 16) & 0xff] as number) ^
				(first[state >>> 24] as number);
		}
		for (; at < bytes.length; at++) state = (first[(state ^ (bytes[at] as number)) & 0xff] as number) ^ (state >>> 8);
		this.state = state;
	}
}
