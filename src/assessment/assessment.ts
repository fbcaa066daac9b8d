/** Everything a view could want, in one value: firms beside their own and their sector's path, and the sectors. */
import { byCodeUnit } from "../domain/order.ts";
import { type Finding, finding, nowhere, remark } from "../findings/finding.ts";
import { add, type OpenTally } from "../findings/tally.ts";
import { type FirmRecord, headsOf, type Ledger } from "../ledger/ledger.ts";
import { type AssessedFirm, assessFirm } from "./firm.ts";
import { sharedNames } from "./identity.ts";
import { nearCodes } from "./near-codes.ts";
import { type AssessedSector, assessSectors, isPooled, poolPriceYear, type Viewed, viewedBy } from "./pools.ts";
import type { Rules } from "./rules.ts";
import { pooledGroup, type SimpleFirms } from "./simple/group.ts";
import { spansOf } from "./spans.ts";

export interface Assessment {
	/** In order of firm, by code unit; without simple ones. */
	readonly firms: readonly AssessedFirm[];
	/** Firms of which nothing is told, where figures are wanted row by row; undefined where every firm is among the others. */
	readonly simple?: SimpleFirms;
	/** In order of id, `all` last, and of plan. */
	readonly sectors: readonly AssessedSector[];
	/** By each plan of the run, in order of base year. */
	readonly plans: readonly Rules[];
	/** What is the same whatever the plan: limits, factors but for electricity, units. */
	readonly rules: Rules;
}

/** Assesses every firm; what is to be told goes to the tally at once, so that a million findings are never held together. */
export function assess(ledger: Ledger, given: readonly [Rules, ...Rules[]], tally: OpenTally, simple?: SimpleFirms): Assessment {
	const spans = spansOf(given);
	const plans = spans.map(({ rules }) => rules);
	const [rules] = given;
	const firms: AssessedFirm[] = [];
	const without: AssessedFirm[] = [];
	for (const name of [...ledger.firms.keys()].sort(byCodeUnit)) {
		if (simple?.groupOf.has(name) === true) continue;
		const findings: Finding[] = [];
		const firm = assessFirm(ledger.firms.get(name) as FirmRecord, spans, findings);
		for (const found of findings) add(tally, found);
		// A firm that only the firms table names has no year to show; the row that was lost may be its only one.
		if (firm.years.length > 0) firms.push(firm);
		else if (firm.lost.size > 0) without.push(firm);
	}
	for (const found of sharedNames(headsOf(ledger))) add(tally, found);
	for (const found of nearCodes(firms, ledger)) add(tally, found);
	if (rules.pooledUnknown || without.length > 0 || firms.some(({ lost }) => lost.size > 0))
		add(tally, finding(remark("pooled-figures-withheld", {}), nowhere));
	const groups = (simple?.groups ?? []).map(pooledGroup);
	const sectors = plans.flatMap((plan) => {
		const viewed = viewedBy(firms, plan);
		const pooled = [...viewed, ...groups];
		const priceYear = poolPriceYear(pooled, plan);
		for (const one of viewed) tellUnpooled(one, priceYear, tally);
		for (const { firms: names, like } of simple?.groups ?? [])
			for (const { view } of viewedBy([like], plan))
				for (const firm of names) tellUnpooled({ firm: { ...like, firm }, view }, priceYear, tally);
		return assessSectors(pooled, without, plan, priceYear);
	});
	return { firms, sectors: bySector(sectors), plans, rules, ...(simple === undefined ? {} : { simple }) };
}

/** A firm that stays out of the pools of a plan for its prices, once a plan; where a year of it is shown under the plan. */
function tellUnpooled({ firm: { firm, views }, view }: Viewed, priceYear: number | null, tally: OpenTally): void {
	if (!views.includes(view)) return;
	const out = view.years.find((one) => one.poolable && one.comparable && !isPooled(one, priceYear));
	if (out === undefined) return;
	const about = remark("not-pooled", { prices: out.output?.prices ?? "unstated", wanted: `constant-${priceYear}` });
	add(tally, finding(about, nowhere, firm, String(out.year)));
}

/** Sectors by id, `all` last, the plans of each in order. */
function bySector(sectors: readonly AssessedSector[]): AssessedSector[] {
	const ids = [...new Set(sectors.map(({ sector }) => sector))].filter((id) => id !== "all").sort(byCodeUnit);
	return [...ids, "all"].flatMap((id) => sectors.filter(({ sector }) => sector === id));
}

/** The sector of a firm under the plan that a year of it is seen by. */
export function sectorOf(
	{ sectors }: Pick<Assessment, "sectors">,
	pool: string | null,
	plan: AssessedSector["plan"],
): AssessedSector | undefined {
	return pool === null ? undefined : sectors.find((one) => one.sector === pool && one.plan === plan);
}
