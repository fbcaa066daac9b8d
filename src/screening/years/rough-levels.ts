/**
 * The levels of a firm's things as floats, to clear those no year of which stands apart: the same middles as those of pairs. A middle
 * one moves by no more than the numbers that it is the middle of, so that what floats keep below the gap by their slack, pairs do, too.
 */
import { slack } from "../shape.ts";
import { fewestBeside } from "./levels.ts";
import type { Thing } from "./things.ts";

/** Whether floats leave it open that years of a thing stand apart, beside those years of the others that are not set aside. */
export type MayStandApart = (thing: Thing, aside: ReadonlyMap<Thing, ReadonlySet<number>>) => boolean;

/** `gap`: from which factor on levels are apart. */
export function roughLevels(things: readonly Thing[], gap: number): MayStandApart {
	const years = yearsOf(things);
	const rows = new Float64Array(things.length * years.length);
	for (let thing = 0, at = 0; thing < things.length; thing += 1)
		for (let year = 0; year < years.length; year += 1, at += 1)
			rows[at] = (things[thing] as Thing).sizes.get(years[year] as number) ?? Number.NaN;
	return (thing, aside) => {
		if (aside.size === 0) return mayStandApart({ rows, things: things.length, years: years.length }, things.indexOf(thing), gap);
		const left = rows.slice();
		for (const [index, other] of things.entries())
			for (const year of aside.get(other) ?? []) left[index * years.length + years.indexOf(year)] = Number.NaN;
		return mayStandApart({ rows: left, things: things.length, years: years.length }, things.indexOf(thing), gap);
	};
}

/** The years that any thing has an amount of, rising; nearly always all have the same. */
function yearsOf(things: readonly Thing[]): number[] {
	const years: number[] = [];
	for (const { sizes } of things) for (const year of sizes.keys()) if (!years.includes(year)) years.push(year);
	return years.sort((a, b) => a - b);
}

/** Amounts of things by year, in order, at thing × years + year; NaN where there is none. */
export interface Amounts {
	readonly rows: Float64Array;
	readonly things: number;
	readonly years: number;
}

const room = {
	quotients: new Float64Array(0),
	sorted: new Float64Array(0),
	line: new Float64Array(0),
	levels: new Float64Array(0),
	counts: new Uint32Array(0),
};

/** Whether floats leave it open that years of one of the things stand apart by a factor of `gap`. */
export function mayStandApart({ rows, things, years }: Amounts, own: number, gap: number): boolean {
	if (room.levels.length < years * things || room.quotients.length < years) makeRoom(years, things);
	const { quotients, sorted, line, levels, counts } = room;
	counts.fill(0, 0, years);
	const begin = own * years;
	let compared = false;
	for (let other = 0; other < things; other += 1) {
		if (other === own) continue;
		let found = 0;
		for (let year = 0; year < years; year += 1) {
			const quotient = (rows[begin + year] as number) / (rows[other * years + year] as number);
			quotients[year] = quotient;
			if (quotient > 0) found = put(sorted, 0, found, quotient);
		}
		if (found < 2) continue;
		compared = true;
		const usual = sorted[found >> 1] as number;
		for (let year = 0; year < years; year += 1) {
			const quotient = quotients[year] as number;
			if (quotient > 0) counts[year] = put(levels, year * things, counts[year] as number, quotient / usual);
		}
	}
	if (!compared && things > 1) return false;
	let found = 0;
	for (let year = 0; year < years; year += 1) {
		const count = counts[year] as number;
		const level = compared ? (count > 0 ? (levels[year * things + (count >> 1)] as number) : 0) : (rows[begin + year] as number);
		if (!(level > 0)) continue;
		line[found] = level;
		found = put(sorted, 0, found, level);
	}
	const far = gap * (1 - slack);
	if (mayBeOff(line, found, far)) return true;
	for (let index = 1; index < found; index += 1)
		if ((sorted[index] as number) >= (sorted[index - 1] as number) * far) return true;
	return false;
}

/** Whether any of so many levels lies that far off the ones beside it; as at the ends things go on as next to them, or stay. */
function mayBeOff(line: Float64Array, count: number, far: number): boolean {
	if (count <= fewestBeside) return false;
	for (let at = 1; at + 1 < count; at += 1)
		if (isOff(line[at] as number, ((line[at - 1] as number) + (line[at + 1] as number)) / 2, far)) return true;
	return isEndOff(line, 0, 1, far) || isEndOff(line, count - 1, -1, far);
}

function isEndOff(line: Float64Array, end: number, inwards: 1 | -1, far: number): boolean {
	const [level, beside, next] = [line[end] as number, line[end + inwards] as number, line[end + 2 * inwards] as number];
	return isOff(level, beside, far) || isOff(level, (beside * beside) / next, far);
}

function isOff(level: number, usual: number, far: number): boolean {
	return level >= usual * far || usual >= level * far;
}

function makeRoom(years: number, things: number): void {
	const most = Math.max(years, things);
	room.quotients = new Float64Array(most);
	room.sorted = new Float64Array(most);
	room.line = new Float64Array(most);
	room.counts = new Uint32Array(most);
	room.levels = new Float64Array(years * things);
}

/** Puts a number in its place among the first so many from a begin on, and gives how many they are now. */
function put(sorted: Float64Array, begin: number, count: number, value: number): number {
	let place = begin + count;
	while (place > begin && (sorted[place - 1] as number) > value) {
		sorted[place] = sorted[place - 1] as number;
		place -= 1;
	}
	sorted[place] = value;
	return count + 1;
}
