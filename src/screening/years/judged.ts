/**
 * What the years of a firm that stand apart may be, one cause for each: the explanations compete by how near they bring the amount to
 * what the firm's other years and other amounts let expect, and only one within their scatter is an explanation. Made once for a firm.
 */

import type { FirmYear } from "../../assessment/firm.ts";
import { obtain } from "../../domain/obtain.ts";
import { compare, constant, fromExact, oneRatio, per, plus, type Ratio, times, whole } from "../../exact/ratio.ts";
import { type Explained, explain } from "../../ledger/rules/slip-causes.ts";
import { ownFactors, ratioLimit, writtenUnit } from "../asking.ts";
import { once } from "../once.ts";
import type { FirmCase } from "../rule.ts";
import { yearsOfRates } from "../rules/rate-as-output.ts";
import { slippedMonths } from "../rules/slipped-month.ts";
import { outputSlips } from "../rules/slipped-output.ts";
import { turned } from "../turn.ts";
import { isMaterial } from "../year-amounts.ts";
import { farther } from "./levels.ts";
import { quartersToDate } from "./quarters.ts";
import { isReplaced } from "./replaced.ts";
import { rereadYears } from "./reread.ts";
import { type Stranger, type Strangers, strangersOf } from "./strangers.ts";
import { impactOn, rowOf, type Thing, thingsOf } from "./things.ts";

/** What a year of a thing may be. */
export type Cause =
	| { readonly is: "slip"; readonly causes: readonly [Explained, ...Explained[]] }
	| { readonly is: "part-of-year"; readonly months: number; readonly value: Ratio }
	| { readonly is: "to-date"; readonly value: Ratio }
	| { readonly is: "swapped"; readonly other: Thing; readonly value: Ratio }
	| { readonly is: "unknown" };

/** A year of a thing that stands apart, and why it may. */
export interface Judged extends Stranger {
	readonly thing: Thing;
	readonly facts: FirmYear;
	readonly cause: Cause;
	/** t CO2 by which the year's total would change; null where nobody can say. */
	readonly impact: Ratio | null;
}

/** A thing that is at another level from some year on: which side is right, nobody can say. */
export interface LevelChange {
	readonly thing: Thing;
	/** The later years, in order. */
	readonly years: readonly { readonly facts: FirmYear; readonly impact: Ratio | null }[];
	/** How many times the earlier level. */
	readonly times: Ratio;
	/** The first later year's amount, and what it would be at the earlier level. */
	readonly amount: Ratio;
	readonly usual: Ratio;
}

export interface YearJudgement {
	readonly years: readonly Judged[];
	readonly changes: readonly LevelChange[];
	/** Years, and what in each is told or explained: what follows from that is not told besides. */
	readonly apart: ReadonlyMap<number, ReadonlySet<string>>;
}

const made = once<FirmCase, YearJudgement>();

export function judgedYears(one: FirmCase): YearJudgement {
	return obtain(made, one, () => judge(one));
}

const nothing: YearJudgement = { years: [], changes: [], apart: new Map() };

function judge(one: FirmCase): YearJudgement {
	const things = thingsOf(one);
	const found = strangersOf(things, ratioLimit(one.limit, "year-gap"));
	const years: Judged[] = rereadYears(one, things);
	if (found.length === 0 && years.length === 0) return nothing;
	const changes: LevelChange[] = [];
	const apart = new Map<number, Set<string>>();
	const settled = (year: number, { name }: Thing): void => {
		obtain(apart, year, () => new Set<string>()).add(name);
	};
	for (const strangers of found) {
		const each = judgedOf(one, strangers, found, settled);
		// What a slip explains year by year is no other level of the works.
		const change = each.some(({ cause }) => cause.is === "slip") ? undefined : levelChange(one, strangers);
		if (change !== undefined) changes.push(change);
		else years.push(...each);
		for (const { facts } of change?.years ?? each) settled(facts.year, strangers.thing);
	}
	return { years, changes, apart };
}

/** Each strange year by itself. */
function judgedOf(
	one: FirmCase,
	{ thing, years, body }: Strangers,
	found: readonly Strangers[],
	settled: (year: number, thing: Thing) => void,
): Judged[] {
	return years.flatMap((stranger) => {
		const facts = factsOf(one, stranger.year);
		if (facts === undefined) return [];
		if (isOfMonths(one, thing, stranger.year) || (thing.series === null && yearsOfRates(one).includes(stranger.year))) {
			settled(stranger.year, thing);
			return [];
		}
		const cause = causeOf(one, thing, stranger, found, body.length);
		if (thing.series !== null && cause.is !== "swapped" && isReplaced(one, thing, stranger, body)) {
			settled(stranger.year, thing);
			return [];
		}
		const value = cause.is === "unknown" ? stranger.usual : cause.is === "slip" ? cause.causes[0].value : cause.value;
		if (cause.is === "unknown" && !isTold(one, isMain(thing, facts), stranger, body.length)) return [];
		const impact = impactOn(one, thing, facts, stranger.amount, value);
		const judged = { ...stranger, thing, facts, cause, impact };
		return isWorthTelling(one, judged) ? [judged] : [];
	});
}

