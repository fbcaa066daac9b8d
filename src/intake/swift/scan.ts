/**
 * Rows of bytes into months of typed memory. The scanner knows texts only by having met them: a row of which anything is not known yet, or
 * is written in any way but the plainest, is left to the plain path. It tells nothing and decides nothing.
 */
import type { StoredMonths } from "../../ledger/stored-months.ts";
import { roles, type SwiftColumns } from "./columns.ts";
import { cellEnd, Dictionary, type RowCells } from "./dictionary.ts";

const [feed, back, quote, point, zero] = [10, 13, 34, 46, 48];
/** A float holds every whole number of so many digits. */
const mostDigits = 15;

export class Scanner implements RowCells {
	readonly who: Dictionary;
	readonly when: Dictionary;
	readonly what: Dictionary;
	/** Of each text of a month: its year and month. */
	readonly years: number[] = [];
	readonly months: number[] = [];
	/** The row that was left: its cells, its numbers where they are known, its amount; `whole` where all of its cells could be told apart. */
	bytes: Uint8Array = new Uint8Array(0);
	readonly starts: Int32Array;
	readonly ends: Int32Array;
	whole = false;
	digits = 0;
	places = 0;
	/** Rows passed so far, the one that was left among them. */
	row = 0;
	private readonly columns: SwiftColumns;
	private readonly stored: StoredMonths;
	/** Which texts the row before had, and which kind came behind each. */
	private readonly last = { who: 0, when: 0, what: 0 };
	private follows = new Int32Array(64);

	constructor(columns: SwiftColumns, stored: StoredMonths, firstRow: number) {
		this.columns = columns;
		this.stored = stored;
		this.row = firstRow;
		const of = (role: number): Dictionary => new Dictionary(columns.roles.flatMap((one, index) => (one === role ? [index] : [])));
		[this.who, this.when, this.what] = [of(roles.who), of(roles.when), of(roles.what)];
		this.starts = new Int32Array(columns.roles.length);
		this.ends = new Int32Array(columns.roles.length);
	}

	/** A row is left whatever it is. */
	leave(): void {
		this.row += 1;
		this.whole = false;
	}

	/**
	 * Adds up whole lines, up to one that is left to the plain path: where that begins, or `to`. One function with all its state in locals: what
	 * is called for each cell, or stands in an object, takes twice the time.
	 */
	run(bytes: Uint8Array, from: number, to: number): number {
		this.bytes = bytes;
		const { starts, ends, who, when, what, years, months } = this;
		const stored = this.stored;
		const last = this.last;
		const { roles: all } = this.columns;
		const separator = this.columns.separator.charCodeAt(0);
		const width = all.length;
		if (this.follows.length < what.size) this.follows = new Int32Array(what.size * 2);
		const { follows } = this;
		const [whoBytes, whenBytes, whatBytes] = [who.bytes, when.bytes, what.bytes];
		const known = who.size > 0 && when.size > 0 && what.size > 0;
		let [lastWho, lastWhen, lastWhat] = [last.who, last.when, last.what];
		let row = this.row;
		let at = from;
		while (at < to) {
			const line = at;
			row += 1;
			const expected = known ? (follows[lastWhat] as number) : 0;
			let whoAt = who.begins[lastWho] as number;
			let whenAt = when.begins[lastWhen] as number;
			let whatAt = what.begins[expected] as number;
			let [isWho, isWhen, isWhat] = [known, known, known];
			let plain = true;
			let digits = 0;
			let places = -1;
			let byte = 0;
			for (let column = 0; column < width; column += 1) {
				// The cell.
				let start = at;
				let end: number;
				byte = bytes[at] as number;
				if (byte === quote) {
					start = at + 1;
					do {
						at += 1;
						byte = bytes[at] as number;
					} while (byte !== quote && byte !== feed && byte !== back);
					if (byte !== quote) {
						plain = false;
						break;
					}
					end = at;
					at += 1;
					byte = bytes[at] as number;
				} else {
					while (byte !== separator && byte !== feed && byte !== back && byte !== quote) {
						at += 1;
						byte = bytes[at] as number;
					}
					end = at;
				}
				if (
					byte === separator ? column === width - 1 : column < width - 1 || byte === quote || (byte !== feed && byte !== back)
				) {
					plain = false;
					break;
				}
				starts[column] = start;
				ends[column] = end;
				// What it is.
				const role = all[column];
				if (role === roles.who) {
					if (isWho) {
						for (let own = start; own < end && isWho; own += 1, whoAt += 1) isWho = whoBytes[whoAt] === bytes[own];
						isWho &&= whoBytes[whoAt] === cellEnd;
						whoAt += 1;
					}
				} else if (role === roles.when) {
					if (isWhen) {
						for (let own = start; own < end && isWhen; own += 1, whenAt += 1) isWhen = whenBytes[whenAt] === bytes[own];
						isWhen &&= whenBytes[whenAt] === cellEnd;
						whenAt += 1;
					}
				} else if (role === roles.what) {
					if (isWhat) {
						for (let own = start; own < end && isWhat; own += 1, whatAt += 1) isWhat = whatBytes[whatAt] === bytes[own];
						isWhat &&= whatBytes[whatAt] === cellEnd;
						whatAt += 1;
					}
				} else if (role === roles.amount) {
					places = -1;
					for (let own = start; own < end; own += 1) {
						const digit = (bytes[own] as number) - zero;
						if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
						else if (digit === point - zero && places < 0 && own > start && own < end - 1) places = end - 1 - own;
						else {
							plain = false;
							break;
						}
					}
					const first = bytes[start] as number;
					const second = bytes[start + 1] as number;
					if (end === start || end - start > mostDigits || (first === zero && end - start > 1 && second !== point)) plain = false;
					if (!plain) break;
					if (places < 0) places = 0;
				} else if (end > start) {
					plain = false;
					break;
				}
				at += 1;
			}
			// Behind the last cell stands a newline, of one letter or two.
			if (plain && byte === back) {
				plain = bytes[at] === feed;
				at += 1;
			}
			if (plain && known) {
				const own = isWho ? lastWho : who.find(this);
				const month = isWhen ? lastWhen : when.find(this);
				const kind = isWhat ? expected : what.find(this);
				if (own >= 0 && month >= 0 && kind >= 0) {
					follows[lastWhat] = kind;
					[lastWho, lastWhen, lastWhat] = [own, month, kind];
					if (stored.put(own, kind, years[month] as number, months[month] as number, digits, places, row)) continue;
				}
			}
			this.whole = plain;
			this.digits = digits;
			this.places = places;
			this.row = row;
			[last.who, last.when, last.what] = [lastWho, lastWhen, lastWhat];
			return line;
		}
		this.row = row;
		[last.who, last.when, last.what] = [lastWho, lastWhen, lastWhat];
		return to;
	}
}
