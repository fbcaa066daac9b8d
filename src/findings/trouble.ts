/**
 * Why a run could not be done (exit code 2): a wrong flag, a file that cannot be read or understood. One line, with the way
 * out; the sentence is made in language/. What is wrong in the data is a finding instead, and a fault of ours is neither.
 */

/** What the value of an option should have looked like; some forms need a detail. */
export type OptionForm =
	| "constant-prices"
	| "year"
	| "mapping"
	| "one-carrier"
	| "kind"
	| "date"
	| "one-set"
	| "whole-number"
	| "number-or-all"
	| "electricity"
	| "csv-only";

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
	| "share"
	| "fingerprint"
	| "once"
	| "code"
	| "day";

/** What each kind of trouble needs to know. */
export interface TroubleParticulars {
	/** The argument parser's own sentence. */
	readonly usage: { readonly message: string };
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
	readonly "unknown-option": { readonly option: string; readonly near: readonly string[] };
	readonly "option-needs-value": { readonly option: string };
	/** `file`: the word is a file that is there. */
	readonly "unknown-command": { readonly word: string; readonly near: readonly string[]; readonly file: boolean };
	readonly "too-many-operands": { readonly most: number };
	readonly "would-overwrite": { readonly files: readonly string[] };
	readonly "cannot-open": {
		readonly file: string;
		readonly why: "missing" | "folder" | "denied" | "other";
		readonly detail: string;
	};
	readonly "cannot-write": {
		readonly file: string;
		readonly why: "missing" | "folder" | "not-a-folder" | "denied" | "other";
		readonly detail: string;
	};
	readonly "cannot-decode": { readonly file: string; readonly encoding: string; readonly offset: number | null };
	readonly "mixed-encodings": {
		readonly file: string;
		readonly utf8Line: number;
		readonly otherLine: number;
		readonly otherOffset: number;
	};
	readonly "not-recognised": { readonly file: string; readonly header: readonly string[]; readonly near: readonly string[] };
	readonly "not-a-table": { readonly file: string; readonly what: "empty" | "workbook" | "compressed" };
	/** `cut-off`: the end is missing. */
	readonly "damaged-gzip": { readonly file: string; readonly why: "cut-off" | "damaged" };
	/** `option` is the one that names what would be written. */
	readonly "out-is-input": { readonly option: string; readonly file: string };
	readonly "no-rows": { readonly files: readonly string[] };
	readonly "no-files": Record<never, never>;
	readonly "no-table-in-folder": { readonly folder: string };
	readonly "no-file-matches": { readonly pattern: string };
	readonly "bad-reference-table": { readonly files: readonly string[] };
	/** `where` is the key in the file; empty for the whole of it. */
	/** `wanted` is a `FileForm`, or the words that may stand there. */
	readonly "bad-rules-file": { readonly file: string; readonly where: string; readonly wanted: string };
	readonly "bad-baseline": { readonly file: string; readonly where: string; readonly wanted: string };
	/** Inputs of several folders, and more than one of these has a rules file. */
	readonly "two-rules-files": { readonly files: readonly string[] };
	readonly "option-needs": { readonly option: string; readonly needs: string };
	readonly "market-based-needs-national": { readonly mode: string };
	readonly "kind-names-no-file": { readonly file: string };
}

export type TroubleCode = keyof TroubleParticulars;

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
