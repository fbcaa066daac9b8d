/**
 * Which years belong to which plan of a run. A plan judges the years behind its base year up to its target year; the base year is judged
 * by the plan before, where there is one, and seen by both. Years before all plans are shown by the first, those after all by the last.
 */
import { type Finding, finding, nowhere, remark } from "../findings/finding.ts";
import type { Plan } from "../trajectory/plan.ts";
import type { Master } from "./base.ts";
import type { Rules } from "./rules.ts";

/** A plan of the run and the years that it shows, both included. */
export interface Span {
	readonly rules: Rules;
	readonly from: number;
	readonly to: number;
}

/** The plans of a run, each with its years. `plans` do not overlap but in a year that ends one and begins the next. */
export function spansOf(plans: readonly Rules[]): Span[] {
	const inOrder = [...plans].sort((a, b) => a.plan.baseYear - b.plan.baseYear);
	return inOrder.map((rules, index) => {
		const before = inOrder[index - 1]?.plan;
		const next = inOrder[index + 1]?.plan;
		return {
			rules,
			from: before === undefined ? Number.NEGATIVE_INFINITY : firstOf(rules.plan, before),
			to: next === undefined ? Number.POSITIVE_INFINITY : firstOf(next, rules.plan) - 1,
		};
	});
}

/** The first year that a plan shows: its base year, if the plan before does not judge it. */
function firstOf({ baseYear }: Plan, before: Plan): number {
	return Math.max(before.targetYear + 1, baseYear);
}

/** Whether a year is shown as the plan sees it. */
export function owns({ from, to }: Omit<Span, "rules">, year: number): boolean {
	return from <= year && year <= to;
}

/** Whether the plan sees a year: as its own, or as a base. */
export function sees(span: Span, year: number): boolean {
	return year <= span.to && (year >= span.from || year >= span.rules.plan.baseYear);
}

/**
 * What of the firms table concerns one plan: base_year names the plan whose base it is or in whose years it lies. Without a base year
 * it is the only plan whose years the firm has; of two nobody can say which is meant. Which plans other firms have years of decides nothing.
 */
export function masterIn(
	{ rules }: Span,
	master: Master,
	firm: string,
	years: readonly number[],
	spans: readonly Span[],
	findings: Finding[],
): Master {
	const { baseYear, baseIntensity, targetPercent, conflict } = master;
	if (baseYear === undefined && baseIntensity === undefined && targetPercent === undefined) return master;
	const judging = spans.filter(({ rules: { plan } }) => years.some((year) => year > plan.baseYear && year <= plan.targetYear));
	const none = { baseYear: undefined, baseIntensity: undefined, targetPercent: undefined, conflict };
	if (baseYear !== undefined) {
		const { plan, periods } = rules;
		const own = periodOfBase(baseYear, periods) ?? (judging.at(-1) ?? spans.at(-1))?.rules.plan;
		return own?.baseYear === plan.baseYear && own.targetYear === plan.targetYear ? master : none;
	}
	if (judging.length < 2) return (judging[0] ?? spans[0])?.rules === rules ? master : none;
	if (judging[0]?.rules === rules)
		findings.push(finding(remark("base-year-needed", { plans: judging.map((one) => one.rules.plan.id) }), nowhere, firm));
	return { ...none, conflict: true };
}

/** The plan that begins in a year or runs through it; a year before all plans is the first one's, one behind them nobody's. */
function periodOfBase(year: number, periods: Rules["periods"]): Rules["periods"][number] | undefined {
	return (
		periods.findLast(({ baseYear, targetYear }) => baseYear <= year && year < targetYear) ??
		periods.find(({ targetYear }) => year < targetYear)
	);
}
