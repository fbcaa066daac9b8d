/** The decomposition of any table of factors, texts in and texts out: what the library offers. */
import { decompose, type Factor, type Pair, type Row } from "../drivers/decompose.ts";
import { fromPlainText } from "../exact/exact.ts";
import { figure } from "../exact/figure.ts";
import { fromExact, oneRatio, type Ratio, sign, times } from "../exact/ratio.ts";
import { additive, type Change, type Column, changeOf, multiplicative } from "./effects.ts";

/** Rows whose values are products of the same factors. */
export interface FactorTable {
	/** Names of the factors, each once, in order. */
	readonly factors: readonly string[];
	/** The factors of each row then and now, in that order: plain decimals. */
	readonly rows: readonly { readonly row: string; readonly from: readonly string[]; readonly to: readonly string[] }[];
}

/** Effects in one form. What is written adds up to the change, or multiplies up to it, with the residue of rounding. */
export interface Effects {
	readonly factors: { readonly [factor: string]: string };
	/** Rows that came or went together with several of their factors: no limit says which moved them. */
	readonly entryExit: string;
	/** Rows below zero then or now: they have no logarithm. */
	readonly outside: string;
	readonly residue: string;
	readonly change: string;
}

export interface Decomposition {
	/** The sum of all rows then and now. */
	readonly from: string;
	readonly to: string;
	readonly additive: Effects;
	/** null where a sum is not above zero, or where a ratio is zero at these places. */
	readonly multiplicative: Effects | null;
}

/** More digits than any table is known to. */
const mostPlaces = 100;

/**
 * Why the sum of a table's rows moved from then to now, by the logarithmic mean Divisia index (LMDI-I), zeros by their limits. Every
 * figure is rounded half-even, correctly, to at most `places` places; the residue closes what is written.
 *
 * @throws {TypeError} for a table that is none: another number of factors in a row, a text that is no plain decimal, a name given twice,
 * `places` that are no whole number from 0 to 100.
 */
export function decomposeTable({ factors, rows }: FactorTable, places = 12): Decomposition {
	if (!Number.isInteger(places) || places < 0 || places > mostPlaces)
		throw new TypeError(`places: a whole number from 0 to ${mostPlaces} is wanted`);
	const twice = factors.find((name, at) => factors.indexOf(name) !== at);
	if (twice !== undefined) throw new TypeError(`factor ${twice}: given twice`);
	const change = changeOf(
		[decompose(rows.map((row) => rowOf(row, factors)))],
		[...factors.map((_, at) => String(at)), "entry-exit", "outside"],
	) as Change<string>;
	const ratios = multiplicative(change, places);
	return {
		from: figure(change.from)(places),
		to: figure(change.to)(places),
		additive: asEffects(additive(change, places), factors),
		multiplicative: ratios === null ? null : asEffects(ratios, factors),
	};
}

function asEffects({ lines, residue, change }: Column<string>, factors: readonly string[]): Effects {
	const of = (name: string): string => lines.get(name) as string;
	return {
		factors: Object.fromEntries(factors.map((name, at) => [name, of(String(at))])),
		entryExit: of("entry-exit"),
		outside: of("outside"),
		...{ residue, change },
	};
}

function rowOf({ row, from, to }: FactorTable["rows"][number], factors: readonly string[]): Row<string> {
	const [then, now] = [from, to].map((values) => {
		if (values.length !== factors.length) throw new TypeError(`row ${row}: ${factors.length} factors are wanted`);
		return values.map((value) => numberIn(value, row));
	}) as [Ratio[], Ratio[]];
	const pairs = then.map((value, at): Pair => ({ from: value, to: now[at] as Ratio }));
	const value = { from: then.reduce(times, oneRatio), to: now.reduce(times, oneRatio) };
	// A product of two factors below zero is above it, and they have no logarithms.
	const below = pairs.some((pair) => sign(pair.from) < 0 || sign(pair.to) < 0);
	const named = pairs.map((over, at): Factor<string> => ({ driver: String(at), over }));
	return { value, factors: named, ...(below ? { outside: true as const } : {}) };
}

function numberIn(text: string, row: string): Ratio {
	if (typeof text !== "string" || !/^-?\d+(\.\d+)?$/.test(text))
		throw new TypeError(`row ${row}: ${String(text)} is no plain decimal`);
	return fromExact(fromPlainText(text));
}
