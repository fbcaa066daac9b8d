/**
 * What a claim would be had one thing gone wrong: each is a figure that was computed anew, by one slip or one other choice. They are grouped by
 * their cause, since of many that could have been meant one fits any number by chance.
 */

import type { YearBasis } from "../assessment/year-basis.ts";
import type { CarrierFigure } from "../carbon/emissions.ts";
import { carbonToCo2 } from "../domain/carbon.ts";
import type { Boundary, ClaimCause, ClaimMetric } from "../domain/words.ts";
import { minus, per, plus, type Ratio, sign, times, zeroRatio } from "../exact/ratio.ts";
import { metricOf, partsOf } from "./computed.ts";

/** A figure that a claim may be, and what would have made it so. */
export interface Candidate {
	/** What there was to choose: a power of ten, a carrier, a factor, a year. */
	readonly detail: string;
	readonly value: Ratio;
	/** How much more the claim may lie apart: half a step of another printed figure. */
	readonly slack?: Ratio;
}

export interface CandidateGroup {
	readonly cause: ClaimCause;
	readonly candidates: readonly Candidate[];
}

/** A grid factor of the seeds, t CO2 per kWh. */
export interface GridCandidate {
	readonly detail: string;
	readonly perKwh: Ratio;
	/** Of a province; null for a grid or the nation. */
	readonly province: string | null;
}

export interface CandidateTerms {
	readonly metric: Exclude<ClaimMetric, "scope3">;
	readonly computed: Ratio;
	readonly basis: YearBasis;
	readonly boundary: Boundary;
	/** Province id, where one is known. */
	readonly province: string | null;
	/** The scope 3 that the firm claims for the same months. */
	readonly scope3: { readonly value: Ratio; readonly slack: Ratio } | undefined;
	/** The firm's other years; none where the claim is of months. */
	readonly otherYears: readonly YearBasis[];
	readonly grid: readonly GridCandidate[];
	/** The same period by other published fuel sets. */
	readonly otherSets: readonly { readonly set: string; readonly basis: YearBasis | undefined }[];
}

/** All groups that have a candidate. */
export function candidatesOf(terms: CandidateTerms): CandidateGroup[] {
	const groups: CandidateGroup[] = [
		{ cause: "scope-3-inside", candidates: withScope3(terms) },
		{ cause: "carbon-for-co2", candidates: asCarbon(terms) },
		{ cause: "other-metric", candidates: otherMetrics(terms) },
		{ cause: "other-prices", candidates: otherPrices(terms) },
		{ cause: "power-of-ten", candidates: powersOfTen(terms.computed) },
		{ cause: "part-left-out", candidates: withoutParts(terms) },
		{ cause: "other-year", candidates: terms.otherYears.flatMap((one) => ofBasis(terms, one, String(one.year))) },
		{
			cause: "fuel-set",
			candidates: terms.otherSets.flatMap(({ set, basis }) => (basis === undefined ? [] : ofBasis(terms, basis, set))),
		},
		{ cause: "carrier-left-out", candidates: withoutCarriers(terms) },
		{ cause: "grid-factor", candidates: byGridFactor(terms) },
		{ cause: "carrier-power-of-ten", candidates: carrierPowers(terms) },
	];
	return groups.filter(({ candidates }) => candidates.length > 0);
}

function withScope3({ metric, computed, scope3 }: CandidateTerms): Candidate[] {
	if (scope3 === undefined || metric !== "total_co2") return [];
	return [{ detail: "", value: plus(computed, scope3.value), slack: scope3.slack }];
}

/** Carbon in the place of CO2, and CO2 that was made of CO2 once more. */
function asCarbon({ metric, computed }: CandidateTerms): Candidate[] {
	if (metric === "energy_tce") return [];
	return [
		{ detail: "12/44", value: per(computed, carbonToCo2) },
		{ detail: "44/12", value: times(computed, carbonToCo2) },
	];
}

const inTonnes = ["total_co2", "scope1", "scope2", "energy_tce"] as const;

function otherMetrics({ metric, basis, boundary }: CandidateTerms): Candidate[] {
	if (metric === "intensity") return [];
	return inTonnes.flatMap((other) => {
		const value = other === metric ? null : metricOf(other, basis, boundary);
		return value === null ? [] : [{ detail: other, value }];
	});
}

