/**
 * A part of a year beside the same months of the year before and of the base year, and the two tests of it: the months against last year's at
 * the rate of a whole year (they lie twelve months apart), and through last year's own standing against what the year requires.
 * Source: the reading rules of this tool, table 6.
 */
import { count, lastMonth, wholeYear } from "../domain/period.ts";
import { type Reason, reasons as reasonOrder } from "../domain/words.ts";
import { per, plus, type Ratio, sign, times } from "../exact/ratio.ts";
import type { YearFacts } from "../ledger/firm-years.ts";
import { monthsCovered, type Part, type Window, within } from "../ledger/window.ts";
import type { Identity } from "./identity.ts";
import { commonPrices } from "./output.ts";
import { boundaryChange } from "./presence.ts";
import type { Rules } from "./rules.ts";
import type { FirmYear } from "./standing.ts";
import { judge, type Verdict, withheld } from "./verdict.ts";
import { basisOf, pricedAt, type YearBasis } from "./year-basis.ts";

/** Some months of a year, added up: total over total, never a mean of months. */
export interface Months {
	readonly year: number;
	/** As bits; January is the lowest. */
	readonly mask: number;
	/** Of these months alone. */
	readonly basis: YearBasis;
	/** Carriers, or the output (null), that lack some of them; and those whose amounts go beyond them. */
	readonly lacking: readonly Part[];
	readonly uncut: readonly Part[];
}

export interface ToDate {
	/** The year's months that are compared; where none can be, those that all its tables have. */
	readonly now: Months;
	/** Months that one of the tables has, of this year or of last year's up to the same month, and that are not compared. */
	readonly leftOut: { readonly now: number; readonly lastYear: number };
	/** The same months of the year before, at prices in common; undefined where they cannot be compared. */
	readonly lastYear: Months | undefined;
	/** The same months of the base year, at prices in common. */
	readonly base: Months | undefined;
	/** The intensity of the months over that of last year's; undefined where they cannot be compared. */
	readonly sameMonths: Ratio | undefined;
	/** The same over the base's, through last year's own change. */
	readonly sinceBase: Ratio | undefined;
	/** The two tests, in the words of the year with `to-date`; withheld with the reasons where they cannot be made. */
	readonly verdict: Verdict;
	/** The verdict's word with so many tonnes more in some years. */
	readonly wordWith: (tonnes: ReadonlyMap<number, Ratio>) => Verdict["word"];
}

/** What part of a firm's year is judged by. */
export interface ToDateTerms {
	readonly identity: Identity;
	readonly rules: Rules;
	/** All years of the firm, as its tables have them. */
	readonly facts: readonly YearFacts[];
	/** The years as the plan sees them. */
	readonly years: readonly FirmYear[];
}

/** Months that lie no later than another, as bits. */
export function upTo(month: number): number {
	return (1 << month) - 1;
}

/** The months of a firm's year that all its tables have, as bits. */
export function fullMonths(facts: YearFacts): number {
	const { energy, output } = monthsCovered(facts);
	return energy & output;
}

/** The months of a year by themselves; undefined where the firm has no such year. What is to be told of them was told of the year. */
export function monthsOf(year: number, mask: number, { identity, rules, facts, years }: ToDateTerms): Months | undefined {
	const own = facts.find((one) => one.year === year);
	if (own === undefined || mask === 0) return undefined;
	// A whole year is what the plan sees of it already.
	const whole = mask === wholeYear ? years.find((one) => one.year === year && one.coverage === "whole-year") : undefined;
	if (whole !== undefined) return { year, mask, basis: whole, lacking: [], uncut: [] };
	const { facts: cut, lacking, uncut }: Window = within(own, mask, identity.firm, rules.facts);
	const basis = basisOf(cut, identity, rules, []);
	// What could not be cut is left out of the sums, which are then nothing to show.
	const unknown = { intensity: null, energyIntensity: null, netEnergyIntensity: null, outputs: null };
	return { year, mask, basis: uncut.length === 0 ? basis : { ...basis, ...unknown }, lacking, uncut };
}

/** A year up to a month, beside the years before; undefined where its tables have no month in common. `wanted`: months as bits. */
export function toDateOf(one: FirmYear, wanted: number, terms: ToDateTerms): ToDate | undefined {
	const { facts, years, rules } = terms;
	const { year, paths, base } = one;
	const factsOf = (of: number): YearFacts | undefined => facts.find((each) => each.year === of);
	const [own, before] = [factsOf(year), factsOf(year - 1)];
	if (own === undefined) return undefined;
	const covered = fullMonths(own) & wanted;
	if (covered === 0) return undefined;
	const then = before === undefined ? 0 : fullMonths(before);
	const shared = covered & then;
	const months = monthsOf(year, shared === 0 ? covered : shared, terms) as Months;
	// At the prices that the year itself is shown at.
	const now = { ...months, basis: pricedAt(months.basis, one.output?.priceYear ?? null) };
	const last = shared === 0 ? undefined : monthsOf(year - 1, shared, terms);
	const baseYear = base?.year ?? paths?.own.baseYear ?? rules.plan.baseYear;
	const ofBase = baseYear >= year - 1 ? undefined : monthsOf(baseYear, now.mask & fullMonthsOf(factsOf(baseYear)), terms);
	const either = monthsCovered(own);
	const everBefore = before === undefined ? 0 : monthsCovered(before).energy | monthsCovered(before).output;
	const standing = standingOf(one, now, last, years, rules);
	return {
		now,
		leftOut: {
			now: (either.energy | either.output) & wanted & ~now.mask,
			lastYear: everBefore & upTo(lastMonth(covered)) & ~now.mask,
		},
		lastYear: last === undefined ? undefined : comparable(now, last, rules),
		base:
			baseYear === year - 1 ? (last === undefined ? undefined : comparable(now, last, rules)) : sameMonths(now, ofBase, rules),
		...standing,
	};
}

