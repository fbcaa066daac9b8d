/** Findings of a table on their way to the tally: each once, and the first reason of the row being read. */
import type { Code, Finding } from "../findings/finding.ts";
import { gravity } from "../findings/gravity.ts";

export interface Sink {
	readonly tell: (found: Finding) => void;
	/** The row being read is told of later. */
	readonly defer: (code: Code) => void;
	/** A row begins. */
	readonly begin: (row: number) => void;
	/** Why the row being read was not used. */
	readonly reason: (outcome: "refused" | "skipped") => Code | "blank";
}

/**
 * Passes findings on, each once: the columns of a wide row share its firm and period, and what stands in for a column is the
 * same for every row. Remembers the first reason of the row being read.
 */
export function sinkOf(tell: (found: Finding) => void): Sink {
	let current = 0;
	const inRow = new Set<string>();
	const elsewhere = new Set<string>();
	let first: Code | undefined;
	let firstError: Code | undefined;
	const note = (code: Code): void => {
		first ??= code;
		if (gravity[code] === "error") firstError ??= code;
	};
	return {
		tell: (found) => {
			const { row, column, value } = found.at;
			const name = `${found.code}\u001f${row}\u001f${column}\u001f${value}`;
			if (row === current) {
				if (inRow.has(name)) return;
				inRow.add(name);
			} else if (row < current) {
				if (elsewhere.has(name)) return;
				elsewhere.add(name);
			}
			note(found.code);
			tell(found);
		},
		defer: note,
		begin: (row) => {
			current = row;
			inRow.clear();
			first = undefined;
			firstError = undefined;
		},
		reason: (outcome) => (outcome === "refused" ? (firstError ?? "missing-column") : (first ?? "total-row")),
	};
}
