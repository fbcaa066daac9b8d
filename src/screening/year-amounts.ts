/** What a firm used of one thing in each whole year: for comparisons over years, monthly tables or not. */

import type { AssessedFirm, FirmYear } from "../assessment/firm.ts";
import { obtain } from "../domain/obtain.ts";
import { byKey } from "../domain/order.ts";
import type { Use } from "../domain/words.ts";
import { type Exact, sum } from "../exact/exact.ts";
import { compare, fromExact, negative, plus, type Ratio, sign as signOf, times, zeroRatio } from "../exact/ratio.ts";
import { once } from "./once.ts";
import type { FirmCase } from "./rule.ts";

export interface YearAmount {
	readonly year: number;
	/** Over all lots and sites. */
	readonly amount: Exact;
}

export interface YearSeries {
	readonly carrier: string;
	readonly use: Use;
	readonly unit: string;
	/** In order of year; years whose amount is not known, or is not that of a whole year, are not there. */
	readonly years: readonly YearAmount[];
}

const made = once<FirmCase, readonly YearSeries[]>();

/** By carrier, use and unit, in order of name; made once for all rules. */
export function yearSeriesOf(one: FirmCase): readonly YearSeries[] {
	return obtain(made, one, () => read(one.firm));
}

function read({ years }: AssessedFirm): YearSeries[] {
	const found = new Map<string, Omit<YearSeries, "years"> & { readonly years: { year: number; amount: Exact | null }[] }>();
	for (const { year, coverage, emissions } of years) {
		if (coverage !== "whole-year") continue;
		for (const { carrier, use, unit, quantity } of emissions.carriers) {
			const series = obtain(found, `${carrier}\u001f${use}\u001f${unit}`, () => ({ carrier, use, unit, years: [] }));
			const there = series.years.at(-1);
			if (there?.year !== year) series.years.push({ year, amount: quantity });
			// Another lot of the same year.
			else there.amount = there.amount === null || quantity === null ? null : sum(there.amount, quantity);
		}
	}
	return [...found]
		.sort(byKey)
		.map(([, series]) => ({ ...series, years: series.years.filter((one): one is YearAmount => one.amount !== null) }));
}

/** Whether so many tonnes matter beside what the year's carriers are known to emit. */
export function isMaterial({ limit }: FirmCase, { emissions }: FirmYear, tonnes: Ratio): boolean {
	const all = emissions.carriers.reduce((total, { co2 }) => (co2 === null ? total : plus(total, size(co2))), zeroRatio);
	return compare(size(tonnes), times(fromExact(limit("material-share")), all)) >= 0;
}

function size(a: Ratio): Ratio {
	return signOf(a) < 0 ? negative(a) : a;
}
