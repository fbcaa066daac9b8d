/**
 * Rows of a large table of totals as numbers in typed memory: those whose months are nothing but plain amounts. It tells nothing and decides nothing: a row of
 * which anything is not so plain is left to whoever reads all rows, and so are all further rows of a firm that has a record.
 */
import { type FirmShelf, isStored, type StoredFirm, saidOf } from "../../ledger/firm-shelf.ts";
import type { FirmRecord } from "../../ledger/ledger.ts";
import { StoredMonths } from "../../ledger/stored-months.ts";
import { monthColumn, monthColumns, type TotalRow, unsealed } from "../../ledger/total/cells.ts";
import type { KindReader } from "./amounts.ts";
import { takeWho } from "./who.ts";

/** More years than a series has; more digits than a float holds. */
const [mostYears, mostDigits] = [64, 15];
const largest = Number.MAX_SAFE_INTEGER;
const tens = Array.from({ length: 16 }, (_, power) => 10 ** power);
const [zero, point] = [48, 46];
const none = -1;

export class KeptTotals {
	private readonly shelf: FirmShelf;
	private readonly file: string;
	private readonly kindOf: KindReader;
	private readonly months = new StoredMonths();
	private firms = 0;
	/** Of each text of what rows are of its kind; none for those that are left. */
	private readonly kinds = new Map<string, number>();
	private readonly years = new Int32Array(mostYears);
	/** The number that was read last. */
	private digits = 0;
	private places = 0;
	private readonly amounts = new Float64Array(monthColumns.length);
	private readonly amountPlaces = new Uint8Array(monthColumns.length);

	constructor(shelf: FirmShelf, file: string, kindOf: KindReader) {
		this.shelf = shelf;
		this.file = file;
		this.kindOf = kindOf;
	}

	/** Who a firm is; false where it has a record. Throws `Damaged`. */
	takeWho(of: TotalRow, at: Parameters<typeof takeWho>[2]): boolean {
		const firm = unsealed(of.firm ?? "");
		const stored = this.storedOf(firm);
		if (stored === undefined) return false;
		const head = this.shelf.get(firm) as FirmRecord;
		takeWho(of, head, at);
		this.shelf.keep(firm, [{ ...stored, byCreditCode: head.byCreditCode, said: saidOf(head) }]);
		return true;
	}

	/** Takes a row's amounts, all or none: false where they are left. Throws `Damaged`. */
	takeAmounts(of: TotalRow, row: number, line: number): boolean {
		if (row !== line || (of.basis ?? "") !== "" || (of.spans ?? "") !== "" || !/^\d{4}$/.test(of.year ?? "")) return false;
		const mask = this.read(of);
		if (mask === 0 || !this.addsUp(mask, of.sum ?? "")) return false;
		const kind = this.kindNumber(of);
		if (kind === none) return false;
		const stored = this.storedOf(unsealed(of.firm ?? ""));
		if (stored === undefined) return false;
		const { months } = this;
		const [series, year] = [months.seriesAt(stored.index, kind), Number(of.year)];
		const known = months.yearsIn(series, this.years);
		if (known === mostYears) return false;
		for (let own = 0; own < known; own += 1) if (months.yearAt(this.years[own] as number) === year) return false;
		for (let month = 0; month < monthColumns.length; month += 1)
			if ((mask & (1 << month)) !== 0)
				months.putIn(series, year, month + 1, this.amounts[month] as number, this.amountPlaces[month] as number, row);
		return true;
	}

	/** What there is of a firm here; undefined where that is a record. */
	private storedOf(firm: string): StoredFirm | undefined {
		const slot = this.shelf.slot(firm);
		if (slot !== undefined) return isStored(slot) ? slot[0] : undefined;
		const index = this.firms;
		this.firms += 1;
		this.months.firm(index);
		const stored: StoredFirm = { months: this.months, index, file: this.file, byCreditCode: false, said: [] };
		this.shelf.keep(firm, [stored]);
		return stored;
	}

	private kindNumber(of: TotalRow): number {
		const text = textOf(of);
		let number = this.kinds.get(text);
		if (number === undefined) {
			const kind = this.kindOf(of);
			number = kind === undefined ? none : this.months.kinds.push(kind) - 1;
			this.kinds.set(text, number);
		}
		return number;
	}

	/** The amounts of a row's months, and which there are, as bits; 0 where one is written otherwise than by its digits alone. */
	private read(of: TotalRow): number {
		let mask = 0;
		for (let month = 0; month < monthColumns.length; month += 1) {
			const text = of[monthColumn(month + 1)] ?? "";
			if (text === "") continue;
			if (!this.number(text)) return 0;
			mask |= 1 << month;
			this.amounts[month] = this.digits;
			this.amountPlaces[month] = this.places;
		}
		return mask;
	}

	/** Whether a text is a number of at most fifteen letters, without zeros in front. */
	private number(text: string): boolean {
		const { length } = text;
		if (length === 0 || length > mostDigits) return false;
		if (length > 1 && text.charCodeAt(0) === zero && text.charCodeAt(1) !== point) return false;
		let digits = 0;
		let places = -1;
		for (let at = 0; at < length; at += 1) {
			const digit = text.charCodeAt(at) - zero;
			if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
			else if (digit === point - zero && places < 0 && at > 0 && at < length - 1) places = length - 1 - at;
			else return false;
		}
		this.digits = digits;
		this.places = places < 0 ? 0 : places;
		return true;
	}

	/** Whether the row's months make the sum that it says, as far as floats hold both. */
	private addsUp(mask: number, said: string): boolean {
		if (!this.number(said)) return false;
		let places = this.places;
		for (let month = 0; month < monthColumns.length; month += 1)
			if ((mask & (1 << month)) !== 0) places = Math.max(places, this.amountPlaces[month] as number);
		let total = 0;
		for (let month = 0; month < monthColumns.length; month += 1)
			if ((mask & (1 << month)) !== 0)
				total += (this.amounts[month] as number) * (tens[places - (this.amountPlaces[month] as number)] as number);
		// What does not fit rounds to 2^53 or more, never to what fits.
		return total <= largest && total === this.digits * (tens[places - this.places] as number);
	}
}

/** What rows have in common that differ in firm, year and amounts alone. */
function textOf({
	entry,
	site,
	of,
	use,
	role,
	product,
	prices,
	unit,
	held,
	per_unit,
	measured,
	as_written,
	marks,
}: TotalRow): string {
	return `${entry}\n${of}\n${use}\n${unit}\n${held}\n${per_unit}\n${site}\n${role}\n${product}\n${prices}\n${measured}\n${as_written}\n${marks}`;
}
