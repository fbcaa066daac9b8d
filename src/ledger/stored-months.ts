/**
 * Amounts of single months in typed memory: what most rows of a large table say, without an object for each. Which firm and which series
 * a row is of is a number; the entries that the ledger holds of them are made when they are asked for, by the functions that add rows.
 */
import { type Exact, productOfDigits } from "../exact/exact.ts";
import { asEntry, type Entry, type Origin } from "./entry.ts";
import type { FirmRecord, OutputKey, Series } from "./ledger.ts";
import { type EnergyKey, energySeries, outputSeries, putEntry } from "./post.ts";
import { YearBlocks, type YearMemory } from "./year-blocks.ts";

/** What rows alike in all but firm, month and amount are of. */
export interface StoredKind {
	readonly of: { readonly energy: EnergyKey } | { readonly output: OutputKey };
	/** Symbol of the unit that amounts are held in, and how much of it one written unit is. */
	readonly unit: string;
	readonly factor: Exact;
	readonly from: Origin;
	/** Where the months stand in columns of their own: each, `from` first. */
	readonly byMonth?: readonly Origin[];
	/** What stands in the columns that nobody reads. */
	readonly beside: string | undefined;
}

const monthsInYear = 12;
/** The end of a chain. */
const none = -1;

/** Grows by half, so that copying is a constant share of the work; threads share it. */
function grown(values: Int32Array, least: number): Int32Array {
	const more = new Int32Array(new SharedArrayBuffer(Math.max(least, Math.ceil(values.length * 1.5)) * 4));
	more.set(values);
	return more;
}

/** Months in memory that threads share. */
export interface StoredMemory {
	readonly firmOf: Int32Array;
	readonly kindOf: Int32Array;
	readonly follows: Int32Array;
	readonly seriesOf: Int32Array;
	readonly seriesBefore: Int32Array;
	readonly yearOf: Int32Array;
	readonly series: number;
	readonly years: YearMemory;
	readonly known: readonly number[];
}

/** The months of one table, or of a stretch of it. Firms and kinds are numbered by whoever reads it, series by the order in which they come. */
export class StoredMonths {
	readonly kinds: StoredKind[] = [];
	/** Of each series its firm and its kind, and which series came behind it last; −1 where none did. */
	firmOf: Int32Array = new Int32Array(0);
	kindOf: Int32Array = new Int32Array(0);
	follows: Int32Array = new Int32Array(0);
	/** Of each firm its latest series; of each series the one before, and its latest year. */
	private seriesOf: Int32Array = new Int32Array(0);
	private seriesBefore: Int32Array = new Int32Array(0);
	private yearOf: Int32Array = new Int32Array(0);
	private series = 0;
	private readonly years: YearBlocks;
	private readonly known: Set<number>;
	/** Rows above the first one that is counted here. */
	readonly above: number;

	/** With `memory`, what another thread read: its kinds are to be added, and its rows stand below so many others. */
	constructor(memory?: StoredMemory, above = 0) {
		this.years = new YearBlocks(memory?.years);
		this.known = new Set(memory?.known);
		this.above = above;
		if (memory === undefined) return;
		const { firmOf, kindOf, follows, seriesOf, seriesBefore, yearOf, series } = memory;
		Object.assign(this, { firmOf, kindOf, follows, seriesOf, seriesBefore, yearOf, series });
	}

	/** All but the kinds, as plain data; threads share its memory. */
	get memory(): StoredMemory {
		const { firmOf, kindOf, follows, seriesOf, seriesBefore, yearOf, series, known } = this;
		return { firmOf, kindOf, follows, seriesOf, seriesBefore, yearOf, series, years: this.years.memory, known: [...known] };
	}

	/** Gives a firm its place, with the next number. */
	firm(index: number): void {
		if (index >= this.seriesOf.length) this.seriesOf = grown(this.seriesOf, Math.max(256, index + 1));
		this.seriesOf[index] = none;
	}

	/** The years of which there is an amount. */
	get allYears(): ReadonlySet<number> {
		return this.known;
	}

	/** Notes the amount of a month, as it is written; false, and nothing is noted, where there is one already. */
	put(firm: number, kind: number, year: number, month: number, digits: number, places: number, row: number): boolean {
		return this.putIn(this.seriesAt(firm, kind), year, month, digits, places, row);
	}

	/** The number of a firm's series of a kind. */
	seriesAt(firm: number, kind: number): number {
		let series = this.seriesOf[firm] as number;
		while (series !== none && this.kindOf[series] !== kind) series = this.seriesBefore[series] as number;
		return series === none ? this.newSeries(firm, kind) : series;
	}

	/** `put` in a series by its number. */
	putIn(series: number, year: number, month: number, digits: number, places: number, row: number): boolean {
		const latest = this.yearOf[series] as number;
		const own = latest !== none && this.years.yearAt(latest) === year ? latest : this.yearIn(series, year);
		return this.years.put(own, month - 1, digits, places, row);
	}

	/** Adds what rows say of a firm to its record, as reading them would. */
	addTo(record: FirmRecord, firm: number, adding: boolean): void {
		const all: number[] = [];
		for (let series = this.seriesOf[firm] as number; series !== none; series = this.seriesBefore[series] as number)
			all.push(series);
		for (const series of all.reverse()) {
			const kind = this.kinds[this.kindOf[series] as number] as StoredKind;
			const years: number[] = [];
			for (let year = this.yearOf[series] as number; year !== none; year = this.years.beforeAt(year)) years.push(year);
			const { of, unit } = kind;
			const into = "energy" in of ? energySeries(record, of.energy, unit, adding) : outputSeries(record, of.output);
			// Nothing stands beside months that are all of one series: each is there once.
			const alone = into.entries.size === 0;
			for (const year of years.reverse()) this.addYear(into, kind, year, alone ? undefined : adding);
		}
	}

