/** Amounts to date that nobody declared: the six steps of READING-TABLES 1, by products of whole numbers instead of logarithms. */
import { Fraction, ONE, total, whole } from "../fraction.ts";

/** One series of one firm over its years. */
export interface History {
	/** single months, where the year is given so and nobody declared it */
	readonly months: ReadonlyMap<number, ReadonlyMap<number, Fraction>>;
	/** single months of years whose amounts somebody declared */
	readonly stated: ReadonlyMap<number, ReadonlyMap<number, Fraction>>;
	/** years given whole */
	readonly wholes: ReadonlyMap<number, Fraction>;
}

export type Doubt = "error" | "warning" | "clear";

export interface Suspicion {
	readonly doubt: Doubt;
	readonly by: "level" | "fall" | "contrast" | "none";
	readonly ifToDate: Fraction;
	readonly ifMonthly: Fraction;
}

interface Climb {
	readonly amounts: readonly Fraction[];
	/** counted from the last leading zero, else from January */
	readonly counts: readonly number[];
	/** months given, leading zeros among them */
	readonly given: readonly number[];
	readonly last: number;
	readonly growth: Fraction;
	/** the one small fall that may be a correction */
	readonly corrected: boolean;
}

const HALF = Fraction.of(1n, 2n);
const QUARTER = Fraction.of(1n, 4n);
const TWENTIETH = Fraction.of(1n, 20n);
const LONG = 6;
const SHORT = 3;

const first = <T>(items: readonly T[]): T => {
	const item = items[0];
	if (item === undefined) throw new Error("an empty list has no first item");
	return item;
};
const final = <T>(items: readonly T[]): T => first(items.slice(-1));

/** Steps 1 and 2: the climb, or null where the year is clear by its shape or its growth. */
export const climbOf = (months: ReadonlyMap<number, Fraction>): Climb | null => {
	const given = [...months.keys()].sort((a, b) => a - b);
	const all = given.map((month) => ({ month, amount: months.get(month) ?? Fraction.of(0n) }));
	const starts = all.findIndex(({ amount }) => amount.sign !== 0);
	if (starts < 0) return null;
	const kept = all.slice(starts);
	if (kept.length < SHORT) return null;
	const before = starts === 0 ? 0 : (all[starts - 1]?.month ?? 0);
	const amounts = kept.map(({ amount }) => amount);
	const counts = kept.map(({ month }) => month - before);
	const falls = amounts.flatMap((amount, index) => {
		const previous = amounts[index - 1];
		return previous === undefined || amount.compare(previous) >= 0 ? [] : [previous.sub(amount).div(previous)];
	});
	const corrected = falls.length === 1 && kept.length >= LONG && first(falls).compare(TWENTIETH) <= 0;
	if (final(amounts).compare(first(amounts)) <= 0 || (falls.length > 0 && !corrected)) return null;
	const growth = final(amounts)
		.div(first(amounts))
		.sub(ONE)
		.div(Fraction.of(BigInt(final(counts)), BigInt(first(counts))).sub(ONE));
	if (growth.compare(QUARTER) < 0) return null;
	return { amounts, counts, given, last: final(kept).month, growth, corrected };
};

/** a or 1/a, whichever is above 1: the size of a logarithm without taking it. */
const away = (ratio: Fraction): Fraction => (ratio.compare(ONE) < 0 ? ONE.div(ratio) : ratio);

interface Level {
	/** what the level says; undecided where it lies between */
	readonly says: "to-date" | "months" | "undecided";
}

