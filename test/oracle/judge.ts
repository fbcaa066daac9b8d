/** The two tests and the words that follow from them, by whole powers only. */
import { type Fraction, HUNDRED, ONE, whole } from "./fraction.ts";
import { logRatioText } from "./logarithm.ts";
import type { Path } from "./path.ts";
import { compareSurd, type Root, rootOf, surdText } from "./surd.ts";
import type { Test, Text, Verdict } from "./types.ts";

const DISPLAYED = 6;

/** The thresholds of the schedule ratio, in tenths. */
const NEAR = 9;
const FAR = 6;

export interface Standing {
	readonly base: Fraction;
	readonly now: Fraction;
	readonly last: Fraction | null;
	readonly year: number;
}

/** Below or level with the path. */
const reached = (value: Fraction, base: Fraction, share: Root): boolean => compareSurd(value, base, share) <= 0;

const test = (met: boolean): Test => (met ? "pass" : "fail");

const yearTest = (path: Path, { now, last, year }: Standing): Test => {
	if (last === null) return "not-checked";
	const [before, after] = [path.share(year - 1), path.share(year)];
	return test(reached(now, last, { x: after.x.div(before.x), n: after.n }));
};

/** Compares the schedule ratio of a firm that is above its path with so many tenths. */
const ratioAtLeast = (path: Path, { base, now, year }: Standing, tenths: number): boolean => {
	const share = path.share(year);
	if (!path.linear) return reached(now, base, { x: share.x.pow(tenths), n: share.n * 10 });
	const wanted = base.mul(ONE.sub(share.x)).mul(whole(tenths));
	return base.sub(now).mul(whole(10)).compare(wanted) >= 0;
};

export const judge = (path: Path, standing: Standing): Verdict => {
	const { base, now, last, year } = standing;
	const cumulative = reached(now, base, path.share(year));
	const inYear = yearTest(path, standing);
	const verdict = { qualifiers: [] as string[], yearTest: inYear, cumulativeTest: test(cumulative), reasons: [] };
	if (year === path.targetYear) return { word: cumulative ? "met" : "missed", ...verdict };
	if (cumulative) return { word: inYear === "fail" ? "on-track-slowing" : "on-track", ...verdict };
	if (now.compare(base) >= 0 || (last !== null && now.compare(last) > 0)) return { word: "off-track", ...verdict };
	if (now.sign > 0 && base.sign > 0) {
		if (ratioAtLeast(path, standing, NEAR)) verdict.qualifiers.push("near");
		else if (!ratioAtLeast(path, standing, FAR)) verdict.qualifiers.push("far");
	}
	if (inYear === "pass") verdict.qualifiers.push("catching-up");
	return { word: "behind", ...verdict };
};

/** Done share of a fall to `share`, in units of `factor`. */
const doneShare = (factor: Fraction, ratio: Fraction, linear: boolean, share: Root): string =>
	linear
		? factor.mul(ONE.sub(ratio)).div(ONE.sub(share.x)).text(DISPLAYED)
		: logRatioText(factor.mul(whole(share.n)), ratio, share.x, DISPLAYED);

export const progress = (path: Path, { base, now, year }: Standing): { percent: Text; scheduleRatio: Text } | null => {
	if (year > path.targetYear) return null;
	if (base.sign <= 0 || now.sign <= 0) return { percent: null, scheduleRatio: null };
	const ratio = now.div(base);
	return {
		percent: doneShare(HUNDRED, ratio, path.linear, path.share(path.targetYear)),
		scheduleRatio: year === path.baseYear ? null : doneShare(ONE, ratio, path.linear, path.share(year)),
	};
};

/** The fall over the fall that is asked: how a task that is over is told. Of a target that is no fraction nobody tells it. */
export const completion = (path: Path, { base, now, year }: Standing): Text => {
	const end = path.share(path.targetYear);
	const left = rootOf(end);
	if (year !== path.targetYear || base.sign <= 0 || left === null) return null;
	return HUNDRED.mul(ONE.sub(now.div(base)))
		.div(ONE.sub(left))
		.text(DISPLAYED);
};

/** 1 − (target / now)^(1 / years left), in per cent. */
export const neededCut = (path: Path, { base, now, year }: Standing): Text => {
	const left = path.targetYear - year;
	const end = path.share(path.targetYear);
	if (left <= 0) return null;
	if (reached(now, base, end)) return "0";
	if (base.sign === 0) return "100";
	if (base.sign !== now.sign || base.sign < 0) return null;
	const root: Root = { x: base.div(now).pow(end.n).mul(end.x), n: end.n * left };
	return surdText(HUNDRED, HUNDRED.neg(), root, DISPLAYED);
};
