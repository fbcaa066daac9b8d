/** Amounts that stand in the tables and that nobody measured: copied, dragged down, filled. */
import { fromExact, type Ratio, zeroRatio } from "../exact/ratio.ts";
import { impactsOf } from "./asking.ts";
import type { FirmCase } from "./rule.ts";
import type { Series, Step } from "./series.ts";

/** t CO2 of some months of a history, by year; undefined where the carrier's factor is not known. */
export function tonnesOfMonths(one: FirmCase, series: Series, months: readonly number[]): Map<number, Ratio> | undefined {
	return impactsOf(
		one,
		series,
		months.map((index) => {
			const { year, amount } = series.steps[index] as Step;
			return { year, is: zeroRatio, meant: fromExact(amount) };
		}),
	);
}
