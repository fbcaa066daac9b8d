/** What a workbook says beside its figures. Apart from the other sentences, since only a run that writes one needs it. */
import type { reportColumns, sheetColumns } from "../contract/report.ts";

export type Titles<C> = { readonly [K in keyof C]: string };

export interface BookTexts {
	/** Names of sheets: at most 31 letters, and none of `[]:*?/\`. */
	readonly sheets: {
		readonly years: string;
		readonly sectors: string;
		readonly carriers: string;
		readonly indicators: string;
		readonly caps: string;
		readonly findings: string;
		readonly inputs: string;
		readonly basis: string;
		readonly columns: string;
		/** What may be chosen in a template. */
		readonly lists: string;
	};
	/** Titles of columns, with their units. */
	readonly titles: {
		readonly years: Titles<typeof reportColumns>;
		readonly sectors: Titles<typeof sheetColumns.sectors>;
		readonly carriers: Titles<typeof sheetColumns.carriers>;
		readonly indicators: Titles<typeof sheetColumns.indicators>;
		readonly caps: Titles<typeof sheetColumns.caps>;
		readonly findings: Titles<typeof sheetColumns.findings>;
		readonly inputs: Titles<typeof sheetColumns.inputs>;
		/** Of the sheet that explains columns: which sheet, which column, its name in the csv, its unit, what stands in it. */
		readonly columns: readonly [sheet: string, title: string, name: string, unit: string, about: string];
	};
	/** Titles of lists to choose from; none is the title of a table's column, or the sheet would be one. */
	readonly lists: {
		readonly carriers: string;
		readonly energyUnits: string;
		readonly uses: string;
		readonly indicators: string;
		readonly outputUnits: string;
		readonly prices: string;
		readonly sectors: string;
		readonly provinces: string;
	};
	/** Where something else is written than a list has, or no amount: a title of at most 32 letters, a text of at most 225. */
	readonly otherwise: {
		readonly list: { readonly title: string; readonly text: string };
		readonly amount: { readonly title: string; readonly text: string };
	};
	/** All sectors together. */
	readonly allSectors: string;
	/** Numbers of at most so many digits, the csv with all of them, and what an empty cell means. */
	readonly notes: readonly string[];
	readonly basis: {
		readonly tool: string;
		readonly seeds: string;
		readonly rules: string;
		readonly notChecked: string;
		/** Firms with a base year or a target of their own. */
		readonly ownTerms: string;
		readonly mappings: string;
		readonly assertions: string;
		readonly none: string;
	};
}
