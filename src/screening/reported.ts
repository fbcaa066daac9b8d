/**
 * Weights of what reading and judging reported, screened or not: how many tonnes are in doubt where rows contradict each other or
 * a unit slipped, and whether a carrier that came or went could turn a verdict.
 */
import type { Assessment } from "../assessment/assessment.ts";
import { obtain } from "../domain/obtain.ts";
import type { Exact } from "../exact/exact.ts";
import { negative } from "../exact/ratio.ts";
import type { Finding, Weight } from "../findings/finding.ts";
import type { OpenTally } from "../findings/tally.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { casesOf } from "./case.ts";
import { weightOf } from "./turn.ts";
import { tonnesInDoubt, weighable } from "./weigh.ts";
import { tonnesLost } from "./weigh-lost.ts";

/** In place: the findings are already among those of the tally. */
export function weighReported(
	{ firms, ...assessment }: Assessment,
	ledger: Ledger,
	limit: (name: string) => Exact,
	{ first }: OpenTally,
): void {
	const byFirm = new Map<string, Finding[]>();
	for (const code of weighable) for (const found of first.get(code) ?? []) obtain(byFirm, found.firm, () => []).push(found);
	// What reading told stays as it is in its part: a copy is weighed.
	for (const list of first.values())
		for (const [index, found] of list.entries()) {
			if (found.lost === undefined) continue;
			const own = { ...found };
			list[index] = own;
			obtain(byFirm, own.firm, () => []).push(own);
		}
	const concerned = firms.filter(({ firm, changes, priceDoubts }) => changes.length + priceDoubts.length > 0 || byFirm.has(firm));
	for (const one of casesOf({ ...assessment, firms: concerned }, ledger, limit)) {
		for (const found of byFirm.get(one.firm.firm) ?? []) {
			const tonnes = found.lost === undefined ? tonnesInDoubt(found, one) : tonnesLost(found.lost, found, one);
			if (tonnes === undefined) continue;
			// Amounts to date are less than their sum, and other years rest on theirs. Of the rest the year is withheld, so that no
			// verdict is there to turn.
			const weight =
				found.code === "may-be-to-date"
					? weightOf(Number(found.period.slice(0, 4)), negative(tonnes), one)
					: { tonnes, couldTurn: null };
			weigh(found, weight);
		}
		for (const { finding, doubt } of one.firm.changes)
			if (doubt !== null) weigh(finding, weightOf(doubt.year, doubt.tonnes, one));
		// Its tonnes are those of the gap; whether the other output would turn a verdict is asked by what makes the same intensity.
		for (const { finding, year, tonnes } of one.firm.priceDoubts)
			if (finding.weight !== undefined) weigh(finding, { ...finding.weight, couldTurn: weightOf(year, tonnes, one).couldTurn });
	}
}

function weigh(found: Finding, weight: Weight): void {
	(found as { weight?: Weight }).weight = weight;
}
