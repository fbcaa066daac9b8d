/**
 * The figures of a firm-year beside its paths, each ready to be written to any number of places. A figure that is unknown is
 * null, never zero.
 */
import { type Figure, figure, surdFigure } from "../exact/figure.ts";
import { negative, per, type Ratio, sign, times, whole, zeroRatio } from "../exact/ratio.ts";
import type { Path } from "../trajectory/path.ts";
import type { AssessedFirm, FirmYear } from "./firm.ts";
import { type AssessedSector, change, isPooled, percent, type SectorYear } from "./pools.ts";

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
	readonly energyRequiredChangePercent: Figure | null;
	readonly ownPath: OwnPathFigures | null;
	readonly sectorPath: SectorPathFigures | null;
	/** The year lies on the firm's path: from its base year to the target year. */
	readonly onPath: boolean;
	readonly progressPercent: Figure | null;
	readonly scheduleRatio: Figure | null;
}

const hundred = whole(100);
const nothing: YearFigures = {
	sinceBasePercent: null,
	sinceLastYearPercent: null,
	energySinceBasePercent: null,
	energyRequiredChangePercent: null,
	ownPath: null,
	sectorPath: null,
	onPath: false,
	progressPercent: null,
	scheduleRatio: null,
};

/** Figures of one year; all null where the year cannot be compared. */
export function figuresOf(firm: AssessedFirm, one: FirmYear, sector: AssessedSector | undefined): YearFigures {
	const { base, paths } = firm;
	if (!one.comparable || base === undefined || paths === undefined || one.intensity === null || one.output === null)
		return nothing;
	const { year, intensity } = one;
	const path = paths.own;
	const output = one.output.value;
	const sinceLastYear = one.lastYear === undefined ? null : change(intensity, one.lastYear);
	const lastYearOnly: YearFigures = { ...nothing, sinceLastYearPercent: shown(sinceLastYear) };
	if (year < base.year) return { ...lastYearOnly, sectorPath: sectorFigures(one, sector) };
	const within = year <= path.targetYear;
	const energyThen = base.energyIntensity;
	return {
		sinceBasePercent: shown(change(intensity, base.intensity)),
		sinceLastYearPercent: shown(sinceLastYear),
		energySinceBasePercent:
			one.energyIntensity === null || energyThen === null ? null : shown(change(one.energyIntensity, energyThen)),
		energyRequiredChangePercent: within && paths.energy !== undefined ? shareChange(paths.energy, year) : null,
		ownPath: {
			baseYear: base.year,
			...gaps(path, intensity, base.intensity, output, year),
			requiredChangePercent: within ? shareChange(path, year) : null,
			gapPoints: within && sign(base.intensity) !== 0 ? gapPoints(path, intensity, base.intensity, year) : null,
			neededYearlyCutPercent: year < path.targetYear ? (path.neededYearlyCut(intensity, base.intensity, year) ?? null) : null,
		},
		sectorPath: sectorFigures(one, sector),
		onPath: within,
		progressPercent: within ? (path.progress(intensity, base.intensity) ?? null) : null,
		scheduleRatio: within ? (path.scheduleRatio(intensity, base.intensity, year) ?? null) : null,
	};
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

/** The sector path asks nothing before its base year. */
function sectorFigures(one: FirmYear, sector: AssessedSector | undefined): SectorPathFigures | null {
	if (sector === undefined || sector.base === null || !isPooled(one, sector.priceYear)) return null;
	if (one.intensity === null || one.output === null) return null;
	if (one.year < sector.path.baseYear) return null;
	return {
		firms: sector.baseFirms,
		thin: sector.thin,
		...gaps(sector.path, one.intensity, sector.base, one.output.value, one.year),
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
