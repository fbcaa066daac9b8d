/**
 * What plans ask besides CO2 and energy, of one firm-year: water and pollutants per output, and the share of solid waste that is
 * used. By the same two tests; nothing of the emissions has a say, and nothing of it in a verdict of CO2.
 */
import { type PlanIndicator, planIndicators, type Reason, reasons as reasonOrder } from "../domain/words.ts";
import { compare, fromExact, hundred, per, type Ratio, sign, times } from "../exact/ratio.ts";
import { isWhole, type PlanFact, type PlanFacts } from "../ledger/plan-amounts.ts";
import type { Path } from "../trajectory/path.ts";
import { kept } from "../trajectory/plan.ts";
import { goalOf } from "./goals.ts";
import type { Identity } from "./identity.ts";
import { commonPrices } from "./output.ts";
import type { FirmPaths } from "./paths.ts";
import type { Rules } from "./rules.ts";
import { judge, type Verdict, withheld } from "./verdict.ts";
import { pricedAt, type YearBasis } from "./year-basis.ts";

/** What is asked of an indicator: a path since the base, or a level in the target year, at or above which it is reached. */
export type AskedOf =
	| { readonly kind: "change"; readonly path: Path }
	| { readonly kind: "level"; readonly level: Ratio; readonly targetYear: number };

export interface IndicatorYear {
	readonly indicator: PlanIndicator;
	/** In the unit; null where rows contradict each other, are refused or lack months. */
	readonly value: Ratio | null;
	readonly unit: "m3" | "t" | "%";
	/** Over the year's output, at the prices that it is judged at; null for a rate. */
	readonly intensity: Ratio | null;
	/** The same of the base year; null for a rate, and where the two cannot be compared. */
	readonly base: Ratio | null;
	/** undefined where the plan asks nothing. */
	readonly asked: AskedOf | undefined;
	/** null in the base year, outside the plan's years and where nothing is asked; for a level before the target year, too. */
	readonly verdict: Verdict | null;
}

/** The firm's years around one of them. */
export interface Around {
	readonly identity: Pick<Identity, "pool" | "province">;
	readonly years: readonly YearBasis[];
	/** The tables of the base year. */
	readonly base: YearBasis | undefined;
	readonly paths: FirmPaths | undefined;
	readonly conflict: boolean;
	readonly rules: Rules;
}

/** Every such indicator that a year has rows of, in their order. */
export function indicatorsOf(one: YearBasis, around: Around): IndicatorYear[] {
	return planIndicators.flatMap((indicator) => {
		const fact = factOf(indicator, one.planned);
		if (fact === undefined) return [];
		return [indicator === "solid_waste_rate" ? ofRate(fact, one, around) : perOutput(indicator, fact, one, around)];
	});
}

/** An amount of a year as it is judged; the rate where it is stated, else what was used of what was made. */
interface Fact {
	readonly value: Ratio | null;
	readonly whole: boolean;
	readonly doubtful: boolean;
}

function factOf(indicator: PlanIndicator, facts: PlanFacts): Fact | undefined {
	const own = facts.get(indicator);
	if (own !== undefined || indicator !== "solid_waste_rate") return own === undefined ? undefined : plainFact(own);
	const [made, used] = [facts.get("solid_waste"), facts.get("solid_waste_used")];
	if (made === undefined || used === undefined) return undefined;
	const both = { whole: isWhole(made) && isWhole(used), doubtful: made.doubtful || used.doubtful };
	const rate =
		made.amount === null || used.amount === null || sign(fromExact(made.amount)) <= 0
			? null
			: times(per(fromExact(used.amount), fromExact(made.amount)), hundred);
	// More used than made is waste of years before among it: its share of what there was is not known.
	return { ...both, value: rate === null || compare(rate, hundred) > 0 ? null : rate };
}

function plainFact(fact: PlanFact): Fact {
	return { value: fact.amount === null ? null : fromExact(fact.amount), whole: isWhole(fact), doubtful: fact.doubtful };
}

/** A level: shown beside what is asked, and judged in the target year alone. */
function ofRate(fact: Fact, one: YearBasis, { identity, conflict, rules }: Around): IndicatorYear {
	const value = fact.whole ? fact.value : null;
	const goal = goalOf(identity, "solid_waste_rate", "level", rules);
	const asked =
		goal === undefined ? undefined : ({ kind: "level", level: fromExact(goal.value), targetYear: goal.targetYear } as const);
	const common = { indicator: "solid_waste_rate", value, unit: "%", intensity: null, base: null, asked } as const;
	if (asked === undefined || one.year !== asked.targetYear) return { ...common, verdict: null };
	const reasons = inOrder([...ofFact(fact, one), ...(conflict ? (["errors"] as const) : [])]);
	if (value === null || reasons.length > 0) return { ...common, verdict: withheld(reasons) };
	const met = compare(value, asked.level) >= 0;
	const tests = { yearTest: "not-checked", cumulativeTest: met ? "pass" : "fail" } as const;
	return { ...common, verdict: { word: met ? "met" : "missed", qualifiers: [], ...tests, reasons: [] } };
}

