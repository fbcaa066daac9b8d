/**
 * Simple firms (D205): those of which certainly nothing is to be told, and whose figures follow from the sums of their months by what the first
 * firm of their shape was assessed to. No record is made of them, and no assessment is kept: they are counted in their sector's pools by their sums.
 */
import type { Use } from "../../domain/words.ts";
import { type Exact, nearly } from "../../exact/exact.ts";
import { compare, fromExact, per, plus, type Ratio, ratio, sign, times, zeroRatio } from "../../exact/ratio.ts";
import type { FirmNumbers } from "../../ledger/firm-numbers.ts";
import type { PlainShape } from "../../ledger/plain-firm.ts";
import type { StoredKind } from "../../ledger/stored-months.ts";
import type { AssessedFirm, FirmYear } from "../firm.ts";
import type { Pooled } from "../pools.ts";
import { GroupSums, type YearSums } from "./sums.ts";

/** What a kind adds to a year for one written unit of it. */
export interface KindTerms {
	readonly part: FirmYear["emissions"]["carriers"][number]["part"];
	/** t CO2, and tce. */
	readonly co2: Ratio;
	readonly tce: Ratio;
}

/** Firms of one shape. */
export interface SimpleGroup {
	readonly shape: PlainShape;
	/** One of them, assessed as every firm is. */
	readonly like: AssessedFirm;
	/** Of each kind of energy and year, at k × years + y. */
	readonly terms: readonly KindTerms[];
	/** The kind that the intensity is measured by, and how much of the output's unit one written unit is. */
	readonly output: number;
	readonly perOutput: Ratio;
	/** Which firms, in the order in which they were met. */
	readonly firms: Set<string>;
	readonly sums: GroupSums;
}

/** All of a run, and how their months are read. */
export interface SimpleFirms {
	readonly groups: readonly SimpleGroup[];
	/** In order of firm. */
	readonly groupOf: Map<string, SimpleGroup>;
	/** Its months; of this firm until another is asked for. */
	readonly numbersOf: (firm: string) => FirmNumbers;
	/** What rows say that its name is; null where they say nothing. */
	readonly nameOf: (firm: string) => string | null;
	/** The firm as every firm is assessed, whatever was told of it left out. */
	readonly assessed: (firm: string) => AssessedFirm;
}

/**
 * A group without firms, like the firm that was assessed; undefined where the firm's figures do not follow from the sums of its months alone.
 * `sums`: the firm's own.
 */
export function groupLike(like: AssessedFirm, shape: PlainShape, sums: YearSums): SimpleGroup | undefined {
	if (!isServed(like, shape)) return undefined;
	const output = outputKind(like, shape);
	if (output === undefined) return undefined;
	const perOutput = fromExact((shape.kinds[output] as StoredKind).factor);
	const terms: KindTerms[] = [];
	for (let kind = 0; kind < shape.energies; kind += 1)
		for (const year of like.years) {
			const own = termsOf(shape.kinds[kind] as StoredKind, shape, year);
			if (own === undefined) return undefined;
			terms.push(own);
		}
	const group: SimpleGroup = {
		...{ shape, like, terms, output, perOutput },
		firms: new Set(),
		sums: new GroupSums(shape.kinds.length, shape.years),
	};
	const own = new GroupSums(shape.kinds.length, shape.years);
	own.add(sums);
	return like.years.every((year, at) => follows(year, at, { ...group, sums: own })) ? group : undefined;
}

/** The firms of a group as pools take them: as one, which counts for so many. */
export function pooledGroup(group: SimpleGroup): Pooled {
	const [view] = group.like.pooledViews;
	if (view === undefined) throw new Error("a simple firm is seen by a plan");
	return {
		firm: { pool: group.like.pool, lost: new Set() },
		view: {
			baseDisputed: false,
			years: view.years.map((like, year) => {
				const { total, output } = totalsOf(group, year);
				const [[priceYear] = [null]] = like.outputs?.at ?? [];
				return {
					...{ year: like.year, coverage: like.coverage, faults: like.faults, poolable: like.poolable },
					emissions: { total },
					outputs: { at: new Map([[priceYear, { value: output }]]) },
					firms: group.firms.size,
				};
			}),
		},
	};
}

