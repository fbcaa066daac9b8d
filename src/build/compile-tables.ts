/** Kinds of tables as the code reads them: what each is, for `contract`; and what each language says of it. */
import type { KindOfTable } from "./table-kinds.ts";

const generated = "/** Generated from src/contract/tables by src/build/compile.mjs; not edited by hand. */";

/** The text of contract/compiled.ts. */
export function compileTables(kinds: readonly KindOfTable[]): string {
	return [
		generated,
		"export const described = {",
		...kinds.map(({ kind, shape }) => `\t${kind}: ${JSON.stringify(shape)},`),
		"} as const;",
		"",
	].join("\n");
}

/** The text of fields/compiled.ts of each language that kinds are described in, by its id. */
export function compileTableTexts(kinds: readonly KindOfTable[]): ReadonlyMap<string, string> {
	const ids = [...new Set(kinds.flatMap(({ said }) => [...said.keys()]))];
	return new Map(ids.map((id) => [id, textsIn(id, kinds)]));
}

function textsIn(id: string, kinds: readonly KindOfTable[]): string {
	const said = kinds.flatMap(({ kind, said }) => {
		const own = said.get(id);
		return own === undefined ? [] : [{ kind, ...own }];
	});
	const lines = (of: (one: (typeof said)[number]) => unknown): string[] =>
		said.map((one) => `\t${one.kind}: ${JSON.stringify(of(one))},`);
	const headers = said.filter((one) => Object.keys(one.headers).length > 0);
	return [
		generated,
		["import type { TableKind } from", '"../../../contract/tables.ts";'].join(" "),
		["import type { Fields } from", '"../../fields.ts";'].join(" "),
		"",
		"/** What a kind of table and its columns are. */",
		'export const tables: Fields["tables"] = {',
		...lines(({ title, about, columns }) => ({ title, about, columns })),
		"};",
		"",
		"/** What a kind of table is called among other words. */",
		"export const tableNames: { readonly [K in TableKind]: string } = {",
		...lines(({ name }) => name),
		"};",
		...(headers.length === 0
			? []
			: [
					"",
					"/** The names that a header of each kind may bear, by column. */",
					"export const headers: { readonly [K in TableKind]: Readonly<Record<string, string>> } = {",
					...lines((one) => one.headers),
					"};",
				]),
		"",
	].join("\n");
}
