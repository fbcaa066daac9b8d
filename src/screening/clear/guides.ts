/**
 * What months of a plain firm would usually be, as `screening/guides.ts` says it: the same guides by the same middles, in typed memory, each made
 * when the first rule asks. Where floats leave open which guide is asked, nothing is cleared by it.
 */
import { raised } from "../guides.ts";
import { slack } from "../shape.ts";
import { type Measures, measuresOf, mostKinds } from "./measures.ts";
import { middleOf, middlesIn } from "./middles.ts";
import type { PlainCase } from "./plain-case.ts";
import { shapeFactsOf } from "./shape-facts.ts";

/** Guides of a kind by number: another kind by its own, behind these the kind itself a year before, a year after, and as it is. */
export const itself: { readonly before: number; readonly after: number; readonly level: number } = {
	before: mostKinds,
	after: mostKinds + 1,
	level: mostKinds + 2,
};
const guidesOfKind = mostKinds + 3;

/** A guide that was made. */
export interface Guide {
	/** The turn of the measures in which it was made. */
	turn: number;
	/** Which of the months it speaks of: from, and behind the last. */
	begin: number;
	end: number;
	/** By month what the kind uses for one of the guide, and the middle one of the months around. */
	quotients: Float64Array;
	middles: Float64Array;
	/** Within what factor of the middle the middle month is; NaN where too few months are there. */
	scatter: number;
}

const guides: (Guide | undefined)[] = [];

/** A guide of a kind, of which months stand from 0 on. */
export function guideOf(plain: PlainCase, kind: number, by: number): Guide {
	const all = measuresOf(plain);
	const place = kind * guidesOfKind + by;
	let guide = guides[place];
	if (guide === undefined) {
		guide = { turn: -1, begin: 0, end: 0, quotients: new Float64Array(0), middles: new Float64Array(0), scatter: Number.NaN };
		guides[place] = guide;
	}
	if (guide.turn === all.turn) return guide;
	guide.turn = all.turn;
	if (guide.quotients.length < all.months) {
		guide.quotients = new Float64Array(all.months);
		guide.middles = new Float64Array(all.months);
	}
	divide(all, guide, kind, by);
	const months = guide.end - guide.begin;
	if (months < plain.limit("history-months") || months < 2) {
		guide.scatter = Number.NaN;
		return guide;
	}
	middlesIn(guide.quotients, guide.begin, guide.end, guide.middles);
	guide.scatter = middleOf(factorsOf(guide), months);
	return guide;
}

const lag = 12;

/** Which months a guide speaks of: from, and behind the last. */
function beginOf(by: number): number {
	return by === itself.before ? lag : 0;
}

function endOf(by: number, months: number): number {
	return by === itself.after ? months - lag : months;
}

function divide({ months, amounts, inverses }: Measures, guide: Guide, kind: number, by: number): void {
	const own = kind * months;
	const { quotients } = guide;
	guide.begin = beginOf(by);
	guide.end = endOf(by, months);
	const beside = by < mostKinds ? by * months : by === itself.before ? own - lag : own + lag;
	if (by === itself.level) for (let at = 0; at < months; at += 1) quotients[at] = amounts[own + at] as number;
	else
		for (let at = guide.begin; at < guide.end; at += 1)
			quotients[at] = (amounts[own + at] as number) * (inverses[beside + at] as number);
}

let factors: Float64Array = new Float64Array(0);

/** How many times each month is the middle, or the other way round; of this guide until another is asked. */
function factorsOf({ quotients, middles, begin, end }: Guide): Float64Array {
	if (factors.length < end) factors = new Float64Array(end);
	for (let at = begin; at < end; at += 1) {
		const times = (quotients[at] as number) / (middles[at] as number);
		factors[at - begin] = times < 1 ? 1 / times : times;
	}
	return factors;
}

/** How many times a month is the middle of those around, or the other way round; NaN where the guide does not speak of it. */
export function factorAt({ quotients, middles, begin, end, scatter }: Guide, at: number): number {
	if (at < begin || at >= end || Number.isNaN(scatter)) return Number.NaN;
	const times = (quotients[at] as number) / (middles[at] as number);
	return times < 1 ? 1 / times : times;
}

/** Whether a guide is worth asking: half of the months keep to it. Undefined where floats leave it open. */
export function isGood(plain: PlainCase, { scatter }: Guide): boolean | undefined {
	if (Number.isNaN(scatter)) return false;
	const [square, most] = [scatter * scatter, plain.limit("month-ratio")];
	if (square <= most * (1 - slack)) return true;
	return square > most * (1 + slack) ? false : undefined;
}

/** The kinds that may guide one: the output, and whatever else is consumed. */
export function companionsOf(plain: PlainCase, kind: number): readonly number[] {
	return shapeFactsOf(plain).companions[kind] as readonly number[];
}

