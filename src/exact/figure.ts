/**
 * A figure to be shown: its correctly rounded writing for any number of places, made from the exact value each time, so that
 * nothing is ever rounded twice.
 */
import type { Ratio } from "./ratio.ts";
import { type Root, roundedShareOfFall, roundedSurd } from "./root.ts";
import { rounded } from "./round.ts";

/** The figure rounded half-even to at most so many places, trailing zeros dropped. */
export type Figure = (places: number) => string;

export function figure(value: Ratio): Figure {
	return (places) => rounded(value, places);
}

/** plain + part × root. */
export function surdFigure(plain: Ratio, part: Ratio, root: Root): Figure {
	return (places) => roundedSurd({ plain, part, root }, places);
}

/** plain / (1 − root); null where the root is one. */
export function shareOfFallFigure(plain: Ratio, root: Root): Figure | null {
	return roundedShareOfFall(plain, root, 0) === undefined ? null : (places) => roundedShareOfFall(plain, root, places) as string;
}
