/** The shelf of formats that a comparison can be written in. */
import type { DiffOutput } from "../../contract/diff.ts";
import { diffPage } from "../diff-page.ts";
import { csvText } from "./csv-text.ts";
import { type Formats, onTerminal } from "./format.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";

export const diffFormats: Formats<DiffOutput> = {
	text: onTerminal((value, { language, naming }) => diffPage(value, language, naming)),
	markdown: { page: true, write: (value, { language, naming }) => markdown(diffPage(value, language, naming)) },
	csv: { mark: true, write: ({ changes }) => csvText("diff", changes.flatMap(rowsOf)) },
	json: { write: json },
};

/** A row for each cell and for each effect, side by side. */
function rowsOf(rowChange: DiffOutput["changes"][number]): Readonly<Record<string, unknown>>[] {
	const { cells, effects } = rowChange;
	return Array.from({ length: Math.max(1, cells.length, effects.length) }, (_, at) => ({
		rowChange,
		cellChange: cells[at] ?? null,
		changeEffect: effects[at] ?? null,
	}));
}
