/** One carrier's consumption by its purchases, kind by kind: power, heat, what can be made in a works, what comes from elsewhere. */
import { months } from "../../domain/period.ts";
import { compare, difference, type Exact, sign, sum, zero } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { amountLike } from "../amounts.ts";
import type { Parameters } from "../parameters.ts";
import { agree } from "../printed.ts";
import { cellsOf, type Item } from "../resolve.ts";
import { type Items, mayBeOwn, reportMore, reportOwn, sourcesOf, sumOf, type Works, withAmount } from "./own-made.ts";
import type { Settled, StepContext } from "./step.ts";

/** A row of a table that has a column of purchases. */
export function isListed({ entry }: Item<Parameters>): boolean {
	return entry.from.purchases === true;
}

export interface Amounts {
	readonly used: Items;
	readonly purchased: Items;
	readonly opening: Items;
	readonly closing: Items;
	/** From the column of what was passed on, and from rows of their own. */
	readonly out: Items;
	readonly sold: Items;
}

export interface Whole {
	readonly group: readonly Settled[];
	/** The first row of it, to point at. */
	readonly item: Item<Parameters>;
	readonly amounts: Amounts;
	/** Carriers of which rows of sales do not count: what was used does not hold them. */
	readonly cancelled: Set<string>;
	readonly works: Works;
	readonly context: StepContext;
}

/** Electricity: what was bought less what was passed on. */
export function power({ group, item, amounts, works, context }: Whole): readonly Settled[] {
	const { used, purchased, out, sold } = amounts;
	const [first] = group as [Settled, ...Settled[]];
	const consumed = sumOf(used);
	const bought = sumOf(purchased);
	if (sign(bought) === 0) {
		if (sign(consumed) === 0) return group;
		if (!works.source) return fromNowhere(group, item, consumed, context);
		reportOwn(first, consumed, [], used, context);
		return replaced(group, [withAmount(item, zero)]);
	}
	const net = difference(bought, sum(sumOf(out), sumOf(sold)));
	const rest = difference(consumed, net);
	if (sign(rest) > 0) reportOwn(first, rest, [], used, context);
	if (sign(rest) < 0) reportMore(first, item, net, consumed, context);
	return [...replaced(group, purchased), ...passedOn(first, out)];
}

/** Heat: what was used, and of that no more than was bought. */
export function heat({ group, item, amounts, cancelled, works, context }: Whole): readonly Settled[] {
	const { used, purchased, out, sold } = amounts;
	const [first] = group as [Settled, ...Settled[]];
	const consumed = sumOf(used);
	const net = difference(sumOf(purchased), sum(sumOf(out), sumOf(sold)));
	if (compare(net, consumed) >= 0) {
		cancelled.add(first.carrier);
		return group;
	}
	const rest = difference(consumed, net);
	if (!works.source) return fromNowhere(group, item, rest, context);
	reportOwn(first, rest, [], used, context);
	const bought = purchased.length === 0 ? [withAmount(item, zero)] : purchased;
	return [...replaced(group, bought), ...passedOn(first, out)];
}

/** What can be made in a works: what was used, and of that no more than was bought and drawn from stock. */
export function made({ group, item, amounts, works, context }: Whole): readonly Settled[] {
	const { used, purchased, opening, closing, out, sold } = amounts;
	const [first] = group as [Settled, ...Settled[]];
	const consumed = sumOf(used);
	const drawn = difference(sumOf(opening), sum(sumOf(closing), sum(sumOf(out), sumOf(sold))));
	const had = sum(sumOf(purchased), drawn);
	const rest = difference(consumed, sign(had) > 0 ? had : zero);
	const cells = Object.values(amounts).flat().flatMap(cellsOf);
	if (sign(rest) <= 0 || agree(consumed, had, cells)) {
		const fails = sign(rest) < 0 && opening.length + closing.length > 0 && reportStock(first, amounts, context);
		return mark(group, fails);
	}
	const from = sourcesOf(first.carrier, works, context);
	const measured = new Set(used.map((one) => one.measured.key));
	const bought =
		sign(had) <= 0
			? [withAmount(item, zero)]
			: sign(drawn) === 0
				? purchased
				: measured.size === 1
					? [withAmount(item, had)]
					: undefined;
	if (from.length > 0 && bought !== undefined) {
		reportOwn(first, rest, from, used, context);
		return replaced(group, bought);
	}
	// Lots of different heat values: which of them was bought nobody can tell.
	if (!context.mined(context.rules.idOf(first.carrier))) mayBeOwn(first, rest, from, used, context);
	return group;
}

