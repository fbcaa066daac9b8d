/** The report as a plain table for people: four places for intensities, two for per cents and tonnes, words for verdicts. */
import type { Assessment } from "../../assessment/assessment.ts";
import { figuresOf, sectorGap } from "../../assessment/figures.ts";
import type { AssessedFirm, FirmYear } from "../../assessment/firm.ts";
import { type VerdictWord, verdictWords } from "../../domain/words.ts";
import { type Figure, figure } from "../../exact/figure.ts";
import { nought, per, plus, type Ratio, sign } from "../../exact/ratio.ts";
import type { Language } from "../../language/language.ts";
import type { ReportFrame } from "../build-report.ts";
import { clip, harmless, padEnd, padStart, width } from "../width.ts";

/** How verdicts are coloured: by the caller, who knows whether a person is looking. */
export type Paint = (word: VerdictWord, text: string) => string;

export interface TextChoices {
	/** Places of intensities. */
	readonly digits: number;
	readonly paint: Paint;
}

interface Column {
	readonly title: string;
	readonly right: boolean;
}

const perCentPlaces = 2;
const longestName = 28;

export function text(assessment: Assessment, frame: ReportFrame, { digits, paint }: TextChoices): string {
	const { language, basis } = frame;
	const { words, report } = language;
	const lines = [
		report.judged({
			targets: basis.targets,
			reduction: basis.reductionPercent,
			baseYear: basis.baseYear,
			targetYear: basis.targetYear,
			path: basis.path,
		}),
		report.chosen({
			per: `${basis.per} (${frame.outputUnit})`,
			factors: basis.factors,
			electricity: basis.electricity,
			boundary: basis.boundary,
		}),
	];
	if (basis.per !== "value_added") lines.push(report.notThePlans);
	const { columns: titles } = words;
	const columns: Column[] = [
		{ title: titles.firm, right: false },
		{ title: titles.sector, right: false },
		{ title: titles.year, right: true },
		{ title: titles.emissions, right: true },
		{ title: `${titles.output} ${frame.outputUnit}`, right: true },
		{ title: titles.intensity, right: true },
		{ title: titles.sinceBase, right: true },
		{ title: titles.required, right: true },
		{ title: titles.gap, right: true },
		{ title: titles.gapPercent, right: true },
		{ title: titles.verdict, right: false },
	];
	const rows: string[][] = [];
	const painted = new Map<string[], VerdictWord>();
	const counts = new Map<VerdictWord, number>();
	for (const firm of assessment.firms.filter((one) => frame.showsFirm(one.firm))) {
		for (const one of firm.years.filter(({ year }) => frame.showsYear(year))) {
			const row = firmRow(firm, one, assessment, words.unknown, digits, language);
			rows.push(row);
			if (one.verdict !== null) {
				painted.set(row, one.verdict.word);
				counts.set(one.verdict.word, (counts.get(one.verdict.word) ?? 0) + 1);
			}
		}
	}
	lines.push(
		"",
		...table(columns, rows, (row, last) => (painted.has(row) ? paint(painted.get(row) as VerdictWord, last) : last)),
	);
	const sectors = sectorRows(assessment, frame, digits);
	if (sectors.length > 0) {
		const sectorColumns = [
			titles.sector,
			titles.year,
			titles.firms,
			titles.emissions,
			titles.intensity,
			titles.sinceBase,
			titles.required,
			titles.gapPercent,
		];
		lines.push(
			"",
			report.sectors,
			"",
			...table(
				sectorColumns.map((title, index) => ({ title, right: index > 0 })),
				sectors,
				(_, last) => last,
			),
		);
	}
	const told = verdictWords.flatMap((word) =>
		counts.has(word) ? [{ word: words.verdicts[word], count: counts.get(word) as number }] : [],
	);
	lines.push("", rows.length === 0 ? report.notShown : report.cameOut(told));
	return `${lines.join("\n")}\n`;
}

