/**
 * Plain firms out of typed memory: which firms are, which shape each has, and its months as numbers, in memory that is used again for the next.
 * A shape is what firms have in common whose rows differ in nothing but firm, name and amounts.
 */
import { obtain } from "../domain/obtain.ts";
import { nearly } from "../exact/exact.ts";
import type { FirmNumbers } from "./firm-numbers.ts";
import type { StoredFirm } from "./firm-shelf.ts";
import { NumberKey } from "./number-key.ts";
import type { StoredKind, StoredMonths } from "./stored-months.ts";

/** More series, or more years, than a plain firm has. */
const mostSeries = 64;
const mostYears = 16;
const monthsInYear = 12;

/** What plain firms of one shape have in common. */
export interface PlainShape {
	/** All of it as one text: another thread that reads other firms calls the shape by the same. */
	readonly text: string;
	readonly kinds: readonly StoredKind[];
	readonly energies: number;
	readonly firstYear: number;
	readonly years: number;
	/** For each series in the order in which it is kept, table by table: which of the kinds it is. */
	readonly order: readonly number[];
	/** One unit as it is written in those that amounts are held in, of each kind. */
	readonly perUnit: Float64Array;
	/** Whether rows name the firm otherwise than it is known by. */
	readonly named: boolean;
}

/** A shape by all that is asked of a firm for it, as numbers; undefined where firms of it are not plain. */
interface KnownShape {
	readonly key: Int32Array;
	readonly shape: PlainShape | undefined;
}

/** Reads one firm after another; what `numbers` gives holds until the next is read. */
export class PlainReader {
	/** By a hash of the key. */
	private readonly shapes = new Map<number, KnownShape[]>();
	/** Texts and tables by the order in which they came. */
	private readonly numbered = new Map<string | StoredMonths, number>();
	private readonly key = new NumberKey();
	private readonly series = new Int32Array(mostSeries);
	private readonly own = new Int32Array(mostYears);
	private readonly held: { -readonly [K in keyof FirmNumbers]: FirmNumbers[K] } = {
		...{ kinds: [], energies: 0, firstYear: 0, years: 0 },
		...{ amounts: new Float64Array(0), digits: new Float64Array(0), places: new Uint8Array(0) },
	};

	/** The shape of a firm; undefined where it is not plain. Its months are then still to be asked for. */
	shapeOf(stored: readonly StoredFirm[]): PlainShape | undefined {
		const { key, own } = this;
		let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
		key.begin();
		for (const { months, index, byCreditCode, said, file } of stored) {
			key.add(this.numberOf(months));
			key.add(byCreditCode ? 1 : 0);
			key.add(this.numberOf(file));
			key.add(said.length);
			for (const { what, values } of said) {
				if (values.size !== 1) return undefined;
				key.add(this.numberOf(what));
				// A name is the firm's own.
				if (what !== "names") key.add(this.numberOf(values.keys().next().value as string));
			}
			const count = months.seriesIn(index, this.series);
			if (count === mostSeries) return undefined;
			key.add(count);
			for (let place = 0; place < count; place += 1) {
				const series = this.series[place] as number;
				key.add(months.kindIn(series));
				const years = months.yearsIn(series, own);
				for (let each = 0; each < years; each += 1) {
					const year = months.yearAt(own[each] as number);
					if (year < first) first = year;
					if (year > last) last = year;
				}
			}
		}
		const years = last - first + 1;
		if (!(years >= 1 && years < mostYears)) return undefined;
		key.add(first);
		key.add(years);
		return this.known(stored, first, years);
	}

	/** The shape of the key; made of this firm where it is the first. */
	private known(stored: readonly StoredFirm[], first: number, years: number): PlainShape | undefined {
		const { key } = this;
		const alike = obtain(this.shapes, key.hash, (): KnownShape[] => []);
		for (const one of alike) if (key.is(one.key)) return one.shape;
		const shape = this.shapeFrom(stored, first, years);
		alike.push({ key: key.copy(), shape });
		return shape;
	}

