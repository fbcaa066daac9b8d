/** What a reader is shown, before it is known on what: blocks one below the other. Terminal and document draw the same page. */
import type { VerdictWord } from "../domain/words.ts";

export interface Cell {
	/** As it stands in the data: each drawing makes it harmless in its own way. */
	readonly text: string;
	/** Colours the cell where there is colour. */
	readonly tone?: VerdictWord;
}

export interface Column {
	readonly title: string;
	readonly align: "left" | "right";
	/** A name that may be cut where there is little room. */
	readonly name?: true;
	/** Sentences, broken into lines where there is little room: for the last column. */
	readonly prose?: true;
	/** Left out where there is little room: the highest number goes first; 0 or none stays. */
	readonly spare?: number;
}

export interface Sheet {
	readonly columns: readonly Column[];
	readonly rows: readonly (readonly Cell[])[];
	/** Says which columns were left out for lack of room. */
	readonly leftOut: (titles: readonly string[]) => string;
	/** Sentences right below: how to read it, what it leaves away. */
	readonly notes?: readonly string[];
}

export type Block =
	/** `depth`: how many steps it stands further in, as part of what is above it; none where it stands by itself. */
	| { readonly is: "text"; readonly text: string; readonly depth?: number }
	| { readonly is: "heading"; readonly text: string }
	| { readonly is: "lines"; readonly lines: readonly string[] }
	/** Drawn of characters for a person who looks on at a wide terminal, and left out elsewhere: what it shows stands beside it in figures. */
	| { readonly is: "picture"; readonly lines: readonly string[] }
	| { readonly is: "sheet"; readonly sheet: Sheet };

export type Page = readonly Block[];

export const text = (of: string): Block => ({ is: "text", text: of });
export const item = (of: string, depth = 1): Block => ({ is: "text", text: of, depth });
export const heading = (of: string): Block => ({ is: "heading", text: of });
/** Lines as they stand, such as those of a file. */
export const lines = (of: readonly string[]): Block => ({ is: "lines", lines: of });
export const picture = (of: readonly string[]): Block => ({ is: "picture", lines: of });
export const sheet = (of: Sheet): Block => ({ is: "sheet", sheet: of });
