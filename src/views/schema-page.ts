/** Schemas as a page: what there is, the columns of a table, the columns and keys of an output. */

import { type FileName, fileNames, type OutputName, outputNames } from "../contract/outputs.ts";
import { type TableKind, tableKinds, tableOf } from "../contract/tables.ts";
import type { Language } from "../language/language.ts";
import { type Block, type Column, heading, type Page, sheet, text } from "./page.ts";
import type { Schema, Schemas } from "./schemas.ts";

/** What there is a schema of: tables of inputs, files that users write, and outputs. */
export type SchemaName = TableKind | FileName | OutputName;
export const schemaNames: readonly SchemaName[] = [...tableKinds, ...fileNames, ...outputNames];

export function isTable(name: SchemaName): name is TableKind {
	return tableKinds.some((kind) => kind === name);
}

export function isFile(name: SchemaName): name is FileName {
	return fileNames.some((file) => file === name);
}

/** Header words shown beside a column; all of them are in the Table Schema. */
const aliasesShown = 3;

/** The list of what there is. */
export function schemaList(schemas: Schemas, language: Language): Page {
	const { schema: texts, report } = language;
	const titles = texts.columns;
	const columns: Column[] = [
		{ title: titles.name, align: "left" },
		{ title: titles.about, align: "left", prose: true },
	];
	const table = (rows: readonly (readonly [name: string, about: string])[]): Block =>
		sheet({ columns, rows: rows.map((row) => row.map((cell) => ({ text: cell }))), leftOut: report.leftOut });
	return [
		heading(texts.inputs),
		table(tableKinds.map((kind) => [kind, String(schemas.tables[kind].tableSchema["description"])])),
		heading(texts.files),
		table(fileNames.map((name) => [name, String(schemas.files[name]["description"])])),
		heading(texts.outputs),
		table(outputNames.map((name) => [name, String(schemas.outputs[name]["description"])])),
		text(texts.how),
	];
}

/** An input table: each column with what it holds and how it may be headed. */
export function tablePage(kind: TableKind, schemas: Schemas, language: Language): Page {
	const { schema: texts, words, report } = language;
	const titles = texts.columns;
	const { tableSchema } = schemas.tables[kind];
	const rows = fieldsOf(tableSchema).map((field) => [
		{ text: field.name },
		{ text: needed(kind, field.name, texts.oneOf, words.yes) },
		{
			text: (field.aliases?.[language.id] ?? [])
				.filter((alias) => alias !== field.name)
				.slice(0, aliasesShown)
				.join(" | "),
		},
		{ text: field.description },
	]);
	return [
		text(`${kind}: ${String(tableSchema["description"])}`),
		sheet({
			columns: [
				{ title: titles.column, align: "left" },
				{ title: titles.required, align: "left", spare: 1 },
				{ title: titles.aliases, align: "left", name: true, spare: 2 },
				{ title: titles.about, align: "left", prose: true },
			],
			rows,
			leftOut: report.leftOut,
			notes: [texts.headerWords],
		}),
	];
}

/** An output: the columns of its csv where they are defined, and every key of its json. */
export function outputPage(name: OutputName, schemas: Schemas, language: Language): Page {
	const { schema: texts, report } = language;
	const titles = texts.columns;
	const csv = schemas.columns[name];
	const contract = schemas.outputs[name];
	return [
		text(`${name}: ${String(contract["description"])}`),
		...(csv.length === 0
			? []
			: [
					heading(texts.csvColumns),
					sheet({
						columns: [
							{ title: titles.column, align: "left" },
							{ title: titles.type, align: "left", spare: 2 },
							{ title: titles.unit, align: "left", spare: 1 },
							{ title: titles.about, align: "left", prose: true },
						],
						rows: csv.map(({ column, type, unit, unitColumn, description }) => [
							{ text: column },
							{ text: texts.type(type) },
							{ text: unit ?? (unitColumn === null ? "" : `→ ${unitColumn}`) },
							{ text: description },
						]),
						leftOut: report.leftOut,
					}),
				]),
		heading(texts.jsonKeys),
		keySheet(contract, language),
	];
}

/** A file that users write: every key of it. */
export function filePage(name: FileName, schemas: Schemas, language: Language): Page {
	const contract = schemas.files[name];
	return [text(`${name}: ${String(contract["description"])}`), heading(language.schema.fileKeys), keySheet(contract, language)];
}

function keySheet(contract: Schema, { schema: texts, report }: Language): Block {
	const titles = texts.columns;
	return sheet({
		columns: [
			{ title: titles.key, align: "left" },
			{ title: titles.type, align: "left", spare: 1 },
			{ title: titles.about, align: "left", prose: true },
		],
		rows: keysOf(contract, "").map(([key, type, about]) => [{ text: key }, { text: texts.type(type) }, { text: about }]),
		leftOut: report.leftOut,
	});
}

interface Field {
	readonly name: string;
	readonly description: string;
	readonly aliases?: Readonly<Record<string, readonly string[]>>;
}

/** A column may be needed by itself, or be one of several that can stand for each other. */
function needed(kind: TableKind, column: string, oneOf: string, yes: string): string {
	const group = tableOf(kind).required.find((columns: readonly string[]) => columns.includes(column));
	return group === undefined ? "" : group.length === 1 ? yes : oneOf;
}

function fieldsOf(tableSchema: Schema): readonly Field[] {
	return tableSchema["fields"] as readonly Field[];
}

/** Every key of a contract by its path, with its type and description. */
function keysOf(schema: Schema, path: string): (readonly [key: string, type: string, about: string])[] {
	const shapes = [schema, ...((schema["anyOf"] as readonly Schema[] | undefined) ?? [])];
	return shapes.flatMap((shape) => {
		const items = shape["items"] as Schema | undefined;
		if (items !== undefined) return keysOf(items, `${path}[]`);
		// An object by names is no shape of its own keys.
		const named = shape["propertyNames"] === undefined ? undefined : (shape["additionalProperties"] as Schema);
		if (named !== undefined) return keysOf(named, `${path}.*`);
		const properties = Object.entries((shape["properties"] as Readonly<Record<string, Schema>> | undefined) ?? {});
		return properties.flatMap(([key, value]) => {
			const full = path === "" ? key : `${path}.${key}`;
			return [[full, typeOf(value), String(value["description"] ?? "")] as const, ...keysOf(value, full)];
		});
	});
}

/** The type of a key that may also be null is its own. */
function typeOf(schema: Schema): string {
	const types = [schema, ...((schema["anyOf"] as readonly Schema[] | undefined) ?? [])].flatMap((one) => one["type"] ?? []);
	return String(types.find((type) => type !== "null") ?? "");
}
