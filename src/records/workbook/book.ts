/** A workbook before its sheets are taken in. */
import type { Grid } from "./grid.ts";

export interface BookSheet {
	/** Null where the file is the sheet. */
	readonly name: string | null;
	readonly hidden: boolean;
	/** Made of cells: charts and macros can be sheets, too. */
	readonly isTable: boolean;
	/** Takes the sheet in; may be called again. */
	readonly grid: () => Promise<Grid>;
}

export interface Book {
	/** In the order of the workbook. */
	readonly sheets: readonly BookSheet[];
}
