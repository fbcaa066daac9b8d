/** A workbook that is to be written, before anybody thinks of a file format: sheets of columns and cells, and lists to choose from. */

/** A number as its decimal digits, a text, or nothing. */
export type Cell = { readonly number: string } | { readonly text: string } | null;

export interface Choice {
	/** Words to choose from stand in a list of the workbook; without one, an amount is asked for: zero or more. */
	readonly list?: string;
	/** What is said where something else is written; it stands all the same where the writer says so. */
	readonly otherwise: { readonly title: string; readonly text: string };
}

export interface Column {
	/** Stands in the first row; a sheet of whose columns none has one has no such row. */
	readonly title: string;
	/** In letters of a terminal: 汉 takes two. */
	readonly width: number;
	/** How a number is shown, as spreadsheets write it: `#,##0.00`; `@` is a column of texts, whatever is typed there. */
	readonly format: string;
	/** Sentences, broken into lines. */
	readonly prose?: boolean;
	readonly choice?: Choice;
}

export interface Sheet {
	readonly name: string;
	/** Of lists: nobody reads it. */
	readonly hidden?: true;
	readonly columns: readonly Column[];
	/** How many rows there are below the titles, and the rows. */
	readonly count: number;
	readonly rows: () => Iterable<readonly Cell[]>;
	/** Rows can be chosen by their values. */
	readonly filtered?: true;
}

export interface Book {
	readonly sheets: readonly Sheet[];
	/** Lists by their names: a column of a sheet, below its title. */
	readonly lists?: readonly { readonly name: string; readonly sheet: string; readonly column: number; readonly count: number }[];
}
