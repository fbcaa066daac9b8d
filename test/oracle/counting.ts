/** Which entries of a series count: repeats, wholes and their parts. */
import { type Fraction, total } from "./fraction.ts";
import type { Grain } from "./period.ts";
import { type Entry, NO_LOT } from "./reading.ts";

export interface Counted<T> {
	readonly used: readonly T[];
	readonly clash: boolean;
}

export const groupBy = <T>(items: readonly T[], key: (item: T) => string): T[][] => {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const name = key(item);
		const group = groups.get(name);
		if (group === undefined) groups.set(name, [item]);
		else group.push(item);
	}
	return [...groups.values()];
};

const sum = (entries: readonly Entry[]): Fraction => total(entries.map(({ amount }) => amount));
const same = (entries: readonly Entry[]): boolean =>
	entries.every((entry) => entry.dimension === entries[0]?.dimension && entry.amount.equals(entries[0].amount));

/** Entries of one key: counted once where they agree, a clash where they do not. */
const once = <T extends Entry>(entries: readonly T[], addRepeats: boolean): Counted<T> => {
	if (addRepeats) return { used: entries, clash: false };
	const keys = groupBy(entries, ({ grain, months, lot }) => `${grain} ${months[0]} ${lot}`);
	return { used: keys.flatMap((key) => key.slice(0, 1)), clash: !keys.every(same) };
};

const lots = (entries: readonly Entry[]): string => [...new Set(entries.map(({ lot }) => lot))].sort().join("|");

/** A whole beside its parts. */
const settle = <T extends Entry>(whole: readonly T[], parts: readonly T[], complete: boolean): Counted<T> => {
	if (whole.length === 0) return { used: parts, clash: false };
	if (parts.length === 0) return { used: whole, clash: false };
	const dimensions = new Set([...whole, ...parts].map(({ dimension }) => dimension));
	const equal = dimensions.size === 1 && sum(whole).equals(sum(parts));
	if (lots(whole) === lots(parts)) return { used: whole, clash: complete && !equal };
	const measuredSide = lots(whole) === NO_LOT ? parts : lots(parts) === NO_LOT ? whole : null;
	if (!complete || !equal || measuredSide === null) return { used: whole, clash: true };
	return { used: measuredSide, clash: false };
};

const covers = (entries: readonly Entry[]): number => new Set(entries.flatMap(({ months }) => months)).size;

/** All entries of one firm, series and year. */
export const count = <T extends Entry>(entries: readonly T[], addRepeats: boolean): Counted<T> => {
	const { used, clash } = once(entries, addRepeats);
	const grain = (name: Grain): T[] => used.filter((entry) => entry.grain === name);
	const quarters = [0, 3, 6, 9].map((first) => {
		const inside = ({ months }: Entry): boolean => (months[0] ?? 0) >= first && (months[0] ?? 0) < first + 3;
		const months = grain("month").filter(inside);
		return settle(grain("quarter").filter(inside), months, covers(months) === 3);
	});
	const parts = quarters.flatMap((quarter) => quarter.used);
	const year = settle(grain("year"), parts, covers(parts) === 12);
	return { used: year.used, clash: clash || year.clash || quarters.some((quarter) => quarter.clash) };
};
