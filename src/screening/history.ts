/** A history as floats: what rules look through before they look closely. A filter, and never an answer. */
import { obtain } from "../domain/obtain.ts";
import { equal, nearly } from "../exact/exact.ts";
import { type Ratio, toFloat } from "../exact/ratio.ts";
import { once } from "./once.ts";
import type { OutputSteps, Series, Step } from "./series.ts";
import { type Shape, shapeOf } from "./shape.ts";

export { slack } from "./shape.ts";

export interface History {
	/** Months since the year 0, rising; one for each step of the series. */
	readonly at: readonly number[];
	/** The amounts, each within 1e-13 of its own; equal amounts have equal floats. */
	readonly sizes: readonly number[];
	/** How many amounts are above zero, and the largest and smallest of those; 0 where there is none. */
	readonly used: number;
	readonly highest: number;
	readonly lowest: number;
	/** Whether anything was measured with any of the amounts. */
	readonly measured: boolean;
	/** The years that it has months of, rising. */
	readonly years: readonly number[];
	/** The unit that all of its rows are written in; undefined where they differ. */
	readonly written: string | undefined;
	readonly shape: Shape;
}

const made = once<Series, History>();

/** Made when the first rule asks, and let go with the series. */
export function historyOf(series: Series): History {
	let history = made.get(series);
	if (history === undefined) {
		history = read(series);
		made.set(series, history);
	}
	return history;
}

/** An output month by month, likewise. */
export type OutputHistory = Pick<History, "at" | "sizes" | "shape" | "highest" | "lowest">;

const madeOfOutput = once<OutputSteps, OutputHistory>();

export function outputHistoryOf(output: OutputSteps): OutputHistory {
	return obtain(madeOfOutput, output, () => {
		const at = output.steps.map(({ year, month }) => year * 12 + month - 1);
		const sizes = output.steps.map(({ amount }) => nearly(amount));
		const used = sizes.filter((size) => size > 0);
		const [highest, lowest] = used.length === 0 ? [0, 0] : [Math.max(...used), Math.min(...used)];
		return { at, sizes, highest, lowest, shape: shapeOf(at, sizes) };
	});
}

const besides = once<History, number[]>();

/** For each month of a history the place of the same month in the firm's output; −1 where that has none above zero. */
export function alongside(history: History, output: OutputHistory): readonly number[] {
	return obtain(besides, history, () => placesIn(history, output));
}

function placesIn({ at }: History, output: OutputHistory): number[] {
	let place = 0;
	return at.map((now) => {
		while ((output.at[place] as number) < now) place += 1;
		return output.at[place] === now && (output.sizes[place] as number) > 0 ? place : -1;
	});
}

function read({ steps }: Series): History {
	const at = steps.map(({ year, month }) => year * 12 + month - 1);
	const sizes = steps.map(({ amount }) => nearly(amount));
	const years: number[] = [];
	let last = Number.NaN;
	let written = steps[0]?.entry.from.unit;
	let used = 0;
	let highest = 0;
	let lowest = 0;
	let measured = false;
	for (let index = 0; index < steps.length; index += 1) {
		const step = steps[index] as Step;
		const { year, entry } = step;
		const size = sizes[index] as number;
		if (year !== last) years.push(year);
		last = year;
		if (entry.from.unit !== written || (!step.plain && step.lots.some((lot) => lot.entry.from.unit !== written)))
			written = undefined;
		measured ||= !step.plain;
		if (size <= 0) continue;
		used += 1;
		if (size > highest) highest = size;
		if (used === 1 || size < lowest) lowest = size;
	}
	return { at, sizes, used, highest, lowest, measured, years, written, shape: shapeOf(at, sizes) };
}

/** A pair as a float, within a few units of its last place; the same on every machine. */
export function roughly(value: Ratio): number {
	const quotient = Number(value.over) / Number(value.under);
	// Pairs of more than three hundred digits are cut to their leading ones.
	return Number.isFinite(quotient) && quotient !== 0 ? quotient : toFloat(value);
}

/** Whether two months have one amount: most are told apart by their floats. */
export function sameAmount({ steps }: Series, { sizes }: History, a: number, b: number): boolean {
	return sizes[a] === sizes[b] && equal((steps[a] as Step).amount, (steps[b] as Step).amount);
}
