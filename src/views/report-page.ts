/** The report of many firms as a page: what was judged on what basis, worst gaps first, sectors, what came out. */
import { type Assessment, sectorOf } from "../assessment/assessment.ts";
import { figuresOf, sectorGap, type YearFigures } from "../assessment/figures.ts";
import type { AssessedFirm, FirmYear } from "../assessment/firm.ts";
import type { AssessedSector, SectorYear } from "../assessment/pools.ts";
import { type Reason, reasons, type VerdictWord, verdictWords } from "../domain/words.ts";
import { type Figure, figure } from "../exact/figure.ts";
import { per, type Ratio } from "../exact/ratio.ts";
import { counted } from "../findings/tally.ts";

import type { Language, Naming } from "../language/language.ts";
import type { Count, NextStep } from "../language/report-texts.ts";
import { reportedFindings } from "./build-report.ts";
import { exactly, fixed, perCentPlaces, shown, signed, tonnePlaces } from "./figures.ts";
import { nameOf, noChange, noRequirement, totalText, verdictCell, verdictKey } from "./firm-cells.ts";
import { firmPage } from "./firm-page.ts";
import { areApart, basisOf, type Frame, firstBaseYear } from "./frame.ts";
import { capBlocks } from "./indicator-sheets.ts";
import { type Block, type Cell, type Column, heading, type Page, type Sheet, sheet, text } from "./page.ts";
import { shellWord } from "./shell.ts";
import { signsIn } from "./signs.ts";
import { isByOwnTerms, otherTerms } from "./terms.ts";

export interface PageChoices {
	/** Places of intensities. */
	readonly digits: number;
	/** Firms shown at most, worst first. */
	readonly top: number;
}

/** One firm has a page of its own, several share a table. */
export function reportPage(assessment: Assessment, frame: Frame, choices: PageChoices): Page {
	const firms = assessment.firms
		.filter(({ firm }) => frame.showsFirm(firm))
		.map((firm) => ({ firm, years: firm.years.filter(({ year }) => frame.showsYear(year)) }))
		.filter(({ years }) => years.length > 0);
	const [only] = firms;
	if (only === undefined) return [text(frame.language.report.notShown)];
	const told = {
		...frame,
		basis: basisOf(
			frame.basis,
			firms.flatMap(({ years }) => years),
		),
	};
	const selected = assessment.firms.filter(({ firm }) => frame.showsFirm(firm)).length;
	if (selected === 1) return firmPage(only.firm, only.years, assessment, told, choices);
	return manyFirms(firms, selected - firms.length, assessment, told, choices);
}

/** What was judged and on what basis, without a table; firms with terms of their own are not told. */
export function basisSentences({ firms }: Assessment, { basis, language, naming, showsFirm }: Frame): string[] {
	const { report } = language;
	const shown = firms.filter(({ firm }) => showsFirm(firm)).length;
	const judged = report.judged({ basis, year: null, firms: shown, firm: null, terms: [], others: [], further: 0 });
	return [judged, report.chosen(basis, naming), ...(basis.indicator === "value_added" ? [] : [report.notThePlans])];
}

interface ShownFirm {
	readonly firm: AssessedFirm;
	readonly years: readonly FirmYear[];
}

interface Line {
	readonly firm: AssessedFirm;
	readonly years: readonly { readonly one: FirmYear; readonly figures: YearFigures }[];
	/** Gap to the own path in the last year that has one, in per cent to twelve places; null where none has. */
	readonly gap: string | null;
}

/** `without`: how many firms have no data of the years shown. */
function manyFirms(
	firms: readonly ShownFirm[],
	without: number,
	assessment: Assessment,
	frame: Frame,
	choices: PageChoices,
): Page {
	const { language } = frame;
	const { report } = language;
	const years = [...new Set(firms.flatMap((firm) => firm.years.map(({ year }) => year)))];
	const year = years.length === 1 ? (years[0] as number) : null;
	const lines = firms.map((firm) => lineOf(firm, assessment)).sort(worstFirst);
	const shownLines = lines.slice(0, choices.top);
	const rest = lines.slice(choices.top);
	const { rules } = assessment;
	const key = verdictKey(
		shownLines.flatMap((line) => line.years.map(({ one }) => one)),
		rules,
		language,
	);
	const notes = [
		...(rest.length > 0 ? [report.furtherFirms(rest.length, verdictCounts(rest.flatMap(latest)))] : []),
		...(key === "" ? [] : [key]),
		...(areApart(shownLines.flatMap((line) => line.years.map(({ one }) => one))) ? [report.plansApart] : []),
		...(without > 0 ? [report.withoutData(without)] : []),
	];
	const sectors = sectorSheet(assessment, frame, year !== null, choices.digits);
	const last = lines.flatMap(latest);
	const tables: Block[] = [
		sheet({ ...firmSheet(shownLines, frame, year !== null, choices.digits), notes }),
		...(sectors.rows.length === 0 ? [] : ([heading(report.headings.sectors), sheet(sectors)] satisfies Block[])),
		...capBlocks(assessment, frame),
	];
	const starred = shownLines.map(({ firm }) => firm);
	return [
		text(
			report.judged({
				...{ basis: frame.basis, year, firms: firms.length, firm: null, terms: [] },
				...otherTerms(starred),
			}),
		),
		text(report.chosen(frame.basis, frame.naming)),
		...(frame.basis.indicator === "value_added" ? [] : [text(report.notThePlans)]),
		text(report.signs(signsIn(tables, language.words))),
		...tables,
		text(
			report.cameOut({
				firms: firms.length,
				year,
				verdicts: verdictCounts(last),
				withheld: reasonCounts(last),
				none: last.filter(({ verdict }) => verdict === null).length,
			}),
		),
		text(report.next(nextStep(lines, frame))),
	];
}

