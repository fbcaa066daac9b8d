/**
 * Facts to exact aggregates, by firm, site, period, carrier, use and measured parameters: plain data, which threads and
 * processes can exchange. Two ledgers join into one, and it does not matter how the rows were split between them.
 */

import { obtain } from "../domain/obtain.ts";
import { byRow } from "../domain/order.ts";
import type { Indicator, Part, Prices, Use } from "../domain/words.ts";
import type { Exact } from "../exact/exact.ts";
import type { Place } from "../findings/finding.ts";
import { addDay, type DayStamp, type Days, mergeDays } from "./days.ts";
import { byClaim, type Claim, type Entry, mergeEntries } from "./entry.ts";
import { noteFile } from "./folders.ts";
import { betterWritten, type Parameters } from "./parameters.ts";

/** What rows say of one series: by period code, by day, and to date. */
export interface Series {
	readonly entries: Map<number, Entry>;
	/** Rows that name a day. */
	days?: Days;
	/** Amounts that a word says to be to date, by the code of January to their month. */
	toDate?: Map<number, Entry>;
	/** Codes of those that no word says to be so, but the form they stand in. */
	byForm?: Set<number>;
}

/** When a row's amount is of. */
export interface When {
	/** Code of the period. */
	readonly code: number;
	readonly toDate: boolean;
	/** The form that the row stands in is to date, and no word says so. */
	readonly byForm?: boolean;
	/** Where the row names a day. */
	readonly within?: DayStamp;
}

/**
 * What an amount is beside the plain ones of its carrier: in tonnes of coal equivalent; of a grade, a device or a place (`lot:锅炉`);
 * a part of the whole (`part:运输`). Empty for plain amounts.
 */
export type Role = "" | "bought" | "equivalent" | `lot:${string}` | `part:${string}`;

/** All entries of one firm, site, carrier, use and set of parameters, by period code. */
export interface EnergySeries extends Series {
	readonly site: string;
	/** Id of the carrier, or the text that was mapped to one. */
	readonly carrier: string;
	readonly use: Use;
	readonly role: Role;
	/** One set of numbers; how they are written may change as rows come. */
	measured: Parameters;
}

/** What stands beside an amount of a carrier: bought, in stock, passed on, made in the works, or recovered there. */
export const measures = ["purchased", "opening_stock", "closing_stock", "transferred_out", "own_made", "recovered"] as const;
export type Measure = (typeof measures)[number];

/** All such amounts of one firm, site, carrier and set of parameters, by period code: none of them is consumption. */
export interface SupplySeries extends EnergySeries {
	readonly measure: Measure;
}

/** All entries of one firm, indicator, product and prices, by period code. */
export interface OutputSeries extends Series {
	readonly indicator: Indicator;
	/** Folded; empty but for production. */
	readonly product: string;
	readonly prices: Prices;
}

/** What a series of output is of. */
export type OutputKey = Pick<OutputSeries, "indicator" | "product" | "prices">;

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
	/** A row was lost that may be the firm's, or another's: what is pooled over both cannot be known. */
	readonly lost?: true;
}

/** What a firms table that no option names says of who a firm is. */
export interface Heard {
	readonly names: Attested;
	readonly sectors: Attested;
	readonly provinces: Attested;
}

/**
 * Amounts of rows whose naming cell is a word of total, in series as those that count: compared with what they are totals of, and
 * the amount itself where the firm-year has no other row of the series.
 */
export interface Totals {
	readonly energy: Map<string, EnergySeries>;
	readonly output: Map<string, OutputSeries>;
}

/** The code of a total's period where nothing says which year it is of. */
export const unknownPeriod = 0;

