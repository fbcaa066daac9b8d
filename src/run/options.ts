/**
 * The options there are: the value of each, and one entry. Parser, help, what commands are given and the options of the library
 * follow from it; the sentence of each stands in `language/`.
 */
import type { Tolerance } from "../claims/compare.ts";
import type { Period } from "../domain/period.ts";
import {
	type Boundary,
	boundaries,
	type PathShape,
	type Prices,
	pathShapes,
	type SubmissionOrder,
	type SubmissionUnit,
	submissionOrders,
	submissionUnits,
	type VerdictWord,
} from "../domain/words.ts";
import type { Exact } from "../exact/exact.ts";
import type { Encoding } from "../records/sheet.ts";
import { type Lever, readLever, readMonths } from "./levers.ts";
import {
	type Day,
	type ForcedKind,
	type Mapping,
	type Month,
	numberOrAll,
	oneOf,
	type Per,
	readDay,
	readEncoding,
	readKind,
	readMapping,
	readMonth,
	readPer,
	readPositive,
	readPrices,
	readShare,
	readSpan,
	readTolerance,
	readVerdicts,
	readYears,
	type Share,
	wholeNumber,
} from "./values.ts";

/** Options of a run, which the library takes as well. */
export interface RunValues {
	/** `value-added` (default), `output-value`, `revenue` or `product:NAME`. */
	readonly per: Per;
	/** `all` (default) or `energy`. */
	readonly boundary: Boundary;
	/** `equal-rate` (default) or `linear`. */
	readonly path: PathShape;
	/** A published fuel set; default `ndrc-guidelines`. On the command line a file, too. */
	readonly factors: readonly string[];
	/** Default that of the plan of each year (`national@2021` under plan-14); `national@2021`, `national`, `provincial@2021`, `provincial`, or kgCO2/kWh as a decimal string. */
	readonly electricity: string | undefined;
	/** `constant-2020`: asserts that money is at these prices. */
	readonly prices: Prices | undefined;
	/** `auto` (default: each year by its own plan), `plan-14`, `plan-15` or `provincial`; a reference table of targets wins over it. On the command line a file, too. */
	readonly targets: string | undefined;
	/** `原煤=bituminous-coal`: counts a carrier as another. */
	readonly map: readonly Mapping[];
	/** Counts green power bought on the market as zero. */
	readonly marketBased: boolean;
	/** Asserts that months without an entry had no use: of a carrier, of a firm; an empty text says so of all. */
	readonly absentIsZero: readonly string[];
	/** `to-date`, `monthly`, or either behind a scope: `F1:2023=to-date`. Says what months are. */
	readonly amounts: readonly string[];
	/** Asserts that rows of one key are part amounts. */
	readonly addRepeats: boolean;
	/** Fills blanks that merged cells left from above: firm, period, carrier and the like, never an amount. */
	readonly fillDown: boolean;
	/** The firm of tables that name none. */
	readonly assumeFirm: string | undefined;
	/** Counts what is hidden in workbooks: sheets, rows, columns. */
	readonly hidden: boolean;
	/** Asks no rule of screening; no verdict is withheld for what they would find. */
	readonly noScreen: boolean;
	/** `5%`: withholds every verdict whose year or base has more of its emissions in doubt than this share. */
	readonly materiality: Share | undefined;
	/** Refuses periods after this date, `YYYY-MM-DD`. */
	readonly asOf: Day | undefined;
	/** Forces the encoding of all inputs. */
	readonly encoding: Encoding | undefined;
	/** `energy.csv=energy`: forces what an input is. */
	readonly kind: readonly ForcedKind[];
	/** Shows only these firms; computes all. */
	readonly firm: readonly string[];
	/** Shows only these years; computes all. */
	readonly year: readonly number[];
}

