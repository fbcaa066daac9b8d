/**
 * Facts to exact aggregates, by firm, site, period, carrier, use and measured parameters. Two ledgers join into one, and it
 * does not matter how the rows were split between them.
 */
import { obtain } from "../domain/obtain.ts";
import type { Indicator, Part, Prices, Use } from "../domain/words.ts";
import type { Exact } from "../exact/exact.ts";
import type { Place } from "../findings/finding.ts";
import { type Claim, type Entry, inOrder, mergeEntries } from "./entry.ts";
import { betterWritten, type Parameters } from "./parameters.ts";

/** All entries of one firm, site, carrier, use and set of parameters, by period code. */
export interface EnergySeries {
	readonly site: string;
	/** Id of the carrier, or the text that was mapped to one. */
	readonly carrier: string;
	readonly use: Use;
	/** One set of numbers; how they are written may change as rows come. */
	measured: Parameters;
	readonly entries: Map<number, Entry>;
}

/** All entries of one firm, indicator, product and prices, by period code. */
export interface OutputSeries {
	readonly indicator: Indicator;
	/** Folded; empty but for production. */
	readonly product: string;
	readonly prices: Prices;
	readonly entries: Map<number, Entry>;
}

/** What rows say of a firm, each value with the first place that says it. */
export type Attested = Map<string, Place>;

/** Master data of the firms table; where two rows differ, each value is kept. */
export interface MasterData {
	readonly names: Attested;
	readonly sectors: Attested;
	readonly provinces: Attested;
	/** By the number's plain digits; `places` is how many decimals were written. */
	readonly baseIntensities: Map<string, { readonly place: Place; readonly value: Exact; readonly places: number }>;
	readonly baseYears: Map<number, Place>;
	readonly targetPercents: Map<string, { readonly place: Place; readonly value: Exact }>;
}

/** How far an error reaches: a year (null: all years) and what of it is unknown. */
export interface Mark {
	readonly year: number | null;
	/** The part of emissions that is unknown; `any` when the carrier could not be read; `output` the denominator; `verdict` nothing but the judgement. */
	readonly what: Part | "any" | "output" | "verdict";
}

export interface FirmBook {
	readonly firm: string;
	/** Some table names the firm by its unified social credit code. */
	byCreditCode: boolean;
	readonly names: Attested;
	readonly sectors: Attested;
	readonly provinces: Attested;
	readonly master: MasterData;
	readonly energy: Map<string, EnergySeries>;
	/** Those of them without site and measured parameters, by carrier: a shortcut, and nothing more. */
	readonly plain: Map<string, EnergySeries>;
	readonly output: Map<string, OutputSeries>;
	/** Amounts of output that no output can have, by series and period: they count for nothing but contradict those that stand beside them. */
	readonly disputed: Map<string, Claim>;
	/** Row errors, by `year|what`. */
	readonly marks: Map<string, Mark>;
	/** Months of rows that were refused, by year and `carrier|use` or `output`: they are faulty, not missing. */
	readonly refused: Map<string, { readonly carrier: string; readonly use: Use | ""; readonly year: number; mask: number }>;
	/** Periods for which an amount was left blank; `series` is `carrier|use|site`, or `output`. */
	readonly blanks: Map<string, { readonly carrier: string; readonly series: string; readonly period: number }>;
	/** Rows of by-product gases, by `file:row`, whose text says where the gas comes from: nothing is left to ask. */
	readonly settledGas: Set<string>;
}

export interface Ledger {
	readonly firms: Map<string, FirmBook>;
	/** A row with an error names no firm: figures pooled over firms cannot be known. */
	pooledUnknown: boolean;
	/** An unclosed quote swallowed rows that nobody can name. */
	rowsLost: boolean;
	/** Rows of one key are part amounts (--add-repeats). */
	readonly adding: boolean;
}

export function emptyLedger(adding: boolean): Ledger {
	return { firms: new Map(), pooledUnknown: false, rowsLost: false, adding };
}

export function bookOf(ledger: Ledger, firm: string): FirmBook {
	let book = ledger.firms.get(firm);
	if (book === undefined) {
		const master = (): MasterData => ({
			names: new Map(),
			sectors: new Map(),
			provinces: new Map(),
			baseIntensities: new Map(),
			baseYears: new Map(),
			targetPercents: new Map(),
		});
		book = {
			firm,
			byCreditCode: false,
			names: new Map(),
			sectors: new Map(),
			provinces: new Map(),
			master: master(),
			energy: new Map(),
			plain: new Map(),
			output: new Map(),
			disputed: new Map(),
			marks: new Map(),
			refused: new Map(),
			blanks: new Map(),
			settledGas: new Set(),
		};
		ledger.firms.set(firm, book);
	}
	return book;
}

/** Adds one row's amount of a carrier. */
export function addEnergy(
	ledger: Ledger,
	book: FirmBook,
	site: string,
	carrier: string,
	use: Use,
	measured: Parameters,
	period: number,
	entry: Entry,
): void {
	// Nearly all rows: one lookup by a word that is already known, instead of making a name of five.
	const plain = site === "" && use === "consumed" && measured.key === "" && !ledger.adding;
	let series = plain ? book.plain.get(carrier) : undefined;
	if (series === undefined) {
		// Part amounts in tonnes and in gigajoules both count; without --add-repeats they would contradict each other.
		const name = [carrier, use, measured.key, site, ledger.adding ? entry.unit : ""].join("\u001f");
		series = obtain(book.energy, name, () => ({ site, carrier, use, measured, entries: new Map() }));
		series.measured = betterWritten(series.measured, measured);
		if (plain) book.plain.set(carrier, series);
	}
	put(series.entries, period, entry, ledger.adding);
}

