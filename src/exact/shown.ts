/**
 * Logarithms and yearly rates that are only ever shown: a float decides how they round where its error cannot matter,
 * and exact arithmetic where it could. The result is the correctly rounded figure either way.
 */
import { logarithm } from "./exact.ts";
import { compareToPower } from "./power.ts";
import { compare, minus, type Ratio, ratio, ten, times, toFloat, unity } from "./ratio.ts";
import { nearest, placed, trimmed } from "./round.ts";

/** Relative error allowed for a float logarithm here: V8's is within one unit in the last place, 1.1e-16, and this is 100 times that. */
const allowance = 1e-14;

/** ln(value) for value above zero, within `allowance` of it: near one through ln(1 + e), so that nothing cancels. */
export function floatLogarithm(value: Ratio): number {
	const plain = toFloat(value);
	return plain > 0.5 && plain < 2 ? Math.log1p(toFloat(minus(value, unity))) : Math.log(plain);
}

/**
 * factor × ln(a) / ln(b), rounded half-even to `places` places; a and b above zero, b not one.
 * Progress is this with the base's share left as a and the target's as b.
 */
export function logarithmShare(a: Ratio, b: Ratio, factor: Ratio, places: number): string {
	if (compare(a, unity) === 0) return "0";
	const rough = (toFloat(factor) * floatLogarithm(a)) / floatLogarithm(b);
	const quick = clearlyRounded(rough, Math.abs(rough) * allowance * 3, places);
	if (quick !== undefined) return quick;
	for (let digits = 60; digits <= 480; digits *= 2) {
		const x = logarithm(a.over, a.under, digits);
		const y = logarithm(b.over, b.under, digits);
		// Both logarithms have the same number of places, so their quotient is that of the digits.
		const low = [x.digits - 2n, x.digits + 2n].flatMap((over) =>
			[y.digits - 2n, y.digits + 2n].map((under) => {
				const share = times(factor, ratio(over * ten(y.places), under * ten(x.places)));
				return trimmed(placed(nearest(share.over * ten(places), share.under), places));
			}),
		);
		if (low.every((text) => text === low[0])) return low[0] as string;
	}
	throw new Error("a logarithm could not be rounded with 480 digits");
}

/**
 * 100 × (1 − radicand^(1/degree)), rounded half-even to `places` places; radicand above zero.
 * The yearly cut still needed, in per cent. Near a tie the powers of whole numbers decide.
 */
export function yearlyCut(radicand: Ratio, degree: number, places: number): string {
	const rough = -Math.expm1(floatLogarithm(radicand) / degree) * 100;
	const quick = clearlyRounded(rough, 1e-11 + Math.abs(rough) * allowance, places);
	if (quick !== undefined) return quick;
	// The cut is c / 10^places per cent where 1 − c/10^(places+2) is nearest to the root: bracket it by halves of the last place.
	let cut = BigInt(Math.round(rough * 10 ** places)) - 2n;
	const scale = ten(places + 2) * 2n;
	for (;;) {
		const half = { over: scale - (2n * cut + 1n), under: scale };
		const order = compareToPower(half, unity, radicand, 1, degree);
		if (order < 0 || (order === 0 && cut % 2n === 0n)) return trimmed(placed(cut, places));
		cut += 1n;
	}
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