/** Options of command lines alone. */
export interface CommandValues {
	readonly format: string | undefined;
	/** undefined where the result goes to standard output. */
	readonly out: string | undefined;
	readonly bom: boolean;
	readonly width: number | undefined;
	readonly top: number | undefined;
	readonly digits: number;
	/** A year, or months of one: what `drivers` compares. */
	readonly from: Period | undefined;
	readonly to: Period | undefined;
	/** What `whatif` changes, in this order. */
	readonly set: readonly Lever[];
	/** Months that it changes, as a mask. */
	readonly months: number | undefined;
	/** Asks how much of each lever would reach the path. */
	readonly closeGap: boolean;
	/** Year by year, and not from end to end. */
	readonly chained: boolean;
	/** Where the files of a report are. */
	readonly inputs: string | undefined;
	/** A private key that a file is signed with, and a public one that a signature is checked by. */
	readonly sign: string | undefined;
	readonly key: string | undefined;
	/** The figure whose derivation is asked for. */
	readonly figure: string | undefined;
	/** What makes a submission of a batch. */
	readonly each: SubmissionUnit;
	/** Reference tables and rules that a submission holds itself count. */
	readonly acceptOwn: boolean;
	readonly sort: SubmissionOrder;
	/** A folder for the evidence of a batch. */
	readonly evidence: string | undefined;
	/** Goes on with evidence that was begun. */
	readonly resume: boolean;
	/** Threads that work; undefined for what the command takes to be best. */
	readonly jobs: number | undefined;
	/** The month to follow firms up to. */
	readonly month: Month | undefined;
	/** Output expected of the rest of the year, in the unit of the output. */
	readonly expectOutput: Exact | undefined;
	/** One published set, for `tanlu sources`. */
	readonly factorSet: string | undefined;
	readonly targetSet: string | undefined;
	readonly deflator: string | undefined;
	/** The header of texts that have none. */
	readonly header: string | undefined;
	/** Files of growth rates, for `tanlu track`. */
	readonly growth: readonly string[];
	/** Files of claims, for `tanlu verify`; how far they may lie from the recomputed figures. */
	readonly claims: readonly string[];
	readonly tolerance: Tolerance | undefined;
	/** Files of firms: what they say of bases and targets counts. */
	readonly firms: readonly string[];
	/** Patterns of files that are left out of folders and patterns. */
	readonly exclude: readonly string[];
	readonly rules: string | undefined;
	/** What `report` does by itself; scripts of before may say it. */
	readonly screen: boolean;
	readonly baseline: string | undefined;
	readonly writeBaseline: string | undefined;
	readonly reason: string | undefined;
	readonly split: string | undefined;
	readonly failOn: readonly VerdictWord[];
	readonly maxWarnings: number | undefined;
	readonly lang: string | undefined;
	readonly noColor: boolean;
	readonly quiet: boolean;
}

export interface OptionValues extends RunValues, CommandValues {}
export type OptionName = keyof OptionValues;

export interface OptionEntry<V = unknown> {
	readonly flag: string;
	/** What stands for its value in help; a switch has none. */
	readonly value?: string;
	/** The flag may stand without its value, which is then empty; a value stands behind `=`. */
	readonly mayBeBare?: true;
	/** May be given again, each time with another value; else the last one counts. */
	readonly many?: true;
	/** What it asked for once is what happens anyway: it is taken, and help does not list it. */
	readonly old?: true;
	/** An option it makes no sense without. */
	readonly needs?: OptionName;
	/** Its value, from the texts as typed, which are none where it was not given. Throws Trouble. */
	readonly read: (texts: readonly string[]) => V;
}

type Read<V> = (text: string, option: string) => V;
const asTyped: Read<string> = (text) => text;

/** One value, or another where it is not given. */
const one = <V, D>(flag: string, value: string, read: Read<V>, otherwise: D, needs?: OptionName): OptionEntry<V | D> => ({
	...{ flag, value },
	...(needs === undefined ? {} : { needs }),
	read: (texts) => (texts.length === 0 ? otherwise : read(texts.at(-1) as string, flag)),
});
const maybe = <V>(flag: string, value: string, read: Read<V>, needs?: OptionName): OptionEntry<V | undefined> =>
	one(flag, value, read, undefined, needs);
const word = <W extends string>(flag: string, value: string, words: readonly W[], otherwise: W): OptionEntry<W> =>
	one(flag, value, (text) => oneOf(flag, text, words), otherwise);
const list = <V>(flag: string, value: string, read: Read<V | readonly V[]>): OptionEntry<readonly V[]> => ({
	...{ flag, value, many: true },
	read: (texts) => texts.flatMap((text) => read(text, flag)),
});
const toggle = (flag: string): OptionEntry<boolean> => ({ flag, read: (texts) => texts.length > 0 });

type Entries<V> = { readonly [N in keyof V]: OptionEntry<V[N]> };

export const runOptions: Entries<RunValues> = {
	per: one("--per", "OUTPUT", readPer, { indicator: "value_added", product: "" }),
	boundary: word("--boundary", "BOUNDARY", boundaries, "all"),
	path: word("--path", "SHAPE", pathShapes, "equal-rate"),
	factors: list("--factors", "SET|FILE", asTyped),
	electricity: maybe("--electricity", "MODE", asTyped),
	prices: maybe("--prices", "PRICES", readPrices),
	targets: maybe("--targets", "SET|FILE", asTyped),
	map: list("--map", "NAME=CARRIER", readMapping),
	marketBased: toggle("--market-based"),
	absentIsZero: { ...list("--absent-is-zero", "OF", asTyped), mayBeBare: true },
	amounts: list("--amounts", "KIND", asTyped),
	addRepeats: toggle("--add-repeats"),
	fillDown: toggle("--fill-down"),
	assumeFirm: maybe("--assume-firm", "NAME", asTyped),
	hidden: toggle("--hidden"),
	noScreen: toggle("--no-screen"),
	materiality: maybe("--materiality", "SHARE", readShare),
	asOf: maybe("--as-of", "DATE", readDay),
	encoding: maybe("--encoding", "ENCODING", readEncoding),
	kind: list("--kind", "FILE=TABLE", readKind),
	firm: list("--firm", "FIRM", asTyped),
	year: list("--year", "YEAR", readYears),
};

