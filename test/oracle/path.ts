/** What a path asks for in each year, as a share of the base, and the figures of the gap to it. */
import { type Fraction, HUNDRED, ONE, whole } from "./fraction.ts";
import type { Plan } from "./plans.ts";
import { type Root, surdText } from "./surd.ts";
import type { PathFigures, Text } from "./types.ts";

export const PLACES = 12;

export interface Path {
	readonly baseYear: number;
	readonly targetYear: number;
	readonly linear: boolean;
	/** required(year) / base */
	readonly share: (year: number) => Root;
}

/** A path that falls by `percent` from its base in `span` years, at an equal rate or along a line. */
export const pathOf = (linear: boolean, percent: Fraction, span: number, baseYear: number, targetYear: number): Path => {
	const fall = percent.div(HUNDRED);
	return {
		baseYear,
		targetYear,
		linear,
		share: (year) =>
			linear
				? { x: ONE.sub(fall.mul(whole(year - baseYear)).div(whole(span))), n: 1 }
				: { x: ONE.sub(fall).pow(year - baseYear), n: span },
	};
};

export const planPath = (plan: Plan, percent: Fraction, linear: boolean, baseYear: number): Path =>
	pathOf(linear, percent, plan.targetYear - plan.baseYear, baseYear, plan.targetYear);

/** A base and where the firm stands. */
export interface Position {
	readonly base: Fraction;
	readonly intensity: Fraction;
	readonly output: Fraction;
}

const NOTHING = { required: null, gap: null, gapPercent: null, gapTonnes: null };

const gaps = ({ base, intensity, output }: Position, share: Root): [Text, Text, Text] => {
	const inverse: Root = { x: ONE.div(share.x), n: share.n };
	return [
		surdText(intensity, base.neg(), share, PLACES),
		base.sign === 0 ? null : surdText(HUNDRED.neg(), HUNDRED.mul(intensity).div(base), inverse, PLACES),
		surdText(intensity.mul(output), base.neg().mul(output), share, PLACES),
	];
};

const FLAT = whole(0);

export const pathFigures = (path: Path, position: Position, year: number): PathFigures => {
	const end = path.share(path.targetYear);
	const [targetGap, targetGapPercent, targetGapTonnes] = gaps(position, end);
	const target = surdText(FLAT, position.base, end, PLACES);
	const close = { target, targetGap, targetGapPercent, targetGapTonnes };
	const base = position.base.text(PLACES);
	if (year > path.targetYear) return { base, ...NOTHING, ...close };
	const share = path.share(year);
	const [gap, gapPercent, gapTonnes] = gaps(position, share);
	return { base, required: surdText(FLAT, position.base, share, PLACES), gap, gapPercent, gapTonnes, ...close };
};

/** Change the path asks for since the base, in per cent: below zero. */
export const requiredChange = (path: Path, year: number): Text =>
	year < path.baseYear || year > path.targetYear ? null : surdText(HUNDRED.neg(), HUNDRED, path.share(year), PLACES);
