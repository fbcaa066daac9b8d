/**
 * What can be said about the data: a code, a place and the particulars. Never prose: sentences are made in language/.
 * A new kind of finding starts here; the compiler lists what else it needs.
 */

import type { CreditCodeFault } from "../domain/credit-code.ts";
import type { NoPeriod } from "../domain/period.ts";
import type { Indicator, Part, Prices, Reason, Use } from "../domain/words.ts";
import type { Ratio } from "../exact/ratio.ts";

/** Where: the file as the user named it, the row as a spreadsheet counts (the first row of the file is 1), the physical line. */
export interface Place {
	readonly file: string;
	/** 0 when the finding is about the whole file or the whole run. */
	readonly row: number;
	readonly line: number;
	/** The column's name as it stands in the file; empty when the row as a whole is meant. */
	readonly column: string;
	/** The cell's text as it stands in the file. */
	readonly value: string;
}

/** What amounts are amounts of: a carrier for a use, an indicator at its prices, all energy, or a column of a table. */
export type Subject =
	| { readonly of: "carrier"; readonly carrier: string; readonly use: Use }
	| { readonly of: "indicator"; readonly indicator: Indicator; readonly prices: Prices }
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
	readonly wouldBe: string;
}

export const nowhere: Place = { file: "", row: 0, line: 0, column: "", value: "" };

/** The unit a number may have been written in, and what it would then be in the unit it was read in. */
export interface LikelyUnit {
	readonly written: string;
	readonly value: string;
	readonly unit: string;
}