function otherPrices({ metric, basis: { emissions, output, outputs } }: CandidateTerms): Candidate[] {
	const { total } = emissions;
	if (metric !== "intensity" || total === null || outputs === null) return [];
	return [...outputs.at].flatMap(([year, other]) =>
		other === output || year === null || sign(other.value) <= 0
			? []
			: [{ detail: `constant-${year}`, value: per(total, other.value) }],
	);
}

const powers = [-4, -3, -2, -1, 1, 2, 3, 4] as const;

function scaled(value: Ratio, power: number): Ratio {
	const by = 10n ** BigInt(Math.abs(power));
	return power < 0 ? { over: value.over, under: value.under * by } : { over: value.over * by, under: value.under };
}

function powersOfTen(computed: Ratio): Candidate[] {
	return powers.map((power) => ({ detail: `10^${power}`, value: scaled(computed, power) }));
}

function withoutParts(terms: CandidateTerms): Candidate[] {
	const { metric, basis, boundary } = terms;
	if (metric === "energy_tce") return [];
	return partsOf(metric, boundary).flatMap((part) => {
		const amount = basis.emissions.parts[part];
		return amount === null || sign(amount) === 0 ? [] : changedBy(terms, part, { over: -amount.over, under: amount.under });
	});
}

/** What the metric is of another basis: another year, another set. */
function ofBasis({ metric, boundary }: CandidateTerms, basis: YearBasis, detail: string): Candidate[] {
	const value = metricOf(metric, basis, boundary);
	return value === null ? [] : [{ detail, value }];
}

/** The lines that the metric is made of, added up by carrier, each with what it counts. */
function carriersOf({ metric, basis, boundary }: CandidateTerms): [carrier: string, amount: Ratio][] {
	const parts = partsOf(metric, boundary);
	const found = new Map<string, Ratio>();
	for (const line of basis.emissions.carriers) {
		const amount = metric === "energy_tce" ? line.tce : line.co2;
		if (amount === null || sign(amount) === 0 || !parts.includes(line.part)) continue;
		found.set(line.carrier, plus(found.get(line.carrier) ?? zeroRatio, amount));
	}
	return [...found];
}

function withoutCarriers(terms: CandidateTerms): Candidate[] {
	const all = carriersOf(terms);
	return all.length < 2 ? [] : all.flatMap(([carrier, { over, under }]) => changedBy(terms, carrier, { over: -over, under }));
}

/** A slip of the unit in one carrier. */
function carrierPowers(terms: CandidateTerms): Candidate[] {
	const all = carriersOf(terms);
	if (all.length < 2) return [];
	return all.flatMap(([carrier, amount]) =>
		powers.flatMap((power) => changedBy(terms, `${carrier} 10^${power}`, minus(scaled(amount, power), amount))),
	);
}

/** Power from the grid by another published factor. */
function byGridFactor(terms: CandidateTerms): Candidate[] {
	const { metric, basis, grid, province } = terms;
	if (metric === "energy_tce" || metric === "scope1") return [];
	const lines = basis.emissions.carriers.filter(isFromGrid);
	const co2 = lines.reduce((all, one) => plus(all, one.co2 as Ratio), zeroRatio);
	const kwh = lines.reduce((all, one) => plus(all, per(one.co2 as Ratio, perKwhOf(one))), zeroRatio);
	if (sign(kwh) === 0) return [];
	const mayBe = grid.filter((one) => one.province === null || province === null || one.province === province);
	return mayBe.flatMap(({ detail, perKwh }) => changedBy(terms, detail, minus(times(kwh, perKwh), co2)));
}

function isFromGrid({ part, co2, factor }: CarrierFigure): boolean {
	return (
		part === "electricity" &&
		co2 !== null &&
		factor?.kind === "direct" &&
		factor.unit === "kgCO2/kWh" &&
		factor.measured.length === 0 &&
		sign(factor.perUnit) > 0
	);
}

function perKwhOf({ factor }: CarrierFigure): Ratio {
	if (factor?.kind !== "direct") throw new Error("power from the grid has a factor per kWh");
	return factor.perUnit;
}

/** The figure with so many tonnes more; an intensity by as much over its output. */
function changedBy({ metric, computed, basis: { output } }: CandidateTerms, detail: string, tonnes: Ratio): Candidate[] {
	if (metric !== "intensity") return [{ detail, value: plus(computed, tonnes) }];
	return output === null || sign(output.value) <= 0 ? [] : [{ detail, value: plus(computed, per(tonnes, output.value)) }];
}