function lineOf({ firm, years }: ShownFirm, assessment: Assessment): Line {
	const shown = years.map((one) => ({ one, figures: figuresOf(one, sectorOf(assessment, firm.pool, one.plan)) }));
	const judged = shown.filter(({ figures }) => figures.ownPath?.gapPercent != null).at(-1);
	return { firm, years: shown, gap: judged?.figures.ownPath?.gapPercent?.(12) ?? null };
}

/** Above the path first; withheld after all that are judged, then those without a verdict; equals in order of firm. */
function worstFirst(a: Line, b: Line): number {
	if (a.gap !== null && b.gap !== null && a.gap !== b.gap) return compareDecimals(b.gap, a.gap);
	const rank = ({ gap, years }: Line): number => (gap !== null ? 0 : years.at(-1)?.one.verdict != null ? 1 : 2);
	return rank(a) - rank(b) || (a.firm.firm < b.firm.firm ? -1 : 1);
}

/** Plain decimals by value, without a float: sign, then length of the whole part, then digits. */
export function compareDecimals(a: string, b: string): number {
	const negative = a.startsWith("-");
	if (negative !== b.startsWith("-")) return negative ? -1 : 1;
	const [x = "", y = ""] = negative ? [b.slice(1), a.slice(1)] : [a, b];
	const whole = (text: string): string => text.split(".")[0] as string;
	if (whole(x).length !== whole(y).length) return whole(x).length - whole(y).length;
	return x === y ? 0 : x < y ? -1 : 1;
}

const latest = ({ years }: Line): FirmYear[] => {
	const last = years.at(-1);
	return last === undefined ? [] : [last.one];
};

function verdictCounts(years: readonly FirmYear[]): Count<VerdictWord>[] {
	return verdictWords
		.map((word) => ({ word, count: years.filter(({ verdict }) => verdict?.word === word).length }))
		.filter(({ count }) => count > 0);
}

/** Each withheld year under its first reason: the sum is their number. */
function reasonCounts(years: readonly FirmYear[]): Count<Reason>[] {
	const withheld = years.flatMap(({ verdict }) => (verdict?.word === "withheld" ? [verdict.reasons[0] as Reason] : []));
	return reasons
		.map((word) => ({ word, count: withheld.filter((reason) => reason === word).length }))
		.filter(({ count }) => count > 0);
}

function nextStep(lines: readonly Line[], frame: Frame): NextStep {
	const { error: errors } = counted(reportedFindings(frame));
	if (errors > 0) return { step: "mend-errors", errors };
	const [worst] = lines;
	if (lines.every(({ years }) => years.every(({ one }) => one.verdict === null)))
		return { step: "add-years", baseYear: firstBaseYear(frame.basis) };
	if (worst?.gap != null && !worst.gap.startsWith("-") && worst.gap !== "0") {
		const figures = worst.years.findLast((year) => year.figures.ownPath?.gapPercent != null)?.figures;
		const percent = signed(figures?.ownPath?.gapPercent, perCentPlaces, frame.language.words.unknown);
		return { step: "look-at-firm", firm: shellWord(worst.firm.firm), gapPercent: percent };
	}
	for (const { firm, years } of lines) {
		const reason = years.at(-1)?.one.verdict?.reasons[0];
		if (reason !== undefined) return { step: "lift-reason", reason, firm: firm.firm };
	}
	return worst?.gap == null ? { step: "add-years", baseYear: firstBaseYear(frame.basis) } : { step: "every-figure" };
}

