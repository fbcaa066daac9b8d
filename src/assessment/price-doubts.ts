/** What the contradiction of constant and current prices of one year is worth: the CO2 by which the gap would be another. */
import type { Ratio } from "../exact/ratio.ts";
import { minus, oneRatio, per, plus, sign, times } from "../exact/ratio.ts";
import type { Finding } from "../findings/finding.ts";
import type { PlanView } from "./firm.ts";

/** A year whose output may be another, as it was reported. */
export interface PriceDoubt {
	readonly finding: Finding;
	readonly year: number;
	/** t CO2 more that would make the same intensity: below zero where the other output is larger. */
	readonly tonnes: Ratio;
}

/** Places to which a share of the base is taken for a weight, which is shown with four. */
const sharePlaces = 24;

/** Of the findings already told of a firm those about its prices, each with the weight it has: the finding is weighed in place. */
export function priceDoubts(views: readonly PlanView[], findings: readonly Finding[]): PriceDoubt[] {
	const told = findings.filter(({ code }) => code === "prices-differ");
	if (told.length === 0) return [];
	const doubts = new Map<Finding, PriceDoubt>();
	for (const { years, paths } of views)
		for (const { year, outputs, output, base, emissions, plan } of years) {
			const found = told.find(({ period }) => period === String(year));
			const apart = outputs?.apart ?? null;
			if (found === undefined || doubts.has(found) || apart === null || output === null || emissions.total === null) continue;
			if (output.priceYear !== year || sign(plus(output.value, apart)) <= 0) continue;
			const share = year > plan.baseYear && year <= plan.targetYear ? paths?.own.share(year).digits(sharePlaces) : undefined;
			// In the base year, and where there is no path, it is the CO2 that so much output has.
			const perOutput =
				share !== undefined && base !== undefined
					? times(base.intensity, { over: share, under: 10n ** BigInt(sharePlaces) })
					: per(emissions.total, output.value);
			const weight = times(perOutput, apart);
			(found as { weight?: Finding["weight"] }).weight = {
				tonnes: weight.over < 0n ? { ...weight, over: -weight.over } : weight,
				couldTurn: null,
			};
			const other = per(output.value, plus(output.value, apart));
			doubts.set(found, { finding: found, year, tonnes: times(emissions.total, minus(other, oneRatio)) });
		}
	return [...doubts.values()];
}
