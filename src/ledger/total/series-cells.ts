/** What a series is of, and what its amounts are in, as cells of a table of totals. */
import { toText } from "../../exact/exact.ts";
import type { Claim } from "../entry.ts";
import type { EnergySeries, OutputKey } from "../ledger.ts";
import { sealed, type TotalRow } from "./cells.ts";
import { measuredCells } from "./measured.ts";

export function energyCells({ site, carrier, use, role, measured }: EnergySeries): TotalRow {
	return { site: sealed(site), of: sealed(carrier), use, role: sealed(role), ...measuredCells(measured) };
}

export function outputCells({ indicator, product, prices }: Readonly<Record<keyof OutputKey, string>>): TotalRow {
	return { of: indicator, product: sealed(product), prices };
}

/** The unit as it is written, the one that amounts are held in, one of the former in the latter, and the marks of the table. */
export function unitCells({ unit: held, from }: Pick<Claim, "unit" | "from">): UnitCells {
	const { unit, perUnit } = from;
	return { unit: sealed(unit), held, per_unit: perUnit === undefined ? "" : toText(perUnit), marks: marksOf(from) };
}

type UnitCells = Readonly<Record<"unit" | "held" | "per_unit" | "marks", string>>;

function marksOf({ total, purchases, form }: Claim["from"]): string {
	return [
		...(purchases ? ["purchases"] : []),
		...(form ? ["form"] : []),
		...(total === undefined ? [] : [`total:${sealed(total)}`]),
	].join(";");
}
