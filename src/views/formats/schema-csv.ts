/** The dictionary of columns: of input tables, and of what `--format csv` writes. */
import { isFile, isTable, type SchemaName } from "../schema-page.ts";
import type { Schemas } from "../schemas.ts";
import { csvCell } from "./csv-cell.ts";

export function dictionary(some: readonly SchemaName[], schemas: Schemas): string {
	const header = "table,column,type,unit,unit_column,required,description";
	const lines = some.flatMap((name) => linesOf(name, schemas));
	return `${[header, ...lines].join("\n")}\n`;
}

function linesOf(name: SchemaName, schemas: Schemas): string[] {
	// What has no table has no columns.
	if (isFile(name)) return [];
	if (!isTable(name))
		return schemas.columns[name].map(({ column, type, unit, unitColumn, description }) =>
			line([name, column, type, unit, unitColumn, "", description]),
		);
	const fields = schemas.tables[name].tableSchema["fields"] as readonly {
		readonly name: string;
		readonly type: string;
		readonly description: string;
		readonly constraints?: { readonly required?: boolean };
	}[];
	return fields.map((field) =>
		line([name, field.name, field.type, "", "", field.constraints?.required === true, field.description]),
	);
}

function line(cells: readonly (string | boolean | null)[]): string {
	return cells.map((cell) => csvCell(cell, "text")).join(",");
}
