/** A firm followed by month, in full: the year so far, its path, what is left and where it ends. */
import { toDateFigures } from "../assessment/figures.ts";
import { changeOf, type Months } from "../assessment/to-date.ts";
import { pricedAt } from "../assessment/year-basis.ts";
import { monthsOf as monthTexts, wholeYear } from "../domain/period.ts";
import { type Figure, surdFigure } from "../exact/figure.ts";
import { compare, hundred, negative, oneRatio, type Ratio } from "../exact/ratio.ts";
import type { MonthIntensity, Tracked } from "../tracking/track.ts";
import { atMonth, changePercent, type Followed, gapPointsOf, requiredOf } from "./build-track.ts";
import { exactly, fixed, perCentPlaces, shown, signed, tonnePlaces } from "./figures.ts";
import { nameOf } from "./firm-cells.ts";
import type { Frame } from "./frame.ts";
import { growthBlocks } from "./growth-page.ts";
import { type Block, type Cell, type Column, heading, type Page, picture, sheet, text } from "./page.ts";
import { gapBar, sparkline } from "./pictures.ts";
import { settleLines } from "./settle-line.ts";
import type { TrackChoices } from "./track-words.ts";
import { monthText, signsOf, verdictText } from "./track-words.ts";

export function trackedFirmPage({ firm, tracked, growth }: Followed, frame: Frame, { digits }: TrackChoices): Page {
	const { language, basis } = frame;
	const { track: texts, report } = language;
	if (typeof tracked === "string")
		return [
			text(texts.upTo({ firm: nameOf(firm), firms: 1, month: null })),
			text(texts.cannot(nameOf(firm), tracked)),
			...growthBlocks(growth, frame),
		];
	const { month, toDate, months, missing } = tracked;
	const { leftOut } = toDate;
	const gone = [...monthTexts(month.year, leftOut.now), ...monthTexts(month.year - 1, leftOut.lastYear)];
	const body: Block[] = [
		heading(texts.headings.toDate),
		sheet({
			columns: periodColumns(frame),
			rows: periodRows(tracked, frame, digits),
			leftOut: report.leftOut,
			notes: [
				...(missing === 0 ? [] : [texts.missing(monthTexts(month.year, missing))]),
				...(gone.length === 0 ? [] : [texts.leftOut(gone)]),
			],
		}),
		...picturesOf(months(), digits, frame),
		...pathBlocks(tracked, frame, digits),
	];
	const rates = growthBlocks(growth, frame);
	return [
		text(texts.upTo({ firm: nameOf(firm), firms: 1, month: monthText(tracked) })),
		text(report.judged({ basis, year: month.year, firms: 1, firm: nameOf(firm), terms: [], others: [], further: 0 })),
		text(report.chosen(basis, frame.naming)),
		...signsOf([...body, ...rates], frame),
		...body,
		text(texts.verdict(verdictText(tracked, frame), toDate.now.mask === wholeYear)),
		...settleLines([{ year: month.year, settle: tracked.settle }], frame),
		...rates,
	];
}

function periodColumns({ language, basis }: Frame): Column[] {
	const { track: texts, words } = language;
	const { columns } = texts;
	return [
		{ title: columns.what, align: "left" },
		{ title: columns.months, align: "right", spare: 2 },
		{ title: columns.emissions, align: "right" },
		{ title: columns.output(words.unit(basis.outputUnit)), align: "right", spare: 1 },
		{ title: columns.intensity, align: "right" },
		{ title: "%", align: "right" },
		{ title: "", align: "left" },
	];
}

/** This year, last year's and the base's same months, the last twelve months, the month alone: each with this year's change against it. */
function periodRows(tracked: Tracked, { language }: Frame, digits: number): Cell[][] {
	const { track: texts, words } = language;
	const { month, year, toDate, view, rolling, change, baseIsYear } = tracked;
	const { now, lastYear, base, sameMonths } = toDate;
	const { unknown } = words;
	const row = (
		what: string,
		count: string,
		total: Ratio | null,
		output: Ratio | null,
		intensity: Ratio | null,
		by: Figure | null | undefined,
		against: string,
	): Cell[] =>
		[
			what,
			count,
			exactly(total, tonnePlaces, unknown),
			exactly(output, tonnePlaces, unknown),
			exactly(intensity, digits, unknown),
			by === undefined ? "" : signed(by, perCentPlaces, unknown),
			by === undefined ? "" : against,
		].map((of) => ({ text: of }));
	const priced = year.base === undefined ? now.basis : pricedAt(now.basis, year.base.priceYear);
	const count = String(monthTexts(month.year, now.mask).length);
	const ofMonths = (what: string, of: Months | undefined, by: Figure | null, against: string): Cell[] =>
		row(
			what,
			of === undefined ? "" : count,
			of?.basis.emissions.total ?? null,
			of?.basis.output?.value ?? null,
			of?.basis.intensity ?? null,
			by,
			against,
		);
	const own = texts.thisYear(month.year);
	const { onYear, onMonth, onYearBefore } = texts.changes;
	const onBase = base === undefined ? null : changePercent(changeOf(now, base, view.rules));
	return [
		row(own, count, now.basis.emissions.total, priced.output?.value ?? null, priced.intensity, undefined, ""),
		ofMonths(texts.lastYear(month.year - 1), lastYear, changePercent(sameMonths), ""),
		...(base !== undefined && base.year !== month.year - 1 ? [ofMonths(texts.base(base.year), base, onBase, "")] : []),
		...(baseIsYear && year.base !== undefined
			? [row(texts.baseIsYear(year.base.year), "12", null, null, year.base.intensity, null, "")]
			: []),
		...(rolling === undefined
			? [row(texts.twelveMonths, "", null, null, null, undefined, "")]
			: [
					row(
						texts.twelveMonths,
						"12",
						rolling.emissions,
						rolling.output,
						rolling.intensity,
						changePercent(rolling.change),
						onYearBefore,
					),
				]),
		...(change === undefined
			? []
			: [
					row(
						texts.inMonth(monthText(tracked)),
						"1",
						change.emissions,
						change.output,
						change.intensity,
						changePercent(change.onMonth),
						onMonth,
					),
					row("", "", null, null, null, changePercent(change.onYear), onYear).map((cell, index) =>
						index < 5 ? { text: "" } : cell,
					),
				]),
	];
}