/** Adds one row's output. */
export function addOutput(
	ledger: Ledger,
	book: FirmBook,
	key: Omit<OutputSeries, "entries">,
	period: number,
	entry: Entry,
): void {
	const name = outputName(key);
	const series = obtain(book.output, name, () => ({ ...key, entries: new Map() }));
	put(series.entries, period, entry, ledger.adding);
}

function outputName({ indicator, product, prices }: Omit<OutputSeries, "entries">): string {
	return `${indicator}\u001f${product}\u001f${prices}`;
}

/** Notes an amount of output that cannot be, such as one below zero; of several the first by place. */
export function dispute(book: FirmBook, key: Omit<OutputSeries, "entries">, period: number, claim: Claim): void {
	const name = `${outputName(key)}\u001f${period}`;
	const there = book.disputed.get(name);
	if (there === undefined || inOrder(claim, there) < 0) book.disputed.set(name, claim);
}

/** The entries of a series, each beside what disputes it. */
export function withDisputes(book: FirmBook, { entries, ...key }: OutputSeries): ReadonlyMap<number, Entry> {
	if (book.disputed.size === 0) return entries;
	return new Map(
		[...entries].map(([period, entry]) => {
			const claim = book.disputed.get(`${outputName(key)}\u001f${period}`);
			return [period, claim === undefined ? entry : { ...entry, others: [...entry.others, claim] }];
		}),
	);
}

function put(entries: Map<number, Entry>, period: number, entry: Entry, adding: boolean): void {
	const there = entries.get(period);
	entries.set(period, there === undefined ? entry : mergeEntries(there, entry, adding));
}

/** Notes that an error makes part of a firm's year, or of all its years, unknown. */
export function mark(book: FirmBook, reach: Mark): void {
	book.marks.set(`${reach.year ?? ""}|${reach.what}`, reach);
}

/** Notes the months of a refused row: its carrier's key and its use (each empty where it could not be read), or `output`. */
export function markRefused(book: FirmBook, carrier: string, use: Use | "", year: number, mask: number): void {
	const name = `${carrier}\u001f${use}\u001f${year}`;
	const there = book.refused.get(name);
	if (there === undefined) book.refused.set(name, { carrier, use, year, mask });
	else there.mask |= mask;
}

/** The name of a series, whatever was measured: what is given whole and what is given in parts must share it. */
export function seriesName(carrier: string, use: Use, site: string): string {
	return `${carrier}\u001f${use}\u001f${site}`;
}

/** Notes that an amount of a series was left blank for a period. */
export function markBlank(book: FirmBook, carrier: string, series: string, period: number): void {
	book.blanks.set(`${series}\u001f${period}`, { carrier, series, period });
}

/** Notes what a row says, at the first place that says it. */
export function attest<V>(values: Map<V, Place>, value: V, place: Place): void {
	const there = values.get(value);
	if (there === undefined || before(place, there)) values.set(value, place);
}

/** The same for values that are kept with their number. */
export function attestValue<V extends { readonly place: Place }>(values: Map<string, V>, text: string, value: V): void {
	const there = values.get(text);
	if (there === undefined || before(value.place, there.place)) values.set(text, value);
}

function before(a: Place, b: Place): boolean {
	return a.file < b.file || (a.file === b.file && a.row < b.row);
}

/** Left and right as one. Associative, and the same whichever side comes first. */
export function joinLedgers(left: Ledger, right: Ledger): Ledger {
	const joined = emptyLedger(left.adding);
	joined.pooledUnknown = left.pooledUnknown || right.pooledUnknown;
	joined.rowsLost = left.rowsLost || right.rowsLost;
	for (const side of [left, right]) for (const book of side.firms.values()) pour(joined, book);
	return joined;
}

function pour(ledger: Ledger, from: FirmBook): void {
	const into = bookOf(ledger, from.firm);
	into.byCreditCode ||= from.byCreditCode;
	const pairs = [
		[into.names, from.names],
		[into.sectors, from.sectors],
		[into.provinces, from.provinces],
		[into.master.names, from.master.names],
		[into.master.sectors, from.master.sectors],
		[into.master.provinces, from.master.provinces],
	] as const;
	for (const [to, values] of pairs) for (const [value, place] of values) attest(to, value, place);
	for (const [year, place] of from.master.baseYears) attest(into.master.baseYears, year, place);
	for (const [text, value] of from.master.baseIntensities) attestValue(into.master.baseIntensities, text, value);
	for (const [text, value] of from.master.targetPercents) attestValue(into.master.targetPercents, text, value);
	for (const [name, reach] of from.marks) into.marks.set(name, reach);
	for (const { carrier, use, year, mask } of from.refused.values()) markRefused(into, carrier, use, year, mask);
	for (const [name, blank] of from.blanks) into.blanks.set(name, blank);
	for (const row of from.settledGas) into.settledGas.add(row);
	for (const [name, series] of from.energy) {
		const target = obtain(into.energy, name, () => ({ ...series, entries: new Map() }));
		target.measured = betterWritten(target.measured, series.measured);
		for (const [period, entry] of series.entries) put(target.entries, period, { ...entry }, ledger.adding);
	}
	for (const [name, claim] of from.disputed) {
		const there = into.disputed.get(name);
		if (there === undefined || inOrder(claim, there) < 0) into.disputed.set(name, claim);
	}
	for (const [name, series] of from.output) {
		const target = obtain(into.output, name, () => ({ ...series, entries: new Map() }));
		for (const [period, entry] of series.entries) put(target.entries, period, { ...entry }, ledger.adding);
	}
}
