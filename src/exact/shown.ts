/**
 * Logarithms and yearly rates that are only ever shown: a float decides how they round where its error cannot matter,
 * and exact arithmetic where it could. The result is the correctly rounded figure either way.
 */
import { logarithm } from "./exact.ts";
import { compareToPower } from "./power.ts";
import { compare, minus, nearFloat, oneRatio, per, type Ratio, ratio, reduced, ten, times, toFloat } from "./ratio.ts";
import { nearest, placed, trimmed } from "./round.ts";

/** Relative error allowed for a float logarithm here: V8's is within one unit in the last place, 1.1e-16, and this is 100 times that. */
export const allowance = 1e-14;

/** ln(value) for value above zero, within `allowance` of it: near one through ln(1 + e), so that nothing cancels. */
export function floatLogarithm(value: Ratio): number {
	const plain = nearFloat(value);
	return plain > 0.5 && plain < 2 ? Math.log1p(nearFloat(minus(value, oneRatio))) : Math.log(plain);
}

/**
 * factor × ln(a) / ln(b), rounded half-even to `places` places; a and b above zero, b not one.
 * Progress is this with the base's share left as a and the target's as b.
 */
export function logarithmShare(a: Ratio, b: Ratio, factor: Ratio, places: number): string {
	if (compare(a, oneRatio) === 0) return "0";
	const rough = (toFloat(factor) * floatLogarithm(a)) / floatLogarithm(b);
	const quick = clearlyRounded(rough, Math.abs(rough) * allowance * 3, places);
	if (quick !== undefined) return quick;
	const scale = ten(places);
	for (let digits = 60; ; digits *= 2) {
		const x = logarithm(a.over, a.under, digits);
		const y = logarithm(b.over, b.under, digits);
		// Both logarithms have the same number of places, so their quotient is that of the digits; each is right to its last.
		const corners = [x.digits - 2n, x.digits + 2n].flatMap((over) =>
			[y.digits - 2n, y.digits + 2n].map((under) => {
				const share = times(factor, ratio(over, under));
				return nearest(share.over * scale, share.under);
			}),
		);
		const low = corners.reduce((least, one) => (one < least ? one : least));
		const high = corners.reduce((most, one) => (one > most ? one : most));
		if (low === high) return trimmed(placed(low, places));
		const tie = reduced(per({ over: low + high, under: 2n * scale }, factor));
		if (high - low === 1n && isPower(a, b, tie)) return trimmed(placed(low % 2n === 0n ? low : high, places));
	}
}

/**
 * Whether ln(a)/ln(b) is exactly p/q, that is a^q = b^p. With p/q in lowest terms b must then be a q-th power, so q cannot
 * exceed the bits that b is written with: anything longer is no power, and needs no raising to be refused.
 */
function isPower(a: Ratio, b: Ratio, { over, under }: Ratio): boolean {
	const height = b.over > b.under ? b.over : b.under;
	if (under > BigInt(height.toString(2).length)) return false;
	return compareToPower(a, oneRatio, b, Number(over), Number(under)) === 0;
}

/**
 * 100 × (1 − radicand^(1/degree)), rounded half-even to `places` places; radicand above zero and at most one.
 * The yearly cut still needed, in per cent. Near a tie the powers of whole numbers decide.
 */
export function yearlyCut(radicand: Ratio, degree: number, places: number): string {
	const size = toFloat(radicand);
	if (size > 1e-300 && size < 1e300) {
		const rough = -Math.expm1(floatLogarithm(radicand) / degree) * 100;
		const quick = clearlyRounded(rough, 1e-11 + Math.abs(rough) * allowance, places);
		if (quick !== undefined) return quick;
	}
	// The cut is c / 10^places per cent for the least c with 1 − (c + ½)/10^(places+2) at or below the root; at a tie, the even one.
	const whole = ten(places + 2);
	const reaches = (cut: bigint): boolean => {
		const order = compareToPower({ over: 2n * whole - (2n * cut + 1n), under: 2n * whole }, oneRatio, radicand, 1, degree);
		return order < 0 || (order === 0 && cut % 2n === 0n);
	};
	let [low, high] = [0n, whole];
	while (low < high) {
		const middle = (low + high) / 2n;
		if (reaches(middle)) high = middle;
		else low = middle + 1n;
	}
	return trimmed(placed(low, places));
}

/** The rounded figure, where the error cannot reach the next rounding boundary. */
function clearlyRounded(value: number, error: number, places: number): string | undefined {
	const scaled = value * 10 ** places;
	const margin = error * 10 ** places + Math.abs(scaled) * 4e-16;
	if (!Number.isFinite(scaled) || Math.abs(scaled) > 4e15) return undefined;
	const down = Math.floor(scaled);
	if (Math.abs(scaled - down - 0.5) <= margin) return undefined;
	return trimmed(placed(BigInt(scaled - down < 0.5 ? down : down + 1), places));
}
