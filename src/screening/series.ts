/** A firm's record as histories: what was used of one thing, month by month. */

import { obtain } from "../domain/obtain.ts";
import { byKey } from "../domain/order.ts";
import { fromCode } from "../domain/period.ts";
import type { Use } from "../domain/words.ts";
import { type Exact, sum } from "../exact/exact.ts";
import type { Entry } from "../ledger/entry.ts";
import { byClaim } from "../ledger/entry.ts";
import type { FirmRecord } from "../ledger/ledger.ts";
import type { Parameters } from "../ledger/parameters.ts";

/** One month of a history. Lots with different measured values are one month with several entries. */
export interface Step {
	readonly year: number;
	/** 1 to 12. */
	readonly month: number;
	/** In the series' unit; all lots of the month together. */
	readonly amount: Exact;
	/** The row it is pointed at by: the first of its lots. */
	readonly entry: Entry;
	/** The rows it came from, each with what was measured; in order of place. */
	readonly lots: readonly [Lot, ...Lot[]];
	/** Whether nothing was measured, and it came from one row. */
	readonly plain: boolean;
}

/** One row of a month. */
export interface Lot {
	readonly entry: Entry;
	readonly measured: Parameters;
}

/** Nearly all months have one lot: a month is made of it as one object, since there are as many as rows. */
class MonthOfOneLot implements Step, Lot {
	readonly year: number;
	readonly month: number;
	readonly entry: Entry;
	readonly measured: Parameters;

	constructor(code: number, entry: Entry, measured: Parameters) {
		this.entry = entry;
		this.measured = measured;
		this.year = Math.floor(code / 10000);
		this.month = Math.floor(code / 100) % 100;
	}

	get amount(): Exact {
		return this.entry.amount;
	}

	get lots(): readonly [Lot] {
		return [this];
	}

	get plain(): boolean {
		return this.measured.key === "";
	}
}

export interface Series {
	readonly carrier: string;
	readonly use: Use;
	readonly site: string;
	/** The unit amounts are held in. */
	readonly unit: string;
	/** In order of time; months that are not given are not there. */
	readonly steps: readonly Step[];
}

/** The output a firm is measured by, month by month. */
export interface OutputSteps {
	readonly unit: string;
	readonly steps: readonly { readonly year: number; readonly month: number; readonly amount: Exact; readonly entry: Entry }[];
}

/** The monthly histories of a record. An entry whose rows contradict each other is left out: nobody knows its amount. */
export function seriesOf(record: FirmRecord): Series[] {
	const found = new Map<string, Omit<Series, "steps"> & { readonly months: MonthOfOneLot[] }>();
	for (const { carrier, use, site, measured, entries } of record.energy.values()) {
		let series: { readonly unit: string; readonly months: MonthOfOneLot[] } | undefined;
		entries.forEach((entry, code) => {
			if (!isMonth(code) || entry.others.length > 0) return;
			// Nearly always one unit for all entries, and so one name.
			if (series?.unit !== entry.unit)
				series = obtain(found, `${carrier}\u001f${use}\u001f${site}\u001f${entry.unit}`, () => ({
					...{ carrier, use, site, unit: entry.unit },
					months: [],
				}));
			series.months.push(new MonthOfOneLot(code, entry, measured));
		});
	}
	return [...found]
		.sort(byKey)
		.map(([, { carrier, use, site, unit, months }]) => ({ carrier, use, site, unit, steps: stepsOf(months) }));
}

/** Months in order of time, those of one month as one; a table is mostly in that order already. */
function stepsOf(months: readonly MonthOfOneLot[]): readonly Step[] {
	if (isRising(months)) return months;
	const byTime = new Map<number, MonthOfOneLot[]>();
	for (const one of months) obtain(byTime, timeOf(one), (): MonthOfOneLot[] => []).push(one);
	return [...byTime].sort(([a], [b]) => a - b).map(([, all]) => stepOf(all as [MonthOfOneLot, ...MonthOfOneLot[]]));
}

function isRising(months: readonly MonthOfOneLot[]): boolean {
	for (let index = 1; index < months.length; index += 1)
		if (timeOf(months[index] as MonthOfOneLot) <= timeOf(months[index - 1] as MonthOfOneLot)) return false;
	return true;
}

function timeOf({ year, month }: Pick<Step, "year" | "month">): number {
	return year * 12 + month;
}

function stepOf(all: [MonthOfOneLot, ...MonthOfOneLot[]]): Step {
	if (all.length === 1) return all[0];
	all.sort((a, b) => byClaim(a.entry, b.entry));
	const [{ year, month, entry }, ...others] = all;
	const amount = others.reduce((total, one) => sum(total, one.amount), entry.amount);
	return { year, month, amount, entry, lots: all, plain: false };
}

/** Whether a period's code is that of a month: it begins and ends in the same. */
function isMonth(code: number): boolean {
	return code % 100 === Math.floor(code / 100) % 100;
}

/** The months of an output, in order of time. An entry whose rows contradict each other is left out. */
function outputStepsIn(entries: ReadonlyMap<number, Entry>): OutputSteps["steps"] {
	const steps: OutputSteps["steps"][number][] = [];
	let [last, isInOrder] = [0, true];
	entries.forEach((entry, code) => {
		if (!isMonth(code) || entry.others.length > 0) return;
		const { year, from } = fromCode(code);
		if (code < last) isInOrder = false;
		last = code;
		steps.push({ year, month: from, amount: entry.amount, entry });
	});
	return isInOrder ? steps : steps.sort((a, b) => a.year - b.year || a.month - b.month);
}

/** The monthly history of one indicator and product; at several prices, the one with most months. */
export function outputSteps(record: FirmRecord, indicator: string, product: string): OutputSteps | undefined {
	let best: OutputSteps | undefined;
	for (const [, series] of [...record.output].sort(byKey)) {
		if (series.indicator !== indicator || series.product !== product) continue;
		const steps = outputStepsIn(series.entries);
		const unit = steps[0]?.entry.unit;
		if (unit !== undefined && steps.length > (best?.steps.length ?? 0)) best = { unit, steps };
	}
	return best;
}
