/** A history as floats: what rules look through before they look closely. A filter, and never an answer. */
import { equal, nearly } from "../exact/exact.ts";
import type { Series, Step } from "./series.ts";

export interface History {
	/** Months since the year 0, rising; one for each step of the series. */
	readonly at: readonly number[];
	/** The amounts, each within 1e-13 of its own; equal amounts have equal floats. */
	readonly sizes: readonly number[];
	/** How many amounts are above zero, and the largest and smallest of those; 0 where there is none. */
	readonly used: number;
	readonly highest: number;
	readonly lowest: number;
}

/** Errors of a few such floats multiplied stay far below this share of them. */
export const slack = 1e-9;

const made = new WeakMap<Series, History>();

/** Made when the first rule asks, and let go with the series. */
export function historyOf(series: Series): History {
	let history = made.get(series);
	if (history === undefined) {
		history = read(series);
		made.set(series, history);
	}
	return history;
}

function read({ steps }: Series): History {
	const at: number[] = [];
	const sizes: number[] = [];
	let used = 0;
	let highest = 0;
	let lowest = 0;
	for (const { year, month, amount } of steps) {
		const size = nearly(amount);
		at.push(year * 12 + month - 1);
		sizes.push(size);
		if (size <= 0) continue;
		used += 1;
		if (size > highest) highest = size;
		if (used === 1 || size < lowest) lowest = size;
	}
	return { at, sizes, used, highest, lowest };
}

/** Whether two months have one amount: most are told apart by their floats. */
export function sameAmount({ steps }: Series, { sizes }: History, a: number, b: number): boolean {
	return sizes[a] === sizes[b] && equal((steps[a] as Step).amount, (steps[b] as Step).amount);
}
