/** Columns of input tables and contracts of outputs, for people and for programs. */

import { type TableKind, tableKinds } from "../domain/words.ts";
import { Trouble } from "../findings/trouble.ts";
import { type OutputName, outputNames } from "../language/fields.ts";
import { csvCell } from "../views/formats/csv-cell.ts";
import { text } from "../views/formats/text.ts";
import type { Page } from "../views/page.ts";
import { outputPage, schemaList, tablePage } from "../views/schema-page.ts";
import { csvColumns, type Schema, type Schemas } from "../views/schemas.ts";
import { oneOf } from "./choices.ts";
import type { Asked, CommandCard, ExitCode } from "./command.ts";
import { exit } from "./host.ts";
import { columnsOf, csvMark } from "./output.ts";

const formats = ["text", "json-schema", "table-schema", "csv"] as const;
const names = [...tableKinds, ...outputNames] as const;
type Name = TableKind | OutputName;

interface SchemaTyped {
	readonly format?: string;
	readonly out?: string;
	readonly bom?: boolean;
	readonly width?: string;
}

export const schema: CommandCard = {
	name: "schema",
	most: 1,
	exitCodes: [0, 2, 70],
	options: [
		[
			{ name: "format", flags: "--format <format>", words: formats },
			{ name: "out", flags: "--out <file>" },
			{ name: "bom", flags: "--bom" },
			{ name: "width", flags: "--width <columns>" },
		],
	],
	run: (operands, typed, asked) => runSchema(operands[0], typed as SchemaTyped, asked),
};

async function runSchema(asked: string | undefined, typed: SchemaTyped, { host, language }: Asked): Promise<ExitCode> {
	const name = asked === undefined ? undefined : oneOf<Name>("NAME", asked, names);
	const format = oneOf<(typeof formats)[number]>("--format", typed.format ?? "text", formats);
	if (format === "table-schema" && name !== undefined && !isTable(name))
		throw new Trouble("unknown-choice", { option: "--format table-schema", value: name, known: tableKinds, near: [] });
	const mark = csvMark(typed.bom, format);
	const columns = columnsOf(typed.width, host);
	const all = JSON.parse(await host.data("schemas")) as Readonly<Record<string, Schemas>>;
	const schemas = all[language.id];
	if (schemas === undefined) throw new Error(`the schemas were not built in ${language.id}`);
	const written =
		format === "text"
			? text(page(name, schemas, { host, language }), { columns, paint: (_, words) => words })
			: format === "csv"
				? mark + dictionary(name === undefined ? names : [name], schemas)
				: `${JSON.stringify(program(name, format, schemas), null, 2)}\n`;
	await host.print(written, typed.out === "-" ? undefined : typed.out);
	return exit.done;
}

function isTable(name: Name): name is TableKind {
	return tableKinds.some((kind) => kind === name);
}

function page(name: Name | undefined, schemas: Schemas, { language }: Asked): Page {
	if (name === undefined) return schemaList(schemas, language);
	return isTable(name) ? tablePage(name, schemas, language) : outputPage(name, schemas, language);
}

/** One schema, or all there are by their names. */
function program(name: Name | undefined, format: "json-schema" | "table-schema", schemas: Schemas): Schema {
	if (name === undefined) {
		const some = format === "table-schema" ? tableKinds : names;
		return Object.fromEntries(some.map((one) => [one, program(one, format, schemas)]));
	}
	if (!isTable(name)) return schemas.outputs[name];
	return format === "table-schema" ? schemas.tables[name].tableSchema : schemas.tables[name].jsonSchema;
}

/** The dictionary of columns: of input tables, and of what `--format csv` writes. */
function dictionary(some: readonly Name[], schemas: Schemas): string {
	const header = "table,column,type,unit,unit_column,required,description";
	const lines = some.flatMap((name) => (isTable(name) ? inputLines(name, schemas) : outputLines(name, schemas)));
	return `${[header, ...lines].join("\n")}\n`;
}

function inputLines(kind: TableKind, schemas: Schemas): string[] {
	const fields = schemas.tables[kind].tableSchema["fields"] as readonly {
		readonly name: string;
		readonly type: string;
		readonly description: string;
		readonly constraints?: { readonly required?: boolean };
	}[];
	return fields.map(({ name, type, description, constraints }) =>
		line([kind, name, type, "", "", constraints?.required === true, description]),
	);
}

function outputLines(name: OutputName, schemas: Schemas): string[] {
	return csvColumns(schemas, name).map(({ column, type, unit, unitColumn, description }) =>
		line([name, column, type, unit, unitColumn, "", description]),
	);
}

function line(cells: readonly (string | boolean | null)[]): string {
	return cells.map((cell) => csvCell(cell, "text")).join(",");
}
