/** A simple firm-year from its whole numbers by exact arithmetic: what is asked where registers cannot tell a digit or a test. */
import { type ComparedYear, figuresOf, type YearFigures } from "../../assessment/figures.ts";
import type { YearTerms } from "../../assessment/simple/asked.ts";
import type { YearShape } from "../../assessment/simple/reckon.ts";
import { given } from "../../assessment/simple/registers.ts";
import { judge, type Verdict } from "../../assessment/verdict.ts";
import { type Figure, figure } from "../../exact/figure.ts";
import { per, type Ratio } from "../../exact/ratio.ts";
import { type Registers, wholeOf } from "../../exact/wide/registers.ts";

/** What the whole numbers of a kind stand over. Above zero. */
export interface Denominators {
	readonly co2: bigint;
	readonly tce: bigint;
	readonly output: bigint;
}

export interface ExactYear {
	readonly fuel: Figure;
	readonly process: Figure;
	readonly electricity: Figure;
	readonly heat: Figure;
	readonly total: Figure;
	readonly tce: Figure;
	readonly output: Figure;
	readonly intensity: Figure;
	readonly figures: YearFigures;
}

interface Known {
	readonly total: Ratio;
	readonly output: Ratio;
	readonly intensity: Ratio;
	readonly base: Ratio | undefined;
	readonly lastYear: Ratio | undefined;
}

/** Figures are made when they are asked for: what is a tie is most often a sum by itself. */
export function exactYear(r: Registers, terms: YearTerms, shape: YearShape, under: Denominators): ExactYear {
	const of = (register: number, denominator: bigint): Figure => figure({ over: wholeOf(r, register), under: denominator });
	let compared: YearFigures | undefined;
	return {
		fuel: of(given.fuel, under.co2),
		process: of(given.process, under.co2),
		electricity: of(given.electricity, under.co2),
		heat: of(given.heat, under.co2),
		total: of(given.total, under.co2),
		tce: of(given.tce, under.tce),
		output: of(given.output, under.output),
		get intensity() {
			return figure(knownIn(r, shape, under).intensity);
		},
		get figures() {
			compared ??= figuresIn(knownIn(r, shape, under), terms);
			return compared;
		},
	};
}

/** The firm beside its paths. */
function figuresIn({ total, output, intensity, base, lastYear }: Known, { year, path, sector }: YearTerms): YearFigures {
	const one: ComparedYear = {
		...{ year, coverage: "whole-year", faults: [], comparable: true, poolable: true, plan: { id: "" } },
		...{ emissions: { total }, output: { value: output }, intensity, energyIntensity: null, netEnergyIntensity: null },
		outputs: { at: new Map(sector === undefined ? [] : [[sector.priceYear, { value: output }]]) },
		// A year before the base is beside none: any will do.
		base: { year: path.baseYear, intensity: base ?? intensity, energyIntensity: null, netEnergyIntensity: null, priceYear: null },
		paths: { own: path, energy: undefined },
		lastYear,
	};
	return figuresOf(one, sector);
}

/** The verdict of a year on its path. */
export function exactVerdict(r: Registers, { path, year, rules }: YearTerms, shape: YearShape, under: Denominators): Verdict {
	const { intensity, base, lastYear } = knownIn(r, shape, under);
	return judge(path, intensity, base as Ratio, lastYear, year, rules.limits);
}

function knownIn(r: Registers, { hasBase, hasLast }: YearShape, under: Denominators): Known {
	const emissions = (register: number): Ratio => ({ over: wholeOf(r, register), under: under.co2 });
	const outputOf = (register: number): Ratio => ({ over: wholeOf(r, register), under: under.output });
	const [total, output] = [emissions(given.total), outputOf(given.output)];
	return {
		...{ total, output },
		intensity: per(total, output),
		base: hasBase ? per(emissions(given.baseTotal), outputOf(given.baseOutput)) : undefined,
		lastYear: hasLast ? per(emissions(given.lastTotal), outputOf(given.lastOutput)) : undefined,
	};
}
