/** Schemas as a page: what there is, the columns of a table, the columns and keys of an output. */
import { requiredColumns } from "../domain/tables.ts";
import { type TableKind, tableKinds } from "../domain/words.ts";
import { type OutputName, outputNames } from "../language/fields.ts";
import type { Language } from "../language/language.ts";
import { type Block, type Column, heading, type Page, sheet, text } from "./page.ts";
import { csvColumns, type Schema, type Schemas } from "./schemas.ts";

/** Header words told beside a column; all of them are in the Table Schema. */
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
	const csv = csvColumns(schemas, name);
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
		sheet({
			columns: [
				{ title: titles.key, align: "left" },
				{ title: titles.type, align: "left", spare: 1 },
				{ title: titles.about, align: "left", prose: true },
			],
			rows: keysOf(contract, "").map(([key, type, about]) => [{ text: key }, { text: texts.type(type) }, { text: about }]),
			leftOut: report.leftOut,
		}),
	];
}

interface Field {
	readonly name: string;
	readonly description: string;
	readonly aliases?: Readonly<Record<string, readonly string[]>>;
}

/** A column may be needed by itself, or be one of several that can stand for each other. */
function needed(kind: TableKind, column: string, oneOf: string, yes: string): string {
	const group = requiredColumns[kind].find((columns: readonly string[]) => columns.includes(column));
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
