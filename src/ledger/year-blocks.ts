/**
 * Twelve months in 64 bytes, nothing lost: amounts as whole numbers of 28 bits with their places, rows by the first and how far they lie apart.
 * What does not fit so (a larger amount, rows without a rule) stands apart. Memory comes by the chunk, in a form that threads share.
 */
const monthsInYear = 12;
const chunkBits = 12;
const perChunk = 1 << chunkBits;
const inChunk = perChunk - 1;

/** A block: the one before of its series; its year, which months it has, its flags; the row of month 0; how far rows lie apart; the amounts. */
const [before, head, first, step, amounts, blockWords] = [0, 1, 2, 3, 4, 16];
const yearBits = 0xffff;
const monthBit = 1 << 16;
const allMonths = 0xfff << 16;
/** Amounts, or rows, stand apart: at the place that the first amount's word, or `step`, names. */
const [amountsApart, rowsApart] = [1 << 28, 1 << 29];

const placeBits = 4;
/** The largest amount and the most places that a word takes. */
const [mostPacked, mostPlaces] = [(1 << 28) - 1, (1 << placeBits) - 1];
/** Rows and differences below are kept as words of their own sign; the largest row that is kept at all. */
const [mostSmall, mostRow] = [2 ** 30, 2 ** 32 - 1];

/** Years by their place; plain data, which threads share. */
export interface YearMemory {
	readonly words: readonly Int32Array[];
	readonly amounts: readonly Float64Array[];
	readonly places: readonly Uint8Array[];
	readonly rows: readonly Uint32Array[];
	readonly size: number;
	readonly apart: { readonly amounts: number; readonly rows: number };
}

export class YearBlocks {
	private readonly words: Int32Array[];
	private readonly amounts: Float64Array[];
	private readonly places: Uint8Array[];
	private readonly rows: Uint32Array[];
	private size: number;
	private readonly apart: { amounts: number; rows: number };

	constructor(from?: YearMemory) {
		this.words = [...(from?.words ?? [])];
		this.amounts = [...(from?.amounts ?? [])];
		this.places = [...(from?.places ?? [])];
		this.rows = [...(from?.rows ?? [])];
		this.size = from?.size ?? 0;
		this.apart = { ...(from?.apart ?? { amounts: 0, rows: 0 }) };
	}

	/** What another thread makes the same of: it shares the memory. */
	get memory(): YearMemory {
		const { words, amounts: own, places, rows, size, apart } = this;
		return { words, amounts: own, places, rows, size, apart };
	}

	/** A year without months, behind another of its series; its place. */
	add(year: number, behind: number): number {
		const place = this.size;
		this.size += 1;
		if ((place & inChunk) === 0) this.words.push(new Int32Array(new SharedArrayBuffer(perChunk * blockWords * 4)));
		const words = this.wordsOf(place);
		const at = (place & inChunk) * blockWords;
		words[at + before] = behind;
		words[at + head] = year;
		return place;
	}

	yearAt(place: number): number {
		return (this.wordsOf(place)[(place & inChunk) * blockWords + head] as number) & yearBits;
	}

	beforeAt(place: number): number {
		return this.wordsOf(place)[(place & inChunk) * blockWords + before] as number;
	}

	/** Months from 0. */
	has(place: number, month: number): boolean {
		return ((this.wordsOf(place)[(place & inChunk) * blockWords + head] as number) & (monthBit << month)) !== 0;
	}

	digitsAt(place: number, month: number): number {
		const words = this.wordsOf(place);
		const at = (place & inChunk) * blockWords;
		if (((words[at + head] as number) & amountsApart) === 0) return (words[at + amounts + month] as number) >>> placeBits;
		const own = words[at + amounts] as number;
		return (this.amounts[own >> chunkBits] as Float64Array)[(own & inChunk) * monthsInYear + month] as number;
	}

	placesAt(place: number, month: number): number {
		const words = this.wordsOf(place);
		const at = (place & inChunk) * blockWords;
		if (((words[at + head] as number) & amountsApart) === 0) return (words[at + amounts + month] as number) & mostPlaces;
		const own = words[at + amounts] as number;
		return (this.places[own >> chunkBits] as Uint8Array)[(own & inChunk) * monthsInYear + month] as number;
	}

	/** Writes digits and places of each month that there is, from `at` on, and gives which those are, as bits. */
	printedAt(place: number, digits: Float64Array, places: Uint8Array, at: number): number {
		const words = this.wordsOf(place);
		const own = (place & inChunk) * blockWords;
		const flags = words[own + head] as number;
		const mask = (flags & allMonths) >> 16;
		if ((flags & (allMonths | amountsApart)) === allMonths) {
			// Nearly all years are so.
			for (let month = 0; month < monthsInYear; month += 1) {
				const word = words[own + amounts + month] as number;
				digits[at + month] = word >>> placeBits;
				places[at + month] = word & mostPlaces;
			}
			return mask;
		}
		for (let month = 0; month < monthsInYear; month += 1) {
			if ((mask & (1 << month)) === 0) continue;
			digits[at + month] = this.digitsAt(place, month);
			places[at + month] = this.placesAt(place, month);
		}
		return mask;
	}

