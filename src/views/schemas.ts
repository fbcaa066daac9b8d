/** What `tanlu schema` tells, as the build wrote it: schemas of input tables, json outputs and files of users, and the columns of csv outputs. */

import type { CsvColumn, FileName, OutputName } from "../contract/outputs.ts";
import type { TableKind } from "../contract/tables.ts";

/** A JSON Schema (draft 2020-12), or a Table Schema (Frictionless). */
export type Schema = Readonly<Record<string, unknown>>;

/** A column of a csv output, and what is said of it. */
export interface CsvColumnSchema extends Pick<CsvColumn, "column" | "type" | "unit" | "unitColumn"> {
	readonly description: string;
}

export interface Schemas {
	readonly tables: { readonly [K in TableKind]: { readonly jsonSchema: Schema; readonly tableSchema: Schema } };
	/** JSON Schemas of what `--format json` writes. */
	readonly outputs: { readonly [O in OutputName]: Schema };
	/** JSON Schemas of files that users write. */
	readonly files: { readonly [F in FileName]: Schema };
	/** Columns of what `--format csv` writes, in order; none where there is no such format. */
	readonly columns: { readonly [O in OutputName]: readonly CsvColumnSchema[] };
}
