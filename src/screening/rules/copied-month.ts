/**
 * K-207: a month whose amounts are those of the month before, of one two or three months before, or of a year before, digit by digit: of one carrier, of
 * several at once, or of the output. Only where chance would make such a month in fewer firms than the limit says.
 * Three equal months running are repeated-amount, a whole year that equals the last is copied-year.
 */
import { type Exact, equal, nearly, significantDigits } from "../../exact/exact.ts";
import type { Ratio } from "../../exact/ratio.ts";
import { fromExact, minus, negative, plus, zeroRatio } from "../../exact/ratio.ts";
import { finding, remark, type Subject } from "../../findings/finding.ts";
import { type Entry, placeOf } from "../../ledger/entry.ts";
import { countLimit, entryOf, monthName, subjectOf } from "../asking.ts";
import { clearsCopies, partsOfChance, timesNoted } from "../clear/copies.ts";
import { chanceOf, choices, deviations, type Echo, shareAsOdd } from "../coincidence.ts";
import {
	companionsOfOutput,
	companionsOfSeries,
	type Guide,
	guidesOf,
	guidesOfOutput,
	outputTrack,
	type Track,
	tonnesToUsual,
	trackOf,
	usualOf,
} from "../guides.ts";
import { once } from "../once.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import type { Series, Step } from "../series.ts";
import { tonnesOfMonths } from "../unmeasured.ts";
import { outputImpact } from "./slipped-output.ts";

export const copiedMonth: FirmRule = {
	id: "K-207",
	code: "copied-month",
	clears: clearsCopies,
	judge: (one) => {
		if (one.series.length === 0) return notChecked("no-months");
		if (one.series.every(({ steps }) => steps.length < 2)) return notChecked("too-few-months");
		return answer(copies(one).map((copy) => suspicionOf(one, copy)));
	},
};

/** An amount that stands in an earlier month as well. */
interface Same extends Echo {
	/** undefined: the output. */
	readonly series: Series | undefined;
	readonly at: number;
	readonly lag: Lag;
	readonly digits: number;
}

const lags = [1, 2, 3, 12] as const;
type Lag = (typeof lags)[number];

/** Months running that are copies of months as far back; what is the same in each. */
interface Copy {
	readonly lag: Lag;
	readonly months: readonly (readonly Same[])[];
	/** Chance would make such a month in too many firms to say that it did not: a note, beside which any verdict stands. */
	readonly faint: boolean;
}

/** Months of a history that are copies, by their places. */
export function monthsOfCopies(one: FirmCase, series: Series): number[] {
	return copies(one).flatMap(({ months, faint }) =>
		faint ? [] : months.flat().flatMap((same) => (same.series === series ? [same.index] : [])),
	);
}

const made = once<FirmCase, Copy[]>();

function copies(one: FirmCase): Copy[] {
	let found = made.get(one);
	if (found === undefined) {
		found = find(one);
		made.set(one, found);
	}
	return found;
}

function find(one: FirmCase): Copy[] {
	const limits = { repeated: countLimit(one.limit, "same-months"), year: countLimit(one.limit, "copied-months") };
	const output = outputTrack(one);
	const all = [
		...one.series.flatMap((series) => sameIn(trackOf(series), series, limits)),
		...(output === undefined ? [] : sameIn(output, undefined, limits)),
	];
	if (all.length === 0) return [];
	const byLag = lags.map((lag) => {
		const byMonth = new Map<number, Same[]>();
		for (const same of all) if (same.lag === lag) byMonth.set(same.at, [...(byMonth.get(same.at) ?? []), same]);
		const most = nearly(one.limit("copied-chance")) * partsOfChance[lag];
		return { lag, months: [...byMonth].map(([at, same]) => ({ at, same, chance: chanceOfMonth(one, same) / most })) };
	});
	const told = new Set<number>();
	return [false, true].flatMap((faint) =>
		byLag.flatMap(({ lag, months }): Copy[] => {
			const its = months.filter(({ at, chance }) => chance <= (faint ? timesNoted[lag] : 1) && !told.has(at));
			for (const { at } of its) told.add(at);
			return runsOf(its).map((run) => ({ lag, months: run, faint }));
		}),
	);
}

