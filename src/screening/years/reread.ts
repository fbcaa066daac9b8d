/**
 * Years of a carrier that stand in another unit than its other years (tonnes of coal equivalent among tonnes), and whose bare number
 * fits those where the amount does not: the unit is what was written wrongly.
 */
import { fromCode } from "../../domain/period.ts";
import { sum } from "../../exact/exact.ts";
import { compare, fromExact, minus, per, type Ratio, times } from "../../exact/ratio.ts";
import { rounded } from "../../exact/round.ts";
import type { Entry } from "../../ledger/entry.ts";
import { ratioLimit } from "../asking.ts";
import type { FirmCase } from "../rule.ts";
import type { Judged } from "./judged.ts";
import { farther } from "./levels.ts";
import { middleOf, rowOf, type Thing } from "./things.ts";

export function rereadYears(one: FirmCase, things: readonly Thing[]): Judged[] {
	// Things are in order of name: those of one carrier and use stand side by side.
	const isTwice = ({ series }: Thing, index: number): boolean => {
		const last = things[index - 1]?.series;
		return series !== null && last?.carrier === series.carrier && last.use === series.use;
	};
	if (!things.some(isTwice)) return [];
	return things.flatMap((main) => {
		const { series } = main;
		if (series === null) return [];
		return things.flatMap((odd) => {
			const isOther =
				odd !== main &&
				odd.series?.carrier === series.carrier &&
				odd.series.use === series.use &&
				(odd.sizes.size < main.sizes.size || (odd.sizes.size === main.sizes.size && isEnergy(odd) && !isEnergy(main)));
			if (!isOther) return [];
			return [...odd.amounts.keys()]
				.filter((year) => !main.amounts.has(year))
				.flatMap((year) => reread(one, main, odd, year, things) ?? []);
		});
	});
}

/** Of as many years in either unit it is the coal equivalent that is the odd one: what is weighed comes in tonnes. */
function isEnergy({ unit }: Thing): boolean {
	return unit === "GJ" || unit === "tce";
}

function reread(one: FirmCase, main: Thing, odd: Thing, year: number, things: readonly Thing[]): Judged | undefined {
	const facts = one.firm.years.find((each) => each.year === year);
	const [nearest] = [...main.amounts.keys()].sort((a, b) => Math.abs(a - year) - Math.abs(b - year) || a - b);
	const [like, row] = [one.firm.years.find((each) => each.year === nearest), rowOf(one, odd, year)];
	const usualRow = rowOf(one, main, nearest as number);
	const number = numberIn(one, odd, year);
	if (facts === undefined || like === undefined || row === undefined || number === undefined) return undefined;
	if (usualRow?.from.perUnit === undefined) return undefined;
	// What the number is in the unit of the other years.
	const value = times(number, fromExact(usualRow.from.perUnit));
	const usual = expected(main, year, nearest as number, things);
	const margin = ratioLimit(one.limit, "slip-margin");
	const fits = (amount: Ratio): boolean => compare(farther(amount, usual), margin) <= 0;
	const [as, asMain] = [lineOf(facts, odd), lineOf(like, main)];
	if (as?.tce == null || asMain?.tce == null || as.co2 === null || asMain.co2 === null || asMain.quantity === null)
		return undefined;
	const perUnit = per(asMain.tce, fromExact(asMain.quantity));
	// As it stands, in the unit of the others by its coal equivalent.
	const amount = per(as.tce, perUnit);
	if (!fits(value) || fits(amount)) return undefined;
	const factor = compare(value, amount) < 0 ? per(amount, value) : per(value, amount);
	return {
		...{ thing: main, year, facts, amount, usual, low: usual, high: usual },
		cause: {
			is: "slip",
			causes: [{ cause: { factor: rounded(factor, 4), given: usualRow.from.unit, under: row.from.unit }, value }],
		},
		impact: minus(times(value, per(asMain.co2, fromExact(asMain.quantity))), as.co2),
	};
}

type Facts = FirmCase["firm"]["years"][number];

function lineOf({ emissions }: Facts, { series }: Thing): Facts["emissions"]["carriers"][number] | undefined {
	return emissions.carriers.find(
		({ carrier, use, unit }) => carrier === series?.carrier && use === series.use && unit === series.unit,
	);
}

/** The bare number of a carrier's year, where all of its rows are in one written unit. */
function numberIn({ record }: FirmCase, { series, unit }: Thing, year: number): Ratio | undefined {
	const entries: Entry[] = [...record.energy.values()]
		.filter((lot) => lot.carrier === series?.carrier && lot.use === series.use)
		.flatMap((lot) =>
			[...lot.entries].filter(([code, entry]) => fromCode(code).year === year && entry.unit === unit).map(([, one]) => one),
		);
	const [first] = entries;
	if (first?.from.perUnit === undefined || entries.some(({ from }) => from.unit !== first.from.unit)) return undefined;
	const all = entries.slice(1).reduce((total, { amount }) => sum(total, amount), first.amount);
	return per(fromExact(all), fromExact(first.from.perUnit));
}

/** What a thing lets expect of a year it has nothing of, by what it is beside the firm's other things in the nearest year. */
function expected(main: Thing, year: number, nearest: number, things: readonly Thing[]): Ratio {
	const own = main.amounts.get(nearest) as Ratio;
	const guesses = things.flatMap((other) => {
		const [then, now] = [other.amounts.get(nearest), other.amounts.get(year)];
		return other === main || then === undefined || now === undefined ? [] : [times(own, per(now, then))];
	});
	return guesses.length === 0 ? own : middleOf(guesses);
}
