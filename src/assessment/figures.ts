/**
 * The figures of a firm-year beside its paths, each ready to be written to any number of places. A figure that is unknown is
 * null, never zero.
 */
import { count, lastMonth } from "../domain/period.ts";
import { type Figure, figure, surdFigure } from "../exact/figure.ts";
import { hundred, minus, negative, oneRatio, per, type Ratio, sign, times, zeroRatio } from "../exact/ratio.ts";
import type { Path } from "../trajectory/path.ts";
import type { Base } from "./base.ts";
import type { FirmYear } from "./firm.ts";
import type { FirmPaths } from "./paths.ts";
import { type AssessedSector, change, isPooled, type PoolableYear, percent, type SectorYear } from "./pools.ts";

/** A gap to one path: above zero is worse. */
export interface PathFigures {
	readonly base: Figure;
	/** In the year; null after the target year. */
	readonly required: Figure | null;
	readonly gap: Figure | null;
	readonly gapPercent: Figure | null;
	readonly gapTonnes: Figure | null;
	/** At the target year's end point. */
	readonly target: Figure;
	readonly targetGap: Figure;
	readonly targetGapPercent: Figure | null;
	readonly targetGapTonnes: Figure;
}

export interface OwnPathFigures extends PathFigures {
	/** The plan that the year is judged by. */
	readonly targets: string;
	/** The constant prices that the year and its base are compared at; null for products. */
	readonly prices: string | null;
	readonly baseYear: number;
	readonly requiredChangePercent: Figure | null;
	readonly gapPoints: Figure | null;
	readonly neededYearlyCutPercent: Figure | null;
}

export interface SectorPathFigures extends PathFigures {
	readonly firms: number | null;
	readonly thin: boolean;
}

export interface YearFigures {
	readonly sinceBasePercent: Figure | null;
	readonly sinceLastYearPercent: Figure | null;
	readonly energySinceBasePercent: Figure | null;
	/** Without energy used as feedstock. */
	readonly netEnergySinceBasePercent: Figure | null;
	readonly energyRequiredChangePercent: Figure | null;
	readonly ownPath: OwnPathFigures | null;
	readonly sectorPath: SectorPathFigures | null;
	/** The year lies on the firm's path: from its base year to the target year. */
	readonly onPath: boolean;
	readonly progressPercent: Figure | null;
	/** The fall over the fall that was asked, in the target year: how offices state a task that is over. */
	readonly completionPercent: Figure | null;
	readonly scheduleRatio: Figure | null;
}

const nothing: YearFigures = {
	sinceBasePercent: null,
	sinceLastYearPercent: null,
	energySinceBasePercent: null,
	netEnergySinceBasePercent: null,
	energyRequiredChangePercent: null,
	ownPath: null,
	sectorPath: null,
	onPath: false,
	progressPercent: null,
	completionPercent: null,
	scheduleRatio: null,
};

/** What figures are made of: a firm's year, or as much of one. */
export interface ComparedYear extends PoolableYear {
	readonly plan: { readonly id: string };
	readonly comparable: boolean;
	readonly base: Base | undefined;
	readonly paths: FirmPaths | undefined;
	readonly intensity: Ratio | null;
	readonly energyIntensity: Ratio | null;
	readonly netEnergyIntensity: Ratio | null;
	readonly output: { readonly value: Ratio } | null;
	readonly lastYear: Ratio | undefined;
}

/** Figures of one year; all null where the year cannot be compared. `sector`: the firm's, under the plan of the year. */
export function figuresOf(one: ComparedYear, sector: AssessedSector | undefined): YearFigures {
	const { base, paths } = one;
	if (!one.comparable || base === undefined || paths === undefined || one.intensity === null || one.output === null)
		return nothing;
	const { year, intensity } = one;
	const path = paths.own;
	const output = one.output.value;
	const sinceLastYear = one.lastYear === undefined ? null : change(intensity, one.lastYear);
	const lastYearOnly: YearFigures = { ...nothing, sinceLastYearPercent: shown(sinceLastYear) };
	if (year < base.year) return { ...lastYearOnly, sectorPath: sectorFigures(one, sector) };
	const within = year <= path.targetYear;
	const energySince = (now: Ratio | null, then: Ratio | null): Figure | null =>
		now === null || then === null ? null : shown(change(now, then));
	return {
		sinceBasePercent: shown(change(intensity, base.intensity)),
		sinceLastYearPercent: shown(sinceLastYear),
		energySinceBasePercent: energySince(one.energyIntensity, base.energyIntensity),
		netEnergySinceBasePercent: energySince(one.netEnergyIntensity, base.netEnergyIntensity),
		energyRequiredChangePercent: within && paths.energy !== undefined ? shareChange(paths.energy, year) : null,
		ownPath: {
			targets: one.plan.id,
			baseYear: base.year,
			prices: base.priceYear === null ? null : `constant-${base.priceYear}`,
			...gaps(path, intensity, base.intensity, output, year),
			requiredChangePercent: within ? shareChange(path, year) : null,
			gapPoints: within && sign(base.intensity) !== 0 ? gapPoints(path, intensity, base.intensity, year) : null,
			neededYearlyCutPercent: year < path.targetYear ? (path.neededYearlyCut(intensity, base.intensity, year) ?? null) : null,
		},
		sectorPath: sectorFigures(one, sector),
		onPath: within,
		progressPercent: within ? (path.progress(intensity, base.intensity) ?? null) : null,
		completionPercent: year === path.targetYear ? completionOf(path, intensity, base.intensity) : null,
		scheduleRatio: within ? (path.scheduleRatio(intensity, base.intensity, year) ?? null) : null,
	};
}

