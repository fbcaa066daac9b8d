/** When the amounts in a row of a table of totals are of: months, spans, days. */
import { code } from "../../domain/period.ts";
import type { DayStamp } from "../days.ts";
import { Damaged, monthColumn, type TotalColumn, type TotalRow, unsealed, wholeNumber } from "./cells.ts";

/** One amount of a row, as it is written, and where. */
export interface Dated {
	/** Code of the period. */
	readonly code: number;
	readonly cell: string;
	readonly column: TotalColumn;
	readonly toDate: boolean;
	readonly within?: DayStamp;
}

const twelve = Array.from({ length: 12 }, (_, at) => at + 1);

/** The amounts of a row. Throws `Damaged`. */
export function datedCells(of: TotalRow): Dated[] {
	// Of a printed total nobody may know the year.
	const year = of.year === "" || of.year === undefined ? 0 : yearOf(of.year);
	const toDate = of.basis === "to-date" || of.basis === "form";
	if (!toDate && of.basis !== "" && of.basis !== "days") throw new Damaged(of.basis);
	const dated: Dated[] = [];
	for (const month of twelve) {
		const column = monthColumn(month);
		const text = of[column] ?? "";
		if (text === "") continue;
		if (year === 0) throw new Damaged(text);
		const own = code({ year, from: toDate ? 1 : month, to: month });
		if (of.basis !== "days") dated.push({ code: own, cell: text, column, toDate });
		else for (const item of text.split(";")) dated.push({ code: own, column, toDate, ...dayOf(item) });
	}
	for (const item of (of.spans ?? "") === "" ? [] : (of.spans as string).split(";")) {
		const at = item.indexOf("=");
		const [from, to] = spanOf(item.slice(0, at));
		dated.push({ code: code({ year, from, to }), cell: item.slice(at + 1), column: "spans", toDate });
	}
	return dated;
}

/** The months that a row says anything of, as bits. Throws `Damaged`. */
export function maskOf(of: TotalRow): number {
	return twelve.reduce((mask, month) => ((of[monthColumn(month)] ?? "") === "" ? mask : mask | (1 << (month - 1))), 0);
}

/** `01-03`; `00-00` of a printed total of which nobody knows the months. Throws `Damaged`. */
export function spanOf(text: string): readonly [number, number] {
	const [, from, to] = /^(\d\d)-(\d\d)$/.exec(text) ?? [];
	const [first, last] = [wholeNumber(from), wholeNumber(to)];
	if (last > 12 || first > last) throw new Damaged(text);
	return [first, last];
}

/** Throws `Damaged`. */
export function yearOf(text: string | undefined): number {
	if (text?.length !== 4) throw new Damaged(text);
	return wholeNumber(text);
}

/** `05@08:30:00@车A@12.5`: the amount stands last. */
function dayOf(item: string): Pick<Dated, "cell"> & { readonly within: DayStamp } {
	const pieces = item.split("@");
	const cell = pieces.at(-1) as string;
	const [day = "", time = "", delivery = ""] = pieces.slice(0, -1);
	if (!/^\d\d$/.test(day) || pieces.length > 4) throw new Damaged(item);
	return { cell, within: { day: wholeNumber(day), time: unsealed(time), delivery: unsealed(delivery), rest: "" } };
}
