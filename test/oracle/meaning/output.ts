/** Value added of a firm by year, read by the same rules of periods as use. */
import { UNITS } from "../figures.ts";
import { Fraction } from "../fraction.ts";
import { readMoment } from "./calendar.ts";
import { halfStep } from "./equal.ts";
import { error, type Said } from "./findings.ts";
import { type Asserted, type OutputRow, statedFor } from "./rows.ts";
import { type Given, type SeriesYear, settle } from "./series.ts";

export interface OutputYears {
	readonly years: ReadonlyMap<number, SeriesYear>;
	readonly said: readonly { readonly year: number | null; readonly said: Said }[];
}

export const outputYears = (firm: string, rows: readonly OutputRow[], asserted: Asserted): OutputYears => {
	const said: { year: number | null; said: Said }[] = [];
	const given = new Map<number, Given[]>();
	for (const row of rows.filter(({ indicator }) => indicator === "value_added")) {
		const moment = readMoment(row.period ?? "");
		const quantity = Fraction.parse(row.quantity ?? "");
		const unit = UNITS[row.unit ?? ""];
		if (moment === null || quantity === null || unit === undefined || quantity.sign < 0) {
			said.push({ year: moment?.year ?? null, said: error(null, "an output row that cannot be read") });
			continue;
		}
		const size = Fraction.from(unit[1]);
		const printed = { amount: quantity.mul(size), half: halfStep(row.quantity ?? "").mul(size) };
		const one: Given = { moment, printed, delivery: "", others: row.unit ?? "" };
		given.set(moment.year, [...(given.get(moment.year) ?? []), one]);
	}
	const years = [...given].map(([year, own]): [number, SeriesYear] => {
		const amounts = statedFor(asserted, "output", firm, year);
		return [year, settle(own, { addRepeats: asserted.addRepeats === true, amounts, perUnit: null })];
	});
	return { years: new Map(years), said };
};
