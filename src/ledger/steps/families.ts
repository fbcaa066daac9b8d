/**
 * An item of the statistics forms beside the items that are kinds of it, and rows of 其中 beside what they are part of: both are the
 * same tonnes and count once. Source: the reading rules of this tool, table 8, rule 3.
 */
import { code, type Period } from "../../domain/period.ts";
import { without } from "../../domain/without.ts";
import { compare, difference, sign } from "../../exact/exact.ts";
import { type Amount, remark } from "../../findings/finding.ts";
import { amountLike } from "../amounts.ts";
import type { Parameters } from "../parameters.ts";
import type { Item } from "../resolve.ts";
import { alike, joined, sumOf, unitOf } from "./groups.ts";
import type { Settled, Step, StepContext } from "./step.ts";

const isPart = ({ role }: Settled): boolean => role.startsWith("part:");

export const settleParts: Step = (accounts, context) => {
	if (!accounts.some(isPart)) return accounts;
	const wholes = accounts.filter((one) => !isPart(one));
	const seen = new Set<string>();
	const broken = new Set<string>();
	for (const part of accounts.filter(isPart)) {
		const name = `${part.carrier}\u001f${part.use}`;
		if (seen.has(name)) continue;
		seen.add(name);
		const like = (one: Settled): boolean => one.carrier === part.carrier && one.use === part.use;
		if (
			!holds(
				wholes.filter(like),
				accounts.filter((one) => isPart(one) && like(one)),
				context,
			)
		)
			broken.add(name);
	}
	return wholes.map((one) => (broken.has(`${one.carrier}\u001f${one.use}`) ? { ...one, broken: true } : one));
};

/** Whether parts lie within their whole; both cases are reported. */
function holds(whole: readonly Settled[], parts: readonly Settled[], { report }: StepContext): boolean {
	const [all, some] = [whole.length === 0 ? undefined : joined(whole), joined(parts)];
	const [item] = some.items;
	if (item === undefined) return true;
	const words = [...new Set(parts.map(({ role }) => role.slice("part:".length)))];
	const above =
		all === undefined ||
		unitOf(all, some) === undefined ||
		(parts.some((one) => !alike(all, one) && compare(sumOf(one), sumOf(all)) > 0) && !alike(all, some));
	const common = { what: some.what, kinds: [], parts: words };
	if (above) {
		const figures = all === undefined ? unknownFigures : figuresOf(all, some, true);
		report(remark("kinds-against-parent", { ...common, more: true, ...figures, name: null }), item.entry);
	} else report(remark("parent-and-kinds", { ...common, counted: "parent", amount: null }), item.entry);
	return !above;
}

export const settleFamilies: Step = (accounts, context) => {
	const wholes = accounts.filter(({ carrier }) => context.rules.kindsOf(carrier).length > 0);
	if (wholes.length === 0) return accounts;
	let left = accounts;
	const parents = new Set(wholes.map(({ carrier }) => carrier));
	for (const parent of parents)
		for (const use of new Set(accounts.filter(({ carrier }) => carrier === parent).map((one) => one.use))) {
			const own = left.filter((one) => one.carrier === parent && one.use === use);
			const kinds = left.filter((one) => one.use === use && context.rules.kindsOf(parent).includes(one.carrier));
			if (own.length === 0 || kinds.length === 0) continue;
			const others = without(left, own, kinds);
			left = [...others, ...settle(joined(own), kinds, own, context)];
		}
	return left;
};

/** What counts of a parent (all sites of it) and its kinds. */
function settle(
	parent: Settled,
	kinds: readonly Settled[],
	own: readonly Settled[],
	{ rules, report }: StepContext,
): readonly Settled[] {
	const children = joined(kinds);
	const [item] = parent.items;
	if (item === undefined || children.items.length === 0 || sign(sumOf(parent)) === 0) return [...own, ...kinds];
	const names = [...new Set(kinds.map(({ carrier }) => rules.idOf(carrier)))];
	const common = { what: parent.what, kinds: names, parts: [] };
	const told = (counted: "kinds" | "rest" | "parent", amount: Amount | null = null): void =>
		report(remark("parent-and-kinds", { ...common, counted, amount }), item.entry);
	if (parent.broken || children.broken) return [...kinds, { ...parent, items: [], broken: true }];
	if (parent.mask === children.mask && alike(parent, children)) {
		told("kinds");
		// What they make up covers their months, too: a kind without a row in a month was not used in it.
		return kinds.map((one) => ({ ...one, mask: one.mask | parent.mask }));
	}
	const comparable = unitOf(parent, children) !== undefined;
	const more = !comparable || (children.mask & ~parent.mask) !== 0 || compare(sumOf(children), sumOf(parent)) > 0;
	const rest = more ? undefined : restOf(parent, children);
	const figures = figuresOf(parent, children, more);
	if (!more && !rules.isMapped(parent.carrier) && hasFactor(parent, rules)) {
		told("parent");
		return own;
	}
	if (rest !== undefined && rules.isMapped(parent.carrier)) {
		told("rest", figures.difference);
		return [...kinds.map((one) => ({ ...one, mask: one.mask | parent.mask })), { ...parent, items: rest }];
	}
	report(
		remark("kinds-against-parent", { ...common, more, ...figures, name: more ? null : rules.formName(parent.carrier) }),
		item.entry,
	);
	return [...kinds, { ...parent, items: [], broken: true }];
}

interface Figures {
	readonly given: Amount | null;
	readonly together: Amount | null;
	readonly difference: Amount | null;
}

const unknownFigures: Figures = { given: null, together: null, difference: null };

/** What an item and its kinds amount to, written as a row of the item is; null where they are in several units. */
function figuresOf(parent: Settled, children: Settled, more: boolean): Figures {
	const [item] = parent.items;
	if (item === undefined || unitOf(parent, children) === undefined) return unknownFigures;
	const [given, together] = [sumOf(parent), sumOf(children)];
	return {
		given: amountLike(given, item.entry),
		together: amountLike(together, item.entry),
		difference: amountLike(more ? difference(together, given) : difference(given, together), item.entry),
	};
}

function hasFactor({ carrier, items }: Settled, rules: StepContext["rules"]): boolean {
	return items.every(
		({ entry, measured }) =>
			rules.hasFactor(carrier, entry.unit) ||
			measured.emissionFactor !== undefined ||
			(measured.carbonContent !== undefined && (measured.ncv !== undefined || entry.unit === "GJ")),
	);
}

/** The parent less its kinds: period by period where both have the same, else in one amount; undefined where a period has less than its kinds. */
function restOf(parent: Settled, children: Settled): readonly Item<Parameters>[] | undefined {
	const periods = (one: Settled): string => [...new Set(one.items.map(({ period }) => code(period)))].sort().join();
	const first = parent.items[0] as Item<Parameters>;
	if (
		periods(parent) !== periods(children) ||
		new Set(parent.items.map(({ period }) => code(period))).size < parent.items.length
	) {
		const period: Period = parent.items.reduce(
			(all, one) => ({ year: all.year, from: Math.min(all.from, one.period.from), to: Math.max(all.to, one.period.to) }),
			first.period,
		);
		return [{ ...first, period, entry: { ...first.entry, amount: difference(sumOf(parent), sumOf(children)) } }];
	}
	const rest: Item<Parameters>[] = [];
	for (const item of parent.items) {
		const inside = { items: children.items.filter(({ period }) => code(period) === code(item.period)) };
		const amount = difference(item.entry.amount, sumOf(inside));
		if (sign(amount) < 0) return undefined;
		rest.push({ ...item, entry: { ...item.entry, amount } });
	}
	return rest;
}
