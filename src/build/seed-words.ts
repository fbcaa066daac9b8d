/** The tables that give words a meaning: units, columns, sectors, provinces, carriers. */

import { z } from "zod";
import { cellsOf, tableKinds } from "../contract/tables.ts";
import type { FullUnit } from "../reference/full-seeds.ts";
import type {
	CarrierSeed,
	ColumnSeed,
	FamilySeed,
	KindWordSeed,
	ProvinceSeed,
	SectorSeed,
	UnitSeed,
} from "../reference/seeds.ts";
import { folded, headerKey, plain } from "../reference/spelling.ts";
import { basesHold, FOLDING, known, oneEach, oneMeaning } from "./seed-checks.ts";
import { type Context, decimal, evidence, maybe, provenance, rows, text, words } from "./seed-table.ts";

const unitRow = z.strictObject({
	symbol: text,
	aliases: words,
	dimension: text,
	to_base: decimal,
	base_unit: text,
	...evidence,
	note: maybe,
});

export function units(context: Context): (UnitSeed & FullUnit)[] {
	const found = rows(context, "units.csv", unitRow).map((row) => ({
		where: row.where,
		baseUnit: row.base_unit,
		symbol: row.symbol,
		dimension: row.dimension,
		toBase: row.to_base,
		aliases: row.aliases,
		...provenance(row),
	}));
	oneEach(context, found, (unit) => unit.symbol);
	basesHold(context, found);
	const named = found.map((unit) => ({ where: unit.where, id: unit.symbol, words: [unit.symbol, ...unit.aliases] }));
	oneMeaning(context, named, plain);
	const folding = new Set(found.filter((unit) => FOLDING.has(unit.dimension)).map((unit) => unit.symbol));
	oneMeaning(
		context,
		named.filter((unit) => folding.has(unit.id)),
		folded,
	);
	return found.map(({ where: _, ...unit }) => unit);
}

/** Which columns each table has: a spelling for any other would lead nowhere. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
	tableKinds.map((kind) => [kind, cellsOf(kind).map(([column]) => column as string)]),
);

const columnRow = z.strictObject({ table: text, column: text, alias: text, language: z.enum(["en", "zh"]), ...evidence });

export function columns(context: Context): ColumnSeed[] {
	const found = rows(context, "columns.csv", columnRow);
	oneEach(context, found, (row) => `${row.table}: ${headerKey(row.alias)}`);
	const grouped = Object.entries(COLUMNS).flatMap(([table, names]) =>
		names.map((column) => {
			const aliases = found.filter((row) => row.table === table && row.column === column).map((row) => row.alias);
			if (aliases.length === 0) context.problems.push(`columns.csv: ${table} has no word for ${column}`);
			return { table, column, aliases };
		}),
	);
	const lawful = new Set(grouped.map(({ table, column }) => `${table}.${column}`));
	for (const row of found) known(context, row.where, "column", `${row.table}.${row.column}`, lawful);
	for (const table of Object.keys(COLUMNS)) {
		const named = grouped.filter((group) => group.table === table);
		oneMeaning(
			context,
			named.map(({ column, aliases }) => ({ where: "columns.csv", id: `${table}.${column}`, words: [column, ...aliases] })),
			headerKey,
		);
	}
	return grouped;
}

const sectorRow = z.strictObject({
	id: z.string().regex(/^[a-z]+(_[a-z]+)*$/, "is not an id"),
	level: z.enum(["1", "2"]),
	parent: text,
	name_en: text,
	name_zh: text,
	aliases: words,
	codes: words,
	section: z.enum(["B", "C", "D"]),
	key: z.enum(["yes", "no"]),
	method: z.enum(["balance", "reductant", "none"]),
	...evidence,
	note: maybe,
});

export function sectors(context: Context): SectorSeed[] {
	const found = rows(context, "sectors.csv", sectorRow);
	const level1 = new Map(found.filter((row) => row.level === "1").map((row) => [row.id, row]));
	oneEach(context, found, (row) => row.id);
	oneMeaning(context, found.map(namesOf), folded);
	oneMeaning(
		context,
		found.map(({ where, id, codes }) => ({ where, id, words: codes })),
		plain,
	);
	for (const row of found) {
		const home = level1.get(row.parent);
		if (home === undefined || (row.level === "1" && row.parent !== row.id))
			context.problems.push(`${row.where}: ${row.parent} is no parent`);
		for (const code of row.codes) {
			const inside = home?.codes.some((stem) => code.startsWith(stem)) ?? false;
			if (!/^\d{2,4}$/.test(code) || !inside) context.problems.push(`${row.where}: code ${code} lies outside its level-1 sector`);
		}
	}
	return found.map((row) => ({
		id: row.id,
		level: row.level === "1" ? 1 : 2,
		parent: row.parent,
		nameEn: row.name_en,
		nameZh: row.name_zh,
		aliases: row.aliases,
		codes: row.codes,
		section: row.section,
		key: row.key === "yes",
		method: row.method,
	}));
}

const provinceRow = z.strictObject({
	id: text,
	code: z.string().regex(/^\d\d$/, "is not two digits"),
	iso: z.string().regex(/^CN-[A-Z]{2}$/, "is not an ISO 3166-2 code"),
	name_zh: text,
	aliases: words,
	...evidence,
	note: maybe,
});

export function provinces(context: Context): ProvinceSeed[] {
	const found = rows(context, "provinces.csv", provinceRow);
	oneEach(context, found, (row) => row.id);
	oneMeaning(
		context,
		found.map(({ where, id, iso, code, name_zh, aliases }) => ({ where, id, words: [id, iso, code, name_zh, ...aliases] })),
		folded,
	);
	return found.map((row) => ({ id: row.id, code: row.code, iso: row.iso, nameZh: row.name_zh, aliases: row.aliases }));
}

const carrierRow = z.strictObject({
	id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, "is not an id"),
	group: z.enum(["fuel", "electricity", "heat", "medium", "total"]),
	state: z.enum(["solid", "liquid", "gas", ""]),
	name_en: text,
	name_zh: text,
	aliases: words,
	warned: words,
	...evidence,
	note: maybe,
});

/** The state of matter decides whether the carbon limit applies; the tool itself has no use for it. */
export interface CarriersRead {
	readonly carriers: readonly CarrierSeed[];
	readonly stateOf: ReadonlyMap<string, string>;
}

