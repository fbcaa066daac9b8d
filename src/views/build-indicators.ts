/** What plans ask besides CO2 and energy, and totals beside what is allowed, as the report's contract has them. */

import type { FirmYear } from "../assessment/firm.ts";
import { capFigures, indicatorFigures } from "../assessment/indicator-figures.ts";
import type { AssessedSector, SectorYear } from "../assessment/pools.ts";
import type { Decimal, ReportCap, ReportIndicator } from "../contract/report.ts";
import type { Figure } from "../exact/figure.ts";

/** Writes a figure, or null where it is unknown. */
type Written = (value: Figure | null) => Decimal;

export function indicatorsIn({ indicators, year }: FirmYear, written: Written): ReportIndicator[] {
	return indicators.map((one) => {
		const figures = indicatorFigures(one, year);
		return {
			indicator: one.indicator,
			value: written(figures.value),
			unit: one.unit,
			intensity: written(figures.intensity),
			sinceBasePercent: written(figures.sinceBasePercent),
			kind: one.asked?.kind ?? null,
			targetYear: figures.targetYear,
			requiredChangePercent: written(figures.requiredChangePercent),
			level: written(figures.level),
			verdict: one.verdict === null ? null : { ...one.verdict },
		};
	});
}

export function capIn({ cap }: AssessedSector, one: SectorYear, written: Written): ReportCap | null {
	if (cap === undefined || one.cap === null) return null;
	const figures = capFigures(cap, one.cap, one.year);
	return {
		targetYear: cap.targetYear,
		cap: written(figures.cap) as string,
		firms: one.cap.firms,
		total: written(figures.total),
		required: written(figures.required),
		gapTonnes: written(figures.gapTonnes),
		capGapTonnes: written(figures.capGapTonnes),
		word: one.cap.word,
	};
}
