/** A firm's series of numbers, to be laid beside another firm's: the amounts of each carrier, and what was measured with them. */
import type { Exact } from "../exact/exact.ts";
import { nearly } from "../exact/exact.ts";
import type { Entry } from "../ledger/entry.ts";
import { entryOf } from "./asking.ts";
import { historyOf } from "./history.ts";
import { isPublished, type Laboratory, laboratory } from "./published.ts";
import type { FirmCase } from "./rule.ts";
import type { Series, Step } from "./series.ts";

/** Numbers by month, wherever they are kept. */
export interface Numbers {
	readonly series: Pick<Series, "carrier" | "use" | "unit">;
	/** Empty for amounts. */
	readonly parameter: "" | Laboratory["column"];
	/** Months since the year 0, rising; several lots of a month stand in one after another. */
	readonly at: readonly number[];
	/** The numbers as floats; equal numbers have equal ones. */
	readonly sizes: readonly number[];
	/** The number itself. */
	readonly exactly: (index: number) => Exact;
}

/** The same of entries: with where each stands. */
export interface NumberSeries extends Numbers {
	readonly series: Series;
	readonly entry: (index: number) => Entry;
}

/** All of a firm, in the same order each time. Values of published tables are left out: whoever uses them shares them. */
export function numberSeriesOf({ rules, series }: Pick<FirmCase, "rules" | "series">): NumberSeries[] {
	const all: NumberSeries[] = [];
	for (const one of series) {
		const { at, sizes, measured } = historyOf(one);
		const step = (index: number): Step => one.steps[index] as Step;
		all.push({
			series: one,
			parameter: "",
			at,
			sizes,
			exactly: (index) => step(index).amount,
			entry: (index) => entryOf(step(index)),
		});
		if (!measured) continue;
		for (const parameter of laboratory) {
			const numbers = measuredSeries(rules, one, parameter);
			if (numbers !== undefined) all.push(numbers);
		}
	}
	return all;
}

function measuredSeries(rules: FirmCase["rules"], series: Series, parameter: Laboratory): NumberSeries | undefined {
	const numbers = series.steps.flatMap(({ year, month, lots }) =>
		lots.flatMap(({ entry, measured }) => {
			const value = measured[parameter.held];
			if (value === undefined || isPublished(rules, series.carrier, parameter, value)) return [];
			return [{ at: year * 12 + month - 1, value, entry }];
		}),
	);
	if (numbers.length === 0) return undefined;
	return {
		series,
		parameter: parameter.column,
		at: numbers.map(({ at }) => at),
		sizes: numbers.map(({ value }) => nearly(value)),
		exactly: (index) => (numbers[index] as { readonly value: Exact }).value,
		entry: (index) => (numbers[index] as { readonly entry: Entry }).entry,
	};
}
