/**
 * Years of a shape that are held against the year before: by which factors the plan of the later sees the earlier, and by what the outputs of
 * both come to the prices they have in common. Made once for a shape.
 */
import type { FirmYear } from "../../assessment/firm.ts";
import { fromExact, nearFloat, per } from "../../exact/ratio.ts";
import { once } from "../once.ts";
import { comparedYears } from "../years/compared.ts";
import type { PlainCase, ShapeTerms } from "./plain-case.ts";
import { factsAt, outputTimesOf, type YearlyShape } from "./yearly-shape.ts";

export interface YearPair {
	/** The later one, from 0. */
	readonly year: number;
	/** t CO2 that one unit of each kind of energy counts in the earlier. */
	readonly before: Float64Array;
	/** By what the months of each year's output are multiplied. */
	readonly timesBefore: number;
	readonly timesNow: number;
}

const made = once<ShapeTerms, { readonly pairs: readonly YearPair[] | undefined }>();

/** In order of year; undefined where nobody can say by which factors. */
export function yearPairsOf(plain: PlainCase, yearly: YearlyShape): readonly YearPair[] | undefined {
	let found = made.get(plain.shape);
	if (found === undefined) {
		found = { pairs: read(plain, yearly) };
		made.set(plain.shape, found);
	}
	return found.pairs;
}

function read(plain: PlainCase, yearly: YearlyShape): YearPair[] | undefined {
	const { shape, numbers } = plain;
	const pairs: YearPair[] = [];
	for (let year = 1; year < numbers.years; year += 1) {
		const shown = factsAt(plain, year);
		const [last, now] = shown === undefined ? [] : (comparedYears(shape.like, shown) ?? []);
		if (last === undefined || now === undefined || last.emissions.total === null || now.emissions.total === null) continue;
		const before = factorsIn(plain, yearly, last, year - 1);
		const [timesBefore, timesNow] = [last, now].map((one) =>
			outputTimesOf(shape.like, numbers, shape.output, one.output, one.year),
		) as [number, number];
		if (before === undefined || !(timesBefore > 0 && timesNow > 0)) return undefined;
		pairs.push({ year, before, timesBefore, timesNow });
	}
	return pairs;
}

/** Those of the year itself where it is seen as it is shown; else by its lines, where each is of one set of measured values. */
function factorsIn(plain: PlainCase, { together }: YearlyShape, seen: FirmYear, year: number): Float64Array | undefined {
	const { kinds, years, energies } = plain.numbers;
	const factors = new Float64Array(energies);
	const isShown = factsAt(plain, year)?.emissions === seen.emissions;
	for (const one of together) {
		const measured = new Set(one.kinds.map((kind) => measuredIn(kinds[kind])));
		const line = seen.emissions.carriers.find(
			({ carrier, use, unit }) => carrier === one.carrier && use === one.use && unit === one.unit,
		);
		for (const kind of one.kinds) {
			if (isShown) factors[kind] = plain.shape.co2[kind * years + year] as number;
			else if (measured.size > 1 || line === undefined || line.co2 === null || line.quantity === null) return undefined;
			else factors[kind] = nearFloat(per(line.co2, fromExact(line.quantity)));
		}
	}
	return factors;
}

function measuredIn(kind: PlainCase["numbers"]["kinds"][number] | undefined): string {
	return kind !== undefined && "energy" in kind.of ? kind.of.energy.measured.key : "";
}
