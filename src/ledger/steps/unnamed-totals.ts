/**
 * A place whose amounts are those of all the firm's other places together, and whose name is no word of total (公司, 总厂, 综合): the
 * total of the works, counted once more. Chance gives such amounts where they have few digits; so many that it cannot are an error.
 */
import { compare, type Exact, sign, sum, toText, zero } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { isTotalWord } from "../../reference/words.ts";
import { agreeWithin, slackOf } from "../printed.ts";
import { cellsOf } from "../resolve.ts";
import { joined, shown, sumOf, unitOf } from "./groups.ts";
import type { Settled, StepContext } from "./step.ts";

/** A carrier's account that all its others add up to. */
interface Whole {
	readonly whole: Settled;
	readonly digits: number;
}

/** Digits that chance does not match: one in a million. */
const certain = 6;

/**
 * The accounts, each carrier's in a group, with those marked whose amount nobody knows. A place is asked only if it could be such a
 * total in every carrier that it shares with two places or more.
 */
export function withoutUnnamedTotals(
	groups: readonly (readonly Settled[])[],
	context: StepContext,
): readonly (readonly Settled[])[] {
	if (context.rules.adding) return groups;
	const bySite = new Map<string, Whole[]>();
	const others = new Set<string>();
	for (const group of groups) {
		if (group.length < 3) continue;
		const found = wholeOf(group);
		for (const { site } of group) if (site !== found?.whole.site) others.add(site);
		if (found !== undefined) bySite.set(found.whole.site, [...(bySite.get(found.whole.site) ?? []), found]);
	}
	const sure = new Set<Settled>();
	for (const [site, found] of bySite) {
		if (others.has(site)) continue;
		const isSure = found.reduce((all, { digits }) => all + digits, 0) >= certain;
		for (const { whole } of found) {
			const item = whole.items[0];
			if (item === undefined) continue;
			const about = { what: whole.what, place: site, amount: shown(whole) };
			context.report(remark(isSure ? "unnamed-total" : "may-be-total", about), item.entry);
			if (isSure) sure.add(whole);
			else context.doubt();
		}
	}
	if (sure.size === 0) return groups;
	return groups.map((group) => (group.some((one) => sure.has(one)) ? group.map((one) => ({ ...one, broken: true })) : group));
}

/** The largest account of a carrier, where two or more others above zero add up to it over the same months. */
function wholeOf(group: readonly Settled[]): Whole | undefined {
	const named = group.filter(({ site, items, broken }) => site !== "" && !isTotalWord(site) && items.length > 0 && !broken);
	if (named.length < 3) return undefined;
	const sized = named.map((one) => ({ one, size: sumOf(one) })).filter(({ size }) => sign(size) > 0);
	const [first] = sized.sort((a, b) => compare(b.size, a.size));
	if (first === undefined || sized.length < 3) return undefined;
	const whole = first.one;
	const parts = joined(named.filter((one) => one !== whole));
	if (whole.mask !== parts.mask || unitOf(whole, parts) === undefined) return undefined;
	const digits = digitsByPeriod(whole, parts);
	if (digits > 0) return { whole, digits };
	return printsAs(sumOf(parts), whole.items) ? { whole, digits: digitsOf([first.size]) } : undefined;
}

/** The digits of each period's amount, where the parts add up to it period by period; none otherwise. */
function digitsByPeriod(whole: Settled, { items }: Settled): number {
	const agrees = whole.items.every((item) => {
		const same = items.filter(({ period }) => period.from === item.period.from && period.to === item.period.to);
		return printsAs(
			same.reduce((all, { entry }) => sum(all, entry.amount), zero),
			[item],
		);
	});
	return agrees ? digitsOf(whole.items.map(({ entry }) => entry.amount)) : 0;
}

/** Whether a sum is what these rows come to, rounded to the places in which they are printed. */
function printsAs(summed: Exact, rows: Settled["items"]): boolean {
	return agreeWithin(summed, sumOf({ items: rows }), () => slackOf(rows.flatMap(cellsOf)));
}

/** How many digits tell these amounts from others: zeros at the ends tell nothing. */
function digitsOf(amounts: readonly Exact[]): number {
	const digits = amounts.map((amount) => toText(amount).replace(/\D/g, ""));
	return digits.reduce((all, text) => all + text.replace(/^0+|0+$/g, "").length, 0);
}
