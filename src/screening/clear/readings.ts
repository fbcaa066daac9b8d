/** Months of a plain firm that hold readings of a meter, or a year's sum. */
import { slack } from "../shape.ts";
import { guidesInOrder, leastUsual, usualOf } from "./guides.ts";
import { measuresOf, monthsInYear, onceAFirm } from "./measures.ts";
import type { Clears, PlainCase } from "./plain-case.ts";

/** A December that holds the year is about the eleven months before together, or more; by so much less floats and rows leave it open. */
const nearlyYear = 0.999 * (1 - slack);

export const clearsDecembers: Clears = (plain) => {
	const { energies, years, months, amounts, sums } = measuresOf(plain);
	for (let kind = 0; kind < energies; kind += 1)
		for (let year = 0; year < years; year += 1) {
			const december = amounts[kind * months + year * monthsInYear + 11] as number;
			if (!(december < ((sums[kind * years + year] as number) - december) * nearlyYear)) return false;
		}
	return true;
};

export const clearsReadings: Clears = onceAFirm((plain) => {
	const { energies, lowest, highest } = measuresOf(plain);
	const fewest = plain.limit("history-months");
	const gap = plain.limit("slip-gap") * (1 - 2 * slack);
	for (let kind = 0; kind < energies; kind += 1)
		if ((highest[kind] as number) >= (lowest[kind] as number) * gap && mayBeReadings(plain, kind, fewest, gap)) return false;
	return true;
});

/** Whether any months that only rise are far above what is usual, to the last of them and so many before. */
function mayBeReadings(plain: PlainCase, kind: number, fewest: number, gap: number): boolean {
	const { months, amounts } = measuresOf(plain);
	const own = kind * months;
	for (let first = 0; first < months; ) {
		let next = first + 1;
		while (next < months && (amounts[own + next] as number) > (amounts[own + next - 1] as number)) next += 1;
		if (next - first >= fewest && areHigh(plain, kind, first, next, fewest, gap)) return true;
		first = next;
	}
	return false;
}

/** Whether the last of some months, and the one that begins as many as are asked for, are so far above what the months aside let expect. */
function areHigh(plain: PlainCase, kind: number, from: number, next: number, fewest: number, gap: number): boolean {
	const { months, amounts } = measuresOf(plain);
	const isAside = (at: number): boolean => at >= from && at < next;
	const mayBeHigh = (at: number): boolean =>
		(amounts[kind * months + at] as number) >= leastUsual(plain, kind, at, isAside) * gap;
	if (!mayBeHigh(next - 1) || !mayBeHigh(next - fewest)) return false;
	const order = guidesInOrder(plain, kind);
	if (order === undefined) return true;
	const isHigh = (at: number): boolean => {
		const usual = usualOf(plain, kind, order, at, isAside);
		return usual !== undefined && (amounts[kind * months + at] as number) >= usual.near * gap;
	};
	return isHigh(next - 1) && isHigh(next - fewest);
}
