/** The shelf of formats that totals are written in: the one that every command reads. */
import type { Ledger } from "../../ledger/ledger.ts";
import { type TotalColumn, type TotalRow, totalColumns } from "../../ledger/total/cells.ts";
import { type FirmRows, type TotalTerms, totalRows } from "../../ledger/total/rows.ts";
import { ByteText } from "./byte-text.ts";
import { csvCell } from "./csv-cell.ts";
import type { Formats } from "./format.ts";

export interface TotalView {
	readonly ledger: Ledger;
	readonly terms: TotalTerms;
}

export const totalFormats: Formats<TotalView> = {
	csv: { write: ({ ledger, terms }) => ({ pieces: piecesOf(totalRows(ledger, terms)) }) },
};

function* piecesOf(rows: Iterable<TotalRow | FirmRows>): Generator<Uint8Array> {
	const text = new ByteText();
	const leads: Lead[] = [];
	text.put(`${totalColumns.join(",")}\n`);
	for (const row of rows) {
		if ("numbers" in row) putFirm(text, row, leads);
		else text.put(`${cellsOf(totalColumns, row)}\n`);
		if (text.isFull) yield text.taken();
	}
	yield text.taken();
}

function cellsOf(columns: readonly TotalColumn[], row: TotalRow): string {
	return columns.map((column) => csvCell(row[column], "verbatim")).join(",");
}

/** What rows that differ in firm, year and amounts have in common: what stands before the firm, and between it and the year. */
interface Lead {
	readonly before: Uint8Array;
	readonly behind: Uint8Array;
}

const firmAt = totalColumns.indexOf("firm");
const yearAt = totalColumns.indexOf("year");
const encoder = new TextEncoder();

/** The year, the sum and the months stand behind one another, and nothing but spans behind them. */
function putFirm(text: ByteText, { firm, numbers }: FirmRows, leads: Lead[]): void {
	const name = encoder.encode(csvCell(firm, "verbatim"));
	const { digits, places, sumDigits, sumPlaces, leadOf: ofRow, yearOf, maskOf } = numbers;
	let [last, from, size] = [-1, 0, 0];
	for (let row = 0; row < numbers.count; row += 1) {
		const of = ofRow[row] as number;
		if (of === last) text.putAgain(from, size);
		else {
			leads[of] ??= leadOf(numbers.leads[of] as TotalRow);
			const { before, behind } = leads[of];
			[last, from] = [of, text.end];
			text.putBytes(before);
			text.putBytes(name);
			text.putBytes(behind);
			size = text.end - from;
		}
		text.putWhole(yearOf[row] as number);
		text.putComma();
		text.putDecimals(sumDigits, sumPlaces, row, 1, 1);
		text.putDecimals(digits, places, row * 12, maskOf[row] as number, 12);
		text.putLineEnd();
	}
}

function leadOf(cells: TotalRow): Lead {
	const before = cellsOf(totalColumns.slice(0, firmAt), cells);
	const behind = cellsOf(totalColumns.slice(firmAt + 1, yearAt), cells);
	return { before: encoder.encode(`${before},`), behind: encoder.encode(`,${behind},`) };
}
