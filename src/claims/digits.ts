/** Slips in the printed digits of a claim: two neighbours swapped, or one digit another. The rest of them is the recomputed figure. */
import type { ClaimCause } from "../domain/words.ts";
import { compare, minus, per, type Ratio, times, whole } from "../exact/ratio.ts";
import { nearest, placed } from "../exact/round.ts";
import type { ClaimedFigure } from "../ledger/supplied-claims.ts";
import { size } from "./compare.ts";

export interface DigitSlip {
	readonly cause: Extract<ClaimCause, "digits-swapped" | "digit-slip">;
	/** The claim as it would be printed without the slip. */
	readonly detail: string;
	readonly value: Ratio;
	/** How many other figures one such slip could have made of it. */
	readonly among: number;
}

/** The slip that makes the claim of the computed figure, rounded as the claim is; none where there is none. */
export function digitSlips({ value, step, places }: ClaimedFigure, computed: Ratio): DigitSlip[] {
	const steps = per(value, step);
	const claimed = (steps.over / steps.under).toString();
	const asked = per(computed, step);
	const right = nearest(asked.over, asked.under);
	const wanted = right.toString();
	if (right <= 0n || wanted.length !== claimed.length || wanted === claimed) return [];
	const other = [...claimed].flatMap((digit, at) => (digit === wanted[at] ? [] : [at]));
	const made = { detail: writtenLike(right, places), value: times(whole(right), step) };
	// Rounded by another rule it may be the next number: then the digits say nothing.
	if (compare(size(minus(made.value, computed)), { over: step.over, under: step.under * 2n }) > 0) return [];
	const [first = 0, second = 0] = other;
	// Figures that lie near each other differ in their last digits anyhow: two that agree behind the wrong one speak for a slip.
	if (other.length === 1)
		return claimed.length - 1 - first >= 2 ? [{ cause: "digit-slip", ...made, among: 9 * claimed.length }] : [];
	const isSwap = second === first + 1 && claimed[first] === wanted[second] && claimed[second] === wanted[first];
	return other.length === 2 && isSwap ? [{ cause: "digits-swapped", ...made, among: claimed.length - 1 }] : [];
}

/** So many steps with as many places behind the point as the claim has. */
function writtenLike(steps: bigint, places: number): string {
	return places >= 0 ? placed(steps, places) : (steps * 10n ** BigInt(-places)).toString();
}
