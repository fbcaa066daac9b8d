/**
 * M-301: a month against its own history, by a robust score on the logarithm: so many times the deviation of the middle month,
 * and at least a stated factor; and against what moves with it, since a works that starts up or adds a shift is not odd. A mean and three sigma could never tell: of twelve months none can score above 3.18.
 *
 * The score asks ln f ≥ k · ln d for the month's factor f and the middle one's d. With k = p/q that is f^q ≥ d^p: powers of
 * whole numbers, so that no last digit of a logarithm decides. Logarithms only say where there is nothing to look at.
 */
import { nearly } from "../../exact/exact.ts";
import { compare, fromExact, per, power, type Ratio, reduced, times } from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import { floatLogarithm } from "../../exact/shown.ts";
import { remark } from "../../findings/finding.ts";
import { ratioLike } from "../../ledger/amounts.ts";
import { aboutMonth, askEach, countLimit, entryOf, impactOf, nothing, ratioLimit, subjectOf } from "../asking.ts";
import { clearsUnlike } from "../clear/unlike.ts";
import { type Dated, type Deviation, type Deviations, deviations, factorOf, floats, pairs } from "../deviation.ts";
import { explainedMonths } from "../explained.ts";
import { isShared } from "../guides.ts";
import { type History, slack } from "../history.ts";
import type { FirmCase, FirmRule, Suspicion } from "../rule.ts";
import type { Series, Step } from "../series.ts";
import { slippedMonths } from "./slipped-month.ts";

export const monthUnlikeHistory: FirmRule = {
	id: "M-301",
	code: "month-unlike-history",
	clears: clearsUnlike,
	judge: (one) => {
		const limits = limitsOf(one);
		return askEach(one, limits.fewest, (series, history) => strangeMonths(one, series, history, limits));
	},
};

interface Limits {
	readonly fewest: number;
	readonly seasonal: number;
	/** A month is never reported below this factor. */
	readonly floor: Ratio;
	/** How many middle deviations a month may have. */
	readonly score: Ratio;
	readonly nearFloor: number;
	readonly nearScore: number;
}

function limitsOf({ limit }: FirmCase): Limits {
	return {
		fewest: countLimit(limit, "history-months"),
		seasonal: countLimit(limit, "season-months"),
		floor: ratioLimit(limit, "month-ratio"),
		score: reduced(ratioLimit(limit, "month-deviation")),
		nearFloor: nearly(limit("month-ratio")),
		nearScore: nearly(limit("month-deviation")),
	};
}

function strangeMonths(one: FirmCase, series: Series, history: History, limits: Limits): readonly Suspicion[] {
	// No month is further from another than the highest from the lowest.
	if (history.highest < history.lowest * limits.nearFloor * (1 - slack)) return nothing;
	if (history.used >= limits.seasonal && isEven(history, limits)) return nothing;
	const used: number[] = [];
	for (const [index, size] of history.sizes.entries()) if (size > 0) used.push(index);
	const seasonal = used.length >= limits.seasonal;
	const dated = <N>(amountOf: (index: number) => N): Dated<N>[] =>
		used.map((index) => ({ at: history.at[index] as number, amount: amountOf(index) }));
	const rough = deviations(
		floats,
		dated((index) => history.sizes[index] as number),
		limits.fewest,
		seasonal,
	);
	if (!rough.each.some(({ factor }) => mayBeStrange(factor, rough.middle, limits))) return nothing;
	const stepOf = (index: number): Step => series.steps[used[index] as number] as Step;
	const months = dated((index) => fromExact((series.steps[index] as Step).amount));
	const exact = deviations(pairs, months, limits.fewest, seasonal);
	const strange = exact.each.filter(({ factor }) => isStrange(factor, exact.middle, limits));
	const slipped = strange.length === 0 ? new Set<Step>() : slippedMonths(one, series);
	const odd = new Set([...strange.map(({ index }) => used[index] as number), ...explainedMonths(one, series)]);
	return strange
		.filter((month) => !isShadow(month, strange, months))
		.filter(({ index }) => !isShared(one, series, used[index] as number, (other) => odd.has(other)))
		.filter(({ index }) => !slipped.has(stepOf(index)))
		.map((month) => suspicionOf(one, series, stepOf(month.index), month, exact));
}