export function carriers(context: Context): CarriersRead {
	const found = rows(context, "carriers.csv", carrierRow);
	oneEach(context, found, (row) => row.id);
	oneMeaning(
		context,
		found.map((row) => ({ ...namesOf(row), words: [...namesOf(row).words, ...row.warned] })),
		folded,
	);
	for (const row of found) {
		if ((row.group === "fuel") !== (row.state !== ""))
			context.problems.push(`${row.where}: a fuel has a state of matter, nothing else has`);
		const told = new Set(row.aliases.map(folded));
		for (const word of row.warned)
			if (told.has(folded(word))) context.problems.push(`${row.where}: “${word}” is told with and without a warning`);
	}
	return {
		carriers: found.map((row) => ({
			id: row.id,
			group: row.group,
			nameEn: row.name_en,
			nameZh: row.name_zh,
			aliases: row.aliases,
			warned: row.warned,
		})),
		stateOf: new Map(found.filter((row) => row.group === "fuel").map((row) => [row.id, row.state])),
	};
}

function namesOf(row: { where: string; id: string; name_en: string; name_zh: string; aliases: string[] }): {
	where: string;
	id: string;
	words: string[];
} {
	return { where: row.where, id: row.id, words: [row.id, row.name_en, row.name_zh, ...row.aliases] };
}

const kindWordRow = z.strictObject({
	place: z.enum(["bracket", "name", "column", "cell", "indicator"]),
	meaning: z.enum([
		...["sold", "product", "feedstock", "carrier", "own-made", "bought"],
		...["to-date", "not-consumption", "equivalent", "total", "reversal", "left-out", "lot", "entry-count", "entry-made"],
		...["part", "not-output"],
	] as KindWordSeed["meaning"][]),
	carrier: maybe,
	match: z.enum(["whole", "contains", "ends", "number"]),
	words,
	...evidence,
});

/** Words of kind: a name of its own names a carrier, and no word means two things in one place. */
export function kindWords(context: Context, carriers: readonly CarrierSeed[]): KindWordSeed[] {
	const ids = new Set(carriers.map(({ id }) => id));
	const found = rows(context, "kind-words.csv", kindWordRow);
	for (const row of found) {
		if (row.carrier !== "") known(context, row.where, "carrier", row.carrier, ids);
		if ((row.place === "name" || row.meaning === "carrier") !== (row.carrier !== ""))
			context.problems.push(`${row.where}: a name and a word for a carrier name one, nothing else does`);
	}
	for (const place of ["bracket", "name", "column", "cell", "indicator"] as const)
		oneMeaning(
			context,
			found
				.filter((row) => row.place === place && row.match === "whole")
				.map(({ where, meaning, carrier, words }) => ({ where, id: `${meaning} ${carrier}`, words })),
			folded,
		);
	return found.map(({ place, meaning, carrier, match, words }) => ({ place, meaning, carrier, match, words }));
}

const familyRow = z.strictObject({ parent: text, children: words, ...evidence, note: maybe });

/** Items and their kinds: one parent for each kind, besides the totals that it is part of. */
export function families(context: Context, carriers: readonly CarrierSeed[]): FamilySeed[] {
	const ids = new Set(carriers.map(({ id }) => id));
	const found = rows(context, "families.csv", familyRow);
	oneEach(context, found, (row) => row.parent);
	oneEach(
		context,
		found
			.filter(({ parent }) => carriers.some(({ id, group }) => id === parent && group !== "total"))
			.flatMap(({ where, children }) => children.map((child) => ({ where, child }))),
		(row) => row.child,
	);
	for (const { where, parent, children } of found)
		for (const id of [parent, ...children]) known(context, where, "carrier", id, ids);
	return found.map(({ parent, children }) => ({ parent, children }));
}
