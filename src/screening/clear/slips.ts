/** Months of a plain firm that stand apart as slips of a unit do: beside the output, among themselves, by their coal equivalent. */
import { raised } from "../guides.ts";
import { slack } from "../shape.ts";
import { distanceAt } from "./distance.ts";
import { explainsNothing } from "./explained.ts";
import { companionsOf, factorAt, guideOf, isGood, oddFrom } from "./guides.ts";
import { type Measures, measuresOf, monthsInYear } from "./measures.ts";
import { middleOf } from "./middles.ts";
import { keepsNear, leastFar, nearIn } from "./pairs.ts";
import type { PlainCase } from "./plain-case.ts";
import { shapeFactsOf } from "./shape-facts.ts";

export function clearsSlips(plain: PlainCase): boolean {
	const { energies } = measuresOf(plain);
	for (let kind = 0; kind < energies; kind += 1)
		if (mayBeApart(plain, kind) || mayBeOdd(plain, kind) || mayBeEquivalents(plain, kind)) return false;
	return true;
}

/** Whether a gap as wide as a slip divides some months from the others. */
function mayBeApart(plain: PlainCase, kind: number): boolean {
	const { amounts, months, lowest, highest } = measuresOf(plain);
	const gap = plain.limit("slip-gap") * (1 - 2 * slack);
	const most = highest[kind] as number;
	let size = lowest[kind] as number;
	// From the least month on the largest within the gap, until that is the largest of all.
	while (size < most && most >= size * gap) {
		let next = size;
		for (let at = kind * months; at < (kind + 1) * months; at += 1) {
			const other = amounts[at] as number;
			if (other > next && other < size * gap) next = other;
		}
		if (next === size) return true;
		size = next;
	}
	return false;
}

/** Whether a month may be odd beside the output. */
function mayBeOdd(plain: PlainCase, kind: number): boolean {
	const all = measuresOf(plain);
	const { output } = all;
	if (output < 0 || !standsOut(all, kind, plain.limit("month-ratio") * (1 - 2 * slack))) return false;
	const guide = guideOf(plain, kind, output);
	const good = isGood(plain, guide);
	if (good === false) return false;
	if (good === undefined || !explainsNothing(plain)) return true;
	const odd = oddFrom(plain, guide.scatter) * (1 - slack);
	for (let at = 0; at < all.months; at += 1) if (!(factorAt(guide, at) < odd)) return true;
	return false;
}

const ofYear: Float64Array = new Float64Array(monthsInYear);

/** Whether a month stands so far from the middle one of its year. */
function standsOut(all: Measures, kind: number, far: number): boolean {
	const { years, months, perOutput, perOutputLows, perOutputHighs, perOutputLowest, perOutputHighest } = all;
	if ((perOutputHighest[kind] as number) < (perOutputLowest[kind] as number) * far) return false;
	for (let year = 0; year < years; year += 1) {
		const low = perOutputLows[kind * years + year] as number;
		const high = perOutputHighs[kind * years + year] as number;
		if (high < low * far) continue;
		for (let month = 0; month < monthsInYear; month += 1)
			ofYear[month] = perOutput[kind * months + year * monthsInYear + month] as number;
		const middle = middleOf(ofYear, monthsInYear);
		if (middle >= low * far || high >= middle * far) return true;
	}
	return false;
}

/** The least factor between a tonne and its coal equivalent that is asked about. */
const least = leastFar;

/** Of a year, as bits. */
const allMonths = (1 << monthsInYear) - 1;

let open: Uint8Array = new Uint8Array(0);

/** Whether any month in tonnes may be in tonnes of coal equivalent: one that every guide finds odd. */
function mayBeEquivalents(plain: PlainCase, kind: number): boolean {
	const { months, lowest, highest } = measuresOf(plain);
	if ((highest[kind] as number) < (lowest[kind] as number) * least * (1 - slack)) return false;
	if (shapeFactsOf(plain).equivalents[kind] !== true || isAlways(plain, kind) || areAllNear(plain, kind)) return false;
	if (open.length < months) open = new Uint8Array(months);
	open.fill(1, 0, months);
	let any = false;
	for (const by of companionsOf(plain, kind)) {
		const guide = guideOf(plain, kind, by);
		const good = isGood(plain, guide);
		if (good === false) continue;
		// One that may be asked clears nothing, and may be the only one that is.
		any = true;
		if (good !== undefined && closes(plain, kind, by)) return false;
	}
	return any;
}

/** Whether no two months are as far apart beside the output. */
function isAlways(plain: PlainCase, kind: number): boolean {
	const { output, perOutputLowest, perOutputHighest } = measuresOf(plain);
	const far = Math.min(least, Math.sqrt(plain.limit("month-ratio"))) * (1 - slack);
	return output >= 0 && (perOutputHighest[kind] as number) < (perOutputLowest[kind] as number) * far;
}

/** Whether each month is certainly as one of the certainly good guides lets expect. */
function areAllNear(plain: PlainCase, kind: number): boolean {
	const companions = companionsOf(plain, kind);
	const all = measuresOf(plain);
	for (let year = 0; year < all.years; year += 1) {
		let left = allMonths;
		for (let place = 0; place < companions.length && left !== 0; place += 1) {
			const by = companions[place] as number;
			if (keepsNear(plain, kind, by)) left &= ~nearIn(plain, kind, by, year);
		}
		for (; left !== 0; left &= left - 1) {
			const month = year * monthsInYear + 31 - Math.clz32(left & -left);
			if (!companions.some((by) => keepsNear(plain, kind, by) && isNearAt(all, kind, by, month))) return false;
		}
	}
	return true;
}

function isNearAt(all: Measures, kind: number, by: number, month: number): boolean {
	return distanceAt(all, kind, [by], month) < least * (1 - 2 * slack);
}

/** Closes the months that a guide does not find odd; whether that was all. */
function closes(plain: PlainCase, kind: number, by: number): boolean {
	const { months } = measuresOf(plain);
	const guide = guideOf(plain, kind, by);
	const odd = Math.max(least, raised(guide.scatter, plain.limit("month-deviation"))) * (1 - 2 * slack);
	let left = 0;
	for (let at = 0; at < months; at += 1) {
		if (factorAt(guide, at) < odd) open[at] = 0;
		left += open[at] as number;
	}
	return left === 0;
}
