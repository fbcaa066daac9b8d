/** One firm as a page of its own: years down, both paths, gaps in all their forms, parts of the emissions, energy. */
import { type Assessment, sectorOf } from "../assessment/assessment.ts";
import { figuresOf, type PathFigures, toDateFigures, type YearFigures } from "../assessment/figures.ts";
import type { AssessedFirm, FirmYear } from "../assessment/firm.ts";
import type { Factor } from "../carbon/factor.ts";
import { parts } from "../domain/words.ts";
import { toText, zero } from "../exact/exact.ts";
import { type Figure, figure } from "../exact/figure.ts";
import { constant, sign, times, whole } from "../exact/ratio.ts";
import { counted } from "../findings/tally.ts";
import type { FactorText, NextStep } from "../language/report-texts.ts";
import { amountLike } from "../ledger/amounts.ts";
import { reportedFindings } from "./build-report.ts";
import { exactly, fixed, perCentPlaces, shown, signed, tonnePlaces } from "./figures.ts";
import { nameOf, noChange, noRequirement, totalText, verdictCell, verdictKey } from "./firm-cells.ts";
import { areApart, type Frame, firstBaseYear } from "./frame.ts";
import { indicatorBlocks } from "./indicator-sheets.ts";
import { type Block, type Cell, type Column, heading, type Page, picture, type Sheet, sheet, text } from "./page.ts";
import { gapBar, sparkline } from "./pictures.ts";
import { signsIn } from "./signs.ts";
import { termsOf, termsOfAll } from "./terms.ts";
import { clip } from "./width.ts";

interface Row {
	readonly one: FirmYear;
	readonly figures: YearFigures;
}

/** A document is named with at most so much. */
const longestSource = 200;
/** Places of what is printed as it stands in the seeds. */
const seedPlaces = 12;

/** A column of years: its title, what stands in it, and how soon it may be left out. */
type YearColumn = readonly [title: string, cell: (row: Row) => string | Cell, spare?: number];

