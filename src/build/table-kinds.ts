/**
 * Kinds of input tables: a file of `contract/tables/` for each says which columns it has, what makes it what it is, and what each
 * language says of it; what several tables say alike of a column stands in `columns.yaml` there. The kind is the file's name.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod/mini";
import { cellKinds } from "../contract/cell-kinds.ts";

const words = z.array(z.string());
const choices = z.array(words);
const sentences = z.record(z.string(), z.string());

/** What one language says of columns: names that a header may bear, where the language has its own; and a sentence each. */
const saidOfColumns = z.strictObject({ headers: z._default(sentences, {}), columns: z._default(sentences, {}) });
const saidOfTable = z.strictObject({
	name: z.string(),
	title: z.string(),
	about: z.string(),
	headers: z._default(sentences, {}),
	columns: z._default(sentences, {}),
});

/** The keys are explained where the code reads them, in `contract/tables.ts`. */
const tableFile = z.catchall(
	z.object({
		place: z.int(),
		form: z.boolean(),
		columns: z.record(z.string(), z.enum(cellKinds)),
		required: choices,
		defaults: z._default(sentences, {}),
		omissible: words,
		marks: choices,
		never: words,
	}),
	saidOfTable,
);
const sharedFile = z.record(z.string(), saidOfColumns);

const shapeKeys = ["form", "columns", "required", "defaults", "omissible", "marks", "never"] as const;

/** What one language says of one kind; `headers` is empty where the language writes a column as the contracts do. */
export interface SaidOfKind {
	readonly name: string;
	readonly title: string;
	readonly about: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly columns: Readonly<Record<string, string>>;
}

export interface KindOfTable {
	readonly kind: string;
	/** As `TableShape` in `contract/tables.ts` has it. */
	readonly shape: Readonly<Record<(typeof shapeKeys)[number], unknown>>;
	/** By id of the language. */
	readonly said: ReadonlyMap<string, SaidOfKind>;
}

const sharedName = "columns.yaml";

/** The kinds of a folder, in the order a reader should meet them. Throws one error that tells every fault found. */
export function readTableKinds(folder: string): KindOfTable[] {
	const faults: string[] = [];
	const read = (name: string): unknown => parse(readFileSync(join(folder, name), "utf8"));
	const shared = sharedFile.safeParse(read(sharedName));
	if (!shared.success) faults.push(...told(sharedName, shared.error));
	const files = readdirSync(folder)
		.filter((name) => name.endsWith(".yaml") && name !== sharedName)
		.flatMap((name) => {
			const file = tableFile.safeParse(read(name));
			if (!file.success) faults.push(...told(name, file.error));
			return file.success ? [{ kind: name.slice(0, -".yaml".length), file: file.data }] : [];
		})
		.sort((a, b) => a.file.place - b.file.place);
	const languages = Object.keys(shared.data ?? {});
	const kinds = files.map(({ kind, file }, at) => {
		if (files[at - 1]?.file.place === file.place) faults.push(`${kind}: place ${file.place} is that of ${files[at - 1]?.kind}`);
		const { place: _, ...rest } = file;
		const said = new Map<string, SaidOfKind>();
		for (const language of languages) {
			const own = (rest as Record<string, unknown>)[language] as z.infer<typeof saidOfTable> | undefined;
			if (own === undefined) faults.push(`${kind}: nothing is said in the language ${language}`);
			else
				said.set(
					language,
					whole(own, shared.data?.[language], Object.keys(file.columns), (why) => faults.push(`${kind}: ${language} ${why}`)),
				);
		}
		for (const key of Object.keys(rest)) {
			if (!shapeKeys.some((known) => known === key) && !languages.includes(key)) faults.push(`${kind}: no place for '${key}'`);
		}
		faults.push(...unknownColumns(kind, file));
		return { kind, shape: Object.fromEntries(shapeKeys.map((key) => [key, file[key]])) as KindOfTable["shape"], said };
	});
	faults.push(...strangers(kinds));
	if (faults.length > 0) throw new Error(`Kinds of tables:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
	return kinds;
}

/** What is said of a table with what all say of its columns, each column once in the order of the table. */
function whole(
	own: z.infer<typeof saidOfTable>,
	shared: z.infer<typeof saidOfColumns> | undefined,
	columns: readonly string[],
	fault: (why: string) => void,
): SaidOfKind {
	const of = (key: "headers" | "columns"): Record<string, string> =>
		Object.fromEntries(
			columns.flatMap((column) => {
				const said = own[key][column] ?? shared?.[key][column];
				return said === undefined ? [] : [[column, said]];
			}),
		);
	const all = { headers: of("headers"), columns: of("columns") };
	const names = Object.keys(all.headers);
	for (const column of columns) {
		if (all.columns[column] === undefined) fault(`says nothing of the column ${column}`);
		if (names.length > 0 && all.headers[column] === undefined) fault(`has no header for the column ${column}`);
	}
	for (const column of [...Object.keys(own.headers), ...Object.keys(own.columns)]) {
		if (!columns.includes(column)) fault(`speaks of ${column}, which is no column`);
	}
	return { name: own.name, title: own.title, about: own.about, ...all };
}

/** Columns of its own that a table names and does not have. */
function unknownColumns(kind: string, file: z.infer<typeof tableFile>): string[] {
	const named = [...file.required.flat(), ...file.marks.flat(), ...file.omissible, ...Object.keys(file.defaults)];
	return [...new Set(named)]
		.filter((column) => !Object.hasOwn(file.columns, column))
		.map((column) => `${kind}: no column ${column}`);
}

/** Columns of other tables that make a table another, and that are at home nowhere. */
function strangers(kinds: readonly KindOfTable[]): string[] {
	const homes = new Set(
		kinds.flatMap(({ kind, shape }) => Object.keys(shape.columns as object).map((column) => `${kind}.${column}`)),
	);
	return kinds.flatMap(({ kind, shape }) =>
		(shape.never as readonly string[]).filter((one) => !homes.has(one)).map((one) => `${kind}: there is no ${one}`),
	);
}

function told(name: string, error: z.core.$ZodError): string[] {
	return error.issues.map(({ path, message }) => `${name}: ${path.join(".")}: ${message}`);
}
