/** Sectors: emissions and output of the firms usable in a year, together; and the paths that begin at their base year. */
import { fromExact, minus, per, plus, type Ratio, sign, zeroRatio } from "../exact/ratio.ts";
import type { Path } from "../trajectory/path.ts";
import type { AssessedFirm, FirmYear } from "./firm.ts";
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
}

export interface AssessedSector {
	readonly sector: string;
	readonly path: Path;
	/** Intensity that the path begins at; null where no firm has a usable base year. */
	readonly base: Ratio | null;
	/** How many firms the base is pooled from; null where a targets file states it. */
	readonly baseFirms: number | null;
	readonly thin: boolean;
	/** The year in whose constant prices the pools are; null for products. */
	readonly priceYear: number | null;
	readonly years: readonly SectorYear[];
}

/**
 * Pools add money, so they take it at constant prices of one year: the one that all base years share, else the plan's. A firm
 * at other prices has its own path, and stays out of the pools.
 */
export function poolPriceYear(firms: readonly AssessedFirm[], rules: Rules): number | null {
	if (!rules.prices.money) return null;
	const inBase = firms.flatMap(({ years }) => years.filter(({ year, poolable }) => poolable && year === rules.plan.baseYear));
	const shared = new Set(inBase.flatMap(({ output }) => output?.priceYear ?? []));
	return shared.size === 1 ? ([...shared][0] as number) : rules.plan.priceYear;
}

/**
 * Every level-1 sector that firms belong to, in order of id, and `all` last. `without`: firms that have no year, but of which a row
 * may be lost.
 */
export function assessSectors(
	firms: readonly AssessedFirm[],
	without: readonly AssessedFirm[],
	rules: Rules,
	priceYear: number | null,
): AssessedSector[] {
	const ids = [...new Set(firms.flatMap(({ pool }) => (pool === null ? [] : [pool])))].sort();
	const of = (id: string, isOf: (firm: AssessedFirm) => boolean): AssessedSector => {
		const own = firms.filter(isOf);
		return assessSector(id, own, unknownYears([...own, ...without.filter(isOf)], rules), rules, priceYear);
	};
	return [...ids.map((id) => of(id, ({ pool }) => pool === id)), of("all", () => true)];
}

function assessSector(
	sector: string,
	firms: readonly AssessedFirm[],
	unknown: (year: number) => boolean,
	rules: Rules,
	priceYear: number | null,
): AssessedSector {
	const years = [...new Set(firms.flatMap((firm) => firm.years.map(({ year }) => year)))].sort((a, b) => a - b);
	const path = sectorPathOf(sector, rules);
	const members = firms.map((firm) => ({
		firm,
		byYear: new Map(firm.years.filter((one) => isPooled(one, priceYear)).map((one) => [one.year, one])),
	}));
	const inBase = members.filter(({ firm, byYear }) => byYear.has(path.baseYear) && !firm.baseDisputed);
	const basePool = pooled(inBase.map(({ byYear }) => byYear.get(path.baseYear) as FirmYear));
	const stated = rules.targets.find(
		(row) =>
			row.baseIntensity !== null && (sector === "all" ? row.scope === "all" : row.scope === "sector" && row.scopeId === sector),
	);
	const base =
		stated?.baseIntensity != null
			? fromExact(stated.baseIntensity)
			: unknown(path.baseYear) || basePool.firms === 0
				? null
				: per(basePool.emissions, basePool.output);
	return {
		sector,
		path,
		base,
		baseFirms: stated === undefined ? basePool.firms : null,
		priceYear,
		thin: stated === undefined && basePool.firms > 0 && basePool.firms <= rules.thinPool,
		years: years.map((year) => {
			const usable = members.flatMap(({ byYear }) => byYear.get(year) ?? []);
			const both = inBase.filter(({ byYear }) => byYear.has(year));
			const then = pooled(both.map(({ byYear }) => byYear.get(path.baseYear) as FirmYear));
			const now = pooled(both.map(({ byYear }) => byYear.get(year) as FirmYear));
			const usablePool = pooled(usable);
			const known = year >= path.baseYear && both.length > 0 && !unknown(year) && !unknown(path.baseYear);
			return {
				year,
				unknown: unknown(year),
				pool: usablePool,
				comparable: both.length,
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
			};
		}),
	};
}

/** Of which years nobody knows what a pool of these firms comes to: a row was lost that may be of one of them. */
function unknownYears(firms: readonly AssessedFirm[], { pooledUnknown }: Rules): (year: number) => boolean {
	const lost = new Set(firms.flatMap((firm) => [...firm.lost]));
	return (year) => pooledUnknown || lost.has(null) || lost.has(year);
}

/** Whether a year counts in pools at these prices. */
export function isPooled({ poolable, output }: FirmYear, priceYear: number | null): boolean {
	return poolable && (output?.priceYear ?? null) === priceYear;
}

function pooled(years: readonly FirmYear[]): Pool {
	let emissions = zeroRatio;
	let output = zeroRatio;
	for (const year of years) {
		emissions = plus(emissions, year.emissions.total as Ratio);
		output = plus(output, (year.output as { value: Ratio }).value);
	}
	return { firms: years.length, emissions, output };
}

/** now / then − 1, in per cent; null where then is zero. */
export function change(now: Ratio, then: Ratio): Ratio | null {
	return sign(then) === 0 ? null : percent(minus(per(now, then), { over: 1n, under: 1n }));
}

export function percent(share: Ratio): Ratio {
	return { over: share.over * 100n, under: share.under };
}
