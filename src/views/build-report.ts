/** The assessment as the report's contract: every figure written once, from its exact value. */

import { type Assessment, sectorOf } from "../assessment/assessment.ts";
import { figuresOf, type PathFigures, sectorGap, toDateFigures } from "../assessment/figures.ts";
import type { AssessedFirm, FirmYear } from "../assessment/firm.ts";
import type { AssessedSector } from "../assessment/pools.ts";
import { inOrder } from "../assessment/simple/in-order.ts";
import type { CarrierFigure } from "../carbon/emissions.ts";
import type { Factor } from "../carbon/factor.ts";
import type {
	Decimal,
	Report,
	ReportCarrier,
	ReportFactor,
	ReportFirm,
	ReportGap,
	ReportSector,
	ReportYear,
} from "../contract/report.ts";
import type { ReportBasis, ReportFinding, ReportFindings } from "../contract/shared.ts";
import { type Basis, changeText } from "../domain/basis.ts";
import { type Figure, figure } from "../exact/figure.ts";
import { constant, fromExact, per, type Ratio } from "../exact/ratio.ts";
import { tieCauses } from "../findings/causes.ts";
import type { Finding } from "../findings/finding.ts";
import { fingerprint } from "../findings/fingerprint.ts";
import type { Gravity } from "../findings/gravity.ts";
import { counted, gravityIn, knownIn, listed, type OpenTally, only } from "../findings/tally.ts";
import { capIn, indicatorsIn } from "./build-indicators.ts";
import type { Frame } from "./frame.ts";
import { harmless } from "./width.ts";

/** Places in the machine formats; progress, schedule ratio and yearly cut have fewer. */
const places = 12;
const fewPlaces = 6;

/** How a figure is written, to at most so many places. */
export type Digits = (figure: Figure, places: number) => string;
const allPlaces: Digits = (shown, at) => shown(at);

/** So many digits a spreadsheet keeps of a number, whichever they are. */
const spreadsheetDigits = 15;

/** To no more digits than a spreadsheet's number holds; made of the exact value, so that nothing is rounded twice. */
export const forSpreadsheets: Digits = (shown, at) => {
	const text = shown(at);
	const before = text.replace(/^-?0?|\..*$/g, "").length;
	return before + at <= spreadsheetDigits ? text : shown(Math.max(0, spreadsheetDigits - before));
};

/** A report whose firms are made one by one, as they are asked for. */
export type OpenReport = Omit<Report, "firms"> & { readonly firms: Iterable<ReportFirm> };

export function buildReport(assessment: Assessment, frame: Frame, as: Digits = allPlaces): Report {
	const open = openReport(assessment, frame, as);
	return { ...open, firms: [...open.firms] };
}

/** The report in the order of its keys, without holding all of its firms at once. */
export function openReport(assessment: Assessment, frame: Frame, as: Digits = allPlaces): OpenReport {
	const sectors = [...new Set(assessment.sectors.map(({ sector }) => sector))];
	return {
		schemaVersion: 1,
		tool: frame.tool,
		basis: basisIn(frame.basis),
		inputs: frame.inputs,
		firms: firmsIn(assessment, frame, as),
		sectors: sectors.map((sector) => ({
			sector,
			years: assessment.sectors.filter((one) => one.sector === sector).flatMap((one) => sectorYears(one, frame, as)),
		})),
		findings: reportFindingsOf(frame, as),
	};
}

/** What was found; where a baseline is given those that it knows are marked, and counted apart. */
function reportFindingsOf(frame: Frame, as: Digits): Report["findings"] {
	const { counts, notChecked, list } = findingsOf(frame.tally, frame.notChecked, frame, as);
	const { knownOf } = frame;
	if (knownOf === undefined) return { counts, notChecked, list };
	const marked = list.map((found) => ({ ...found, known: knownOf(found.fingerprint) }));
	return { counts, known: knownIn(frame.tally), notChecked, list: marked };
}

