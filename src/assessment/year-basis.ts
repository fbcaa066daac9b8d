/** One year of a firm by itself: emissions, output and intensity, and why it could not be compared. */
import { type Emissions, emissionsOf } from "../carbon/emissions.ts";
import { type Coverage, type Reason, reasons as reasonOrder } from "../domain/words.ts";
import { minus, per, type Ratio, sign } from "../exact/ratio.ts";
import { rounded } from "../exact/round.ts";
import { type Finding, finding, nowhere, remark } from "../findings/finding.ts";
import type { YearFacts } from "../ledger/firm-years.ts";
import type { PlanFacts } from "../ledger/plan-amounts.ts";
import type { Identity } from "./identity.ts";
import { type OutputFigure, type Outputs, outputOf } from "./output.ts";
import type { Rules } from "./rules.ts";

/** What one year's tables amount to, before it is compared with any other. */
export interface YearBasis {
	readonly year: number;
	readonly coverage: Coverage;
	readonly emissions: Emissions;
	/** At the prices the year is judged at, else as it is shown where it is compared with none. */
	readonly output: OutputFigure | null;
	/** The output at each of the constant prices it is known at; null where there is none. */
	readonly outputs: Outputs | null;
	/** Emissions over output; null where either is unknown, or where they do not cover the same months. */
	readonly intensity: Ratio | null;
	/** Coal equivalent over output. */
	readonly energyIntensity: Ratio | null;
	/** The same without energy used as feedstock, which assessments deduct. */
	readonly netEnergyIntensity: Ratio | null;
	/** What else a plan asks of: water, waste, pollutants. */
	readonly planned: PlanFacts;
	/** A row of the year could not be read, not even what it is of. */
	readonly unread: boolean;
	/** Why the year cannot be compared with another, prices and boundary aside. */
	readonly faults: readonly Reason[];
}

const noFaults: readonly Reason[] = [];

export function basisOf(facts: YearFacts, identity: Identity, rules: Rules, findings: Finding[]): YearBasis {
	const { firm, province, sector, pool } = identity;
	const withProcess = rules.boundary === "all";
	const emissions = emissionsOf(
		facts,
		{
			basis: rules.factors,
			carrierOf: rules.carrierOf,
			withProcess,
			firm,
			province: province ?? undefined,
			sector: pool,
			named: sector,
		},
		findings,
	);
	const sectors = [sector, pool].filter((id): id is string => id !== null);
	const known = facts.unknown.has("output") ? undefined : outputOf(facts, { ...rules.prices, sectors, firm }, findings);
	const outputs = known ?? null;
	const output = known?.shown ?? null;
	const period = String(facts.year);
	const faults = new Set<Reason>();
	const withholding = facts.unknown.size > 0 && [...facts.unknown].some((what) => what !== "process" || withProcess);
	if (withholding || emissions.incomplete) faults.add("errors");
	if (!facts.unknown.has("output") && (output === null || sign(output.value) <= 0)) {
		faults.add("no-output");
		findings.push(
			finding(remark("no-output", { indicator: rules.facts.indicator, zero: output !== null }), nowhere, firm, period),
		);
	}
	if (facts.monthsMissing) faults.add("months-missing");
	if (facts.partial) faults.add("partial");
	if (facts.doubtful) faults.add("cannot-conclude");
	const { total } = emissions;
	if (total !== null && sign(total) <= 0 && facts.lines.length > 0) {
		findings.push(finding(remark("total-not-positive", { total: rounded(total, 4) }), nowhere, firm, period));
	}
	const basis = {
		year: facts.year,
		coverage: facts.monthsMissing ? "months-missing" : facts.partial ? "partial" : "whole-year",
		emissions,
		outputs,
		planned: facts.planned,
		unread: facts.unknown.has("any"),
		faults: faults.size === 0 ? noFaults : reasonOrder.filter((reason) => faults.has(reason)),
	} as const;
	return { ...basis, ...over(basis, output) };
}

/** The same year with its output at other prices. */
export function pricedAt<Y extends YearBasis>(one: Y, priceYear: number | null): Y {
	const output = one.outputs?.at.get(priceYear);
	return output === undefined || output === one.output ? one : { ...one, ...over(one, output) };
}

function over(
	{ emissions: { total, tce, apart }, coverage }: Pick<YearBasis, "emissions" | "coverage">,
	output: OutputFigure | null,
): Pick<YearBasis, "output" | "intensity" | "energyIntensity" | "netEnergyIntensity"> {
	const usable = output !== null && sign(output.value) > 0 && coverage !== "months-missing";
	return {
		output,
		intensity: usable && total !== null ? per(total, output.value) : null,
		energyIntensity: usable && tce !== null ? per(tce, output.value) : null,
		netEnergyIntensity:
			usable && tce !== null && apart.feedstockTce !== null ? per(minus(tce, apart.feedstockTce), output.value) : null,
	};
}
