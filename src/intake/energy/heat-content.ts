/** Steam and hot water by mass: GJ in a tonne, from the enthalpy or the temperature that the row measures. */
import { difference, type Exact, known, product, sign, toText } from "../../exact/exact.ts";
import { remark } from "../../findings/finding.ts";
import { cellReader } from "../../layout/cells.ts";
import type { Carrier } from "../../reference/carriers.ts";
import type { HeldUnit } from "../held.ts";
import type { RowRemarks, TableContext } from "../intake.ts";
import { numberIn } from "../number.ts";

export interface HeatContent {
	/** GJ per tonne. */
	readonly perTonne: Exact;
	/** As the ledger keys it: `enthalpy=2800`. */
	readonly text: string;
}

/** Reads the heat content of a row; undefined where none applies, or where one is missing and told. */
export function heatContentReader(
	context: TableContext,
): (cells: readonly string[], carrier: Carrier, unit: HeldUnit, told: RowRemarks) => HeatContent | undefined {
	const { header, reference } = context;
	const cell = cellReader<"energy">(header);
	const mayBeHeated = header.at.has("enthalpy") || header.at.has("temperature");
	return heatContent;

	/** GJ in a tonne of steam or hot water, from its enthalpy or temperature. */
	function heatContent(cells: readonly string[], carrier: Carrier, unit: HeldUnit, told: RowRemarks): HeatContent | undefined {
		if (!mayBeHeated && carrier.group !== "heat") return undefined;
		const enthalpyText = cell(cells, "enthalpy").trim();
		const temperatureText = cell(cells, "temperature").trim();
		if (unit.unit.dimension !== "mass" || carrier.group !== "heat") {
			for (const [column, text] of [
				["enthalpy", enthalpyText],
				["temperature", temperatureText],
			] as const) {
				if (text !== "") told.note(remark("parameter-unused", { carrier: carrier.id }), column, text);
			}
			return undefined;
		}
		// A factor per tonne needs no heat content.
		if (cell(cells, "emission_factor").trim() !== "") return undefined;
		const { heat } = reference.seeds;
		const enthalpy = numberIn(enthalpyText, told, "enthalpy");
		const temperature = carrier.id === "hot-water" ? numberIn(temperatureText, told, "temperature") : undefined;
		if (enthalpy === undefined && temperature === undefined) {
			if (!told.failed) told.note(remark("heat-content-missing", { carrier: carrier.id }), "quantity", cell(cells, "quantity"));
			return undefined;
		}
		const perKilogram =
			enthalpy !== undefined
				? difference(enthalpy, known(heat.steamReferenceEnthalpy))
				: product(difference(temperature as Exact, known(heat.waterReferenceTemperature)), known(heat.waterHeatCapacity));
		const column = enthalpy !== undefined ? "enthalpy" : "temperature";
		if (sign(perKilogram) <= 0) {
			told.note(remark("bad-parameter", { wanted: "above-zero" }), column, cell(cells, column));
			return undefined;
		}
		return { perTonne: product(perKilogram, known("0.001")), text: `${column}=${toText((enthalpy ?? temperature) as Exact)}` };
	}
}
