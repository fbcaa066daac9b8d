/** Months of two carriers of a plain firm whose numbers may stand in each other's rows: each is odd where it stands and usual in the other's. */
import { slack } from "../shape.ts";
import { apart, guideOf, guidesInOrder, oddFrom, ownScatter, usualOf } from "./guides.ts";
import { measuresOf, monthsInYear, onceAFirm } from "./measures.ts";
import type { Clears, PlainCase } from "./plain-case.ts";
import { shapeFactsOf } from "./shape-facts.ts";

/** So many months say what is usual; and so far from it a works may have got in the years between. */
export const swapBounds = { around: 12, overYears: 1.25 } as const;

export const clearsSwaps: Clears = onceAFirm((plain) => {
	const { energies, years } = measuresOf(plain);
	const { consumed, carrier } = shapeFactsOf(plain);
	// Months are held against those of other years.
	if (years < 2) return true;
	for (let kind = 0; kind < energies; kind += 1) {
		if (consumed[kind] !== true || isSteady(plain, kind)) continue;
		for (let other = kind + 1; other < energies; other += 1)
			if (consumed[other] === true && carrier[other] !== carrier[kind] && !isSteady(plain, other) && maySwap(plain, kind, other))
				return false;
	}
	return true;
});

/** Whether no month is so far from another, by itself or beside the output where that is its guide in any case. */
function isSteady(plain: PlainCase, kind: number): boolean {
	const { output, lowest, highest, perOutputLowest, perOutputHighest } = measuresOf(plain);
	const far = plain.limit("month-ratio") * (1 - 2 * slack);
	if ((highest[kind] as number) < (lowest[kind] as number) * far) return true;
	return output >= 0 && (perOutputHighest[kind] as number) < (perOutputLowest[kind] as number) * Math.sqrt(far);
}

function maySwap(plain: PlainCase, kind: number, other: number): boolean {
	const { perUnit } = shapeFactsOf(plain);
	const toOwn = (perUnit[kind] as number) / (perUnit[other] as number);
	if (Number.isNaN(toOwn) || areFar(plain, kind, other, toOwn) || areFar(plain, other, kind, 1 / toOwn)) return false;
	const [order, others] = [guidesInOrder(plain, kind, other), guidesInOrder(plain, other, kind)];
	if (order === undefined || others === undefined) return true;
	const { months, amounts } = measuresOf(plain);
	const [odd, oddOther] = [oddIn(plain, kind, order), oddIn(plain, other, others)];
	for (let at = 0; at < months; at += 1) {
		if (!odd(at) || !oddOther(at)) continue;
		const [a, b] = [amounts[kind * months + at] as number, amounts[other * months + at] as number];
		for (const [most, loosely] of [
			[months, swapBounds.overYears],
			[swapBounds.around, 1],
		] as const)
			if (
				isUsualThere(plain, kind, order, at, b * toOwn, most, loosely) &&
				isUsualThere(plain, other, others, at, a / toOwn, most, loosely)
			)
				return true;
	}
	return false;
}

/**
 * Whether no number of another is as what is usual of a kind, by whatever guide: that is some month of its own times what the guide is of
 * itself in two months.
 */
function areFar(plain: PlainCase, kind: number, other: number, toOwn: number): boolean {
	const { kinds, lowest, highest } = measuresOf(plain);
	let spread = 1;
	for (let each = 0; each < kinds; each += 1) spread = Math.max(spread, (highest[each] as number) / (lowest[each] as number));
	const within =
		ownScatter(plain, Math.sqrt(plain.limit("month-ratio")) * (1 + slack)) * swapBounds.overYears * spread * (1 + slack);
	return (
		(highest[other] as number) * toOwn * within < (lowest[kind] as number) ||
		(lowest[other] as number) * toOwn > (highest[kind] as number) * within
	);
}

/** Whether a month may be odd beside the first guide that speaks of it, held against the farthest of all its months. */
function oddIn(plain: PlainCase, kind: number, order: readonly number[]): (at: number) => boolean {
	const asked = order.map((by) => {
		const guide = guideOf(plain, kind, by);
		let [low, high] = [Number.POSITIVE_INFINITY, 0];
		for (let at = guide.begin; at < guide.end; at += 1) {
			low = Math.min(low, guide.quotients[at] as number);
			high = Math.max(high, guide.quotients[at] as number);
		}
		return { guide, low, high, far: oddFrom(plain, guide.scatter) * (1 - 2 * slack) };
	});
	return (at) => {
		for (const { guide, low, high, far } of asked) {
			if (at < guide.begin || at >= guide.end) continue;
			const quotient = guide.quotients[at] as number;
			if (quotient >= low * far || high >= quotient * far) return true;
			// It speaks of other years, unless all of its months are of this one.
			if (guide.end - guide.begin > monthsInYear) return false;
		}
		return false;
	};
}

/** Whether a month is odd beside what is usual without its own year, and the number from the other's row would not be. */
function isUsualThere(
	plain: PlainCase,
	kind: number,
	order: readonly number[],
	at: number,
	number: number,
	most: number,
	loosely: number,
): boolean {
	const { months, amounts } = measuresOf(plain);
	const year = Math.floor(at / monthsInYear);
	const usual = usualOf(plain, kind, order, at, (other) => Math.floor(other / monthsInYear) === year, most);
	if (usual === undefined) return false;
	const size = amounts[kind * months + at] as number;
	return (
		apart(size, usual.near) >= oddFrom(plain, usual.scatter) * (1 - 2 * slack) &&
		apart(number, usual.near) <= ownScatter(plain, usual.scatter) * loosely * (1 + 2 * slack)
	);
}
