/**
 * Equal means equal after rounding: two sums agree if they differ by no more than half a step of the last printed place of each
 * number that goes into them, added up. Source: the reading rules of this tool, common rule 2.
 */
import { compare, difference, type Exact, fromText, sign } from "../exact/exact.ts";
import { compare as compareRatios, fromExact, per, plus, type Ratio, times } from "../exact/ratio.ts";
import type { Claim } from "./entry.ts";

/** Decimals that a cell prints; thousands separators, blanks and signs do not matter. */
export function printedPlaces(text: string): number {
	const found = /[.．]([0-9０-９]+)\D*$/.exec(text.trim());
	return found === null || /[eE]/.test(text) ? 0 : (found[1] as string).length;
}

/** Half a step of the last printed place of a cell, in the unit its amount is held in. */
export function halfStep({ amount, text, from }: Claim): Ratio {
	const half: Ratio = { over: 1n, under: 2n * 10n ** BigInt(printedPlaces(text)) };
	if (from.perUnit !== undefined) return times(half, fromExact(from.perUnit));
	// A row of its own factor, such as steam by mass: what the amount is of what is printed.
	const printed = fromText(text.replace(/[,，\s]/g, ""));
	return printed === undefined || sign(printed) === 0 ? half : times(half, per(fromExact(amount), fromExact(printed)));
}

/** Whether two sums agree, `cells` being all the cells that go into either. */
export function agree(a: Exact, b: Exact, cells: readonly Claim[]): boolean {
	return agreeWithin(a, b, () => slackOf(cells));
}

/** The same where it is known what the cells leave open; asked only of sums that differ. */
export function agreeWithin(a: Exact, b: Exact, slack: () => Ratio): boolean {
	const order = compare(a, b);
	if (order === 0) return true;
	const apart = fromExact(order > 0 ? difference(a, b) : difference(b, a));
	return compareRatios(apart, slack()) <= 0;
}

/** How far sums of these cells may be apart and still agree. */
export function slackOf(cells: readonly Claim[]): Ratio {
	return added(cells.map(halfStep));
}

/**
 * Two by two, not one by one: rows that each have a factor of their own share no denominator, and that of a sum is as long as
 * all of theirs together.
 */
function added(terms: readonly Ratio[]): Ratio {
	let left = terms;
	while (left.length > 1) {
		const pairs: Ratio[] = [];
		for (let at = 0; at < left.length; at += 2) {
			const [a, b] = [left[at] as Ratio, left[at + 1]];
			pairs.push(b === undefined ? a : plus(a, b));
		}
		left = pairs;
	}
	return left[0] ?? { over: 0n, under: 1n };
}
