/**
 * Months of a history that are odd beside the output: far from what the months around use for one of it. The output may be what is
 * odd: where the other carriers keep to this one, the history has to be odd beside itself too.
 */
import { obtain } from "../domain/obtain.ts";
import { nearly } from "../exact/exact.ts";
import { factorOf, floats } from "./deviation.ts";
import { explainedMonths } from "./explained.ts";
import { type Guide, guidesOf, oddFrom, type Track, trackOf, type Usual, usualBy } from "./guides.ts";
import { alongside, type History, historyOf, type OutputHistory, outputHistoryOf, slack } from "./history.ts";
import { once } from "./once.ts";
import type { FirmCase } from "./rule.ts";
import type { OutputSteps, Series } from "./series.ts";

const none: ReadonlyMap<number, Usual> = new Map();
const made = once<Series, ReadonlyMap<number, Usual>>();

/** By the place of the month, what it would be by the output; without months that have no output, and without zeros. */
export function oddMonths(one: FirmCase, series: Series): ReadonlyMap<number, Usual> {
	const { output } = one;
	if (output === undefined) return none;
	return obtain(made, series, () => (standOut(one, series, output) ? find(one, series) : none));
}

/** Whether any month stands out of its own year: most firms keep to their output, and are looked at once. */
function standOut({ limit }: FirmCase, series: Series, output: OutputSteps): boolean {
	const [history, made] = [historyOf(series), outputHistoryOf(output)];
	const far = nearly(limit("month-ratio"));
	// No two months are further apart beside the output than both by themselves.
	if ((history.highest / history.lowest) * (made.highest / made.lowest) < far * (1 - slack)) return false;
	const places = alongside(history, made);
	for (let start = 0, end = 0; start < places.length; start = end) {
		const year = Math.floor((history.at[start] as number) / 12);
		let [months, low, high] = [0, Number.POSITIVE_INFINITY, 0];
		for (end = start; end < places.length && Math.floor((history.at[end] as number) / 12) === year; end += 1) {
			if (!isBeside(history, places, end)) continue;
			const quotient = (history.sizes[end] as number) / (made.sizes[places[end] as number] as number);
			months += 1;
			if (quotient < low) low = quotient;
			if (quotient > high) high = quotient;
		}
		// No month is further from the middle one than the highest from the lowest.
		if (months === 0 || (months >= 3 && high < low * far)) continue;
		if (months < 3 || isFar(history, made, places, [start, end], far)) return true;
	}
	return false;
}

function isBeside({ sizes }: History, places: readonly number[], index: number): boolean {
	return (places[index] as number) >= 0 && (sizes[index] as number) > 0;
}

/** Whether a month of a year is so far from the middle one. Of a few months the middle one may be the odd one. */
function isFar(
	history: History,
	made: OutputHistory,
	places: readonly number[],
	[start, end]: readonly [number, number],
	far: number,
): boolean {
	const quotients: number[] = [];
	for (let index = start; index < end; index += 1)
		if (isBeside(history, places, index))
			quotients.push((history.sizes[index] as number) / (made.sizes[places[index] as number] as number));
	quotients.sort((a, b) => a - b);
	const [low, middle, high] = [0, quotients.length >> 1, quotients.length - 1].map((at) => quotients[at] as number) as [
		number,
		number,
		number,
	];
	return middle >= low * far || high >= middle * far;
}

function find(one: FirmCase, series: Series): ReadonlyMap<number, Usual> {
	const guides = guidesOf(one, series);
	const output = guides.find(({ by }) => by === "output");
	if (output === undefined) return none;
	const track = trackOf(series);
	const isOdd = (guide: Guide, index: number, aside: ReadonlySet<number>): Usual | undefined => {
		const usual = usualBy(track, guide, index, (other) => aside.has(other));
		const far = usual !== undefined && factorOf(floats, track.sizes[index] as number, usual.near) >= oddFrom(one, guide);
		return far ? usual : undefined;
	};
	const places = output.quotients.flatMap((quotient, index) => (quotient > 0 ? [index] : []));
	// Twice: what is odd, or has a cause of its own, says nothing of what is usual.
	const explained = explainedMonths(one, series);
	const aside = new Set([...explained, ...places.filter((index) => isOdd(output, index, explained) !== undefined)]);
	const odd = places.flatMap((index): [number, Usual][] => {
		const usual = explained.has(index) ? undefined : isOdd(output, index, aside);
		return usual === undefined ? [] : [[index, usual]];
	});
	return new Map(odd.filter(([index]) => isOwn(track, guides, index, (guide) => isOdd(guide, index, aside) !== undefined)));
}

/** Whether it is the history that is odd and not the output: by its other carriers, or by itself where these say nothing else. */
function isOwn(track: Track, guides: readonly Guide[], index: number, isOdd: (guide: Guide) => boolean): boolean {
	const asked = (by: Guide["by"]): Guide[] =>
		guides.filter((guide) => guide.by === by && usualBy(track, guide, index, () => false) !== undefined);
	const [carriers, own] = [asked("carrier"), asked("own")];
	const byItself = own[0] === undefined ? undefined : isOdd(own[0]);
	if (byItself === true) return true;
	return carriers.length > 0 ? carriers.every(isOdd) : byItself === undefined;
}
