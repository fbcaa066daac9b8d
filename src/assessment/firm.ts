/** A firm's years beside its own path: what is known of each year, its base, and the verdict. */

import { type Emissions, emissionsOf } from "../carbon/emissions.ts";
import type { Coverage, Part, Reason } from "../domain/words.ts";
import { reasons as reasonOrder } from "../domain/words.ts";
import { toText } from "../exact/exact.ts";
import { fromExact, per, type Ratio, sign } from "../exact/ratio.ts";
import { rounded } from "../exact/round.ts";
import { type Finding, finding, nowhere, remark } from "../findings/finding.ts";
import { firmYears, type YearFacts } from "../ledger/firm-years.ts";
import type { FirmBook } from "../ledger/ledger.ts";
import { type Identity, identify } from "./identity.ts";
import { type OutputFigure, outputOf } from "./output.ts";
import { comparablePaths, type FirmPaths } from "./paths.ts";
import type { Rules } from "./rules.ts";
import { judge, type Verdict, withheld } from "./verdict.ts";

/** What one year's tables amount to, before it is compared with any other. */
export interface YearBasis {
	readonly year: number;
	readonly coverage: Coverage;
	readonly emissions: Emissions;
	readonly output: OutputFigure | null;
	/** Emissions over output; null where either is unknown, or where they do not cover the same months. */
	readonly intensity: Ratio | null;
	/** Coal equivalent over output. */
	readonly energyIntensity: Ratio | null;
	/** Why the year cannot be compared with another, prices and boundary aside. */
	readonly faults: readonly Reason[];
}

/** The base a firm's years are measured from. */
export interface Base {
	readonly year: number;
	readonly intensity: Ratio;
	readonly energyIntensity: Ratio | null;
	/** null for products. */
	readonly priceYear: number | null;
}

export interface FirmYear extends YearBasis {
	/** Usable in a pool of firms: whole, without errors, at the plan's constant prices. */
	readonly poolable: boolean;
	/** The verdict; null in the base year and outside the plan's years. */
	readonly verdict: Verdict | null;
	/** Whether the year may be compared at all: then change, paths and progress are told. */
	readonly comparable: boolean;
	/** Last year's intensity, where the two may be compared. */
	readonly lastYear: Ratio | undefined;
}

export interface AssessedFirm extends Identity {
	readonly years: readonly FirmYear[];
	readonly base: Base | undefined;
	/** Under the firm's own target and base year; undefined where there is no base year before the target year. */
	readonly paths: FirmPaths | undefined;
	/** Its rows do not bear out the base the firms table states: left out of pooled bases. */
	readonly baseDisputed: boolean;
}

export function assessFirm(book: FirmBook, rules: Rules, findings: Finding[]): AssessedFirm {
	const identity = identify(book, rules.reference.sectors, findings);
	const facts = firmYears(book, rules.facts);
	for (const found of facts.findings) findings.push(found);
	const years = facts.years.map((one) => basisOf(one, identity, rules, findings));
	const master = masterOf(book, findings);
	const paths = comparablePaths(identity, master, rules, findings);
	const allYearsFaulty = master.conflict;
	const found = findBase(identity.firm, years, paths?.own.baseYear ?? rules.plan.baseYear, master, rules, findings);
	const judged = years.map((one) => judgeYear(one, years, found, paths, allYearsFaulty, identity.firm, rules, findings));
	return { ...identity, years: judged, base: found.base, paths, baseDisputed: found.disputed };
}

