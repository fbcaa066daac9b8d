/** The shelf of formats that a batch can be written in. */
import type { Batch } from "../../contract/batch.ts";
import { batchPage } from "../batch-page.ts";
import { csvText } from "./csv-text.ts";
import { type Formats, onTerminal } from "./format.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import { ndjson } from "./ndjson.ts";

export const batchFormats: Formats<Batch> = {
	text: onTerminal((batch, { language, naming }) => batchPage(batch, language, naming)),
	csv: { mark: true, write: batchCsv },
	json: { write: json },
	ndjson: { write: ({ submissions }) => ndjson(submissions) },
	markdown: { page: true, write: (batch, { language, naming }) => markdown(batchPage(batch, language, naming)) },
};

/** Lists stand in a cell, their items divided by a semicolon: names may hold blanks. */
export function batchCsv({ submissions }: Batch): string {
	const list = (items: readonly string[]): string => items.join("; ");
	return csvText(
		"batch",
		submissions.map((submission) => ({ submission, counts: submission.findings })),
		{
			verdicts: ({ submission: { verdicts } }) =>
				list(verdicts.map(({ firm, year, verdict }) => `${firm} ${year} ${verdict?.word ?? "-"}`)),
			files_read: ({ submission: { filesRead } }) => list(filesRead),
			files_not_read: ({ submission: { filesNotRead } }) => list(filesNotRead.map(({ file }) => file)),
			own_tables: ({ submission: { ownTables } }) => list(ownTables.map(({ file }) => file)),
		},
	);
}
