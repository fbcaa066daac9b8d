/** What a year would emit by its output, as the years beside it did. */
import type { FirmYear } from "../../assessment/firm.ts";
import { compare, constant, minus, per, plus, type Ratio, sign, times, whole } from "../../exact/ratio.ts";
import type { FirmCase } from "../rule.ts";
import { farther } from "./levels.ts";

/** From year to year works get so much better, and not more. */
const steady = constant("1.2");

/**
 * t CO2 that a year would emit more if its energy had followed its output as that of the years beside it: between those before and after,
 * or on from the last two; null where the outputs are not known.
 */
export function byTrend({ firm }: Pick<FirmCase, "firm">, now: FirmYear): Ratio | null {
	const { output, emissions } = now;
	const [last, next, earlier] = [now.year - 1, now.year + 1, now.year - 2].map((year) => {
		const facts = firm.years.find((one) => one.year === year);
		return facts === undefined ? null : intensityLike(now, facts);
	});
	const intensity = last ?? next ?? null;
	if (emissions.total === null || output === null || intensity === null) return null;
	const expected =
		last != null && next != null
			? per(plus(last, next), whole(2))
			: earlier != null && sign(earlier) > 0 && compare(farther(intensity, earlier), steady) < 0
				? times(intensity, per(intensity, earlier))
				: intensity;
	return minus(times(expected, output.value), emissions.total);
}

/** A year's emissions over its output, where that is of the kind and at the prices of another's; null where it is not known. */
function intensityLike({ output }: FirmYear, other: FirmYear): Ratio | null {
	const { total } = other.emissions;
	if (total === null || output === null || other.output === null || sign(other.output.value) <= 0) return null;
	if (output.dimension !== other.output.dimension || output.priceYear !== other.output.priceYear) return null;
	return per(total, other.output.value);
}