/** (1 − intensity / base) / (1 − what is left at the end): no logarithm. */
function completionOf(path: Path, intensity: Ratio, base: Ratio): Figure | null {
	const left = path.share(path.targetYear).rational;
	if (left === undefined || sign(base) <= 0 || sign(minus(oneRatio, left)) === 0) return null;
	return figure(percent(per(minus(oneRatio, per(intensity, base)), minus(oneRatio, left))));
}

function shown(value: Ratio | null): Figure | null {
	return value === null ? null : figure(value);
}

/** (share − 1) in per cent: what the path asks since the base. */
function shareChange(path: Path, year: number): Figure {
	return surdFigure(negative(hundred), hundred, path.share(year));
}

/** Change since the base minus the change required, in percentage points. */
function gapPoints(path: Path, intensity: Ratio, base: Ratio, year: number): Figure {
	return surdFigure(percent(per(intensity, base)), negative(hundred), path.share(year));
}

/** The gap to base × share, in the year and at the end point: in the intensity's unit, in per cent of the path, in tonnes. */
function gaps(path: Path, intensity: Ratio, base: Ratio, output: Ratio, year: number): PathFigures {
	const at = (when: number): Pick<PathFigures, "gap" | "gapPercent" | "gapTonnes" | "required"> => {
		const share = path.share(when);
		return {
			required: surdFigure(zeroRatio, base, share),
			gap: surdFigure(intensity, negative(base), share),
			gapPercent: sign(base) === 0 ? null : surdFigure(negative(hundred), percent(per(intensity, base)), path.inverse(when)),
			gapTonnes: surdFigure(times(intensity, output), negative(times(base, output)), share),
		};
	};
	const now =
		year <= path.targetYear && year >= path.baseYear
			? at(year)
			: { required: null, gap: null, gapPercent: null, gapTonnes: null };
	const end = at(path.targetYear);
	return {
		base: figure(base),
		...now,
		target: end.required as Figure,
		targetGap: end.gap as Figure,
		targetGapPercent: end.gapPercent,
		targetGapTonnes: end.gapTonnes as Figure,
	};
}

/** The firm beside its sector's path, at the prices of the pool; which asks nothing before its base year. */
export function sectorFigures(one: PoolableYear, sector: AssessedSector | undefined): SectorPathFigures | null {
	if (sector === undefined || sector.base === null || !isPooled(one, sector.priceYear)) return null;
	const output = one.outputs?.at.get(sector.priceYear)?.value;
	const { total } = one.emissions;
	// A denominator of nothing makes no intensity.
	if (output === undefined || sign(output) <= 0 || total === null || one.year < sector.path.baseYear) return null;
	return {
		firms: sector.baseFirms,
		thin: sector.thin,
		...gaps(sector.path, per(total, output), sector.base, output, one.year),
	};
}

/** What a sector's path requires in a year, and how far the firms of its base lie from it, in per cent. */
export function sectorGap(
	{ base, path }: AssessedSector,
	{ year, compared }: SectorYear,
): { readonly required: Figure | null; readonly gapPercent: Figure | null } {
	if (base === null || year < path.baseYear || year > path.targetYear) return { required: null, gapPercent: null };
	const gapPercent =
		compared === null || sign(compared.base) === 0
			? null
			: surdFigure(negative(hundred), percent(per(compared.now, compared.base)), path.inverse(year));
	return { required: surdFigure(zeroRatio, base, path.share(year)), gapPercent };
}

/** The figures of a part of a year. */
export interface ToDateFigures {
	/** How many months are compared. */
	readonly months: number;
	readonly intensity: Figure | null;
	/** Against the same months of the year before. */
	readonly sameMonthsPercent: Figure | null;
	/** Since the base, through last year's own change. */
	readonly cumulativePercent: Figure | null;
	/** What the path asks until the end of the year. */
	readonly requiredPercent: Figure | null;
	/** The share of the plan's time that is gone with the last of the months. */
	readonly timeGonePercent: Figure | null;
}

/** Figures of the months of a year, where it is not whole. */
export function toDateFigures({ year, paths, toDate }: Pick<FirmYear, "year" | "paths" | "toDate">): ToDateFigures | null {
	if (toDate === undefined) return null;
	const path = paths?.own;
	const { now, sameMonths, sinceBase } = toDate;
	const onPath = path !== undefined && year > path.baseYear && year <= path.targetYear;
	return {
		months: count(now.mask),
		intensity: shown(now.basis.intensity),
		sameMonthsPercent: sameMonths === undefined ? null : figure(percent(minus(sameMonths, oneRatio))),
		cumulativePercent: sinceBase === undefined ? null : figure(percent(minus(sinceBase, oneRatio))),
		requiredPercent: onPath ? shareChange(path, year) : null,
		timeGonePercent: onPath ? figure(percent(timeGone(path, year, lastMonth(now.mask)))) : null,
	};
}

/** The share of a path's time that is gone with a month of a year: sixtieths of five years. */
export function timeGone({ baseYear, targetYear }: Pick<Path, "baseYear" | "targetYear">, year: number, month: number): Ratio {
	return { over: BigInt(12 * (year - baseYear - 1) + month), under: BigInt(12 * (targetYear - baseYear)) };
}
