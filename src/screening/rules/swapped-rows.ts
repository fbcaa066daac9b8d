/**
 * U-111: the numbers of two carriers stand in each other's rows: each is odd where it stands, and usual in the place of the other. Months
 * are held against those of other years, since all months of a year may be swapped.
 */
import { type Exact, nearly } from "../../exact/exact.ts";
import { fromExact, per, plus, type Ratio, times, zeroRatio } from "../../exact/ratio.ts";
import { remark } from "../../findings/finding.ts";
import { aboutMonth, countLimit, entryOf, impactsOf, type Meant, monthName, subjectOf } from "../asking.ts";
import { clearsSwaps, swapBounds } from "../clear/swaps.ts";
import { factorOf, floats } from "../deviation.ts";
import { guidesOf, oddFrom, ownScatter, type Track, trackOf, type Usual, usualBy } from "../guides.ts";
import { historyOf, slack } from "../history.ts";
import { once } from "../once.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import type { Series, Step } from "../series.ts";

export const swappedRows: FirmRule = {
	id: "U-111",
	code: "swapped-rows",
	clears: clearsSwaps,
	judge: (one) => {
		if (one.series.length === 0) return notChecked("no-months");
		if (one.series.every((series) => historyOf(series).used < countLimit(one.limit, "history-months")))
			return notChecked("too-few-months");
		return answer(swaps(one).map((swap) => suspicionOf(one, swap)));
	},
};

/** Months running in which two carriers stand for each other: their places in both. */
interface Swap {
	readonly series: Series;
	readonly other: Series;
	readonly months: readonly (readonly [own: number, other: number])[];
}

/** Months of a history that hold another's numbers, by their places. */
export function monthsOfSwaps(one: FirmCase, series: Series): number[] {
	return swaps(one).flatMap((swap) => {
		if (swap.series === series) return swap.months.map(([own]) => own);
		return swap.other === series ? swap.months.map(([, other]) => other) : [];
	});
}

const made = once<FirmCase, Swap[]>();

function swaps(one: FirmCase): Swap[] {
	let found = made.get(one);
	if (found === undefined) {
		const some = one.series.filter(({ use }) => use === "consumed");
		found = some.flatMap((series, index) => some.slice(index + 1).flatMap((other) => swapsOf(one, series, other)));
		made.set(one, found);
	}
	return found;
}

function swapsOf(one: FirmCase, series: Series, other: Series): Swap[] {
	if (series.carrier === other.carrier) return [];
	if (!mayBeSwapped(one, series, other)) return [];
	const [own, others] = [trackOf(series), trackOf(other)];
	const [perOwn, perOther] = [written(series), written(other)];
	if (perOwn === undefined || perOther === undefined) return [];
	const both = monthsOfBoth(own, others);
	/** The months whose numbers fit in each other's place, by what each would be without some months. */
	const fitting = (usually: UsualWithout, loosely: number): [number, number][] =>
		both.filter(([index, place]) => {
			const [usualA, usualB] = [usually(series, index, other), usually(other, place, series)];
			if (usualA === undefined || usualB === undefined) return false;
			const [a, b] = [own.sizes[index] as number, others.sizes[place] as number];
			const isOdd = (size: number, { near, guide }: Usual): boolean => factorOf(floats, size, near) >= oddFrom(one, guide);
			const fits = (size: number, { near, guide }: Usual): boolean =>
				factorOf(floats, size, near) <= ownScatter(one, guide) * loosely;
			const [ofB, ofA] = [(b / perOther) * perOwn, (a / perOwn) * perOther];
			return isOdd(a, usualA) && isOdd(b, usualB) && fits(ofB, usualA) && fits(ofA, usualB);
		});
	// Of the months around a year of swapped months most are swapped as well, so that all others are asked first; works get better in time.
	const first = fitting((of, index, but) => usualWithout(one, of, index, but, () => false, own.at.length), overYears);
	const aside = new Map([
		[series, new Set(first.map(([index]) => index))],
		[other, new Set(first.map(([, place]) => place))],
	]);
	const found = fitting(
		(of, index, but) => usualWithout(one, of, index, but, (place) => aside.get(of)?.has(place) === true, around),
		1,
	);
	const runs: [number, number][][] = [];
	for (const pair of found) {
		const run = runs.at(-1);
		if (run?.at(-1)?.[0] === pair[0] - 1) run.push(pair);
		else runs.push([pair]);
	}
	return runs.map((months) => ({ series, other, months }));
}

