/**
 * What a firm used and made in its whole years, thing by thing: each carrier in each use, and the output. Years in which a thing is
 * zero or not known for certain are not there.
 */
import type { FirmYear } from "../../assessment/firm.ts";
import type { CarrierFigure } from "../../carbon/emissions.ts";
import { obtain } from "../../domain/obtain.ts";
import { fromCode } from "../../domain/period.ts";
import type { Part } from "../../domain/words.ts";
import { nearly, sign } from "../../exact/exact.ts";
import { compare, fromExact, minus, oneRatio, per, type Ratio, sign as signOf, times } from "../../exact/ratio.ts";
import type { Subject } from "../../findings/finding.ts";
import { byClaim, type Entry } from "../../ledger/entry.ts";
import { firstRowOf } from "../../ledger/first-row.ts";
import { ratioLimit, subjectOf } from "../asking.ts";
import { roughly } from "../history.ts";
import { once } from "../once.ts";
import type { FirmCase } from "../rule.ts";
import { type YearSeries, yearSeriesOf } from "../year-amounts.ts";

export interface Thing {
	readonly name: string;
	readonly what: Subject;
	/** null: the output. */
	readonly series: YearSeries | null;
	/** The unit that amounts are held in. */
	readonly unit: string;
	readonly of: Part | "output";
	readonly amounts: ReadonlyMap<number, Ratio>;
	/** The same as floats, to look whether there is anything. */
	readonly sizes: ReadonlyMap<number, number>;
}

const made = once<FirmCase, readonly Thing[]>();

/** All things of a firm, the output last; carriers that matter to no year are left out. Made once for all rules. */
export function thingsOf(one: FirmCase): readonly Thing[] {
	return obtain(made, one, () => read(one, ratioLimit(one.limit, "material-share")));
}

const floats = (amounts: ReadonlyMap<number, Ratio>): Map<number, number> =>
	new Map([...amounts].map(([year, amount]) => [year, roughly(amount)]));

function read(one: FirmCase, least: Ratio): Thing[] {
	const things: Thing[] = [];
	// Where rows are refused or contradict each other the amount is not what the tables say.
	const faulty = new Set(one.firm.years.flatMap(({ year, faults }) => (faults.includes("errors") ? [year] : [])));
	const shares = sharesOf(one);
	for (const series of yearSeriesOf(one)) {
		if (series.use !== "consumed" && series.use !== "sold") continue;
		const years = series.years.filter(({ year, amount }) => sign(amount) > 0 && !faulty.has(year));
		if (years.length === 0 || !matters(shares, series, least)) continue;
		const { carrier, use, unit } = series;
		let amounts: Map<number, Ratio> | undefined;
		things.push({
			name: `${carrier} ${use} ${unit}`,
			what: subjectOf(series),
			series,
			unit,
			of: one.partOf(carrier),
			// Nearly all things are looked through as floats only.
			get amounts() {
				amounts ??= new Map(years.map(({ year, amount }) => [year, fromExact(amount)]));
				return amounts;
			},
			sizes: new Map(years.map(({ year, amount }) => [year, nearly(amount)])),
		});
	}
	const output = outputOf(one);
	return output === undefined ? things : [...things, output];
}

/** Outputs at one price and of one dimension: those of most years. */
function outputOf({ firm, rules }: FirmCase): Thing | undefined {
	const groups = new Map<string, Map<number, Ratio>>();
	let dimension = "";
	for (const { year, coverage, output, faults } of firm.years) {
		if (coverage !== "whole-year" || output === null || signOf(output.value) <= 0 || faults.includes("errors")) continue;
		const name = `${output.dimension} ${output.priceYear}`;
		const group = groups.get(name) ?? new Map<number, Ratio>();
		group.set(year, output.value);
		groups.set(name, group);
		dimension = output.dimension;
	}
	const [most] = [...groups.values()].sort((a, b) => b.size - a.size);
	if (most === undefined) return undefined;
	const { indicator } = rules.facts;
	return {
		name: "output",
		what: { of: "indicator", indicator, prices: "unstated" },
		series: null,
		unit: dimension,
		of: "output",
		amounts: most,
		sizes: floats(most),
	};
}

/** What each line of a year emits, and all of them, as floats. */
interface Shares {
	readonly lines: readonly CarrierFigure[];
	readonly sizes: readonly number[];
	readonly all: number;
}

function sharesOf({ firm }: FirmCase): Shares[] {
	return firm.years.map(({ emissions: { carriers: lines } }) => {
		const sizes = lines.map(({ co2 }) => (co2 === null ? 0 : Math.abs(Number(co2.over) / Number(co2.under))));
		return { lines, sizes, all: sizes.reduce((all, size) => all + size, 0) };
	});
}

/** Whether the carrier makes a share of any year's emissions that is worth a word. */
function matters(years: readonly Shares[], { carrier, use }: YearSeries, least: Ratio): boolean {
	const share = Number(least.over) / Number(least.under);
	return years.some(({ lines, sizes, all }) => {
		let own = 0;
		for (let at = 0; at < lines.length; at += 1) {
			const line = lines[at] as CarrierFigure;
			if (line.carrier === carrier && line.use === use) own += sizes[at] as number;
		}
		return all > 0 && own >= all * share;
	});
}

/** The first row of a thing in a year. */
export function rowOf({ record, rules }: FirmCase, { series }: Thing, year: number): Entry | undefined {
	if (series !== null) return firstRowOf(record, series.carrier, year, series.use);
	return outputRowOf(record, rules.facts, year);
}

/** The first row of the output of a year that a firm is measured by. */
export function outputRowOf(
	{ output }: FirmCase["record"],
	{ indicator, product }: Pick<FirmCase["rules"]["facts"], "indicator" | "product">,
	year: number,
): Entry | undefined {
	const rows = [...output.values()]
		.filter((series) => series.indicator === indicator && series.product === product)
		.flatMap(({ entries }) => [...entries].filter(([period]) => fromCode(period).year === year).map(([, entry]) => entry));
	return rows.sort(byClaim)[0];
}

/**
 * t CO2 by which a year's total changes where an amount was to be another. For an output: by which it would have to, so that the
 * intensity is what it would be. null where that is not known.
 */
export function impactOn(one: FirmCase, { series }: Thing, facts: FirmYear, is: Ratio, meant: Ratio): Ratio | null {
	if (series === null) {
		const { total } = facts.emissions;
		return total === null ? null : times(total, minus(per(is, meant), oneRatio));
	}
	const perUnit = one.tonnesPerUnit(facts.year, series.carrier, series.use);
	return perUnit === undefined ? null : times(minus(meant, is), perUnit);
}

/** The middle one; the upper of an even number. */
export function middleOf(values: readonly Ratio[]): Ratio {
	return [...values].sort(compare)[values.length >> 1] as Ratio;
}