/** The witness's amounts of January to the last month, and of the months given. */
const witness = (history: History, year: number, climb: Climb): { readonly upTo: Fraction; readonly same: Fraction } | null => {
	const years = [...new Set([...history.months.keys(), ...history.stated.keys(), ...history.wholes.keys()])].filter(
		(other) => other !== year,
	);
	const nearest = years.sort((a, b) => Math.abs(a - year) - Math.abs(b - year) || a - b);
	for (const other of nearest) {
		const given = history.wholes.get(other);
		if (given !== undefined && given.sign > 0) {
			const share = (months: number): Fraction => given.mul(Fraction.of(BigInt(months), 12n));
			return { upTo: share(climb.last), same: share(climb.given.length) };
		}
		const asked = history.months.get(other);
		const months = asked ?? history.stated.get(other);
		if (months === undefined || (asked !== undefined && climbOf(asked) !== null)) continue;
		const needed = Array.from({ length: climb.last }, (_, index) => index + 1);
		if (!needed.every((month) => months.has(month))) continue;
		const sum = (wanted: readonly number[]): Fraction => total(wanted.map((month) => months.get(month) ?? Fraction.of(0n)));
		const found = { upTo: sum(needed), same: sum(climb.given) };
		if (found.upTo.sign > 0 && found.same.sign > 0) return found;
	}
	return null;
};

/** Step 3. M − T ≥ S/2 is asked as (away M)² ≥ (away T)² · e^S, where e^S is the sum over the last amount. */
const level = (history: History, year: number, climb: Climb): Level | null => {
	const found = witness(history, year, climb);
	if (found === null) return null;
	const last = final(climb.amounts);
	const sum = total(climb.amounts);
	const toDate = away(last.div(found.upTo)).pow(2);
	const monthly = away(sum.div(found.same)).pow(2);
	const apart = sum.div(last);
	if (monthly.compare(toDate.mul(apart)) >= 0) return { says: "to-date" };
	if (toDate.compare(monthly.mul(apart)) >= 0) return { says: "months" };
	return { says: "undecided" };
};

const steep = (climb: Climb | null): climb is Climb => climb !== null && !climb.corrected && climb.growth.compare(HALF) >= 0;

/** Step 4, for two years in their order. */
const falls = (earlier: Climb | null, later: Climb | null): boolean => {
	if (!steep(earlier) || !steep(later) || earlier.amounts.length < LONG) return false;
	const begins = first(later.amounts).div(whole(first(later.counts)));
	return begins.mul(whole(2)).compare(final(earlier.amounts)) <= 0;
};

/** Step 5: every amount per month lies within a quarter of the last one, and another series of the firm-year stands still. */
const contrast = (climb: Climb, others: readonly ReadonlyMap<number, Fraction>[]): boolean => {
	if (climb.amounts.length < LONG) return false;
	const pace = final(climb.amounts).div(whole(final(climb.counts)));
	const even = climb.amounts.every((amount, index) => {
		const own = amount.div(whole(climb.counts[index] ?? 1));
		return own.sub(pace).abs().compare(pace.mul(QUARTER)) <= 0;
	});
	const still = others.some((months) => {
		const order = [...months.keys()].sort((a, b) => a - b).map((month) => months.get(month) ?? Fraction.of(0n));
		return order.length >= LONG && final(order).compare(first(order).mul(whole(2))) < 0;
	});
	return even && still;
};

/** What one year of a series is suspected of. `others` are the other monthly series of the same firm-year. */
export const suspect = (history: History, year: number, others: readonly ReadonlyMap<number, Fraction>[]): Suspicion => {
	const months = history.months.get(year);
	const climb = months === undefined ? null : climbOf(months);
	const amounts = [...(months?.values() ?? [])];
	const ifMonthly = total(amounts);
	if (climb === null) return { doubt: "clear", by: "none", ifToDate: ifMonthly, ifMonthly };
	const ends = { ifToDate: final(climb.amounts), ifMonthly };
	const found = level(history, year, climb);
	if (found?.says === "to-date") return { doubt: "error", by: "level", ...ends };
	if (found?.says === "months" || !steep(climb)) return { doubt: "clear", by: found === null ? "none" : "level", ...ends };
	const fell = [...history.months].some(([other, given]) => {
		if (other === year) return false;
		return other < year ? falls(climbOf(given), climb) : falls(climb, climbOf(given));
	});
	if (fell) return { doubt: "error", by: "fall", ...ends };
	if (contrast(climb, others)) return { doubt: "error", by: "contrast", ...ends };
	return { doubt: climb.amounts.length >= LONG || found !== null ? "warning" : "clear", by: "none", ...ends };
};