	/** Writes digits and places of a year that has all of its months, none of them apart; false, and nothing is written, where it has not. */
	wholeInto(place: number, digits: Float64Array, places: Uint8Array, at: number): boolean {
		const words = this.wordsOf(place);
		const own = (place & inChunk) * blockWords;
		if (((words[own + head] as number) & (allMonths | amountsApart)) !== allMonths) return false;
		for (let month = 0; month < monthsInYear; month += 1) {
			const packed = words[own + amounts + month] as number;
			digits[at + month] = packed >>> placeBits;
			places[at + month] = packed & mostPlaces;
		}
		return true;
	}

	rowAt(place: number, month: number): number {
		const words = this.wordsOf(place);
		const at = (place & inChunk) * blockWords;
		const own = words[at + step] as number;
		if (((words[at + head] as number) & rowsApart) === 0) return (words[at + first] as number) + own * month;
		return (this.rows[own >> chunkBits] as Uint32Array)[(own & inChunk) * monthsInYear + month] as number;
	}

	/** Notes a month: an amount below 1e15 with fewer than 16 places, and its row; false where there is one, or the row is beyond what is kept. */
	put(place: number, month: number, digits: number, places: number, row: number): boolean {
		const words = this.words[place >> chunkBits] as Int32Array;
		const at = (place & inChunk) * blockWords;
		const flags = words[at + head] as number;
		const bit = monthBit << month;
		if ((flags & bit) !== 0) return false;
		if (
			((flags & rowsApart) !== 0 || (words[at + first] as number) + (words[at + step] as number) * month !== row) &&
			!this.putRow(words, at, month, row)
		)
			return false;
		if (digits <= mostPacked && (flags & amountsApart) === 0) words[at + amounts + month] = (digits << placeBits) | places;
		else this.putAmount(words, at, month, digits, places);
		words[at + head] = (words[at + head] as number) | bit;
		return true;
	}

	private wordsOf(place: number): Int32Array {
		return this.words[place >> chunkBits] as Int32Array;
	}

	/** A row that is not where the others of its year let expect it. */
	private putRow(words: Int32Array, at: number, month: number, row: number): boolean {
		if (row > mostRow) return false;
		const flags = words[at + head] as number;
		if ((flags & rowsApart) === 0) {
			const months = (flags & allMonths) >> 16;
			if (months === 0 && row < mostSmall) {
				words[at + first] = row;
				return true;
			}
			// Of two months any distance is a rule, if it is a whole one.
			const only = 31 - Math.clz32(months);
			const own = words[at + first] as number;
			const apart = (row - own) / (month - only);
			const start = own - apart * only;
			if (months === 1 << only && Number.isInteger(apart) && Math.abs(apart) < mostSmall && Math.abs(start) < mostSmall) {
				words[at + step] = apart;
				words[at + first] = start;
				return true;
			}
			this.moveRows(words, at, months);
		}
		const own = words[at + step] as number;
		(this.rows[own >> chunkBits] as Uint32Array)[(own & inChunk) * monthsInYear + month] = row;
		return true;
	}

	private moveRows(words: Int32Array, at: number, months: number): void {
		const own = this.apart.rows;
		this.apart.rows += 1;
		if ((own & inChunk) === 0) this.rows.push(new Uint32Array(new SharedArrayBuffer(perChunk * monthsInYear * 4)));
		const rows = this.rows[own >> chunkBits] as Uint32Array;
		for (let month = 0; month < monthsInYear; month += 1)
			if ((months & (1 << month)) !== 0)
				rows[(own & inChunk) * monthsInYear + month] = (words[at + first] as number) + (words[at + step] as number) * month;
		words[at + step] = own;
		words[at + head] = (words[at + head] as number) | rowsApart;
	}

	private putAmount(words: Int32Array, at: number, month: number, digits: number, places: number): void {
		if (((words[at + head] as number) & amountsApart) === 0) this.moveAmounts(words, at);
		const own = words[at + amounts] as number;
		const to = (own & inChunk) * monthsInYear + month;
		(this.amounts[own >> chunkBits] as Float64Array)[to] = digits;
		(this.places[own >> chunkBits] as Uint8Array)[to] = places;
	}

	private moveAmounts(words: Int32Array, at: number): void {
		const own = this.apart.amounts;
		this.apart.amounts += 1;
		if ((own & inChunk) === 0) {
			this.amounts.push(new Float64Array(new SharedArrayBuffer(perChunk * monthsInYear * 8)));
			this.places.push(new Uint8Array(new SharedArrayBuffer(perChunk * monthsInYear)));
		}
		const [digits, places] = [this.amounts[own >> chunkBits] as Float64Array, this.places[own >> chunkBits] as Uint8Array];
		for (let month = 0; month < monthsInYear; month += 1) {
			const packed = words[at + amounts + month] as number;
			digits[(own & inChunk) * monthsInYear + month] = packed >>> placeBits;
			places[(own & inChunk) * monthsInYear + month] = packed & mostPlaces;
		}
		words[at + amounts] = own;
		words[at + head] = (words[at + head] as number) | amountsApart;
	}
}
