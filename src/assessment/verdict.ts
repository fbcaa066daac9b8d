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

/** Where a year stands against its path; from `risen` on it is above what is asked. */
export const standings = ["reached", "risen", "behind", "near", "far"] as const;
export type PathStanding = (typeof standings)[number];

/** Judges a year after the base year and not after the target year. Last year's intensity may be unknown. */
export function judge(
	path: Path,
	intensity: Ratio,
	base: Ratio,
	lastYear: Ratio | undefined,
	year: number,
	limits: Limits,
): Verdict {
	const isLast = year === path.targetYear;
	const ofYear = lastYear === undefined ? undefined : path.compareToLastYear(intensity, lastYear, year) <= 0;
	if (path.compare(intensity, base, year) <= 0) return concluded("reached", ofYear, isLast);
	const up = lastYear !== undefined && compare(intensity, lastYear) > 0;
	if (isLast || compare(intensity, base) >= 0 || up) return concluded("risen", ofYear, isLast);
	if (path.onSchedule(intensity, base, year, limits.near)) return concluded("near", ofYear, isLast);
	return concluded(path.onSchedule(intensity, base, year, limits.far) ? "behind" : "far", ofYear, isLast);
}

/** The verdict of where a year stands, of its own test (undefined: there is none), and of whether it is the target year. */
export function concluded(standing: PathStanding, ofYear: boolean | undefined, isLast: boolean): Verdict {
	const cumulative = standing === "reached";
	const tests = {
		yearTest: ofYear === undefined ? "not-checked" : ofYear ? "pass" : "fail",
		cumulativeTest: cumulative ? "pass" : "fail",
		reasons: [],
	} as const;
	if (isLast) return { word: cumulative ? "met" : "missed", qualifiers: [], ...tests };
	if (cumulative) return { word: ofYear === false ? "on-track-slowing" : "on-track", qualifiers: [], ...tests };
	if (standing === "risen") return { word: "off-track", qualifiers: [], ...tests };
	const qualifiers: Qualifier[] = standing === "behind" ? [] : [standing];
	if (ofYear === true) qualifiers.push("catching-up");
	return { word: "behind", qualifiers, ...tests };
}
