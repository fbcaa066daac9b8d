/** The report as csv: one row per firm and year, the same facts flat. Text a spreadsheet would run is made harmless. */
import type { Report } from "../../contract/report.ts";
import { csvText } from "./csv-text.ts";

export function csv({ firms }: Report): string {
	return csvText(
		"report",
		firms.flatMap((firm) => firm.years.map((year) => ({ firm, year }))),
	);
}
