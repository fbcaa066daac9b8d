/** Months of a plain firm that are unlike its other years', or where there is one year alone unlike its middle month. */
import { slack } from "../shape.ts";
import { type Measures, measuresOf, monthsInYear } from "./measures.ts";
import { middleOf } from "./middles.ts";
import type { PlainCase } from "./plain-case.ts";

export function clearsUnlike(plain: PlainCase): boolean {
	const all = measuresOf(plain);
	const floor = plain.limit("month-ratio") * (1 - 2 * slack);
	const score = plain.limit("month-deviation");
	const bySeason = all.years > 1 && all.months >= plain.limit("season-months");
	// Whole years share all of their months.
	if (bySeason && plain.limit("history-months") > monthsInYear) return false;
	for (let kind = 0; kind < all.energies; kind += 1) {
		// No month is further from another than the highest from the lowest.
		if ((all.highest[kind] as number) < (all.lowest[kind] as number) * floor) continue;
		if (bySeason && isEven(all, kind, floor)) continue;
		if (bySeason) besideYears(all, kind);
		else besideMiddle(all, kind);
		if (mayBeStrange(all.months, floor, score)) return false;
	}
	return true;
}

/** Whether each year keeps so even a ratio to one of those that it is compared with that no month of it can stand out. */
function isEven(all: Measures, kind: number, floor: number): boolean {
	let covered = -1;
	for (let year = 0; year < all.years; year += 1) {
		if (year === covered) continue;
		if (year + 1 < all.years && areEven(all, kind, year, year + 1, floor)) covered = year + 1;
		else if (
			!(year > 0 && areEven(all, kind, year - 1, year, floor)) &&
			!(year + 2 < all.years && areEven(all, kind, year, year + 2, floor)) &&
			!(year > 1 && areEven(all, kind, year - 2, year, floor))
		)
			return false;
	}
	return true;
}

function areEven({ months, amounts, inverses }: Measures, kind: number, one: number, other: number, floor: number): boolean {
	const a = kind * months + one * monthsInYear;
	const b = kind * months + other * monthsInYear;
	let low = Number.POSITIVE_INFINITY;
	let high = 0;
	for (let month = 0; month < monthsInYear; month += 1) {
		const quotient = (amounts[b + month] as number) * (inverses[a + month] as number);
		if (quotient < low) low = quotient;
		if (quotient > high) high = quotient;
	}
	return high < low * floor;
}

const quotients: Float64Array = new Float64Array(monthsInYear);
const ofYear: Float64Array = new Float64Array(monthsInYear);
/** How far each month of a kind is from what is usual, of the kind that was asked last. */
let factors: Float64Array = new Float64Array(0);

/** Each year beside the next two; of a month's distances the least. */
function besideYears({ years, months, amounts, inverses }: Measures, kind: number): void {
	if (factors.length < months) factors = new Float64Array(months);
	factors.fill(Number.POSITIVE_INFINITY, 0, months);
	for (let one = 0; one < years; one += 1)
		for (let other = one + 1; other < Math.min(years, one + 3); other += 1) {
			const [a, b] = [one * monthsInYear, other * monthsInYear];
			for (let month = 0; month < monthsInYear; month += 1) {
				quotients[month] = (amounts[kind * months + b + month] as number) * (inverses[kind * months + a + month] as number);
				ofYear[month] = quotients[month] as number;
			}
			const level = middleOf(ofYear, monthsInYear);
			for (let month = 0; month < monthsInYear; month += 1) {
				const times = (quotients[month] as number) / level;
				const factor = times < 1 ? 1 / times : times;
				if (factor < (factors[a + month] as number)) factors[a + month] = factor;
				if (factor < (factors[b + month] as number)) factors[b + month] = factor;
			}
		}
}

function besideMiddle({ months, amounts }: Measures, kind: number): void {
	if (factors.length < months) factors = new Float64Array(months);
	factors.set(amounts.subarray(kind * months, (kind + 1) * months));
	const usual = middleOf(factors, months);
	for (let at = 0; at < months; at += 1) {
		const times = (factors[at] as number) / usual;
		factors[at] = times < 1 ? 1 / times : times;
	}
}

/** Whether the farthest month is as far as the floor and the score of the middle one ask. */
function mayBeStrange(months: number, floor: number, score: number): boolean {
	let farthest = 1;
	for (let at = 0; at < months; at += 1) if ((factors[at] as number) > farthest) farthest = factors[at] as number;
	if (farthest < floor) return false;
	return Math.log(farthest) >= score * Math.log(middleOf(factors, months)) - slack * (1 + score);
}
