/** Firms followed by month as the contract has them: every figure written once, from its exact value. */
import { toDateFigures } from "../assessment/figures.ts";
import { changeOf, type Months } from "../assessment/to-date.ts";
import { pricedAt } from "../assessment/year-basis.ts";
import type { Track, TrackedFirm } from "../contract/track.ts";
import { monthsOf as monthTexts, write } from "../domain/period.ts";
import { type Figure, figure, surdFigure } from "../exact/figure.ts";
import { hundred, minus, negative, oneRatio, type Ratio, times, zeroRatio } from "../exact/ratio.ts";
import type { FollowedFirm } from "../run/follow.ts";
import type { Decline, OfficeGrowth, Span } from "../tracking/growth.ts";
import type { Tracked } from "../tracking/track.ts";
import { settleIn } from "./build-firm.ts";
import { basisIn, findingsOf } from "./build-report.ts";
import type { Frame } from "./frame.ts";

export type Followed = FollowedFirm;

const places = 12;
const fewPlaces = 6;
export function buildTrack(followed: readonly Followed[], frame: Frame): Track {
	return {
		schemaVersion: 1,
		tool: frame.tool,
		basis: basisIn(frame.basis),
		inputs: frame.inputs,
		firms: followed.map((one) => firmOf(one, frame)),
		findings: findingsOf(frame.tally, frame.notChecked, frame),
	};
}

/** (value − 1) in per cent. */
export function changePercent(value: Ratio | undefined): Figure | null {
	return value === undefined ? null : figure(times(hundred, minus(value, oneRatio)));
}

/** Change since the base minus the change that is asked for by the end of the year, in percentage points: above zero is worse. */
export function gapPointsOf({ year, toDate: { sinceBase } }: Tracked): Figure | null {
	const path = year.paths?.own;
	if (path === undefined || sinceBase === undefined || year.year <= path.baseYear || year.year > path.targetYear) return null;
	return surdFigure(times(hundred, sinceBase), negative(hundred), path.share(year.year));
}

function firmOf({ firm, tracked, growth, growthNow }: Followed, { basis }: Frame): TrackedFirm {
	const about = { firm: firm.firm, name: firm.name, sector: firm.sector, province: firm.province };
	const rates = { growthNow: growthNow === undefined ? null : growthIn(growthNow), growth: growth.map(growthIn) };
	const units = { outputUnit: basis.outputUnit, intensityUnit: `tCO2/${basis.outputUnit}` };
	if (typeof tracked === "string")
		return {
			...about,
			...{ month: null, why: tracked, targets: null, baseYear: null, prices: null },
			...units,
			...{ toDate: null, twelveMonths: null, inMonth: null, path: null, task: null, room: null, pace: null, months: [] },
			...{ verdict: null, settle: null },
			...rates,
		};
	const { month, year, toDate, rolling, change, task, room, pace, months } = tracked;
	const month2 = (of: number): string => `${month.year}-${String(of).padStart(2, "0")}`;
	return {
		...about,
		month: month2(month.month),
		why: null,
		targets: year.plan.id,
		baseYear: year.base?.year ?? year.paths?.own.baseYear ?? null,
		prices: year.base?.priceYear == null ? null : `constant-${year.base.priceYear}`,
		...units,
		toDate: toDateIn(tracked),
		twelveMonths:
			rolling === undefined
				? null
				: {
						emissions: exact(rolling.emissions),
						output: exact(rolling.output),
						intensity: exact(rolling.intensity),
						onYearBeforePercent: written(changePercent(rolling.change)),
					},
		inMonth:
			change === undefined
				? null
				: {
						intensity: exact(change.intensity),
						onMonthPercent: written(changePercent(change.onMonth)),
						onYearPercent: written(changePercent(change.onYear)),
					},
		path: pathIn(tracked),
		task:
			task === undefined
				? null
				: {
						percent: written(task.percent, fewPlaces),
						levels: task.levels.map(({ scheme, schemeEn, level, wordEn }) => ({ scheme, title: schemeEn, level, word: wordEn })),
					},
		room:
			room === undefined
				? null
				: {
						months: room.months,
						output: exact(room.output),
						outputFrom: room.from,
						intensity: room.intensity(places),
						tonnes: room.tonnes(places),
						changePercent: written(room.changePercent),
					},
		pace:
			pace === undefined
				? null
				: {
						soFar: exact(pace.soFar),
						low: pace.low === null ? null : exact(pace.low),
						high: pace.high === null ? null : exact(pace.high),
						fromYears: pace.years,
						required: written(requiredOf(tracked)),
					},
		months: months().map(({ month: of, intensity }) => ({
			month: month2(of),
			intensity: intensity === null ? null : exact(intensity),
		})),
		verdict: { ...toDate.verdict },
		settle: settleIn(tracked.settle),
		...rates,
	};
}

