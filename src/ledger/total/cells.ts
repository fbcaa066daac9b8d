/**
 * Cells of a table of totals, as `total` writes them and every command reads them: texts that no spreadsheet runs and no
 * separator cuts, and amounts with the digits they were printed with.
 */
import { type Exact, equal, fromPlainText, fromText, product, toText } from "../../exact/exact.ts";
import type { Claim, Origin } from "../entry.ts";

/** The columns, in order. */
export const totalColumns = [
	"entry",
	"firm",
	"firm_name",
	"sector",
	"province",
	"site",
	"of",
	"use",
	"role",
	"product",
	"prices",
	"unit",
	"held",
	"per_unit",
	"measured",
	"as_written",
	"basis",
	"marks",
	"year",
	"sum",
	"m01",
	"m02",
	"m03",
	"m04",
	"m05",
	"m06",
	"m07",
	"m08",
	"m09",
	"m10",
	"m11",
	"m12",
	"spans",
] as const;
export type TotalColumn = (typeof totalColumns)[number];
export type TotalRow = { readonly [C in TotalColumn]?: string | undefined };

/** The columns of the months, in order. */
export const monthColumns = ["m01", "m02", "m03", "m04", "m05", "m06", "m07", "m08", "m09", "m10", "m11", "m12"] as const;

/** The column of a month, 1 to 12. */
export function monthColumn(month: number): TotalColumn {
	return monthColumns[month - 1] as TotalColumn;
}

/** What a table of totals cannot hold: somebody changed it, or it is none. */
export class Damaged extends Error {}

/** A year, a month, a day, a count or a code of a period. Throws `Damaged`. */
export function wholeNumber(digits: string | undefined): number {
	if (digits === undefined || !/^\d{1,15}$/.test(digits)) throw new Damaged(digits);
	return Number(digits);
}

/** Letters, digits and what stands between them in names; nothing that commands, hides or divides. */
const bare = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ()（）._\-/,&'·、+^]*$/u;
const hidden = /\p{Default_Ignorable_Code_Point}/u;

/** A text as a cell holds it, or a piece of one: itself where it is plain, else percent-encoded. */
export function sealed(text: string): string {
	if (text === "" || (bare.test(text) && !hidden.test(text))) return text;
	return encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd")).replace(
		/[-!*'~]/g,
		(one) => `%${one.charCodeAt(0).toString(16)}`,
	);
}

/** The text that was sealed. Throws `Damaged`. */
export function unsealed(cell: string): string {
	if (!cell.includes("%")) return cell;
	try {
		return decodeURIComponent(cell);
	} catch {
		throw new Damaged(cell);
	}
}

const printable = /^\d{1,30}(?:\.\d{1,20})?$/;
const anyNumber = /^-?\d+(?:\.\d+)?$/;

/** The number that is printed, where it is a plain one which with the unit's factor is the amount. */
export function printedValue({ amount, text, from: { perUnit } }: Claim): Exact | undefined {
	const printed = text.trim();
	const value = perUnit === undefined || !printable.test(printed) ? undefined : fromText(printed);
	return value !== undefined && equal(product(value, perUnit as Exact), amount) ? value : undefined;
}

/** An amount as it is printed, where `value` is what that says; else the amount in the unit it is held in, `=`, and what is printed. */
export function amountCell({ amount, text }: Claim, value: Exact | undefined): string {
	return value === undefined ? `${toText(amount)}=${sealed(text)}` : text.trim();
}

/** The amount in the unit it is held in, and what was printed. Throws `Damaged`. */
export function readAmountCell(cell: string, { perUnit }: Pick<Origin, "perUnit">): Pick<Claim, "amount" | "text"> {
	const at = cell.indexOf("=");
	const number = at < 0 ? cell : cell.slice(0, at);
	if (at < 0 && perUnit === undefined) throw new Damaged(cell);
	const value = plainNumber(number);
	if (at >= 0) return { amount: value, text: unsealed(cell.slice(at + 1)) };
	return { amount: product(value, perUnit as Exact), text: cell };
}

/** A number of any length as the tool writes it. Throws `Damaged`. */
export function plainNumber(text: string): Exact {
	const short = fromText(text);
	if (short !== undefined) return short;
	if (!anyNumber.test(text)) throw new Damaged(text);
	return fromPlainText(text);
}