/** A carrier's year that hardly matters is told where it would turn a verdict all the same, and is far from all others. */
function isWorthTelling(one: FirmCase, { thing, facts, impact, amount, usual }: Judged): boolean {
	if (impact === null || thing.series === null || isMaterial(one, facts, impact)) return true;
	const isFar = compare(farther(amount, usual), ratioLimit(one.limit, "slip-gap")) >= 0;
	return isFar && (turned(one.firm, facts.year, impact) ?? []).length > 0;
}

/** What is not explained is told from a wider gap on; of two years nobody knows which is the strange one. */
function isTold({ limit }: FirmCase, isMain: boolean, { amount, usual }: Stranger, others: number): boolean {
	if (others < 2) return false;
	const far = plus(oneRatio, ratioLimit(limit, isMain ? "change-intensity" : "change-carrier"));
	return compare(farther(amount, usual), far) >= 0;
}

/** What makes this share of the emissions cannot jump as what hardly matters may. */
const mainShare = constant("0.3");

/** The output, and carriers that make much of the year's emissions. */
function isMain({ series }: Thing, { emissions: { total, carriers } }: FirmYear): boolean {
	if (series === null) return true;
	const line = carriers.find(
		({ carrier, use, unit }) => carrier === series.carrier && use === series.use && unit === series.unit,
	);
	return line?.co2 != null && total !== null && compare(line.co2, times(total, mainShare)) >= 0;
}

/** Whether months of the year are told already, or are zero: the year follows from them. */
function isOfMonths(one: FirmCase, { series }: Thing, year: number): boolean {
	if (series === null) return outputSlips(one).some(({ step }) => step.year === year);
	return one.series.some((months) => {
		if (months.carrier !== series.carrier || months.use !== series.use || months.unit !== series.unit) return false;
		if (!months.steps.some((step) => step.year === year)) return false;
		return [...slippedMonths(one, months)].some((step) => step.year === year);
	});
}

/** Whether the year stands in the tables month by month. */
function hasMonths(one: FirmCase, { series }: Thing, year: number): boolean {
	if (series === null) return one.output?.steps.some((step) => step.year === year) ?? false;
	return one.series.some(
		({ carrier, use, steps }) => carrier === series.carrier && use === series.use && steps.some((step) => step.year === year),
	);
}

/** Months that people enter as a year, and how near to a whole year so many times as much comes: no half is half to the last tonne. */
const partsOfYear = [
	[1, constant("1.2")],
	[3, constant("1.15")],
	[6, constant("1.12")],
	[9, constant("1.05")],
] as const;
/** So near to a whole year the last of four quarters to date comes. */
const asQuarters = constant("1.15");
/** From this factor on a slip is told where there is one other year only. */
const surely = constant("8");
/** A small factor is told only where it explains the amount this well: a works may well change by as much. */
const closely = constant("1.06");
const small = constant("3");
/** And a large one as far from it, if it is among the other years. */
const roughlyNear = constant("1.5");
/** What comes as near is told, too. */
const asGood = constant("1.02");

function causeOf(one: FirmCase, thing: Thing, stranger: Stranger, found: readonly Strangers[], others: number): Cause {
	const { amount, usual, year } = stranger;
	// Of two outputs nobody knows which is the strange one, and the base may be: what it would be is a guess.
	if (others < 2 && thing.series === null) return { is: "unknown" };
	// What a works may well have changed by has no cause that could be told.
	if (compare(farther(amount, usual), plus(oneRatio, ratioLimit(one.limit, "change-intensity"))) < 0)
		return isNineMonths(one, thing, stranger, others) ? nineMonths(amount) : { is: "unknown" };
	const margin = ratioLimit(one.limit, "slip-margin");
	const near = (value: Ratio, most: Ratio): boolean => compare(farther(value, usual), most) <= 0;
	const within = (value: Ratio): boolean =>
		near(value, roughlyNear) &&
		compare(times(value, margin), stranger.low) >= 0 &&
		compare(value, times(stranger.high, margin)) <= 0;
	const fits = (value: Ratio): boolean =>
		compare(farther(value, amount), small) < 0 ? near(value, closely) : near(value, margin) || within(value);
	const row = rowOf(one, thing, year);
	const own = thing.series === null ? [] : ownFactors(one, thing.series);
	const slips = explain(
		{
			...{ amount, above: compare(amount, usual) > 0, usual, of: thing.of, own },
			written: row === undefined ? "" : writtenUnit(one, row),
		},
		fits,
	).filter(({ value }) => others > 1 || compare(farther(value, amount), surely) >= 0);
	const best: { readonly cause: Cause; readonly value: Ratio }[] = [];
	const [first, ...more] = slips;
	if (first !== undefined) {
		const nearest = farther(first.value, usual);
		const equal = more.filter(({ value }) => compare(farther(value, usual), times(nearest, asGood)) <= 0);
		best.push({ cause: { is: "slip", causes: [first, ...equal] }, value: first.value });
	}
	const toDate = quartersToDate(one, thing, year);
	if (toDate !== undefined && near(toDate, asQuarters)) best.push({ cause: { is: "to-date", value: toDate }, value: toDate });
	if (!hasMonths(one, thing, year) && others > 1)
		for (const [months, most] of partsOfYear) {
			const value = times(amount, per(whole(12), whole(months)));
			if (near(value, most)) best.push({ cause: { is: "part-of-year", months, value }, value });
		}
	for (const { thing: other, years } of found) {
		if (other === thing || other.series === null || thing.series === null) continue;
		const theirs = years.find((one) => one.year === year);
		const value = theirs === undefined ? undefined : exchanged(one, thing, other, theirs);
		const back = theirs === undefined ? undefined : exchanged(one, other, thing, stranger);
		if (theirs === undefined || value === undefined || back === undefined) continue;
		if (near(value, margin) && compare(farther(back, theirs.usual), margin) <= 0)
			best.push({ cause: { is: "swapped", other, value }, value });
	}
	best.sort((a, b) => compare(farther(a.value, usual), farther(b.value, usual)));
	return best[0]?.cause ?? { is: "unknown" };
}

