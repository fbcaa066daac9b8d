/**
 * Rows of totals of firms that are kept as numbers: read straight from typed memory, into memory that is used again for the next firm. They are the rows
 * that the firm's record would come to; where numbers alone do not tell which those are, the record has to be made.
 */
import { byCodeUnit } from "../../domain/order.ts";
import { type FirmShelf, isStored, type StoredFirm } from "../firm-shelf.ts";
import { emptyRecord } from "../ledger.ts";
import { energySeries, outputSeries } from "../post.ts";
import type { StoredKind, StoredMonths } from "../stored-months.ts";
import type { TotalRow } from "./cells.ts";
import { energyCells, outputCells, unitCells } from "./series-cells.ts";

const monthsInYear = 12;
/** More than a firm has that is like others: those beyond are left to records. */
const [mostSeries, mostYears, mostRows] = [256, 64, 1024];
const largest = Number.MAX_SAFE_INTEGER;
const tens = Array.from({ length: 16 }, (_, power) => 10 ** power);
/** Below it numbers are counted in registers. */
const small = 2 ** 30;

/** What rows have in common that differ in nothing but firm, year and amounts. */
interface Lead {
	/** Their cells but for those. */
	readonly cells: TotalRow;
	/** Of the series, and of its unit: what rows are sorted by, before the year and behind it. */
	readonly series: string;
	readonly unit: string;
	/** What is said of the series alone. */
	readonly said: string;
}

export class StoredRows {
	/** What rows are of, by number. */
	readonly leads: readonly TotalRow[];
	/** The firm that was read last: how many rows it has, and of each which lead and year, its months as bits, the digits and decimals of each month, and of their sum. */
	count = 0;
	readonly leadOf: Int32Array = new Int32Array(mostRows);
	readonly yearOf: Int32Array = new Int32Array(mostRows);
	readonly maskOf: Int32Array = new Int32Array(mostRows);
	readonly digits: Float64Array = new Float64Array(mostRows * monthsInYear);
	readonly places: Uint8Array = new Uint8Array(mostRows * monthsInYear);
	readonly sumDigits: Float64Array = new Float64Array(mostRows);
	readonly sumPlaces: Uint8Array = new Uint8Array(mostRows);
	/** Of each kind of each table its lead. */
	private readonly leadsIn: ReadonlyMap<StoredMonths, Int32Array>;
	/** Of each lead the number of its series in order, that of what is said of this, and that of its unit in order. */
	private readonly seriesOf: readonly number[];
	private readonly saidOf: readonly number[];
	private readonly unitOf: readonly number[];
	private readonly units: number;
	private readonly series = new Int32Array(mostSeries);
	private readonly years = new Int32Array(mostYears);
	/** What was found of the firm, before it is in order. */
	private found = 0;
	private readonly foundKey = new Float64Array(mostRows);
	private readonly foundLead = new Int32Array(mostRows);
	private readonly foundYear = new Int32Array(mostRows);
	private readonly foundPlace = new Int32Array(mostRows);
	private readonly foundTable = new Int32Array(mostRows);
	private readonly order = new Int32Array(mostRows);
	private readonly taken = new Float64Array(monthsInYear);
	private readonly takenPlaces = new Uint8Array(monthsInYear);

	constructor(shelf: FirmShelf, adding: boolean) {
		const byText = new Map<string, number>();
		const leads: Lead[] = [];
		this.leadsIn = new Map(
			[...tablesOf(shelf)].map((months) => [
				months,
				Int32Array.from(months.kinds, (kind) => {
					const lead = leadOf(kind, adding);
					const text = [lead.series, lead.unit, lead.said].join("\n");
					const there = byText.get(text) ?? leads.push(lead) - 1;
					byText.set(text, there);
					return there;
				}),
			]),
		);
		this.leads = leads.map(({ cells }) => cells);
		this.seriesOf = ranked(leads.map(({ series }) => series));
		this.saidOf = ranked(leads.map(({ said }) => said));
		this.unitOf = ranked(leads.map(({ unit }) => unit));
		this.units = Math.max(0, ...this.unitOf) + 1;
	}

	/** Reads a firm; false where its record has to be asked: amounts of one month meet in it, or are more than numbers hold. */
	read(stored: readonly StoredFirm[]): boolean {
		if (!this.isApart(stored)) return this.readTogether(stored);
		const [{ months }] = stored as [StoredFirm];
		this.count = 0;
		for (let at = 0; at < this.found; at += 1)
			if (!this.readSeries(months, this.order[at] as number)) return this.readTogether(stored);
		return true;
	}

