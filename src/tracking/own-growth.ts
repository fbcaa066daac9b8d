/** By how much a firm's own CO2, energy and value added grew between the same months of two years, each as far as it can be had. */
import type { AssessedFirm, PlanView } from "../assessment/firm.ts";
import { commonPrices } from "../assessment/output.ts";
import { boundaryChange } from "../assessment/presence.ts";
import { type Months, monthsOf, type ToDateTerms } from "../assessment/to-date.ts";
import { obtain } from "../domain/obtain.ts";
import { months, type Period } from "../domain/period.ts";
import { per, type Ratio, sign } from "../exact/ratio.ts";
import { firmYears, type YearFacts } from "../ledger/firm-years.ts";
import type { FirmRecord } from "../ledger/ledger.ts";
import { monthsCovered } from "../ledger/window.ts";
import type { OwnChanges } from "./growth.ts";

/** Of a firm: what grew over what it was, of the months of a period; nothing where the firm has not both years. */
export function ownGrowth(firm: AssessedFirm, record: FirmRecord): (period: Period) => OwnChanges {
	const known = new Map<PlanView, readonly YearFacts[]>();
	return (period) => {
		const one = firm.years.find(({ year }) => year === period.year);
		const view = firm.views.find(({ rules }) => rules.plan === one?.plan);
		if (view === undefined) return {};
		const facts = obtain(known, view, () => firmYears(record, view.rules.facts).years);
		return changesOf(firm, view, facts, period);
	};
}

function changesOf(firm: AssessedFirm, view: PlanView, facts: readonly YearFacts[], period: Period): OwnChanges {
	const terms: ToDateTerms = { identity: firm, rules: view.rules, facts, years: view.years };
	const mask = months(period);
	const [now, then] = [monthsOf(period.year, mask, terms), monthsOf(period.year - 1, mask, terms)];
	if (now === undefined || then === undefined) return {};
	const covered = coveredIn(facts, period.year) & coveredIn(facts, period.year - 1);
	const outputs = outputIn(facts, period.year) & outputIn(facts, period.year - 1);
	const energyWhole = (covered & mask) === mask && [now, then].every(hasAllEnergy);
	const outputWhole = (outputs & mask) === mask && [now, then].every(hasAllOutput);
	return {
		...(energyWhole ? ofEnergy(now, then, view) : {}),
		...(outputWhole ? { value_added: ofOutput(now, then, view) } : {}),
	};
}

function ofEnergy({ basis: now }: Months, { basis: then }: Months, { rules }: PlanView): OwnChanges {
	// What counts in one year and not in the other makes no growth.
	const alike = boundaryChange(now, then, rules) === undefined;
	return {
		co2: alike ? grown(now.emissions.total, then.emissions.total) : undefined,
		energy: grown(now.emissions.tce, then.emissions.tce),
	};
}

/** At the prices that both years have; of value added alone. */
function ofOutput({ basis: now }: Months, { basis: then }: Months, { rules }: PlanView): Ratio | undefined {
	if (rules.facts.indicator !== "value_added" || now.outputs === null || then.outputs === null) return undefined;
	const common = commonPrices(now.outputs.at, then.outputs.at, rules.prices.planPriceYear);
	if (common === undefined) return undefined;
	return grown(now.outputs.at.get(common)?.value ?? null, then.outputs.at.get(common)?.value ?? null);
}

function grown(now: Ratio | null, then: Ratio | null): Ratio | undefined {
	return now === null || then === null || sign(now) <= 0 || sign(then) <= 0 ? undefined : per(now, then);
}

function coveredIn(facts: readonly YearFacts[], year: number): number {
	const own = facts.find((one) => one.year === year);
	return own === undefined ? 0 : monthsCovered(own).energy;
}

function outputIn(facts: readonly YearFacts[], year: number): number {
	const own = facts.find((one) => one.year === year);
	return own === undefined ? 0 : monthsCovered(own).output;
}

/** Every carrier has the months and nothing is in doubt but, it may be, the output. */
function hasAllEnergy({ basis, lacking, uncut }: Months): boolean {
	return [...lacking, ...uncut].every((part) => part === null) && basis.faults.every((fault) => fault === "no-output");
}

function hasAllOutput({ basis, lacking, uncut }: Months): boolean {
	return ![...lacking, ...uncut].includes(null) && !basis.unread && !basis.faults.includes("cannot-conclude");
}
