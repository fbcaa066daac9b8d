/** Whether a doubt about some tonnes of a year could turn a verdict: the firm is judged anew with the total so much higher or lower. */
import type { AssessedFirm, FirmYear } from "../assessment/firm.ts";
import type { Rules } from "../assessment/rules.ts";
import { judge } from "../assessment/verdict.ts";
import type { VerdictWord } from "../domain/words.ts";
import { per, plus, type Ratio, sign } from "../exact/ratio.ts";

/** Verdict words of the firm's judged years, with `tonnes` more in one year's total; withheld years are left out. */
function wordsWith(firm: AssessedFirm, year: number, tonnes: Ratio, rules: Rules): ReadonlyMap<number, VerdictWord> {
	const words = new Map<number, VerdictWord>();
	const { base, paths } = firm;
	if (base === undefined || paths === undefined) return words;
	const changed = firm.years.find((one) => one.year === year);
	const shifted = changed === undefined ? undefined : intensityWith(changed, tonnes);
	// A base that the firms table states stays what it is.
	const baseIntensity = base.year === year && !firm.baseStated && shifted !== undefined ? shifted : base.intensity;
	if (sign(baseIntensity) <= 0) return words;
	for (const one of firm.years) {
		const { verdict, lastYear, intensity } = one;
		if (verdict === null || verdict.word === "withheld" || intensity === null) continue;
		const own = one.year === year ? (shifted ?? intensity) : intensity;
		const before = lastYear !== undefined && one.year - 1 === year && shifted !== undefined ? shifted : lastYear;
		words.set(one.year, judge(paths.own, own, baseIntensity, before, one.year, rules.limits).word);
	}
	return words;
}

function intensityWith({ emissions, output }: FirmYear, tonnes: Ratio): Ratio | undefined {
	const { total } = emissions;
	return total === null || output === null || sign(output.value) <= 0 ? undefined : per(plus(total, tonnes), output.value);
}

const none: Ratio = { over: 0n, under: 1n };

/** The years whose verdict word would be another with so many tonnes more in one year's total; null where no year is judged. */
export function turned(firm: AssessedFirm, year: number, tonnes: Ratio, rules: Rules): readonly number[] | null {
	const now = wordsWith(firm, year, none, rules);
	if (now.size === 0) return null;
	const then = wordsWith(firm, year, tonnes, rules);
	return [...now].filter(([one, word]) => then.get(one) !== word).map(([one]) => one);
}
