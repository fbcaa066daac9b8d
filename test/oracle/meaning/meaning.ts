/** The second implementation of READING: from plain rows to what counts of every firm-year. */
import { type Firm, firmOf } from "./firm.ts";
import { gather } from "./gather.ts";
import type { Tables } from "./rows.ts";

export const meaning = (tables: Tables): ReadonlyMap<string, Firm> =>
	new Map(gather(tables).map((rows) => [rows.firm, firmOf(rows, tables.asserted)]));