function basisOf(facts: YearFacts, identity: Identity, rules: Rules, findings: Finding[]): YearBasis {
	const { firm, province, sector, pool } = identity;
	const emissions = emissionsOf(
		facts,
		{
			basis: rules.factors,
			carrierOf: rules.carrierOf,
			withProcess: rules.boundary === "all",
			firm,
			province: province ?? undefined,
		},
		findings,
	);
	const sectors = [sector, pool].filter((id): id is string => id !== null);
	const known = facts.unknown.has("output") ? undefined : outputOf(facts, { ...rules.prices, sectors, firm }, findings);
	const output = known ?? null;
	const period = String(facts.year);
	const faults = new Set<Reason>();
	if (facts.unknown.size > 0 || emissions.incomplete) faults.add("errors");
	if (!facts.unknown.has("output") && (output === null || sign(output.value) <= 0)) {
		faults.add("no-output");
		findings.push(
			finding(remark("no-output", { indicator: rules.facts.indicator, zero: output !== null }), nowhere, firm, period),
		);
	}
	if (facts.monthsMissing) faults.add("months-missing");
	if (facts.partial) faults.add("partial");
	const usable = output !== null && sign(output.value) > 0 && !facts.monthsMissing;
	const { total, tce } = emissions;
	if (total !== null && sign(total) <= 0 && facts.lines.length > 0) {
		findings.push(finding(remark("total-not-positive", { total: rounded(total, 4) }), nowhere, firm, period));
	}
	return {
		year: facts.year,
		coverage: facts.monthsMissing ? "months-missing" : facts.partial ? "partial" : "whole-year",
		emissions,
		output,
		intensity: usable && total !== null ? per(total, output.value) : null,
		energyIntensity: usable && tce !== null ? per(tce, output.value) : null,
		faults: reasonOrder.filter((reason) => faults.has(reason)),
	};
}

export interface Master {
	readonly baseIntensity: { readonly value: Ratio; readonly text: string; readonly places: number } | undefined;
	readonly baseYear: number | undefined;
	readonly targetPercent: string | undefined;
	/** Two rows of the firms table contradict each other. */
	readonly conflict: boolean;
}

function masterOf({ firm, master }: FirmBook, findings: Finding[]): Master {
	let conflict = false;
	const only = <V>(
		what: string,
		values: readonly (readonly [string, V, { readonly file: string; readonly row: number; readonly line: number }])[],
	): V | undefined => {
		if (values.length > 1) {
			conflict = true;
			const [, , at] = values[0] as (typeof values)[number];
			const rows = values.map(([, , place]) => `${place.file}:${place.row}`);
			findings.push(
				finding(
					remark("conflicting-entries", { what, values: values.map(([text]) => text), rows }),
					{ ...at, column: "", value: "" },
					firm,
				),
			);
			return undefined;
		}
		return values[0]?.[1];
	};
	const intensities = [...master.baseIntensities].map(
		([text, { value, place, places }]) => [text, { value: fromExact(value), text: toText(value), places }, place] as const,
	);
	return {
		baseIntensity: only("base_intensity", intensities),
		baseYear: only(
			"base_year",
			[...master.baseYears].map(([year, place]) => [String(year), year, place] as const),
		),
		targetPercent: only(
			"target_pct",
			[...master.targetPercents].map(([text, { place }]) => [text, text, place] as const),
		),
		conflict,
	};
}

interface FoundBase {
	readonly base: Base | undefined;
	/** Why there is none. */
	readonly reason: Reason | undefined;
	readonly disputed: boolean;
	/** The base year's tables, usable or not: the boundary is compared with theirs. */
	readonly basis: YearBasis | undefined;
}

function findBase(
	firm: string,
	years: readonly YearBasis[],
	year: number,
	master: Master,
	rules: Rules,
	findings: Finding[],
): FoundBase {
	const basis = years.find((one) => one.year === year);
	const rows = basis !== undefined && basis.faults.length === 0 && basis.intensity !== null ? basis.intensity : undefined;
	const { baseIntensity } = master;
	if (baseIntensity !== undefined) {
		const disputed = rows !== undefined && rounded(rows, baseIntensity.places) !== baseIntensity.text;
		if (disputed && rows !== undefined) {
			findings.push(
				finding(
					remark("base-intensity-differs", { stated: baseIntensity.text, computed: rounded(rows, 12) }),
					nowhere,
					firm,
					String(year),
				),
			);
		}
		// Energy has no stated base: its rows serve only where they are at known constant prices.
		const priced = !rules.prices.money || basis?.output?.priceYear != null;
		const energyIntensity = rows === undefined || !priced ? null : (basis?.energyIntensity ?? null);
		return {
			base: {
				year,
				intensity: baseIntensity.value,
				energyIntensity,
				priceYear: rules.prices.money ? rules.plan.priceYear : null,
			},
			reason: undefined,
			disputed,
			basis,
		};
	}
	if (rows !== undefined && basis?.output != null && (!rules.prices.money || basis.output.priceYear !== null)) {
		return {
			base: { year, intensity: rows, energyIntensity: basis.energyIntensity, priceYear: basis.output.priceYear },
			reason: undefined,
			disputed: false,
			basis,
		};
	}
	const unpriced = rules.prices.money && basis?.output != null && basis.output.priceYear === null;
	const reason: Reason = basis?.faults.includes("errors") ? "errors" : unpriced ? "prices" : "no-base";
	if (years.some((one) => one.year !== year)) {
		const about =
			basis === undefined
				? remark("no-base", { base: year })
				: remark("base-unusable", { base: year, reason: basis.faults[0] ?? reason });
		findings.push(finding(about, nowhere, firm, String(year)));
	}
	return { base: undefined, reason, disputed: false, basis };
}

