/** What an amount was for, by its own column or by its name. */
import type { Use } from "../../domain/words.ts";
import { remark } from "../../findings/finding.ts";
import { columnReader } from "../../layout/cells.ts";
import { readUse, useNames } from "../../reference/words.ts";
import type { RowRemarks, TableContext } from "../intake.ts";
import type { NamedCarrier } from "./carrier.ts";

/** Undefined, and noted, where nobody knows, or where column and name disagree. `first`: whether a text is met for the first time. */
export function useReader(
	{ header }: TableContext,
	remarks: RowRemarks,
	first: (text: string) => boolean,
): (cells: readonly string[], found: NamedCarrier | undefined, carrierText: string) => Use | undefined {
	const cell = columnReader(header, "use");
	return (cells, found, carrierText) => {
		const text = cell(cells);
		const inName = found?.said.use;
		const stated = text.trim() === "" ? (inName ?? "consumed") : readUse(text);
		if (stated === undefined) remarks.note(remark("unknown-use", { known: useNames() }), "use", text);
		if (inName === undefined || found === undefined) return stated;
		if (stated !== undefined && stated !== inName) {
			remarks.note(remark("word-against-column", { inName: carrierText.trim(), inColumn: text.trim() }), "use", text);
			return undefined;
		}
		if (first(`${carrierText}\u001fuse`))
			remarks.note(remark("use-from-name", { carrier: found.carrier.id, use: inName }), "carrier", carrierText);
		return stated;
	};
}
