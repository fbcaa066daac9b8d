/** Rows of a table of totals that say who a firm is. */

import type { Place } from "../../findings/finding.ts";
import { nothingHeard } from "../../ledger/folders.ts";
import { attest, type FirmRecord } from "../../ledger/ledger.ts";
import { type TotalRow, unsealed } from "../../ledger/total/cells.ts";

/** Names, sectors and provinces of rows; or of firms tables, which then speak for the firms of this file's folder. */
export function takeWho(of: TotalRow, record: FirmRecord, at: Omit<Place, "column" | "value">): void {
	if (of.marks === "code") record.byCreditCode = true;
	let into: Pick<FirmRecord, "names" | "sectors" | "provinces"> = record;
	if (of.entry === "firms-table") {
		into = record.heard.get(at.file) ?? nothingHeard();
		record.heard.set(at.file, into);
	}
	for (const [column, what] of [
		["firm_name", "names"],
		["sector", "sectors"],
		["province", "provinces"],
	] as const) {
		const value = unsealed(of[column] ?? "");
		if (value !== "") attest(into[what], value, { ...at, column, value });
	}
}
