/** The unit of a factor: tonnes of CO2 in its upper unit, and what it is a factor of. */
import { fromExact, type Ratio, times } from "../../exact/ratio.ts";
import { plain } from "../../reference/spelling.ts";
import type { Unit, Units } from "../../reference/units.ts";

/** `tCO2/t`, `kgCO2/kWh`: tonnes of CO2 in the upper unit, and the lower unit. */
export function factorUnit(text: string, units: Units): { readonly tonnes: Ratio; readonly per: Unit } | undefined {
	const known = units.find(text);
	if (known?.dimension === "electricity-factor") {
		// The seeds give these per kgCO2/kWh: a thousandth of a tonne per kWh.
		return { tonnes: times(fromExact(known.toBase), { over: 1n, under: 1000n }), per: units.bySymbol("kWh") };
	}
	const cut = plain(text).indexOf("/");
	if (cut < 0) return undefined;
	const upper = units.find(plain(text).slice(0, cut));
	const lower = units.find(plain(text).slice(cut + 1));
	if (upper === undefined || lower === undefined) return undefined;
	// A factor of a fuel is often printed `t/t`: tonnes of CO2, where nothing else is said.
	if (upper.dimension !== "co2-mass" && !(upper.dimension === "mass" && upper.symbol === "t")) return undefined;
	return { tonnes: fromExact(upper.toBase), per: lower };
}
