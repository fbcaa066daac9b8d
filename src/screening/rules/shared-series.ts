/**
 * two firms share a series of measured numbers, in whole or in part, amounts or laboratory values. Meters of two works
 * do not agree digit by digit for months on end. How much agreement is a surprise depends on how much there is to agree by
 * chance: so many digits more than the number of pairs in the run explains.
 *
 * Firms are never compared pair by pair. Of each place in a series the shortest stretch of months that says enough is hashed;
 * only where a hash occurs twice are the numbers laid side by side, with the first firm that has them. Of all that a firm
 * shares with one other, what says most is reported, of the firm that it is the less like.
 */
import { equal, nearly, significantDigits } from "../../exact/exact.ts";
import type { Ratio } from "../../exact/ratio.ts";
import { finding, remark } from "../../findings/finding.ts";
import { rowOf } from "../../ledger/amounts.ts";
import { type Entry, placeOf } from "../../ledger/entry.ts";
import { countLimit, monthName, subjectOf } from "../asking.ts";
import { plainSeries } from "../case.ts";
import { factorOf, floats } from "../deviation.ts";
import { type Fingerprints, fingerprints, mixed, stirred } from "../fingerprints.ts";
import { type Guided, guidesOf, tonnesToUsual, trackOf, usualOf } from "../guides.ts";
import { type NumberSeries, numberSeriesOf } from "../number-series.ts";
import { answer, type FirmCase, type Months, notChecked, type RunRule, type Suspicion } from "../rule.ts";
import { outputSteps, type Series } from "../series.ts";
import { agreeingDigits } from "../surprise.ts";
import { tonnesOfMonths } from "../unmeasured.ts";

export const sharedSeries: RunRule = {
	id: "X-501",
	code: "shared-series",
	begin: (limit) => {
		const chance = countLimit(limit, "chance-digits");
		const search: Search = {
			// A stretch that agrees by chance once in the square of what is no chance.
			enough: chance * 2,
			shortest: countLimit(limit, "shared-months"),
			firms: [],
			firmOf: [],
			indexOf: [],
			beginsAt: [],
			prints: fingerprints(),
			stretches: 0,
		};
		const scratch: Scratch = { bits: [], digits: [] };
		return {
			take: (one) => {
				if (one.series.length === 0) return;
				search.firms.push({ firm: one.firm, recordAgain: one.recordAgain, rules: one.rules });
				for (const [index, numberSeries] of numberSeriesOf(one).entries()) note(search, scratch, numberSeries, index);
			},
			answer: () => {
				if (search.firms.length === 0) return notChecked("no-months");
				if (search.firms.length === 1) return notChecked("no-other-firm");
				// There are as many pairs as the square of the stretches.
				const surprising = chance + 2 * String(search.stretches).length;
				return answer(
					toldOf(
						sharedBy(search).filter(({ digits }) => digits >= surprising),
						search,
						limit,
					),
				);
			},
		};
	},
};

/** What is kept of a firm. Its histories are made again where a hash leads back to it, so that memory does not grow with them. */
type Kept = Pick<FirmCase, "firm" | "recordAgain" | "rules">;

interface Search {
	readonly enough: number;
	readonly shortest: number;
	readonly firms: Kept[];
	/** Of each series of numbers its firm, its place among those of the firm, and where its hashes begin. */
	readonly firmOf: number[];
	readonly indexOf: number[];
	readonly beginsAt: number[];
	/** One for each number of each series: of the stretch that begins there. */
	readonly prints: Fingerprints;
	/** How many stretches say enough. */
	stretches: number;
}

/** Of the series in hand: bits to make hashes of, and the digits that say something. */
interface Scratch {
	readonly bits: number[];
	readonly digits: number[];
}

/** Longer stretches say too little a month to be looked for. */
const longest = 24;

function note(search: Search, { bits, digits }: Scratch, numberSeries: NumberSeries, index: number): void {
	const { enough, shortest, prints } = search;
	const { at, sizes } = numberSeries;
	search.firmOf.push(search.firms.length - 1);
	search.indexOf.push(index);
	search.beginsAt.push(prints.size());
	for (let place = 0; place < sizes.length; place += 1) {
		const size = sizes[place] as number;
		bits[place] = mixed(size);
		digits[place] = size === 0 ? 0 : significantDigits(numberSeries.exactly(place)) - 1;
	}
	const { unit } = numberSeries.series;
	const seed = mixed(numberSeries.parameter === "" ? unit.length * 256 + unit.charCodeAt(0) : numberSeries.parameter.length);
	for (let start = 0; start < at.length; start += 1) {
		let high = seed;
		let low = ~seed;
		let said = 0;
		let end = start;
		while (end < at.length && end - start < longest && (said < enough || end - start < shortest)) {
			if (end > start && (at[end] as number) - (at[end - 1] as number) > 1) break;
			if (end === start || sizes[end] !== sizes[end - 1]) said += digits[end] as number;
			high = stirred(high ^ (bits[end] as number));
			low = Math.imul(low ^ (bits[end] as number), 0x01000193) + high;
			end += 1;
		}
		if (said >= enough && end - start >= shortest) {
			search.stretches += 1;
			prints.add(high, low);
		} else prints.addNone();
	}
}