function firmSheet(lines: readonly Line[], frame: Frame, oneYear: boolean, digits: number): Sheet {
	const { language, naming } = frame;
	const { words, report } = language;
	const { columns: titles } = report;
	const withSector = lines.some(({ firm }) => firm.sector !== null);
	const columns: Column[] = [
		{ title: titles.firm, align: "left", name: true },
		...(withSector ? [{ title: titles.sector, align: "left", name: true, spare: 5 } as const] : []),
		...(oneYear ? [] : [{ title: titles.year, align: "right" } as const]),
		{ title: titles.emissions, align: "right", spare: 6 },
		{ title: titles.output(words.unit(frame.basis.outputUnit)), align: "right", spare: 7 },
		{ title: titles.intensity, align: "right", spare: 1 },
		{ title: titles.required, align: "right", spare: 3 },
		{ title: titles.gap, align: "right", spare: 4 },
		{ title: titles.gapPercent, align: "right" },
		{ title: titles.sinceBase, align: "right", spare: 2 },
		{ title: titles.verdict, align: "left" },
	];
	const rows = lines.flatMap(({ firm, years }) =>
		years.map(({ one, figures }): Cell[] => {
			const { unknown } = words;
			const own = figures.ownPath;
			const verdict = verdictCell(one, language);
			const none = noRequirement(one.paths?.own, one.year, words);
			return [
				{ text: nameOf(firm) },
				// The sector of the table below, so that firms can be found in it; the firm's own page names the finer one too.
				...(withSector ? [{ text: firm.pool === null ? unknown : naming.sector(firm.pool) }] : []),
				...(oneYear ? [] : [{ text: String(one.year) }]),
				{ text: totalText(one, unknown) },
				{ text: exactly(one.output?.value, tonnePlaces, unknown) },
				{ text: exactly(one.intensity, digits, unknown) },
				{ text: shown(own?.required, digits, none) },
				{ text: signed(own?.gap, digits, none) },
				{ text: signed(own?.gapPercent, perCentPlaces, none) },
				{ text: signed(figures.sinceBasePercent, perCentPlaces, noChange(one.paths?.own, one.year, words)) },
				// Beside the verdict, since a long name may be cut and take the star with it.
				one.verdict !== null && isByOwnTerms(firm, one) ? { ...verdict, text: `${verdict.text} ${report.star}` } : verdict,
			];
		}),
	);
	return { columns, rows, leftOut: report.leftOut };
}

function sectorSheet(assessment: Assessment, frame: Frame, oneYear: boolean, digits: number): Sheet {
	const { language, naming, showsYear } = frame;
	const { words, report } = language;
	const { columns: titles } = report;
	const { unknown } = words;
	const plans = assessment.sectors.filter(({ years }) => years.some(({ year }) => showsYear(year))).map(({ plan }) => plan);
	const severalPlans = new Set(plans).size > 1;
	const differs = assessment.sectors.some((sector) =>
		sector.years.some((one) => showsYear(one.year) && !one.unknown && poolsDiffer(sector, one)),
	);
	const columns: Column[] = [
		{ title: titles.sector, align: "left", name: true },
		...(severalPlans ? [{ title: titles.plan, align: "left" } as const] : []),
		...(oneYear ? [] : [{ title: titles.year, align: "right" } as const]),
		{ title: titles.firms, align: "right" },
		...(differs ? [{ title: titles.ofBase, align: "right" } as const] : []),
		{ title: titles.emissions, align: "right", spare: 4 },
		{ title: titles.intensity, align: "right", spare: 1 },
		{ title: titles.required, align: "right", spare: 3 },
		{ title: titles.gapPercent, align: "right" },
		{ title: titles.sinceBase, align: "right", spare: 2 },
		{ title: titles.totalSinceBase, align: "right", spare: 5 },
	];
	const rows = assessment.sectors.flatMap((sector) =>
		sector.years
			.filter(({ year }) => showsYear(year))
			.map((one) => {
				const hidden = one.unknown || one.pool.firms === 0;
				const intensity = hidden ? null : per(one.pool.emissions, one.pool.output);
				const gap = sectorGap(sector, one);
				const none = noRequirement(sector.path, one.year, words);
				const unchanged = noChange(sector.path, one.year, words);
				return [
					{ text: sectorName(sector.sector, naming, language) },
					...(severalPlans ? [{ text: sector.plan.id }] : []),
					...(oneYear ? [] : [{ text: String(one.year) }]),
					{ text: String(one.pool.firms) },
					...(differs ? [{ text: ofBase(sector, one, language) }] : []),
					{ text: hidden ? unknown : fixed(figure(one.pool.emissions), tonnePlaces) },
					{ text: exactly(intensity, digits, unknown) },
					{ text: shown(gap.required, digits, none) },
					{ text: signed(gap.gapPercent, perCentPlaces, none) },
					{ text: signed(figureOf(one.sinceBase), perCentPlaces, unchanged) },
					{ text: signed(figureOf(one.totalSinceBase), perCentPlaces, unchanged) },
				];
			}),
	);
	return { columns, rows, leftOut: report.leftOut, notes: differs ? [report.poolsDiffer] : [] };
}

/** Whether a gap compares other firms than the base holds: then it need not agree with the change since the base. */
function poolsDiffer({ path, baseFirms }: AssessedSector, { year, pool, comparable }: SectorYear): boolean {
	if (baseFirms === null || baseFirms === 0 || year < path.baseYear || year > path.targetYear) return false;
	return pool.firms > 0 && (pool.firms !== comparable || baseFirms !== comparable);
}

/** How many of the base's firms are here; nothing to tell where a targets file states the base. */
function ofBase({ baseFirms }: AssessedSector, { comparable }: SectorYear, { words, report }: Language): string {
	return baseFirms === null ? words.notApplicable : report.ofBase(comparable, baseFirms);
}

const figureOf = (value: Ratio | null): Figure | null => (value === null ? null : figure(value));

function sectorName(id: string, naming: Naming, { report }: Language): string {
	return id === "all" ? report.allFirms : naming.sector(id);
}
