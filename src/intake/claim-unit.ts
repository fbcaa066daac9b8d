/** The unit of a claim: of CO2, of energy in coal equivalent, or CO2 per an amount of output. */
import { unitDimensions } from "../contract/tables.ts";
import type { ClaimMetric } from "../domain/words.ts";
import { fromExact, per, type Ratio } from "../exact/ratio.ts";
import type { Unit, Units } from "../reference/units.ts";

export interface ClaimUnit {
	/** What one of it is: t CO2, tce, or t CO2 per base unit of the output. */
	readonly scale: Ratio;
	/** The dimension of the output; empty where there is none. */
	readonly per: string;
	/** It counts other gases, too. */
	readonly equivalent: boolean;
}

/** A unit that is of nothing a metric may be in: of another kind, or not known; and then which word is not. */
export type NoUnit = { readonly is: "other-kind" } | { readonly is: "unknown"; readonly word: string };

/** CO2 is weighed; whose tonnes are of nothing in particular means those of what the metric is of. */
const carbonDimensions: readonly string[] = ["co2-mass", "co2e-mass", "mass"];

/** What units of a metric are, to be named where there is none. */
export const claimUnits: { readonly [M in ClaimMetric]: readonly string[] } = {
	total_co2: ["tCO2", "kgCO2", "10^4 tCO2"],
	scope1: ["tCO2", "kgCO2", "10^4 tCO2"],
	scope2: ["tCO2", "kgCO2", "10^4 tCO2"],
	scope3: ["tCO2", "kgCO2", "10^4 tCO2"],
	energy_tce: ["tce", "10^4 tce", "GJ"],
	intensity: ["tCO2/10^4 CNY", "tCO2/10^8 CNY", "tCO2/t"],
};

/** Reads a unit as one of the metric's. */
export function claimUnit(text: string, metric: ClaimMetric, units: Units): ClaimUnit | NoUnit {
	if (metric === "intensity") return intensityUnit(text, units);
	const unit = units.find(text);
	if (unit === undefined) return { is: "unknown", word: text };
	if (metric === "energy_tce") return energyUnit(unit, units);
	return carbonDimensions.includes(unit.dimension)
		? { scale: fromExact(unit.toBase), per: "", equivalent: unit.dimension === "co2e-mass" }
		: { is: "other-kind" };
}

function energyUnit({ dimension, toBase }: Unit, units: Units): ClaimUnit | NoUnit {
	// Tonnes of energy are tonnes of coal equivalent.
	if (dimension === "mass") return { scale: fromExact(toBase), per: "", equivalent: false };
	if (dimension !== "energy") return { is: "other-kind" };
	return { scale: per(fromExact(toBase), fromExact(units.bySymbol("tce").toBase)), per: "", equivalent: false };
}

/** CO2 over output: the first stroke parts them, since a unit of CO2 has none. */
function intensityUnit(text: string, units: Units): ClaimUnit | NoUnit {
	const cut = text.indexOf("/");
	if (cut < 0) return units.find(text) === undefined ? { is: "unknown", word: text } : { is: "other-kind" };
	const [above, below] = [text.slice(0, cut), text.slice(cut + 1)];
	const [carbon, output] = [units.find(above), units.find(below)];
	if (carbon === undefined || output === undefined) return { is: "unknown", word: carbon === undefined ? above : below };
	const outputs: readonly string[] = unitDimensions["unit-of-output"];
	if (!carbonDimensions.includes(carbon.dimension) || !outputs.includes(output.dimension) || output.dimension === "fraction")
		return { is: "other-kind" };
	return {
		scale: per(fromExact(carbon.toBase), fromExact(output.toBase)),
		per: output.dimension,
		equivalent: carbon.dimension === "co2e-mass",
	};
}
