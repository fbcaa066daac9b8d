/** A firm's numbers as strips that can be laid beside another firm's: the amounts of each series, and what was measured with them. */
import type { Exact } from "../exact/exact.ts";
import { nearly } from "../exact/exact.ts";
import type { Entry } from "../ledger/entry.ts";
import { entryOf } from "./asking.ts";
import { historyOf } from "./history.ts";
import { isPublished, type Laboratory, laboratory } from "./published.ts";
import type { FirmCase } from "./rule.ts";
import type { Series, Step } from "./series.ts";

export interface Strip {
	readonly series: Series;
	/** Empty for amounts. */
	readonly parameter: "" | Laboratory["column"];
	/** Months since the year 0, rising; several lots of a month stand in one after another. */
	readonly at: readonly number[];
	/** The numbers as floats; equal numbers have equal ones. */
	readonly sizes: readonly number[];
	/** The number itself, and where it stands. */
	readonly exactly: (index: number) => Exact;
	readonly entry: (index: number) => Entry;
}

/** All strips of a firm, in the same order each time. Values of published tables are left out: whoever uses them shares them. */
export function stripsOf({ rules, series }: Pick<FirmCase, "rules" | "series">): Strip[] {
	const strips: Strip[] = [];
	for (const one of series) {
		const { at, sizes, measured } = historyOf(one);
		const step = (index: number): Step => one.steps[index] as Step;
		strips.push({
			series: one,
			parameter: "",
			at,
			sizes,
			exactly: (index) => step(index).amount,
			entry: (index) => entryOf(step(index)),
		});
		if (!measured) continue;
		for (const parameter of laboratory) {
			const strip = measuredStrip(rules, one, parameter);
			if (strip !== undefined) strips.push(strip);
		}
	}
	return strips;
}

function measuredStrip(rules: FirmCase["rules"], series: Series, parameter: Laboratory): Strip | undefined {
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
