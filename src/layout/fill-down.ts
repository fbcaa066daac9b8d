/**
 * Blanks that merged cells leave: the value stands in the first row of a block only. Where a text shows the blank alone, it is filled
 * from above on request, never by itself, since a blank may also be a value that is missing. A workbook says what is merged.
 */
import type { ColumnName } from "../contract/tables.ts";
import type { Merged } from "../records/sheet.ts";
import type { Header } from "./header.ts";

const identities: readonly ColumnName[] = ["credit_code", "firm", "firm_name"];
/** Columns that offices merge: who, where, when and what; never an amount. */
const mergeable: readonly ColumnName[] = [
	...identities,
	"site",
	"meter",
	"sector",
	"province",
	"period",
	"year",
	"month",
	"carrier",
	"indicator",
	"product",
];

/** A row, and the header words of the columns that were filled in it. */
export interface Filled {
	readonly cells: readonly string[];
	readonly filled: readonly string[];
}

export interface FillDown {
	/** The row with its blanks filled, and the header words of the columns that were; the row itself where none was. */
	readonly fill: (cells: readonly string[]) => Filled;
	/** A blank row ends a block. */
	readonly end: () => void;
}

/**
 * Columns are merged from left to right, each block within the one to its left: a blank is filled only where nothing to its
 * left is written anew in its row. Code and name of a firm are one thing: a row that states either has its own.
 */
export function fillDown({ at, words }: Header): FillDown {
	const columns = [...at]
		.filter(([column, index]) => mergeable.includes(column) && index < words.length)
		.sort(([, a], [, b]) => a - b);
	const who = columns.filter(([column]) => identities.includes(column));
	let above: readonly string[] | undefined;
	return {
		fill: (cells) => {
			const isBlank = (index: number): boolean => (cells[index] ?? "").trim() === "";
			const filled: string[] = [];
			let own = [...cells];
			const ownFirm = who.some(([, index]) => !isBlank(index));
			let fresh = false;
			for (const [column, index] of columns) {
				if (!isBlank(index)) {
					// A sector or province repeated in each row begins no block.
					if (cells[index] !== above?.[index]) fresh = true;
					continue;
				}
				const value = above?.[index] ?? "";
				if (fresh || value.trim() === "" || (ownFirm && identities.includes(column))) continue;
				if (filled.length === 0) own = [...cells];
				own[index] = value;
				filled.push(words[index] as string);
			}
			above = own;
			return { cells: filled.length === 0 ? cells : own, filled };
		},
		end: () => {
			above = undefined;
		},
	};
}

/**
 * Fills cells that are merged with one above: who, where, when and what. Amounts are not filled, for one amount over several rows is
 * nobody's by itself.
 */
export function fillMerged({ at, words }: Header): (cells: readonly string[], merged: readonly Merged[]) => Filled {
	const columns = new Set(
		[...at].filter(([column, index]) => mergeable.includes(column) && index < words.length).map(([, index]) => index),
	);
	return (cells, merged) => {
		const taken = merged.filter(
			({ index, value }) => columns.has(index) && (cells[index] ?? "").trim() === "" && value.trim() !== "",
		);
		if (taken.length === 0) return { cells, filled: [] };
		const own = [...cells];
		for (const { index, value } of taken) own[index] = value;
		return { cells: own, filled: taken.map(({ index }) => words[index] as string) };
	};
}
