/** A firm's record, year by year: what it used of each carrier, which months are covered, what is unknown and why. */

import { obtain } from "../domain/obtain.ts";
import { byKey } from "../domain/order.ts";
import type { Part, Use } from "../domain/words.ts";
import type { Finding } from "../findings/finding.ts";
import { type Coverage, coverageOf, readBlanks, readRefused } from "./coverage.ts";
import { accountsOf, readEnergy } from "./gather.ts";
import type { FirmRecord } from "./ledger.ts";
import { withLoneTotals } from "./lone-totals.ts";
import { type PlanFacts, planFacts } from "./plan-amounts.ts";
import { readOutput } from "./read-output.ts";
import { suspectToDate } from "./to-date/suspected.ts";
import type { Counted } from "./window.ts";
import {
	type Draft,
	type EnergyLine,
	emptyDraft,
	type FactRules,
	type Made,
	type OutputLine,
	type OwnMade,
} from "./year-draft.ts";

export interface YearFacts extends Coverage {
	readonly year: number;
	readonly lines: readonly EnergyLine[];
	/** What the lines were added up from: a year can be cut to some of its months. */
	readonly counted: readonly Counted[];
	/** Months that rows are of which count nothing themselves, as bits. */
	readonly proven: number;
	readonly outputs: readonly OutputLine[];
	/** What the output table says was produced, where something went in as feedstock. */
	readonly made: readonly Made[];
	/** Amounts that the firm made itself, or may have. */
	readonly ownMade: readonly OwnMade[];
	/** Errors make these unknown; a part is also unknown when its rows disagree. */
	readonly unknown: ReadonlySet<Part | "any" | "output" | "verdict">;
	/** Amounts may be to date or not: no verdict may rest on the year. */
	readonly doubtful: boolean;
	/** Carriers whose amounts look to date, and for which use. */
	readonly toDate: readonly { readonly carrier: string; readonly use: Use }[];
	/** What else a plan asks of: water, waste, pollutants. */
	readonly planned: PlanFacts;
	/** Carriers of which some amount is unknown, and for which use. */
	readonly faulty: readonly { readonly carrier: string; readonly use: Use | "" }[];
}

const nothingPlanned: PlanFacts = new Map();

/** The firm's years in order, and what is to be told about them. */
export function firmYears(
	given: FirmRecord,
	rules: FactRules,
): { readonly years: readonly YearFacts[]; readonly findings: readonly Finding[] } {
	const findings: Finding[] = [];
	const record = withLoneTotals(given, rules, findings);
	const drafts = new Map<number, Draft>();
	const draft = (year: number): Draft => obtain(drafts, year, emptyDraft);
	const accounts = accountsOf(record, rules, findings);
	const cumulative = suspectToDate(record.firm, accounts, rules);
	readEnergy(record, accounts, cumulative, rules, draft, findings);
	readOutput(record.firm, accounts.output, cumulative, rules, drafts, draft, findings);
	const everyYear = [...record.marks.values()].filter(({ year }) => year === null);
	for (const { year, what } of record.marks.values()) if (year !== null) draft(year).unknown.add(what);
	for (const one of drafts.values()) {
		for (const { what } of everyYear) one.unknown.add(what);
		if (rules.rowsLost) one.unknown.add("any");
	}
	readBlanks(record, rules, draft);
	readRefused(record, rules, draft, drafts);
	const planned = planFacts(record, rules, findings);
	const years = [...drafts]
		.sort(([a], [b]) => a - b)
		.map(([year, one]) => ({
			year,
			lines: [...one.lines].sort(byKey).map(([, line]) => line),
			counted: one.counted,
			proven: one.proven,
			outputs: one.outputs,
			made: one.made,
			ownMade: one.ownMade,
			unknown: one.unknown,
			faulty: one.faulty,
			planned: planned.get(year) ?? nothingPlanned,
			toDate: one.toDate,
			doubtful: one.doubtful,
			...coverageOf(record.firm, year, one, rules, findings),
		}));
	return { years, findings };
}
