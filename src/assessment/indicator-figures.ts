/** Figures of what plans ask besides CO2 and energy, and of a sector's total beside what it is allowed; unknown is null, never zero. */
import { type Figure, figure, surdFigure } from "../exact/figure.ts";
import { hundred, negative, type Ratio, zeroRatio } from "../exact/ratio.ts";
import { type Cap, type CapYear, overCap } from "./caps.ts";
import type { IndicatorYear } from "./indicators.ts";
import { change } from "./pools.ts";

export interface IndicatorFigures {
	readonly value: Figure | null;
	readonly intensity: Figure | null;
	readonly sinceBasePercent: Figure | null;
	readonly targetYear: number | null;
	readonly requiredChangePercent: Figure | null;
	readonly level: Figure | null;
}

const shown = (value: Ratio | null): Figure | null => (value === null ? null : figure(value));

/** Figures of one indicator in a year. */
export function indicatorFigures(one: IndicatorYear, year: number): IndicatorFigures {
	const { value, intensity, base, asked } = one;
	const path = asked?.kind === "change" ? asked.path : undefined;
	const onPath = path !== undefined && year >= path.baseYear && year <= path.targetYear;
	return {
		value: shown(value),
		intensity: shown(intensity),
		sinceBasePercent: intensity === null || base === null ? null : shown(change(intensity, base)),
		targetYear: asked === undefined ? null : asked.kind === "level" ? asked.targetYear : asked.path.targetYear,
		requiredChangePercent: onPath ? surdFigure(negative(hundred), hundred, path.share(year)) : null,
		level: asked?.kind === "level" ? figure(asked.level) : null,
	};
}

export interface CapFigures {
	readonly cap: Figure;
	readonly total: Figure | null;
	/** What the path allows in the year; without a path in the target year alone. */
	readonly required: Figure | null;
	/** Actual less that; above zero is too much. */
	readonly gapTonnes: Figure | null;
	/** Actual less what is allowed in the target year. */
	readonly capGapTonnes: Figure | null;
}

/** Figures of a sector's total in a year. */
export function capFigures(cap: Cap, one: CapYear, year: number): CapFigures {
	const { path, base, tonnes, targetYear } = cap;
	const share = path !== undefined && year >= path.baseYear && year <= path.targetYear ? path.share(year) : undefined;
	const over = overCap(cap, one);
	const common = { cap: figure(tonnes), total: shown(one.total), capGapTonnes: shown(over) };
	if (year === targetYear) return { ...common, required: figure(tonnes), gapTonnes: shown(over) };
	if (share === undefined || base === undefined) return { ...common, required: null, gapTonnes: null };
	return {
		...common,
		required: surdFigure(zeroRatio, base, share),
		gapTonnes: one.total === null ? null : surdFigure(one.total, negative(base), share),
	};
}