/** The firms that are shown, each made when it is asked for. */
export function* firmsIn(assessment: Assessment, frame: Frame, as: Digits = allPlaces): Generator<ReportFirm> {
	const { firms, simple } = assessment;
	for (const one of inOrder(firms, ({ firm }) => firm, simple?.groupOf.keys() ?? [])) {
		const firm = typeof one === "string" ? simple?.assessed(one) : one;
		if (firm === undefined || !frame.showsFirm(firm.firm)) continue;
		const shown = firmOf(firm, assessment, frame, as);
		if (shown.years.length > 0) yield shown;
	}
}

type Choices = Pick<
	ReportBasis,
	"per" | "boundary" | "factors" | "factorFiles" | "marketBased" | "prices" | "deflator" | "mappings" | "assertions"
>;

/** What every output that computes says of its choices. */
export function choicesIn(basis: Basis): Choices {
	const { indicator, product, boundary, factors, factorFiles, marketBased, prices, deflator, mappings, rules } = basis;
	return {
		per: indicator === "production" ? `product:${product}` : indicator,
		...{ boundary, factors, factorFiles, marketBased },
		prices: prices ?? "as-stated",
		...{ deflator, mappings },
		assertions: [...basis.assertions, ...(rules === null ? [] : [`rules=${rules.file}`, ...rules.changes.map(changeText)])],
	};
}

export function basisIn(basis: Basis): ReportBasis {
	const { targets, plans, path, screened } = basis;
	const { per, boundary, factors, factorFiles, marketBased, prices, deflator, mappings, assertions } = choicesIn(basis);
	return {
		targets,
		plans: plans.map(({ targets: plan, baseYear, targetYear, reduction, prices, electricity }) => ({
			...{ targets: plan, baseYear, targetYear, reductionPercent: reduction, prices, electricity },
		})),
		path,
		...{ per, boundary, factors, factorFiles, firmsFiles: basis.firmsFiles, marketBased, screened },
		...{ prices, deflator, mappings, assertions },
		firms: basis.firms,
		years: basis.years,
	};
}

/** The findings of the firms shown and of no firm at all: a row that names none may be anybody's. */
export function reportedFindings({ tally, showsAll, showsFirm }: Pick<Frame, "tally" | "showsAll" | "showsFirm">): OpenTally {
	return showsAll ? tally : only(tally, ({ firm }) => firm === "" || showsFirm(firm));
}

/** What was found, with exact counts; and the rules that were not asked, each with the reason. */
export function findingsOf(
	tally: OpenTally,
	notChecked: ReportFindings["notChecked"],
	{ language, naming }: Pick<Frame, "language" | "naming">,
	as: Digits = allPlaces,
): ReportFindings {
	return {
		counts: counted(tally),
		notChecked,
		list: tieCauses(listed(tally)).map((found) => findingOf(found, gravityIn(tally, found), { language, naming }, as)),
	};
}

/** A firm as it is reported. */
export function firmOf(
	firm: AssessedFirm,
	assessment: Pick<Assessment, "sectors">,
	frame: Pick<Frame, "basis" | "showsYear">,
	as: Digits = allPlaces,
): ReportFirm {
	const years = firm.years
		.filter(({ year }) => frame.showsYear(year))
		.map((one) => yearOf(one, sectorOf(assessment, firm.pool, one.plan), frame, as));
	return { firm: firm.firm, name: firm.name, sector: firm.sector, province: firm.province, years };
}

