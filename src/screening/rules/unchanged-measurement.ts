/**
 * K-202: a measured heat value or carbon content that is the same to its last digit in two or more months running: one test
 * given out as several. A value of a published table is no measurement, whatever column it stands in, and is let be. Honest values
 * written to few digits repeat too: as many equal months are asked for as their digits and the scatter of the others leave to chance.
 */
import { type Exact, nearly, significantDigits, toText, unscaled } from "../../exact/exact.ts";
import { finding, remark } from "../../findings/finding.ts";
import { type Entry, placeOf } from "../../ledger/entry.ts";
import type { MeasuredCell } from "../../ledger/parameters.ts";
import { countLimit, monthName, subjectOf } from "../asking.ts";
import { historyOf } from "../history.ts";
import { isPublished, type Laboratory, laboratory } from "../published.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import type { Series, Step } from "../series.ts";

export const unchangedMeasurement: FirmRule = {
	id: "K-202",
	code: "unchanged-measurement",
	clears: "by-shape",
	judge: (one) => {
		if (one.series.length === 0) return notChecked("no-months");
		const found: Suspicion[] = [];
		let most = 0;
		for (const series of one.series) {
			if (!historyOf(series).measured) continue;
			for (const parameter of laboratory) {
				const { months, runs } = measuredRuns(one, series, parameter);
				most = Math.max(most, months);
				for (const run of runs) {
					if (run.months < fewest(one, run.value) || run.months < byChance(one, run, months, runs)) continue;
					found.push(unchanged(one, series, parameter, run));
				}
			}
		}
		if (most < 2) return notChecked(most === 0 ? "no-measured-values" : "too-few-months");
		return answer(found);
	},
};

/** One value in months that follow each other. */
interface Run {
	readonly value: Exact;
	readonly first: Step;
	readonly entry: Entry;
	/** How the row wrote the value. */
	readonly cell: MeasuredCell | undefined;
	months: number;
	last: Step;
}

/** In how many months something was measured, and each value as long as it stayed. A month may have lots with different ones. */
function measuredRuns(
	one: FirmCase,
	series: Series,
	parameter: Laboratory,
): { readonly months: number; readonly runs: readonly Run[] } {
	const runs: Run[] = [];
	let months = 0;
	let open: ReadonlyMap<string, Run> = new Map();
	for (const step of series.steps) {
		if (step.lots.every(({ measured }) => measured[parameter.held] === undefined)) continue;
		const next = new Map<string, Run>();
		for (const { measured, entry } of step.lots) {
			const value = measured[parameter.held];
			if (value === undefined || isPublished(one.rules, series.carrier, parameter, value)) continue;
			const text = toText(value);
			if (next.has(text)) continue;
			let run = open.get(text);
			if (run !== undefined && follows(step, run.last)) {
				run.months += 1;
				run.last = step;
			} else {
				run = { value, first: step, entry, cell: measured.cells?.[parameter.column], months: 1, last: step };
				runs.push(run);
			}
			next.set(text, run);
		}
		if (next.size > 0) months += 1;
		open = next;
	}
	return { months, runs };
}

function follows(step: Step, before: Step): boolean {
	return step.year * 12 + step.month === before.year * 12 + before.month + 1;
}

/** Short values repeat by chance: they must stay as long as a repeated amount. */
function fewest({ limit }: FirmCase, value: Exact): number {
	const long = significantDigits(value) >= countLimit(limit, "unchanged-digits");
	return countLimit(limit, long ? "unchanged-months" : "same-months");
}

/**
 * So many equal months running are no chance: two neighbours agree as often as one step of the last digit goes into what the other
 * values cover, twice their middle half; and a run may begin in any month.
 */
function byChance({ limit }: FirmCase, { value }: Run, months: number, runs: readonly Run[]): number {
	const values = runs.map((run) => nearly(run.value)).sort((a, b) => a - b);
	const [last, quarter] = [values.length - 1, (values.length - 1) >> 2];
	const between = (least: number, most: number): number => (values[most] as number) - (values[least] as number);
	const middle = 2 * between(quarter, last - quarter);
	const covered = middle > 0 ? middle : between(0, last);
	// Of a handful of values nobody knows the scatter.
	if (values.length < nearly(limit("history-months")) || covered === 0) return 0;
	const step = Math.min(1, lastStep(value) / covered);
	if (step === 1) return Number.POSITIVE_INFINITY;
	let [run, chance] = [1, months];
	for (; chance > nearly(limit("unchanged-chance")); run += 1) chance *= step;
	return run;
}

/** One in the last place that is written. */
function lastStep(value: Exact): number {
	let step = 1;
	for (let { places } = unscaled(value); places > 0; places -= 1) step /= 10;
	return step;
}

function unchanged(
	one: FirmCase,
	series: Series,
	{ column }: Laboratory,
	{ value, first, entry, cell, months, last }: Run,
): Suspicion {
	const about = remark("unchanged-measurement", {
		what: subjectOf(series),
		parameter: column,
		measured: toText(value),
		months,
		to: monthName(last),
	});
	// The measured cell, not the amount beside it.
	const at = cell === undefined ? placeOf(entry) : { ...placeOf(entry), column: cell.column, value: cell.text };
	return { finding: finding(about, at, one.record.firm, monthName(first)), year: first.year, impact: null };
}
