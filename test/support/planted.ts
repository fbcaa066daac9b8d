/** Faults as fixtures/planted/faults.json lists them: planted into the untouched tables, and what a check then finds. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Check, CheckFinding } from "../../src/contract/check.ts";
import type { Finding } from "../../src/findings/finding.ts";
import { listed } from "../../src/findings/tally.ts";
import type { Table } from "../../src/index.ts";
import { en } from "../../src/language/en/index.ts";
import type { ReportOptions } from "../../src/run/options.ts";
import { buildCheck } from "../../src/views/build-check.ts";
import { root } from "../cli/tanlu.ts";
import { type Ran, run } from "./run.ts";

/** One change. Rows are those of the untouched table, as a spreadsheet counts them; the header is row 1. */
export type Change =
	/** A cell; a column that the table does not have is added to it, blank in all other rows. `times` writes the new text so often. */
	| {
			readonly table: string;
			readonly row: number;
			readonly column: string;
			readonly old: string;
			readonly new: string;
			readonly times?: number;
	  }
	/** Cells of rows that follow each other. */
	| {
			readonly table: string;
			readonly row: number;
			readonly column: string;
			readonly old: readonly string[];
			readonly new: readonly string[];
	  }
	/** A row as text. */
	| { readonly table: string; readonly row: number; readonly old: string; readonly new: string }
	/** Rows that go, with all their text. */
	| { readonly table: string; readonly row: number; readonly gone: readonly string[] }
	/** Rows that come behind a row (0: before the header), by their cells or as text. */
	| { readonly table: string; readonly after: number; readonly rows: readonly (string | Readonly<Record<string, string>>)[] }
	/** A table that comes, by its lines. */
	| { readonly table: string; readonly lines: readonly string[] };

/** What is told of the fault. A finding about no cell has a firm and a period instead of a row and a column. */
export interface Expected {
	readonly code: string;
	readonly table?: string;
	readonly row?: number;
	readonly column?: string;
	readonly firm?: string;
	readonly period?: string;
}

export interface Fault {
	readonly id: string;
	/** What sort of mistake it is; the README tells of each. */
	readonly kind: string;
	readonly changes: readonly Change[];
	readonly expected: Expected;
	/** Codes of what else is told because of it. */
	readonly consequences: readonly string[];
	readonly options?: ReportOptions;
	/** Why it cannot stand beside the others; absent where it can. */
	readonly alone?: string;
}

const folder = join(root, "fixtures");
const read = (path: string): string => readFileSync(join(folder, path), "utf8");

export const faults: readonly Fault[] = JSON.parse(read("planted/faults.json")) as Fault[];

export const untouched: readonly Table[] = [
	...["energy.csv", "output.csv", "firms.csv"].map((name) => ({
		name,
		reference: name === "firms.csv",
		text: read(`demo/${name}`),
	})),
	...["monthly-energy.csv", "monthly-output.csv"].map((name) => ({ name, text: read(`planted/${name}`) })),
];

interface PlantedRow {
	/** The row it was, or which of the rows of which fault it is. */
	readonly origin: string;
	/** Text is a row that is not taken apart. */
	cells: string | string[];
}

/** The tables with faults in them, row by row. */
export type Plot = ReadonlyMap<string, PlantedRow[]>;

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const textOf = ({ cells }: PlantedRow): string => (typeof cells === "string" ? cells : cells.map(quoted).join(","));

/** The tables as they are: no cell of them holds a comma or a quote. */
function plotOf(tables: readonly Table[]): Map<string, PlantedRow[]> {
	return new Map(
		tables.map(({ name, text }) => [
			name,
			text
				.trimEnd()
				.split("\n")
				.map((line, index) => ({ origin: String(index + 1), cells: line.split(",") })),
		]),
	);
}

/** Plants some faults at once. Throws where the untouched tables do not hold what a fault says they do. */
export function planted(list: readonly Fault[]): Plot {
	const plot = plotOf(untouched);
	for (const fault of list) for (const [index, change] of fault.changes.entries()) apply(plot, change, `${fault.id}/${index}`);
	return plot;
}

/** The tables of a plot as files. */
export function tablesOf(plot: Plot): Table[] {
	return [...plot].map(([name, rows]) => ({ name, reference: name === "firms.csv", text: `${rows.map(textOf).join("\n")}\n` }));
}

