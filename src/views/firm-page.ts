/** One firm as a page of its own: years down, both paths, gaps in all their forms, parts of the emissions, energy. */
import type { Assessment } from "../assessment/assessment.ts";
import { toDateFigures } from "../assessment/figures.ts";
import type { AssessedFirm, FirmYear } from "../assessment/firm.ts";
import { parts } from "../domain/words.ts";
import { figure } from "../exact/figure.ts";
import { constant, times, whole } from "../exact/ratio.ts";
import { exactly, perCentPlaces, signed, tonnePlaces } from "./figures.ts";
import { carrierBlocks } from "./firm-carriers.ts";
import { nameOf, noRequirement, totalText, verdictCell, verdictKey } from "./firm-cells.ts";
import { cameOut, nextStep } from "./firm-close.ts";
import { pathBlocks } from "./firm-paths.ts";
import { FirmSheet, type YearColumn } from "./firm-sheet.ts";
import { areApart, type Frame } from "./frame.ts";
import { indicatorBlocks } from "./indicator-sheets.ts";
import { type Block, heading, type Page, picture, text } from "./page.ts";
import { sparkline } from "./pictures.ts";
import { settleLines } from "./settle-line.ts";
import { signsIn } from "./signs.ts";
import { termsOf, termsOfAll } from "./terms.ts";

/** Places of what is printed as it stands in the seeds. */
const seedPlaces = 12;

export function firmPage(
	firm: AssessedFirm,
	years: readonly FirmYear[],
	assessment: Assessment,
	frame: Frame,
	{ digits }: { readonly digits: number },
): Page {
	const of = new FirmSheet(firm, years, assessment, frame, digits);
	const { language, naming, basis } = frame;
	const { words, report } = language;
	const about = [
		nameOf(firm),
		...(firm.sector === null ? [] : [sectorName(firm.sector, firm, frame)]),
		...(firm.province === null ? [] : [naming.province(firm.province)]),
	];
	const body: Block[] = [
		...yearBlocks(of),
		...monthsSoFar(of),
		...settleLines(years, frame),
		...yearsPicture(of),
		...pathBlocks(of),
		...partBlocks(of),
		...energyBlocks(of),
		...indicatorBlocks(years, frame, digits),
		...carrierBlocks(of),
	];
	return [
		text(
			report.judged({
				basis,
				year: years.length === 1 ? (years[0]?.year ?? null) : null,
				firms: 1,
				firm: words.list(about),
				terms: termsOfAll(firm),
				...{ others: [], further: 0 },
			}),
		),
		text(report.chosen(basis, naming)),
		...(basis.indicator === "value_added" ? [] : [text(report.notThePlans)]),
		text(report.signs(signsIn(body, words))),
		...body,
		text(cameOut(of)),
		text(report.next(nextStep(of))),
	];
}

/** With the pool, where the firm's sector is a part of it. */
function sectorName(id: string, { pool }: AssessedFirm, { language, naming }: Frame): string {
	return pool === null || pool === id ? naming.sector(id) : language.report.sectorWithin(naming.sector(id), naming.sector(pool));
}

/** Year by year: emissions, output, intensity, changes and verdict. */
function yearBlocks(of: FirmSheet): Block[] {
	const { years, rows, assessment, frame, digits } = of;
	const { language, basis } = frame;
	const { words, report } = language;
	const { columns: titles, headings } = report;
	const { unknown } = words;
	const key = verdictKey(years, assessment.rules, language);
	return [
		heading(headings.years),
		of.table(
			[
				[titles.emissions, ({ one }) => totalText(one, unknown), 3],
				[titles.output(words.unit(basis.outputUnit)), ({ one }) => exactly(one.output?.value, tonnePlaces, unknown), 4],
				[titles.intensity, ({ one }) => exactly(one.intensity, digits, unknown)],
				[titles.sinceBase, (row) => of.sinceBase(row, row.figures.sinceBasePercent), 1],
				[titles.sinceLastYear, ({ figures }) => of.change(figures.sinceLastYearPercent, perCentPlaces), 2],
				[titles.verdict, ({ one }) => verdictCell(one, language)],
			],
			rows,
			[...(key === "" ? [] : [key]), ...(areApart(years) ? [report.plansApart] : [])],
		),
	];
}

