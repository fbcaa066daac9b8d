/**
 * K-203 for tables of years: each carrier of a year says what it said the year before. One of several may repeat by chance, all of them do
 * not; a single one has to agree in a digit more. What is given month by month is asked month by month.
 */
import { type Exact, equal, nearly, sign } from "../../exact/exact.ts";
import { finding, nowhere, remark } from "../../findings/finding.ts";
import { placeOf } from "../../ledger/entry.ts";
import { firstRowOf } from "../../ledger/first-row.ts";
import { clearsCopiedOutputs } from "../clear/outputs.ts";
import { historyOf } from "../history.ts";
import { answer, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import { agreeingDigits } from "../surprise.ts";
import { yearSeriesOf } from "../year-amounts.ts";
import { byTrend } from "../years/trend.ts";
import { copiedOutputs } from "../years/typed-outputs.ts";

export const sameAsLastYear: FirmRule = {
	id: "K-203-years",
	code: "copied-year",
	// What is given month by month is asked by another rule, but for the output.
	clears: clearsCopiedOutputs,
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
			if (same.length < series.length || agreeingDigits(same) < (same.length > 1 ? digits : digits + 1)) continue;
			const [first] = series;
			const row = first === undefined ? undefined : firstRowOf(one.record, first.carrier, now.year, first.use);
			const about = remark("copied-year", { what: null, lastYear: last.year, months: 12, shift: "none" });
			found.push({
				finding: finding(about, row === undefined ? nowhere : placeOf(row), one.record.firm, String(now.year)),
				year: now.year,
				impact: byTrend(one, now),
				unmeasured: () => (now.emissions.total === null ? undefined : new Map([[now.year, now.emissions.total]])),
			});
		}
		found.push(...copiedOutputs(one));
		return asked || found.length > 0 ? answer(found) : notChecked("no-earlier-year");
	},
};
