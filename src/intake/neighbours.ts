/** The firms of the rows around those that name none: a block of a firm often names it only once. */
import { firmColumn } from "../layout/cells.ts";
import type { Header } from "../layout/header.ts";
import type { Cut } from "../records/sheet.ts";
import { readName } from "./names.ts";
import type { Between } from "./whose.ts";

/** Looks at the rows under one header, in order. */
export interface Neighbours {
	/** The row of the header. */
	readonly from: number;
	/** Whether some row names no firm, or what follows the last row is lost. */
	readonly wanted: boolean;
	readonly row: (cells: readonly string[], row: number) => void;
	/** No row follows. */
	readonly finish: () => void;
}

/** What is asked of the rows under one header. */
interface Asked {
	readonly header: Header;
	/** Where the firm stands. */
	readonly idAt: number;
	/** Firms that the rows name. */
	readonly firms: ReadonlySet<string>;
	/** The cells of the rows that name none, by row. */
	readonly unnamed: ReadonlyMap<number, readonly string[]>;
	/** Called at the end, where the last firm is wanted: with it, and whether each firm's rows stand together. */
	readonly last: ((firm: string, together: boolean) => void) | undefined;
}

export function neighboursOf(
	{ header, idAt, firms, unnamed, last }: Asked,
	found: (cells: readonly string[], between: Between) => void,
): Neighbours {
	const column = firmColumn(header);
	const waiting: (readonly string[])[] = [];
	const kept: { readonly cells: readonly string[]; readonly above: string; readonly below: string }[] = [];
	const seen = new Set<string>();
	let above = "";
	let together = true;
	const settle = (below: string): void => {
		for (const cells of waiting.splice(0)) kept.push({ cells, above, below });
	};
	return {
		from: header.place.row,
		wanted: unnamed.size > 0 || last !== undefined,
		row: (cells, row) => {
			const own = unnamed.get(row);
			if (own !== undefined) {
				waiting.push(own);
				return;
			}
			const firm = readName(column, cells[idAt] ?? "").name ?? "";
			if (firm === "" || !firms.has(firm)) return;
			settle(firm);
			if (firm === above) return;
			if (seen.has(firm)) together = false;
			seen.add(firm);
			above = firm;
		},
		finish: () => {
			last?.(above, together);
			settle("");
			for (const { cells, ...around } of kept) found(cells, { ...around, together });
		},
	};
}

/**
 * Reads a table once more, where rows of it name no firm, for the rows around them. Each header has the rows up to the next: what
 * stands under another is no neighbour, and a table of many headers is still read once. `all`: one for each header, in order.
 */
export async function lookAround(all: readonly Neighbours[], read: Cut["read"]): Promise<void> {
	if (!all.some(({ wanted }) => wanted)) return;
	let at = 0;
	await read({
		record: (cells, row) => {
			while (row >= (all[at + 1]?.from ?? Number.POSITIVE_INFINITY)) at += 1;
			const here = all[at] as Neighbours;
			if (here.wanted && row > here.from) here.row(cells, row);
		},
		lost: () => undefined,
	});
	for (const one of all) one.finish();
}
