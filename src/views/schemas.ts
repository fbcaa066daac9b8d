/** What `tanlu schema` tells, as the build wrote it: schemas of input tables and json outputs, and the columns of csv outputs. */
import type { TableKind } from "../domain/words.ts";
import type { OutputName } from "../language/fields.ts";

/** A JSON Schema (draft 2020-12), or a Table Schema (Frictionless). */
export type Schema = Readonly<Record<string, unknown>>;

/** A column of a csv output. */
export interface CsvColumnSchema {
	readonly column: string;
	readonly type: string;
	/** Where it is the same in each row. */
	readonly unit: string | null;
	/** The column that states the unit, where it is not the same in each row. */
	readonly unitColumn: string | null;
	readonly description: string;
}

export interface Schemas {
	readonly tables: { readonly [K in TableKind]: { readonly jsonSchema: Schema; readonly tableSchema: Schema } };
	/** JSON Schemas of what `--format json` writes. */
	readonly outputs: { readonly [O in OutputName]: Schema };
	/** Columns of what `--format csv` writes, in order. */
	readonly columns: { readonly [O in CsvOutput]: readonly CsvColumnSchema[] };
}

/** The outputs that can be written as csv. */
export type CsvOutput = "report" | "check" | "sources";

/** The columns of an output's csv; none where it has none. */
export function csvColumns({ columns }: Schemas, name: OutputName): readonly CsvColumnSchema[] {
	const some: { readonly [O in OutputName]?: readonly CsvColumnSchema[] } = columns;
	return some[name] ?? [];
}
