/** All that `tanlu schema` tells, made from the definitions the code uses; the build writes it to dist/schemas.json. */
import { parse } from "csv-parse/sync";
import * as z from "zod/mini";
import { lists } from "../../contract/kinds.ts";
import {
	csvColumnsOf,
	type FileName,
	fileNames,
	files,
	type OutputName,
	outputNames,
	outputs,
	shapesOf,
	unknownKinds,
} from "../../contract/outputs.ts";
import { type Said, shapeSchema } from "../../contract/schemas.ts";
import { shared } from "../../contract/shared.ts";
import { type ColumnName, cellsOf, type TableKind, tableKinds } from "../../contract/tables.ts";
import type { BookTexts } from "../../language/book-texts.ts";
import type { Described, Fields } from "../../language/fields.ts";
import { languages } from "../../language/index.ts";
import type { CsvColumnSchema, Schema, Schemas } from "../../views/schemas.ts";
import { places } from "../sentences.ts";
import { tableJsonSchema } from "./json-schema.ts";
import { schemaId } from "./schema.ts";
import { type Aliases, tableSchema } from "./table-schema.ts";

/** Schemas by language, given the text of seeds/columns.csv: the compiled seeds do not say whose words the aliases are. */
export async function schemas(columnsCsv: string): Promise<Readonly<Record<string, Schemas>>> {
	const rows = parse(columnsCsv, { columns: true }) as unknown as AliasRow[];
	const aliasesOf = (kind: TableKind, column: ColumnName): Aliases => {
		const own = rows.filter((row) => row.table === kind && row.column === column);
		const inLanguage = (language: string): string[] => own.filter((row) => row.language === language).map(({ alias }) => alias);
		return Object.fromEntries(languages.map(({ id }) => [id, inLanguage(id)]));
	};
	return Object.fromEntries(Object.entries(await fieldsByLanguage()).map(([id, said]) => [id, schemasIn(said, aliasesOf)]));
}

/** What each language of the shelf says of keys and columns: apart from its sentences, since no run needs it. */
async function fieldsByLanguage(): Promise<Readonly<Record<string, Fields>>> {
	const all = languages.map(async ({ id }): Promise<[string, Fields]> => {
		const said = (await import(`../../language/${id}/fields.ts`)) as { readonly fields: Fields };
		return [id, said.fields];
	});
	return Object.fromEntries(await Promise.all(all));
}

/** What each language says in workbooks, likewise. */
async function booksByLanguage(): Promise<readonly (readonly [language: string, book: BookTexts])[]> {
	return Promise.all(
		languages.map(async ({ id }) => {
			const said = (await import(`../../language/${id}/book.ts`)) as { readonly book: BookTexts };
			return [id, said.book] as const;
		}),
	);
}

/** What one book says and another does not. */
function lackingIn(books: readonly (readonly [language: string, book: BookTexts])[]): string[] {
	const said = books.map(([language, book]) => [language, new Set(places(book, "book"))] as const);
	const wanted = new Set(said.flatMap(([, all]) => [...all]));
	return said.flatMap(([language, all]) =>
		[...wanted].filter((place) => !all.has(place)).map((place) => `language/${language}: ${place} is missing`),
	);
}

interface AliasRow {
	readonly table: string;
	readonly column: string;
	readonly alias: string;
	readonly language: string;
}

function schemasIn(said: Fields, aliasesOf: (kind: TableKind, column: ColumnName) => Aliases): Schemas {
	const table = (kind: TableKind) => ({
		jsonSchema: tableJsonSchema(kind, said.tables[kind]),
		tableSchema: tableSchema(kind, said.tables[kind], aliasesOf),
	});
	return {
		tables: Object.fromEntries(tableKinds.map((kind) => [kind, table(kind)])) as Schemas["tables"],
		outputs: each(outputNames, (name) => contractSchema(name, said.outputs[name], said)),
		files: each(fileNames, (name) => contractSchema(name, said.files[name], said)),
		columns: each(outputNames, (name) => columns(name, said)),
	};
}

function each<N extends string, T>(names: readonly N[], make: (name: N) => T): { readonly [O in N]: T } {
	return Object.fromEntries(names.map((name) => [name, make(name)])) as { [O in N]: T };
}

/** What is said of the shapes of an output or a file, those it shares with others too. */
function saidOf(name: OutputName | FileName, said: Fields): Said {
	return { ...said.shared, ...said[name] };
}

function columns(name: OutputName, said: Fields): CsvColumnSchema[] {
	const sentences = saidOf(name, said);
	return csvColumnsOf(name).map(({ column, type, unit, unitColumn, told: [shape, key] }) => ({
		...{ column, type, unit, unitColumn },
		description: sentences[shape]?.[key] ?? "",
	}));
}

function contractSchema(name: OutputName | FileName, { title, about: description }: Described, said: Fields): Schema {
	const { $schema, ...rest } = z.toJSONSchema(shapeSchema(shapesOf(name), name, saidOf(name, said)), { target: "draft-2020-12" });
	return { $schema, $id: schemaId(name), title, description, ...rest };
}

/**
 * What the catalogue and the languages' sentences lack, each by name: a kind that does not exist, a key without a sentence, a
 * sentence without a key. Types are not looked at while building; empty, or the build fails.
 */
export async function lacking(): Promise<string[]> {
	const sentences = (
		name: string,
		wanted: Readonly<Record<string, object>>,
		given: Readonly<Record<string, object>>,
	): string[] => {
		const keysIn = (all: Readonly<Record<string, object>>): string[] =>
			Object.entries(all).flatMap(([shape, keys]) =>
				Object.keys(keys).flatMap((key) => (key.startsWith("...") ? [] : [`${name}.${shape}.${key.replace(/\?$/, "")}`])),
			);
		const [has, needs] = [new Set(keysIn(given)), new Set(keysIn(wanted))];
		return [
			...[...needs].filter((key) => !has.has(key)).map((key) => `no sentence for ${key}`),
			...[...has].filter((key) => !needs.has(key)).map((key) => `a sentence for ${key}, which does not exist`),
		];
	};
	return [
		...[...outputNames, ...fileNames].flatMap((name) =>
			unknownKinds(shapesOf(name), lists).map((kind) => `${name}: there is no kind ${kind}`),
		),
		...lackingIn(await booksByLanguage()),
		...Object.entries(await fieldsByLanguage()).flatMap(([language, said]) =>
			[
				...sentences("shared", shared, said.shared),
				...outputNames.flatMap((name) => sentences(name, outputs[name].own, said[name])),
				...fileNames.flatMap((name) => sentences(name, files[name].own, said[name])),
				...tableKinds.flatMap((kind) =>
					sentences("tables", { [kind]: Object.fromEntries(cellsOf(kind)) }, { [kind]: said.tables[kind]?.columns ?? {} }),
				),
			].map((fault) => `language/${language}: ${fault}`),
		),
	];
}
