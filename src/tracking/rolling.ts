/** The last twelve months, over the turn of a year: total over total, beside the twelve before them. */

import { commonPrices } from "../assessment/output.ts";
import { changeOf, faultsOf, type Months, monthsOf, type ToDateTerms, upTo } from "../assessment/to-date.ts";
import { pricedAt } from "../assessment/year-basis.ts";
import { wholeYear } from "../domain/period.ts";
import { per, plus, type Ratio, sign } from "../exact/ratio.ts";
import type { Month } from "./track.ts";

export interface Rolling {
	/** t CO2 and output of the twelve months, at prices that both years have. */
	readonly emissions: Ratio;
	readonly output: Ratio;
	readonly intensity: Ratio;
	/** Constant prices of this year; null for products. */
	readonly priceYear: number | null;
	/** The intensity over that of the twelve months before; undefined where these cannot be had. */
	readonly change: Ratio | undefined;
}

/** Undefined where some month of the twelve is missing, or the two years have no prices in common. */
export function rollingOf({ year, month }: Month, terms: ToDateTerms): Rolling | undefined {
	const last = twelve(year, month, terms);
	if (last === undefined) return undefined;
	const before = twelve(year - 1, month, terms);
	const change = before !== undefined && before.priceYear === last.priceYear && sign(before.intensity) !== 0;
	return { ...last, change: change ? per(last.intensity, before.intensity) : undefined };
}

function twelve(year: number, month: number, terms: ToDateTerms): Omit<Rolling, "change"> | undefined {
	const now = monthsOf(year, upTo(month), terms);
	if (now === undefined || faultsOf(now).length > 0) return undefined;
	const rest = wholeYear & ~upTo(month);
	if (rest === 0) return added([now], terms);
	const before = monthsOf(year - 1, rest, terms);
	return before === undefined || faultsOf(before).length > 0 ? undefined : added([before, now], terms);
}

function added(parts: readonly Months[], { rules }: ToDateTerms): Omit<Rolling, "change"> | undefined {
	const [first, last = first] = parts;
	if (first === undefined || last === undefined || first.basis.outputs === null || last.basis.outputs === null) return undefined;
	const common = commonPrices(last.basis.outputs.at, first.basis.outputs.at, rules.prices.planPriceYear);
	if (common === undefined || (parts.length > 1 && changeOf(last, first, rules) === undefined)) return undefined;
	let emissions: Ratio = { over: 0n, under: 1n };
	let output: Ratio = { over: 0n, under: 1n };
	for (const { basis } of parts) {
		const priced = pricedAt(basis, common);
		if (priced.emissions.total === null || priced.output === null) return undefined;
		emissions = plus(emissions, priced.emissions.total);
		output = plus(output, priced.output.value);
	}
	return sign(output) <= 0 ? undefined : { emissions, output, intensity: per(emissions, output), priceYear: common };
}