/** Fuels that come from elsewhere, and materials: what was used. */
export function boughtIn({ group, item, amounts, context }: Whole): readonly Settled[] {
	const { used, purchased, opening, closing } = amounts;
	const [first] = group as [Settled, ...Settled[]];
	const consumed = sumOf(used);
	const mined = context.mined(context.rules.idOf(first.carrier));
	const drawn = compare(sumOf(opening), sumOf(closing)) > 0;
	const fails = opening.length + closing.length > 0 && !mined && reportStock(first, amounts, context);
	if (sign(consumed) > 0 && sign(sumOf(purchased)) === 0 && !drawn && !mined)
		context.report(remark("not-bought", { carrier: first.carrier, amount: amountLike(consumed, item.entry) }), item.entry);
	return mark(group, fails);
}

/** Neither bought nor made of anything that the year uses: somebody supplied it, and nobody wrote down how much of it. */
function fromNowhere(
	group: readonly Settled[],
	item: Item<Parameters>,
	amount: Exact,
	{ report }: StepContext,
): readonly Settled[] {
	const [{ carrier }] = group as [Settled, ...Settled[]];
	report(remark("where-from", { carrier, amount: amountLike(amount, item.entry) }), item.entry);
	return mark(group, true);
}

/**
 * Closing stock against opening stock, purchases, consumption and what was passed on. Whether the year cannot stand: in the official
 * form one of its own cells is wrong, in a ledger of the works something may have been lost or lent.
 */
function reportStock(one: Settled, amounts: Amounts, { report, monthly }: StepContext): boolean {
	const { used, purchased, opening, closing, out, sold } = amounts;
	const left = difference(sum(sumOf(opening), sumOf(purchased)), sum(sumOf(used), sum(sumOf(out), sumOf(sold))));
	const written = sumOf(closing);
	if (agree(written, left, Object.values(amounts).flat().flatMap(cellsOf))) return false;
	const [item] = closing.length > 0 ? closing : opening;
	if (item === undefined) return false;
	const [stated, computed] = [amountLike(written, item.entry), amountLike(left, item.entry)];
	const byForm = item.entry.from.form === true && !monthly;
	// What is known to be wrong already is not told twice.
	if (byForm && one.broken) return false;
	report(
		byForm
			? remark("form-balance-differs", { what: one.what, written: stated, computed })
			: remark("balance-difference", { what: one.what, of: "closing-stock", written: stated, computed }),
		item.entry,
	);
	return byForm;
}

/** The rows of the group that purchases decide, replaced by what counts of them; its months stay covered. */
function replaced(group: readonly Settled[], counted: Items): readonly Settled[] {
	return group.map((one, index) => ({
		...one,
		items: [...one.items.filter((item) => !isListed(item)), ...(index === 0 ? counted : [])],
	}));
}

/** What was passed on, from its column, as rows of their own would say it. */
function passedOn(one: Settled, out: Items): readonly Settled[] {
	if (out.length === 0) return [];
	const what = { ...one.what, of: "carrier", carrier: one.carrier, use: "sold" } as const;
	const mask = out.reduce((all, { period }) => all | months(period), 0);
	return [{ ...one, name: `${one.name}\u001fout`, what, use: "sold", items: out, mask, broken: false }];
}

export function mark(group: readonly Settled[], broken: boolean): readonly Settled[] {
	return broken ? group.map((one) => ({ ...one, broken: true })) : group;
}
