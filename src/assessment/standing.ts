/** A firm's year beside its own path under one plan: at which prices it is compared with its base, and the verdict. */
import type { Reason, VerdictWord } from "../domain/words.ts";
import { reasons as reasonOrder } from "../domain/words.ts";
import { per, type Ratio, times } from "../exact/ratio.ts";
import { type Finding, finding, nowhere, remark } from "../findings/finding.ts";
import type { Plan } from "../trajectory/plan.ts";
import type { Base, FoundBase } from "./base.ts";
import type { Identity } from "./identity.ts";
import { type IndicatorYear, indicatorsOf } from "./indicators.ts";
import { commonPrices } from "./output.ts";
import type { FirmPaths } from "./paths.ts";
import { boundaryChange } from "./presence.ts";
import type { Rules } from "./rules.ts";
import type { ToDate } from "./to-date.ts";
import { judge, type Verdict, withheld } from "./verdict.ts";
import { pricedAt, type YearBasis } from "./year-basis.ts";

export interface FirmYear extends YearBasis {
	/** The plan that the year is seen by. */
	readonly plan: Plan;
	/** What the year is measured from, at the prices of both; where none can be compared, the base as it is known best. */
	readonly base: Base | undefined;
	/** Under the firm's own target and base year; undefined where there is no base year before the target year. */
	readonly paths: FirmPaths | undefined;
	/** Usable in a pool of firms, if it is at the pool's prices: whole and without errors. */
	readonly poolable: boolean;
	/** The verdict; null in the base year and outside the plan's years. */
	readonly verdict: Verdict | null;
	/** Whether the year may be compared at all: then change, paths and progress are told. */
	readonly comparable: boolean;
	/** Why it may not, in order: those of the verdict, also where there is none. */
	readonly reasons: readonly Reason[];
	/** Last year's intensity at the year's own prices, where the two may be compared. */
	readonly lastYear: Ratio | undefined;
	/** The verdict of energy per output, without energy used as feedstock; null where the plan asks nothing of it, and where the other is null. */
	readonly energyVerdict: Verdict | null;
	/** What else the plan asks of, where the year has rows of it. */
	readonly indicators: readonly IndicatorYear[];
	/** Its months beside the same ones of the years before, where it is not a whole year. */
	readonly toDate?: ToDate;
	/** What would settle a verdict that open findings outweigh; undefined where none does. */
	readonly settle?: Settle;
}

/** What a verdict waits for that open findings outweigh. */
export interface Settle {
	/** Those of the year, of the year before and of the base, the heaviest first. */
	readonly findings: readonly Finding[];
	/** The verdict as it is if none of them is right. */
	readonly asWritten: VerdictWord;
	/** The verdict if all of them are; null where nobody knows by how much. */
	readonly asProposed: VerdictWord | null;
}

/** What a firm's years are judged by under one plan. */
export interface Standing {
	readonly firm: string;
	readonly identity: Pick<Identity, "pool" | "province">;
	/** All years that the plan sees, in order. */
	readonly years: readonly YearBasis[];
	readonly found: FoundBase;
	readonly paths: FirmPaths | undefined;
	/** The firms table contradicts itself. */
	readonly conflict: boolean;
	readonly rules: Rules;
}

/** Judges one of the years. What is to be told of it goes to the findings. */
export function standingOf(seen: YearBasis, standing: Standing, findings: Finding[]): FirmYear {
	const { firm, found, paths, conflict, rules } = standing;
	const { plan, prices } = rules;
	const { year } = seen;
	const path = paths?.own;
	const common = seen.outputs === null ? undefined : commonPrices(seen.outputs.at, found.at, prices.planPriceYear);
	const one = common === undefined ? seen : pricedAt(seen, common);
	const base = common === undefined ? bestKnown(found, prices.planPriceYear) : found.at.get(common);
	const reasons = new Set<Reason>(one.faults);
	if (conflict) reasons.add("errors");
	if (found.reason !== undefined || path === undefined) reasons.add(found.reason ?? "no-base");
	if (prices.money && seen.outputs !== null && unpriced(seen, common, found)) {
		reasons.add("prices");
		if (year !== found.year || found.at.size === 0)
			findings.push(finding(pricesRemark(seen, found, rules), nowhere, firm, String(year)));
	} else if (common !== undefined && common !== null && common !== prices.planPriceYear && year !== found.year)
		findings.push(
			finding(
				remark("other-price-year", { prices: `constant-${common}`, plan: `constant-${prices.planPriceYear}` }),
				nowhere,
				firm,
				String(year),
			),
		);
	const boundary = found.basis === undefined ? undefined : boundaryChange(one, found.basis, rules);
	if (boundary !== undefined) {
		reasons.add("boundary");
		findings.push(
			finding(remark("boundary-changed", { base: (found.basis as YearBasis).year, ...boundary }), nowhere, firm, String(year)),
		);
	}
	const ordered = reasonOrder.filter((reason) => reasons.has(reason));
	const comparable = ordered.length === 0 && one.intensity !== null;
	const poolable = one.faults.length === 0 && !conflict && one.intensity !== null;
	const lastYear = comparable ? lastYearOf(one, standing, base) : undefined;
	const silent =
		year <= plan.baseYear || (path === undefined ? year > plan.targetYear : year <= path.baseYear || year > path.targetYear);
	const verdict = silent
		? null
		: !comparable || path === undefined || base === undefined
			? withheld(ordered)
			: judge(path, one.intensity as Ratio, base.intensity, lastYear, year, rules.limits);
	const energyVerdict = verdict === null ? null : energyVerdictOf(one, standing, base, ordered);
	const indicators = indicatorsOf(seen, { ...standing, base: found.basis });
	return { ...one, plan, base, paths, poolable, verdict, energyVerdict, indicators, comparable, reasons: ordered, lastYear };
}

