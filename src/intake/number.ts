/** A cell that should hold a number: read by a strict grammar, or told why not. Nothing is guessed. */
import type { ColumnName } from "../contract/tables.ts";
import { type Exact, fromText } from "../exact/exact.ts";
import { type Remark, remark } from "../findings/finding.ts";
import type { RowRemarks } from "./intake.ts";
import { numberShows, plainNumberShows } from "./number-writing.ts";

export type ReadNumber =
	| { readonly kind: "number"; readonly value: Exact; readonly remarks: readonly Remark[] }
	| { readonly kind: "missing" }
	| { readonly kind: "refused"; readonly remark: Remark };

const none: readonly Remark[] = [];
/** What stands for a missing number, in lower case. */
export const placeholders: ReadonlySet<string> = new Set([
	"",
	"-",
	"--",
	"—",
	"——",
	"–",
	"/",
	"\\",
	"无",
	"n/a",
	"na",
	"nil",
	"none",
	"null",
	"…",
	"...",
]);
/** Thousands separators in the right places. Nobody groups a zero: 0,123 is a decimal comma. */
export const grouped: RegExp = /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
/** What a spreadsheet makes of a long number. */
export const exponent: RegExp = /^(-?\d(?:\.\d+)?)[Ee]([+-]\d{1,3})$/;
const fullWidth = /[０-９．－]/g;
const oddBlanks = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\ufeff\u200b]/;
const ends = /^[\s\u200b]+|[\s\u200b]+$/g;

/** The number a cell spells. At most 30 digits before the point and 20 after. */
export function readNumber(cell: string): ReadNumber {
	const quick = fromText(cell);
	if (quick !== undefined) return { kind: "number", value: quick, remarks: none };
	return readMangled(cell);
}

function readMangled(cell: string): ReadNumber {
	const remarks: Remark[] = [];
	// Blanks at the ends only: one inside a number may be a separator, a column or a slip, and nobody could tell.
	const bare = cell.replace(ends, "");
	if (placeholders.has(bare.toLowerCase())) return { kind: "missing" };
	const text = bare.replace(fullWidth, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
	const around = cell.length !== bare.length;
	const odd = around && oddBlanks.test(cell);
	const widened = odd || text !== bare;
	const trimmed = around && !odd;
	let plain = text;
	let special: ((read: string) => Remark) | undefined;
	if (grouped.test(text)) {
		plain = text.replaceAll(",", "");
		special = (read) => remark("thousands-separators", { read });
	} else {
		const parts = exponent.exec(text);
		if (parts !== null) {
			plain = expanded(parts[1] as string, Number(parts[2]));
			const digits = (parts[1] as string).replace(/[-.]/g, "").length;
			special = (read) => remark("spreadsheet-exponent", { read, digits });
		}
	}
	const value = fromText(plain);
	if (value === undefined) return { kind: "refused", remark: remark("bad-number", { why: why(text) }) };
	if (special !== undefined) remarks.push(special(plain));
	if (widened) remarks.push(remark("full-width", { read: plain }));
	if (trimmed) remarks.push(remark("spaces-trimmed", { read: plain }));
	return { kind: "number", value, remarks };
}

/** 1.23 with exponent 5 is 123000: digits moved, nothing computed. */
function expanded(mantissa: string, shift: number): string {
	const negative = mantissa.startsWith("-");
	const [before, after = ""] = mantissa.replace("-", "").split(".") as [string, string?];
	let digits = before + after;
	let point = before.length + shift;
	if (point <= 0) {
		digits = "0".repeat(1 - point) + digits;
		point = 1;
	}
	digits = digits.padEnd(point, "0");
	const text = point === digits.length ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
	return negative ? `-${text}` : text;
}

function why(text: string): "grammar" | "groups" | "full-width-comma" | "too-long" | "formula" | "spreadsheet-error" {
	if (/^#/.test(text)) return "spreadsheet-error";
	if (/^[=+@]/.test(text)) return "formula";
	if (/[，、]/.test(text)) return "full-width-comma";
	if (/^-?\d+(\.\d+)?$/.test(text)) return "too-long";
	if (/^-?[\d.,]+$/.test(text) && (text.includes(",") || /^-?\d{1,3}(\.\d{3}){2,}$/.test(text))) return "groups";
	return "grammar";
}

/** The number in a cell, `written` where it is not the text itself; undefined where the cell is blank or, noted, holds none. */
export function numberIn(text: string, remarks: RowRemarks, column: ColumnName, written: string = text): Exact | undefined {
	return readNumberInto(readNumber(text), remarks, written, column);
}

/** The number that was read, with its remarks noted on the column; undefined where there is none. */
export function readNumberInto(
	read: ReadNumber,
	remarks: RowRemarks,
	text: string,
	column: ColumnName = "quantity",
): Exact | undefined {
	if (read.kind !== "missing") remarks.wrote(whatShows(read, text), text, column);
	if (read.kind === "refused") remarks.note(read.remark, column, text);
	if (read.kind !== "number") return undefined;
	for (const about of read.remarks) remarks.note(about, column, text);
	return read.value;
}

/** What a number shows by its writing, whether it could be read or not. */
export function whatShows(read: ReadNumber, text: string): number {
	return read.kind === "number" && read.remarks.length === 0 ? plainNumberShows(text) : numberShows(text);
}

/** How many digits stand behind the point of a number as it is written, below zero where its last digit is of tens or more. */
export function printedPlaces(text: string): number {
	const bare = text.replace(ends, "").replace(fullWidth, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
	const [, behind = "", exponent = "0"] = /^-?[\d,]+(?:\.(\d+))?(?:[Ee]([+-]?\d+))?$/.exec(bare) ?? [];
	return behind.length - Number(exponent);
}
