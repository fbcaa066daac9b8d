/**
 * What can be said about the data: a code, a place and the particulars. Never prose: sentences are made in language/.
 * A new kind of finding starts with its definition in fixtures/findings; the build and the compiler list what else it needs.
 */

import type { TableName, TableRow } from "../domain/order.ts";
import type { Indicator, PlanAmount, Prices, Use } from "../domain/words.ts";
import type { Ratio } from "../exact/ratio.ts";
import type { Chapters, Particulars } from "./compiled.ts";

export type { Chapters, Particulars };

/** Where: the table, the row as a spreadsheet counts (the first row is 1), the physical line. */
export interface Place extends TableName {
	/** 0 when the finding is about the whole file or the whole run. */
	readonly row: number;
	readonly line: number;
	/** The column's name as it stands in the file; empty when the row as a whole is meant. */
	readonly column: string;
	/** The cell's text as it stands in the file. */
	readonly value: string;
	/** Of a workbook: the column's letter. Not there where no single column is meant. */
	readonly letter?: string;
}

/** What amounts are amounts of: a carrier for a use, an indicator at its prices, all energy, or a column of a table. */
export type Subject =
	| { readonly of: "carrier"; readonly carrier: string; readonly use: Use }
	| { readonly of: "indicator"; readonly indicator: Indicator | PlanAmount; readonly prices: Prices }
	| { readonly of: "all-energy" }
	| { readonly of: "column"; readonly column: string; readonly year: string };

/** A slip that would explain an amount: by which factor, what it was counted in, what it is written under, what it would be. */
export interface SlipCause {
	/** `10^4`, `3.6`, `44/12`. */
	readonly factor: string;
	/** Symbols of units, `C` or `CO2`; empty where a decimal point moved. */
	readonly given: string;
	readonly under: string;
	/** The amount with the slip undone. */
	readonly wouldBe: Amount;
}

/** An amount: its exact value in the unit it is held in, and how the file would write it. */
export interface Amount {
	/** Plain decimal digits; null where a division has no end, or where it is no number. */
	readonly exact: string | null;
	/** Symbol of the unit it is held in; empty for what has none. */
	readonly unit: string;
	/** In the unit of the file, by its symbol; of what no file says, in the unit it is held in. */
	readonly shown: { readonly value: string; readonly unit: string };
}

/** A row, to name it in a message. */
export type Row = TableRow;

/** The row of a place. */
export function rowAt({ file, sheet, row }: Row): Row {
	return sheet === undefined ? { file, row } : { file, sheet, row };
}

export const nowhere: Place = { file: "", row: 0, line: 0, column: "", value: "" };

/** The unit a number may have been written in, and what it would then be in the unit it was read in. */
export interface LikelyUnit {
	readonly written: string;
	readonly value: string;
	readonly unit: string;
}

export type Code = keyof Particulars;

/** What a finding is worth: how much CO2 is in doubt, and whether so much could turn a verdict. null where nobody can say. */
export interface Weight {
	/** t CO2, zero or more. */
	readonly tonnes: Ratio | null;
	readonly couldTurn: boolean | null;
}

/** What a row of energy that was refused would have added, as far as it could be read. */
export interface Lost {
	readonly carrier: string;
	readonly use: Use;
	/** Plain digits; null where the amount cannot be read. */
	readonly amount: string | null;
	/** What one of its unit is in the unit that amounts are held in, and that; null where the unit is not known. */
	readonly unit: { readonly symbol: string; readonly per: string } | null;
}

/** One thing to tell the user. */
export type Finding = {
	readonly [C in Code]: {
		readonly code: C;
		readonly at: Place;
		/** The firm concerned, and the period as text; empty where the finding is about neither. */
		readonly firm: string;
		readonly period: string;
		readonly with: Particulars[C];
		/** Fingerprint of the finding that this one follows from. */
		readonly cause?: string;
		readonly weight?: Weight;
		/** Of a row that was refused: what it is weighed by. */
		readonly lost?: Lost;
		/** Too small to matter: a note, whatever others of its code are. */
		readonly minor?: true;
	};
}[Code];

/** A finding before its place is known: what a reader of cells hands to the reader of rows. */
export type Remark = { readonly [C in Code]: { readonly code: C; readonly with: Particulars[C] } }[Code];

/** Builds a remark: the code decides what the particulars must be. */
export function remark<C extends Code>(code: C, particulars: Particulars[C]): Remark {
	return { code, with: particulars } as Remark;
}

/** Puts a remark at its place. */
export function finding(about: Remark, at: Place, firm = "", period = ""): Finding {
	return { code: about.code, at, firm, period, with: about.with } as Finding;
}
