/**
 * Why a run could not be done (exit code 2): a wrong flag, a file that cannot be read or understood. One line, with the way
 * out; the sentence is made in language/. What is wrong in the data is a finding instead, and a fault of ours is neither.
 */

/** What the value of an option should have looked like; some forms need a detail. */
export type OptionForm =
	| "constant-prices"
	| "year"
	| "mapping"
	| "amounts"
	| "one-carrier"
	| "no-factor"
	| "kind"
	| "date"
	| "span"
	| "same-months"
	| "later-year"
	| "lever"
	| "lever-sign"
	| "lever-all"
	| "lever-fuels"
	| "months"
	| "tolerance"
	| "month"
	| "above-zero"
	| "share"
	| "electricity-size"
	| "one-set"
	| "whole-number"
	| "number-or-all"
	| "electricity"
	| "csv-only"
	| "json-only";

/** What should stand in a place of a rules file or a baseline. */
export type FileForm =
	| "json"
	| "object"
	| "list"
	| "change"
	| "reason"
	| "only-reason"
	| "text"
	| "decimal"
	| "fingerprint"
	| "once"
	| "code"
	| "day";

/** Layouts that are known and not read. */
export type UnreadLayout =
	| "two-header-rows"
	| "months-across"
	| "years-across"
	| "several-amounts"
	| "month-and-to-date"
	| "month-or-to-date"
	| "year-in-names"
	| "export"
	| "one-carrier"
	| "composite-units"
	| "meter-readings"
	| "regional-balance";

/** Why a workbook is not read. `old`: written before 1997. `empty`: no sheet of it holds anything that counts. */
export type WorkbookFault = "encrypted" | "cut-off" | "damaged" | "old" | "empty";

/**
 * What may be too much. `head`: bytes up to the end of the header. `record`, `row`, `title`, `header-word`: letters. `columns`,
 * `rows`, `cells`: so many. `unpacked`: bytes for each packed one. `json`: bytes of a file of json. `held`: bytes to be kept at once.
 */
export type Bound =
	| "head"
	| "record"
	| "row"
	| "title"
	| "header-word"
	| "columns"
	| "rows"
	| "cells"
	| "unpacked"
	| "json"
	| "held"
	| "files";

/** Why a file cannot be written. `quota`: of the disk, used up. */
export type Unwritten =
	| "missing"
	| "folder"
	| "not-a-folder"
	| "denied"
	| "full"
	| "quota"
	| "read-only"
	| "name-too-long"
	| "other";

/** Why a key is none that can be used. `public`, `private`: it is the other half. */
export type KeyFault = "no-pem" | "not-ed25519" | "public" | "private" | "encrypted";

