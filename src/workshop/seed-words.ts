/** The tables that give words a meaning: units, columns, sectors, provinces, carriers. */

import { z } from "zod";
import { tableColumns } from "../domain/tables.ts";
import { tableKinds } from "../domain/words.ts";
import type { FullUnit } from "../reference/full-seeds.ts";
import type { CarrierSeed, ColumnSeed, ProvinceSeed, SectorSeed, UnitSeed } from "../reference/seeds.ts";
import { folded, headerKey, plain } from "../reference/spelling.ts";
import { basesHold, FOLDING, known, oneEach, oneMeaning } from "./seed-checks.ts";
import { type Desk, decimal, maybe, provenance, rows, text, witness, words } from "./seed-table.ts";

const unitRow = z.strictObject({
	symbol: text,
	aliases: words,
	dimension: text,
	to_base: decimal,
	base_unit: text,
	...witness,
	note: maybe,
});

export function units(desk: Desk): (UnitSeed & FullUnit)[] {
	const found = rows(desk, "units.csv", unitRow).map((row) => ({
		where: row.where,
		baseUnit: row.base_unit,
		symbol: row.symbol,
		dimension: row.dimension,
		toBase: row.to_base,
		aliases: row.aliases,
		...provenance(row),
	}));
	oneEach(desk, found, (unit) => unit.symbol);
	basesHold(desk, found);
	const named = found.map((unit) => ({ where: unit.where, id: unit.symbol, words: [unit.symbol, ...unit.aliases] }));
	oneMeaning(desk, named, plain);
	const folding = new Set(found.filter((unit) => FOLDING.has(unit.dimension)).map((unit) => unit.symbol));
	oneMeaning(
		desk,
		named.filter((unit) => folding.has(unit.id)),
		folded,
	);
	return found.map(({ where: _, ...unit }) => unit);
}

/** Which columns each table has: a spelling for any other would lead nowhere. Claims are a contract that nothing reads yet. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
	...Object.fromEntries(tableKinds.map((kind) => [kind, Object.keys(tableColumns[kind])])),
	claims: ["firm", "credit_code", "period", "metric", "quantity", "unit", "note"],
};

const columnRow = z.strictObject({ table: text, column: text, alias: text, language: z.enum(["en", "zh"]), ...witness });

export function columns(desk: Desk): ColumnSeed[] {
	const found = rows(desk, "columns.csv", columnRow);
	oneEach(desk, found, (row) => `${row.table}: ${headerKey(row.alias)}`);
	const grouped = Object.entries(COLUMNS).flatMap(([table, names]) =>
		names.map((column) => {
			const aliases = found.filter((row) => row.table === table && row.column === column).map((row) => row.alias);
			if (aliases.length === 0) desk.problems.push(`columns.csv: ${table} has no word for ${column}`);
			return { table, column, aliases };
		}),
	);
	const lawful = new Set(grouped.map(({ table, column }) => `${table}.${column}`));
	for (const row of found) known(desk, row.where, "column", `${row.table}.${row.column}`, lawful);
	for (const table of Object.keys(COLUMNS)) {
		const named = grouped.filter((group) => group.table === table);
		oneMeaning(
			desk,
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
	...witness,
	note: maybe,
});

export function sectors(desk: Desk): SectorSeed[] {
	const found = rows(desk, "sectors.csv", sectorRow);
	const level1 = new Map(found.filter((row) => row.level === "1").map((row) => [row.id, row]));
	oneEach(desk, found, (row) => row.id);
	oneMeaning(desk, found.map(namesOf), folded);
	oneMeaning(
		desk,
		found.map(({ where, id, codes }) => ({ where, id, words: codes })),
		plain,
	);
	for (const row of found) {
		const home = level1.get(row.parent);
		if (home === undefined || (row.level === "1" && row.parent !== row.id))
			desk.problems.push(`${row.where}: ${row.parent} is no parent`);
		for (const code of row.codes) {
			const inside = home?.codes.some((stem) => code.startsWith(stem)) ?? false;
			if (!/^\d{2,4}$/.test(code) || !inside) desk.problems.push(`${row.where}: code ${code} lies outside its level-1 sector`);
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
	}));
}

const provinceRow = z.strictObject({
	id: text,
	code: z.string().regex(/^\d\d$/, "is not two digits"),
	iso: z.string().regex(/^CN-[A-Z]{2}$/, "is not an ISO 3166-2 code"),
	name_zh: text,
	aliases: words,
	...witness,
	note: maybe,
});

export function provinces(desk: Desk): ProvinceSeed[] {
	const found = rows(desk, "provinces.csv", provinceRow);
	oneEach(desk, found, (row) => row.id);
	oneMeaning(
		desk,
		found.map(({ where, id, iso, code, name_zh, aliases }) => ({ where, id, words: [id, iso, code, name_zh, ...aliases] })),
		folded,
	);
	return found.map((row) => ({ id: row.id, code: row.code, iso: row.iso, nameZh: row.name_zh, aliases: row.aliases }));
}

const carrierRow = z.strictObject({
	id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, "is not an id"),
	group: z.enum(["fuel", "electricity", "heat", "total"]),
	state: z.enum(["solid", "liquid", "gas", ""]),
	name_en: text,
	name_zh: text,
	aliases: words,
	warned: words,
	...witness,
	note: maybe,
});

/** The state of matter decides whether the carbon limit applies; the tool itself has no use for it. */
export interface CarriersRead {
	readonly carriers: readonly CarrierSeed[];
	readonly stateOf: ReadonlyMap<string, string>;
}

export function carriers(desk: Desk): CarriersRead {
	const found = rows(desk, "carriers.csv", carrierRow);
	oneEach(desk, found, (row) => row.id);
	oneMeaning(
		desk,
		found.map((row) => ({ ...namesOf(row), words: [...namesOf(row).words, ...row.warned] })),
		folded,
	);
	for (const row of found) {
		if ((row.group === "fuel") !== (row.state !== ""))
			desk.problems.push(`${row.where}: a fuel has a state of matter, nothing else has`);
		const told = new Set(row.aliases.map(folded));
		for (const word of row.warned)
			if (told.has(folded(word))) desk.problems.push(`${row.where}: “${word}” is told with and without a warning`);
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
