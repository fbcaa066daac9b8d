/**
 * A path: what is required in each year of a plan, as a share of a base. Judged exactly, by whole-number powers where its shape
 * has roots, which are for display alone. A shape says how the share falls from year to year.
 */
import { obtain } from "../domain/obtain.ts";
import type { PathShape } from "../domain/words.ts";
import type { Figure } from "../exact/figure.ts";
import type { Ratio } from "../exact/ratio.ts";
import type { Root } from "../exact/root.ts";
import { equalRate } from "./shapes/equal-rate.ts";
import { linear } from "./shapes/linear.ts";

/** The terms of a path. `years` is over how many years 1 − keep is spread: the yearly rate is theirs whatever the base year. */
export interface Terms {
	readonly baseYear: number;
	readonly targetYear: number;
	readonly keep: Ratio;
	readonly years: number;
}

export interface Path extends Terms {
	/** Whether anything is left of the base in the target year: a straight line may be so long that it falls to nothing. */
	readonly endsAboveZero: boolean;
	/** The share of the base required in a year. */
	readonly share: (year: number) => Root;
	/** The share at the end of a month of a year (1 to 12), by the time gone: shown, and judged by nobody. */
	readonly shareAtMonth: (year: number, month: number) => Root;
	/** share(year) / share(year − 1): what is left of last year's. */
	readonly yearly: (year: number) => Root;
	/** One over that share, for gaps in per cent. */
	readonly inverse: (year: number) => Root;
	/** Below zero, zero or above zero, as value is below, on or above base × share(year). */
	readonly compare: (value: Ratio, base: Ratio, year: number) => number;
	/** The same for value against last year's × share(year) / share(year − 1). */
	readonly compareToLastYear: (value: Ratio, lastYear: Ratio, year: number) => number;
	/** What `compare` and `compareToLastYear` set beside each other, exactly: met where left is at most right. */
	readonly sides: (value: Ratio, base: Ratio, year: number) => Sides;
	readonly sidesOfYear: (value: Ratio, lastYear: Ratio, year: number) => Sides;
	/** Whether progress over the share of the period gone is at least the limit; base and value above zero, year after the base. */
	readonly onSchedule: (value: Ratio, base: Ratio, year: number, limit: Ratio) => boolean;
	/** Per cent of the task done; undefined where it has no value. */
	readonly progress: (value: Ratio, base: Ratio) => Figure | undefined;
	/** Progress over the share of the period gone. */
	readonly scheduleRatio: (value: Ratio, base: Ratio, year: number) => Figure | undefined;
	/** The yearly cut still needed until the target year, per cent, 0 when the end point is reached; year before the target year. */
	readonly neededYearlyCut: (value: Ratio, base: Ratio, year: number) => Figure | undefined;
}

/** Two exact numbers that a test compares. */
export interface Sides {
	readonly left: Ratio;
	readonly right: Ratio;
}

/** A shape makes a path of terms. */
export type Shape = (terms: Terms) => Path;

/** The shelf of shapes. */
export const shapes: { readonly [S in PathShape]: Shape } = { "equal-rate": equalRate, linear };

/** Paths are made once a run for each set of terms: their roots are constants of the run. */
export function pathMaker(shape: PathShape): (terms: Terms) => Path {
	const made = new Map<string, Path>();
	return (terms) => {
		const name = `${terms.baseYear}|${terms.targetYear}|${terms.keep.over}/${terms.keep.under}|${terms.years}`;
		return obtain(made, name, () => shapes[shape](terms));
	};
}
