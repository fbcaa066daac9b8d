/**
 * U-112: readings of a meter in place of what was used: months that only rise, far above what is usual, and what lies between
 * one and the next is as usual. Amounts to date begin with a usual month and grow from it: they are another rule's, or said to be so.
 */
import { difference, nearly } from "../../exact/exact.ts";
import { fromExact, type Ratio } from "../../exact/ratio.ts";
import { remark } from "../../findings/finding.ts";
import { amountLike } from "../../ledger/amounts.ts";
import { aboutMonth, askEach, countLimit, entryOf, impactsOf, type Meant, monthName, nothing, subjectOf } from "../asking.ts";
import { clearsReadings } from "../clear/readings.ts";
import { factorOf, floats } from "../deviation.ts";
import { guidesOf, ownScatter, trackOf, type Usual, usualOf } from "../guides.ts";
import { type History, historyOf, slack } from "../history.ts";
import type { FirmCase, FirmRule, Suspicion } from "../rule.ts";
import type { Series, Step } from "../series.ts";

export const meterReadings: FirmRule = {
	id: "U-112",
	code: "meter-readings",
	clears: clearsReadings,
	judge: (one) =>
		askEach(one, countLimit(one.limit, "history-months") * 2, (series, history) => {
			const runs = readings(one, series, history);
			return runs.length === 0 ? nothing : runs.map((run) => suspicionOf(one, series, run));
		}),
};

interface Readings {
	readonly months: readonly number[];
	/** What the first of them would usually be; nobody knows the reading before it. */
	readonly first: Usual;
}

/** Months that hold readings, by their places. */
export function monthsOfReadings(one: FirmCase, series: Series): number[] {
	return readings(one, series, historyOf(series)).flatMap(({ months }) => months);
}

function readings(one: FirmCase, series: Series, { at, sizes, used, highest, lowest }: History): Readings[] {
	const gap = nearly(one.limit("slip-gap"));
	if (highest < lowest * gap * (1 - slack)) return [];
	const fewest = countLimit(one.limit, "history-months");
	const found: Readings[] = [];
	for (let first = 0; first < sizes.length; ) {
		let next = first + 1;
		while (
			next < sizes.length &&
			at[next] === (at[next - 1] as number) + 1 &&
			(sizes[next] as number) > (sizes[next - 1] as number)
		)
			next += 1;
		if (next - first >= fewest && (sizes[first] as number) > 0)
			found.push(...readingsAmong(one, series, first, next, gap).filter(({ months }) => used - months.length >= fewest));
		first = next;
	}
	return found;
}

/** A month that happens to be less than the first reading rises into the run as well: it is no reading. */
function readingsAmong(one: FirmCase, series: Series, from: number, next: number, gap: number): Readings[] {
	const [track, guides] = [trackOf(series), guidesOf(one, series)];
	const usualIn = (index: number): Usual | undefined => usualOf(track, guides, index, (other) => other >= from && other < next);
	let first = from;
	const isHigh = (index: number): boolean => {
		const usual = usualIn(index);
		return usual !== undefined && (track.sizes[index] as number) >= usual.near * gap;
	};
	while (first < next && !isHigh(first)) first += 1;
	if (next - first < nearly(one.limit("history-months"))) return [];
	const months = Array.from({ length: next - first }, (_, offset) => first + offset);
	const usual = months.map(usualIn);
	const start = usual[0];
	if (start === undefined || usual.some((one) => one === undefined) || !months.every(isHigh)) return [];
	const within = ownScatter(one, start.guide);
	const apart = (index: number, place: number): number => {
		const used = (track.sizes[index] as number) - (track.sizes[index - 1] as number);
		return factorOf(floats, used, (usual[place] as Usual).near);
	};
	// A sum begins with a usual month and grows by one: the first reading stands far above the month before it.
	if (first > from && apart(first, 0) <= within) return [];
	const factors = months.slice(1).map((index, place) => apart(index, place + 1));
	const middle = factors.sort((a, b) => a - b)[factors.length >> 1] as number;
	return middle <= within ? [{ months, first: start }] : [];
}

function suspicionOf(one: FirmCase, series: Series, { months, first }: Readings): Suspicion {
	const steps = months.map((index) => series.steps[index] as Step);
	const [start, second] = steps as [Step, Step];
	const about = remark("meter-readings", {
		what: subjectOf(series),
		months: months.length,
		to: monthName(steps.at(-1) as Step),
		next: amountLike(difference(second.amount, start.amount), { unit: series.unit, from: entryOf(second).from }),
	});
	const used = (step: Step, index: number): Ratio =>
		index === 0 ? first.value : fromExact(difference(step.amount, (steps[index - 1] as Step).amount));
	const meant = steps.map((step, index): Meant => ({ year: step.year, is: fromExact(step.amount), meant: used(step, index) }));
	return {
		...{ finding: aboutMonth(one, start, about), year: start.year, impact: null },
		years: () => impactsOf(one, series, meant),
	};
}
