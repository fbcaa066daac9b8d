/** Claims beside what the tables come to, as the contract has it: every figure written once. */

import type { ComparedClaim, Comparison } from "../contract/comparison.ts";
import { write } from "../domain/period.ts";
import type { ClaimOutcome } from "../domain/words.ts";
import { figure } from "../exact/figure.ts";
import { compare, minus, per, type Ratio, sign, times, whole } from "../exact/ratio.ts";
import { loadReference } from "../reference/reference.ts";
import type { VerifiedClaim } from "../run/verify.ts";
import { basisIn, findingsOf } from "./build-report.ts";
import type { Frame } from "./frame.ts";

/** Places in the machine formats. */
const places = 12;

export function buildComparison(verified: readonly VerifiedClaim[], tolerance: string | null, frame: Frame): Comparison {
	const count = (asked: ClaimOutcome): number => verified.filter(({ outcome }) => outcome === asked).length;
	return {
		schemaVersion: 1,
		tool: frame.tool,
		basis: basisIn(frame.basis),
		tolerance,
		inputs: frame.inputs,
		counts: {
			equal: count("equal"),
			within: count("within"),
			outside: count("outside"),
			notClaimed: count("not-claimed"),
			notComputable: count("not-computable"),
			refused: count("refused"),
		},
		claims: verified.map(claimOf),
		findings: findingsOf(frame.tally, frame.notChecked, frame),
	};
}

function claimOf(one: VerifiedClaim): ComparedClaim {
	const { firm, name, period, metric, outcome, claimed, computed, compared, why, causes, at } = one;
	return {
		...{ firm, name, period: write(period), metric, outcome },
		claimed: written(claimed?.value),
		printed: claimed === null ? null : { number: claimed.digits, unit: claimed.unit },
		recomputed: written(computed),
		unit: unitOf(one),
		difference: written(compared?.difference),
		differencePercent: written(differencePercent(one)),
		direction: directionOf(one),
		allowed: written(compared?.allowed),
		why,
		causes: causes.map(({ cause, detail, value }) => ({ cause, detail, value: figure(value)(places) })),
		file: at?.file ?? null,
		row: at?.row ?? null,
	};
}

/** The unit that a claim and the recomputed figure stand in. */
export function unitOf({ metric, per: dimension }: Pick<VerifiedClaim, "metric" | "per">): string {
	if (metric === "energy_tce") return "tce";
	if (metric !== "intensity") return "tCO2";
	const base = loadReference().seeds.units.find((unit) => unit.dimension === dimension && unit.toBase === "1");
	return `tCO2/${base?.symbol ?? dimension}`;
}

/** The difference in per cent of the recomputed figure; undefined where there is none, or that is zero. */
export function differencePercent({ computed, compared }: VerifiedClaim): Ratio | undefined {
	if (computed === null || compared === null || sign(computed) === 0) return undefined;
	const size = sign(computed) < 0 ? minus(whole(0), computed) : computed;
	return per(times(compared.difference, whole(100)), size);
}

/** On which side of the recomputed figure the claim lies; null where it is that figure. */
export function directionOf({ compared }: Pick<VerifiedClaim, "compared">): ComparedClaim["direction"] {
	const side = compared === null ? 0 : compare(compared.difference, whole(0));
	return side === 0 ? null : side > 0 ? "above" : "below";
}

function written(value: Ratio | null | undefined): string | null {
	return value == null ? null : figure(value)(places);
}
