/**
 * The year's task: what part of the fall that a whole year asks for is done, and what warning schemes call that. Schemes were made for
 * energy intensity; a colour or a level stands only with the name of its scheme, since level 1 is the worst nationally and the mildest locally.
 */
import { type Figure, shareOfFallFigure } from "../exact/figure.ts";
import { constant, hundred, minus, oneRatio, per, plus, type Ratio, sign, times } from "../exact/ratio.ts";
import type { WarningLevelSeed } from "../reference/seeds.ts";
import type { Path } from "../trajectory/path.ts";

export interface Task {
	/** Per cent of the year's task: the fall against last year over the fall that the year asks for. */
	readonly percent: Figure | null;
	/** What each scheme says of it; none where it says nothing. */
	readonly levels: readonly WarningLevelSeed[];
}

/** `change`: this year's months over last year's. */
export function taskOf(change: Ratio, path: Path, year: number, levels: readonly WarningLevelSeed[]): Task {
	const fall = minus(oneRatio, change);
	const schemes = [...new Set(levels.map(({ scheme }) => scheme))];
	return {
		percent: shareOfFallFigure(times(hundred, fall), path.yearly(year)),
		levels: schemes.flatMap((scheme) => {
			const found = levels.find((level) => level.scheme === scheme && speaks(level, change, path, year));
			return found === undefined ? [] : [found];
		}),
	};
}

/** Decided without a root: fall < q × (1 − share) asks whether (change − 1 + q) / q lies above the share. */
function speaks({ below, atBound }: WarningLevelSeed, change: Ratio, path: Path, year: number): boolean {
	if (below === null) return true;
	const share = per(constant(below), hundred);
	const order =
		sign(share) === 0
			? sign(minus(change, oneRatio))
			: path.compareToLastYear(per(plus(minus(change, oneRatio), share), share), oneRatio, year);
	return order > 0 || (order === 0 && atBound);
}
