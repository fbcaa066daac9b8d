/**
 * Facts to exact aggregates, by firm, site, period, carrier, use and measured parameters: plain data, which threads and
 * processes can exchange. Rows are added by `post.ts`; two ledgers are made one by `join.ts`.
 */

import { byRow } from "../domain/order.ts";
import type { Indicator, Part, PlanAmount, Prices, Use } from "../domain/words.ts";
import type { Exact } from "../exact/exact.ts";
import type { Place } from "../findings/finding.ts";
import type { DayStamp, Days } from "./days.ts";
import type { Claim, Entry } from "./entry.ts";
import type { Parameters } from "./parameters.ts";
import { emptyPlanRecord, type PlanRecord } from "./plan-record.ts";

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

/** The codes of all periods that a series has amounts of, in whichever way they are given. */
export function eachCode({ entries, days, toDate }: Series, take: (code: number) => void): void {
	for (const code of entries.keys()) if (code !== unknownPeriod) take(code);
	for (const code of toDate?.keys() ?? []) take(code);
	for (const { month } of days?.values() ?? []) take(month);
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
	/** Water, waste and pollutants: apart from all that emissions and intensities are made of. */
	readonly planned: PlanRecord;
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

/** What rows of a table say of a firm beside its amounts. */
export type ToldOfFirm = Pick<FirmRecord, "names" | "sectors" | "provinces">;

/** Who a firm is, without its amounts. */
export type FirmHead = Pick<
	FirmRecord,
	"firm" | "byCreditCode" | "names" | "sectors" | "provinces" | "master" | "heard" | "folders"
>;

/** Records by firm. Those of large tables are made when they are asked for (`firm-shelf.ts`). */
export type Firms = Map<string, FirmRecord> & {
	/** The record of a firm that is to be changed, where others are made for whoever asks. */
	readonly hold?: (firm: string) => FirmRecord | undefined;
	/** Who a firm is, without making its amounts. */
	readonly head?: (firm: string) => FirmHead;
	/** The records of those that are kept as such. */
	readonly records?: () => Iterable<FirmRecord>;
};

/** The records that are kept as such; the others are made for whoever asks, and know already what is said of all of a table. */
export function recordsIn({ firms }: Ledger): Iterable<FirmRecord> {
	return firms.records === undefined ? firms.values() : firms.records();
}

/** Who the firms are, one after another. */
export function* headsOf({ firms }: Pick<Ledger, "firms">): Generator<FirmHead> {
	for (const firm of firms.keys()) yield firms.head === undefined ? (firms.get(firm) as FirmRecord) : firms.head(firm);
}

export interface Ledger {
	readonly firms: Firms;
	/** A row with an error names no firm that could be asked: no figure pooled over firms can be known. */
	pooledUnknown: boolean;
	/** An unclosed quote swallowed rows that nobody can name. */
	rowsLost: boolean;
	/** Amounts that plans ask of besides CO2 of which a row names no firm: nobody's can be known. */
	readonly planLost: Set<PlanAmount>;
	/** Rows of one key are part amounts (--add-repeats). */
	readonly adding: boolean;
}

export function emptyLedger(adding: boolean): Ledger {
	return { firms: new Map(), pooledUnknown: false, rowsLost: false, planLost: new Set(), adding };
}

/** The record of a firm, to be added to. */
export function recordOf(ledger: Ledger, firm: string): FirmRecord {
	const { firms } = ledger;
	let record = firms.hold === undefined ? firms.get(firm) : firms.hold(firm);
	if (record === undefined) {
		record = emptyRecord(firm);
		firms.set(firm, record);
	}
	return record;
}

export function emptyRecord(firm: string): FirmRecord {
	const master = (): MasterData => ({
		names: new Map(),
		sectors: new Map(),
		provinces: new Map(),
		baseIntensities: new Map(),
		baseYears: new Map(),
		targetPercents: new Map(),
	});
	return {
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
		planned: emptyPlanRecord(),
		totals: { energy: new Map(), output: new Map() },
		disputed: new Map(),
		marks: new Map(),
		refused: new Map(),
		blanks: new Map(),
	};
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
