/**
 * M-302-sold: what a firm sells year after year has no rows in some year. What is not sold counts as its own, so that rows which were
 * forgotten look like a rise. The usual sale beside the year's output is its weight.
 */
import { scaleOf } from "../../assessment/changes.ts";
import { sign } from "../../exact/exact.ts";
import { fromExact, times } from "../../exact/ratio.ts";
import { finding, nowhere, remark } from "../../findings/finding.ts";
import { ratioLike } from "../../ledger/amounts.ts";
import { placeOf } from "../../ledger/entry.ts";
import { firstRowOf } from "../../ledger/first-row.ts";
import { subjectOf } from "../asking.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import { isMaterial, type YearSeries, yearSeriesOf } from "../year-amounts.ts";

export const saleVanished: FirmRule = {
	id: "M-302-sold",
	code: "sale-vanished",
	clears: "by-shape",
	judge: (one) => {
		const sold = yearSeriesOf(one).filter(({ use }) => use === "sold");
		return sold.length === 0 ? notChecked("no-such-carrier") : answer(sold.flatMap((series) => missing(one, series)));
	},
};

function missing(one: FirmCase, series: YearSeries): Suspicion[] {
	const known = new Set(series.years.filter(({ amount }) => sign(amount) !== 0).map(({ year }) => year));
	// One year of sales among others is no habit; of two years nobody knows.
	if (known.size < 2 && one.firm.years.length > 2) return [];
	return one.firm.years.flatMap((facts) => {
		const { year, coverage, emissions, faults } = facts;
		// A row that was refused may be the one.
		if (faults.includes("errors") || one.firm.lost.size > 0) return [];
		const last = one.firm.years.find((other) => other.year === year - 1);
		const amount = series.years.find((other) => other.year === year - 1)?.amount;
		if (coverage !== "whole-year" || last === undefined || amount === undefined || !known.has(last.year)) return [];
		const there = emissions.carriers.some(({ carrier, use }) => carrier === series.carrier && use === "sold");
		const used = emissions.carriers.some(({ carrier, use }) => carrier === series.carrier && use === "consumed");
		if (there || !used) return [];
		const usual = times(fromExact(amount), scaleOf(last, facts));
		const perUnit = one.tonnesPerUnit(last.year, series.carrier, "sold");
		const impact = perUnit === undefined ? null : times(usual, perUnit);
		if (impact !== null && !isMaterial(one, facts, impact)) return [];
		const row = firstRowOf(one.record, series.carrier, last.year, "sold");
		if (row === undefined) return [];
		const like = { unit: series.unit, from: row.from };
		const about = remark("sale-vanished", { what: subjectOf(series), lastYear: last.year, usual: ratioLike(usual, like) });
		return [{ finding: finding(about, row === undefined ? nowhere : placeOf(row), one.record.firm, String(year)), year, impact }];
	});
}
