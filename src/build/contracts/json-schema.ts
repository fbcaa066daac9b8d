/** An input table as JSON Schema: an array of rows under the tool's own column names, each cell a string, blank where missing. */
import type { CellKind } from "../../contract/cell-kinds.ts";
import { type ColumnName, cellsOf, type TableKind, tableOf } from "../../contract/tables.ts";
import type { Fields } from "../../language/fields.ts";
import type { Schema } from "../../views/schemas.ts";
import { rowRules } from "./row-rules.ts";
import { dialect, filled, schemaId } from "./schema.ts";
import { anyCase, writingOf } from "./writings.ts";

export function tableJsonSchema(kind: TableKind, { title, about, columns }: Fields["tables"][TableKind]): Schema {
	const { required: choices, defaults } = tableOf(kind);
	const single = new Set(choices.filter(({ length }) => length === 1).flat());
	const said: Partial<Record<ColumnName, string>> = columns;
	const rules = [
		...choices.filter(({ length }) => length > 1).map((choice) => ({ anyOf: choice.map((column) => filled(column)) })),
		...(rowRules[kind] ?? []),
	];
	return {
		$schema: dialect,
		$id: schemaId(kind),
		title,
		description: about,
		type: "array",
		items: {
			type: "object",
			properties: Object.fromEntries(
				cellsOf(kind).map(([column, cell]) => [
					column,
					{
						description: said[column],
						...cellSchema(cell, !single.has(column) || cell === "quantity"),
						...(column in defaults ? { default: defaults[column] } : {}),
					},
				]),
			),
			required: [...single],
			additionalProperties: false,
			...(rules.length > 0 ? { allOf: rules } : {}),
		},
	};
}

function cellSchema(kind: CellKind, blank: boolean): Schema {
	const { forms, missing, but, example } = writingOf(kind);
	const none = missing.length === 0 || !blank ? [] : [`^(${missing.map(anyCase).join("|")})$`];
	const pattern = [...(blank ? ["^$"] : []), ...none, ...forms].join("|");
	return {
		type: "string",
		...(forms.length > 0 ? { pattern } : blank ? {} : { pattern: "\\S" }),
		...(but === undefined ? {} : { not: { pattern: but } }),
		...(example === undefined ? {} : { examples: [example] }),
	};
}
