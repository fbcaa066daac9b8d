/** What a run judges by: one value, made once from the options and the seeds. */
import type { FactorBasis } from "../carbon/choice.ts";
import type { Boundary, PathShape } from "../domain/words.ts";
import type { Exact } from "../exact/exact.ts";
import type { Ratio } from "../exact/ratio.ts";
import type { SuppliedGoal, SuppliedTarget } from "../ledger/supplied.ts";
import type { FactRules } from "../ledger/year-draft.ts";
import type { Carrier } from "../reference/carriers.ts";
import type { Reference } from "../reference/reference.ts";
import type { Path, Terms } from "../trajectory/path.ts";
import type { Plan } from "../trajectory/plan.ts";
import type { PriceRules } from "./output.ts";
import type { Limits } from "./verdict.ts";

export interface Rules {
	readonly reference: Reference;
	readonly facts: FactRules;
	readonly factors: FactorBasis;
	readonly carrierOf: (key: string) => Carrier;
	readonly boundary: Boundary;
	readonly prices: Omit<PriceRules, "sectors" | "firm">;
	/** The plan of the run: the target for all industry. */
	readonly plan: Plan;
	/** Years of every plan that a stated base year may be of, in order, whether or not the data have any of them. */
	readonly periods: readonly Pick<Plan, "baseYear" | "targetYear">[];
	/** Percent of energy per output that the plan asks for; null where it asks none. */
	readonly energyReduction: Exact | null;
	/** Provincial targets by province id, where the run goes by them; undefined where it does not. */
	readonly provincial: ReadonlyMap<string, { readonly co2: Exact | null; readonly energy: Exact | null }> | undefined;
	/** The rows of a targets file, where one is given. */
	readonly targets: readonly SuppliedTarget[];
	/** What the plan asks besides the intensity of CO2, the user's own before what is published. */
	readonly goals: readonly Goal[];
	readonly shape: PathShape;
	readonly pathOf: (terms: Terms) => Path;
	readonly limits: Limits;
	/** Share of a firm's emissions from which a carrier that comes or goes is more than a note. */
	readonly materialShare: Ratio;
	/** Pools of at most so many firms are thin. */
	readonly thinPool: number;
	/** Figures pooled over firms cannot be known: some row names no firm. */
	readonly pooledUnknown: boolean;
	/** The date of the check; not there where none was given. */
	readonly asOf?: AsOf;
}

/** What is asked of an indicator besides the intensity of CO2, in years of the plan. */
export type Goal = Pick<SuppliedGoal, "indicator" | "kind" | "scope" | "scopeId" | "value" | "targetYear" | "base"> & {
	/** Of an amount with a base. */
	readonly baseYear?: number | null;
};

/** A date as the caller wrote it (YYYY-MM-DD), with its year and month. */
export interface AsOf {
	readonly text: string;
	readonly year: number;
	readonly month: number;
}
