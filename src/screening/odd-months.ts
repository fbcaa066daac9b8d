/**
 * Months of a history that are odd beside the output: far from what the months around use for one of it. The output may be what is
 * odd: where the other carriers keep to this one, the history has to be odd beside itself too.
 */
import { obtain } from "../domain/obtain.ts";
import { nearly } from "../exact/exact.ts";
import { factorOf, floats } from "./deviation.ts";
import { explainedMonths } from "./explained.ts";
import { type Guide, guidesOf, oddFrom, type Track, trackOf, type Usual, usualBy } from "./guides.ts";
import { alongside, historyOf, outputHistoryOf } from "./history.ts";
import type { FirmCase } from "./rule.ts";
import type { OutputSteps, Series } from "./series.ts";

const none: ReadonlyMap<number, Usual> = new Map();
const made = new WeakMap<Series, ReadonlyMap<number, Usual>>();

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
	let year = Number.NaN;
	let quotients: number[] = [];
	const isFar = (): boolean => {
		if (quotients.length === 0) return false;
		quotients.sort((a, b) => a - b);
		const middle = quotients[quotients.length >> 1] as number;
		// Of a few months the middle one may be the odd one.
		const [low, high] = [quotients[0] as number, quotients[quotients.length - 1] as number];
		return quotients.length < 3 ? true : middle >= low * far || high >= middle * far;
	};
	for (const [index, place] of alongside(history, made).entries()) {
		const size = history.sizes[index] as number;
		if (place < 0 || size <= 0) continue;
		const its = Math.floor((history.at[index] as number) / 12);
		if (its !== year) {
			if (isFar()) return true;
			quotients = [];
			year = its;
		}
		quotients.push(size / (made.sizes[place] as number));
	}
	return isFar();
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