/** Energy per output against its own path, by the same two tests. */
function energyVerdictOf(
	one: YearBasis,
	{ years, rules, paths }: Standing,
	base: Base | undefined,
	reasons: readonly Reason[],
): Verdict | null {
	const path = paths?.energy;
	if (path === undefined) return null;
	if (reasons.length > 0 || base === undefined) return withheld(reasons);
	const { netEnergyIntensity: now } = one;
	if (now === null || base.netEnergyIntensity === null) return withheld([now === null ? "errors" : "no-base"]);
	const before = years.find(({ year }) => year === one.year - 1);
	const common = before === undefined ? undefined : sharedPrices(one, before, rules);
	const then = before === undefined || common === undefined ? null : pricedAt(before, common).netEnergyIntensity;
	const last = then === null || before === undefined || before.faults.length > 0 ? undefined : atOwnPrices(then, one, common);
	return judge(path, now, base.netEnergyIntensity, last, one.year, rules.limits);
}

/** The base at the plan's prices, else at the newest. */
export function bestKnown({ at }: FoundBase, planPriceYear: number): Base | undefined {
	return at.get(planPriceYear) ?? [...at.values()][0];
}

/** Whether the year has no prices in common with its base; where there is no base, whether it has none that are known. */
function unpriced({ outputs }: YearBasis, common: number | null | undefined, { at }: FoundBase): boolean {
	return common === undefined && (at.size > 0 || outputs?.at.size === 0);
}

/** What each side has: the year may lack the plan's prices, or the base may. */
function pricesRemark({ outputs, output }: YearBasis, { at, year }: FoundBase, { prices }: Rules): ReturnType<typeof remark> {
	const wanted = `constant-${prices.planPriceYear}`;
	const listed = (years: Iterable<number | null>): string[] => [...years].map((one) => `constant-${one}`);
	if (at.size === 0 || at.has(prices.planPriceYear) || outputs === null || outputs.at.size === 0)
		return remark("prices-not-constant", {
			prices: output?.prices ?? "unstated",
			wanted: at.size === 0 || at.has(prices.planPriceYear) ? wanted : (listed(at.keys())[0] as string),
		});
	return remark("no-common-prices", { prices: listed(outputs.at.keys()), base: year, basePrices: listed(at.keys()) });
}

/**
 * The intensity of the year before at the prices of this one, where it is usable and of the same boundary; else the stated base. Where
 * the two years have other prices in common, last year's is what makes the same change.
 */
function lastYearOf(one: YearBasis, { years, rules, found }: Standing, base: Base | undefined): Ratio | undefined {
	const before = years.find(({ year }) => year === one.year - 1);
	const { money } = rules.prices;
	if (before === undefined || before.faults.length > 0 || before.intensity === null || (money && before.outputs?.at.size === 0))
		return base !== undefined && found.year === one.year - 1 ? base.intensity : undefined;
	const common = sharedPrices(one, before, rules);
	if (common === undefined || boundaryChange(one, before, rules) !== undefined) return undefined;
	const then = pricedAt(before, common).intensity;
	return then === null ? undefined : atOwnPrices(then, one, common);
}

function sharedPrices(one: YearBasis, other: YearBasis, { prices }: Rules): number | null | undefined {
	if (one.outputs === null || other.outputs === null) return undefined;
	return commonPrices(one.outputs.at, other.outputs.at, prices.planPriceYear);
}

/** What at the prices of the year makes the same change as another year's intensity at prices that both have. */
function atOwnPrices(then: Ratio, { output, outputs }: YearBasis, common: number | null | undefined): Ratio | undefined {
	const shared = common === undefined ? undefined : outputs?.at.get(common);
	if (output === null || shared === undefined) return undefined;
	return shared === output ? then : times(then, per(shared.value, output.value));
}
