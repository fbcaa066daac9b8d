/** The rules over single amounts, measured values, balances and boundary; in the order of the catalogue. */
import type { FirmRule } from "../rule.ts";
import { clinkerAgainstFuel } from "./clinker-against-fuel.ts";
import { coarseMeasurement } from "./coarse-measurement.ts";
import { cutOffValue } from "./cut-off-value.ts";
import { factorSize } from "./factor-size.ts";
import { floatDust } from "./float-dust.ts";
import { gasUnlikeSector } from "./gas-unlike-sector.ts";
import { heatAgainstCarbon } from "./heat-against-carbon.ts";
import { carbonContentRange, coalBasis, coalCarbonRange, heatValueRange, lowOxidation } from "./measured-values.ts";
import { mixedUnits } from "./mixed-units.ts";
import { outputAndEnergy } from "./output-and-energy.ts";
import { placeholderAmount } from "./placeholder-amount.ts";
import { processMissing } from "./process-missing.ts";
import { rateAsOutput } from "./rate-as-output.ts";
import { seriesOutOfDate } from "./series-out-of-date.ts";
import { valueAddedAboveOutput } from "./value-added-above-output.ts";
import { valueAddedIsOutput } from "./value-added-is-output.ts";
import { zeroBeforeMonthEnds } from "./zero-before-month-ends.ts";

export const valueRules: readonly FirmRule[] = [
	cutOffValue,
	floatDust,
	coarseMeasurement,
	outputAndEnergy,
	placeholderAmount,
	mixedUnits,
	valueAddedAboveOutput,
	valueAddedIsOutput,
	rateAsOutput,
	coalBasis,
	zeroBeforeMonthEnds,
	seriesOutOfDate,
	lowOxidation,
	heatValueRange,
	carbonContentRange,
	coalCarbonRange,
	heatAgainstCarbon,
	factorSize,
	processMissing,
	clinkerAgainstFuel,
	gasUnlikeSector,
];