/** The year up to the month at the prices of the path, where the base can be had at them. */
function toDateIn({ year, month, toDate, view, baseIsYear }: Tracked): TrackedFirm["toDate"] {
	const { now, leftOut, lastYear, base, sameMonths } = toDate;
	const priced = year.base === undefined ? now.basis : pricedAt(now.basis, year.base.priceYear);
	const beside = (other: Months | undefined): Ratio | null => other?.basis.intensity ?? null;
	const onBase = base === undefined ? undefined : changeOf(now, base, view.rules);
	const baseYears = baseIsYear && year.base !== undefined && priced.intensity !== null ? year.base.intensity : null;
	const lastMonths = monthTexts(month.year - 1, leftOut.lastYear);
	return {
		months: monthTexts(month.year, now.mask),
		leftOut: [...monthTexts(month.year, leftOut.now), ...lastMonths],
		emissions: orNull(now.basis.emissions.total),
		output: orNull(priced.output?.value ?? null),
		intensity: orNull(priced.intensity),
		lastYear: orNull(beside(lastYear)),
		onLastYearPercent: written(changePercent(sameMonths)),
		base: orNull(beside(base) ?? baseYears),
		baseIs: base !== undefined ? "months" : baseYears !== null ? "year" : null,
		onBasePercent: written(changePercent(onBase)),
	};
}

function pathIn(tracked: Tracked): TrackedFirm["path"] {
	const { year, month, toDate } = tracked;
	const path = year.paths?.own;
	const figures = toDateFigures({ ...year, toDate });
	if (path === undefined || year.base === undefined || figures === null || figures.timeGonePercent === null) return null;
	const { requiredPercent, cumulativePercent, timeGonePercent } = figures;
	if (requiredPercent === null) return null;
	const value = toDate.sinceBase;
	const progress = value === undefined ? undefined : path.progress(value, oneRatio);
	return {
		cumulativePercent: written(cumulativePercent),
		requiredPercent: requiredPercent(places),
		gapPoints: written(gapPointsOf(tracked)),
		atMonth: atMonth(year.base.intensity, path, month)(places),
		timeGonePercent: timeGonePercent(fewPlaces),
		progressPercent: progress === undefined ? null : progress(fewPlaces),
	};
}

/** The path at the end of a month, by the time gone. */
export function atMonth(
	base: Ratio,
	path: NonNullable<Tracked["year"]["paths"]>["own"],
	{ year, month }: Tracked["month"],
): Figure {
	return surdFigure(zeroRatio, base, path.shareAtMonth(year, month));
}

function growthIn({ period, plan, rates, co2, energy, lacking }: OfficeGrowth): TrackedFirm["growth"][number] {
	const percent = (value: Ratio): string => (changePercent(value) as Figure)(places);
	const bounds = ({ low, value, high }: Span): { percent: string; lowPercent: string; highPercent: string } => ({
		...{ percent: percent(value), lowPercent: percent(low), highPercent: percent(high) },
	});
	const declineIn = (one: Decline | undefined): TrackedFirm["growth"][number]["co2"] =>
		one === undefined
			? null
			: { ...bounds(one), askedPercent: written(askedPercent(one, period.year)), against: one.against ?? null };
	return {
		period: write(period),
		targets: plan ?? null,
		rates: rates.map(({ indicator, span, source, own, agrees }) => ({
			indicator,
			...bounds(span),
			source: source === "" ? null : source,
			ownPercent: own === undefined ? null : percent(own),
			agrees: agrees ?? null,
		})),
		co2: declineIn(co2),
		energy: declineIn(energy),
		lacking: [...lacking],
	};
}

/** What the year asks for against the year before, in per cent; null where no plan asks anything. */
export function askedPercent({ path }: Decline, year: number): Figure | null {
	return path === undefined ? null : surdFigure(negative(hundred), hundred, path.yearly(year));
}

/** What the path asks of the whole year. */
export function requiredOf({ year }: Tracked): Figure | null {
	const path = year.paths?.own;
	if (path === undefined || year.base === undefined || year.year <= path.baseYear || year.year > path.targetYear) return null;
	return surdFigure(zeroRatio, year.base.intensity, path.share(year.year));
}

function exact(value: Ratio): string {
	return figure(value)(places);
}

function orNull(value: Ratio | null): string | null {
	return value === null ? null : exact(value);
}

function written(value: Figure | null, at = places): string | null {
	return value === null ? null : value(at);
}
