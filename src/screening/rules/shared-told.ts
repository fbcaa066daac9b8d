/** What two firms share side by side, and how it is told: of which of them, how much of it, and what it leaves in doubt. */
import { equal, nearly } from "../../exact/exact.ts";
import type { Ratio } from "../../exact/ratio.ts";
import { finding, remark } from "../../findings/finding.ts";
import { rowOf } from "../../ledger/amounts.ts";
import { byClaim, type Entry, placeOf } from "../../ledger/entry.ts";
import { monthName, subjectOf } from "../asking.ts";
import { plainSeries } from "../case.ts";
import { factorOf, floats } from "../deviation.ts";
import { type Guided, guidesOf, tonnesToUsual, trackOf, usualOf } from "../guides.ts";
import type { NumberSeries, Numbers } from "../number-series.ts";
import type { FirmCase, Months, Suspicion } from "../rule.ts";
import { outputSteps, type Series } from "../series.ts";
import { agreeingDigits } from "../surprise.ts";
import { tonnesOfMonths } from "../unmeasured.ts";

/** What is kept of a firm. Its histories are made again where a hash leads back to it, so that memory does not grow with them. */
export type Kept = Pick<FirmCase, "firm" | "recordAgain" | "rules">;

/** A firm by what it is known by. */
export type KeptOf = (firm: string) => Kept;

/** Numbers that two firms have in common. */
export interface Shared {
	readonly firm: string;
	readonly other: string;
	readonly of: Pick<NumberSeries, "parameter"> & { readonly series: Pick<NumberSeries["series"], "carrier" | "use"> };
	readonly from: number;
	readonly to: number;
	readonly months: number;
	readonly otherFrom: number;
	readonly entry: Entry;
	readonly otherEntry: Entry;
	/** How many digits agree. */
	readonly digits: number;
}

/** What agrees of two series: from one place of the first to another, and by how much later it stands in the other. */
export interface Agreement {
	readonly first: number;
	readonly end: number;
	readonly shift: number;
	readonly digits: number;
}

/** All that agrees around one place of each; undefined where the hash misled. */
export function agreement(numbers: Numbers, start: number, other: Numbers, otherStart: number): Agreement | undefined {
	if (other.parameter !== numbers.parameter || (numbers.parameter === "" && other.series.unit !== numbers.series.unit))
		return undefined;
	const shift = otherStart - start;
	const agrees = (index: number): boolean =>
		numbers.sizes[index] !== undefined &&
		numbers.sizes[index] === other.sizes[index + shift] &&
		equal(numbers.exactly(index), other.exactly(index + shift));
	/** Whether a number follows the one before in both, the same month or the next. */
	const runsOn = (index: number): boolean => {
		const step = (numbers.at[index] as number) - (numbers.at[index - 1] as number);
		return step <= 1 && (other.at[index + shift] as number) - (other.at[index + shift - 1] as number) === step;
	};
	if (!agrees(start)) return undefined;
	let [first, end] = [start, start + 1];
	while (agrees(first - 1) && runsOn(first)) first -= 1;
	while (agrees(end) && runsOn(end)) end += 1;
	const digits = agreeingDigits(Array.from({ length: end - first }, (_, offset) => numbers.exactly(first + offset)));
	return { first, end, shift, digits };
}

/** The same with the rows it stands in. */
export function sharedIn(
	numberSeries: NumberSeries,
	other: NumberSeries,
	{ first, end, shift, digits }: Agreement,
	[firm, otherFirm]: readonly [string, string],
): Shared {
	const [from, to] = [numberSeries.at[first] as number, numberSeries.at[end - 1] as number];
	const { carrier, use } = numberSeries.series;
	return {
		...{ firm, other: otherFirm, from, to, months: to - from + 1, otherFrom: other.at[first + shift] as number },
		of: { parameter: numberSeries.parameter, series: { carrier, use } },
		entry: numberSeries.entry(first),
		otherEntry: other.entry(first + shift),
		digits,
	};
}

