/**
 * K-204: amounts that are one multiple of the month's output, each to its last digit: computed, not metered. Whether such a
 * multiple exists is decided exactly: each month allows those that round to its amount, and they must have one in common.
 *
 * That alone is no proof, since rounding leaves room. Either the amounts hold more digits than the output, and the multiple
 * accounts for them all, too many for chance; or the multiple is a short number, such as somebody types.
 */
import { equal, lastPlace, nearly, sign } from "../../exact/exact.ts";
import { compare, fromExact, minus, oneRatio, per, plus, type Ratio, ratio, ten, times } from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import { remark } from "../../findings/finding.ts";
import { aboutMonth, askEach, countLimit, nothing, outputUnit, ratioLimit, subjectOf } from "../asking.ts";
import { measuresOf } from "../clear/measures.ts";
import { alongside, type History, type OutputHistory, outputHistoryOf, slack } from "../history.ts";
import { type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import type { OutputSteps, Series, Step } from "../series.ts";

export const fixedMultiple: FirmRule = {
	id: "K-204",
	code: "fixed-multiple-of-output",
	clears: (plain) => {
		const all = measuresOf(plain);
		const grain = plain.limit("multiple-grain");
		if (all.output < 0) return true;
		for (let place = 0; place < all.energies * all.years; place += 1) {
			const [low, high] = [all.perOutputLows[place] as number, all.perOutputHighs[place] as number];
			if (!areApart(grain, all.lows[place] as number, all.highs[place] as number, low, high)) return false;
		}
		return true;
	},
	judge: (one) => {
		if (one.series.length === 0) return notChecked("no-months");
		const { output } = one;
		if (output === undefined) return notChecked("no-output");
		const fewest = countLimit(one.limit, "multiple-months");
		return askEach(one, fewest, (series, history) => multiples(one, series, history, output, fewest));
	},
};

interface Month {
	readonly step: Step;
	readonly made: OutputSteps["steps"][number];
}

/** Both ends count. */
interface Range {
	readonly low: Ratio;
	readonly high: Ratio;
}

function multiples(one: FirmCase, series: Series, history: History, output: OutputSteps, fewest: number): readonly Suspicion[] {
	const places = alongside(history, outputHistoryOf(output));
	let found: Suspicion[] | undefined;
	for (let start = 0, end = 0; start < series.steps.length; start = end) {
		const { year } = series.steps[start] as Step;
		end = start + 1;
		while (series.steps[end]?.year === year) end += 1;
		const span = { sizes: history.sizes, output: outputHistoryOf(output), places, start, end };
		if (!mayShare(series, span, nearly(one.limit("multiple-grain")))) continue;
		const months = monthsOf(series, output, places, start, end);
		if (months.length < fewest) continue;
		const place = Math.min(...months.map(({ step }) => lastPlace(step.amount)));
		const range = sharedRange(months, place);
		const telling = range === undefined ? [] : tellingMonths(one, months, place);
		if (range === undefined || telling.length < fewest) continue;
		const multiple = shortest(range);
		if (!isTyped(one, range, multiple.places) && !isAccountedFor(one, telling, place)) continue;
		const about = remark("fixed-multiple-of-output", {
			what: subjectOf(series),
			multiple: rounded(multiple.value, Math.max(multiple.places, 0)),
			unit: series.unit,
			per: outputUnit(one.rules, output.unit),
			months: months.length,
		});
		found ??= [];
		found.push({ finding: aboutMonth(one, (months[0] as Month).step, about), year, impact: null });
	}
	return found ?? nothing;
}

/** The months of a year in a history, each with the place of its output; below zero where it has none. */
interface Span {
	readonly sizes: readonly number[];
	readonly output: OutputHistory;
	readonly places: readonly number[];
	readonly start: number;
	/** Behind the last. */
	readonly end: number;
}

/** Whether floats leave room for a common multiple among the months of a year. */
function mayShare({ steps }: Series, span: Span, grain: number): boolean {
	if (isScattered(span, grain)) return false;
	const { sizes, output, places, start, end } = span;
	let place = Number.POSITIVE_INFINITY;
	for (let index = start; index < end; index += 1)
		if (isCounted(sizes, places, index)) place = Math.min(place, lastPlace((steps[index] as Step).amount));
	const half = 10 ** place / 2;
	let [low, high] = [0, Number.POSITIVE_INFINITY];
	for (let index = start; index < end; index += 1) {
		if (!isCounted(sizes, places, index)) continue;
		const [amount, made] = [sizes[index] as number, output.sizes[places[index] as number] as number];
		low = Math.max(low, (amount - half) / made);
		high = Math.min(high, (amount + half) / made);
		if (low > high * (1 + slack)) return false;
	}
	return true;
}

/**
 * Whether amounts per output lie further apart than any rounding could put them: the last digit is no coarser than `grain` of
 * the largest amount, so that the smallest is out by half of that at the most, times as many as it is smaller.
 */
function isScattered({ sizes, output, places, start, end }: Span, grain: number): boolean {
	let [smallest, largest, low, high] = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0];
	for (let index = start; index < end; index += 1) {
		if (!isCounted(sizes, places, index)) continue;
		const amount = sizes[index] as number;
		const perOutput = amount / (output.sizes[places[index] as number] as number);
		if (amount < smallest) smallest = amount;
		if (amount > largest) largest = amount;
		if (perOutput < low) low = perOutput;
		if (perOutput > high) high = perOutput;
	}
	return areApart(grain, smallest, largest, low, high);
}

