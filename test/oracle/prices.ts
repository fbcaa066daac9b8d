/** A year's output: what each statement of it is worth at which constant prices, and what two years have in common. */
import { count, groupBy } from "./counting.ts";
import { Fraction, total } from "./fraction.ts";
import type { OutputEntry } from "./reading.ts";
import type { DeflatorRow, Text } from "./types.ts";

/** The output in money of one year, or of a product. */
export interface Output {
	readonly amount: Fraction;
	/** as told: constant-2020, current, unstated, mixed; null where there are no prices */
	readonly prices: Text;
	readonly deflated: boolean;
}

/** `constant-2020`, or `none` for products. */
export type Basis = string;

export interface Outputs {
	readonly clash: boolean;
	readonly at: ReadonlyMap<Basis, Output>;
	/** where nothing is known of the prices */
	readonly asStated: Output | null;
}

export interface PriceTerms {
	/** the plan's own constant prices */
	readonly own: Basis;
	readonly baseYear: number;
	readonly asserted: string | undefined;
	readonly deflator: readonly DeflatorRow[];
	/** ids, the most particular first */
	readonly sectors: readonly string[];
}

interface Statement {
	readonly prices: string;
	readonly amount: Fraction;
	readonly months: ReadonlySet<number>;
}

/** A statement as constant prices of some year. A lower rank is nearer to what was written. */
interface Meaning extends Statement {
	readonly basis: Basis;
	readonly rank: number;
	readonly shown: string;
	readonly deflated: boolean;
}

const indexOf = ({ deflator, sectors }: PriceTerms, year: number): Fraction | null => {
	const rows = deflator.filter((row) => Number(row.year) === year);
	const wanted = [...sectors, ""];
	const found = wanted.flatMap((sector) => rows.find((row) => (row.sector ?? "") === sector) ?? [])[0];
	if (found !== undefined) return Fraction.from(found.index ?? "");
	return year === 2020 ? Fraction.of(100n) : null;
};

const deflated = (one: Statement, year: number, terms: PriceTerms): Meaning[] => {
	if (terms.deflator.length === 0) return [];
	const told = { ...one, basis: terms.own, rank: 4, shown: terms.own, deflated: true };
	if (year === terms.baseYear) return [told];
	const [now, then] = [indexOf(terms, year), indexOf(terms, terms.baseYear)];
	return now === null || then === null ? [] : [{ ...told, amount: one.amount.mul(then).div(now) }];
};

const meaningsOf = (one: Statement, year: number, terms: PriceTerms): Meaning[] => {
	const { prices } = one;
	if (prices === "current") {
		const own = { ...one, basis: `constant-${year}`, rank: 2, shown: "current", deflated: false };
		return year === terms.baseYear ? [own] : [own, ...deflated(one, year, terms)];
	}
	if (prices !== "unstated") return [{ ...one, basis: prices, rank: 1, shown: prices, deflated: false }];
	if (terms.asserted !== undefined) return [{ ...one, basis: terms.asserted, rank: 3, shown: terms.asserted, deflated: false }];
	return deflated(one, year, terms);
};

const overlaps = (a: Statement, b: Statement): boolean => [...a.months].some((month) => b.months.has(month));

/** One statement that has all months, else those that fit beside each other. */
const together = <S extends Statement>(statements: readonly S[], all: number): readonly S[] => {
	const whole = statements.find(({ months }) => months.size === all);
	if (whole !== undefined) return [whole];
	const taken: S[] = [];
	for (const one of statements) if (!taken.some((other) => overlaps(other, one))) taken.push(one);
	return taken;
};

const sizeOf = (statements: readonly Statement[]): number => new Set(statements.flatMap(({ months }) => [...months])).size;
const sum = (statements: readonly Statement[]): Fraction => total(statements.map(({ amount }) => amount));
const oneWord = (words: readonly string[]): string => (new Set(words).size === 1 ? (words[0] ?? "") : "mixed");

export const outputsOf = (
	entries: readonly OutputEntry[],
	year: number,
	terms: PriceTerms,
	addRepeats: boolean,
): Outputs | null => {
	if (entries.length === 0) return null;
	const counted = groupBy(entries, ({ prices }) => prices).map((own) => ({ own, ...count(own, addRepeats) }));
	const clash = counted.some((one) => one.clash);
	const statements = counted.map(
		({ own, used }): Statement => ({
			prices: own[0]?.prices ?? "",
			amount: total(used.map(({ amount }) => amount)),
			months: new Set(used.flatMap(({ months }) => months)),
		}),
	);
	const [product] = statements;
	if (product?.prices === "none")
		return { clash, at: new Map([["none", { amount: product.amount, prices: null, deflated: false }]]), asStated: null };
	const all = sizeOf(statements);
	const order = [terms.own, "constant", "current", "unstated"];
	const rankOf = ({ prices }: Statement): number => order.findIndex((word) => prices.startsWith(word));
	statements.sort((a, b) => rankOf(a) - rankOf(b) || (a.prices < b.prices ? -1 : 1));
	const meanings = statements.flatMap((one) => meaningsOf(one, year, terms)).sort((a, b) => a.rank - b.rank);
	const at = groupBy(meanings, ({ basis }) => basis).flatMap((own): [Basis, Output][] => {
		const used = together(own, all);
		if (sizeOf(used) < all) return [];
		const prices = oneWord(used.map(({ shown }) => shown));
		return [[used[0]?.basis ?? "", { amount: sum(used), prices, deflated: used.some((one) => one.deflated) }]];
	});
	// Nothing made beside something made: there is nothing to compare at those prices.
	const positive = at.filter(([, { amount }]) => amount.sign > 0);
	const used = together(statements, all);
	const asStated = { amount: sum(used), prices: oneWord(used.map(({ prices }) => prices)), deflated: false };
	return { clash, at: new Map(positive.length > 0 ? positive : at), asStated };
};

/** The plan's own prices where both have them, else the newest that both have. */
export const common = (one: Iterable<Basis>, other: Iterable<Basis>, own: Basis): Basis | null => {
	const there = new Set(other);
	const shared = [...one].filter((basis) => there.has(basis)).sort();
	return shared.includes(own) ? own : (shared.at(-1) ?? null);
};
