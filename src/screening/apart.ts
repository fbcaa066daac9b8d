/** Amounts that stand apart from the rest: in order of size, wide gaps divide them, and most of them are the rest. */
import { compare, type Exact, product } from "../exact/exact.ts";

export interface Parted<T> {
	/** Too small, the rest, too large; each in order of amount. */
	readonly below: readonly T[];
	readonly body: readonly [T, ...T[]];
	readonly above: readonly T[];
	/** The middle one of the rest; the upper one of an even number. */
	readonly middle: T;
}

/**
 * `items` in order of time, at least one, with amounts above zero; from `gap` times its neighbour on an amount is divided from
 * it. Of two groups as large the rest is the one that begins earlier.
 */
export function part<T>(items: readonly [T, ...T[]], amountOf: (item: T) => Exact, gap: Exact): Parted<T> {
	const order = items
		.map((item, time) => ({ item, time }))
		.sort((a, b) => compare(amountOf(a.item), amountOf(b.item)) || a.time - b.time);
	const groups: (typeof order)[] = [];
	for (const [index, one] of order.entries()) {
		const before = order[index - 1];
		const wide = before === undefined || compare(amountOf(one.item), product(amountOf(before.item), gap)) >= 0;
		if (wide) groups.push([one]);
		else groups.at(-1)?.push(one);
	}
	const start = (group: typeof order): number => Math.min(...group.map(({ time }) => time));
	const rest = groups.reduce((best, group) =>
		group.length > best.length || (group.length === best.length && start(group) < start(best)) ? group : best,
	);
	const at = groups.indexOf(rest);
	const itemsOf = (some: readonly (typeof order)[]): T[] => some.flatMap((group) => group.map(({ item }) => item));
	const body = itemsOf([rest]) as [T, ...T[]];
	return { below: itemsOf(groups.slice(0, at)), body, above: itemsOf(groups.slice(at + 1)), middle: body[body.length >> 1] as T };
}
