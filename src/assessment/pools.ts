/** Sectors: emissions and output of the firms usable in a year, together; and the paths that begin at their base year. */
import { fromExact, minus, per, plus, type Ratio, sign, zeroRatio } from "../exact/ratio.ts";
import type { Path } from "../trajectory/path.ts";
import type { Plan } from "../trajectory/plan.ts";
import { type Cap, type CapMember, type CapYear, capFor, capYear } from "./caps.ts";
import type { AssessedFirm, PlanView } from "./firm.ts";
import { capOf } from "./goals.ts";
import type { OutputFigure } from "./output.ts";
import { sectorPathOf } from "./paths.ts";
import type { Rules } from "./rules.ts";

/** Totals of the firms usable in one year. A pair is never added to a pair: totals are, and then compared. */
export interface Pool {
	readonly firms: number;
	readonly emissions: Ratio;
	readonly output: Ratio;
}

export interface SectorYear {
	readonly year: number;
	readonly pool: Pool;
	/** A row of some firm of the pool may be lost: what is shown of the pool cannot be known. */
	readonly unknown: boolean;
	/** Firms usable both in this year and in the base year. */
	readonly comparable: number;
	/**
	 * What the gap compares: intensities of the same firms, then and now; or all firms of the year with a base that a targets file
	 * states. null where there is nothing to compare.
	 */
	readonly compared: { readonly base: Ratio; readonly now: Ratio } | null;
	/** Intensity against the base year over the comparable firms; null where it cannot be told. */
	readonly sinceBase: Ratio | null;
	/** Total emissions against the base year over the comparable firms. */
	readonly totalSinceBase: Ratio | null;
	/** Beside the tonnes that it is allowed; null where it is allowed any. */
	readonly cap: CapYear | null;
}

/** A sector under one plan. */
export interface AssessedSector {
	readonly sector: string;
	readonly plan: Plan;
	readonly path: Path;
	/** Intensity that the path begins at; null where no firm has a usable base year. */
	readonly base: Ratio | null;
	/** How many firms the base is pooled from; null where a targets file states it. */
	readonly baseFirms: number | null;
	readonly thin: boolean;
	/** The year in whose constant prices the pools are; null for products. */
	readonly priceYear: number | null;
	/** How many tonnes a targets file allows it; undefined where none does. */
	readonly cap: Cap | undefined;
	readonly years: readonly SectorYear[];
}

/** A firm beside the plan's view of it. */
export interface Viewed {
	readonly firm: AssessedFirm;
	readonly view: PlanView;
}

/** What pools take of a firm-year. */
export interface PoolableYear extends CapMember {
	readonly poolable: boolean;
	readonly outputs: { readonly at: ReadonlyMap<number | null, Pick<OutputFigure, "value">> } | null;
	/** How many firms it is of, where it is of several. */
	readonly firms?: number;
}

/** What pools take of a firm and of the plan's view of it. */
export interface Pooled {
	readonly firm: Pick<AssessedFirm, "pool" | "lost">;
	readonly view: Pick<PlanView, "baseDisputed"> & { readonly years: readonly PoolableYear[] };
}

/** The firms that a plan sees. */
export function viewedBy(firms: readonly AssessedFirm[], rules: Rules): Viewed[] {
	return firms.flatMap((firm) => {
		const view = firm.pooledViews.find((one) => one.rules === rules);
		return view === undefined ? [] : [{ firm, view }];
	});
}

/**
 * Pools add money, so they take it at constant prices of one year: those that most firms have in the base year; of equals the plan's,
 * else the newest. A firm that is not known at these has its own path, and stays out of the pools.
 */
export function poolPriceYear(viewed: readonly Pooled[], { prices, plan }: Rules): number | null {
	if (!prices.money) return null;
	const firms = new Map<number, number>([[prices.planPriceYear, 0]]);
	for (const { view } of viewed)
		for (const { year, poolable, outputs, firms: count = 1 } of view.years) {
			if (!poolable || year !== plan.baseYear) continue;
			for (const at of outputs?.at.keys() ?? []) if (at !== null) firms.set(at, (firms.get(at) ?? 0) + count);
		}
	const most = Math.max(...firms.values());
	if (firms.get(prices.planPriceYear) === most) return prices.planPriceYear;
	return Math.max(...[...firms].flatMap(([year, count]) => (count === most ? [year] : [])));
}

/**
 * Every level-1 sector that firms belong to, in order of id, and `all` last. `without`: firms that have no year, but of which a row
 * may be lost.
 */
