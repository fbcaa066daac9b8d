/**
 * An office's growth rates: what they make of the intensity, what the year asks for, and what the firm's own amounts say. A printed rate
 * stands for all that its digits allow, half a step of the last one to either side, and so does all that is made of it.
 * Source: statistics bureaus divide the index of energy by the index of value added at comparable prices and take away one; the statistics
 * bureau of Hunan prints it so with its bulletin of 2009-02-20 (湘统〔2009〕6号). Of CO2 likewise.
 */
import type { Period } from "../domain/period.ts";
import type { AgainstAsked, GrowthIndicator } from "../domain/words.ts";
import { compare, fromExact, hundred, minus, oneRatio, per, plus, type Ratio, ratio, ten } from "../exact/ratio.ts";
import type { SuppliedGrowth } from "../ledger/supplied-growth.ts";
import type { Path } from "../trajectory/path.ts";

/** What was over what it was before, as one number and the lowest and highest that printed digits allow; all above zero. */
export interface Span {
	readonly low: Ratio;
	readonly value: Ratio;
	readonly high: Ratio;
}

/** What is asked of a year: by which plan, and the paths whose yearly rates they are. */
export interface YearAsked {
	readonly plan: string;
	readonly co2: Path | undefined;
	readonly energy: Path | undefined;
}

export interface GrowthRate extends SuppliedGrowth {
	readonly span: Span;
	/** The same from the firm's own amounts of the same months; undefined where they cannot be had of both years. */
	readonly own: Ratio | undefined;
	/** Whether the firm's own lies within the span; undefined where there is none. */
	readonly agrees: boolean | undefined;
}

export interface Decline extends Span {
	/** The path whose yearly rate it is held against; undefined where no plan asks anything of the year. */
	readonly path: Path | undefined;
	readonly against: AgainstAsked | undefined;
}

/** The rates of one firm and period. */
export interface OfficeGrowth {
	readonly period: Period;
	/** The plan that the period belongs to; undefined where none does. */
	readonly plan: string | undefined;
	/** In order of indicator. */
	readonly rates: readonly GrowthRate[];
	/** CO2 and energy per value added over what they were; undefined where a rate is missing. */
	readonly co2: Decline | undefined;
	readonly energy: Decline | undefined;
	/** The rates without which those that are there come to nothing. */
	readonly lacking: readonly GrowthIndicator[];
}

export type OwnChanges = { readonly [I in GrowthIndicator]?: Ratio | undefined };

/** 1 + percent/100, with half a step of the last printed digit to either side. */
function spanOf({ percent, places }: Pick<SuppliedGrowth, "percent" | "places">): Span {
	const value = plus(oneRatio, per(fromExact(percent), hundred));
	const half = ratio(1n, 200n * ten(places));
	return { low: minus(value, half), value, high: plus(value, half) };
}

/** One span over another: lowest where the first is lowest and the second highest. */
function over(above: Span, below: Span): Span {
	return { low: per(above.low, below.high), value: per(above.value, below.value), high: per(above.high, below.low) };
}

/** Whether all of a span falls at least as the year asks, or none of it does. Decided by whole powers. */
function againstPath({ low, high }: Span, path: Path, year: number): AgainstAsked {
	if (path.compareToLastYear(high, oneRatio, year) <= 0) return "met";
	return path.compareToLastYear(low, oneRatio, year) > 0 ? "not-met" : "undecided";
}

/** The rates of one firm and period, put together; `rates` are of that firm and period alone. */
export function officeGrowth(
	period: Period,
	given: readonly SuppliedGrowth[],
	asked: YearAsked | undefined,
	own: OwnChanges,
): OfficeGrowth {
	const rates = [...given]
		.sort((a, b) => order.indexOf(a.indicator) - order.indexOf(b.indicator))
		.map((one) => rateOf(one, own[one.indicator]));
	const of = (indicator: GrowthIndicator): Span | undefined => rates.find((one) => one.indicator === indicator)?.span;
	const [co2, energy, valueAdded] = [of("co2"), of("energy"), of("value_added")];
	const decline = (above: Span | undefined, path: Path | undefined): Decline | undefined => {
		if (above === undefined || valueAdded === undefined) return undefined;
		const span = over(above, valueAdded);
		return { ...span, path, against: path === undefined ? undefined : againstPath(span, path, period.year) };
	};
	const none = valueAdded === undefined ? (["value_added"] as const) : (["co2", "energy"] as const);
	return {
		period,
		plan: asked?.plan,
		rates,
		co2: decline(co2, asked?.co2),
		energy: decline(energy, asked?.energy),
		lacking: valueAdded === undefined || (co2 === undefined && energy === undefined) ? none : [],
	};
}

const order: readonly GrowthIndicator[] = ["co2", "energy", "value_added"];

function rateOf(given: SuppliedGrowth, own: Ratio | undefined): GrowthRate {
	const span = spanOf(given);
	const agrees = own === undefined ? undefined : compare(own, span.low) >= 0 && compare(own, span.high) <= 0;
	return { ...given, span, own, agrees };
}