	/** Whether no two rows of a firm can say one thing; false where that is still to be asked. */
	saysNothingTwice(stored: readonly StoredFirm[]): boolean {
		return this.isApart(stored) || this.readTogether(stored);
	}

	/** Puts a firm's series in order, as `found`; false where one of them stands in two tables, or is written in two ways. */
	private isApart(stored: readonly StoredFirm[]): boolean {
		const [only, ...others] = stored;
		if (only === undefined || others.length > 0) return false;
		const { months, index } = only;
		const { order, seriesOf } = this;
		const leads = this.leadsIn.get(months) as Int32Array;
		const count = months.seriesIn(index, this.series);
		if (count === mostSeries) return false;
		this.found = count;
		for (let next = 0; next < count; next += 1) {
			const series = this.series[next] as number;
			const lead = leads[months.kindIn(series)] as number;
			const rank = seriesOf[lead] as number;
			let at = next;
			for (; at > 0; at -= 1) {
				const before = seriesOf[this.foundLead[order[at - 1] as number] as number] as number;
				if (before === rank) return false;
				if (before < rank) break;
				order[at] = order[at - 1] as number;
			}
			order[at] = next;
			this.foundLead[next] = lead;
		}
		return true;
	}

	/** The rows of a series that stands alone; false where its years do not follow each other, or a sum is more than a float holds. */
	private readSeries(months: StoredMonths, found: number): boolean {
		const lead = this.foundLead[found] as number;
		const years = months.yearsIn(this.series[found] as number, this.years);
		if (years === mostYears || this.count + years > mostRows) return false;
		let last = 0;
		// The latest comes first.
		for (let own = years - 1; own >= 0; own -= 1) {
			const place = this.years[own] as number;
			const year = months.yearAt(place);
			if (year <= last) return false;
			last = year;
			const row = this.count;
			const mask = months.printedIn(place, this.digits, this.places, row * monthsInYear);
			if (mask === 0) continue;
			this.open(lead, year);
			this.maskOf[row] = mask;
			if (!this.addUp(row)) return false;
		}
		return true;
	}

	/** Reads a firm of which series stand in several tables, or in several ways. */
	private readTogether(stored: readonly StoredFirm[]): boolean {
		this.count = 0;
		if (!this.find(stored)) return false;
		this.sort();
		for (let at = 0; at < this.found; at += 1) if (!this.add(stored, this.order[at] as number)) return false;
		for (let row = 0; row < this.count; row += 1) if (!this.addUp(row)) return false;
		return true;
	}

	/** Which years of which series there are, table by table. */
	private find(stored: readonly StoredFirm[]): boolean {
		this.found = 0;
		for (let table = 0; table < stored.length; table += 1) {
			const { months, index } = stored[table] as StoredFirm;
			const leads = this.leadsIn.get(months) as Int32Array;
			const count = months.seriesIn(index, this.series);
			if (count === mostSeries) return false;
			// The latest comes first.
			for (let at = count - 1; at >= 0; at -= 1) {
				const series = this.series[at] as number;
				const lead = leads[months.kindIn(series)] as number;
				const years = months.yearsIn(series, this.years);
				if (years === mostYears || this.found + years > mostRows) return false;
				for (let own = years - 1; own >= 0; own -= 1) {
					const place = this.years[own] as number;
					const { found } = this;
					const year = months.yearAt(place);
					this.foundKey[found] = ((this.seriesOf[lead] as number) * 10_000 + year) * this.units + (this.unitOf[lead] as number);
					this.foundLead[found] = lead;
					this.foundYear[found] = year;
					this.foundPlace[found] = place;
					this.foundTable[found] = table;
					this.found += 1;
				}
			}
		}
		return true;
	}

	/** By series, year and unit. Nearly in order as they come, so each is moved up to its place. */
	private sort(): void {
		const { order, foundKey } = this;
		for (let next = 0; next < this.found; next += 1) {
			const key = foundKey[next] as number;
			let at = next;
			for (; at > 0 && (foundKey[order[at - 1] as number] as number) > key; at -= 1) order[at] = order[at - 1] as number;
			order[at] = next;
		}
	}

