/**
 * What was bought counts, and what the works makes itself does not: of a firm-year with purchases beside its consumption the
 * purchases decide, of any other the words that say where an amount comes from. Source: the reading rules of this tool, table 7.
 */
import { type Exact, sign, zero } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { byClaim } from "../entry.ts";
import type { Measure } from "../ledger.ts";
import type { Parameters } from "../parameters.ts";
import type { Item } from "../resolve.ts";
import { type Amounts, boughtIn, heat, isListed, made, mark, power } from "./balances.ts";
import { type Items, kindOf, mayBeOwn, sourcesOf, sumOf, unitsOf, type Works, withAmount, worksOf } from "./own-made.ts";
import type { Settled, SettledSupply, Step, StepContext } from "./step.ts";

export const settlePurchases: Step = (accounts, context) => {
	const { supplies } = context;
	const listed = accounts.some(({ items }) => items.some(isListed));
	if (!listed && supplies.length === 0 && accounts.every((one) => isPlain(one, context))) return accounts;
	const works = worksOf(accounts, context);
	const inUse = listed && sign(totalOf(supplies, "purchased")) > 0;
	if (listed && !inUse) reportBlank(accounts, context);
	const cancelled = new Set<string>();
	const settled = [...groupsOf(accounts).values()].flatMap((group) => {
		const [first] = group as [Settled, ...Settled[]];
		const counted = first.use === "consumed" && inUse ? byPurchases(group, accounts, cancelled, works, context) : undefined;
		if (counted !== undefined) return counted;
		if (first.use === "consumed") doubt(group, works, context);
		return group;
	});
	const left = settled.filter(({ carrier, use }) => use !== "sold" || !cancelled.has(carrier));
	return ofOwnAlone(left, context);
};

/** Nothing is to be asked of it: it can be made of nothing, and no word says where it comes from. */
function isPlain({ carrier, role }: Settled, { rules }: StepContext): boolean {
	return role !== "bought" && rules.madeFrom(rules.idOf(carrier)).length === 0;
}

function groupsOf(accounts: readonly Settled[]): ReadonlyMap<string, readonly Settled[]> {
	const groups = new Map<string, Settled[]>();
	for (const account of accounts) {
		const name = `${account.carrier}\u001f${account.use}`;
		const group = groups.get(name);
		if (group === undefined) groups.set(name, [account]);
		else group.push(account);
	}
	return groups;
}

/** The consumption of one carrier by its purchases; undefined where it counts as written and nothing is to be said of it. */
function byPurchases(
	group: readonly Settled[],
	accounts: readonly Settled[],
	cancelled: Set<string>,
	works: Works,
	context: StepContext,
): readonly Settled[] | undefined {
	const [first] = group as [Settled, ...Settled[]];
	const { carrier } = first;
	const used = group.flatMap(({ items }) => items.filter(isListed));
	const [item] = [...used].sort((a, b) => byClaim(a.entry, b.entry));
	if (item === undefined) return undefined;
	const beside = context.supplies.filter((one) => one.carrier === carrier);
	const sold = accounts.filter((one) => one.carrier === carrier && one.use === "sold").flatMap(({ items }) => items);
	const of = (measure: Measure): Items => beside.filter((one) => one.measure === measure).flatMap(({ items }) => items);
	const amounts: Amounts = {
		used,
		purchased: of("purchased"),
		opening: of("opening_stock"),
		closing: of("closing_stock"),
		out: of("transferred_out"),
		sold,
	};
	const broken = beside.some((one) => one.measure !== "own_made" && one.broken);
	const whole = { group, item, amounts, cancelled, works, context };
	if (unitsOf(Object.values(amounts).flat()).size > 1) return mark(group, broken);
	switch (kindOf(carrier, context)) {
		case "power":
			return mark(power(whole), broken);
		case "heat":
			return mark(heat(whole), broken);
		case "made":
			return mark(made(whole), broken);
		case "bought-in":
			return mark(boughtIn(whole), broken);
	}
}

/** Without purchases: goods that the year may have made of what it uses. */
function doubt(group: readonly Settled[], works: Works, context: StepContext): void {
	const [first] = group as [Settled, ...Settled[]];
	const from = sourcesOf(first.carrier, works, context);
	if (from.length === 0) return;
	const unsaid = group.filter(({ role }) => role !== "bought").flatMap(({ items }) => items);
	if (sign(sumOf(unsaid)) > 0 && unitsOf(unsaid).size === 1) mayBeOwn(first, sumOf(unsaid), from, unsaid, context);
}

/** One finding for a firm-year whose column of purchases is there and empty. */
function reportBlank(accounts: readonly Settled[], { report }: StepContext): void {
	const [item] = accounts.flatMap(({ items }) => items.filter(isListed)).sort((a, b) => byClaim(a.entry, b.entry));
	if (item !== undefined) report(remark("purchases-blank", {}), item.entry);
}

/** A year of nothing but own-made energy has rows, and they amount to zero. */
function ofOwnAlone(accounts: readonly Settled[], { supplies }: StepContext): readonly Settled[] {
	if (accounts.length > 0) return accounts;
	return supplies
		.filter(({ measure, items }) => measure === "own_made" && items.length > 0)
		.map((one) => ({ ...one, items: [withAmount(one.items[0] as Item<Parameters>, zero)] }));
}

function totalOf(supplies: readonly SettledSupply[], wanted: Measure): Exact {
	return sumOf(supplies.filter(({ measure }) => measure === wanted).flatMap(({ items }) => items));
}
