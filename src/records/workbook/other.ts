/** Workbooks that the library reads: .xls of 1997 and later, .xlsb, and the XML of 2003. */
import type { CellObject, WorkBook, WorkSheet } from "@e965/xlsx";
import { mostColumns, mostRows } from "../../findings/bounds.ts";
import { Trouble } from "../../findings/trouble.ts";
import type { Book } from "./book.ts";
import type { Epoch } from "./day-number.ts";
import { type Grid, GridNotes, type GridRow } from "./grid.ts";
import { type NumberFormat, numberFormat } from "./number-format.ts";

/** What a formula that failed shows, by the number that files hold. */
const errors: Readonly<Record<number, string>> = {
	...{ 0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A", 43: "#GETTING_DATA" },
};

/** The sheets of a compound file. Throws `not-a-table` where it is no workbook, `workbook-not-read`. */
export async function compoundBook(file: string, bytes: Uint8Array, hidden: boolean): Promise<Book> {
	const { compoundNames } = await import("./library.ts");
	const names = compoundNames(bytes);
	if (names === undefined) throw new Trouble("workbook-not-read", { file, why: "damaged" });
	const holds = (name: RegExp): boolean => names.some((path) => name.test(path));
	if (holds(/\/EncryptedPackage$/i)) throw new Trouble("workbook-not-read", { file, why: "encrypted" });
	if (!holds(/\/Workbook$/i)) {
		if (holds(/\/Book$/i)) throw new Trouble("workbook-not-read", { file, why: "old" });
		throw new Trouble("not-a-table", { file, what: "document" });
	}
	return otherBook(file, bytes, hidden);
}

/** The sheets of bytes that are such a workbook. Throws `workbook-not-read`. */
export async function otherBook(file: string, bytes: Uint8Array, hidden: boolean): Promise<Book> {
	const { readWorkbook } = await import("./library.ts");
	let book: WorkBook;
	try {
		book = readWorkbook(bytes);
	} catch (error) {
		const why = /password|encrypt/i.test(String(error)) ? "encrypted" : "damaged";
		throw new Trouble("workbook-not-read", { file, why });
	}
	const epoch: Epoch = book.Workbook?.WBProps?.date1904 === true ? 1904 : 1900;
	return {
		sheets: book.SheetNames.map((name, index) => {
			const sheet = book.Sheets[name];
			if (sheet === undefined) throw new Trouble("workbook-not-read", { file, why: "damaged" });
			return {
				name,
				hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
				isTable: sheet["!type"] === undefined || sheet["!type"] === "sheet",
				grid: async () => {
					if (!fits(sheet)) throw new Trouble("workbook-not-read", { file, why: "damaged" });
					return gridOf(sheet, epoch, hidden);
				},
			};
		}),
	};
}

type Data = readonly (readonly (CellObject | undefined)[] | undefined)[];

function dataOf(sheet: WorkSheet): Data {
	return (sheet as { readonly "!data"?: Data })["!data"] ?? [];
}

/** Whether the sheet is no larger than one can be. */
function fits(sheet: WorkSheet): boolean {
	const data = dataOf(sheet);
	return data.length <= mostRows && Object.values(data).every((own) => own === undefined || own.length <= mostColumns);
}

function gridOf(sheet: WorkSheet, epoch: Epoch, hidden: boolean): Grid {
	const notes = new GridNotes(hidden);
	const formats = new Map<string, NumberFormat>();
	const formatOf = (code: string): NumberFormat => {
		let format = formats.get(code);
		if (format === undefined) {
			format = numberFormat(code, epoch);
			formats.set(code, format);
		}
		return format;
	};
	const data = dataOf(sheet);
	const [rowInfos, columnInfos] = [sheet["!rows"] ?? [], sheet["!cols"] ?? []];
	const rows = function* (): Generator<GridRow> {
		// What is not there is not walked over: a row may name any number.
		for (const key of Object.keys(data)) {
			const index = Number(key);
			const own = data[index];
			if (own === undefined) continue;
			const row = index + 1;
			const cells: string[] = [];
			for (const [column, cell] of own.entries()) {
				const value = cell === undefined ? "" : textOf(cell, formatOf, { row, column, notes });
				if (value === "") continue;
				const isHidden = columnInfos[column]?.hidden === true;
				if (isHidden) notes.hiddenCell(row, column);
				if (isHidden && !hidden) continue;
				while (cells.length < column) cells.push("");
				cells[column] = value;
			}
			if (cells.length === 0) continue;
			const isHidden = rowInfos[index]?.hidden === true;
			if (isHidden) notes.hiddenRow(row);
			if (!isHidden || hidden) yield { row, cells };
		}
	};
	const merges = (sheet["!merges"] ?? []).map(({ s, e }) => ({ top: s.r, bottom: e.r, left: s.c, right: e.c }));
	return { rows: rows(), merges: () => merges, notes };
}

interface At {
	readonly row: number;
	readonly column: number;
	readonly notes: GridNotes;
}

function textOf({ t, v, f, z }: CellObject, formatOf: (code: string) => NumberFormat, { row, column, notes }: At): string {
	if (v === undefined || t === "z") {
		if (f === undefined) return "";
		notes.formula(row, column, `=${f}`);
		return `=${f}`;
	}
	if (f !== undefined) notes.formula(row, column);
	if (t === "b") return v === true ? "TRUE" : "FALSE";
	if (t === "e") return errors[Number(v)] ?? "#N/A";
	if (t !== "n" || typeof v !== "number" || !Number.isFinite(v)) return String(v);
	const format = formatOf(typeof z === "string" ? z : "General");
	const text = format.text(v);
	const shown = format.shown(v);
	if (shown !== undefined) notes.shownOtherwise(row, column, text, shown);
	return text;
}
