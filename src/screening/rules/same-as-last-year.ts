/**
 * K-203 for tables of years: each carrier of a year says what it said the year before. One amount may repeat by chance, all of them do
 * not. What is given month by month is asked month by month.
 */
import type { FirmYear } from "../../assessment/firm.ts";
import { type Exact, equal, nearly, sign } from "../../exact/exact.ts";
import { compare, constant, minus, per, plus, type Ratio, sign as signOf, times, whole } from "../../exact/ratio.ts";
import { finding, nowhere, remark } from "../../findings/finding.ts";
import { placeOf } from "../../ledger/entry.ts";
import { firstRowOf } from "../../ledger/first-row.ts";
import { historyOf } from "../history.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import { agreeingDigits } from "../surprise.ts";
import { yearSeriesOf } from "../year-amounts.ts";
import { farther } from "../years/strangers.ts";
import { copiedOutputs } from "../years/typed-outputs.ts";

export const sameAsLastYear: FirmRule = {
	id: "K-203-years",
	code: "copied-year",
	judge: (one) => {
		const found: Suspicion[] = [];
		let asked = false;
		const digits = nearly(one.limit("chance-digits-years"));
		const byMonth = new Set(one.series.flatMap((series) => historyOf(series).years));
		for (const now of one.firm.years) {
			const last = one.firm.years.find(({ year }) => year === now.year - 1);
			if (last === undefined || byMonth.has(now.year) || now.coverage !== "whole-year" || last.coverage !== "whole-year")
				continue;
			asked = true;
			const same: Exact[] = [];
			const series = yearSeriesOf(one).filter(({ years }) =>
				years.some(({ year, amount }) => (year === now.year || year === last.year) && sign(amount) !== 0),
			);
			for (const { years } of series) {
				const [then, is] = [last.year, now.year].map((year) => years.find((one) => one.year === year)?.amount);
				if (then !== undefined && is !== undefined && equal(then, is)) same.push(is);
			}
			if (same.length < 2 || same.length < series.length || agreeingDigits(same) < digits) continue;
			const [first] = series;
			const row = first === undefined ? undefined : firstRowOf(one.record, first.carrier, now.year, first.use);
			const about = remark("copied-year", { what: null, lastYear: last.year, months: 12, shift: "none" });
			found.push({
				finding: finding(about, row === undefined ? nowhere : placeOf(row), one.record.firm, String(now.year)),
				year: now.year,
				impact: byTrend(one, last, now),
			});
		}
		found.push(...copiedOutputs(one));
		return asked || found.length > 0 ? answer(found) : notChecked("no-earlier-year");
	},
};

/**
 * What the year would emit more if its energy had followed its output as that of the years beside it: between those before and after, or on
 * from the last two; null where the outputs are not known.
 */
function byTrend({ firm }: FirmCase, last: FirmYear, now: FirmYear): Ratio | null {
	const { output, emissions } = now;
	const intensity = intensityLike(now, last);
	if (emissions.total === null || output === null || intensity === null) return null;
	const [next, earlier] = [now.year + 1, last.year - 1].map((year) => {
		const facts = firm.years.find((one) => one.year === year);
		return facts === undefined ? null : intensityLike(now, facts);
	});
	const expected =
		next != null
			? per(plus(intensity, next), whole(2))
			: earlier != null && signOf(earlier) > 0 && compare(farther(intensity, earlier), steady) < 0
				? times(intensity, per(intensity, earlier))
				: intensity;
	return minus(times(expected, output.value), emissions.total);
}

/** From year to year works get so much better, and not more. */
const steady = constant("1.2");

/** A year's emissions over its output, where that is of the kind and at the prices of another's; null where it is not known. */
function intensityLike({ output }: FirmYear, other: FirmYear): Ratio | null {
	const { total } = other.emissions;
	if (total === null || output === null || other.output === null || signOf(other.output.value) <= 0) return null;
	if (output.dimension !== other.output.dimension || output.priceYear !== other.output.priceYear) return null;
	return per(total, other.output.value);
}