	/** The months of a firm of the shape; undefined where one is not given, or twice, or is nothing. */
	numbers(stored: readonly StoredFirm[], shape: PlainShape): FirmNumbers | undefined {
		const held = this.held;
		const { years, firstYear, order, kinds, perUnit } = shape;
		const size = kinds.length * years * monthsInYear;
		if (held.amounts.length < size) {
			held.amounts = new Float64Array(size);
			held.digits = new Float64Array(size);
			held.places = new Uint8Array(size);
		}
		const { digits, places } = held;
		[held.kinds, held.energies, held.firstYear, held.years] = [kinds, shape.energies, firstYear, years];
		digits.fill(0, 0, size);
		let series = 0;
		for (const { months, index } of stored) {
			const count = months.seriesIn(index, this.series);
			for (let place = 0; place < count; place += 1, series += 1) {
				const from = (order[series] as number) * years - firstYear;
				const all = months.yearsIn(this.series[place] as number, this.own);
				for (let own = 0; own < all; own += 1) {
					const year = this.own[own] as number;
					if (!months.monthsIn(year, digits, places, (from + months.yearAt(year)) * monthsInYear)) return undefined;
				}
			}
		}
		for (let kind = 0; kind < kinds.length; kind += 1)
			if (!fill(held, kind, years * monthsInYear, perUnit[kind] as number)) return undefined;
		return held;
	}

	private numberOf(what: string | StoredMonths): number {
		let number = this.numbered.get(what);
		if (number === undefined) {
			number = this.numbered.size;
			this.numbered.set(what, number);
		}
		return number;
	}

	private shapeFrom(stored: readonly StoredFirm[], firstYear: number, years: number): PlainShape | undefined {
		const all: StoredKind[] = [];
		for (const { months, index } of stored) {
			const count = months.seriesIn(index, this.series);
			for (let place = 0; place < count; place += 1)
				all.push(months.kinds[months.kindIn(this.series[place] as number)] as StoredKind);
		}
		const byName = new Map<string, StoredKind>();
		for (const kind of all) {
			const name = nameOf(kind);
			const there = name === undefined ? undefined : byName.get(name);
			// Two series of one name speak of one thing in two ways, unless a table was read in two parts.
			if (name === undefined || (there !== undefined && textOf(there) !== textOf(kind))) return undefined;
			if (there === undefined) byName.set(name, kind);
		}
		if (hasManyPlaces(byName.values())) return undefined;
		const names = [...byName.keys()].sort();
		const kinds = names.map((name) => byName.get(name) as StoredKind);
		const said = stored.map(({ byCreditCode, said: own, file }) => [
			...[byCreditCode, file],
			...own.map(({ what, values }) => (what === "names" ? [what] : [what, ...values.keys()])),
		]);
		return {
			text: JSON.stringify([firstYear, years, kinds.map(textOf), said]),
			...{ kinds, firstYear, years },
			order: all.map((kind) => names.indexOf(nameOf(kind) as string)),
			energies: kinds.filter(({ of }) => "energy" in of).length,
			perUnit: Float64Array.from(kinds, ({ factor }) => nearly(factor)),
			named: stored.some(({ said: own }) => own.some(({ what }) => what === "names")),
		};
	}
}

/** Energy first, in the order of histories; then output. Undefined for amounts that are no plain ones of their carrier. */
function nameOf({ of }: StoredKind): string | undefined {
	if ("output" in of) return `1\u001f${of.output.indicator}\u001f${of.output.product}\u001f${of.output.prices}`;
	const { carrier, use, site, role } = of.energy;
	return role === "" ? `0\u001f${carrier}\u001f${use}\u001f${site}` : undefined;
}

/** Whether a carrier is used at three places or more: one of them may be the total of the others, which is asked of its amounts. */
function hasManyPlaces(kinds: Iterable<StoredKind>): boolean {
	const places = new Map<string, number>();
	for (const { of } of kinds) {
		if (!("energy" in of) || of.energy.site === "") continue;
		const carrier = `${of.energy.carrier}\u001f${of.energy.use}`;
		places.set(carrier, (places.get(carrier) ?? 0) + 1);
	}
	return [...places.values()].some((count) => count > 2);
}

/** All that a kind says. */
function textOf({ of, unit, factor, from, beside }: StoredKind): string {
	return JSON.stringify([of, unit, factor, from, beside]);
}

const tens = Array.from({ length: 23 }, (_, power) => 10 ** power);

/** The amounts of a kind; false where a month of it is missing. */
function fill({ amounts, digits, places }: FirmNumbers, kind: number, months: number, perUnit: number): boolean {
	const begin = kind * months;
	const end = begin + months;
	const first = places[begin] as number;
	let differ = 0;
	for (let at = begin; at < end; at += 1) {
		if (digits[at] === 0) return false;
		differ |= (places[at] as number) ^ first;
	}
	if (differ === 0) {
		// Equal amounts have equal digits.
		const times = perUnit / (tens[first] as number);
		for (let at = begin; at < end; at += 1) amounts[at] = (digits[at] as number) * times;
	} else
		for (let at = begin; at < end; at += 1)
			amounts[at] = ((digits[at] as number) / (tens[places[at] as number] as number)) * perUnit;
	return true;
}
