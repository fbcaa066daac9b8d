/** At which prices the money of an output row is, by its own column or by its name. */
import { remark } from "../../findings/finding.ts";
import { cellReader, remembering } from "../../layout/cells.ts";
import { priceNames, type ReadPrices, readPrices } from "../../reference/words.ts";
import type { RowRemarks, TableContext } from "../intake.ts";

/** `inName`: the prices that the name of the indicator states, and its text; `year` of the row. Undefined where nobody knows them; that is noted. */
type PriceReader = (
	cells: readonly string[],
	inName: { readonly prices: string; readonly text: string },
	year: number | undefined,
) => ReadPrices | undefined;

export function priceReader({ header, choices }: TableContext, remarks: RowRemarks): PriceReader {
	const cell = cellReader<"output">(header);
	// What constant prices without a year are depends on the row's own.
	const price = remembering((text: string) => readPrices(text, 0));

	return (cells, inName, year) => {
		const column = cell(cells, "prices");
		const text = column.trim() === "" ? inName.prices : column;
		const read = price(text);
		if (inName.prices !== "" && read !== undefined && price(inName.prices)?.prices !== read.prices)
			remarks.note(remark("word-against-column", { inName: inName.text.trim(), inColumn: text.trim() }), "prices", text);
		const stated: ReadPrices | undefined =
			read?.assumedYear === true && year !== undefined ? { ...read, prices: `constant-${choices.priceYear(year)}` } : read;
		if (stated === undefined) remarks.note(remark("unknown-prices", { known: priceNames }), "prices", text);
		else if (stated.assumedYear) remarks.note(remark("constant-year-assumed", { prices: stated.prices }), "prices", text);
		return stated;
	};
}

/** A product has none. */
export const noPrices: ReadPrices = { prices: "unstated", assumedYear: false };