function apply(plot: Map<string, PlantedRow[]>, change: Change, mark: string): void {
	if ("lines" in change) {
		if (plot.has(change.table)) throw new Error(`${mark}: ${change.table} is there already`);
		plot.set(
			change.table,
			change.lines.map((cells, index) => ({ origin: `${mark}/${index}`, cells })),
		);
		return;
	}
	const rows = plot.get(change.table);
	if (rows === undefined) throw new Error(`${mark}: no table ${change.table}`);
	const indexOf = (row: number): number => {
		const index = rows.findIndex(({ origin }) => origin === String(row));
		if (index < 0) throw new Error(`${mark}: no row ${row}`);
		return index;
	};
	/** Columns that other faults have added stand blank at the end of a row. */
	const held = (is: string | undefined, old: string): void => {
		if (is === undefined || !is.startsWith(old) || /[^,]/.test(is.slice(old.length)))
			throw new Error(`${mark}: '${is}' where '${old}' is said to stand`);
	};
	if ("rows" in change) {
		const made = change.rows.map((row, index) => {
			if (typeof row !== "string") for (const column of Object.keys(row)) columnOf(rows, column);
			const cells = typeof row === "string" ? row : headerOf(rows).map((column) => row[column] ?? "");
			return { origin: `${mark}/${index}`, cells };
		});
		// Behind what other faults have put there already.
		let index = change.after === 0 ? 0 : indexOf(change.after) + 1;
		while (rows[index]?.origin.includes("/")) index += 1;
		rows.splice(index, 0, ...made);
	} else if ("gone" in change) {
		const index = indexOf(change.row);
		for (const [offset, text] of change.gone.entries()) held(textOf(rows[index + offset] as PlantedRow), text);
		rows.splice(index, change.gone.length);
	} else if ("column" in change) {
		const column = columnOf(rows, change.column);
		const [old, now] = typeof change.old === "string" ? [[change.old], [change.new as string]] : [change.old, change.new];
		for (const [offset, text] of old.entries()) {
			const { cells } = rows[indexOf(change.row + offset)] as PlantedRow;
			if (typeof cells === "string") throw new Error(`${mark}: row ${change.row} is not taken apart any more`);
			held(cells[column], text);
			cells[column] = (now[offset] as string).repeat(("times" in change ? change.times : undefined) ?? 1);
		}
	} else {
		const row = rows[indexOf(change.row)] as PlantedRow;
		held(textOf(row), change.old);
		row.cells = change.new;
	}
}

function headerOf(rows: readonly PlantedRow[]): string[] {
	const header = rows.find(({ origin }) => origin === "1")?.cells;
	if (header === undefined || typeof header === "string") throw new Error("no header");
	return header;
}

/** The place of a column, which is added where there is none. */
function columnOf(rows: readonly PlantedRow[], column: string): number {
	const header = headerOf(rows);
	const there = header.indexOf(column);
	if (there >= 0) return there;
	for (const { cells } of rows) if (typeof cells !== "string") cells.push(cells === header ? column : "");
	return header.length - 1;
}

/** The row of a plot that is the given row of another. */
export function sameRow(table: string, row: number, from: Plot, to: Plot): number {
	const origin = from.get(table)?.[row - 1]?.origin;
	return (to.get(table)?.findIndex((one) => one.origin === origin) ?? -1) + 1;
}

async function screened(tables: readonly Table[], options: ReportOptions): Promise<Ran> {
	const sources = tables.map(({ name, text, reference = false }) => ({
		name,
		reference,
		bytes: async function* () {
			yield new TextEncoder().encode(text);
		},
	}));
	return run(sources, { ...options, lang: en.id }, { screen: true });
}

/** What `tanlu check` makes of tables. */
export async function check(tables: readonly Table[], options: ReportOptions = {}): Promise<Check> {
	const { frame, screened: answers } = await screened(tables, options);
	if (answers === null) throw new Error("a check without rules");
	return buildCheck(frame, answers, () => null);
}

/** The same findings with their particulars. */
export async function findingsIn(tables: readonly Table[]): Promise<readonly Finding[]> {
	return listed((await screened(tables, {})).frame.tally);
}

/** The findings of a list that another has not: as often as there are more of one fingerprint. */
export function newIn(list: readonly CheckFinding[], before: readonly CheckFinding[]): CheckFinding[] {
	const known = new Map<string, number>();
	for (const { fingerprint } of before) known.set(fingerprint, (known.get(fingerprint) ?? 0) + 1);
	return list.filter(({ fingerprint }) => {
		const left = known.get(fingerprint) ?? 0;
		known.set(fingerprint, left - 1);
		return left <= 0;
	});
}

/** Whether a finding is the one expected: the same cell, or the same firm and period where it is about no cell. */
export function isExpected(found: CheckFinding, { code, table, row, column, firm, period }: Expected): boolean {
	return (
		found.code === code &&
		found.file === (table ?? null) &&
		found.row === (row ?? null) &&
		found.column === (column ?? null) &&
		(firm === undefined || found.firm === firm) &&
		(period === undefined || found.period === period)
	);
}

/** A finding in a word: `code@table:row:column firm period`. */
export const inShort = ({ code, file, row, column, firm, period }: CheckFinding): string =>
	`${code}@${file ?? ""}:${row ?? ""}:${column ?? ""} ${firm ?? ""} ${period ?? ""}`.trim();
