/** How figures of a report are written for programs: from the exact value, to at most so many places; what is unknown stays so. */

import type { Decimal } from "../contract/report.ts";
import { type Figure, figure } from "../exact/figure.ts";
import type { Ratio } from "../exact/ratio.ts";

/** Places in the machine formats; progress, schedule ratio and yearly cut have fewer. */
export const places = 12;
export const fewPlaces = 6;

/** How a figure is written, to at most so many places. */
export type Digits = (figure: Figure, places: number) => string;
export const allPlaces: Digits = (shown, at) => shown(at);

/** So many digits a spreadsheet keeps of a number, whichever they are. */
const spreadsheetDigits = 15;

/** To no more digits than a spreadsheet's number holds; made of the exact value, so that nothing is rounded twice. */
export const forSpreadsheets: Digits = (shown, at) => {
	const text = shown(at);
	const before = text.replace(/^-?0?|\..*$/g, "").length;
	return before + at <= spreadsheetDigits ? text : shown(Math.max(0, spreadsheetDigits - before));
};

/** What is unknown stays so. */
export function writers(as: Digits): {
	readonly exactly: (value: Ratio | null) => Decimal;
	readonly written: (value: Figure | null, at?: number) => Decimal;
} {
	const written = (value: Figure | null, at = places): Decimal => (value === null ? null : as(value, at));
	return { exactly: (value) => written(value === null ? null : figure(value)), written };
}