function yearOf(one: FirmYear, sector: AssessedSector | undefined, frame: Pick<Frame, "basis">, as: Digits): ReportYear {
	const { exactly, written } = writers(as);
	const { emissions, output } = one;
	const figures = figuresOf(one, sector);
	const { ownPath, sectorPath } = figures;
	return {
		year: one.year,
		coverage: one.coverage,
		emissions: {
			fuel: exactly(emissions.parts.fuel),
			process: exactly(emissions.parts.process),
			electricity: exactly(emissions.parts.electricity),
			heat: exactly(emissions.parts.heat),
			total: exactly(emissions.total),
			unit: "tCO2",
		},
		apart: {
			feedstock: exactly(emissions.apart.feedstock),
			feedstockTce: exactly(emissions.apart.feedstockTce),
			greenAtGrid: exactly(emissions.apart.greenAtGrid),
		},
		carriers: emissions.carriers.map((line) => carrierOf(line, as)),
		energy: {
			value: exactly(emissions.tce),
			unit: "tce",
			derived: emissions.tceDerived,
			intensity: exactly(one.energyIntensity),
			sinceBasePercent: written(figures.energySinceBasePercent),
			withoutFeedstock: exactly(one.netEnergyIntensity),
			withoutFeedstockSinceBasePercent: written(figures.netEnergySinceBasePercent),
			requiredChangePercent: written(figures.energyRequiredChangePercent),
			verdict: one.energyVerdict === null ? null : { ...one.energyVerdict },
		},
		indicators: indicatorsIn(one, written),
		toDate: toDateIn(one, as),
		output: {
			value: output === null ? null : exactly(output.value),
			unit: frame.basis.outputUnit,
			prices: output === null ? null : (output.prices ?? (frame.basis.indicator === "production" ? null : "unstated")),
			deflated: output?.deflated ?? false,
		},
		intensity: { value: exactly(one.intensity), unit: `tCO2/${frame.basis.outputUnit}` },
		change: one.comparable
			? { sinceBasePercent: written(figures.sinceBasePercent), sinceLastYearPercent: written(figures.sinceLastYearPercent) }
			: null,
		ownPath:
			ownPath === null
				? null
				: {
						targets: ownPath.targets,
						baseYear: ownPath.baseYear,
						prices: ownPath.prices,
						base: as(ownPath.base, places),
						required: written(ownPath.required),
						requiredChangePercent: written(ownPath.requiredChangePercent),
						gap: written(ownPath.gap),
						gapPercent: written(ownPath.gapPercent),
						gapPoints: written(ownPath.gapPoints),
						gapTonnes: written(ownPath.gapTonnes),
						target: written(ownPath.target),
						targetGap: written(ownPath.targetGap),
						targetGapPercent: written(ownPath.targetGapPercent),
						targetGapTonnes: written(ownPath.targetGapTonnes),
						neededYearlyCutPercent: written(ownPath.neededYearlyCutPercent, fewPlaces),
					},
		sectorPath:
			sectorPath === null
				? null
				: { base: as(sectorPath.base, places), firms: sectorPath.firms, thin: sectorPath.thin, ...gapOf(sectorPath, as) },
		progress: figures.onPath
			? {
					percent: written(figures.progressPercent, fewPlaces),
					completionPercent: written(figures.completionPercent, fewPlaces),
					scheduleRatio: written(figures.scheduleRatio, fewPlaces),
				}
			: null,
		verdict: one.verdict === null ? null : { ...one.verdict },
		settle: settleIn(one.settle),
	};
}

/** Findings by what they are known by. */
export function settleIn(settle: FirmYear["settle"]): ReportYear["settle"] {
	if (settle === undefined) return null;
	const { findings, asWritten, asProposed } = settle;
	return { findings: findings.map(fingerprint), asWritten, asProposed };
}

/** A part of a year: null where it is whole. */
function toDateIn(one: FirmYear, as: Digits): ReportYear["toDate"] {
	const figures = toDateFigures(one);
	if (figures === null || one.toDate === undefined) return null;
	const { written } = writers(as);
	return {
		months: figures.months,
		intensity: written(figures.intensity),
		sameMonthsPercent: written(figures.sameMonthsPercent),
		cumulativePercent: written(figures.cumulativePercent),
		requiredPercent: written(figures.requiredPercent),
		timeGonePercent: written(figures.timeGonePercent, fewPlaces),
		verdict: { ...one.toDate.verdict },
	};
}

