/** The tables of a run measured once more under other facts: some months, other amounts, other factors. The one place that does so. */
import { type Assessment, assess } from "../assessment/assessment.ts";
import type { Rules } from "../assessment/rules.ts";
import type { OpenTally } from "../findings/tally.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { FactRules } from "../ledger/year-draft.ts";
import type { Judged } from "./judge.ts";

/** What is found goes to `tally`: most of it was told of the run itself. */
export function reassess(
	judged: Judged,
	ledger: Ledger,
	facts: Pick<FactRules, "within"> | Pick<FactRules, "changed">,
	tally: OpenTally,
): Assessment {
	return reassessUnder(judged, ledger, (rules) => ({ ...rules, facts: { ...rules.facts, ...facts } }), tally);
}

/** The same tables under other rules. */
export function reassessUnder(
	{ assessment: { plans } }: Judged,
	ledger: Ledger,
	under: (rules: Rules) => Rules,
	tally: OpenTally,
): Assessment {
	return assess(ledger, plans.map(under) as [Rules, ...Rules[]], tally);
}
