/** Cells of fractions that may be written in per cent: `93%`, or 93 under a header with `(%)`. */

import type { ColumnName } from "../contract/tables.ts";
import { compare, type Exact, known, one, product, sign, toText } from "../exact/exact.ts";
import { remark } from "../findings/finding.ts";
import type { RowRemarks } from "./intake.ts";
import { numberIn } from "./number.ts";

const hundredth = known("0.01");
const half = known("0.5");
const percentSign = /[%％]\s*$/;

/** Whether a unit is per cent. */
export function isPercent(unit: string): boolean {
	return /^[%％]$/.test(unit.trim()) || /^(percent|per cent|百分数|百分比)$/i.test(unit.trim());
}

/** The number in a cell that is per cent by its column: `18%` says so once more. */
export function withoutPercent(text: string): string {
	return text.replace(percentSign, "");
}

/**
 * An oxidation rate, as a fraction above 0 and at most 1. One below a half is none that a fuel has: nobody can say whether 0.93
 * under `(%)` is a fraction or per cent, so it is an error with both readings.
 */
export function readRate(text: string, unit: string, remarks: RowRemarks, column: ColumnName): Exact | undefined {
	if (text.trim() === "") return undefined;
	const percent = percentSign.test(text) || isPercent(unit);
	const value = numberIn(withoutPercent(text), remarks, column, text);
	if (value === undefined) return undefined;
	const rate = percent ? product(value, hundredth) : value;
	if (sign(rate) <= 0 || compare(rate, one) > 0) {
		remarks.note(remark("bad-parameter", { wanted: "fraction" }), column, text);
		return undefined;
	}
	if (compare(rate, half) < 0) {
		remarks.note(
			remark("rate-below-half", { percent, rate: toText(product(rate, known("100"))), other: toText(value) }),
			column,
			text,
		);
		return undefined;
	}
	return rate;
}
