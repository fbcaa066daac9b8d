/** A target as a value: from which year to which, and which share of the base is left at the end. */

import { type Exact, known } from "../exact/exact.ts";
import { fromExact, hundred, minus, oneRatio, per, type Ratio } from "../exact/ratio.ts";

export interface Plan {
	/** The id of a plan, provincial, or the name of the user's file. */
	readonly id: string;
	readonly baseYear: number;
	readonly targetYear: number;
	/** As printed: "18". */
	readonly reductionPercent: string;
	/** 1 − T, what is left at the target year. */
	readonly keep: Ratio;
	/** Money must be in constant prices of one year; where unsaid, of this one. */
	readonly priceYear: number;
	readonly source: string;
}

/** 1 − percent/100. */
export function kept(percent: Exact): Ratio {
	return minus(oneRatio, per(fromExact(percent), hundred));
}

/** A fall of so many per cent, as printed. */
export interface Fall {
	readonly baseYear: number;
	readonly targetYear: number;
	readonly reductionPct: string;
	readonly source: string;
}

export function planOf(id: string, target: Fall): Plan {
	return {
		id,
		baseYear: target.baseYear,
		targetYear: target.targetYear,
		reductionPercent: target.reductionPct,
		keep: kept(known(target.reductionPct)),
		priceYear: target.baseYear,
		source: target.source,
	};
}
