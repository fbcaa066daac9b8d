/** Whether a doubt about some tonnes of a year could turn a verdict: the firm is judged anew with the total so much higher or lower. */
import type { AssessedFirm, FirmYear } from "../assessment/firm.ts";
import type { Rules } from "../assessment/rules.ts";
import { judge } from "../assessment/verdict.ts";
import type { VerdictWord } from "../domain/words.ts";
import { per, plus, type Ratio, sign } from "../exact/ratio.ts";
import type { Weight } from "../findings/finding.ts";
import type { FirmCase } from "./rule.ts";
import { size } from "./weigh.ts";

/** Verdict words of the firm's judged years, with so many tonnes more in the totals of some years; withheld years are left out. */
function wordsWith(firm: AssessedFirm, tonnes: ReadonlyMap<number, Ratio>, rules: Rules): ReadonlyMap<number, VerdictWord> {
	const words = new Map<number, VerdictWord>();
	const { base, paths } = firm;
	if (base === undefined || paths === undefined) return words;
	const shifted = new Map<number, Ratio>();
	for (const one of firm.years) {
		const more = tonnes.get(one.year);
		const intensity = more === undefined ? undefined : intensityWith(one, more);
		if (intensity !== undefined) shifted.set(one.year, intensity);
	}
	// A base that the firms table states stays what it is.
	const baseIntensity = (firm.baseStated ? undefined : shifted.get(base.year)) ?? base.intensity;
	if (sign(baseIntensity) <= 0) return words;
	for (const one of firm.years) {
		const { verdict, lastYear, intensity } = one;
		if (verdict === null || verdict.word === "withheld" || intensity === null) continue;
		const own = shifted.get(one.year) ?? intensity;
		const before = lastYear === undefined ? undefined : (shifted.get(one.year - 1) ?? lastYear);
		words.set(one.year, judge(paths.own, own, baseIntensity, before, one.year, rules.limits).word);
	}
	return words;
}

function intensityWith({ emissions, output }: FirmYear, tonnes: Ratio): Ratio | undefined {
	const { total } = emissions;
	return total === null || output === null || sign(output.value) <= 0 ? undefined : per(plus(total, tonnes), output.value);
}

/** The years whose verdict word would be another with so many tonnes more in one year's total; null where no year is judged. */
export function turned(firm: AssessedFirm, year: number, tonnes: Ratio, rules: Rules): readonly number[] | null {
	return turnedTogether(firm, new Map([[year, tonnes]]), rules);
}

/** The same with so many tonnes more in the totals of several years at once. */
export function turnedTogether(firm: AssessedFirm, tonnes: ReadonlyMap<number, Ratio>, rules: Rules): readonly number[] | null {
	const now = wordsWith(firm, new Map(), rules);
	if (now.size === 0) return null;
	const then = wordsWith(firm, tonnes, rules);
	return [...now].filter(([one, word]) => then.get(one) !== word).map(([one]) => one);
}

/** What a doubt about some tonnes of a year, or of every year, is worth. */
export function weightOf(year: number | null, tonnes: Ratio | null, { firm, rules }: Pick<FirmCase, "firm" | "rules">): Weight {
	if (tonnes === null) return { tonnes: null, couldTurn: null };
	const years = year === null ? firm.years.map((one) => one.year) : [year];
	const turns = years.map((one) => turned(firm, one, tonnes, rules));
	const known = turns.filter((one) => one !== null);
	return { tonnes: size(tonnes), couldTurn: known.length === 0 ? null : known.some((one) => one.length > 0) };
}
