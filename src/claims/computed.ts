/** What the tables come to of each metric that may be claimed, for a year or for some months of it; or why there is no figure. */
import type { AssessedFirm } from "../assessment/firm.ts";
import type { Rules } from "../assessment/rules.ts";
import { type Months, monthsOf } from "../assessment/to-date.ts";
import { basisOf, pricedAt, type YearBasis } from "../assessment/year-basis.ts";
import { obtain } from "../domain/obtain.ts";
import { months, type Period, wholeYear } from "../domain/period.ts";
import type { Boundary, ClaimMetric, ClaimObstacle, Part } from "../domain/words.ts";
import { plus, type Ratio, zeroRatio } from "../exact/ratio.ts";
import { firmYears, type YearFacts } from "../ledger/firm-years.ts";
import type { FirmRecord } from "../ledger/ledger.ts";
import type { FuelSetSeed } from "../reference/seeds.ts";

/** A firm's figures of a period. */
export interface Computed {
	/** Emissions, energy and output of these months; undefined where the firm has none of them. */
	readonly basis: YearBasis | undefined;
	/** Of a metric the figure, or why there is none. `per`: the dimension that an intensity is claimed per. */
	readonly figure: (metric: ClaimMetric, per: string) => Ratio | ClaimObstacle;
}

/** A firm whose figures are asked for, with its years as its tables have them: those are looked at once. */
export interface Accounts {
	readonly firm: AssessedFirm;
	/** Under the rules of a plan. */
	readonly facts: (rules: Rules) => readonly YearFacts[];
}

export function accountsOf(firm: AssessedFirm, record: FirmRecord): Accounts {
	const known = new Map<Rules["facts"], readonly YearFacts[]>();
	return { firm, facts: ({ facts }) => obtain(known, facts, () => firmYears(record, facts).years) };
}

/** A whole year is the one that the report shows; months are cut out of it. */
export function computedOf(accounts: Accounts, period: Period): Computed {
	const { firm } = accounts;
	const one = firm.years.find(({ year }) => year === period.year);
	if (one === undefined) return nothing;
	if (months(period) !== wholeYear) return ofMonths(accounts, period, (rules) => rules);
	return ofYear(one, boundaryOf(firm));
}

/** The same by another fuel set. */
export function computedBySet(accounts: Accounts, period: Period, set: FuelSetSeed): Computed {
	const { firm } = accounts;
	const one = firm.years.find(({ year }) => year === period.year);
	const view = viewOf(firm, period);
	const bySet = (rules: Rules): Rules => ({ ...rules, factors: { ...rules.factors, set } });
	if (one === undefined || view === undefined) return nothing;
	if (months(period) !== wholeYear) return ofMonths(accounts, period, bySet);
	const facts = accounts.facts(view.rules).find(({ year }) => year === period.year);
	if (facts === undefined) return nothing;
	return ofYear(pricedAt(basisOf(facts, firm, bySet(view.rules), []), one.output?.priceYear ?? null), boundaryOf(firm));
}

const nothing: Computed = {
	basis: undefined,
	figure: (metric) => (metric === "scope3" ? "not-computed" : "no-such-period"),
};

function ofYear(one: YearBasis, boundary: Boundary): Computed {
	const lacks = one.coverage === "months-missing" ? "months-missing" : one.coverage === "partial" ? "partial" : undefined;
	return { basis: one, figure: (metric, per) => figureOf(metric, per, one, boundary, lacks, lacks) };
}

/** The months by themselves; nothing where no table has a row of any of them. */
function ofMonths({ firm, facts: factsBy }: Accounts, period: Period, changed: (rules: Rules) => Rules): Computed {
	const view = viewOf(firm, period);
	if (view === undefined) return nothing;
	const { year } = period;
	const mask = months(period);
	const facts = factsBy(view.rules);
	const own = facts.find((each) => each.year === year);
	const covered = own === undefined ? 0 : [...own.counted, ...own.outputs].reduce((all, part) => all | part.mask, 0);
	const cut = monthsOf(year, mask, { identity: firm, rules: changed(view.rules), facts, years: [] });
	if ((covered & mask) === 0 || cut === undefined) return nothing;
	const energy = obstacleOf(cut, (part) => part !== null);
	const output = energy ?? obstacleOf(cut, (part) => part === null);
	return { basis: cut.basis, figure: (metric, per) => figureOf(metric, per, cut.basis, boundaryOf(firm), energy, output) };
}

function viewOf({ years, views }: AssessedFirm, { year }: Period): AssessedFirm["views"][number] | undefined {
	const one = years.find((each) => each.year === year);
	return views.find(({ rules }) => rules.plan === one?.plan);
}

function boundaryOf({ views }: AssessedFirm): Boundary {
	return views[0]?.rules.boundary ?? "all";
}

function obstacleOf(
	{ lacking, uncut }: Months,
	isAsked: (part: Months["lacking"][number]) => boolean,
): ClaimObstacle | undefined {
	if (uncut.some(isAsked)) return "not-monthly";
	return lacking.some(isAsked) ? "months-missing" : undefined;
}

function figureOf(
	metric: ClaimMetric,
	per: string,
	basis: YearBasis,
	boundary: Boundary,
	energy: ClaimObstacle | undefined,
	output: ClaimObstacle | undefined,
): Ratio | ClaimObstacle {
	if (metric === "scope3") return "not-computed";
	const lacks = metric === "intensity" ? output : energy;
	if (lacks !== undefined) return lacks;
	if (basis.faults.includes("cannot-conclude")) return "cannot-conclude";
	if (metric !== "intensity") return metricOf(metric, basis, boundary) ?? "errors";
	if (basis.output === null || basis.faults.includes("no-output")) return "no-output";
	if (basis.output.dimension !== per) return "other-denominator";
	return basis.intensity ?? "errors";
}

/** What burns and reacts on the site, and what is bought. */
const scope1: readonly Part[] = ["fuel", "process"];
const scope2: readonly Part[] = ["electricity", "heat"];

/** The parts that a metric of CO2 is made of; process emissions outside the boundary are of none. */
export function partsOf(metric: ClaimMetric, boundary: Boundary): readonly Part[] {
	const all = metric === "scope1" ? scope1 : metric === "scope2" ? scope2 : [...scope1, ...scope2];
	return boundary === "all" ? all : all.filter((part) => part !== "process");
}

/** A metric of a year or of months as far as it is known. */
export function metricOf(
	metric: Exclude<ClaimMetric, "scope3">,
	{ emissions: { parts, total, tce }, intensity }: YearBasis,
	boundary: Boundary,
): Ratio | null {
	if (metric === "total_co2") return total;
	if (metric === "energy_tce") return tce;
	if (metric === "intensity") return intensity;
	return partsOf(metric, boundary).reduce<Ratio | null>((sum, part) => {
		const amount = parts[part];
		return sum === null || amount === null ? null : plus(sum, amount);
	}, zeroRatio);
}
