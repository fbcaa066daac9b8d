/** Accounts of a year side by side: by carrier and use, added up, and compared as their cells print them. */
import { type Exact, sumOver } from "../../exact/exact.ts";
import { plus, type Ratio } from "../../exact/ratio.ts";
import { type Amount, remark } from "../../findings/finding.ts";
import { amountLike, rowOf } from "../amounts.ts";
import { agree, agreeWithin, slackOf } from "../printed.ts";
import { cellsOf } from "../resolve.ts";
import type { Settled, StepContext } from "./step.ts";

/** Accounts by what `nameOf` calls alike, in order of the first of each. */
export function grouped(accounts: readonly Settled[], nameOf: (account: Settled) => string): readonly Settled[][] {
	const groups = new Map<string, Settled[]>();
	for (const account of accounts) {
		const name = nameOf(account);
		const group = groups.get(name);
		if (group === undefined) groups.set(name, [account]);
		else group.push(account);
	}
	return [...groups.values()];
}

/** Several accounts as one of the first's name. */
export function joined(accounts: readonly Settled[]): Settled {
	const [first] = accounts as readonly [Settled, ...Settled[]];
	return {
		...first,
		items: accounts.flatMap(({ items }) => items),
		mask: accounts.reduce((mask, one) => mask | one.mask, 0),
		broken: accounts.some(({ broken }) => broken),
	};
}

export function sumOf({ items }: Pick<Settled, "items">): Exact {
	return sumOver(items, ({ entry }) => entry.amount);
}

/** The unit that all of them are held in; undefined where there are several. */
export function unitOf(...accounts: readonly Pick<Settled, "items">[]): string | undefined {
	const units = new Set(accounts.flatMap(({ items }) => items.map(({ entry }) => entry.unit)));
	return units.size === 1 ? [...units][0] : undefined;
}

/** Whether two accounts amount to the same, as far as their cells are printed. */
export function alike(a: Settled, b: Settled): boolean {
	return unitOf(a, b) !== undefined && agree(sumOf(a), sumOf(b), [...a.items, ...b.items].flatMap(cellsOf));
}

/** An account added up once, to be compared with many. */
export interface Summed {
	readonly amount: Exact;
	readonly unit: string | undefined;
	/** How far a sum may be from it and still agree. */
	readonly slack: () => Ratio;
}

export function summed(one: Settled): Summed {
	let known: Ratio | undefined;
	return {
		amount: sumOf(one),
		unit: unitOf(one),
		slack: () => {
			known ??= slackOf(one.items.flatMap(cellsOf));
			return known;
		},
	};
}

/** `alike` for accounts that are added up already. */
export function alikeSums(a: Summed, b: Summed): boolean {
	return a.unit !== undefined && a.unit === b.unit && agreeWithin(a.amount, b.amount, () => plus(a.slack(), b.slack()));
}

/** Written as a row of it is. */
export function shown(one: Settled): Amount {
	return amountLike(sumOf(one), (one.items[0] as Settled["items"][number]).entry);
}

export function reportDifference(whole: Settled, parts: Settled, report: StepContext["report"]): void {
	const item = whole.items[0];
	if (item === undefined) return;
	report(
		remark("whole-against-parts", {
			what: whole.what,
			whole: shown(whole),
			parts: shown(parts),
			rows: [...whole.items, ...parts.items].map(({ entry }) => rowOf(entry)).slice(0, 14),
		}),
		item.entry,
	);
}
