/** A firm's book to drafts of its years: which entries count, added up over sites; what is made, at which prices. */
import { obtain } from "../domain/obtain.ts";
import { code } from "../domain/period.ts";
import type { Use } from "../domain/words.ts";
import { sum, zero } from "../exact/exact.ts";
import { type Finding, finding, remark, type Subject } from "../findings/finding.ts";
import { placeOf } from "./entry.ts";
import { type FirmBook, seriesName, withDisputes } from "./ledger.ts";
import type { Parameters } from "./parameters.ts";
import { type Item, itemsOf, resolveYear } from "./resolve.ts";
import { slipFinding, unitSlips } from "./rules/unit-slip.ts";
import type { Draft, FactRules } from "./year-draft.ts";

/** Every carrier of the firm: its entries of each year, counted once, and the months that slipped. */
export function readEnergy(book: FirmBook, rules: FactRules, draft: (year: number) => Draft, findings: Finding[]): void {
	// Lots with different parameters belong to one series: a year given whole stands for all of them.
	const groups = new Map<string, { carrier: string; use: Use; years: Map<number, Item<Parameters>[]> }>();
	for (const { carrier, use, site, measured, entries } of book.energy.values()) {
		const name = seriesName(carrier, use, site);
		const group = obtain(groups, name, () => ({ carrier, use, years: new Map() }));
		for (const [year, items] of itemsOf(entries, measured)) {
			const there = group.years.get(year);
			if (there === undefined) group.years.set(year, items);
			else there.push(...items);
		}
	}
	for (const [name, { carrier, use, years }] of [...groups].sort(byName)) {
		const what: Subject = { of: "carrier", carrier, use };
		for (const slip of unitSlips(monthly([...years.values()].flat()), rules.slipRatio)) {
			const found = slipFinding(slip, what, book.firm);
			findings.push(found.finding);
			draft(found.year).unknown.add("verdict");
		}
		for (const [year, items] of years) {
			const resolved = resolveYear(what, year, inOrder(items), rules.adding);
			for (const { about, at, period } of resolved.told) findings.push(finding(about, at, book.firm, period));
			const one = draft(year);
			if (resolved.broken) {
				one.unknown.add(rules.partOf(carrier));
				one.faulty.push({ carrier, use });
			}
			for (const item of resolved.counted) addLine(one, carrier, use, item, !resolved.broken);
			one.series.set(
				name,
				resolved.counted.map(({ period }) => period),
			);
			const mask = one.masks.get(rules.idOf(carrier));
			if (mask === undefined) one.masks.set(rules.idOf(carrier), { covered: resolved.mask, blank: 0, item: resolved.counted[0] });
			else mask.covered |= resolved.mask;
		}
	}
}

function addLine(one: Draft, carrier: string, use: Use, item: Item<Parameters>, known: boolean): void {
	const { measured, entry } = item;
	const name = `${carrier}\u001f${use}\u001f${measured.key}\u001f${entry.unit}`;
	const there = one.lines.get(name);
	one.lines.set(name, {
		carrier,
		use,
		measured,
		unit: entry.unit,
		amount: there === undefined ? entry.amount : sum(there.amount, entry.amount),
		known: known && (there?.known ?? true),
		item: there?.item ?? item,
	});
}

function monthly(items: readonly Item<Parameters>[]): { readonly period: number; readonly entry: Item<Parameters>["entry"] }[] {
	return items.filter(({ period }) => period.from === period.to).map(({ period, entry }) => ({ period: code(period), entry }));
}

/** The denominator of each year, one line for each kind of prices. */
export function readOutput(book: FirmBook, rules: FactRules, draft: (year: number) => Draft, findings: Finding[]): void {
	for (const [, series] of [...book.output].sort(byName)) {
		const { indicator, product, prices } = series;
		if (indicator !== rules.indicator || product !== rules.product) continue;
		for (const [year, items] of itemsOf(withDisputes(book, series), { key: "" })) {
			const what: Subject = { of: "indicator", indicator, prices };
			const resolved = resolveYear(what, year, inOrder(items), rules.adding);
			for (const { about, at, period } of resolved.told) findings.push(finding(about, at, book.firm, period));
			const one = draft(year);
			one.series.set("output", [...(one.series.get("output") ?? []), ...resolved.counted.map(({ period }) => period)]);
			const first = resolved.counted[0] as Item<{ readonly key: string }>;
			const mixed = resolved.counted.some(({ entry }) => entry.unit !== first.entry.unit);
			if (mixed) {
				// The user knows the units as they are written, not their dimensions.
				const units = [...new Set(resolved.counted.map(({ entry }) => entry.from.unit))];
				findings.push(finding(remark("mixed-dimensions", { units }), placeOf(first.entry), book.firm, String(year)));
			}
			if (resolved.broken || mixed) one.unknown.add("output");
			one.outputs.push({
				prices,
				unit: first.entry.unit,
				amount: resolved.counted.reduce((amount, { entry }) => sum(amount, entry.amount), zero),
				mask: resolved.mask,
				items: resolved.counted,
			});
		}
	}
}

/** Entries in order of period, then of parameters: what is told does not depend on who came first. */
function inOrder<P extends { readonly key: string }>(items: readonly Item<P>[]): Item<P>[] {
	return items.length < 2
		? [...items]
		: [...items].sort(
				(a, b) =>
					a.period.from - b.period.from ||
					a.period.to - b.period.to ||
					(a.measured.key < b.measured.key ? -1 : a.measured.key > b.measured.key ? 1 : 0),
			);
}

/** Map entries in order of their key, by code unit. */
export function byName<V>([a]: readonly [string, V], [b]: readonly [string, V]): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
