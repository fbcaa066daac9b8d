/** The shelf of rules over histories and between firms. A new one is added here, and nowhere else. */
import type { FirmRule, RunRule } from "../rule.ts";
import { copiedMonth } from "./copied-month.ts";
import { copiedYear } from "./copied-year.ts";
import { decemberHoldsYear } from "./december-holds-year.ts";
import { energyAboveValue } from "./energy-above-value.ts";
import { filledSeries } from "./filled-series.ts";
import { fixedMultiple } from "./fixed-multiple.ts";
import { meterReadings } from "./meter-readings.ts";
import { monthUnlikeHistory } from "./month-unlike-history.ts";
import { otherCarriersAmount } from "./other-carriers-amount.ts";
import { outputElasticity } from "./output-elasticity.ts";
import { powerShare } from "./power-share.ts";
import { repeatedAmount } from "./repeated-amount.ts";
import { roundAmounts } from "./round-amounts.ts";
import { saleVanished } from "./sale-vanished.ts";
import { sameAsLastYear } from "./same-as-last-year.ts";
import { sectorSlip } from "./sector-slip.ts";
import { sharedSeries } from "./shared-series.ts";
import { shiftedRows } from "./shifted-rows.ts";
import { slippedMonth } from "./slipped-month.ts";
import { slippedOutput } from "./slipped-output.ts";
import { stepChange } from "./step-change.ts";
import { swappedRows } from "./swapped-rows.ts";
import { unchangedMeasurement } from "./unchanged-measurement.ts";
import { yearChange } from "./year-change.ts";
import { levelChange, partAsYear, quartersToDate, slippedYear, swappedAmounts, yearApart } from "./years-apart.ts";
import { zeroMonths } from "./zero-months.ts";

/** In order of their ids. */
export const historyRules: readonly FirmRule[] = [
	repeatedAmount,
	unchangedMeasurement,
	copiedYear,
	sameAsLastYear,
	fixedMultiple,
	roundAmounts,
	copiedMonth,
	filledSeries,
	otherCarriersAmount,
	monthUnlikeHistory,
	yearChange,
	partAsYear,
	quartersToDate,
	swappedAmounts,
	yearApart,
	stepChange,
	levelChange,
	outputElasticity,
	zeroMonths,
	shiftedRows,
	slippedMonth,
	slippedOutput,
	slippedYear,
	powerShare,
	swappedRows,
	meterReadings,
	decemberHoldsYear,
	energyAboveValue,
	saleVanished,
];

/** In order of their ids. */
export const runRules: readonly RunRule[] = [sectorSlip, sharedSeries];
