/** Carriers that one of a year and its base counts by a measured heat value, and the other by a default one: told once for each. */
import { type Finding, finding, nowhere, remark } from "../findings/finding.ts";
import type { YearBasis } from "./year-basis.ts";

/** `years` in order. */
export function tellHeatBasis(years: readonly YearBasis[], base: YearBasis, firm: string, findings: Finding[]): void {
	// Where nothing was measured, nothing was measured in one year and not in another.
	if (!hasMeasured(base) && !years.some(hasMeasured)) return;
	const then = heatValuesOf(base);
	const told = new Set<string>();
	for (const one of years) {
		if (one.year <= base.year) continue;
		for (const [carrier, measured] of heatValuesOf(one)) {
			const before = then.get(carrier);
			if (before === undefined || before === measured || told.has(carrier)) continue;
			told.add(carrier);
			findings.push(
				finding(remark("heat-values-differ", { carrier, measured, base: base.year }), nowhere, firm, String(one.year)),
			);
		}
	}
}

function hasMeasured({ emissions }: YearBasis): boolean {
	return emissions.carriers.some(({ factor }) => factor?.kind === "parts" && factor.measured.includes("ncv"));
}

/** Fuels that are burnt, each with whether its heat value was measured; not those of which some lots were and some were not. */
function heatValuesOf({ emissions }: YearBasis): ReadonlyMap<string, boolean> {
	const found = new Map<string, boolean>();
	const mixed = new Set<string>();
	for (const { carrier, part, use, factor } of emissions.carriers) {
		if (part !== "fuel" || use !== "consumed" || factor?.kind !== "parts" || factor.ncv === null) continue;
		const measured = factor.measured.includes("ncv");
		const there = found.get(carrier);
		if (there !== undefined && there !== measured) mixed.add(carrier);
		found.set(carrier, measured);
	}
	for (const carrier of mixed) found.delete(carrier);
	return found;
}
