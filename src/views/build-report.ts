/** The assessment as the report's contract: every figure written once, from its exact value. */

import type { Assessment } from "../assessment/assessment.ts";
import { sectorGap } from "../assessment/figures.ts";
import type { AssessedSector } from "../assessment/pools.ts";
import { inOrder } from "../assessment/simple/in-order.ts";
import type { Report, ReportFirm, ReportSector } from "../contract/report.ts";
import type { ReportBasis, ReportFinding, ReportFindings } from "../contract/shared.ts";
import { type Basis, changeText } from "../domain/basis.ts";
import { per } from "../exact/ratio.ts";
import { tieCauses } from "../findings/causes.ts";
import type { Finding } from "../findings/finding.ts";
import { fingerprint } from "../findings/fingerprint.ts";
import type { Gravity } from "../findings/gravity.ts";
import { counted, gravityIn, knownIn, listed, type OpenTally, only } from "../findings/tally.ts";
import { firmOf } from "./build-firm.ts";
import { capIn } from "./build-indicators.ts";
import { allPlaces, type Digits, writers } from "./digits.ts";
import type { Frame } from "./frame.ts";
import { harmless } from "./width.ts";

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
