/** Whose row was lost: READING-TABLES 4, steps 1 to 9, over rows given as cells. */
import { UNITS } from "../figures.ts";
import { readMoment } from "./calendar.ts";
import { CARRIERS, NAMES } from "./carriers.ts";

export interface Known {
	readonly name: string;
	readonly code?: string;
}

/** A row of the same table: its firm cell, blank where it has none. */
export interface Neighbour {
	readonly firm: string;
}

export interface LostRow {
	readonly cells: readonly string[];
	readonly why: "ragged" | "no-firm" | "bad-code" | "quote";
	/** where the header has the firm, the code and the period; null: no such column */
	readonly firmAt: number;
	readonly codeAt: number | null;
	readonly periodAt: number;
	/** rows of the table before and after it, nearest first */
	readonly above: readonly Neighbour[];
	readonly below: readonly Neighbour[];
	/** firms that the table names, in rows or in a title */
	readonly table: readonly string[];
	/** all firms of the run */
	readonly run: readonly Known[];
}

export interface Whose {
	readonly firms: readonly string[];
	/** null: all years */
	readonly years: readonly number[] | null;
	readonly step: number;
}

const plain = (text: string): string =>
	text
		.normalize("NFKC")
		.replace(/[\s()[\]【】]/g, "")
		.toLowerCase();

const same = (a: string, b: string): boolean => plain(a) !== "" && plain(a) === plain(b);

/** Names that begin with the cell and go on after a separator. */
const goesOn = (cell: string, run: readonly Known[]): boolean =>
	run.some(({ name }) => !same(name, cell) && plain(name).startsWith(`${plain(cell)},`));

const named = (cell: string, run: readonly Known[]): string | null =>
	run.find(({ name, code }) => same(name, cell) || (code !== undefined && same(code, cell)))?.name ?? null;

/** Letters in which two codes of one length differ. */
const differing = (a: string, b: string): number =>
	a.length === b.length ? [...a].filter((letter, index) => letter !== b[index]).length : Number.POSITIVE_INFINITY;

/** One letter changed, missing or too many. */
const oneEdit = (a: string, b: string): boolean => {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (long.length - short.length > 1) return false;
	if (short.length === long.length) return differing(a, b) === 1;
	return [...long].some((_, index) => long.slice(0, index) + long.slice(index + 1) === short);
};

const OTHERS = new Set([...CARRIERS.keys(), ...Object.keys(NAMES), ...Object.keys(UNITS), "value_added", "工业增加值"]);

/** A cell that can be a name: with a letter, and neither carrier, unit, period nor indicator. */
const isWord = (cell: string): boolean => /\p{L}/u.test(cell) && readMoment(cell) === null && !OTHERS.has(cell.trim());

const yearsOf = ({ cells, periodAt }: LostRow): number[] | null => {
	const moment = readMoment(cells[periodAt] ?? "");
	return moment === null ? null : [moment.year];
};

/** A code names the firm before its name does. */
const idCells = ({ cells, codeAt, firmAt }: LostRow): string[] =>
	[codeAt === null ? "" : (cells[codeAt] ?? ""), cells[firmAt] ?? ""].filter((cell) => cell !== "");

const step1 = (row: LostRow): Whose | null => {
	if (row.why === "bad-code" || row.why === "no-firm") return null;
	const [cell = ""] = idCells(row);
	const firm = named(cell, row.run);
	const years = yearsOf(row);
	return firm === null || years === null || goesOn(cell, row.run) ? null : { firms: [firm], years, step: 1 };
};

const step2 = (row: LostRow): Whose | null => {
	const cell = row.cells[row.firmAt] ?? "";
	const whole = goesOn(cell, row.run) ? null : named(cell, row.run);
	const joined = row.cells.slice(0, -1).map((left, index) => named(`${left},${row.cells[index + 1]}`, row.run));
	const firms = [...new Set([whole, ...joined].filter((firm) => firm !== null))];
	return firms.length === 0 ? null : { firms, years: null, step: 2 };
};

const step34 = (row: LostRow): Whose | null => {
	if (row.why !== "bad-code" || row.codeAt === null) return null;
	const years = yearsOf(row);
	const firm = named(row.cells[row.firmAt] ?? "", row.run);
	if (firm !== null && row.firmAt !== row.codeAt) return { firms: [firm], years, step: 3 };
	const code = row.cells[row.codeAt] ?? "";
	for (const letters of [1, 2]) {
		const near = row.run.filter((known) => known.code !== undefined && differing(known.code, code) === letters);
		if (near.length > 0) return { firms: near.map(({ name }) => name), years, step: 4 };
	}
	return null;
};

/** Each firm's rows of the table stand together. */
const together = ({ above, below }: LostRow): boolean => {
	const order = [...above]
		.reverse()
		.concat(below)
		.map(({ firm }) => firm)
		.filter((firm) => firm !== "");
	const runs = order.filter((firm, index) => firm !== order[index - 1]);
	return new Set(runs).size === runs.length;
};

const step56 = (row: LostRow): Whose | null => {
	if (row.why !== "no-firm") return null;
	const first = (rows: readonly Neighbour[]): string | undefined => rows.find(({ firm }) => firm !== "")?.firm;
	const [before, after] = [first(row.above), first(row.below)];
	if (before === undefined || after === undefined) return null;
	if (same(before, after)) return { firms: [before], years: yearsOf(row), step: 5 };
	return together(row) ? { firms: [before, after], years: yearsOf(row), step: 6 } : null;
};

const step7 = (row: LostRow): Whose | null => {
	const cells = row.cells.filter(isWord).map(plain);
	const meant = ({ name, code }: Known): boolean =>
		cells.some((cell) => {
			if (cell === plain(name) || (code !== undefined && cell === plain(code))) return true;
			return [...cell].length >= 4 && (plain(name).startsWith(cell) || oneEdit(cell, plain(name)));
		});
	const firms = row.run.filter(meant).map(({ name }) => name);
	return firms.length === 0 ? null : { firms, years: null, step: 7 };
};

const step89 = (row: LostRow): Whose => {
	if (row.table.length > 0) return { firms: row.table, years: null, step: 8 };
	return { firms: row.run.map(({ name }) => name), years: null, step: 9 };
};

/** The first step that fits decides. */
export const whose = (row: LostRow): Whose =>
	step1(row) ??
	(row.why === "bad-code" || row.why === "no-firm" ? null : step2(row)) ??
	step34(row) ??
	step56(row) ??
	step7(row) ??
	step89(row);
