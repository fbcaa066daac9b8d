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
	const { digits, places, sumDigits, sumPlaces } = numbers;
	for (let row = 0; row < numbers.count; row += 1) {
		const of = numbers.leadOf[row] as number;
		leads[of] ??= leadOf(numbers.leads[of] as TotalRow);
		const { before, behind } = leads[of];
		text.putBytes(before);
		text.putBytes(name);
		text.putBytes(behind);
		text.putWhole(numbers.yearOf[row] as number);
		text.putComma();
		text.putDecimal(sumDigits, sumPlaces, row);
		const mask = numbers.maskOf[row] as number;
		for (let month = 0; month < 12; month += 1) {
			text.putComma();
			if ((mask & (1 << month)) !== 0) text.putDecimal(digits, places, row * 12 + month);
		}
		text.putComma();
		text.putLineEnd();
	}
}

function leadOf(cells: TotalRow): Lead {
	const before = cellsOf(totalColumns.slice(0, firmAt), cells);
	const behind = cellsOf(totalColumns.slice(firmAt + 1, yearAt), cells);
	return { before: encoder.encode(`${before},`), behind: encoder.encode(`,${behind},`) };
}
