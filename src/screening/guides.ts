/**
 * What a month of a history would usually be, by what moves with it: the firm's output, else its other carriers, else its own
 * other years, else its own months around. A works that runs half of its shifts uses half of everything, and no month of it is odd;
 * so a month is held against its guides, and not against its history alone.
 *
 * A guide is worth asking where half of the months keep to it within the root of what would be told of a month. Floats choose and
 * sort by divisions only, which are the same on every machine; what is told is made of amounts of the table, as pairs of whole numbers.
 */
import { obtain } from "../domain/obtain.ts";
import { type Exact, nearly } from "../exact/exact.ts";
import {
	fromExact,
	minus,
	negative,
	oneRatio,
	per,
	plus,
	type Ratio,
	ratio,
	sign,
	times,
	whole,
	zeroRatio,
} from "../exact/ratio.ts";
import { middlesAround } from "./around.ts";
import { impactsOf, type Meant } from "./asking.ts";
import { factorOf, floats } from "./deviation.ts";
import { historyOf, outputHistoryOf, slack } from "./history.ts";
import { once } from "./once.ts";
import type { FirmCase } from "./rule.ts";
import type { OutputSteps, Series } from "./series.ts";
import type { Shape } from "./shape.ts";

/** Amounts month by month: a carrier's, or the output's. */
export interface Track {
	/** Months since the year 0, rising. */
	readonly at: readonly number[];
	readonly sizes: readonly number[];
	readonly shape: Shape;
	readonly amount: (index: number) => Exact;
}

export interface Guide {
	readonly by: "output" | "carrier" | "own";
	/** The other carrier. */
	readonly series?: Series;
	/** For each month of the history what it uses for one of the guide's; NaN where either is not above zero. */
	readonly quotients: readonly number[];
	/** The guide's own size in each month; NaN where it has none. */
	readonly sizes: readonly number[];
	readonly exactly: (index: number) => Ratio;
	/** The middle one of the quotients around each month, where they were looked for all at once: there `usualBy` finds no other. */
	readonly middles: Float64Array | undefined;
	/** How many times each month is what the guide says, or the other way round: one or more; NaN where the guide says nothing. */
	readonly factors: readonly number[];
	/** The same of the middle month. */
	readonly scatter: number;
}

/** What a month would be. */
export interface Usual {
	readonly guide: Guide;
	readonly near: number;
	readonly value: Ratio;
}

/** So many months say what is usual: half a year on either side. */
const around = 12;

/** What guides are made of. */
export type Guided = Pick<FirmCase, "series" | "output" | "limit">;

export function trackOf(series: Series): Track {
	const { at, sizes, shape } = historyOf(series);
	return { at, sizes, shape, amount: (index) => (series.steps[index] as Series["steps"][number]).amount };
}

export function outputTrack({ output }: Guided): Track | undefined {
	return output === undefined
		? undefined
		: { ...outputHistoryOf(output), amount: (index) => (output.steps[index] as (typeof output.steps)[number]).amount };
}

const made = once<Series, readonly Guide[]>();
const madeOfOutput = once<OutputSteps, readonly Guide[]>();

/** The guides of the output, likewise: the carriers, else the output itself. */
export function guidesOfOutput(one: Guided): readonly Guide[] {
	const { output } = one;
	const track = outputTrack(one);
	if (output === undefined || track === undefined) return [];
	const carriers = one.series.filter(({ use }) => use === "consumed");
	return obtain(madeOfOutput, output, () => guidesAmong(one, track, undefined, carriers));
}

/** The guides of a carrier's history, the best first; made when the first rule asks, and let go with the series. */
export function guidesOf(one: Guided, series: Series): readonly Guide[] {
	return obtain(made, series, () => {
		const own = trackOf(series);
		const output = outputTrack(one);
		const others = one.series.filter(({ carrier, use }) => use === "consumed" && carrier !== series.carrier);
		return guidesAmong(one, own, output, others);
	});
}

/**
 * The guides of a carrier's history but for itself, in no order, each made when it comes to it: for a look that a first one of them may
 * settle.
 */
export function* companionsInTurn(one: Guided, series: Series): Generator<Guide> {
	const [own, output, fewest] = [trackOf(series), outputTrack(one), nearly(one.limit("history-months"))];
	const others = one.series.filter(({ carrier, use }) => use === "consumed" && carrier !== series.carrier);
	const ofOutput = output === undefined ? undefined : guideAlong(own, "output", output, 0, fewest);
	if (ofOutput !== undefined && isGood(one, ofOutput)) yield ofOutput;
	for (const other of others) {
		const guide = guideAlong(own, "carrier", trackOf(other), 0, fewest);
		if (guide !== undefined && isGood(one, guide)) yield guide;
	}
}

