/** A firm's book as histories: what was used of one thing, month by month. */
import { fromCode } from "../domain/period.ts";
import type { Use } from "../domain/words.ts";
import { type Exact, sum } from "../exact/exact.ts";
import type { Entry } from "../ledger/entry.ts";
import type { FirmBook } from "../ledger/ledger.ts";
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

/** The monthly histories of a book. An entry whose rows contradict each other is left out: nobody knows its amount. */
export function seriesOf(book: FirmBook): Series[] {
	const found = new Map<string, Omit<Series, "steps"> & { readonly months: Map<number, Step["lots"][number][]> }>();
	for (const { carrier, use, site, measured, entries } of book.energy.values()) {
		for (const [code, entry] of entries) {
			const { from, to } = fromCode(code);
			if (from !== to || entry.others.length > 0) continue;
			const name = `${carrier}\u001f${use}\u001f${site}\u001f${entry.unit}`;
			let series = found.get(name);
			if (series === undefined) {
				series = { carrier, use, site, unit: entry.unit, months: new Map() };
				found.set(name, series);
			}
			const lots = series.months.get(code);
			if (lots === undefined) series.months.set(code, [{ entry, measured }]);
			else lots.push({ entry, measured });
		}
	}
	return [...found]
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
		.map(([, { months, ...series }]) => ({
			...series,
			steps: [...months]
				.sort(([a], [b]) => a - b)
				.map(([code, lots]) => {
					const { year, from } = fromCode(code);
					lots.sort((a, b) => inOrder(a.entry, b.entry));
					const [first, ...more] = lots as [Step["lots"][number], ...Step["lots"]];
					return { year, month: from, amount: more.reduce((all, { entry }) => sum(all, entry.amount), first.entry.amount), lots };
				}),
		}));
}

/** The monthly history of one indicator and product; at several prices, the one with most months. */
export function outputSteps(book: FirmBook, indicator: string, product: string): OutputSteps | undefined {
	let best: OutputSteps | undefined;
	for (const [, series] of [...book.output].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
		if (series.indicator !== indicator || series.product !== product) continue;
		const steps = [...series.entries]
			.filter(([code, entry]) => entry.others.length === 0 && fromCode(code).from === fromCode(code).to)
			.sort(([a], [b]) => a - b)
			.map(([code, entry]) => ({ year: fromCode(code).year, month: fromCode(code).from, amount: entry.amount, entry }));
		const unit = steps[0]?.entry.unit;
		if (unit !== undefined && steps.length > (best?.steps.length ?? 0)) best = { unit, steps };
	}
	return best;
}

function inOrder(a: Entry, b: Entry): number {
	return a.from.file < b.from.file ? -1 : a.from.file > b.from.file ? 1 : a.row - b.row;
}
