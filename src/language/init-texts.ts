/** What `tanlu init` writes: template tables with one example row each, and a short guide to them. */

export interface Template {
	/** The file's name. */
	readonly file: string;
	/** The header and one example row, cell by cell. */
	readonly rows: readonly [header: readonly string[], example: readonly string[]];
}

export interface InitTexts {
	readonly energy: Template;
	readonly output: Template;
	readonly firms: Template;
	readonly guide: {
		readonly file: string;
		/** Markdown; `report` is the command line that reads the filled tables, which are files or sheets of a workbook. */
		readonly text: (report: string, inWorkbook: boolean) => string;
	};
	/** The tables as a workbook. */
	readonly book: {
		readonly file: string;
		/** The sheet of the guide. */
		readonly guide: string;
		readonly next: (report: string) => string;
	};
	readonly wrote: (files: readonly string[]) => string;
	readonly next: (guide: string, report: string) => string;
}
