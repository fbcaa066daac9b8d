/** Options about the result that several commands share. */
import { Trouble } from "../findings/trouble.ts";
import type { Host } from "./host.ts";

/** Columns of a line where there is no terminal to ask: wide enough for every column but one or two. */
const columnsElsewhere = 120;

/** Columns of a line: as asked, else the terminal's. */
export function columnsOf(asked: string | undefined, host: Host): number {
	return wholeNumber("--width", asked, 20, 1000) ?? host.columns("result") ?? columnsElsewhere;
}

/** What csv begins with: a byte-order mark where Excel is to know UTF-8 by it. */
export function csvMark(asked: boolean | undefined, format: string): string {
	if (asked && format !== "csv")
		throw new Trouble("bad-option", { option: "--bom", value: format, wanted: "csv-only", detail: "" });
	return asked ? "\ufeff" : "";
}

export function wholeNumber(option: string, text: string | undefined, least: number, most: number): number | undefined {
	if (text === undefined) return undefined;
	if (!/^\d{1,9}$/.test(text) || Number(text) < least || Number(text) > most)
		throw new Trouble("bad-option", { option, value: text, wanted: "whole-number", detail: `${least}-${most}` });
	return Number(text);
}
