/** How particulars are written for people, the same in every language but for the names of units. */
import type { Amount, Row } from "../findings/finding.ts";

/** `18000万千瓦时`, `300 GJ`: only before Chinese no blank is written. */
export function amountText({ shown: { value, unit } }: Amount, unitName: (symbol: string) => string): string {
	if (unit === "") return value;
	const name = unitName(unit);
	return `${value}${/^[㐀-鿿]/.test(name) ? "" : " "}${name}`;
}

/** `energy.csv:17`, as editors and terminals jump to it; `energy.xlsx:2023:17` of a workbook. */
export function rowText({ file, sheet, row }: Row): string {
	return [file, ...(sheet === undefined ? [] : [sheet]), row].join(":");
}
