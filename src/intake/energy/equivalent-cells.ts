/** The cells of a row that say what it is in coal equivalent: its amount, the coefficients beside it, and what the form prints. */
import { sign } from "../../exact/exact.ts";
import { columnReader } from "../../layout/cells.ts";
import type { EquivalentColumns } from "../../layout/equivalent-columns.ts";
import { isCoalEquivalent, type Unit } from "../../reference/units.ts";
import type { TableContext } from "../intake.ts";
import { inTonnes, type Measured, measured, scaled, smallUnits, times } from "./equivalent-amounts.ts";
import { ways, waysOf } from "./equivalent-sums.ts";

export interface EquivalentCells {
	readonly amountText: (cells: readonly string[]) => string;
	/** An amount by each coefficient of its row, in tonnes of coal equivalent. */
	readonly byCoefficients: (cells: readonly string[], amount: Measured) => ReadonlyMap<string, Measured>;
	/** What the column of coal equivalent holds, in tonnes; undefined where there is none. */
	readonly printed: (cells: readonly string[]) => Measured | undefined;
	/** The amount of a row whose unit is one of coal equivalent, in tonnes. */
	readonly inQuantity: (cells: readonly string[]) => Measured | undefined;
}

export function equivalentCells({ header, reference }: TableContext, columns: EquivalentColumns): EquivalentCells {
	const [quantityOf, unitOf] = [columnReader(header, "quantity"), columnReader(header, "unit")];
	const inHeader = header.units.get("quantity") ?? "";
	const unitIn = (cells: readonly string[]): Unit | undefined => reference.units.find(unitOf(cells).trim() || inHeader);
	const stated = columns.amount;
	const printedUnit = (): Unit | undefined =>
		(stated?.unit ?? "") === "" ? reference.units.bySymbol("tce") : reference.units.find(stated?.unit ?? "");
	return {
		amountText: quantityOf,
		byCoefficients: (cells, amount) => {
			const found = new Map<string, Measured>();
			const unit = unitIn(cells);
			for (const way of ways) {
				const coefficient = waysOf[way].flatMap((one) => {
					const at = columns.coefficients.get(one);
					return (at === undefined ? undefined : measured(cells[at] ?? "")) ?? [];
				})[0];
				if (coefficient === undefined || sign(coefficient.value) <= 0) continue;
				const converted = times(amount, coefficient);
				found.set(`${way} row`, converted);
				found.set(`${way} small`, scaled(converted, smallUnits(unit)));
			}
			return found;
		},
		printed: (cells) => (stated === undefined ? undefined : inTonnes(cells[stated.index] ?? "", printedUnit())),
		inQuantity: (cells) => {
			const unit = unitIn(cells);
			return unit !== undefined && isCoalEquivalent(unit) ? inTonnes(quantityOf(cells), unit) : undefined;
		},
	};
}
