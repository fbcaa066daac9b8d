/** What an office's growth rates come to, on the page of the monthly view: a table of one firm's periods, or a line for each firm. */
import { write } from "../domain/period.ts";
import type { GrowthIndicator } from "../domain/words.ts";
import type { Figure } from "../exact/figure.ts";
import type { Ratio } from "../exact/ratio.ts";
import type { Decline, GrowthRate, OfficeGrowth } from "../tracking/growth.ts";
import { askedPercent, changePercent, type Followed } from "./build-track.ts";
import { perCentPlaces, signed } from "./figures.ts";
import { nameOf } from "./firm-cells.ts";
import type { Frame } from "./frame.ts";
import { type Block, type Cell, type Column, heading, sheet, text } from "./page.ts";

/** Of one firm: each period's rates, and what they make of the intensity. */
export function growthBlocks(growth: readonly OfficeGrowth[], frame: Frame): Block[] {
	if (growth.length === 0) return [];
	const { track: texts, report } = frame.language;
	const { columns, about, headings } = texts.growth;
	const titles: Column[] = [
		{ title: columns.period, align: "left" },
		{ title: columns.what, align: "left" },
		{ title: "%", align: "right" },
		{ title: columns.bounds, align: "right", spare: 3 },
		{ title: columns.asked, align: "right", spare: 2 },
		{ title: columns.own, align: "right", spare: 1 },
		{ title: "", align: "left" },
	];
	const rows = growth.flatMap((one) => rowsOf(one, frame));
	return [
		heading(headings.one),
		sheet({ ...filled(titles, rows), leftOut: report.leftOut }),
		text(about),
		...lackingBlocks(growth, null, frame),
	];
}

/** Of several firms: CO2 per value added of the month followed, else of the latest period. */
export function growthTable(followed: readonly Followed[], top: number, frame: Frame): Block[] {
	const all = followed.filter(({ growthNow }) => growthNow !== undefined);
	const given = all.slice(0, top);
	if (given.length === 0) return [];
	const { track: texts, report } = frame.language;
	const { columns, about, headings } = texts.growth;
	const titles: Column[] = [
		{ title: report.columns.firm, align: "left", name: true },
		{ title: columns.period, align: "left" },
		{ title: "%", align: "right" },
		{ title: columns.bounds, align: "right", spare: 2 },
		{ title: columns.asked, align: "right", spare: 1 },
		{ title: "", align: "left" },
		{ title: columns.differing, align: "left" },
	];
	const rows = given.flatMap(({ firm, growthNow }) => {
		if (growthNow === undefined) return [];
		const { period, co2 } = growthNow;
		return [
			cells([
				nameOf(firm),
				write(period),
				...declineCells(co2, period.year, frame),
				wordOf(co2, frame),
				differing(growthNow, frame),
			]),
		];
	});
	const rest = all.length - given.length;
	return [
		heading(headings.several),
		sheet({ ...filled(titles, rows), leftOut: report.leftOut, notes: rest > 0 ? [report.furtherFirms(rest, [])] : [] }),
		text(about),
		...given.flatMap(({ firm, growthNow }) => (growthNow === undefined ? [] : lackingBlocks([growthNow], nameOf(firm), frame))),
	];
}

/** Without the columns in which nothing stands. */
function filled(
	columns: readonly Column[],
	rows: readonly (readonly Cell[])[],
): { readonly columns: Column[]; readonly rows: Cell[][] } {
	const stands = columns.map((_, index) => rows.some((row) => (row[index]?.text ?? "") !== ""));
	const kept = <T>(list: readonly T[]): T[] => list.filter((_, index) => stands[index]);
	return { columns: kept(columns), rows: rows.map(kept) };
}

function rowsOf(one: OfficeGrowth, frame: Frame): Cell[][] {
	const { track: texts } = frame.language;
	const { declines } = texts.growth;
	const declined = (what: "co2" | "energy"): Cell[][] => {
		const decline = one[what];
		if (decline === undefined) return [];
		return [cells(["", declines[what], ...declineCells(decline, one.period.year, frame), "", wordOf(decline, frame)])];
	};
	const rates = one.rates.map((rate, index) => cells([index === 0 ? write(one.period) : "", ...rateCells(rate, frame)]));
	return [...rates, ...declined("co2"), ...declined("energy")];
}

/** With the digits it was printed with, and one more for what they allow. */
function rateCells({ indicator, span, places, own, agrees }: GrowthRate, { language }: Frame): string[] {
	const { track: texts, words } = language;
	const at = Math.max(perCentPlaces, places + 1);
	const percent = (value: Ratio | undefined, of: number): string => signed(changePercent(value), of, "");
	return [
		words.growthIndicators[indicator],
		percent(span.value, places),
		texts.growth.bounds(percent(span.low, at), percent(span.high, at)),
		"",
		percent(own, at),
		agrees === undefined ? "" : agrees ? texts.growth.agrees : texts.growth.disagrees,
	];
}

function declineCells(decline: Decline | undefined, year: number, { language: { track: texts, words } }: Frame): string[] {
	const percent = (value: Ratio | undefined): string => signed(changePercent(value), perCentPlaces, words.unknown);
	if (decline === undefined) return [words.unknown, words.unknown, words.unknown];
	const asked: Figure | null = askedPercent(decline, year);
	return [
		percent(decline.value),
		texts.growth.bounds(percent(decline.low), percent(decline.high)),
		asked === null ? words.notApplicable : signed(asked, perCentPlaces, words.unknown),
	];
}

function wordOf(decline: Decline | undefined, { language: { track: texts } }: Frame): string {
	const { against, noPlan } = texts.growth;
	return decline === undefined ? "" : decline.against === undefined ? noPlan : against[decline.against];
}

/** What grew otherwise by the firm's own amounts. */
function differing({ rates }: OfficeGrowth, { language: { words } }: Frame): string {
	const others = rates.filter(({ agrees }) => agrees === false).map(({ indicator }) => words.growthIndicators[indicator]);
	return words.list(others);
}

function lackingBlocks(growth: readonly OfficeGrowth[], firm: string | null, { language }: Frame): Block[] {
	const { track: texts, words } = language;
	const named = (list: readonly GrowthIndicator[]): string[] => list.map((one) => words.growthIndicators[one]);
	return growth.flatMap(({ period, rates, lacking }) =>
		lacking.length === 0
			? []
			: [
					text(
						texts.growth.lacking({
							...{ firm, period: write(period) },
							given: named(rates.map(({ indicator }) => indicator)),
							lacking: named(lacking),
						}),
					),
				],
	);
}

function cells(texts: readonly string[]): Cell[] {
	return texts.map((of) => ({ text: of }));
}
