/**
 * How much CO2 a refused row of energy would have added: its amount in its unit. Where the unit is not known, the most it would be in one that the
 * carrier's other rows are written in; where the amount cannot be read, what such a period of the carrier usually is.
 */
import { count, months, read } from "../domain/period.ts";
import { fromText, toText } from "../exact/exact.ts";
import { compare, fromExact, type Ratio, times } from "../exact/ratio.ts";
import type { Finding, Lost } from "../findings/finding.ts";
import type { FirmCase } from "./rule.ts";
import { perUnitOf, size, usually } from "./weigh.ts";

const monthsOfYear = 12;

/** t CO2, zero or more; undefined where nobody can say. */
export function tonnesLost(
	{ carrier, use, amount: text, unit }: Lost,
	{ period: at }: Finding,
	one: FirmCase,
): Ratio | undefined {
	const year = Number(at.slice(0, 4));
	const what = { of: "carrier", carrier, use } as const;
	const amount = text === null ? undefined : fromText(text);
	if (amount === undefined) {
		const period = read(at);
		return usually(what, period === undefined ? monthsOfYear : count(months(period)), 1, year, one);
	}
	const units = unit === null ? unitsOf(what, one) : [unit];
	const found = units.flatMap(({ symbol, per }) => {
		const [factor, tonnes] = [fromText(per), perUnitOf(what, symbol, year, one)];
		return factor === undefined || tonnes === undefined ? [] : [size(times(times(fromExact(amount), fromExact(factor)), tonnes))];
	});
	return found.reduce(
		(most: Ratio | undefined, each) => (most === undefined || compare(each, most) > 0 ? each : most),
		undefined,
	);
}

/** Units that the carrier's other rows are written in. */
function unitsOf({ carrier, use }: Pick<Lost, "carrier" | "use">, { record }: FirmCase): NonNullable<Lost["unit"]>[] {
	const units = new Map<string, NonNullable<Lost["unit"]>>();
	for (const lot of record.energy.values())
		if (lot.carrier === carrier && lot.use === use)
			for (const { unit: symbol, from } of lot.entries.values())
				if (from.perUnit !== undefined) units.set(`${symbol} ${from.unit}`, { symbol, per: toText(from.perUnit) });
	return [...units.values()];
}
