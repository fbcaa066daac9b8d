/**
 * What a month of a history would usually be, by what moves with it: the firm's output, else its other carriers, else its own
 * other years, else its own months around. A works that runs half of its shifts uses half of everything, and no month of it is odd;
 * so a month is held against its guides, and not against its history alone.
 *
 * A guide is worth asking where half of the months keep to it within the root of what would be told of a month. Floats choose and
 * sort by divisions only, which are the same on every machine; what is told is made of amounts of the table, as pairs of whole numbers.
 */
import { obtain } from "../domain/obtain.ts";
import { nearly } from "../exact/exact.ts";
import { fromExact, minus, negative, per, plus, type Ratio, ratio, sign, times, whole, zeroRatio } from "../exact/ratio.ts";
import { impactsOf, type Meant } from "./asking.ts";
import { factorOf, floats } from "./deviation.ts";
import { around, byItself, type Guide, guideAlong, levelOf, type Track, usualPlace } from "./guide-along.ts";
import { historyOf, outputHistoryOf, slack } from "./history.ts";
import { once } from "./once.ts";
import type { FirmCase } from "./rule.ts";
import type { OutputSteps, Series } from "./series.ts";

export type { Guide, Track } from "./guide-along.ts";

/** What a month would be. */
export interface Usual {
	readonly guide: Guide;
	readonly near: number;
	readonly value: Ratio;
}

/** What guides are made of. */
export type Guided = Pick<FirmCase, "series" | "output" | "limit">;

const madeTracks = once<Series | OutputSteps, Track>();

export function trackOf(series: Series): Track {
	return obtain(madeTracks, series, () => {
		const { at, sizes, shape } = historyOf(series);
		return { at, sizes, shape, amount: (index) => (series.steps[index] as Series["steps"][number]).amount };
	});
}

export function outputTrack({ output }: Guided): Track | undefined {
	if (output === undefined) return undefined;
	return obtain(madeTracks, output, () => {
		const { at, sizes, shape } = outputHistoryOf(output);
		return { at, sizes, shape, amount: (index) => (output.steps[index] as (typeof output.steps)[number]).amount };
	});
}

const made = once<Series, readonly Guide[]>();
const madeCompanions = once<Series, readonly Guide[]>();
const madeOfOutput = once<OutputSteps, readonly Guide[]>();
const madeCompanionsOfOutput = once<OutputSteps, readonly Guide[]>();

/** The guides of the output, likewise: the carriers, else the output itself. */
export function guidesOfOutput(one: Guided): readonly Guide[] {
	const { output } = one;
	if (output === undefined) return [];
	return obtain(madeOfOutput, output, () => [...companionsOfOutput(one), ...guidesByItself(one, outputTrack(one) as Track)]);
}

/** The guides of the output that are not the output itself. */
export function companionsOfOutput(one: Guided): readonly Guide[] {
	const { output } = one;
	if (output === undefined) return [];
	return obtain(madeCompanionsOfOutput, output, () => {
		const [own, fewest] = [outputTrack(one) as Track, nearly(one.limit("history-months"))];
		const carriers = one.series.filter(({ use }) => use === "consumed");
		return goodOf(
			one,
			carriers.map((series) => guideAlong(own, { by: "carrier", series }, trackOf(series), 0, fewest)),
		);
	});
}

/** The guides of a carrier's history, the best first; made when the first rule asks, and let go with the series. */
export function guidesOf(one: Guided, series: Series): readonly Guide[] {
	return obtain(made, series, () => [...companionsOfSeries(one, series), ...guidesByItself(one, trackOf(series))]);
}

/** Those that are not the history itself: the output, then the other carriers. */
export function companionsOfSeries(one: Guided, series: Series): readonly Guide[] {
	return obtain(madeCompanions, series, () => {
		const others = one.series.filter((other) => isCompanion(other, series)).map((other) => along(one, series, other));
		return [...goodOf(one, [alongOutput(one, series)]), ...goodOf(one, others)];
	});
}

/**
 * The guides of a carrier's history but for itself, in no order, each made when it comes to it: for a look that a first one of them may
 * settle.
 */
export function* companionsInTurn(one: Guided, series: Series): Generator<Guide> {
	const ofOutput = alongOutput(one, series);
	if (ofOutput !== undefined && isGood(one, ofOutput)) yield ofOutput;
	for (const other of one.series) {
		if (!isCompanion(other, series)) continue;
		const guide = along(one, series, other);
		if (guide !== undefined && isGood(one, guide)) yield guide;
	}
}

/** Whether another carrier's use may say what a history would be. */
function isCompanion({ carrier, use }: Series, series: Series): boolean {
	return use === "consumed" && carrier !== series.carrier;
}

const madeAlong = once<Series, Map<Series | OutputSteps, Guide | null>>();

/** The guide of a history along another thing, made when it is first asked for. */
function kept(series: Series, other: Series | OutputSteps, make: () => Guide | undefined): Guide | undefined {
	const guides = obtain(madeAlong, series, () => new Map<Series | OutputSteps, Guide | null>());
	return obtain(guides, other, () => make() ?? null) ?? undefined;
}

function along(one: Guided, series: Series, other: Series): Guide | undefined {
	const fewest = nearly(one.limit("history-months"));
	return kept(series, other, () => guideAlong(trackOf(series), { by: "carrier", series: other }, trackOf(other), 0, fewest));
}

function alongOutput(one: Guided, series: Series): Guide | undefined {
	const { output } = one;
	if (output === undefined) return undefined;
	const fewest = nearly(one.limit("history-months"));
	const track = outputTrack(one) as Track;
	return kept(series, output, () => guideAlong(trackOf(series), { by: "output", series: undefined }, track, 0, fewest));
}

/** Whether half of the months keep to a guide within the root of what would be told. */
function isGood({ limit }: Pick<Guided, "limit">, { scatter }: Guide): boolean {
	return scatter * scatter <= nearly(limit("month-ratio"));
}

/** Those that are worth asking, the best first. */
function goodOf(one: Guided, some: readonly (Guide | undefined)[]): Guide[] {
	return some.filter((guide): guide is Guide => guide !== undefined && isGood(one, guide)).sort((a, b) => a.scatter - b.scatter);
}

/** A history's other years, and its months around. */
function guidesByItself(one: Guided, own: Track): readonly Guide[] {
	const fewest = nearly(one.limit("history-months"));
	const beside = (lag: number): Guide | undefined => guideAlong(own, byItself, own, lag, fewest);
	return goodOf(one, [beside(12), beside(-12), levelOf(own, fewest)]);
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
	const place = usualPlace(track.at, guide.quotients, index, isAside, most);
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
	const asked = companionsOfSeries(one, series).filter(({ sizes }) => (sizes[index] as number) > 0);
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
