/** The claims of a run beside what its tables come to: each firm's by period and metric, and what nobody claimed. */
import type { AssessedFirm } from "../assessment/firm.ts";
import type { YearBasis } from "../assessment/year-basis.ts";
import { candidatesOf, type GridCandidate } from "../claims/candidates.ts";
import { type LikelyCause, likelyCauses } from "../claims/causes.ts";
import { type Compared, compareClaim, halfStep, type Tolerance, toleratedAt } from "../claims/compare.ts";
import { type Accounts, accountsOf, type Computed, computedBySet, computedOf } from "../claims/computed.ts";
import { obtain } from "../domain/obtain.ts";
import { byCodeUnit } from "../domain/order.ts";
import { code, months, type Period, wholeYear } from "../domain/period.ts";
import { type ClaimMetric, type ClaimObstacle, type ClaimOutcome, claimMetrics } from "../domain/words.ts";
import { oneRatio, per, type Ratio, sign } from "../exact/ratio.ts";
import { type Finding, finding, remark } from "../findings/finding.ts";
import { add } from "../findings/tally.ts";
import { type ClaimedFigure, claimKey, type SuppliedClaim } from "../ledger/supplied-claims.ts";
import { near } from "../reference/near.ts";
import { loadReference } from "../reference/reference.ts";
import type { Judged } from "./judge.ts";

export interface VerifiedClaim {
	readonly firm: string;
	readonly name: string | null;
	readonly period: Period;
	readonly metric: ClaimMetric;
	/** Of an intensity the dimension it is per; empty for all others. */
	readonly per: string;
	readonly outcome: ClaimOutcome;
	/** null where nobody claims the figure, or where its rows were refused. */
	readonly claimed: ClaimedFigure | null;
	/** The row that claims it. */
	readonly at: SuppliedClaim["at"] | null;
	readonly computed: Ratio | null;
	readonly compared: Compared | null;
	readonly why: ClaimObstacle | null;
	/** Likeliest first; only of a claim that is outside. */
	readonly causes: readonly LikelyCause[];
}

/** Which firms and years are shown. */
export interface Shows {
	readonly showsFirm: (firm: string) => boolean;
	readonly showsYear: (year: number) => boolean;
}

/** In order of firm, period and metric. Claims of firms that no table names are told. */
export function verifyClaims(judged: Judged, tolerance: Tolerance | undefined, shows: Shows): VerifiedClaim[] {
	const firms = claimingFirms(judged, shows);
	const verified = firms.flatMap(({ id, firm, claims }) => {
		const computed = remembered(judged, firm);
		const shown = claims.filter(({ period }) => shows.showsYear(period.year));
		return [
			...shown.map((claim) => verifiedOf(claim, id, firm, computed, tolerance)),
			...unclaimed(firm, claims, computed, shows),
		];
	});
	for (const found of withoutRows(judged, firms)) add(judged.tally, found);
	return verified.sort(inOrder);
}

/** The likely causes of those that are outside. `grid`: the factors that power may have been counted by. */
export function explainOutside(
	judged: Judged,
	verified: readonly VerifiedClaim[],
	tolerance: Tolerance | undefined,
	grid: readonly GridCandidate[],
): VerifiedClaim[] {
	const outside = new Set(verified.flatMap(({ outcome, firm }) => (outcome === "outside" ? [firm] : [])));
	const scope3 = new Map<string, ClaimedFigure>();
	for (const { firm, period, metric, claimed } of verified)
		if (metric === "scope3" && claimed !== null) scope3.set(`${code(period)} ${firm}`, claimed);
	const accounts = new Map<string, Accounts>();
	for (const firm of judged.assessment.firms) {
		const record = outside.has(firm.firm) ? judged.part.ledger.firms.get(firm.firm) : undefined;
		if (record !== undefined) accounts.set(firm.firm, accountsOf(firm, record));
	}
	const around: Around = { accounts, scope3, grid, tolerance };
	return verified.map((one) => (one.outcome === "outside" ? { ...one, causes: causesOf(judged, one, around) } : one));
}

interface ClaimingFirm {
	/** As the tables have it, else as the claims do. */
	readonly id: string;
	readonly firm: AssessedFirm | undefined;
	readonly claims: readonly SuppliedClaim[];
}

/** Every firm that is shown, of the tables or of the claims alone, with its claims. A claim may go by the name that one firm alone has. */
function claimingFirms({ assessment, part }: Judged, { showsFirm }: Shows): ClaimingFirm[] {
	const known = new Map(assessment.firms.map((firm) => [firm.firm, firm]));
	const named = new Map<string, AssessedFirm[]>();
	for (const firm of assessment.firms) if (firm.name !== null) obtain(named, firm.name, () => []).push(firm);
	const claims = new Map<string, SuppliedClaim[]>();
	for (const claim of part.supplied.claims.values()) {
		const [byName, ...more] = known.has(claim.firm) ? [] : (named.get(claim.firm) ?? []);
		obtain(claims, byName !== undefined && more.length === 0 ? byName.firm : claim.firm, () => []).push(claim);
	}
	return [...new Set([...known.keys(), ...claims.keys()])]
		.filter(showsFirm)
		.map((id) => ({ id, firm: known.get(id), claims: claims.get(id) ?? [] }));
}

/** The firms that may be asked for by name. */
export function verifiable({ assessment, part }: Judged): string[] {
	return [
		...new Set([...assessment.firms.map(({ firm }) => firm), ...[...part.supplied.claims.values()].map(({ firm }) => firm)]),
	];
}

