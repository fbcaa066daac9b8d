/**
 * The kinds of value that outputs and files of users hold, and how a catalogue names them. A catalogue is plain data: shapes by name, each a list
 * of keys with what stands there.
 *
 * | written | means |
 * | --- | --- |
 * | `tonnes`, `word`, `count`, `flag` | a kind of this file |
 * | `@firm` | a shape of the catalogue |
 * | `of uses` | one word of that list: the lists of domain/words.ts, `gravities` and `tableKinds` |
 * | `=tCO2` | this word and no other; `=1` is the number, `=true` the truth |
 * | `=long\|=wide` | either |
 * | `count?` | or null: unknown, or not there to be known |
 * | `@firm[]`, `@firm[+]` | a list of them; one with at least one item |
 * | `@firm{}` | an object of them, each under a name of its own |
 * | `anything` | any value |
 *
 * A key that begins with `...` takes in all keys of another shape: `"...": "origin"`; all others but its own, which are not read,
 * where it says `"...": "*"`. A key that ends in `?` may be left out.
 */
import * as words from "../domain/words.ts";
import { type Gravity, gravities } from "../findings/gravity.ts";
import { type TableKind, tableKinds } from "./tables.ts";

/** A text: everything it may be by a pattern of ECMA-262; without one, anything, but of at least so many characters. */
export interface TextKind {
	readonly form?: string;
	readonly least?: number;
}

export const texts = {
	text: {},
	word: { least: 1 },
	/** Lower-case words joined by hyphens. */
	code: { form: "^[a-z0-9]+(-[a-z0-9]+)*$" },
	/** Ids of sectors, carriers and process rows are words of the seeds. */
	id: { form: "^[a-z0-9]+([-_][a-z0-9]+)*$" },
	hash: { form: "^[0-9a-f]{64}$" },
	sha256: { form: "^sha256:[0-9a-f]{64}$" },
	version: { form: "^\\d+\\.\\d+\\.\\d+" },
	/** Relative, with `/` between folders. */
	path: { form: "^(?![/\\\\])[^\\\\]+$" },
	/** A rule of the catalogue: M-301. */
	rule: { form: "^[A-Z]+-\\d+$" },
	/** A rule of the catalogue, or one of those that every run has: future-month. */
	"any-rule": { form: "^([A-Z]+-\\d+|[a-z0-9]+(-[a-z0-9]+)*)$" },
	/** A year, a month, a quarter, or months of one year. */
	span: { form: "^(19|20)\\d{2}(-(0[1-9]|1[0-2])(\\.\\.(19|20)\\d{2}-(0[1-9]|1[0-2]))?|-Q[1-4])?$" },
	day: { form: "^\\d{4}-\\d{2}-\\d{2}$" },
	/** Written by hand, so that its months and days are looked at. */
	"calendar-day": { form: "^(19|20)\\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$" },
	/** YYYY, YYYY-MM or YYYY-MM-DD. */
	date: { form: "^\\d{4}(-\\d{2}(-\\d{2})?)?$" },
	/** YYYY-MM. */
	"year-month": { form: "^\\d{4}-\\d{2}$" },
	/** A decimal with all its digits. */
	"exact-decimal": { form: "^-?\\d+(\\.\\d+)?$" },
	/** A fraction in lowest terms, or a whole number. */
	fraction: { form: "^-?\\d+(/\\d+)?$" },
	/** What an intensity is per. */
	per: { form: "^(value_added|output_value|revenue|product:.+)$" },
	"asked-prices": { form: "^(as-stated|constant-\\d{4})$" },
	prices: { form: "^(constant-\\d{4}|current|mixed|unstated)$" },
	mapping: { form: "^.+=.+$" },
	/** A column of an energy table in which a row states its own value. */
	measured: { form: "^(ncv|carbon_content|oxidation_rate|emission_factor|enthalpy|temperature)$" },
	"intensity-unit": { form: "^tCO2\\/.+$" },
	/** A column as a spreadsheet names it. */
	letter: { form: "^[A-Z]+$" },
	/** What a finding is known by. */
	fingerprint: { form: "^[0-9a-f]{16}$" },
	/** Words, not blanks. */
	reason: { form: "\\S" },
} as const;

