/** Every kind of mistake by its id; what is wanted of each stands in `fixtures/mistakes/kinds.csv`. */
import { beside } from "./beside.ts";
import { brackets } from "./brackets.ts";
import { columns } from "./columns.ts";
import { complete } from "./complete.ts";
import type { Kind } from "./kind.ts";
import { monthsOfFirms } from "./months.ts";
import { offices } from "./offices.ts";
import { parents } from "./parents.ts";
import { periods } from "./periods.ts";
import { rows } from "./rows.ts";
import { sizes } from "./sizes.ts";
import { statistical } from "./statistical.ts";
import { totals } from "./totals.ts";
import { trust } from "./trust.ts";
import { values } from "./values.ts";
import { writings } from "./writings.ts";

export const kinds: ReadonlyMap<string, Kind> = new Map(
	[
		rows,
		totals,
		brackets,
		columns,
		parents,
		periods,
		complete,
		values,
		trust,
		statistical,
		monthsOfFirms,
		sizes,
		offices,
		writings,
		beside,
	].flatMap((family) => Object.entries(family)),
);
