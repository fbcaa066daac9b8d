/** A firm and its years as the report's contract. */

import { type Assessment, sectorOf } from "../assessment/assessment.ts";
import { figuresOf, type PathFigures, toDateFigures } from "../assessment/figures.ts";
import type { AssessedFirm, FirmYear } from "../assessment/firm.ts";
import type { AssessedSector } from "../assessment/pools.ts";
import type { CarrierFigure } from "../carbon/emissions.ts";
import type { Factor } from "../carbon/factor.ts";
import type { ReportCarrier, ReportFactor, ReportFirm, ReportGap, ReportYear } from "../contract/report.ts";
import { figure } from "../exact/figure.ts";
import { constant, fromExact } from "../exact/ratio.ts";
import { fingerprint } from "../findings/fingerprint.ts";
import { indicatorsIn } from "./build-indicators.ts";
import { allPlaces, type Digits, fewPlaces, places, writers } from "./digits.ts";
import type { Frame } from "./frame.ts";

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