/** Whether half of the months keep to a guide within the root of what would be told. */
function isGood({ limit }: Pick<Guided, "limit">, { scatter }: Guide): boolean {
	return scatter * scatter <= nearly(limit("month-ratio"));
}

function guidesAmong(one: Guided, own: Track, output: Track | undefined, others: readonly Series[]): readonly Guide[] {
	const fewest = nearly(one.limit("history-months"));
	const good = (some: readonly (Guide | undefined)[]): Guide[] =>
		some.filter((guide): guide is Guide => guide !== undefined && isGood(one, guide)).sort((a, b) => a.scatter - b.scatter);
	const along = (by: Guide["by"], track: Track, lag = 0): Guide | undefined => guideAlong(own, by, track, lag, fewest);
	return [
		...good([output === undefined ? undefined : along("output", output)]),
		...good(
			others.map((series) => {
				const guide = along("carrier", trackOf(series));
				return guide === undefined ? undefined : { ...guide, series };
			}),
		),
		...good([along("own", own, 12), along("own", own, -12), levelOf(own, fewest)]),
	];
}

/** One month after another beside what the track has so many months before. */
function guideAlong(own: Track, by: Guide["by"], track: Track, lag: number, fewest: number): Guide | undefined {
	if (lag === 0 && isBeside(own, track)) return guideOf(own, by, track.sizes, (index) => fromExact(track.amount(index)), fewest);
	const places: number[] = [];
	let place = 0;
	for (const now of own.at) {
		while ((track.at[place] as number) < now - lag) place += 1;
		places.push(track.at[place] === now - lag ? place : -1);
	}
	const sizes = places.map((at) => (at < 0 ? Number.NaN : (track.sizes[at] as number)));
	return guideOf(own, by, sizes, (index) => fromExact(track.amount(places[index] as number)), fewest);
}

/** Whether two tracks have the same months, without a gap. */
function isBeside({ at }: Track, other: Track): boolean {
	const [count, first] = [at.length, at[0] as number];
	const isWhole = (some: readonly number[]): boolean => some.length === count && some[count - 1] === first + count - 1;
	return count > 0 && other.at[0] === first && isWhole(at) && isWhole(other.at);
}

/** Months around as they are. */
function levelOf(own: Track, fewest: number): Guide | undefined {
	return guideOf(
		own,
		"own",
		own.at.map(() => 1),
		() => oneRatio,
		fewest,
	);
}

function guideOf(
	{ at, sizes: own }: Track,
	by: Guide["by"],
	sizes: readonly number[],
	exactly: (index: number) => Ratio,
	fewest: number,
): Guide | undefined {
	const quotients = own.map((size, index) =>
		size > 0 && (sizes[index] as number) > 0 ? size / (sizes[index] as number) : Number.NaN,
	);
	const middles = middlesAround(at, quotients, around);
	const usualAt = (index: number): number => {
		if (middles !== undefined) return middles[index] as number;
		const place = usualPlace(at, quotients, index, (other) => other === index);
		return place === undefined ? Number.NaN : (quotients[place] as number);
	};
	const factors = quotients.map((quotient, index) => (quotient > 0 ? factorOf(floats, quotient, usualAt(index)) : Number.NaN));
	const known = middles === undefined || factors.length < 2 ? factors.filter((factor) => factor > 0) : factors;
	if (known.length < fewest) return undefined;
	return { by, quotients, sizes, exactly, middles, factors, scatter: middleOf(known) };
}

/** The month whose quotient is the middle one of the nearest that are not aside; of an even number the upper. */
function usualPlace(
	at: readonly number[],
	quotients: readonly number[],
	index: number,
	isAside: (index: number) => boolean,
	most = around,
): number | undefined {
	const now = at[index] as number;
	const near: number[] = [];
	let [back, on] = [index, index + 1];
	while (near.length < most && (back >= 0 || on < at.length)) {
		const isBack = on >= at.length || (back >= 0 && now - (at[back] as number) <= (at[on] as number) - now);
		const place = isBack ? back-- : on++;
		if ((quotients[place] as number) > 0 && !isAside(place)) near.push(place);
	}
	if (near.length === 0) return undefined;
	near.sort((a, b) => (quotients[a] as number) - (quotients[b] as number) || a - b);
	return near[near.length >> 1];
}

function middleOf(values: readonly number[]): number {
	return Float64Array.from(values).sort()[values.length >> 1] as number;
}

/** What a month would be by one guide and the months that are not aside, so many of them; undefined where the guide has none. */
export function usualBy(
	track: Track,
	guide: Guide,
	index: number,
	isAside: (index: number) => boolean,
	most: number = around,
): Usual | undefined {
	const size = guide.sizes[index] as number;
	if (!(size > 0)) return undefined;
	const place = usualPlace(track.at, guide.quotients, index, (other) => other === index || isAside(other), most);
	if (place === undefined) return undefined;
	return {
		guide,
		near: (guide.quotients[place] as number) * size,
		get value() {
			return times(per(fromExact(track.amount(place)), guide.exactly(place)), guide.exactly(index));
		},
	};
}

