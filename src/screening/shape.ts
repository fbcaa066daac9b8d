/**
 * One look at the months of a history for all rules over them: whether any stand beside each other as copies, repeats and filled cells
 * do. It clears, and never answers: what it says no to, no rule would have told, and whatever it leaves open is looked at closely.
 */

/** Errors of a few such floats multiplied stay far below this share of them. */
export const slack = 1e-9;

export interface Shape {
	/** Most months running that have one float. */
	readonly repeated: number;
	/** Whether a month has the float of the one two or three months before, and not of the one between. */
	readonly recurs: boolean;
	/** Whether a month has the float of the one eleven, twelve or thirteen months before. */
	readonly echoes: boolean;
	/** Whether three months running rise or fall by nearly the same. */
	readonly even: boolean;
}

/** `at`: months since the year 0, rising, and what each has. Equal amounts have equal floats. */
export function shapeOf(at: readonly number[], sizes: readonly number[]): Shape {
	let [repeated, run] = [Math.min(1, at.length), 1];
	let even = false;
	let recurs = false;
	let gap = 0;
	for (let index = 1; index < at.length; index += 1) {
		if (at[index] !== (at[index - 1] as number) + 1) {
			[run, gap] = [1, 0];
			continue;
		}
		const size = sizes[index] as number;
		const step = size - (sizes[index - 1] as number);
		if (size === sizes[index - 2] || size === sizes[index - 3]) recurs ||= step !== 0;
		run = step === 0 ? run + 1 : 1;
		if (run > repeated) repeated = run;
		// Differences of floats are only nearly equal.
		if (gap !== 0 && Math.abs(step - gap) <= slack * size) even = true;
		gap = step;
	}
	return { repeated, recurs, echoes: echoes(at, sizes), even };
}

function echoes(at: readonly number[], sizes: readonly number[]): boolean {
	let [late, back, early] = [0, 0, 0];
	for (let index = 1; index < at.length; index += 1) {
		const now = at[index] as number;
		const size = sizes[index] as number;
		while ((at[early] as number) < now - 13) early += 1;
		while ((at[back] as number) < now - 12) back += 1;
		while ((at[late] as number) < now - 11) late += 1;
		if (at[early] === now - 13 && sizes[early] === size) return true;
		if (at[back] === now - 12 && sizes[back] === size) return true;
		if (at[late] === now - 11 && sizes[late] === size) return true;
	}
	return false;
}
