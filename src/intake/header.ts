/** The header row: which table it begins and which column is where. */
import { type ColumnName, requiredColumns } from "../domain/tables.ts";
import { type TableKind, tableKinds } from "../domain/words.ts";
import { type Remark, remark } from "../findings/finding.ts";
import type { Columns } from "../reference/columns.ts";
import { near } from "../reference/near.ts";
import { plain } from "../reference/spelling.ts";

export interface Header {
	readonly kind: TableKind;
	/** Header words as they stand in the file. */
	readonly words: readonly string[];
	/** Where each understood column is. */
	readonly at: ReadonlyMap<ColumnName, number>;
	/** Unit in brackets behind a header word, by column. */
	readonly units: ReadonlyMap<ColumnName, string>;
	/** What is to be told, each with the header word it concerns. Any error here makes the rows unusable. */
	readonly remarks: readonly { readonly about: Remark; readonly word: string }[];
	readonly usable: boolean;
}

/** The columns that make a table what it is, and those that make it another. */
const shapes: {
	readonly [K in TableKind]: {
		readonly marks: readonly ColumnName<K>[];
		readonly never: readonly (keyof typeof homes)[];
	};
} = {
	energy: { marks: ["carrier", "quantity"], never: ["indicator"] },
	output: { marks: ["indicator", "quantity"], never: ["carrier"] },
	firms: {
		marks: ["firm", "credit_code", "firm_name"],
		never: ["carrier", "indicator", "quantity", "period", "index", "scope"],
	},
	factors: { marks: ["carrier", "source"], never: ["quantity", "period"] },
	deflator: { marks: ["index"], never: ["carrier", "quantity"] },
	targets: { marks: ["scope", "reduction_pct"], never: ["carrier", "quantity"] },
};

/** Reads a header as the table it is forced to be, or as the one it looks like; undefined when it looks like none. */
export function readHeader(cells: readonly string[], forced: TableKind | undefined, columns: Columns): Header | undefined {
	const words = cells.map((cell) => cell.trim());
	const kind = forced ?? recognise(words, columns);
	return kind === undefined ? undefined : map(words, kind, columns);
}

function recognise(words: readonly string[], columns: Columns): TableKind | undefined {
	const meanings = (kind: TableKind): Set<ColumnName> =>
		new Set(words.flatMap((word) => meaning(word, kind, columns)?.column ?? []));
	for (const kind of tableKinds) {
		const found = meanings(kind);
		const { marks, never }: { readonly marks: readonly ColumnName[]; readonly never: readonly (keyof typeof homes)[] } =
			shapes[kind];
		const required = requiredColumns[kind];
		const marked = kind === "firms" ? marks.some((mark) => found.has(mark)) : marks.every((mark) => found.has(mark));
		if (!marked || never.some((column) => foreign(column, words, columns))) continue;
		// A firms table says something of its firms; a lone list of names is not recognised.
		if (
			kind === "firms" &&
			!(["sector", "province", "base_intensity", "base_year", "target_pct", "firm_name"] as const).some(
				(column) => found.has(column) && found.size > 1,
			)
		)
			continue;
		if (required.filter((choice) => choice.some((column) => found.has(column))).length >= Math.min(2, required.length))
			return kind;
	}
	// A misspelt mark: three of an energy or output table's four columns, and a word near to the fourth.
	for (const kind of ["energy", "output"] as const) {
		const found = meanings(kind);
		const missing = requiredColumns[kind].filter((choice) => !choice.some((column) => found.has(column)));
		const unknown = words.filter((word) => meaning(word, kind, columns) === undefined);
		if (missing.length === 1 && nearestWord(unknown, kind, missing[0]?.[0] as ColumnName, columns) !== "") return kind;
	}
	return undefined;
}

/** The table in which a column is at home, to know it by when it stands where it does not belong. */
const homes = {
	carrier: "energy",
	quantity: "energy",
	period: "energy",
	indicator: "output",
	index: "deflator",
	scope: "targets",
} as const;

function foreign(column: keyof typeof homes, words: readonly string[], columns: Columns): boolean {
	return words.some((word) => meaning(word, homes[column], columns)?.column === column);
}

function map(words: readonly string[], kind: TableKind, columns: Columns): Header {
	const at = new Map<ColumnName, number>();
	const units = new Map<ColumnName, string>();
	const remarks: { about: Remark; word: string }[] = [];
	const unknown: string[] = [];
	for (const [index, word] of words.entries()) {
		if (word === "") continue;
		const found = meaning(word, kind, columns);
		if (found === undefined) unknown.push(word);
		else if (at.has(found.column))
			remarks.push({
				about: remark("duplicate-column", { meaning: found.column, other: words[at.get(found.column) as number] as string }),
				word,
			});
		else {
			at.set(found.column, index);
			if (found.unit !== "") units.set(found.column, found.unit);
		}
	}
	let usable = remarks.length === 0;
	for (const choice of requiredColumns[kind]) {
		if (choice.some((column) => at.has(column))) continue;
		usable = false;
		const [missing] = choice as readonly [ColumnName];
		const nearest = nearestWord(unknown, kind, missing, columns);
		remarks.push({
			about: remark("missing-column", { kind, missing, nearest, have: words.filter((word) => word !== "") }),
			word: nearest,
		});
	}
	const taken = new Set(remarks.map(({ word }) => word));
	for (const word of unknown) {
		// A word that is told as the missing column is not told once more.
		if (taken.has(word)) continue;
		const close = near(
			word,
			requiredColumns[kind].flat().filter((column) => !at.has(column)),
		);
		remarks.push({ about: remark("unknown-column", { near: close }), word });
	}
	return { kind, words, at, units, remarks, usable };
}

/** The unknown header word nearest to a column that is missing. */
function nearestWord(words: readonly string[], kind: TableKind, column: ColumnName, columns: Columns): string {
	for (const name of columns.words(kind, column)) {
		const [best] = near(name, words, 1);
		if (best !== undefined) return best;
	}
	return "";
}

/** `消费量(吨)` is the column 消费量 with its unit. The seeds name no column that the tables do not have. */
function meaning(
	word: string,
	kind: TableKind,
	columns: Columns,
): { readonly column: ColumnName; readonly unit: string } | undefined {
	const named = (text: string): ColumnName | undefined => columns.find(kind, text) as ColumnName | undefined;
	const whole = named(word);
	if (whole !== undefined) return { column: whole, unit: "" };
	const parts = /^(.*?)\s*\(([^()]*)\)$/.exec(plain(word));
	if (parts === null) return undefined;
	const column = named(parts[1] as string);
	return column === undefined ? undefined : { column, unit: parts[2] as string };
}

/** Header words nearest to any column, for a file that is no table we know. */
export function nearColumns(words: readonly string[], columns: Columns): string[] {
	const all = ["energy", "output"].flatMap((kind) =>
		["firm", "period", "carrier", "indicator", "quantity", "unit"].flatMap((column) => columns.words(kind, column)),
	);
	return [...new Set(words.flatMap((word) => near(word, all, 1)))].slice(0, 5);
}
