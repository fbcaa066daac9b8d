/** What the tables say of one key: an amount, where it first stands, how often, and whether other rows say otherwise. */
import { byTable, type TableName } from "../domain/order.ts";
import { type Exact, equal, sum } from "../exact/exact.ts";
import type { Place } from "../findings/finding.ts";

/** Where amounts stand: the table, the name its amount column has there, and the unit as it is written. */
export interface Origin extends TableName {
	readonly column: string;
	/** Of a workbook: the column's letter. */
	readonly letter?: string;
	readonly unit: string;
	/** One written unit in the unit that amounts are held in; undefined where it differs from row to row. */
	readonly perUnit?: Exact | undefined;
	/** Symbols of the written unit and of the one it is held in; not there where amounts of several units were added up elsewhere. */
	readonly written?: { readonly symbol: string; readonly held: string };
	/** The word by which the row is a total. */
	readonly total?: string;
	/** The table has a column of purchases: where it is blank, nothing was bought. */
	readonly purchases?: true;
	/** The table is form 205-1, whose stocks must balance. */
	readonly form?: true;
	/** The table is one of totals: an amount of the same key elsewhere is no copy of it, nor can it be told to be a part. */
	readonly summed?: true;
}

/** One distinct amount, at the first place it stands. */
export interface Claim {
	readonly amount: Exact;
	/** Symbol of the unit the amount is held in. */
	readonly unit: string;
	/** Shared by all rows of a file that are in one unit. */
	readonly from: Origin;
	readonly row: number;
	readonly line: number;
	/** The cell as it stands in the file. */
	readonly text: string;
	/** What stands in the columns of the row that nobody reads; not there where the table has none. */
	readonly beside?: string;
}

export interface Entry extends Claim {
	/** How many rows say it, this one included; the one field that counting rows changes in place. */
	times: number;
	/** Rows of the same key with another amount, in order of place; none where all agree. */
	readonly others: readonly Claim[];
	/** Where the amount stands a second time, of several the first by place; changed in place like `times`. */
	copy: Claim | undefined;
}

/** How many other amounts are remembered: enough to name the rows, and no more however bad the file. */
const remembered = 8;

/**
 * Two entries of one key as one (the first of them may be counted up in place). Equal amounts count once, unless columns that nobody
 * reads tell them apart: two meters may show the same. Other amounts are a conflict, unless `adding` says that rows of one key are part
 * amounts. A table without such columns says nothing against a copy in another. Associative, and blind to order: the entry that stands
 * first by place speaks.
 */
export function mergeEntries(a: Entry, b: Entry, adding: boolean): Entry {
	const [first, second] = byClaim(a, b) <= 0 ? [a, b] : [b, a];
	const times = a.times + b.times;
	if (!adding && first.others.length === 0 && second.others.length === 0 && same(first, second)) {
		// Copies are counted, and of them only the first is kept: a file of nothing but copies takes no memory for each.
		first.times = times;
		first.copy = secondOf(first, second);
		return first;
	}
	if (adding && first.unit === second.unit)
		return { ...first, amount: sum(a.amount, b.amount), times, others: [], copy: undefined };
	const distinct: Claim[] = [];
	for (const claim of [first, ...first.others, second, ...second.others].sort(byClaim)) {
		if (!distinct.some((known) => same(known, claim))) distinct.push(claim);
	}
	const told = distinct.filter(
		(claim) => claim.beside !== undefined || !distinct.some((one) => one.beside !== undefined && sameAmount(one, claim)),
	);
	const [lead, ...others] = told as [Claim, ...Claim[]];
	if (others.length === 0) {
		const places = [first, first.copy, second, second.copy].filter((one) => one !== undefined && byClaim(one, lead) !== 0);
		const [copy] = (places as Claim[]).sort(byClaim);
		return { ...onlyClaim(lead), times, others: none, copy: copy === undefined ? undefined : onlyClaim(copy) };
	}
	return { ...onlyClaim(lead), times, others: others.slice(0, remembered).map(onlyClaim), copy: undefined };
}

/** The second place of an amount that two entries have. */
function secondOf(first: Entry, second: Entry): Claim {
	const places = [first.copy, second, second.copy].filter((one) => one !== undefined);
	return onlyClaim(places.reduce((least, one) => (byClaim(one, least) < 0 ? one : least)));
}

function onlyClaim({ amount, unit, from, row, line, text, beside }: Claim): Claim {
	return beside === undefined ? { amount, unit, from, row, line, text } : { amount, unit, from, row, line, text, beside };
}

const none: readonly Claim[] = [];

/** What one row says. Written out field by field: this runs for every row of every file. */
export function asEntry(amount: Exact, unit: string, from: Origin, row: number, line: number, text: string): Entry {
	return { amount, unit, from, row, line, text, times: 1, others: none, copy: undefined };
}

function same(a: Claim, b: Claim): boolean {
	return a.beside === b.beside && sameAmount(a, b) && !isSummed(a, b);
}

/** Whether either stands in a table of totals: what overlaps it may be in it already. */
export function isSummed(a: Claim, b: Claim): boolean {
	return a.from.summed === true || b.from.summed === true;
}

function sameAmount(a: Claim, b: Claim): boolean {
	return a.unit === b.unit && equal(a.amount, b.amount);
}

/** Claims by the place they stand at: by table, then by row. */
export function byClaim(a: Claim, b: Claim): number {
	return byTable(a.from, b.from) || a.row - b.row;
}

/** The place of a claim: its cell, as it stands in the file. */
export function placeOf({ from, row, line, text }: Claim): Place {
	const { column, letter } = from;
	return { ...tableOf(from), row, line, column, value: text, ...(letter === undefined ? {} : { letter }) };
}

/** The table that an origin names. */
function tableOf({ file, sheet }: Origin): TableName {
	return sheet === undefined ? { file } : { file, sheet };
}