	/** Writes the numbers of a firm's series, the latest first, and gives how many there are; as many as there is room for. */
	seriesIn(firm: number, into: Int32Array): number {
		let count = 0;
		for (let series = this.seriesOf[firm] as number; series !== none; series = this.seriesBefore[series] as number) {
			if (count === into.length) return count;
			into[count] = series;
			count += 1;
		}
		return count;
	}

	/** The number of a series' kind. */
	kindIn(series: number): number {
		return this.kindOf[series] as number;
	}

	/** Writes the places of a series' years, the latest first, and gives how many there are. */
	yearsIn(series: number, into: Int32Array): number {
		let count = 0;
		for (let year = this.yearOf[series] as number; year !== none; year = this.years.beforeAt(year)) {
			if (count === into.length) return count;
			into[count] = year;
			count += 1;
		}
		return count;
	}

	/** Which year stands at a place. */
	yearAt(place: number): number {
		return this.years.yearAt(place);
	}

	/** Adds what stands at a year's place to what is known of its twelve months, from `at` on; false where a month is known already, or is nothing. */
	monthsIn(place: number, digits: Float64Array, places: Uint8Array, at: number): boolean {
		const { years } = this;
		let isFirst = true;
		for (let month = at; month < at + monthsInYear; month += 1) if (digits[month] !== 0) isFirst = false;
		if (isFirst && years.wholeInto(place, digits, places, at)) {
			for (let month = at; month < at + monthsInYear; month += 1) if (digits[month] === 0) return false;
			return true;
		}
		for (let month = 0; month < monthsInYear; month += 1) {
			if (!years.has(place, month)) continue;
			const amount = years.digitsAt(place, month);
			if (amount === 0 || digits[at + month] !== 0) return false;
			digits[at + month] = amount;
			places[at + month] = years.placesAt(place, month);
		}
		return true;
	}

	/** Writes what stands at a year's place, digits and places of each month, from `at` on, and gives which months those are, as bits. */
	printedIn(place: number, digits: Float64Array, places: Uint8Array, at: number): number {
		return this.years.printedAt(place, digits, places, at);
	}

	/** `adding`: how entries of one period are merged; undefined where there is nothing to merge with. */
	private addYear({ entries }: Series, kind: StoredKind, own: number, adding: boolean | undefined): void {
		const { years } = this;
		// The code of a month: its year, and itself twice.
		const first = years.yearAt(own) * 10000 + 101;
		for (let month = 0; month < monthsInYear; month += 1) {
			if (!years.has(own, month)) continue;
			const entry = this.entryAt(own, month, kind);
			if (adding === undefined) entries.set(first + month * 101, entry);
			else putEntry(entries, first + month * 101, entry, adding);
		}
	}

	private entryAt(own: number, month: number, { unit, factor, from, byMonth, beside }: StoredKind): Entry {
		const digits = this.years.digitsAt(own, month);
		const places = this.years.placesAt(own, month);
		const row = this.above + this.years.rowAt(own, month);
		const amount = productOfDigits(digits, places, factor);
		const entry = asEntry(amount, unit, byMonth?.[month] ?? from, row, row, written(digits, places));
		return beside === undefined ? entry : { ...entry, beside };
	}

	private newSeries(firm: number, kind: number): number {
		const series = this.series;
		this.series += 1;
		if (series >= this.firmOf.length) {
			const least = Math.max(1024, series + 1);
			this.firmOf = grown(this.firmOf, least);
			this.kindOf = grown(this.kindOf, least);
			this.follows = grown(this.follows, least);
			this.seriesBefore = grown(this.seriesBefore, least);
			this.yearOf = grown(this.yearOf, least);
		}
		this.firmOf[series] = firm;
		this.kindOf[series] = kind;
		this.follows[series] = none;
		this.seriesBefore[series] = this.seriesOf[firm] as number;
		this.yearOf[series] = none;
		this.seriesOf[firm] = series;
		return series;
	}

	/** The place of a year that is not a series' latest. */
	private yearIn(series: number, year: number): number {
		const latest = this.yearOf[series] as number;
		for (let own = latest; own !== none; own = this.years.beforeAt(own)) if (this.years.yearAt(own) === year) return own;
		const own = this.years.add(year, latest);
		this.yearOf[series] = own;
		this.known.add(year);
		return own;
	}
}

/** The cell of a number by its digits: there is one way to write it without zeros in front. */
export function written(digits: number, places: number): string {
	if (places === 0) return String(digits);
	const unit = 10 ** places;
	// Both are whole numbers that a float holds, and so is the remainder.
	const rest = digits % unit;
	return `${(digits - rest) / unit}${places <= mostKept ? keptTail(rest, places) : tail(rest, places)}`;
}

function tail(rest: number, places: number): string {
	return `.${String(rest).padStart(places, "0")}`;
}

/** Nearly all amounts have one of few tails: each is made once. */
const tails: (string | undefined)[][] = [];
const mostKept = 3;

function keptTail(rest: number, places: number): string {
	tails[places] ??= [];
	const some = tails[places];
	some[rest] ??= tail(rest, places);
	return some[rest];
}
