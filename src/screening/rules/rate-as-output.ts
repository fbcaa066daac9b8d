/**
 * U-109-rate: a growth rate, a percentage or an index where an amount of money should stand. Recognised by the number as it is written,
 * beside the other years of the series: far below them while the works emitted as it always does, and no decimal point moved.
 */
import { fromCode, months, wholeYear, write } from "../../domain/period.ts";
import { compare, type Exact, fromText, known, nearly, product, sign, significantDigits, unscaled } from "../../exact/exact.ts";
import { compare as compareRatios, constant, times } from "../../exact/ratio.ts";
import { finding, type Particulars, remark } from "../../findings/finding.ts";
import { amountOf } from "../../ledger/amounts.ts";
import { type Entry, placeOf } from "../../ledger/entry.ts";
import type { OutputSeries } from "../../ledger/ledger.ts";
import { slack } from "../history.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";

type Kind = Particulars["rate-as-output"]["why"];

interface Written {
	readonly year: number;
	readonly entry: Entry;
	/** The number as the file writes it. */
	readonly number: Exact;
}

/** Numbers that rates and indices are, and how many times as much the other years must be. */
const kinds: readonly { readonly kind: Kind; readonly low: Exact; readonly high: Exact; readonly apart: Exact }[] = [
	{ kind: "growth", low: known("0"), high: known("40"), apart: known("20") },
	{ kind: "index", low: known("80"), high: known("150"), apart: known("5") },
];
const leastApart = Math.min(...kinds.map(({ apart }) => nearly(apart)));
/** Below it amounts themselves look like rates. */
const leastAmount = known("100");
/** A works that emits less than this share of its usual may have made next to nothing. */
const atWork = constant("0.4");
/** What a moved decimal point would make of it lies so near to another year. */
const near = known("1.2");
const moved: readonly Exact[] = ["10", "100", "1000", "10000"].map(known);
/** 10^8 yuan are written with two decimals, and rates with one; of a percentage below one nobody says an output of as much. */
const hundredMillions = { by: known("10000"), places: 2, digits: 3, small: known("1"), near: known("1.1") };

export const rateAsOutput: FirmRule = {
	id: "U-109-rate",
	code: "rate-as-output",
	clears: "by-shape",
	judge: (one) => {
		const asked = [...one.record.output.values()].some(
			(series) => series.indicator !== "production" && writtenIn(series).length >= 2,
		);
		const found = ratesOf(one);
		return asked
			? answer(found.map(({ series, each, kind, others }) => told(one, series, each, kind, others)))
			: notChecked("no-earlier-year");
	},
};

interface Rate {
	readonly series: OutputSeries;
	readonly each: Written;
	readonly kind: Kind;
	readonly others: readonly Written[];
}

function ratesOf(one: FirmCase): Rate[] {
	return [...one.record.output.values()].flatMap((series) => {
		const years = series.indicator === "production" ? [] : writtenIn(series);
		if (years.length < 2 || !mayHoldRate(years)) return [];
		return years.flatMap((each): Rate[] => {
			const others = years.filter((other) => other !== each);
			const kind = kindOf(each, others);
			return kind !== undefined && emitsAsUsual(one, each.year) ? [{ series, each, kind, others }] : [];
		});
	});
}

/** Years in which a rate stands for the output that the firm is measured by: what follows from that is not told besides. */
export function yearsOfRates(one: FirmCase): number[] {
	const { indicator } = one.rules.facts;
	return ratesOf(one).flatMap(({ series, each }) => (series.indicator === indicator ? [each.year] : []));
}

/** Whether floats leave it open that one year is so many times less than the others as any kind of rate would be. */
function mayHoldRate(years: readonly Written[]): boolean {
	const sizes = years.map(({ number }) => nearly(number));
	return Math.max(...sizes) >= Math.min(...sizes) * leastApart * (1 - slack);
}

/** Amounts of whole years that no other row contradicts, in order of year. */
function writtenIn({ entries }: OutputSeries): Written[] {
	const found: Written[] = [];
	for (const [code, entry] of entries) {
		const period = fromCode(code);
		if (months(period) !== wholeYear || entry.others.length > 0 || sign(entry.amount) <= 0) continue;
		const number = fromText(amountOf(entry).shown.value);
		if (number !== undefined) found.push({ year: period.year, entry, number });
	}
	return found.sort((a, b) => a.year - b.year);
}

function kindOf({ number }: Written, others: readonly Written[]): Kind | undefined {
	// Two decimals of a per cent are the most that statistics print.
	if (unscaled(number).places > 2) return undefined;
	const usual = median(
		others.map((other) => other.number),
		compare,
	);
	if (usual === undefined || compare(usual, leastAmount) < 0) return undefined;
	const found = kinds.find(
		({ low, high, apart }) =>
			compare(number, low) > 0 && compare(number, high) < 0 && compare(usual, product(number, apart)) >= 0,
	);
	// A point that moved takes no digits away: 112812.45 becomes 112.81245, and never 106.5.
	const digits = Math.min(...others.map((other) => significantDigits(other.number)));
	const isMoved = significantDigits(number) + 1 >= digits && moved.some((by) => isNear(product(number, by), others, near));
	return isMoved || (found?.kind === "growth" && isInHundredMillions(number, others)) ? undefined : found?.kind;
}

function isNear(meant: Exact, others: readonly Written[], most: Exact): boolean {
	return others.some(
		(other) => compare(meant, product(other.number, most)) <= 0 && compare(product(meant, most), other.number) >= 0,
	);
}

/** Whether the number is another year's in 10^8 yuan, where the others are in 10^4: then its unit is wrong, and it is no rate. */
function isInHundredMillions(number: Exact, others: readonly Written[]): boolean {
	const { by, places, digits, small, near: most } = hundredMillions;
	const isWritten = unscaled(number).places === places && (significantDigits(number) >= digits || compare(number, small) < 0);
	return isWritten && isNear(product(number, by), others, most);
}

/** Whether the works emitted in the year as in others; also where nobody knows. */
function emitsAsUsual({ firm }: FirmCase, year: number): boolean {
	const own = firm.years.find((one) => one.year === year)?.emissions.total ?? null;
	const others = firm.years.flatMap((one) => (one.year === year || one.emissions.total === null ? [] : [one.emissions.total]));
	const usual = median(others, compareRatios);
	return own === null || usual === undefined || compareRatios(own, times(usual, atWork)) >= 0;
}

function median<T>(values: readonly T[], order: (a: T, b: T) => number): T | undefined {
	return [...values].sort(order)[Math.floor(values.length / 2)];
}

function told(
	one: FirmCase,
	{ indicator, prices }: OutputSeries,
	{ year, entry }: Written,
	kind: Kind,
	others: readonly Written[],
): Suspicion {
	// The year before, else the one after.
	const beside = (others.findLast((other) => other.year < year) ?? others[0]) as Written;
	const what = { of: "indicator", indicator, prices } as const;
	const about = remark("rate-as-output", {
		what,
		why: kind,
		value: amountOf(entry),
		other: amountOf(beside.entry),
		year: beside.year,
	});
	const at = placeOf(entry);
	// What the output was, no table says.
	return { finding: finding(about, at, one.record.firm, write({ year, from: 1, to: 12 })), year, impact: null };
}
