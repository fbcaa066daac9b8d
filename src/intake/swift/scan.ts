/**
 * Rows of bytes into months of typed memory. The scanner knows texts only by having met them: a row of which anything is not known yet, or
 * is written in any way but the plainest, is left to the plain path. It tells nothing and decides nothing.
 */
import type { StoredMonths } from "../../ledger/stored-months.ts";
import { shows } from "../number-writing.ts";
import { roles, type SwiftColumns } from "./columns.ts";
import { Dictionary, type RowCells } from "./dictionary.ts";
import { Guesses } from "./guesses.ts";
import type { Texts } from "./plain-rows.ts";

const [feed, back, quote, point, zero] = [10, 13, 34, 46, 48];
/** A float holds every whole number of so many digits; a word, of so many. */
const mostDigits = 15;
const wordDigits = 9;

export class Scanner implements RowCells {
	readonly who: Dictionary;
	readonly when: Dictionary;
	readonly what: Dictionary;
	/** Of each text of a month: its year and month. */
	readonly years: number[] = [];
	readonly months: number[] = [];
	/** Of each text of a firm: what the points of its amounts show. */
	shows: Uint8Array = new Uint8Array(0);
	/** The row that was left: its cells, its numbers where they are known, its amount; `whole` where all of its cells could be told apart. */
	bytes: Uint8Array = new Uint8Array(0);
	readonly starts: Int32Array;
	readonly ends: Int32Array;
	whole = false;
	/** Of its texts that of its firm alone is not known, and those are the numbers of the others. */
	firmAlone = false;
	private month = -1;
	private kind = -1;
	digits = 0;
	places = 0;
	/** What its point shows. */
	private bits = 0;
	/** Rows passed so far, the one that was left among them. */
	row = 0;
	private readonly columns: SwiftColumns;
	private readonly stored: StoredMonths;
	private readonly guesses = new Guesses();
	/** Of each column which of its role's it is. */
	private readonly indexes: readonly number[];

	constructor(columns: SwiftColumns, stored: StoredMonths, firstRow: number) {
		this.columns = columns;
		this.stored = stored;
		this.row = firstRow;
		const of = (role: number): Dictionary => new Dictionary(columns.roles.flatMap((one, index) => (one === role ? [index] : [])));
		[this.who, this.when, this.what] = [of(roles.who), of(roles.when), of(roles.what)];
		this.indexes = columns.roles.map((role, index) => columns.roles.slice(0, index).filter((one) => one === role).length);
		this.starts = new Int32Array(columns.roles.length);
		this.ends = new Int32Array(columns.roles.length);
	}

	/** A row is left whatever it is. */
	leave(): void {
		this.row += 1;
		this.whole = false;
		this.firmAlone = false;
	}

	/** Notes the firm of the row that was left, where it alone was not known. */
	addFirm(): Texts {
		return { who: this.who.add(this), when: this.month, what: this.kind };
	}

	/** Adds up the row that was left, as rows are that are known; false where its month has an amount. */
	putRow({ who, when, what }: Texts): boolean {
		const { stored, guesses } = this;
		this.makeRoom();
		this.shows[who] = (this.shows[who] as number) | this.bits;
		const series = stored.seriesAt(who, what);
		guesses.keep(who, when, what, series);
		return stored.putIn(series, this.years[when] as number, this.months[when] as number, this.digits, this.places, this.row);
	}

