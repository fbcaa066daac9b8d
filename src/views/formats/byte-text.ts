/** A text of numbers as bytes, handed on in pieces: no text is made for each number. */
import { behindPoint, inFull, leading, lengths } from "./four-digits.ts";

const [comma, point, feed, zero] = [44, 46, 10, 48];
/** So many bytes are handed on at a time, and there is room for what a firm has beyond them. */
const [pieceBytes, beyond] = [1 << 18, 1 << 14];
/** A decimal is no longer: sixteen digits, as many zeros before them, a point. */
const longestNumber = 40;
const encoder = new TextEncoder();

export class ByteText {
	private bytes = new Uint8Array(pieceBytes + beyond);
	private view = new DataView(this.bytes.buffer);
	private length = 0;

	/** There is enough of it to be handed on. */
	get isFull(): boolean {
		return this.length >= pieceBytes;
	}

	/** Where the next byte stands. */
	get end(): number {
		return this.length;
	}

	/** What was put since the last time; whoever takes it may keep it. */
	taken(): Uint8Array {
		const { bytes, length } = this;
		this.hold(new Uint8Array(pieceBytes + beyond));
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

	/** Puts so many bytes once more that stand from a place on, not before the last that were taken. */
	putAgain(from: number, size: number): void {
		// Whole words are copied: what is copied too much is written over.
		this.need(size + 4);
		const { view, length } = this;
		for (let at = 0; at < size; at += 4) view.setInt32(length + at, view.getInt32(from + at, true), true);
		this.length = length + size;
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

	/**
	 * Numbers from a place on, as many as there are bits, each with a comma behind it; of those whose bit is not set the comma alone. A number is its digits, a
	 * float's whole number from zero on, and how many of them stand behind the point; it has no zeros in front but the one before a point.
	 */
	putDecimals(digits: Float64Array, places: Uint8Array, from: number, mask: number, bits: number): void {
		this.need(longestNumber * bits);
		const { bytes, view } = this;
		let to = this.length;
		for (let bit = 0; bit < bits; bit += 1) {
			if ((mask & (1 << bit)) !== 0) {
				const value = digits[from + bit] as number;
				const behind = places[from + bit] as number;
				if (behind === 2 && value < large) {
					// Nearly all amounts are written so.
					const whole = value | 0;
					const front = (whole / 100) | 0;
					to = putFront(view, to, front);
					view.setInt32(to, behindPoint[whole - front * 100] as number, true);
					to += 4;
					continue;
				}
				to = this.withDecimal(to, value, behind);
			}
			bytes[to] = comma;
			to += 1;
		}
		this.length = to;
	}

	/** Writes a number and gives where it ends; behind that up to four bytes may be written over. */
	private withDecimal(to: number, value: number, behind: number): number {
		if (behind === 0 && value < large) return putFront(this.view, to, value | 0);
		if (value < small) {
			const least = behind + 1;
			const size = Math.max(least, sizeOf(value));
			return behind === 0 ? putDigits(this.bytes, to, value, size) : putParted(this.bytes, to, value, size, behind);
		}
		const text = String(value).padStart(behind + 1, "0");
		const parted = behind === 0 ? text : `${text.slice(0, -behind)}.${text.slice(-behind)}`;
		return to + encoder.encodeInto(parted, this.bytes.subarray(to)).written;
	}

	private need(more: number): void {
		if (this.length + more <= this.bytes.length) return;
		const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
		larger.set(this.bytes.subarray(0, this.length));
		this.hold(larger);
	}

	private hold(bytes: Uint8Array<ArrayBuffer>): void {
		this.bytes = bytes;
		this.view = new DataView(bytes.buffer);
	}
}

/** Below it a whole number has nine digits at most. */
const large = 1_000_000_000;

/** The digits of a whole number below 10^9, and where they end; beyond that up to four bytes are written over. */
function putFront(view: DataView, to: number, value: number): number {
	if (value < 10_000) return putLeading(view, to, value);
	const front = (value / 10_000) | 0;
	let end = to;
	if (front < 10_000) end = putLeading(view, to, front);
	else {
		const first = (front / 10_000) | 0;
		end = putLeading(view, to, first);
		view.setInt32(end, inFull[front - first * 10_000] as number, true);
		end += 4;
	}
	view.setInt32(end, inFull[value - front * 10_000] as number, true);
	return end + 4;
}

function putLeading(view: DataView, to: number, value: number): number {
	view.setInt32(to, leading[value] as number, true);
	return to + (lengths[value] as number);
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
