/**
 * A firm's year cut to some of its months: what was used and made in these. Nothing is estimated: an amount that is of a quarter or a year is
 * not divided, and the year cannot be cut there.
 */
import { obtain } from "../domain/obtain.ts";
import { byKey } from "../domain/order.ts";
import { months } from "../domain/period.ts";
import type { Use } from "../domain/words.ts";
import { type Exact, sum, sumOver, zero } from "../exact/exact.ts";
import type { YearFacts } from "./firm-years.ts";
import { seriesName } from "./ledger.ts";
import type { Parameters } from "./parameters.ts";
import type { Item } from "./resolve.ts";
import type { EnergyLine, FactRules, OutputLine } from "./year-draft.ts";

/** What counts of one carrier at one site for one use in a year, before it is added up. */
export interface Counted {
	readonly carrier: string;
	readonly use: Use;
	readonly site: string;
	readonly items: readonly Item<Parameters>[];
	/** Months that it covers, as bits. */
	readonly mask: number;
	readonly broken: boolean;
}

/** A carrier's use; null for the output. */
export type Part = { readonly carrier: string; readonly use: Use } | null;

/** The months of a year, cut out of it. */
export interface Window {
	readonly facts: YearFacts;
	/** Carriers, or the output, that lack some of the months. */
	readonly lacking: readonly Part[];
	/** Carriers, or the output, of which an amount goes beyond the months. */
	readonly uncut: readonly Part[];
}

/** Months that the energy tables cover and those that the output covers, as bits. */
export function monthsCovered({ counted, outputs, proven }: YearFacts): { readonly energy: number; readonly output: number } {
	return {
		energy: counted.reduce((all, { mask }) => all | mask, proven),
		output: outputs.reduce((all, { mask }) => all | mask, 0),
	};
}

/** Cuts a year to months (as bits). */
export function within(facts: YearFacts, mask: number, firm: string, rules: FactRules): Window {
	const lines = new Map<string, EnergyLine>();
	const lacking: Part[] = [];
	const uncut: Part[] = [];
	const covers = new Map<string, { readonly carrier: string; readonly use: Use; covered: number }>();
	for (const one of facts.counted) {
		const { carrier, use, site } = one;
		const items = cut(one.items, one.mask, mask);
		if (items === undefined) uncut.push({ carrier, use });
		else addLines(lines, one, items);
		const name = seriesName(rules.idOf(carrier), use, site);
		obtain(covers, name, () => ({ carrier, use, covered: 0 })).covered |= one.mask;
	}
	for (const { carrier, use, covered } of covers.values()) {
		const asked = use !== "sold" && (!rules.energyOnly || (use === "consumed" && rules.partOf(carrier, use) !== "process"));
		if (asked && (mask & ~covered) !== 0 && !rules.absentIsZero(firm, rules.idOf(carrier))) lacking.push({ carrier, use });
	}
	const outputs = facts.outputs.flatMap((line): OutputLine[] => {
		if ((line.mask & mask) === 0) return [];
		const items = cut(line.items, line.mask, mask);
		if (items === undefined) {
			uncut.push(null);
			return [];
		}
		const amount = items.reduce((all, { entry }) => sum(all, entry.amount), zero);
		return [{ ...line, items, amount, mask: line.mask & mask }];
	});
	if ((mask & ~outputs.reduce((all, line) => all | line.mask, 0)) !== 0 && !uncut.includes(null)) lacking.push(null);
	const ordered = [...lines].sort(byKey).map(([, line]) => line);
	const cutFacts = {
		...facts,
		lines: ordered,
		outputs,
		made: [],
		ownMade: [],
		monthsMissing: lacking.length > 0,
		partial: false,
	};
	return { facts: cutFacts, lacking, uncut };
}

/** The items of the months; undefined where one goes beyond them. What was settled for all months of an account is of all of them. */
function cut<P extends { readonly key: string }>(
	items: readonly Item<P>[],
	covered: number,
	mask: number,
): readonly Item<P>[] | undefined {
	const found: Item<P>[] = [];
	for (const item of items) {
		const own = item.ofAll === true ? covered : months(item.period);
		if ((own & mask) === 0) continue;
		if ((own & ~mask) !== 0) return undefined;
		found.push(item);
	}
	return found;
}

const amountOfItem = ({ entry }: Item<Parameters>): Exact => entry.amount;

/** Adds what counts of an account to its lines, as the whole year does. */
export function addLines(
	lines: Map<string, EnergyLine>,
	{ carrier, use, broken }: Pick<Counted, "carrier" | "use" | "broken">,
	items: readonly Item<Parameters>[],
): void {
	for (let at = 0; at < items.length; ) {
		const item = items[at] as Item<Parameters>;
		const { measured, entry } = item;
		const start = at;
		// Nearly always all months are of one line, whose name is made once.
		for (at += 1; at < items.length; at += 1) {
			const next = items[at] as Item<Parameters>;
			if (next.measured !== measured || next.entry.unit !== entry.unit) break;
		}
		const amount = sumOver(at - start === items.length ? items : items.slice(start, at), amountOfItem);
		const name = `${carrier}\u001f${use}\u001f${measured.key}\u001f${entry.unit}`;
		const there = lines.get(name);
		lines.set(name, {
			carrier,
			use,
			measured,
			unit: entry.unit,
			amount: there === undefined ? amount : sum(there.amount, amount),
			known: !broken && (there?.known ?? true),
			item: there?.item ?? item,
		});
	}
}
