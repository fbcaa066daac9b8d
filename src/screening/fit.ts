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
	let [count, xAll, yAll] = [0, 0, 0];
	for (let place = 0; place < x.length; place += 1) {
		if (!isBoth(place)) continue;
		count += 1;
		xAll += x[place] as number;
		yAll += y[place] as number;
	}
	const awayX = (place: number): number => (x[place] as number) / (xAll / count) - 1;
	const awayY = (place: number): number => (y[place] as number) / (yAll / count) - 1;
	let [xx, yy, xy] = [0, 0, 0];
	for (let place = 0; place < x.length; place += 1) {
		if (!isBoth(place)) continue;
		const [a, b] = [awayX(place), awayY(place)];
		xx += a * a;
		yy += b * b;
		xy += a * b;
	}
	// One of n adds its square, and an n−1st of it by moving the middle.
	const share = count / (count - 1);
	return (place) => {
		if (count < 2 || !isBoth(place)) return true;
		const [a, b] = [awayX(place), awayY(place)];
		const [ofX, ofY, together] = [xx - a * a * share, yy - b * b * share, xy - a * b * share];
		if (ofX < lost * count || ofY < lost * count || ofX < lost * xx || ofY < lost * yy) return true;
		return together > -slack && together * together >= (fit - 0.01) * ofX * ofY;
	};
}
