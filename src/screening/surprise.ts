/**
 * How much it means that two runs of amounts agree: the digits that would have to agree by chance. The leading digit of an
 * amount is its size, which neighbours share; an amount that only repeats the one before says nothing new; zeros say nothing.
 */
import { type Exact, equal, significantDigits } from "../exact/exact.ts";

export function agreeingDigits(amounts: readonly Exact[]): number {
	let digits = 0;
	for (const [index, amount] of amounts.entries()) {
		if (index > 0 && equal(amount, amounts[index - 1] as Exact)) continue;
		digits += Math.max(significantDigits(amount) - 1, 0);
	}
	return digits;
}