/** One finding for each two firms: of all they share what says most, and how many series it is. */
export function toldOf(found: readonly Shared[], keptOf: KeptOf, limit: FirmCase["limit"]): Suspicion[] {
	const pairs = new Map<string, Shared[]>();
	for (const shared of found) {
		const name = `${shared.firm}\u001f${shared.other}`;
		const there = pairs.get(name);
		if (there === undefined) pairs.set(name, [shared]);
		else there.push(shared);
	}
	return [...pairs.values()].map((all) => {
		const said = all.reduce((best, one) => (one.digits > best.digits ? one : best));
		const most = isOthers(said, keptOf, limit) ? swapped(said) : said;
		const about = remark("shared-series", {
			what: subjectOf(most.of.series),
			parameter: most.of.parameter,
			other: most.other,
			row: rowOf(most.otherEntry),
			months: most.months,
			to: monthAt(most.to),
			stretches: all.length,
		});
		return {
			...{ finding: finding(about, placeOf(most.entry), most.firm, monthAt(most.from)), year: null, impact: null },
			years: (one) => doubted(one, most),
			unmeasured: (one) => {
				const own = monthsOf(most, one.series);
				return own === undefined ? undefined : tonnesOfMonths(one, own.series, own.months);
			},
			explains: (one) => monthsOf(most, one.series),
		};
	});
}

/**
 * Whose amounts they are nobody can say: what the firm's own would usually be. Of values of a laboratory nobody knows even that;
 * and where all its months are another's, nothing is its own.
 */
function doubted(one: FirmCase, shared: Shared): Map<number, Ratio> | undefined {
	const own = monthsOf(shared, one.series);
	return own === undefined ? undefined : tonnesToUsual(one, own.series, own.months);
}

/** The places of the shared months in the firm's history; undefined for values of a laboratory. */
function monthsOf({ of, entry, from, months }: Shared, all: readonly Series[]): Months | undefined {
	if (of.parameter !== "") return undefined;
	for (const series of all) {
		const first = series.steps.findIndex(
			({ year, month, lots }) => year * 12 + month - 1 === from && lots.some((lot) => isSame(lot.entry, entry)),
		);
		if (first >= 0) return { series, months: [...series.steps.keys()].slice(first, first + months) };
	}
	return undefined;
}

/** Whether two entries of a month are one: of firms of large tables they are made anew for whoever asks. */
function isSame(one: Entry, other: Entry): boolean {
	return one === other || (byClaim(one, other) === 0 && one.from.column === other.from.column);
}

/** The same as the other firm sees it. */
function swapped(shared: Shared): Shared {
	const { firm, other, entry, otherEntry, otherFrom, from, months } = shared;
	return {
		...{ ...shared, firm: other, other: firm, entry: otherEntry, otherEntry: entry },
		...{ from: otherFrom, to: otherFrom + months - 1, otherFrom: from },
	};
}

/** Whether the months stand further from what the other firm usually has: then it is that firm which copied. */
function isOthers(shared: Shared, keptOf: KeptOf, limit: FirmCase["limit"]): boolean {
	const [own, others] = [shared, swapped(shared)].map((side) => {
		const kept = keptOf(side.firm);
		const record = kept.recordAgain();
		const { facts } = kept.rules;
		const series = plainSeries(kept.firm, record, kept.rules);
		const there = monthsOf(side, series);
		const output = outputSteps(record, facts.indicator, facts.product);
		return there === undefined ? undefined : distance({ series, output, limit }, there.series, there.months);
	});
	return own !== undefined && others !== undefined && others > own * nearly(limit("slip-margin"));
}

/** How many times the middle one of some months is what is usual, or the other way round; undefined where nobody can say. */
function distance(one: Guided, series: Series, months: readonly number[]): number | undefined {
	const [track, guides, aside] = [trackOf(series), guidesOf(one, series), new Set(months)];
	const factors = months.flatMap((index) => {
		const usual = usualOf(track, guides, index, (other) => aside.has(other));
		const size = track.sizes[index] as number;
		return usual === undefined || size <= 0 ? [] : [factorOf(floats, size, usual.near)];
	});
	return factors.sort((a, b) => a - b)[factors.length >> 1];
}

function monthAt(at: number): string {
	return monthName({ year: Math.floor(at / 12), month: (at % 12) + 1 });
}
