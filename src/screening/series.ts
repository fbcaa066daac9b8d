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
	/** The rows it came from, each with what was measured; in order of place. */
	readonly lots: readonly { readonly entry: Entry; readonly measured: Parameters }[];
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

type Lot = Step["lots"][number];

/** The monthly histories of a record. An entry whose rows contradict each other is left out: nobody knows its amount. */
export function seriesOf(record: FirmRecord): Series[] {
	const found = new Map<string, Omit<Series, "steps"> & { readonly codes: number[]; readonly lots: Lot[] }>();
	for (const { carrier, use, site, measured, entries } of record.energy.values()) {
		let series: { readonly unit: string; readonly codes: number[]; readonly lots: Lot[] } | undefined;
		for (const [code, entry] of entries) {
			if (!isMonth(code) || entry.others.length > 0) continue;
			// Nearly always one unit for all entries, and so one name.
			if (series?.unit !== entry.unit)
				series = obtain(found, `${carrier}\u001f${use}\u001f${site}\u001f${entry.unit}`, () => ({
					...{ carrier, use, site, unit: entry.unit },
					...{ codes: [], lots: [] },
				}));
			series.codes.push(code);
			series.lots.push({ entry, measured });
		}
	}
	return [...found]
		.sort(byKey)
		.map(([, { carrier, use, site, unit, codes, lots }]) => ({ carrier, use, site, unit, steps: stepsOf(codes, lots) }));
}

/** Lots by the code of their month, to months in order of time; a table is mostly in that order already. */
function stepsOf(codes: readonly number[], lots: readonly Lot[]): Step[] {
	const rising = codes.every((code, index) => index === 0 || code > (codes[index - 1] as number));
	if (rising) return lots.map((lot, index) => stepOf(codes[index] as number, [lot]));
	const months = new Map<number, Lot[]>();
	for (const [index, lot] of lots.entries()) obtain(months, codes[index] as number, (): Lot[] => []).push(lot);
	return [...months]
		.sort(([a], [b]) => a - b)
		.map(([code, all]) => stepOf(code, all.sort((a, b) => byClaim(a.entry, b.entry)) as [Lot, ...Lot[]]));
}

function stepOf(code: number, lots: readonly [Lot, ...Lot[]]): Step {
	const [first] = lots;
	const amount =
		lots.length === 1 ? first.entry.amount : lots.slice(1).reduce((all, { entry }) => sum(all, entry.amount), first.entry.amount);
	return { year: Math.floor(code / 10000), month: Math.floor(code / 100) % 100, amount, lots };
}

/** Whether a period's code is that of a month: it begins and ends in the same. */
function isMonth(code: number): boolean {
	return code % 100 === Math.floor(code / 100) % 100;
}

/** The monthly history of one indicator and product; at several prices, the one with most months. */
export function outputSteps(record: FirmRecord, indicator: string, product: string): OutputSteps | undefined {
	let best: OutputSteps | undefined;
	for (const [, series] of [...record.output].sort(byKey)) {
		if (series.indicator !== indicator || series.product !== product) continue;
		const steps = [...series.entries.keys()]
			.filter((code) => isMonth(code) && series.entries.get(code)?.others.length === 0)
			.sort((a, b) => a - b)
			.map((code) => {
				const entry = series.entries.get(code) as Entry;
				return { year: fromCode(code).year, month: fromCode(code).from, amount: entry.amount, entry };
			});
		const unit = steps[0]?.entry.unit;
		if (unit !== undefined && steps.length > (best?.steps.length ?? 0)) best = { unit, steps };
	}
	return best;
}
