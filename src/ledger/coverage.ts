/** Which months of a year are covered: what is missing for one carrier while other tables have it, and what no table has. */
import { byKey } from "../domain/order.ts";
import { count, fromCode, months, monthsOf, type Period, wholeYear } from "../domain/period.ts";
import type { Part, Use } from "../domain/words.ts";
import { sign } from "../exact/exact.ts";
import { type Finding, finding, nowhere, remark, type Subject } from "../findings/finding.ts";
import { placeOf } from "./entry.ts";
import { comparedOnly, type FirmRecord, seriesName } from "./ledger.ts";
import { type Item, lacking } from "./resolve.ts";
import type { Cover, Draft, FactRules } from "./year-draft.ts";

/** A blank amount is missing, not zero, where the firm has other entries of the carrier; else it was simply not used. */
export function readBlanks(record: FirmRecord, rules: FactRules, draft: (year: number) => Draft): void {
	const carriers = new Set([...record.energy.values()].map(({ carrier }) => carrier));
	// What was bought was used, if nobody wrote down how much of it.
	for (const { carrier, measure, entries } of record.supplies.values())
		if (measure === "purchased" && [...entries.values()].some(({ amount }) => sign(amount) > 0)) carriers.add(carrier);
	const outputs = [...record.output.values()].some(
		({ indicator, product }) => indicator === rules.indicator && product === rules.product,
	);
	for (const { carrier, series, period } of record.blanks.values()) {
		if (series === "output" ? !outputs : !carriers.has(carrier)) continue;
		const at = fromCode(period);
		const one = draft(at.year);
		const [, use, site, beside] = series.split("\u001f") as [string, Use, string, string?];
		const blank = filled(at, one.series.get(series) ?? []) ? 0 : months(at);
		if (series === "output") {
			one.blankOutput |= blank;
			continue;
		}
		const name = seriesName(rules.idOf(carrier), use, site);
		const there = one.masks.get(name);
		if (beside === comparedOnly && there !== undefined && (months(at) & ~there.covered) === 0) continue;
		if (there === undefined) one.masks.set(name, { carrier: rules.idOf(carrier), use, covered: 0, blank, item: undefined });
		else there.blank |= blank;
	}
}

/**
 * A blank month inside a year or quarter that is given whole is only an incomplete part of it; and a blank year whose months
 * are all given is only a whole that nobody filled in.
 */
function filled(blank: Period, given: readonly { readonly period: Period }[]): boolean {
	const span = blank.to - blank.from;
	if (given.some(({ period: other }) => other.from <= blank.from && other.to >= blank.to && other.to - other.from > span))
		return true;
	let parts = 0;
	for (const { period } of given) if (period.to - period.from < span) parts |= months(period);
	return span > 0 && (parts & months(blank)) === months(blank);
}

export interface Coverage {
	/** Carriers or the output lack months that other tables have. */
	readonly monthsMissing: boolean;
	/** Some month is in no table at all. */
	readonly partial: boolean;
	/** There is output and not one row of energy: emissions are unknown, not zero. */
	readonly noEnergy: boolean;
}

