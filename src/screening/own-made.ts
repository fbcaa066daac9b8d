/**
 * What may be own-made is doubted in all years alike: each carrier as written or as doubted in the base and in the judged years, and
 * all carriers together. A works that buys its coke buys it every year.
 */
import { obtain } from "../domain/obtain.ts";
import { negative, plus, type Ratio } from "../exact/ratio.ts";
import type { Finding, Weight } from "../findings/finding.ts";
import { gravityIn, isOpen, type OpenTally } from "../findings/tally.ts";
import type { FirmCase } from "./rule.ts";
import { turnedTogether } from "./turn.ts";

/** The years whose verdict the doubts could turn. Findings are reported in place whether they could. */
export function turnedByOwnMade({ firm }: FirmCase, tally: OpenTally): ReadonlySet<number> {
	const years = new Set<number>();
	const open = firm.ownDoubts.filter(({ finding }) => gravityIn(tally, finding) !== "note" && isOpen(tally, finding));
	if (open.length === 0) return years;
	const shifts = new Map<string, Map<number, Ratio>>();
	for (const { carrier, year, tonnes } of open)
		for (const name of [carrier, all]) {
			const of = obtain(shifts, name, () => new Map<number, Ratio>());
			const there = of.get(year);
			of.set(year, there === undefined ? negative(tonnes) : plus(there, negative(tonnes)));
		}
	for (const [name, shift] of shifts) {
		const turns = turnedTogether(firm, shift);
		for (const year of turns ?? []) years.add(year);
		for (const { finding, carrier, tonnes } of open)
			if (carrier === name) weigh(finding, { tonnes, couldTurn: turns === null ? null : turns.length > 0 });
	}
	return years;
}

/** No carrier has this name. */
const all = "";

function weigh(found: Finding, weight: Weight): void {
	(found as { weight?: Weight }).weight = weight;
}
