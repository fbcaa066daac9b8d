/** What a line's amount is multiplied by: found once for all firms and lines that ask alike. */
import { obtain } from "../domain/obtain.ts";
import { fromExact, type Ratio, zeroRatio } from "../exact/ratio.ts";
import { type Asked, type Chosen, choose, chooseCarbon, type FactorBasis, ofTable, suppliedFor } from "./choice.ts";
import { coalEquivalent } from "./coal-equivalent.ts";
import { perUnit } from "./factor.ts";
import type { Flow } from "./formulas.ts";

export interface Multipliers {
	readonly chosen: Chosen;
	/** t CO2 per unit of green power at the grid's factor: null where the grid has none, zero for other carriers. */
	readonly atGrid: Ratio | null;
	/** tce per unit; undefined where neither a coefficient nor a heat value is known. */
	readonly tce: Ratio | undefined;
	/** The coal equivalent is made from a heat value. */
	readonly derived: boolean;
}

/** A line to find multipliers for: how it enters the sum, and in which level-1 sector. */
export interface AskedFlow extends Asked {
	readonly flow: Flow;
	readonly sector: string | null;
	/** Counted by the reductant's own row of the sector. */
	readonly reductant: boolean;
}

const remembered = new WeakMap<FactorBasis, Map<string, Multipliers>>();

export function multipliers(basis: FactorBasis, asked: AskedFlow): Multipliers {
	const known = obtain(remembered, basis, () => new Map());
	const { carrier, unit, measured, year, province, flow, sector, reductant } = asked;
	const carbon = flow === "carbon-in" || flow === "carbon-out" ? `${flow}|${sector ?? ""}|${reductant}` : "";
	const name = `${carrier.id}|${unit}|${year}|${province ?? ""}|${measured.key}|${carbon}`;
	let found = known.get(name);
	if (found === undefined) {
		found = find(basis, asked);
		// Lots measured each for themselves are many; the rest is a handful.
		if (known.size < 100_000) known.set(name, found);
	}
	return found;
}

function find(basis: FactorBasis, asked: AskedFlow): Multipliers {
	const { carrier, unit, measured } = asked;
	const ncv = suppliedFor(basis.supplied, asked)?.parts?.ncv;
	const heat = ncv === undefined ? undefined : fromExact(ncv);
	const equivalent = coalEquivalent(basis.reference, basis.set, carrier, unit, measured, heat);
	const green = carrier.id === "green-electricity" ? choose({ ...basis, marketBased: false }, asked).factor : undefined;
	return {
		chosen: chosenFor(basis, asked),
		atGrid: carrier.id !== "green-electricity" ? zeroRatio : green === undefined ? null : perUnit(green),
		tce: equivalent.perUnit,
		derived: equivalent.derived,
	};
}

function chosenFor(basis: FactorBasis, asked: AskedFlow): Chosen {
	const { carrier, flow, sector, reductant, unit, measured } = asked;
	if (flow !== "carbon-in" && flow !== "carbon-out") return choose(basis, asked);
	if (flow === "carbon-out" && basis.reference.carbon("by-output", carrier.id, null) !== undefined && measured.key === "")
		return { factor: undefined, remarks: [] };
	const mark = flow === "carbon-out" ? "product" : reductant ? "reductant" : undefined;
	const row = mark === undefined ? undefined : basis.reference.carbon(mark, carrier.id, sector)?.process;
	// What the row itself measured wins over a table's row, as everywhere.
	return row !== undefined && row.unit === unit && measured.key === "" ? ofTable(row) : chooseCarbon(basis, asked);
}