/** What a year's tables cover, told where it is not all of it. */
export function coverageOf(firm: string, year: number, one: Draft, rules: FactRules, findings: Finding[]): Coverage {
	const shown = [...one.masks].filter(([, { use }]) => !rules.energyOnly || (use !== "feedstock" && use !== "product"));
	// A material whose part is left out tells in which months the firm worked, and is missed in none.
	const asked = shown.filter(([, { carrier, use }]) => !rules.energyOnly || rules.partOf(carrier, use) !== "process");
	const covered = shown.reduce((all, [, { covered }]) => all | covered, one.proven);
	const outputMask = one.outputs.reduce((all, { mask }) => all | mask, one.refusedOutput);
	// Months that are asked for are wanted whether or not a table has them.
	const within = rules.within ?? wholeYear;
	const union = (covered | outputMask | (rules.within ?? 0)) & within;
	let monthsMissing = false;
	const partly = namesPart(one.series);
	const tell = (what: Subject, gone: readonly string[], item: Item<{ readonly key: string }> | undefined): void => {
		monthsMissing = true;
		const at = item === undefined ? nowhere : placeOf(item.entry);
		findings.push(finding(remark("months-missing", { what, months: gone, partly }), at, firm, String(year)));
	};
	for (const [, { carrier, use, covered, blank, item, excused }] of asked.sort(byKey)) {
		const gone = lacking(year, union | (blank & within), covered & ~blank);
		if (gone.length === 0 || excused || rules.absentIsZero(firm, carrier)) continue;
		if (use !== "sold") tell({ of: "carrier", carrier, use }, gone, item);
		else if (item !== undefined)
			findings.push(finding(remark("sale-absent", { carrier, months: gone }), placeOf(item.entry), firm, String(year)));
	}
	const blankOutput = one.blankOutput & within;
	if (outputMask !== 0 || blankOutput !== 0) {
		const gone = lacking(year, outputMask === 0 ? blankOutput : union | blankOutput, outputMask & ~blankOutput);
		if (gone.length > 0 && !one.excusedOutput)
			tell({ of: "indicator", indicator: rules.indicator, prices: "unstated" }, gone, one.outputs[0]?.items[0]);
	}
	// Output without a single row of energy: the year's emissions are missing, not zero.
	const refused = ["any", "fuel", "process", "electricity", "heat"].some((what) => one.unknown.has(what as Part));
	const noEnergy = one.lines.size === 0 && (outputMask !== 0 || one.masks.size > 0) && !refused;
	const zeroAsserted = rules.absentIsZero(firm, "");
	if (noEnergy && one.masks.size === 0 && !zeroAsserted)
		tell({ of: "all-energy" }, monthsOf(year, outputMask), one.outputs[0]?.items[0]);
	const partial = union !== 0 && union !== within;
	if (partial) findings.push(finding(remark("partial-year", { months: count(union) }), nowhere, firm, String(year)));
	return { monthsMissing, partial, noEnergy: noEnergy && !zeroAsserted };
}

/** A title or a span says which months its table is of, and that others are in no table of it: they are no zeros. */
function namesPart(series: Draft["series"]): boolean {
	for (const items of series.values()) {
		const spans = items.some(({ period }) => period.to > period.from && months(period) !== wholeYear);
		if (spans && items.reduce((mask, { period }) => mask | months(period), 0) !== wholeYear) return true;
	}
	return false;
}

/**
 * The months of a refused row are faulty, not missing: they count as covered. Where its period could not be read, any month that lacks
 * may be the row's, in each year that is there.
 */
export function readRefused(
	record: FirmRecord,
	rules: FactRules,
	draft: (year: number) => Draft,
	drafts: ReadonlyMap<number, Draft>,
): void {
	for (const { carrier, use, year, mask } of record.refused.values()) {
		if (year === null) continue;
		const one = draft(year);
		if (carrier === "output") {
			one.refusedOutput |= mask;
			continue;
		}
		one.faulty.push({ carrier, use });
		if (carrier === "") continue;
		// Of a refused row nobody knows the site: it may be of any.
		const id = rules.idOf(carrier);
		const alike = alikeOf(one, id, use);
		if (alike.length === 0) one.masks.set(seriesName(id, use === "" ? "consumed" : use, ""), coverOf(id, use, mask));
		else for (const cover of alike) cover.covered |= mask;
	}
	for (const { carrier, use, year } of record.refused.values())
		if (year === null) for (const one of drafts.values()) excuse(one, carrier, use, rules);
}

function alikeOf(one: Draft, id: string, use: Use | ""): Cover[] {
	return [...one.masks.values()].filter((cover) => cover.carrier === id && (use === "" || cover.use === use));
}

function excuse(one: Draft, carrier: string, use: Use | "", rules: FactRules): void {
	if (carrier === "output") one.excusedOutput = true;
	else if (carrier !== "") for (const cover of alikeOf(one, rules.idOf(carrier), use)) cover.excused = true;
}

function coverOf(carrier: string, use: Use | "", covered: number): Cover {
	return { carrier, use: use === "" ? "consumed" : use, covered, blank: 0, item: undefined };
}
