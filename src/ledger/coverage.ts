/** Which months of a year are covered: what is missing for one carrier while other tables have it, and what no table has. */
import { count, fromCode, months, type Period, wholeYear, writeMonths } from "../domain/period.ts";
import type { Part } from "../domain/words.ts";
import { type Finding, finding, nowhere, remark, type Subject } from "../findings/finding.ts";
import { placeOf } from "./entry.ts";
import { byName } from "./gather.ts";
import type { FirmBook } from "./ledger.ts";
import { type Item, lacking } from "./resolve.ts";
import type { Draft, FactRules } from "./year-draft.ts";

/** A blank amount is missing, not zero, where the firm has other entries of the carrier; else it was simply not used. */
export function readBlanks(book: FirmBook, rules: FactRules, draft: (year: number) => Draft): void {
	const carriers = new Set([...book.energy.values()].map(({ carrier }) => carrier));
	const outputs = [...book.output.values()].some(
		({ indicator, product }) => indicator === rules.indicator && product === rules.product,
	);
	for (const { carrier, series, period } of book.blanks.values()) {
		if (series === "output" ? !outputs : !carriers.has(carrier)) continue;
		const at = fromCode(period);
		const one = draft(at.year);
		const blank = filled(at, one.series.get(series) ?? []) ? 0 : months(at);
		if (series === "output") {
			one.blankOutput |= blank;
			continue;
		}
		const there = one.masks.get(rules.idOf(carrier));
		if (there === undefined) one.masks.set(rules.idOf(carrier), { covered: 0, blank, item: undefined });
		else there.blank |= blank;
	}
}

/**
 * A blank month inside a year or quarter that is given whole is only an incomplete part of it; and a blank year whose months
 * are all given is only a whole that nobody filled in.
 */
function filled(blank: Period, given: readonly Period[]): boolean {
	const span = blank.to - blank.from;
	if (given.some((other) => other.from <= blank.from && other.to >= blank.to && other.to - other.from > span)) return true;
	const parts = given.filter((other) => other.to - other.from < span).reduce((mask, other) => mask | months(other), 0);
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
	const covered = [...one.masks.values()].reduce((all, { covered }) => all | covered, 0);
	const outputMask = one.outputs.reduce((all, { mask }) => all | mask, one.refusedOutput);
	const union = covered | outputMask;
	let monthsMissing = false;
	const tell = (what: Subject, gone: string, item: Item<{ readonly key: string }> | undefined): void => {
		monthsMissing = true;
		const at = item === undefined ? nowhere : placeOf(item.entry);
		findings.push(finding(remark("months-missing", { what, months: gone }), at, firm, String(year)));
	};
	for (const [carrier, { covered, blank, item }] of [...one.masks].sort(byName)) {
		const gone = lacking(year, union | blank, covered & ~blank);
		if (gone !== "" && !rules.absentIsZero) tell({ of: "carrier", carrier, use: "consumed" }, gone, item);
	}
	if (outputMask !== 0 || one.blankOutput !== 0) {
		const gone = lacking(year, outputMask === 0 ? one.blankOutput : union | one.blankOutput, outputMask & ~one.blankOutput);
		if (gone !== "") tell({ of: "indicator", indicator: rules.indicator, prices: "unstated" }, gone, one.outputs[0]?.items[0]);
	}
	// Output without a single row of energy: the year's emissions are missing, not zero.
	const refused = ["any", "fuel", "process", "electricity", "heat"].some((what) => one.unknown.has(what as Part));
	const noEnergy = one.lines.size === 0 && (outputMask !== 0 || one.masks.size > 0) && !refused;
	if (noEnergy && one.masks.size === 0 && !rules.absentIsZero)
		tell({ of: "all-energy" }, writeMonths(year, outputMask), one.outputs[0]?.items[0]);
	const partial = union !== 0 && union !== wholeYear;
	if (partial) findings.push(finding(remark("partial-year", { months: count(union) }), nowhere, firm, String(year)));
	return { monthsMissing, partial, noEnergy: noEnergy && !rules.absentIsZero };
}

/** The months of a refused row are faulty, not missing: they count as covered. */
export function readRefused(book: FirmBook, rules: FactRules, draft: (year: number) => Draft): void {
	for (const { carrier, use, year, mask } of book.refused.values()) {
		const one = draft(year);
		if (carrier === "output") {
			one.refusedOutput |= mask;
			continue;
		}
		one.faulty.push({ carrier, use });
		if (carrier === "") continue;
		const there = one.masks.get(rules.idOf(carrier));
		if (there === undefined) one.masks.set(rules.idOf(carrier), { covered: mask, blank: 0, item: undefined });
		else there.covered |= mask;
	}
}
