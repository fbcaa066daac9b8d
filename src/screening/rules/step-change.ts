/**
 * M-304: from some month on a history stands at another level, and stays there: a meter was replaced, a works added. Months are
 * held against those of a year before, so that a season is no step: each of the first months from the step on must be far from
 * what any of the months before it was. A year later that comparison falls back by itself, and a step of the first year
 * shows in the second only so; therefore the amounts themselves must have moved too, at least by the root of what is asked; and so
 * must what is used for the output, or for what else the works uses: a second shift is no step.
 */
import { compare, type Exact, nearly, product, sum, zero } from "../../exact/exact.ts";
import {
	compare as compareRatio,
	fromExact,
	oneRatio,
	per,
	plus,
	type Ratio,
	times as timesRatio,
	zeroRatio,
} from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import { remark } from "../../findings/finding.ts";
import { aboutMonth, askEach, countLimit, impactsOf, type Meant, nothing, subjectOf } from "../asking.ts";
import { clearsSteps } from "../clear/steps.ts";
import { companionsOf } from "../guides.ts";
import { type History, slack } from "../history.ts";
import type { FirmCase, FirmRule, Suspicion } from "../rule.ts";
import type { Series, Step } from "../series.ts";
import { slippedMonths } from "./slipped-month.ts";

const year = 12;

export const stepChange: FirmRule = {
	id: "M-304",
	code: "step-change",
	clears: clearsSteps,
	judge: (one) => {
		const [before, after] = [countLimit(one.limit, "step-before"), countLimit(one.limit, "step-months")];
		const ratio = one.limit("step-ratio");
		return askEach(one, year + before + after, (series, history) => changes(one, series, history, before, after, ratio));
	},
};

function changes(
	one: FirmCase,
	series: Series,
	history: History,
	before: number,
	after: number,
	ratio: Exact,
): readonly Suspicion[] {
	const far = nearly(ratio) * (1 - slack);
	// A quotient of two quotients lies within the square of the range of amounts.
	if ((history.highest / history.lowest) ** 2 < far) return nothing;
	const lastYear = monthsBefore(history);
	const quotient = lastYear.map((then, index) =>
		then === undefined ? 0 : (history.sizes[index] as number) / (history.sizes[then] as number),
	);
	let found: Suspicion[] | undefined;
	for (let first = before; first + after <= quotient.length; first += 1) {
		const [now, then] = [quotient[first] as number, quotient[first - 1] as number];
		if (!(now > 0 && then > 0 && (now >= then * far || then >= now * far))) continue;
		const span = (history.at[first + after - 1] as number) - (history.at[first - before] as number);
		if (span !== before + after - 1) continue;
		const pairs = (from: number, to: number): Pair[] =>
			lastYear
				.slice(from, to)
				.flatMap((then, offset) =>
					then === undefined ? [] : [{ is: series.steps[from + offset] as Step, was: series.steps[then] as Step }],
				);
		const [earlier, later] = [pairs(first - before, first), pairs(first, first + after)];
		if (earlier.length < before || later.length < after) continue;
		if (!isStep(earlier, later, ratio)) continue;
		const explained = slippedMonths(one, series);
		// A block of months with a cause of its own begins and ends with a step.
		if ([first, first - 1].some((index) => explained.has(series.steps[index] as Step))) continue;
		const level = levelAt(one, series, first, ratio);
		if (level === "shared") continue;
		found ??= [];
		found.push(suspicionOf(one, series, earlier, later, first, level));
	}
	return found ?? nothing;
}

/** A month and the same month of the year before. */
interface Pair {
	readonly is: Step;
	readonly was: Step;
}

/** For each month the place of that of a year before; undefined where it is not there or zero. */
function monthsBefore({ at, sizes }: History): (number | undefined)[] {
	let back = 0;
	return at.map((now) => {
		while ((at[back] as number) < now - year) back += 1;
		return at[back] === now - year && sizes[back] !== 0 ? back : undefined;
	});
}

