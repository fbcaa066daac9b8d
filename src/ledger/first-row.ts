/** The first row of a carrier in a year: where to point. */
import { fromCode } from "../domain/period.ts";
import type { Use } from "../domain/words.ts";
import { sign } from "../exact/exact.ts";
import { byClaim, type Entry } from "./entry.ts";
import type { FirmRecord } from "./ledger.ts";

/** By place, of the amounts that are not zero; of one use, or of any. Where amounts are of several files, of the first. */
export function firstRowOf({ energy }: FirmRecord, carrier: string, year: number, use?: Use): Entry | undefined {
	let first: Entry | undefined;
	for (const series of energy.values()) {
		if (series.carrier !== carrier || (use !== undefined && series.use !== use)) continue;
		for (const entries of series.toDate === undefined ? [series.entries] : [series.entries, series.toDate])
			for (const [period, entry] of entries) {
				if (fromCode(period).year !== year || sign(entry.amount) === 0) continue;
				if (first === undefined || byClaim(entry, first) < 0) first = entry;
			}
	}
	return first;
}
