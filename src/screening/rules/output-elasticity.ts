/**
 * M-305: output moved far and energy stood still, or the other way round, in a month whose history says that the one follows the
 * other. A line through the other months says what was to be expected: its intercept is the base load, which explains energy
 * that stands still, and where output explains little of energy at all, nothing is expected of it. Nor is a month odd that lies as
 * near to the line as the others do.
 */
import { type Exact, nearly, sign } from "../../exact/exact.ts";
import {
	compare,
	fromExact,
	minus,
	negative,
	oneRatio,
	per,
	plus,
	type Ratio,
	sign as signOf,
	times,
	whole,
	zeroRatio,
} from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import { remark } from "../../findings/finding.ts";
import { apart } from "../../ledger/rules/slip-causes.ts";
import { aboutMonth, askEach, countLimit, impactOf, nothing, ratioLimit, subjectOf } from "../asking.ts";
import { clearsElasticity } from "../clear/output-months.ts";
import { othersMayFit } from "../fit.ts";
import { alongside, type History, type OutputHistory, outputHistoryOf, slack } from "../history.ts";
import { type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import type { OutputSteps, Series, Step } from "../series.ts";
import { middleOf } from "../years/things.ts";
import { slippedMonths } from "./slipped-month.ts";
import { outputSlips } from "./slipped-output.ts";

export const outputElasticity: FirmRule = {
	id: "M-305",
	code: "energy-against-output",
	clears: clearsElasticity,
	judge: (one) => {
		if (one.series.length === 0) return notChecked("no-months");
		const { output } = one;
		if (output === undefined) return notChecked("no-output");
		const fewest = countLimit(one.limit, "elasticity-months");
		if (output.steps.length < fewest) return notChecked("too-few-months");
		const bounds = {
			moved: (1 + nearly(one.limit("elasticity-moved"))) * (1 - slack),
			still: (1 + nearly(one.limit("elasticity-still"))) * (1 + slack),
		};
		const fit = nearly(one.limit("elasticity-fit"));
		return askEach(one, fewest, (series, history) => {
			const both = { energy: history, output: outputHistoryOf(output), places: alongside(history, outputHistoryOf(output)) };
			if (!mayPart(both, bounds, fit)) return nothing;
			// An output that slipped says nothing of energy.
			const slips = new Set(outputSlips(one).map(({ step }) => step));
			const months = monthsOf(series, output, both.places).filter(({ made }) => !slips.has(made));
			return months.length < fewest ? nothing : outliers(one, series, months, bounds);
		});
	},
};

/** A month with both, each above zero. */
interface Month {
	readonly at: number;
	readonly step: Step;
	readonly made: OutputSteps["steps"][number];
	readonly energy: Exact;
	readonly output: Exact;
}

/** From which factor on floats leave it open that something moved, and up to which that it stood still. */
interface Bounds {
	readonly moved: number;
	readonly still: number;
}

/** A history beside the output: for each of its months the place of that of the output; below zero where that has none above zero. */
interface Both {
	readonly energy: History;
	readonly output: OutputHistory;
	readonly places: readonly number[];
}

/** Whether floats leave it open that one moved and the other did not, in any month that the others could expect something of. */
function mayPart(both: Both, bounds: Bounds, fit: number): boolean {
	const { energy, output, places } = both;
	let others: ((index: number) => boolean) | undefined;
	for (let index = 1; index < places.length; index += 1) {
		const last = places[index - 1] as number;
		const now = places[index] as number;
		if (last < 0 || now < 0) continue;
		const ofOutput = (output.sizes[now] as number) / (output.sizes[last] as number);
		const ofEnergy = (energy.sizes[index] as number) / (energy.sizes[index - 1] as number);
		if (!isParted(ofEnergy, ofOutput, bounds)) continue;
		others ??= othersMayFit(
			places.map((place) => (place < 0 ? 0 : (output.sizes[place] as number))),
			energy.sizes,
			fit,
		);
		if (others(index)) return true;
	}
	return false;
}

function isParted(ofEnergy: number, ofOutput: number, { moved, still }: Bounds): boolean {
	const [energy, output] = [far(ofEnergy), far(ofOutput)];
	return (energy >= moved && output < still) || (output >= moved && energy < still);
}

function far(quotient: number): number {
	return quotient < 1 ? 1 / quotient : quotient;
}

function monthsOf({ steps }: Series, output: OutputSteps, places: readonly number[]): Month[] {
	return steps.flatMap((step, index) => {
		const made = output.steps[places[index] as number];
		if (made === undefined || sign(step.amount) <= 0) return [];
		return [{ at: step.year * 12 + step.month - 1, step, made, energy: step.amount, output: made.amount }];
	});
}

function outliers(one: FirmCase, series: Series, months: readonly Month[], bounds: Bounds): Suspicion[] {
	return months.flatMap((month, index) => {
		const before = months[index - 1];
		if (before === undefined || before.at !== month.at - 1) return [];
		const move = (of: "energy" | "output"): number => nearly(month[of]) / nearly(before[of]);
		if (!isParted(move("energy"), move("output"), bounds) || !mayFit(months, month, nearly(one.limit("elasticity-fit"))))
			return [];
		const expected = unexpected(one, before, month, months);
		if (expected === undefined || slippedMonths(one, series).has(month.step)) return [];
		return [suspicionOf(one, series, before, month, expected)];
	});
}

/** What energy the line through the other months expects, where the month does not bear it out. */
function unexpected(one: FirmCase, before: Month, month: Month, months: readonly Month[]): Ratio | undefined {
	const limitOf = (name: string): Ratio => ratioLimit(one.limit, name);
	const factor = (a: Exact, b: Exact): Ratio => apart(fromExact(a), fromExact(b));
	const moves = (factor: Ratio): boolean => compare(factor, plus(oneRatio, limitOf("elasticity-moved"))) >= 0;
	const stands = (factor: Ratio): boolean => compare(factor, plus(oneRatio, limitOf("elasticity-still"))) < 0;
	const [ofEnergy, ofOutput] = [factor(month.energy, before.energy), factor(month.output, before.output)];
	const onlyOutput = moves(ofOutput) && stands(ofEnergy);
	if (!onlyOutput && !(moves(ofEnergy) && stands(ofOutput))) return undefined;
	const others = months.filter((other) => other !== month);
	const line = lineThrough(others, limitOf("elasticity-fit"));
	if (line === undefined) return undefined;
	const expected = line(fromExact(month.output));
	if (!isFarFrom(line, month, others, limitOf("month-deviation"))) return undefined;
	if (!onlyOutput) return expected;
	const change = sized(minus(per(expected, fromExact(before.energy)), oneRatio));
	return compare(change, limitOf("elasticity-expected")) >= 0 ? expected : undefined;
}

/** Whether a month lies so many times as far from the line as the middle one of the others, in amounts and in shares of what is expected. */
function isFarFrom(line: (output: Ratio) => Ratio, month: Month, others: readonly Month[], far: Ratio): boolean {
	const away = ({ energy, output }: Month): Ratio => sized(minus(fromExact(energy), line(fromExact(output))));
	const share = (one: Month): Ratio => {
		const expected = line(fromExact(one.output));
		return signOf(expected) <= 0 ? zeroRatio : per(away(one), expected);
	};
	return [away, share].every((how) => compare(how(month), times(middleOf(others.map(how)), far)) >= 0);
}

const sized = (value: Ratio): Ratio => (signOf(value) < 0 ? negative(value) : value);

/** Whether floats leave it open that output explains the share `fit` of all months but one; where they lose too many digits they always do. */
function mayFit(months: readonly Month[], but: Month, fit: number): boolean {
	let [xMiddle, yMiddle] = [0, 0];
	for (const month of months) {
		if (month === but) continue;
		xMiddle += nearly(month.output);
		yMiddle += nearly(month.energy);
	}
	xMiddle /= months.length - 1;
	yMiddle /= months.length - 1;
	let [together, ofOutput, ofEnergy] = [0, 0, 0];
	for (const month of months) {
		if (month === but) continue;
		const [a, b] = [nearly(month.output) / xMiddle - 1, nearly(month.energy) / yMiddle - 1];
		together += a * b;
		ofOutput += a * a;
		ofEnergy += b * b;
	}
	// Deviations of a thousandth and more are right to nine digits, and the share they explain far better than to a hundredth.
	const least = 1e-6 * (months.length - 1);
	return ofOutput < least || ofEnergy < least || (together > -slack && together * together >= (fit - 0.01) * ofOutput * ofEnergy);
}

/**
 * Energy at any output, by least squares over some months; undefined where energy does not rise with output, or where output
 * explains less than the share `fit` of its variation.
 */
function lineThrough(months: readonly Month[], fit: Ratio): ((output: Ratio) => Ratio) | undefined {
	const n = whole(months.length);
	const points = months.map(({ energy, output: x }) => ({ x: fromExact(x), y: fromExact(energy) }));
	const sumOf = (term: (point: { readonly x: Ratio; readonly y: Ratio }) => Ratio): Ratio =>
		points.reduce((all, point) => plus(all, term(point)), zeroRatio);
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
	const base = per(minus(y, times(slope, x)), n);
	return (output) => plus(base, times(slope, output));
}

function suspicionOf(one: FirmCase, series: Series, before: Month, { step, energy, output }: Month, expected: Ratio): Suspicion {
	const is = fromExact(energy);
	const percent = (now: Ratio, then: Exact): string => rounded(times(minus(per(now, fromExact(then)), oneRatio), whole(100)), 1);
	const about = remark("energy-against-output", {
		what: subjectOf(series),
		energy: percent(is, before.energy),
		output: percent(fromExact(output), before.output),
		expected: percent(expected, before.energy),
	});
	return { finding: aboutMonth(one, step, about), year: step.year, impact: impactOf(one, series, step.year, is, expected) };
}
