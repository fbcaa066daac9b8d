/** The shelf of formats that schemas can be written in. */
import { type TableKind, tableKinds } from "../../contract/tables.ts";
import { filePage, isFile, isTable, outputPage, type SchemaName, schemaList, schemaNames, tablePage } from "../schema-page.ts";
import type { Schema, Schemas } from "../schemas.ts";
import { type Formats, onTerminal } from "./format.ts";
import { dictionary } from "./schema-csv.ts";

export interface SchemaView {
	readonly schemas: Schemas;
	/** The table or output that was asked for; undefined: all. */
	readonly name: SchemaName | undefined;
}

export const schemaFormats: Formats<SchemaView> = {
	text: onTerminal(({ name, schemas }, { language }) =>
		name === undefined
			? schemaList(schemas, language)
			: isTable(name)
				? tablePage(name, schemas, language)
				: isFile(name)
					? filePage(name, schemas, language)
					: outputPage(name, schemas, language),
	),
	"json-schema": {
		write: ({ name, schemas }) =>
			program(name, schemaNames, (one) =>
				isTable(one) ? schemas.tables[one].jsonSchema : isFile(one) ? schemas.files[one] : schemas.outputs[one],
			),
	},
	"table-schema": {
		// The command refuses a name that is no table.
		write: ({ name, schemas }) => program(name, tableKinds, (one) => schemas.tables[one as TableKind].tableSchema),
	},
	csv: { mark: true, write: ({ name, schemas }) => dictionary(name === undefined ? schemaNames : [name], schemas) },
};

/** One schema, or all there are by their names. */
function program(name: SchemaName | undefined, all: readonly SchemaName[], of: (name: SchemaName) => Schema): string {
	const value = name === undefined ? Object.fromEntries(all.map((one) => [one, of(one)])) : of(name);
	return `${JSON.stringify(value, null, 2)}\n`;
}