/** The emissions and the output of a group's firms together in a year. */
function totalsOf(
	{ terms, shape, sums, output, perOutput }: Pick<SimpleGroup, "terms" | "shape" | "sums" | "output" | "perOutput">,
	year: number,
): { readonly total: Ratio; readonly tce: Ratio; readonly output: Ratio } {
	const sumOf = (kind: number): Ratio => {
		const { digits, places } = sums.total(kind, year);
		return ratio(digits, 10n ** BigInt(places));
	};
	let [total, tce] = [zeroRatio, zeroRatio];
	for (let kind = 0; kind < shape.energies; kind += 1) {
		const own = terms[kind * shape.years + year] as KindTerms;
		total = plus(total, times(sumOf(kind), own.co2));
		tce = plus(tce, times(sumOf(kind), own.tce));
	}
	return { total, tce, output: times(sumOf(output), perOutput) };
}

/** Whether a firm is of the kind that is served: whole years of the shape, under one plan, comparable, without anything special. */
function isServed(
	{ years, views, pooledViews, lost, changes, ownDoubts, priceDoubts, toDate }: AssessedFirm,
	shape: PlainShape,
): boolean {
	const special = [lost.size, changes.length, ownDoubts.length, priceDoubts.length, toDate.length];
	if (special.some((count) => count > 0) || views.length !== 1 || pooledViews.length !== 1) return false;
	const [view] = pooledViews;
	return (
		view?.baseDisputed === false &&
		!view.baseStated &&
		view.years.length === years.length &&
		years.length === shape.years &&
		years.every(
			(one, at) =>
				one.year === shape.firstYear + at &&
				one.coverage === "whole-year" &&
				one.comparable &&
				one.poolable &&
				one.reasons.length === 0 &&
				one.faults.length === 0 &&
				one.toDate === undefined &&
				one.base !== undefined &&
				one.indicators.length === 0 &&
				one.outputs?.at.size === 1 &&
				one.emissions.total !== null &&
				one.emissions.tce !== null &&
				sign(one.emissions.total) > 0 &&
				sign(one.emissions.tce) > 0,
		)
	);
}

/** Which kind is the output of all years; undefined where several might be, or none is. */
function outputKind({ years }: AssessedFirm, { kinds, energies }: PlainShape): number | undefined {
	const [first] = years;
	const prices = first?.output?.prices ?? null;
	const found = kinds.flatMap(({ of }, kind) => ("output" in of && (of.output.prices || null) === prices ? [kind] : []));
	if (kinds.length - energies === 1) return energies;
	return found.length === 1 ? found[0] : undefined;
}

/** What a kind adds to a year for each unit that is written; undefined where several lines might be it, or it is unknown. */
function termsOf(kind: StoredKind, { kinds }: PlainShape, { emissions }: FirmYear): KindTerms | undefined {
	if (!("energy" in kind.of)) return undefined;
	const { carrier, use } = kind.of.energy;
	const like = (one: { readonly carrier: string; readonly use: Use; readonly unit: string }): boolean =>
		one.carrier === carrier && one.use === use && one.unit === kind.unit;
	const [line, ...more] = emissions.carriers.filter(like);
	if (line === undefined || more.length > 0 || line.co2 === null || line.tce === null || line.quantity === null) return undefined;
	// Sites of one carrier are one line, if they say nothing else of it.
	const others = kinds.filter(
		({ of, unit }) => "energy" in of && of.energy.carrier === carrier && of.energy.use === use && unit === kind.unit,
	);
	const { key } = kind.of.energy.measured;
	if (others.some(({ of }) => "energy" in of && of.energy.measured.key !== key)) return undefined;
	const quantity = fromExact(line.quantity);
	if (sign(quantity) <= 0) return undefined;
	const unit = fromExact(kind.factor as Exact);
	return { part: line.part, co2: times(per(line.co2, quantity), unit), tce: times(per(line.tce, quantity), unit) };
}

/** Whether what a year was assessed to is what its sums come to. */
function follows({ emissions, output }: FirmYear, year: number, group: SimpleGroup): boolean {
	const made = totalsOf(group, year);
	return (
		emissions.total !== null &&
		emissions.tce !== null &&
		output !== null &&
		compare(made.total, emissions.total) === 0 &&
		compare(made.tce, emissions.tce) === 0 &&
		compare(made.output, output.value) === 0
	);
}

/** What one held unit counts as floats, at k × years + y; NaN for outputs. */
export function perHeldUnit(
	{ shape, terms }: SimpleGroup,
	of: (own: KindTerms) => Ratio,
	toFloat: (value: Ratio) => number,
): Float64Array {
	const { kinds, years } = shape;
	return Float64Array.from({ length: kinds.length * years }, (_, at) => {
		const own = terms[at];
		const kind = kinds[Math.floor(at / years)] as StoredKind;
		return own === undefined ? Number.NaN : toFloat(of(own)) / nearly(kind.factor);
	});
}
