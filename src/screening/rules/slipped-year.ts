/**
 * U-107: a carrier's year that stands apart from the firm's other years, and would stand among them if a slip of the unit were
 * undone. A slip of all months hides in its own history, and of a table of years there is no other. Of two sides as large
 * the later is reported: it is last year that a year is held to.
 */
import { nearly, sign } from "../../exact/exact.ts";
import { compare, fromExact, per, type Ratio, times } from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import { firstRowOf } from "../../ledger/first-row.ts";
import { type Explained, explain } from "../../ledger/rules/slip-causes.ts";
import { part } from "../apart.ts";
import { impactOf, ownFactors, ratioLimit, subjectOf, writtenUnit } from "../asking.ts";
import { slack } from "../history.ts";
import { answer, type FirmCase, type FirmRule, notChecked, type Suspicion } from "../rule.ts";
import { slipped } from "../slip.ts";
import { isMaterial, type YearAmount, type YearSeries, yearSeriesOf } from "../year-amounts.ts";

export const slippedYear: FirmRule = {
	id: "U-107",
	code: "suspected-unit-slip",
	judge: (one) => {
		const found: Suspicion[] = [];
		let asked = false;
		for (const series of yearSeriesOf(one.firm)) {
			if (series.years.filter(({ amount }) => sign(amount) > 0).length < 2) continue;
			asked = true;
			for (const slip of slippedYears(one, series)) found.push(suspicionOf(one, series, slip));
		}
		return asked ? answer(found) : notChecked("no-earlier-year");
	},
};

interface Slip {
	readonly year: YearAmount;
	readonly usual: Ratio;
	readonly causes: readonly [Explained, ...Explained[]];
}

/** Years of a series that a slip explains, where it would matter to the year. */
export function slippedYears(one: FirmCase, series: YearSeries): Slip[] {
	const { limit } = one;
	const [first, ...more] = series.years.filter(({ amount }) => sign(amount) > 0);
	if (first === undefined || range(series.years) < nearly(limit("slip-gap")) * (1 - slack)) return [];
	const { below, body, above, middle } = part([first, ...more], ({ amount }) => amount, limit("slip-gap"));
	const margin = ratioLimit(limit, "slip-margin");
	const lowest = per(fromExact(body[0].amount), margin);
	const highest = times(fromExact((body.at(-1) as YearAmount).amount), margin);
	const usual = fromExact(middle.amount);
	return [...below, ...above]
		.sort((a, b) => a.year - b.year)
		.flatMap((year) => {
			const amount = fromExact(year.amount);
			const row = firstRowOf(one.record, series.carrier, year.year, series.use);
			const [cause, ...others] = explain(
				{
					...{ amount, above: above.includes(year), usual },
					...{
						of: one.partOf(series.carrier),
						written: row === undefined ? "" : writtenUnit(one, row),
						own: ownFactors(one, series),
					},
				},
				(value) => compare(value, lowest) >= 0 && compare(value, highest) <= 0,
			);
			if (cause === undefined) return [];
			const impact = impactOf(one, series, year.year, amount, cause.value);
			const facts = one.firm.years.find((facts) => facts.year === year.year);
			if (impact !== null && facts !== undefined && !isMaterial(one, facts, impact)) return [];
			return [{ year, usual, causes: [cause, ...others] as const }];
		});
}

/** How many times the smallest year's amount the largest is, as a float. */
function range(years: readonly YearAmount[]): number {
	let [lowest, highest] = [Number.POSITIVE_INFINITY, 0];
	for (const { amount } of years) {
		const size = nearly(amount);
		if (size > 0 && size < lowest) lowest = size;
		if (size > highest) highest = size;
	}
	return highest / lowest;
}

function suspicionOf(one: FirmCase, series: YearSeries, { year: { year, amount }, usual, causes }: Slip): Suspicion {
	const is = fromExact(amount);
	return slipped({
		...{ what: subjectOf(series), why: "other-years", usual, ratio: rounded(per(is, usual), 4) },
		...{ unit: series.unit, causes, row: firstRowOf(one.record, series.carrier, year, series.use) },
		...{ firm: one.record.firm, period: String(year), year },
		impact: impactOf(one, series, year, is, causes[0].value),
	});
}
