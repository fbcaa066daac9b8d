/** A text of numbers as bytes, handed on in pieces: no text is made for each number. */
import { pieceLength } from "./pieces.ts";

const [comma, point, feed, zero] = [44, 46, 10, 48];
/** A decimal is no longer: sixteen digits, as many zeros before them, a point. */
const longestNumber = 40;
const encoder = new TextEncoder();

export class ByteText {
	private bytes = new Uint8Array(2 * pieceLength);
	private length = 0;

	/** There is enough of it to be handed on. */
	get isFull(): boolean {
		return this.length >= pieceLength;
	}

	/** What was put since the last time; whoever takes it may keep it. */
	taken(): Uint8Array {
		const { bytes, length } = this;
		this.bytes = new Uint8Array(2 * pieceLength);
		this.length = 0;
		return bytes.subarray(0, length);
	}

	put(text: string): void {
		// A letter is three bytes at most.
		this.need(text.length * 3);
		this.length += encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
	}

	putBytes(own: Uint8Array): void {
		this.need(own.length);
		const { bytes, length } = this;
		for (let at = 0; at < own.length; at += 1) bytes[length + at] = own[at] as number;
		this.length = length + own.length;
	}

	putComma(): void {
		this.need(1);
		this.bytes[this.length] = comma;
		this.length += 1;
	}

	putLineEnd(): void {
		this.need(1);
		this.bytes[this.length] = feed;
		this.length += 1;
	}

	/** A number of four digits. */
	putWhole(value: number): void {
		this.need(longestNumber);
		this.length = putDigits(this.bytes, this.length, value, 4);
	}

	/** The number at a place: its digits, a float's whole number from zero on, and how many of them stand behind the point. It has no zeros in front but the one before a point. */
	putDecimal(digits: Float64Array, places: Uint8Array, at: number): void {
		this.need(longestNumber);
		const value = digits[at] as number;
		const behind = places[at] as number;
		const { bytes } = this;
		const from = this.length;
		if (value < small) {
			const least = behind + 1;
			const size = Math.max(least, sizeOf(value));
			this.length = behind === 0 ? putDigits(bytes, from, value, size) : putParted(bytes, from, value, size, behind);
			return;
		}
		const text = String(value).padStart(behind + 1, "0");
		this.put(behind === 0 ? text : `${text.slice(0, -behind)}.${text.slice(-behind)}`);
	}

	private need(more: number): void {
		if (this.length + more <= this.bytes.length) return;
		const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
		larger.set(this.bytes.subarray(0, this.length));
		this.bytes = larger;
	}
}

/** Below it numbers are counted in registers. */
const small = 2 ** 30;

/** How many digits a whole number below 2^30 has. */
function sizeOf(value: number): number {
	let size = 1;
	for (let bound = 10; size < 10 && value >= bound; bound *= 10) size += 1;
	return size;
}

/** So many digits of a whole number below 2^30, and where they end. */
function putDigits(bytes: Uint8Array, from: number, value: number, size: number): number {
	let rest = value | 0;
	for (let at = from + size - 1; at >= from; at -= 1) {
		const tenth = (rest / 10) | 0;
		bytes[at] = zero + rest - tenth * 10;
		rest = tenth;
	}
	return from + size;
}

/** The same with a point before the last of them. */
function putParted(bytes: Uint8Array, from: number, value: number, size: number, behind: number): number {
	let rest = value | 0;
	let at = from + size;
	for (let left = behind; left > 0; left -= 1, at -= 1) {
		const tenth = (rest / 10) | 0;
		bytes[at] = zero + rest - tenth * 10;
		rest = tenth;
	}
	bytes[at] = point;
	putDigits(bytes, from, rest, size - behind);
	return from + size + 1;
}