function fullMonthsOf(facts: YearFacts | undefined): number {
	return facts === undefined ? 0 : fullMonths(facts);
}

/** Unequal months are compared with nothing. */
function sameMonths(now: Months, other: Months | undefined, rules: Rules): Months | undefined {
	return other === undefined || count(other.mask) !== count(now.mask) ? undefined : comparable(now, other, rules);
}

/** The other months at prices in common with these; undefined where they cannot be compared. */
function comparable(now: Months, other: Months, rules: Rules): Months | undefined {
	if (faultsOf(other).length > 0 || faultsOf(now).length > 0 || boundaryChange(now.basis, other.basis, rules) !== undefined)
		return undefined;
	const common = pricesOf(now, other, rules);
	return common === undefined ? undefined : { ...other, basis: pricedAt(other.basis, common) };
}

function pricesOf(now: Months, other: Months, { prices }: Rules): number | null | undefined {
	const [a, b] = [now.basis.outputs, other.basis.outputs];
	return a === null || b === null ? undefined : commonPrices(a.at, b.at, prices.planPriceYear);
}

/** Why months cannot be compared with any others. */
export function faultsOf({ basis, lacking, uncut }: Months): Reason[] {
	const faults = new Set<Reason>(basis.faults);
	// That output is there, and not of these months, is said by what follows.
	if (lacking.includes(null) || uncut.includes(null)) faults.delete("no-output");
	if (lacking.length > 0) faults.add("months-missing");
	if (uncut.length > 0) faults.add("not-monthly");
	if (basis.intensity === null && faults.size === 0) faults.add("no-output");
	return reasonOrder.filter((reason) => faults.has(reason));
}

/** The intensity of months at the prices they have in common with others. */
export function changeOf(now: Months, other: Months, rules: Rules): Ratio | undefined {
	const common = pricesOf(now, other, rules);
	if (common === undefined) return undefined;
	const [a, b] = [pricedAt(now.basis, common).intensity, pricedAt(other.basis, common).intensity];
	return a === null || b === null || sign(b) === 0 ? undefined : per(a, b);
}

type Standing = Pick<ToDate, "verdict" | "wordWith" | "sameMonths" | "sinceBase">;

function standingOf(
	{ year, paths }: FirmYear,
	now: Months,
	last: Months | undefined,
	years: readonly FirmYear[],
	rules: Rules,
): Standing {
	const path = paths?.own;
	const reasons = new Set<Reason>(faultsOf(now));
	const before = years.find((one) => one.year === year - 1);
	const from = before?.base;
	if (last === undefined) reasons.add("no-last-year");
	else {
		for (const fault of faultsOf(last)) reasons.add(fault);
		if (boundaryChange(now.basis, last.basis, rules) !== undefined) reasons.add("boundary");
		if (reasons.size === 0 && pricesOf(now, last, rules) === undefined) reasons.add("prices");
	}
	const alike = reasons.size === 0;
	// Last year stands where the firm was in it: at the base itself, or compared with the base.
	for (const reason of before?.reasons ?? []) reasons.add(reason);
	if (before?.comparable !== true && (before?.reasons ?? []).length === 0) reasons.add("no-base");
	const change = last === undefined ? undefined : changeOf(now, last, rules);
	if (
		reasons.size > 0 ||
		last === undefined ||
		change === undefined ||
		before === undefined ||
		before.intensity === null ||
		from === undefined ||
		path === undefined ||
		year <= path.baseYear ||
		year > path.targetYear
	) {
		const ordered = reasonOrder.filter((reason) => reasons.has(reason));
		const verdict = withheld(ordered.length === 0 ? ["no-base"] : ordered);
		return { sameMonths: alike ? change : undefined, sinceBase: undefined, verdict, wordWith: () => verdict.word };
	}
	const { intensity } = before;
	const verdictWith = (tonnes: ReadonlyMap<number, Ratio>): Verdict => {
		const shift = (of: number, { basis }: { readonly basis: Pick<YearBasis, "emissions"> }): Ratio =>
			shareWith(basis.emissions.total, tonnes.get(of));
		const lastYear = times(intensity, shift(year - 1, { basis: before }));
		const moved = per(times(change, shift(year, now)), shift(year - 1, last));
		const ofBase = years.find((one) => one.year === from.year);
		const base = ofBase === undefined ? from.intensity : times(from.intensity, shift(from.year, { basis: ofBase }));
		return judge(path, times(lastYear, moved), base, lastYear, year, rules.limits);
	};
	const made = verdictWith(new Map());
	return {
		sameMonths: change,
		sinceBase: sign(from.intensity) === 0 ? undefined : times(change, per(intensity, from.intensity)),
		verdict: { ...made, qualifiers: [...made.qualifiers, "to-date"] },
		wordWith: (tonnes) => verdictWith(tonnes).word,
	};
}

const one: Ratio = { over: 1n, under: 1n };

/** A total with so many tonnes more, as a share of itself; one where that cannot be said. */
function shareWith(total: Ratio | null, more: Ratio | undefined): Ratio {
	if (more === undefined || total === null || sign(total) === 0) return one;
	const with_ = per(plus(total, more), total);
	return sign(with_) === 0 ? one : with_;
}
