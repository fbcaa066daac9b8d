/** All that `tanlu schema` tells, made from the definitions the code uses; the build writes it to dist/schemas.json. */
import { parse } from "csv-parse/sync";
import * as z from "zod";
import type { ColumnName } from "../../domain/tables.ts";
import { type TableKind, tableKinds } from "../../domain/words.ts";
import { fields as en } from "../../language/en/fields.ts";
import type { Fields } from "../../language/fields.ts";
import { fields as zh } from "../../language/zh/fields.ts";
import { checkCsvFields } from "../../views/formats/check-csv.ts";
import { csvFields } from "../../views/formats/csv.ts";
import type { CsvField } from "../../views/formats/csv-field.ts";
import { sourcesCsvFields } from "../../views/formats/sources-csv.ts";
import type { CsvColumnSchema, Schema, Schemas } from "../../views/schemas.ts";
import { checkContract } from "./check.ts";
import { explainContract } from "./explain.ts";
import { inspectionContract } from "./inspection.ts";
import { tableJsonSchema } from "./json-schema.ts";
import { reportContract } from "./report.ts";
import { schemaId } from "./schema.ts";
import { sourcesContract } from "./sources.ts";
import { type Aliases, tableSchema } from "./table-schema.ts";

/** Schemas by language, given the text of seeds/columns.csv: the compiled seeds do not say whose words the aliases are. */
export function schemas(columnsCsv: string): { readonly en: Schemas; readonly zh: Schemas } {
	const rows = parse(columnsCsv, { columns: true }) as unknown as AliasRow[];
	const aliasesOf = (kind: TableKind, column: ColumnName): Aliases => {
		const own = rows.filter((row) => row.table === kind && row.column === column);
		const inLanguage = (language: string): string[] => own.filter((row) => row.language === language).map(({ alias }) => alias);
		return { en: inLanguage("en"), zh: inLanguage("zh") };
	};
	return { en: schemasIn(en, aliasesOf), zh: schemasIn(zh, aliasesOf) };
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
		outputs: {
			report: outputSchema("report", reportContract(said)),
			check: outputSchema("check", checkContract(said)),
			inspection: outputSchema("inspection", inspectionContract(said)),
			explain: outputSchema("explain", explainContract(said)),
			sources: outputSchema("sources", sourcesContract(said)),
		},
		columns: {
			report: columns(csvFields(), said.csv),
			check: columns(checkCsvFields(), said.checkCsv),
			sources: columns(sourcesCsvFields(), said.sourcesCsv),
		},
	};
}

function columns<C extends string>(
	fields: readonly (readonly [C, CsvField])[],
	said: { readonly [K in C]: string },
): CsvColumnSchema[] {
	return fields.map(([column, { type, unit, unitColumn }]) => ({ column, type, unit, unitColumn, description: said[column] }));
}

function outputSchema(name: string, contract: z.ZodType): Schema {
	const { $schema, title, description, ...rest } = z.toJSONSchema(contract, { target: "draft-2020-12" });
	return { $schema, $id: schemaId(name), title, description, ...rest };
}
