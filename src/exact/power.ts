/** Comparisons that verdicts rest on: whole-number powers of exact pairs, signs decided first. No root, no logarithm. */
import { compare, nearFloat, power, type Ratio, sign, times } from "./ratio.ts";

/**
 * Below zero, zero or above zero, as value is less than, equal to or more than base × keep^(k/n).
 * keep is above zero; k may be below zero; n is 1 or more. Even powers lose the sign, so signs come first.
 */
export function compareToPower(value: Ratio, base: Ratio, keep: Ratio, k: number, n: number): number {
	const left = sign(value);
	const right = sign(base);
	if (left !== right) return left < right ? -1 : 1;
	if (left === 0) return 0;
	const roughly = farApart(value, base, keep, k, n);
	if (roughly !== 0) return left > 0 ? roughly : -roughly;
	const a = power(value, n);
	const b = power(base, n);
	const bySize =
		k >= 0 ? compare(absolute(a), times(absolute(b), power(keep, k))) : compare(times(absolute(a), power(keep, -k)), absolute(b));
	return left > 0 ? bySize : -bySize;
}

/**
 * The same of sizes by floats, where these cannot be wrong: −1 or 1, else 0. A float is within 4.5e-16 of its number and the quotient of two
 * within 2e-15; the logarithm of such a number is within 1e-14 × (1 + its size), and the sides are n or k times it. They have to lie a
 * hundred times as far apart.
 */
function farApart(value: Ratio, base: Ratio, keep: Ratio, k: number, n: number): number {
	const [own, of, share] = [Math.abs(nearFloat(value)), Math.abs(nearFloat(base)), nearFloat(keep)];
	if (!isPlain(own) || !isPlain(of) || !isPlain(own / of) || !isPlain(share)) return 0;
	const [left, right] = [Math.log(own / of), Math.log(share)];
	const apart = n * left - k * right;
	const margin = 1e-12 * (n * (1 + Math.abs(left)) + Math.abs(k) * (1 + Math.abs(right)));
	return Math.abs(apart) > margin ? Math.sign(apart) : 0;
}

/** Floats nearer to their ends have fewer digits, or none; so have those of whole numbers that no float holds. */
function isPlain(size: number): boolean {
	return size > 1e-290 && size < 1e290;
}

function absolute(a: Ratio): Ratio {
	return a.over < 0n ? { over: -a.over, under: a.under } : a;
}
