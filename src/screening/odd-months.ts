/**
 * Months of a history that are odd beside the output: far from what the months around use for one of it. The output may be what is
 * odd: where the other carriers keep to this one, the history has to be odd beside itself too.
 */
import { obtain } from "../domain/obtain.ts";
import { nearly } from "../exact/exact.ts";
import { factorOf, floats } from "./deviation.ts";
import { type Guide, guidesOf, oddFrom, type Track, trackOf, type Usual, usualBy } from "./guides.ts";
import { mayMove } from "./history.ts";
import type { FirmCase } from "./rule.ts";
import type { Series } from "./series.ts";

const none: ReadonlyMap<number, Usual> = new Map();
const made = new WeakMap<Series, ReadonlyMap<number, Usual>>();

/** By the place of the month, what it would be by the output; without months that have no output, and without zeros. */
export function oddMonths(one: FirmCase, series: Series): ReadonlyMap<number, Usual> {
	if (one.output === undefined) return none;
	return obtain(made, series, () => (mayMove(one, series, nearly(one.limit("month-ratio"))) ? find(one, series) : none));
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
	// Twice: what is odd says nothing of what is usual.
	const aside = new Set(places.filter((index) => isOdd(output, index, new Set()) !== undefined));
	const odd = places.flatMap((index): [number, Usual][] => {
		const usual = isOdd(output, index, aside);
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