export function firmPage(
	firm: AssessedFirm,
	years: readonly FirmYear[],
	assessment: Assessment,
	frame: Frame,
	{ digits }: { readonly digits: number },
): Page {
	const { language, naming, basis } = frame;
	const { words, report } = language;
	const { columns: titles, headings } = report;
	const { unknown } = words;
	const rows: Row[] = years.map((one) => ({ one, figures: figuresOf(one, sectorOf(assessment, firm.pool, one.plan)) }));
	const intensity = (value: Figure | null | undefined): string => shown(value, digits, unknown);
	const percent = (value: Figure | null | undefined): string => shown(value, perCentPlaces, unknown);
	const change = (value: Figure | null | undefined, places: number, none = unknown): string => signed(value, places, none);
	const sinceBase = ({ one: { year, paths } }: Row, value: Figure | null): string =>
		change(value, perCentPlaces, noChange(paths?.own, year, words));
	const table = (columns: readonly YearColumn[], list: readonly Row[] = rows, notes: readonly string[] = []): Block =>
		sheet(yearSheet([[titles.year, ({ one }) => String(one.year)], ...columns], list, report.leftOut, notes));

	/** The rows of each plan that has any, in order; a firm of one plan has one list. */
	const byPlan = <B>(wanted: readonly Row[], make: (some: readonly [Row, ...Row[]]) => B[]): B[] =>
		[...new Set(wanted.map(({ one }) => one.plan))].flatMap((plan) => {
			const [first, ...more] = wanted.filter(({ one }) => one.plan === plan);
			return first === undefined ? [] : make([first, ...more]);
		});
	const onOwnPath = rows.filter(({ figures }) => figures.ownPath !== null);
	const withinPath = onOwnPath.filter(({ figures }) => figures.ownPath?.required != null);
	const onSectorPath = rows.filter(({ figures }) => figures.sectorPath?.required != null);
	const hasEnergy = rows.some(({ figures }) => figures.energyRequiredChangePercent !== null);
	const apart = (which: "feedstock" | "feedstockTce" | "greenAtGrid"): boolean =>
		years.some(({ emissions }) => emissions.apart[which] === null || sign(emissions.apart[which]) !== 0);
	const about = [
		nameOf(firm),
		...(firm.sector === null ? [] : [sectorName(firm.sector)]),
		...(firm.province === null ? [] : [naming.province(firm.province)]),
	];

	const ownPath: Block[] = withinPath.length === 0 ? [text(report.noOwnPath)] : byPlan(withinPath, (some) => ownPathBlocks(some));
	const sectorPath: Block[] =
		onSectorPath.length === 0 ? [text(report.noSectorPath)] : byPlan(onSectorPath, (some) => sectorPathBlocks(some));
	const endPoint: Block[] = byPlan(onOwnPath, (some) => endPointBlocks(some));
	const energyTold = report.energy({
		electricity: powerEquivalent(assessment),
		terms: hasEnergy ? firm.views.flatMap(({ paths }) => (paths?.energy === undefined ? [] : [termsOf(paths.energy)])) : [],
	});
	const key = verdictKey(years, assessment.rules, language);
	const body: Block[] = [
		heading(headings.years),
		table(
			[
				[titles.emissions, ({ one }) => totalText(one, unknown), 3],
				[titles.output(words.unit(frame.basis.outputUnit)), ({ one }) => exactly(one.output?.value, tonnePlaces, unknown), 4],
				[titles.intensity, ({ one }) => exactly(one.intensity, digits, unknown)],
				[titles.sinceBase, (row) => sinceBase(row, row.figures.sinceBasePercent), 1],
				[titles.sinceLastYear, ({ figures }) => change(figures.sinceLastYearPercent, perCentPlaces), 2],
				[titles.verdict, ({ one }) => verdictCell(one, language)],
			],
			rows,
			[...(key === "" ? [] : [key]), ...(areApart(years) ? [report.plansApart] : [])],
		),
		...monthsSoFar(),
		...yearsPicture(),
		...ownPath,
		...gapPicture(),
		...endPoint,
		...sectorPath,
		heading(headings.parts),
		table([
			...parts.map(
				(part): YearColumn => [words.parts[part], ({ one }) => exactly(one.emissions.parts[part], tonnePlaces, unknown)],
			),
			[titles.total, ({ one }) => exactly(one.emissions.total, tonnePlaces, unknown)],
			...(["feedstock", "greenAtGrid"] as const)
				.filter(apart)
				.map((which): YearColumn => [titles[which], ({ one }) => exactly(one.emissions.apart[which], tonnePlaces, unknown), 1]),
		]),
		heading(headings.energy),
		table(
			[
				[titles.energy, ({ one }) => exactly(one.emissions.tce, tonnePlaces, unknown)],
				...(apart("feedstockTce")
					? [
							[
								titles.feedstock,
								({ one }) => exactly(one.emissions.apart.feedstockTce, tonnePlaces, unknown),
								1,
							] satisfies YearColumn,
						]
					: []),
				[titles.energyIntensity, ({ one }) => exactly(one.energyIntensity, digits, unknown)],
				[titles.sinceBase, (row) => sinceBase(row, row.figures.energySinceBasePercent)],
				...(hasEnergy
					? [
							[
								titles.requiredChange,
								({ one, figures }: Row) =>
									change(figures.energyRequiredChangePercent, perCentPlaces, noRequirement(one.paths?.own, one.year, words)),
							] satisfies YearColumn,
						]
					: []),
			],
			rows,
			energyTold === "" ? [] : [energyTold],
		),
		...indicatorBlocks(years, frame, digits),
		...carriers(),
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
		text(cameOut()),
		text(report.next(nextStep())),
	];

	/** With the pool, where the firm's sector is a part of it. */
	function sectorName(id: string): string {
		const { pool } = firm;
		return pool === null || pool === id ? naming.sector(id) : report.sectorWithin(naming.sector(id), naming.sector(pool));
	}

	/** A year that is not whole has a word of its months. */
	function monthsSoFar(): Block[] {
		return years.flatMap((one) => {
			const told = toDateFigures(one);
			if (told === null || one.toDate === undefined) return [];
			const verdict = verdictCell(one.toDate, language).text;
			const change = told.sameMonthsPercent === null ? null : signed(told.sameMonthsPercent, perCentPlaces, unknown);
			return [text(report.toDate({ year: one.year, months: told.months, change, verdict }))];
		});
	}

	/** The intensities of the years as a line of bars, for a person who looks on. */
	function yearsPicture(): Block[] {
		const values = rows.map(({ one }) => one.intensity);
		if (values.filter((value) => value !== null).length < 2) return [];
		return [picture([`${sparkline(values)}  ${years[0]?.year}-${years.at(-1)?.year}`])];
	}

	/** The gap of the last year that has one, in points to the left or to the right of the path. */
	function gapPicture(): Block[] {
		const row = withinPath.findLast(({ figures }) => figures.ownPath?.gapPoints != null);
		const gap = row?.figures.ownPath?.gapPoints;
		return row === undefined || gap == null ? [] : [picture([`${gapBar(gap)}  ${row.one.year}`])];
	}

	function ownPathBlocks(some: readonly [Row, ...Row[]]): Block[] {
		const [{ figures: first, one }] = some;
		const { ownPath: own } = first;
		const path = one.paths?.own;
		if (own === null || path === undefined) return [];
		return [
			heading(headings.ownPath(fixed(own.base, digits), own.baseYear)),
			table(
				[
					[titles.intensity, ({ one: { intensity: value } }) => exactly(value, digits, unknown), 3],
					[titles.required, ({ figures }) => intensity(figures.ownPath?.required), 2],
					[titles.gap, ({ figures }) => change(figures.ownPath?.gap, digits)],
					[titles.gapPercent, ({ figures }) => change(figures.ownPath?.gapPercent, perCentPlaces)],
					[titles.gapPoints, ({ figures }) => change(figures.ownPath?.gapPoints, perCentPlaces), 5],
					[titles.gapTonnes, ({ figures }) => change(figures.ownPath?.gapTonnes, tonnePlaces), 4],
					[titles.progress, ({ figures }) => percent(figures.progressPercent), 6],
					[
						titles.scheduleRatio,
						// In the base year no time is gone yet.
						({ one: { year }, figures }) =>
							shown(figures.scheduleRatio, perCentPlaces, year === own.baseYear ? words.notApplicable : unknown),
						7,
					],
				],
				some,
				[report.progress({ path: basis.path, reduction: termsOf(path).reduction })],
			),
		];
	}

	function endPointBlocks(some: readonly [Row, ...Row[]]): Block[] {
		const path = some[0].one.paths?.own;
		if (path === undefined) return [];
		return [
			heading(headings.endPoint(path.targetYear)),
			table(
				[
					[titles.target, ({ figures }) => intensity(figures.ownPath?.target)],
					[titles.gap, ({ figures }) => change(figures.ownPath?.targetGap, digits), 2],
					[titles.gapPercent, ({ figures }) => change(figures.ownPath?.targetGapPercent, perCentPlaces)],
					[titles.gapTonnes, ({ figures }) => change(figures.ownPath?.targetGapTonnes, tonnePlaces), 1],
					[
						titles.yearlyCut,
						// With the target year no year is left.
						({ one: { year }, figures }) =>
							shown(
								figures.ownPath?.neededYearlyCutPercent,
								perCentPlaces,
								year >= path.targetYear ? words.notApplicable : unknown,
							),
					],
				],
				some,
			),
		];
	}

	function sectorPathBlocks(some: readonly [Row, ...Row[]]): Block[] {
		const [{ figures: first, one }] = some;
		const sector = sectorOf(assessment, firm.pool, one.plan);
		if (first.sectorPath === null || firm.pool === null || sector === undefined) return [];
		const { base, firms, thin } = first.sectorPath;
		return [
			heading(headings.sectorPath(naming.sector(firm.pool), fixed(base, digits), sector.path.baseYear, firms, thin)),
			table(
				gapColumns((figures) => figures.sectorPath),
				some,
				[report.sectorPathCaution],
			),
		];
	}

	function gapColumns(of: (figures: YearFigures) => PathFigures | null): YearColumn[] {
		return [
			[titles.intensity, ({ one }) => exactly(one.intensity, digits, unknown), 1],
			[titles.required, ({ figures }) => intensity(of(figures)?.required)],
			[titles.gap, ({ figures }) => change(of(figures)?.gap, digits)],
			[titles.gapPercent, ({ figures }) => change(of(figures)?.gapPercent, perCentPlaces)],
			[titles.gapTonnes, ({ figures }) => change(of(figures)?.gapTonnes, tonnePlaces), 2],
		];
	}

	/** What the last year's emissions are made of, line by line. */
	function carriers(): Block[] {
		const last = years.at(-1);
		if (last === undefined || last.emissions.carriers.length === 0) return [];
		const withUse = last.emissions.carriers.some(({ use }) => use !== "consumed");
		const columns: Column[] = [
			{ title: titles.carrier, align: "left", name: true },
			...(withUse ? [{ title: titles.use, align: "left", spare: 1 } as const] : []),
			{ title: titles.quantity, align: "right" },
			{ title: titles.unit, align: "left" },
			{ title: titles.emissions, align: "right" },
			{ title: titles.factor, align: "left", prose: true, spare: 2 },
		];
		const lines = last.emissions.carriers.map((line) => {
			// In the unit of the file, as findings have it (D52).
			const { shown: inFile } = amountLike(line.quantity ?? zero, line.like);
			return [
				{ text: naming.carrier(line.carrier) },
				...(withUse ? [{ text: words.uses[line.use] }] : []),
				{ text: line.quantity === null ? unknown : inFile.value },
				{ text: words.unit(inFile.unit) },
				{ text: exactly(line.co2, tonnePlaces, unknown) },
				{ text: line.factor === null ? unknown : factorText(line.factor, line.unit) },
			];
		});
		return [heading(headings.carriers(last.year)), sheet({ columns, rows: lines, leftOut: report.leftOut })];
	}

	/** Sets by their titles, in a source as results name it: `row; ndrc-guidelines`. */
	function sourceName(source: string): string {
		return source.split("; ").map(naming.set).join("; ");
	}

	/** What the amount is multiplied by, and where that comes from. */
	function factorText(factor: Factor, unit: string): string {
		return report.factor(factorIn(factor, unit), clip(sourceName(factor.source), longestSource));
	}

	/** The last year that carries a verdict: a withheld one too, since its reason is what there is to mend. */
	function latest(): Row | undefined {
		return rows.findLast(({ one }) => one.verdict !== null);
	}

	function cameOut(): string {
		const row = latest() ?? (rows.at(-1) as Row);
		const { text: verdict } = verdictCell(row.one, language);
		const gap = row.figures.ownPath?.gapPercent;
		return report.firmCameOut({
			firm: nameOf(firm),
			year: row.one.year,
			verdict: row.one.verdict === null ? null : verdict,
			gapPercent: gap == null ? null : fixed(gap, perCentPlaces),
		});
	}

	function nextStep(): NextStep {
		const { error: errors } = counted(reportedFindings(frame));
		if (errors > 0) return { step: "mend-errors", errors };
		const row = latest();
		const reason = row?.one.verdict?.reasons[0];
		if (reason !== undefined) return { step: "lift-reason", reason, firm: firm.firm };
		const cut = row?.figures.ownPath?.neededYearlyCutPercent;
		if (row === undefined) return { step: "add-years", baseYear: firstBaseYear(basis) };
		const targetYear = row.one.paths?.own.targetYear ?? row.one.plan.targetYear;
		if (cut == null) return { step: "every-figure" };
		return cut(perCentPlaces) === "0"
			? { step: "end-point-reached", targetYear }
			: { step: "cut-yearly", percent: fixed(cut, perCentPlaces), targetYear };
	}
}