function areApart(grain: number, smallest: number, largest: number, low: number, high: number): boolean {
	const out = (grain / 2) * (largest / smallest);
	return out < 1 && high * (1 - out) > low * (1 + out) * (1 + 2 * slack);
}

function isCounted(sizes: readonly number[], places: readonly number[], index: number): boolean {
	return (sizes[index] as number) > 0 && (places[index] as number) >= 0;
}

function monthsOf({ steps }: Series, output: OutputSteps, places: readonly number[], start: number, end: number): Month[] {
	return steps.slice(start, end).flatMap((step, offset) => {
		const made = output.steps[places[start + offset] as number];
		return made === undefined || sign(step.amount) <= 0 ? [] : [{ step, made }];
	});
}

/** The multiples that all months allow; undefined where there is none. */
function sharedRange(months: readonly Month[], place: number): Range | undefined {
	const half = per(powerOfTen(place), ratio(2n, 1n));
	let range: Range | undefined;
	for (const { step, made } of months) {
		const [amount, output] = [fromExact(step.amount), fromExact(made.amount)];
		const low = per(minus(amount, half), output);
		const high = per(plus(amount, half), output);
		range = {
			low: range === undefined || compare(low, range.low) > 0 ? low : range.low,
			high: range === undefined || compare(high, range.high) < 0 ? high : range.high,
		};
	}
	return range === undefined || compare(range.low, range.high) > 0 ? undefined : range;
}

/** Months that show something: finely written, at another output than the month before. */
function tellingMonths({ limit }: FirmCase, months: readonly Month[], place: number): Month[] {
	const grain = ratioLimit(limit, "multiple-grain");
	const last = powerOfTen(place);
	return months.filter(
		({ step, made }, index) =>
			compare(last, times(grain, fromExact(step.amount))) <= 0 &&
			(index === 0 || !equal(made.amount, (months[index - 1] as Month).made.amount)),
	);
}

/** Whether a number as short lies in the range by more than chance: numbers with as many places are far apart beside it. */
function isTyped({ limit }: FirmCase, { low, high }: Range, places: number): boolean {
	return compare(per(minus(high, low), powerOfTen(-places)), ratioLimit(limit, "multiple-chance")) <= 0;
}

/** Whether amounts are written so much finer than the output that the digits accounted for are no chance. */
function isAccountedFor({ limit }: FirmCase, months: readonly Month[], place: number): boolean {
	const ofOutput = Math.min(...months.map(({ made }) => lastPlace(made.amount)));
	const finer = months.reduce((all, { step, made }) => {
		const grain = per(powerOfTen(place), fromExact(step.amount));
		return times(all, per(per(powerOfTen(ofOutput), fromExact(made.amount)), grain));
	}, oneRatio);
	return compare(finer, powerOfTen(countLimit(limit, "chance-digits"))) >= 0;
}

/** The shortest decimal of a range, and how many digits stand behind its point; below zero where it ends in zeros before it. */
function shortest({ low, high }: Range): { readonly value: Ratio; readonly places: number } {
	for (let place = 40; ; place -= 1) {
		const unit = powerOfTen(place);
		const [from, to] = [per(low, unit), per(high, unit)];
		const least = (from.over + from.under - 1n) / from.under;
		if (least > 0n && least <= to.over / to.under) return { value: times(ratio(least, 1n), unit), places: -place };
	}
}

function powerOfTen(place: number): Ratio {
	return place >= 0 ? ratio(ten(place), 1n) : ratio(1n, ten(-place));
}