/**
 * Whether any two years that would be compared keep so even a ratio, month for month, that none can stand out; not where no
 * years are to be compared.
 */
function isEven({ at, sizes }: History, { fewest, nearFloor }: Limits): boolean {
	const years: number[][] = [];
	let last = Number.NaN;
	for (const [index, size] of sizes.entries()) {
		if (size <= 0) continue;
		const year = Math.floor((at[index] as number) / 12);
		if (year !== last) years.push([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
		last = year;
		(years[years.length - 1] as number[])[(at[index] as number) % 12] = size;
	}
	let compared = false;
	for (let one = 0; one < years.length; one += 1) {
		for (let other = one + 1; other < years.length && other <= one + 2; other += 1) {
			let [common, low, high] = [0, Number.POSITIVE_INFINITY, 0];
			for (let month = 0; month < 12; month += 1) {
				const [a, b] = [(years[one] as number[])[month] as number, (years[other] as number[])[month] as number];
				if (a === 0 || b === 0) continue;
				common += 1;
				const quotient = b / a;
				if (quotient < low) low = quotient;
				if (quotient > high) high = quotient;
			}
			if (common < fewest) continue;
			compared = true;
			if (high >= low * nearFloor * (1 - slack)) return false;
		}
	}
	return compared;
}

/** Whether floats leave it open; their errors are far below the slack. */
function mayBeStrange(factor: number, middle: number, { nearFloor, nearScore }: Limits): boolean {
	return factor >= nearFloor * (1 - slack) && Math.log(factor) >= nearScore * Math.log(middle) - slack;
}

function isStrange(factor: Ratio, middle: Ratio, { floor, score, nearScore }: Limits): boolean {
	if (compare(factor, floor) < 0) return false;
	const lead = floatLogarithm(factor) - nearScore * floatLogarithm(middle);
	if (Math.abs(lead) > slack * (1 + nearScore)) return lead > 0;
	return compare(power(factor, Number(score.under)), power(middle, Number(score.over))) >= 0;
}

/**
 * Two years deviate from each other alike, and only one of them is strange: the month that is further from those beside it,
 * and of two as far the later. Where a month has more years to be compared with, these have settled it.
 */
function isShadow(month: Deviation<Ratio>, strange: readonly Deviation<Ratio>[], months: readonly Dated<Ratio>[]): boolean {
	const [only] = month.like;
	if (month.like.length !== 1 || only === undefined) return false;
	const other = strange.find(({ index }) => index === only);
	if (other === undefined) return false;
	if (other.like.length > 1) return true;
	const order = compare(fromBeside(month.index, months), fromBeside(only, months));
	return order < 0 || (order === 0 && month.index < only);
}

/** The square of how many times a month is what lies between the month before and the month after, or the other way round. */
function fromBeside(index: number, months: readonly Dated<Ratio>[]): Ratio {
	const { at, amount } = months[index] as Dated<Ratio>;
	const beside = [months[index - 1], months[index + 1]].filter((month) => Math.abs((month?.at ?? at + 2) - at) === 1);
	const [one = amount, other = one] = beside.map((month) => (month as Dated<Ratio>).amount);
	return factorOf(pairs, times(amount, amount), times(one, other));
}

function suspicionOf(
	one: FirmCase,
	series: Series,
	step: Step,
	{ usual, like }: Deviation<Ratio>,
	{ each, season }: Deviations<Ratio>,
): Suspicion {
	const amount = fromExact(step.amount);
	const about = remark("month-unlike-history", {
		what: subjectOf(series),
		usual: ratioLike(usual, { unit: series.unit, from: entryOf(step).from }),
		ratio: rounded(per(amount, usual), 4),
		season,
		months: season ? like.length : each.length - 1,
	});
	return { finding: aboutMonth(one, step, about), year: step.year, impact: impactOf(one, series, step.year, amount, usual) };
}