function judgeYear(
	one: YearBasis,
	years: readonly YearBasis[],
	found: FoundBase,
	paths: FirmPaths | undefined,
	conflict: boolean,
	firm: string,
	rules: Rules,
	findings: Finding[],
): FirmYear {
	const { year } = one;
	const { base } = found;
	const path = paths?.own;
	const reasons = new Set<Reason>(one.faults);
	if (conflict) reasons.add("errors");
	if (found.reason !== undefined || path === undefined) reasons.add(found.reason ?? "no-base");
	if (rules.prices.money && one.output !== null) {
		const wanted = base?.priceYear ?? rules.plan.priceYear;
		if (one.output.priceYear !== wanted) {
			reasons.add("prices");
			if (year !== base?.year)
				findings.push(
					finding(remark("prices-not-constant", { prices: one.output.prices ?? "unstated" }), nowhere, firm, String(year)),
				);
		}
	}
	if (found.basis !== undefined && year !== found.basis.year) compareBoundary(one, found.basis, rules, firm, reasons, findings);
	const ordered = reasonOrder.filter((reason) => reasons.has(reason));
	const comparable = ordered.length === 0 && one.intensity !== null;
	const poolable =
		one.faults.length === 0 &&
		!conflict &&
		one.intensity !== null &&
		(!rules.prices.money || one.output?.priceYear === rules.plan.priceYear);
	const lastYear = comparable ? lastYearOf(one, years, base, rules) : undefined;
	const silent =
		path === undefined
			? year <= rules.plan.baseYear || year > rules.plan.targetYear
			: year <= path.baseYear || year <= rules.plan.baseYear || year > path.targetYear;
	const verdict = silent
		? null
		: !comparable || path === undefined || base === undefined
			? withheld(ordered)
			: judge(path, one.intensity as Ratio, base.intensity, lastYear, year, rules.limits);
	return { ...one, poolable, verdict, comparable, lastYear };
}

/** Process emissions that come or go make two years unlike; other parts that do are told. */
function compareBoundary(
	one: YearBasis,
	base: YearBasis,
	rules: Rules,
	firm: string,
	reasons: Set<Reason>,
	findings: Finding[],
): void {
	for (const part of ["fuel", "process", "electricity", "heat"] as const satisfies readonly Part[]) {
		const present = one.emissions.present.has(part);
		// A year without any energy row is missing, not changed.
		if (present === base.emissions.present.has(part) || base.emissions.present.size === 0 || one.emissions.present.size === 0)
			continue;
		if (part === "process") {
			if (rules.boundary !== "all") continue;
			reasons.add("boundary");
			findings.push(finding(remark("boundary-changed", { base: base.year, present }), nowhere, firm, String(one.year)));
		} else findings.push(finding(remark("part-changed", { part, base: base.year, present }), nowhere, firm, String(one.year)));
	}
}

/** The intensity of the year before, where it is usable, at the same prices and of the same boundary; else the stated base. */
function lastYearOf(one: YearBasis, years: readonly YearBasis[], base: Base | undefined, rules: Rules): Ratio | undefined {
	const before = years.find(({ year }) => year === one.year - 1);
	const { money } = rules.prices;
	if (
		before !== undefined &&
		before.faults.length === 0 &&
		before.intensity !== null &&
		(!money || before.output?.priceYear != null)
	) {
		const samePrices = !money || before.output?.priceYear === one.output?.priceYear;
		const sameBoundary =
			rules.boundary !== "all" || before.emissions.present.has("process") === one.emissions.present.has("process");
		return samePrices && sameBoundary ? before.intensity : undefined;
	}
	return base !== undefined && base.year === one.year - 1 ? base.intensity : undefined;
}