function isStep(earlier: readonly Pair[], later: readonly Pair[], ratio: Exact): boolean {
	// The months next to the step, as many on either side.
	const [till, from] = [total(earlier), total(later.slice(0, earlier.length))];
	return (
		(allFar(later, earlier, ratio) && compare(product(from, from), product(ratio, product(till, till))) >= 0) ||
		(allFar(earlier, later, ratio) && compare(product(till, till), product(ratio, product(from, from))) >= 0)
	);
}

/** Whether every one of the high months is so many times its year before as any of the low ones is. */
function allFar(high: readonly Pair[], low: readonly Pair[], ratio: Exact): boolean {
	return high.every((a) =>
		low.every((b) => compare(product(a.is.amount, b.was.amount), product(ratio, product(b.is.amount, a.was.amount))) >= 0),
	);
}

/**
 * How many times its earlier level a history keeps from a month on, by what moves with it; undefined where nothing does. Where the
 * output or another carrier made the step as well, it is the works that changed.
 */
function levelAt(one: FirmCase, series: Series, first: number, ratio: Exact): Ratio | "shared" | undefined {
	const { steps } = series;
	let level: Ratio | undefined;
	for (const guide of companionsOf(one, series, first)) {
		const sums = (from: number, to: number): Ratio | undefined => {
			const both = [...steps.keys()].slice(Math.max(0, from), to).filter((index) => (guide.quotients[index] as number) > 0);
			const energy = both.reduce((all, index) => sum(all, (steps[index] as Step).amount), zero);
			const beside = both.reduce((all, index) => plus(all, guide.exactly(index)), zeroRatio);
			return both.length === 0 ? undefined : per(fromExact(energy), beside);
		};
		const [before, after] = [sums(first - year, first), sums(first, first + year)];
		if (before === undefined || after === undefined) continue;
		const step = per(after, before);
		const far = compareRatio(step, oneRatio) < 0 ? per(oneRatio, step) : step;
		if (compareRatio(timesRatio(far, far), fromExact(ratio)) < 0) return "shared";
		level ??= step;
	}
	return level;
}

function total(pairs: readonly Pair[], of: keyof Pair = "is"): Exact {
	return pairs.reduce((all, pair) => sum(all, pair[of].amount), zero);
}

function suspicionOf(
	one: FirmCase,
	series: Series,
	earlier: readonly Pair[],
	later: readonly Pair[],
	place: number,
	level: Ratio | undefined,
): Suspicion {
	const first = (later[0] as Pair).is;
	const quotient = (pairs: readonly Pair[]): Ratio => per(fromExact(total(pairs)), fromExact(total(pairs, "was")));
	const times = (pairs: readonly Pair[]): string => rounded(quotient(pairs), 2);
	const step = level ?? per(quotient(later), quotient(earlier));
	const about = remark("step-change", {
		what: subjectOf(series),
		months: later.length,
		after: times(later),
		before: times(earlier),
	});
	return {
		...{ finding: aboutMonth(one, first, about), year: first.year, impact: null },
		years: () => impactsOf(one, series, doubted(one, series, place, step)),
	};
}

/**
 * Which side is right, nobody can say; but a year is held against the base, so that it is enough to ask what the months on one side
 * would be at the level of the other: those from the step on, or, where it lies in the base itself, the base's before it. What lies
 * before the base is compared with nothing.
 */
function doubted({ firm }: FirmCase, { steps }: Series, place: number, level: Ratio): Meant[] {
	const { year: from } = steps[place] as Step;
	// The base that the year of the step is held against; one that begins the next plan is a base for the years behind it.
	const base = firm.years.find(({ year }) => year === from)?.base?.year;
	const asMeant = (some: readonly Step[], by: Ratio): Meant[] =>
		some.map(({ year, amount }) => ({ year, is: fromExact(amount), meant: timesRatio(fromExact(amount), by) }));
	if (from === base)
		return asMeant(
			steps.slice(0, place).filter(({ year }) => year === base),
			level,
		);
	const later = steps.slice(place);
	return asMeant(base !== undefined && from < base ? later.filter(({ year }) => year === from) : later, per(oneRatio, level));
}
