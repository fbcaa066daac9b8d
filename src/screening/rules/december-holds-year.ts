/**
 * U-113: a December that holds the year's sum: less the other eleven months it is a usual December, or nothing is left of it. A slip of the
 * unit by ten looks much like it, and is a worse explanation.
 */

import type { Exact } from "../../exact/exact.ts";
import { compare, difference, equal, nearly, sign, sum } from "../../exact/exact.ts";
import { fromExact } from "../../exact/ratio.ts";
import { remark } from "../../findings/finding.ts";
import { amountLike } from "../../ledger/amounts.ts";
import { aboutMonth, askEach, entryOf, impactOf, nothing, subjectOf } from "../asking.ts";
import { clearsDecembers } from "../clear/readings.ts";
import { factorOf, floats } from "../deviation.ts";
import { guidesOf, ownScatter, trackOf, usualOf } from "../guides.ts";
import { type History, historyOf } from "../history.ts";
import type { FirmCase, FirmRule, Suspicion } from "../rule.ts";
import type { Series, Step } from "../series.ts";

const year = 12;

export const decemberHoldsYear: FirmRule = {
	id: "U-113",
	code: "december-holds-year",
	clears: clearsDecembers,
	judge: (one) =>
		askEach(one, year, (series, history) => {
			const found = decembers(one, series, history);
			return found.length === 0 ? nothing : found.map((december) => suspicionOf(one, series, december));
		}),
};

interface December {
	readonly index: number;
	/** What the eleven months before amount to. */
	readonly others: Exact;
	/** What is left is a usual December, or nothing. */
	readonly isExact: boolean;
}

/** Decembers that hold a year's sum, by their places. */
export function monthsOfYears(one: FirmCase, series: Series): number[] {
	return decembers(one, series, historyOf(series)).map(({ index }) => index);
}

function decembers(one: FirmCase, series: Series, { at, sizes, highest, lowest }: History): December[] {
	// A sum of eleven is at least eleven times the least of them, and nothing is looked at where no month is five times another.
	if (highest < lowest * 5) return [];
	const found: December[] = [];
	for (let index = year - 1; index < sizes.length; index += 1) {
		if ((at[index] as number) % year !== year - 1 || at[index - year + 1] !== (at[index] as number) - year + 1) continue;
		const before = sizes.slice(index - year + 1, index);
		const near = before.reduce((all, size) => all + size, 0);
		const size = sizes[index] as number;
		if (before.some((month) => month <= 0) || size < near * 0.999 || size > near * 1.5) continue;
		const amounts = series.steps.slice(index - year + 1, index).map(({ amount }) => amount);
		const others = amounts.reduce((all, amount) => sum(all, amount));
		const rest = difference((series.steps[index] as Step).amount, others);
		if (sign(rest) < 0) continue;
		const isExact = sign(rest) === 0 || isUsual(one, series, index, nearly(rest), amounts);
		// Where one of the eleven is wrong as well, something is left that is less than a month.
		if (isExact || isLessThanUsual(one, series, index, nearly(rest))) found.push({ index, others, isExact });
	}
	return found;
}

function isLessThanUsual(one: FirmCase, series: Series, index: number, rest: number): boolean {
	const usual = usualOf(trackOf(series), guidesOf(one, series), index);
	return usual !== undefined && rest < usual.near;
}

/** As the firm's Decembers are; where nothing tells what these are, as its other months of the year. */
function isUsual(one: FirmCase, series: Series, index: number, rest: number, months: readonly Exact[]): boolean {
	const usual = usualOf(trackOf(series), guidesOf(one, series), index);
	if (usual !== undefined) return factorOf(floats, rest, usual.near) <= ownScatter(one, usual.guide);
	const sorted = [...months].sort(compare).map(nearly);
	const margin = nearly(one.limit("slip-margin"));
	return rest * margin >= (sorted[0] as number) && rest <= (sorted.at(-1) as number) * margin;
}

function suspicionOf(one: FirmCase, series: Series, { index, others, isExact }: December): Suspicion {
	const step = series.steps[index] as Step;
	const like = { unit: series.unit, from: entryOf(step).from };
	const about = remark("december-holds-year", {
		what: subjectOf(series),
		others: amountLike(others, like),
		wouldBe: equal(step.amount, others) || !isExact ? null : amountLike(difference(step.amount, others), like),
	});
	return {
		...{ finding: aboutMonth(one, step, about), year: step.year },
		impact: impactOf(one, series, step.year, fromExact(others), fromExact(difference(others, others))),
	};
}