/** Numbers that two firms have in common. */
interface Shared {
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

/** Goes through the series once more, in order of firm: each with the first series of another firm that has its numbers. */
function sharedBy(search: Search): Shared[] {
	const { prints, beginsAt, firmOf } = search;
	const isRepeated = prints.repeated();
	if (isRepeated === undefined) return [];
	const seriesOf = seriesMaker(search);
	const first = new Map<number, { readonly series: number; readonly start: number }>();
	const found: Shared[] = [];
	for (const [series, begin] of beginsAt.entries()) {
		const end = beginsAt[series + 1] ?? prints.size();
		for (let place = begin; place < end; place += 1) {
			if (!isRepeated(place)) continue;
			const hash = prints.at(place);
			const there = first.get(hash);
			if (there === undefined) first.set(hash, { series, start: place - begin });
			else if (firmOf[there.series] !== firmOf[series]) {
				const firms = [series, there.series].map((id) => (search.firms[firmOf[id] as number] as Kept).firm.firm) as [
					string,
					string,
				];
				const shared = sideBySide(seriesOf(series), place - begin, seriesOf(there.series), there.start, firms);
				if (shared === undefined) continue;
				found.push(shared.reported);
				// What follows of the same stretch is reported with it.
				place = begin + shared.end - 1;
			}
		}
	}
	return found;
}

/** Makes series again; those of the last two firms are kept, since what is shared is shared on and on. */
function seriesMaker({ firms, firmOf, indexOf }: Search): (id: number) => NumberSeries {
	let kept: (readonly [firm: number, own: readonly NumberSeries[]])[] = [];
	return (id) => {
		const firm = firmOf[id] as number;
		const found = kept.find(([of]) => of === firm) ?? ([firm, seriesAgain(firms[firm] as Kept)] as const);
		kept = [found, ...kept.filter((one) => one !== found)].slice(0, 2);
		return found[1][indexOf[id] as number] as NumberSeries;
	};
}

function seriesAgain({ firm, recordAgain, rules }: Kept): NumberSeries[] {
	return numberSeriesOf({ rules, series: plainSeries(firm, recordAgain(), rules) });
}

/** All that agrees around one place of two series, and where it ends in the first; undefined where the hash misled. */
function sideBySide(
	numberSeries: NumberSeries,
	start: number,
	other: NumberSeries,
	otherStart: number,
	[firm, otherFirm]: readonly [string, string],
): { readonly reported: Shared; readonly end: number } | undefined {
	if (
		other.parameter !== numberSeries.parameter ||
		(numberSeries.parameter === "" && other.series.unit !== numberSeries.series.unit)
	)
		return undefined;
	const shift = otherStart - start;
	const agrees = (index: number): boolean =>
		numberSeries.sizes[index] !== undefined &&
		numberSeries.sizes[index] === other.sizes[index + shift] &&
		equal(numberSeries.exactly(index), other.exactly(index + shift));
	/** Whether a number follows the one before in both, the same month or the next. */
	const runsOn = (index: number): boolean => {
		const step = (numberSeries.at[index] as number) - (numberSeries.at[index - 1] as number);
		return step <= 1 && (other.at[index + shift] as number) - (other.at[index + shift - 1] as number) === step;
	};
	if (!agrees(start)) return undefined;
	let [first, end] = [start, start + 1];
	while (agrees(first - 1) && runsOn(first)) first -= 1;
	while (agrees(end) && runsOn(end)) end += 1;
	const numbers = Array.from({ length: end - first }, (_, offset) => numberSeries.exactly(first + offset));
	const [from, to] = [numberSeries.at[first] as number, numberSeries.at[end - 1] as number];
	const { carrier, use } = numberSeries.series;
	return {
		reported: {
			...{ firm, other: otherFirm, from, to, months: to - from + 1, otherFrom: other.at[first + shift] as number },
			of: { parameter: numberSeries.parameter, series: { carrier, use } },
			entry: numberSeries.entry(first),
			otherEntry: other.entry(first + shift),
			digits: agreeingDigits(numbers),
		},
		end,
	};
}

/** One finding for each two firms: of all they share what says most, and how many series it is. */
function toldOf(found: readonly Shared[], search: Search, limit: FirmCase["limit"]): Suspicion[] {
	const pairs = new Map<string, Shared[]>();
	for (const shared of found) {
		const name = `${shared.firm}\u001f${shared.other}`;
		const there = pairs.get(name);
		if (there === undefined) pairs.set(name, [shared]);
		else there.push(shared);
	}
	return [...pairs.values()].map((all) => {
		const said = all.reduce((best, one) => (one.digits > best.digits ? one : best));
		const most = isOthers(said, search, limit) ? swapped(said) : said;
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
function monthsOf({ of, entry, months }: Shared, all: readonly Series[]): Months | undefined {
	if (of.parameter !== "") return undefined;
	for (const series of all) {
		const first = series.steps.findIndex(({ lots }) => lots.some((lot) => lot.entry === entry));
		if (first >= 0) return { series, months: [...series.steps.keys()].slice(first, first + months) };
	}
	return undefined;
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
function isOthers(shared: Shared, { firms }: Search, limit: FirmCase["limit"]): boolean {
	const [own, others] = [shared, swapped(shared)].map((side) => {
		const kept = firms.find(({ firm }) => firm.firm === side.firm) as Kept;
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
