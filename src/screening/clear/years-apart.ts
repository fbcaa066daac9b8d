/** Whether no year of a firm stands apart from its others: then none is judged by itself (`../years/judged.ts`), and no rule over years has a say. */

import { mayStandApart } from "../years/rough-levels.ts";
import type { PlainCase } from "./plain-case.ts";
import { type Yearly, yearlyOf } from "./yearly.ts";
import type { Together } from "./yearly-shape.ts";

let rows = new Float64Array(0);

/** Looked at once for all rules over years. */
export function clearsYears(plain: PlainCase): boolean {
	if (last?.plain === plain) return last.isClear;
	const yearly = yearlyOf(plain);
	const isClear = yearly !== undefined && noneApart(yearly, plain.limit("year-gap"));
	last = { plain, isClear };
	return isClear;
}

let last: { readonly plain: PlainCase; readonly isClear: boolean } | undefined;

function noneApart(yearly: Yearly, gap: number): boolean {
	const { shape, years, matters, sums, output } = yearly;
	const { together, outputCompared } = shape;
	if (rows.length < (together.length + 1) * years) rows = new Float64Array((together.length + 1) * years);
	let things = 0;
	for (let place = 0; place < together.length; place += 1) {
		const { use } = together[place] as Together;
		if ((use !== "consumed" && use !== "sold") || matters[place] === 0) continue;
		if (matters[place] === 2) return false;
		for (let year = 0; year < years; year += 1) rows[things * years + year] = sums[place * years + year] as number;
		things += 1;
	}
	let made = 0;
	for (let year = 0; year < years; year += 1) {
		rows[things * years + year] = outputCompared[year] === 1 ? (output[year] as number) : Number.NaN;
		made += outputCompared[year] as number;
	}
	if (made > 0) things += 1;
	for (let own = 0; own < things; own += 1) if (mayStandApart({ rows, things, years }, own, gap)) return false;
	return true;
}
