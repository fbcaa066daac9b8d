/** What `tanlu schema` says around the definitions, in English. */
import type { SchemaTexts } from "../schema-texts.ts";

export const schema: SchemaTexts = {
	columns: {
		name: "name",
		column: "column",
		required: "needed",
		type: "type",
		unit: "unit",
		aliases: "also written",
		about: "what it holds",
		key: "key",
	},
	inputs: "Input tables",
	outputs: "Outputs",
	files: "Files beside the tables",
	how: "tanlu schema NAME shows one; --format json-schema, table-schema (input tables) or csv write it for programs.",
	headerWords: "Column names may be English or Chinese, in any letter case; --format table-schema lists every spelling.",
	csvColumns: "Columns of --format csv",
	jsonKeys: "Keys of --format json; [] is each item of a list",
	fileKeys: "Keys; * is each name, [] each item of a list",
	type: (word) => word,
	oneOf: "one of",
};
