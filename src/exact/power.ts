/** Comparisons that verdicts rest on: whole-number powers of exact pairs, signs decided first. No root, no logarithm. */
import { compare, power, type Ratio, sign, times } from "./ratio.ts";

/**
 * Below zero, zero or above zero, as value is less than, equal to or more than base × keep^(k/n).
 * keep is above zero; k may be below zero; n is 1 or more. Even powers lose the sign, so signs come first.
 */
export function compareToPower(value: Ratio, base: Ratio, keep: Ratio, k: number, n: number): number {
	const left = sign(value);
	const right = sign(base);
	if (left !== right) return left < right ? -1 : 1;
	if (left === 0) return 0;
	const a = power(value, n);
	const b = power(base, n);
	const bySize =
		k >= 0 ? compare(absolute(a), times(absolute(b), power(keep, k))) : compare(times(absolute(a), power(keep, -k)), absolute(b));
	return left > 0 ? bySize : -bySize;
}

function absolute(a: Ratio): Ratio {
	return a.over < 0n ? { over: -a.over, under: a.under } : a;
}
