/** T-210: monthly tables that end long before the date of the check. Asked of all energy together, and of the output. */
import { fromCode, type Period, write } from "../../domain/period.ts";
import { compare } from "../../exact/exact.ts";
import { finding, remark, type Subject } from "../../findings/finding.ts";
import { byClaim, type Entry, placeOf } from "../../ledger/entry.ts";
import { answer, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import { fromCount } from "./entries.ts";

interface Latest {
	/** The last month that any row covers. */
	readonly year: number;
	readonly month: number;
	readonly entry: Entry;
	/** Whether any row is of one month: a table of years is not out of date within the next one. */
	readonly monthly: boolean;
}

export const seriesOutOfDate: FirmRule = {
	id: "T-210",
	code: "series-out-of-date",
	clears: "by-shape",
	judge: (one) => {
		const { asOf, facts } = one.rules;
		if (asOf === undefined) return notChecked("no-as-of");
		const { energy, output } = one.record;
		const judged = [...output.values()].filter(
			({ indicator, product }) => indicator === facts.indicator && product === facts.product,
		);
		const parts: readonly (readonly [Subject, Latest | undefined])[] = [
			[{ of: "all-energy" }, latestOf([...energy.values()].map(({ entries }) => entries))],
			[{ of: "indicator", indicator: facts.indicator, prices: "unstated" }, latestOf(judged.map(({ entries }) => entries))],
		];
		const monthly = parts.filter(([, latest]) => latest?.monthly === true);
		if (monthly.length === 0) return notChecked("no-months");
		return answer(
			monthly.flatMap(([what, latest]): Suspicion[] => {
				if (latest === undefined) return [];
				const { year, month, entry } = latest;
				const since = (asOf.year - year) * 12 + asOf.month - month;
				if (compare(fromCount(since), one.limit("stale-months")) <= 0) return [];
				const last = write({ year, from: month, to: month });
				const about = remark("series-out-of-date", { what, last, asOf: asOf.text });
				// Nothing that is there is wrong.
				return [{ finding: finding(about, placeOf(entry), one.record.firm, last), year, impact: null }];
			}),
		);
	},
};

function latestOf(series: readonly ReadonlyMap<number, Entry>[]): Latest | undefined {
	const all = series.flatMap((entries) => [...entries].map(([code, entry]) => ({ period: fromCode(code), entry })));
	const [first, ...more] = all;
	if (first === undefined) return undefined;
	const last = more.reduce((best, other) => (later(other, best) ? other : best), first);
	const { year, to } = last.period;
	return { year, month: to, entry: last.entry, monthly: all.some(({ period }) => period.from === period.to) };
}

type Dated = { readonly period: Period; readonly entry: Entry };

/** Whether an entry covers a later month, or the same from an earlier place. */
function later(a: Dated, b: Dated): boolean {
	const [ours, theirs] = [a.period.year * 12 + a.period.to, b.period.year * 12 + b.period.to];
	return ours > theirs || (ours === theirs && byClaim(a.entry, b.entry) < 0);
}
