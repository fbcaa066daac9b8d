/** How the levels of a thing go on from year to year, and a year that does not go along. */
import { compare, constant, per, plus, type Ratio, times, whole } from "../../exact/ratio.ts";

export interface Level {
	readonly year: number;
	/** How many times as much of the thing there is as is usual beside the others. */
	readonly level: Ratio;
}

/** From year to year works get so much better, and not more. */
const steady = constant("1.1");

/** Between the levels of the years beside one, since works get better from year to year; at the ends as the next ones go on. */
export function levelAt(year: number, body: readonly Level[]): Ratio {
	const before = body.filter((one) => one.year < year);
	const after = body.filter((one) => one.year > year);
	const [last, next] = [before.at(-1), after[0]];
	if (last !== undefined && next !== undefined) return per(plus(last.level, next.level), whole(2));
	// Goes on as from the second to the first of those next to it, where these lie near.
	const [near, far] = last !== undefined ? [last, before.at(-2)] : [next as Level, after[1]];
	if (far === undefined || compare(farther(near.level, far.level), steady) > 0) return near.level;
	return times(near.level, per(near.level, far.level));
}

/** Of fewer other years nobody knows how they go on. */
export const fewestBeside = 4;

/**
 * The other years where just one lies from `gap` on off what those beside it let expect, and these go on steadily without it; undefined
 * where there is none, or more than one. `levels` in order of year.
 */
export function withoutOutlier(levels: readonly Level[], gap: Ratio): Level[] | undefined {
	if (levels.length <= fewestBeside) return undefined;
	const found = levels.flatMap((one) => {
		const others = levels.filter((other) => other !== one);
		const isOff = compare(farther(one.level, levelAt(one.year, others)), gap) >= 0;
		return isOff && others.every((other, index) => goesOn(others[index - 1], other)) ? [others] : [];
	});
	return found.length === 1 ? found[0] : undefined;
}

/** Whether a level is as near to the one before as works get better in so many years; one or two of these. */
function goesOn(before: Level | undefined, now: Level): boolean {
	if (before === undefined) return true;
	const most = now.year - before.year > 1 ? times(steady, steady) : steady;
	return compare(farther(now.level, before.level), most) <= 0;
}

/** How many times one is the other, whichever is larger. */
export function farther(a: Ratio, b: Ratio): Ratio {
	return compare(a, b) < 0 ? per(b, a) : per(a, b);
}
