/** Rows that count on neither side and stand on one alone: refused, or left blank. */
import { fromCode, months } from "../domain/period.ts";
import type { FirmRecord } from "../ledger/ledger.ts";
import type { RowPair } from "./pair.ts";

/** Rows that were refused or left blank on one side, and of which the other has nothing that counts. */
export interface Uncounted {
	readonly firm: string;
	/** Key of the carrier; empty where it could not be read; `output` of output. */
	readonly carrier: string;
	readonly use: string;
	/** null where the period could not be read. */
	readonly year: number | null;
	/** Months as bits; none where the period could not be read. */
	readonly mask: number;
	readonly side: "old" | "new";
}

interface Named {
	readonly carrier: string;
	readonly use: string;
	readonly year: number | null;
	readonly mask: number;
}

/** What one side lacks and no row of the other takes the place of. */
export function uncountedBetween(
	firm: string,
	old: FirmRecord | undefined,
	now: FirmRecord | undefined,
	pairs: readonly RowPair[],
): Uncounted[] {
	const [a, b] = [lostIn(old), lostIn(now)];
	const left = (of: ReadonlyMap<string, Named>, other: ReadonlyMap<string, Named>, side: "old" | "new"): Uncounted[] =>
		[...of].flatMap(([name, one]): Uncounted[] => {
			const there = other.get(name);
			const taken = pairs.filter(({ old: gone, new: come }) => {
				const { at, series } = (come ?? gone) as NonNullable<typeof gone>;
				const alike = one.carrier === "" || one.carrier === (series.carrier ?? "output");
				return alike && (one.year === null || at?.year === one.year);
			});
			if (one.mask === 0) return there === undefined && taken.length === 0 ? [{ firm, ...one, side }] : [];
			const covered = taken.reduce(
				(mask, { old: gone, new: come }) => mask | months((come ?? gone)?.at ?? { from: 1, to: 12 }),
				there?.mask ?? 0,
			);
			const mask = one.mask & ~covered;
			return mask === 0 ? [] : [{ firm, ...one, mask, side }];
		});
	return [...left(a, b, "old"), ...left(b, a, "new")];
}

function lostIn(record: FirmRecord | undefined): Map<string, Named> {
	const all = new Map<string, Named>();
	if (record === undefined) return all;
	for (const { carrier, use, year, mask } of record.refused.values()) put(all, { carrier, use, year, mask });
	for (const { carrier, series, period } of record.blanks.values()) {
		const at = fromCode(period);
		const use = carrier === "output" ? "" : (series.split("\u001f")[1] ?? "");
		put(all, { carrier, use, year: at.year, mask: months(at) });
	}
	return all;
}

function put(all: Map<string, Named>, one: Named): void {
	const name = [one.carrier, one.use, one.year ?? ""].join("\u001f");
	all.set(name, { ...one, mask: one.mask | (all.get(name)?.mask ?? 0) });
}
