/** What would be as csv: two rows for each firm and year, the reported one and what if. */
import type { WhatifOutput, WhatifState } from "../../contract/whatif.ts";
import { csvText } from "./csv-text.ts";

/** A row of what could not be told has no figure, and says that it is none of the reported ones. */
const nothing: Pick<WhatifState, "reportedData"> = { reportedData: false };

export function whatifCsv({ asked, firms }: WhatifOutput): string {
	const rows = firms.flatMap((firm) =>
		firm.years.flatMap((year) => [year.reported, year.whatIf ?? nothing].map((state) => ({ asked, firm, year, state }))),
	);
	return csvText("whatif", rows, {
		levers: ({ state }) => (state.reportedData ? "" : asked.levers.join("; ")),
		hindrances: ({ state, year }) =>
			state.reportedData ? "" : year.hindrances.map(({ lever, reason }) => `${lever} ${reason}`).join("; "),
	});
}