/** What each kind of finding needs to know. */
export interface Particulars {
	// The file
	readonly "missing-column": {
		readonly kind: string;
		readonly missing: string;
		readonly nearest: string;
		readonly have: readonly string[];
	};
	readonly "duplicate-column": { readonly meaning: string; readonly other: string };
	readonly "unknown-column": { readonly near: readonly string[] };
	readonly "ragged-row": { readonly expected: number; readonly found: number };
	readonly "unclosed-quote": { readonly skippedLines: number };
	readonly "nul-byte": Record<never, never>;
	readonly "same-file": { readonly other: string };
	readonly "no-data": Record<never, never>;
	// The shape of the file
	readonly "title-lines": { readonly rows: number };
	readonly "firm-from-title": { readonly firm: string };
	readonly "year-from-title": { readonly year: string };
	readonly "unit-from-title": { readonly unit: string };
	readonly "repeated-header": Record<never, never>;
	readonly "header-changed": { readonly words: readonly string[] };
	readonly "note-row": Record<never, never>;
	readonly "blank-rows": { readonly rows: number };
	readonly "filled-down": { readonly columns: readonly string[] };
	readonly "blank-column": { readonly rows: number; readonly firms: number };
	/** What the rows above it add up to, against what is printed, to as many places as are printed. */
	readonly "total-differs": { readonly what: Subject; readonly printed: string; readonly summed: string };
	readonly "mixed-newlines": { readonly kinds: readonly string[] };
	readonly "cell-too-long": { readonly length: number; readonly most: number };
	// Cells that name something
	readonly "missing-firm": Record<never, never>;
	readonly "missing-cell": { readonly what: string };
	readonly "bad-period": { readonly why: NoPeriod };
	readonly "future-month": { readonly asOf: string };
	readonly "unknown-carrier": { readonly near: readonly string[] };
	readonly "carrier-read-as": { readonly carrier: string };
	readonly "carrier-mapped": { readonly carrier: string };
	/** Whether what it prints was compared with the rows it adds up. */
	readonly "total-row": { readonly check: "agrees" | "differs" | "not-checked" };
	readonly "may-include-own-generation": { readonly carrier: string };
	readonly "unknown-use": { readonly known: readonly string[] };
	readonly "unknown-indicator": { readonly near: readonly string[]; readonly known: readonly string[] };
	readonly "missing-product": Record<never, never>;
	readonly "unknown-sector": { readonly near: readonly string[] };
	readonly "unknown-province": { readonly near: readonly string[] };
	readonly "unknown-prices": { readonly known: readonly string[] };
	readonly "constant-year-assumed": { readonly prices: string };
	readonly "two-sectors": { readonly sectors: readonly string[] };
	readonly "differs-between-rows": { readonly what: string; readonly values: readonly string[]; readonly used: string };
	readonly "master-data-differs": { readonly what: string; readonly values: readonly string[]; readonly used: string };
	// Credit codes, and letters that names should not hold
	readonly "bad-credit-code": { readonly fault: CreditCodeFault };
	readonly "credit-code-respelt": { readonly read: string };
	/** Letters as Unicode numbers them: `U+001B`. */
	readonly "control-character": { readonly letters: readonly string[] };
	readonly "invisible-character": { readonly letters: readonly string[] };
	readonly "formula-like-text": Record<never, never>;
	readonly "two-names-one-code": { readonly names: readonly string[]; readonly used: string };
	readonly "one-name-two-codes": { readonly name: string; readonly codes: readonly string[] };
	// Units
	readonly "missing-unit": { readonly wanted: readonly string[] };
	readonly "unknown-unit": { readonly near: readonly string[] };
	readonly "wrong-unit-kind": { readonly what: string; readonly wanted: readonly string[] };
	readonly "unit-disagrees": { readonly inHeader: string };
	readonly "foreign-currency": Record<never, never>;
	readonly "energy-unit": { readonly carrier: string };
	readonly "mixed-dimensions": { readonly units: readonly string[] };
	// Numbers
	readonly "bad-number": {
		readonly why: "grammar" | "groups" | "full-width-comma" | "too-long" | "formula" | "spreadsheet-error";
	};
	readonly "missing-quantity": Record<never, never>;
	readonly "negative-quantity": Record<never, never>;
	readonly "thousands-separators": { readonly read: string };
	readonly "full-width": { readonly read: string };
	readonly "spaces-trimmed": { readonly read: string };
	readonly "spreadsheet-exponent": { readonly read: string; readonly digits: number };
	readonly "bad-parameter": { readonly wanted: "above-zero" | "fraction" | "zero-or-more" | "whole-year" | "percent" };
	readonly "factor-and-parts": { readonly parts: readonly string[] };
	readonly "parameter-unused": { readonly carrier: string };
	readonly "heat-content-missing": { readonly carrier: string };
	// Suspected in single rows and measured values
	/** `1,234` where the same column has a cell whose comma is a decimal point: that cell, and its row. */
	readonly "ambiguous-separators": { readonly other: string; readonly row: number };
	/** What a field can hold at the most: a number, or so many characters. */
	readonly "cut-off-value": { readonly of: "number" | "text"; readonly limit: string };
	readonly "float-dust": { readonly cells: number };
	readonly "placeholder-amount": Record<never, never>;
	readonly "ambiguous-unit": { readonly readAs: string; readonly why: "word" | "conditions" | "unusual" };
	readonly "mixed-units": { readonly what: Subject; readonly units: readonly string[] };
	readonly "output-and-energy-disagree": { readonly of: "no-output" | "no-energy"; readonly carriers: readonly string[] };
	readonly "value-added-above-output": { readonly valueAdded: string; readonly outputValue: string };
	/** Months as text: `2023-02`. */
	readonly "series-out-of-date": { readonly what: Subject; readonly last: string; readonly asOf: string };
	readonly "zero-before-month-ends": { readonly what: Subject; readonly asOf: string };
	readonly "coarse-measurement": { readonly carrier: string; readonly digits: number; readonly least: string };
	/** Tonnes of carbon in a tonne of fuel, or tonnes of CO2 from one, and the most that can be. */
	readonly "impossible-carbon": {
		readonly carrier: string;
		readonly of: "carbon" | "co2";
		readonly tonnes: string;
		readonly most: string;
		readonly likely: LikelyUnit | null;
	};
	readonly "low-oxidation": { readonly carrier: string; readonly least: string };
	readonly "heat-value-out-of-range": {
		readonly carrier: string;
		readonly value: string;
		readonly low: string;
		readonly high: string;
		/** Of the three. */
		readonly unit: string;
		readonly likely: LikelyUnit | null;
	};
	/** GJ/t, both. */
	readonly "coal-basis": { readonly carrier: string; readonly value: string; readonly high: string };
	readonly "carbon-content-out-of-range": Particulars["heat-value-out-of-range"];
	readonly "coal-carbon-out-of-range": {
		readonly carrier: string;
		readonly tonnes: string;
		readonly low: string;
		readonly high: string;
	};
	/** GJ/t, and tonnes of carbon in a tonne. */
	readonly "heat-and-carbon-apart": {
		readonly carrier: string;
		readonly heat: string;
		readonly usualHeat: string;
		readonly carbon: string;
		readonly usualCarbon: string;
	};
	/** The fuels of the same year that the gas is made from, over so many rows; of a row that says the gas is its own, neither. */
	readonly "by-product-gas": { readonly carrier: string; readonly from: readonly string[]; readonly rows: number | null };
	readonly "process-emissions-missing": { readonly product: string };
	// Which rows count
	/** `first` is the row that is counted. */
	readonly "repeated-entry": { readonly times: number; readonly what: Subject; readonly first: string };
	readonly "repeats-added": { readonly times: number; readonly what: Subject };
	readonly "conflicting-entries": {
		readonly what: Subject;
		readonly values: readonly string[];
		readonly rows: readonly string[];
	};
	readonly "whole-and-parts": { readonly what: Subject; readonly whole: string };
	readonly "whole-equals-parts": { readonly what: Subject; readonly whole: string };
	readonly "whole-against-parts": {
		readonly what: Subject;
		readonly whole: string;
		readonly parts: string;
		readonly rows: readonly string[];
	};
	/** Months as text: `2023-02, 2023-05`. */
	readonly "months-missing": { readonly what: Subject; readonly months: string };
	readonly "partial-year": { readonly months: number };
	readonly "unit-slip": {
		readonly what: Subject;
		readonly usual: string;
		readonly ratio: string;
		/** The power of ten nearest to the ratio: `10^-4`. */
		readonly cause: string;
	};
	// Factors
	readonly "no-factor": {
		readonly carrier: string;
		readonly set: string;
		readonly unit: string;
		readonly others: readonly string[];
	};
	readonly "no-electricity-factor": { readonly province: string; readonly mode: string };
	readonly "not-co2": { readonly material: string };
	readonly "needs-more": { readonly material: string; readonly formula: string };
	readonly "factor-partly-verified": { readonly carrier: string; readonly mark: string };
	readonly "oxidation-forced": { readonly set: string; readonly rate: string };
	readonly "electricity-nearest-year": { readonly used: number; readonly region: string };
	readonly "factor-row-conflict": { readonly carrier: string; readonly rows: readonly string[] };
	// Prices, boundary, base, targets
	readonly "prices-not-constant": { readonly prices: string; readonly wanted: string };
	/** In one year, or from year to year where `years` names them. */
	readonly "mixed-prices": {
		readonly prices: readonly string[];
		readonly indicator: Indicator;
		readonly years: readonly number[];
	};
	readonly "prices-asserted": { readonly prices: string; readonly stated: string };
	readonly "current-equals-constant": { readonly prices: string };
	readonly "constant-wins": Record<never, never>;
	readonly "deflator-year-missing": { readonly sector: string };
	readonly "boundary-changed": { readonly base: number; readonly present: boolean };
	readonly "part-changed": { readonly part: Part; readonly base: number; readonly present: boolean };
	readonly "no-base": { readonly base: number };
	readonly "no-output": { readonly indicator: Indicator; readonly zero: boolean };
	readonly "base-intensity-differs": { readonly stated: string; readonly computed: string };
	/** A base year that is not before its target year has that year instead of a reason. */
	readonly "base-unusable": { readonly base: number; readonly reason: Reason | { readonly notBefore: number } };
	readonly "total-not-positive": { readonly total: string };
	readonly "national-target-used": { readonly province: string };
	readonly "not-pooled": { readonly prices: string; readonly wanted: string };
	readonly "pooled-figures-withheld": Record<never, never>;
	readonly "target-row-conflict": { readonly rows: readonly string[] };
	// Suspected in histories and between firms
	readonly "month-unlike-history": {
		readonly what: Subject;
		readonly usual: string;
		readonly ratio: string;
		/** Compared with the same month of other years, not with the months of all years. */
		readonly season: boolean;
		/** How many months there are to compare with. */
		readonly months: number;
	};
	/** `what` is null for the intensity. */
	readonly "year-on-year-change": {
		readonly what: Subject | null;
		readonly lastYear: number;
		readonly before: string;
		readonly now: string;
		readonly unit: string;
		/** Signed: `-38.2`. */
		readonly percent: string;
	};
	/** How many times the months of a year before the months from the step on are, and the months till then were. */
	readonly "step-change": { readonly what: Subject; readonly months: number; readonly after: string; readonly before: string };
	/** Per cent since the month before, signed: of the energy, of the output, and what the line through the other months expects. */
	readonly "energy-against-output": {
		readonly what: Subject;
		readonly energy: string;
		readonly output: string;
		readonly expected: string;
	};
	readonly "repeated-amount": {
		readonly what: Subject;
		readonly amount: string;
		readonly months: number;
		/** The last of the months: `2023-07`. */
		readonly to: string;
	};
	readonly "unchanged-measurement": {
		readonly what: Subject;
		readonly parameter: "ncv" | "carbon_content";
		readonly measured: string;
		readonly months: number;
		readonly to: string;
	};
	/** `shift` is how many months later (earlier: below zero) the amounts stand in the year they were copied from. */
	readonly "copied-year": {
		readonly what: Subject;
		readonly lastYear: number;
		readonly months: number;
		readonly shift: "none" | "later" | "earlier";
	};
	/** The multiple is so many `unit` for one `per` of output. */
	readonly "fixed-multiple-of-output": {
		readonly what: Subject;
		readonly multiple: string;
		readonly unit: string;
		readonly per: string;
		readonly months: number;
	};
	readonly "round-amounts": {
		readonly what: Subject;
		readonly multiple: "100" | "1000";
		readonly round: number;
		readonly months: number;
	};
	/** `row` is where the other firm's months begin; `parameter` is empty for amounts. */
	readonly "shared-series": {
		readonly what: Subject;
		readonly parameter: "" | "ncv" | "carbon_content";
		readonly other: string;
		readonly row: string;
		readonly months: number;
		readonly to: string;
		/** How many stretches of months the two firms share; this is the one that says most. */
		readonly stretches: number;
	};
	/** `why` says which comparison told. */
	readonly "suspected-unit-slip": {
		readonly what: Subject;
		readonly why: "own-months" | "other-years" | "power-share" | "sector";
		/** What it is compared with: an amount, a share of coal equivalent in per cent, or coal equivalent per output. */
		readonly usual: string;
		/** Empty for a share. */
		readonly usualUnit: string;
		/** How many times the usual it is; a share in per cent. */
		readonly ratio: string;
		/** Of what it would be. */
		readonly unit: string;
		/** At least one, the likeliest first. */
		readonly causes: readonly SlipCause[];
	};
	// The run
	readonly "baseline-expired": { readonly code: string; readonly reason: string; readonly until: string };
	readonly "baseline-unused": { readonly code: string; readonly reason: string };
	readonly "not-listed": { readonly codes: readonly string[]; readonly kept: number };
}

export type Code = keyof Particulars;

/** What a finding is worth: how much CO2 is in doubt, and whether so much could turn a verdict. null where nobody can say. */
export interface Weight {
	/** t CO2, zero or more. */
	readonly tonnes: Ratio | null;
	readonly couldTurn: boolean | null;
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
