/** The report as csv: one row per firm and year, the same facts flat. Text a spreadsheet would run is made harmless. */
import type { ReportFirm, ReportYear } from "../../contract/report.ts";
import { csvLines } from "./csv-text.ts";
import { inPieces } from "./pieces.ts";

/** The firms may be made one by one as their lines are written: half a million of them are more than memory holds. */
export function csvInPieces(firms: Iterable<ReportFirm>): { readonly pieces: Iterable<string> } {
	return inPieces(csvLines("report", yearsOf(firms)));
}

/** The same as one text. */
export function csv({ firms }: { readonly firms: Iterable<ReportFirm> }): string {
	return [...csvInPieces(firms).pieces].join("");
}

function* yearsOf(firms: Iterable<ReportFirm>): Generator<{ readonly firm: ReportFirm; readonly year: ReportYear }> {
	for (const firm of firms) for (const year of firm.years) yield { firm, year };
}