function firmRow(
	firm: AssessedFirm,
	one: FirmYear,
	assessment: Assessment,
	unknown: string,
	digits: number,
	language: Language,
): string[] {
	const sector = assessment.sectors.find(({ sector: id }) => id === firm.pool);
	const figures = figuresOf(firm, one, sector);
	const shown = (value: Figure | null | undefined, places: number): string => (value == null ? unknown : fixed(value, places));
	const exactly = (value: Ratio | null | undefined, places: number): string =>
		value == null ? unknown : fixed(figure(value), places);
	return [
		clip(harmless(firm.name === null || firm.name === firm.firm ? firm.firm : `${firm.firm} ${firm.name}`), longestName),
		firm.sector ?? unknown,
		String(one.year),
		totalText(one, unknown),
		exactly(one.output?.value, perCentPlaces),
		exactly(one.intensity, digits),
		shown(figures.sinceBasePercent, perCentPlaces),
		shown(figures.ownPath?.required, digits),
		shown(figures.ownPath?.gap, digits),
		shown(figures.ownPath?.gapPercent, perCentPlaces),
		verdictText(one, language),
	];
}

/** The total; where it is unknown, what its known parts amount to and that something is missing. */
function totalText({ emissions }: FirmYear, unknown: string): string {
	if (emissions.total !== null) return fixed(figure(emissions.total), perCentPlaces);
	const known = Object.values(emissions.parts).reduce((sum: Ratio, part) => (part === null ? sum : plus(sum, part)), nought);
	return sign(known) === 0 ? unknown : `${fixed(figure(known), perCentPlaces)} + ${unknown}`;
}

/** The verdict in words: with its qualifiers, or with the reasons why it is withheld. */
function verdictText({ verdict }: FirmYear, { words }: Language): string {
	if (verdict === null) return words.noVerdict;
	const word = words.verdicts[verdict.word];
	const more = [...verdict.qualifiers.map((one) => words.qualifiers[one]), ...verdict.reasons.map((one) => words.reasons[one])];
	return more.length === 0 ? word : `${word}: ${more.join(", ")}`;
}

function sectorRows(assessment: Assessment, { language, showsYear }: ReportFrame, digits: number): string[][] {
	const { unknown } = language.words;
	const rows: string[][] = [];
	for (const sector of assessment.sectors) {
		for (const one of sector.years.filter(({ year }) => showsYear(year))) {
			const hidden = assessment.rules.pooledUnknown || one.pool.firms === 0;
			const intensity = hidden ? null : per(one.pool.emissions, one.pool.output);
			const gap = sectorGap(sector, one.year, intensity);
			const shown = (value: Figure | null, places: number): string => (value === null ? unknown : fixed(value, places));
			rows.push([
				sector.sector,
				String(one.year),
				String(one.pool.firms),
				hidden ? unknown : fixed(figure(one.pool.emissions), perCentPlaces),
				shown(intensity === null ? null : figure(intensity), digits),
				shown(one.sinceBase === null ? null : figure(one.sinceBase), perCentPlaces),
				shown(gap.required, digits),
				shown(gap.gapPercent, perCentPlaces),
			]);
		}
	}
	return rows;
}

/** Always the same number of places, so that points stand under points. */
function fixed(value: Figure, places: number): string {
	const written = value(places);
	if (places === 0) return written;
	const point = written.indexOf(".");
	return point < 0 ? `${written}.${"0".repeat(places)}` : written.padEnd(point + 1 + places, "0");
}

function table(
	columns: readonly Column[],
	rows: readonly string[][],
	paintLast: (row: string[], text: string) => string,
): string[] {
	const widths = columns.map(({ title }, index) => Math.max(width(title), ...rows.map((row) => width(row[index] as string))));
	const write = (cells: readonly string[]): string[] =>
		cells.map((cell, index) => ((columns[index] as Column).right ? padStart : padEnd)(cell, widths[index] as number));
	const out = [
		write(columns.map(({ title }) => title))
			.join("  ")
			.trimEnd(),
		widths.map((n) => "-".repeat(n)).join("  "),
	];
	for (const row of rows) {
		const cells = write(row);
		const last = cells.pop() as string;
		out.push([...cells, paintLast(row, last.trimEnd())].join("  ").trimEnd());
	}
	return out;
}
