/**
 * The levels of a firm's things as floats, to clear those no year of which stands apart: the same middles as those of pairs. A middle
 * one moves by no more than the numbers that it is the middle of, so that what floats keep below the gap by their slack, pairs do, too.
 */
import { slack } from "../shape.ts";
import type { Thing } from "./things.ts";

/** Whether floats leave it open that years of a thing stand apart, beside those years of the others that are not set aside. */
export type MayStandApart = (thing: Thing, aside: ReadonlyMap<Thing, ReadonlySet<number>>) => boolean;

/** `gap`: from which factor on levels are apart. */
export function roughLevels(things: readonly Thing[], gap: number): MayStandApart {
	const years = [...new Set(things.flatMap(({ sizes }) => [...sizes.keys()]))];
	const rows = things.map(({ sizes }) => years.map((year) => sizes.get(year) ?? Number.NaN));
	const far = gap * (1 - slack);
	const [quotients, sorted] = [new Float64Array(years.length), new Float64Array(Math.max(years.length, things.length))];
	const levels = years.map(() => new Float64Array(things.length));
	const counts = new Uint32Array(years.length);
	return (thing, aside) => {
		const own = rows[things.indexOf(thing)] as readonly number[];
		counts.fill(0);
		let compared = false;
		for (const [index, row] of rows.entries()) {
			if (row === own) continue;
			const left = aside.get(things[index] as Thing);
			let found = 0;
			for (let year = 0; year < years.length; year += 1) {
				const isLeft = left?.has(years[year] as number) === true;
				const quotient = isLeft ? Number.NaN : (own[year] as number) / (row[year] as number);
				quotients[year] = quotient;
				if (quotient > 0) found = put(sorted, found, quotient);
			}
			if (found < 2) continue;
			compared = true;
			const usual = sorted[found >> 1] as number;
			for (let year = 0; year < years.length; year += 1) {
				const quotient = quotients[year] as number;
				if (quotient > 0) counts[year] = put(levels[year] as Float64Array, counts[year] as number, quotient / usual);
			}
		}
		if (!compared && things.length > 1) return false;
		let found = 0;
		for (let year = 0; year < years.length; year += 1) {
			const count = counts[year] as number;
			if (!compared && (own[year] as number) > 0) found = put(sorted, found, own[year] as number);
			else if (count > 0) found = put(sorted, found, (levels[year] as Float64Array)[count >> 1] as number);
		}
		for (let index = 1; index < found; index += 1)
			if ((sorted[index] as number) >= (sorted[index - 1] as number) * far) return true;
		return false;
	};
}

/** Puts a number in its place among the first so many, and gives how many they are now. */
function put(sorted: Float64Array, count: number, value: number): number {
	let place = count;
	while (place > 0 && (sorted[place - 1] as number) > value) {
		sorted[place] = sorted[place - 1] as number;
		place -= 1;
	}
	sorted[place] = value;
	return count + 1;
}
