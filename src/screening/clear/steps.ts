/** Whether no series stands at another level from some month on, beside what it was a year before: the comparison of `step-change.ts` in floats. */
import { slack } from "../shape.ts";
import { type Measures, measuresOf, monthsInYear } from "./measures.ts";
import type { PlainCase } from "./plain-case.ts";

export function clearsSteps(plain: PlainCase): boolean {
	const all = measuresOf(plain);
	const [before, after] = [plain.limit("step-before"), plain.limit("step-months")];
	const far = plain.limit("step-ratio") * (1 - slack);
	if (quotients.length < all.months) quotients = new Float64Array(all.months);
	for (let kind = 0; kind < all.energies; kind += 1) {
		const range = (all.highest[kind] as number) / (all.lowest[kind] as number);
		if (range * range * (1 + slack) < far) continue;
		if (maySteps(all, kind, before, after, far)) return false;
	}
	return true;
}

/** How many times each month is that of a year before. */
let quotients = new Float64Array(0);

function maySteps({ months, amounts, inverses }: Measures, kind: number, before: number, after: number, far: number): boolean {
	const begin = kind * months;
	for (let month = monthsInYear; month < months; month += 1)
		quotients[month] = (amounts[begin + month] as number) * (inverses[begin + month - monthsInYear] as number);
	for (let first = monthsInYear + before; first + after <= months; first += 1) {
		const [now, then] = [quotients[first] as number, quotients[first - 1] as number];
		if ((now >= then * far || then >= now * far) && mayStep(first, before, after, far)) return true;
	}
	return false;
}

/** Whether every month on one side is so many times its year before as any on the other. */
function mayStep(first: number, before: number, after: number, far: number): boolean {
	let [low, high] = [Number.POSITIVE_INFINITY, 0];
	for (let month = first - before; month < first; month += 1) {
		const quotient = quotients[month] as number;
		if (quotient < low) low = quotient;
		if (quotient > high) high = quotient;
	}
	let [lowLater, highLater] = [Number.POSITIVE_INFINITY, 0];
	for (let month = first; month < first + after; month += 1) {
		const quotient = quotients[month] as number;
		if (quotient < lowLater) lowLater = quotient;
		if (quotient > highLater) highLater = quotient;
	}
	return lowLater >= high * far || low >= highLater * far;
}
