/** The unit that a number may have been written in: one that would bring it where its kind lies. */
import { type Exact, known, product, toText } from "../exact/exact.ts";
import type { LikelyUnit } from "../findings/finding.ts";
import type { UnitSeed } from "./seeds.ts";

/** Of the units of a dimension the first that fits, for a value that was read in the base unit of its kind; null where none does. */
export function likelyUnit(
	seeds: readonly UnitSeed[],
	value: Exact,
	dimension: string,
	fits: (read: Exact) => boolean,
): LikelyUnit | null {
	const units = seeds.filter((unit) => unit.dimension === dimension);
	const base = units.find(({ toBase }) => toBase === "1");
	for (const { symbol, toBase } of units) {
		const read = product(value, known(toBase));
		if (fits(read)) return { written: symbol, value: toText(read), unit: base?.symbol ?? "" };
	}
	return null;
}
