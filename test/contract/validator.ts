/** The schemas of this build, and a validator that takes them at their word. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import { schemas } from "../../src/build/contracts/index.ts";
import type { TableKind } from "../../src/contract/tables.ts";
import { readHeader } from "../../src/layout/header.ts";
import { loadReference } from "../../src/reference/reference.ts";
import type { Schemas } from "../../src/views/schemas.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const columnsCsv = readFileSync(join(root, "seeds", "columns.csv"), "utf8");

/** The schemas as the definitions make them now, whatever was built. */
export const made = (await schemas(columnsCsv)) as Readonly<Record<"en" | "zh", Schemas>>;

/** seeds/columns.csv, row by row. */
export const aliasRows = parse(columnsCsv, { columns: true }) as unknown as {
	readonly table: string;
	readonly column: string;
	readonly alias: string;
	readonly language: "en" | "zh";
}[];

/** dist/schemas.json, where there is a build. */
export const built = (): string | undefined => {
	const path = join(root, "dist", "schemas.json");
	return existsSync(path) ? readFileSync(path, "utf8") : undefined;
};

/** Strict: an unknown keyword, or one that can never apply, is an error. */
export const compiled = (schema: object): ValidateFunction =>
	new Ajv2020({ strict: true, allErrors: true, formats: { regex: (text: string) => isPattern(text) } }).compile(schema);

const isPattern = (text: string): boolean => {
	try {
		return new RegExp(text, "u") !== undefined;
	} catch {
		return false;
	}
};

/** What a validator has to say, each with its place. */
export const faults = (validate: ValidateFunction, value: unknown): string[] =>
	validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);

export type CsvRow = Readonly<Record<string, string>>;

export interface CsvFixture {
	/** Below fixtures/. */
	readonly path: string;
	readonly text: string;
	readonly kind: TableKind;
	/** Header words that mean no column. */
	readonly unknown: readonly string[];
	/** Cells by column; the first is row 2 of the file. */
	readonly rows: readonly CsvRow[];
}

/** Every input table among the fixtures, its columns under the tool's own names; those of the gallery and of both packs of odd tables are wrong on purpose, the list of mistakes is none, ledgers of an office have titles above their header, and a schema takes no days. */
export const fixtures = (): CsvFixture[] =>
	readdirSync(join(root, "fixtures"), { recursive: true, encoding: "utf8" })
		.map((path) => path.replaceAll("\\", "/"))
		.filter(
			(path) =>
				path.endsWith(".csv") &&
				!path.includes("/expected") &&
				// As printed, of metrics and units that nobody computes too: test/claims/listed-firms.test.ts has it row by row.
				path !== "listed-firms/claims.csv" &&
				!/^(findings|messy|mistakes|monthly|reading-cases|cases\/total)\//.test(path),
		)
		.sort()
		.map((path) => {
			const text = readFileSync(join(root, "fixtures", path), "utf8");
			const [words = [], ...records] = parse(text, { bom: true, relax_column_count: true }) as string[][];
			const header = readHeader(words, undefined, loadReference());
			if (header === undefined) throw new Error(`${path} is no table we know`);
			const known = [...header.at];
			return {
				path,
				text,
				kind: header.kind,
				unknown: header.words.filter((_, index) => !known.some(([, at]) => at === index)),
				rows: records.map((cells) => Object.fromEntries(known.map(([column, at]) => [column, cells[at] ?? ""]))),
			};
		});