	/**
	 * Adds up whole lines, up to one that is left to the plain path: where that begins, or `to`, behind which stand some bytes more. One function
	 * with all its state in locals: what is called for each cell, or stands in an object, takes twice the time. It compares what it guesses; a row that
	 * is another is cut and looked up.
	 */
	run(bytes: Uint8Array, from: number, to: number): number {
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		this.bytes = bytes;
		const { who, when, what, years, months } = this;
		const stored = this.stored;
		const guesses = this.guesses;
		const indexes = this.indexes;
		const { roles: all } = this.columns;
		const separator = this.columns.separator.charCodeAt(0);
		const width = all.length;
		const last = width - 1;
		this.makeRoom();
		const shown = this.shows;
		const { advances, nextMonth, nextKind } = guesses;
		const [whoCells, whenCells, whatCells] = [who.cells, when.cells, what.cells];
		const [whoWords, whenWords, whatWords] = [who.words, when.words, what.words];
		const [whoWidth, whenWidth, whatWidth] = [who.columns.length, when.columns.length, what.columns.length];
		const known = who.size > 0 && when.size > 0 && what.size > 0;
		let { firmOf, kindOf, follows } = stored;
		let { lastWho, lastWhen, lastWhat, lastSeries } = guesses;
		let row = this.row;
		let left = to;
		let at = from;
		while (at < to) {
			const line = at;
			row += 1;
			// What came behind such a row the last time.
			const guess = lastSeries < 0 ? -1 : (follows[lastSeries] as number);
			let own = guess < 0 ? lastWho : (firmOf[guess] as number);
			let kind = guess < 0 ? (nextKind[lastWhat] as number) : (kindOf[guess] as number);
			let month = advances[lastWhat] === 0 ? lastWhen : (nextMonth[lastWhen] as number);
			let sure = known;
			let digits = 0;
			let places = 0;
			let bits = 0;
			let large = -1;
			for (let column = 0; sure && column < width; column += 1) {
				const role = all[column];
				if (role === roles.amount) {
					const quoted = bytes[at] === quote;
					if (quoted) at += 1;
					const begin = at;
					let digit = (bytes[at] as number) - zero;
					while (digit >= 0 && digit <= 9) {
						digits = (digits * 10 + digit) | 0;
						at += 1;
						digit = (bytes[at] as number) - zero;
					}
					const units = at;
					if (digit === point - zero) {
						at += 1;
						digit = (bytes[at] as number) - zero;
						while (digit >= 0 && digit <= 9) {
							digits = (digits * 10 + digit) | 0;
							at += 1;
							digit = (bytes[at] as number) - zero;
						}
						places = at - units - 1;
						sure = places > 0;
						bits = places === 3 && units - begin <= 3 && bytes[begin] !== zero ? shows.onePoint : shows.decimalPoint;
					}
					sure &&= units > begin && at - begin <= mostDigits && (bytes[begin] !== zero || units === begin + 1);
					if (at - begin > wordDigits) large = begin;
					if (quoted) {
						sure &&= bytes[at] === quote;
						at += 1;
					}
					const stop = bytes[at];
					sure &&= column < last ? stop === separator : stop === feed || stop === back;
					at += 1;
				} else if (role === roles.blank) {
					if (bytes[at] === quote && bytes[at + 1] === quote) at += 2;
					const stop = bytes[at];
					sure = column < last ? stop === separator : stop === feed || stop === back;
					at += 1;
				} else {
					// A text, and the letter behind it.
					const index = indexes[column] as number;
					let words = whatWords;
					let cell = 0;
					if (role === roles.who) {
						words = whoWords;
						cell = whoCells[own * whoWidth + index] as number;
					} else if (role === roles.when) {
						words = whenWords;
						cell = whenCells[month * whenWidth + index] as number;
					} else cell = whatCells[kind * whatWidth + index] as number;
					const end = cell + 3 + (words[cell] as number);
					let word = cell + 3;
					let place = at;
					while (word < end && view.getInt32(place, true) === words[word]) {
						place += 4;
						word += 1;
					}
					sure = word === end && (view.getInt32(place, true) & (words[cell + 2] as number)) === words[word];
					at += words[cell + 1] as number;
				}
			}
			// Behind the last cell stands a newline, of one letter or two.
			if (sure && bytes[at - 1] === back) {
				sure = bytes[at] === feed;
				at += 1;
			}
			let amount = digits;
			if (!sure) {
				at = this.cut(line);
				const whole = known && at >= 0;
				own = whole ? who.find(this) : -1;
				month = whole ? when.find(this) : -1;
				kind = month < 0 ? -1 : what.find(this);
				if (own < 0 || kind < 0) {
					this.firmAlone = kind >= 0;
					[this.month, this.kind] = [month, kind];
					left = line;
					break;
				}
				amount = this.digits;
				places = this.places;
				bits = this.bits;
			} else if (large >= 0) amount = digitsOf(bytes, large);
			shown[own] = (shown[own] as number) | bits;
			let series = guess;
			if (guess < 0 || firmOf[guess] !== own || kindOf[guess] !== kind) {
				series = stored.seriesAt(own, kind);
				({ firmOf, kindOf, follows } = stored);
				if (lastSeries >= 0) follows[lastSeries] = series;
				nextKind[lastWhat] = kind;
			}
			if (month === lastWhen) advances[lastWhat] = 0;
			else {
				advances[lastWhat] = 1;
				nextMonth[lastWhen] = month;
			}
			lastWho = own;
			lastWhen = month;
			lastWhat = kind;
			lastSeries = series;
			if (stored.putIn(series, years[month] as number, months[month] as number, amount, places, row)) continue;
			this.cut(line);
			this.firmAlone = false;
			left = line;
			break;
		}
		this.row = row;
		guesses.keep(lastWho, lastWhen, lastWhat, lastSeries);
		return left;
	}