export interface FirmRecord {
	readonly firm: string;
	/** Some table names the firm by its unified social credit code. */
	byCreditCode: boolean;
	readonly names: Attested;
	readonly sectors: Attested;
	readonly provinces: Attested;
	/** Of firms tables that an option names. */
	readonly master: MasterData;
	/** Of others, by file. */
	readonly heard: Map<string, Heard>;
	/** Folders in which the firm has rows, each with the first of its files. */
	readonly folders: Map<string, string>;
	readonly energy: Map<string, EnergySeries>;
	/** Those of them without site and measured parameters, by carrier: a shortcut while a table is read, empty afterwards. */
	readonly plain: Map<string, EnergySeries>;
	/** What stands beside amounts of energy: purchases, stocks, what was passed on, what the works made itself. */
	readonly supplies: Map<string, SupplySeries>;
	readonly output: Map<string, OutputSeries>;
	/** What rows print that are totals by their own word. */
	readonly totals: Totals;
	/** Amounts of output that no output can have, by series and period: they count for nothing but contradict those that stand beside them. */
	readonly disputed: Map<string, Claim>;
	/** Row errors, by `year|what`, those of lost rows apart. */
	readonly marks: Map<string, Mark>;
	/** Months of rows that were refused, by year and `carrier|use` or `output`: they are faulty, not missing. Without a year: any. */
	readonly refused: Map<string, { readonly carrier: string; readonly use: Use | ""; readonly year: number | null; mask: number }>;
	/** Periods for which an amount was left blank; `series` is `carrier|use|site`, or `output`. */
	readonly blanks: Map<string, { readonly carrier: string; readonly series: string; readonly period: number }>;
}

export interface Ledger {
	readonly firms: Map<string, FirmRecord>;
	/** A row with an error names no firm that could be asked: no figure pooled over firms can be known. */
	pooledUnknown: boolean;
	/** An unclosed quote swallowed rows that nobody can name. */
	rowsLost: boolean;
	/** Rows of one key are part amounts (--add-repeats). */
	readonly adding: boolean;
}

export function emptyLedger(adding: boolean): Ledger {
	return { firms: new Map(), pooledUnknown: false, rowsLost: false, adding };
}

export function recordOf(ledger: Ledger, firm: string): FirmRecord {
	let record = ledger.firms.get(firm);
	if (record === undefined) {
		const master = (): MasterData => ({
			names: new Map(),
			sectors: new Map(),
			provinces: new Map(),
			baseIntensities: new Map(),
			baseYears: new Map(),
			targetPercents: new Map(),
		});
		record = {
			firm,
			byCreditCode: false,
			names: new Map(),
			sectors: new Map(),
			provinces: new Map(),
			master: master(),
			heard: new Map(),
			folders: new Map(),
			energy: new Map(),
			plain: new Map(),
			supplies: new Map(),
			output: new Map(),
			totals: { energy: new Map(), output: new Map() },
			disputed: new Map(),
			marks: new Map(),
			refused: new Map(),
			blanks: new Map(),
		};
		ledger.firms.set(firm, record);
	}
	return record;
}

/** What a row's amounts of energy are of. */
export type EnergyKey = Pick<EnergySeries, "site" | "carrier" | "use" | "role" | "measured">;

/** Adds one row's amount of a carrier. */
export function addEnergy(
	ledger: Ledger,
	record: FirmRecord,
	{ site, carrier, use, role, measured }: EnergyKey,
	when: When,
	entry: Entry,
): void {
	// Nearly all rows: one lookup by a word that is already known, instead of making a name of five.
	const plain = site === "" && use === "consumed" && measured.key === "" && role === "" && !ledger.adding;
	let series = plain ? record.plain.get(carrier) : undefined;
	if (series === undefined) {
		// Part amounts in tonnes and in gigajoules both count; without --add-repeats they would contradict each other.
		const name = [carrier, use, measured.key, site, ledger.adding ? entry.unit : "", ...(role === "" ? [] : [role])].join(
			"\u001f",
		);
		series = obtain(record.energy, name, () => ({ site, carrier, use, role, measured, entries: new Map() }));
		series.measured = betterWritten(series.measured, measured);
		if (plain) record.plain.set(carrier, series);
	}
	put(series, when, entry, ledger.adding);
}

/** Notes what a row prints that is a total of energy; the code is `unknownPeriod` where nothing says of which year. */
export function addEnergyTotal({ totals }: FirmRecord, key: EnergyKey, period: number, entry: Entry): void {
	const name = [key.carrier, key.use, key.measured.key, key.site, key.role].join("\u001f");
	const series = obtain(totals.energy, name, () => ({ ...key, entries: new Map() }));
	series.measured = betterWritten(series.measured, key.measured);
	putEntry(series.entries, period, entry, false);
}