function withoutRows({ assessment }: Judged, firms: readonly ClaimingFirm[]): Finding[] {
	const known = assessment.firms.map(({ firm }) => firm);
	return firms.flatMap(({ id, firm, claims }) => {
		const [first] = claims;
		if (firm !== undefined || first === undefined) return [];
		const place = { ...first.at, column: "", value: "" };
		return [finding(remark("claim-without-rows", { near: near(id, known), claims: claims.length }), place, id, "")];
	});
}

/** The figures of a firm by period, each computed once. */
function remembered({ part }: Judged, firm: AssessedFirm | undefined): (period: Period) => Computed | undefined {
	const known = new Map<number, Computed>();
	const record = firm === undefined ? undefined : part.ledger.firms.get(firm.firm);
	const own = firm === undefined || record === undefined ? undefined : accountsOf(firm, record);
	return (period) => (own === undefined ? undefined : obtain(known, code(period), () => computedOf(own, period)));
}

function verifiedOf(
	{ period, metric, per: dimension, figure, at }: SuppliedClaim,
	id: string,
	firm: AssessedFirm | undefined,
	computed: (period: Period) => Computed | undefined,
	tolerance: Tolerance | undefined,
): VerifiedClaim {
	const found = computed(period);
	const value = found === undefined ? "no-such-firm" : found.figure(metric, dimension);
	const claim = { firm: id, name: firm?.name ?? null, period, metric, per: dimension, at, causes: [] };
	const known = typeof value === "string" ? null : value;
	if (typeof figure === "string")
		return { ...claim, outcome: "refused", claimed: null, computed: known, compared: null, why: null };
	if (typeof value === "string")
		return { ...claim, outcome: "not-computable", claimed: figure, computed: null, compared: null, why: value };
	const compared = compareClaim(figure, value, tolerance, perTonne(metric, found?.basis));
	return { ...claim, outcome: compared.outcome, claimed: figure, computed: value, compared, why: null };
}

/** What a tonne is in the unit of a metric. */
function perTonne(metric: ClaimMetric, basis: YearBasis | undefined): Ratio {
	const output = basis?.output?.value;
	return metric === "intensity" && output !== undefined && sign(output) > 0 ? per(oneRatio, output) : oneRatio;
}

/** What is computed of whole years, and nobody claims. */
function unclaimed(
	firm: AssessedFirm | undefined,
	claims: readonly SuppliedClaim[],
	computed: (period: Period) => Computed | undefined,
	{ showsYear }: Shows,
): VerifiedClaim[] {
	if (firm === undefined) return [];
	const claimed = new Set(claims.map((claim) => claimKey({ ...claim, firm: "", per: "" })));
	return firm.years
		.filter(({ year }) => showsYear(year))
		.flatMap(({ year, output }) => {
			const period = { year, from: 1, to: 12 };
			return claimMetrics.flatMap((metric): VerifiedClaim[] => {
				const dimension = metric === "intensity" ? (output?.dimension ?? "") : "";
				const value = computed(period)?.figure(metric, dimension);
				if (value === undefined || typeof value === "string" || claimed.has(claimKey({ firm: "", period, metric, per: "" })))
					return [];
				const nobody = { claimed: null, at: null, compared: null, why: null, causes: [] };
				const { firm: id, name } = firm;
				return [{ firm: id, name, period, metric, per: dimension, outcome: "not-claimed", computed: value, ...nobody }];
			});
		});
}

function inOrder(a: VerifiedClaim, b: VerifiedClaim): number {
	return (
		byCodeUnit(a.firm, b.firm) ||
		code(a.period) - code(b.period) ||
		claimMetrics.indexOf(a.metric) - claimMetrics.indexOf(b.metric) ||
		byCodeUnit(a.per, b.per)
	);
}

/** What stands around the claims that are outside. */
interface Around {
	readonly accounts: ReadonlyMap<string, Accounts>;
	/** Claims of scope 3 by period and firm. */
	readonly scope3: ReadonlyMap<string, ClaimedFigure>;
	readonly grid: readonly GridCandidate[];
	readonly tolerance: Tolerance | undefined;
}

function causesOf(
	{ choices }: Judged,
	{ firm: id, period, metric, per: dimension, claimed, computed }: VerifiedClaim,
	{ accounts, scope3: claimedScope3, grid, tolerance }: Around,
): LikelyCause[] {
	const own = accounts.get(id);
	if (own === undefined || claimed === null || computed === null || metric === "scope3") return [];
	const { firm } = own;
	const { basis } = computedOf(own, period);
	if (basis === undefined) return [];
	const scope3 = claimedScope3.get(`${code(period)} ${id}`);
	const isUsable = (one: Computed): YearBasis | undefined =>
		typeof one.figure(metric, dimension) === "string" ? undefined : one.basis;
	const otherYears = months(period) === wholeYear ? firm.years.filter(({ year }) => year !== period.year) : [];
	const otherSets = loadReference().seeds.fuelSets.filter(({ id: set }) => set !== choices.set.id);
	const groups = candidatesOf({
		...{ metric, computed, basis, boundary: choices.boundary, province: firm.province, grid },
		scope3: scope3 === undefined ? undefined : { value: scope3.value, slack: halfStep(scope3) },
		otherYears: otherYears.flatMap(({ year }) => isUsable(computedOf(own, { ...period, year })) ?? []),
		otherSets: otherSets.map((set) => ({ set: set.id, basis: isUsable(computedBySet(own, period, set)) })),
	});
	const tonne = perTonne(metric, basis);
	return likelyCauses(claimed, computed, (value) => toleratedAt(value, tolerance, tonne), groups);
}