/** Whole numbers from, and to where there is an end. */
export const wholes = {
	count: [0],
	place: [1],
	month: [1, 12],
	year: [1949, 2100],
} as const;

/**
 * Figures: decimal strings, without trailing zeros, of at most so many places; without places, as a publication printed them.
 * The unit is said where it is the same in each row, or else the csv column that states it.
 */
export interface FigureKind {
	readonly places?: number;
	readonly unit?: string;
	readonly unitColumn?: string;
}

export const figures = {
	tonnes: { places: 12, unit: "tCO2" },
	tce: { places: 12, unit: "tce" },
	percent: { places: 12, unit: "%" },
	points: { places: 12, unit: "percentage points" },
	/** Progress and yearly cut are logarithms and roots: fewer places. */
	"short-percent": { places: 6, unit: "%" },
	"short-ratio": { places: 6 },
	/** A share, a ratio, or a figure whose unit stands in a key beside it. */
	decimal: { places: 12 },
	output: { places: 12, unitColumn: "output_unit" },
	intensity: { places: 12, unitColumn: "intensity_unit" },
	printed: {},
	"carbon-content": { unit: "tC/GJ" },
	"in-unit": { unitColumn: "unit" },
} as const;

/** The words that a value may be one of. */
type Lists = typeof words & { readonly gravities: readonly Gravity[]; readonly tableKinds: readonly TableKind[] };

export const lists: Lists = { ...words, gravities, tableKinds };

/** A catalogue: what stands at each key of each shape. */
export type Shapes = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The type of what is written so. */
export type Written<C extends Shapes, W> = W extends `${infer T}?`
	? Written<C, T> | null
	: W extends `${infer T}{}`
		? { readonly [name: string]: Written<C, T> }
		: W extends `${infer T}[]` | `${infer T}[+]`
			? readonly Written<C, T>[]
			: W extends `${infer A}|${infer B}`
				? Written<C, A> | Written<C, B>
				: W extends `=${infer L}`
					? L extends "1"
						? 1
						: L extends "true"
							? true
							: L
					: W extends `@${infer N}`
						? N extends keyof C
							? Shaped<C, N>
							: never
						: W extends `of ${infer N extends keyof Lists & string}`
							? Lists[N] extends readonly (infer V)[]
								? V
								: never
							: W extends keyof typeof texts | keyof typeof figures
								? string
								: W extends keyof typeof wholes
									? number
									: W extends "flag"
										? boolean
										: W extends "anything"
											? unknown
											: never;

/** The type of a shape of a catalogue. */
export type Shaped<C extends Shapes, N extends keyof C> = Flat<
	{ readonly [K in keyof C[N] as K extends `...${string}` | `${string}?` ? never : K]: Written<C, C[N][K]> } & {
		readonly [K in keyof C[N] as K extends `${infer O}?` ? O : never]?: Written<C, C[N][K]>;
	} & All<
			{ [K in keyof C[N]]: K extends `...${string}` ? (C[N][K] extends "*" ? unknown : Shaped<C, C[N][K]>) : never }[keyof C[N]]
		>
>;

/** A key without the mark by which it may be left out. */
type Bare<K> = K extends `${infer O}?` ? O : K;
type Flat<T> = { [K in keyof T]: T[K] };
type All<U> = [U] extends [never]
	? unknown
	: (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void
		? I
		: never;

/** A sentence for each key of each shape: a key without one, or a sentence without a key, does not compile. */
export type Sentences<C extends Shapes> = {
	readonly [N in keyof C]: { readonly [K in keyof C[N] as K extends `...${string}` ? never : Bare<K>]: string };
};
