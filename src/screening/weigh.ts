/** How much CO2 is in doubt where the tables contradict themselves or slipped a unit: for findings that reading already reported. */
import { choose, chooseCarbon } from "../carbon/choice.ts";
import { perUnit } from "../carbon/factor.ts";
import { count, fromCode, months } from "../domain/period.ts";
import { compare, difference, type Exact, fromText } from "../exact/exact.ts";
import { fromExact, type Ratio, times } from "../exact/ratio.ts";
import type { Amount, Finding, Subject } from "../findings/finding.ts";
import type { EnergySeries } from "../ledger/ledger.ts";
import { unmeasured } from "../ledger/parameters.ts";
import type { FirmCase } from "./rule.ts";

type CarrierSubject = Extract<Subject, { readonly of: "carrier" }>;

/** The codes that can be weighed so. */
export const weighable = [
	"conflicting-entries",
	"whole-against-parts",
	"unit-slip",
	"looks-to-date",
	"may-be-to-date",
	"months-missing",
] as const;

/** t CO2 in doubt, zero or more; undefined where nobody can say. */
export function tonnesInDoubt(found: Finding, one: FirmCase): Ratio | undefined {
	switch (found.code) {
		case "conflicting-entries":
			// Of rows that differ only in a column that nobody reads, all but one may be copies.
			return found.with.differIn.length > 0
				? repeated(found.with.what, found.with.values, found, one)
				: spread(found.with.what, found.with.values, found, one);
		case "whole-against-parts":
			return spread(found.with.what, [found.with.whole, found.with.parts], found, one);
		case "unit-slip":
			return spread(found.with.what, [found.with.is, found.with.usual], found, one);
		case "looks-to-date":
		case "may-be-to-date":
			return spread(found.with.what, [found.with.toDate, found.with.monthly], found, one);
		case "months-missing":
			return found.with.what.of === "carrier"
				? usually(found.with.what, 1, found.with.months.length, Number(found.period.slice(0, 4)), one)
				: undefined;
		default:
			return undefined;
	}
}

/** Between the highest and the lowest of some amounts, by their exact values in the unit they are held in. */
function spread(what: Subject, amounts: readonly (Amount | null)[], { period }: Finding, one: FirmCase): Ratio | undefined {
	if (what.of !== "carrier") return undefined;
	const values = amounts.map((amount) => fromText(amount?.exact ?? ""));
	const known = values.filter((value) => value !== undefined).sort(compare);
	const [unit, ...otherUnits] = new Set(amounts.map((amount) => amount?.unit));
	if (unit === undefined || otherUnits.length > 0 || known.length < values.length) return undefined;
	const tonnes = perUnitOf(what, unit, Number(period.slice(0, 4)), one);
	if (tonnes === undefined) return undefined;
	return size(times(fromExact(difference(known[known.length - 1] as Exact, known[0] as Exact)), tonnes));
}

/** So many periods of so many months of a carrier, each as its middle one; undefined where it has none. */
export function usually(what: CarrierSubject, length: number, periods: number, year: number, one: FirmCase): Ratio | undefined {
	const entries = lotsOf(what, one).flatMap((lot) =>
		[...lot.entries].flatMap(([code, entry]) => (count(months(fromCode(code))) === length ? [entry] : [])),
	);
	const middle = entries.sort((a, b) => compare(a.amount, b.amount))[entries.length >> 1];
	const tonnes = middle === undefined ? undefined : perUnitOf(what, middle.unit, year, one);
	if (middle === undefined || tonnes === undefined) return undefined;
	return size(times(times(fromExact(middle.amount), { over: BigInt(periods), under: 1n }), tonnes));
}

function lotsOf({ carrier, use }: Pick<CarrierSubject, "carrier" | "use">, { record }: FirmCase): EnergySeries[] {
	return [...record.energy.values()].filter((lot) => lot.carrier === carrier && lot.use === use);
}

/** All of some equal amounts but the first. */
function repeated(what: Subject, amounts: readonly Amount[], { period }: Finding, one: FirmCase): Ratio | undefined {
	const [first] = amounts;
	const value = fromText(first?.exact ?? "");
	if (what.of !== "carrier" || first === undefined || value === undefined) return undefined;
	const tonnes = perUnitOf(what, first.unit, Number(period.slice(0, 4)), one);
	const more = { over: BigInt(amounts.length - 1), under: 1n };
	return tonnes === undefined ? undefined : size(times(times(fromExact(value), more), tonnes));
}

/** t CO2 of one held unit; where the year's own figure is not known, since its rows contradict each other, by the factor of its rows. */
export function perUnitOf({ carrier: key, use }: CarrierSubject, unit: string, year: number, one: FirmCase): Ratio | undefined {
	const known = one.tonnesPerUnit(year, key, use);
	if (known !== undefined) return known;
	const all = lotsOf({ carrier: key, use }, one);
	const own = all.filter(({ entries }) => [...entries.keys()].some((code) => fromCode(code).year === year));
	// Of a year that lost all of its rows, by those of its other years.
	const lots = own.length > 0 ? own : all;
	const [first] = lots;
	// Lots measured differently have factors of their own, and which of them is in doubt is not known.
	if (first !== undefined && lots.some(({ measured }) => measured.key !== first.measured.key)) return undefined;
	const { factors, carrierOf } = one.rules;
	const asked = {
		carrier: carrierOf(key),
		unit,
		year,
		province: one.firm.province ?? undefined,
		measured: first?.measured ?? unmeasured,
	};
	const { factor } = use === "feedstock" || use === "product" ? chooseCarbon(factors, asked) : choose(factors, asked);
	return factor === undefined ? undefined : perUnit(factor);
}

export function size(value: Ratio): Ratio {
	return value.over < 0n ? { over: -value.over, under: value.under } : value;
}
