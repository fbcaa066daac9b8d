/** The month itself beside the month before it and the same month of last year. */
import { changeOf, faultsOf, type Months, monthsOf, type ToDateTerms } from "../assessment/to-date.ts";
import type { Ratio } from "../exact/ratio.ts";
import type { Month } from "./track.ts";

export interface MonthChange {
	readonly intensity: Ratio;
	/** t CO2 and output of the month; null where unknown. */
	readonly emissions: Ratio | null;
	readonly output: Ratio | null;
	/** Over the month before; undefined where it cannot be had. January is beside last December. */
	readonly onMonth: Ratio | undefined;
	/** Over the same month of last year. */
	readonly onYear: Ratio | undefined;
}

/** Undefined where the month stands only in a span, as January and February often do. */
export function againstMonth({ year, month }: Month, terms: ToDateTerms): MonthChange | undefined {
	const now = clean(monthsOf(year, 1 << (month - 1), terms));
	if (now === undefined || now.basis.intensity === null) return undefined;
	const before = month === 1 ? monthsOf(year - 1, 1 << 11, terms) : monthsOf(year, 1 << (month - 2), terms);
	const change = (other: Months | undefined): Ratio | undefined => {
		const whole = clean(other);
		return whole === undefined ? undefined : changeOf(now, whole, terms.rules);
	};
	return {
		intensity: now.basis.intensity,
		emissions: now.basis.emissions.total,
		output: now.basis.output?.value ?? null,
		onMonth: change(before),
		onYear: change(monthsOf(year - 1, 1 << (month - 1), terms)),
	};
}

function clean(months: Months | undefined): Months | undefined {
	return months === undefined || faultsOf(months).length > 0 ? undefined : months;
}
