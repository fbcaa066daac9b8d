/** What a works may have made of what it uses: where a carrier can come from, and what is reported of what was not bought. */
import { compare, type Exact, sign, sumOver } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { amountLike } from "../amounts.ts";
import { byClaim, type Claim } from "../entry.ts";
import type { Parameters } from "../parameters.ts";
import type { Item } from "../resolve.ts";
import type { Settled, StepContext } from "./step.ts";

export type Items = readonly Item<Parameters>[];

export function sumOf(items: Items): Exact {
	return sumOver(items, ({ entry }) => entry.amount);
}

export function unitsOf(items: Items): ReadonlySet<string> {
	return new Set(items.map(({ entry }) => entry.unit));
}

export function withAmount(item: Item<Parameters>, amount: Exact): Item<Parameters> {
	return { ...item, entry: { ...item.entry, amount }, ...(sign(amount) === 0 ? {} : { ofAll: true }) };
}

/** What a firm-year shows of where its energy can come from. */
export interface Works {
	/** Carriers it consumes. */
	readonly consumes: ReadonlySet<string>;
	/** It burns a fuel, or has water, wind, sun or waste heat of its own. */
	readonly source: boolean;
}

export function worksOf(accounts: readonly Settled[], { rules, supplies }: StepContext): Works {
	const used = accounts.filter(({ use, items }) => use === "consumed" && isAboveZero(items)).map(({ carrier }) => carrier);
	const recovered = supplies.some(({ measure, items }) => measure === "recovered" && isAboveZero(items));
	const source =
		recovered || used.some((carrier) => rules.partOf(carrier, "consumed") === "fuel" || ownPower.has(rules.idOf(carrier)));
	return { consumes: new Set(used.map(rules.idOf)), source };
}

/** Whether they add up to more than nothing: most are above zero, and then there is nothing to add up. */
function isAboveZero(items: Items): boolean {
	return (items.length > 0 && items.every(({ entry }) => sign(entry.amount) > 0)) || sign(sumOf(items)) > 0;
}

const ownPower: ReadonlySet<string> = new Set(["onsite-renewable-electricity"]);

/** How a carrier counts where purchases are known. */
export type Kind = "power" | "heat" | "made" | "bought-in";

export function kindOf(carrier: string, { rules }: StepContext): Kind {
	const id = rules.idOf(carrier);
	const part = rules.partOf(carrier, "consumed");
	if (part === "heat") return "heat";
	if (part === "electricity") return id === "electricity" ? "power" : "bought-in";
	return rules.madeFrom(id).length > 0 ? "made" : "bought-in";
}

/** Carriers of the year that a carrier can be made from. */
export function sourcesOf(carrier: string, { consumes }: Works, { rules }: StepContext): readonly string[] {
	return rules.madeFrom(rules.idOf(carrier)).filter((id) => consumes.has(id));
}

/** Own-made, and counted zero. */
export function reportOwn(one: Settled, amount: Exact, from: readonly string[], items: Items, { ownMade }: StepContext): void {
	if (items.length === 0 || sign(amount) === 0) return;
	ownMade({ code: "own-made", carrier: one.carrier, from, amount, lots: lotsOf(items, amount), ...pointAt(items) });
}

export function mayBeOwn(one: Settled, amount: Exact, from: readonly string[], items: Items, { ownMade }: StepContext): void {
	const lots = lotsOf(items, amount);
	ownMade({ code: "may-be-own-made", carrier: one.carrier, from, amount, lots, ...pointAt(items) });
}

function pointAt(items: Items): { readonly at: Claim; readonly unit: string } {
	const [item] = [...items].sort((a, b) => byClaim(a.entry, b.entry)) as [Item<Parameters>, ...Item<Parameters>[]];
	return { at: item.entry, unit: item.entry.unit };
}

/** The lots that make up an amount; of a part of several lots nobody knows which it is. */
function lotsOf(items: Items, amount: Exact): readonly { readonly measured: Parameters; readonly amount: Exact }[] {
	const [first] = items as [Item<Parameters>, ...Item<Parameters>[]];
	if (items.every(({ measured }) => measured.key === first.measured.key)) return [{ measured: first.measured, amount }];
	if (compare(sumOf(items), amount) !== 0) return [];
	return items.map(({ measured, entry }) => ({ measured, amount: entry.amount }));
}

export function reportMore(one: Settled, item: Item<Parameters>, bought: Exact, used: Exact, { report }: StepContext): void {
	report(
		remark("bought-exceeds-used", {
			carrier: one.carrier,
			bought: amountLike(bought, item.entry),
			used: amountLike(used, item.entry),
		}),
		item.entry,
	);
}