/** The same for a total of output. */
export function addOutputTotal({ totals }: FirmRecord, key: OutputKey, period: number, entry: Entry): void {
	putEntry(obtain(totals.output, outputName(key), () => ({ ...key, entries: new Map() })).entries, period, entry, false);
}

/** Adds what stands beside a row's amount. A stock is what it is on its day: it is of no day that adds up, and never to date. */
export function addSupply(
	ledger: Ledger,
	record: FirmRecord,
	{ site, carrier, measured }: EnergyKey,
	measure: Measure,
	when: When,
	entry: Entry,
): void {
	const name = [carrier, measure, measured.key, site, ledger.adding ? entry.unit : ""].join("\u001f");
	const key = { site, carrier, use: "consumed", role: "", measured, measure } as const;
	const series = obtain(record.supplies, name, (): SupplySeries => ({ ...key, entries: new Map() }));
	series.measured = betterWritten(series.measured, measured);
	put(series, isStock(measure) ? { code: when.code, toDate: false } : when, entry, ledger.adding);
}

export function isStock(measure: Measure): boolean {
	return measure === "opening_stock" || measure === "closing_stock";
}

/** Adds one row's output. */
export function addOutput(ledger: Ledger, record: FirmRecord, key: OutputKey, when: When, entry: Entry): void {
	const name = outputName(key);
	const series = obtain(record.output, name, () => ({ ...key, entries: new Map() }));
	put(series, when, entry, ledger.adding);
}

function outputName({ indicator, product, prices }: OutputKey): string {
	return `${indicator}\u001f${product}\u001f${prices}`;
}

/** Notes an amount of output that cannot be, such as one below zero; of several the first by place. */
export function dispute(record: FirmRecord, key: OutputKey, period: number, claim: Claim): void {
	const name = `${outputName(key)}\u001f${period}`;
	const there = record.disputed.get(name);
	if (there === undefined || byClaim(claim, there) < 0) record.disputed.set(name, claim);
}

/** The entries of a series, each beside what disputes it. */
export function withDisputes(record: FirmRecord, series: OutputSeries): Series {
	const { entries, indicator, product, prices } = series;
	if (record.disputed.size === 0) return series;
	const key = { indicator, product, prices };
	const disputed = new Map(
		[...entries].map(([period, entry]) => {
			const claim = record.disputed.get(`${outputName(key)}\u001f${period}`);
			return [period, claim === undefined ? entry : { ...entry, others: [...entry.others, claim] }] as const;
		}),
	);
	return { ...series, entries: disputed };
}

function put(series: Series, { code, toDate, byForm, within }: When, entry: Entry, adding: boolean): void {
	if (within !== undefined) {
		series.days ??= new Map();
		addDay(series.days, code, within, entry, adding);
	} else if (toDate) {
		series.toDate ??= new Map();
		putEntry(series.toDate, code, entry, adding);
		if (byForm === true) {
			series.byForm ??= new Set();
			series.byForm.add(code);
		}
	} else putEntry(series.entries, code, entry, adding);
}

function pourEnergy<S extends EnergySeries>(into: Map<string, S>, from: Map<string, S>, adding: boolean): void {
	for (const [name, series] of from) {
		const there = into.get(name);
		if (there === undefined) into.set(name, series);
		else {
			there.measured = betterWritten(there.measured, series.measured);
			pourSeries(there, series, adding);
		}
	}
}

function pourOutput(into: Map<string, OutputSeries>, from: Map<string, OutputSeries>, adding: boolean): void {
	for (const [name, series] of from) {
		const there = into.get(name);
		if (there === undefined) into.set(name, series);
		else pourSeries(there, series, adding);
	}
}

