/** Four quarters of a year that rise as amounts to date do: the last of them may be the year. */
import { fromCode } from "../../domain/period.ts";
import { compare, type Exact, known, product, sign, sum } from "../../exact/exact.ts";
import { fromExact, type Ratio } from "../../exact/ratio.ts";
import type { Entry } from "../../ledger/entry.ts";
import type { FirmCase } from "../rule.ts";
import type { Thing } from "./things.ts";

/** What four quarters of a steady works are to date: one, two, three and four; a first that is small makes more of it. */
const rise: Exact = known("2.5");

/** The amount to the end of the year, if its quarters are to date; undefined where they are not four, or do not rise so. */
export function quartersToDate(one: FirmCase, thing: Thing, year: number): Ratio | undefined {
	const quarters = new Map<number, Exact>();
	for (const [code, entry] of entriesOf(one, thing)) {
		const period = fromCode(code);
		if (period.year !== year) continue;
		if (period.to - period.from !== 2 || entry.others.length > 0) return undefined;
		const there = quarters.get(period.from);
		quarters.set(period.from, there === undefined ? entry.amount : sum(there, entry.amount));
	}
	const [first, second, third, last] = [1, 4, 7, 10].map((month) => quarters.get(month));
	if (first === undefined || second === undefined || third === undefined || last === undefined || sign(first) <= 0)
		return undefined;
	const rises = compare(first, second) < 0 && compare(second, third) < 0 && compare(third, last) < 0;
	return rises && compare(last, product(first, rise)) >= 0 ? fromExact(last) : undefined;
}

function entriesOf({ record, rules: { facts } }: FirmCase, { series }: Thing): (readonly [number, Entry])[] {
	const lots =
		series === null
			? [...record.output.values()].filter((one) => one.indicator === facts.indicator && one.product === facts.product)
			: [...record.energy.values()].filter((one) => one.carrier === series.carrier && one.use === series.use);
	return lots.flatMap(({ entries }) => [...entries]);
}
