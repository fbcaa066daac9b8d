/**
 * An input table as Frictionless Table Schema, version 2.0 (https://datapackage.org/standard/table-schema/).
 *
 * No table has a primary key: a firm may go by any of three columns, most keys hold a cell that may be blank, and a row that
 * stands twice is no error.
 */
import type { CellKind } from "../../contract/cell-kinds.ts";
import { type ColumnName, cellsOf, type TableKind, tableOf } from "../../contract/tables.ts";
import type { Fields } from "../../language/fields.ts";
import type { Schema } from "../../views/schemas.ts";
import { writingOf } from "./writings.ts";

/** The words that mean a column, by language. */
export type Aliases = Readonly<Record<string, readonly string[]>>;

export function tableSchema(
	kind: TableKind,
	{ title, about, columns }: Fields["tables"][TableKind],
	aliasesOf: (kind: TableKind, column: ColumnName) => Aliases,
): Schema {
	const required = new Set<ColumnName>(
		tableOf(kind)
			.required.filter(({ length }) => length === 1)
			.flat(),
	);
	const said: Partial<Record<ColumnName, string>> = columns;
	return {
		$schema: "https://datapackage.org/profiles/2.0/tableschema.json",
		title,
		description: about,
		// Columns go by their names in any order, and a table has as many of them as it needs. The standard's text makes this a
		// word; its published profile, by mistake, a list (issue 965 of frictionlessdata/datapackage).
		fieldsMatch: "superset",
		missingValues: [""],
		fields: cellsOf(kind).map(([column, cell]) => ({
			name: column,
			...typeOf(cell, required.has(column) && cell !== "quantity"),
			description: said[column],
			aliases: aliasesOf(kind, column),
		})),
	};
}

function typeOf(kind: CellKind, required: boolean): Schema {
	const { type, forms, missing, bounds, example } = writingOf(kind);
	const constraints = {
		...(required ? { required } : {}),
		...bounds,
		...(type === "string" && forms.length > 0
			? { pattern: forms.length === 1 ? forms.map(bare)[0] : `(${forms.map(bare).join("|")})` }
			: {}),
	};
	return {
		type,
		...(type === "number" ? { groupChar: ",", missingValues: ["", ...inCases(missing)] } : {}),
		...(example === undefined ? {} : { example }),
		...(Object.keys(constraints).length > 0 ? { constraints } : {}),
	};
}

/** In lower case, capitals, and with a capital first: the standard compares letter by letter. */
function inCases(words: readonly string[]): string[] {
	return [...new Set(words.flatMap((word) => [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)]))];
}

/** As XML Schema has patterns: of the whole value without anchors, and without groups that do not capture. */
function bare(form: string): string {
	return form.replace(/^\^/, "").replace(/\$$/, "").replaceAll("(?:", "(");
}
