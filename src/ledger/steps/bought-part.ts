/** Amounts that say that they were bought beside a whole that does not, and amounts that say that they are own-made. */
import { months } from "../../domain/period.ts";
import { without } from "../../domain/without.ts";
import { difference, sign, sum } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { amountLike, rowOf } from "../amounts.ts";
import type { Parameters } from "../parameters.ts";
import { agree } from "../printed.ts";
import { cellsOf, type Item } from "../resolve.ts";
import { type Items, kindOf, reportMore, reportOwn, sourcesOf, sumOf, unitsOf, type Works, worksOf } from "./own-made.ts";
import type { Settled, SettledSupply, Step, StepContext } from "./step.ts";

export const settleBought: Step = (accounts, context) => {
	const own = context.supplies.filter(({ measure }) => measure === "own_made");
	if (own.length === 0 && !accounts.some(({ role }) => role === "bought")) return accounts;
	const works = worksOf(accounts, context);
	const compared = new Set<SettledSupply>();
	const gone = new Set<Settled>();
	const counted = accounts.map((one) => {
		if (one.role !== "bought" || one.use !== "consumed") return one;
		const whole = accounts.find(
			(other) => other.role === "" && other.carrier === one.carrier && other.use === "consumed" && other.site === one.site,
		);
		if (whole === undefined || (whole.mask & one.mask) === 0) return one;
		gone.add(whole);
		const parts = own.filter(({ carrier, site }) => carrier === one.carrier && site === one.site);
		for (const part of parts) compared.add(part);
		return wholeAndBought(whole, one, parts, accounts, works, context);
	});
	for (const one of own) if (!compared.has(one)) reportOwn(one, sumOf(one.items), [], one.items, context);
	return counted.filter((one) => !gone.has(one));
};

/** A total of use beside its bought part: the bought part counts, and the rest is own-made where it can be. */
function wholeAndBought(
	whole: Settled,
	bought: Settled,
	own: readonly SettledSupply[],
	accounts: readonly Settled[],
	works: Works,
	context: StepContext,
): Settled {
	const inside = whole.items.filter(({ period }) => (months(period) & bought.mask) !== 0);
	const outside = without(whole.items, inside);
	const both = { ...bought, name: whole.name, mask: whole.mask | bought.mask, broken: whole.broken || bought.broken };
	if (inside.some(({ period }) => (months(period) & ~bought.mask) !== 0)) {
		// A year of use beside some months of purchases: what the other months bought is not known.
		reportDifference(whole, inside, bought.items, context);
		return { ...both, broken: true };
	}
	const sold = accounts.filter(({ carrier, use }) => carrier === whole.carrier && use === "sold");
	const items = [...inside, ...bought.items, ...[...own, ...sold].flatMap((one) => one.items)];
	const used = sumOf(inside);
	const first = inside[0] as Item<Parameters>;
	if (unitsOf(items).size > 1) {
		reportDifference(whole, inside, bought.items, context);
		return { ...both, broken: true };
	}
	const away = sumOf(sold.flatMap((one) => one.items));
	const kind = kindOf(whole.carrier, context);
	const from = sourcesOf(whole.carrier, works, context);
	// Green power is bought, too, on the market.
	const green = accounts.filter((one) => one.carrier === whole.carrier && one.use === "consumed" && isGreenPart(one));
	const counted = [...bought.items, ...green.flatMap((one) => one.items)];
	const rest = difference(sum(used, away), sumOf(counted));
	if (kind === "bought-in" || (kind === "made" && from.length === 0)) {
		// Nothing of it is made here: what is not bought has no name, and may be another amount.
		if (agree(used, sumOf(bought.items), items.flatMap(cellsOf))) return { ...both, items: whole.items };
		reportDifference(whole, inside, bought.items, context);
		return { ...both, broken: true };
	}
	if (own.length > 0) {
		const made = sumOf(own.flatMap((one) => one.items));
		const computed = difference(sum(sumOf(bought.items), made), away);
		if (!agree(used, computed, items.flatMap(cellsOf)))
			context.report(
				remark("balance-difference", {
					what: whole.what,
					of: "use",
					written: amountLike(used, first.entry),
					computed: amountLike(computed, first.entry),
				}),
				first.entry,
			);
		reportOwn(
			whole,
			made,
			from,
			own.flatMap((one) => one.items),
			context,
		);
	} else if (sign(rest) > 0 && !agree(used, sumOf(counted), items.flatMap(cellsOf)))
		reportOwn(whole, rest, from, inside, context);
	else if (sign(rest) < 0) reportMore(whole, first, sumOf(counted), used, context);
	return { ...both, role: "", items: [...counted, ...outside] };
}

/** 其中：绿电 of the power above it. */
function isGreenPart({ role }: Settled): boolean {
	return role.startsWith("part:") && /绿电|绿色电力|green/.test(role);
}

function reportDifference(whole: Settled, inside: Items, parts: Items, { report }: StepContext): void {
	const [item] = inside;
	const [part] = parts;
	if (item === undefined || part === undefined) return;
	const alike = unitsOf([...inside, ...parts]).size === 1;
	report(
		remark("whole-against-parts", {
			what: whole.what,
			whole: alike ? amountLike(sumOf(inside), item.entry) : null,
			parts: alike ? amountLike(sumOf(parts), part.entry) : null,
			rows: [...inside, ...parts].map(({ entry }) => rowOf(entry)).slice(0, 14),
		}),
		item.entry,
	);
}
