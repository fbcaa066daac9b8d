/** What is told of a table before its rows: titles, newlines, and what is wrong with the header. */
import type { Remark } from "../findings/finding.ts";
import { remark } from "../findings/finding.ts";
import { columnLetter } from "../layout/cells.ts";
import type { Header } from "../layout/header.ts";
import { type TableContext, tellGiven } from "./intake.ts";
import type { OpenTable } from "./read-table.ts";

/** Tells of a place in the table's file. */
export type TellAt = (about: Remark, row: number, line: number, column?: string, value?: string, letter?: string) => void;

/** Titles, newlines, and what is wrong with the header. */
export function tellOpening({ titles, sheet, header }: OpenTable, context: TableContext, tellAt: TellAt): void {
	const [first] = titles;
	if (first !== undefined) {
		const words = first.cells.find((cell) => cell.trim() !== "") ?? "";
		tellAt(remark("title-lines", { rows: titles.length }), first.row, first.line, "", words.slice(0, 120));
	}
	for (const { about, row, column: letter, value } of sheet.remarks) {
		const column = header.words.find((_, index) => index < header.width && columnLetter(index) === letter) ?? "";
		tellAt(about, row, row, column, value, letter);
	}
	const newlines = sheet.decoded?.newlines ?? [];
	if (newlines.length > 1) tellAt(remark("mixed-newlines", { kinds: newlines }), 0, 0);
	tellHeader(header, context, tellAt);
}

export function tellHeader(header: Header, context: TableContext, tellAt: TellAt): void {
	for (const { about, word } of header.remarks) tellAt(about, header.place.row, header.place.line, word, word);
	for (const given of header.given) if (given.column !== "year" || !header.at.has("period")) tellGiven(context, given);
}
