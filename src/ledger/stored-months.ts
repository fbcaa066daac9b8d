/**
 * Amounts of single months in typed memory: what most rows of a large table say, without an object for each. Which firm and which series
 * a row is of is a number; the entries that the ledger holds of them are made when they are asked for, by the functions that add rows.
 */
import { code } from "../domain/period.ts";
import { type Exact, fromDigits, product } from "../exact/exact.ts";
import { asEntry, type Entry, type Origin } from "./entry.ts";
import type { FirmRecord, OutputKey, Series } from "./ledger.ts";
import { type EnergyKey, energySeries, outputSeries, putEntry } from "./post.ts";

/** What rows alike in all but firm, month and amount are of. */
export interface StoredKind {
	readonly of: { readonly energy: EnergyKey } | { readonly output: OutputKey };
	/** Symbol of the unit that amounts are held in, and how much of it one written unit is. */
	readonly unit: string;
	readonly factor: Exact;
	readonly from: Origin;
	/** What stands in the columns that nobody reads. */
	readonly beside: string | undefined;
}

const monthsInYear = 12;
/** The end of a chain. */
const none = -1;

/** Grows by half, so that copying is a constant share of the work. */
function grown<A extends Float64Array | Int32Array | Uint32Array | Uint8Array>(values: A, least: number): A {
	const more = new (values.constructor as new (length: number) => A)(Math.max(least, Math.ceil(values.length * 1.5)));
	more.set(values as never);
	return more;
}

/** The months of one table. Firms and kinds are numbered by whoever reads it. */
export class StoredMonths {
	readonly kinds: StoredKind[] = [];
	/** Of each firm its latest series; of each series the one before, its kind and its latest year; of each year the one before. */
	private seriesOf = new Int32Array(256);
	private seriesBefore = new Int32Array(1024);
	private seriesKind = new Int32Array(1024);
	private yearOf = new Int32Array(1024);
	private series = 0;
	private yearBefore = new Int32Array(4096);
	private yearNumber = new Int32Array(4096);
	private years = 0;
	/** Of each month the digits of its amount, how many of them stand behind the point, and its row; a row of 0 where there is none. */
	private digits = new Float64Array(4096 * monthsInYear);
	private places = new Uint8Array(4096 * monthsInYear);
	private rows = new Uint32Array(4096 * monthsInYear);
	private readonly known = new Set<number>();

	/** Gives a firm its place, with the next number. */
	firm(index: number): void {
		if (index >= this.seriesOf.length) this.seriesOf = grown(this.seriesOf, index + 1);
		this.seriesOf[index] = none;
	}

	/** The years of which there is an amount. */
	get allYears(): ReadonlySet<number> {
		return this.known;
	}

	/** Notes the amount of a month, as it is written; false, and nothing is noted, where there is one already. */
	put(firm: number, kind: number, year: number, month: number, digits: number, places: number, row: number): boolean {
		let series = this.seriesOf[firm] as number;
		while (series !== none && this.seriesKind[series] !== kind) series = this.seriesBefore[series] as number;
		if (series === none) series = this.newSeries(firm, kind);
		let own = this.yearOf[series] as number;
		while (own !== none && this.yearNumber[own] !== year) own = this.yearBefore[own] as number;
		if (own === none) own = this.newYear(series, year);
		const at = own * monthsInYear + month - 1;
		if (this.rows[at] !== 0) return false;
		this.digits[at] = digits;
		this.places[at] = places;
		this.rows[at] = row;
		return true;
	}

	/** Adds what rows say of a firm to its record, as reading them would. */
	addTo(record: FirmRecord, firm: number, adding: boolean): void {
		const all: number[] = [];
		for (let series = this.seriesOf[firm] as number; series !== none; series = this.seriesBefore[series] as number)
			all.push(series);
		for (const series of all.reverse()) {
			const kind = this.kinds[this.seriesKind[series] as number] as StoredKind;
			const years: number[] = [];
			for (let year = this.yearOf[series] as number; year !== none; year = this.yearBefore[year] as number) years.push(year);
			const { of, unit } = kind;
			const into = "energy" in of ? energySeries(record, of.energy, unit, adding) : outputSeries(record, of.output);
			for (const year of years.reverse()) this.addYear(into, kind, year, adding);
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
		return this.seriesKind[series] as number;
	}

	/** Writes the places of a series' years, the latest first, and gives how many there are. */
	yearsIn(series: number, into: Int32Array): number {
		let count = 0;
		for (let year = this.yearOf[series] as number; year !== none; year = this.yearBefore[year] as number) {
			if (count === into.length) return count;
			into[count] = year;
			count += 1;
		}
		return count;
	}

	/** Which year stands at a place. */
	yearAt(place: number): number {
		return this.yearNumber[place] as number;
	}

	/** Adds what stands at a year's place to what is known of its twelve months, from `at` on; false where a month is known already, or is nothing. */
	monthsIn(place: number, digits: Float64Array, places: Uint8Array, at: number): boolean {
		const from = place * monthsInYear;
		for (let month = 0; month < monthsInYear; month += 1) {
			if (this.rows[from + month] === 0) continue;
			const amount = this.digits[from + month] as number;
			if (amount === 0 || digits[at + month] !== 0) return false;
			digits[at + month] = amount;
			places[at + month] = this.places[from + month] as number;
		}
		return true;
	}

	private addYear({ entries }: Series, kind: StoredKind, own: number, adding: boolean): void {
		const year = this.yearNumber[own] as number;
		for (let month = 1; month <= monthsInYear; month += 1) {
			const at = own * monthsInYear + month - 1;
			if (this.rows[at] === 0) continue;
			putEntry(entries, code({ year, from: month, to: month }), this.entryAt(at, kind), adding);
		}
	}

	private entryAt(at: number, { unit, factor, from, beside }: StoredKind): Entry {
		const [digits, places, row] = [this.digits[at] as number, this.places[at] as number, this.rows[at] as number];
		const amount = product(fromDigits(digits, places), factor);
		const entry = asEntry(amount, unit, from, row, row, written(digits, places));
		return beside === undefined ? entry : { ...entry, beside };
	}

	private newSeries(firm: number, kind: number): number {
		const series = this.series;
		this.series += 1;
		if (series >= this.seriesBefore.length) {
			this.seriesBefore = grown(this.seriesBefore, series + 1);
			this.seriesKind = grown(this.seriesKind, series + 1);
			this.yearOf = grown(this.yearOf, series + 1);
		}
		this.seriesBefore[series] = this.seriesOf[firm] as number;
		this.seriesKind[series] = kind;
		this.yearOf[series] = none;
		this.seriesOf[firm] = series;
		return series;
	}

	private newYear(series: number, year: number): number {
		const own = this.years;
		this.years += 1;
		if (own >= this.yearBefore.length) {
			this.yearBefore = grown(this.yearBefore, own + 1);
			this.yearNumber = grown(this.yearNumber, own + 1);
			const months = this.yearBefore.length * monthsInYear;
			this.digits = grown(this.digits, months);
			this.places = grown(this.places, months);
			this.rows = grown(this.rows, months);
		}
		this.yearBefore[own] = this.yearOf[series] as number;
		this.yearNumber[own] = year;
		this.yearOf[series] = own;
		this.known.add(year);
		return own;
	}
}

/** The cell of a number by its digits: there is one way to write it without zeros in front. */
export function written(digits: number, places: number): string {
	if (places === 0) return String(digits);
	// Both are whole numbers that a float holds, and so is the remainder.
	const rest = digits % 10 ** places;
	return `${(digits - rest) / 10 ** places}.${String(rest).padStart(places, "0")}`;
}
