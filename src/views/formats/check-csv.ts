/** The findings as csv: one row each, the heaviest first. Text a spreadsheet would run is made harmless. */
import type { Check } from "../../contract/check.ts";
import { csvText } from "./csv-text.ts";

export function checkCsv({ findings }: Check): string {
	return csvText(
		"check",
		findings.list.map((checkFinding) => ({ checkFinding })),
		{
			// A blank reason must not look like a finding that nobody knows.
			known: ({ checkFinding: { known } }) => (known === null ? null : known.reason.trim() === "" ? true : known.reason),
		},
	);
}
