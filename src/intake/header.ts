/** The header row: which table it begins and which column is where. */
import { type ColumnName, requiredColumns } from "../domain/tables.ts";
import { type TableKind, tableKinds } from "../domain/words.ts";
import { type Remark, remark } from "../findings/finding.ts";
import type { Columns } from "../reference/columns.ts";
import { near } from "../reference/near.ts";
import type { Reference } from "../reference/reference.ts";
import { plain } from "../reference/spelling.ts";
import { readIndicator } from "../reference/words.ts";
import type { Given } from "./caption.ts";
import { type Amount, amountOf } from "./wide-header.ts";

export interface Header {
	readonly kind: TableKind;
	/** Where it stands. */
	readonly place: { readonly row: number; readonly line: number };
	/** Header words as they stand in the file; behind them the words of titles that stand in for columns. */
	readonly words: readonly string[];
	/** How many of the words are columns of the file. */
	readonly width: number;
	/** What stands in for columns that the file does not have: to be read as cells behind those of each record. */
	readonly constants: readonly string[];
	/** Where the titles stand that say them. */
	readonly standIns: readonly Given[];
	/** What of the titles is used: in place of a column, or for the year of months without one. */
	readonly given: readonly Given[];
	/** Columns of amounts, where the table is wide: one row for each firm and period, one column for each carrier. */
	readonly amounts: readonly Amount[];
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

/**
 * Reads a header as the table it is forced to be, or as the one it looks like; undefined when it looks like none. What titles
 * give stands in for columns that are not there.
 */
export function readHeader(
	cells: readonly string[],
	forced: TableKind | undefined,
	reference: Pick<Reference, "columns" | "carriers" | "units">,
	given: readonly Given[] = [],
	place: Header["place"] = { row: 1, line: 1 },
): Header | undefined {
	const { columns } = reference;
	const words = cells.map((cell) => cell.trim());
	const amounts = forced === undefined || forced === "energy" || forced === "output" ? amountsOf(words, reference) : [];
	const wide = amounts.length > 0;
	const kind =
		forced ?? (wide ? (amounts.some((one) => one.kind === "energy") ? "energy" : "output") : recognise(words, columns));
	return kind === undefined ? undefined : map(words, kind, columns, amounts, given, place);
}

/**
 * The columns of amounts, where the words are those of a wide table: no column names carriers, indicators or quantities, some
 * column says when or who, and some amount has its unit. Otherwise none.
 */
function amountsOf(words: readonly string[], reference: Pick<Reference, "columns" | "carriers" | "units">): Amount[] {
	const { columns } = reference;
	const meanings = words.map((word) => meaning(word, "energy", columns)?.column ?? meaning(word, "output", columns)?.column);
	if (meanings.some((column) => column === "carrier" || column === "indicator" || column === "quantity")) return [];
	if (!meanings.some((column) => column !== undefined && wideKeys.includes(column))) return [];
	const amounts = words.flatMap((word, index) =>
		word === "" || meanings[index] !== undefined ? [] : (amountOf(word, index, reference) ?? []),
	);
	return amounts.some(({ unit }) => unit !== "") ? amounts : [];
}

const wideKeys: readonly ColumnName[] = ["period", "year", "month", "firm", "credit_code", "firm_name"];

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

function map(
	words: readonly string[],
	kind: TableKind,
	columns: Columns,
	amounts: readonly Amount[],
	titles: readonly Given[],
	place: Header["place"],
): Header {
	const at = new Map<ColumnName, number>();
	const units = new Map<ColumnName, string>();
	const remarks: { about: Remark; word: string }[] = [];
	const unknown: string[] = [];
	for (const [index, word] of words.entries()) {
		if (word === "" || amounts.some((amount) => amount.index === index)) continue;
		const found = meaning(word, kind, columns) ?? (amounts.length > 0 ? meaning(word, "output", columns) : undefined);
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
	const given = wanted(titles, kind, at, units, amounts);
	// Beside a column of periods the title's year only completes months that stand there without one.
	const standIns = given.filter(({ column }) => column !== "unit" && !(column === "year" && at.has("period")));
	for (const [index, { column }] of standIns.entries()) at.set(column as ColumnName, words.length + index);
	const money = given.find(({ column }) => column === "unit")?.value ?? "";
	if (money !== "" && amounts.length === 0) units.set("quantity", money);
	let usable = remarks.length === 0;
	for (const choice of requiredColumns[kind]) {
		if (choice.some((column) => at.has(column))) continue;
		// In a wide table every column of amounts says what it is of.
		if (amounts.length > 0 && choice.some((column) => ["carrier", "indicator", "quantity"].includes(column))) continue;
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
	return {
		kind,
		place,
		words: [...words, ...standIns.map(({ word }) => word)],
		width: words.length,
		constants: standIns.map(({ value }) => value),
		standIns,
		given,
		amounts: amounts.map((amount) => (money !== "" && needsMoney(amount) ? { ...amount, unit: money } : amount)),
		at,
		units,
		remarks,
		usable,
	};
}

/** What of the titles is wanted: who, when and in which money, each only where no column says it. */
function wanted(
	titles: readonly Given[],
	kind: TableKind,
	at: ReadonlyMap<ColumnName, number>,
	units: ReadonlyMap<ColumnName, string>,
	amounts: readonly Amount[],
): Given[] {
	if (kind !== "energy" && kind !== "output") return [];
	const named = at.has("firm") || at.has("credit_code") || at.has("firm_name");
	const coded = titles.some(({ column }) => column === "credit_code");
	const unitless = amounts.length > 0 ? amounts.some(needsMoney) : kind === "output" && !at.has("unit") && !units.has("quantity");
	return titles.flatMap((one): Given[] => {
		if (one.column === "unit") return unitless ? [one] : [];
		if (one.column === "year") return at.has("year") ? [] : [one];
		if (named) return [];
		// Beside a code it is only the name.
		return [one.column === "firm" && coded ? { ...one, column: "firm_name" } : one];
	});
}

/** Titles state a unit of money; an amount of money without one of its own is in it. */
function needsMoney({ kind, name, unit }: Amount): boolean {
	return kind === "output" && unit === "" && readIndicator(name)?.indicator !== "production";
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
