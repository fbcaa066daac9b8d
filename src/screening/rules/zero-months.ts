/**
 * M-310: zero for a meter that nobody read: a carrier stands at zero for a month or a few between months of use, while the output or the
 * other carriers ran. Not where the same month is zero in another year, where zeros are frequent, or where all the works stood still.
 */
import { nearly, sign, zero } from "../../exact/exact.ts";
import { zeroRatio } from "../../exact/ratio.ts";
import { remark } from "../../findings/finding.ts";
import { ratioLike } from "../../ledger/amounts.ts";
import { aboutMonth, askEach, countLimit, entryOf, impactsOf, monthName, nothing, subjectOf } from "../asking.ts";
import { guidesOf, trackOf, type Usual, usualOf } from "../guides.ts";
import { type History, historyOf } from "../history.ts";
import type { FirmCase, FirmRule, Suspicion } from "../rule.ts";
import type { Series, Step } from "../series.ts";

export const zeroMonths: FirmRule = {
	id: "M-310",
	code: "zero-months",
	// A plain firm has no zeros.
	clears: "by-shape",
	judge: (one) =>
		askEach(one, countLimit(one.limit, "history-months"), (series, history) => {
			const runs = zeroRuns(one, series, history);
			return runs.length === 0 ? nothing : runs.map((run) => suspicionOf(one, series, run));
		}),
};

/** What each of some months running would usually be. */
type ZeroRun = readonly { readonly index: number; readonly usual: Usual }[];

/** Months at zero that were used all the same, by their places. */
export function monthsOfZero(one: FirmCase, series: Series): number[] {
	return zeroRuns(one, series, historyOf(series)).flatMap((run) => run.map(({ index }) => index));
}

function zeroRuns(one: FirmCase, series: Series, { at, sizes, used }: History): ZeroRun[] {
	if (used === sizes.length) return [];
	const zeros = [...sizes.keys()].filter((index) => sizes[index] === 0);
	const most = countLimit(one.limit, "zero-months-most");
	if (zeros.length > nearly(one.limit("slip-share")) * sizes.length) return [];
	const runs: number[][] = [];
	for (const index of zeros) {
		const last = runs.at(-1);
		if (last?.at(-1) === index - 1 && at[index] === (at[index - 1] as number) + 1) last.push(index);
		else runs.push([index]);
	}
	const aside = new Set(zeros);
	return runs.flatMap((run): ZeroRun[] => {
		if (run.length > most || run[0] === 0) return [];
		const seasonal = run.some((index) => zeros.some((other) => other !== index && month(at, other) === month(at, index)));
		if (seasonal || run.some((index) => !ran(one, series, at[index] as number))) return [];
		const months = run.flatMap((index) => {
			const usual = usualOf(trackOf(series), guidesOf(one, series), index, (other) => aside.has(other));
			return usual === undefined ? [] : [{ index, usual }];
		});
		return months.length === run.length ? [months] : [];
	});
}

function month(at: readonly number[], index: number): number {
	return (at[index] as number) % 12;
}

/** Whether the works made something in a month, where that is known, and used another carrier, where it has one. */
function ran({ series: all, output }: FirmCase, series: Series, at: number): boolean {
	const others = all.filter(({ use, carrier }) => use === "consumed" && carrier !== series.carrier);
	const now = <S extends Pick<Step, "year" | "month" | "amount">>(steps: readonly S[]): S | undefined =>
		steps.find(({ year, month }) => year * 12 + month - 1 === at);
	const made = output === undefined ? undefined : now(output.steps);
	if (made !== undefined && sign(made.amount) === 0) return false;
	return others.length === 0 || others.some(({ steps }) => sign(now(steps)?.amount ?? zero) > 0);
}

function suspicionOf(one: FirmCase, series: Series, run: ZeroRun): Suspicion {
	const [first, last] = [run[0], run.at(-1)].map((month) => series.steps[month?.index as number] as Step) as [Step, Step];
	const about = remark("zero-months", {
		what: subjectOf(series),
		months: run.length,
		to: monthName(last),
		usual: ratioLike((run[0] as ZeroRun[number]).usual.value, { unit: series.unit, from: entryOf(first).from }),
	});
	return {
		...{ finding: aboutMonth(one, first, about), year: first.year, impact: null },
		years: () =>
			impactsOf(
				one,
				series,
				run.map(({ index, usual }) => ({ year: (series.steps[index] as Step).year, is: zeroRatio, meant: usual.value })),
			),
	};
}
