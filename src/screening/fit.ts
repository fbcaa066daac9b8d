/** How well some numbers follow others in a straight line, as floats: only to clear what no line could explain. */
import { slack } from "./shape.ts";

/** So small a share of a sum of squares cannot be taken from it in floats. */
const lost = 1e-4;

/** Of a place, by all others. */
export type FitOfOthers = (place: number) => boolean;

/**
 * For each place whether it stays open that a rising line explains at least the share `fit` of how `y` varies with `x` at all other
 * places where both are above zero. One pass for all places: the sums of squares of all, less those of the one.
 */
export function othersMayFit(x: ArrayLike<number>, y: ArrayLike<number>, fit: number): FitOfOthers {
	const isBoth = (place: number): boolean => (x[place] as number) > 0 && (y[place] as number) > 0;
	// Sums in variables of their own: one that is shared with a function is written as an object, each time.
	let count = 0;
	let xAll = 0;
	let yAll = 0;
	for (let place = 0; place < x.length; place += 1) {
		if (!isBoth(place)) continue;
		count += 1;
		xAll += x[place] as number;
		yAll += y[place] as number;
	}
	const xMiddle = xAll / count;
	const yMiddle = yAll / count;
	let xSquares = 0;
	let ySquares = 0;
	let products = 0;
	for (let place = 0; place < x.length; place += 1) {
		if (!isBoth(place)) continue;
		const a = (x[place] as number) / xMiddle - 1;
		const b = (y[place] as number) / yMiddle - 1;
		xSquares += a * a;
		ySquares += b * b;
		products += a * b;
	}
	const [xx, yy, xy, months] = [xSquares, ySquares, products, count];
	// One of n adds its square, and an n−1st of it by moving the middle.
	const share = months / (months - 1);
	return (place) => {
		if (months < 2 || !isBoth(place)) return true;
		const a = (x[place] as number) / xMiddle - 1;
		const b = (y[place] as number) / yMiddle - 1;
		const ofX = xx - a * a * share;
		const ofY = yy - b * b * share;
		const together = xy - a * b * share;
		if (ofX < lost * months || ofY < lost * months || ofX < lost * xx || ofY < lost * yy) return true;
		return together > -slack && together * together >= (fit - 0.01) * ofX * ofY;
	};
}

/** Numbers above zero as shares of their mean, away from it: sums of squares and products, and the farthest of each. */
export interface Away {
	readonly count: number;
	readonly xx: number;
	readonly yy: number;
	readonly xy: number;
	readonly xMost: number;
	readonly yMost: number;
}

/** What these sums lose, which are taken from sums of squares, and more. */
const lostBySums = 1e-6;

/**
 * Whether `othersMayFit` may say so of any place; false only where it says so of none: no place takes more from the sums than the farthest
 * would, of either.
 */
export function anyOthersMayFit({ count, xx, yy, xy, xMost, yMost }: Away, fit: number): boolean {
	if (count < 2) return true;
	const share = count / (count - 1);
	const [ofX, ofY] = [xx - xMost * xMost * share - lostBySums, yy - yMost * yMost * share - lostBySums];
	const together = Math.max(xy + xMost * yMost * share, 0) + lostBySums;
	const least = 2 * lost;
	if (ofX < least * count || ofY < least * count || ofX < least * xx || ofY < least * yy) return true;
	return together * together >= (fit - 0.011) * ofX * ofY;
}
