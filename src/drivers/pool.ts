/** Firms together: a sector, or all. What firms became of each other's size is a driver of its own, `structure`. */
import type { Assessment } from "../assessment/assessment.ts";
import { plus, zeroRatio } from "../exact/ratio.ts";
import { decompose, type Pair, type Row, type Step } from "./decompose.ts";
import { emissionRows, type FirmDrivers, type FirmStep, intensityRows, type Named, type Obstacle } from "./firm.ts";

export interface PoolDrivers {
	/** Level-1 sector, or `all`. */
	readonly sector: string;
	/** Firms that are in it. */
	readonly members: readonly FirmDrivers[];
	/** Firms of the sector that are not: their change is not known, or their output is at other prices. */
	readonly left: number;
	readonly obstacles: readonly Obstacle[];
	readonly priceYear: number | null;
}

/** Every sector in order of id, and `all` last. */
export function poolDrivers(
	firms: readonly FirmDrivers[],
	years: readonly number[],
	{ sectors, rules }: Assessment,
): PoolDrivers[] {
	const ids = [...new Set(firms.flatMap(({ identity: { pool } }) => (pool === null ? [] : [pool])))].sort();
	const priceYear = rules.prices.money ? commonestPrices(firms) : null;
	return [...ids, "all"].map((sector): PoolDrivers => {
		const own = firms.filter(({ identity: { pool } }) => sector === "all" || pool === sector);
		const members = own.filter((firm) => firm.steps.length > 0 && firm.priceYear === priceYear);
		const unknown = sectors.find((one) => one.sector === sector)?.years.filter((one) => one.unknown) ?? [];
		const lost = years.filter((year) => unknown.some((one) => one.year === year));
		const obstacles: Obstacle[] = lost.map((year) => ({ reason: "rows-lost", year, carriers: [] }));
		if (members.length === 0) obstacles.push({ reason: "not-pooled", year: null, carriers: [] });
		return { sector, members, left: own.length - members.length, obstacles, priceYear };
	});
}

/** The prices that most firms' output is at; of several the newest. Money at others cannot be added to it. */
function commonestPrices(firms: readonly FirmDrivers[]): number | null {
	const counts = new Map<number, number>();
	for (const { steps, priceYear } of firms)
		if (steps.length > 0 && priceYear !== null) counts.set(priceYear, (counts.get(priceYear) ?? 0) + 1);
	return [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? null;
}

/** The steps of a firm's emissions, or of its intensity. */
export function firmSteps({ steps }: FirmDrivers, of: "emissions" | "intensity"): Step<Named>[] {
	return steps.map((step) => decompose(of === "emissions" ? emissionRows(step) : intensityRows(step)));
}

/** The same of a pool. */
export function poolSteps({ members }: PoolDrivers, of: "emissions" | "intensity"): Step<Named>[] {
	const count = members[0]?.steps.length ?? 0;
	return Array.from({ length: count }, (_, at): Step<Named> => {
		const steps = members.map(({ steps }) => steps[at] as FirmStep);
		const output = steps.reduce<Pair>((sum, one) => pairSum(sum, one.output), { from: zeroRatio, to: zeroRatio });
		const rows = steps.flatMap((step): Row<Named>[] =>
			of === "emissions" ? emissionRows(step, output) : intensityRows(step, output),
		);
		return decompose(rows);
	});
}

function pairSum(a: Pair, b: Pair): Pair {
	return { from: plus(a.from, b.from), to: plus(a.to, b.to) };
}