/** The months as a picture where a person looks on. */
function picturesOf(months: readonly MonthIntensity[], digits: number, { language }: Frame): Block[] {
	const known = months.flatMap(({ intensity }) => (intensity === null ? [] : [intensity])).sort(compare);
	const [low, high] = [known[0], known.at(-1)];
	if (low === undefined || high === undefined || known.length < 2) return [];
	const { track: texts } = language;
	const told = texts.picture({ low: exactly(low, digits, ""), high: exactly(high, digits, "") });
	return [picture([`${sparkline(months.map(({ intensity }) => intensity))}  ${told}`])];
}

function pathBlocks(tracked: Tracked, { language, basis }: Frame, digits: number): Block[] {
	const { track: texts, words } = language;
	const { year, month, toDate, task, room, pace, open } = tracked;
	const path = year.paths?.own;
	const figures = toDateFigures({ ...year, toDate });
	if (path === undefined || year.base === undefined || figures === null || figures.requiredPercent === null) return [];
	const { unknown } = words;
	const { verdict, sameMonths, sinceBase } = toDate;
	const percent = (value: Figure | null): string => signed(value, perCentPlaces, unknown);
	const required = percent(figures.requiredPercent);
	const yearly = percent(yearlyPercent(path, month.year));
	const progress = sinceBase === undefined ? undefined : path.progress(sinceBase, oneRatio);
	const gap = gapPointsOf(tracked);
	// Against last year and through it are the same where it is the base.
	const isBase = year.base.year === month.year - 1;
	const { columns } = texts;
	const titles = [columns.sinceBase, columns.required, columns.gapPoints, columns.timeGone, columns.progress];
	const cells = [
		percent(figures.cumulativePercent),
		required,
		signed(gap, perCentPlaces, unknown),
		shown(figures.timeGonePercent, perCentPlaces, unknown),
		shown(progress, perCentPlaces, unknown),
	];
	return [
		heading(texts.headings.path),
		sheet({
			columns: titles.map((title): Column => ({ title, align: "right" })),
			rows: [cells.map((of) => ({ text: of }))],
			leftOut: language.report.leftOut,
		}),
		...(gap === null ? [] : [picture([gapBar(gap)])]),
		...(sameMonths === undefined
			? []
			: [text(texts.yearTest({ change: percent(figures.sameMonthsPercent), required: yearly, test: verdict.yearTest }))]),
		...(sinceBase === undefined || isBase
			? []
			: [text(texts.cumulativeTest({ change: percent(figures.cumulativePercent), required, test: verdict.cumulativeTest }))]),
		text(isBase ? texts.oneTest : texts.tests),
		...(task === undefined ? [] : [text(texts.task(shown(task.percent, perCentPlaces, unknown), task.levels))]),
		text(
			texts.pathAtMonth({
				intensity: fixed(atMonth(year.base.intensity, path, month), digits),
				timeGone: shown(figures.timeGonePercent, perCentPlaces, unknown),
				month: monthText(tracked),
			}),
		),
		...(open ? [text(texts.open)] : []),
		...(room === undefined
			? []
			: [
					text(
						texts.room({
							months: room.months,
							output: `${exactly(room.output, tonnePlaces, unknown)} ${words.unit(basis.outputUnit)}`,
							asked: room.from === "asked",
							intensity: fixed(room.intensity, digits),
							tonnes: fixed(room.tonnes, tonnePlaces),
							change: room.changePercent === null ? null : percent(room.changePercent),
							none: room.tonnes(tonnePlaces).startsWith("-"),
						}),
					),
				]),
		...(pace === undefined
			? []
			: [
					text(
						texts.pace({
							soFar: exactly(pace.soFar, digits, unknown),
							low: pace.low === null ? null : exactly(pace.low, digits, unknown),
							high: pace.high === null ? null : exactly(pace.high, digits, unknown),
							years: pace.years,
							required: shown(requiredOf(tracked), digits, unknown),
						}),
					),
				]),
	];
}

/** What a year asks for against the year before, in per cent. */
function yearlyPercent(path: NonNullable<Tracked["year"]["paths"]>["own"], year: number): Figure {
	return surdFigure(negative(hundred), hundred, path.yearly(year));
}
