/** The series of numbers of a plain firm as stretches, in the order in which those of a firm that was assessed come, without a record. */
import { type Exact, fromDigits, lastPlace, magnitude, nearly, product, unscaled } from "../../exact/exact.ts";
import type { StoredKind } from "../../ledger/stored-months.ts";
import { type NumberSeries, type Numbers, numberSeriesOf } from "../number-series.ts";
import { once } from "../once.ts";
import { kindOf, type Stretches, stretchesIn } from "../stretches.ts";
import { monthsInYear } from "./measures.ts";
import type { PlainCase, ShapeTerms } from "./plain-case.ts";

/** One series of numbers of a shape. */
export type Line =
	| {
			readonly kind: number;
			readonly seed: number;
			readonly factor: Exact;
			readonly tens: number | undefined;
			readonly series: Numbers["series"];
	  }
	/** What was measured is one for the shape. */
	| { readonly measured: NumberSeries };

const made = once<ShapeTerms, readonly Line[]>();

/** How many series of numbers the firm has. */
export function linesOf({ shape, numbers }: PlainCase): readonly Line[] {
	let lines = made.get(shape);
	if (lines === undefined) {
		lines = numberSeriesOf(shape.like).map(
			(one): Line => (one.parameter === "" ? lineOf(one, numbers.kinds) : { measured: one }),
		);
		made.set(shape, lines);
	}
	return lines;
}

function lineOf({ series }: NumberSeries, kinds: readonly StoredKind[]): Line {
	const { carrier, use, site, unit } = series;
	const kind = kinds.findIndex(
		({ of }) => "energy" in of && of.energy.carrier === carrier && of.energy.use === use && of.energy.site === site,
	);
	const own = kinds[kind];
	if (own === undefined) throw new Error(`no series of ${carrier} among the kinds of its shape`);
	return {
		kind,
		seed: kindOf({ parameter: "", unit }),
		factor: own.factor,
		tens: powerOf(own.factor),
		series: { carrier, use, unit },
	};
}

/** Which power of ten a number is; undefined where it is none. */
function powerOf(factor: Exact): number | undefined {
	const power = lastPlace(factor);
	// One digit, and that a one.
	return power === magnitude(factor) && /^10*$/.test(unscaled(factor).digits.toString()) ? power : undefined;
}

/** Lays a series of the firm's numbers into the stretches, and gives how many they are. */
export function layLine({ numbers }: PlainCase, line: Line, stretches: Stretches): number {
	if ("measured" in line) {
		stretchesIn(line.measured, stretches);
		return line.measured.at.length;
	}
	const { digits, places, years } = numbers;
	const months = years * monthsInYear;
	const { kind, seed, factor, tens } = line;
	stretches.begin(seed);
	if (tens !== undefined) stretches.addWritten(digits, places, kind * months, (kind + 1) * months, tens);
	else
		for (let at = kind * months; at < (kind + 1) * months; at += 1)
			stretches.add(product(fromDigits(digits[at] as number, places[at] as number), factor), true);
	return months;
}

/** A series of the firm's numbers, each as it is held: they stay when the firm's are read anew. */
export function numbersIn({ numbers }: PlainCase, line: Line): Numbers {
	if ("measured" in line) return line.measured;
	const { digits, places, years, firstYear } = numbers;
	const { kind, factor, series } = line;
	const months = years * monthsInYear;
	const all = Array.from({ length: months }, (_, month) => {
		const at = kind * months + month;
		return product(fromDigits(digits[at] as number, places[at] as number), factor);
	});
	return {
		...{ series, parameter: "" },
		at: all.map((_, month) => firstYear * monthsInYear + month),
		sizes: all.map(nearly),
		exactly: (index) => all[index] as Exact,
	};
}
