/**
 * K-209: the number of one carrier stands in the row of another in the same month, digit by digit: a cell was copied into the wrong row. Where
 * it is so in most months the two are one thing under two names, or one is computed from the other, and nothing was copied.
 */
import { type Exact, nearly, significantDigits } from "../../exact/exact.ts";
import { compare, fromExact, per } from "../../exact/ratio.ts";
import { remark } from "../../findings/finding.ts";
import { aboutMonth, countLimit, entryOf, monthName, subjectOf } from "../asking.ts";
import { clearsNumbersOfOutput, clearsOtherNumbers } from "../clear/numbers.ts";
import { factorOf, floats } from "../deviation.ts";
import { guidesOf, oddFrom, tonnesToUsual, trackOf, usualOf } from "../guides.ts";
import { historyOf, slack } from "../history.ts";
import { once } from "../once.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import type { Series, Step } from "../series.ts";
import { carriersAsOutput } from "./carriers-number-as-output.ts";

export const otherCarriersAmount: FirmRule = {
	id: "K-209",
	code: "other-carriers-amount",
	clears: (plain) => clearsNumbersOfOutput(plain) && clearsOtherNumbers(plain),
	judge: (one) => {
		const outputs = carriersAsOutput(one);
		if (outputs.length > 0) return answer([...copies(one).map((copy) => suspicionOf(one, copy)), ...outputs]);
		if (one.series.length === 0) return notChecked("no-months");
		if (new Set(one.series.map(({ carrier }) => carrier)).size < 2) return notChecked("no-such-carrier");
		return answer(copies(one).map((copy) => suspicionOf(one, copy)));
	},
};

interface Copy {
	/** The carrier whose row holds the other's number. */
	readonly series: Series;
	readonly index: number;
	readonly other: Series;
}

const made = once<FirmCase, readonly Copy[]>();

function copies(one: FirmCase): readonly Copy[] {
	let found = made.get(one);
	if (found === undefined) {
		const used = one.series.filter(({ use }) => use === "consumed");
		found = used.flatMap((series, index) => used.slice(index + 1).flatMap((other) => between(one, series, other)));
		made.set(one, found);
	}
	return found;
}

/** Months of a history that hold another carrier's number, by their places. */
export function monthsOfOthers(one: FirmCase, series: Series): number[] {
	return copies(one).flatMap((copy) => (copy.series === series ? [copy.index] : []));
}

function between(one: FirmCase, series: Series, other: Series): Copy[] {
	if (series.carrier === other.carrier) return [];
	const [own, others] = [historyOf(series), historyOf(other)];
	const [perOwn, perOther] = [sizeOfUnit(series), sizeOfUnit(other)];
	// Of most two carriers the least month of one is more than any of the other.
	const [high, low] = [own.highest / perOwn, others.lowest / perOther];
	const apart = 1 - 2 * slack;
	if (high < low * apart || others.highest / perOther < (own.lowest / perOwn) * apart) return [];
	const same: [number, number][] = [];
	let place = 0;
	for (const [index, at] of own.at.entries()) {
		while ((others.at[place] as number) < at) place += 1;
		if (others.at[place] !== at) continue;
		const [a, b] = [(own.sizes[index] as number) / perOwn, (others.sizes[place] as number) / perOther];
		if (a > 0 && Math.abs(a - b) <= slack * a) same.push([index, place]);
	}
	if (same.length === 0 || same.length > 2) return [];
	return same.flatMap(([index, theirs]): Copy[] => {
		const [step, otherStep] = [series.steps[index] as Step, other.steps[theirs] as Step];
		const [number, otherNumber] = [numberOf(step), numberOf(otherStep)];
		if (number === undefined || otherNumber === undefined || compare(number, otherNumber) !== 0) return [];
		// What the number is in digits, whatever the unit is held in.
		const digits = Math.min(significantDigits(step.amount), significantDigits(otherStep.amount)) - 1;
		const [awayOwn, awayOther] = [away(one, series, index), away(one, other, theirs)];
		const isOdd = awayOwn.odd || awayOther.odd;
		if (digits < countLimit(one.limit, "chance-digits") - (isOdd ? 3 : 1)) return [];
		return [awayOther.by > awayOwn.by ? { series: other, index: theirs, other: series } : { series, index, other }];
	});
}

/** How far a month is from what is usual, and whether that is odd. */
function away(one: FirmCase, series: Series, index: number): { readonly by: number; readonly odd: boolean } {
	const track = trackOf(series);
	const usual = usualOf(track, guidesOf(one, series), index);
	if (usual === undefined) return { by: 1, odd: false };
	const by = factorOf(floats, track.sizes[index] as number, usual.near);
	return { by, odd: by >= oddFrom(one, usual.guide) };
}

function sizeOfUnit({ steps }: Series): number {
	const perUnit = entryOf(steps[0] as Step).from.perUnit;
	return perUnit === undefined ? 1 : nearly(perUnit);
}

/** The number as it is written; undefined where several rows make the month. */
function numberOf(step: Step): ReturnType<typeof per> | undefined {
	const { perUnit } = entryOf(step).from;
	return perUnit === undefined || step.lots.length > 1 ? undefined : per(fromExact(step.amount), fromExact(perUnit as Exact));
}

function suspicionOf(one: FirmCase, { series, index, other }: Copy): Suspicion {
	const step = series.steps[index] as Step;
	const about = remark("other-carriers-amount", { what: subjectOf(series), other: subjectOf(other), month: monthName(step) });
	return {
		...{ finding: aboutMonth(one, step, about), year: step.year, impact: null, rough: true },
		years: () => tonnesToUsual(one, series, [index]),
	};
}
