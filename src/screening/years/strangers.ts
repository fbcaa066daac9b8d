/**
 * Years of a thing that stand apart from its other years, by what the firm's other things did: a works that doubles uses twice as
 * much of everything and makes twice as much. Of a carrier and the output that disagree the one whose own amounts jump is the
 * stranger; it is set aside, and the others are asked again without it.
 */
import { compare, oneRatio, per, type Ratio, times } from "../../exact/ratio.ts";
import { roughly } from "../history.ts";
import { farther, type Level, levelAt, withoutOutlier } from "./levels.ts";
import { roughLevels } from "./rough-levels.ts";
import { middleOf, type Thing } from "./things.ts";

/** Years of one thing that are not like its others. */
export interface Strangers {
	readonly thing: Thing;
	/** In order of time. */
	readonly years: readonly Stranger[];
	/** The years they are held against, in order of time. */
	readonly body: readonly number[];
}

export interface Stranger {
	readonly year: number;
	readonly amount: Ratio;
	/** What the amount would be at the level of the nearest other years: between the two beside it, or as the one. */
	readonly usual: Ratio;
	/** The least and the most of the thing in the other years. */
	readonly low: Ratio;
	readonly high: Ratio;
}

/** Things are asked in turn until none stands apart; no firm has more that could be told apart. */
const most = 6;

/** `gap`: from which factor on years stand apart. */
export function strangersOf(things: readonly Thing[], gap: Ratio): Strangers[] {
	const mayStandApart = roughLevels(things, roughly(gap));
	const found: Strangers[] = [];
	const aside = new Map<Thing, ReadonlySet<number>>();
	while (found.length < most) {
		let best: { readonly strangers: Strangers; readonly jump: Ratio } | undefined;
		for (const thing of things) {
			if (aside.has(thing) || !mayStandApart(thing, aside)) continue;
			const strangers = apart(thing, things, aside, gap);
			if (strangers === undefined) continue;
			const jump = jumpOf(strangers);
			if (best === undefined || compare(jump, best.jump) > 0) best = { strangers, jump };
		}
		if (best === undefined) break;
		found.push(best.strangers);
		aside.set(best.strangers.thing, new Set(best.strangers.years.map(({ year }) => year)));
	}
	// What the first would be was asked while the others still stood among what it was held against.
	return found.length < 2
		? found
		: found.map((strangers) => {
				const { thing, years } = strangers;
				const again = apart(thing, things, aside, gap);
				const same = again?.years.length === years.length && again.years.every(({ year }, at) => year === years[at]?.year);
				return same ? again : strangers;
			});
}

function apart(
	thing: Thing,
	things: readonly Thing[],
	aside: ReadonlyMap<Thing, ReadonlySet<number>>,
	gap: Ratio,
): Strangers | undefined {
	const levels = levelsOf(thing, things, aside);
	if (levels.length < 2) return undefined;
	const grouped = bodyOf(levels, gap);
	// What grows may hide a year among the levels of years far from it.
	const body = grouped.length < levels.length ? grouped : withoutOutlier(levels, gap);
	if (body === undefined) return undefined;
	const amounts = body.map((one) => thing.amounts.get(one.year) as Ratio).sort(compare);
	const [low, high] = [amounts[0] as Ratio, amounts.at(-1) as Ratio];
	const years = levels
		.filter((one) => !body.includes(one))
		.map(({ year, level }) => {
			const amount = thing.amounts.get(year) as Ratio;
			return { year, amount, usual: times(amount, per(levelAt(year, body), level)), low, high };
		});
	return { thing, years, body: body.map(({ year }) => year) };
}

/**
 * Year by year the middle of what the thing is beside each of the others, over what it mostly is beside that one; by itself where there
 * is no other.
 */
function levelsOf(thing: Thing, things: readonly Thing[], aside: ReadonlyMap<Thing, ReadonlySet<number>>): Level[] {
	const years = [...thing.amounts.keys()].sort((a, b) => a - b);
	const beside = things.flatMap((other) => {
		if (other === thing) return [];
		const left = aside.get(other);
		const quotients = new Map<number, Ratio>();
		for (const year of years) {
			const amount = other.amounts.get(year);
			if (amount !== undefined && left?.has(year) !== true) quotients.set(year, per(thing.amounts.get(year) as Ratio, amount));
		}
		return quotients.size < 2 ? [] : [{ quotients, usual: middleOf([...quotients.values()]) }];
	});
	if (beside.length === 0) {
		if (things.length > 1) return [];
		const usual = middleOf([...thing.amounts.values()]);
		return years.map((year) => ({ year, level: per(thing.amounts.get(year) as Ratio, usual) }));
	}
	return years.flatMap((year) => {
		const levels = beside.flatMap(({ quotients, usual }) => {
			const quotient = quotients.get(year);
			return quotient === undefined ? [] : [per(quotient, usual)];
		});
		return levels.length === 0 ? [] : [{ year, level: middleOf(levels) }];
	});
}

/** The largest group of years between which no gap is as wide; of two as large the one that begins earlier. In order of time. */
function bodyOf(levels: readonly Level[], gap: Ratio): Level[] {
	const sorted = [...levels].sort((a, b) => compare(a.level, b.level) || a.year - b.year);
	const groups: Level[][] = [];
	for (const [index, one] of sorted.entries()) {
		const before = sorted[index - 1];
		if (before === undefined || compare(one.level, times(before.level, gap)) >= 0) groups.push([one]);
		else (groups.at(-1) as Level[]).push(one);
	}
	const begin = (group: readonly Level[]): number => Math.min(...group.map(({ year }) => year));
	const body = groups.reduce((best, group) =>
		group.length > best.length || (group.length === best.length && begin(group) < begin(best)) ? group : best,
	);
	return body.sort((a, b) => a.year - b.year);
}

/** How far the thing's own amounts jump between the two kinds of years, whatever the others did. */
function jumpOf({ thing, years, body }: Strangers): Ratio {
	const usual = middleOf(body.map((year) => thing.amounts.get(year) as Ratio));
	return years.map(({ amount }) => farther(amount, usual)).reduce((most, one) => (compare(one, most) > 0 ? one : most), oneRatio);
}
