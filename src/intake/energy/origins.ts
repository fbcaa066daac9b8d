/** Where the amounts of a column of an energy table stand, by the unit as it is written; made once for all rows in that unit. */
import { one } from "../../exact/exact.ts";
import { lettered, remembering } from "../../layout/cells.ts";
import type { Origin } from "../../ledger/entry.ts";
import type { Unit } from "../../reference/units.ts";
import type { HeldUnit } from "../held.ts";
import type { TableContext } from "../intake.ts";

export interface Origins {
	readonly plain: (unit: string) => Origin;
	/** A tonne of steam is so many GJ as its row says. */
	readonly ofHeat: (unit: string) => Origin;
}

/** The column is named as the header has it. */
export function originsIn(
	{ header, table }: TableContext,
	find: (unit: string) => Unit | undefined,
	held: (symbol: string) => HeldUnit,
): (column: string) => Origins {
	const ofTable = {
		...(header.at.has("purchased") || header.listsPurchases === true ? ({ purchases: true } as const) : {}),
		...(header.byForm ? ({ form: true } as const) : {}),
	};
	return (column) => {
		const at = { ...table, column, ...lettered(table, column, header) };
		return {
			plain: remembering((unit): Origin => {
				const { unit: own, symbol, factor } = held((find(unit) as Unit).symbol);
				const written = { symbol: own.symbol, held: symbol };
				return { ...at, unit, perUnit: factor ?? one, written, ...ofTable };
			}),
			ofHeat: remembering((unit): Origin => ({ ...at, unit, ...ofTable })),
		};
	};
}
