/** A firm's book, year by year: what it used of each carrier, which months are covered, what is unknown and why. */
import { obtain } from "../domain/obtain.ts";
import type { Part, Use } from "../domain/words.ts";
import type { Finding } from "../findings/finding.ts";
import { type Coverage, coverageOf, readBlanks, readRefused } from "./coverage.ts";
import { byName, readEnergy, readOutput } from "./gather.ts";
import type { FirmBook } from "./ledger.ts";
import { type Draft, type EnergyLine, emptyDraft, type FactRules, type OutputLine } from "./year-draft.ts";

export interface YearFacts extends Coverage {
	readonly year: number;
	readonly lines: readonly EnergyLine[];
	readonly outputs: readonly OutputLine[];
	/** Errors make these unknown; a part is also unknown when its rows disagree. */
	readonly unknown: ReadonlySet<Part | "any" | "output" | "verdict">;
	/** Carriers of which some amount is unknown, and for which use. */
	readonly faulty: readonly { readonly carrier: string; readonly use: Use | "" }[];
}

/** The firm's years in order, and what is to be told about them. */
export function firmYears(
	book: FirmBook,
	rules: FactRules,
): { readonly years: readonly YearFacts[]; readonly findings: readonly Finding[] } {
	const findings: Finding[] = [];
	const drafts = new Map<number, Draft>();
	const draft = (year: number): Draft => obtain(drafts, year, emptyDraft);
	readEnergy(book, rules, draft, findings);
	readOutput(book, rules, draft, findings);
	const everyYear = [...book.marks.values()].filter(({ year }) => year === null);
	for (const { year, what } of book.marks.values()) if (year !== null) draft(year).unknown.add(what);
	for (const one of drafts.values()) for (const { what } of everyYear) one.unknown.add(what);
	readBlanks(book, rules, draft);
	readRefused(book, rules, draft);
	const years = [...drafts]
		.sort(([a], [b]) => a - b)
		.map(([year, one]) => ({
			year,
			lines: [...one.lines].sort(byName).map(([, line]) => line),
			outputs: one.outputs,
			unknown: one.unknown,
			faulty: one.faulty,
			...coverageOf(book.firm, year, one, rules, findings),
		}));
	return { years, findings };
}
