/** The verdict of a simple year from registers, by the tests of `../verdict.ts`; where one is too near to tell, exact powers answer. */
import { side } from "../../exact/wide/arithmetic.ts";
import { sideOfLimit } from "../../exact/wide/logarithm.ts";
import type { Registers } from "../../exact/wide/registers.ts";
import { concluded, standings, type Verdict } from "../verdict.ts";
import { asked, common, reckoned } from "./registers.ts";

/** Tests of a year: there is none, passed, failed. */
const ofYears = [undefined, true, false] as const;
const [none, passed, failed] = [0, 1, 2];
const [reached, risen, behind, near, far] = standings.map((_, place) => place) as [number, number, number, number, number];

/** Every verdict of a year on its path, by the number that `verdictOf` gives it. */
export function verdictsOf(isLast: boolean): readonly Verdict[] {
	return standings.flatMap((standing) => ofYears.map((ofYear) => concluded(standing, ofYear, isLast)));
}

/** The number of an exact verdict. */
export function numberOf(verdicts: readonly Verdict[], { word, qualifiers, yearTest, cumulativeTest }: Verdict): number {
	return verdicts.findIndex(
		(one) =>
			one.word === word &&
			one.yearTest === yearTest &&
			one.cumulativeTest === cumulativeTest &&
			one.qualifiers.join() === qualifiers.join(),
	);
}

/**
 * The number of the verdict among those of `verdictsOf`; −1 where a test is too near to tell. The registers hold what is left of the base and of last year,
 * each within 30 units, and the logarithm of the first.
 */
export function verdictOf(r: Registers, hasLast: boolean, isLast: boolean): number {
	const above = side(r, reckoned.left, asked.share);
	if (above === 0) return -1;
	let ofYear = none;
	if (hasLast) {
		const slower = side(r, reckoned.leftOfLast, asked.yearly);
		if (slower === 0) return -1;
		ofYear = slower < 0 ? passed : failed;
	}
	const standing = above < 0 ? reached : isLast ? risen : standingOf(r, hasLast);
	return standing < 0 ? -1 : standing * ofYears.length + ofYear;
}

/** Of a year above its path, before the target year. */
function standingOf(r: Registers, hasLast: boolean): number {
	const base = side(r, reckoned.left, common.one);
	const last = hasLast ? side(r, reckoned.leftOfLast, common.one) : -1;
	if (base > 0 || last > 0) return risen;
	if (base === 0 || last === 0) return -1;
	const toNear = sideOfLimit(r, reckoned.logarithm, reckoned.logarithm + 1, asked.near);
	if (toNear === 0) return -1;
	if (toNear < 0) return near;
	const toFar = sideOfLimit(r, reckoned.logarithm, reckoned.logarithm + 1, asked.far);
	return toFar === 0 ? -1 : toFar < 0 ? behind : far;
}
