/**
 * What a firm's tables state besides its output, since plans ask something of it: water, waste, pollutants. Held apart from
 * outputs and energy, so that nothing of it reaches an emission, an intensity of CO2 or a verdict of it.
 */
import { obtain } from "../domain/obtain.ts";
import { wholeYear } from "../domain/period.ts";
import type { PlanAmount } from "../domain/words.ts";
import { type Exact, sum, zero } from "../exact/exact.ts";
import { type Finding, finding, type Subject } from "../findings/finding.ts";
import { type Account, accountOf } from "./accounts.ts";
import type { FirmRecord } from "./ledger.ts";
import type { PlanSeries } from "./plan-record.ts";
import { resolveYear } from "./resolve.ts";
import { suspectedOf } from "./to-date/suspected.ts";
import type { FactRules } from "./year-draft.ts";

/** An amount of a year. */
export interface PlanFact {
	/** null where rows contradict each other, and where one of them could not be read. */
	readonly amount: Exact | null;
	/** The months it covers, as bits. */
	readonly mask: number;
	/** It may be to date and may not: shown, and judged by nobody. */
	readonly doubtful: boolean;
}

export type PlanFacts = ReadonlyMap<PlanAmount, PlanFact>;

type PlanAccount = Account<{ readonly key: string }> & { readonly indicator: PlanAmount };

/** The amounts of each year. What is wrong with them goes to `findings`. */
export function planFacts(
	{ firm, planned, marks }: Pick<FirmRecord, "firm" | "planned" | "marks">,
	rules: FactRules,
	findings: Finding[],
): ReadonlyMap<number, PlanFacts> {
	const accounts = [...planned.series]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, series]) => planAccount(firm, series, rules, findings));
	const amounts = accounts.filter(({ indicator }) => indicator !== "solid_waste_rate");
	const cumulative = suspectedOf(firm, amounts, () => true);
	const years = new Map<number, Map<PlanAmount, PlanFact>>();
	// A row that may be of anything may be of this.
	const ofAnything = [...marks.values()].filter(({ what, lost }) => what === "any" || lost === true);
	const isFaulty = (indicator: PlanAmount, year: number): boolean =>
		[year, ""].some((one) => planned.faults.has(`${indicator}|${one}`)) ||
		ofAnything.some((one) => one.year === null || one.year === year);
	for (const { name, what, indicator, years: own } of accounts)
		for (const [year, { items, broken }] of own) {
			// A rate of months adds up to none of the year.
			const counted =
				indicator === "solid_waste_rate" ? items.filter(({ period }) => period.from === 1 && period.to === 12) : items;
			const resolved = resolveYear(what, counted, rules.adding && indicator !== "solid_waste_rate");
			for (const { about, at, period } of resolved.reported) findings.push(finding(about, at, firm, period));
			const suspected = cumulative.of(name, year);
			if (suspected !== undefined) findings.push(suspected.finding);
			const isLost = rules.rowsLost || rules.planLost.has(indicator) || isFaulty(indicator, year);
			const unknown = resolved.broken || broken || isLost || suspected?.evidence != null;
			const amount = resolved.counted.reduce((all, { entry }) => sum(all, entry.amount), zero);
			obtain(years, year, () => new Map<PlanAmount, PlanFact>()).set(indicator, {
				amount: unknown ? null : amount,
				mask: resolved.mask,
				doubtful: suspected?.evidence === null,
			});
		}
	// A year of which nothing is left but a row that could not be read.
	for (const { indicator, year } of planned.faults.values()) {
		if (year === null) continue;
		const facts = obtain(years, year, () => new Map<PlanAmount, PlanFact>());
		obtain(facts, indicator, () => ({ amount: null, mask: 0, doubtful: false }));
	}
	return years;
}

function planAccount(firm: string, series: PlanSeries, rules: FactRules, findings: Finding[]): PlanAccount {
	const { indicator } = series;
	const what: Subject = { of: "indicator", indicator, prices: "unstated" };
	const lots = [{ series, measured: { key: "" } }];
	const said = (year: number): ReturnType<FactRules["amounts"]> =>
		indicator === "solid_waste_rate" ? "monthly" : rules.amounts(firm, year, "output");
	return { ...accountOf({ name: `plan\u001f${indicator}`, what, lots }, firm, said, findings), indicator };
}

/** Whether an amount is one of all months of its year. */
export function isWhole({ mask }: PlanFact): boolean {
	return mask === wholeYear;
}