/** A year that is not whole has a word of its months. */
function monthsSoFar({ years, frame: { language } }: FirmSheet): Block[] {
	return years.flatMap((one) => {
		const told = toDateFigures(one);
		if (told === null || one.toDate === undefined) return [];
		const verdict = verdictCell(one.toDate, language).text;
		const change = told.sameMonthsPercent === null ? null : signed(told.sameMonthsPercent, perCentPlaces, language.words.unknown);
		return [text(language.report.toDate({ year: one.year, months: told.months, change, verdict }))];
	});
}

/** The intensities of the years as a line of bars, for a person who looks on. */
function yearsPicture({ years }: FirmSheet): Block[] {
	const values = years.map(({ intensity }) => intensity);
	if (values.filter((value) => value !== null).length < 2) return [];
	return [picture([`${sparkline(values)}  ${years[0]?.year}-${years.at(-1)?.year}`])];
}

/** The parts of the emissions, and what is carried apart from them. */
function partBlocks(of: FirmSheet): Block[] {
	const { words, report } = of.frame.language;
	const { columns: titles, headings } = report;
	return [
		heading(headings.parts),
		of.table([
			...parts.map(
				(part): YearColumn => [words.parts[part], ({ one }) => exactly(one.emissions.parts[part], tonnePlaces, words.unknown)],
			),
			[titles.total, ({ one }) => exactly(one.emissions.total, tonnePlaces, words.unknown)],
			...(["feedstock", "greenAtGrid"] as const)
				.filter((which) => of.carries(which))
				.map(
					(which): YearColumn => [titles[which], ({ one }) => exactly(one.emissions.apart[which], tonnePlaces, words.unknown), 1],
				),
		]),
	];
}

/** Coal equivalent, per output, and what is asked of it. */
function energyBlocks(of: FirmSheet): Block[] {
	const { firm, rows, assessment, frame, digits } = of;
	const { words, report } = frame.language;
	const { columns: titles, headings } = report;
	const { unknown } = words;
	const isAsked = rows.some(({ figures }) => figures.energyRequiredChangePercent !== null);
	const told = report.energy({
		electricity: powerEquivalent(assessment),
		terms: isAsked ? firm.views.flatMap(({ paths }) => (paths?.energy === undefined ? [] : [termsOf(paths.energy)])) : [],
	});
	const feedstock: YearColumn = [
		titles.feedstock,
		({ one }) => exactly(one.emissions.apart.feedstockTce, tonnePlaces, unknown),
		1,
	];
	const required: YearColumn = [
		titles.requiredChange,
		({ one, figures }) =>
			of.change(figures.energyRequiredChangePercent, perCentPlaces, noRequirement(one.paths?.own, one.year, words)),
	];
	return [
		heading(headings.energy),
		of.table(
			[
				[titles.energy, ({ one }) => exactly(one.emissions.tce, tonnePlaces, unknown)],
				...(of.carries("feedstockTce") ? [feedstock] : []),
				[titles.energyIntensity, ({ one }) => exactly(one.energyIntensity, digits, unknown)],
				[titles.sinceBase, (row) => of.sinceBase(row, row.figures.energySinceBasePercent)],
				...(isAsked ? [required] : []),
			],
			rows,
			told === "" ? [] : [told],
		),
	];
}

/** kgce per kWh, as the table of coefficients has it in tonnes; null where it has none. */
function powerEquivalent({ rules }: Assessment): string | null {
	const row = rules.reference.seeds.coalEquivalents.find((one) => one.carrier === "electricity" && one.unit === "kWh");
	return row === undefined ? null : figure(times(constant(row.tce), whole(1000)))(seedPlaces);
}
