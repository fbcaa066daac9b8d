/** Findings that a file which could not be read may answer: told beside it, they would send people to look for what is there. */
import type { Code } from "../findings/finding.ts";
import { type OpenTally, openTally } from "../findings/tally.ts";

const ofAbsence: ReadonlySet<Code> = new Set<Code>([
	"months-missing",
	"partial-year",
	"no-output",
	"no-base",
	"base-unusable",
	"no-factor",
	"part-changed",
	"boundary-changed",
	"process-emissions-missing",
	"output-and-energy-disagree",
	"whole-and-parts",
	"not-pooled",
	"deflator-year-missing",
	"heat-content-missing",
]);

/** The findings of a run without those. */
export function withoutAbsences(tally: OpenTally): OpenTally {
	const kept = <V>(of: ReadonlyMap<Code, V>): Map<Code, V> => new Map([...of].filter(([code]) => !ofAbsence.has(code)));
	return {
		...openTally(tally.terms),
		counts: kept(tally.counts),
		known: kept(tally.known),
		first: kept(tally.first),
	};
}