export function assessSectors(
	viewed: readonly Pooled[],
	without: readonly Pooled["firm"][],
	rules: Rules,
	priceYear: number | null,
): AssessedSector[] {
	const ids = [...new Set(viewed.flatMap(({ firm: { pool } }) => (pool === null ? [] : [pool])))].sort();
	const of = (id: string, isOf: (firm: Pooled["firm"]) => boolean): AssessedSector => {
		const own = viewed.filter(({ firm }) => isOf(firm));
		const unknown = unknownYears([...own.map(({ firm }) => firm), ...without.filter(isOf)], rules);
		return assessSector(id, own, unknown, rules, priceYear);
	};
	return [...ids.map((id) => of(id, ({ pool }) => pool === id)), of("all", () => true)];
}

function assessSector(
	sector: string,
	viewed: readonly Pooled[],
	unknown: (year: number) => boolean,
	rules: Rules,
	priceYear: number | null,
): AssessedSector {
	const years = [...new Set(viewed.flatMap(({ view }) => view.years.map(({ year }) => year)))].sort((a, b) => a - b);
	const path = sectorPathOf(sector, rules);
	const members = viewed.map(({ view }) => ({
		view,
		byYear: new Map(view.years.filter((one) => isPooled(one, priceYear)).map((one) => [one.year, one])),
	}));
	const pooled = (some: readonly PoolableYear[]): Pool => poolOf(some, priceYear);
	const inBase = members.filter(({ view, byYear }) => byYear.has(path.baseYear) && !view.baseDisputed);
	const basePool = pooled(inBase.map(({ byYear }) => byYear.get(path.baseYear) as PoolableYear));
	const stated = rules.targets.find(
		(row) =>
			row.baseIntensity !== null && (sector === "all" ? row.scope === "all" : row.scope === "sector" && row.scopeId === sector),
	);
	const goal = capOf(sector, rules);
	const cap = goal === undefined ? undefined : capFor(goal, rules);
	const views = viewed.map(({ view }) => view);
	const base =
		stated?.baseIntensity != null
			? fromExact(stated.baseIntensity)
			: unknown(path.baseYear) || basePool.firms === 0
				? null
				: per(basePool.emissions, basePool.output);
	return {
		sector,
		plan: rules.plan,
		path,
		base,
		baseFirms: stated === undefined ? basePool.firms : null,
		priceYear,
		cap,
		thin: stated === undefined && basePool.firms > 0 && basePool.firms <= rules.thinPool,
		years: years.map((year) => {
			const usable = members.flatMap(({ byYear }) => byYear.get(year) ?? []);
			const both = inBase.filter(({ byYear }) => byYear.has(year));
			const then = pooled(both.map(({ byYear }) => byYear.get(path.baseYear) as PoolableYear));
			const now = pooled(both.map(({ byYear }) => byYear.get(year) as PoolableYear));
			const usablePool = pooled(usable);
			const known = year >= path.baseYear && both.length > 0 && !unknown(year) && !unknown(path.baseYear);
			return {
				year,
				unknown: unknown(year),
				pool: usablePool,
				comparable: then.firms,
				compared:
					stated !== undefined && base !== null
						? usable.length === 0 || unknown(year)
							? null
							: { base, now: per(usablePool.emissions, usablePool.output) }
						: known
							? { base: per(then.emissions, then.output), now: per(now.emissions, now.output) }
							: null,
				sinceBase: known ? change(per(now.emissions, now.output), per(then.emissions, then.output)) : null,
				totalSinceBase: known ? change(now.emissions, then.emissions) : null,
				cap: cap === undefined ? null : capYear(cap, views, year, unknown(year)),
			};
		}),
	};
}

/** Of which years nobody knows what a pool of these firms comes to: a row was lost that may be of one of them. */
function unknownYears(firms: readonly Pick<AssessedFirm, "lost">[], { pooledUnknown }: Rules): (year: number) => boolean {
	const lost = new Set(firms.flatMap((firm) => [...firm.lost]));
	return (year) => pooledUnknown || lost.has(null) || lost.has(year);
}

/** Whether a year counts in pools at these prices. */
export function isPooled({ poolable, outputs }: Pick<PoolableYear, "poolable" | "outputs">, priceYear: number | null): boolean {
	return poolable && outputs?.at.has(priceYear) === true;
}

function poolOf(years: readonly PoolableYear[], priceYear: number | null): Pool {
	let emissions = zeroRatio;
	let output = zeroRatio;
	let firms = 0;
	for (const year of years) {
		firms += year.firms ?? 1;
		emissions = plus(emissions, year.emissions.total as Ratio);
		output = plus(output, (year.outputs?.at.get(priceYear) as { value: Ratio }).value);
	}
	return { firms, emissions, output };
}

/** now / then − 1, in per cent; null where then is zero. */
export function change(now: Ratio, then: Ratio): Ratio | null {
	return sign(then) === 0 ? null : percent(minus(per(now, then), { over: 1n, under: 1n }));
}

export function percent(share: Ratio): Ratio {
	return { over: share.over * 100n, under: share.under };
}