function factorIn(factor: Factor, unit: string): FactorText {
	if (factor.kind === "direct") return { kind: "direct", factor: factor.text, unit: factor.unit };
	const { ncv, carbonContent, oxidationRate } = factor;
	return {
		kind: "parts",
		ncv: ncv === null ? null : toText(ncv),
		unit,
		carbonContent: toText(carbonContent),
		oxidationRate: toText(oxidationRate),
	};
}

/** kgce per kWh, as the table of coefficients has it in tonnes; null where it has none. */
function powerEquivalent({ rules }: Assessment): string | null {
	const row = rules.reference.seeds.coalEquivalents.find((one) => one.carrier === "electricity" && one.unit === "kWh");
	return row === undefined ? null : figure(times(constant(row.tce), whole(1000)))(seedPlaces);
}

function yearSheet(
	columns: readonly YearColumn[],
	rows: readonly Row[],
	leftOut: Sheet["leftOut"],
	notes: readonly string[],
): Sheet {
	const cells = rows.map((row) =>
		columns.map(([, cellOf]): Cell => {
			const cell = cellOf(row);
			return typeof cell === "string" ? { text: cell } : cell;
		}),
	);
	return {
		columns: columns.map(([title, , spare], index): Column => {
			const words = cells.some((row) => row[index]?.tone !== undefined);
			return { title, align: words ? "left" : "right", ...(spare === undefined ? {} : { spare }) };
		}),
		rows: cells,
		leftOut,
		notes,
	};
}
