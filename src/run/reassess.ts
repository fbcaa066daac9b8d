/** The tables of a run measured once more under other facts: some months, or other amounts. The one place that does so. */
import { type Assessment, assess } from "../assessment/assessment.ts";
import type { Rules } from "../assessment/rules.ts";
import type { OpenTally } from "../findings/tally.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { FactRules } from "../ledger/year-draft.ts";
import type { Judged } from "./judge.ts";

/** What is found goes to `tally`: most of it was told of the run itself. */
export function reassess(
	{ assessment: { plans } }: Judged,
	ledger: Ledger,
	facts: Pick<FactRules, "within"> | Pick<FactRules, "changed">,
	tally: OpenTally,
): Assessment {
	const changed = plans.map((rules): Rules => ({ ...rules, facts: { ...rules.facts, ...facts } }));
	return assess(ledger, changed as [Rules, ...Rules[]], tally);
}
