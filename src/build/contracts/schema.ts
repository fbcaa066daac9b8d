/** The few pieces of JSON Schema that contracts are put together from. */
import type { ColumnName } from "../../contract/tables.ts";
import type { Schema } from "../../views/schemas.ts";

export const dialect = "https://json-schema.org/draft/2020-12/schema";

/** The name of a contract and its version. */
export function schemaId(name: string): string {
	return `urn:tanlu:schema:${name}:1`;
}

/** The row has this cell, and something of this form is in it. */
export function filled(column: ColumnName, form = "\\S"): Schema {
	return { required: [column], properties: { [column]: { type: "string", pattern: form } } };
}
