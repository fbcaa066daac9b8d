/** A claimed figure beside the recomputed one: equal by its printed digits, within what is tolerated, or outside. */
import { compare, minus, negative, type Ratio, sign, times, zeroRatio } from "../exact/ratio.ts";
import type { ClaimedFigure } from "../ledger/supplied-claims.ts";

/** How far a claim may lie from the recomputed figure: a share of that, or tonnes; none where its printed digits alone decide. */
export type Tolerance =
	| { readonly kind: "share"; readonly share: Ratio; readonly text: string }
	| { readonly kind: "tonnes"; readonly tonnes: Ratio; readonly text: string };

export interface Compared {
	readonly outcome: "equal" | "within" | "outside";
	/** Claimed less recomputed. */
	readonly difference: Ratio;
	/** How far is tolerated; half a step of the last digit where that is more, or nothing else is asked for. */
	readonly allowed: Ratio;
}

/** A printed number stands for all that its last digit allows: half a step to either side, ends included. */
export function halfStep({ step }: Pick<ClaimedFigure, "step">): Ratio {
	return { over: step.over, under: step.under * 2n };
}

/** `perTonne`: what a tonne is in the unit of the figures: one, or over the output where they are intensities. */
export function compareClaim(
	claim: Pick<ClaimedFigure, "value" | "step">,
	computed: Ratio,
	tolerance: Tolerance | undefined,
	perTonne: Ratio,
): Compared {
	const difference = minus(claim.value, computed);
	const half = halfStep(claim);
	const tolerated = toleratedAt(computed, tolerance, perTonne);
	const allowed = compare(tolerated, half) > 0 ? tolerated : half;
	const apart = size(difference);
	const outcome = compare(apart, half) <= 0 ? "equal" : compare(apart, allowed) <= 0 ? "within" : "outside";
	return { outcome, difference, allowed };
}

/** How far a claim may lie from a figure by the tolerance alone: nothing where none is asked for. */
export function toleratedAt(computed: Ratio, tolerance: Tolerance | undefined, perTonne: Ratio): Ratio {
	if (tolerance === undefined) return zeroRatio;
	return tolerance.kind === "share" ? times(tolerance.share, size(computed)) : times(tolerance.tonnes, perTonne);
}

export function size(value: Ratio): Ratio {
	return sign(value) < 0 ? negative(value) : value;
}
