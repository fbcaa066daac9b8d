/** A year's amounts as levers would have them: exact, each lever in its turn, and what stands in its way by name. */
import { obtain } from "../domain/obtain.ts";
import { months } from "../domain/period.ts";
import type { LeverObstacle } from "../domain/words.ts";
import { difference, type Exact, one, product, sum } from "../exact/exact.ts";
import { unmeasured } from "../ledger/parameters.ts";
import type { Item } from "../ledger/resolve.ts";
import type { CarrierItems, ChangedAmounts } from "../ledger/year-draft.ts";
import { green, type Lever } from "./levers.ts";

/** What levers are applied to, and by which facts. */
export interface LeverScope {
	readonly levers: readonly Lever[];
	/** Months that are changed, as a mask. */
	readonly mask: number;
	/** Years of a firm that are changed. */
	readonly applies: (firm: string, year: number) => boolean;
	/** The carrier that a key counts as. */
	readonly idOf: (carrier: string) => string;
	/** GJ in a unit of an amount as the factors in force have it; undefined where no heat value is known. */
	readonly heatOf: (firm: string, year: number, carrier: string, item: CarrierItems["items"][number]) => Exact | undefined;
	/** Whether heat of a carrier has a factor. */
	readonly burns: (firm: string, year: number, carrier: string) => boolean;
}

export interface Hindrance {
	readonly lever: Lever;
	readonly reason: LeverObstacle;
}

export interface LeveredAmounts extends ChangedAmounts {
	/** What stood in the way of a firm's year; none where every lever moved something. */
	readonly hindrances: (firm: string, year: number) => readonly Hindrance[];
}

/** `share`: each lever's own, or another in its place. */
export function leveredAmounts(scope: LeverScope): LeveredAmounts {
	const found = new Map<string, Hindrance[]>();
	const hindered = (firm: string, year: number): Hindrance[] => obtain(found, `${year}|${firm}`, () => []);
	return {
		energy: (firm, year, all) => {
			if (!scope.applies(firm, year)) return all;
			return scope.levers.reduce((left, lever, at) => {
				const told = (reason: LeverObstacle): void => {
					hindered(firm, year).push({ lever, reason });
				};
				return lever.kind === "output" ? left : applied(left, lever, { firm, year, at, told, scope });
			}, all);
		},
		output: (firm, year, items) => {
			if (!scope.applies(firm, year)) return items;
			return scope.levers.reduce((left, lever) => {
				if (lever.kind !== "output") return left;
				const why = touched(left, scope.mask);
				if (why === undefined) return scaled(left, sum(one, lever.share ?? one), scope.mask);
				hindered(firm, year).push({ lever, reason: why === "no-carrier" ? "no-output" : why });
				return left;
			}, items);
		},
		hindrances: (firm, year) => found.get(`${year}|${firm}`) ?? [],
	};
}

interface Applying {
	readonly firm: string;
	readonly year: number;
	/** Which lever of the list it is. */
	readonly at: number;
	readonly told: (reason: LeverObstacle) => void;
	readonly scope: LeverScope;
}

function applied<C extends CarrierItems>(
	all: readonly C[],
	lever: Exclude<Lever, { readonly kind: "output" }>,
	applying: Applying,
): readonly C[] {
	const { scope, told, firm, year } = applying;
	const wanted = lever.kind === "switch" ? [lever.from] : lever.kind === "carrier" ? [lever.carrier] : ["electricity", green];
	const own = all.filter(({ carrier, use }) => use === "consumed" && wanted.includes(scope.idOf(carrier)));
	const why = touched(
		own.flatMap(({ items }) => items),
		scope.mask,
	);
	if (why !== undefined) {
		told(why);
		return all;
	}
	const share = lever.share ?? one;
	if (lever.kind === "carrier")
		return all.map((each) => (own.includes(each) ? { ...each, items: scaled(each.items, sum(one, share), scope.mask) } : each));
	if (lever.kind === "green") return shared(all, own, share, applying);
	const inMonths = (item: CarrierItems["items"][number]): boolean => (months(item.period) & ~scope.mask) === 0;
	const heats = new Map<CarrierItems["items"][number], Exact>();
	for (const { carrier, items } of own)
		for (const item of items.filter(inMonths)) {
			const heat = scope.heatOf(firm, year, carrier, item);
			if (heat !== undefined) heats.set(item, product(item.entry.amount, heat));
			else told("no-heat-value");
			if (heat === undefined) return all;
		}
	if (!scope.burns(firm, year, lever.to)) {
		told("no-factor");
		return all;
	}
	const moved = own.map((each): C => {
		const items = each.items.filter(inMonths).map((item) => as(item, product(heats.get(item) as Exact, share), "GJ"));
		return { ...each, name: `${each.name}\u001f${applying.at}`, carrier: lever.to, items };
	});
	const left = all.map((each) =>
		own.includes(each) ? { ...each, items: scaled(each.items, difference(one, share), scope.mask) } : each,
	);
	return [...left, ...moved];
}

/** Power from the grid and green power, so that green is a share of both: each amount is divided, since no quotient is exact. */
function shared<C extends CarrierItems>(
	all: readonly C[],
	own: readonly C[],
	share: Exact,
	{ scope, at }: Applying,
): readonly C[] {
	return all.flatMap((each): C[] => {
		if (!own.includes(each)) return [each];
		const isGreen = scope.idOf(each.carrier) === green;
		const [kept, given] = isGreen ? [share, difference(one, share)] : [difference(one, share), share];
		const other = each.items
			.filter(({ period }) => (months(period) & ~scope.mask) === 0)
			.map((item) => as(item, product(item.entry.amount, given), item.entry.unit));
		const carrier = isGreen ? "electricity" : green;
		return [
			{ ...each, items: scaled(each.items, kept, scope.mask) },
			{ ...each, name: `${each.name}\u001f${at}`, carrier, items: other },
		];
	});
}

/** Why items cannot be changed in these months; undefined where they can. */
function touched(items: readonly Pick<Item<{ readonly key: string }>, "period">[], mask: number): LeverObstacle | undefined {
	if (items.length === 0) return "no-carrier";
	const some = items.filter(({ period }) => (months(period) & mask) !== 0);
	if (some.length === 0) return "no-months";
	return some.some(({ period }) => (months(period) & ~mask) !== 0) ? "reaches-beyond" : undefined;
}

function scaled<I extends Item<{ readonly key: string }>>(items: readonly I[], by: Exact, mask: number): I[] {
	return items.map((item) => {
		if ((months(item.period) & ~mask) !== 0) return item;
		return { ...item, entry: { ...item.entry, amount: product(item.entry.amount, by) } };
	});
}

/** An amount of something else in the place of an item's. */
function as<I extends CarrierItems["items"][number]>(item: I, amount: Exact, unit: string): I {
	return { ...item, measured: unmeasured, entry: { ...item.entry, amount, unit } };
}