export const optionEntries: Entries<OptionValues> = {
	...runOptions,
	format: maybe("--format", "FORMAT", asTyped),
	out: maybe("--out", "FILE", asTyped),
	bom: toggle("--bom"),
	width: maybe("--width", "COLUMNS", wholeNumber(20, 1000)),
	top: maybe("--top", "NUMBER", numberOrAll),
	inputs: maybe("--inputs", "FOLDER", asTyped),
	sign: maybe("--sign", "KEY", asTyped),
	key: maybe("--key", "KEY", asTyped),
	figure: maybe("--figure", "NAME", asTyped),
	each: word("--each", "UNIT", submissionUnits, "folder"),
	acceptOwn: toggle("--accept-own"),
	evidence: maybe("--evidence", "FOLDER", asTyped),
	resume: { ...toggle("--resume"), needs: "evidence" },
	jobs: maybe("--jobs", "NUMBER", wholeNumber(1, 64)),
	sort: word("--sort", "ORDER", submissionOrders, "gap-tonnes"),
	month: maybe("--month", "YYYY-MM", readMonth),
	expectOutput: maybe("--expect-output", "NUMBER", readPositive),
	digits: one("--digits", "NUMBER", wholeNumber(0, 20), 4),
	from: maybe("--from", "PERIOD", readSpan),
	to: maybe("--to", "PERIOD", readSpan),
	chained: toggle("--chained"),
	set: list("--set", "LEVER", readLever),
	months: maybe("--months", "MONTHS", readMonths),
	closeGap: toggle("--close-gap"),
	factorSet: maybe("--factors", "SET", asTyped),
	targetSet: maybe("--targets", "SET", asTyped),
	deflator: maybe("--deflator", "FILE", asTyped),
	header: maybe("--header", "COLUMNS", asTyped),
	growth: list("--growth", "FILE", asTyped),
	claims: list("--claims", "FILE", asTyped),
	tolerance: maybe("--tolerance", "TOLERANCE", readTolerance),
	firms: list("--firms", "FILE", asTyped),
	exclude: list("--exclude", "PATTERN", asTyped),
	rules: maybe("--rules", "FILE", asTyped),
	screen: { ...toggle("--screen"), old: true },
	baseline: maybe("--baseline", "FILE", asTyped),
	writeBaseline: maybe("--write-baseline", "FILE", asTyped, "reason"),
	reason: maybe("--reason", "WORDS", asTyped, "writeBaseline"),
	split: maybe("--split", "FOLDER", asTyped),
	failOn: list("--fail-on", "VERDICTS", readVerdicts),
	maxWarnings: maybe("--max-warnings", "NUMBER", wholeNumber(0, 1e9)),
	lang: maybe("--lang", "LANGUAGE", asTyped),
	noColor: toggle("--no-color"),
	quiet: toggle("--quiet"),
};

type Texts<V> =
	NonNullable<V> extends boolean
		? boolean
		: NonNullable<V> extends readonly number[]
			? readonly (number | string)[]
			: NonNullable<V> extends readonly unknown[]
				? string | readonly string[]
				: string;

/** Options of `report()` of the library: those of `tanlu report`, as typed there. Defaults are those of the command line. */
export type ReportOptions = { readonly [N in Exclude<keyof RunValues, "absentIsZero">]?: Texts<RunValues[N]> } & {
	/** For all where it is true, else the carriers and firms it is asserted of. */
	readonly absentIsZero?: boolean | string | readonly string[];
	/** Language of messages: one of the shelf's, `en` by default. */
	readonly lang?: string;
};

/** The library's options as values. Throws Trouble for the first that cannot be understood. */
export function valuesOf(options: ReportOptions): Partial<RunValues> {
	const texts = (given: unknown): string[] =>
		given === undefined || given === false
			? []
			: given === true
				? [""]
				: Array.isArray(given)
					? given.map(String)
					: [String(given)];
	return Object.fromEntries(
		Object.entries(runOptions).map(([name, { read }]) => [name, read(texts(options[name as keyof ReportOptions]))]),
	);
}
