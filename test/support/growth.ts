/**
 * How work grows with what it is given: once, twice and four times. Work is counted, not timed: each run of each block of our code and
 * of the libraries it calls, as the engine counts them for coverage. A busy machine counts the same; what the engine compiles anew makes a few
 * in a hundred, so that a count which grows too much is asked again.
 *
 * What a single call of the engine does (a pattern on a long text, a copy of an array) is one block here. Where that grows with the
 * square it shows as a run that takes a hundred times what it should, and such a run is told as growth without end.
 *
 * `counting.ts` is to be imported before whatever is measured: only code that is compiled while counting is counted by blocks.
 */
import { ask } from "./counting.ts";

interface Coverage {
	readonly result: readonly { readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[] }[];
}

/** How many blocks were run since the last call. */
function blocks(): number {
	let all = 0;
	for (const { functions } of ask<Coverage>("Profiler.takePreciseCoverage").result)
		for (const { ranges } of functions) for (const { count } of ranges) all += count;
	return all;
}

/** Seconds of the processor, counted and on a busy machine: what is run here takes four at most, and what hangs never ends. */
const hangs = 15;

/** The blocks that a run takes; without end where it hangs. */
export async function workOf(run: () => Promise<unknown>): Promise<number> {
	blocks();
	return workSince(run);
}

/** As `workOf`, right behind another: taking the counts costs more than most runs, and they begin anew when they are taken. */
async function workSince(run: () => Promise<unknown>): Promise<number> {
	const begun = process.cpuUsage();
	await run();
	return process.cpuUsage(begun).user / 1e6 > hangs ? Number.POSITIVE_INFINITY : blocks();
}

/** Blocks for a letter or a row that are no growth worth looking at: a bound that lies between two sizes takes as much once. */
const little = 64;

/**
 * How many times as much work the step from twice to four times takes as the step from once to twice: 2 where work follows the size,
 * 4 where it follows its square. What every run takes, whatever its size, is in neither step.
 */
export async function growthOf(size: number, run: (size: number) => Promise<unknown>): Promise<number> {
	let [once, twice, fourTimes] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
	const growth = (): number => (fourTimes - twice) / Math.max(twice - once, little * size);
	// What is done once, at the first run, belongs to no size: it makes the growth look larger, and the count is asked again.
	blocks();
	for (let tries = 0; tries === 0 || (tries < 3 && growth() > mostGrowth); tries++) {
		once = Math.min(once, await workSince(() => run(size)));
		twice = Math.min(twice, await workSince(() => run(2 * size)));
		fourTimes = Math.min(fourTimes, await workSince(() => run(4 * size)));
		if (fourTimes === Number.POSITIVE_INFINITY) return fourTimes;
	}
	return growth();
}

/** Between linear and a square: 2 and 4. A step of a limit, a sort, a fuller buffer may lie between the sizes. */
export const mostGrowth = 2.8;