/** By the best guide that has an answer. */
export function usualOf(
	track: Track,
	guides: readonly Guide[],
	index: number,
	isAside: (index: number) => boolean = () => false,
): Usual | undefined {
	for (const guide of guides) {
		const usual = usualBy(track, guide, index, isAside);
		if (usual !== undefined) return usual;
	}
	return undefined;
}

/** How many times what is usual a month must be to be odd: the floor, and so many times the guide's own scatter. */
export function oddFrom({ limit }: FirmCase, { scatter }: Guide): number {
	return Math.max(nearly(limit("month-ratio")), raised(scatter, nearly(limit("month-deviation"))));
}

/** Within what factor of the usual a month is where the works always was. */
export function ownScatter({ limit }: FirmCase, { scatter }: Guide): number {
	return Math.max(nearly(limit("slip-margin")), raised(scatter, nearly(limit("month-deviation"))));
}

/** By whole and half powers: multiplications and square roots are the same on every machine, powers are not. */
export function raised(scatter: number, power: number): number {
	let value = 1;
	for (let left = Math.ceil(power * 2); left > 0; left -= 1) value *= Math.sqrt(scatter);
	return value;
}

/** The guides of a month that are not the history itself: the output where it is given, else the other carriers. */
export function companionsOf(one: FirmCase, series: Series, index: number): readonly Guide[] {
	const asked = guidesOf(one, series).filter(({ by, sizes }) => by !== "own" && (sizes[index] as number) > 0);
	const output = asked.filter(({ by }) => by === "output");
	return output.length > 0 ? output : asked;
}

/**
 * Whether what moves with a history moved as well in a month that is odd by itself: the output, where it is given, else any other
 * carrier. Months aside are odd too and say nothing of what is usual.
 */
export function isShared(one: FirmCase, series: Series, index: number, isAside: (index: number) => boolean): boolean {
	const track = trackOf(series);
	return companionsOf(one, series, index).some((guide) => {
		const usual = usualBy(track, guide, index, isAside);
		return usual !== undefined && factorOf(floats, track.sizes[index] as number, usual.near) < oddFrom(one, guide);
	});
}

/** What a month would usually be, beside what it is, and how far months lie from that. */
interface MeantMonth extends Meant {
	readonly scatter: number;
}

/**
 * What months that cannot be believed would usually be, by all other months; a month that nothing can be said of is left out.
 * Undefined where nothing can be said of any.
 */
function usually(one: FirmCase, series: Series, months: readonly number[]): MeantMonth[] | undefined {
	const [track, guides, aside] = [trackOf(series), guidesOf(one, series), new Set(months)];
	const meant = months.flatMap((index): MeantMonth[] => {
		const usual = usualOf(track, guides, index, (other) => aside.has(other));
		const { year, amount } = series.steps[index] as Series["steps"][number];
		return usual === undefined ? [] : [{ year, is: fromExact(amount), meant: usual.value, scatter: usual.guide.scatter }];
	});
	return meant.length === 0 ? undefined : meant;
}

/**
 * What a firm's years are in doubt by where nobody knows what some of its months were: what they would change by if these were as usual, and
 * what is left open besides, since no month is just as usual. So many months' chances grow with the root of their number.
 */
export function tonnesToUsual(one: FirmCase, series: Series, months: readonly number[]): Map<number, Ratio> | undefined {
	const meant = usually(one, series, months);
	const years = meant === undefined ? undefined : impactsOf(one, series, meant);
	if (meant === undefined || years === undefined) return undefined;
	for (const [year, tonnes] of years) {
		const its = meant.filter((month) => month.year === year);
		const open = impactsOf(one, series, [{ year, is: zeroRatio, meant: chanceOf(its) }])?.get(year);
		if (open !== undefined) years.set(year, sign(tonnes) < 0 ? minus(tonnes, sizeOf(open)) : plus(tonnes, sizeOf(open)));
	}
	return years;
}

/** Parts of a month that its chance is told in. */
const grain = 10_000;

/** Twice as far as the middle month lies from what is usual: of several together by the root of their number. */
function chanceOf(months: readonly MeantMonth[]): Ratio {
	const all = months.reduce(
		(total, { meant, scatter }) =>
			plus(total, times(meant, ratio(BigInt(Math.ceil((scatter - 1 - slack) * grain)), BigInt(grain)))),
		zeroRatio,
	);
	const root = ratio(BigInt(Math.ceil(Math.sqrt(months.length) * grain)), BigInt(grain * months.length));
	return times(times(all, root), whole(2));
}

function sizeOf(value: Ratio): Ratio {
	return sign(value) < 0 ? negative(value) : value;
}
