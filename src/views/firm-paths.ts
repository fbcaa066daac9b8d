/** The paths of one firm: its own with the gap in all its forms, where it ends, and that of its sector. */
import { sectorOf } from "../assessment/assessment.ts";
import type { PathFigures, YearFigures } from "../assessment/figures.ts";
import { exactly, fixed, perCentPlaces, shown, tonnePlaces } from "./figures.ts";
import type { FirmSheet, SomeRows, YearColumn } from "./firm-sheet.ts";
import { type Block, heading, picture, text } from "./page.ts";
import { gapBar } from "./pictures.ts";
import { termsOf } from "./terms.ts";

/** All of them, plan by plan. */
export function pathBlocks(of: FirmSheet): Block[] {
	const { report } = of.frame.language;
	const onOwn = of.rows.filter(({ figures }) => figures.ownPath !== null);
	const within = onOwn.filter(({ figures }) => figures.ownPath?.required != null);
	const onSector = of.rows.filter(({ figures }) => figures.sectorPath?.required != null);
	return [
		...(within.length === 0 ? [text(report.noOwnPath)] : of.byPlan(within, (some) => ownPathBlocks(of, some))),
		...gapPicture(of),
		...of.byPlan(onOwn, (some) => endPointBlocks(of, some)),
		...(onSector.length === 0 ? [text(report.noSectorPath)] : of.byPlan(onSector, (some) => sectorPathBlocks(of, some))),
	];
}

/** The gap of the last year that has one, in points to the left or to the right of the path. */
function gapPicture({ rows }: FirmSheet): Block[] {
	const row = rows.findLast(({ figures }) => figures.ownPath?.required != null && figures.ownPath.gapPoints != null);
	const gap = row?.figures.ownPath?.gapPoints;
	return row === undefined || gap == null ? [] : [picture([`${gapBar(gap)}  ${row.one.year}`])];
}

function ownPathBlocks(of: FirmSheet, some: SomeRows): Block[] {
	const { digits, frame } = of;
	const { report, words } = frame.language;
	const { columns: titles, headings } = report;
	const [{ figures: first, one }] = some;
	const { ownPath: own } = first;
	const path = one.paths?.own;
	if (own === null || path === undefined) return [];
	return [
		heading(headings.ownPath(fixed(own.base, digits), own.baseYear)),
		of.table(
			[
				[titles.intensity, ({ one: { intensity: value } }) => exactly(value, digits, words.unknown), 3],
				[titles.required, ({ figures }) => of.intensity(figures.ownPath?.required), 2],
				[titles.gap, ({ figures }) => of.change(figures.ownPath?.gap, digits)],
				[titles.gapPercent, ({ figures }) => of.change(figures.ownPath?.gapPercent, perCentPlaces)],
				[titles.gapPoints, ({ figures }) => of.change(figures.ownPath?.gapPoints, perCentPlaces), 5],
				[titles.gapTonnes, ({ figures }) => of.change(figures.ownPath?.gapTonnes, tonnePlaces), 4],
				[titles.progress, ({ figures }) => shown(figures.progressPercent, perCentPlaces, words.unknown), 6],
				[
					titles.scheduleRatio,
					// In the base year no time is gone yet.
					({ one: { year }, figures }) =>
						shown(figures.scheduleRatio, perCentPlaces, year === own.baseYear ? words.notApplicable : words.unknown),
					7,
				],
			],
			some,
			[report.progress({ path: frame.basis.path, reduction: termsOf(path).reduction })],
		),
	];
}

function endPointBlocks(of: FirmSheet, some: SomeRows): Block[] {
	const { digits, frame } = of;
	const { report, words } = frame.language;
	const { columns: titles, headings } = report;
	const path = some[0].one.paths?.own;
	if (path === undefined) return [];
	return [
		heading(headings.endPoint(path.targetYear)),
		of.table(
			[
				[titles.target, ({ figures }) => of.intensity(figures.ownPath?.target)],
				[titles.gap, ({ figures }) => of.change(figures.ownPath?.targetGap, digits), 2],
				[titles.gapPercent, ({ figures }) => of.change(figures.ownPath?.targetGapPercent, perCentPlaces)],
				[titles.gapTonnes, ({ figures }) => of.change(figures.ownPath?.targetGapTonnes, tonnePlaces), 1],
				[
					titles.yearlyCut,
					// With the target year no year is left.
					({ one: { year }, figures }) =>
						shown(
							figures.ownPath?.neededYearlyCutPercent,
							perCentPlaces,
							year >= path.targetYear ? words.notApplicable : words.unknown,
						),
				],
			],
			some,
		),
	];
}

function sectorPathBlocks(of: FirmSheet, some: SomeRows): Block[] {
	const { assessment, digits, firm, frame } = of;
	const { headings, sectorPathCaution } = frame.language.report;
	const [{ figures: first, one }] = some;
	const sector = sectorOf(assessment, firm.pool, one.plan);
	if (first.sectorPath === null || firm.pool === null || sector === undefined) return [];
	const { base, firms, thin } = first.sectorPath;
	return [
		heading(headings.sectorPath(frame.naming.sector(firm.pool), fixed(base, digits), sector.path.baseYear, firms, thin)),
		of.table(
			gapColumns(of, (figures) => figures.sectorPath),
			some,
			[sectorPathCaution],
		),
	];
}

function gapColumns(of: FirmSheet, path: (figures: YearFigures) => PathFigures | null): YearColumn[] {
	const { columns: titles } = of.frame.language.report;
	return [
		[titles.intensity, ({ one }) => exactly(one.intensity, of.digits, of.frame.language.words.unknown), 1],
		[titles.required, ({ figures }) => of.intensity(path(figures)?.required)],
		[titles.gap, ({ figures }) => of.change(path(figures)?.gap, of.digits)],
		[titles.gapPercent, ({ figures }) => of.change(path(figures)?.gapPercent, perCentPlaces)],
		[titles.gapTonnes, ({ figures }) => of.change(path(figures)?.gapTonnes, tonnePlaces), 2],
	];
}
