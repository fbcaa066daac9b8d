/**
 * What may have made a claim another figure: candidates compete, and one is named only where it gives the claim to its printed digits (or within what is
 * tolerated), and where so many candidates of its kind would seldom do so by chance. Nothing is ever corrected.
 */
import { byCodeUnit } from "../domain/order.ts";
import { type ClaimCause, claimCauses } from "../domain/words.ts";
import { compare, minus, per, plus, type Ratio, sign, times, whole, zeroRatio } from "../exact/ratio.ts";
import type { ClaimedFigure } from "../ledger/supplied-claims.ts";
import type { CandidateGroup } from "./candidates.ts";
import { halfStep, size } from "./compare.ts";
import { digitSlips } from "./digits.ts";

export interface LikelyCause {
	readonly cause: ClaimCause;
	readonly detail: string;
	/** The figure that it would have made; of a slip in the claim's own digits, the claim without it. */
	readonly value: Ratio;
}

/** Of so many claims at random less than one would fit some candidate of a kind. */
const chance = 10n;

/** Causes told of one claim. */
const most = 3;

/**
 * The causes that fit, likeliest first: of the kind with the fewest candidates, then the nearest. None for a claim of zero. `tolerated`: how far a
 * claim may lie from a figure.
 */
export function likelyCauses(
	claim: ClaimedFigure,
	computed: Ratio,
	tolerated: (value: Ratio) => Ratio,
	groups: readonly CandidateGroup[],
): LikelyCause[] {
	if (sign(claim.value) === 0) return [];
	const half = halfStep(claim);
	const off = size(minus(claim.value, computed));
	const fitting: (LikelyCause & { readonly among: number; readonly apart: Ratio })[] = [];
	for (const { cause, candidates } of groups) {
		const others = distinct(candidates, computed);
		const among = others.length;
		if (!isSeldom(half, among, claim.value)) continue;
		for (const { detail, value, slack } of others) {
			const apart = size(minus(claim.value, value));
			const asked = tolerated(value);
			const reach = plus(isSeldom(asked, among, claim.value) ? larger(asked, half) : half, slack ?? zeroRatio);
			if (compare(apart, reach) <= 0 && explains(apart, off)) fitting.push({ cause, detail, value, among, apart });
		}
	}
	for (const { cause, among, detail, value } of digitSlips(claim, computed)) {
		const apart = size(minus(value, computed));
		if (isSeldom(half, among, claim.value) && explains(apart, off)) fitting.push({ cause, detail, value, among, apart });
	}
	return fitting
		.sort(
			(a, b) =>
				a.among - b.among ||
				claimCauses.indexOf(a.cause) - claimCauses.indexOf(b.cause) ||
				compare(a.apart, b.apart) ||
				byCodeUnit(a.detail, b.detail),
		)
		.slice(0, most)
		.map(({ cause, detail, value }) => ({ cause, detail, value }));
}

function larger(a: Ratio, b: Ratio): Ratio {
	return compare(a, b) > 0 ? a : b;
}

/** Whether a candidate leaves at most a tenth of the difference: what is near the recomputed figure itself explains nothing. */
function explains(apart: Ratio, off: Ratio): boolean {
	return compare(times(apart, whole(10)), off) <= 0;
}

/** Whether so many candidates, each reaching so far to either side, cover little of the figures that lie about the claim. */
function isSeldom(reach: Ratio, among: number, claimed: Ratio): boolean {
	return compare(times(per(reach, size(claimed)), whole(2n * BigInt(among) * chance)), { over: 1n, under: 1n }) <= 0;
}

/** Each value once, and none that is the computed figure itself or nothing. */
function distinct(candidates: CandidateGroup["candidates"], computed: Ratio): CandidateGroup["candidates"] {
	const found = new Map<bigint, (typeof candidates)[number]>();
	for (const one of candidates) {
		if (sign(one.value) <= 0 || compare(one.value, computed) === 0) continue;
		// What comes to the same, to more digits than anybody prints, is told together: two provinces of one factor.
		const key = (one.value.over * finest) / one.value.under;
		const same = found.get(key);
		found.set(key, same === undefined ? one : { ...same, detail: `${same.detail}; ${one.detail}` });
	}
	return [...found.values()];
}

const finest = 10n ** 30n;
