/** A firm-year with everything it was made of: its rows carrier by carrier, its output, the year as the plan sees it. */
import type { AssessedFirm, PlanView } from "../assessment/firm.ts";
import type { FirmYear } from "../assessment/standing.ts";
import { firmYears, type YearFacts } from "../ledger/firm-years.ts";
import type { Judged } from "./judge.ts";

export interface Derived {
	readonly firm: AssessedFirm;
	readonly one: FirmYear;
	readonly view: PlanView;
	readonly facts: YearFacts;
}

/** The derivation of a year that the firm has; undefined where it has none. */
export function derive({ part }: Pick<Judged, "part">, firm: AssessedFirm, year: number): Derived | undefined {
	const one = firm.years.find((each) => each.year === year);
	const view = firm.views.find(({ rules }) => rules.plan === one?.plan);
	const record = part.ledger.firms.get(firm.firm);
	if (one === undefined || view === undefined || record === undefined) return undefined;
	const facts = firmYears(record, view.rules.facts).years.find((each) => each.year === year);
	return facts === undefined ? undefined : { firm, one, view, facts };
}
