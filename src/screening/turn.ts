/** Whether a doubt about some tonnes of a year could turn a verdict: the firm is judged anew with the total so much higher or lower. */
import type { AssessedFirm, FirmYear, PlanView } from "../assessment/firm.ts";
import { judge } from "../assessment/verdict.ts";
import type { VerdictWord } from "../domain/words.ts";
import { oneRatio, per, plus, type Ratio, sign, times } from "../exact/ratio.ts";
import type { Weight } from "../findings/finding.ts";
import type { FirmCase } from "./rule.ts";
import { size } from "./weigh.ts";

/** Verdict words of the firm's judged years, with so many tonnes more in the totals of some years; withheld years are left out. */
function wordsWith(firm: AssessedFirm, tonnes: ReadonlyMap<number, Ratio>): ReadonlyMap<number, VerdictWord> {
	const words = new Map<number, VerdictWord>();
	for (const view of firm.views) {
		const judged = firm.years.filter(({ plan }) => plan === view.rules.plan);
		for (const [year, word] of wordsIn(view, judged, tonnes)) words.set(year, word);
	}
	return words;
}

/** Under one plan; `judged` are the years that it judges, as the firm shows them. */
function* wordsIn(
	view: PlanView,
	judged: readonly FirmYear[],
	tonnes: ReadonlyMap<number, Ratio>,
): Generator<readonly [number, VerdictWord]> {
	/** By how much the intensity of a year would be another. */
	const shiftOf = (year: number): Ratio => {
		const more = tonnes.get(year);
		const one = more === undefined ? undefined : view.years.find((each) => each.year === year);
		return one === undefined || more === undefined ? oneRatio : shareWith(one, more);
	};
	// A base that the firms table states stays what it is.
	const ofBase = view.baseStated ? oneRatio : shiftOf(view.baseYear);
	for (const { year, verdict, lastYear, intensity, base, paths } of judged) {
		if (verdict === null || verdict.word === "withheld" || intensity === null || base === undefined || paths === undefined)
			continue;
		const baseIntensity = times(base.intensity, ofBase);
		if (sign(baseIntensity) <= 0) continue;
		const before = lastYear === undefined ? undefined : times(lastYear, shiftOf(year - 1));
		const own = times(intensity, shiftOf(year));
		yield [year, judge(paths.own, own, baseIntensity, before, year, view.rules.limits).word];
	}
}

/** The total with so many tonnes more, as a share of what it is; one where it is unknown or zero. */
function shareWith({ emissions: { total } }: FirmYear, more: Ratio): Ratio {
	return total === null || sign(total) === 0 ? oneRatio : per(plus(total, more), total);
}

/** The verdict word of a year with so many tonnes more in the totals of some years; null where it is not judged. */
export function wordWith(firm: AssessedFirm, year: number, tonnes: ReadonlyMap<number, Ratio>): VerdictWord | null {
	return wordsWith(firm, tonnes).get(year) ?? null;
}

/** The years whose verdict word would be another with so many tonnes more in one year's total; null where no year is judged. */
export function turned(firm: AssessedFirm, year: number, tonnes: Ratio): readonly number[] | null {
	return turnedTogether(firm, new Map([[year, tonnes]]));
}

/** The same with so many tonnes more in the totals of several years at once. */
export function turnedTogether(firm: AssessedFirm, tonnes: ReadonlyMap<number, Ratio>): readonly number[] | null {
	const now = wordsWith(firm, new Map());
	if (now.size === 0) return null;
	const then = wordsWith(firm, tonnes);
	return [...now].filter(([one, word]) => then.get(one) !== word).map(([one]) => one);
}

/** What a doubt about some tonnes of a year, or of every year, is worth. */
export function weightOf(year: number | null, tonnes: Ratio | null, { firm }: Pick<FirmCase, "firm">): Weight {
	if (tonnes === null) return { tonnes: null, couldTurn: null };
	const years = year === null ? firm.years.map((one) => one.year) : [year];
	const turns = years.map((one) => turned(firm, one, tonnes));
	const known = turns.filter((one) => one !== null);
	return { tonnes: size(tonnes), couldTurn: known.length === 0 ? null : known.some((one) => one.length > 0) };
}