	/** The cells of the row that begins there, its amount, and whether all could be told apart; where the next row begins, or −1. */
	private cut(line: number): number {
		const { bytes, starts, ends } = this;
		const { roles: all } = this.columns;
		const separator = this.columns.separator.charCodeAt(0);
		this.whole = false;
		this.digits = 0;
		this.places = 0;
		this.bits = 0;
		let at = line;
		for (let column = 0; column < all.length; column += 1) {
			const start = at;
			at = behindCell(bytes, start, separator, column === all.length - 1);
			if (at < 0) return -1;
			starts[column] = start;
			ends[column] = at;
			const role = all[column];
			if (role !== roles.amount && role !== roles.blank) continue;
			const quoted = bytes[start] === quote ? 1 : 0;
			const [begin, end] = [start + quoted, at - 1 - quoted];
			if (role === roles.blank ? end > begin : !this.readAmount(begin, end)) return -1;
		}
		if (bytes[at - 1] === back) {
			if (bytes[at] !== feed) return -1;
			at += 1;
		}
		this.whole = true;
		return at;
	}

	/** An amount in plain digits; false where it is written otherwise. */
	private readAmount(begin: number, end: number): boolean {
		const { bytes } = this;
		let units = begin;
		while (units < end && isDigit(bytes[units] as number)) units += 1;
		if (units === begin || end - begin > mostDigits || (bytes[begin] === zero && units > begin + 1)) return false;
		let behind = units + 1;
		while (behind < end && isDigit(bytes[behind] as number)) behind += 1;
		if (units < end && (bytes[units] !== point || behind < end || behind === units + 1)) return false;
		this.places = units < end ? end - units - 1 : 0;
		this.digits = digitsOf(bytes, begin);
		const grouped = this.places === 3 && units - begin <= 3 && bytes[begin] !== zero;
		this.bits = units === end ? shows.nothing : grouped ? shows.onePoint : shows.decimalPoint;
		return true;
	}

	private makeRoom(): void {
		this.guesses.makeRoom(this.when.size, this.what.size);
		if (this.shows.length >= this.who.size) return;
		const before = this.shows;
		this.shows = new Uint8Array(this.who.size * 2);
		this.shows.set(before);
	}
}

const isDigit = (byte: number): boolean => byte >= zero && byte < zero + 10;

/** Where the cell behind one begins; −1 where it is not written the plainest way. */
function behindCell(bytes: Uint8Array, start: number, separator: number, isLast: boolean): number {
	let at = start;
	let byte = bytes[at] as number;
	if (byte === quote) {
		do {
			at += 1;
			byte = bytes[at] as number;
		} while (byte !== quote && byte !== feed && byte !== back);
		if (byte !== quote) return -1;
		at += 1;
		byte = bytes[at] as number;
	} else {
		while (byte !== separator && byte !== feed && byte !== back && byte !== quote) {
			at += 1;
			byte = bytes[at] as number;
		}
	}
	return (isLast ? byte === feed || byte === back : byte === separator) ? at + 1 : -1;
}

/** The digits of an amount of up to `mostDigits` letters, as a float: they are more than a word holds. */
function digitsOf(bytes: Uint8Array, from: number): number {
	let digits = 0;
	for (let at = from; ; at += 1) {
		const digit = (bytes[at] as number) - zero;
		if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
		else if (digit !== point - zero) return digits;
	}
}