function gapOf(path: PathFigures, as: Digits): ReportGap {
	const { written } = writers(as);
	return {
		required: written(path.required),
		gap: written(path.gap),
		gapPercent: written(path.gapPercent),
		gapTonnes: written(path.gapTonnes),
		target: written(path.target),
		targetGap: written(path.targetGap),
		targetGapPercent: written(path.targetGapPercent),
		targetGapTonnes: written(path.targetGapTonnes),
	};
}

function carrierOf(line: CarrierFigure, as: Digits): ReportCarrier {
	const { exactly } = writers(as);
	const { factor } = line;
	return {
		carrier: line.carrier,
		use: line.use,
		quantity: line.quantity === null ? null : as(figure(fromExact(line.quantity)), places),
		unit: line.unit,
		co2: exactly(line.co2),
		tce: exactly(line.tce),
		factor: factor === null ? null : factorIn(factor, as),
	};
}

/** A factor as it is stated; each part to no more than twelve places. */
export function factorIn(factor: Factor, as: Digits = allPlaces): ReportFactor {
	const { measured, source } = factor;
	if (factor.kind === "direct")
		return { kind: "direct", emissionFactor: as(figure(constant(factor.text)), places), unit: factor.unit, measured, source };
	return {
		kind: "parts",
		ncv: factor.ncv === null ? null : as(figure(fromExact(factor.ncv)), places),
		carbonContent: as(figure(fromExact(factor.carbonContent)), places),
		oxidationRate: as(figure(fromExact(factor.oxidationRate)), places),
		measured,
		source,
	};
}

function sectorYears(sector: AssessedSector, { showsYear }: Frame, as: Digits): ReportSector["years"] {
	const { exactly, written } = writers(as);
	return sector.years
		.filter(({ year }) => showsYear(year))
		.map((one) => {
			const { pool } = one;
			const hidden = one.unknown || pool.firms === 0;
			const intensity = hidden ? null : per(pool.emissions, pool.output);
			const gap = sectorGap(sector, one);
			return {
				year: one.year,
				targets: sector.plan.id,
				firms: pool.firms,
				emissions: hidden ? null : exactly(pool.emissions),
				output: hidden ? null : exactly(pool.output),
				intensity: exactly(intensity),
				comparable: one.comparable,
				sinceBasePercent: exactly(one.sinceBase),
				required: written(gap.required),
				gapPercent: written(gap.gapPercent),
				totalSinceBasePercent: exactly(one.totalSinceBase),
				cap: capIn(sector, one, written),
			};
		});
}

export function findingOf(
	found: Finding,
	gravity: Gravity,
	{ language, naming }: Pick<Frame, "language" | "naming">,
	as: Digits = allPlaces,
): ReportFinding {
	const { exactly } = writers(as);
	const { at } = found;
	const orNull = (text: string): string | null => (text === "" ? null : text);
	const { message, remedy } = language.tell(found, naming);
	return {
		code: found.code,
		gravity,
		file: orNull(at.file),
		sheet: at.sheet ?? null,
		row: at.row === 0 ? null : at.row,
		line: at.line === 0 ? null : at.line,
		column: orNull(at.column),
		letter: at.letter ?? null,
		value: at.column === "" && at.value === "" ? null : at.value,
		firm: orNull(found.firm),
		period: orNull(found.period),
		// A sentence is for people, and may hold what a cell holds.
		message: harmless(message),
		remedy: harmless(remedy),
		weightTonnes: exactly(found.weight?.tonnes ?? null),
		couldTurnVerdict: found.weight?.couldTurn ?? null,
		cause: found.cause ?? null,
		fingerprint: fingerprint(found),
	};
}

/** What is unknown stays so. */
function writers(as: Digits): {
	readonly exactly: (value: Ratio | null) => Decimal;
	readonly written: (value: Figure | null, at?: number) => Decimal;
} {
	const written = (value: Figure | null, at = places): Decimal => (value === null ? null : as(value, at));
	return { exactly: (value) => written(value === null ? null : figure(value)), written };
}