/** Months that follow each other, together; in order of time. */
function runsOf(months: readonly { readonly at: number; readonly same: readonly Same[] }[]): (readonly Same[])[][] {
	const runs: (readonly Same[])[][] = [];
	let last = Number.NaN;
	for (const { at, same } of [...months].sort((a, b) => a.at - b.at)) {
		if (at === last + 1) (runs.at(-1) as (readonly Same[])[]).push(same);
		else runs.push([same]);
		last = at;
	}
	return runs;
}

/**
 * The share of honest firms that would have such a month: by all amounts that are the same in it, in whichever month it might have
 * been; and by how odd they are beside what is not the same, since a copy that is as the month would be does no harm.
 */
function chanceOfMonth(one: FirmCase, same: readonly Same[]): number {
	const fewest = countLimit(one.limit, "history-months");
	const [first] = same as [Same, ...Same[]];
	const carriers = one.series.length;
	const tracks = carriers + (one.output === undefined ? 0 : 1);
	// Whoever copies a month of energy copies all of it, and of a table of outputs there is one: these are ways of their own, and not some
	// among many.
	const isAll = same.length >= carriers && same.every(({ series }) => series !== undefined || same.length === tracks);
	const isOutput = same.length === 1 && first.series === undefined;
	let chance = shareUnlike(one, same) * (isAll || isOutput ? 1 : choices(tracks, same.length));
	for (const own of same) chance *= chanceOf(own, fewest, own === first ? undefined : first);
	return chance * first.track.at.length;
}

/** The share of months in which the first of them would be as far from what moves with it and is not the same. */
function shareUnlike(one: FirmCase, same: readonly Same[]): number {
	const [{ series, track, index }] = same as [Same, ...Same[]];
	const isSame = ({ by, series: other }: Guide): boolean =>
		by === "own" ? same.length > 1 : same.some((each) => each.series === (by === "output" ? undefined : other));
	const companions = (series === undefined ? companionsOfOutput(one) : companionsOfSeries(one, series)).filter(
		(guide) => !isSame(guide),
	);
	const all = (): readonly Guide[] => (series === undefined ? guidesOfOutput(one) : guidesOf(one, series));
	return shareAsOdd(deviations(track, companions.length > 0 ? companions : all().filter((guide) => !isSame(guide))), index);
}

/** Months of a track that equal an earlier one, without those that another rule tells of. */
function sameIn(track: Track, series: Series | undefined, limits: { repeated: number; year: number }): Same[] {
	const { at, sizes, amount, shape } = track;
	const found: Same[] = [];
	if (shape.repeated < 2 && !shape.echoes && !shape.recurs) return found;
	const note = (index: number, back: number, lag: Lag): void => {
		found.push({ series, track, index, back, at: at[index] as number, lag, digits: significantDigits(amount(index)) - 1 });
	};
	const isSame = (index: number, other: number): boolean =>
		sizes[index] === sizes[other] && (sizes[index] as number) > 0 && equal(amount(index), amount(other) as Exact);
	const pairs: number[] = [];
	for (let first = 0; first < sizes.length; ) {
		let next = first + 1;
		while (next < sizes.length && at[next] === (at[next - 1] as number) + 1 && isSame(next, first)) next += 1;
		if (next - first === 2 && limits.repeated > 2) pairs.push(first + 1);
		first = next;
	}
	// The same two months equal in several years are shares of a year by a key, and no copies.
	const month = (index: number): number => (at[index] as number) % 12;
	for (const index of pairs)
		if (!pairs.some((other) => other !== index && month(other) === month(index))) note(index, index - 1, 1);
	if (shape.recurs)
		for (const lag of [2, 3] as const)
			for (let index = lag; index < sizes.length; index += 1) {
				const isThere = at[index] === (at[index - lag] as number) + lag;
				if (isThere && isSame(index, index - lag) && !isSame(index, index - 1)) note(index, index - lag, lag);
			}
	let back = 0;
	for (let start = 0, end = 0; start < at.length; start = end) {
		const year = Math.floor((at[start] as number) / 12);
		const [equals, both]: [[index: number, back: number][], number[]] = [[], []];
		for (end = start; end < at.length && Math.floor((at[end] as number) / 12) === year; end += 1) {
			while ((at[back] as number) < (at[end] as number) - 12) back += 1;
			if (at[back] !== (at[end] as number) - 12) continue;
			both.push(end);
			if (isSame(end, back)) equals.push([end, back]);
		}
		if (equals.length === both.length && equals.length >= limits.year) continue;
		for (const [index, then] of equals) note(index, then, 12);
	}
	return found;
}

