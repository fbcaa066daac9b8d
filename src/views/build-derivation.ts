/** The derivation of a firm-year as the contract has it: exact where that can be written, and said so where a digit was rounded. */
import { figuresOf } from "../assessment/figures.ts";
import type { FirmYear } from "../assessment/standing.ts";
import type { Derivation, DerivedItem, DerivedLine, DerivedTest } from "../contract/derivation.ts";
import { write } from "../domain/period.ts";
import { toText } from "../exact/exact.ts";
import { type Figure, figure } from "../exact/figure.ts";
import { fractionText } from "../exact/fraction.ts";
import { fromExact, per, type Ratio } from "../exact/ratio.ts";
import type { Claim } from "../ledger/entry.ts";
import { cellsOf, type Item } from "../ledger/resolve.ts";
import type { Counted } from "../ledger/window.ts";
import type { Derived } from "../run/derive.ts";
import { factorIn } from "./build-firm.ts";
import { basisIn } from "./build-report.ts";
import type { Frame } from "./frame.ts";

const places = 12;

export function buildDerivation(derived: Derived, frame: Frame): Derivation {
	const { firm, one } = derived;
	const { parts, total } = one.emissions;
	const figures = figuresOf(one, undefined);
	return {
		schemaVersion: 1,
		tool: frame.tool,
		basis: basisIn(frame.basis),
		inputs: frame.inputs,
		firm: firm.firm,
		name: firm.name,
		year: one.year,
		targets: one.plan.id,
		lines: linesOf(derived),
		emissions: {
			fuel: rounded(parts.fuel),
			process: rounded(parts.process),
			electricity: rounded(parts.electricity),
			heat: rounded(parts.heat),
			total: rounded(total),
			exact: total === null ? null : fractionText(total),
		},
		output: outputIn(derived, frame),
		intensity:
			one.intensity === null || one.output === null || total === null
				? null
				: { over: fractionText(total), under: fractionText(one.output.value), value: text(one.intensity) },
		base: baseIn(derived),
		path: pathIn(derived, figures.ownPath),
		tests: testsOf(one),
		verdict: one.verdict === null ? null : { ...one.verdict },
	};
}

/** Every line of the year with the rows that are added up in it. */
function linesOf({ one, facts }: Derived): DerivedLine[] {
	return one.emissions.carriers.map((line, index): DerivedLine => {
		const made = facts.lines[index];
		const counted = facts.counted.filter(({ carrier, use }) => carrier === made?.carrier && use === made.use);
		const items = counted.flatMap((each: Counted) =>
			each.items.filter(({ measured, entry }) => measured.key === made?.measured.key && entry.unit === made.unit),
		);
		const quantity = line.quantity === null ? null : fromExact(line.quantity);
		const rate = (value: Ratio | null): string | null =>
			value === null || quantity === null || quantity.over === 0n ? null : fractionText(per(value, quantity));
		return {
			carrier: line.carrier,
			use: line.use,
			part: line.part,
			items: items.map(itemOf),
			quantity: line.quantity === null ? null : toText(line.quantity),
			unit: line.unit,
			factor: line.factor === null ? null : factorIn(line.factor),
			perUnit: rate(line.co2),
			co2: rounded(line.co2),
			tcePerUnit: rate(line.tce),
			tce: rounded(line.tce),
		};
	});
}

function itemOf<P extends { readonly key: string }>(item: Item<P>): DerivedItem {
	return { period: write(item.period), quantity: toText(item.entry.amount), cells: cellsOf(item).map(cellOf) };
}

function cellOf({ from, row, line, text: written }: Claim): DerivedItem["cells"][number] {
	return {
		file: from.file,
		sheet: from.sheet ?? null,
		row,
		line,
		column: from.column,
		text: written,
		unit: from.unit,
		perUnit: from.perUnit === undefined ? null : toText(from.perUnit),
	};
}

function outputIn({ one, facts }: Derived, { basis }: Frame): Derivation["output"] {
	const { output } = one;
	if (output === null) return null;
	const used = facts.outputs.filter(({ prices }) => output.prices === prices || output.prices === "mixed" || output.deflated);
	const lines = used.length > 0 ? used : facts.outputs;
	return {
		prices: output.prices ?? (basis.indicator === "production" ? null : "unstated"),
		deflated: output.deflated,
		items: lines.flatMap(({ items }) => items.map(itemOf)),
		unit: basis.outputUnit,
		value: text(output.value),
		exact: fractionText(output.value),
	};
}

/** The base at the prices that the year is compared at. */
function baseIn({ one, view }: Derived): Derivation["base"] {
	const { base } = one;
	if (base === undefined) return null;
	const year = view.years.find((each) => each.year === base.year);
	const output = year?.outputs?.at.get(base.priceYear);
	return {
		year: base.year,
		stated: view.baseStated,
		emissions: view.baseStated || year?.emissions.total == null ? null : fractionText(year.emissions.total),
		output: view.baseStated || output === undefined ? null : fractionText(output.value),
		intensity: fractionText(base.intensity),
		value: text(base.intensity),
	};
}

function pathIn({ one: { year, paths, base }, view }: Derived, own: ReturnType<typeof figuresOf>["ownPath"]): Derivation["path"] {
	const path = paths?.own;
	if (path === undefined || base === undefined) return null;
	const { baseYear, targetYear, keep, years } = path;
	if (year < baseYear || year > targetYear) return null;
	return {
		shape: view.rules.shape,
		...{ baseYear, targetYear },
		keep: fractionText(keep),
		step: year - baseYear,
		years,
		required: written(own?.required ?? null),
		gap: written(own?.gap ?? null),
		gapTonnes: written(own?.gapTonnes ?? null),
	};
}

/** The two tests as they are decided: by whole powers along an equal rate, by products along a line. */
function testsOf({ verdict, paths, base, intensity, lastYear, year }: FirmYear): DerivedTest[] {
	const path = paths?.own;
	if (verdict === null || verdict.word === "withheld" || path === undefined || base === undefined || intensity === null)
		return [];
	const cumulative = path.sides(intensity, base.intensity, year);
	const ofYear = lastYear === undefined ? undefined : path.sidesOfYear(intensity, lastYear, year);
	return [
		...(ofYear === undefined
			? []
			: [
					{ test: "year" as const, left: fractionText(ofYear.left), right: fractionText(ofYear.right), result: verdict.yearTest },
				]),
		{
			test: "cumulative" as const,
			left: fractionText(cumulative.left),
			right: fractionText(cumulative.right),
			result: verdict.cumulativeTest,
		},
	];
}

function text(value: Ratio): string {
	return figure(value)(places);
}

function rounded(value: Ratio | null): string | null {
	return value === null ? null : text(value);
}

function written(value: Figure | null): string | null {
	return value === null ? null : value(places);
}
