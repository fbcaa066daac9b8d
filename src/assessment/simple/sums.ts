/** Sums of months as whole numbers: of one firm in floats that hold them exactly, of many in more. */
import type { FirmNumbers } from "../../ledger/firm-numbers.ts";

const monthsInYear = 12;
/** Floats hold whole numbers up to here. */
const most = 2 ** 53;
const tens = Array.from({ length: 16 }, (_, power) => 10 ** power);

/** The sums of a firm by kind and year (at k × years + y), each a whole number of the last place that any month of the kind is written to. */
export interface YearSums {
	readonly sums: Float64Array;
	/** How many decimals the sums of each kind have. */
	readonly places: Uint8Array;
}

/** Sums in memory that is used again; undefined where one is too large to be exact. */
export class Summing implements YearSums {
	sums: Float64Array = new Float64Array(0);
	places: Uint8Array = new Uint8Array(0);

	of({ kinds, years, digits, places }: FirmNumbers): YearSums | undefined {
		const all = kinds.length;
		if (this.sums.length < all * years) this.sums = new Float64Array(all * years);
		if (this.places.length < all) this.places = new Uint8Array(all);
		for (let kind = 0; kind < all; kind += 1) {
			const [from, to] = [kind * years * monthsInYear, (kind + 1) * years * monthsInYear];
			let least = 99;
			let furthest = 0;
			for (let at = from; at < to; at += 1) {
				const own = places[at] as number;
				if (own > furthest) furthest = own;
				if (own < least) least = own;
			}
			if (furthest - least > 15) return undefined;
			this.places[kind] = furthest;
			for (let year = 0; year < years; year += 1) {
				let sum = 0;
				let at = from + year * monthsInYear;
				const end = at + monthsInYear;
				if (least === furthest) for (; at < end; at += 1) sum += digits[at] as number;
				else for (; at < end; at += 1) sum += (digits[at] as number) * (tens[furthest - (places[at] as number)] as number);
				// If it is below, so is each of its terms, and each was exact.
				if (sum >= most) return undefined;
				this.sums[kind * years + year] = sum;
			}
		}
		return this;
	}
}

/** Sums of many firms by decimals, as plain data. */
export type SumsParts = readonly { readonly places: number; readonly open: Float64Array; readonly away: readonly bigint[] }[];

/** Sums of many firms of one shape, by kind and year, exactly. */
export class GroupSums {
	private readonly kinds: number;
	private readonly years: number;
	/** By decimals: what is added up since the last time that it was put away, and what was put away. */
	private readonly byPlaces = new Map<number, { readonly open: Float64Array; readonly away: bigint[] }>();

	constructor(kinds: number, years: number) {
		[this.kinds, this.years] = [kinds, years];
	}

	add({ sums, places }: YearSums): void {
		const { kinds, years } = this;
		for (let kind = 0; kind < kinds; kind += 1) {
			const { open, away } = this.partOf(places[kind] as number);
			for (let at = kind * years; at < (kind + 1) * years; at += 1) {
				const more = sums[at] as number;
				if ((open[at] as number) + more >= most) {
					away[at] = (away[at] as bigint) + BigInt(open[at] as number);
					open[at] = more;
				} else open[at] = (open[at] as number) + more;
			}
		}
	}

	get parts(): SumsParts {
		return [...this.byPlaces].map(([places, part]) => ({ places, ...part }));
	}

	/** Adds what was added up elsewhere, of as many kinds and years. */
	join(parts: SumsParts): void {
		for (const { places, open, away } of parts) {
			const own = this.partOf(places);
			for (let at = 0; at < open.length; at += 1)
				own.away[at] = (own.away[at] as bigint) + (away[at] as bigint) + BigInt(open[at] as number);
		}
	}

	/** The most decimals that a sum of any kind has. */
	get places(): number {
		return Math.max(0, ...this.byPlaces.keys());
	}

	/** What the sums of a kind and year come to: a whole number of units of 10^-places. */
	total(kind: number, year: number): { readonly digits: bigint; readonly places: number } {
		const at = kind * this.years + year;
		const furthest = this.places;
		let digits = 0n;
		for (const [places, { open, away }] of this.byPlaces)
			digits += ((away[at] as bigint) + BigInt(open[at] as number)) * 10n ** BigInt(furthest - places);
		return { digits, places: furthest };
	}

	private partOf(places: number): { readonly open: Float64Array; readonly away: bigint[] } {
		let part = this.byPlaces.get(places);
		if (part === undefined) {
			const size = this.kinds * this.years;
			part = { open: new Float64Array(size), away: new Array<bigint>(size).fill(0n) };
			this.byPlaces.set(places, part);
		}
		return part;
	}
}
