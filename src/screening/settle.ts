/** What would settle a verdict that open findings outweigh: which findings, and what the verdict would be with them and without. */
import type { FirmYear, Settle } from "../assessment/firm.ts";
import type { VerdictWord } from "../domain/words.ts";
import { plus, type Ratio, zeroRatio } from "../exact/ratio.ts";
import { byPlace, heavierFirst } from "../findings/tally.ts";
import type { Doubt } from "./doubts.ts";

/** `asWritten`: the word that would stand; `wordWith`: that with so many tonnes more in some years. */
export function settleOf(
	{ year, base }: FirmYear,
	own: ReadonlyMap<number, Doubt> | undefined,
	asWritten: VerdictWord,
	wordWith: (tonnes: ReadonlyMap<number, Ratio>) => VerdictWord | null,
): Settle {
	const concerned = [...new Set([base?.year, year - 1, year])].flatMap((one): [number, Doubt][] => {
		const doubt = one === undefined ? undefined : own?.get(one);
		return one === undefined || doubt === undefined ? [] : [[one, doubt]];
	});
	const findings = [...new Set(concerned.flatMap(([, doubt]) => [...doubt.findings]))].sort(byPlace).sort(heavierFirst);
	const isKnown = findings.length > 0 && concerned.every(([, { unknown }]) => !unknown);
	const proposed = new Map(concerned.map(([one, { signed }]) => [one, [...signed.values()].reduce(plus, zeroRatio)]));
	return { findings, asWritten, asProposed: isKnown ? wordWith(proposed) : null };
}
