/** The unit of an output: money for money, anything but money for products. */
import { remark } from "../../findings/finding.ts";
import type { Unit } from "../../reference/units.ts";
import type { AmountUnits } from "../amount-unit.ts";
import type { RowRemarks } from "../intake.ts";

/** `known`: whether it is known what the row measures. Undefined where the unit is not to be used; that is noted. */
type OutputUnitReader = (cells: readonly string[], money: boolean, known: boolean) => Unit | undefined;

export function outputUnitReader(remarks: RowRemarks, units: AmountUnits): OutputUnitReader {
	return (cells, money, known) => {
		const examples = money ? ["10^4 CNY", "万元", "CNY"] : ["t", "10^4 t"];
		const read = units.read(cells, { examples, dimensions: money ? ["money"] : undefined });
		if (read === undefined) return undefined;
		const { unit, text, column } = read;
		if (known && (unit.dimension === "money") !== money) {
			remarks.note(remark("wrong-unit-kind", { what: money ? "money" : "production", wanted: examples }), column, text);
			return undefined;
		}
		if (unit.doubt === "unusual") units.tellDoubt(read);
		return unit;
	};
}

const productDimensions: ReadonlySet<string> = new Set(["mass", "gas-volume", "volume"]);

/** Whether products are weighed or measured in it: coal equivalent is no product. */
export function isProductUnit({ symbol, dimension }: Unit): boolean {
	return productDimensions.has(dimension) && !/tce|kgce/.test(symbol);
}
