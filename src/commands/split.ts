/** Rows written apart: for each input those that count and those that were refused, each a table of its own. */

import type { RowTaker } from "../intake/read-table.ts";
import { csvCell } from "../views/formats/csv-cell.ts";
import type { Host, Writer } from "./host.ts";

/** Columns behind those of a refused row: where it stood, and the code that says why. Both are unknown columns to a table. */
const behind = ["tanlu_row", "tanlu_why"] as const;

export interface Splitter {
	readonly take: RowTaker;
	/** Closes what was opened. */
	readonly close: () => Promise<void>;
}

/** Writes `NAME.used.csv` and `NAME.refused.csv` below a folder, as rows come: memory does not grow with them. */
export function splitter(folder: string, host: Host): Splitter {
	host.makeFolder(folder);
	const writers = new Map<string, Writer>();
	const place = folder.replace(/(?!^)[\\/]+$/, "");
	const line = (cells: readonly string[]): string => `${cells.map((cell) => csvCell(cell, "verbatim")).join(",")}\n`;
	return {
		take: (file, header, cells, { outcome, row, why }) => {
			if (outcome === "skipped") return;
			// Tables of several folders may share a name: the folders become part of it.
			const name = `${place}/${file
				.replace(/\.(csv|tsv|txt)(\.gz)?$/i, "")
				.replaceAll("/", "_")
				.replaceAll("..", "_")}.${outcome}.csv`;
			let writer = writers.get(name);
			if (writer === undefined) {
				writer = host.writer(name);
				writers.set(name, writer);
				// Spreadsheets know UTF-8 by its mark.
				writer.write(`\ufeff${line(outcome === "used" ? header : [...header, ...behind])}`);
			}
			writer.write(line(outcome === "used" ? cells : [...cells, String(row), why]));
		},
		close: async () => {
			for (const writer of writers.values()) writer.close();
		},
	};
}
