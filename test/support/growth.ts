/**
 * How work grows with what it is given: once, twice and four times. Work is processor time of this process, and only its growth is
 * looked at: four times as much input may take four times as long, and some more for what is collected. A square would take sixteen
 * times as long.
 */

export interface Growth {
	/**
	 * How much more work four times as much takes: as measured from once to four times, or as the step from twice to four times would
	 * have it, whichever is more. What every run takes, whatever its size, hides growth in the first and less of it in the second.
	 */
	readonly ratio: number;
	/** In milliseconds of the processor. */
	readonly work: number;
}

/** Between linear and a square: 4 and 16. */
export const mostGrowth = 9;

/** So little is noise. A square of tens of thousands of letters is a hundred times as much. */
const noise = 60;

async function workOf(run: () => Promise<unknown>): Promise<number> {
	const before = process.cpuUsage();
	await run();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

async function leastOf(times: number, run: () => Promise<unknown>): Promise<number> {
	let least = Number.POSITIVE_INFINITY;
	for (let n = 0; n < times; n++) least = Math.min(least, await workOf(run));
	return least;
}

/**
 * The growth of a run from `size` to four times that. Undefined where even the largest is no work at all; measured again where
 * the machine was busy with something else.
 */
export async function growthOf(size: number, run: (size: number) => Promise<unknown>): Promise<Growth | undefined> {
	const first = await workOf(() => run(4 * size));
	if (first < noise) return undefined;
	const least = async (times: number): Promise<Growth | undefined> => {
		const small = await leastOf(times, () => run(size));
		const middle = await leastOf(times, () => run(2 * size));
		const work = times === 1 ? first : await leastOf(times, () => run(4 * size));
		// Less than that says nothing of growth.
		const [whole, half] = [work / Math.max(small, noise / 16), work / Math.max(middle, noise / 4)];
		return work < noise ? undefined : { ratio: Math.max(whole, half * half), work };
	};
	// The first run at the larger size was also the one that warmed up: it says too much rather than too little.
	const once = await least(1);
	return once === undefined || once.ratio <= mostGrowth ? once : least(4);
}