/** What each kind of trouble needs to know. */
export interface TroubleParticulars {
	readonly "unknown-choice": {
		readonly option: string;
		readonly value: string;
		readonly known: readonly string[];
		readonly near: readonly string[];
	};
	readonly "bad-option": {
		readonly option: string;
		readonly value: string;
		readonly wanted: OptionForm;
		readonly detail: string;
	};
	/** A word that is no code of a finding. */
	readonly "unknown-code": { readonly word: string; readonly near: readonly string[] };
	/** A derivation is of one firm and one year. */
	readonly "one-firm-asked": { readonly firms: readonly string[] };
	readonly "one-year-asked": Record<never, never>;
	/** A file that should be a report in JSON and is none. */
	readonly "no-report": { readonly file: string };
	/** A comparison has an old side and a new one. */
	readonly "two-sides-wanted": Record<never, never>;
	readonly "report-version": { readonly file: string; readonly version: string };
	/** Both sides of a comparison are reports, which have their own options. */
	readonly "options-of-report": { readonly option: string };
	/** Rows were refused when totals were made, with another output than the run's: what they leave unknown of this one was not noted. */
	readonly "totals-per-other": { readonly file: string; readonly per: string };
	/** A row of a table of totals is none that the tool wrote. */
	readonly "totals-damaged": { readonly file: string; readonly row: number };
	/** A table of totals that is not all there: how many rows were read, and how many its end says. */
	readonly "totals-incomplete": { readonly file: string; readonly read: number; readonly said: number };
	readonly "bad-key": { readonly option: string; readonly file: string; readonly why: KeyFault };
	readonly "unknown-option": { readonly option: string; readonly near: readonly string[] };
	readonly "option-needs-value": { readonly option: string };
	/** `file`: the word is a file that is there. */
	readonly "unknown-command": { readonly word: string; readonly near: readonly string[]; readonly file: boolean };
	/** What help was asked of is no command and no topic of the manual. */
	readonly "unknown-topic": { readonly word: string; readonly near: readonly string[] };
	readonly "too-many-operands": { readonly most: number };
	readonly "would-overwrite": { readonly files: readonly string[] };
	readonly "cannot-open": {
		readonly file: string;
		/** `changed`: it was written to while it was read. */
		readonly why: "missing" | "folder" | "denied" | "no-writer" | "changed" | "other";
		readonly detail: string;
	};
	/** `done`: files of the run that are in place all the same. */
	readonly "cannot-write": {
		readonly file: string;
		readonly why: Unwritten;
		readonly detail: string;
		readonly done: readonly string[];
	};
	/** What comes once could not be kept: `at` is the file, or the folder where none could be begun. */
	readonly "cannot-keep": { readonly file: string; readonly at: string; readonly why: Unwritten; readonly detail: string };
	readonly "cannot-decode": { readonly file: string; readonly encoding: string; readonly offset: number | null };
	/** `encoding` is what the zeros beside its letters show. */
	readonly "utf-16-without-mark": { readonly file: string; readonly encoding: string };
	readonly "mixed-encodings": {
		readonly file: string;
		readonly utf8Line: number;
		readonly otherLine: number;
		readonly otherOffset: number;
	};
	readonly "not-recognised": { readonly file: string; readonly header: readonly string[]; readonly near: readonly string[] };
	/** A table whose layout is known and not read; `words` are the cells that show it. */
	readonly "layout-not-read": {
		readonly file: string;
		readonly layout: UnreadLayout;
		readonly headerRow: number;
		readonly words: readonly string[];
	};
	/** `document`: made by an office program, and no workbook. */
	readonly "not-a-table": { readonly file: string; readonly what: "empty" | "document" | "compressed" };
	/** `detail`: how it is compressed, or the column that holds more than a value. */
	readonly "parquet-not-read": {
		readonly file: string;
		readonly why: "damaged" | "compression" | "nested";
		readonly detail: string;
	};
	readonly "workbook-not-read": { readonly file: string; readonly why: WorkbookFault };
	/** `cut-off`: the end is missing. */
	readonly "damaged-gzip": { readonly file: string; readonly why: "cut-off" | "damaged" };
	/** Longer, wider or larger than any table is; `most` is what is read. */
	readonly "beyond-bound": { readonly file: string; readonly bound: Bound; readonly most: number };
	/** A format that is no text; `option` is the one that names a file for it. */
	readonly "not-to-a-terminal": { readonly option: string; readonly format: string };
	/** `option` is the one that names what would be written. */
	readonly "out-is-input": { readonly option: string; readonly file: string };
	readonly "no-rows": { readonly files: readonly string[] };
	readonly "no-files": Record<never, never>;
	/** What should hold submissions is no folder, or holds none; `ofFiles`: each file would be one. */
	readonly "no-submissions": { readonly folder: string; readonly ofFiles: boolean; readonly there: boolean };
	/** Evidence among what is submitted; and evidence of a run that did not come to its end. */
	readonly "evidence-inside": { readonly folder: string };
	readonly "evidence-begun": { readonly folder: string };
	/** A folder that is no evidence, or has files that its manifest does not list: it is not written to. */
	readonly "no-evidence": { readonly folder: string; readonly files: readonly string[] };
	/** Nothing of a submission may be read elsewhere. */
	readonly "link-in-submission": { readonly links: readonly string[] };
	readonly "no-table-in-folder": { readonly folder: string };
	readonly "no-file-matches": { readonly pattern: string };
	readonly "bad-reference-table": { readonly files: readonly string[] };
	/** `where` is the key in the file; empty for the whole of it. */
	/** `wanted` is a `FileForm`, or the words that may stand there. */
	readonly "bad-rules-file": { readonly file: string; readonly where: string; readonly wanted: string };
	/** A limit that no run is judged by. */
	readonly "limit-out-of-bounds": {
		readonly file: string;
		readonly where: string;
		readonly value: string;
		readonly least: string;
		readonly most: string;
		/** Digits after the point. */
		readonly places: number;
	};
	readonly "bad-baseline": { readonly file: string; readonly where: string; readonly wanted: string };
	/** No firm that is shown has what is to be changed. */
	readonly "lever-moves-nothing": { readonly lever: string };
	/** Options that a command cannot do without. */
	readonly "options-wanted": { readonly options: readonly string[] };
	readonly "option-needs": { readonly option: string; readonly needs: string };
	/** A condition over verdicts, and none is shown. */
	readonly "no-verdict-shown": { readonly option: string };
	/** Claims were given, and not one could be held against a figure. */
	readonly "no-claim-compared": { readonly option: string };
	readonly "market-based-needs-national": { readonly mode: string };
	readonly "kind-names-no-file": { readonly file: string };
}

export type TroubleCode = keyof TroubleParticulars;

/** A trouble as plain data. */
export type TroubleFacts = {
	readonly [C in TroubleCode]: { readonly code: C; readonly with: TroubleParticulars[C] };
}[TroubleCode];

/** Thrown where the run cannot go on; caught once, where exit codes are made. */
export class Trouble<C extends TroubleCode = TroubleCode> extends Error {
	readonly code: C;
	readonly with: TroubleParticulars[C];
	constructor(code: C, particulars: TroubleParticulars[C]) {
		super(code);
		this.code = code;
		this.with = particulars;
	}
}

export function troubleOf({ code, with: particulars }: TroubleFacts): Trouble {
	return new Trouble(code, particulars);
}
