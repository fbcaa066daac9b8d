/** K-201: one amount in three or more months running, zeros aside. Meters do not repeat; estimates and copies do. */
import { fromExact, type Ratio, zeroRatio } from "../../exact/ratio.ts";
import { remark } from "../../findings/finding.ts";
import { amountLike } from "../../ledger/amounts.ts";
import { aboutMonth, askEach, countLimit, entryOf, impactsOf, monthName, nothing, subjectOf } from "../asking.ts";
import { clearsRepeats } from "../clear/runs.ts";
import { tonnesToUsual } from "../guides.ts";
import { type History, sameAmount } from "../history.ts";
import type { FirmCase, FirmRule, Suspicion } from "../rule.ts";
import type { Series, Step } from "../series.ts";

export const repeatedAmount: FirmRule = {
	id: "K-201",
	code: "repeated-amount",
	clears: clearsRepeats,
	judge: (one) => {
		const fewest = countLimit(one.limit, "same-months");
		return askEach(one, fewest, (series, history) => repeats(one, series, history, fewest));
	},
};

function repeats(one: FirmCase, series: Series, history: History, fewest: number): readonly Suspicion[] {
	const { at, sizes, shape } = history;
	if (shape.repeated < fewest) return nothing;
	let found: Suspicion[] | undefined;
	for (let first = 0; first < sizes.length; ) {
		let next = first + 1;
		while (next < sizes.length && at[next] === (at[next - 1] as number) + 1 && sameAmount(series, history, first, next))
			next += 1;
		if (next - first >= fewest && sizes[first] !== 0) {
			found ??= [];
			found.push(repeat(one, series, first, next));
		}
		first = next;
	}
	return found ?? nothing;
}

function repeat(one: FirmCase, series: Series, from: number, next: number): Suspicion {
	const steps = series.steps.slice(from, next);
	const first = steps[0] as Step;
	const about = remark("repeated-amount", {
		what: subjectOf(series),
		amount: amountLike(first.amount, { unit: series.unit, from: entryOf(first).from }),
		months: steps.length,
		to: monthName(steps.at(-1) as Step),
	});
	// What the months really were nobody can say: what they usually would be. The first of them may be a reading.
	const copies = steps.slice(1).map((_, offset) => from + 1 + offset);
	return {
		...{ finding: aboutMonth(one, first, about), year: first.year, impact: null },
		years: () => tonnesToUsual(one, series, copies),
		unmeasured: () => unmeasured(one, series, from, copies),
	};
}

/** Twelve months that are one amount may be a year that was measured and shared out: of that year nothing is. */
function unmeasured(one: FirmCase, series: Series, first: number, copies: readonly number[]): Map<number, Ratio> | undefined {
	const stepAt = (index: number): Step => series.steps[index] as Step;
	const isSharedOut = ({ year }: Step): boolean =>
		[first, ...copies].filter((index) => stepAt(index).year === year).length === 12;
	return impactsOf(
		one,
		series,
		copies.map((index) => {
			const step = stepAt(index);
			return { year: step.year, is: zeroRatio, meant: isSharedOut(step) ? zeroRatio : fromExact(step.amount) };
		}),
	);
}
