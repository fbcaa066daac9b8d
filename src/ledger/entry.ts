/** What the tables say of one key: an amount, where it first stands, how often, and whether other rows say otherwise. */
import { type Exact, equal, sum, toText } from "../exact/exact.ts";
import type { Place } from "../findings/finding.ts";

/** Where amounts stand: the file, the name its amount column has there, and the unit as it is written. */
export interface Origin {
	readonly file: string;
	readonly column: string;
	readonly unit: string;
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
 * Two entries of one key as one (the first of them may be counted up in place). Equal amounts count once; other amounts are a conflict, unless `adding` says that rows of
 * one key are part amounts. Associative, and blind to order: the entry that stands first by place speaks.
 */
export function mergeEntries(a: Entry, b: Entry, adding: boolean): Entry {
	const [first, second] = inOrder(a, b) <= 0 ? [a, b] : [b, a];
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
	for (const claim of [first, ...first.others, second, ...second.others].sort(inOrder)) {
		if (!distinct.some((known) => same(known, claim))) distinct.push(claim);
	}
	const [lead, ...others] = distinct as [Claim, ...Claim[]];
	return { ...onlyClaim(lead), times, others: others.slice(0, remembered).map(onlyClaim), copy: undefined };
}

/** The second place of an amount that two entries have. */
function secondOf(first: Entry, second: Entry): Claim {
	const places = [first.copy, second, second.copy].filter((one) => one !== undefined);
	return onlyClaim(places.reduce((least, one) => (inOrder(one, least) < 0 ? one : least)));
}

function onlyClaim({ amount, unit, from, row, line, text }: Claim): Claim {
	return { amount, unit, from, row, line, text };
}

const none: readonly Claim[] = [];

/** What one row says. Written out field by field: this runs for every row of every file. */
export function asEntry(amount: Exact, unit: string, from: Origin, row: number, line: number, text: string): Entry {
	return { amount, unit, from, row, line, text, times: 1, others: none, copy: undefined };
}

function same(a: Claim, b: Claim): boolean {
	return a.unit === b.unit && equal(a.amount, b.amount);
}

/** By file, then by row. */
export function inOrder(a: Claim, b: Claim): number {
	return a.from.file < b.from.file ? -1 : a.from.file > b.from.file ? 1 : a.row - b.row;
}

/** The place of a claim: its cell, as it stands in the file. */
export function placeOf({ from, row, line, text }: Claim): Place {
	return { file: from.file, row, line, column: from.column, value: text };
}

/** Output is held in the base unit of its dimension, and by the dimension's name. */
const baseUnits: Readonly<Record<string, string>> = {
	money: "10^4 CNY",
	mass: "t",
	"gas-volume": "Nm3",
	energy: "GJ",
	electricity: "kWh",
};

/** `3880000 kWh`: the amount in the unit it is held in, so that two rows can be compared. */
export function amountText({ amount, unit }: Claim): string {
	return `${toText(amount)} ${baseUnits[unit] ?? unit}`;
}

/** `energy.csv:17`, to name a row in a message. */
export function rowName({ from, row }: Claim): string {
	return `${from.file}:${row}`;
}
