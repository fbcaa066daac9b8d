/**
 * One carrier at several sites: a total row is compared with the rows it adds up and is not counted; rows without a site beside
 * rows with one are a whole beside its parts. Source: the reading rules of this tool, table 8, rules 1 and 2.
 */
import { remark } from "../../findings/finding.ts";
import { isTotalWord } from "../../reference/words.ts";
import { amountLike } from "../amounts.ts";
import { alike, alikeSums, grouped, joined, reportDifference, type Summed, shown, summed } from "./groups.ts";
import type { Settled, Step, StepContext } from "./step.ts";
import { withoutUnnamedTotals } from "./unnamed-totals.ts";

export const settleSites: Step = (accounts, context) => {
	if (accounts.every(({ site }) => site === "")) return accounts;
	const groups = grouped(accounts, ({ carrier, use, role }) => `${carrier}\u001f${use}\u001f${role}`);
	return withoutUnnamedTotals(groups, context).flatMap((group) => settleGroup(group, context));
};

function settleGroup(group: readonly Settled[], context: StepContext): readonly Settled[] {
	const totals = group.filter(({ site }) => isTotalWord(site));
	const parts = group.filter(({ site }) => !isTotalWord(site));
	if (totals.length === 0) return wholeAndSites(parts, context);
	if (parts.length === 0) return onlyTotals(totals, context);
	const counted = wholeAndSites(parts, context);
	const whole = joined(counted);
	const together = summed(whole);
	for (const one of totals) compareTotal(one, whole, together, context);
	// A total adds nothing, but says of which months there should be rows.
	return [...counted, ...totals.map((one) => ({ ...one, items: [], broken: false }))];
}

/** Total rows that no other row of the carrier explains: the amount itself. Of several one counts, and they must agree. */
function onlyTotals(totals: readonly Settled[], { report }: StepContext): readonly Settled[] {
	const [first, ...more] = totals as readonly [Settled, ...Settled[]];
	const item = first.items[0];
	if (item !== undefined) report(remark("total-counted", { what: first.what, word: first.site }), item.entry);
	const differing = more.filter((one) => !alike(first, one));
	for (const one of differing) reportDifference(first, one, report);
	return [{ ...first, broken: first.broken || differing.length > 0 }];
}

/** Rows without a site beside rows with one. Months apart both count; else the sites count where they make up the whole. */
function wholeAndSites(accounts: readonly Settled[], { report, year }: StepContext): readonly Settled[] {
	const whole = accounts.find(({ site }) => site === "");
	const sites = accounts.filter(({ site }) => site !== "");
	if (whole === undefined || sites.length === 0) return accounts;
	const covered = sites.reduce((mask, one) => mask | one.mask, 0);
	if ((whole.mask & covered) === 0) return accounts;
	const parts = joined(sites);
	if (whole.mask === covered && alike(whole, parts)) {
		const item = whole.items[0];
		if (item !== undefined) report(remark("whole-equals-parts", { what: whole.what, whole: String(year) }), item.entry);
		return whole.broken ? sites.map((one) => ({ ...one, broken: true })) : sites;
	}
	reportDifference(whole, parts, report);
	return accounts.map((one) => ({ ...one, broken: true }));
}

function compareTotal(one: Settled, parts: Settled, together: Summed, { report }: StepContext): void {
	const item = one.items[0];
	if (item === undefined) return;
	const compared = parts.items.length > 0 && one.mask === parts.mask;
	if (compared && !alikeSums(summed(one), together)) {
		const sum = amountLike(together.amount, (parts.items[0] as Settled["items"][number]).entry);
		report(remark("total-differs", { what: one.what, printed: shown(one), summed: sum }), item.entry);
	} else report(remark("total-left-out", { what: one.what, word: one.site, compared }), item.entry);
}
