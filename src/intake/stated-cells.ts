/** Cells of single values: a number that must be above zero, a year, a reduction, a source. What is wrong with one is noted. */
import type { ColumnName } from "../contract/tables.ts";
import { yearForm } from "../domain/period.ts";
import { compare, type Exact, known, one, sign } from "../exact/exact.ts";
import { remark } from "../findings/finding.ts";
import { plain } from "../reference/spelling.ts";
import type { RowRemarks } from "./intake.ts";
import { numberIn } from "./number.ts";
import { withoutPercent } from "./percent.ts";

const hundred = known("100");

/** Whether a number, where there is one, is above zero. */
export function isAboveZero(value: Exact | undefined, remarks: RowRemarks, column: ColumnName, text: string): boolean {
	if (value === undefined || sign(value) > 0) return true;
	remarks.note(remark("bad-parameter", { wanted: "above-zero" }), column, text);
	return false;
}

/** A number above zero; one that is not is noted, and given all the same to those who have more to say of it. */
export function aboveZeroIn(text: string, remarks: RowRemarks, column: ColumnName): Exact | undefined {
	const value = numberIn(text, remarks, column);
	isAboveZero(value, remarks, column, text);
	return value;
}

/** A year by its four digits. */
export function yearIn(text: string, remarks: RowRemarks, column: ColumnName): number {
	if (!yearForm.test(text)) remarks.note(remark("bad-parameter", { wanted: "whole-year" }), column, text);
	return Number(text);
}

/** A reduction in per cent, above 0 and below 100; below 1 it is most likely a fraction. */
export function reductionIn(text: string, remarks: RowRemarks, column: ColumnName): Exact | undefined {
	const percent = numberIn(withoutPercent(text), remarks, column, text);
	if (percent === undefined) return undefined;
	if (sign(percent) <= 0 || compare(percent, hundred) >= 0)
		remarks.note(remark("bad-parameter", { wanted: "percent" }), column, text);
	else if (compare(percent, one) < 0) remarks.note(remark("bad-parameter", { wanted: "percent-not-fraction" }), column, text);
	return percent;
}

/** Where a figure comes from: it must say so. */
export function sourceIn(text: string, remarks: RowRemarks): string {
	const source = plain(text);
	if (source === "") remarks.note(remark("missing-cell", { what: "source" }), "source", "");
	return source;
}
