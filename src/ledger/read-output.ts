/** The output accounts of a firm to drafts of its years: what counts, at which prices, and what was made of feedstock. */
import { months } from "../domain/period.ts";
import { sumOver } from "../exact/exact.ts";
import { type Finding, finding, remark, type Subject } from "../findings/finding.ts";
import type { AccountYear } from "./accounts.ts";
import { amountLike } from "./amounts.ts";
import { placeOf } from "./entry.ts";
import type { OutputAccount } from "./gather.ts";
import { inWindow } from "./inside-months.ts";
import { type Item, resolveYear } from "./resolve.ts";
import type { Cumulative } from "./to-date/suspected.ts";
import type { Draft, FactRules } from "./year-draft.ts";

/** Feedstock without products is told beside what the output table says was made of it. */
function noteMade(
	product: string,
	what: Subject,
	{ items }: AccountYear<{ readonly key: string }>,
	rules: FactRules,
	one: Draft,
): void {
	if (![...one.lines.values()].some(({ use }) => use === "feedstock")) return;
	const { counted, broken } = resolveYear(what, items, rules.adding);
	const [first] = counted;
	if (first === undefined || broken || counted.some(({ entry }) => entry.unit !== first.entry.unit)) return;
	const amount = sumOver(counted, ({ entry }) => entry.amount);
	one.made.push({ product, amount: amountLike(amount, first.entry) });
}

/** The denominator of each year, one line for each kind of prices. */
export function readOutput(
	firm: string,
	accounts: readonly OutputAccount[],
	cumulative: Cumulative,
	rules: FactRules,
	drafts: ReadonlyMap<number, Draft>,
	draft: (year: number) => Draft,
	findings: Finding[],
): void {
	for (const { name, what, indicator, product, prices, years } of accounts) {
		// What was produced matters where something went in: it makes no firm-year of its own.
		if (indicator === "production")
			for (const [year, account] of years) {
				const one = drafts.get(year);
				if (one !== undefined) noteMade(product, what, account, rules, one);
			}
		if (indicator !== rules.indicator || product !== rules.product) continue;
		for (const [year, account] of years) {
			const resolved = resolveYear(what, account.items, rules.adding);
			for (const { about, at, period } of resolved.reported) findings.push(finding(about, at, firm, period));
			const one = draft(year);
			one.series.set("output", [...(one.series.get("output") ?? []), ...resolved.counted]);
			const first = earliest(resolved.counted);
			const mixed = resolved.counted.some(({ entry }) => entry.unit !== first.entry.unit);
			if (mixed) {
				// The user knows the units as they are written, not their dimensions.
				const units = [...new Set(resolved.counted.map(({ entry }) => entry.from.unit))];
				findings.push(finding(remark("mixed-dimensions", { units }), placeOf(first.entry), firm, String(year)));
			}
			const suspected = cumulative.of(name, year);
			if (suspected !== undefined) findings.push(suspected.finding);
			const before = suspected === undefined ? 0 : months({ from: 1, to: suspected.last });
			const counted = rules.changed?.output(firm, year, resolved.counted) ?? resolved.counted;
			const seen = inWindow({ items: counted, mask: resolved.mask | before }, rules.within);
			if (resolved.broken || account.broken || mixed || suspected?.evidence != null) one.unknown.add("output");
			if (suspected?.evidence === null) one.doubtful = true;
			if (seen.items.length === 0) continue;
			one.outputs.push({
				prices,
				unit: first.entry.unit,
				amount: sumOver(seen.items, ({ entry }) => entry.amount),
				mask: seen.mask,
				items: seen.items,
			});
		}
	}
}

/** Of amounts of several units the one that is named must not depend on the order of rows. */
function earliest<I extends Item<{ readonly key: string }>>(items: readonly I[]): I {
	const before = (a: I, b: I): boolean =>
		a.period.from < b.period.from || (a.period.from === b.period.from && a.entry.unit < b.entry.unit);
	return items.reduce((least, one) => (before(one, least) ? one : least));
}
