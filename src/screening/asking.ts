/** How rules about histories ask and answer: history by history, and a firm without one that is long enough is not checked. */
import type { Rules } from "../assessment/rules.ts";
import { obtain } from "../domain/obtain.ts";
import { type Exact, nearly, sign } from "../exact/exact.ts";
import { compare, constant, fromExact, minus, per, plus, type Ratio, sign as signOf, times, zeroRatio } from "../exact/ratio.ts";
import { rounded } from "../exact/round.ts";
import { type Finding, finding, type Remark, type Subject } from "../findings/finding.ts";
import { type Entry, placeOf } from "../ledger/entry.ts";
import { coalEquivalentFactor, litres, type SlipFactor } from "../ledger/rules/slip-causes.ts";
import { type History, historyOf } from "./history.ts";
import { type Answer, answer, type FirmCase, notChecked, type Suspicion } from "./rule.ts";
import type { Series, Step } from "./series.ts";

/** Nothing suspected; shared, since nearly every history answers so. */
export const nothing: readonly Suspicion[] = [];

/** Asks each history that has so many months above zero; passes where one was asked and none reported anything. */
export function askEach(one: FirmCase, fewest: number, find: (series: Series, history: History) => readonly Suspicion[]): Answer {
	if (one.series.length === 0) return notChecked("no-months");
	const found: Suspicion[] = [];
	let asked = false;
	for (const series of one.series) {
		const history = historyOf(series);
		if (history.used < fewest) continue;
		asked = true;
		for (const suspicion of find(series, history)) found.push(suspicion);
	}
	return asked ? answer(found) : notChecked("too-few-months");
}

/** A limit that counts something. */
export function countLimit(limit: FirmCase["limit"], name: string): number {
	return nearly(limit(name));
}

const ratios = new WeakMap<Exact, Ratio>();

/** A limit as a pair; made once, since each firm asks for it. */
export function ratioLimit(limit: FirmCase["limit"], name: string): Ratio {
	const value = limit(name);
	return obtain(ratios, value, () => fromExact(value));
}

export function subjectOf({ carrier, use }: Pick<Series, "carrier" | "use">): Subject {
	return { of: "carrier", carrier, use };
}

/** `2023-07`. */
export function monthName({ year, month }: Pick<Step, "year" | "month">): string {
	return `${year}-${String(month).padStart(2, "0")}`;
}

/** The row a month is pointed at by: the first of its lots. */
export function entryOf({ entry }: Step): Entry {
	return entry;
}

/** Something about one month, at its row. */
export function aboutMonth(one: FirmCase, step: Step, about: Remark): Finding {
	return finding(about, placeOf(entryOf(step)), one.record.firm, monthName(step));
}

/** t CO2 by which a year changes if an amount was to be another; null where the carrier's factor is not known. */
export function impactOf(
	one: FirmCase,
	{ carrier, use }: Pick<Series, "carrier" | "use">,
	year: number,
	is: Ratio,
	meant: Ratio,
): Ratio | null {
	const perUnit = one.tonnesPerUnit(year, carrier, use);
	return perUnit === undefined ? null : times(minus(meant, is), perUnit);
}

/** tce in a tonne of coals, coke and coal products aside; and of raw coal (GB/T 2589-2020, appendix A). */
const coal = { least: constant("0.4"), most: constant("0.9") };
const rawCoal = constant("0.7143");

/** tce in a tonne: only liquid fuels lie between these; coals and tars have less, liquefied gases more. */
const liquid = { least: constant("1.4"), most: constant("1.5") };

/** Slips that only this carrier can have: its own coal equivalent, and litres where it is a liquid. */
export function ownFactors({ firm }: FirmCase, { carrier, use, unit }: Pick<Series, "carrier" | "use" | "unit">): SlipFactor[] {
	for (const { emissions } of firm.years) {
		const line = emissions.carriers.find((one) => one.carrier === carrier && one.use === use && one.unit === unit);
		if (line === undefined || line.tce === null || line.quantity === null || sign(line.quantity) === 0) continue;
		const coefficient = per(line.tce, fromExact(line.quantity));
		if (signOf(coefficient) <= 0) continue;
		const isLiquid = unit === "t" && compare(coefficient, liquid.least) >= 0 && compare(coefficient, liquid.most) <= 0;
		// Whatever coal it is, offices take the coefficient of raw coal.
		const isCoal = unit === "t" && compare(coefficient, coal.least) >= 0 && compare(coefficient, coal.most) <= 0;
		const coefficients = isCoal && rounded(coefficient, 4) !== rounded(rawCoal, 4) ? [coefficient, rawCoal] : [coefficient];
		return [...coefficients.flatMap((it) => coalEquivalentFactor(it, unit) ?? []), ...(isLiquid ? [litres] : [])];
	}
	return [];
}

/** An amount that was to be another. */
export interface Meant {
	readonly year: number;
	readonly is: Ratio;
	readonly meant: Ratio;
}

/** The same by year, of several amounts of a series; undefined where the carrier's factor is not known in a year. */
export function impactsOf(
	one: FirmCase,
	series: Pick<Series, "carrier" | "use">,
	amounts: Iterable<Meant>,
): Map<number, Ratio> | undefined {
	const years = new Map<number, Ratio>();
	for (const { year, is, meant } of amounts) {
		const impact = impactOf(one, series, year, is, meant);
		if (impact === null) return undefined;
		years.set(year, plus(years.get(year) ?? zeroRatio, impact));
	}
	return years;
}

/** The symbol of the unit a row is written in; empty where that is not known any more. */
export function writtenUnit(one: FirmCase, { from }: Entry): string {
	return one.rules.reference.units.find(from.unit)?.symbol ?? "";
}

/** The symbol of the unit that outputs of a dimension are held in: `10^4 CNY` for money, `t` for mass. */
export function outputUnit({ reference }: Rules, dimension: string): string {
	return reference.seeds.units.find((unit) => unit.dimension === dimension && unit.toBase === "1")?.symbol ?? dimension;
}