/** Per output at the prices that the year and its base have in common, as the year's own verdict is. */
function perOutput(indicator: PlanIndicator, fact: Fact, one: YearBasis, around: Around): IndicatorYear {
	const { base: basis, paths, identity, conflict, rules } = around;
	const shared = basis === undefined ? undefined : sharedPrices(one, basis, rules);
	const priced = shared === undefined ? one : pricedAt(one, shared);
	const then = basis === undefined || shared === undefined ? undefined : pricedAt(basis, shared);
	const intensity = intensityOf(indicator, priced);
	const base = then === undefined || doubted(indicator, then) ? null : intensityOf(indicator, then);
	const goal = goalOf(identity, indicator, "change", rules);
	const path = goal === undefined || paths === undefined ? undefined : pathTo(goal.targetYear, kept(goal.value), paths, rules);
	const asked = path === undefined ? undefined : ({ kind: "change", path } as const);
	const value = fact.whole ? fact.value : null;
	const common = { indicator, value, unit: indicator === "water" ? "m3" : "t", intensity, base, asked } as const;
	if (path === undefined || one.year <= path.baseYear || one.year > path.targetYear || one.year <= rules.plan.baseYear)
		return { ...common, verdict: null };
	const reasons = inOrder([
		...ofFact(fact, one),
		...ofOutput(one),
		...(conflict ? (["errors"] as const) : []),
		...(base === null ? [ofBase(indicator, one, basis, shared)] : []),
	]);
	if (intensity === null || base === null || reasons.length > 0) return { ...common, verdict: withheld(reasons) };
	return { ...common, verdict: judge(path, intensity, base, lastYearOf(indicator, priced, around), one.year, rules.limits) };
}

function pathTo(targetYear: number, keep: Ratio, { own }: FirmPaths, { plan, pathOf }: Rules): Path | undefined {
	if (own.baseYear >= targetYear) return undefined;
	const path = pathOf({ baseYear: own.baseYear, targetYear, keep, years: targetYear - plan.baseYear });
	return path.endsAboveZero ? path : undefined;
}

function intensityOf(indicator: PlanIndicator, { output, planned, coverage }: YearBasis): Ratio | null {
	const fact = factOf(indicator, planned);
	if (fact === undefined || fact.value === null || !fact.whole || coverage !== "whole-year") return null;
	return output === null || sign(output.value) <= 0 ? null : per(fact.value, output.value);
}

/** Last year's at the prices of this one; where the two years have others in common, what makes the same change. */
function lastYearOf(indicator: PlanIndicator, one: YearBasis, { years, rules }: Around): Ratio | undefined {
	const before = years.find(({ year }) => year === one.year - 1);
	const shared = before === undefined ? undefined : sharedPrices(one, before, rules);
	if (before === undefined || shared === undefined || doubted(indicator, before)) return undefined;
	const then = intensityOf(indicator, pricedAt(before, shared));
	const [own, other] = [one.output, one.outputs?.at.get(shared)];
	if (then === null || own === null || other === undefined) return undefined;
	return own === other ? then : times(then, per(other.value, own.value));
}

function doubted(indicator: PlanIndicator, one: YearBasis): boolean {
	return one.faults.includes("cannot-conclude") || factOf(indicator, one.planned)?.doubtful === true;
}

function sharedPrices(one: YearBasis, other: YearBasis, { prices }: Rules): number | null | undefined {
	if (one.outputs === null || other.outputs === null) return undefined;
	return commonPrices(one.outputs.at, other.outputs.at, prices.planPriceYear);
}

/** Why an amount cannot be judged. */
function ofFact({ value, whole, doubtful }: Fact, { coverage, faults }: YearBasis): Reason[] {
	return [
		...(value === null
			? (["errors"] as const)
			: !whole
				? [coverage === "partial" ? ("partial" as const) : ("months-missing" as const)]
				: []),
		...(doubtful || faults.includes("cannot-conclude") ? (["cannot-conclude"] as const) : []),
	];
}

/** Why nothing can be said per output of a year. */
function ofOutput({ outputs, coverage, faults }: YearBasis): Reason[] {
	return [
		...(faults.includes("no-output") ? (["no-output"] as const) : outputs === null ? (["errors"] as const) : []),
		...(coverage === "whole-year" ? [] : [coverage]),
	];
}

/** Why a year has no base: none is there, it is in doubt, or at other prices. */
function ofBase(
	indicator: PlanIndicator,
	one: YearBasis,
	base: YearBasis | undefined,
	shared: number | null | undefined,
): Reason {
	const fact = base === undefined ? undefined : factOf(indicator, base.planned);
	if (base === undefined || fact === undefined) return "no-base";
	if (fact.value === null) return "errors";
	if (doubted(indicator, base)) return "cannot-conclude";
	const priced = one.outputs !== null && base.outputs !== null && shared === undefined;
	return priced ? "prices" : "no-base";
}

function inOrder(some: readonly Reason[]): Reason[] {
	return reasonOrder.filter((reason) => some.includes(reason));
}
