/** What is asked of a firm or a sector besides the intensity of CO2: by whom it is named first, and of what. */
import { type GoalIndicator, type GoalKind, type PlanIndicator, planIndicators } from "../domain/words.ts";
import type { Identity } from "./identity.ts";
import type { Goal, Rules } from "./rules.ts";

/** Of a firm: the row for its sector, for its province, for all; of a single pollutant the row for all of them, where it has none. */
export function goalOf(
	{ pool, province }: Pick<Identity, "pool" | "province">,
	indicator: GoalIndicator,
	kind: GoalKind,
	{ goals }: Pick<Rules, "goals">,
): Goal | undefined {
	const named = (wanted: GoalIndicator): Goal | undefined => {
		const own = goals.filter((goal) => goal.indicator === wanted && goal.kind === kind);
		return (
			own.find(({ scope, scopeId }) => scope === "sector" && scopeId === pool) ??
			own.find(({ scope, scopeId }) => scope === "province" && scopeId === province) ??
			own.find(({ scope }) => scope === "all")
		);
	};
	return named(indicator) ?? (isPollutant(indicator) ? named("pollutants") : undefined);
}

function isPollutant(indicator: GoalIndicator): boolean {
	return planIndicators.includes(indicator as PlanIndicator) && indicator !== "water" && indicator !== "solid_waste_rate";
}

/** So many tonnes of CO2 that a sector, or all firms, may emit in a year. */
export function capOf(sector: string, { goals }: Pick<Rules, "goals">): Goal | undefined {
	return goals.find(
		({ indicator, kind, scope, scopeId }) =>
			indicator === "co2" &&
			kind === "absolute" &&
			(sector === "all" ? scope === "all" : scope === "sector" && scopeId === sector),
	);
}
