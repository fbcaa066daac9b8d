/**
 * The kinds of tables, in the order they are read: what supplies factors, deflators and targets comes first, since it decides how
 * a fuel may be metered.
 */
import type { TableKind } from "../../contract/tables.ts";
import type { TableCard } from "../intake.ts";
import { claims } from "./claims.ts";
import { deflator } from "./deflator.ts";
import { energy } from "./energy.ts";
import { factors } from "./factors.ts";
import { firms } from "./firms.ts";
import { growth } from "./growth.ts";
import { output } from "./output.ts";
import { targets } from "./targets.ts";
import { totals } from "./totals.ts";

export const tables: { readonly [K in TableKind]: TableCard } = {
	...{ factors, deflator, targets, growth, claims, firms, energy, output, totals },
};

export const readingOrder: readonly TableKind[] = Object.keys(tables) as TableKind[];
