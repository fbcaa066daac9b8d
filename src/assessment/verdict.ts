/** The verdict of a firm-year from two tests, as officials apply them: of the year, and since the base. */
import type { Qualifier, Reason, TestResult, VerdictWord } from "../domain/words.ts";
import { compare, type Ratio } from "../exact/ratio.ts";
import type { Path } from "../trajectory/path.ts";

export interface Verdict {
	readonly word: VerdictWord;
	readonly qualifiers: readonly Qualifier[];
	readonly yearTest: TestResult;
	readonly cumulativeTest: TestResult;
	readonly reasons: readonly Reason[];
}

export interface Limits {
	/** Schedule ratio from which a firm that is behind is near. */
	readonly near: Ratio;
	/** Schedule ratio below which it is far. */
	readonly far: Ratio;
}

export function withheld(reasons: readonly Reason[]): Verdict {
	return { word: "withheld", qualifiers: [], yearTest: "not-checked", cumulativeTest: "not-checked", reasons };
}

/** Judges a year after the base year and not after the target year. Last year's intensity may be unknown. */
export function judge(
	path: Path,
	intensity: Ratio,
	base: Ratio,
	lastYear: Ratio | undefined,
	year: number,
	limits: Limits,
): Verdict {
	const cumulative = path.compare(intensity, base, year) <= 0;
	const ofYear = lastYear === undefined ? undefined : path.compareToLastYear(intensity, lastYear, year) <= 0;
	const tests = {
		yearTest: ofYear === undefined ? "not-checked" : ofYear ? "pass" : "fail",
		cumulativeTest: cumulative ? "pass" : "fail",
		reasons: [],
	} as const;
	if (year === path.targetYear) return { word: cumulative ? "met" : "missed", qualifiers: [], ...tests };
	if (cumulative) return { word: ofYear === false ? "on-track-slowing" : "on-track", qualifiers: [], ...tests };
	const up = lastYear !== undefined && compare(intensity, lastYear) > 0;
	if (compare(intensity, base) >= 0 || up) return { word: "off-track", qualifiers: [], ...tests };
	const qualifiers: Qualifier[] = [];
	if (path.onSchedule(intensity, base, year, limits.near)) qualifiers.push("near");
	else if (!path.onSchedule(intensity, base, year, limits.far)) qualifiers.push("far");
	if (ofYear === true) qualifiers.push("catching-up");
	return { word: "behind", qualifiers, ...tests };
}
