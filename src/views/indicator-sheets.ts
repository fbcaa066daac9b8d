/** What plans ask besides CO2 and energy, of one firm; and totals of sectors beside the tonnes that a targets file allows them. */
import type { Assessment } from "../assessment/assessment.ts";
import type { FirmYear } from "../assessment/firm.ts";
import { capFigures, indicatorFigures } from "../assessment/indicator-figures.ts";
import { planIndicators } from "../domain/words.ts";
import type { Figure } from "../exact/figure.ts";
import { perCentPlaces, shown, signed, tonnePlaces } from "./figures.ts";
import { verdictCell } from "./firm-cells.ts";
import type { Frame } from "./frame.ts";
import { type Block, type Cell, type Column, heading, sheet } from "./page.ts";

/** Indicator by indicator, years down; nothing where a firm has none. */
export function indicatorBlocks(years: readonly FirmYear[], { language, basis }: Frame, digits: number): Block[] {
	const { words, report } = language;
	const { columns: titles } = report;
	const { unknown, notApplicable } = words;
	const all = planIndicators.flatMap((indicator) =>
		years.flatMap((one) => one.indicators.filter((own) => own.indicator === indicator).map((own) => ({ one, own }))),
	);
	if (all.length === 0) return [];
	const isAsked = all.some(({ own }) => own.asked !== undefined);
	const columns: Column[] = [
		{ title: titles.indicator, align: "left", name: true },
		{ title: titles.year, align: "right" },
		{ title: titles.amount, align: "right", spare: 2 },
		{ title: titles.unit, align: "left", spare: 1 },
		{ title: titles.perOutput(words.unit(basis.outputUnit)), align: "right" },
		{ title: titles.sinceBase, align: "right" },
		...(isAsked
			? ([
					{ title: titles.requiredChange, align: "right" },
					{ title: titles.verdict, align: "left" },
				] satisfies Column[])
			: []),
	];
	const rows = all.map(({ one, own }): Cell[] => {
		const figures = indicatorFigures(own, one.year);
		const isRate = own.unit === "%";
		const { asked } = own;
		const required = (): string => {
			if (asked === undefined) return notApplicable;
			if (asked.kind === "level") return report.levelAsked(level(figures.level), asked.targetYear);
			return signed(figures.requiredChangePercent, perCentPlaces, notApplicable);
		};
		return [
			{ text: words.indicators[own.indicator] },
			{ text: String(one.year) },
			{ text: shown(figures.value, tonnePlaces, unknown) },
			{ text: words.unit(own.unit) },
			{ text: isRate ? notApplicable : shown(figures.intensity, digits, unknown) },
			{ text: isRate ? notApplicable : signed(figures.sinceBasePercent, perCentPlaces, unknown) },
			...(isAsked ? [{ text: required() }, verdictCell(own, language)] : []),
		];
	});
	return [heading(report.headings.indicators), sheet({ columns, rows, leftOut: report.leftOut, notes: [report.indicatorsTold] })];
}

/** As it is printed where it is asked. */
function level(value: Figure | null): string {
	return value === null ? "" : value(12);
}

/** Sectors that are allowed so many tonnes, years down; nothing where no targets file allows any. */
export function capBlocks({ sectors }: Assessment, { language, naming, showsYear }: Frame): Block[] {
	const { words, report } = language;
	const { columns: titles } = report;
	const { unknown, notApplicable } = words;
	const columns: Column[] = [
		{ title: titles.sector, align: "left", name: true },
		{ title: titles.year, align: "right" },
		{ title: titles.firms, align: "right", spare: 1 },
		{ title: titles.emissions, align: "right" },
		{ title: titles.required, align: "right" },
		{ title: titles.gapTonnes, align: "right" },
		{ title: titles.target, align: "right", spare: 2 },
		{ title: titles.verdict, align: "left" },
	];
	const rows = sectors.flatMap(({ sector, cap, years }) =>
		years.flatMap((one): Cell[][] => {
			if (cap === undefined || one.cap === null || !showsYear(one.year)) return [];
			const figures = capFigures(cap, one.cap, one.year);
			const none = figures.required === null ? notApplicable : unknown;
			const { word } = one.cap;
			return [
				[
					{ text: sector === "all" ? report.allFirms : naming.sector(sector) },
					{ text: String(one.year) },
					{ text: String(one.cap.firms) },
					{ text: shown(figures.total, tonnePlaces, unknown) },
					{ text: shown(figures.required, tonnePlaces, none) },
					{ text: signed(figures.gapTonnes, tonnePlaces, none) },
					{ text: shown(figures.cap, tonnePlaces, unknown) },
					word === null ? { text: notApplicable } : { text: words.verdicts[word], tone: word },
				],
			];
		}),
	);
	return rows.length === 0 ? [] : [heading(report.headings.caps), sheet({ columns, rows, leftOut: report.leftOut })];
}