/**
 * The guides that are asked of a kind, the best first, as far as a month has an answer from them in any case; undefined where floats leave
 * open which they are. Without those of one carrier, of that kind, where one is named.
 */
export function guidesInOrder(plain: PlainCase, kind: number, but = -1): readonly number[] | undefined {
	const { output } = measuresOf(plain);
	const { carrier } = shapeFactsOf(plain);
	const found: number[] = [];
	const all = companionsOf(plain, kind);
	const others = all.filter((by) => by !== output && (but < 0 || carrier[by] !== carrier[but]));
	for (const some of [all.filter((by) => by === output), others, Object.values(itself)]) {
		const good: number[] = [];
		for (const by of some) {
			const answer = isGood(plain, guideOf(plain, kind, by));
			if (answer === undefined) return undefined;
			if (answer) good.push(by);
		}
		const scatterOf = (by: number): number => guideOf(plain, kind, by).scatter;
		good.sort((a, b) => scatterOf(a) - scatterOf(b));
		if (good.some((by, at) => at > 0 && scatterOf(by) <= scatterOf(good[at - 1] as number) * (1 + slack))) return undefined;
		found.push(...good);
		// What guides by another kind speaks of all months.
		if (found.length > 0 && some[0] !== itself.before) return found;
	}
	return found;
}

/** What a month would be, by the first guide that speaks of it. */
export interface Usual {
	readonly near: number;
	readonly scatter: number;
}

/** Months that say nothing of what is usual. */
export type Aside = (at: number) => boolean;
const nobody: Aside = () => false;

/** Undefined where no guide speaks of the month. `most`: by so many of the months around. */
export function usualOf(
	plain: PlainCase,
	kind: number,
	order: readonly number[],
	at: number,
	isAside: Aside = nobody,
	most = 12,
): Usual | undefined {
	for (const by of order) {
		const guide = guideOf(plain, kind, by);
		if (at < guide.begin || at >= guide.end) continue;
		const { quotients, begin, end } = guide;
		const quotient = usualQuotient((place) => quotients[place] as number, begin, end, at, isAside, most);
		if (quotient === undefined) continue;
		return { near: quotient * sizeOf(measuresOf(plain), kind, by, at), scatter: guide.scatter };
	}
	return undefined;
}

/**
 * The least that a month would be by any guide, whether it is worth asking or not, and without making one; infinite where none speaks of
 * the month.
 */
export function leastUsual(plain: PlainCase, kind: number, at: number, isAside: Aside): number {
	const all = measuresOf(plain);
	let least = Number.POSITIVE_INFINITY;
	for (const by of [...companionsOf(plain, kind), ...Object.values(itself)]) {
		const [begin, end] = [beginOf(by), endOf(by, all.months)];
		if (at < begin || at >= end) continue;
		const quotientAt = (place: number): number =>
			(all.amounts[kind * all.months + place] as number) / sizeOf(all, kind, by, place);
		const quotient = usualQuotient(quotientAt, begin, end, at, isAside, lag);
		if (quotient !== undefined) least = Math.min(least, quotient * sizeOf(all, kind, by, at));
	}
	return least;
}

/** The guide's own size in a month. */
function sizeOf({ amounts, months }: Measures, kind: number, by: number, at: number): number {
	if (by === itself.level) return 1;
	const place = by < mostKinds ? by * months + at : kind * months + at + (by === itself.before ? -lag : lag);
	return amounts[place] as number;
}

let near: Float64Array = new Float64Array(0);

/** The middle one of the nearest quotients that are not aside; of an even number the upper. */
function usualQuotient(
	quotientAt: (place: number) => number,
	begin: number,
	end: number,
	at: number,
	isAside: Aside,
	most: number,
): number | undefined {
	if (near.length < most) near = new Float64Array(most);
	let count = 0;
	let [back, on] = [at - 1, at + 1];
	while (count < most && (back >= begin || on < end)) {
		const isBack = on >= end || (back >= begin && at - back <= on - at);
		const place = isBack ? back-- : on++;
		if (!isAside(place)) near[count++] = quotientAt(place);
	}
	return count === 0 ? undefined : middleOf(near, count);
}

/** How many times what is usual a month must be to be odd. */
export function oddFrom(plain: PlainCase, scatter: number): number {
	return Math.max(plain.limit("month-ratio"), raised(scatter, plain.limit("month-deviation")));
}

/** Within what factor of the usual a month is where the works always was. */
export function ownScatter(plain: PlainCase, scatter: number): number {
	return Math.max(plain.limit("slip-margin"), raised(scatter, plain.limit("month-deviation")));
}

/** How many times one is the other, whichever is larger. */
export function apart(a: number, b: number): number {
	return a < b ? b / a : a / b;
}