	/** Adds what was found to the row it is of; false where a month stands there already, or elsewhere in the same year of the same series. */
	private add(stored: readonly StoredFirm[], found: number): boolean {
		const { months } = stored[this.foundTable[found] as number] as StoredFirm;
		const [lead, year] = [this.foundLead[found] as number, this.foundYear[found] as number];
		const mask = months.printedIn(this.foundPlace[found] as number, this.taken, this.takenPlaces, 0);
		if (mask === 0) return true;
		const last = this.count - 1;
		// A measured value may be written in two ways: which of them is told of the series is for the record to say.
		if (last >= 0 && this.isOf(last, lead) && this.saidOf[this.leadOf[last] as number] !== this.saidOf[lead]) return false;
		for (let row = last; row >= 0 && this.yearOf[row] === year && this.isOf(row, lead); row -= 1)
			if (((this.maskOf[row] as number) & mask) !== 0) return false;
		const row = last >= 0 && this.yearOf[last] === year && this.leadOf[last] === lead ? last : this.open(lead, year);
		this.maskOf[row] = (this.maskOf[row] as number) | mask;
		for (let month = 0; month < monthsInYear; month += 1) {
			if ((mask & (1 << month)) === 0) continue;
			this.digits[row * monthsInYear + month] = this.taken[month] as number;
			this.places[row * monthsInYear + month] = this.takenPlaces[month] as number;
		}
		return true;
	}

	private open(lead: number, year: number): number {
		const row = this.count;
		this.count += 1;
		this.leadOf[row] = lead;
		this.yearOf[row] = year;
		this.maskOf[row] = 0;
		return row;
	}

	/** Whether a row is of the series of a lead. */
	private isOf(row: number, lead: number): boolean {
		return this.seriesOf[this.leadOf[row] as number] === this.seriesOf[lead];
	}

	/** The sum of a row's months, without zeros behind the point; false where a float does not hold it. */
	private addUp(row: number): boolean {
		const [mask, from] = [this.maskOf[row] as number, row * monthsInYear];
		let [most, all, common] = [0, 0, ~0];
		let digits = 0;
		for (let month = 0; month < monthsInYear; month += 1) {
			if ((mask & (1 << month)) === 0) continue;
			const places = this.places[from + month] as number;
			if (places > most) most = places;
			all |= places;
			common &= places;
			digits += this.digits[from + month] as number;
		}
		// As bits they differ unless all of them are one number.
		if (all !== common) digits = this.scaled(mask, from, most);
		// What does not fit rounds to 2^53 or more, never to what fits.
		if (!(digits <= largest)) return false;
		this.put(row, digits, most);
		return true;
	}

	/** The digits of a row's months together, with so many places. */
	private scaled(mask: number, from: number, places: number): number {
		let digits = 0;
		for (let month = 0; month < monthsInYear; month += 1)
			if ((mask & (1 << month)) !== 0)
				digits += (this.digits[from + month] as number) * (tens[places - (this.places[from + month] as number)] as number);
		return digits;
	}

	/** Puts a sum so that it does not end in zeros behind the point. */
	private put(row: number, digits: number, places: number): void {
		let left = places;
		if (digits < small) {
			let whole = digits | 0;
			for (; left > 0 && whole % 10 === 0; left -= 1) whole = (whole / 10) | 0;
			this.sumDigits[row] = whole;
		} else {
			let whole = digits;
			for (; left > 0 && whole % 10 === 0; left -= 1) whole /= 10;
			this.sumDigits[row] = whole;
		}
		this.sumPlaces[row] = left;
	}
}

function tablesOf(shelf: FirmShelf): Set<StoredMonths> {
	const tables = new Set<StoredMonths>();
	for (const slot of shelf.kept().values()) if (isStored(slot)) for (const { months } of slot) tables.add(months);
	return tables;
}

/** By the functions that make the record, so that both say the same. */
function leadOf({ of, unit: held, from }: StoredKind, adding: boolean): Lead {
	const record = emptyRecord("");
	if ("energy" in of) energySeries(record, of.energy, held, adding);
	else outputSeries(record, of.output);
	const own = unitCells({ unit: held, from });
	const unit = [own.unit, own.held, own.per_unit, own.marks].join("\u001f");
	for (const [name, series] of record.energy) {
		const cells = { entry: "energy", ...energyCells(series) };
		return { cells: { ...cells, ...own }, series: `0${name}`, unit, said: JSON.stringify(cells) };
	}
	for (const [name, series] of record.output) {
		const cells = { entry: "output", ...outputCells(series) };
		return { cells: { ...cells, ...own }, series: `1${name}`, unit, said: JSON.stringify(cells) };
	}
	throw new Error("a kind is of energy or of output");
}

/** The place of each text among them all, in order; equal texts have one. */
function ranked(texts: readonly string[]): number[] {
	const places = new Map([...new Set(texts)].sort(byCodeUnit).map((text, place) => [text, place]));
	return texts.map((text) => places.get(text) as number);
}
