/** The growth rates that a run was given, by firm and period, held against the plan of each year and the firm's own amounts. */
import type { AssessedFirm } from "../assessment/firm.ts";
import { obtain } from "../domain/obtain.ts";
import { byCodeUnit } from "../domain/order.ts";
import { code, type Period } from "../domain/period.ts";
import type { FirmRecord } from "../ledger/ledger.ts";
import type { Supplied } from "../ledger/supplied.ts";
import type { SuppliedGrowth } from "../ledger/supplied-growth.ts";
import { type OfficeGrowth, officeGrowth, type YearAsked } from "../tracking/growth.ts";
import { ownGrowth } from "../tracking/own-growth.ts";
import type { Month } from "../tracking/track.ts";
import { type Path, pathMaker, type Terms } from "../trajectory/path.ts";
import { kept } from "../trajectory/plan.ts";
import type { Choices } from "./choices.ts";
import { type PlanInForce, plansInForce } from "./plans.ts";

/** The rates of each firm that has any, in order of firm. */
export function ratesByFirm({ growth }: Pick<Supplied, "growth">): ReadonlyMap<string, readonly SuppliedGrowth[]> {
	const found = new Map<string, SuppliedGrowth[]>();
	for (const one of growth.values()) obtain(found, one.firm, () => []).push(one);
	return new Map([...found].sort(([a], [b]) => byCodeUnit(a, b)));
}

/** What the years of the rates ask for: their own plans, since those of the firms' rows may be others. */
export interface Asks {
	readonly plans: readonly PlanInForce[];
	readonly pathOf: (terms: Terms) => Path;
}

export function asksOf(supplied: Supplied, { targets, path }: Pick<Choices, "targets" | "path">): Asks {
	const years = [...supplied.growth.values()].map(({ period }) => period.year);
	return { plans: plansInForce(targets, supplied, years), pathOf: pathMaker(path) };
}

/** A firm with rows of its own, where it has any. */
export interface OwnRows {
	readonly firm: AssessedFirm;
	readonly record: FirmRecord;
}

/** What the rates of one firm come to, period by period: by the last month, of those that end together the longest first. */
export function growthOf(
	rates: readonly SuppliedGrowth[],
	asks: Asks,
	own: OwnRows | undefined,
	upTo: Month | undefined,
): OfficeGrowth[] {
	const ownOf = own === undefined ? undefined : ownGrowth(own.firm, own.record);
	const periods = new Map<number, { period: Period; rates: SuppliedGrowth[] }>();
	for (const one of rates) {
		const { period } = one;
		if (upTo !== undefined && (period.year > upTo.year || (period.year === upTo.year && period.to > upTo.month))) continue;
		obtain(periods, code(period), () => ({ period, rates: [] })).rates.push(one);
	}
	return [...periods.values()]
		.sort(({ period: a }, { period: b }) => a.year - b.year || a.to - b.to || a.from - b.from)
		.map(({ period, rates: of }) => officeGrowth(period, of, askedOf(period.year, asks, own?.firm), ownOf?.(period) ?? {}));
}

/** The rates that belong to the month that a firm is followed up to, else the latest; of those that end together the longest. */
export function growthAt(growth: readonly OfficeGrowth[], month: Month | undefined): OfficeGrowth | undefined {
	const ofMonth = growth.find(({ period }) => period.year === month?.year && period.to === month.month);
	const last = growth.at(-1);
	return ofMonth ?? growth.find(({ period }) => period.year === last?.period.year && period.to === last.period.to);
}

/** What a year asks for: the firm's own path, else the plan that the year belongs to. */
function askedOf(year: number, { plans, pathOf }: Asks, firm: AssessedFirm | undefined): YearAsked | undefined {
	const own = firm?.years.find((one) => one.year === year);
	const path = own?.paths?.own;
	if (own !== undefined && path !== undefined && year > path.baseYear && year <= path.targetYear)
		return { plan: own.plan.id, co2: path, energy: own.paths?.energy };
	const inForce = plans.find(({ plan }) => year > plan.baseYear && year <= plan.targetYear);
	if (inForce === undefined) return undefined;
	const { plan, energyReduction } = inForce;
	const { baseYear, targetYear } = plan;
	const terms = { baseYear, targetYear, years: targetYear - baseYear };
	return {
		plan: plan.id,
		co2: pathOf({ ...terms, keep: plan.keep }),
		energy: energyReduction === null ? undefined : pathOf({ ...terms, keep: kept(energyReduction) }),
	};
}
