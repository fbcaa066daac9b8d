/** The shelf of rules over histories and between firms. A new one is added here, and nowhere else. */
import type { FirmRule, RunRule } from "../rule.ts";
import { copiedYear } from "./copied-year.ts";
import { fixedMultiple } from "./fixed-multiple.ts";
import { monthUnlikeHistory } from "./month-unlike-history.ts";
import { outputElasticity } from "./output-elasticity.ts";
import { powerShare } from "./power-share.ts";
import { repeatedAmount } from "./repeated-amount.ts";
import { roundAmounts } from "./round-amounts.ts";
import { sectorSlip } from "./sector-slip.ts";
import { sharedSeries } from "./shared-series.ts";
import { slippedMonth } from "./slipped-month.ts";
import { slippedYear } from "./slipped-year.ts";
import { stepChange } from "./step-change.ts";
import { unchangedMeasurement } from "./unchanged-measurement.ts";
import { yearChange } from "./year-change.ts";

/** In order of their ids. */
export const historyRules: readonly FirmRule[] = [
	repeatedAmount,
	unchangedMeasurement,
	copiedYear,
	fixedMultiple,
	roundAmounts,
	monthUnlikeHistory,
	yearChange,
	stepChange,
	outputElasticity,
	slippedMonth,
	slippedYear,
	powerShare,
];

/** In order of their ids. */
export const runRules: readonly RunRule[] = [sectorSlip, sharedSeries];