/** Pours what one series says into another. */
function pourSeries(into: Series, from: Series, adding: boolean): void {
	for (const [period, entry] of from.entries) putEntry(into.entries, period, entry, adding);
	if (from.days !== undefined) {
		into.days ??= new Map();
		mergeDays(into.days, from.days, adding);
	}
	if (from.toDate === undefined) return;
	into.toDate ??= new Map();
	for (const [period, entry] of from.toDate) putEntry(into.toDate, period, entry, adding);
	if (from.byForm !== undefined) into.byForm = new Set([...(into.byForm ?? []), ...from.byForm]);
}

function putEntry(entries: Map<number, Entry>, period: number, entry: Entry, adding: boolean): void {
	const there = entries.get(period);
	entries.set(period, there === undefined ? entry : mergeEntries(there, entry, adding));
}

/** Notes that an error makes part of a firm's year, or of all its years, unknown. */
export function mark(record: FirmRecord, reach: Mark): void {
	record.marks.set(`${reach.year ?? ""}|${reach.what}${reach.lost ? "|lost" : ""}`, reach);
}

/**
 * Notes the months of a refused row: its carrier's key and its use (each empty where it could not be read), or `output`. The year is
 * null where its period could not be read.
 */
export function markRefused(record: FirmRecord, carrier: string, use: Use | "", year: number | null, mask: number): void {
	const name = `${carrier}\u001f${use}\u001f${year ?? ""}`;
	const there = record.refused.get(name);
	if (there === undefined) record.refused.set(name, { carrier, use, year, mask });
	else there.mask |= mask;
}

/** The name of a series, whatever was measured: what is given whole and what is given in parts must share it. */
export function seriesName(carrier: string, use: Use, site: string): string {
	return `${carrier}\u001f${use}\u001f${site}`;
}

/** Stands behind the name of a series of which an amount that is only compared with it was left blank. */
export const comparedOnly = "compared";

/** Notes that an amount of a series was left blank for a period. */
export function markBlank(record: FirmRecord, carrier: string, series: string, period: number): void {
	record.blanks.set(`${series}\u001f${period}`, { carrier, series, period });
}

/** Notes what a row says, at the first place that says it. */
export function attest<V>(values: Map<V, Place>, value: V, place: Place): void {
	const there = values.get(value);
	if (there === undefined || byRow(place, there) < 0) values.set(value, place);
}

/** The same for values that are kept with their number. */
export function attestValue<V extends { readonly place: Place }>(values: Map<string, V>, text: string, value: V): void {
	const there = values.get(text);
	if (there === undefined || byRow(value.place, there.place) < 0) values.set(text, value);
}

/**
 * Left and right as one. Associative, and the same whichever side comes first. What comes out owns what both held, since it
 * may be a million entries: neither is to be used afterwards.
 */
export function joinLedgers(left: Ledger, right: Ledger): Ledger {
	left.pooledUnknown ||= right.pooledUnknown;
	left.rowsLost ||= right.rowsLost;
	for (const record of right.firms.values()) {
		const there = left.firms.get(record.firm);
		if (there === undefined) left.firms.set(record.firm, record);
		else pour(there, record, left.adding);
	}
	return left;
}

function pour(into: FirmRecord, from: FirmRecord, adding: boolean): void {
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
	for (const [file, said] of from.heard) {
		const there = into.heard.get(file);
		if (there === undefined) into.heard.set(file, said);
		else
			for (const what of ["names", "sectors", "provinces"] as const)
				for (const [value, place] of said[what]) attest(there[what], value, place);
	}
	for (const [folder, file] of from.folders) noteFile(into.folders, folder, file);
	for (const [name, reach] of from.marks) into.marks.set(name, reach);
	for (const { carrier, use, year, mask } of from.refused.values()) markRefused(into, carrier, use, year, mask);
	for (const [name, blank] of from.blanks) into.blanks.set(name, blank);
	pourEnergy(into.energy, from.energy, adding);
	pourEnergy(into.supplies, from.supplies, adding);
	pourEnergy(into.totals.energy, from.totals.energy, false);
	pourOutput(into.output, from.output, adding);
	pourOutput(into.totals.output, from.totals.output, false);
	for (const [name, claim] of from.disputed) {
		const there = into.disputed.get(name);
		if (there === undefined || byClaim(claim, there) < 0) into.disputed.set(name, claim);
	}
}
