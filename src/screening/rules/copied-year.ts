/**
 * K-203: a year whose months equal those of the year before, all of them, in the same months or shifted by one. Only where so
 * many digits agree that chance is no explanation: a flat history equals itself.
 */
import { nearly } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { aboutMonth, askEach, countLimit, nothing, subjectOf } from "../asking.ts";
import { measuresOf } from "../clear/measures.ts";
import { tonnesToUsual } from "../guides.ts";
import { type History, sameAmount } from "../history.ts";
import type { FirmCase, FirmRule, Suspicion } from "../rule.ts";
import type { Series, Step } from "../series.ts";
import { agreeingDigits } from "../surprise.ts";
import { tonnesOfMonths } from "../unmeasured.ts";

/** Months between a month and the one it may be a copy of. */
const lags = [
	[12, "none"],
	[13, "later"],
	[11, "earlier"],
] as const;

export const copiedYear: FirmRule = {
	id: "K-203",
	code: "copied-year",
	clears: (plain) => {
		const { energies, years, months, amounts } = measuresOf(plain);
		for (let kind = 0; kind < energies; kind += 1)
			for (let year = 1; year < years; year += 1)
				for (const [lag] of lags) if (isYearAgain(amounts, kind * months + year * 12, lag)) return false;
		return true;
	},
	judge: (one) => {
		const fewest = countLimit(one.limit, "copied-months");
		const digits = nearly(one.limit("chance-digits"));
		return askEach(one, fewest * 2, (series, history) => copies(one, series, history, fewest, digits));
	},
};

function copies(one: FirmCase, series: Series, history: History, fewest: number, digits: number): readonly Suspicion[] {
	if (!history.shape.echoes) return nothing;
	let found: Suspicion[] | undefined;
	for (const [lag, shift] of lags) {
		for (const months of copiedMonths(series, history, lag)) {
			const steps = months.map((index) => series.steps[index] as Step);
			const { year } = steps[0] as Step;
			if (steps.length < fewest || found?.some((other) => other.year === year)) continue;
			if (agreeingDigits(steps.map(({ amount }) => amount)) < digits) continue;
			const what = subjectOf(series);
			const about = remark("copied-year", { what, lastYear: year - 1, months: steps.length, shift });
			found ??= [];
			// What the year really was nobody can say: what it usually would be.
			found.push({
				...{ finding: aboutMonth(one, steps[0] as Step, about), year, impact: null },
				years: () => tonnesToUsual(one, series, months),
				unmeasured: () => tonnesOfMonths(one, series, months),
			});
		}
	}
	return found ?? nothing;
}

/** Of each year the months whose counterpart lies in the year before; only of years in which all of these equal it. */
function copiedMonths(series: Series, history: History, lag: number): number[][] {
	const { at } = history;
	const years: number[][] = [];
	let back = 0;
	for (let start = 0, end = 0; start < at.length; start = end) {
		const year = yearOf(at[start] as number);
		let months: number[] | undefined;
		let all = true;
		for (end = start; end < at.length && yearOf(at[end] as number) === year; end += 1) {
			const then = (at[end] as number) - lag;
			while ((at[back] as number) < then) back += 1;
			if (!all || at[back] !== then || yearOf(then) !== year - 1) continue;
			all = sameAmount(series, history, end, back);
			if (!all) continue;
			if (months === undefined) months = [end];
			else months.push(end);
		}
		if (all && months !== undefined) years.push(months);
	}
	return years;
}

/** Whether all months of a year that have a counterpart in the year before equal it; `begin`: where its January stands. */
function isYearAgain(amounts: Float64Array, begin: number, lag: number): boolean {
	const [from, to] = [Math.max(0, lag - 12), Math.min(12, lag)];
	for (let month = from; month < to; month += 1) if (amounts[begin + month] !== amounts[begin + month - lag]) return false;
	return true;
}

function yearOf(at: number): number {
	return Math.floor(at / 12);
}