/** Nine months are three quarters of a year: less than an output may well fall, so that they have to fit, beside years that say so. */
const threeQuarters = { least: constant("1.25"), near: constant("1.04"), years: 3 };

function isNineMonths(one: FirmCase, thing: Thing, { amount, usual, year }: Stranger, others: number): boolean {
	if (thing.series !== null || others < threeQuarters.years || hasMonths(one, thing, year)) return false;
	const { value } = nineMonths(amount);
	return compare(per(usual, amount), threeQuarters.least) >= 0 && compare(farther(value, usual), threeQuarters.near) <= 0;
}

function nineMonths(amount: Ratio): Extract<Cause, { readonly is: "part-of-year" }> {
	return { is: "part-of-year", months: 9, value: times(amount, per(whole(12), whole(9))) };
}

/** What a thing would be if the bare number of another stood in its place; undefined where a unit is not known. */
function exchanged(one: FirmCase, thing: Thing, other: Thing, { year, amount }: Stranger): Ratio | undefined {
	const [own, theirs] = [rowOf(one, thing, year)?.from.perUnit, rowOf(one, other, year)?.from.perUnit];
	if (own === undefined || theirs === undefined) return undefined;
	return times(per(amount, fromExact(theirs)), fromExact(own));
}

/**
 * Two runs of years at two levels, one behind the other, of at least two years each, without a cause that would explain the years one
 * by one.
 */
function levelChange(one: FirmCase, { thing, years, body }: Strangers): LevelChange | undefined {
	if (years.length < 2 || body.length < 2) return undefined;
	const strange = years.map(({ year }) => year);
	const [first, last] = [Math.min(...strange), Math.max(...strange)];
	const later = body.every((year) => year < first);
	if (!later && !body.every((year) => year > last)) return undefined;
	const margin = constant("1.3");
	const factors = years.map(({ amount, usual }) => per(amount, usual));
	const [low, high] = [factors.reduce(smaller), factors.reduce(larger)];
	if (compare(high, times(low, margin)) > 0) return undefined;
	const middle = factors.sort(compare)[factors.length >> 1] as Ratio;
	const change = later ? middle : per(oneRatio, middle);
	const [start] = (later ? strange : [...body]).sort((a, b) => a - b);
	const begun = factsOf(one, start as number);
	const far = plus(
		oneRatio,
		ratioLimit(one.limit, begun !== undefined && isMain(thing, begun) ? "change-intensity" : "change-carrier"),
	);
	if (compare(farther(change, oneRatio), far) < 0) return undefined;
	const doubted = (later ? strange : [...body]).sort((a, b) => a - b);
	const told = doubted.flatMap((year) => {
		const facts = factsOf(one, year);
		const amount = thing.amounts.get(year) as Ratio;
		return facts === undefined ? [] : [{ facts, impact: impactOn(one, thing, facts, amount, per(amount, change)) }];
	});
	const amount = thing.amounts.get(start as number) as Ratio;
	return told.length === 0 ? undefined : { thing, years: told, times: change, amount, usual: per(amount, change) };
}

const smaller = (a: Ratio, b: Ratio): Ratio => (compare(a, b) < 0 ? a : b);
const larger = (a: Ratio, b: Ratio): Ratio => (compare(a, b) > 0 ? a : b);

function factsOf({ firm }: FirmCase, year: number): FirmYear | undefined {
	return firm.years.find((facts) => facts.year === year);
}
