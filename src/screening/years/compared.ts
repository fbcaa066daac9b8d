/** A year beside the one before it: as its plan sees that one, and at the prices that both have. */
import type { FirmYear } from "../../assessment/firm.ts";
import { commonPrices } from "../../assessment/output.ts";
import { boundaryChange } from "../../assessment/presence.ts";
import { pricedAt } from "../../assessment/year-basis.ts";
import type { FirmCase } from "../rule.ts";

/** The year before as the plan of a year sees it: with its factor, though an earlier plan may judge it. */
function lastSeen({ firm }: FirmCase, { plan, year }: FirmYear): FirmYear | undefined {
	return firm.views.find(({ rules }) => rules.plan === plan)?.years.find((one) => one.year === year - 1);
}

/** Both years at the prices they have in common; undefined where they have none, and are not both at prices that nobody states. */
function atOnePrice(last: FirmYear, now: FirmYear): readonly [FirmYear, FirmYear] | undefined {
	const common =
		last.outputs === null || now.outputs === null ? undefined : commonPrices(now.outputs.at, last.outputs.at, now.plan.priceYear);
	if (common !== undefined) return [pricedAt(last, common), pricedAt(now, common)];
	return last.output?.priceYear === now.output?.priceYear ? [last, now] : undefined;
}

/**
 * A year beside the one before it, where both are whole years with an output at prices in common and of the same boundary; undefined where
 * they cannot be held against each other.
 */
export function comparedYears(one: FirmCase, nowShown: FirmYear): readonly [FirmYear, FirmYear] | undefined {
	const lastShown = lastSeen(one, nowShown);
	const [last, now] = (lastShown === undefined ? undefined : atOnePrice(lastShown, nowShown)) ?? [];
	if (last === undefined || now === undefined) return undefined;
	if (last.coverage !== "whole-year" || now.coverage !== "whole-year") return undefined;
	if (last.output === null || now.output === null || last.output.dimension !== now.output.dimension) return undefined;
	return boundaryChange(now, last, one.rules) === undefined ? [last, now] : undefined;
}
