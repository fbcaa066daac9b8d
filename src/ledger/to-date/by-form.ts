/**
 * Amounts that are to date because the form they stand in is: where they do not rise as sums do, or stocks go on from month to
 * month, they are months, and nobody can tell which of the two holds.
 * Source: the reading rules of this tool, table 2 (amounts to date that are declared).
 */
import { type Period, write } from "../../domain/period.ts";
import { sum } from "../../exact/exact.ts";
import { type Remark, remark, type Subject } from "../../findings/finding.ts";
import { amountLike } from "../amounts.ts";
import type { Claim } from "../entry.ts";
import type { Item } from "../resolve.ts";
import { growsAsSums, type MonthAmount } from "./looks-to-date.ts";

/**
 * What is to be reported of months that the form says to be to date; undefined where they may be. `stocks`: those beside them go on
 * from month to month.
 */
export function notToDate<P extends { readonly key: string }>(
	items: readonly Item<P>[],
	what: Subject,
	stocks: boolean,
): { readonly about: Remark; readonly at: Claim; readonly period: Period } | undefined {
	const ordered = [...items].sort((a, b) => a.period.to - b.period.to);
	const months: MonthAmount[] = [];
	for (const { period, entry } of ordered) {
		const last = months[months.length - 1];
		if (last?.month === period.to) months[months.length - 1] = { month: last.month, amount: sum(last.amount, entry.amount) };
		else months.push({ month: period.to, amount: entry.amount });
	}
	const end = ordered[ordered.length - 1];
	if (end === undefined || (!stocks && growsAsSums(months))) return undefined;
	const [first, last] = [months[0] as MonthAmount, months[months.length - 1] as MonthAmount];
	const about = remark("form-not-to-date", {
		what,
		because: stocks ? "stocks" : "amounts",
		first: amountLike(first.amount, end.entry),
		last: amountLike(last.amount, end.entry),
		from: write({ ...end.period, from: first.month, to: first.month }),
		to: write({ ...end.period, from: last.month, to: last.month }),
	});
	return { about, at: end.entry, period: end.period };
}
