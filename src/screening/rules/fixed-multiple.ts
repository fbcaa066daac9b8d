/**
 * K-204: amounts that are one multiple of the month's output, each to its last digit: computed, not metered. Whether such a
 * multiple exists is decided exactly: each month allows those that round to its amount, and they must have one in common.
 *
 * That alone is no proof, since rounding leaves room. Either the amounts hold more digits than the output, and the multiple
 * accounts for them all, too many for chance; or the multiple is a short number, such as somebody types.
 */
import { equal, lastPlace, nearly, sign } from "../../exact/exact.ts";
import { compare, fromExact, minus, per, plus, type Ratio, ratio, ten, times, unity } from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import { remark } from "../../findings/finding.ts";
import { aboutMonth, askEach, countLimit, nothing, outputUnit, subjectOf } from "../asking.ts";
import { type History, slack } from "../history.ts";
import { type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import type { OutputSteps, Series, Step } from "../series.ts";

export const fixedMultiple: FirmRule = {
	id: "K-204",
	code: "fixed-multiple-of-output",
	judge: (one) => {
		if (one.series.length === 0) return notChecked("no-months");
		const { output } = one;
		if (output === undefined) return notChecked("no-output");
		const fewest = countLimit(one.limit, "multiple-months");
		const made = new Map(output.steps.map((step) => [step.year * 12 + step.month - 1, step]));
		return askEach(one, fewest, (series, history) => multiples(one, series, history, made, fewest));
	},
};

type Made = ReadonlyMap<number, OutputSteps["steps"][number]>;

interface Month {
	readonly step: Step;
	readonly made: OutputSteps["steps"][number];
}

/** Both ends count. */
interface Range {
	readonly low: Ratio;
	readonly high: Ratio;
}

function multiples(one: FirmCase, series: Series, { at, sizes }: History, made: Made, fewest: number): readonly Suspicion[] {
	let found: Suspicion[] | undefined;
	for (let start = 0, end = 0; start < at.length; start = end) {
		const first = series.steps[start] as Step;
		const months: Month[] = [];
		for (end = start; end < at.length && (series.steps[end] as Step).year === first.year; end += 1) {
			const then = made.get(at[end] as number);
			if (then !== undefined && sizes[end] !== 0 && sign(then.amount) > 0)
				months.push({ step: series.steps[end] as Step, made: then });
		}
		if (months.length < fewest) continue;
		const place = Math.min(...months.map(({ step }) => lastPlace(step.amount)));
		if (!mayShare(months, place)) continue;
		const range = sharedRange(months, place);
		const telling = range === undefined ? [] : tellingMonths(one, months, place);
		if (range === undefined || telling.length < fewest) continue;
		const multiple = shortest(range);
		if (!isTyped(one, range, multiple.digits) && !isAccountedFor(one, telling, place)) continue;
		const about = remark("fixed-multiple-of-output", {
			what: subjectOf(series),
			multiple: rounded(multiple.value, multiple.places),
			unit: series.unit,
			per: outputUnit(one.rules, one.output?.unit ?? ""),
			months: months.length,
		});
		found ??= [];
		found.push({ finding: aboutMonth(one, (months[0] as Month).step, about), year: first.year, stake: null });
	}
	return found ?? nothing;
}

/** Whether floats leave room for a common multiple. */
function mayShare(months: readonly Month[], place: number): boolean {
	const half = 10 ** place / 2;
	let [low, high] = [0, Number.POSITIVE_INFINITY];
	for (const { step, made } of months) {
		const [amount, output] = [nearly(step.amount), nearly(made.amount)];
		low = Math.max(low, (amount - half) / output);
		high = Math.min(high, (amount + half) / output);
	}
	return low <= high * (1 + slack);
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
	const grain = fromExact(limit("multiple-grain"));
	const last = powerOfTen(place);
	return months.filter(
		({ step, made }, index) =>
			compare(last, times(grain, fromExact(step.amount))) <= 0 &&
			(index === 0 || !equal(made.amount, (months[index - 1] as Month).made.amount)),
	);
}

/** Whether a number of so few digits lies in the range by more than chance: ranges as narrow seldom hold one. */
function isTyped({ limit }: FirmCase, { low, high }: Range, digits: number): boolean {
	const width = per(minus(high, low), low);
	return compare(times(width, powerOfTen(digits)), fromExact(limit("multiple-chance"))) <= 0;
}

/** Whether amounts are written so much finer than the output that the digits accounted for are no chance. */
function isAccountedFor({ limit }: FirmCase, months: readonly Month[], place: number): boolean {
	const ofOutput = Math.min(...months.map(({ made }) => lastPlace(made.amount)));
	const finer = months.reduce((all, { step, made }) => {
		const grain = per(powerOfTen(place), fromExact(step.amount));
		return times(all, per(per(powerOfTen(ofOutput), fromExact(made.amount)), grain));
	}, unity);
	return compare(finer, powerOfTen(countLimit(limit, "chance-digits"))) >= 0;
}

/** The shortest decimal of a range, how many digits it has, and how many of them stand behind the point. */
function shortest({ low, high }: Range): { readonly value: Ratio; readonly digits: number; readonly places: number } {
	for (let place = 40; ; place -= 1) {
		const unit = powerOfTen(place);
		const [from, to] = [per(low, unit), per(high, unit)];
		const least = (from.over + from.under - 1n) / from.under;
		if (least > 0n && least <= to.over / to.under)
			return { value: times(ratio(least, 1n), unit), digits: least.toString().length, places: Math.max(-place, 0) };
	}
}

function powerOfTen(place: number): Ratio {
	return place >= 0 ? ratio(ten(place), 1n) : ratio(1n, ten(-place));
}
