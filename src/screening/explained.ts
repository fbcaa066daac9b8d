/**
 * Months that a cause of their own explains: what follows from it, an odd month, a slip of the unit, a step, is not told beside it.
 */
import { obtain } from "../domain/obtain.ts";
import { once } from "./once.ts";
import type { FirmCase } from "./rule.ts";
import { monthsOfCopies } from "./rules/copied-month.ts";
import { monthsOfYears } from "./rules/december-holds-year.ts";
import { filledMonths } from "./rules/filled-series.ts";
import { monthsOfReadings } from "./rules/meter-readings.ts";
import { monthsOfOthers } from "./rules/other-carriers-amount.ts";
import { monthsOfShifts } from "./rules/shifted-rows.ts";
import { monthsOfSwaps } from "./rules/swapped-rows.ts";
import { monthsOfZero } from "./rules/zero-months.ts";
import type { Series } from "./series.ts";

const made = once<Series, ReadonlySet<number>>();

/** Months that a rule between firms explains: they are another firm's. */
function monthsOfRun(one: FirmCase, series: Series): readonly number[] {
	return one.ofRun.flatMap(({ explains }) => {
		const found = explains?.(one);
		return found?.series === series ? found.months : [];
	});
}

/** By their places in the history; made when the first rule asks, and let go with the series. */
export function explainedMonths(one: FirmCase, series: Series): ReadonlySet<number> {
	return obtain(
		made,
		series,
		() =>
			new Set(
				[
					monthsOfRun,
					monthsOfReadings,
					monthsOfYears,
					monthsOfSwaps,
					filledMonths,
					monthsOfCopies,
					monthsOfZero,
					monthsOfOthers,
					monthsOfShifts,
				].flatMap((find) => find(one, series)),
			),
	);
}