function suspicionOf(one: FirmCase, { lag, months, faint }: Copy): Suspicion {
	const [first] = months as [readonly Same[]];
	const most = first.reduce((best, same) => (same.digits > best.digits ? same : best));
	const [last] = months.at(-1) as [Same];
	const { what, entry } = whatOf(one, most);
	const about = remark("copied-month", {
		what,
		from: monthAt(most.at - lag),
		months: months.length,
		to: monthAt(last.at),
		others: first.length - 1,
	});
	const told = finding(about, placeOf(entry), one.record.firm, monthAt(most.at));
	const year = Math.floor(most.at / 12);
	if (faint) return { finding: { ...told, minor: true }, year, impact: null, aside: true };
	return {
		...{ finding: told, year, impact: null },
		years: () => doubted(one, months.flat()),
		unmeasured: () => unmeasured(one, months.flat()),
	};
}

function whatOf(one: FirmCase, { series, index }: Same): { readonly what: Subject; readonly entry: Entry } {
	if (series !== undefined) return { what: subjectOf(series), entry: entryOf(series.steps[index] as Step) };
	const { entry } = (one.output as NonNullable<FirmCase["output"]>).steps[index] as { readonly entry: Entry };
	const { indicator, product } = one.rules.facts;
	const own = [...one.record.output.values()].find(
		(each) => each.indicator === indicator && each.product === product && [...each.entries.values()].includes(entry),
	);
	return { what: { of: "indicator", indicator, prices: own?.prices ?? null }, entry } as { what: Subject; entry: Entry };
}

/** What the year's total would have to change by, were the month's output what is usual beside what the works used. */
function outputToUsual(one: FirmCase, index: number): [year: number, tonnes: Ratio] | undefined {
	const [track, step] = [outputTrack(one), one.output?.steps[index]];
	const usual = track === undefined ? undefined : usualOf(track, guidesOfOutput(one), index);
	if (step === undefined || usual === undefined) return undefined;
	const tonnes = outputImpact(one, step.year, minus(usual.value, fromExact(step.amount)));
	return tonnes === null ? undefined : [step.year, tonnes];
}

/** What the months would usually be, carrier by carrier, and the output beside these. */
function doubted(one: FirmCase, all: readonly Same[]): Map<number, Ratio> | undefined {
	const years = new Map<number, Ratio>();
	for (const series of new Set(all.map((same) => same.series))) {
		if (series === undefined) {
			for (const { index } of all.filter((same) => same.series === undefined)) {
				const [year, tonnes] = outputToUsual(one, index) ?? [0, zeroRatio];
				if (year !== 0) years.set(year, plus(years.get(year) ?? zeroRatio, tonnes));
			}
			continue;
		}
		const months = all.filter((same) => same.series === series).map(({ index }) => index);
		for (const [year, tonnes] of tonnesToUsual(one, series, months) ?? [])
			years.set(year, plus(years.get(year) ?? zeroRatio, tonnes));
	}
	return years.size === 0 ? undefined : years;
}

/** All that the copies come to; of the output the share of the year's emissions that its months have of its year. */
function unmeasured(one: FirmCase, all: readonly Same[]): Map<number, Ratio> {
	const years = new Map<number, Ratio>();
	const note = (year: number, tonnes: Ratio): void => {
		years.set(year, plus(years.get(year) ?? zeroRatio, tonnes));
	};
	for (const { series, index } of all) {
		if (series !== undefined) {
			for (const own of tonnesOfMonths(one, series, [index]) ?? []) note(...own);
			continue;
		}
		const step = one.output?.steps[index];
		const none = step === undefined ? null : outputImpact(one, step.year, negative(fromExact(step.amount)));
		if (step !== undefined && none !== null) note(step.year, none);
	}
	return years;
}

function monthAt(at: number): string {
	return monthName({ year: Math.floor(at / 12), month: (at % 12) + 1 });
}
