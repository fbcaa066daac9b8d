/** Units that amounts are held in, one for each dimension, so that whatever is added up is of one unit. */
import { type Exact, known, product } from "../exact/exact.ts";
import { remembering } from "../layout/cells.ts";
import type { Unit, Units } from "../reference/units.ts";

const symbols: Readonly<Record<string, string>> = { mass: "t", "gas-volume": "10^4 Nm3", energy: "GJ", electricity: "kWh" };

/** How an amount in the row's unit becomes one in the unit it is held in. */
export interface HeldUnit {
	readonly unit: Unit;
	/** Multiplies an amount in the row's unit; undefined where the two units are the same. */
	readonly factor: Exact | undefined;
	/** Of the unit that the amount is held in. */
	readonly symbol: string;
	/** As it is written, where the row's unit had to be chosen; otherwise it stands in the row or its header. */
	readonly written?: string;
}

/** The unit that amounts in a unit are held in; undefined for units of no amount of energy or material. */
export function heldSymbol({ dimension }: Unit): string | undefined {
	return symbols[dimension];
}

/** So many held units are one of a unit. Gas is held in 10^4 Nm3, which is not the base unit of its dimension. */
export function heldPer({ dimension, toBase }: Unit): Exact {
	return dimension === "gas-volume" ? product(toBase, known("0.0001")) : toBase;
}

/** Finds by its symbol a unit of the seeds that has a held one. */
export function heldUnits(units: Units): (symbol: string) => HeldUnit {
	return remembering((symbol) => {
		const unit = units.bySymbol(symbol);
		const held = heldSymbol(unit) as string;
		return { unit, factor: unit.symbol === held ? undefined : heldPer(unit), symbol: held };
	});
}