/** Whether floats leave it open: each is odd by a factor, so that what one is of the other moves by its square. */
function mayBeSwapped({ limit }: FirmCase, series: Series, other: Series): boolean {
	const [own, others] = [historyOf(series), historyOf(other)];
	const far = nearly(limit("month-ratio"));
	if (own.highest < own.lowest * far * (1 - slack) || others.highest < others.lowest * far * (1 - slack)) return false;
	let [place, low, high] = [0, Number.POSITIVE_INFINITY, 0];
	for (const [index, at] of own.at.entries()) {
		while ((others.at[place] as number) < at) place += 1;
		if (others.at[place] !== at) continue;
		const quotient = (own.sizes[index] as number) / (others.sizes[place] as number);
		if (!(quotient > 0) || quotient === Number.POSITIVE_INFINITY) continue;
		if (quotient < low) low = quotient;
		if (quotient > high) high = quotient;
	}
	return high >= low * far * (1 - slack);
}

const { around, overYears } = swapBounds;

type UsualWithout = (of: Series, index: number, but: Series) => Usual | undefined;

/** By other guides than the carrier that it may be swapped with, without its own year and the months that are aside. */
function usualWithout(
	one: FirmCase,
	series: Series,
	index: number,
	but: Series,
	isAside: (index: number) => boolean,
	most: number,
): Usual | undefined {
	const track = trackOf(series);
	const year = (place: number): number => Math.floor((track.at[place] as number) / 12);
	for (const guide of guidesOf(one, series)) {
		if (guide.series?.carrier === but.carrier) continue;
		const usual = usualBy(track, guide, index, (other) => year(other) === year(index) || isAside(other), most);
		if (usual !== undefined) return usual;
	}
	return undefined;
}

/** The places of months in which both are above zero. */
function monthsOfBoth(own: Track, others: Track): [number, number][] {
	const both: [number, number][] = [];
	let place = 0;
	for (const [index, at] of own.at.entries()) {
		while ((others.at[place] as number) < at) place += 1;
		if (others.at[place] === at && (own.sizes[index] as number) > 0 && (others.sizes[place] as number) > 0)
			both.push([index, place]);
	}
	return both;
}

/** One written unit in the unit that the history is held in, where all its rows are written in one. */
function written({ steps }: Series): number | undefined {
	const sizes = new Set<number | undefined>();
	for (const step of steps) {
		const { perUnit } = entryOf(step).from;
		sizes.add(perUnit === undefined ? undefined : nearly(perUnit));
	}
	return sizes.size === 1 ? [...sizes][0] : undefined;
}

function suspicionOf(one: FirmCase, swap: Swap): Suspicion {
	const { series, other, months } = swap;
	const step = (of: Series, index: number | undefined): Step => of.steps[index as number] as Step;
	const first = step(series, months[0]?.[0]);
	const about = remark("swapped-rows", {
		what: subjectOf(series),
		other: subjectOf(other),
		months: months.length,
		to: monthName(step(series, months.at(-1)?.[0])),
	});
	return { finding: aboutMonth(one, first, about), year: first.year, impact: null, years: () => doubted(one, swap) };
}

/** Both as they would be in each other's rows. */
function doubted(one: FirmCase, { series, other, months }: Swap): Map<number, Ratio> | undefined {
	const unit = (step: Step): Ratio => fromExact(entryOf(step).from.perUnit as Exact);
	const meant = (of: Series, index: number, by: Series, place: number): Meant => {
		const [step, from] = [of.steps[index] as Step, by.steps[place] as Step];
		return { year: step.year, is: fromExact(step.amount), meant: times(per(fromExact(from.amount), unit(from)), unit(step)) };
	};
	const years = impactsOf(
		one,
		series,
		months.map(([own, theirs]) => meant(series, own, other, theirs)),
	);
	const others = impactsOf(
		one,
		other,
		months.map(([own, theirs]) => meant(other, theirs, series, own)),
	);
	if (years === undefined || others === undefined) return undefined;
	for (const [year, tonnes] of others) years.set(year, plus(years.get(year) ?? zeroRatio, tonnes));
	return years;
}
