/** What the user supplies beside the data: factors, deflators, targets and growth rates of their own, and claims, each with its source. */
import type { GoalIndicator, GoalKind } from "../domain/words.ts";
import type { Exact } from "../exact/exact.ts";
import type { StatedFactor } from "./parameters.ts";
import type { SuppliedClaim } from "./supplied-claims.ts";
import type { SuppliedGrowth } from "./supplied-growth.ts";

/** A row of a factors file. */
export interface SuppliedFactor {
	readonly carrier: string;
	/** Symbol of the unit that amounts of the carrier are held in. */
	readonly unit: string;
	readonly year: number | null;
	/** Province id, or null for everywhere. */
	readonly province: string | null;
	readonly parts: { readonly ncv: Exact; readonly carbonContent: Exact; readonly oxidationRate: Exact } | null;
	readonly direct: StatedFactor | null;
	readonly source: string;
	readonly at: { readonly file: string; readonly row: number; readonly line: number };
}

/** A row of a deflator file: prices of the year, those of 2020 being 100. */
export interface SuppliedDeflator {
	readonly year: number;
	readonly index: Exact;
	/** Sector id, or null for every sector. */
	readonly sector: string | null;
	readonly source: string;
	readonly at: { readonly file: string; readonly row: number; readonly line: number };
}

/** A row of a targets file. */
export interface SuppliedTarget {
	readonly scope: "all" | "sector" | "province";
	readonly scopeId: string;
	readonly baseYear: number;
	readonly targetYear: number;
	readonly reductionPercent: Exact;
	/** The sector path's base, t CO2 per unit of output. */
	readonly baseIntensity: Exact | null;
	readonly source: string;
	readonly at: { readonly file: string; readonly row: number; readonly line: number };
}

/** What a row asks beside the intensity of CO2: another indicator's fall or level, or so many tonnes of CO2. */
export interface SuppliedGoal {
	readonly indicator: GoalIndicator;
	readonly kind: GoalKind;
	readonly scope: "all" | "sector" | "province";
	readonly scopeId: string;
	/** Per cent of a fall, the level, or t CO2. */
	readonly value: Exact;
	/** null for a level, and for an amount without a base. */
	readonly baseYear: number | null;
	readonly targetYear: number;
	/** t CO2 in the base year, where the path of an amount begins at a stated one. */
	readonly base: Exact | null;
	readonly source: string;
	readonly at: { readonly file: string; readonly row: number; readonly line: number };
}

export interface Supplied {
	readonly factors: SuppliedFactor[];
	readonly deflators: SuppliedDeflator[];
	readonly targets: SuppliedTarget[];
	readonly goals: SuppliedGoal[];
	/** By `growthKey`. */
	readonly growth: Map<string, SuppliedGrowth>;
	/** By `claimKey`. */
	readonly claims: Map<string, SuppliedClaim>;
}

export function nothingSupplied(): Supplied {
	return { factors: [], deflators: [], targets: [], goals: [], growth: new Map(), claims: new Map() };
}
