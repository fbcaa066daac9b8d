/**
 * K-208: months that rise or fall by one and the same amount, each from the one before: a cell was dragged down and the
 * spreadsheet went on counting. Only where so many digits agree that chance is no explanation.
 */
import { difference, equal, nearly, sign, significantDigits } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { amountLike } from "../../ledger/amounts.ts";
import { aboutMonth, askEach, countLimit, entryOf, monthName, nothing, subjectOf } from "../asking.ts";
import { clearsFilled } from "../clear/runs.ts";
import { tonnesToUsual } from "../guides.ts";
import { type History, historyOf, slack } from "../history.ts";
import type { FirmCase, FirmRule, Suspicion } from "../rule.ts";
import type { Series, Step } from "../series.ts";
import { tonnesOfMonths } from "../unmeasured.ts";

export const filledSeries: FirmRule = {
	id: "K-208",
	code: "filled-series",
	clears: clearsFilled,
	judge: (one) =>
		askEach(one, countLimit(one.limit, "filled-months"), (series, history) => {
			const runs = filledRuns(one, series, history);
			return runs.length === 0 ? nothing : runs.map((run) => suspicionOf(one, series, run));
		}),
};

/** Months that only continue the first of them, by their places. */
export function filledMonths(one: FirmCase, series: Series): number[] {
	return filledRuns(one, series, historyOf(series)).flatMap(([, ...others]) => others);
}

/** Places of months that follow each other by equal steps. */
function filledRuns({ limit }: FirmCase, { steps }: Series, { at, sizes, shape }: History): number[][] {
	const runs: number[][] = [];
	// Two months are one step, which says nothing.
	if (!shape.even) return runs;
	const follows = (index: number): boolean => at[index] === (at[index - 1] as number) + 1;
	const step = (index: number): number => (sizes[index] as number) - (sizes[index - 1] as number);
	for (let first = 0; first + 2 < sizes.length; ) {
		let next = first + 1;
		if (!follows(next) || step(next) === 0) {
			first = next;
			continue;
		}
		// Differences of floats are only nearly equal.
		const near = (index: number): boolean => Math.abs(step(index) - step(first + 1)) <= slack * (sizes[index] as number);
		next += 1;
		while (next < sizes.length && follows(next) && near(next)) next += 1;
		const run = Array.from({ length: next - first }, (_, offset) => first + offset);
		if (run.length >= nearly(limit("filled-months")) && isFilled(run, steps, nearly(limit("chance-digits")))) runs.push(run);
		first = next - 1;
	}
	return runs;
}

function isFilled(run: readonly number[], steps: readonly Step[], chance: number): boolean {
	const amounts = run.map((index) => (steps[index] as Step).amount);
	const gaps = amounts.slice(1).map((amount, index) => difference(amount, amounts[index] as typeof amount));
	const [gap, ...others] = gaps;
	const [first] = amounts;
	if (gap === undefined || first === undefined || sign(first) <= 0 || sign(amounts.at(-1) as typeof first) <= 0) return false;
	// Amounts to date of equal months rise by the first of them.
	if (equal(gap, first) || others.some((other) => !equal(other, gap))) return false;
	return others.length * (Math.max(...amounts.map(significantDigits)) - 1) >= chance;
}

function suspicionOf(one: FirmCase, series: Series, run: readonly number[]): Suspicion {
	const [first, second] = run.map((index) => series.steps[index] as Step) as [Step, Step];
	const about = remark("filled-series", {
		what: subjectOf(series),
		step: amountLike(difference(second.amount, first.amount), { unit: series.unit, from: entryOf(first).from }),
		months: run.length,
		to: monthName(series.steps[run.at(-1) as number] as Step),
	});
	// The first of them is what was dragged down: it may be a reading.
	return {
		...{ finding: aboutMonth(one, first, about), year: first.year, impact: null },
		years: () => tonnesToUsual(one, series, run.slice(1)),
		unmeasured: () => tonnesOfMonths(one, series, run.slice(1)),
	};
}
