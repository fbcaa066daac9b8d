/**
 * M-305: output moved far and energy stood still, or the other way round, in a month whose history says that the one follows the
 * other. A line through the other months says what was to be expected: its intercept is the base load, which explains energy
 * that stands still, and where output explains little of energy at all, nothing is expected of it.
 */
import { type Exact, nearly, sign } from "../../exact/exact.ts";
import {
	compare,
	fromExact,
	minus,
	negative,
	nought,
	per,
	plus,
	type Ratio,
	sign as signOf,
	times,
	unity,
	whole,
} from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import { remark } from "../../findings/finding.ts";
import { apart } from "../../ledger/rules/slip-causes.ts";
import { aboutMonth, askEach, countLimit, nothing, stakeOf, subjectOf } from "../asking.ts";
import { type History, slack } from "../history.ts";
import { type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import type { Series, Step } from "../series.ts";
import { slippedMonths } from "./slipped-month.ts";

export const outputElasticity: FirmRule = {
	id: "M-305",
	code: "energy-against-output",
	judge: (one) => {
		if (one.series.length === 0) return notChecked("no-months");
		if (one.output === undefined) return notChecked("no-output");
		const made = new Map(one.output.steps.map((step) => [step.year * 12 + step.month - 1, step.amount]));
		const fewest = countLimit(one.limit, "elasticity-months");
		if (made.size < fewest) return notChecked("too-few-months");
		return askEach(one, fewest, (series, history) => strangers(one, series, history, made, fewest));
	},
};

/** A month with both, each above zero. */
interface Month {
	readonly at: number;
	readonly step: Step;
	readonly energy: Exact;
	readonly output: Exact;
}

function strangers(
	one: FirmCase,
	series: Series,
	{ at }: History,
	made: ReadonlyMap<number, Exact>,
	fewest: number,
): readonly Suspicion[] {
	const months: Month[] = [];
	for (const [index, step] of series.steps.entries()) {
		const output = made.get(at[index] as number);
		if (output !== undefined && sign(output) > 0 && sign(step.amount) > 0)
			months.push({ at: at[index] as number, step, energy: step.amount, output });
	}
	if (months.length < fewest) return nothing;
	let found: Suspicion[] | undefined;
	for (const [index, month] of months.entries()) {
		const before = months[index - 1];
		if (before === undefined || before.at !== month.at - 1 || !mayPart(one, before, month)) continue;
		const expected = unexpected(one, before, month, months);
		if (expected === undefined || slippedMonths(one, series).has(month.step)) continue;
		found ??= [];
		found.push(told(one, series, before, month, expected));
	}
	return found ?? nothing;
}

/** Whether one moved and the other did not, by floats that leave it open. */
function mayPart({ limit }: FirmCase, before: Month, { energy, output }: Month): boolean {
	const moved = (1 + nearly(limit("elasticity-moved"))) * (1 - slack);
	const still = (1 + nearly(limit("elasticity-still"))) * (1 + slack);
	const [ofEnergy, ofOutput] = [roughly(energy, before.energy), roughly(output, before.output)];
	return (ofEnergy >= moved && ofOutput < still) || (ofOutput >= moved && ofEnergy < still);
}

function roughly(a: Exact, b: Exact): number {
	const quotient = nearly(a) / nearly(b);
	return quotient < 1 ? 1 / quotient : quotient;
}

/** What energy the line through the other months expects, where the month does not bear it out. */
function unexpected(one: FirmCase, before: Month, month: Month, months: readonly Month[]): Ratio | undefined {
	const limitOf = (name: string): Ratio => fromExact(one.limit(name));
	const factor = (a: Exact, b: Exact): Ratio => apart(fromExact(a), fromExact(b));
	const moves = (factor: Ratio): boolean => compare(factor, plus(unity, limitOf("elasticity-moved"))) >= 0;
	const stands = (factor: Ratio): boolean => compare(factor, plus(unity, limitOf("elasticity-still"))) < 0;
	const [ofEnergy, ofOutput] = [factor(month.energy, before.energy), factor(month.output, before.output)];
	const onlyOutput = moves(ofOutput) && stands(ofEnergy);
	if (!onlyOutput && !(moves(ofEnergy) && stands(ofOutput))) return undefined;
	const expected = lineThrough(
		months.filter((other) => other !== month),
		fromExact(month.output),
		limitOf("elasticity-fit"),
	);
	if (expected === undefined) return undefined;
	if (!onlyOutput) return expected;
	const change = minus(per(expected, fromExact(before.energy)), unity);
	const size = signOf(change) < 0 ? negative(change) : change;
	return compare(size, limitOf("elasticity-expected")) >= 0 ? expected : undefined;
}

/**
 * Energy at an output, by least squares over some months; undefined where energy does not rise with output, or where output
 * explains less than the share `fit` of its variation.
 */
function lineThrough(months: readonly Month[], output: Ratio, fit: Ratio): Ratio | undefined {
	const n = whole(months.length);
	const points = months.map(({ energy, output: x }) => ({ x: fromExact(x), y: fromExact(energy) }));
	const sumOf = (term: (point: { readonly x: Ratio; readonly y: Ratio }) => Ratio): Ratio =>
		points.reduce((all, point) => plus(all, term(point)), nought);
	const [x, y] = [sumOf((point) => point.x), sumOf((point) => point.y)];
	const variation = (square: Ratio, a: Ratio, b: Ratio): Ratio => minus(times(n, square), times(a, b));
	const together = variation(
		sumOf((point) => times(point.x, point.y)),
		x,
		y,
	);
	const ofOutput = variation(
		sumOf((point) => times(point.x, point.x)),
		x,
		x,
	);
	const ofEnergy = variation(
		sumOf((point) => times(point.y, point.y)),
		y,
		y,
	);
	if (signOf(together) <= 0 || signOf(ofOutput) <= 0 || signOf(ofEnergy) <= 0) return undefined;
	if (compare(times(together, together), times(fit, times(ofOutput, ofEnergy))) < 0) return undefined;
	const slope = per(together, ofOutput);
	return plus(per(minus(y, times(slope, x)), n), times(slope, output));
}

function told(one: FirmCase, series: Series, before: Month, { step, energy, output }: Month, expected: Ratio): Suspicion {
	const is = fromExact(energy);
	const percent = (now: Ratio, then: Exact): string => rounded(times(minus(per(now, fromExact(then)), unity), whole(100)), 1);
	const about = remark("energy-against-output", {
		what: subjectOf(series),
		energy: percent(is, before.energy),
		output: percent(fromExact(output), before.output),
		expected: percent(expected, before.energy),
	});
	return { finding: aboutMonth(one, step, about), year: step.year, stake: stakeOf(one, series, step.year, is, expected) };
}
