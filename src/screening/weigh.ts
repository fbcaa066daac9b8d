/** How much CO2 is in doubt where the tables contradict themselves or slipped a unit: for findings that reading already told. */
import { compare, difference, type Exact, fromText } from "../exact/exact.ts";
import { fromExact, type Ratio, times } from "../exact/ratio.ts";
import type { Finding, Subject } from "../findings/finding.ts";
import type { FirmCase } from "./rule.ts";

/** t CO2 in doubt, zero or more; undefined where nobody can say. */
export function tonnesInDoubt(found: Finding, one: FirmCase): Ratio | undefined {
	switch (found.code) {
		case "conflicting-entries":
			return spread(found.with.what, found.with.values.map(amountOf), found, one);
		case "whole-against-parts":
			return spread(found.with.what, [amountOf(found.with.whole), amountOf(found.with.parts)], found, one);
		case "unit-slip": {
			const usual = amountOf(found.with.usual);
			const ratio = fromText(found.with.ratio);
			if (usual === undefined || ratio === undefined) return undefined;
			const per = perUnit(found.with.what, found, one);
			// What stands there is ratio × usual.
			const off = fromExact(difference(ratio, fromText("1") as Exact));
			return per === undefined ? undefined : size(times(times(off, fromExact(usual)), per));
		}
		default:
			return undefined;
	}
}

/** Between the highest and the lowest of some amounts. */
function spread(what: Subject, amounts: readonly (Exact | undefined)[], found: Finding, one: FirmCase): Ratio | undefined {
	const per = perUnit(what, found, one);
	if (per === undefined || amounts.length === 0 || amounts.some((amount) => amount === undefined)) return undefined;
	const sorted = (amounts as readonly Exact[]).toSorted(compare);
	return size(times(fromExact(difference(sorted[sorted.length - 1] as Exact, sorted[0] as Exact)), per));
}

function perUnit(what: Subject, { period }: Finding, one: FirmCase): Ratio | undefined {
	return what.of === "carrier" ? one.tonnesPerUnit(Number(period.slice(0, 4)), what.carrier, what.use) : undefined;
}

/** `3880000 kWh`: findings tell amounts in the unit they are held in. */
function amountOf(text: string): Exact | undefined {
	return fromText(text.split(" ")[0] as string);
}

export function size(value: Ratio): Ratio {
	return value.over < 0n ? { over: -value.over, under: value.under } : value;
}
